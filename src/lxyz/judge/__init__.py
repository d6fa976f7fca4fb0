"""The judge: facts and packs in, verdicts out.

A rule makes cases (for whom, when, about which fact), and its test settles each case
with one verdict (cover: one for each item). What is excused is then waived. What is
asked weekly, or of each record, is folded into one verdict a year. A gap that another
gap explains is folded into that one. Each pack is judged on its own; nothing is merged
between packs.

What you want to change                               Module
----------------------------------------------------  --------------------
for whom a rule is                                    `whom`
the cases of a rule: periods, once a year, now        `cases`, `windows`
the cases of a rule with `each`                       `each`
every third, the third in a row (`nth`)               `nth`
what follows a duty that was not kept (`unmet`)       `unmet`
whether a rule is in force; parameters without value  `force`
waivers and exemptions                                `excuse`
one verdict out of several; what explains a gap       `fold`
the last day to begin, duties that clash              `room`, `duty`
what must come before a record                        `prior`
plans whose days are over without a record            `behind`
what one test finds                                   `lxyz.kinds`
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
"""More verdicts of one pack on one branch nobody can read: P008. The packs that come with
lxyz make some thousands."""


def judge_one(name: str, world: World) -> list[Verdict]:
    """The verdicts of one rule, folded as they are among those of all rules.

    The verdicts of the rules into which its gaps are folded are among them."""
    under = {rule.id: rule.under for rule in world.bound.rules}
    needed: set[str | None] = set()
    at: str | None = name
    while at is not None and at not in needed:
        needed.add(at)
        at = under.get(at)
    return judge_in(world, (one for one in world.bound.rules if one.id in needed))


def judge_in(world: World, rules: Iterable[Rule] | None = None) -> list[Verdict]:
    """All verdicts of the pack of a world, or of some of its rules, in the order of
    their keys.

    What the world made once is kept for further questions; the caller lets go of it.
    Raises PackError P008 for more than MOST_VERDICTS."""
    verdicts: list[Verdict] = []
    for rule in world.bound.rules if rules is None else rules:
        verdicts.extend(judge_rule(rule, world))
        if len(verdicts) > MOST_VERDICTS:
            raise _too_many(rule, world)
    return sorted(fold_under(verdicts, world), key=Verdict.key)


def judge_rule(rule: Rule, world: World) -> list[Verdict]:
    """All verdicts of one rule: at least one, if only to say that it does not apply.

    Raises PackError P008 for more than MOST_VERDICTS."""
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
            # The case lacks its day, or what decides whether it is one at all.
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
    """The parameters without a value that a followed rule (`each.rule`) needs to be
    judged."""
    rules = world.rules_of(name)
    unset = (text for one in rules for text in unset_params(one, world))
    return tuple(dict.fromkeys(unset))


def _most_telling(reasons: set[str]) -> str:
    """The reason to show for a rule that has no case.

    A condition of the rule goes before a want of people, that before a want of days in
    force; no reason at all means that there are no records."""
    late = "not-in-force"
    return min(reasons, key=lambda why: (why == late, why), default="no-fact")
