"""Sentences for what is wrong about attachments and in `branch.yaml`.

Per code: Chinese sentence and fix, English sentence and fix; see `said/files`.
"""

from __future__ import annotations

PROFILE: dict[str, tuple[str, str, str, str]] = {
    "F601": (
        "附件不在：{path}[[，是否 {near}？]]",
        "核对文件名和位置，附件放在本支部文件夹里",
        "attachment not found: {path}[[; is it {near}?]]",
        "check its name and place inside the branch folder",
    ),
    "F602": (
        "附件的路径不能用：{path}",
        "写本支部文件夹里的相对路径，如 materials/2016-06-24/签到表.jpg",
        "the path of the attachment cannot be used: {path}",
        "write a path inside the branch folder, such as materials/签到表.jpg",
    ),
    "F603": (
        "附件是空的，或者不是普通文件：{path}",
        "放上真正的文件；指文件夹时末尾写 /",
        "the attachment is empty or no plain file: {path}",
        "put the real file there; the path of a folder ends with /",
    ),
    "F604": (
        "这里没有 {folder}/ 文件夹，里面的附件没有核对",
        "附件另放别处的不用管；应在这里的，把文件夹放进来",
        "there is no folder {folder}/ here; the attachments in it were not checked",
        "nothing to do if they are kept elsewhere; else put the folder here",
    ),
    "F701": (
        "branch.yaml 里没有支部名册，这个支部没有检查",
        "写上 名称、规则包、党员；另找一个空文件夹运行 lxyz init，照它写的 branch.yaml",
        "branch.yaml holds no profile; the branch was not checked",
        "write name, packs and members; lxyz init in an empty folder shows how",
    ),
    "F702": (
        "{name} 没有写“起”，当作一直在册",
        "写上转入日期，如 起: 2016-03-01",
        "{name} has no “from” and counts as always on the roster",
        "write the day, such as from: 2016-03-01",
    ),
    "F703": (
        "{name} 在名册里写了两次，前一次在第 {first} 行",
        "是一个人就删去一行；同名的两个人用单位里的叫法，如 大某某、小某某",
        "{name} is on the roster twice, first in line {first}",
        "delete one; two people of one name go by what the office calls them",
    ),
    "F704": (
        "“书记”写的是 {name}，支委会里的书记是 {other}",
        "改成同一个人，或者删去“书记”一行",
        "secretary says {name}, the committee {other}",
        "make them agree, or delete the line secretary",
    ),
    "F705": (
        "名册的“党员”里没有 {name}",
        "先写进“党员”，再写职务、党小组或联系人",
        "{name} is not among the members",
        "add the member first",
    ),
    "F706": (
        "没有“{name}”这个参数[[，是否 {like}？]]",
        "[[改成 {like}；]]写成 规则包/参数",
        "there is no parameter “{name}”[[; is it {like}?]]",
        "[[write {like}; ]]the form is pack/parameter",
    ),
    "F707": (
        "参数“{name}”的值不合用[[：{text}]]",
        "照规则包里这个参数的写法改（lxyz explain 规则名 可以看到）",
        "the value of parameter “{name}” does not fit[[: {text}]]",
        "write it as the pack writes it; see lxyz explain RULE",
    ),
    "F721": (
        "{year}年度还有 {count} 件没有办、现在补仍算，这里只核对了今年",
        "看是哪些：加 --year {year}",
        "of {year} there is still work to be made up for (duties: {count}); only this year was checked",
        "see which with --year {year}",
    ),
    "F722": (
        "“{key}”有 {count} 个，一个支部最多 {limit} 个；这个支部没有检查",
        "党总支、党委按支部分开，每个支部一个文件夹、一个 branch.yaml；已转走的写“止”",
        "{key}: {count}, more than the {limit} that one branch can have; it was not checked",
        "give each branch of a committee a folder and a branch.yaml; say until when who left was there",
    ),
    "F720": (
        "规则包“{packs}”是自带规则包的名字，这里用的是 {path} 里另写的一个",
        "另写的规则包换一个 id；要加严自带的，用 extends",
        "{packs} is the name of a pack that comes with lxyz; the one in {path} is another",
        "give the other one an id of its own; to ask for more than the first, use extends",
    ),
    "F718": (
        "“{name}”规则包已照文件定了值，这里另写了一个，按这里的判",
        "上级有文件这样定的，由上级的规则包用 set 写明依据；没有就删去这一行",
        "the pack has the value of “{name}” from its document; the one here is used instead",
        "where the committee above has fixed it so, its own pack sets it and says by what; else delete the line",
    ),
    "F708": (
        "“{text}”不是一个固定的日子",
        "写成 {shown}；每月 7 日写 7，也可以写 第一个星期五；每周五写 每周五",
        "“{text}” is no fixed day",
        "write it as {shown}; the 7th of each month is 7, or first friday",
    ),
    "F709": (
        "名册里一个人也没有，按人算的要求都没有核对",
        "在“党员”下写上每个人：- {姓名: 某某, 起: 2014-11-20}",
        "there is nobody on the roster; what is owed by members was not checked",
        "write each member under members: - {name: 某某, from: 2014-11-20}",
    ),
    "F710": (
        "{packs} 从 {first} 年起才有要求，{year} 年一条也没有核对",
        "要查的是别的年度，写 --year {first}；{year} 年按别的规则包，写进“规则包”",
        "{packs} asks nothing before {first}: nothing was checked for {year}",
        "to check another year write --year {first}; else name the pack of {year}",
    ),
    "F711": (
        "“规则包”写的是“无”，一条要求也没有核对",
        "写上规则包，如 bj-2016；有哪些见 lxyz rules",
        "packs names none: nothing was checked",
        "name a pack, such as bj-2016; lxyz rules lists them",
    ),
    "F717": (
        "{packs} 里一条规则也没有，一条要求也没有核对",
        "在规则包的 rules 下写规则，或者在“规则包”里换一个，如 bj-2016",
        "{packs} has no rules: nothing was checked",
        "write rules in the pack, or name another, such as bj-2016",
    ),
    "F712": (
        "入党日期 {day} 在“起” {first} 之后：还没入党，就在名册上",
        "核对这两个日期；“入党日期”写成为预备党员的那天",
        "party_since {day} is after from {first}: on the roster before joining the Party",
        "compare the two days; party_since is the day of becoming a probationary member",
    ),
    "F714": (
        "党小组“{group}”写了两次，前一次在第 {first} 行，这一次没有用",
        "是一个组就并成一行；是两个组，名称分开；换了人的，前一行写“止”",
        "the group “{group}” is written twice, first in line {first}; this one is not used",
        "join them, name them apart, or say until when the first one was",
    ),
    "F715": (
        "{day} 起同时有两名书记：{other}、{name}，看不出是谁",
        "不再任书记的，写“免职日期”；是副书记的，改“职务”",
        "from {day} there are two secretaries, {other} and {name}; which of them is, is not clear",
        "write `until` for who is secretary no more, or correct the post",
    ),
    "F719": (
        "“不计期间”没有写审定人，看不出是谁批准的",
        "由上级党组织批准，“审定人”写批准的单位",
        "who approved this exemption is not written",
        "let the committee above approve it, and write that committee as approved_by",
    ),
    "F716": (
        "{names} 同时在“{group}”和“{other}”两个党小组，两个组都算他",
        "只留在一个组；换了组的，前一个组另起一行写“止”",
        "{names} is in two groups at once, “{group}” and “{other}”, and counts in both",
        "leave them in one; where they changed, say until when the group was so",
    ),
    "F713": (
        "{packs} 到 {last} 为止，{year} 年一条也没有核对",
        "要查的是那几年，写 --year；{year} 年按别的规则包，写进“规则包”",
        "{packs} was in force until {last}: nothing was checked for {year}",
        "to check an earlier year write --year; else name the pack of {year}",
    ),
}
