"""Sentences for what records say that cannot all be so: of one another, of the day of
the check, of waivers.

Per code: Chinese sentence and fix, English sentence and fix; see `said/files`.
"""

from __future__ import annotations

FACTS: dict[str, tuple[str, str, str, str]] = {
    "F501": (
        "同一天同一类型（{kind}）已有一条：{file} 第 {first} 行，只算一次",
        "一次会就删去一条；真是两次，就各写“时间”，钟点不重叠",
        "{kind} of the same day is already in {file}, line {first}; it counts once",
        "delete one; if there were two, write the time of each, no minute of it in both",
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
    "F509": (
        "编号“{id}”已经用过：{file} 第 {first} 行",
        "换一个编号，或者删去这一行",
        "the id “{id}” is taken: {file}, line {first}",
        "choose another id, or delete the line",
    ),
    "F510": (
        "计划项太多（每周、每月的一次算一项），只算了前 {limit} 项",
        "删去重复的条目",
        "too many items of plans (each time of a weekly one counts); {limit} were taken",
        "delete items that are there twice",
    ),
    "F526": (
        "一人一条地算，党费、承诺等超过 {limit} 条，从这一条起（按日期）没有算",
        "删去重复的；人人都写的，一期只写一条",
        "dues, commitments and the like, counted by person, are more than {limit}; from this record on (by day) none was taken",
        "delete what is there twice; of what all do write one record for each period",
    ),
    "F511": (
        "结束日期比开始日期早，没有用",
        "核对两个日期",
        "it ends before it begins and was not used",
        "check both dates",
    ),
    "F512": (
        "{day} 已过，还写着“计划”，不算",
        "办了就删去“状态”；没办写 状态: 取消 和 原因",
        "{day} has passed, and it is still told of as planned; it does not count",
        "delete the status, or write status: cancelled with a reason",
    ),
    "F513": (
        "{rule} 谁也不得豁免（{by}），这条豁免不起作用",
        "删去这条豁免，把事办了",
        "nobody may waive {rule} ({by}); this waiver has no effect",
        "delete the waiver and do what is asked",
    ),
    "F514": (
        "基线里有 {count} 处 {rule}，这条规则谁也不得豁免，不算数",
        "把事办了；基线里的用 lxyz baseline 去掉",
        "the baseline holds {count} of {rule}, which nobody may waive; they do not count",
        "do it; lxyz baseline takes them out of the baseline",
    ),
    "F515": (
        "结束日期比开始日期晚五年以上，没有用",
        "核对年份",
        "it ends more than five years after it begins; the end was not used",
        "check the year",
    ),
    "F516": (
        "{rule} 由记录判断，人工确认不起作用",
        "把该有的记录补上；确有原因没有办的，请上级批准后写“豁免”",
        "{rule} is judged by records; an attestation has no effect",
        "complete the records; what is excused needs a waiver",
    ),
    "F517": (
        "{rule} 不是本支部的规则包里的（{packs}），不起作用",
        "核对规则名；规则包换了的，删去这一条",
        "{rule} is of no pack the branch is under ({packs}): no effect",
        "check the name of the rule; if the packs have changed, delete it",
    ),
    "F518": (
        "条目的时段 {when} 不在计划的期间 {period} 里",
        "核对年份：多半是从上年的计划抄来的",
        "the item is for {when}, its plan is of {period}",
        "check the year: it may be copied from last year's plan",
    ),
    "F519": (
        "“{text}”写的是没有做（或者只是安排），不算“{word}”",
        "做了的，改写成做了什么；没有做的，补做以后另记",
        "“{text}” says that it was not done, or only arranged: it does not count as “{word}”",
        "if it was done, write what was done; else do it and record that",
    ),
    "F520": (
        "“{key}”{day} 还没有到，暂不算",
        "核对年份；还没有办的，办了再写",
        "“{key}” {day} has not come yet; it does not count yet",
        "check the year; what is not done yet is written when it is",
    ),
    "F521": (
        "“{key}”{day} 比“{than}”{first} 还早",
        "核对两个日期，多半是年份写错",
        "“{key}” {day} is before “{than}” {first}",
        "check both dates; most likely a year is wrong",
    ),
    "F522": (
        "{day} 那天支部不在（{side} {turn}），没有核对",
        "核对日期，或者改 branch.yaml 的“成立日期”“撤销日期”",
        "there was no branch on {day} ({side} {turn}), so it is not judged",
        "check the date, or from/until of the branch in branch.yaml",
    ),
    "F525": (
        "{day} 支部还没有成立，或者已经撤销，看不出开展了没有",
        "改正日期，或 branch.yaml 里的“成立日期”“撤销日期”",
        "on {day} the branch was not there yet, or no more: whether it was held is not clear",
        "mend the date, or the days of the branch in branch.yaml",
    ),
    "F524": (
        "由“{name}”批准，是自己豁免自己，不起作用",
        "由上级党组织批准，“审定人”写批准的单位",
        "this was approved by “{name}”, one of those it excuses: it excuses nothing",
        "let the committee above approve it, and write that committee",
    ),
    "F523": (
        "到会的没有一个是“{body}”的人，不算开过",
        "核对姓名；是别的会的，改“类型”或“党小组”",
        "nobody who was there is of “{body}”, so it does not count as held",
        "check the names, or the kind or group if it was another sitting",
    ),
}
