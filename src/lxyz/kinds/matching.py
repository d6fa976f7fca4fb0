"""Patterns made ready: the facts that each means, tried once for all cases of a
rule."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from lxyz.facts.fact import PART, UNMET, UNPROVEN, Fact, lacks_day_of
from lxyz.kinds.conditions import Missing, condition, on_its_day
from lxyz.kinds.dated import NONE, Dated, Hit, Miss, few
from lxyz.kinds.items import items_planning
from lxyz.kinds.levels import counted_levels
from lxyz.kinds.meaning import meaning_of
from lxyz.kinds.persons import stands_as
from lxyz.kinds.sayings import is_left_open, told_of
from lxyz.kinds.trial import BASED_ON, NO_HITS, Hits, Trial
from lxyz.kinds.values import spelt, texts
from lxyz.kinds.world import World
from lxyz.packs.asked import must_last
from lxyz.packs.model import Pattern, Rule
from lxyz.packs.part import listed

ABOVE = frozenset(("above",))
_OTHERS = frozenset(("group", "above", "elsewhere"))
_PERIODS = PART | {"month", "period", "counts_for"}
"""Names in `Fact.unknown` which say that it is open for which time the fact counts."""


class Matcher:
    """A pattern in a world.

    `levels` are the levels of the facts meant (None: any); the other attributes are
    those of `Meaning`. With `placed`, the conditions `on_day` are left to the placing,
    which asks them on the day of each window; otherwise they are checked like all
    others, on the day judged."""

    def __init__(
        self,
        world: World,
        pattern: Pattern,
        levels: frozenset[str] | None,
        *,
        placed: bool = False,
    ) -> None:
        self.world = world
        self.levels = levels
        lasting = world.lasting
        (
            self.kinds,
            self.everything,
            self.called,
            self.roles,
            self.link,
            self.itself,
            self.same,
            self.joins,
            self.root,
            self.wanted,
            self.on_day,
            self.state,
        ) = lasting.made("meaning", pattern, lambda: meaning_of(pattern, lasting))
        self.lasts = must_last(pattern)
        self.checks = [
            (attribute, condition(world, attribute, wanted))
            for attribute, wanted in self.wanted.items()
        ]
        if self.on_day and not placed:
            self.checks.extend(
                (attribute, on_its_day(world, attribute, wanted))
                for attribute, wanted in self.on_day.items()
            )
            self.wanted, self.on_day = {**self.wanted, **self.on_day}, {}
        elif self.on_day:
            self.joins = True  # to a case, by its day

    # --- facts on their own --------------------------------------------------------

    def fits(self, fact: Fact) -> bool:
        """Whether a fact has one of the levels, all further kinds (`everything`) and
        the root.

        A record beside it that tells of the same sitting may have a further kind.
        `kinds`, the state and the conditions are not looked at: callers look facts up
        by kind and state."""
        if self.levels is not None and fact.level not in self.levels:
            return False
        return self._is_meant(fact)

    def _is_meant(self, fact: Fact) -> bool:
        for kinds in self.everything:
            if _lacks(fact, kinds):
                return False
        root = self.root
        return root is None or any(root in link.kinds for link in fact.links)

    def match(self, fact: Fact, missing: Missing) -> bool | None:
        """Whether a fact fits and keeps every condition; None where a condition is
        unknown.

        What is missing to know it is added to `missing`. Kinds and state are not looked
        at (`fits`), nor whose role it is, nor what it is joined to."""
        if not self.fits(fact):
            return False
        result: bool | None = True
        for _, check in self.checks:
            one = check(fact, missing)
            if one is False:
                return False
            if one is None:
                result = None
        return result

    def means(self, fact: Fact) -> bool:
        """Whether a fact is surely of the kinds and state, fits and keeps every
        condition.

        Persons and joins are left aside."""
        if self.kinds.isdisjoint(fact.kinds) or fact.state != self.state:
            return False
        return self.match(fact, []) is True

    @cached_property
    def of_others(self) -> Dated[Miss]:
        """The facts that fail by their level alone: a group's, another branch's, or
        from above.

        `why` is that level."""
        levels = self.levels
        if levels is None:
            return NONE
        return Dated(
            [
                Miss(fact, fact.level)
                for fact in self.world.of(self.kinds, self.state)
                if fact.level in _OTHERS - levels
                and self._is_meant(fact)
                and all(check(fact, []) for _, check in self.checks)
            ]
        )

    @cached_property
    def of_fewer_kinds(self) -> Dated[Miss]:
        """The facts that lack just one of several kinds; `why` is that kind."""
        if not self.called:
            return NONE
        levels, every = self.levels, (self.kinds, *self.everything)
        named = tuple(zip(self.called, every, strict=True))
        lacking = [
            (fact, [one for one, kinds in named if _lacks(fact, kinds)])
            for fact in self.world.of(frozenset().union(*every), self.state)
            if levels is None or fact.level in levels
        ]
        return Dated(
            [
                Miss(fact, lacks[0])
                for fact, lacks in lacking
                if len(lacks) == 1 and all(check(fact, []) for _, check in self.checks)
            ]
        )

    @cached_property
    def trial(self) -> Trial:
        """The facts of `whatever`, tried by the conditions; shared by all patterns that
        say so."""
        world, kinds, levels = self.world, self.kinds, self.levels
        said = tuple(
            (name, one if isinstance(one, (str, tuple)) else id(one))
            for name, one in self.wanted.items()
        )
        return world.shared(
            ("trial", kinds, levels, self.everything, self.root, said, self.state),
            lambda: Trial(self.whatever(), self.checks),
        )

    def whatever(self) -> list[Hit]:
        """The facts of the kinds, the state, the levels and the root, whatever their
        conditions."""
        world, kinds, state = self.world, self.kinds, self.state
        asked = (kinds, *self.everything)
        return world.shared(
            ("sure", kinds, self.levels, self.everything, self.root, state),
            lambda: [
                _hit(fact, asked) for fact in world.of(kinds, state) if self.fits(fact)
            ],
        )

    @cached_property
    def items(self) -> list[Fact]:
        """The items of plans that plan what is meant, the first to end first."""
        return items_planning(
            self.world, self.kinds, self.everything, self.levels, self.checks
        )

    # --- facts for a case ----------------------------------------------------------

    def hits(self, person: str, anchor: Fact | None) -> Hits:
        """The facts that may be meant and belong to `anchor`; `parts` without its
        doubtful part."""
        return self.parts(person, anchor)[0]

    def parts(self, person: str, anchor: Fact | None) -> tuple[Hits, ...]:
        """The facts that may be meant, in one list or two.

        The first holds those that may belong to the fact of `each` (`anchor`; None:
        there is none); the second those that leave open whether they do. Where the
        pattern names roles, only the facts in which `person` stands, or may stand, in
        one of them are in the lists."""
        if person and self.roles:
            hits = self.trial.of_person(person, self.roles)
        else:
            hits = self.trial.hits
        if anchor is None or few(hits.all):
            return (hits,)
        return self._parts(hits, anchor)

    def _parts(self, hits: Hits, anchor: Fact) -> tuple[Hits, ...]:
        if self.itself or self.link:
            record = record_of(anchor)
            own = hits.of_fact(record)
            return (own,) if self.itself else (own, hits.free(record.kinds))
        if not self.same or "kind" in self.same[0]:
            return (hits,)
        name, other = self.same[0]
        theirs = _side(anchor, other)
        if theirs is None:
            return NO_HITS, hits.lacking(other)
        forms = (self.world.forms_of(name, text) for text in texts(theirs))
        return hits.saying(name, frozenset().union(*forms)), hits.untold(name)

    def planning(self, anchor: Fact | None) -> list[Fact]:
        """The items of plans that may plan it for the fact of `each`, the first to end
        first.

        `anchor` is that fact (None: there is none)."""
        if anchor is None or few(self.items):
            return self.items
        parts = self._parts(self._planning, anchor)
        found = [hit.fact for part in parts for hit in part.all]
        return sorted(found, key=lambda item: (item.end, item.rank))

    @cached_property
    def _planning(self) -> Hits:
        return Hits([Hit(item, True) for item in self.items])

    def misses(self, person: str, anchor: Fact | None) -> Dated[Miss]:
        """The facts that fail by one condition alone; `why` is its attribute.

        With a link, only those of the fact of `each` (`anchor`). Where they are many,
        only those that name `person`."""
        trial = self.trial
        if anchor is not None and (self.link or self.itself):
            return trial.misses_of(record_of(anchor))
        if person and self.state == "held" and not few(trial.misses):
            return trial.misses_by_person.get(person, NONE)
        return trial.all_misses

    def away(self, person: str) -> Dated[Miss]:
        """The facts a person would stand in, had he been there; `why` is his state
        instead."""
        return self.trial.away(person, self.roles) if self.roles else NONE

    @cached_property
    def cancelled(self) -> Dated[Miss]:
        """The cancelled facts that would be meant, had they been held; `why` is the
        reason given."""
        return Dated(
            [
                Miss(fact, str(fact.attrs.get("reason", "")))
                for fact in self.world.of(self.kinds, "cancelled")
                if self.match(fact, []) is not False
            ]
        )

    def joined(self, fact: Fact, anchor: Fact, missing: Missing) -> bool | None:
        """Whether a fact belongs to the fact of `each` (`anchor`): by link and by
        common values.

        None where it cannot be known; what is missing is then added to `missing`."""
        if self.itself or self.link:
            record = record_of(anchor)
            if self.itself and fact is not record:
                return False
            if self.link and fact is not record and not fact.refers_to(record):
                if fact.links or fact.kinds & record.kinds:
                    return False
                missing.append(BASED_ON)
                return None
        for own, other in self.same:
            theirs = _side(anchor, other)
            if theirs is None:
                missing.append(other)
                return None
            mine = _side(fact, own)
            if mine is None:
                if not is_left_open(fact, own):
                    return False
                missing.append(own)
                return None
            if own == "kind":
                alike = self._of_kind(fact, theirs)
            elif other == "kind":
                alike = self._of_kind(anchor, mine)
            else:
                alike = self.alike(own, mine, theirs)
            if not alike:
                return False
        return True

    def sides(self, anchor: Fact) -> tuple[object, ...]:
        """The values of the fact of `each` that decide which facts belong to it.

        Two facts of `each` with the same values have the same facts."""
        own = (record_of(anchor).rank,) if self.itself or self.link else ()
        return (*own, *(_side(anchor, other) for _, other in self.same))

    def stands(self, fact: Fact, day: date, missing: Missing) -> bool:
        """Whether what the profile gives keeps the conditions `on_day`, or may keep
        them."""
        return all(
            stands_as(self.world, fact, attribute, wanted, day, missing) is not False
            for attribute, wanted in self.on_day.items()
        )

    def _of_kind(self, fact: Fact, kinds: object) -> bool:
        """Whether a fact is of one of these kinds, in this pack."""
        return any(self.world.kinds(kind) & fact.kinds for kind in texts(kinds))

    def alike(self, attribute: str, mine: object, theirs: object) -> bool:
        """Whether two values share a text, in any form the pack knows of it."""
        forms = (self.world.forms_of(attribute, text) for text in texts(theirs))
        return any(spelt(known, attribute, mine) for known in forms)


def _lacks(fact: Fact, kinds: frozenset[str]) -> bool:
    """Whether neither a fact nor a record beside it of the same sitting is of these
    kinds."""
    return kinds.isdisjoint(fact.kinds) and kinds.isdisjoint(
        fact.attrs.get("beside", ())
    )


def record_of(anchor: Fact) -> Fact:
    """The record that a link means; for a duty not kept, the record that the duty is
    about."""
    if UNMET in anchor.kinds and anchor.links:
        return record_of(anchor.links[0])
    return anchor


def _hit(fact: Fact, asked: tuple[frozenset[str], ...]) -> Hit:
    """A fact as a hit, with what is missing to know whether it counts.

    `asked` are sets of kinds; the fact has one kind of each. It is not sure where its
    day is not written, where it cannot be read or is left open whether it was held, or
    for which time it counts, and where one of these sets is met only by kinds that are
    in doubt."""
    if not fact.unknown:
        return Hit(fact, True)
    if fact.date is None and "date" in fact.unknown:
        return Hit(fact, False, (lacks_day_of(fact) or "date",))
    if not fact.unknown.isdisjoint(UNPROVEN):
        return Hit(fact, False, ("attendance",))
    if unread := fact.unknown & _PERIODS:
        return Hit(fact, False, (min(unread - PART, default="period"),))
    meant = (fact.kinds & kinds for kinds in asked)
    if any(kinds and kinds <= fact.unknown for kinds in meant):
        return Hit(fact, False, ("held",))
    return Hit(fact, True)


def _side(fact: Fact, name: str) -> object:
    """What a fact says on one side of a join: kinds, its day, a role, or an
    attribute."""
    return fact.kinds if name == "kind" else told_of(fact, name)


def ready(world: World, rule: Rule, of: Pattern | tuple[Pattern, ...]) -> list[Matcher]:
    """The matchers of a pattern of a rule, or of each of several patterns; made
    once."""

    def make() -> list[Matcher]:
        levels = counted_levels
        return [
            Matcher(world, one, levels(rule.for_, one), placed=True)
            for one in listed(of)
        ]

    return world.made(f"matchers:{rule.for_}", of, make)
