"""Whether a rule is in force: its years, its dated versions, the day of the document."""

from __future__ import annotations

from datetime import date

from lxyz.dates import year_span
from lxyz.kinds.world import World
from lxyz.packs.load import EFFECTIVE
from lxyz.packs.model import Rule, When


def out_of_force(rule: Rule, world: World) -> str:
    """Why a rule is not in force in the year at all, or an empty text."""
    if rule.level == "unit" or rule.for_ == "unit":
        return "unit-level"
    year = year_span(world.year)
    by, day = world.pack.aside.get(rule.id.removesuffix("~"), ("", ""))
    if by and (not day or date.fromisoformat(day) <= year.first):
        return f"set-aside:{by}"
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
    return ""


def governs(rule: Rule, world: World, day: date) -> bool:
    """Whether this version of the rule governs a span that begins (a deadline that
    falls) on the day, and no pack over this one had set it aside by then."""
    by, aside = world.pack.aside.get(rule.id.removesuffix("~"), ("", ""))
    if by and day >= date.fromisoformat(aside):
        return False
    if rule.from_ and day < date.fromisoformat(rule.from_):
        return False
    return not (rule.to and day > date.fromisoformat(rule.to))


def since(rule: Rule, world: World) -> date | None:
    """The first day from which recurrences are demanded."""
    text = rule.since or world.bound.values.get(EFFECTIVE)
    if not isinstance(text, str) or text.startswith("$"):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def unset_params(rule: Rule, world: World) -> tuple[str, ...]:
    """The parameters without which a rule cannot be judged at all: those in its test
    or its subjects, and the first day of what recurs. A bound of its span that is not
    set is only dropped (A48)."""
    needed = world.bound.needed.get(rule.id, ())
    if needed:
        return needed
    when = rule.when
    if (
        not isinstance(when, When)
        or when.every in (None, "year")
        or rule.each is not None
    ):
        return ()
    named = EFFECTIVE in world.pack.params or rule.since is not None
    return (_start(rule),) if named and since(rule, world) is None else ()


def _start(rule: Rule) -> str:
    """The parameter that says from when a rule recurs."""
    return (rule.since or EFFECTIVE).removeprefix("$")
