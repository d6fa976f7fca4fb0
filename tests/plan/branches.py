"""Made-up branches, and how a plan is carried out to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lxyz.plan import Plan
from lxyz.plan.document import records_of
from lxyz.render.page.yamltext import write
from lxyz.vocabulary.worded import worded

_SURNAMES = "赵钱孙李周吴郑王冯陈"
_GIVEN = "伟芳娜敏静强磊洋"
NAMES = [surname + given for given in _GIVEN for surname in _SURNAMES]
_POSTS = ("组织委员", "宣传委员", "纪检委员")


class Shape(NamedTuple):
    """What a branch may be like. Of its last members one joins in May, one goes in
    September, one is probationary until July, one is on long leave from March on. It is
    planned from the month and day `start` on; of what was planned in January for the
    days before, `held` says what is on record: all, every other one (half), none."""

    packs: tuple[str, ...]
    year: int = 2016
    members: int = 8
    committee: bool = True
    groups: bool = False
    leader: bool = False
    leave: bool = False
    fixed_day: str = "7"
    slot: str = "星期五"
    category: str = "机关"
    secretary: bool = True
    joins: bool = False
    goes: bool = False
    probationary: bool = False
    media: bool = True
    start: str = "01-01"
    held: str = "none"


def profile_of(shape: Shape) -> str:
    """A complete `branch.yaml` of a shape; nothing in it is for a plan to mend."""
    people = NAMES[: shape.members]
    lines = [
        "名称: 第三党支部",
        "上级党组织: 机关党委",
        f"规则包: [{', '.join(shape.packs)}]",
        f"参数: {{b11-2016/effective_from: {shape.year}-04-01}}"
        if "b11-2016" in shape.packs
        else "",
        f"类别: {shape.category}",
        f"换届日期: {shape.year - 1}-03-01",
        "任期: 3",
    ]
    if shape.media:
        lines.append("新媒体: 支部微信群")
    if shape.slot:
        lines.append(f"学习日: {shape.slot}")
    if shape.fixed_day:
        lines.append(f"固定党日: {shape.fixed_day}")
    posts = ("书记",) * shape.secretary + _POSTS * shape.committee
    if posts:
        lines.append("支委会:")
    lines += [
        f"  - {{姓名: {name}, 职务: {post}, 起: 2010-01-01}}"
        for name, post in zip(people, posts, strict=False)
    ]
    if shape.groups:
        half = len(people) // 2
        lines.append("党小组:")
        lines += [
            f"  - {{名称: {name}, 组长: {own[0]}, 党员: {'、'.join(own)}}}"
            for name, own in (
                ("第一党小组", people[:half]),
                ("第二党小组", people[half:]),
            )
        ]
    lines.append("党员:")
    last = dict(zip(reversed(people), _special(shape), strict=False))
    for number, name in enumerate(people):
        begin = "2010-01-01"
        more = ", 级别: 处级" if shape.leader and number == 1 else ""
        match last.get(name):
            case "leave":
                more += f", 长期请假: {{原因: 驻外, 起: {shape.year}-03-01}}"
            case "joins":
                begin = f"{shape.year}-05-16"
            case "goes":
                more += f", 止: {shape.year}-09-20"
            case "probationary":
                begin = f"{shape.year - 1}-07-01"
                more += f", 状态: 预备, 转正日期: {shape.year}-07-01"
        rate = max(begin, f"{shape.year}-01-01")
        lines.append(
            f"  - {{姓名: {name}, 起: {begin}, 组织关系: 本支部, 档案齐全: 是, "
            f"党费核定日期: {rate}{more}}}"
        )
    return "\n".join(line for line in lines if line) + "\n"


def _special(shape: Shape) -> Iterator[str]:
    """What is said of the last members, from the last one on."""
    for name in ("leave", "joins", "goes", "probationary"):
        if getattr(shape, name):
            yield name


def branch_at(folder: Path, shape: Shape) -> Path:
    """A branch folder of a shape, with no records."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "branch.yaml").write_text(profile_of(shape), encoding="utf-8")
    return folder


def carry_out(
    plan: Plan,
    folder: Path,
    lang: str = "zh",
    *,
    file: str = "held.yaml",
    until: date = date.max,
    every: int = 1,
) -> None:
    """Writes every planned record (or every second one, or third) of the days before a
    day as held on its day, and makes its attachments."""
    lines = []
    records = records_of(plan.drafts, plan.profile)
    for record in [one for one in records if one["date"] < until][::every]:
        text = write(worded(record, lang))
        lines += [f"{'  ' if n else '- '}{line}" for n, line in enumerate(text)]
        for path in record.get("evidence", ()):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(b"\xff\xd8 made up")
    (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def start_of(shape: Shape) -> date:
    """The day from which a branch is planned."""
    return date.fromisoformat(f"{shape.year}-{shape.start}")


def year_end(year: int) -> date:
    """The last day of a year."""
    return date(year, 12, 31)
