"""What follows a duty that was not kept: the talk after three months without dues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

import lxyz.judge.unmet as unmet_module
from lxyz.judge.unmet import unmet
from lxyz.kinds.world import World
from lxyz.packs.model import Rule
from lxyz.verdicts import Level, Outcome, Verdict

from ..trial import held, verdicts, world_of

DUES = (
    "{id: dues, for: member, when: {every: month, late: ever}, "
    "count: {of: {kind: dues-payment, as: about}}}"
)
TALK = (
    "{id: talk, for: member, each: {kind: unmet, rule: dues, as: about%s}, "
    "when: {after: subject, within: 1m}, "
    "count: {of: {kind: heart-to-heart-talk, as: to}}}"
)
BRANCH = """
名称: 甲
规则包: trial-2016
支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}]
党员:
  - {姓名: 王敏, 起: 2014-11-20}
  - {姓名: 李娜, 起: 2014-11-20%s}
"""


def paid(*months: str, who: str = "李娜", day: str = "05") -> str:
    """Dues of each of some months, on a day of it."""
    return "".join(
        f"- {{kind: dues-payment, month: {m}, date: {m}-{day}, members: {who}}}\n"
        for m in months
    )


def months(*numbers: int, year: int = 2016) -> list[str]:
    """Months of a year as they are written."""
    return [f"{year}-{number:02}" for number in numbers]


MINE = paid(*months(*range(1, 13)), who="王敏")


def found(
    *rules: str,
    records: str = "",
    of: str = "talk",
    as_of: str = "2016-12-31",
    year: int = 2016,
    more: str = "",
    params: str = "",
) -> list[tuple[str, str, str]]:
    """Of whom a rule asks something, from which day on, and how it is."""
    said = "\n".join(f"- {rule}" for rule in rules)
    made = verdicts(said, records, params, as_of=as_of, year=year, branch=BRANCH % more)
    return [
        (one.subject.name, one.span.label, one.outcome.value) for one in _of(made, of)
    ]


def _of(made: list[Verdict], rule: str) -> list[Verdict]:
    return [
        one
        for one in made
        if one.rule.endswith(f"/{rule}") and one.outcome != Outcome.NOT_APPLICABLE
    ]


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2016-03-31", []),
        ("2016-04-01", [("李娜", "2016-04-01", "open")]),
        ("2016-05-01", [("李娜", "2016-04-01", "open")]),
        ("2016-05-02", [("李娜", "2016-04-01", "overdue")]),
        ("2016-12-31", [("李娜", "2016-04-01", "overdue")]),
    ],
)
def test_three_in_a_row(as_of: str, wanted: list[tuple[str, str, str]]) -> None:
    """One case for a row, however long, from the day on which the third was overdue."""
    assert found(DUES, TALK % ", run: 3", records=MINE, as_of=as_of) == wanted


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2016-03-31", "overdue"),
        ("2016-04-01", "met"),
        ("2016-05-01", "met"),
        ("2016-05-02", "late"),
    ],
)
def test_when_it_was_done(day: str, outcome: str) -> None:
    """In the days after that one, not before."""
    talk = f"- {{kind: heart-to-heart-talk, date: {day}, from: 王敏, to: 李娜}}\n"
    told = found(DUES, TALK % ", run: 3", records=MINE + talk)
    assert told == [("李娜", "2016-04-01", outcome)]


@pytest.mark.parametrize(
    ("arrears", "rows"),
    [
        (paid("2016-02"), ["2016-06-01"]),
        # Made good inside the row, and on the day after it ended.
        (
            "- {kind: dues-payment, month: 2016-01, date: 2016-03-31, members: 李娜}\n",
            ["2016-05-01"],
        ),
        (
            "- {kind: dues-payment, month: 2016-01, date: 2016-04-01, members: 李娜}\n",
            ["2016-04-01", "2016-05-01"],
        ),
        (paid(*months(1, 2, 3, 4, 8)), ["2016-08-01", "2016-12-01"]),
        (paid(*months(*range(1, 13))), []),
    ],
)
def test_rows(arrears: str, rows: list[str]) -> None:
    """What was made good by the last day of a row is in none; two rows are two cases."""
    told = found(DUES, TALK % ", run: 3", records=MINE + arrears)
    assert [label for _, label, _ in told] == rows


def test_each_and_longer_rows() -> None:
    """Each time; from so many on; the third of the year, in a row or not."""
    each = [label for _, label, _ in found(DUES, TALK % "", records=MINE)]
    assert each == [f"{month}-01" for month in months(*range(2, 13))]
    longer = found(DUES, TALK % ", run: {min: 10}", records=MINE)
    assert [label for _, label, _ in longer] == ["2016-11-01", "2016-12-01"]
    third = (TALK % "").replace("when:", "nth: 3, when:")
    some = MINE + paid(*months(2, 4))
    assert [one[1] for one in found(DUES, third, records=some)] == ["2016-06-01"]


def test_a_row_over_new_year() -> None:
    """Those of the year before are in it, and what is due in January is asked then."""
    some = paid(*months(*range(1, 13)), who="王敏") + paid(*months(*range(1, 12)))
    more = paid(*months(1, 2, year=2017), who="王敏")
    told = found(
        DUES, TALK % ", run: 3", records=some + more, as_of="2017-03-01", year=2017
    )
    assert told == [("李娜", "2017-03-01", "open")]
    last = found(DUES, TALK % ", run: 1", records=some, as_of="2017-01-15")
    assert last == []
    told = found(
        DUES, TALK % ", run: 1", records=some + more, as_of="2017-01-15", year=2017
    )
    assert told == [("李娜", "2017-01-01", "open")]
    # The document asked for nothing before its year.
    told = found(DUES, TALK % "", records=MINE, as_of="2016-01-31")
    assert told == []


def test_who_was_excused_owed_nothing() -> None:
    """A waiver of one month breaks the row."""
    waived = (
        "- {kind: waiver, rule: trial-2016/dues, members: 李娜, reason: 病休, "
        "approved_by: 机关党委, date: 2016-02-10, from: 2016-02-01, until: 2016-02-29}\n"
    )
    told = found(DUES, TALK % ", run: 3", records=MINE + waived)
    assert [label for _, label, _ in told] == ["2016-06-01"]


def test_it_weighs_no_more_than_what_it_follows() -> None:
    """Where the duty is a number of the tool, or of one on leave, it only warns."""
    rules = "\n".join(
        (
            "- {id: dues, for: member, when: {every: quarter}, count: {of: {kind: thought-report, as: owner}, min: $often}}",
            f"- {TALK % ''}",
        )
    )
    for source, level in (("tool", Level.WARNING), ("text", Level.ERROR)):
        params = f"params: {{often: {{value: 1, source: {source}, title: 几次}}}}"
        made = verdicts(rules, "", params, as_of="2016-12-31", branch=BRANCH % "")
        overdue = [one for one in _of(made, "talk") if one.outcome == Outcome.OVERDUE]
        assert {one.level for one in overdue} == {level}


def test_what_cannot_be_told() -> None:
    """Where it is not known whether it was kept, it is not what follows; nor how many in
    a row there were."""
    study = (
        "{id: dues, for: member, when: {every: month}, "
        "count: {of: {kind: collective-study, as: present}}}"
    )
    untold = held("2016-01-08", kind="collective-study", more="status: held")
    (first, second, *_) = found(study, TALK % "", records=untold, as_of="2016-03-15")
    assert first == ("李娜", "2016-02-01", "undecidable")
    assert second == ("李娜", "2016-03-01", "open")
    row = found(study, TALK % ", run: 2", records=untold, as_of="2016-03-15")
    assert row[0] == ("李娜", "2016-02-01", "undecidable")
    assert row[1] == ("李娜", "2016-03-01", "undecidable")


def test_without_the_day_from_which_it_recurs() -> None:
    """What follows cannot be judged either, and says what is to be set."""
    said = f"- {DUES}\n- {TALK % ''}"
    params = "params: {effective_from: {source: text}}"
    made = verdicts(said, MINE, params, branch=BRANCH % "")
    assert [one.outcome for one in made] == [Outcome.UNDECIDABLE] * 2
    assert [one.missing for one in made] == [("effective_from",)] * 2


def test_a_record_that_was_not_followed() -> None:
    """Of a duty about a record the subject is that record: what is linked to it counts,
    what it says may be asked for."""
    rules = (
        (
            "{id: sent, for: fact, each: {kind: all-member-meeting}, "
            "when: {after: subject, within: 5d}, "
            "count: {of: {kind: filing, recipient: 机关党委, link: subject}}}"
        ),
        (
            "{id: talk, for: fact, each: {kind: unmet, rule: sent, theme: 选举}, "
            "when: {after: subject, within: 10d}, "
            "count: {of: {kind: progress-report, link: subject}}}"
        ),
    )
    met = "- {kind: all-member-meeting, date: 2016-03-01, theme: %s, attendance: all}\n"
    report = (
        "- {kind: progress-report, date: 2016-03-16, based_on: 2016-03-01 党员大会}\n"
    )
    wrong = "- {kind: progress-report, date: 2016-03-16, based_on: 2016-05-03 党课}\n"
    early = report.replace("2016-03-16", "2016-03-06")
    lecture = held("2016-05-03")
    assert found(*rules, records=met % "学习") == []
    for told, outcome in (
        (report, "met"),
        (early, "overdue"),
        (wrong + lecture, "overdue"),
    ):
        (one,) = found(*rules, records=met % "选举" + told)
        assert one[1:] == ("2016-03-07", outcome)


def test_what_follows_what_follows() -> None:
    """No make-up study, no talk about it: a report."""
    rules = (
        (
            "{id: made-up, for: member, each: {kind: collective-study, as: absent}, "
            "when: {after: subject, within: 10d}, count: {of: {kind: self-study, as: present}}}"
        ),
        (
            "{id: told, for: member, each: {kind: unmet, rule: made-up, as: about}, "
            "when: {after: subject, within: 7d}, count: {of: {kind: heart-to-heart-talk, as: to}}}"
        ),
        (
            "{id: talk, for: branch, each: {kind: unmet, rule: told}, "
            "when: {after: subject, within: 3d}, count: {of: {kind: progress-report}}}"
        ),
    )
    away = held(
        "2016-03-01",
        kind="collective-study",
        more="attendance: {present: 王敏, absent: 李娜}",
    )
    assert found(*rules, records=away, of="told")[0][:2] == ("李娜", "2016-03-12")
    assert found(*rules, records=away) == [("甲", "2016-03-20", "overdue")]


def test_of_groups_and_the_branch() -> None:
    """Of a group the group, in the branch's meetings; each row of a table its own."""
    said = (
        "- {id: sit, for: group, when: {every: quarter}, count: {of: {kind: group-meeting}}}\n"
        "- {id: talk, for: group, each: {kind: unmet, rule: sit}, "
        "when: {after: subject, within: 1m}, count: {of: {kind: collective-study}}}\n"
    )
    branch = (
        BRANCH % "" + "党小组: [{名称: 一组, 党员: 王敏}, {名称: 二组, 党员: 李娜}]\n"
    )
    sat = "- {kind: group-meeting, group: 一组, date: 2016-02-01, attendance: all}\n"
    made = _of(verdicts(said, sat, as_of="2016-04-15", branch=branch), "talk")
    assert [(one.subject.name, one.span.label) for one in made] == [
        ("二组", "2016-04-01")
    ]
    table = (
        "- {id: sit, for: branch, when: {every: half}, count: {of: {kind: $kind}}, "
        "rows: [{id: a, kind: party-lecture}, {id: b, kind: quiz}]}\n"
        "- {id: talk, for: fact, each: {kind: unmet, rule: sit}, "
        "when: {after: subject, within: 1m}, count: {of: {kind: progress-report}}}\n"
    )
    made = _of(verdicts(table, "", as_of="2016-07-15", branch=BRANCH % ""), "talk")
    assert [one.subject.name for one in made] == [
        "unmet@2016-07-01",
        "unmet@2016-07-01#2",
    ]


