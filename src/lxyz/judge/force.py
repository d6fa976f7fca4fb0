"""Whether a rule is in force: its years, dated versions, the days of its document."""

from __future__ import annotations

from datetime import date

from lxyz.dates.spans import YEARS, year_span
from lxyz.kinds.world import World
from lxyz.packs.bind import EFFECTIVE
from lxyz.packs.model import Rule, When
from lxyz.packs.types import Aside


def out_of_force(rule: Rule, world: World) -> str | None:
    """The reason why a rule is not in force in the whole year; None where it is."""
    if rule.level == "unit" or rule.for_ == "unit":
        return "unit-level"
    year = year_span(world.year)
    first, last = year.first.isoformat(), year.last.isoformat()
    for one in _set_aside(rule, world):
        if one.first <= first and (not one.last or one.last >= last):
            return f"set-aside:{one.by}"
    if world.year < int(world.pack.head.year):
        return "before-pack"
    if rule.years is not None and str(world.year) not in rule.years:
        return "other-year"
    if rule.if_ is not None and rule.if_.set is not None:
        if world.bound.values.get(rule.if_.set) is None:
            return "param-unset"
    if rule.from_ and date.fromisoformat(rule.from_) > year.last:
        return "not-in-force"
    if rule.to and date.fromisoformat(rule.to) < year.first:
        return "not-in-force"
    return None


def governs(rule: Rule, world: World, day: date) -> bool:
    """Whether a rule governs a span that begins, or a deadline that falls, on a day.

    Its dated version must hold on that day, and no pack over its pack may have set it
    aside."""
    told = day.isoformat()
    for one in _set_aside(rule, world):
        if one.first <= told and (not one.last or told <= one.last):
            return False
    if rule.from_ and day < date.fromisoformat(rule.from_):
        return False
    return not (rule.to and day > date.fromisoformat(rule.to))


def _set_aside(rule: Rule, world: World) -> tuple[Aside, ...]:
    """The rules of packs over this one that set a rule aside, with their days."""
    return world.pack.aside.get(rule.id.removesuffix("~"), ())


def since(rule: Rule, world: World) -> date | None:
    """The first day from which a rule that recurs is demanded; None where none is
    given."""
    text = rule.since or world.bound.values.get(EFFECTIVE)
    return None if text is None or text.startswith("$") else date.fromisoformat(text)


def recurs(rule: Rule) -> bool:
    """Whether a rule is demanded again and again within a year."""
    when = rule.when
    return (
        isinstance(when, When)
        and when.every is not None
        and when.every not in YEARS
        and rule.each is None
    )


def unset_params(rule: Rule, world: World) -> tuple[str, ...]:
    """The parameters without a value, without which a rule cannot be judged at all.

    They are those in its test or its subjects, and the first day of what recurs. A
    bound of its span without a value is only dropped (A48)."""
    needed = world.bound.needed.get(rule.id, ())
    if needed or not recurs(rule):
        return needed
    if world.year > int(world.pack.head.year):
        return ()  # what was in force before recurs from January (A15)
    named = EFFECTIVE in world.pack.params or rule.since is not None
    start = (rule.since or EFFECTIVE).removeprefix("$")
    return (start,) if named and since(rule, world) is None else ()
