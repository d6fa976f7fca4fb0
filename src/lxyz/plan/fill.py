"""Puts what a pattern asks of a record into a draft."""

from __future__ import annotations

from collections.abc import Sequence

from lxyz.facts.attributes import WRITTEN_AS, ballots
from lxyz.facts.fact import SPEAKING
from lxyz.kinds.world import World
from lxyz.packs.asked import choices_of, least, most, refused_of, words_of
from lxyz.packs.model import Condition, Wanted
from lxyz.plan.cast import Cast
from lxyz.plan.customs import usual_form
from lxyz.plan.draft import Draft, MisfitError, NobodyError, split
from lxyz.plan.example import example, key_of, said, value_of
from lxyz.plan.special import SPECIAL, speak
from lxyz.vocabulary import Key, vocabulary

# Keys whose value is a list: one sitting can serve many wishes by them.
_LISTS = frozenset(
    "materials forms agenda aspects sources decisions audience about households "
    "category".split()
)
# Roles, with the key of a record that names who stands in them.
_PERSONS = {
    **dict.fromkeys(SPEAKING, "speakers"),
    **dict.fromkeys(("about", "owner", "participant"), "members"),
    **{role: role for role in ("responsible", "host", "recorder", "to")},
}


def put(draft: Draft, name: str, wanted: Wanted, cast: Cast, world: World) -> None:
    """Makes an attribute of a draft as wanted; what it says already stays.

    Raises MisfitError where it says something else, or such records have no such
    key."""
    slug = WRITTEN_AS.get(name, name)
    if wanted == "none":
        if draft.values.get(slug):
            raise MisfitError(name)
        return
    if slug in ballots():
        raise MisfitError(name)  # how votes are cast, nobody can plan
    if name == "kind":
        _besides(draft, wanted, world)
        return
    named = "speakers" if slug in SPEAKING else slug
    key, special = key_of(draft, named, world), SPECIAL.get(named)
    is_key = special is None or named in vocabulary().key_slugs("record")
    if is_key and key is None and _only_limits(wanted):
        return  # such records have no such key, so they cannot say too much
    if is_key and key is None:
        raise MisfitError(name)
    if special is not None:
        special(draft, slug, wanted, cast, world)
        return
    held = draft.values.get(slug) or []
    texts = [held] if isinstance(held, str) else [str(one) for one in held]
    if any(said(world, slug, word, texts) for word in refused_of(wanted)):
        raise MisfitError(name)
    if _only_limits(wanted) and refused_of(wanted):
        return  # a refused word that is not written needs nothing
    assert key is not None
    if key.type == "records":
        raise MisfitError(name)
    if slug in _LISTS:
        _list(draft, slug, wanted, key, world)
    else:
        _single(draft, slug, wanted, key, world)


def _only_limits(wanted: Wanted) -> bool:
    """Whether a condition only refuses words, or limits from above: saying nothing
    meets it."""
    if not isinstance(wanted, Condition):
        return False
    bare = Condition(not_=wanted.not_, max=wanted.max, under=wanted.under)
    return wanted == bare


def differ(
    draft: Draft,
    name: str,
    others: Sequence[Draft],
    told: frozenset[str],
    cast: Cast,
    world: World,
) -> None:
    """Gives a draft an attribute, or a person in a role, that counts as a different
    one.

    It is one that no other draft has and that does not count already (`told`). A draft
    has a day of its own anyway. Raises MisfitError where it has one of theirs,
    NobodyError where no person is left."""
    slug = WRITTEN_AS.get(name, name)
    if slug == "date":
        return
    if slug in _PERSONS:
        taken = {one for other in others for one in _named(other, slug)} | told
        if not {*_named(draft, slug)} <= taken:
            return
        if slug == "to":  # nobody is talked to by himself
            taken |= {*split(str(draft.values.get("from", "")))}
        person = next((m for m in cast.members if m not in taken), None)
        if person is None:
            raise NobodyError(name)
        if slug in SPEAKING:
            speak(draft, slug, (person,), cast)
        elif slug == "to":
            draft.values["to"] = person
        else:
            draft.values.setdefault(_PERSONS[slug], person)
    else:
        taken = {str(other.values.get(slug)) for other in others}
        put(draft, name, "some", cast, world)
        value = draft.values.get(slug)
        if value is None:
            return  # nothing is written: all are wanted at a sitting
        texts = value if isinstance(value, list) else [value]
        if str(value) in taken or told.issuperset(map(str, texts)):
            other = f"{texts[0]}（{len(others) + len(told) + 1}）"
            draft.values[slug] = [other] if isinstance(value, list) else other


def _named(draft: Draft, slug: str) -> list[str]:
    if slug in SPEAKING:
        speakers = draft.values.get("speakers", ())
        return [one["name"] for one in speakers if one["role"] == slug]
    return split(str(draft.values.get(_PERSONS[slug], "")))


def _besides(draft: Draft, wanted: Wanted, world: World) -> None:
    """Makes a draft of a further kind. Raises MisfitError for a kind of another
    family."""
    known = vocabulary(world.profile.kinds).kinds
    for kind in words_of(wanted):
        if kind not in known or known[kind].family != draft.family:
            raise MisfitError(kind)
        if not world.kinds(kind) & set(draft.kinds):
            draft.kinds.append(kind)


def _list(draft: Draft, slug: str, wanted: Wanted, key: Key, world: World) -> None:
    have: list[str] = draft.values.setdefault(slug, [])
    choices = choices_of(wanted)
    if choices:
        if not any(said(world, slug, word, have) for word in choices):
            have.append(choices[0])
        return
    have.extend(w for w in words_of(wanted) if not said(world, slug, w, have))
    if not have:
        usual = usual_form(draft.kinds) if slug == "forms" else ""
        have.append(usual or example(slug, key, draft.day))
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
    if words_of(wanted) or number or most(wanted):
        draft.loose.discard(slug)
    elif slug in draft.values:
        return
    else:
        draft.loose.add(slug)
    draft.values[slug] = value_of(slug, wanted, key, draft.day)
