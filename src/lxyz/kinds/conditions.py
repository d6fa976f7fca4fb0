"""Conditions on facts, in three values.

True: the condition holds. False: it does not. None: it cannot be known, and the name of
what is missing is noted.

A field that is not written is read by its sort. A set (`SETS`) is empty. A description
(`DESCRIPTIVE`) is no match. What decides which record counts (attendance, a link, a due
day) is unknown. `some` and `none` are always known, unless the field is written and
cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lxyz.facts.fact import ATTENDED, GUESTS, SPEAKING, STANDING, Fact
from lxyz.kinds.persons import asks_of_persons, enough_meant, meant, stands_as
from lxyz.kinds.values import amount_of, keeps
from lxyz.kinds.wanted import Test, bracketed, of_value
from lxyz.kinds.world import World
from lxyz.packs.model import Condition, Count, Wanted
from lxyz.packs.number import Number

SETS = frozenset(
    "materials forms sources aspects agenda sections written_sections wording lists named_lists "
    "evidence steps audience decisions honours plans what category form capacity about households "
    "topics positive negative checks rests_on".split()
)
ROLES = frozenset(
    "expected present excused absent unstated ordinary host recorder lecturer keynote "
    "speaker responsible participant owner about from to contact introducer guest".split()
)
# What merely describes a record. Where it is not written it is no match, never a doubt:
# else every weekly study without a topic would leave undecided whether a rule's topic
# was discussed.
DESCRIPTIVE = frozenset(
    "theme topic title content place site item organizer note name group "
    "recipient outside_speaker moved on_slot owner optional mode filed "
    "moved_from moved_reason".split()
)
DEEDS = frozenset("public closed_on checks dues_rate_set".split())
"""Attributes with days on which something was done; a day to come does not count yet."""
_STATES = frozenset(
    "expected present excused absent unstated ordinary participant".split()
)
_NOTHING: frozenset[str] = frozenset()

Missing = list[str]
Check = Callable[[Fact, Missing], bool | None]


def condition(world: World, attribute: str, wanted: Wanted) -> Check:
    """Makes the check whether an attribute or a role of a fact is as wanted."""
    if isinstance(wanted, Condition) and (own := _numbered(world, attribute, wanted)):
        return own
    test = _test(world, attribute, wanted)
    presence = wanted if wanted in ("some", "none") else None
    empty = attribute in SETS or attribute in DESCRIPTIVE
    dated = attribute == "steps"
    done = attribute in DEEDS

    def check(fact: Fact, missing: Missing) -> bool | None:
        value: Any = fact.people.get(attribute)
        if value is None:
            value = fact.attrs.get(attribute)
            if dated and value is not None:
                value = so_far(world, fact, value)
            elif done and value is not None:
                value = _done_by_now(world, fact, value)
        if value is None:
            if attribute in fact.unknown:
                missing.append(attribute)
                return None
            if presence:
                return presence == "none"
            if not (empty or _surely_nobody(attribute, fact)):
                missing.append(attribute)
                return None
            value = _NOTHING
        if presence:
            return (value not in ("", (), _NOTHING)) == (presence == "some")
        found = test(fact, value)
        if found is False and attribute in fact.unknown:  # in part: the rest may be it
            missing.append(attribute)
            return None
        return found

    if dated or attribute == "name":
        return _of_steps(world, attribute, check, test)
    return check


def _of_steps(world: World, attribute: str, check: Check, test: Test) -> Check:
    """The check of steps, or of the name of a step, that heeds what stands in brackets.

    Where the name means one thing with the brackets and another without, nobody knows
    whether it was held: the check is None."""

    def in_brackets(fact: Fact, missing: Missing) -> bool | None:
        value: Any = fact.attrs.get(attribute)
        if attribute == "steps" and value:
            value = so_far(world, fact, value)
        elif "step" not in fact.kinds:
            value = None
        two = bracketed(value) if value else None
        if two is not None and test(fact, two[0]) != test(fact, two[1]):
            missing.append("held")
            return None
        return check(fact, missing)

    return in_brackets


def _numbered(world: World, attribute: str, wanted: Condition) -> Check | None:
    """The check of a condition on a number; None where the condition asks for none.

    It is a part of another number, a share of those who should have been there, or the
    number of those who sat in (列席)."""
    if wanted.of is not None:
        return _part(world, attribute, wanted, wanted.of)
    if attribute in ATTENDED and is_share(wanted):
        return _share(world, attribute, wanted)
    if attribute == GUESTS:
        from lxyz.kinds.sat_in import is_number_of, sat_in

        return sat_in(world, wanted) if is_number_of(wanted) else None
    return None


def is_share(wanted: Condition | Count) -> bool:
    """Whether the bounds of a condition, or of a count, are shares: `80%` or `1/2`."""
    return any("%" in text or "/" in text for text in wanted.limits if text)


def _share(world: World, attribute: str, wanted: Condition) -> Check:
    """The check of a share of those who should have been there.

    They are the roster of the day (of a group: its members), without those on leave who
    did not come. With `which` or `is`, only the persons it means are counted."""

    def check(fact: Fact, missing: Missing) -> bool | None:
        found = attended(fact, attribute)
        if found is None:
            missing.append(attribute)
            return None
        there, base = found
        if wanted.is_ is not None or wanted.which is not None:
            day = fact.day
            base = frozenset(name for name in base if meant(world, name, wanted, day))
        if not base:
            return True
        return keeps(len(there & base), wanted.limits, len(base))

    return check


def _part(world: World, attribute: str, wanted: Condition, of: str) -> Check:
    """The check of one number as a part of another (`of`) of the same fact.

    Ballots may be a part of all ballots, of those present, or of those who should have
    been there (without those on leave who did not come). Where persons are counted and
    `which` is given, only the persons it means count."""

    def amount(fact: Fact, name: str) -> Number | None:
        people = fact.people.get(name)
        if people is None:
            return amount_of(fact.attrs, name)
        if wanted.which is None:
            return len(people)
        day = fact.day
        return sum(meant(world, person, wanted, day) for person in people)

    def check(fact: Fact, missing: Missing) -> bool | None:
        part, whole = amount(fact, attribute), amount(fact, of)
        if part is None or whole is None:
            missing.extend(
                name for name, one in ((attribute, part), (of, whole)) if one is None
            )
            return None
        return keeps(part, wanted.limits, whole)

    return check


def attended(fact: Fact, role: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Of those who should have been there, those who stood in a role; and all of them.

    None where it is not known."""
    base = fact.people.get("expected")
    if base is None or fact.date is None or role in fact.unknown:
        return None
    return fact.people.get(role, _NOTHING) & base, base


