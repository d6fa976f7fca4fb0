"""Sentences that several formats of a plan share."""

from __future__ import annotations

from lxyz.plan import Plan
from lxyz.render.page.safe import clean
from lxyz.render.wording.terms import sentence
from lxyz.vocabulary import say


def sittings(plan: Plan, lang: str) -> str:
    """How many sittings a plan asks for, and how many every plan needs at least.

    It says that the number is the least only if that is proved."""
    have = plan.sittings
    said = say(lang, f"会议、活动 {have} 次", f"sittings: {have}")
    if plan.bound is None:
        return said
    least = plan.bound.number
    if lang == "en":
        rest = "" if have == least else f"; that {have} is the least is not proved"
        return f"{said}, at least {least} are needed{rest}"
    rest = "" if have == least else f"；能不能少于 {have} 次，没有证明"
    return f"{said}，至少要 {least} 次{rest}"


def nothing_to_plan(plan: Plan, lang: str) -> str:
    """A line that says that a plan with nothing in it is not written to a file."""
    name = clean(plan.branch)
    return sentence("heads", "unplanned", lang, name=name, year=plan.year) + "\n"
