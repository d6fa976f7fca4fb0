"""What became of a branch: a table of verdicts, and laws of any two reports."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.change import BETTER, WORSE, Change, How, changes_of, compare, fails
from lxyz.dates.spans import month_span, year_span
from lxyz.files.origin import Fault
from lxyz.report import NOWHERE, BranchReport, Earlier, Obstacle, PackUsed
from lxyz.report.baseline import ACCEPTED
from lxyz.verdicts import SOON, Clash, Level, Outcome, Room, Subject, Verdict, weigh

DAY = date(2016, 9, 30)
PACKS = (PackUsed("a", "1", "甲", "A", ""), PackUsed("b", "1", "乙", "B", ""))
NEUTRAL = {How.DUE, How.CAME, How.WENT, How.CHANGED}


def verdict(outcome: str = "met", rule: str = "a/one", **more: Any) -> Verdict:
    """A verdict of a must, weighing what it weighs."""
    made = Verdict(
        rule,
        (),
        "一",
        more.pop("modality", "must"),
        more.pop("subject", Subject("branch", "支部")),
        more.pop("span", year_span(2016)),
        more.pop("label", None),
        Outcome(outcome),
        Level.NONE,
    )._replace(**more)
    if "level" in more:
        return made
    return made._replace(level=weigh(made.modality, made.outcome))


def report(*verdicts: Verdict, **more: Any) -> BranchReport:
    """A report of a branch with two packs."""
    return BranchReport("b", "支部", 2016, PACKS, (), verdicts)._replace(**more)


def changes(old: Any, new: Any, days: tuple[date, date] = (DAY, DAY)) -> list[Change]:
    """The changes from some verdicts to others, or from a report to another."""
    sides = [
        one if isinstance(one, BranchReport) else report(*filter(None, one))
        for one in (old, new)
    ]
    found = compare(Earlier(sides[0], days[0]), Earlier(sides[1], days[1]))
    return list(found)


def hows(old: Any, new: Any, **more: Any) -> list[str]:
    """The kinds of the changes."""
    return [one.how.value for one in changes(old, new, **more)]


# From each outcome (None: there is no such verdict) to each other, row by row.
STATES = (
    *(None, "not-applicable", "attest", "open", "planned", "met", "waived"),
    *("late", "undecidable", "overdue", "missed"),
)
_CALM = "late undecidable overdue missed"
TABLE = {
    None: f"- - came came came came came {_CALM}",
    "not-applicable": f"- - came came came came came {_CALM}",
    "attest": f"went went - changed changed done changed {_CALM}",
    "open": f"went went changed - changed done changed {_CALM}",
    "planned": f"went went changed changed - done changed {_CALM}",
    "met": f"went went undone undone undone - changed {_CALM}",
    "waived": f"went went changed changed changed changed - {_CALM}",
    "late": "dropped dropped eased eased eased eased excused - "
    "undecidable overdue missed",
    "undecidable": "dropped dropped eased eased eased eased excused eased - "
    "overdue missed",
    "overdue": "dropped dropped eased eased eased mended excused mended eased - lost",
    "missed": "dropped dropped eased eased eased mended excused mended eased eased -",
}


def _of(outcome: str | None) -> list[Verdict]:
    return [] if outcome is None else [verdict(outcome)]


@pytest.mark.parametrize("old", STATES)
def test_from_each_outcome_to_each(old: str | None) -> None:
    """One change at most, of the kind of the table; what is told is a verdict of it."""
    for new, how in zip(STATES, TABLE[old].split(), strict=True):
        found = changes(_of(old), _of(new))
        assert [one.how.value for one in found] == ([] if how == "-" else [how]), new
        for one in found:
            assert one.shown in (one.old, one.new)
            assert one.shown is not None
            assert one.old == (None if old is None else verdict(old))
            assert one.new == (None if new is None else verdict(new))


def test_every_kind_has_one_side() -> None:
    """Worse, better or neither; the worst first."""
    assert not set(WORSE) & set(BETTER)
    assert set(How) - set(WORSE) - set(BETTER) == NEUTRAL
    assert (WORSE[0], BETTER[-1]) == (How.UNREAD, How.DONE)


# ---------------------------------------------------------------- one finding


def test_spans_of_one_gap_are_told_apart() -> None:
    """A week more is newly missed, a week less mended; what stays is no change."""
    old = verdict("missed", failing=("2016-W18", "2016-W19"))
    new = verdict("missed", failing=("2016-W19", "2016-W33"))
    found = changes([old], [new])
    told = [(one.how, one.shown.failing) for one in found if one.shown]
    assert told == [(How.MISSED, ("2016-W33",)), (How.MENDED, ("2016-W18",))]


def test_spans_of_a_gap_that_is_lost() -> None:
    """Those that were overdue are lost, the others are newly missed."""
    old = verdict("overdue", failing=("2016-01", "2016-02"))
    new = verdict("missed", failing=("2016-02", "2016-03"))
    told = [(o.how, o.shown.failing) for o in changes([old], [new]) if o.shown]
    assert told == [
        (How.MISSED, ("2016-03",)),
        (How.LOST, ("2016-02",)),
        (How.MENDED, ("2016-01",)),
    ]
    back = [(o.how, o.shown.failing) for o in changes([new], [old]) if o.shown]
    assert back == [
        (How.OVERDUE, ("2016-01",)),
        (How.MENDED, ("2016-03",)),
        (How.EASED, ("2016-02", "2016-03")),
    ]


def test_a_year_of_which_no_span_fails_any_more() -> None:
    """Mended, though its other spans still wait; without spans it was put off."""
    old = verdict("overdue", failing=("2016-08",))
    assert hows([old], [verdict("open")]) == ["mended"]
    assert hows([verdict("overdue")], [verdict("open")]) == ["eased"]
    assert hows([old], [verdict("attest")]) == ["eased"]


def test_spans_that_have_nothing_in_common() -> None:
    """One is missed, the other mended: nothing was lost."""
    old = verdict("overdue", failing=("2016-01",))
    new = verdict("missed", failing=("2016-02",))
    assert hows([old], [new]) == ["missed", "mended"]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"missing": ("theme",)}, {"missing": ("theme", "host")}),
        ({"have": "3", "need": "4"}, {"have": "2", "need": "4"}),
        ({"have": "3", "need": "≤2"}, {"have": "4", "need": "≤2"}),
        ({"have": "1/2", "need": "1"}, {"have": None, "need": "1"}),
    ],
)
def test_the_same_gap_may_lack_more(less: dict[str, Any], more: dict[str, Any]) -> None:
    """More that is missing, or a count further from what is asked, is worse."""
    one, other = verdict("overdue", **less), verdict("overdue", **more)
    assert hows([one], [other]) == ["worse"]
    assert hows([other], [one]) == ["eased"]
    assert hows([one], [one]) == []


def test_only_what_changed_is_told() -> None:
    """Of the missing words the new one."""
    old = verdict("overdue", missing=("theme",))
    new = verdict("overdue", missing=("theme", "host"))
    (found,) = changes([old], [new])
    assert found.shown == new._replace(missing=("host",))


def test_what_a_baseline_accepted_is_no_finding() -> None:
    """Accepted, it is excused; no longer accepted, it is worse than it was."""
    plain = verdict("missed")
    taken = plain._replace(notes=(ACCEPTED,), level=Level.NONE)
    assert hows([plain], [taken]) == ["excused"]
    assert hows([taken], [plain]) == ["worse"]
    assert hows([taken], [verdict("met")]) == ["changed"]
    assert hows([taken], [taken]) == []


def test_a_fault_that_a_baseline_accepted_is_not_mended() -> None:
    """It is still there. Of two that are alike one may be mended and one accepted."""
    fault = Fault("F101", "a.yaml", 2, 1, (("fixed", "主题: 甲"),))
    plain = report(faults=(fault,))
    taken = report(accepted_faults=(fault,))
    assert hows(plain, taken) == ["excused"]
    assert hows(taken, plain) == ["fault"]
    assert hows(taken, report()) == hows(taken, taken) == []
    twice = report(faults=(fault, fault._replace(line=9)))
    assert hows(twice, taken) == ["repaired", "excused"]
    assert hows(twice, taken._replace(faults=(fault,))) == ["excused"]


def test_what_is_explained_is_no_change() -> None:
    """Neither a folded gap nor one that is folded no longer; nor a silent tier."""
    folded = verdict("missed", folded_into="x")
    for old, new in ((verdict("open"), folded), (folded, verdict("met"))):
        assert hows([old], [new]) == []
    assert hows([verdict("missed")], [folded]) == []
    assert hows([], [verdict("met", folded_into="x")]) == []
    hard, tier = verdict("open"), verdict("overdue", "a/one~")
    assert hows([hard], [hard, tier]) == []
    assert hows([verdict("met")], [verdict("met"), tier]) == ["overdue"]


def test_what_comes_within_thirty_days_is_due() -> None:
    """On the thirtieth day, not on the day after; the last day to begin counts."""
    last = DAY + SOON
    far = verdict("open", due=last + timedelta(1))
    near = verdict("open", due=last)
    assert hows([far], [near]) == ["due"]
    assert hows([near], [far]) == []
    assert hows([], [near]) == ["due"]
    assert hows([], [far]) == ["came"]
    assert hows([far], [far], days=(DAY, DAY + timedelta(1))) == ["due"]
    assert hows([near], [near], days=(DAY, DAY + timedelta(1))) == []
    room = Room(far.due or last, last, 3)
    assert hows([far], [far._replace(room=room)]) == ["due"]
    late = room._replace(begin=room.last)
    assert hows([far], [far._replace(room=late)]) == []


def test_what_must_be_begun_now_is_due() -> None:
    """Once; that it presses less is no news."""
    near = verdict("open", due=DAY + SOON)
    now = near._replace(level=Level.WARNING)
    assert hows([near], [now]) == ["due"]
    assert hows([now], [now]) == []
    assert hows([now], [near]) == []


def test_where_a_duty_came_from() -> None:
    """The branch, a pack, a rule, a person; else a record, or a day."""
    member = verdict("open", subject=Subject("member", "王敏"))
    fact = verdict("open", subject=Subject("fact", "党课@2016-06-24"))
    own = verdict("open")
    other = verdict("open", "a/two", subject=member.subject)
    august = member._replace(span=month_span(2016, 8))
    alone = report(own, packs=PACKS[:1])
    cases: list[tuple[BranchReport, Verdict, str]] = [
        (NOWHERE, own, "branch"),
        (alone, verdict("open", "b/one"), "pack"),
        (alone, verdict("open", "a/two"), "rule"),
        (alone, member, "subject"),
        (alone, fact, ""),
        (report(own, other), august, ""),
    ]
    for old, came, why in cases:
        new = report(*old.verdicts, came)
        assert [(o.how, o.why) for o in changes(old, new) if o.shown == came] == [
            (How.CAME, why)
        ]
        assert [(o.how, o.why) for o in changes(new, old) if o.shown == came] == [
            (How.WENT, why)
        ]


# ---------------------------------------------------------------- a whole branch

FAULT = Fault("F101", "a.yaml", 4, 3, (("fixed", "主题: 甲"),))


def test_a_fault_is_known_by_its_words_not_by_its_line() -> None:
    """Moved, it is the same; a second of the same words is new."""
    once = report(faults=(FAULT,))
    moved = report(faults=(FAULT._replace(line=9),))
    twice = report(faults=(FAULT, FAULT._replace(line=9)))
    assert hows(once, moved) == []
    assert hows(once, twice) == ["fault"]
    assert hows(twice, once) == ["repaired"]
    (new,) = changes(once, twice)
    assert (new.fault, new.level) == (twice.faults[1], Level.ERROR)


def test_a_day_that_has_come_mends_nothing() -> None:
    """A record of a day to come is a fault up to that day; on one day, it is news."""
    early = FAULT._replace(code="F504")
    days = (DAY, DAY + timedelta(1))
    assert hows(report(faults=(early, FAULT)), report(), days=days) == ["repaired"]
    assert hows(report(), report(faults=(early, FAULT)), days=days) == ["fault"]
    assert hows(report(faults=(early,)), report()) == ["repaired"]


def test_clashes_are_known_by_their_duties() -> None:
    """The number of days left may go down: the same clash."""
    one, two = verdict("open"), verdict("open", "a/two")
    clash = Clash("days", (one.key(), two.key()), DAY, DAY, 3, 2)
    plain = report(one, two)
    caught = plain._replace(clashes=(clash,))
    (found,) = changes(plain, caught)
    assert (found.how, found.verdicts) == (How.CLASH, (one, two))
    assert found.level == Level.WARNING
    assert hows(caught, plain) == ["untangled"]
    assert hows(caught, caught._replace(clashes=(clash._replace(number=4),))) == []


def test_a_branch_that_cannot_be_judged() -> None:
    """Only that is told, and its faults: nothing is known of the rest."""
    fine = report(verdict("overdue"))
    unread = report(faults=(FAULT,))._replace(year=0)
    broken = report()._replace(error=Obstacle("P001", (), 2))
    assert hows(fine, unread) == ["unread", "fault"]
    assert hows(unread, fine) == ["read", "repaired"]
    assert hows(fine, broken) == ["unread"]
    assert hows(broken, broken) == []
    assert hows(NOWHERE, unread) == ["unread", "fault"]
    assert hows(unread, NOWHERE) == ["read", "repaired"]
    assert changes(fine, broken)[0].level == Level.ERROR


def test_a_branch_that_comes_or_goes() -> None:
    """Its gaps are new, or go with it."""
    branch = report(verdict("overdue"), verdict("met", "a/two"))
    assert hows(NOWHERE, branch) == ["overdue", "came"]
    assert hows(branch, NOWHERE) == ["went", "dropped"]
    assert hows(NOWHERE, NOWHERE) == []


def test_a_report_carries_what_it_is_compared_with() -> None:
    """`changes_of` compares with it; without it there is nothing to compare."""
    old, new = report(verdict("open")), report(verdict("overdue"))
    compared = new._replace(before=Earlier(old, DAY))
    assert [one.how for one in changes_of(compared, DAY)] == [How.OVERDUE]
    assert changes_of(new, DAY) == ()


# ---------------------------------------------------------------- the threshold


@pytest.mark.parametrize(
    ("old", "new", "fails_at"),
    [
        ([verdict("open")], [verdict("overdue")], "must should overdue"),
        ([verdict("open")], [verdict("missed")], "must should"),
        ([verdict("open")], [verdict("overdue", modality="should")], "should"),
        ([verdict("open")], [verdict("overdue", modality="may")], ""),
        ([verdict("open")], [verdict("late")], "should"),
        ([verdict("met")], [verdict("open")], ""),
        ([], [verdict("overdue", debtor="committee-above")], ""),
        ([verdict("overdue")], [verdict("met")], ""),
        ([verdict("overdue")], [], ""),
        ([], [verdict("open", level=Level.WARNING)], ""),
        (report(), report(faults=(FAULT,)), "must should overdue fault"),
        (report(), report(faults=(FAULT._replace(level="warning"),)), "should"),
        (report(faults=(FAULT,)), report(), ""),
        (report(), report(error=Obstacle("P001", (), 2)), "must should overdue fault"),
    ],
)
def test_thresholds_are_those_of_a_check(old: Any, new: Any, fails_at: str) -> None:
    """What got worse fails at them, what is better never does."""
    found = changes(old, new)
    assert found
    for name in ("must", "should", "overdue", "fault", "never"):
        assert fails(found, name) is (name in fails_at.split()), name


# ---------------------------------------------------------------- laws

LABELS = ("2016-01", "2016-02", "2016-03")
some = st.lists(st.sampled_from(LABELS), unique=True).map(lambda x: tuple(sorted(x)))
days = st.sampled_from([None, DAY, DAY + SOON, DAY + SOON + timedelta(1)])


@st.composite
def verdicts(draw: st.DrawFn) -> Verdict:
    """Any verdict of few rules, persons, spans, so that two reports have some alike."""
    outcome = draw(st.sampled_from(list(Outcome)))
    finding = outcome in ("overdue", "missed", "undecidable", "late")
    accepted = finding and draw(st.integers(0, 3)) == 0
    return verdict(
        outcome.value,
        draw(st.sampled_from(["a/one", "a/one~", "b/one"])),
        modality=draw(st.sampled_from(["must", "should", "may"])),
        subject=Subject("member", draw(st.sampled_from("甲乙"))),
        failing=draw(some) if finding else (),
        missing=draw(some) if finding else (),
        have=draw(st.sampled_from([None, "0", "1", "x"])),
        need=draw(st.sampled_from([None, "2", "≤1"])),
        due=draw(days),
        notes=(ACCEPTED,) if accepted else (),
        folded_into=draw(st.sampled_from([None, None, None, "x"])),
    )


faults = st.builds(
    lambda file, text, line: Fault("F101", file, line, 1, (("fixed", text),)),
    st.sampled_from(["a.yaml", "b.yaml"]),
    st.sampled_from("甲乙"),
    st.integers(1, 3),
)
reports = st.builds(
    lambda listed, found, year, clash: report(
        *listed,
        faults=tuple(found),
        year=year,
        clashes=(Clash("days", tuple(one.key() for one in listed[:2]), DAY, DAY),)
        if clash
        else (),
    ),
    st.lists(verdicts(), max_size=6),
    st.lists(faults, max_size=4),
    st.sampled_from([2016, 2016, 2016, 0]),
    st.booleans(),
)
sides = st.one_of(reports, st.just(NOWHERE))


@given(sides, st.sampled_from([DAY, DAY + timedelta(1)]))
def test_a_report_and_itself(one: BranchReport, day: date) -> None:
    """Nothing has changed."""
    assert compare(Earlier(one, day), Earlier(one, day)) == ()


@given(sides, sides)
def test_turned_round_worse_is_better(one: BranchReport, other: BranchReport) -> None:
    """The same verdicts, faults and clashes, on the other side; what is neither stays
    neither, but for what is due: a day that moves away is no news."""

    def turned(found: list[Change], worse: tuple[How, ...]) -> Counter[object]:
        return Counter(
            (c.key, c.clash, *(_spans(c, v) for v in {c.old, c.new} - {None}))
            for c in found
            if c.how in worse
        )

    def _spans(change: Change, one: Verdict | None) -> object:
        return one.key() if one else change.key

    there, back = changes(one, other), changes(other, one)
    for kinds, others in ((WORSE, BETTER), (BETTER, WORSE)):
        mine, theirs = turned(there, kinds), turned(back, others)
        assert {str(k) for k in mine} == {str(k) for k in theirs}
    quiet = {How.CAME, How.WENT}
    assert sum(c.how in quiet for c in there) <= sum(c.how in NEUTRAL for c in back)


@given(sides, sides)
def test_every_change_is_told_once(one: BranchReport, other: BranchReport) -> None:
    """No span of a verdict in two kinds, no verdict that did not change."""
    found = changes(one, other)
    told = Counter(
        (c.key, str(c.clash), c.shown and _numbered(c), label)
        for c in found
        for label in (c.shown.failing if c.shown and c.shown.failing else ("",))
        if c.how not in (How.WORSE, How.EASED)
    )
    assert not told or max(told.values()) == 1
    for c in found:
        assert c.old != c.new or c.fault or c.clash or c.how in (How.UNREAD, How.READ)


def _numbered(change: Change) -> object:
    """A verdict that is there twice is two."""
    assert change.shown is not None
    return (id(change.old), id(change.new), change.shown.key())


@given(reports, reports, st.randoms(use_true_random=False))
def test_the_order_of_verdicts_is_no_matter(
    one: BranchReport, other: BranchReport, random: Any
) -> None:
    """Of verdicts each of which is there once: the same changes in the same order."""

    def once(branch: BranchReport) -> list[Verdict]:
        return list({v.key(): v for v in branch.verdicts}.values())

    lists = once(one), once(other)
    shuffled = [random.sample(listed, len(listed)) for listed in lists]
    sides = (one, other)
    plain, mixed = (
        changes(
            *(b._replace(verdicts=tuple(v)) for b, v in zip(sides, vs, strict=True))
        )
        for vs in (lists, shuffled)
    )
    assert plain == mixed


@given(sides, sides)
def test_changes_are_in_order(one: BranchReport, other: BranchReport) -> None:
    """The worst kind first, within a kind the heaviest."""
    ranks = [
        (list(How).index(c.how), list(Level).index(c.level))
        for c in changes(one, other)
    ]
    assert ranks == sorted(ranks)
