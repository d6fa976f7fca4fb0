"""Items of plans to facts: what is planned, for which days, and for whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lxyz.base.late import late
from lxyz.dates.days import halfwidth
from lxyz.dates.periods import parse_period
from lxyz.dates.spans import Span, periods
from lxyz.facts.fact import Fact
from lxyz.facts.gathering import Gathering
from lxyz.records import Item, Names, Record

_QUARTER = late("第?[一二三四1-4]季度")
_WHO = {"responsible": "responsible", "about": "members"}
"""The roles of people in a plan item, each with the key under which they are
written."""
_NOT_SAID_OF_IT = frozenset(
    "when kind responsible members owner from until based_on".split()
)


def plan_item(gathering: Gathering, item: Item, record: Record, fact: Fact) -> None:
    """Adds the fact of a plan item; if it recurs, one for each period (and each group).
    `fact` is that of the plan."""
    values = item.fields
    attrs = _attributes(gathering, values)
    people = dict(fact.people) if fact.level == "member" else {}
    when = values.get("when")
    span = when.span if when is not None else None
    for role, key in _WHO.items():
        if key in values:
            people[role] = _persons(gathering, item, key, record, span)
    _within_its_plan(gathering, item, record, span)
    group = _group(gathering, item, span.last if span else record.day) or fact.owner
    spans: list[tuple[Span | None, str]] = [(span, group)]
    if when is not None and when.every:
        spans = _recurring(gathering, item, when.every, record, group)
    own = (
        {"plan-item", "personal-plan-item"} if fact.level == "member" else {"plan-item"}
    )
    for span, group in spans:
        made = dict(attrs)
        if span is not None:
            made["planned"] = span.label
        days = span or _untimed(attrs, record)
        planned = Fact(
            own,
            "group" if group else fact.level,
            days.first,
            item.origin,
            owner=group,
            end=days.last,
            shown=fact.shown,
            attrs=made,
            people=people,
            links=(fact,),
            state=fact.state,
        )
        if not gathering.plan(planned):
            return
        gathering.references.refer_to(planned, values.get("based_on", ()))


def _untimed(attrs: dict[str, Any], record: Record) -> Span:
    """The days of an item that gives no time: from the day of the plan to the day on
    which it is due, or to the end of the plan's period."""
    covered = record.period.last if record.period else date(record.day.year, 12, 31)
    return Span(record.day, max(record.day, attrs.get("due", covered)))


def _attributes(gathering: Gathering, values: dict[str, Any]) -> dict[str, Any]:
    """The attributes of a plan item, with defaults for those that it does not write."""
    attrs = {key: one for key, one in values.items() if key not in _NOT_SAID_OF_IT}
    for key in ("form", "materials"):
        if isinstance(attrs.get(key), tuple):
            attrs[key] = frozenset(attrs[key])
    if said := _content(values):
        attrs["content"] = said
    if named := {values[key] for key in ("name", "content") if key in values}:
        # An item of a list of what is to be studied is often the bare title.
        attrs.setdefault("materials", frozenset(named))
    if "until" in values:
        attrs.setdefault("due", values["until"])
    kinds = frozenset(values.get("kind", ()))
    alone = "self-study" in gathering.words.families(tuple(kinds))
    attrs["plans"] = kinds
    attrs.setdefault("optional", "no")
    attrs.setdefault("mode", "individual" if alone else "collective")
    return attrs


def _content(values: dict[str, Any]) -> str:
    """The content of a plan item, which may be written under several keys; "" if it has
    none."""
    for key in ("content", "topic", "theme"):
        if values.get(key):
            return str(values[key])
    return "、".join(values.get("materials", ()))


def plan_sections(gathering: Gathering, record: Record, fact: Fact) -> None:
    """Adds a fact for each section of a document whose heading names a quarter, `第三季度`:
    a plan may arrange its quarters in sections instead of items (A37)."""
    year = (record.period.first if record.period else record.day).year
    for heading, text in record.more.get("sections", ()):
        named = _QUARTER.search(halfwidth(heading))
        if named is None:
            continue
        span = parse_period(f"{year}年{named[0]}")
        gathering.add(
            fact.part(
                "plan-section",
                span.first,
                record.place("sections"),
                end=span.last,
                shown=fact.shown,
                attrs={"content": text or heading, "planned": span.label},
            )
        )


def _within_its_plan(
    gathering: Gathering, item: Item, record: Record, span: Span | None
) -> None:
    """Adds a fault for an item that ends before it begins, and a warning for one that
    lies outside the period of its plan (as where last year's plan was copied)."""
    begins, ends = item.fields.get("from"), item.fields.get("until")
    if begins and ends and ends < begins:
        gathering.faults.add("F511", item.origin)
    of = record.period
    if span and of and (span.last < of.first or of.last < span.first):
        gathering.faults.warn("F518", item.origin, when=span.label, period=of.label)


def _persons(
    gathering: Gathering, item: Item, key: str, record: Record, span: Span | None
) -> frozenset[str]:
    """The people under a key of an item: on the roster on the day of the plan, or by
    the last day of the item. `members` may also name candidates for membership."""
    names: Names = item.fields[key]
    people, day, file = gathering.people, record.day, item.origin.file
    covered = span or record.period
    last = covered.last if covered is not None else date(day.year, 12, 31)
    to_come = tuple(
        one
        for one in names.people
        if not people.is_on(one.text, day) and people.is_on(one.text, last)
    )
    there = tuple(one for one in names.people if one not in to_come)
    named = people.many(
        names._replace(people=there),
        day,
        file,
        people.roster(day),
        candidates=key == "members",
    )
    return named | people.many(Names(to_come), last, file)


def _group(gathering: Gathering, item: Item, day: date) -> str:
    """The group that an item names, or ""; a fault if it is not one of the branch on
    that day."""
    group: str = item.fields.get("group", "")
    if group:
        gathering.must_be_group(group, day, item.origin)
    return group


def _recurring(
    gathering: Gathering, item: Item, every: str, record: Record, group: str
) -> list[tuple[Span | None, str]]:
    """The days and the group of each occurrence of an item that recurs `every` period,
    from the day of the plan to the end of its period.

    - A meeting of groups occurs once for each group, unless the item or the plan names
      one.
    - A month (or longer period) whose first half is not over on the day of the plan is
      still planned; the week in which the plan is made is not.
    - A week belongs to the month or year that has most of its days, as in rules.
    """
    year = Span(date(record.day.year, 1, 1), date(record.day.year, 12, 31))
    covered = record.period or year
    families = gathering.words.families(tuple(item.fields.get("kind", ())))
    begins, ends = item.fields.get("from"), item.fields.get("until")
    first = begins or covered.first
    last = ends or covered.last
    over = timedelta(days=3) if every == "week" else timedelta()
    earliest = begins or max(record.day, covered.first - over)
    latest = ends or covered.last + over
    found: list[tuple[Span | None, str]] = []
    for number in range(first.year, min(last.year, first.year + 2) + 1):
        for span in periods(every, number):
            begins_now = (
                begins is None
                and every != "week"
                and covered.first <= span.first
                and (record.day - span.first) * 2 < span.last - span.first
            )
            if not (earliest <= span.first or begins_now) or span.last > latest:
                continue
            groups = [group]
            if "group-meeting" in families and not group:
                standing = gathering.profile.groups_on(span.last)
                groups = [g.name for g in standing] or [""]
            found.extend((span, group) for group in groups)
    return found
