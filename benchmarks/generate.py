"""Realistic trees of branches: `python -m benchmarks.generate FOLDER --branches 50`.

A branch is `branch.yaml` and 60 record files of some 2 to 4 KB for the year 2016, in
the shapes people write: a file for each gathering with its minutes, a table for each
matter, Chinese and English keys, names as a line and names as a list. The same seed
gives the same bytes, and branch 7 is the same in a tree of 50 and of 100. Every tenth
branch did not hold its lecture.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks import prose

YEAR = 2016
RECORD_FILES = 60
_WEEKDAYS = "一二三四五六日"
_ATTACHMENT = re.compile(r"materials/\S+")


class Branch:
    """One made-up branch: its people, and the random source of what it writes."""

    def __init__(self, seed: int, index: int) -> None:
        self.random = Random(f"{seed}/{index}")
        self.index = index
        self.people = prose.people(self.random, self.random.randint(22, 36))
        half = len(self.people) // 2
        first, second = self.people[:half], self.people[half:]
        self.groups = {"第一党小组": first, "第二党小组": second}
        self.committee = self.people[:3]
        self.secretary = self.people[0]
        self.abroad = self.people[-1]
        self.active = self.people[:-1]

    @property
    def lapsed(self) -> bool:
        """Whether this one did not hold its lecture."""
        return self.index % 10 == 9

    def away(self, people: list[str]) -> dict[str, str]:
        """Who of these is excused this time, and why; never who speaks."""
        speaking = (*self.committee, *self.people[4:8])
        able = [name for name in people if name not in speaking]
        chosen = self.random.sample(able, self.random.randint(0, 3))
        return {name: self.random.choice(prose.REASONS) for name in chosen}

    def attendance_zh(self, people: list[str]) -> str:
        """Chinese keys, everyone by one word or every name on a line of its own."""
        away = self.away(people)
        lines = ["出席情况:", f"  应到: {len(people)}"]
        if self.random.random() < 0.5:
            lines.append("  出席: 全体")
        else:
            lines.append("  出席:")
            lines += [f"    - {name}" for name in people if name not in away]
        if away:
            lines.append(f"  请假: {_excused(away)}")
        return "\n".join(lines)

    def attendance_en(self, people: list[str]) -> str:
        """English keys, every name on a line of its own or all in one line."""
        away = self.away(people)
        present = [name for name in people if name not in away]
        lines = ["attendance:", f"  expected: {len(people)}"]
        if self.random.random() < 0.7:
            lines.append("  present:")
            lines += [f"    - {name}" for name in present]
        else:
            lines.append(f"  present: {_names(present)}")
        if away:
            lines.append(f"  excused: {_excused(away)}")
        return "\n".join(lines)

    def minutes(self, indent: str = "  ", fewest: int = 300, most: int = 800) -> str:
        """Minutes of so many characters, indented."""
        wanted = self.random.randint(fewest, most)
        return prose.paragraphs(self.random, wanted, indent)

    def pick(self, words: tuple[str, ...]) -> str:
        """One of these."""
        return self.random.choice(words)


def _names(people: list[str]) -> str:
    return "、".join(people)


def _excused(away: dict[str, str]) -> str:
    return "、".join(f"{name}（{reason}）" for name, reason in away.items())


def _zh(day: date) -> str:
    weekday = _WEEKDAYS[day.weekday()]
    return f"{day.year}年{day.month}月{day.day}日（星期{weekday}）"


def _friday(month: int, nth: int) -> date:
    first = date(YEAR, month, 1)
    return first + timedelta(days=(4 - first.weekday()) % 7 + 7 * (nth - 1))


def profile(branch: Branch) -> str:
    """branch.yaml."""
    groups = "\n".join(
        f"  - {{name: {name}, leader: {members[1]}, members: {_names(members)}}}"
        for name, members in branch.groups.items()
    )
    since = f"{YEAR - 2}-11-20"
    posts = ("书记", "组织委员", "宣传委员")
    committee = "\n".join(
        f"  - {{name: {name}, post: {post}, since: {since}}}"
        for name, post in zip(branch.committee, posts, strict=True)
    )
    rest = _names(branch.people[3:-1])
    since_when = f"from: {since}, tie: 本支部, file_complete: yes"
    return f"""\