def test_those_of_one_day_are_told_apart_by_whose_they_are() -> None:
    """Wherever the profile names them: a waiver goes by the key."""
    rule = DUES.replace("every: month", "every: year, to: 06-30")
    made = unmet("dues", world_of(rules=rule, as_of="2016-07-15"))
    assert [(one.fact.key, *one.fact.people["about"]) for one in made] == [
        ("unmet@2016-07-01", "李娜"),
        ("unmet@2016-07-01#2", "王敏"),
        ("unmet@2016-07-01#3", "胡斌"),
        ("unmet@2016-07-01#4", "许诺"),
        ("unmet@2016-07-01#5", "陈静"),
    ]


def test_items_of_a_list() -> None:
    """Each item of a cover that was not there by its day."""
    rules = (
        (
            "{id: read, when: {every: year}, cover: {of: {kind: collective-study}, "
            "tag: materials, all: [{is: 党章, by: 06-30}, {is: 党规, by: 09-30}]}}"
        ),
        (
            "{id: talk, for: fact, each: {kind: unmet, rule: read}, "
            "when: {after: subject, within: 1m}, count: {of: {kind: progress-report}}}"
        ),
    )
    assert [one[1] for one in found(*rules, as_of="2016-10-15")] == [
        "2016-07-01",
        "2016-10-01",
    ]


