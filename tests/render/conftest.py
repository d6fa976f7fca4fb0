from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lxyz.dates.spans import Span, month_span, year_span
from lxyz.files.origin import Fault, Origin
from lxyz.report import BranchReport, PackUsed
from lxyz.verdicts import Evidence, Level, Outcome, Subject, Verdict

from ..whole import Report

PACK = Path(__file__).parent / "pack"
USED = PackUsed("try-2016", "1.0", "试行要求", "Rules on trial", str(PACK))
AS_OF = date(2016, 9, 30)
BRANCH = Subject("branch", "样例支部")
YEAR = year_span(2016)

Make = Callable[..., Verdict]


def make(rule: str, outcome: str, level: str = "error", **values: Any) -> Verdict:
    """A verdict of the trial pack, with what the test says of it."""
    number = values.pop("number", "01")
    defaults: dict[str, Any] = {
        "rule": f"try-2016/{rule}",
        "covers": (f"try-2016-{number}",),
        "clause": f"一（{number}）",
        "modality": "must",
        "subject": BRANCH,
        "span": YEAR,
        "label": None,
        "outcome": Outcome(outcome),
        "level": Level(level),
    }
    return Verdict(**{**defaults, **values})


def at(file: str, line: int, day: str = "", kinds: str = "", why: str = "") -> Evidence:
    """A record at a place."""
    when = date.fromisoformat(day) if day else None
    return Evidence(Origin(file, line), when, tuple(kinds.split()), why)


def member(name: str) -> Subject:
    """A member as a subject."""
    return Subject("member", name)


