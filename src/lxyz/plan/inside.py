"""Parts inside another record: steps, filings, grades, checks, closings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lxyz.packs.asked import attributes_of, kinds_of, levels_of, words_of
from lxyz.plan.cast import Cast, cast_of
from lxyz.plan.customs import customs
from lxyz.plan.draft import Draft, Value, joined, split
from lxyz.plan.example import step_of, value_of
from lxyz.plan.wish import Wish
from lxyz.vocabulary import vocabulary

_GRADE = "qualified"
LISTS = {"rectification": "rectification-list", "problem": "problem-list"}


def add_part(draft: Draft, wish: Wish, cast: Cast) -> None:
    """Adds the part that a wish asks for to the record it belongs to."""
    _PARTS[kinds_of(wish.pattern)[0]](draft, wish, cast)


def _step(draft: Draft, wish: Wish, cast: Cast) -> None:
    steps: list[dict[str, Value]] = draft.values.setdefault("steps", [])
    named = words_of(attributes_of(wish.pattern).get("name", ()))
    for word in named or ["批评和自我批评"]:
        step, is_new = step_of(steps, word, wish.world)
        extra = sorted(cast.leave.intersection(wish.persons))
        if extra and not is_new:
            # 全体 does not include those on leave: who takes part from afar is named.
            there = split(step.get("participants", "all"))
            step["participants"] = joined((*there, *extra))


def _filing(draft: Draft, wish: Wish, _cast: Cast) -> None:
    asked = attributes_of(wish.pattern)
    named = words_of(asked.get("recipient", ()))
    above = wish.world.profile.unit or "上级党组织"
    to = named[0] if named else "党支部" if wish.rule.for_ == "member" else above
    day = _day(draft, wish)
    known = vocabulary(wish.world.profile.kinds).kinds
    what = words_of(asked.get("what", ()))
    if what and what[0] not in draft.kinds and known[what[0]].family == "document":
        inner: list[dict[str, Value]] = draft.values.setdefault("documents", [])
        if not any(what[0] in one["kind"] for one in inner):
            inner.append({"kind": [what[0]], "date": day})
    filings: list[dict[str, Value]] = draft.values.setdefault("filings", [])
    if {"to": to, "date": day} not in filings:
        filings.append({"to": to, "date": day})


def _grade(draft: Draft, wish: Wish, _cast: Cast) -> None:
    grades: dict[str, str] = draft.values.setdefault("grades", {})
    named = words_of(attributes_of(wish.pattern).get("grade", ()))
    grade = next((one for one in named if one not in ("some", "none")), _GRADE)
    graded = {one for names in grades.values() for one in split(names)}
    fresh = [one for one in wish.persons if grade != _GRADE or one not in graded]
    grades[grade] = joined((*split(grades.get(grade, "")), *fresh))
    for other in [one for one in grades if one != grade and fresh]:
        rest = [one for one in split(grades[other]) if one not in fresh]
        grades[other] = joined(rest)
    for empty in [one for one, names in grades.items() if not names]:
        del grades[empty]


def _check(draft: Draft, wish: Wish, _cast: Cast) -> None:
    checks: list[date] = draft.values.setdefault("checks", [])
    if not any(day in wish.spans[0] for day in checks):
        checks.append(wish.spans[0].last)


def _closing(draft: Draft, wish: Wish, cast: Cast) -> None:
    for item in draft.values.get("items", ()):
        item.setdefault("closed_on", wish.spans[0].last)
        item.setdefault("verified_by", cast.secretary)
        complete(item, wish, draft.day)


def _kept(draft: Draft, wish: Wish, _cast: Cast) -> None:
    draft.values.setdefault("closed_on", wish.spans[0].last)


def _day(draft: Draft, wish: Wish) -> date:
    """The first day of the wish that is not before the record's own day."""
    span = wish.spans[0]
    return min(max(span.first, draft.day), span.last)


_PARTS: dict[str, Callable[[Draft, Wish, Cast], None]] = {
    "step": _step,
    "filing": _filing,
    "evaluation-grade": _grade,
    "commitment-check": _check,
    "commitment-closed": _kept,
    "assigned-task-closed": _kept,
    "rectification-closed": _closing,
    "problem-closed": _closing,
}
PARTS = frozenset(_PARTS)


def add_problem(draft: Draft, wish: Wish) -> None:
    """Adds an item to a problem or rectification list, with what is asked of such
    items."""
    items: list[dict[str, Value]] = draft.values.setdefault("items", [])
    own = bool(wish.persons) or levels_of(wish.pattern)[:1] == ("member",)
    owner = joined(wish.persons) if own and wish.persons else "branch"
    if not any(one["owner"] == owner for one in items):
        items.append({"problem": "", "owner": owner})
    for item in items:
        complete(item, wish, draft.day)
        item["problem"] = item["problem"] or customs().examples["problem"]


def complete(item: dict[str, Value], wish: Wish, day: date) -> None:
    """Adds to an item what a rule asks of it and it does not say yet."""
    keys = vocabulary().key_slugs("item")
    members = cast_of(wish.world, day, ()).members
    for name, wanted in {
        **attributes_of(wish.pattern),
        **(wish.rule.has or {}),
        **wish.extra,
    }.items():
        if item.get(name) or name not in keys or wanted == "none":
            continue
        due = f"{day.year}-12-31" if name == "due" and not words_of(wanted) else ""
        item[name] = due or value_of(name, wanted, keys[name][0], day, members)
