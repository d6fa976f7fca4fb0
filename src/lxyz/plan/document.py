"""Makes the study plan that is filed: an item for each draft, with when, what, how and
who."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lxyz.dates.spans import Span, shift
from lxyz.packs.asked import attributes_of, kinds_of, roles_of, words_of
from lxyz.packs.bind import Bound
from lxyz.packs.model import Rule, Wanted
from lxyz.plan.cast import cast_of
from lxyz.plan.content import content, form, named
from lxyz.plan.customs import customs
from lxyz.plan.draft import Draft, Value, joined
from lxyz.plan.example import value_of
from lxyz.plan.fulfil import in_common
from lxyz.plan.links import refer, tell_hours
from lxyz.plan.prescribed import prescribed
from lxyz.plan.turns import responsible
from lxyz.plan.wish import Wish
from lxyz.records import Profile
from lxyz.vocabulary import vocabulary

STUDY_PLAN = "study-plan"
_STUDY_ITEM = "plan-item"
PERSONAL = "personal-study-plan"
_DEMANDED = "items: demanded"
"""The key under which a draft keeps what rules demand of its items; never written."""
_OFTEN = ((7, "weekly"), (31, "monthly"), (62, "bimonthly"), (92, "quarterly"))
_AHEAD = 14
_STUDY = ("collective-study",)
_MOST = 3
"""At most so many of the prescribed topics stand in an item that recurs."""
_OWN_ACTION: dict[str, Value] = {
    "theme": "支部特色活动",
    "topic": "支部特色活动",
    "content": "结合本支部实际安排，内容由支委会另定",
    "form": ["支部自选"],
    "optional": "yes",
}


def is_of_study_plan(wish: Wish) -> bool:
    """Whether a wish is for an item of the branch's study plan."""
    return wish.rule.has is None and kinds_of(wish.pattern)[0] == _STUDY_ITEM


def add_item(draft: Draft, wish: Wish, of: Draft | None = None) -> None:
    """Adds to a plan the item that a rule asks of it, with all that the rule asks of
    the item.

    `of` is the draft of the record that the wish is about: what both must have in
    common is taken from it. An item that is asked for in each week, month or quarter
    recurs."""
    asked = {**attributes_of(wish.pattern), **wish.extra}
    kinds = words_of(asked.pop("plans", "collective-study")) or ["collective-study"]
    alone = PERSONAL in draft.kinds or asked.get("mode") == "individual"
    if alone:
        kinds = ["self-study"]
    period = wish.case.window.period
    often = "" if period is None else _often(period, draft.day)
    made: dict[str, Value] = {
        "when": often or f"{draft.day:%Y}-12",
        "kind": kinds,
        "form": ["自学" if alone else "集中开展"],
        "minutes": "60",
    }
    keys, cast = vocabulary().key_slugs("item"), cast_of(wish.world, draft.day, ())
    for name, wanted in asked.items():
        said_anyway = wanted == "some" and name in (*made, "topic", "content")
        if name in keys and wanted != "none" and not said_anyway:
            key = keys[name][0]
            made[name] = value_of(name, wanted, key, draft.day, cast.members)
    if "about" in roles_of(wish.pattern):
        made["members"] = joined(wish.persons)
    if period is None and wish.spans:
        # An item about another record: it is planned shortly before its last day.
        first, last, _ = wish.spans[0]
        made["when"] = max(first, draft.day, shift(last, -_AHEAD))
    made.update(in_common(wish, of))
    have: list[dict[str, Value]] = draft.values.setdefault("items", [])
    month = 12
    while (
        _is_in(have, made) and wish.number > 1 and not often and month > draft.day.month
    ):
        # Several are asked for: a month each, from the last one back.
        month -= 1
        made["when"] = f"{draft.day:%Y}-{month:02}"
    if not _is_in(have, made):
        have.append({**_about(wish, kinds, len(have), all_of=bool(often)), **made})


def _often(period: Span, day: date) -> str:
    """The rhythm of a period (`monthly`), in a plan dated on a day; empty for long
    periods.

    The rhythm begins with the plan and ends with the year, so that of a period that is
    cut off at either end the day or month itself is named."""
    often = next((word for most, word in _OFTEN if period.days <= most), "")
    if often and period.first < day:
        return f"{day:%Y-%m}" if period.days > _OFTEN[0][0] else f"{day}"
    if often and period.last.year > day.year:
        return f"{period.first}"
    return often


def _is_in(items: Sequence[dict[str, Value]], made: dict[str, Value]) -> bool:
    """Whether some item already says all of this."""
    return any(
        all(one.get(name) == value for name, value in made.items()) for one in items
    )


def _about(
    wish: Wish, kinds: Sequence[str], turn: int, *, all_of: bool
) -> dict[str, Value]:
    """The topic and the content of an item: the next of the topics prescribed for such
    sittings.

    An item that recurs gets the first few of them."""
    words = prescribed(wish.world, kinds) or prescribed(wish.world, _STUDY)
    words = words or ("学习教育",)
    at = turn % len(words)
    topic = "、".join(words[:_MOST] if all_of else words[at : at + 1])
    alone = "self-study" in kinds
    return {
        "when": "",
        "kind": list(kinds),
        "topic": topic,
        "content": f"自学：{topic}" if alone else f"学习：{topic}",
    }


def demand(draft: Draft, wish: Wish) -> None:
    """Notes in a plan what a rule demands of all its items."""
    given: dict[str, Value] = draft.values.setdefault(_DEMANDED, {})
    for name, value in _demanded(wish.rule).items():
        given.setdefault(name, value)


