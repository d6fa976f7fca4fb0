"""What became of one verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxyz.change.kinds import Change, How
from lxyz.report.baseline import ACCEPTED, is_at_most, quantity
from lxyz.verdicts import GAPS, WAITS, Level, Outcome, Verdict

# What a verdict comes to; a duty that applies to nobody is none.
_NONE, _ASKS, _WAITS, _DONE, _EXCUSED = "none", "asks", "waits", "done", "excused"
_FINDINGS = GAPS | {Outcome.UNDECIDABLE, Outcome.LATE}


def _state(one: Verdict | None) -> str:
    if one is None or one.outcome == Outcome.NOT_APPLICABLE:
        return _NONE
    if one.outcome == Outcome.WAIVED or (
        ACCEPTED in one.notes and one.outcome in _FINDINGS
    ):
        return _EXCUSED
    if one.outcome in WAITS:
        return _WAITS
    if one.outcome == Outcome.MET:
        return _DONE
    if one.outcome == Outcome.ATTEST:
        return _ASKS
    return one.outcome.value


_BECAME = {
    Outcome.OVERDUE.value: How.OVERDUE,
    Outcome.MISSED.value: How.MISSED,
    Outcome.UNDECIDABLE.value: How.UNDECIDABLE,
    Outcome.LATE.value: How.LATE,
}


def became(
    was: Verdict | None, now: Verdict | None, days: tuple[date, date]
) -> Iterator[Change]:
    """The changes of one verdict: mostly one, none where it comes to the same, several
    where some of its spans got worse and others better."""
    old, new = _state(was), _state(now)
    if old in _BECAME and new in _BECAME:
        assert was is not None
        assert now is not None
        yield from _between(was, now)
    elif new in _BECAME:
        same = was is not None and now is not None and was.outcome == now.outcome
        yield Change(How.WORSE if same else _BECAME[new], was, now, now)
    elif old in _BECAME:
        assert was is not None
        yield Change(_better(was, new), was, now, was)
    elif old == new == _WAITS:
        assert was is not None
        assert now is not None
        if _presses(now, days[1]) > _presses(was, days[0]):
            yield Change(How.DUE, was, now, now)
        elif was.outcome != now.outcome:
            yield Change(How.CHANGED, was, now, now)
    elif old != new:
        soon = new == _WAITS and now is not None and now.is_soon(days[1])
        yield Change(
            _quietly(old, new, soon=soon), was, now, now if new != _NONE else was
        )


def _presses(one: Verdict, day: date) -> int:
    """How much something that waits presses: not, as it is due soon, as it is time to
    begin."""
    return 2 if one.level == Level.WARNING else int(one.is_soon(day))


def _better(was: Verdict, new: str) -> How:
    """The kind of a change from a finding to a state that is none. A gap of some spans of
    a year is mended where no span fails any more, though others still wait."""
    if new == _NONE:
        return How.DROPPED
    if new == _EXCUSED:
        return How.EXCUSED
    mended = new == _DONE or (new == _WAITS and was.failing)
    return How.MENDED if was.is_gap and mended else How.EASED


def _quietly(old: str, new: str, *, soon: bool) -> How:
    """The kind of a change between two states that are no findings."""
    if old == _NONE:
        return How.DUE if soon else How.CAME
    if new == _NONE:
        return How.WENT
    if new == _DONE and old != _EXCUSED:
        return How.DONE
    if old == _DONE and new != _EXCUSED:
        return How.UNDONE
    return How.CHANGED


def _between(was: Verdict, now: Verdict) -> Iterator[Change]:
    """From one finding to another: what became of the finding, and which of its spans
    (or words, or records) came to it and went from it."""
    gaps = was.is_gap and now.is_gap
    both = bool(gaps and was.failing and now.failing)
    more, less = _but(now.failing, was.failing), _but(was.failing, now.failing)
    left = _but(now.failing, more)
    if both and more:
        how = _BECAME[now.outcome.value]
        yield Change(how, was, now, now._replace(failing=more))
    if both and less:
        yield Change(How.MENDED, was, now, was._replace(failing=less))
    if both and not left:
        return
    if was.outcome != now.outcome:
        yield _step(was, now, now._replace(failing=left) if both else now)
    elif not (both and (more or less)):
        yield from _lacking(was, now)


def _step(was: Verdict, now: Verdict, shown: Verdict) -> Change:
    """From one kind of finding to another."""
    if now.outcome == Outcome.MISSED and was.is_gap:
        return Change(How.LOST, was, now, shown)
    if now.is_gap and not was.is_gap:
        return Change(_BECAME[now.outcome.value], was, now, shown)
    if now.outcome == Outcome.LATE:
        return Change(How.MENDED if was.is_gap else How.EASED, was, now, was)
    if was.outcome == Outcome.LATE:
        return Change(How.UNDECIDABLE, was, now, shown)
    return Change(How.EASED, was, now, was)


def _lacking(was: Verdict, now: Verdict) -> Iterator[Change]:
    """Of the same finding, what more it lacks, and what less."""
    for how, one, other in ((How.WORSE, now, was), (How.EASED, was, now)):
        failing = _but(one.failing, other.failing)
        missing = _but(one.missing, other.missing)
        counted = not (one.failing or one.missing or other.failing or other.missing)
        if failing or missing or (counted and _further(one, other)):
            shown = one._replace(
                failing=failing or one.failing, missing=missing or one.missing
            )
            yield Change(how, was, now, shown)


def _further(one: Verdict, other: Verdict) -> bool:
    """Whether one of two counts of the same gap is further from what is asked."""
    less, more = quantity(one.have or ""), quantity(other.have or "")
    if is_at_most(one):
        less, more = more, less
    return less < more


def _but(texts: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in texts if text not in others)
