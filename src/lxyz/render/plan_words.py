"""What every form of a plan says in the same words."""

from __future__ import annotations

from lxyz.plan import Plan


def sittings(plan: Plan, lang: str) -> str:
    """How many sittings a plan asks for, and how many every plan takes at least; that
    it is the least is said only where that is proved."""
    english = lang == "en"
    have = plan.sittings
    said = f"sittings: {have}" if english else f"会议、活动 {have} 次"
    if plan.bound is None:
        return said
    least = plan.bound.number
    if english:
        rest = "" if have == least else f"; that {have} is the least is not proved"
        return f"{said}, at least {least} are needed{rest}"
    rest = "" if have == least else f"；能不能少于 {have} 次，没有证明"
    return f"{said}，至少要 {least} 次{rest}"