name: 第{branch.index + 1}党支部
unit: 机关党委
packs: [bj-2016]
fixed_day: 7
weekly_slot: friday 15:00-16:00
elected_on: {since}
committee:
{committee}
groups:
{groups}
members:
  - {{name: {_names(branch.committee)}, {since_when}, cadre: yes}}
  - {{name: {rest}, {since_when}}}
  - name: {branch.abroad}
    from: {since}
    tie: 本支部
    file_complete: yes
    leave: {{reason: 驻外, from: {YEAR}-01-01, until: {YEAR + 1}-02-28}}
"""


# ---------------------------------------------------------- gatherings


def study(branch: Branch, month: int) -> str:
    """A collective study on the third Friday."""
    day = _friday(month, 3)
    return f"""\
类型: 集体学习
日期: {_zh(day)}
时间: 15:00-16:30
地点: {branch.pick(prose.PLACES)}
主持人: {branch.secretary}
记录人: {branch.committee[1]}
学习材料: {branch.pick(prose.MATERIALS)}、{prose.MATERIALS[0]}
{branch.attendance_zh(branch.active)}
附件:
  - materials/{day}/签到表.jpg
内容: |
{branch.minutes(fewest=450)}
"""


def committee_meeting(branch: Branch, month: int) -> str:
    """The committee, on the fifth of the month."""
    day = date(YEAR, month, 5)
    return f"""\
kind: committee-meeting
date: {day}
time: 9:00-10:30
place: {branch.pick(prose.PLACES)}
host: {branch.secretary}
recorder: {branch.committee[1]}
attendance: all
agenda:
  - 落实措施：{prose.sentence(branch.random)}
  - 提交党员大会的事项：{prose.sentence(branch.random)}
  - {"批评和自我批评" if month == 12 else "日常工作"}：{prose.sentence(branch.random)}
decisions:
  - {prose.sentence(branch.random)}
  - {prose.sentence(branch.random)}
content: |
{branch.minutes(fewest=450)}
"""


def group_meetings(branch: Branch, month: int) -> str:
    """Both groups' meetings of a month, in one file, on the 12th and the 13th."""
    records = []
    for day, (name, members) in zip((12, 13), branch.groups.items(), strict=True):
        active = [member for member in members if member != branch.abroad]
        attendance = branch.attendance_en(active).replace("\n", "\n  ")
        records.append(f"""\
- kind: [group-meeting, collective-study]
  group: {name}
  date: {date(YEAR, month, day)}
  time: 14:00-15:30
  place: {branch.pick(prose.PLACES)}
  host: {members[1]}
  materials: {branch.pick(prose.MATERIALS)}
  agenda:
    - 组织党员学习：{prose.sentence(branch.random)}
    - 讨论党务工作：{prose.sentence(branch.random)}
  {attendance}
  content: |
{branch.minutes("    ", 250, 450)}
""")
    return "".join(records)


def members_meeting(branch: Branch, quarter: int) -> str:
    """A members' meeting with a discussion and its summary, at the quarter's end."""
    day = date(YEAR, 3 * quarter, 24)
    return f"""\
类型: 党员大会、专题学习讨论
日期: {day}
时间: 14:30-17:00
地点: {branch.pick(prose.PLACES)}
专题: {prose.TOPICS[quarter - 1]}
主持人: {branch.secretary}
记录人: {branch.committee[1]}
责任人: {branch.committee[2]}
学习材料: {branch.pick(prose.MATERIALS)}
议程:
  - 传达贯彻：{prose.sentence(branch.random)}
  - 听取支部报告：{prose.sentence(branch.random)}
发言:
  主题发言: {_names(branch.committee)}
  交流发言: {_names(branch.people[4:7])}
{branch.attendance_zh(branch.active)}
报送: {{机关党委: {day + timedelta(days=4)}}}
文书:
  - 类型: 学习总结
    日期: {day + timedelta(days=3)}
    章节:
      基本情况: {prose.sentence(branch.random)}。
      主要观点: {prose.sentence(branch.random)}。
内容: |
{branch.minutes()}
"""


