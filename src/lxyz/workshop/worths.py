"""What records count as (`worth`), where saying so says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.kinds.lasting import lasting
from lxyz.kinds.values import number
from lxyz.packs.asked import has_worth, kinds_of, patterns, wants_all, worth_of
from lxyz.packs.bind import Bound
from lxyz.packs.model import Pattern, Rule


def worths(rule: Rule, bound: Bound) -> Iterator[str]:
    """What is doubtful in what a rule lets records count as, in words."""
    count = rule.count
    if count is None or not has_worth(rule):
        return
    written = (*(one.worth for one in patterns(rule)), count.min)
    if any(text is not None and text.startswith("$") for text in written):
        return
    listed = [(one, number(worth_of(one))) for one in patterns(rule)]
    every = {worth for _, worth in listed}
    least = number(count.min or "1")
    if len(every) == 1:
        yield f"all are worth {worth_of(listed[0][0])}: ask for another number instead"
    elif count.max is None and least <= min(every):
        yield f"one of any is enough for min {least}: worth says nothing"
    for one, worth in listed:
        if any(worth < more and _is_part(one, whole, bound) for whole, more in listed):
            kinds = "、".join(kinds_of(one))
            yield f"{kinds} counts as more anyway: worth {worth_of(one)} is never used"


def _is_part(one: Pattern, whole: Pattern, bound: Bound) -> bool:
    """Whether all that a pattern means another means, too."""
    if wants_all(whole) or wants_all(one):
        return False
    known = lasting(bound)
    kinds = frozenset(also for kind in kinds_of(whole) for also in known.kinds(kind))
    alike = whole.replace(kind=one.kind, worth=one.worth, wanted=one.wanted) == one
    said = all(one.wanted.get(name) == asked for name, asked in whole.wanted.items())
    return kinds.issuperset(kinds_of(one)) and alike and said
