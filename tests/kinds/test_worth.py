"""worth: one of B counts as two of A; of several patterns the one that says most."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.kinds.worth import Worth, at_least
from lxyz.packs.asked import patterns as asked

from ..trial import days_of, held, outcome, rule_of, verdict, world_of

EITHER = (
    "{count: {of: [{kind: collective-study}, {kind: thematic-discussion, worth: 2}]%s}"
    "%s}"
)
TWO = EITHER % (", min: 2", ", when: {every: quarter, months: [1, 2, 3]}")


def study(*days: str) -> str:
    """Collective studies."""
    return held(*days, kind="collective-study")


def discussion(*days: str) -> str:
    """Thematic discussions."""
    return held(*days, kind="thematic-discussion")


@pytest.mark.parametrize(
    ("records", "wanted", "have"),
    [
        ("", "missed", "0"),
        (study("2016-01-01"), "missed", "1"),
        (study("2016-01-01", "2016-03-31"), "met", "2"),
        (study("2016-01-01", "2016-04-01"), "missed", "1"),
        # One discussion does, on the first and on the last day; outside it does not.
        (discussion("2015-12-31"), "missed", "0"),
        (discussion("2016-01-01"), "met", "2"),
        (discussion("2016-03-31"), "met", "2"),
        (discussion("2016-04-01"), "missed", "0"),
        (study("2016-02-01") + discussion("2016-03-31"), "met", "3"),
    ],
)
def test_two_of_one_or_one_of_another(records: str, wanted: str, have: str) -> None:
    """Two studies in the quarter, or one discussion."""
    one = verdict(TWO, records)
    assert (one.outcome, one.need, one.have) == (wanted, "2", have)


def test_the_records_are_named_once() -> None:
    """What counts as two is still one record."""
    assert days_of(verdict(TWO, discussion("2016-02-01"))) == ["2016-02-01"]


IMPLIES = "implies: {thematic-discussion: [collective-study]}"
BOTH = "- {kind: [collective-study, thematic-discussion], date: 2016-02-01, attendance: all}\n"


@pytest.mark.parametrize("order", [False, True])
@pytest.mark.parametrize(
    ("records", "worth", "implies", "have"),
    [
        (BOTH, "3", "", "3"),
        (BOTH, "1/2", "", "1"),
        (discussion("2016-02-01"), "3", IMPLIES, "3"),
        (discussion("2016-02-01"), "1/2", IMPLIES, "1"),
        (discussion("2016-02-01"), "1/2", "", "1/2"),
        (study("2016-02-01"), "3", IMPLIES, "1"),
    ],
)
def test_what_matches_several_counts_with_the_most(
    records: str, worth: str, implies: str, have: str, *, order: bool
) -> None:
    """A record of both kinds is worth the most, whichever pattern stands first."""
    patterns = [
        "{kind: collective-study}",
        f"{{kind: thematic-discussion, worth: {worth}}}",
    ]
    rule = f"{{count: {{of: [{', '.join(sorted(patterns, reverse=order))}], min: 4}}}}"
    assert verdict(rule, records, implies).have == have


@pytest.mark.parametrize(
    ("number", "wanted", "have"), [(3, "missed", "1.5"), (4, "met", "2")]
)
def test_a_half(number: int, wanted: str, have: str) -> None:
    """Two of them count as one."""
    rule = "{count: {of: [{kind: party-lecture}, {kind: collective-study, worth: 1/2}], min: 2}}"
    days = [f"2016-0{month}-01" for month in range(1, number + 1)]
    one = verdict(rule, study(*days))
    assert (one.outcome, one.have) == (wanted, have)


@pytest.mark.parametrize(
    ("records", "as_of", "wanted", "have"),
    [
        (discussion("2016-02-01"), "2017-01-01", "met", "2"),
        (discussion("2016-02-01"), "2016-12-31", "open", "2"),
        (discussion("2016-02-01") + study("2016-03-01"), "2017-01-01", "met", "3"),
        (discussion("2016-02-01", "2016-03-01"), "2016-03-01", "missed", "4"),
    ],
)
def test_at_most(records: str, as_of: str, wanted: str, have: str) -> None:
    """At most three: two discussions are four."""
    rule = EITHER % (", max: 3", "")
    one = verdict(rule, records, as_of=as_of)
    assert (one.outcome, one.need, one.have) == (wanted, "≤3", have)


@pytest.mark.parametrize(
    ("records", "wanted", "need"),
    [
        (study("2016-02-01"), "missed", "2"),
        (discussion("2016-02-01"), "met", "2"),
        (discussion("2016-02-01", "2016-03-01"), "missed", "≤3"),
    ],
)
def test_at_least_and_at_most(records: str, wanted: str, need: str) -> None:
    """Between two and three."""
    one = verdict(EITHER % (", min: 2, max: 3", ""), records)
    assert (one.outcome, one.need) == (wanted, need)


UNSURE = "{count: {of: [{kind: collective-study}, {kind: collective-study, present: {min: 2}, worth: 2}]%s}}"
UNTOLD = held("2016-02-01", kind="collective-study", more="status: held")


@pytest.mark.parametrize(
    ("bounds", "wanted", "missing"),
    [
        ("min: 1", "met", ()),
        ("min: 2", "undecidable", ("present",)),
        ("min: 3", "missed", ()),
        ("max: 2", "met", ()),
        ("max: 1", "undecidable", ("present",)),
        ("max: 0", "missed", ()),
    ],
)
def test_where_its_worth_is_not_known(
    bounds: str, wanted: str, missing: tuple[str, ...]
) -> None:
    """It counts as one at least, and may count as two."""
    one = verdict(UNSURE % f", {bounds}", UNTOLD)
    assert (one.outcome, one.missing) == (wanted, missing)
    if wanted == "undecidable" and bounds.startswith("min"):
        assert [str(near.date) for near in one.near] == ["2016-02-01"]


def test_where_it_is_not_known_that_it_counts() -> None:
    """What may count as two may make two, and cannot make three."""
    rule = "{count: {of: [{kind: party-lecture}, {kind: collective-study, present: {min: 2}, worth: 2}], min: %s}}"
    assert outcome(rule % 2, UNTOLD) == "undecidable"
    assert outcome(rule % 3, UNTOLD) == "missed"


@pytest.mark.parametrize("order", [False, True])
def test_of_several_doubts_the_most(*, order: bool) -> None:
    """It may be worth two, and may be worth three."""
    patterns = [
        "{kind: collective-study, present: {min: 2}, worth: 2}",
        "{kind: collective-study, present: {min: 3}, worth: 3}",
    ]
    of = ", ".join(sorted(patterns, reverse=order))
    assert outcome(f"{{count: {{of: [{of}], min: 3}}}}", UNTOLD) == "undecidable"
    assert outcome(f"{{count: {{of: [{of}], min: 4}}}}", UNTOLD) == "missed"


@pytest.mark.parametrize(
    ("worth", "least", "wanted"),
    [("1", 1, "undecidable"), ("1", 2, "missed"), ("1/2", 1, "missed")],
)
def test_a_doubt_of_what_is_worth_little(worth: str, least: int, wanted: str) -> None:
    """One, or a half, that may count; two halves may make one."""
    rule = f"{{count: {{of: [{{kind: party-lecture, worth: 2}}, {{kind: collective-study, present: {{min: 2}}, worth: {worth}}}], min: {least}}}}}"
    assert outcome(rule, UNTOLD) == wanted
    if worth == "1/2":
        two = UNTOLD + UNTOLD.replace("-02-", "-03-")
        assert outcome(rule, two) == "undecidable"


@pytest.mark.parametrize("maybe", ["1/2", "1", "2"])
def test_a_doubt_that_adds_nothing(maybe: str) -> None:
    """What surely counts as two, and may count as less, is no doubt: neither for the
    number nor among what is told."""
    rule = f"{{count: {{of: [{{kind: collective-study, worth: 2}}, {{kind: [collective-study, party-lecture], present: {{min: 2}}, worth: {maybe}}}], min: %s}}}}"
    lecture = held("2016-05-01", more="status: held")
    one = verdict(rule % 3, UNTOLD + lecture)
    enough = maybe != "1/2"
    assert one.outcome == ("undecidable" if enough else "missed")
    if enough:
        assert [str(near.date) for near in one.near] == ["2016-05-01"]
    assert outcome(rule % 5, UNTOLD + lecture) == "missed"


@pytest.mark.parametrize("order", [False, True])
def test_of_doubts_that_are_worth_the_same_the_first(*, order: bool) -> None:
    """What is missing is told by the pattern that stands first."""
    patterns = [
        "{kind: collective-study, present: {min: 2}, worth: 2}",
        "{kind: collective-study, minutes: {min: 60}, worth: 2}",
    ]
    of = ", ".join(reversed(patterns) if order else patterns)
    one = verdict(f"{{count: {{of: [{of}], min: 2}}}}", UNTOLD)
    assert (one.outcome, one.missing) == (
        "undecidable",
        ("minutes",) if order else ("present",),
    )


@pytest.mark.parametrize(("least", "wanted"), [(1, "open"), (2, "open")])
def test_half_of_one_is_planned(least: int, wanted: str) -> None:
    """One planned half does not make one; two do."""
    coming = "- {kind: collective-study, date: 2016-11-01, status: planned}\n"
    rule = f"{{count: {{of: [{{kind: party-lecture}}, {{kind: collective-study, worth: 1/2}}], min: {least}}}}}"
    assert outcome(rule, coming, as_of="2016-10-01") == wanted
    two = coming + coming.replace("-11-", "-12-")
    assert outcome(rule, two, as_of="2016-10-01") == (
        "planned" if least == 1 else "open"
    )


def test_what_is_not_named_is_worth_one() -> None:
    """Where nothing is said of a fact."""
    one, other = world_of(study("2016-02-01", "2016-03-01"), TWO).of(
        frozenset(("collective-study",))
    )
    assert Worth({}, {}).of([one, other]) == 2
    assert Worth({one.rank: 3}, {}).of([one, other]) == 4


@pytest.mark.parametrize(
    ("said", "lacking", "number"),
    [
        ([None], 3, 3),
        ([None, None], 1, 1),
        ([None, 2], 3, 2),
        ([2, None], 4, 2),
        ([2, 3], 4, 2),
        (["1/2"], 1, 2),
        (["1/2", None], 2, 2),
    ],
)
def test_how_few_can_do(
    said: list[int | str | None], lacking: int, number: int
) -> None:
    """Each worth the most that one can be; one, where nothing is said."""
    worths = ("" if worth is None else f", worth: {worth}" for worth in said)
    of = ", ".join(f"{{kind: party-lecture{worth}}}" for worth in worths)
    patterns = asked(rule_of(f"{{count: {{of: [{of}], min: 9}}}}"))
    assert at_least(lacking, patterns) == number


@pytest.mark.parametrize(
    ("least", "wanted"), [(2, "planned"), (3, "open"), (4, "open")]
)
def test_what_is_planned_counts_as_much(least: int, wanted: str) -> None:
    """A discussion to come makes two."""
    coming = "- {kind: thematic-discussion, date: 2016-11-01, status: planned}\n"
    rule = EITHER % (f", min: {least}", "")
    assert outcome(rule, coming, as_of="2016-10-01") == wanted
    done = coming + study("2016-05-01")
    assert outcome(EITHER % (", min: 3", ""), done, as_of="2016-10-01") == "planned"


@pytest.mark.parametrize(
    ("worth", "least", "level"),
    [("2", 2, "warning"), ("2", 3, "error"), ("1/2", 1, "error")],
)
def test_held_on_another_day(worth: str, least: int, level: str) -> None:
    """What was held, only not on the fixed day, counts as much there, too (A17)."""
    rule = EITHER.replace("worth: 2", f"worth: {worth}") % (
        f", min: {least}",
        ", when: {every: month, day: 7, months: [3]}",
    )
    one = verdict(rule, discussion("2016-03-20"))
    assert (one.outcome, one.level) == ("missed", level)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    studies=st.integers(0, 4),
    discussions=st.integers(0, 3),
    worth=st.sampled_from(["1", "2", "3", "1/2"]),
    least=st.integers(1, 6),
)
def test_it_is_a_sum(studies: int, discussions: int, worth: str, least: int) -> None:
    """A law: enough if, and only if, the numbers times their worth are; worth one is as
    if nothing were said."""
    records = study(*[f"2016-01-0{n + 1}" for n in range(studies)])
    records += discussion(*[f"2016-02-0{n + 1}" for n in range(discussions)])
    rule = EITHER.replace("worth: 2", f"worth: {worth}") % (f", min: {least}", "")
    made = verdict(rule, records)
    number = 0.5 if worth == "1/2" else int(worth)
    assert (made.outcome == "met") == (studies + discussions * number >= least)
    if worth == "1":
        plain = verdict(rule.replace(", worth: 1", ""), records)
        assert plain == made