def test_each_year_of_a_rule_is_worked_out_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many follow one on the other, and however many years back that goes."""
    told: Counter[tuple[str, int]] = Counter()

    def counted(rule: Rule, world: World) -> Iterator[Any]:
        told[rule.id, world.year] += 1
        return over(rule, world)

    over = unmet_module._over
    monkeypatch.setattr(unmet_module, "_over", counted)
    rules = ["{id: r0, when: {every: month}, count: {of: {kind: party-lecture}}}"] + [
        f"{{id: r{one}, for: fact, each: {{kind: unmet, rule: r{one - 1}}}, "
        "when: {after: subject, within: 10d}, count: {of: {kind: committee-meeting}}}"
        for one in range(1, 6)
    ]
    made = found(*rules, of="r5", as_of="2024-12-31", year=2024)
    # January's lecture, and what should have followed it by 10 days each.
    assert ("unmet@2024-03-16", "2024-03-16", "overdue") in made
    assert told == {
        (f"r{one}", year): 1 for one in range(5) for year in range(2019 + one, 2025)
    }


def test_a_stricter_tier_is_not_followed() -> None:
    """What is followed is that the rule itself was not kept; its stricter tier only
    warns."""
    lecture = (
        "{id: sit, when: {every: quarter}, count: {of: {kind: party-lecture}}, "
        "soft: {count: {min: 2}}}"
    )
    talk = (
        "{id: talk, for: fact, each: {kind: unmet, rule: sit}, "
        "when: {after: subject, within: 1m}, count: {of: {kind: progress-report}}}"
    )
    one = held("2016-01-08", kind="party-lecture")
    assert [day for _, day, _ in found(lecture, talk, records=one)] == [
        "2016-07-01",
        "2016-10-01",
    ]