def persons_in(fact: Fact, role: str) -> int | None:
    """How many persons stood in a role; None where that is not known."""
    people = fact.people.get(role)
    if people is not None:
        return len(people)
    return 0 if role not in fact.unknown and _surely_nobody(role, fact) else None


def so_far(world: World, fact: Fact, steps: Any) -> Any:
    """The steps that were taken by the day of the check.

    Steps dated before their activity are taken with it. The steps of an activity still
    to come are read as written. The steps that the profile gives hold on any day."""
    if fact.date is None or not STANDING.isdisjoint(fact.kinds):
        return steps
    last = max(world.as_of, fact.date)
    return tuple(step for step in steps if step[1] <= last)


def _done_by_now(world: World, fact: Fact, value: Any) -> Any:
    """A day, or the days, up to the day of the check; None where there is none.

    Of a fact still to come the days are read as written."""
    last = max(world.as_of, fact.date or world.as_of)
    if isinstance(value, (tuple, frozenset)):
        return tuple(day for day in value if day <= last) or None
    return value if value <= last else None


def _surely_nobody(attribute: str, fact: Fact) -> bool:
    """Whether a role that is not written surely had nobody in it.

    So it is with the states of attendance where attendance is told, and with the other
    speaking roles where speakers are named."""
    if attribute in _STATES:
        return not fact.unknown
    return attribute in SPEAKING and "speaker" in fact.people


def _test(world: World, attribute: str, wanted: Wanted) -> Test:
    """The test of a value; where the condition asks for persons, the test of how
    many."""
    if not isinstance(wanted, Condition) or not asks_of_persons(wanted):
        return of_value(world, attribute, wanted)

    def persons(fact: Fact | None, value: Any) -> bool:
        day = world.as_of if fact is None else day_of(world, fact)
        names = (value,) if isinstance(value, str) else value
        return enough_meant(world, names, wanted, day)

    return persons


def day_of(world: World, fact: Fact) -> date:
    """The day for which persons of a fact are looked up.

    It is the day of the fact. What the profile gives stands for a time: there it is the
    day of the check or the end of the year judged, if earlier, or the last day on which
    it stood."""
    if STANDING.isdisjoint(fact.kinds):
        return fact.date or world.as_of
    day = min(world.as_of, date(world.year, 12, 31), fact.end or date.max)
    return max(day, fact.date or date.min)


def on_its_day(world: World, attribute: str, wanted: Wanted) -> Check:
    """The check of what the profile gives, as it stands on the day judged
    (`stands_as`)."""

    def check(fact: Fact, missing: Missing) -> bool | None:
        day = day_of(world, fact)
        return stands_as(world, fact, attribute, wanted, day, missing)

    return check