def party_day(branch: Branch, month: int) -> str:
    """A theme party day on the seventh, with something done together."""
    day = date(YEAR, month, 7)
    other = branch.pick(("volunteer-service", "warning-education", "household-visit"))
    return f"""\
kind: [theme-party-day, {other}]
date: {day}
time: 13:30-16:30
place: {branch.pick(prose.PLACES)}
theme: {prose.sentence(branch.random)}
host: {branch.secretary}
recorder: {branch.committee[1]}
{branch.attendance_en(branch.active)}
steps: 重温入党誓词、缴纳党费
evidence:
  - materials/{day}/签到表.jpg
  - materials/{day}/现场.jpg
content: |
{branch.minutes()}
"""


def lecture(branch: Branch) -> str:
    """The lecture of 27 June with the party day, or why there was none."""
    if branch.lapsed:
        return f"""\
类型: 党课
日期: {YEAR}-06-27
状态: 取消
原因: 授课老师临时有任务
备注: |
{branch.minutes(fewest=700)}
"""
    return f"""\
类型: 党课、主题党日
日期: {YEAR}-06-27
时间: 14:00-16:30
地点: 二层报告厅
契机: 建党95周年
主题: 坚定理想信念，永远跟党走
主持人: {branch.committee[1]}
记录人: {branch.committee[2]}
发言:
  主讲: {branch.secretary}
  交流发言: {_names(branch.people[5:8])}
学习材料: {prose.MATERIALS[0]}
{branch.attendance_zh(branch.active)}
身份: {{普通党员: {_names(branch.committee)}}}
环节: 上党课、重温入党誓词、表彰
附件:
  - materials/{YEAR}-06-27/签到表.jpg
  - materials/{YEAR}-06-27/党课讲稿.docx
报送: {{机关党委: {YEAR}-06-28}}
内容: |
{branch.minutes()}
"""


def kickoff(branch: Branch) -> str:
    """The meeting that opened the campaign."""
    return _gathering(branch, date(YEAR, 4, 1), "kickoff-meeting", "occasion: 学习教育")


def visit(branch: Branch) -> str:
    """A morning at a memorial."""
    day = date(YEAR, 5, 27)
    return _gathering(branch, day, "site-visit", "site: 爱国主义教育基地")


def _gathering(branch: Branch, day: date, kind: str, more: str) -> str:
    return f"""\
kind: {kind}
date: {day}
time: 9:00-11:30
place: {branch.pick(prose.PLACES)}
theme: {prose.sentence(branch.random)}
host: {branch.secretary}
{more}
{branch.attendance_en(branch.active)}
content: |
{branch.minutes()}
"""


def opinions(branch: Branch) -> str:
    """Asking for opinions before the life meeting."""
    return f"""\
kind: opinion-solicitation
date: {YEAR}-11-08
end: {YEAR}-11-18
theme: 对支部班子及成员的意见
sources: 党员、群众
forms: 意见箱、座谈
responsible: {branch.committee[1]}
ballots: {{issued: 80, returned: 74, opinions: 12}}
status: held
note: |
{branch.minutes(fewest=600)}
"""


