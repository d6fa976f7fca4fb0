"""Sentences for what is wrong about people, links, attachments and the profile.

Per code: Chinese sentence and fix, English sentence and fix; see `said_files`.
"""

from __future__ import annotations

PEOPLE: dict[str, tuple[str, str, str, str]] = {
    "F401": (
        "名册里没有“{name}”[[，是否 {like}？]]",
        "[[改成 {like}；]]新来的先写进 branch.yaml；外来人员写在“列席”",
        "“{name}” is not on the roster[[; is it {like}?]]",
        "[[write {like}; ]]newcomers go into branch.yaml, outsiders into guests",
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
        "write {name}（reason）, or put the name under absent",
    ),
    "F406": (
        "“{text}”只是人数，要写姓名",
        "写 全体，或者 出席: 全体、请假: 刘洋（出差）",
        "“{text}” is a number; names are wanted",
        "write all, or present: all, excused: 刘洋（出差）",
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
        "只写姓名，几个人用顿号分开，原因写在括号里：刘洋（出差）",
        "“{name}” does not look like a name",
        "write names only, with 、 between; reasons in brackets: 刘洋（出差）",
    ),
    "F411": (
        "{day} 那天 {name} 不在名册（{side} {since}）",
        "核对日期，或者改 branch.yaml 里他的“起”“止”",
        "{name} was not on the roster on {day} ({side} {since})",
        "check the date, or from/until in branch.yaml",
    ),
    "F412": (
        "“全体”后面不能写括号（{text}）",
        "谁没有来，写在“请假”或“缺席”：请假: 刘洋（出差）",
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
        "出席情况写成一行时只能是“全体”",
        "写成两行：出席: 全体 与 请假: 刘洋（出差）",
        "attendance on one line can only be “all”",
        "write present: all and excused: 刘洋（出差）",
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
    "F509": (
        "编号“{id}”已经用过：{file} 第 {first} 行",
        "换一个编号，或者删去这一行",
        "the id “{id}” is taken: {file}, line {first}",
        "choose another id, or delete the line",
    ),
    "F501": (
        "同一天同一类型（{kind}）已有一条：{file} 第 {first} 行，只算一次",
        "一次会就删去一条；真是两次，就各写“时间”",
        "{kind} of the same day is already in {file}, line {first}; it counts once",
        "delete one; if there were two, write the time of each",
    ),
    "F502": (
        "“{key}”不能写在表头，会变成对每一次都这样说",
        "移到每一行里",
        "“{key}” cannot stand in the head of a table: it would be said of every row",
        "move it into each row",
    ),
    "F503": (
        "“明细”里不能再有“明细”",
        "分成两张表",
        "rows cannot hold rows",
        "make two tables",
    ),
    "F504": (
        "{day} 还没有到，却写成已经开展，暂不算",
        "还没开的删去“出席情况”，状态写“计划”",
        "{day} has not come yet, but is told of as held; it does not count yet",
        "leave out attendance and write status: planned",
    ),
    "F505": (
        "找不到“{text}”所指的记录[[，最近的是 {near}]]",
        "[[改成 {near}，或者]]核对日期和类型",
        "“{text}” refers to no record[[; the nearest is {near}]]",
        "[[write {near}, or ]]check the day and the kind",
    ),
    "F506": (
        "{day} 已过，没有写是否开展，不算",
        "开了就写“出席情况”；没开写 状态: 取消 和 原因",
        "{day} has passed, and nothing says that it was held; it does not count",
        "write attendance, or status: cancelled with a reason",
    ),
    "F507": (
        "“{text}”可以指 {count} 条记录",
        "后面再写上党小组、时间或题目",
        "“{text}” may mean {count} records",
        "add the group, the time or the title",
    ),
    "F508": (
        "没有“{rule}”这条规则[[，是否 {like}？]]",
        "[[改成 {like}；]]规则名见报告每条的末尾，或 lxyz rules",
        "there is no rule “{rule}”[[; is it {like}?]]",
        "[[write {like}; ]]see lxyz rules",
    ),
    "F511": (
        "结束日期比开始日期早，没有用",
        "核对两个日期",
        "it ends before it begins; the end was not used",
        "check both dates",
    ),
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
        "写上 名称、规则包、党员，见 examples/branch-11/branch.yaml",
        "branch.yaml holds no profile; the branch was not checked",
        "write name, packs and members as in examples/branch-11/branch.yaml",
    ),
    "F702": (
        "{name} 没有写“起”，当作一直在册",
        "写上转入日期，如 起: 2016-03-01",
        "{name} has no “from” and counts as always on the roster",
        "write the day, such as from: 2016-03-01",
    ),
    "F703": (
        "{name} 在名册里写了两次，前一次在第 {first} 行",
        "是一个人就删去一行；同名的两个人用单位里的叫法，如 大张伟、小张伟",
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
        "先写进“党员”，再写职务或党小组",
        "{name} is not among the members",
        "add the member first",
    ),
    "F707": (
        "参数“{name}”的值不合用[[：{text}]]",
        "照规则包里这个参数的写法改（lxyz explain 规则名 可以看到）",
        "the value of parameter “{name}” does not fit[[: {text}]]",
        "write it as the pack writes it; see lxyz explain RULE",
    ),
    "F706": (
        "没有“{name}”这个参数[[，是否 {like}？]]",
        "[[改成 {like}；]]写成 规则包/参数",
        "there is no parameter “{name}”[[; is it {like}?]]",
        "[[write {like}; ]]the form is pack/parameter",
    ),
}
