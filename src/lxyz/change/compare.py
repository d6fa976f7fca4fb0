"""Compares two reports on one branch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.change.kinds import BETTER, WORSE, Change, How
from lxyz.report import BranchReport, Earlier
from lxyz.report.baseline import ACCEPTED, is_at_most, quantity
from lxyz.verdicts import FINDINGS, WAITS, Level, Outcome, Verdict, silent_tiers

_OF_A_DAY = frozenset(("F504",))
"""Faults that pass by themselves when the day of the record comes: in reports of two days
they are no changes, as nobody made or mended them."""


def changes_of(branch: BranchReport, as_of: date) -> tuple[Change, ...]:
    """The changes in a branch since the report it is compared with; none without
    one."""
    return compare(branch.before, Earlier(branch, as_of)) if branch.before else ()


def compare(old: Earlier, new: Earlier) -> tuple[Change, ...]:
    """The changes between two reports on a branch: the worst kind first, then the
    heaviest.

    If the branch could not be judged in one of them, only faults are compared."""
    before, after = old.report, new.report
    found = [*_new_faults(before, after), *_gone_faults(before, after)]
    if old.as_of != new.as_of:
        found = [one for one in found if one.fault and one.fault.code not in _OF_A_DAY]
    if after.is_unread and not before.is_unread:
        found.append(Change(How.UNREAD))
    elif before.is_unread and not after.is_unread:
        found.append(Change(How.READ))
    elif not before.is_unread:
        found += _clashes(before, after, How.CLASH)
        found += _clashes(after, before, How.UNTANGLED)
        found += _verdicts(old, new)
    return tuple(sorted(found, key=_rank))


def _rank(one: Change) -> tuple[object, ...]:
    told = one.shown or (one.verdicts[0] if one.verdicts else None)
    place = (one.fault.file, one.fault.line) if one.fault else ("", 0)
    return (
        tuple(How).index(one.how),
        tuple(Level).index(one.level),
        *place,
        one.key,
        told.key() if told else (),
    )


def _new_faults(old: BranchReport, new: BranchReport) -> Iterator[Change]:
    """Faults that did not exist before, or were accepted."""
    known = set(old.fault_keys())
    for fault, key in zip(new.faults, new.fault_keys(), strict=True):
        if key not in known:
            yield Change(How.FAULT, fault=fault, key=key)


def _gone_faults(old: BranchReport, new: BranchReport) -> Iterator[Change]:
    """Faults that no longer exist, or are accepted now."""
    known, accepted = set(new.fault_keys()), set(new.fault_keys(accepted=True))
    for fault, key in zip(old.faults, old.fault_keys(), strict=True):
        if key not in known:
            how = How.EXCUSED if key in accepted else How.REPAIRED
            yield Change(how, fault=fault, key=key)


def _clashes(old: BranchReport, new: BranchReport, how: How) -> Iterator[Change]:
    """Clashes in `new` that are not in `old`; a clash of the same duties is the
    same."""
    known = {(clash.why, clash.keys) for clash, _ in old.clashing()}
    for clash, verdicts in new.clashing():
        if (clash.why, clash.keys) not in known:
            yield Change(how, clash=clash, verdicts=tuple(verdicts))


class _Known(NamedTuple):
    """What a report knows, to tell why a verdict of the other report is not in it.

    - `absent`: there is no such branch
    - `packs`, `rules`, `subjects`: those of its verdicts
    """

    absent: bool
    packs: frozenset[str]
    rules: frozenset[str]
    subjects: frozenset[tuple[str, str]]

    def why(self, one: Verdict) -> str:
        """Why a verdict is not in this report (`Change.why`)."""
        if self.absent:
            return "branch"
        if one.rule.partition("/")[0] not in self.packs:
            return "pack"
        if one.rule not in self.rules:
            return "rule"
        subject = one.subject
        if subject.type in ("branch", "fact") or subject in self.subjects:
            return ""
        return "subject"


def _known(report: BranchReport) -> _Known:
    return _Known(
        report.is_absent,
        frozenset(pack.id for pack in report.packs),
        frozenset(one.rule for one in report.verdicts),
        frozenset(one.subject for one in report.verdicts),
    )


def _verdicts(old: Earlier, new: Earlier) -> Iterator[Change]:
    before, after = _by_key(old.report), _by_key(new.report)
    silent = _silent(old.report), _silent(new.report)
    known = _known(old.report), _known(new.report)
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        for one in became(was, now, (old.as_of, new.as_of)):
            # Another finding explains it.
            if any(v.folded_into or v.key() in k for v, k in _owners(one, silent)):
                continue
            if was is None or now is None:
                there = known[was is not None]
                told = one.shown
                assert told is not None
                yield one._replace(why=there.why(told))
            else:
                yield one


_Keys = frozenset[tuple[str, str, str, str]]


def _owners(one: Change, silent: tuple[_Keys, _Keys]) -> list[tuple[Verdict, _Keys]]:
    """The verdicts to which a change belongs, each with the silent ones of its report.

    What got worse belongs to the new verdict, what got better to the old one."""
    sides = [(one.old, silent[0]), (one.new, silent[1])]
    if one.how in WORSE:
        del sides[0]
    elif one.how in BETTER:
        del sides[1]
    return [(verdict, keys) for verdict, keys in sides if verdict is not None]


def _by_key(report: BranchReport) -> dict[tuple[object, ...], Verdict]:
    """The verdicts by key; equal keys are numbered."""
    seen: Counter[object] = Counter()
    found: dict[tuple[object, ...], Verdict] = {}
    for one in report.verdicts:
        key = one.key()
        seen[key] += 1
        found[*key, seen[key]] = one
    return found


def _silent(report: BranchReport) -> _Keys:
    return frozenset(one.key() for one in silent_tiers(report.verdicts))


# The states of a verdict that are no finding; one that does not apply has none.
_NONE, _ASKS, _WAITS, _DONE, _EXCUSED = "none", "asks", "waits", "done", "excused"


def _state(one: Verdict | None) -> str:
    if one is None or one.outcome == Outcome.NOT_APPLICABLE:
        return _NONE
    if one.outcome == Outcome.WAIVED or (
        ACCEPTED in one.notes and one.outcome in FINDINGS
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
    """The changes of one verdict between two days.

    Mostly one; none where it comes to the same; several where some spans got worse and
    others better."""
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
    """How urgent an open verdict is: 0 not, 1 due soon, 2 it is time to begin."""
    return 2 if one.level == Level.WARNING else int(one.is_soon(day))


def _better(was: Verdict, new: str) -> How:
    """The kind of a change from a finding to a state that is none.

    A gap in some spans of a year is mended if no span fails any more, though others may
    wait."""
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
    """The changes from one finding to another.

    They tell what became of the finding, and which spans, words or records joined or
    left it."""
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
    """The change from one outcome of a finding to another."""
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
    """The changes of a finding with the same outcome: what more it lacks, and what
    less."""
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
    """Whether the count of one is further from what is asked than that of the other."""
    less, more = quantity(one.have or ""), quantity(other.have or "")
    if is_at_most(one):
        less, more = more, less
    return less < more


def _but(texts: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in texts if text not in others)
