"""Facts × packs → verdicts.

A rule makes cases (whom × when × which fact), its test settles each, and every case
gets one verdict. Then what is excused is waived, what is asked weekly (or of each
record) is folded into one verdict a year, and a gap that another gap explains is folded
into that one. Packs are judged each on its own; nothing is merged between them.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.errors import PackError
from lxyz.judge.behind import Behind, behind, carried_out
from lxyz.judge.cases import cases, not_applicable, whole_year
from lxyz.judge.excuse import excused
from lxyz.judge.fold import fold_spans, fold_under, folds
from lxyz.judge.force import out_of_force, unset_params
from lxyz.judge.prior import Priors
from lxyz.judge.room import with_room
from lxyz.kinds import TESTS, World
from lxyz.kinds.judging import Judging
from lxyz.kinds.near import MOST
from lxyz.packs.model import Rule
from lxyz.verdicts import Outcome, Verdict

__all__ = [
    "Behind",
    "Priors",
    "behind",
    "carried_out",
    "judge_in",
    "judge_one",
    "judge_rule",
    "with_room",
]

MOST_VERDICTS = 30_000
"""Of one pack on one branch: those that come with lxyz have some thousands."""


def judge_one(name: str, world: World) -> list[Verdict]:
    """The verdicts of one rule of the pack of a world, as among all of them: with those
    of the rules into which its gaps are folded."""
    under = {rule.id: rule.under for rule in world.bound.rules}
    needed: set[str | None] = set()
    at: str | None = name
    while at is not None and at not in needed:
        needed.add(at)
        at = under.get(at)
    return judge_in(world, (one for one in world.bound.rules if one.id in needed))


def judge_in(world: World, rules: Iterable[Rule] | None = None) -> list[Verdict]:
    """All verdicts of the pack of a world, or of some of its rules, in order. What the
    world has made once is kept for those who ask it more; then it is to let go of it.
    Raises PackError P008 where they are more than anybody can read."""
    verdicts: list[Verdict] = []
    for rule in world.bound.rules if rules is None else rules:
        verdicts.extend(judge_rule(rule, world))
        if len(verdicts) > MOST_VERDICTS:
            raise _too_many(rule, world)
    return sorted(fold_under(verdicts, world), key=Verdict.key)


def judge_rule(rule: Rule, world: World) -> list[Verdict]:
    """All verdicts of one rule: at least one, if only that it does not apply."""
    judging = Judging(rule, world)
    why = out_of_force(rule, world)
    if why:
        return [not_applicable(judging, why)]
    unset = unset_params(rule, world)
    if not unset and rule.each is not None and rule.each.rule is not None:
        unset = _unset_before(rule.each.rule, world)
    if unset:
        case, notes = whole_year(world), ("param",)
        return [judging.verdict(case, Outcome.UNDECIDABLE, missing=unset, notes=notes)]
    settle = TESTS[rule.test](judging)
    reasons: set[str] = set()
    verdicts: list[Verdict] = []
    for case in cases(rule, world, reasons):
        if case.missing:
            # It lacks the day to go by, or what tells whether it is meant.
            lacking = case.unsure or (
                () if case.fact is None else ((case.fact, case.missing),)
            )
            near = tuple(world.evidence(fact, ",".join(what)) for fact, what in lacking)
            one = judging.verdict(
                case, Outcome.UNDECIDABLE, missing=case.missing, near=near[:MOST]
            )
            verdicts.append(excused(one, world, case))
            continue
        for one in settle(case):
            verdicts.append(excused(one, world, case))
        if len(verdicts) > MOST_VERDICTS:
            raise _too_many(rule, world)
    if not verdicts:
        return [not_applicable(judging, _most_telling(reasons))]
    return list(fold_spans(rule, verdicts, world)) if folds(rule) else verdicts


def _too_many(rule: Rule, world: World) -> PackError:
    pack = world.bound.pack.head.id
    return PackError("P008", pack=pack, rule=rule.id, limit=f"{MOST_VERDICTS:,}")


def _unset_before(name: str, world: World) -> tuple[str, ...]:
    """The parameters without which it cannot be judged whether the rule was kept that
    another one follows."""
    rules = world.rules_of(name)
    unset = (text for one in rules for text in unset_params(one, world))
    return tuple(dict.fromkeys(unset))


def _most_telling(reasons: set[str]) -> str:
    """Why a rule has no case: a condition of its own before want of people, that before
    records out of its days; else it is want of records."""
    late = "not-in-force"
    return min(reasons, key=lambda why: (why == late, why), default="no-fact")
