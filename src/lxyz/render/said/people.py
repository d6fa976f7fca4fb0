"""Sentences for what is wrong about people: who they are, who came, who did what.

Per code: Chinese sentence and fix, English sentence and fix; see `said/files`.
"""

from __future__ import annotations

PEOPLE: dict[str, tuple[str, str, str, str]] = {
    "F401": (
        "名册里没有“{name}”[[，是否 {like}？]]",
        "[[{apart}；]][[改成 {like}；]]新来的先写进 branch.yaml，还没有入党的写在那里的“发展党员”；外来人员写在“列席”",
        "“{name}” is not on the roster[[; is it {like}?]]",
        "[[{apart}; ]][[write {like}; ]]newcomers go into branch.yaml, who is no member yet into its candidates, outsiders into guests",
    ),
    "F402": (
        "“{name}”像是几个人：{parts}",
        "姓名之间用顿号：{parts}",
        "“{name}” looks like several people: {parts}",
        "put 、 between names: {parts}",
    ),
    "F403": (
        "{name} 写了两次，只算一次",
        "删去一个",
        "{name} is named twice and counts once",
        "delete one",
    ),
    "F404": (
        "{name} 又在“{state}”又在“{other}”，按“{other}”算",
        "留一处",
        "{name} stands under both {state} and {other}; {other} was taken",
        "keep one",
    ),
    "F405": (
        "{name} 请假没有写原因，按缺席算",
        "写成 {name}（出差）；没有原因的写在“缺席”",
        "{name} is excused without a reason and counts as absent",
        "write {name} (reason), or put the name under absent",
    ),
    "F406": (
        "“{text}”只是人数，要写姓名",
        "写 全体，或者 出席: 全体、请假: 姓名（出差）",
        "“{text}” is a number; names are wanted",
        "write all, or present: all, excused: NAME (away on duty)",
    ),
    "F407": (
        "应到写了 {written} 人，名册当日 {roster} 人[[（长期请假 {leave} 人）]]",
        "核对人数，或者名册里的“起”“止”[[：最近加入的 {newest} 那天到了吗？]]",
        "expected says {written}, the roster has {roster}[[ ({leave} on leave)]]",
        "check the number, or from/until[[: was {newest}, the newest, here yet?]]",
    ),
    "F408": (
        "等次不能写“全体”“其余”，要逐个写姓名",
        "写上每个人的姓名",
        "grades take no “all”: each member must be named",
        "name each member",
    ),
    "F409": (
        "评议等次里没有：{names}",
        "补上他们的等次；暂不定的写在“不定等次”",
        "without a grade: {names}",
        "add their grades; those not decided go under ungraded",
    ),
    "F410": (
        "“{name}”不像姓名",
        "只写姓名，几个人用顿号分开，原因写在括号里：姓名（出差）",
        "“{name}” does not look like a name",
        "write names only, with 、 between; reasons in brackets: NAME (away on duty)",
    ),
    "F411": (
        "{day} 那天 {name} 不在名册（{side} {since}）",
        "核对日期，或者改 branch.yaml 里他的“起”“止”",
        "{name} was not on the roster on {day} ({side} {since})",
        "check the date, or from/until in branch.yaml",
    ),
    "F412": (
        "“全体”后面不能写括号（{text}）",
        "谁没有来，写在“请假”或“缺席”：请假: 姓名（出差）",
        "“all” takes no brackets ({text})",
        "write who was away under excused or absent",
    ),
    "F413": (
        "没有“{group}”这个党小组",
        "照 branch.yaml 里的名称写；临时编组写“临时”",
        "there is no group “{group}”",
        "write it as in branch.yaml, or temporary",
    ),
    "F414": (
        "这里要写一个人",
        "只写一个姓名",
        "one person is wanted here",
        "write one name",
    ),
    "F415": (
        "出席情况写成一行时，只写“全体”或者到会的人",
        "没到的另写一行：出席: 全体 与 请假: 姓名（出差）；没开成的写 状态: 取消",
        "attendance on one line can only be “all”, or those who came",
        "write present: all and excused: NAME (away on duty); or status: cancelled",
    ),
    "F416": (
        "{name}（{reason}）有原因，却写在“缺席”",
        "有原因的写在“请假”",
        "{name} ({reason}) has a reason but stands under absent",
        "put the name under excused",
    ),
    "F417": (
        "实到写了 {written} 人，名单上 {named} 人",
        "核对人数和名单",
        "count says {written}, the names are {named}",
        "check the number and the names",
    ),
    "F418": (
        "“{name}”和名册上的“{other}”写法不同（字形或全角），按“{other}”算",
        "改成 {other}",
        "“{name}” is spelt unlike “{other}” on the roster; {other} was taken",
        "write {other}",
    ),
    "F419": (
        "这里不能写“{word}”，要逐个写姓名",
        "写上每个人的姓名，用顿号分开；一个人也没有，就删去这一处",
        "“{word}” cannot stand here: each person must be named",
        "name each person, with 、 between; if there is nobody, delete it",
    ),
    "F420": (
        "{day} 那天没有党小组“{group}”（{side} {turn}）",
        "核对日期，或者改 branch.yaml 里这个党小组的“起”“止”",
        "there was no group “{group}” on {day} ({side} {turn})",
        "check the date, or from/until of the group in branch.yaml",
    ),
    "F421": (
        "这次会没有一个人出席，不算开过",
        "有人到会的补进“出席”；没开成的写 状态: 取消 和 原因",
        "nobody was present, so it does not count as held",
        "name who was present; if it was not held, write status: cancelled and a reason",
    ),
    "F422": (
        "状态是“取消”，又写了出席情况；按没有开算",
        "开了的删去“状态”和“原因”；没开的删去“出席情况”",
        "it is cancelled, and has an attendance; it counts as not held",
        "if it was held, delete status and reason; else delete the attendance",
    ),
    "F423": (
        "谈话人和谈话对象都是 {name}，不算一次谈话",
        "改成和他谈的那个人",
        "{name} talks with himself, which is no talk",
        "name the other person",
    ),
    "F424": (
        "只写了人数，看不出谁到了会",
        "补上“出席”：都到了写 出席: 全体，有人没到再写 请假: 姓名（出差）",
        "only numbers are given: it does not say who was there",
        "add present: all if everybody came, and excused: NAME (away on duty) for who did not",
    ),
    "F425": (
        "写着已经开展，又说“{text}”；按没有开算",
        "没开成的写 状态: 取消 和 原因；开了的把这一句写清楚",
        "it is written as held, and says “{text}”; it counts as not held",
        "if it was not held, write status: cancelled and a reason; else say it clearly",
    ),
    "F426": (
        "“{text}”等于没有写，不算",
        "做了、定了的，写清楚；没有的删去，补上以后再写",
        "“{text}” says that there is nothing, so it does not count",
        "write what there is; delete what there is not",
    ),
    "F427": (
        "“{text}”说{kinds}没有开展，这次的{kinds}不算",
        "没开展的从“类型”里删去；开展了的把这一句写清楚",
        "“{text}” says that there was no {kinds}; it does not count here",
        "leave out of `kind` what was not held; if it was, say so clearly",
    ),
    "F428": (
        "“{text}”像是说{kinds}没有开展，看不出开展了没有",
        "没有开展的，写 状态: 取消 和 原因，或从“类型”里删去；说的是另一次，写明是哪一次；确已开展的，写 状态: 已开展 和出席情况",
        "“{text}” may say that there was no {kinds}: whether there was is not clear",
        "if not, write status: cancelled or leave it out of `kind`; if another is meant, say which; if there was, write status: held and who came",
    ),
    "F429": (
        "“{text}”说{names}没有做，不算他们做了",
        "没有做的写在“除外”里；补做了的另写一行",
        "“{text}” says that {names} did not; it does not count for them",
        "write them under `except`; what they made up for in a row of its own",
    ),
    "F432": (
        "“{text}”和 {file}:{first} 的一样，那是另一天的[[；一共 {days} 天都是这样]]",
        "照抄、贴错的，换成这一次的；两次确实一样的，不必改",
        "“{text}” stands in {file}:{first} too, which is of another day[[; so it is on {days} days]]",
        "where it was copied, or put here by mistake, put what is of this one",
    ),
    "F431": (
        "{kind}只写了 {period} 的，是不是全年的看不出来",
        "是全年的，期间写年份；只是一个季度、一个月的，另写一份全年的",
        "this {kind} is of {period}; whether it is that of the year is not said",
        "if it is of the year, write the year; if it is of a part, write that of the year too",
    ),
    "F430": (
        "“{text}”说{names}没有到，这次又写着到了，看不出到了没有",
        "没到的写进“请假”或“缺席”，发言的改成实际讲的人；到了的把这一句写清楚",
        "“{text}” says that {names} did not come, who counts as present here",
        "write them under `excused` or `absent`, and who really spoke; else say it clearly",
    ),
}
