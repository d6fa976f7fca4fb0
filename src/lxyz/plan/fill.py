"""What a pattern asks of a record, put into a draft of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from lxyz.dates import weekday_of
from lxyz.facts.attributes import is_on_slot
from lxyz.kinds.persons import meant
from lxyz.kinds.values import spelt
from lxyz.kinds.world import World
from lxyz.packs.asked import choices_of, least, words_of
from lxyz.packs.model import Condition, Wanted
from lxyz.plan.cast import Cast
from lxyz.plan.draft import Draft, MisfitError, NobodyError, Value, joined, split
from lxyz.vocabulary import Key, vocabulary

SPEAKING = frozenset(("lecturer", "keynote", "speaker"))
# Attributes of facts that a record says under another key.
_UNDER = {
    "payer": "by",
    "written_sections": "sections",
    "topics": "topic",
    "form": "forms",
    "attachments": "evidence",
    "ordinary": "capacity",
    "longest_speaker": "speaker_minutes",
}
# Keys whose value is a list, so that one sitting can serve many wishes.
_LISTS = frozenset(
    "materials forms agenda aspects sources decisions audience about households "
    "category".split()
)
# Roles, and where a record names who stands in them.
_PERSONS = {
    **dict.fromkeys(SPEAKING, "speakers"),
    **dict.fromkeys(("about", "owner", "participant"), "members"),
    **{role: role for role in ("responsible", "host", "recorder")},
}
EXAMPLES = {
    "theme": "“两学一做”学习教育",
    "topic": "做合格党员",
    "title": "学习体会",
    "materials": "党章",
    "forms": "集中学习",
    "content": "按计划进行",
    "measures": "明确责任人和期限，按月检查",
    "place": "会议室",
    "minutes": "60",
    "approved_by": "党员大会",
    "goal": "立足岗位，作出表率",
    "display": "党务公开栏",
    "problem": "学习不够深入",
    "duties": "按分工落实",
    "verified_by": "支委会",
    "value": "5",
}


def put(draft: Draft, name: str, wanted: Wanted, cast: Cast, world: World) -> None:
    """Makes an attribute of a draft as wanted, leaving what is there.

    Raises MisfitError where what is there is otherwise, or such records have no such
    key.
    """
    slug = _UNDER.get(name, name)
    if wanted == "none":
        if draft.values.get(slug):
            raise MisfitError(name)
        return
    if name == "kind":
        _besides(draft, wanted, world)
        return
    special = _SPECIAL.get("speakers" if slug in SPEAKING else slug)
    if special is not None:
        special(draft, slug, wanted, cast, world)
        return
    key = key_of(draft, slug)
    if key is None:
        raise MisfitError(name)
    if slug in _LISTS:
        _list(draft, slug, wanted, key, world)
    else:
        _single(draft, slug, wanted, key, world)


def differ(
    draft: Draft, name: str, others: Sequence[Draft], cast: Cast, world: World
) -> None:
    """Gives a draft an attribute, or a person in a role, that none of the others has.

    Raises MisfitError where it has one of theirs, or nobody is left.
    """
    slug = _UNDER.get(name, name)
    if slug in _PERSONS:
        taken = {one for other in others for one in _named(other, slug)}
        if not {*_named(draft, slug)} <= taken:
            return
        person = next((m for m in cast.members if m not in taken), None)
        if person is None:
            raise MisfitError(name)
        if slug in SPEAKING:
            speak(draft, slug, (person,), cast)
        else:
            draft.values.setdefault(_PERSONS[slug], person)
    else:
        taken = {str(other.values.get(slug)) for other in others}
        put(draft, name, "some", cast, world)
        first = str(draft.values[slug])
        number = len(others) + 1
        if first in taken:
            draft.values[slug] = f"{first}（{number}）"


def _named(draft: Draft, slug: str) -> list[str]:
    if slug in SPEAKING:
        speakers = draft.values.get("speakers", ())
        return [one["name"] for one in speakers if one["role"] == slug]
    return split(str(draft.values.get(_PERSONS[slug], "")))


def _besides(draft: Draft, wanted: Wanted, world: World) -> None:
    """Makes a draft of another kind besides. Raises MisfitError where records of the
    one kind are not of the other's family."""
    known = vocabulary().kinds
    for kind in words_of(wanted):
        if kind not in known or known[kind].family != draft.family:
            raise MisfitError(kind)
        if not world.kinds(kind) & set(draft.kinds):
            draft.kinds.append(kind)


def said(world: World, attribute: str, word: str, values: list[str]) -> bool:
    """Whether a word is among values, in one of its forms."""
    return spelt(world.forms(attribute, word), attribute, tuple(values))


def key_of(draft: Draft, slug: str) -> Key | None:
    """The key that records of these kinds have for a slug."""
    words = vocabulary()
    families = words.families(tuple(draft.kinds))
    for key in words.key_slugs("record").get(slug, ()):
        if not key.serves or key.serves & families:
            return key
    return None


