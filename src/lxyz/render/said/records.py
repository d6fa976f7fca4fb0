"""Sentences for what is wrong in a record: keys, values, days.

Per code: Chinese sentence and fix, English sentence and fix; see `said/files`.
"""

from __future__ import annotations

RECORDS: dict[str, tuple[str, str, str, str]] = {
    "F201": (
        "不认识的键“{key}”[[，是否 {like}？]]",
        "[[改成 {like}，]]其他的话写进“备注”或“内容”",
        "unknown key “{key}”[[; is it {like}?]]",
        "[[write {like}; ]]anything else goes into note or content",
    ),
    "F202": (
        "“{key}”不写在这里",
        "{where}",
        "“{key}” does not belong here",
        "[[use {where} instead, or ]]leave it out",
    ),
    "F203": (
        "“{key}”和第 {first} 行说的是同一件事（{name}），两个都没有用",
        "留一个",
        "“{key}” says the same as line {first} ({name}); neither was used",
        "keep one of them",
    ),
    "F204": (
        "这类记录没有“{key}”，它属于 {belongs}[[ 等{more}类]]",
        "删去，或者核对“类型”",
        "this kind of record has no “{key}”; it belongs to {belongs}[[, one of {more} kinds]]",
        "delete it, or check the kind",
    ),
    "F205": (
        "缺“{key}”",
        "补上“{key}”",
        "“{key}” is missing",
        "add {key}",
    ),
    "F206": (
        "这里的写法不对，应是{wanted}",
        "[[写成 {shown}；]]写法照 .样例/ 里的（lxyz init 会写）",
        "this should be {wanted}",
        "[[write {shown}; ]]see the samples in .样例/, which lxyz init writes",
    ),
    "F301": (
        "不认识的类型“{word}”[[，是否 {like}？]]",
        "[[改成 {like}；]]常用的在 .样例/ 里，规则要的见 lxyz explain 规则名",
        "unknown kind “{word}”[[; is it {like}?]]",
        "[[write {like}; ]]see the samples in .样例/, or lxyz explain RULE for what a rule wants",
    ),
    "F302": (
        "“{word}”说得不够清楚",
        "{asked}",
        "“{word}” may mean several kinds",
        "write the exact kind[[: {asked}]]",
    ),
    "F303": (
        "“{word}”不能用在这里[[，可写：{like}]]",
        "[[改成 {like}]]",
        "“{word}” is no value here[[; write {like}]]",
        "[[write {like}]]",
    ),
    "F304": (
        "日期“{text}”{why}",
        "写成 {shown}",
        "the date “{text}” {why}",
        "write {shown}",
    ),
    "F305": (
        "没有 {text} 这一天",
        "核对日期[[，如 {shown}]]",
        "there is no such day as {text}",
        "check the date[[, such as {shown}]]",
    ),
    "F306": (
        "{text}：那天是{shown}",
        "核对日期和星期，改正错的一个",
        "{text}: that day is a {shown}",
        "check the date and the weekday",
    ),
    "F307": (
        "看不懂的时段“{text}”",
        "写成 {shown}",
        "“{text}” is no period",
        "write {shown}",
    ),
    "F308": (
        "看不懂的时间“{text}”",
        "[[日期写在“日期”：{day}；]]写起止钟点，如 14:00-16:30，或者写上午、下午；不知道何时结束就不写",
        "“{text}” is no time",
        "[[the day goes into date: {day}; ]]write from when to when, such as 14:00-16:30; leave it out if its end is not known",
    ),
    "F309": (
        "“{text}”应是数字",
        "写阿拉伯数字，如 {shown}",
        "“{text}” should be a number",
        "write digits, such as {shown}",
    ),
    "F312": (
        "“{key}”不要写进台账：推送以后收不回来",
        "删去“{key}”，每一行的都删；记在支部自己的本子上",
        "{key} does not belong in the records: what is pushed cannot be taken back",
        "delete it in each row, and keep it in the branch's own book",
    ),
    "F311": (
        "这里像是身份证号或手机号",
        "删去；台账里不写个人证件号和电话",
        "this looks like an identity or telephone number",
        "delete it; such numbers do not belong in the records",
    ),
}
