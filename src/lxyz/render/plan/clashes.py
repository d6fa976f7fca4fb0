"""Duties of a plan that do not fit together, in words: which, in which days, what to ask."""

from __future__ import annotations

from lxyz.dates.workdays import is_known
from lxyz.plan import Plan
from lxyz.plan.conflict import Clash, Duty
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.periods import day as day_text


def clash_entries(page: Page, plan: Plan, told: Told, titles: dict[str, str]) -> None:
    """An entry for each clash of a plan, and one for the ways out of them."""
    for clash in plan.clashes:
        page.item("error", _head(clash, told))
        for duty in clash.duties:
            place = clean(f"{duty.rule}  {duty.clause}".rstrip())
            page.note(f"{titles.get(duty.rule, duty.rule)}  {place}")
            page.note(_days(duty, told, plan.year), first=" " * 6, colour="dim")
        for way in _ways(clash, plan, told):
            page.note(f"→ {way}")


def _head(clash: Clash, told: Told) -> str:
    count = len(clash.duties)
    if not clash.is_least:
        return told.say(
            "这一条和别的规则合不拢；是哪几条，没有算完",
            "This duty does not fit with others; which, was not worked out to the end",
        )
    if count == 1:
        return told.say(
            "这一条单独也排不下，和别的规则无关",
            "This duty does not fit the days by itself, whatever the others",
        )
    return told.say(
        f"这 {count} 条不能都办到；去掉任何一条，其余的就排得下",
        f"These {count} duties cannot all be met; without any one, the rest can",
    )


def _days(duty: Duty, told: Told, year: int) -> str:
    if not duty.number:
        return told.say("限定了次数或间隔", "it limits how many, or how soon")
    if duty.days is None:
        return told.say(
            f"还要 {duty.number} 次，能办的日子已经没有了",
            f"{duty.number} more wanted, no day is left",
        )
    first, last = (day_text(one, told.lang, year) for one in duty.days[:2])
    days = (
        first if first == last else told.say(f"{first}至{last}", f"{first} to {last}")
    )
    return told.say(
        f"还要 {duty.number} 次，能办的日子 {days}，其中工作日 {duty.workdays} 天",
        f"{duty.number} more wanted, {days}, working days: {duty.workdays}",
    )


def _ways(clash: Clash, plan: Plan, told: Told) -> list[str]:
    """What would resolve it, and who is to be asked."""
    unit = clean(plan.profile.unit) or told.say("上级党组织", "the committee above")
    ways = [
        told.say(
            f"请{unit}同意改期，或者免办其中一条，批下来记一条“豁免”",
            f"ask {unit} to postpone or waive one of them, and record the waiver",
        )
    ]
    params = sorted({name for duty in clash.duties for name in duty.params})
    if params:
        named = clean("、".join(params))
        ways.append(
            told.say(
                f"换一种读法：在 branch.yaml 的“参数”里改 {named}",
                f"choose another reading: set {named} under params in branch.yaml",
            )
        )
    if all(duty.modality == "should" for duty in clash.duties):
        ways.append(
            told.say(
                "都是“应当”，办不到只算提醒", "all are shoulds: a warning, no more"
            )
        )
    if not is_known(plan.year):
        ways.append(unpublished(plan, told))
    return ways


def unpublished(plan: Plan, told: Told) -> str:
    """That the holidays of the year are not known, and what to do about it."""
    return told.say(
        f"{plan.year}年放假安排还没公布，先按周一至周五算；公布后更新 lxyz，重排一次",
        f"the holidays of {plan.year} are not published: Monday to Friday are taken as"
        " working days; plan again when they are",
    )
