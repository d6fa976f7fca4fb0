from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lxyz.files.origin import Fault, Origin
from lxyz.fleet.branch import Options
from lxyz.render import Style
from lxyz.report import Ahead, BranchReport, Obstacle
from lxyz.verdicts import Evidence, Subject, Verdict

from ..whole import Report, check, in_full

Make = Callable[..., Verdict]
Build = Callable[..., Report]


LAST_DAY = date(2016, 9, 30)


def text(report: Report, **style: object) -> str:
    """The report as text."""
    return in_full("text", report, Style(**style))  # type: ignore[arg-type]


def test_nothing_wanting_is_not_called_qualified(
    verdict: Make, report_of: Build
) -> None:
    """Nothing wanting is not called qualified."""
    made = text(report_of(verdict("study-monthly", "met", "none", need="1", have="1")))
    assert "记录中未发现缺口" in made
    assert "合格" not in made
    assert "No gap found in the records" in text(
        report_of(verdict("study-monthly", "met", "none")), lang="en"
    )


def test_what_can_be_done_stands_before_what_cannot(full: Report) -> None:
    """What can be done stands before what cannot."""
    made = text(full)
    heads = [
        "先改记录",
        "现在要做",
        "接下来 30 天",
        "错过，已无法补救",
        "迟办",
        "待补全",
        "可做可不做",
        "豁免",
        "请上级党组织办",
        "需人工确认",
        "全年一览",
    ]
    found = [line.partition("（")[0] for line in made.splitlines()]
    assert [line for line in found if line in heads] == heads


def test_what_proves_a_duty_stands_by_day(verdict: Make, report_of: Build) -> None:
    """The lines of one file together, those of many files by their number."""

    def at(file: str, line: int, day: int) -> Evidence:
        return Evidence(Origin(file, line), date(2016, 7, day), ("collective-study",))

    one_file = tuple(at("a.yaml", line, 8) for line in (9, 7, 8, 6))
    met = verdict("study-monthly", "met", "none")
    shown = frozenset(("met",))
    few = met._replace(records=(*one_file, at("b.yaml", 2, 1)))
    made = text(report_of(few), show=shown)
    assert (
        "    b.yaml:2  7月1日 集体学习\n"
        "    a.yaml:6、7、8 等4行  7月8日 集体学习\n" in made
    )
    assert "a.yaml:6,7,8 … 4 lines  8 Jul" in text(
        report_of(few), show=shown, lang="en"
    )
    files = tuple(at(f"{number}.yaml", 1, number) for number in range(1, 14))
    many = text(report_of(met._replace(records=files)), show=shown)
    assert "12.yaml:1" in many
    assert "13.yaml:1" not in many
    assert "    ……共 13 条\n" in many


def test_all_of_a_rule_are_a_number_not_a_list(verdict: Make, report_of: Build) -> None:
    """All of a rule are a number not a list."""
    names = [f"党员{n}" for n in range(24)]
    gaps = [
        verdict(
            "tie",
            "overdue",
            "warning",
            subject=Subject("member", name),
            missing=("tie",),
            due=date(2016, 9, 30),
        )
        for name in names
    ]
    assert "全部24人" in text(report_of(*gaps))
    kept = gaps[0]._replace(outcome=type(gaps[0].outcome)("met"), missing=())
    made = text(report_of(kept, *gaps[1:]))
    assert "（23人）" in made
    assert "党员23" in made


def test_records_that_cannot_be_read_are_not_called_missing(report_of: Build) -> None:
    """The files are there; what is wrong with them is told."""
    fault = Fault("F304", "a.yaml", 3, 7, (("text", "6月"), ("shown", "2016-06-24")))
    made = text(report_of(records=0, faults=(fault,)))
    assert "记录有错，一条也没有读进来" in made
    assert "没有读到一条记录" not in made
    of_branch = fault._replace(file="branch.yaml")
    assert "没有读到一条记录" in text(report_of(records=0, faults=(of_branch,)))