def everything() -> tuple[Verdict, ...]:
    """A verdict of each outcome, shape and part of the report."""
    august, september = month_span(2016, 8), month_span(2016, 9)
    end = date(2016, 12, 31)
    dues = [
        make(
            "dues",
            "overdue",
            span=august,
            subject=member(name),
            number="05",
            need="1",
            have="0",
            due=date(2016, 8, 31),
        )
        for name in ("李娜", "马骏")
    ]
    met = make(
        "dues",
        "met",
        "none",
        span=august,
        subject=member("王敏"),
        number="05",
        need="1",
        have="1",
        due=date(2016, 8, 31),
        records=(at("2016/党费.yaml", 9, "2016-08-05", "dues-payment"),),
    )
    return (
        *dues,
        met,
        make(
            "study-monthly",
            "missed",
            span=august,
            need="1",
            have="0",
            due=date(2016, 8, 31),
            until=date(2016, 8, 31),
        ),
        make(
            "study-monthly",
            "planned",
            "none",
            span=september,
            need="1",
            have="0",
            due=date(2016, 9, 30),
            until=date(2016, 9, 30),
            records=(at("2016/计划.yaml", 14, "2016-09-26", "plan-item"),),
        ),
        make(
            "study-monthly",
            "met",
            "none",
            span=month_span(2016, 7),
            need="1",
            have="2",
            due=date(2016, 7, 31),
            notes=("rounds",),
            records=(at("a.yaml", 1, "2016-07-01", "collective-study"),),
        ),
        make(
            "study-eight",
            "open",
            "none",
            number="02",
            need="8",
            have="5",
            due=end,
            until=end,
        ),
        make(
            "study-weekly",
            "missed",
            "warning",
            number="02",
            modality="should",
            need="38",
            have="20",
            due=date(2016, 5, 8),
            until=date(2016, 8, 21),
            failing=("2016-W18", "2016-W30", "2016-W31", "2016-W32"),
        ),
        make(
            "group-study",
            "missed",
            span=august,
            number="03",
            need="1",
            have="0",
            subject=Subject("group", "第二党小组"),
            due=date(2016, 8, 31),
            until=date(2016, 8, 31),
            folded_into="try-2016/study-monthly|branch:样例支部|2016-08|",
        ),
        make(
            "lecture",
            "missed",
            number="04",
            need="1",
            have="0",
            due=date(2016, 7, 15),
            until=date(2016, 7, 31),
            near=(at("b.yaml", 2, "2016-08-05", "party-lecture", "outside"),),
        ),
        make(
            "tie",
            "overdue",
            "warning",
            number="06",
            modality="should",
            need="1",
            have="0",
            subject=member("胡斌"),
            due=AS_OF,
            notes=("leave:驻外",),
            missing=("tie",),
            records=(at("branch.yaml", 34),),
        ),
        make(
            "steps",
            "overdue",
            number="07",
            need="3",
            have="1",
            due=date(2016, 1, 20),
            missing=("steps:批评和自我批评", "theme"),
            failing=("2016-01-20",),
            records=(at("生活会.yaml", 1, "2016-01-20", "organization-life-meeting"),),
        ),
        make(
            "texts",
            "overdue",
            number="08",
            label="处分条例",
            need="1",
            have="0",
            due=date(2016, 6, 30),
            until=end,
            missing=("处分条例",),
        ),
        make(
            "opinions",
            "undecidable",
            "warning",
            number="09",
            need="1",
            have="0",
            subject=Subject("fact", "organization-life-meeting@2016-01-20"),
            span=Span(date(2015, 11, 21), date(2016, 1, 19), "2016-01-20"),
            due=date(2016, 1, 19),
            missing=("sources",),
            near=(at("意见.yaml", 3, "2016-01-10", "opinion-solicitation", "sources"),),
        ),
        make(
            "filed",
            "late",
            "warning",
            number="10",
            need="1",
            have="1",
            due=date(2016, 4, 5),
            until=end,
            notes=("unset:report_due",),
            records=(at("报告.yaml", 10, "2016-04-12", "filing"),),
        ),
        make(
            "secretary",
            "overdue",
            number="11",
            need="1",
            have="0",
            due=AS_OF,
            missing=("secretary",),
            debtor="committee-above",
            records=(at("branch.yaml", 1),),
        ),
        make("earnest", "attest", "info", number="12"),
        make("aim", "attest", "info", number="13", modality="goal"),
        make(
            "ready/plan",
            "overdue",
            number="14",
            need="1",
            have="0",
            due=date(2016, 4, 1),
            until=end,
        ),
        make(
            "ready/survey",
            "overdue",
            number="14",
            need="1",
            have="0",
            due=date(2016, 4, 1),
            until=end,
        ),
        make(
            "often",
            "overdue",
            "info",
            number="13",
            modality="may",
            need="1",
            have="0",
            due=date(2016, 8, 7),
            failing=("2016-07-07",),
        ),
        make(
            "share",
            "not-applicable",
            "none",
            number="13",
            notes=("why:no-denominator",),
        ),
        make(
            "few",
            "waived",
            "none",
            number="13",
            modality="should",
            need="≤2",
            have="3",
            notes=("waived:防汛", "approved:机关党委"),
        ),
    )


@pytest.fixture
def verdict() -> Make:
    """A verdict of the trial pack."""
    return make


@pytest.fixture
def report_of() -> Callable[..., Report]:
    """A report of one branch, or of several alike."""

    def build(
        *verdicts: Verdict, faults: tuple[Fault, ...] = (), number: int = 1, **more: Any
    ) -> Report:
        branches = tuple(
            BranchReport(
                more.get("path", f"branch-{n}"),
                more.get("name", "样例支部"),
                2016,
                more.get("packs", (USED,)),
                faults,
                verdicts,
                more.get("records", 60),
                more.get("error"),
            )
            for n in range(1, number + 1)
        )
        return Report(AS_OF, branches)

    return build


@pytest.fixture
def full(report_of: Callable[..., Report]) -> Report:
    """A report with a verdict of each outcome, shape and part."""
    fault = Fault(
        "F101", "activities/竞赛.yaml", 4, 3, (("fixed", "主题: 竞赛"), ("more", "2"))
    )
    weak = Fault("F506", "a.yaml", 7, 1, (("day", "2016-09-01"),), "warning")
    return report_of(*everything(), faults=(fault, weak))
