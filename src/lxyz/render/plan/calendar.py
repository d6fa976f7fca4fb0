"""A plan as a calendar: a day for each thing to do, with what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.dates.spans import Span
from lxyz.packs.bind import described
from lxyz.plan import Draft, Plan
from lxyz.plan.content import details
from lxyz.render.page.calendar import Event, calendar
from lxyz.render.page.style import Style
from lxyz.render.wording.words import aside, kinds
from lxyz.vocabulary import say


def plan_calendar(plan: Plan, style: Style) -> bytes:
    """The plan as an iCalendar file. Raises UsageError E222 without the library."""
    name = f"{plan.branch} {plan.year}" + style.say("年计划", " plan")
    return calendar(name, _events(plan, style.lang), plan.as_of)


def _events(plan: Plan, lang: str) -> Iterator[Event]:
    duties = _duties(plan, lang)
    for draft in plan.drafts:
        what = kinds(tuple(draft.kinds), lang) + aside(draft.group, lang)
        who = str(draft.values.get("responsible", ""))
        served = dict.fromkeys(duties.get(one, one) for one in draft.serves.values())
        yield Event(
            (plan.branch, *_what(draft)),
            draft.day,
            what,
            tuple(_text(draft, who, tuple(served), lang)),
            who,
        )


def _text(draft: Draft, who: str, served: tuple[str, ...], lang: str) -> Iterator[str]:
    """The lines of an event: what is to be done, by whom, and each duty that it
    serves."""
    if what := details(draft, lang):
        yield what
    if who:
        yield say(lang, f"责任人：{who}", f"responsible: {who}")
    if served:
        yield say(lang, "为了：", "for:")
        yield from (f"- {one}" for one in served)


def _duties(plan: Plan, lang: str) -> dict[str, str]:
    """A line for each rule of a plan, by its id: title, clause, id."""
    found = {}
    for bound in plan.packs:
        for name, rule in described(bound.pack).items():
            clause = bound.pack.clauses.clause_of(rule.covers)
            where = " ".join(part for part in (clause, name) if part)
            title = say(lang, rule.title, rule.title_en)
            found[name] = title + aside(where, lang)
    return found


def _what(draft: Draft) -> tuple[str, ...]:
    """The key of the event of a draft: the first case that the draft was made for.

    It stays the same if the sitting moves to another day. A draft made for no case has
    its kinds and day as key."""
    for case in draft.serves:
        return tuple(
            f"{part.first}/{part.last}" if isinstance(part, Span) else str(part)
            for part in case
        )
    return (*draft.kinds, draft.group, str(draft.day))
