"""Fills in keys of a record whose value is neither a text nor a list of texts.

Such are speakers and their minutes, the steps of a meeting, attachments, headings."""

from __future__ import annotations

from collections.abc import Callable

from lxyz.dates.fixed import weekday_of
from lxyz.dates.spans import shift
from lxyz.facts.attributes import is_on_slot, weekday_name
from lxyz.kinds.persons import asks_of_persons, meant
from lxyz.kinds.world import World
from lxyz.packs.asked import guests_of, least, words_of
from lxyz.packs.model import Condition, Wanted
from lxyz.plan.cast import Cast
from lxyz.plan.days import last_of, weekdays_of
from lxyz.plan.draft import (
    Draft,
    MisfitError,
    NobodyError,
    NoDayError,
    Value,
    joined,
    split,
)
from lxyz.plan.example import said, step_of


def _speakers(
    draft: Draft, slug: str, wanted: Wanted, cast: Cast, world: World
) -> None:
    if isinstance(wanted, Condition) and (wanted.which or wanted.is_):
        # So many of these persons, and no others in their place.
        able = [m for m in cast.members if meant(world, m, wanted, draft.day)]
        number = max(1, least(wanted))
        if len(able) < number:
            raise NobodyError(slug)
        speak(draft, slug, tuple(able[:number]), cast)
    else:
        speak(draft, slug, cast.persons or (cast.secretary,), cast, least(wanted))


def speak(
    draft: Draft, role: str, persons: tuple[str, ...], cast: Cast, number: int = 0
) -> None:
    """Lets persons speak in a role, and then others until there are `number` of them.

    Raises NobodyError where there are not so many."""
    have: list[dict[str, Value]] = draft.values.setdefault("speakers", [])
    named = [one["name"] for one in have if one["role"] == role]
    for person in (*persons, *cast.members):
        if person not in named and (person in persons or len(named) < number):
            have.append({"name": person, "role": role})
            named.append(person)
    if len(named) < number:
        raise NobodyError(role)


def _minutes(
    draft: Draft, _slug: str, wanted: Wanted, cast: Cast, _world: World
) -> None:
    if not draft.values.get("speakers"):
        speak(draft, "lecturer", (cast.secretary,), cast)
    most = wanted.max if isinstance(wanted, Condition) else None
    for one in draft.values["speakers"]:
        one["minutes"] = str(least(wanted) or most or 30)


def _evidence(draft: Draft, _slug: str, wanted: Wanted, *_: object) -> None:
    have: list[str] = draft.values.setdefault("evidence", [])
    folder = f"materials/{draft.day}"
    endings = {"image": "现场.jpg", "text": "记录.docx"}
    for word in words_of(wanted):
        path = f"{folder}/{endings.get(word, '材料.pdf')}"
        if path not in have:
            have.append(path)
    while len(have) < max(1, least(wanted)):
        have.append(f"{folder}/现场{len(have) + 1}.jpg")


def _headed(draft: Draft, slug: str, wanted: Wanted, _cast: Cast, world: World) -> None:
    have: dict[str, Value] = draft.values.setdefault(slug, {})
    filler = "写明内容" if slug == "sections" else "none"
    words = words_of(wanted) or ([] if have else ["自学要求"])
    for word in words:
        if not said(world, slug, word, list(have)):
            have[word] = filler


def _steps(draft: Draft, _slug: str, wanted: Wanted, _cast: Cast, world: World) -> None:
    """Adds missing steps; an order that is asked for is kept from then on, beside any
    other."""
    have: list[dict[str, Value]] = draft.values.setdefault("steps", [])
    named = []
    for word in words_of(wanted) or ["批评和自我批评"]:
        step, _ = step_of(have, word, world)
        named.append(step["name"])
    if isinstance(wanted, Condition) and wanted.in_order:
        draft.orders.append(named)
        draft.values["steps"] = _in_order(have, draft.orders)


def _in_order(
    steps: list[dict[str, Value]], orders: list[list[str]]
) -> list[dict[str, Value]]:
    """Steps in an order that keeps all of some orders, else as they stand.

    Raises MisfitError where these contradict each other."""
    rest, made = list(steps), []
    while rest:
        names = {one["name"] for one in rest}
        ready = (
            one
            for one in rest
            if not any(
                one["name"] in order
                and names.intersection(order[: order.index(one["name"])])
                for order in orders
            )
        )
        first = next(ready, None)
        if first is None:
            raise MisfitError("steps")
        rest.remove(first)
        made.append(first)
    return made


def _capacity(
    draft: Draft, slug: str, wanted: Wanted, cast: Cast, _world: World
) -> None:
    have: dict[str, str] = draft.values.setdefault("capacity", {})
    named = ["普通党员"] if slug == "ordinary" else words_of(wanted) or ["普通党员"]
    for word in named:
        own = split(have.get(word, ""))
        have[word] = joined((*own, *(cast.persons or (cast.secretary,))))