def test_an_empty_branch_is_told_so_in_little_room(
    verdict: Make, report_of: Build
) -> None:
    """Without a record there is no checklist and no year at a glance, unless asked."""
    asked = [
        verdict("earnest", "attest", "info"),
        verdict("aim", "attest", "info"),
        verdict("study-monthly", "open", "none", need="1", have="0", due=LAST_DAY),
    ]
    report = report_of(*asked, records=0)
    made = text(report)
    assert "没有读到一条记录" in made
    assert "需人工确认的 2 项和全年一览，等有了记录再看；--show all 现在列出" in made
    assert "党课" not in made[made.index("需人工确认") :]
    for shown in ("all", "attest"):
        whole = text(report, show=frozenset((shown,)))
        assert "是否严肃认真？" in whole
        assert "全年一览\n" in whole


def test_an_empty_branch_of_two_packs_is_some_70_lines(tmp_path: Path) -> None:
    """At 80 columns, with everything that can still be done in it (DESIGN, 5)."""
    profile = "名称: 甲\n规则包: b11-2016、bj-2016\n党员:\n- {姓名: 王敏、陈静、李娜、赵强, 起: 2014-11-20}\n"
    (tmp_path / "branch.yaml").write_text(
        profile + "支委会:\n- {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}\n", "utf-8"
    )
    report = check([tmp_path], Options(date(2016, 9, 30)))
    number = len(text(report).splitlines())
    assert number <= 76
    for line in (
        "现在要做（",
        "接下来 30 天（",
        "错过，已无法补救（",
        "待补全",
        "合计（一人一期算一项）：",
    ):
        assert line in text(report)


def test_what_is_due_alike_is_said_once(verdict: Make, report_of: Build) -> None:
    """Titles of one day with the same to say of them share a line; others have theirs."""
    open_ = {"need": "1", "have": "0", "due": LAST_DAY, "until": LAST_DAY}
    plan = Evidence(Origin("计划.yaml", 4), LAST_DAY, ("plan-item",))
    made = text(
        report_of(
            verdict("study-monthly", "open", "none", **open_),
            verdict("lecture", "open", "none", **open_),
            verdict("few", "planned", "none", records=(plan,), **open_),
            verdict("steps", "open", "none", **{**open_, "due": date(2016, 10, 15)}),
        )
    )
    part = made[made.index("接下来 30 天（4 件）") : made.index("全年一览")]
    first, second = part.split("10月15日（还有15天，8个工作日，最后一个是10月14日）\n")
    assert first.count("○") == 1
    assert first.count("+") == 1
    assert "；计划 计划.yaml:4" in first
    assert second.count("○") == 1


def test_what_kept_a_branch_from_being_judged(report_of: Build) -> None:
    """What kept a branch from being judged."""
    error = Obstacle("P001", (("pack", "x"), ("known", "bj-2016")), 2)
    made = text(report_of(error=error, packs=()))
    assert "P001 找不到规则包“x”" in made


