"""What a branch accepted when it took lxyz into use: findings of old that fail no check.

Kept in `.lxyz/baseline.json` of the branch, a line for each, so that a merge request
shows what was added. A finding is known by its identity, never by its line: the rule,
of whom, in which span (see `Verdict.key`), or the fault with its file and words. A
finding that has become worse than what was accepted is none of them: a month more that
fails, a word more that is missing, a record fewer.

Of a rule that nobody may waive nothing is accepted, nor the fault of waiving it all the
same: a baseline needs neither reason nor approver, and would be the way round it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.files import read_bytes
from lxyz.files.origin import Fault, Faults, Origin
from lxyz.kinds.values import size
from lxyz.packs.number import Number
from lxyz.report import BranchReport
from lxyz.verdicts import HEAVY, Level, Verdict

FILE = ".lxyz/baseline.json"
SCHEMA = "lxyz.baseline/1"
ACCEPTED = "accepted"
"""The note of a verdict that was accepted."""
_FIRM = frozenset(("F513",))


class Item(NamedTuple):
    """A finding that was accepted: its identity, and how bad it was; `at_most` where
    having less is better. Of a fault only the identity says anything. `need` is empty
    in a baseline of old."""

    id: str
    failing: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    have: str = ""
    at_most: bool = False
    need: str = ""


class Baseline(NamedTuple):
    """All that a branch accepted, in order."""

    items: tuple[Item, ...]


class Renewal(NamedTuple):
    """A baseline, and what it took for it: findings `added`, `dropped` because they
    were mended, `kept`, and `new`, which were not taken in; `refused` are those that
    cannot be, as nobody may waive them. So many things in the records are `wrong`: what
    could not be read of them may stand among the findings as a gap."""

    baseline: Baseline
    added: int
    dropped: int
    kept: int
    new: int
    refused: int = 0
    wrong: int = 0


def findings(report: BranchReport) -> list[Item]:
    """What can be accepted of a report: gaps and faults, not what only explains them."""
    found = [_item(one) for one in report.verdicts if _can_be(one, report)]
    keyed = zip(report.faults, report.fault_keys(), strict=True)
    found.extend(Item(key) for one, key in keyed if one.code not in _FIRM)
    return sorted(found)


def _is_finding(one: Verdict) -> bool:
    return one.level in HEAVY and one.folded_into is None


def _can_be(one: Verdict, report: BranchReport) -> bool:
    """Whether a verdict is a finding that can be accepted."""
    return _is_finding(one) and one.rule not in report.unwaivable


def renewed(
    old: Baseline | None, report: BranchReport, *, grow: bool = False
) -> Renewal:
    """The baseline after a check of the bare truth: what was mended goes; what is new
    comes only if asked for, or where there was none before."""
    present = findings(report)
    refused = sum(
        _is_finding(one) and not _can_be(one, report) for one in report.verdicts
    )
    wrong = sum(one.level == "error" for one in report.faults)
    if old is None:
        number = len(present)
        return Renewal(Baseline(tuple(present)), number, 0, 0, 0, refused, wrong)
    left = _Left(old)
    kept = [one for one in present if left.takes(one)]
    new = list((Counter(present) - Counter(kept)).elements())
    items = sorted([*kept, *new] if grow else kept)
    gone = len(old.items) - len(kept)
    dropped = gone - sum(_rule(one) in report.unwaivable for one in old.items)
    added = len(new) if grow else 0
    left_out = len(new) - added
    baseline = Baseline(tuple(items))
    return Renewal(baseline, added, dropped, len(kept), left_out, refused, wrong)


def _rule(one: Item) -> str:
    return one.id.partition("|")[0]


def accepted(report: BranchReport, baseline: Baseline) -> BranchReport:
    """A report in which what was accepted weighs nothing: such verdicts are noted, such
    faults set apart, and how many of both there are is said."""
    left = _Left(baseline)
    number = 0
    verdicts: list[Verdict] = []
    for one in report.verdicts:
        if _can_be(one, report) and left.takes(_item(one)):
            number += 1
            verdicts.append(
                one._replace(level=Level.NONE, notes=(*one.notes, ACCEPTED))
            )
        else:
            verdicts.append(one)
    faults: list[Fault] = []
    set_apart: list[Fault] = []
    for fault, key in zip(report.faults, report.fault_keys(), strict=True):
        is_taken = fault.code not in _FIRM and left.takes(Item(key))
        (set_apart if is_taken else faults).append(fault)
    return report._replace(
        verdicts=tuple(verdicts),
        faults=tuple(faults),
        accepted=number + len(set_apart),
        accepted_faults=tuple(set_apart),
    )


def read_baseline(branch: Path) -> tuple[Baseline | None, Fault | None]:
    """The baseline of a branch, if it has one; a file that is none is a fault of the
    branch, and nothing is accepted. No link is followed, that of the folder neither."""
    faults = Faults()
    data = read_bytes(branch / FILE, FILE, faults)
    if data is None:
        why = dict(faults[0].values)["why"]
        return None, None if why == "absent" else _unusable(why)
    if (branch / FILE).parent.is_symlink():
        return None, _unusable("link")
    import json

    try:
        told = json.loads(data.decode("utf-8"))
        if told["schema"] != SCHEMA:
            return None, _unusable()
        return Baseline(tuple(sorted(_read(one) for one in told["accepted"]))), None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None, _unusable()


def refusals(branch: Path, report: BranchReport, baseline: Baseline) -> Iterator[Fault]:
    """A fault for each rule that nobody may waive of which a baseline holds something,
    at the first line that does."""
    told = Counter(_rule(one) for one in baseline.items)
    refused = [rule for rule in told if rule in report.unwaivable]
    if not refused:
        return
    faults = Faults()
    data = read_bytes(branch / FILE, FILE, Faults()) or b""
    lines = data.decode("utf-8", "replace").splitlines()
    for rule in refused:
        at = (n for n, line in enumerate(lines, 1) if f'"{rule}|' in line)
        faults.add("F514", Origin(FILE, next(at, 1)), rule=rule, count=told[rule])
    yield from faults


def written(baseline: Baseline) -> str:
    """The text of a baseline: the same for the same findings."""
    import json

    lines = ",\n".join(
        json.dumps(_plain(one), ensure_ascii=False) for one in baseline.items
    )
    rows = f"[\n{lines}\n]" if lines else "[]"
    return f'{{\n"schema": "{SCHEMA}",\n"accepted": {rows}\n}}\n'


class _Left:
    """What of a baseline has not been found again yet: each item excuses one finding,
    so that a twin elsewhere is told of."""

    def __init__(self, baseline: Baseline) -> None:
        self._by_id: dict[str, list[Item]] = {}
        for one in baseline.items:
            self._by_id.setdefault(one.id, []).append(one)

    def takes(self, found: Item) -> bool:
        """Whether a finding was accepted; if so, it is used up."""
        for old in self._by_id.get(found.id, ()):
            if _no_worse(found, old):
                self._by_id[found.id].remove(old)
                return True
        return False


def _no_worse(found: Item, old: Item) -> bool:
    less, more = quantity(old.have), quantity(found.have)
    if found.at_most:
        less, more = more, less
    return (
        {*found.failing} <= {*old.failing}
        and {*found.missing} <= {*old.missing}
        and (less <= more or not _is_same_measure(found, old))
    )


def _is_same_measure(found: Item, old: Item) -> bool:
    """Whether two counts are of the same. What is told of one span (3 of its 4 words) is
    told of all once there are more (1 span of 2): then the spans that fail say all."""
    return not found.failing or old.need in ("", found.need)


def is_at_most(one: Verdict) -> bool:
    """Whether what a verdict needs is a bound from above: less is better."""
    return (one.need or "").startswith(("≤", "<"))


def quantity(text: str) -> Number:
    """What a verdict has, as a number; none is nothing."""
    return size(text) or 0


def _item(one: Verdict) -> Item:
    return Item(
        "|".join(one.key()),
        one.failing,
        one.missing,
        one.have or "",
        is_at_most(one),
        one.need or "",
    )


def _plain(one: Item) -> dict[str, Any]:
    """What stands in the file of an item: what there is of it."""
    told = {
        "id": one.id,
        "failing": [*one.failing],
        "missing": [*one.missing],
        "have": one.have,
        "need": one.need,
        "at_most": one.at_most,
    }
    return {name: value for name, value in told.items() if value}


def _read(data: Any) -> Item:
    """Raises TypeError, KeyError for what is no item."""

    def texts(value: Iterable[Any]) -> tuple[str, ...]:
        return tuple(str(one) for one in value)

    return Item(
        str(data["id"]),
        texts(data.get("failing", ())),
        texts(data.get("missing", ())),
        str(data.get("have", "")),
        bool(data.get("at_most", False)),
        str(data.get("need", "")),
    )


def _unusable(why: str = "no-baseline") -> Fault:
    faults = Faults()
    faults.add("F014", Origin(FILE), why=why)
    return faults[0]
