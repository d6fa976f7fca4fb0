"""What `lxyz rules lint` doubts in a pack, in words: (code P4xx, English, Chinese).

All of it is allowed, and surely not meant: what can never match, never fails, or asks
nothing. How a doubt is found again by its English: see `said/packs`.
"""

from __future__ import annotations

DOUBTS: tuple[tuple[str, str, str], ...] = (
    ("P402", "no such role: {word} ({like}?)", "没有 {word} 这个角色，是否 {like}？"),
    ("P402", "no such role: {word}", "没有 {word} 这个角色"),
    (
        "P403",
        "no such attribute of a member: {word} ({like}?)",
        "党员没有 {word} 这一项，是否 {like}？",
    ),
    ("P403", "no such attribute of a member: {word}", "党员没有 {word} 这一项"),
    (
        "P404",
        "no such attribute: {word} ({like}?)",
        "记录没有 {word} 这一项，是否 {like}？",
    ),
    ("P404", "no such attribute: {word}", "记录没有 {word} 这一项"),
    (
        "P405",
        "no such {key}: {word} ({like}?)",
        "{key} 没有“{word}”这个值，是否 {like}？",
    ),
    ("P405", "no such {key}: {word}", "{key} 没有“{word}”这个值"),
    (
        "P406",
        "{key}: {word} is spelt nearly like {like}",
        "{key}：{word} 与 {like} 只差一点，是不是写错了",
    ),
    (
        "P407",
        "an act of the committee above ({kinds}): write level",
        "{kinds} 是上级的事；写明 level: above 或 branch",
    ),
    (
        "P408",
        "for: branch on what {whose} own ({kinds}): write level",
        "{kinds} 是党员或党小组自己的；数支部的写 level: branch，数他们的写明谁",
    ),
    (
        "P409",
        "for: {whom}, but not how he stands in the records: write as",
        "for: {whom} 没写他在记录里是什么角色；写 as，如 as: present",
    ),
    (
        "P410",
        "level: group for a branch's number lets one group carry it: use rounds",
        "数支部的次数却写 level: group，一个小组就能凑够；改用 rounds: group",
    ),
    (
        "P411",
        "min {min} over max {max}: can never be kept",
        "min {min} 大于 max {max}，谁也做不到",
    ),
    (
        "P412",
        "for: leader, but the pack names no ranks (leaders)",
        "for: leader 要在包里写 leaders：哪些级别算领导干部",
    ),
    (
        "P413",
        "can never apply: its years lie before the pack's",
        "永远用不上：years 早于规则包的年度",
    ),
    (
        "P413",
        "can never apply: it ends before the pack's year",
        "永远用不上：to 早于规则包的年度",
    ),
    ("P413", "can never apply: it ends before it begins", "永远用不上：to 早于 from"),
    (
        "P413",
        "can never apply: for: group where there are no groups",
        "永远用不上：if 说没有党小组，却 for: group",
    ),
    ("P414", "if.set: no such param: {name}", "if.set 所写的参数没有：{name}"),
    (
        "P415",
        "waivable: what only informs needs no waiver",
        "waivable：只作提示的规则不用豁免",
    ),
    ("P415", "asks the same as {id}", "与 {id} 要求的一样"),
    ("P416", "param is not used: {name}", "参数没有规则用到：{name}"),
    ("P417", "param is not set: {name} ({rules})", "参数没有值：{name}（{rules}）"),
    (
        "P418",
        "nothing lies between {first} and {last}",
        "{first} 到 {last} 之间没有日子",
    ),
    (
        "P419",
        "late in a period below a year lets one record serve two periods",
        "不足一年的周期写了 late，一条记录会顶两期",
    ),
    (
        "P432",
        "for: {name}: to counts what others held, too: write as",
        "for: {name} 的 to 连别人开的（别的党小组的）也数进去：写 as，如 [present, excused, absent]",
    ),
    (
        "P436",
        "distinct with to counts persons: {key} is no role",
        "distinct 和 to 同用是数人：{key} 不是角色；写 lecturer、speaker、present 等",
    ),
    (
        "P434",
        "link and same join to the fact of each, and there is no each",
        "link、same 说的是和 each 的那条记录的关系，这条规则没有 each；加上 each 或去掉它们",
    ),
    (
        "P435",
        "for: {whom}: as asks nothing where the subject is no person",
        "for: {whom} 不是人，as 不起作用；换成 for: member 等，或去掉 as",
    ),
    (
        "P433",
        "the next {kinds} would make this one good: write link: self",
        "下一条 {kinds} 会顶这一条：说的是这条记录自己，写 link: self（同一天的别条也算，写 same: [date]）",
    ),
    (
        "P431",
        "{name}: a share is of those who should have been there",
        "{name}：百分比只用于 present、excused、absent、unstated（应到的几成）",
    ),
    (
        "P440",
        "{kinds} has no {name}: only {only} has",
        "{kinds} 没有 {name}，只有 {only} 有：这一条永远不会相符",
    ),
    (
        "P464",
        "not asked in the year in which it begins: {day}",
        "从 {day} 起，那一年却不要求（一年一次的，按年初是否施行）：这些日子写进 when，如 {every: year, from: {day}}",
    ),
    (
        "P465",
        "{name} is asked in other words: {text}",
        "这样问 {name} 永远不会相符；换成 {text}",
    ),
    (
        "P466",
        "{name} is persons, whom a pack does not name: {word}",
        "{name} 是人，规则包不写人名（{word}）；写 {name}: {is: secretary} 的样子，数几个人写 {min: 5}，本人写 as",
    ),
    (
        "P466",
        "{name} has a size: write {min: {word}}",
        "{name} 是几个人、几项：写 {name}: {min: {word}}",
    ),
    (
        "P467",
        "{name}: {word} is no more and no less: perhaps {min: {like}}",
        "{name}: {word} 是不多不少正好 {word}；不少于写 {min: {word}}",
    ),
    (
        "P468",
        "{name} {number}: a part of the whole: perhaps {like}%",
        "{name} {number}：数的是其中一部分，比例不会超过 1；是不是 {number}%",
    ),
    (
        "P469",
        "{kinds} may be of any record: write link: subject, or same",
        "哪条记录的 {kinds} 都算；写 link: subject，或 same",
    ),
    (
        "P469",
        "{kinds} may be of anybody: write same",
        "谁的 {kinds} 都算；写 same，如 same: [about]",
    ),
    (
        "P470",
        "no {period} lies in these months: {months}",
        "没有哪个 {period} 整个在这些月里：{months}；换成 every: month，或写 from、to",
    ),
    (
        "P470",
        "late {late} is before {due}",
        "late 的 {late} 在 {due} 以前，不起作用",
    ),
    (
        "P471",
        "id: {pack} is the name of a shipped pack",
        "id 的 {pack} 是自带规则包的名字：换一个，否则报告里分不清是哪一个",
    ),
    (
        "P469",
        "filing may be of any record: write what",
        "报送什么都算；写 what，如 what: study-plan",
    ),
    (
        "P470",
        "{days} counts the other way",
        "{days} 倒着数：from、to 已经分别是以前、以后，只写天数；都在以前的用 before，都在以后的用 after",
    ),
    (
        "P470",
        "band lies inside its window",
        "band 在窗口里面，不起作用；band 是窗口外面还算的那几天，要写得更宽",
    ),
    (
        "P441",
        "nobody stands as {role} in {kinds}: perhaps {instead}",
        "{kinds} 里没有人是 {role}：改用 {instead}，否则永远不会相符",
    ),
    (
        "P442",
        "no record is of all these kinds: {kinds}",
        "没有哪条记录能同时是这几类：{kinds}",
    ),
    (
        "P443",
        "status: only what was held is looked at; status: cancelled is all to ask",
        "status：只看开展了的，不用写；取消的写 status: cancelled",
    ),
    (
        "P444",
        "{name} is a number: {word}",
        "{name} 是数：写 {name}: {min: 90} 的样子，不写“{word}”",
    ),
    (
        "P445",
        "{name} names no persons: is and which ask of persons",
        "{name} 不是人：is、which 只用来问人",
    ),
    (
        "P446",
        "{name} is one text, which has no size: min, max …",
        "{name} 是一段文字，没有多少可言：不写 min、max",
    ),
    (
        "P447",
        "{kind} is of level {level}, which is not counted: write level",
        "{kind} 的层次是 {level}，不写就数不到；写 level: {level}",
    ),
    (
        "P448",
        "the record counts itself: write from: 1d",
        "这条记录自己也数进去了，永远算办到；when 里写 from: 1d",
    ),
    (
        "P449",
        "a share of what? write to, or a number",
        "写了百分比却没写占什么的：写 to，或者写成次数",
    ),
    ("P450", "min {min}: more than the whole", "min {min}：比全部还多，谁也做不到"),
    ("P451", "min 0 asks for nothing", "min 0 等于没有要求"),
    (
        "P460",
        "all are worth {worth}: ask for another number instead",
        "of 里都是 worth: {worth}：不写 worth，改 min（max）",
    ),
    (
        "P460",
        "one of any is enough for min {min}: worth says nothing",
        "min {min} 哪样办一次都够了，worth 不起作用：改 min，或删去 worth",
    ),
    (
        "P460",
        "{kinds} counts as more anyway: worth {worth} is never used",
        "{kinds} 按另一样算得更多，worth: {worth} 永远用不上",
    ),
    ("P462", "{name} of itself is all of it", "{name} 占 {name} 总是全部：of 写另一项"),
    (
        "P462",
        "{name} is neither a number nor persons: of what part?",
        "{name} 不是数，也不是人，说不上占几成",
    ),
    (
        "P450",
        "{name}: {bound} of {of}: more than the whole",
        "{name}：比“{of}”的全部还多（{bound}），谁也做不到",
    ),
    ("P461", "nth: {name} 1 is each of them", "nth 的 {name} 写 1 就是每次：删去 nth"),
    (
        "P461",
        "nth counts by days: {kinds} has none",
        "nth 按日期数，{kinds} 没有日期：删去 nth",
    ),
    (
        "P461",
        "nothing breaks the row: of means no more than each",
        "of 和 each 说的一样，连着数断不了：of 要比 each 宽，或者改写 every",
    ),
    ("P452", "{name} is no number to add up", "{name} 不是数，加不起来"),
    (
        "P411",
        "{low} {least} and {high} {most}: can never be kept",
        "{low} {least} 与 {high} {most} 之间没有数，谁也做不到",
    ),
    (
        "P411",
        "under {most}: can never be kept",
        "没有比 {most} 更少的：under 谁也做不到",
    ),
    (
        "P463",
        "the end of what stands: write kind: {kind}",
        "each 的还在任、还在册的没有结束的日子：改写 kind: {kind}",
    ),
    (
        "P463",
        "{name} counts only if it stands on the last day: write kind: {kind}",
        "{name} 只看最后一天在不在，后补的不算迟办：改写 kind: {kind}",
    ),
    (
        "P463",
        "{kind} has {name} on a day: write for: {whom}, when: now",
        "each 的 {kind} 没有 {name}，要看某一天的：去掉 each，写 for: {whom}、when: now",
    ),
    ("P453", "item twice: {name}", "清单里“{name}”写了两次"),
    ("P453", "min {min} of {number} items", "清单有 {number} 项，min 却是 {min}"),
    (
        "P454",
        "fold: {asked} in a year of {most}: can never be broken",
        "fold：一年只有 {most} 期，到不了 {asked} 期",
    ),
    (
        "P455",
        "attest asks once a year: when is not looked at",
        "attest 每年问一次，不看 when：删去",
    ),
    ("P456", "soft asks for no more", "soft 不比规则本身更严：改严，或删去"),
    ("P457", "implies: {kind} is itself", "implies：{kind} 自己就是自己，删去"),
    (
        "P458",
        "words: no such attribute: {word}",
        "words：记录没有 {word} 这一项",
    ),
    (
        "P459",
        "words: {form} is of {first} and of {word}",
        "words：“{form}”既是“{first}”又是“{word}”，会认错：只留一处",
    ),
    ("P440", "{kinds} has no {name}", "{kinds} 没有 {name}：这一条永远不会相符"),
    ("P420", "{name}: {day}: no such day", "{name}：没有 {day} 这一天"),
    ("P420", "day is out of range for month", "没有这一天"),
    ("P420", "month must be in 1..12", "没有这个月"),
    (
        "P421",
        "{name}: {day}: of several years a day needs its year",
        "{name}：几年里的一天要写年份：{day}",
    ),
    (
        "P421",
        "{name}: {day}: a week has no month-days",
        "{name}：一周里没有月-日：{day}",
    ),
    (
        "P421",
        "{name}: {day}: {every} has no month {month}",
        "{name}：{every} 里没有第 {month} 个月：{day}",
    ),
    (
        "P422",
        "item {name}: covers {id}, the rule does not",
        "“{name}”一项的 covers 里有 {id}，规则的 covers 里没有",
    ),
    (
        "P451",
        "{kind} that comes after the {period} counts for nothing: write late: ever, or never",
        "{kind} 过了这一期（{period}）再办就永远算没办；补办仍算的写 late: ever，不算的写 late: never",
    ),
    (
        "P452",
        "the secretary would have to talk with himself: write except",
        "书记也是党员，要和自己谈话：写 except，里面写 post: 书记",
    ),
    (
        "P454",
        "distinct: {role} counts the person himself: leave it out of as",
        "distinct: {role} 把本人也数作一个人；as 里去掉 {role}",
    ),
    (
        "P453",
        "link: {kind} cannot refer to an item of a list",
        "{kind} 的“依据”只能指一条记录，指不到清单里的一项；去掉 link",
    ),
    (
        "P450",
        "every {whom} would owe it for each {rule}: write as",
        "{rule} 每没办到一次，每个 {whom} 都要办一次；是没办到的那个人的，写 as: about",
    ),
    (
        "P450",
        "{rule} is the duty of a person: write as: about",
        "{rule} 是一个人的事，没办到的是他：写 as: about",
    ),
    (
        "P450",
        "{rule} is the duty of no person: as: about asks for one",
        "{rule} 不是某个人的事，as: about 找不到人；去掉 as，for 写 branch 或 fact",
    ),
    (
        "P450",
        "every group would owe it for each {rule}: for: branch, or fact",
        "{rule} 每没办到一次，每个党小组都要办一次；for 写 branch 或 fact",
    ),
    (
        "P450",
        "{rule} is a duty of groups, which is not counted: write level: group",
        "{rule} 是党小组的事；支部要接着办的，each 写 level: group",
    ),
    (
        "P450",
        "run: {rule} is about each record, of which none is in a row",
        "{rule} 说的是每一条记录，没有“连续几次”；去掉 run",
    ),
    (
        "P450",
        "link: {rule} is about no record",
        "{rule} 说的不是哪一条记录，link 连不上；去掉 link",
    ),
)
