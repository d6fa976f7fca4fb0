"""What is wrong or doubtful in a pack, in words: (code, English, Chinese).

The English is how packs and the workshop say it (or pydantic, which checks the shapes);
a problem is found again by its words, whatever stands in the `{holes}`. Codes: P1xx the
shape of a file, P2xx what does not fit together, P3xx packs over packs, P5xx clauses,
P6xx cases; P4xx, what is allowed and surely not meant, stands in `said/lint`.
"""

from __future__ import annotations

from lxyz.render.said.lint import DOUBTS

SAID: tuple[tuple[str, str, str], ...] = (
    # --- shape ------------------------------------------------------------------
    ("P101", "Field required", "缺这个键"),
    (
        "P102",
        "Extra inputs are not permitted: {known}",
        "这里没有这个键；可以写 {known}",
    ),
    ("P102", "Extra inputs are not permitted", "这里没有这个键"),
    (
        "P103",
        "Input should be a valid dictionary or instance of {type}",
        "应是几行“键: 值”",
    ),
    ("P103", "Input should be a valid dictionary", "应是几行“键: 值”"),
    ("P103", "not a mapping", "整个文件应是几行“键: 值”"),
    ("P104", "Input should be a valid string", "应是一行文字"),
    ("P105", "Input should be a valid tuple", "应是列表，每项一行，以“- ”开头"),
    ("P105", "Input should be a valid list", "应是列表，每项一行，以“- ”开头"),
    ("P106", "Input should be {allowed}", "只能是 {allowed}"),
    ("P107", "String should match pattern '{pattern}'", "写法不对，应为{pattern}"),
    (
        "P108",
        "Tuple should have at least {least} item after validation, not {number}",
        "至少要有 {least} 项",
    ),
    ("P109", "expect or days", "缺“expect”或“days”"),
    # --- what does not fit together ----------------------------------------------
    ("P201", "no such param: ${name}", "params 里没有 ${name}"),
    ("P202", "id twice: {id}", "id 用了两次：{id}"),
    (
        "P235",
        "{word} is a kind already: {slug}",
        "“{word}”词表里已有，规则里写 {slug}",
    ),
    ("P235", "nothing is like {kind}", "没有记录像 {kind} 这样写"),
    ("P235", "{word} is too vague for a kind", "“{word}”太笼统，换一个具体的名称"),
    ("P235", "{word} is {kind} already", "“{word}”已经是“{kind}”的叫法"),
    ("P237", "no such kind: {word} ({like}?)", "没有 {word} 这类记录，是否 {like}？"),
    ("P237", "no such kind: {word}", "没有 {word} 这类记录"),
    ("P203", "under: no such rule: {id}", "under 所写的规则没有：{id}"),
    (
        "P204",
        "under in a circle: {circle}",
        "under 绕成了圈：{circle}；去掉其中一个 under",
    ),
    (
        "P205",
        "exactly one of count, has, cover, attest",
        "检验只能有一个：count、has、cover、attest 选一",
    ),
    ("P206", "for: fact needs each", "for: fact 要写 each：对哪些记录"),
    ("P207", "has needs each, or when: now", "has 要写 each，或 when: now"),
    (
        "P208",
        "when: now is of the profile, not of each",
        "when: now 看的是名册，不能再写 each",
    ),
    (
        "P209",
        "a span relative to the subject needs each",
        "从某条记录算起的时段要写 each",
    ),
    (
        "P236",
        "here_on is a day of the year",
        "here_on 写一年里的一天，如 07-10",
    ),
    ("P210", "which and except narrow persons", "which、except 只用来挑人"),
    (
        "P211",
        "rounds belong to a number of the branch",
        "rounds 只用于支部的次数（for: branch）",
    ),
    (
        "P212",
        "at most one of to, sum, distinct, mean; only distinct goes with to",
        "to、sum、distinct、mean 至多写一个；只有 distinct 可与 to 同用",
    ),
    ("P213", "rounds make a plain number", "rounds 只数次数，不与 to、sum、max 等同用"),
    (
        "P232",
        "worth is of a plain number: min, max",
        "worth（一次算几次）只与 min、max 同用，不与 over、under、to、sum、distinct、mean、rounds 同用",
    ),
    (
        "P234",
        "of needs min, max, over or under",
        "写了 of（占谁的）就要写 min、max、over 或 under",
    ),
    (
        "P234",
        "of goes with bounds and which alone",
        "of（占谁的）只与 min、max、over、under、which 同用",
    ),
    ("P233", "exactly one of every, run", "nth 里 every、run 选一"),
    (
        "P233",
        "run and of belong together",
        "nth 的 run 要写 of：在哪些记录里连着数；of 也只与 run 同用",
    ),
    (
        "P233",
        "nth.of stands alone: no link, no same",
        "nth 的 of 不和哪条记录相连：不写 link、same",
    ),
    (
        "P233",
        "nth is of the records of a subject: each, not for: fact",
        "nth 数的是一个对象的第几次：要写 each，for 写 branch、group、member 等，不写 fact",
    ),
    (
        "P233",
        "nth counts by days: no subject.due",
        "nth 按日期数：when 里不用 subject.due",
    ),
    (
        "P232",
        "worth belongs to what a count counts (of)",
        "worth 只写在 count 的 of 里",
    ),
    (
        "P240",
        "kind: unmet and rule belong together",
        "kind: unmet（没有办到）要写 rule：哪条规则没有办到；rule 也只与它同用",
    ),
    (
        "P240",
        "unmet is what a rule is about: each",
        "unmet（没有办到）只写在 each 里：没有办到的，接着要办什么",
    ),
    (
        "P240",
        "unmet is followed by something to do: count, cover",
        "unmet（没有办到）以后要办的，写 count 或 cover",
    ),
    (
        "P240",
        "unmet is known afterwards: after, every",
        "没有办到是事后才知道的：when 写 after: subject 或 every",
    ),
    (
        "P240",
        "unmet: no such rule before this one: {rule}",
        "rule 写的是排在这条规则前面的一条规则；前面没有 {rule}",
    ),
    (
        "P240",
        "unmet: {rule} asks for nothing to be done: count with min, cover",
        "{rule} 不是要办什么事的（count 配 min、cover），没有办到无从说起",
    ),
    ("P214", "give `is`, or `any` with `label`", "写 is，或 any 连同 label"),
    ("P215", "exactly one of run, total", "run、total 只写一个"),
    (
        "P216",
        "exactly one of every, after, before, around, during, by: subject.due",
        "when 只从一处算起：every、after、before、around、during、by: subject.due 选一",
    ),
    ("P217", "{name}: {day}: here it is a month-day", "{name} 这里要写月-日：{day}"),
    (
        "P217",
        "{name}: {day}: here it is days, such as 7d",
        "{name} 这里要写天数，如 7d：{day}",
    ),
    ("P218", "around needs from and to", "around 要写 from 和 to"),
    ("P219", "in, day, by belong to every", "in、day、by 要与 every 同用"),
    ("P220", "within belongs to after", "within 要与 after 同用"),
    ("P221", "a fixed day has no other bounds", "写了 day 就不写别的起止"),
    (
        "P221",
        "several years have no other bounds",
        "几年一个周期的，不写别的起止，只写 every、first、late",
    ),
    (
        "P221",
        "every several years needs first: the year it begins in",
        "几年一个周期的，要写 first: 第一个周期从哪一年起",
    ),
    (
        "P221",
        "first belongs to every: two-years … five-years",
        "first 只同 every: two-years 到 five-years 一起写",
    ),
    (
        "P222",
        "a fixed day is one of every month",
        "day 是每月的一天，要写 every: month",
    ),
    (
        "P222",
        "a weekday is one of every week",
        "day 只写星期几，要写 every: week；每月的写 first friday",
    ),
    (
        "P228",
        "after: period needs every and within",
        "after: period 要写 every 和 within，如 {every: month, after: period, within: 5d}",
    ),
    (
        "P229",
        "after: period has no other bounds",
        "after: period 不再写 from、to、by、in、band、day",
    ),
    (
        "P231",
        "after: period closes a period, not a record: no each",
        "after: period 说的是一个周期之后，不写 each；从某条记录算起写 after: subject",
    ),
    (
        "P241",
        "before: period goes with from, to, by alone",
        "before: period 只写 from、to、by（前一个周期里的日子），不写 in、band、day、roll、after",
    ),
    (
        "P241",
        "before: period is before a period, not a record: no each",
        "before: period 说的是一个周期之前，不写 each；某条记录之前写 before: subject",
    ),
    ("P230", "months belong to every", "months 要与 every 同用"),
    ("P223", "shift and needs belong to day", "shift、needs 要与 day 同用"),
    (
        "P224",
        "same belongs to a span about a subject",
        "same 用于从某条记录算起的时段",
    ),
    ("P225", "{name}: fixed", "{name} 已由规则包定死，支部不能改"),
    ("P226", "effective_from: {day}", "effective_from 应是日期，如 2016-04-01：{day}"),
    ("P238", "pack: it ends before it begins", "pack 的 to 早于 from：哪天都没有要求"),
    (
        "P227",
        "params.{name}: names another param",
        "params 的 {name} 里不能再用 $：照写值，或者在规则里用那个参数",
    ),
    # --- packs over packs --------------------------------------------------------
    ("P301", "extends in a circle: {name}", "extends 绕成了圈：{name}"),
    ("P302", "extends: {name}: {id} twice", "extends 里 {name} 带来两次 {id}"),
    (
        "P315",
        "extends: {name}: more than {most} on one another",
        "extends 的 {name} 叠得太深：一个靠一个，最多 {most} 个",
    ),
    ("P303", "extends: {name}: {text}", "extends 的 {name} 不能用：{text}"),
    (
        "P304",
        "{name}: not a pack this one extends",
        "{name}：它的规则包不在 extends 里",
    ),
    (
        "P304",
        "unwaivable: {name}: not a pack this one extends",
        "unwaivable 的 {name}：它的规则包不在 extends 里（自己的规则写 waivable: no）",
    ),
    ("P305", "{verb}: no such rule: {name}", "{verb} 所写的规则没有：{name}"),
    (
        "P306",
        "instead: {name} is itself instead of another",
        "instead：{name} 自己已代替别的规则",
    ),
    ("P307", "either like or instead", "like、instead 只写一个"),
    ("P308", "by belongs to instead", "by 要与 instead 同用"),
    (
        "P309",
        "like {name}, but looser",
        "比 like 的 {name} 宽；要放宽用 instead，写明 by",
    ),
    (
        "P310",
        "does not compare with {name}: use instead",
        "与 {name} 比不出严宽；改用 instead",
    ),
    (
        "P311",
        "instead of a must ({name}) needs by: {org, doc}",
        "代替必须做的 {name} 要写 by: {org: 谁定的, doc: 哪个文件}",
    ),
    ("P312", "set: no such param: {name}", "set 所写的参数没有：{name}"),
    (
        "P313",
        "set: {name} stands in the text: it needs by: {org, doc}",
        "set：{name} 是原文定的，要写 by: {org: 谁定的, doc: 哪个文件}",
    ),
    ("P314", "set: {name} is fixed", "set：{name} 已定死，不能改"),
    # --- the text of a pack ------------------------------------------------------
    (
        "P112",
        "nothing stands here",
        "这里没有内容：写上内容，或者删去这一行",
    ),
    # --- clauses -----------------------------------------------------------------
    ("P501", "why is required", "不判断的条款要写 why：为什么"),
    ("P502", "expected {id}", "编号断了，这里应是 {id}"),
    ("P503", "judged, but no rule covers it", "写了 judged，却没有规则 covers 它"),
    (
        "P504",
        "attest, but no attest rule covers it",
        "写了 attest，却没有 attest 规则 covers 它",
    ),
    (
        "P505",
        "a must that records decide is not judged",
        "必须做、记录看得出来的，应该 judged",
    ),
    (
        "P506",
        "covers an unknown entry {id}",
        "covers 的 {id} 不在 clauses.yaml 里",
    ),
    # --- cases -------------------------------------------------------------------
    ("P601", "no such key: {keys}", "样例没有这个键：{keys}"),
    ("P602", "expect", "expect 写结果（如 met），或 {outcome: met, have: 1} 的样子"),
    ("P603", "no such rule", "包里没有这条规则"),
    ("P604", "as_of", "as_of 应是日期，如 2016-12-31"),
    ("P605", "year", "year 应是四位年份"),
    (
        "P612",
        "{key}: not of its form",
        "样例的 {key} 写法不对：records 是列表，days、branch 是几行“键: 值”，year 是年份",
    ),
    ("P606", "not a case", "样例应是几行“键: 值”：rule、name、as_of、records、expect"),
    (
        "P611",
        "no cases.yaml: no rule was tried",
        "没有 cases.yaml，规则一条也没有试过；写法见 docs/from-document-to-pack.md",
    ),
    ("P607", "branch and cases", "cases.yaml 要有 branch（样例支部）和 cases（列表）"),
    (
        "P608",
        "no verdict (of {number}): {there}; line {line}: {text}",
        "没有这样的判断（这条规则共 {number} 个：{there}）；第 {line} 行 {text}",
    ),
    (
        "P608",
        "no verdict (of {number}): {there}",
        "没有这样的判断（这条规则共 {number} 个：{there}）",
    ),
    ("P610", "line {line}: {text}", "第 {line} 行 {text}"),
    (
        "P609",
        "{key}: {got} ({about}; have {have}, missing {missing}); line {line}: {text}",
        "{key} 是 {got}（{about}；已有 {have}，缺 {missing}）；第 {line} 行 {text}",
    ),
    (
        "P609",
        "{key}: {got} ({about}; have {have}, missing {missing})",
        "{key} 是 {got}（{about}；已有 {have}，缺 {missing}）",
    ),
    (
        "P609",
        "{key}: {got} ({about}; have {have}); line {line}: {text}",
        "{key} 是 {got}（{about}；已有 {have}）；第 {line} 行 {text}",
    ),
    (
        "P609",
        "{key}: {got} ({about}; have {have})",
        "{key} 是 {got}（{about}；已有 {have}）",
    ),
    (
        "P609",
        "{key}: {got} (case of {about}); line {line}: {text}",
        "{key} 是 {got}（{about}）；第 {line} 行 {text}",
    ),
    ("P609", "{key}: {got} (case of {about})", "{key} 是 {got}（{about}）"),
    *DOUBTS,  # last: some have wide holes
)
# What is said in English of the shapes that pydantic tells of, where its own words are not
# those of who writes YAML.
IN_ENGLISH = {
    "Field required": "this key is missing",
    "Extra inputs are not permitted: {known}": "no such key here; there are {known}",
    "Extra inputs are not permitted": "no such key here",
    "Input should be a valid dictionary or instance of {type}": "write lines of `key: value`",
    "Input should be a valid dictionary": "write lines of `key: value`",
    "not a mapping": "the whole file is lines of `key: value`",
    "Input should be a valid string": "write one line of text",
    "Input should be a valid tuple": "write a list, each item on a line that begins with `- `",
    "Input should be a valid list": "write a list, each item on a line that begins with `- `",
    "Input should be {allowed}": "it can only be {allowed}",
    "String should match pattern '{pattern}'": "not so written; it is {pattern}",
    "branch and cases": "cases.yaml has branch (the branch of the cases) and cases (a list)",
}
# What is wrong in the text of a file, where a pack is no file of records: see `said/files`.
OF_PACKS = {
    "F002": (
        "文件是 GBK（GB18030）编码，规则包只能是 UTF-8",
        "用记事本“另存为”，编码选 UTF-8",
        "the file is in GBK (GB18030); a pack is in UTF-8",
        "save it as UTF-8",
    ),
    "F003": (
        "文件是 UTF-16 编码，规则包只能是 UTF-8",
        "用记事本“另存为”，编码选 UTF-8",
        "the file is in UTF-16; a pack is in UTF-8",
        "save it as UTF-8",
    ),
    "F006": (
        "文件里有空字节，像是损坏了或不是文本",
        "找完好的一份重新保存",
        "there are null bytes in the file: it is damaged or no text",
        "save a sound copy",
    ),
    "F007": (
        "文件是空的",
        "写法见 docs/from-document-to-pack.md；lxyz rules new 给出能用的开头",
        "the file is empty",
        "see docs/from-document-to-pack.md; lxyz rules new makes one to begin with",
    ),
    "F111": (
        "一个文件只放一份 YAML：这里有“---”分隔或 % 指令",
        "删去这一行；两个规则包分成两个文件夹",
        "one file holds one YAML document: here is a `---` or a % directive",
        "delete the line; two packs are two folders",
    ),
    "F117": (
        "“{key}”后面没有内容",
        "写上内容，或者删去这一行",
        "there is nothing after “{key}”",
        "write something, or delete the line",
    ),
    "F120": (
        "这不是规则包，像是普通文字[[：{text}]]",
        "每行写成“键: 值”，如 pack: {id: 名字}",
        "this is no pack but plain text[[: {text}]]",
        "write lines of `key: value`",
    ),
}
# What a closed grammar of texts allows, where a pattern says it to machines only.
GRAMMARS = {
    "Number": ("数，如 8、1/2、80%", "a number, such as 8, 1/2, 80%"),
    "Whole": ("整数", "a whole number"),
    "Times": ("第几次，1 到 999 的整数", "which one, a whole number from 1 to 999"),
    "Worth": (
        "一次算几次：大于零的数，如 2、1/2、1.5",
        "as how many one counts: more than none, such as 2, 1/2, 1.5",
    ),
    "Days": (
        "天数或月数，如 7d、5wd（工作日）、3m（月）",
        "days or months, such as 7d, 5wd, 3m",
    ),
    "Shift": ("天数，如 7d", "days, such as 7d"),
    "MonthDay": ("月-日或日期，如 07-01", "a month-day or date, such as 07-01"),
    "Offset": ("月-日、日期或天数", "a month-day, date, or days"),
    "By": (
        "月-日（每月5日写 1-05）、日期或 subject.due",
        "a month-day (the 5th of each month: 1-05), date, or subject.due",
    ),
    "Late": (
        "never、ever、月-日、+30d、+2 months",
        "never, ever, a month-day, +30d, +2 months",
    ),
    "Day": ("日期，如 2016-06-24", "a date, such as 2016-06-24"),
    "Year": ("年份，1900 到 2199", "a year from 1900 to 2199"),
    "FirstYear": ("年份，1900 到 2199", "a year from 1900 to 2199"),
    "FixedDay": (
        "几号、first friday、last workday，或 friday（每周）",
        "a day of the month, first friday, last workday, or friday (of a week)",
    ),
    "Month": ("月份，1 到 12", "a month, 1 to 12"),
    "Slug": (
        "名字（小写字母、数字、连字符，不写路径）",
        "a name (small letters, digits, hyphens; no path)",
    ),
    "KindName": (
        "类：词表里的英文名，或 kinds 里的中文名",
        "a kind: an English name of the vocabulary, or a Chinese one from kinds",
    ),
    "OtherName": (
        "另一个叫法：中文名，2 到 20 个字，不带标点；或英文小写字母、数字、连字符",
        "another name: a Chinese one of 2 to 20 letters, or small letters, digits, hyphens",
    ),
    "OwnName": ("中文名，2 到 20 个字，不带标点", "a Chinese name, 2 to 20 letters"),
    "RuleId": ("小写字母、数字、连字符", "small letters, digits, hyphens"),
    "ParamName": ("小写字母、数字、下划线", "small letters, digits, underscores"),
}
