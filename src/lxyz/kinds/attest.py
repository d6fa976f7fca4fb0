"""attest: no record can decide it; a person answers, with a day and a name."""

from __future__ import annotations

from lxyz.kinds.case import Case
from lxyz.kinds.judging import Judging, Settle
from lxyz.verdicts import Evidence, Outcome, Verdict


def attesting(judging: Judging) -> Settle:
    """Makes the function that settles the cases of an attest rule: one verdict each.

    No answer: a person is to attest. Yes: met. No: overdue, and curable for ever. Of
    several answers for the year the latest decides; of one day the `no` decides. An
    answer that names nobody holds for every subject of the rule."""
    world = judging.world
    answers = [
        one
        for one in world.facts.judgements.attestations
        if one.rule == judging.id and one.year == world.year and one.date <= world.as_of
    ]
    answers.sort(key=lambda one: (one.date, not one.answer, one.origin))

    def settle(case: Case) -> list[Verdict]:
        own = [one for one in answers if one.subject in ("", case.person)]
        if not own:
            return [judging.verdict(case, Outcome.ATTEST, due=None, until=None)]
        last = own[-1]
        outcome = Outcome.MET if last.answer else Outcome.OVERDUE
        notes = (f"by:{last.by}",)
        told = judging.verdict(case, outcome, due=None, until=None, notes=notes)
        # An answer is no fact, so its evidence is made here.
        answer = Evidence(last.origin, last.date, ("attestation",))
        return [told._replace(records=(answer,))]

    return settle