def example(slug: str, key: Key, day: date) -> str:
    """A value where it is only asked that there be one."""
    if slug in EXAMPLES:
        return EXAMPLES[slug]
    if slug == "due":
        return str(min(day + timedelta(days=90), date(day.year, 12, 31)))
    kind, _, values = key.type.partition(" ")
    named = vocabulary().value_names.get(values)
    if kind in ("one", "some") and named:
        return next(iter(named))
    return {
        "date": str(day),
        "dates": str(day),
        "int": "1",
        "number": "1",
        "period": str(day.year),
    }.get(kind, "写明")


def _list(draft: Draft, slug: str, wanted: Wanted, key: Key, world: World) -> None:
    have: list[str] = draft.values.setdefault(slug, [])
    choices = choices_of(wanted)
    if choices:
        if not any(said(world, slug, word, have) for word in choices):
            have.append(choices[0])
        return
    have.extend(w for w in words_of(wanted) if not said(world, slug, w, have))
    if not have:
        have.append(example(slug, key, draft.day))
    while len(have) < least(wanted):
        have.append(f"{example(slug, key, draft.day)}{len(have) + 1}")


def _single(draft: Draft, slug: str, wanted: Wanted, key: Key, world: World) -> None:
    held = None if slug in draft.loose else draft.values.get(slug)
    number = least(wanted)
    if held:
        if wanted == "some":
            return
        if any(said(world, slug, word, [str(held)]) for word in choices_of(wanted)):
            return
        if number and str(held).isdigit():
            draft.values[slug] = str(max(int(held), number))
            return
        raise MisfitError(slug)
    words = words_of(wanted)
    if words or number:
        draft.loose.discard(slug)
        draft.values[slug] = words[0] if words else str(number)
    elif slug not in draft.values:
        draft.loose.add(slug)
        draft.values[slug] = example(slug, key, draft.day)


# --- keys whose value is neither: (draft, slug, wanted, cast, world) -------------------


def _speakers(
    draft: Draft, slug: str, wanted: Wanted, cast: Cast, world: World
) -> None:
    if isinstance(wanted, Condition) and (wanted.which or wanted.is_):
        # Of these persons so many; their number is not made up with others.
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
    """Lets persons speak in a role, and others until there are so many. Raises
    NobodyError where there are not so many."""
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


def _evidence(
    draft: Draft, _slug: str, wanted: Wanted, _cast: Cast, _world: World
) -> None:
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
    filler = "写明内容" if slug == "sections" else "无"
    words = words_of(wanted) or ([] if have else ["自学要求"])
    for word in words:
        if not said(world, slug, word, list(have)):
            have[word] = filler


def _steps(draft: Draft, _slug: str, wanted: Wanted, _cast: Cast, world: World) -> None:
    """Adds steps that are not there; an order that is asked for holds from then on,
    whatever other order is asked for besides."""
    have: list[dict[str, Value]] = draft.values.setdefault("steps", [])
    named = []
    for word in words_of(wanted) or ["批评和自我批评"]:
        step = next(
            (one for one in have if said(world, "steps", word, [one["name"]])), None
        )
        if step is None:
            step = {"name": word, "participants": "all"}
            have.append(step)
        named.append(step["name"])
    if isinstance(wanted, Condition) and wanted.in_order:
        draft.orders.append(named)
        draft.values["steps"] = _in_order(have, draft.orders)


def _in_order(
    steps: list[dict[str, Value]], orders: list[list[str]]
) -> list[dict[str, Value]]:
    """Steps in all of some orders, else as they stand. Raises MisfitError where no
    order is all of them."""
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
    draft: Draft, slug: str, wanted: Wanted, cast: Cast, _world: World
) -> None:
    names = list(cast.officers) + [m for m in cast.members if m not in cast.officers]
    draft.values.setdefault(slug, joined(names[: max(1, least(wanted))]))


def _on_slot(
    draft: Draft, slug: str, wanted: Wanted, _cast: Cast, world: World
) -> None:
    """Nothing is written: the day itself is on the branch's weekday, or is not."""
    slot = weekday_of(str(world.profile.attributes.get("weekly_slot", "")))
    if (slot is not None and is_on_slot(draft.day, slot)) != (wanted == "yes"):
        raise MisfitError(slug)


def _filed(
    draft: Draft, _slug: str, _wanted: Wanted, _cast: Cast, world: World
) -> None:
    to = world.profile.unit or "上级党组织"
    draft.values.setdefault("filings", [{"to": to, "date": draft.day}])


def _numbered(
    draft: Draft, slug: str, wanted: Wanted, _cast: Cast, _world: World
) -> None:
    count = max(1, least(wanted))
    words = words_of(wanted) or [f"第{n}条" for n in range(1, count + 1)]
    draft.values.setdefault(slug, list(words))


def _items(draft: Draft, slug: str, wanted: Wanted, _cast: Cast, _world: World) -> None:
    have: list[dict[str, Value]] = draft.values.setdefault(slug, [])
    while len(have) < max(1, least(wanted)):
        have.append({"name": f"第{len(have) + 1}项"})


_SPECIAL: dict[str, Callable[[Draft, str, Wanted, Cast, World], None]] = {
    "speakers": _speakers,
    "speaker_minutes": _minutes,
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
    "positive": _numbered,
    "negative": _numbered,
    "items": _items,
}
