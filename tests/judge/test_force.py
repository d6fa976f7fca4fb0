"""Whether a rule is in force: years, dated versions, first days, unset parameters."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.packs.types import Aside
from lxyz.verdicts import Outcome, Verdict

from ..trial import bound, facts_of, held, judge, verdict, verdicts

LECTURE = "count: {of: {kind: party-lecture}}"


def why(rule: str, more: str = "", **said: object) -> str:
    """Why a rule does not apply at all; empty if it does."""
    found = verdicts(rule, "", more, **said)
    if found[0].outcome != Outcome.NOT_APPLICABLE:
        return ""
    assert len(found) == 1
    return found[0].notes[0].removeprefix("why:")


@pytest.mark.parametrize(
    ("rule", "year", "reason"),
    [
        ("", 2016, ""),
        ("", 2017, ""),
        ("", 2015, "before-pack"),
        ("years: [2017]", 2016, "other-year"),
        ("years: [2017]", 2017, ""),
        ("for: unit", 2016, "unit-level"),
        ("level: unit", 2016, "unit-level"),
        ("from: 2017-01-01", 2016, "not-in-force"),
        ("from: 2017-01-01", 2017, ""),
        ("to: 2016-12-31", 2017, "not-in-force"),
        ("to: 2016-12-31", 2016, ""),
        ("to: 2015-12-31, from: 2015-01-01", 2016, "not-in-force"),
        # In force in a part of the year: it governs spans that begin in its time.
        ("from: 2016-01-02", 2016, "not-in-force"),
        ("to: 2016-01-01", 2016, ""),
        ("if: {set: day}", 2016, "param-unset"),
        ("if: {set: given}", 2016, ""),
    ],
)
def test_in_the_year(rule: str, year: int, reason: str) -> None:
    """Before its document, in other years, out of its days it does not apply."""
    text = f"{{{LECTURE}, {rule}}}" if rule else f"{{{LECTURE}}}"
    params = "params: {day: {source: text}, given: {value: 3, source: text}}"
    assert why(text, params, year=year) == reason


def spans(rule: str, more: str = "", records: str = "", **said: object) -> list[str]:
    """The spans that are demanded."""
    found = verdicts(rule, records, more, **said)
    return [one.span.label for one in found if one.outcome != Outcome.NOT_APPLICABLE]


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ("from: 2016-07-01", ["2016-Q3", "2016-Q4"]),
        ("from: 2016-07-02", ["2016-Q4"]),
        ("to: 2016-07-01", ["2016-Q1", "2016-Q2", "2016-Q3"]),
        ("to: 2016-06-30", ["2016-Q1", "2016-Q2"]),
    ],
)
def test_a_version_governs_the_spans_that_begin_in_its_time(
    days: str, wanted: list[str]
) -> None:
    """A span in progress stays with the version under which it began."""
    assert spans(f"{{{LECTURE}, when: {{every: quarter}}, {days}}}") == wanted


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ("from: 2016-01-20", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
        ("from: 2016-01-21", ["2016-Q2", "2016-Q3", "2016-Q4"]),
        ("to: 2016-10-20", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
        ("to: 2016-10-19", ["2016-Q1", "2016-Q2", "2016-Q3"]),
    ],
)
def test_of_deadlines_the_version_of_the_due_day(days: str, wanted: list[str]) -> None:
    """A day inside a period is judged by the version of that day."""
    assert spans(f"{{{LECTURE}, when: {{every: quarter, by: 1-20}}, {days}}}") == wanted


@pytest.mark.parametrize(
    ("rule", "day", "wanted"),
    [
        (
            "for: fact, each: {kind: party-lecture}, has: {theme: some}",
            "2016-06-30",
            False,
        ),
        (
            "for: fact, each: {kind: party-lecture}, has: {theme: some}",
            "2016-07-01",
            True,
        ),
        ("attest: 做到没有", "2016-07-01", False),
        ("has: {name: some}, when: now", "2016-12-31", True),
    ],
)
def test_facts_and_what_stands(rule: str, day: str, wanted: bool) -> None:
    """Facts by their own day, what a person answers by the year, the profile by the day."""
    found = spans(f"{{{rule}, from: 2016-07-01}}", "", held(day))
    assert bool(found) == wanted


def test_the_profile_before_its_time() -> None:
    """On a day before the rule the profile is not asked."""
    assert (
        why("{has: {name: some}, when: now, from: 2016-07-01}", as_of="2016-06-30")
        == "not-in-force"
    )


def test_two_versions() -> None:
    """Quarterly up to June, monthly from July on."""
    rules = f"""
