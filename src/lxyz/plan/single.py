"""Records that satisfy one rule on a branch that has nothing else.

They are written as a plan would write them, to show a person what to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import product

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span, containing, shift
from lxyz.facts.attributes import ballots, weekday_name
from lxyz.facts.build import build_facts
from lxyz.facts.fact import ATTENDED, OF_PROFILE, PLAN_ITEMS, Fact
from lxyz.files import Document
from lxyz.kinds import World
from lxyz.kinds.case import Case, Window
from lxyz.packs.asked import (
    attributes_of,
    kinds_of,
    least,
    levels_of,
    patterns,
    roles_in,
    roles_of,
    wants_all,
    words_of,
)
from lxyz.packs.bind import Bound
from lxyz.packs.model import Condition, Pattern, Rule, Wanted
from lxyz.plan import inside
from lxyz.plan.cast import Cast, by_group, cast_of
from lxyz.plan.days import weekdays_of
from lxyz.plan.document import PERSONAL, STUDY_PLAN, add_item, demand, finished
from lxyz.plan.draft import FILE, Draft, MisfitError, Value, joined, node_of
from lxyz.plan.fill import put
from lxyz.plan.fulfil import fulfil, kinds_of_wish, unsaid
from lxyz.plan.links import refer
from lxyz.plan.roles import stand
from lxyz.plan.wish import Wish
from lxyz.records import Profile, Record, read_records
from lxyz.verdicts import PERSONS, Level, Outcome, Subject, Verdict
from lxyz.vocabulary import vocabulary

_OUTER = {
    "step": "democratic-evaluation",
    "filing": "progress-report",
    "commitment-check": "commitment",
    "commitment-closed": "commitment",
    "assigned-task-closed": "assigned-task",
}
"""Parts, with the kind of record in which each stands where the rule names none."""
_AWAY = (("absent",), ("excused",))
_BALLOTS = 10


class Days(NamedTuple):
    """The days for the records.

    - `subject`: of the record that the rule is about
    - `wanted`: of the record that it wants
    - `period`: the period for which this counts; None: none
    """

    subject: date
    wanted: date
    period: Span | None


def records_alone(
    rule: Rule, bound: Bound, profile: Profile, days: Days
) -> list[dict[str, Value]]:
    """The records that satisfy a rule: the one that calls for the other first.

    The first pattern and the first member for which it is possible are taken. Empty
    where there can be no such record."""
    for wanted, one in product(_wanted(rule), profile.members):
        try:
            return _Case(rule, bound, profile, days, one.name).records(wanted)
        except MisfitError:
            continue
    return []


def _wanted(rule: Rule) -> tuple[Pattern, ...]:
    """The patterns one of which is to be made.

    For a share with an upper bound it is the whole: a record that is no part of the
    share."""
    count = rule.count
    if count is not None and count.to is not None and (count.max or count.under):
        if OF_PROFILE.isdisjoint(kinds_of(count.to)):
            return (count.to,)
    return patterns(rule)


class _Case(NamedTuple):
    """A case of a rule; `person` is the member it is about, if it is about one."""

    rule: Rule
    bound: Bound
    profile: Profile
    days: Days
    person: str

    def records(self, wanted: Pattern) -> list[dict[str, Value]]:
        """The records for one pattern (`records_alone`). Raises MisfitError where there
        can be none."""
        rule, each = self.rule, self.rule.each
        world = self._world()
        none = rule.count is not None and rule.count.max == "0" and not rule.count.to
        if none and each is None:
            raise MisfitError("max")
        if each is None or rule.has is not None:
            day = self.days.wanted if each is None else self.days.subject
            return _told(self._draft(wanted, day, world, _besides(rule)))
        if each.rule is not None or not OF_PROFILE.isdisjoint(kinds_of(each)):
            return _told(self._second(wanted, world))
        span = rule.span
        due = span is not None and "subject.due" in (span.by, span.after, span.before)
        extra: dict[str, Wanted] = {"due": "some"} if due else {}
        first = self._draft(each, self.days.subject, world, extra)
        if none:
            return _told(first)
        first.number = 0
        world = self._world(_told(first))
        if not {*first.kinds}.isdisjoint(kinds_of(each)):
            fact = self._fact(world)
            wish = self._wish(wanted, self.days.wanted, world, {}, fact)
            if names := unsaid(wish, first):
                for name in names:
                    put(first, name, "some", cast_of(world, first.day, ()), world)
                world = self._world(_told(first))
        second = self._second(wanted, world, first)
        if second is first or (wanted.link and kinds_of(each)[0] in kinds_of(wanted)):
            return _told(second)
        second.number = 1
        return _told(first, second)

    def _second(self, wanted: Pattern, world: World, of: Draft | None = None) -> Draft:
        """The record that is wanted because of the fact the rule is about.

        That fact comes from a draft (`of`) or from the profile."""
        extra, fact = _besides(self.rule), self._fact(world)
        return self._draft(wanted, self.days.wanted, world, extra, fact, of)

    def _fact(self, world: World) -> Fact | None:
        """The fact that the rule is about; None where there is none."""
        assert self.rule.each is not None
        kinds = (world.kinds(kind) for kind in kinds_of(self.rule.each))
        return next(iter(world.of(frozenset().union(*kinds))), None)

    def _world(self, records: Iterable[dict[str, Value]] = ()) -> World:
        """The world in which these are the only records."""
        year = self.days.subject.year
        last, words = date(year + 2, 12, 31), vocabulary(self.profile.kinds)
        read: list[Record] = []
        for one in records:
            read += read_records(Document(FILE, node_of(one, 1), ()), words)[0]
        facts, _ = build_facts(self.profile, read, words, last)
        return World(facts, self.bound, year, last)

    def _wish(
        self,
        pattern: Pattern,
        day: date,
        world: World,
        extra: dict[str, Wanted],
        fact: Fact | None = None,
    ) -> Wish:
        """The wish for one record of a pattern on a day."""
        rule, span, kinds = self.rule, Span(day, day), kinds_of(pattern)
        dues = "dues-payment" in kinds
        period = None if dues or fact is not None else self.days.period
        period = period or containing("month" if dues else "year", day)
        levels = levels_of(pattern)
        grouped = rule.for_ == "group" or levels[:1] == ("group",)
        own = rule.for_ in PERSONS or levels[:1] == ("member",) or roles_of(pattern)
        listed = any(kind.removesuffix("-closed") in inside.LISTS for kind in kinds)
        named = own or not listed
        subject = Subject("branch", "")
        window = Window(span, span, None, period, None)
        group = self.profile.groups[0].name if grouped else ""
        return Wish(
            rule,
            Case(subject, window, "", group, fact),
            Verdict(
                rule.id, (), "", "must", subject, span, None, Outcome.OPEN, Level.NONE
            ),
            (),
            world,
            pattern,
            (),
            extra,
            1,
            (self.person,) if named else (),
            (span,),
            (),
        )

    def _draft(
        self,
        pattern: Pattern,
        day: date,
        world: World,
        extra: dict[str, Wanted],
        fact: Fact | None = None,
        of: Draft | None = None,
    ) -> Draft:
        """The record of a pattern on a day, or the next fitting weekday.

        It also says what no plan could say, such as how votes were cast."""
        asked = attributes_of(pattern)
        if weekdays := weekdays_of({**asked, **extra}.get("weekday", ())):
            near = (shift(day, number) for number in range(7))
            day = next(one for one in near if weekday_name(one) in weekdays)
        if not inside.PARTS.isdisjoint(kinds_of(pattern)):
            asked, extra = {**asked, **extra}, {}
        made_up = _made_up()
        kind = pattern.kind if wants_all(pattern) else kinds_of(pattern)[0]
        plain = pattern.replace(
            kind=kind,
            wanted={name: one for name, one in asked.items() if name not in made_up},
        )
        more = {
            name: one
            for name, one in extra.items()
            if name not in made_up and name != "as"
        }
        wish = self._wish(plain, day, world, more, fact)
        draft = _single(wish, of)
        cast = cast_of(world, draft.day, wish.persons)
        for name, one in (*asked.items(), *extra.items()):
            if name == "as":
                stand(draft, roles_in(one), cast)
            elif name in made_up and one != "none":
                made_up[name](draft, name, one, cast)
        return draft


def _besides(rule: Rule) -> dict[str, Wanted]:
    """What the test of a rule asks of a record beside its pattern."""
    if rule.has is not None:
        return dict(rule.has)
    if rule.cover is not None:
        item = rule.cover.items[0]
        return {rule.cover.tag: item.is_ or item.any}
    count = rule.count
    if count is not None and (measured := count.sum or count.mean):
        return {measured: Condition(min=count.min, over=count.over)}
    return {}


def _told(*drafts: Draft) -> list[dict[str, Value]]:
    """The records of drafts."""
    made = [finished(one.record(), one.day) for one in drafts]
    refer(drafts, made)
    return made


def _single(wish: Wish, of: Draft | None) -> Draft:
    """The record for a wish, on its day; a part is put into `of`."""
    first = kinds_of(wish.pattern)[0]
    if first in PLAN_ITEMS:
        own = first == "personal-plan-item"
        draft = _bare(wish, wish.pattern.root or (PERSONAL if own else STUDY_PLAN))
        draft.values["period"] = str(wish.world.year)
        add_item(draft, wish, of)
        demand(draft, wish)
        when = words_of(attributes_of(wish.pattern).get("planned", ()))
        draft.values["items"][-1]["when"] = (*when, f"{draft.day:%Y-%m}")[0]
        return draft
    if first in inside.PARTS:
        draft = of or _around(wish, first)
        inside.add_part(draft, wish, cast_of(wish.world, draft.day, wish.persons))
        return draft
    kinds = sorted(kinds_of_wish(wish).of(None))
    if not {*kinds} <= vocabulary(wish.world.profile.kinds).kinds.keys():
        raise MisfitError(first)
    wish = by_group(wish, kinds)[0]
    draft, roles = _bare(wish, kinds[0]), roles_of(wish.pattern)
    if roles[:1] in _AWAY and draft.family == "activity":
        draft.values["attendance"] = _without(*wish.persons, *roles[:1])
        roles = ()
    elif draft.family == "persons" and not (roles or levels_of(wish.pattern)):
        roles = () if kinds[0] == "commitment" else ("about",)
    fulfil(draft, wish._replace(pattern=wish.pattern.replace(as_=roles)), (), of)
    return draft


def _without(name: str, role: str) -> dict[str, Value]:
    """The attendance of a sitting at which one person was not present."""
    return {"present": "其余", role: {name: "病假"} if role == "excused" else name}


def _bare(wish: Wish, kind: str) -> Draft:
    family = vocabulary(wish.world.profile.kinds).kinds[kind].family
    span = wish.spans[0]
    draft = Draft((kind,), span.first, family, span, wish.case.group)
    draft.overhangs = True
    return draft


def _around(wish: Wish, first: str) -> Draft:
    """A record in which a part can stand."""
    if first == "evaluation-grade":
        return _bare(wish, first)
    known = vocabulary(wish.world.profile.kinds).kinds
    what = words_of(attributes_of(wish.pattern).get("what", ()))
    named = what[0] if what and what[0] in known else wish.pattern.root
    kind = first.removesuffix("-closed")
    kind = kind if kind in inside.LISTS else named or _OUTER[first]
    role = "owner" if roles_of(wish.pattern) else None
    pattern = Pattern(kind=kind, as_=role)
    return _single(wish._replace(pattern=pattern, extra={}), None)


# --- what no plan can say, since it only comes about: (draft, name, wanted, people) ----


def _votes(draft: Draft, name: str, wanted: Wanted, _cast: Cast) -> None:
    """Ballots, enough or few enough of which are of one sort."""
    made: dict[str, str] = draft.values.setdefault("ballots", {})
    number = max(_BALLOTS, least(wanted))
    few = isinstance(wanted, Condition) and not (wanted.min or wanted.over)
    for slug in ("issued", "returned", "valid"):
        made.setdefault(slug, str(number))
    if name != "ballots":
        made[name] = "0" if few else str(number)


def _from_outside(draft: Draft, *_: object) -> None:
    guest = {"name": "何佳", "role": "lecturer", "from": "市委党校"}
    draft.values["speakers"] = [guest]


def _issued(draft: Draft, *_: object) -> None:
    draft.values.setdefault("issued_on", draft.day)


def _on_list(draft: Draft, _name: str, wanted: Wanted, cast: Cast) -> None:
    names = words_of(wanted) or ["失联"]
    draft.values["lists"] = dict.fromkeys(names, cast.members[-1])


def _taking_part(draft: Draft, _name: str, wanted: Wanted, cast: Cast) -> None:
    number = least(wanted)
    draft.values["members"] = joined((*cast.persons, *cast.members)[: max(1, number)])


def _seen(*_: object) -> None:
    """Writes nothing: the rest of the record tells it."""


_Writer = Callable[[Draft, str, Wanted, Cast], None]


@lru_cache(maxsize=1)
def _made_up() -> Mapping[str, _Writer]:
    return {
        **dict.fromkeys(ballots(), _votes),
        "outside_speaker": _from_outside,
        "issue_days": _issued,
        "named_lists": _on_list,
        **dict.fromkeys(("participant", "members"), _taking_part),
        **dict.fromkeys(ATTENDED, _seen),
        "on_slot": _seen,
    }
