"""The terms of reports, (Chinese, English): outcomes, attributes, reasons, notes.

Keys and kinds of records come from the vocabulary; what facts add of their own, and the
short keys that verdicts and faults carry, stand here.
"""

from __future__ import annotations

Pair = tuple[str, str]

OUTCOMES: dict[str, Pair] = {
    "met": ("达标", "met"),
    "late": ("迟办", "late"),
    "planned": ("已列计划", "planned"),
    "open": ("未到期", "open"),
    "overdue": ("逾期", "overdue"),
    "missed": ("已误", "missed"),
    "waived": ("豁免", "waived"),
    "not-applicable": ("不适用", "not applicable"),
    "undecidable": ("待补全", "undecidable"),
    "attest": ("待确认", "to attest"),
    "folded": ("已归并", "folded"),
    "faults": ("记录错误", "faults"),
}
# The parts of a report; see `lxyz.render.verdict.entries.part_of`.
PARTS: dict[str, Pair] = {
    "now": ("现在要做", "Do now"),
    "next": ("接下来 30 天", "In the next 30 days"),
    "missed": ("已无法补救", "Too late"),
    "late": ("迟办", "Done late"),
    "undecidable": ("待补全（写清才能判断）", "To be completed"),
    "optional": ("可做可不做", "Optional"),
    "waived": ("豁免", "Waived"),
    "above": ("请上级党组织办", "For the committee above"),
    "attest": ("需人工确认", "For a person to attest"),
    "later": ("未到期", "Not yet due"),
    "met": ("达标", "Met"),
    "not-applicable": ("不适用", "Not applicable"),
    "folded": ("已归并", "Folded"),
    "accepted": ("已接受（基线）", "Accepted (baseline)"),
}
MODALITIES: dict[str, Pair] = {
    "must": ("必须", "must"),
    "should": ("应当", "should"),
    "may": ("可以", "may"),
    "goal": ("目标", "goal"),
}
LEVELS: dict[str, Pair] = {
    "error": ("错误", "error"),
    "warning": ("提醒", "warning"),
    "info": ("提示", "info"),
    "none": ("", ""),
}
SUBJECTS: dict[str, Pair] = {
    "branch": ("支部", "the branch"),
    "group": ("每个党小组", "each group"),
    "member": ("每名党员", "each member"),
    "leader": ("每名党员领导干部", "each leading cadre"),
    "secretary": ("书记", "the secretary"),
    "committee": ("每名支委", "each committee member"),
    "fact": ("每条记录", "each record"),
    "unit": ("上级党组织", "the committee above"),
}
# Attributes and roles that facts have beside (or under another name than) the keys.
ATTRIBUTES: dict[str, Pair] = {
    "above-records": ("上级组织的记录", "records of the committee above"),
    "absent": ("缺席", "absent"),
    "about": ("对象", "members"),
    "attachments": ("附件数", "evidence"),
    "based_on": ("依据", "based_on"),
    "category": ("类别", "category"),
    "committee": ("支委会", "committee"),
    "condition": ("条件", "condition"),
    "contact": ("联系人", "contact"),
    "guest": ("列席", "guests"),
    "introducer": ("介绍人", "introducer"),
    "effective_from": ("开始施行的日期", "effective_from"),
    "days": ("日期至结束日期的天数", "days (date to end)"),
    "excused": ("请假", "excused"),
    "expected": ("应到", "expected"),
    "filed": ("报送", "filings"),
    "form": ("形式", "form"),
    "grade": ("等次", "grades"),
    "groups": ("党小组", "groups"),
    "hardship_in_year": ("年内有困难", "in hardship in the year"),
    "issue_days": ("印发后的天数", "days after issue"),
    "keynote": ("主题发言", "keynote"),
    "kind": ("类型", "kind"),
    "leader": ("组长", "leader"),
    "lecturer": ("主讲", "lecturer"),
    "longest_speaker": ("每人分钟数", "minutes of a speaker"),
    "mode": ("方式", "mode"),
    "moved": ("改期", "moved"),
    "name": ("名称", "name"),
    "on_slot": ("学习日", "weekly_slot"),
    "ordinary": ("普通党员身份", "capacity"),
    "outside_speaker": ("外请主讲", "outside speaker"),
    "owner": ("本人", "members"),
    "participant": ("参加人", "participants"),
    "party_years": ("党龄", "years in the Party"),
    "payer": ("由谁", "by"),
    "planned": ("时段", "when"),
    "plans": ("计划项类型", "kind of the item"),
    "position": ("次序", "order"),
    "post": ("职务", "post"),
    "posts": ("职务", "posts"),
    "present": ("出席", "present"),
    "problem": ("问题", "problem"),
    "recipient": ("报送单位", "recipient"),
    "responsible": ("责任人", "responsible"),
    "rests_on": ("依据", "based_on"),
    "secretary": ("书记", "secretary"),
    "speaker": ("发言", "speakers"),
    "speaker_minutes": ("每人分钟数", "minutes of a speaker"),
    "state": ("状态", "state"),
    "term_end": ("换届日期", "elected_on"),
    "term_over": ("任期届满", "term over"),
    "topics": ("专题", "topics"),
    "unstated": ("未说明的出席情况", "unstated attendance"),
    "weekday": ("星期", "weekday"),
    "what": ("报送内容", "what is filed"),
    "wording": ("章节", "sections"),
    "workdays": ("日期至结束日期的工作日", "working days (date to end)"),
    "years": ("入党周年", "years since joining the Party"),
    "written_sections": ("章节正文", "text of the sections"),
}
# Kinds of facts beside those of records.
KINDS: dict[str, Pair] = {
    "filing": ("报送", "filing"),
    "step": ("环节", "step"),
    "plan-item": ("计划项", "plan item"),
    "plan-section": ("计划的章节", "section of a plan"),
    "personal-plan-item": ("个人计划项", "item of a personal plan"),
    "rectification": ("整改事项", "rectification"),
    "rectification-closed": ("整改销号", "closing of a rectification"),
    "problem": ("问题", "problem"),
    "problem-closed": ("问题解决", "closing of a problem"),
    "commitment-check": ("承诺检查", "check of a commitment"),
    "activity-week": ("党员活动周", "activity week"),
    "assigned-task-closed": ("交办任务完成", "an assigned task done"),
    "member": ("党员", "member"),
    "post": ("任职", "post"),
    "post-taken": ("到任", "taking of a post"),
    "post-left": ("离任", "leaving of a post"),
    "member-joined": ("党员转入", "joining of a member"),
    "member-left": ("党员转出", "leaving of a member"),
    "party-joined": ("入党", "joining of the Party"),
    "party-anniversary": ("入党纪念日", "anniversary of joining the Party"),
    "group": ("党小组", "group"),
    "branch": ("支部", "branch"),
    "candidate": ("发展党员对象", "candidate"),
    "candidate-stage": ("发展党员的阶段", "stage of a candidate"),
    "attendance": ("考勤", "attendance"),
}
# Values that facts have beside the closed ones of the vocabulary.
VALUES: dict[str, Pair] = {
    "image": ("图片", "image"),
    "text": ("文字材料", "text"),
    "file": ("文件", "file"),
    "leave": ("长期请假", "on leave"),
    "active": ("在岗", "active"),
    "monday": ("星期一", "monday"),
    "tuesday": ("星期二", "tuesday"),
    "wednesday": ("星期三", "wednesday"),
    "thursday": ("星期四", "thursday"),
    "friday": ("星期五", "friday"),
    "saturday": ("星期六", "saturday"),
    "sunday": ("星期日", "sunday"),
}
# Why a rule has no case.
WHYS: dict[str, Pair] = {
    "not-in-force": ("那时不施行", "not in force then"),
    "no-fact": ("没有这类记录", "there is no such record"),
    "condition": ("本支部没有这种情况", "the branch is not in that position"),
    "unit-level": ("是上级党组织的事", "it concerns the committee above"),
    "before-pack": ("早于文件的年度", "before the year of the document"),
    "other-year": ("只要求别的年度", "asked only in other years"),
    "param-unset": ("参数没有设定", "a parameter is not set"),
    "set-aside": ("由 {} 代替", "replaced by {}"),
    "no-branch": ("没有支部", "there is no branch"),
    "branch-to-come": ("支部那时还没有成立", "the branch was not yet founded"),
    "branch-gone": ("支部那时已经撤销", "the branch had been dissolved"),
    "no-group": ("没有党小组", "there is no group"),
    "no-member": ("没有这样的党员", "there is no such member"),
    "no-leader": ("没有党员领导干部", "there is no leading cadre"),
    "no-secretary": ("没有书记", "there is no secretary"),
    "no-committee": ("没有支委", "there is no committee member"),
    "no-unit": ("没有上级党组织", "there is no committee above"),
    "enough-others": ("别的几项已经够了", "the others are enough"),
    "no-denominator": ("没有可比的记录", "there is nothing to compare with"),
    "no-nth": ("一年里没有满{}次", "there are fewer than {} in the year"),
    "no-run": ("一年里没有连续{}次", "there are no {} in a row in the year"),
}
# What a near miss lacked.
NEARS: dict[str, Pair] = {
    "outside": ("日期不在规定时间内", "outside the days"),
    "condition": ("“{}”不合要求", "{} is not as asked"),
    "role": ("当时{}", "was {}"),
    "cancelled": ("取消了（{}）", "cancelled ({})"),
    "level": ("是{}，不是本支部的", "{}, not of the branch"),
    "similar": ("写成了“{}”", "spelt “{}”"),
    "unknown": ("记录不全", "incomplete"),
}
# Whose a near miss is, if not the branch's.
OWNERS: dict[str, Pair] = {
    "group": ("党小组的", "of a group"),
    "above": ("上级的", "of the committee above"),
    "elsewhere": ("别的支部的", "of another branch"),
}
# Notes of a verdict; `{}` is what stands after the colon.
NOTES: dict[str, Pair] = {
    "band": (
        "在宽限的日期里，下次按规定的日期办",
        "within the grace days; keep to the days asked next time",
    ),
    "soft": ("已过首选日期，仍在宽限内", "past the days preferred, still in grace"),
    "moved": ("改期的，写有原因", "moved, with a reason"),
    "other-day": ("办了，但不在固定的那天", "held, but on another day"),
    "rounds": ("含各党小组都学过的轮次", "with rounds of all groups"),
    "carried-on": (
        "到期日不上班的，顺延到下一个工作日",
        "what was due on a day off, carried on to the next working day",
    ),
    "or": ("也可以是 {}", "or instead {}"),
    "rolled": ("到期日不上班，顺延到 {}", "no working day; carried on to {}"),
    "leave": ("长期请假：{}", "on leave: {}"),
    "founded": ("支部 {} 才成立", "the branch was founded on {}"),
    "about": ("{}", "{}"),
    "begun": ("{} 起才有这条要求", "asked for only from {} on"),
    "came": ("{} 才转入", "here only from {} on"),
    "unset": ("参数 {} 没有设定", "parameter {} is not set"),
    "waived": ("{}", "{}"),
    "approved": ("{} 批准", "approved by {}"),
    "unwaivable": ("谁也不得豁免", "nobody may waive it"),
    "exempt": ("不计期间：{}", "exempt: {}"),
    "by": ("{} 确认", "attested by {}"),
    "above": ("超过上限 {}", "above the limit {}"),
    "workdays-unknown": (
        "那一年的放假安排未知，按周末推算",
        "holidays of that year unknown",
    ),
    "no-fixed-day": ("没有定固定党日", "no fixed day is set"),
    "no-denominator": WHYS["no-denominator"],
    "param": ("参数没有设定", "a parameter is not set"),
    "why": ("{}", "{}"),
}
DATE_WHYS: dict[str, Pair] = {
    "year": (
        "太远，年份要在1900到2199之间",
        "is too far off: years go from 1900 to 2199",
    ),
    "year-missing": ("缺年份", "lacks the year"),
    "day-missing": ("缺哪一天", "lacks the day"),
    "has-time": ("里有钟点，钟点写在“时间”", "holds a time; that goes into time"),
    "compact": ("缺分隔", "lacks its separators"),
    "excel": ("是 Excel 的日期数", "is a day number of Excel"),
    "range": ("是一段日期，止写在“结束日期”", "is a range; its end goes into end"),
    "order": ("次序不对", "has another order"),
    "other": ("看不懂", "cannot be read"),
}
WANTED: dict[str, Pair] = {
    "mapping": (
        "几行“键: 值”，或一行 {键: 值, 键: 值}",
        "lines of `key: value`, or one line {key: value, key: value}",
    ),
    "list": ("列表，每项一行，以“- ”开头", "a list, each item a line with `- `"),
    "text": ("一行文字", "a line of text"),
    "date": ("日期，如 2016-06-24", "a date such as 2016-06-24"),
    "period": ("时段，如 2016-06", "a period such as 2016-06"),
    "time": ("起止时间，如 14:00-16:30", "from when to when, such as 14:00-16:30"),
    "number": ("数字", "a number"),
    "path": ("附件的路径", "the path of a file"),
}
APART: dict[str, Pair] = {
    "attendance": (
        "谁到了、谁请假分行写：出席: 全体，请假: 姓名（出差）",
        "say apart who came and who is excused: present: all, excused: NAME (reason)",
    ),
}
SIDES: dict[str, Pair] = {
    "from": ("转入", "since"),
    "until": ("转出", "until"),
    "begun": ("成立", "since"),
    "ended": ("撤销", "until"),
}
# Why a file or folder could not be used.
PATH_WHYS: dict[str, Pair] = {
    "absent": ("没有这个文件或文件夹", "there is no such file or folder"),
    "no-parent": ("它的文件夹还没有，先建好", "make its folder first"),
    "no-folder": ("它的上级是文件，不是文件夹", "it is no folder"),
    "a-folder": ("它是文件夹，要写文件名", "it is a folder; name a file"),
    "denied": ("没有权限", "permission denied"),
    "no-space": ("磁盘满了，或者超过了配额", "no space left"),
    "read-only": ("这个盘是只读的", "the disk is read-only"),
    "no-utf-8": ("不是 UTF-8 编码，另存为 UTF-8", "it is not UTF-8: save it as that"),
    "no-name": (
        "名称里有不能用的字符",
        "there is a character in the name that none can have",
    ),
    "long-name": ("名称太长（一般至多 85 个汉字）", "the name is too long"),
    "link": ("是符号链接，链接不跟", "it is a symbolic link, which is not followed"),
    "no-file": ("不是普通文件", "not a regular file"),
    "loop": ("链接绕成了圈", "its links lead in a circle"),
}