- {{to: 2016-06-30, {LECTURE}, when: {{every: quarter}}}}
- {{from: 2016-07-01, {LECTURE}, when: {{every: month}}}}
"""
    assert spans(rules) == [
        "2016-07", "2016-08", "2016-09", "2016-10", "2016-11", "2016-12", "2016-Q1", "2016-Q2",
    ]  # fmt: skip


# --- from when it recurs ---------------------------------------------------------

EFFECTIVE = "params: {effective_from: {value: %s, source: text}, own: {value: 2016-10-01, source: text}}"
UNSET = "params: {effective_from: {source: text}, own: {source: text}}"


@pytest.mark.parametrize(
    ("since", "more", "wanted"),
    [
        ("", EFFECTIVE % "2016-07-01", ["2016-Q3", "2016-Q4"]),
        ("", EFFECTIVE % "2016-07-02", ["2016-Q4"]),
        (
            ", since: 2016-04-01",
            EFFECTIVE % "2016-07-01",
            ["2016-Q2", "2016-Q3", "2016-Q4"],
        ),
        (", since: $own", EFFECTIVE % "2016-07-01", ["2016-Q4"]),
        ("", "", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
    ],
)
def test_demanded_if_they_begin_on_or_after(
    since: str, more: str, wanted: list[str]
) -> None:
    """Months, quarters, halves and weeks; the year and its windows always."""
    assert spans(f"{{{LECTURE}, when: {{every: quarter}}{since}}}", more) == wanted
    assert spans(f"{{{LECTURE}, when: {{every: year, by: 06-30}}{since}}}", more) == [
        "2016"
    ]


def _undecidable(one: Verdict) -> tuple[str, ...]:
    assert one.outcome == Outcome.UNDECIDABLE
    assert one.notes == ("param",)
    return one.missing


def test_a_first_day_that_is_not_set() -> None:
    """One verdict that names the parameter, not one for each week."""
    monthly = f"{{{LECTURE}, when: {{every: month}}}}"
    assert _undecidable(verdict(monthly, "", UNSET)) == ("effective_from",)
    since = f"{{{LECTURE}, when: {{every: month}}, since: $own}}"
    assert _undecidable(verdict(since, "", UNSET)) == ("own",)
    # What does not recur needs no first day.
    assert verdict(f"{{{LECTURE}}}", "", UNSET).outcome == "missed"


def test_a_first_day_that_is_not_set_in_a_later_year() -> None:
    """What was asked in the year of the document recurs from January of later years."""
    monthly = f"{{{LECTURE}, when: {{every: month}}}}"
    of_2017 = spans(monthly, UNSET, year=2017)
    assert (of_2017[0], of_2017[-1], len(of_2017)) == ("2017-01", "2017-12", 12)
    since = f"{{{LECTURE}, when: {{every: quarter}}, since: $own}}"
    assert spans(since, UNSET, year=2017)[0] == "2017-Q1"


def test_a_parameter_without_which_it_cannot_be_judged() -> None:
    """A number that is not set makes it undecidable; a bound of the span is dropped."""
    number = "{count: {of: {kind: party-lecture}, min: $own}}"
    assert _undecidable(verdict(number, "", UNSET)) == ("own",)
    bound = verdict(
        f"{{{LECTURE}, when: {{every: year, by: $own}}}}", held("2016-12-31"), UNSET
    )
    assert (bound.outcome, bound.notes) == ("met", ("unset:own",))


# --- set aside by a rule of a pack over it -------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("", "", "set-aside:over/r"),
        ("2016-01-01", "", "set-aside:over/r"),
        ("", "2016-12-31", "set-aside:over/r"),
        ("2016-01-01", "2016-12-31", "set-aside:over/r"),
        # A part of the year: what begins in it, the first and the last day included.
        ("2016-01-02", "", "2016-Q1"),
        ("", "2016-12-30", "not-in-force"),
        ("", "2016-10-01", "not-in-force"),
        ("", "2016-09-30", "2016-Q4"),
        ("2016-04-01", "2016-07-01", "2016-Q1 2016-Q4"),
        ("2016-04-02", "2016-06-30", "2016-Q1 2016-Q2 2016-Q3 2016-Q4"),
        ("2017-01-01", "", "2016-Q1 2016-Q2 2016-Q3 2016-Q4"),
        ("", "2015-12-31", "2016-Q1 2016-Q2 2016-Q3 2016-Q4"),
    ],
)
@pytest.mark.parametrize("rule", ["rule", "rule~"])
def test_set_aside(first: str, last: str, wanted: str, rule: str) -> None:
    """For the days on which another rule stands instead; its stricter tier with it."""
    made = bound(
        f"{{{LECTURE}, when: {{every: quarter}}, soft: {{count: {{min: 2}}}}}}"
    )
    made = made._replace(rules=tuple(one for one in made.rules if one.id == rule))
    aside = {"rule": (Aside("over/r", first, last),)}
    over = made._replace(pack=made.pack._replace(aside=aside))
    found = judge(facts_of(), over, 2016, date(2016, 12, 31))
    if found[0].outcome == Outcome.NOT_APPLICABLE:
        assert [one.notes for one in found] == [(f"why:{wanted}",)]
    else:
        assert " ".join(one.span.label for one in found) == wanted


def test_set_aside_by_two() -> None:
    """One after the other, as two versions of it."""
    made = bound(f"{{{LECTURE}, when: {{every: quarter}}}}")
    both = (Aside("over/a", "", "2016-03-31"), Aside("over/b", "2016-10-01", ""))
    over = made._replace(pack=made.pack._replace(aside={"rule": both}))
    found = judge(facts_of(), over, 2016, date(2016, 12, 31))
    assert [one.span.label for one in found] == ["2016-Q2", "2016-Q3"]


@pytest.mark.parametrize("days", ["to: 2015-12-31", "from: 2017-01-01"])
def test_out_of_its_days_though_there_is_no_record(days: str) -> None:
    """That it is not in force says more than that there is no record."""
    assert why(
        f"{{for: fact, each: {{kind: quiz}}, {days}, has: {{theme: some}}}}"
    ) == ("not-in-force")
