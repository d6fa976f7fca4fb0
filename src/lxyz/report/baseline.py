"""The baseline: findings that a branch accepted when it took lxyz into use; they fail
no check.

It is kept in `.lxyz/baseline.json` of the branch, one line a finding, so that a merge
request shows what was added. A finding is known by its identity, never by its line: for
a verdict the rule, the subject and the span (`Verdict.key`), for a fault its file and
words. A finding that has become worse is no longer accepted: a month more that fails, a
word more that is missing, a record fewer.

Nothing is accepted of a rule that nobody may waive, nor the fault (F513) of waiving it:
a baseline needs neither reason nor approver, and would be a way round that."""

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
"""The note on a verdict that was accepted."""
_FIRM = frozenset(("F513",))


class Item(NamedTuple):
    """An accepted finding: what it is, and how bad it was.

    - `id`: its identity; of a fault nothing else is kept
    - `failing`, `missing`, `have`, `need`: as in `Verdict`; `need` is empty in old baselines
    - `at_most`: having less is better
    """

    id: str
    failing: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    have: str = ""
    at_most: bool = False
    need: str = ""


class Baseline(NamedTuple):
    """All findings that a branch accepted, in order."""

    items: tuple[Item, ...]


class Renewal(NamedTuple):
    """A new baseline, and how it differs from the old one, in numbers of findings.

    - `baseline`: the new one
    - `added`: taken in
    - `dropped`: no longer in it, as they were mended
    - `kept`: in both
    - `new`: found, but not taken in
    - `refused`: cannot be accepted, as nobody may waive their rule
    - `wrong`: faults that are errors: what could not be read may show as a gap
    """

    baseline: Baseline
    added: int
    dropped: int
    kept: int
    new: int
    refused: int = 0
    wrong: int = 0


def findings(report: BranchReport) -> list[Item]:
    """The findings of a report that can be accepted: gaps and faults that weigh.

    Verdicts that another finding explains are none."""
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
    """The baseline after a check that applied none: mended findings go.

    New ones are taken in only with `grow`, or where there was no baseline before."""
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
    """A report with a baseline applied: what was accepted weighs nothing.

    Such verdicts get a note, such faults are set apart, and both are counted."""
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
    """The baseline of a branch, if it has one, or the fault why it cannot be used.

    With a fault nothing is accepted. No link is followed, neither of the file nor its
    folder."""
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
    """A fault for each unwaivable rule with findings in a baseline, at the first of its
    lines."""
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
    """The text of a baseline; equal findings make equal texts."""
    import json

    lines = ",\n".join(
        json.dumps(_plain(one), ensure_ascii=False) for one in baseline.items
    )
    rows = f"[\n{lines}\n]" if lines else "[]"
    return f'{{\n"schema": "{SCHEMA}",\n"accepted": {rows}\n}}\n'


class _Left:
    """The items of a baseline that were not found again yet.

    Each excuses one finding only, so that a twin elsewhere is reported."""

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
    """Whether the counts of two findings measure the same.

    One failing span tells its own count (3 of its 4 words), several tell how many spans
    (1 of 2). Where they do not compare, the failing spans alone decide."""
    return not found.failing or old.need in ("", found.need)


def is_at_most(one: Verdict) -> bool:
    """Whether a verdict's need is an upper bound, so that less is better."""
    return (one.need or "").startswith(("≤", "<"))


def quantity(text: str) -> Number:
    """What a verdict has, as a number; 0 where that is no number."""
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
    """An item as it stands in the file, without empty values."""
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
    """An item read from the file. Raises TypeError or KeyError where it is none."""

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