def test_colour_adds_nothing_but_colour(full: Report) -> None:
    """Colour adds nothing but colour."""
    import re

    coloured = text(full, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == text(full)
    assert "\x1b" not in text(full)


def test_what_is_shown_on_request(full: Report) -> None:
    """What is shown on request."""
    assert "a.yaml:1  7月1日" not in text(full)
    assert "a.yaml:1  7月1日" in text(full, show=frozenset(("met",)))
    assert "全年集体学习不少于8次" in text(full, show=frozenset(("open",)))
    assert "没有可比的记录" in text(full, show=frozenset(("not-applicable",)))
    assert "第二党小组" in text(full, show=frozenset(("folded",)))


def test_many_branches_are_a_line_each(full: Report, report_of: Build) -> None:
    """Many branches are a line each."""
    several = Report(full.as_of, full.branches * 3 + report_of(records=0).branches * 5)
    made = text(several)
    assert made.startswith("8 个支部，截至 2016-09-30")
    assert "现在要做（" not in made
    assert "缺得最多的" in made
    assert len(made.splitlines()) < 24
    assert made.index("样例支部") < made.index("未发现缺口")
    assert text(several, show=frozenset(("all",))).count("全年一览") == 3
    assert text(Report(full.as_of, full.branches * 2)).count("全年一览") == 2
    assert "branches as of" in text(several, lang="en")


def test_a_fault_of_the_committee_above_is_apart(full: Report) -> None:
    """A fault of the committee above is apart."""
    made = text(full)
    above = made[made.index("请上级党组织办") :]
    assert "支部有书记" in above
    assert "支部有书记" not in made[: made.index("请上级党组织办")]


def test_the_year_at_a_glance(full: Report) -> None:
    """The year at a glance."""
    lines = text(full).splitlines()
    start = lines.index("全年一览")
    rows = {line.split()[0]: line for line in lines[start + 2 : start + 7]}
    assert rows["党费"].split()[8] == "×"
    assert rows["集体学习"].split()[7:10] == ["1×", "×", "+"]


def test_the_year_shows_what_is_planned(full: Report, verdict: Make) -> None:
    """A coming month has its mark though no duty falls in it; the month that runs has
    one only where nothing of the kind was held in it; other years have none."""
    ahead = tuple(
        Ahead((kind,), date.fromisoformat(day))
        for kind, day in (
            ("party-lecture", "2016-10-31"),
            ("collective-study", "2016-11-30"),
            ("theme-party-day", "2016-09-30"),
            ("site-visit", "2016-11-18"),
            ("party-lecture", "2017-01-31"),
        )
    )
    branch = full.branches[0]._replace(ahead=ahead)
    held = Evidence(Origin("x.yaml", 1), date(2016, 9, 10), ("theme-party-day",))
    day = verdict("aim", "met", "none", records=(held,))
    again = branch._replace(verdicts=(*branch.verdicts, day))

    def rows(one: BranchReport) -> dict[str, list[str]]:
        lines = text(full._replace(branches=(one,))).splitlines()
        start = lines.index("全年一览") + 2
        return {line.split()[0]: line.split()[1:] for line in lines[start:] if line}

    assert rows(branch)["党课"][8:] == ["·", "+", "·", "·"]
    assert rows(branch)["集体学习"][10] == "+"
    assert rows(branch)["主题党日"][8] == "+"
    assert rows(again)["主题党日"][8] == "1"


def test_warnings_are_told_apart_from_errors(report_of: Build) -> None:
    """Warnings are told apart from errors."""
    faults = (
        Fault("F506", "a.yaml", 1, 1, (("day", "2016-09-01"),), "warning"),
        Fault("F205", "b.yaml", 1, 1, (("key", "日期"),)),
    )
    made = text(report_of(faults=faults))
    assert "! a.yaml:1:1 F506" in made
    assert "× b.yaml:1:1 F205" in made


@pytest.mark.parametrize(("number", "each"), [(3, 3), (4, 1)])
def test_what_is_to_be_mended_alike(report_of: Build, number: int, each: int) -> None:
    """Of more than three faults of one code one is told of, and where the others are."""
    day = (("day", "2016-09-01"),)
    made = text(
        report_of(
            faults=(
                *(
                    Fault("F506", f"{line % 2}.yaml", line + 1, 1, day, "warning")
                    for line in range(number)
                ),
                Fault("F205", "b.yaml", 1, 1, (("key", "日期"),)),
            )
        )
    )
    assert made.count("2016-09-01 已过") == each
    assert made.count("开了就写") == 1
    rest = "同样的还有3处：  1.yaml:2、4  0.yaml:3"
    assert (rest in made) is (each == 1)


@pytest.mark.parametrize(("number", "last"), [(12, ""), (13, "……共 13 条")])
def test_not_more_records_than_anyone_reads(
    verdict: Make, report_of: Build, number: int, last: str
) -> None:
    """Twelve records of a met duty are shown; of more, how many there are."""
    days = [f"2016-08-{day:02}" for day in range(1, number + 1)]
    records = tuple(
        Evidence(Origin("a.yaml", line), date.fromisoformat(day), ("party-lecture",))
        for line, day in enumerate(days, 1)
    )
    one = verdict("lecture", "met", "none", need="1", have="1", records=records)
    told = text(report_of(one), show=frozenset(["met"]))
    assert told.count("a.yaml:") == 12
    assert "a.yaml:12" in told
    assert ("……共" in told) is bool(last)
    assert last in told