def finished(record: dict[str, Value], day: date) -> dict[str, Value]:
    """A record whose items all say what is demanded of them."""
    own = record.pop(_DEMANDED, {})
    if "items" in record:
        record["items"] = [_complete(one, own, day) for one in record["items"]]
    return record


def _demanded(rule: Rule) -> dict[str, Wanted]:
    keys = vocabulary().key_slugs("item")
    wanted = (rule.has or {}).items()
    return {name: one for name, one in wanted if one != "none" and name in keys}


def more_items(
    drafts: Sequence[Draft], profile: Profile, packs: Sequence[Bound], *, own: bool
) -> list[dict[str, Value]]:
    """The items that an existing plan is to get for these drafts, as rules demand them.

    `own`: it already has an action of the branch's own."""
    demanded: dict[str, Wanted] = {}
    for bound in packs:
        for rule in bound.rules:
            if rule.each is not None and _STUDY_ITEM in kinds_of(rule.each):
                demanded = {**_demanded(rule), **demanded}
    found = items(drafts, profile)
    day = drafts[0].day if drafts else date.min
    return [
        _complete(one, demanded, day)
        for one in found
        if not (own and one.get("optional") == "yes")
    ]


def records_of(drafts: Sequence[Draft], profile: Profile) -> list[dict[str, Value]]:
    """The records of all drafts, in their order, with who is responsible and the plans'
    items."""
    made = [draft.record() for draft in drafts]
    refer(drafts, made)
    tell_hours(drafts, made)
    answering = _answering(drafts, profile)
    for at, name in answering:
        made[at]["responsible"] = name
    found = _items(drafts, answering)
    turns = [one["responsible"] for one in found] or ["all"]
    for draft, record in zip(drafts, made, strict=True):
        if STUDY_PLAN in draft.kinds:
            (record["responsible"],) = responsible([draft], profile)
            own = record.pop(_DEMANDED, {})
            mine = [
                {"responsible": turns[turn % len(turns)], **one}
                for turn, one in enumerate(record.get("items", ()))
            ]
            record["items"] = [
                _complete(one, own, draft.day)
                for one in sorted((*found, *mine), key=_when)
            ]
    return made


def items(drafts: Sequence[Draft], profile: Profile) -> list[dict[str, Value]]:
    """The items of a study plan by day: one for every other draft, and one for the
    branch's own.

    The last is a place for what the branch chooses itself: a plan without an action of
    its own is a copied one (bj-2016 一（二）1)."""
    return _items(drafts, _answering(drafts, profile))


def _items(
    drafts: Sequence[Draft], answering: Sequence[tuple[int, str]]
) -> list[dict[str, Value]]:
    found = [_item(drafts[at], name) for at, name in answering]
    if found:
        # It is put into a month with such a sitting, so that it asks for no other.
        day, kind = next(
            (
                (one["when"], own)
                for own in customs().own
                for one in found
                if own in one["kind"] and "group" not in one
            ),
            (found[0]["when"], customs().own[-1]),
        )
        who = {"responsible": found[0]["responsible"]}
        found.append({"when": f"{day:%Y-%m}", "kind": [kind], **_OWN_ACTION, **who})
    return found


def _answering(drafts: Sequence[Draft], profile: Profile) -> list[tuple[int, str]]:
    """The drafts that get an item in a study plan, by day: their place and who is
    responsible."""

    def in_time(at: int) -> tuple[date, list[str], str]:
        return drafts[at].day, drafts[at].kinds, drafts[at].group

    order = sorted(range(len(drafts)), key=in_time)
    planned = [at for at in order if STUDY_PLAN not in drafts[at].kinds]
    names = responsible([drafts[at] for at in planned], profile)
    return list(zip(planned, names, strict=True))


def _when(item: dict[str, Value]) -> tuple[bool, str]:
    """The sort key of an item: by day, a whole month after its days, items that recur
    last."""
    when = str(item["when"])
    return not when[:1].isdecimal(), f"{when}~"


def _complete(
    item: dict[str, Value], demanded: dict[str, Wanted], day: date
) -> dict[str, Value]:
    """An item, completed by what rules demand of every item."""
    made = dict(item)
    keys = vocabulary().key_slugs("item")
    for name, wanted in demanded.items():
        if made.get(name):
            continue
        if name == "due" and not words_of(wanted):
            when = item["when"]
            made[name] = when if isinstance(when, date) else f"{day.year}-12-31"
        else:
            made[name] = value_of(name, wanted, keys[name][0], day)
    return made


def assign(drafts: Sequence[Draft], profile: Profile) -> None:
    """Writes into each draft who is responsible, what it rests on, and its time.

    From then on each draft stands for itself."""
    for draft, record in zip(drafts, records_of(drafts, profile), strict=True):
        for key in ("responsible", "based_on", "id", "time"):
            if key in record:
                draft.values[key] = record[key]
        draft.rests_on = ()


def _item(draft: Draft, responsible: str) -> dict[str, Value]:
    values = draft.values
    made: dict[str, Value] = {"when": draft.day, "kind": list(draft.kinds)}
    for key in ("theme", "topic", "materials", "place", "minutes"):
        if key in values:
            made[key] = values[key]
    said = values.get("theme") or "、".join(values.get("materials", ()))
    made.setdefault("topic", said or named(draft))
    if draft.group:
        made["group"] = draft.group
    made["content"] = content(draft)
    made["form"] = form(draft)
    made["responsible"] = responsible
    return made
