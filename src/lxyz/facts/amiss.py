"""Days that are most likely slips: something done on a day in the future, or settled
before it was found.

A warning is added for each, because what depends on such a day does not count, or is
not judged in this year.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from lxyz.facts.gathering import Gathering
from lxyz.files.origin import Origin
from lxyz.records import Item, Record

_DONE = frozenset(("public", "closed_on"))
_KEYS = _DONE | {"checks", "due", "issued_on"}
_MONTH, _YEAR = 31, 366


def tell_of_days(gathering: Gathering, record: Record) -> None:
    """Adds a warning for each such day in a record, its filings, items and
    documents."""
    if record.family == "activity" and record.status != "cancelled":
        _tell_if_there_was_no_branch(gathering, record)
    if record.status not in ("", "held") or record.day > gathering.as_of:
        return  # planned or cancelled; or its own day is in the future
    for slug in sorted(_KEYS & record.more.keys()):
        _field(gathering, record, slug)
    for filing in record.filings:
        if (day := filing.date) is not None:
            _ahead(gathering, "record", "filings", {"filings": day}, filing.origin)
    for item in record.items:
        _item(gathering, record.day, item)
    for inner in record.documents:
        tell_of_days(gathering, inner)


def tell_of_profile(gathering: Gathering) -> None:
    """Adds a warning for each day of the profile that is past by its meaning but in the
    future (an election, say), and for a member, post, group or branch that begins more
    than a year after `as_of`: no duty applies to it until then."""
    profile, as_of = gathering.profile, gathering.as_of
    _ahead(gathering, "branch", "elected_on", profile.attributes, profile.origin)
    for member in profile.members:
        _ahead(gathering, "member", "dues_rate_set", member.attributes, member.origin)
    stays = (
        ("branch", "from", (profile,)),
        ("member", "from", profile.members),
        ("officer", "since", profile.officers),
        ("group", "from", profile.groups),
    )
    for context, slug, several in stays:
        for one in several:
            if (one.first - as_of).days > _YEAR:
                _ahead(gathering, context, slug, {slug: one.first}, one.origin)


def closed_before_it_was_found(values: dict[str, Any]) -> bool:
    """Whether an item says that a problem was settled on a day before it was found."""
    closed, found = values.get("closed_on"), values.get("found_on")
    return closed is not None and found is not None and closed < found


def _tell_if_there_was_no_branch(gathering: Gathering, record: Record) -> None:
    """Adds a fault for a sitting more than 31 days before the branch was founded or
    after it was dissolved: probably the year of one of the two days is wrong, and the
    branch had no duties then. A sitting fewer days outside is a warning."""
    profile, day = gathering.profile, record.date
    assert day is not None
    if (day - profile.last).days > _MONTH:
        side, turn = "ended", profile.last
    elif (profile.first - day).days > _MONTH:
        side, turn = "begun", profile.first
    else:
        if not profile.is_on(day):
            at = record.place("date")
            gathering.faults.warn("F525", at, day=day)
        return
    gathering.faults.add("F522", record.place("date"), day=day, side=side, turn=turn)


def _field(gathering: Gathering, record: Record, slug: str) -> None:
    """Checks the day, or days, under one key of a record.

    Except for `issued_on` only an earlier year is a slip: the rows of a table share the
    days in its head, and days of checks may be set before the record is written.
    """
    day, place = record.more[slug], record.place(slug)
    told = {"date": record.day, slug: day}
    if slug == "issued_on":
        _before(gathering, "record", "date", slug, told, record.place("date"))
        return
    if slug in _DONE:
        _ahead(gathering, "record", slug, told, place)
    for one in day if isinstance(day, tuple) else (day,):
        if one.year < record.day.year:
            told[slug] = one
            _before(gathering, "record", slug, "date", told, place)


def _item(gathering: Gathering, listed: date, item: Item) -> None:
    told, place = {"date": listed, **item.fields}, item.origin
    first = "found_on" if "found_on" in told else "date"
    _ahead(gathering, "item", "found_on", told, place)
    _ahead(gathering, "item", "closed_on", told, place)
    # Only an earlier year is odd: a list may be made after its problems were settled.
    slug = "closed_on" if "closed_on" in told else "due"
    is_odd = slug in told and told[slug].year < told[first].year
    if is_odd or closed_before_it_was_found(told):
        _before(gathering, "item", slug, first, told, place)


def _ahead(
    gathering: Gathering, context: str, slug: str, told: dict[str, Any], place: Origin
) -> None:
    day = told.get(slug, gathering.as_of)
    if day > gathering.as_of:
        name = _name(gathering, context, slug)
        gathering.faults.warn("F520", place, key=name, day=day)


def _before(
    gathering: Gathering,
    context: str,
    slug: str,
    than: str,
    told: dict[str, Any],
    place: Origin,
) -> None:
    if told[slug] < told[than]:
        gathering.faults.warn(
            "F521",
            place,
            key=_name(gathering, context, slug),
            day=told[slug],
            than=_name(gathering, context, than),
            first=told[than],
        )


def _name(gathering: Gathering, context: str, slug: str) -> str:
    keys = gathering.words.key_slugs(context)
    return (keys.get(slug) or gathering.words.key_slugs("record")[slug])[0].zh
