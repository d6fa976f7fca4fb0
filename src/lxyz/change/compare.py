"""Two reports on one branch, compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.change.became import became
from lxyz.change.kinds import BETTER, WORSE, Change, How
from lxyz.report import BranchReport, Earlier
from lxyz.verdicts import Level, Verdict, silent_tiers

_OF_A_DAY = frozenset(("F504",))
"""Faults that pass by themselves when the day of the record has come: nobody made or
mended them, where the reports are of two days."""


def changes_of(branch: BranchReport, as_of: date) -> tuple[Change, ...]:
    """What changed in a branch since the report with which it is to be compared; none
    where there is no such report."""
    return compare(branch.before, Earlier(branch, as_of)) if branch.before else ()


def compare(old: Earlier, new: Earlier) -> tuple[Change, ...]:
    """What changed from one report on a branch to another, in order: the worst kind
    first, within a kind the heaviest. Of a branch that could not be judged in one of
    them only its faults are compared."""
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
    """Faults that were none before, or accepted ones."""
    known = set(old.fault_keys())
    for fault, key in zip(new.faults, new.fault_keys(), strict=True):
        if key not in known:
            yield Change(How.FAULT, fault=fault, key=key)


def _gone_faults(old: BranchReport, new: BranchReport) -> Iterator[Change]:
    """Faults that are none any more: mended, or still there and accepted."""
    known, accepted = set(new.fault_keys()), set(new.fault_keys(accepted=True))
    for fault, key in zip(old.faults, old.fault_keys(), strict=True):
        if key not in known:
            how = How.EXCUSED if key in accepted else How.REPAIRED
            yield Change(how, fault=fault, key=key)


def _clashes(old: BranchReport, new: BranchReport, how: How) -> Iterator[Change]:
    """Clashes of one report that are not in another: a clash of the same duties is the
    same."""
    known = {(clash.why, clash.keys) for clash, _ in old.clashing()}
    for clash, verdicts in new.clashing():
        if (clash.why, clash.keys) not in known:
            yield Change(how, clash=clash, verdicts=tuple(verdicts))


class _Known(NamedTuple):
    """A report as far as it tells where a duty came from, or by what it went."""

    absent: bool
    packs: frozenset[str]
    rules: frozenset[str]
    subjects: frozenset[tuple[str, str]]

    def why(self, one: Verdict) -> str:
        """Why a verdict is not in this report."""
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
    """The verdicts whose finding a change is (of what got worse the new one, of what
    got better the old one), each with those that are silent beside it."""
    sides = [(one.old, silent[0]), (one.new, silent[1])]
    if one.how in WORSE:
        del sides[0]
    elif one.how in BETTER:
        del sides[1]
    return [(verdict, keys) for verdict, keys in sides if verdict is not None]


def _by_key(report: BranchReport) -> dict[tuple[object, ...], Verdict]:
    """The verdicts by their keys; of keys that are there twice each has its number."""
    seen: Counter[object] = Counter()
    found: dict[tuple[object, ...], Verdict] = {}
    for one in report.verdicts:
        key = one.key()
        seen[key] += 1
        found[*key, seen[key]] = one
    return found


def _silent(report: BranchReport) -> _Keys:
    return frozenset(one.key() for one in silent_tiers(report.verdicts))
