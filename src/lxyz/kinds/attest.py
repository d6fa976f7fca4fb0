"""attest: no record can decide it; a person answers, with a day and a name."""

from __future__ import annotations

from lxyz.kinds.case import Case
from lxyz.kinds.judging import Judging, Settle
from lxyz.verdicts import Evidence, Outcome, Verdict


def attesting(judging: Judging) -> Settle:
    """How the cases of an attest rule are settled: one verdict each.

    No answer: for a person to attest; yes: met; no: overdue, for ever curable. Of
    several answers for the year the latest holds, of one day the `no`. One that names
    nobody is for all whom the rule is about.
    """
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
        # An answer is no fact.
        answer = Evidence(last.origin, last.date, ("attestation",))
        return [told._replace(records=(answer,))]

    return settle
