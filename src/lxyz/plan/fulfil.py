"""Makes a draft into what a wish asks for: its kinds, its people, what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import periods
from lxyz.facts.fact import PLAN_ITEMS, Fact
from lxyz.packs.asked import (
    attributes_of,
    kinds_of,
    least,
    levels_of,
    patterns,
    roles_of,
    same_of,
    wants_all,
)
from lxyz.packs.model import Condition, Wanted
from lxyz.packs.number import number
from lxyz.plan import inside
from lxyz.plan.cast import Cast, cast_of
from lxyz.plan.customs import customs
from lxyz.plan.draft import Draft, MisfitError, Value, joined
from lxyz.plan.example import key_of
from lxyz.plan.fill import differ, put
from lxyz.plan.lacking import counted_already
from lxyz.plan.roles import in_role, invite, stand, talk, talk_to
from lxyz.plan.wish import Wish
from lxyz.records.making import REQUIRED
from lxyz.vocabulary import vocabulary

# Roles of the persons that a record is about; all are named under one key.
_OF_WHOM = frozenset(("about", "owner", "participant"))
_NAMING = _OF_WHOM | {"to"}
_GUESTS = frozenset(("guest",))


class Kinds(NamedTuple):
    """The kinds that a record needs for a wish.

    - `named`: the kinds as the pattern names them
    - `all`: all of them are needed, not just one
    - `also`: for each of them, the kinds whose records also are of it
    """

    named: tuple[str, ...]
    all: bool
    also: tuple[frozenset[str], ...]

    def of(self, draft: Draft | None) -> set[str]:
        """The kinds that a draft must have (None: a new record).

        Where any will do, it is one that the draft has already, if it has one."""
        if self.all:
            return set(self.named)
        for also in self.also if draft is not None else ():
            assert draft is not None
            own = [kind for kind in draft.kinds if kind in also]
            if own:
                return {min(own)}
        together = [kind for kind in self.named if kind in customs().together]
        return {(together or self.named)[0]}


def kinds_of_wish(wish: Wish) -> Kinds:
    """The kinds that a wish needs. Raises MisfitError where no kind would do."""
    kinds = tuple(inside.LISTS.get(kind, kind) for kind in kinds_of(wish.pattern))
    if (shared := _same_kinds(wish)) is not None:
        kinds = tuple(kind for kind in kinds if kind in shared)
        if not kinds:
            raise MisfitError("kind")
    every = wants_all(wish.pattern)
    return Kinds(kinds, every, tuple(wish.world.kinds(kind) for kind in kinds))


def is_of_above(wish: Wish) -> bool:
    """Whether a wish is for an act of the committee above.

    So it is, too, for kinds of a pack that always are such acts; their records say
    so."""
    if levels_of(wish.pattern)[:1] == ("above",):
        return True
    own = vocabulary(wish.world.profile.kinds).above - vocabulary().above
    return own.issuperset(kinds_of(wish.pattern))


def _same_kinds(wish: Wish) -> frozenset[str] | None:
    """The kinds one of which is needed, where it must be a kind of the fact of
    `each`."""
    fact = wish.case.fact
    for own, other in same_of(wish.pattern):
        if own == "kind" and fact is not None:
            named = fact.kinds if other == "kind" else fact.attrs.get(other, ())
            return frozenset(named)
    return None


def in_common(wish: Wish, of: Draft | None) -> dict[str, Value]:
    """What a record must say because the record that the wish is about says it, without
    kinds.

    `of` is the draft of that record. Raises MisfitError where it does not say it."""
    fact = wish.case.fact
    if fact is None:
        return {}
    held = {**fact.attrs, **({} if of is None else of.values)}
    made: dict[str, Value] = {}
    for own, other in same_of(wish.pattern):
        if own == "kind" or other in ("kind", "date") or other in fact.people:
            continue
        if not (value := held.get(other)):
            raise MisfitError(other)
        several = isinstance(value, (list, tuple, frozenset))
        made[own] = sorted(map(str, value)) if several else str(value)
    return made


def unsaid(wish: Wish, of: Draft) -> list[str]:
    """The keys that the record of a wish must share with `of`, but `of` does not say
    yet.

    Empty where another pattern of the rule asks only for what it says."""
    people = {} if wish.case.fact is None else wish.case.fact.people
    every = [
        [
            other
            for own, other in same_of(pattern)
            if own != "kind" and not of.values.get(other) and other not in people
        ]
        for pattern in (wish.pattern, *patterns(wish.rule))
    ]
    return every[0] if all(every) else []


def fulfil(draft: Draft, wish: Wish, others: Sequence[Draft], of: Draft | None) -> None:
    """Makes a draft into what a wish asks for.

    `others` are drafts that serve the same wish already; `of` is the draft that the
    wish is about, if any. Raises MisfitError if it cannot; the draft is then half
    changed."""
    for kind in sorted(kinds_of_wish(wish).of(draft)):
        if not wish.world.kinds(kind) & set(draft.kinds):
            draft.kinds.append(kind)
    cast = cast_of(wish.world, draft.day, wish.persons)
    _people(draft, wish, cast)
    _period(draft, wish, others)
    if kinds_of(wish.pattern)[0] in inside.LISTS:
        inside.add_problem(draft, wish)
        return
    for name, wanted in _attributes(wish):
        put(draft, name, wanted, cast, wish.world)
    if wish.rule.count is not None and (apart := wish.rule.count.distinct):
        told, of_whom = counted_already(wish.rule, wish.case, wish.world, apart)
        if of_whom is not None:
            among = tuple(one for one in cast.members if one in of_whom)
            cast = cast._replace(members=among)
        differ(draft, apart, others, told, cast, wish.world)
    for own, value in in_common(wish, of).items():
        if isinstance(value, list):  # one of them is enough
            put(draft, own, tuple(value), cast, wish.world)
        elif draft.values.setdefault(own, value) != value:
            raise MisfitError(own)
    if wish.pattern.link:
        _link(draft, wish, of)
    if wish.case.fact is not None and not PLAN_ITEMS.isdisjoint(wish.case.fact.kinds):
        tell_of(draft, wish.case.fact)


def tell_of(draft: Draft, item: Fact) -> None:
    """Lets a sitting say that it is about an item of a plan.

    Of several items of the same days, a sitting carries out those that it tells of."""
    about = item.attrs.get("content", "")
    told = draft.values.get("content", "")
    if draft.family == "activity" and about not in told:
        draft.values["content"] = "；".join(filter(None, (told, about)))


def _link(draft: Draft, wish: Wish, of: Draft | None) -> None:
    """Lets a draft refer to the record that the wish is about, unless that is
    itself."""
    fact = wish.case.fact
    if of is not None:
        if of.number not in (draft.number, *draft.rests_on):
            draft.rests_on = (*draft.rests_on, of.number)
    elif fact is not None and fact.date is not None:
        kind = vocabulary().kind_name(min(fact.kinds))
        refs = draft.values.setdefault("based_on", [])
        if (ref := f"{fact.date} {kind}") not in refs:
            refs.append(ref)


def _attributes(wish: Wish) -> Iterator[tuple[str, Wanted]]:
    for name, wanted in (*attributes_of(wish.pattern).items(), *wish.extra.items()):
        giver = name in ("from", "to") and isinstance(wanted, Condition)
        if not giver:
            yield name, wanted
    count = wish.rule.count
    if count is not None and (measured := count.sum or count.mean):
        most = customs().a_day.get(count.sum or "")
        need = count.min or count.over
        if most is not None and need is not None and number(need) > most:
            yield measured, Condition(min=str(most))
        else:
            yield measured, Condition(min=count.min, over=count.over)


def days_on_end(wish: Wish) -> tuple[int, bool]:
    """How many days a record for a wish must last (default 1), and whether working
    days."""
    asked = {name: least(one) for name, one in _attributes(wish)}
    days, working = asked.get("days", 0), asked.get("workdays", 0)
    return max(days, working, 1), working > days


def _name(draft: Draft, wish: Wish, cast: Cast, persons: tuple[str, ...]) -> None:
    """Makes a draft a record about these persons, members or not."""
    if "heart-to-heart-talk" in _written_as(draft, wish):
        talk_to(draft, wish, cast, persons)
        return
    if key_of(draft, "members", wish.world) is None:
        raise MisfitError("members")
    names = joined(persons)
    if draft.values.setdefault("members", names) != names:
        raise MisfitError("members")


def _people(draft: Draft, wish: Wish, cast: Cast) -> None:
    # Persons whom the record must name, as a fact of the profile is about them.
    if persons := in_role(wish, _NAMING):
        _name(draft, wish, cast, tuple(sorted(persons)))
        return
    if guests := in_role(wish, _GUESTS):
        invite(draft, tuple(sorted(guests)))
    roles, levels = roles_of(wish.pattern), levels_of(wish.pattern)
    if is_of_above(wish):
        unit = wish.world.profile.unit
        if not unit:
            raise MisfitError("organizer")
        draft.values.setdefault("organizer", unit)
    if "heart-to-heart-talk" in _written_as(draft, wish):
        talk(draft, wish, cast)
    elif wish.persons and roles:
        # At a sitting that may be one with others all are present anyway: members are
        # named there only if the record is about them.
        joint = not customs().together.isdisjoint(draft.kinds)
        named = not joint or _OF_WHOM.issuperset(roles)
        named = named and key_of(draft, "members", wish.world) is not None
        stand(draft, roles, cast, named=named)
    elif wish.pattern.link == "self":
        return  # the record itself says whose it is
    elif draft.family == "persons" and levels[:1] in ((), ("branch",)):
        _of_the_branch(draft, wish, cast)
    elif (draft.family == "persons" and "members" not in draft.values) or (
        draft.family == "document" and levels[:1] == ("member",)
    ):
        draft.values["members"] = "all"


def _written_as(draft: Draft, wish: Wish) -> frozenset[str]:
    """The kinds of a draft, kinds of packs replaced by those they are written like."""
    return vocabulary(wish.world.profile.kinds).families(tuple(draft.kinds))


def _of_the_branch(draft: Draft, wish: Wish, cast: Cast) -> None:
    """Makes a draft a record of the branch itself, and of no member.

    Where such records always name somebody, it names the secretary."""
    if any("members" in REQUIRED.get(kind, ()) for kind in _written_as(draft, wish)):
        if not cast.secretary:
            raise MisfitError("members")
        draft.values.setdefault("members", cast.secretary)
    elif "members" in draft.values:
        raise MisfitError("owner")
    else:
        draft.values["owner"] = "branch"


def _period(draft: Draft, wish: Wish, others: Sequence[Draft]) -> None:
    """Writes for which period a record counts, where it says that apart from its day.

    Of several months it is one that neither `others` have, nor records of these
    persons."""
    period = wish.case.window.period
    if "dues-payment" in _written_as(draft, wish) and period is not None:
        done = {one.values.get("month") for one in others}
        for fact in wish.world.facts.of(["dues-payment"]):
            if fact.period and not fact.people["about"].isdisjoint(wish.persons):
                done.add(fact.period.label)
        every = periods("month", period.first.year)
        months = [
            m.label for m in every if m.last >= period.first and m.first <= period.last
        ]
        free = [month for month in months if month not in done] or months
        if draft.values.setdefault("month", free[0]) not in free:
            raise MisfitError("month")
        draft.values.setdefault("by", "self")
    elif (
        period is not None
        and draft.family == "document"
        and customs().early & set(draft.kinds)
    ):
        draft.values.setdefault("period", period.label)