def _responsible(
    draft: Draft, slug: str, wanted: Wanted, cast: Cast, world: World
) -> None:
    """Names as many persons as asked, of those meant; the group's own members first.

    Raises MisfitError where others are named, NobodyError where there are not so
    many."""
    able = list(dict.fromkeys((*cast.officers, *cast.members)))
    if isinstance(wanted, Condition) and asks_of_persons(wanted):
        able = [m for m in able if meant(world, m, wanted, draft.day)]
        if {*split(str(draft.values.get(slug, "")))} - {*able}:
            raise MisfitError(slug)
        groups = world.on(draft.day).groups
        own = {m for one in groups if one.name == draft.group for m in one.members}
        able.sort(key=lambda one: one not in own)
    if isinstance(wanted, Condition) and wanted.apart in SPECIAL and able:
        other = split(str(draft.values.setdefault(wanted.apart, able[0])))
        if not {*split(str(draft.values.get(slug, "")))}.isdisjoint(other):
            raise MisfitError(slug)
        able = [one for one in able if one not in other]
    number = max(1, least(wanted))
    if len(able) < number:
        raise NobodyError(slug)
    draft.values.setdefault(slug, joined(able[:number]))


def _on_slot(
    draft: Draft, slug: str, wanted: Wanted, _cast: Cast, world: World
) -> None:
    """Writes nothing; raises NoDayError where the day's weekday is not as wanted."""
    slot = weekday_of(str(world.profile.attributes.get("weekly_slot", "")))
    if (slot is not None and is_on_slot(draft.day, slot)) != (wanted == "yes"):
        raise NoDayError(slug)


def _weekday(draft: Draft, slug: str, wanted: Wanted, *_: object) -> None:
    """Writes nothing; raises NoDayError where the day is on none of these weekdays."""
    if weekday_name(draft.day) not in weekdays_of(wanted):
        raise NoDayError(slug)


def _days(draft: Draft, slug: str, wanted: Wanted, *_: object) -> None:
    """Lets a record last so many days or working days. Raises NoDayError where it has
    too few."""
    number, bound = max(1, least(wanted)), not draft.overhangs
    if bound and number > draft.within.days:
        raise NoDayError(slug)
    last = last_of(draft.day, number, slug == "workdays")
    if bound and last > draft.within.last:
        raise NoDayError(slug)
    if last > draft.day:
        draft.values["end"] = max(last, draft.values.get("end", last))


def _there(draft: Draft, slug: str, *_: object) -> None:
    """Writes nothing: all are wanted at a planned sitting. Raises MisfitError for no
    sitting."""
    if draft.family != "activity":
        raise MisfitError(slug)


def _guests(draft: Draft, slug: str, wanted: Wanted, *_: object) -> None:
    """Writes the line of guests. Raises MisfitError where another one is written."""
    _there(draft, slug)
    there = draft.values.get("attendance", "all")
    told = there if isinstance(there, dict) else {"present": there}
    line = guests_of(wanted)
    if told.setdefault("guests", line) != line:
        raise MisfitError(slug)
    draft.values["attendance"] = told


def _filed(
    draft: Draft, _slug: str, _wanted: Wanted, _cast: Cast, world: World
) -> None:
    to = world.profile.unit or "上级党组织"
    draft.values.setdefault("filings", [{"to": to, "date": draft.day}])


def _numbered(draft: Draft, slug: str, wanted: Wanted, *_: object) -> None:
    count = max(1, least(wanted))
    words = words_of(wanted) or [f"第{n}条" for n in range(1, count + 1)]
    draft.values.setdefault(slug, list(words))


def _items(draft: Draft, slug: str, wanted: Wanted, *_: object) -> None:
    have: list[dict[str, Value]] = draft.values.setdefault(slug, [])
    while len(have) < max(1, least(wanted)):
        have.append({"name": f"第{len(have) + 1}项"})


def _moved(draft: Draft, slug: str, wanted: Wanted, *_: object) -> None:
    """Says that it was moved from the day before; what was not moved says nothing."""
    if wanted != "no":
        before = {"from": shift(draft.day, -1), "reason": "写明原因"}
        draft.values.setdefault(slug, before)
    elif draft.values.get(slug):
        raise MisfitError(slug)


def _disposition(
    draft: Draft, slug: str, wanted: Wanted, cast: Cast, _world: World
) -> None:
    word = (words_of(wanted) or ["教育帮助"])[0]
    at_sitting = draft.family == "activity"
    draft.values[slug] = {word: joined(cast.persons)} if at_sitting else word


SPECIAL: dict[str, Callable[[Draft, str, Wanted, Cast, World], None]] = {
    "speakers": _speakers,
    "speaker_minutes": _minutes,
    "guests": _guests,
    "evidence": _evidence,
    "sections": _headed,
    "lists": _headed,
    "steps": _steps,
    "capacity": _capacity,
    "responsible": _responsible,
    "host": _responsible,
    "recorder": _responsible,
    "filed": _filed,
    "on_slot": _on_slot,
    "weekday": _weekday,
    "days": _days,
    "workdays": _days,
    "present": _there,
    "positive": _numbered,
    "negative": _numbered,
    "items": _items,
    "moved": _moved,
    "disposition": _disposition,
}
"""The function for each key; it takes draft, key, what is wanted, cast and world."""