def life_meeting(branch: Branch) -> str:
    """The life meeting with the evaluation of members."""
    first, second = branch.groups
    active = branch.active
    excellent = active[3 : 3 + len(active) // 6]
    qualified = [name for name in branch.people if name not in excellent]
    return f"""\
类型: 组织生活会、党员大会、民主评议党员
日期: {YEAR}-12-16
时间: 13:30-17:30
地点: 二层报告厅
主题: 学做结合，查改促进
学习材料: {prose.MATERIALS[0]}
主持人: {branch.secretary}
记录人: {branch.committee[1]}
依据: {YEAR}-12-05 支委会、{YEAR}-11-08 征求意见
{branch.attendance_zh(branch.active)}
身份: {{普通党员: {_names(branch.committee)}}}
查摆方面: 思想、组织、作风、纪律
议程:
  - 通报支委会对照检查情况：{prose.sentence(branch.random)}
  - 讨论整改措施：{prose.sentence(branch.random)}
决议:
  - {prose.sentence(branch.random)}
  - {prose.sentence(branch.random)}
  - {prose.sentence(branch.random)}
环节:
  - 通报支委会对照检查情况
  - {{名称: 党性分析, 日期: {YEAR}-12-16, 参加人: 全体}}
  - 批评和自我批评
  - 评议支部班子
  - {{名称: 个人自评, 日期: {YEAR}-12-14, 党小组: {first}, 参加人: 全体}}
  - {{名称: 个人自评, 日期: {YEAR}-12-14, 党小组: {second}, 参加人: 全体}}
  - {{名称: 党员互评, 日期: {YEAR}-12-14, 党小组: {first}, 参加人: 全体}}
  - {{名称: 党员互评, 日期: {YEAR}-12-14, 党小组: {second}, 参加人: 全体}}
  - {{名称: 民主测评, 日期: {YEAR}-12-16, 参加人: 全体}}
  - {{名称: 组织评定, 日期: {YEAR}-12-20}}
票数: {{发出: {len(active)}, 收回: {len(active)}, 有效: {len(active) - 1}}}
等次:
  优秀: {_names(excellent)}
  合格: {_names(qualified)}
备注: |
{branch.minutes(fewest=250, most=400)}
"""


# ---------------------------------------------------------- documents and tables


def plan(branch: Branch) -> str:
    """The year's study plan."""
    responsible = branch.committee[2]
    window = f"{YEAR}-06-20..{YEAR}-07-10"
    about = f"content: 党章, topic: {prose.TOPICS[0]}, form: 集中讲授"
    monthly = "\n".join(
        f"  - {{when: {YEAR}-{month:02}, kind: collective-study, minutes: 90, "
        f"materials: {branch.pick(prose.MATERIALS)}, responsible: {responsible}}}"
        for month in range(1, 13)
    )
    discussions = "\n".join(
        f"  - {{when: {YEAR}-{3 * quarter:02}, kind: thematic-discussion, "
        f"topic: {prose.TOPICS[quarter - 1]}, responsible: {branch.secretary}}}"
        for quarter in range(1, 5)
    )
    return f"""\
kind: [study-plan, three-meetings-plan]
period: {YEAR}
date: {YEAR}-01-08
approved_by: 党员大会
filings: {{机关党委: {YEAR}-01-12}}
sections:
  自学要求: 每人每周自学不少于2小时，做好笔记
  总体安排: {prose.sentence(branch.random)}
items:
{monthly}
{discussions}
  - {{when: monthly, kind: group-meeting, responsible: {branch.committee[1]}}}
  - {{when: {window}, kind: party-lecture, {about}}}
  - {{when: {YEAR}-Q4, kind: heart-to-heart-talk, responsible: {branch.secretary}}}
"""


def work_plan(branch: Branch) -> str:
    """The year's party work plan, as text."""
    return f"""\
类型: 党建工作计划
期间: {YEAR}年度
日期: {YEAR}-01-08
审定人: 支委会
报送: {{机关党委: {YEAR}-01-12}}
章节:
  总体要求: |
{branch.minutes("    ", 250, 300)}
  重点任务: |
{branch.minutes("    ", 250, 400)}
  保障措施: |
{branch.minutes("    ", 150, 250)}
"""


def relation_check(branch: Branch) -> str:
    """The check of who belongs to the branch."""
    return f"""\
kind: org-relation-check
date: {YEAR}-04-20
responsible: {branch.committee[1]}
sections: {{基本信息: 已核, 组织关系转接: 已核, 交纳党费: 已核, 参加组织生活: 已核}}
lists: {{流动: {branch.abroad}, 失联: none, 档案不齐: none, 信息不准确: none}}
filings: {{机关党委: {YEAR}-04-22}}
note: |
{branch.minutes(fewest=600)}
"""


def dues(branch: Branch) -> str:
    """Twelve months of dues: all on the day, three later, one row each."""
    rows = []
    for month in range(1, 13):
        label = f"{YEAR}年{month}月"
        rows.append(f"  - {{月份: {label}, 日期: {date(YEAR, month, 7)}, 党员: 全体}}")
        day = date(YEAR, month, 9)
        for step, name in enumerate(branch.random.sample(branch.active, 3)):
            day = date(YEAR, month, 9 + step)
            rows.append(f"  - {{月份: {label}, 日期: {day}, 党员: {name}}}")
        rows.append(f"  - {{月份: {label}, 日期: {day}, 党员: {branch.abroad}}}")
    return "类型: 交纳党费\n由谁: 本人\n明细:\n" + "\n".join(rows) + "\n"


def talks(branch: Branch) -> str:
    """Talks of the committee with everyone, two or three persons a time."""
    rows = []
    others = branch.active[3:]
    days = (date(YEAR, 11, 10) + timedelta(days=step) for step in range(40))
    for start in range(0, len(others), 2):
        talker = branch.committee[start // 2 % 3]
        partners = _names(others[start : start + 2])
        where = f"place: {branch.pick(prose.PLACES)}"
        rows.append(
            f"  - {{date: {next(days)}, from: {talker}, to: {partners}, {where}}}"
        )
    first, *rest = branch.committee
    rows.append(f"  - {{date: {next(days)}, from: {first}, to: {_names(rest)}}}")
    note = branch.minutes(fewest=400, most=600)
    return (
        "kind: heart-to-heart-talk\nrows:\n" + "\n".join(rows) + f"\nnote: |\n{note}\n"
    )


def essays(branch: Branch) -> str:
    """Essays handed in, each with its title."""
    rows = [
        f"  - {{日期: {date(YEAR, 7, 8 + place % 14)}, 党员: {name}, "
        f"题目: {prose.sentence(branch.random)}}}"
        for place, name in enumerate(branch.active)
    ]
    return "类型: 心得体会\n明细:\n" + "\n".join(rows) + "\n"


def points(branch: Branch) -> str:
    """The points of a half-year: most the same, some more, each his own at the end."""
    chosen = branch.random.sample(branch.active, 8)
    own = "\n".join(
        f"    {name}: {branch.random.randint(70, 99)}" for name in branch.active
    )
    return f"""\
- 类型: 积分登记
  日期: {YEAR}-07-04
  明细:
    - {{项目: 按时参加组织生活, 分值: 10, 党员: 其余}}
    - {{项目: 按时参加组织生活, 分值: 8, 党员: {_names(chosen[:4])}}}
    - {{项目: 志愿服务, 分值: 5, 党员: {_names(chosen[4:])}}}
- 类型: 积分登记
  日期: {YEAR}-12-28
  项目: 年度积分
  每人分值:
{own}
  备注: |
{branch.minutes("    ", 300, 500)}
"""


def commitments(branch: Branch) -> str:
    """What each member promised in public."""
    rows = "\n".join(
        f"  - {{members: {name}, goal: {prose.sentence(branch.random)}, "
        f"measures: {branch.pick(prose.MEASURES)}}}"
        for name in branch.active[:18]
    )
    return f"""\
kind: commitment
date: {YEAR}-06-08
due: {YEAR}-12-31
approved_by: 支委会
public: {YEAR}-06-15
display: 一层党建园地
rows:
{rows}
"""


def personal_plans(branch: Branch) -> str:
    """The personal study plans of some members."""
    records = []
    for name in branch.active[3:10]:
        items = "\n".join(
            f"    - {{时段: {YEAR}年第{quarter}季度, "
            f"内容: {branch.pick(prose.MATERIALS)}，{prose.sentence(branch.random)}}}"
            for quarter in "二三四"
        )
        records.append(f"""\
- 类型: 个人自学计划
  党员: {name}
  期间: {YEAR}
  日期: {YEAR}-03-01
  审定人: {branch.secretary}
  条目:
{items}
""")
    return "".join(records)


def rectification(branch: Branch) -> str:
    """What is to be put right, by whom and by when."""
    aspects = ("thought", "organisation", "style", "discipline", "style")
    rows = "".join(
        f"""\
  - problem: {problem}
    aspect: {aspect}
    owner: {"branch" if place % 2 else "committee"}
    measures: {measure}
    due: {YEAR}-12-{25 + place}
    closed_on: {YEAR}-12-{22 + place}
    verified_by: 机关党委
"""
        for place, (problem, aspect, measure) in enumerate(
            zip(prose.PROBLEMS, aspects, prose.MEASURES, strict=True)
        )
    )
    return f"""\
kind: rectification-list
date: {YEAR}-12-05
based_on: {YEAR}-12-05 committee-meeting
items:
{rows}note: |
{branch.minutes(fewest=300, most=500)}
"""


def files(branch: Branch) -> Iterator[tuple[str, str]]:
    """Each file of the branch: its path in the folder and its text."""
    yield "branch.yaml", profile(branch)
    yield f"{YEAR}/计划.yaml", plan(branch)
    yield f"{YEAR}/党建工作计划.yaml", work_plan(branch)
    yield f"{YEAR}/组织关系排查.yaml", relation_check(branch)
    yield f"{YEAR}/党费.yaml", dues(branch)
    yield f"{YEAR}/谈话.yaml", talks(branch)
    yield f"{YEAR}/心得体会.yaml", essays(branch)
    yield f"{YEAR}/积分.yaml", points(branch)
    yield f"{YEAR}/承诺.yaml", commitments(branch)
    yield f"{YEAR}/个人计划.yaml", personal_plans(branch)
    yield f"{YEAR}/整改.yaml", rectification(branch)
    for month in range(1, 13):
        yield f"{YEAR}/学习/{_friday(month, 3)}.yaml", study(branch, month)
        yield f"{YEAR}/支委会/{month:02}.yaml", committee_meeting(branch, month)
        yield f"{YEAR}/党小组会/{month:02}.yaml", group_meetings(branch, month)
    for quarter in range(1, 5):
        yield f"{YEAR}/活动/大会-{quarter}.yaml", members_meeting(branch, quarter)
    for month in (4, 7, 9, 10, 11):
        yield f"{YEAR}/活动/党日-{month:02}.yaml", party_day(branch, month)
    yield f"{YEAR}/活动/党课.yaml", lecture(branch)
    yield f"{YEAR}/活动/动员.yaml", kickoff(branch)
    yield f"{YEAR}/活动/参观.yaml", visit(branch)
    yield f"{YEAR}/活动/征求意见.yaml", opinions(branch)
    yield f"{YEAR}/活动/组织生活会.yaml", life_meeting(branch)


def write_tree(root: Path, branches: int, seed: int = 1) -> None:
    """Write so many branches below `root`, with the attachments they name."""
    for index in range(branches):
        folder = root / f"branch-{index + 1:04}"
        for name, text in files(Branch(seed, index)):
            _write(folder / name, text)
            for attachment in _ATTACHMENT.findall(text):
                _write(folder / attachment, "in place of a picture or a paper\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the command line and write the tree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--branches", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write_tree(asked.folder, asked.branches, asked.seed)


if __name__ == "__main__":
    main()
