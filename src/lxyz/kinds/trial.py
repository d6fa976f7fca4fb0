"""Facts tried against a pattern, once for all rules that mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Generic, TypeVar

from lxyz.facts.fact import LECTURES, Fact, in_doubt
from lxyz.kinds.conditions import Check
from lxyz.kinds.dated import NONE, Dated, Hit, Miss, Of, by_person
from lxyz.kinds.sayings import Sayings

_AWAY = ("absent", "excused", "unstated")
_LECTURER = "lecturer"
BASED_ON = "based_on"
Made = TypeVar("Made")
Roles = tuple[str, ...]
Only = Callable[[Fact], bool | None]
"""Narrows facts further, as to those that hold an item: whether a fact is kept; None
where its tag cannot be read."""


class Hits(Dated[Hit]):
    """Facts that a pattern means, with look-ups that are worked out once.

    `left_open`: it cannot be known to which fact of `each` these belong."""

    __slots__ = ("_made", "left_open")

    def __init__(self, every: list[Hit], *, left_open: bool = False) -> None:
        super().__init__(every)
        self.left_open = left_open
        self._made: dict[object, Any] = {}

    @property
    def sure(self) -> bool:
        """Whether all of these facts are surely meant."""
        return self._once("sure", lambda: not any(one.missing for one in self.all))

    def such(self, only: Only, tag: str) -> Hits:
        """The hits that `only` keeps; those whose tag cannot be read are kept as
        doubtful."""
        return self._once(only, lambda: self._such(only, tag))

    def _such(self, only: Only, tag: str) -> Hits:
        found: list[Hit] = []
        for hit in self.all:
            kept = only(hit.fact)
            if kept is None:
                missing = tuple(dict.fromkeys((*hit.missing, tag)))
                found.append(Hit(hit.fact, False, missing))
            elif kept:
                found.append(hit)
        return Hits(found, left_open=self.left_open)

    # --- those of a fact of `each` -------------------------------------------------

    def of_fact(self, anchor: Fact) -> Hits:
        """The hits that are a fact or refer to it, directly or through other facts."""
        return Hits(self._once(_OfFact, lambda: _OfFact(self.all)).of(anchor))

    def free(self, kinds: frozenset[str]) -> Hits:
        """The hits that refer to nothing and are of none of these kinds, as doubtful.

        `kinds` are those of a fact of `each`: it is open whether such a hit belongs to
        it."""
        return self._once(
            kinds,
            lambda: _leaving_open(
                (
                    hit
                    for hit in self.all
                    if not hit.fact.links and kinds.isdisjoint(hit.fact.kinds)
                ),
                BASED_ON,
            ),
        )

    def lacking(self, name: str) -> Hits:
        """All hits, as doubtful: the fact of `each` does not say what they must share
        with it."""
        return self._once(("of", name), lambda: _leaving_open(self.all, name))

    def saying(self, name: str, forms: frozenset[str]) -> Hits:
        """The hits that may say a word in one of its forms under a name."""
        return self._once(
            (name, forms),
            lambda: Hits([self.all[n] for n in self._sayings(name).alike(forms)]),
        )

    def untold(self, name: str) -> Hits:
        """The hits that leave open what they say under a name, as doubtful."""
        return self._once(
            ("untold", name),
            lambda: _leaving_open(
                (self.all[n] for n in self._sayings(name).untold), name
            ),
        )

    def _sayings(self, name: str) -> Sayings:
        return self._once(name, lambda: Sayings((hit.fact for hit in self.all), name))

    def _once(self, key: object, make: Callable[[], Made]) -> Made:
        found: Made | None = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found


def _leaving_open(hits: Iterable[Hit], name: str) -> Hits:
    """Hits as doubtful ones, for which the name is missing."""
    return Hits(
        [
            Hit(fact, False, tuple(dict.fromkeys((*missing, name))))
            for fact, _, missing in hits
        ],
        left_open=True,
    )


NO_HITS = Hits([])


class _OfFact(Generic[Of]):
    """Hits, or misses, by the fact that they are or refer to, over any number of links.

    Each of many sittings with papers of its own has only a few: an index spares
    comparing each with all."""

    def __init__(self, every: list[Of]) -> None:
        self._own: dict[int, Of] = {id(one.fact): one for one in every}
        self._referring: dict[int, list[Fact]] = {}
        waiting = [one.fact for one in every]
        seen = set(map(id, waiting))
        while waiting:
            fact = waiting.pop()
            for link in fact.links:
                self._referring.setdefault(id(link), []).append(fact)
                if id(link) not in seen:
                    seen.add(id(link))
                    waiting.append(link)

    def of(self, anchor: Fact) -> list[Of]:
        """The hits, or misses, that are a fact or refer to it, in order."""
        found: dict[int, Of] = {}
        waiting, seen = [anchor], {id(anchor)}
        while waiting:
            fact = waiting.pop()
            one = self._own.get(id(fact))
            if one is not None:
                found[fact.rank] = one
            for other in self._referring.get(id(fact), ()):
                if id(other) not in seen:
                    seen.add(id(other))
                    waiting.append(other)
        return [found[rank] for rank in sorted(found)]


class Trial:
    """The facts of a pattern's kinds, tried by its conditions.

    `every` are those that may be meant, `misses` those that fail by one condition
    alone."""

    def __init__(self, sure: Iterable[Hit], checks: list[tuple[str, Check]]) -> None:
        hits: list[Hit] = []
        self.misses: list[Miss] = []
        for hit in sure:
            fact = hit.fact
            missing: list[str] = []
            failed = ""
            for attribute, check in checks:
                if check(fact, missing) is False:
                    if failed:
                        break
                    failed = attribute
            else:
                if failed:
                    self.misses.append(Miss(fact, failed))
                elif missing:
                    hits.append(Hit(fact, False, tuple(dict.fromkeys(missing))))
                else:
                    hits.append(hit)
        self.every = hits
        self._missing: _OfFact[Miss] | None = None
        self._by_person: dict[Roles, dict[str, Hits]] = {}
        self._away: dict[Roles, dict[str, Dated[Miss]]] = {}

    @cached_property
    def hits(self) -> Hits:
        """All facts that may be meant."""
        return Hits(self.every)

    def misses_of(self, anchor: Fact) -> Dated[Miss]:
        """The misses that are a fact or refer to it."""
        if self._missing is None:
            self._missing = _OfFact(self.misses)
        return Dated(self._missing.of(anchor))

    @cached_property
    def all_misses(self) -> Dated[Miss]:
        """All misses."""
        return Dated(self.misses)

    @cached_property
    def misses_by_person(self) -> dict[str, Dated[Miss]]:
        """The misses that name a person, by the person's name."""
        return by_person(self.misses)

    def of_person(self, person: str, roles: Roles) -> Hits:
        """The facts in which a person stands, or may stand, in one of the roles."""
        found = self._by_person.get(roles)
        if found is None:
            found = self._by_person[roles] = self._of_persons(roles)
        return found.get(person) or found[""]

    def _of_persons(self, roles: Roles) -> dict[str, Hits]:
        """The hits by the name of the person who stands, or may stand, in one of the
        roles.

        Where a fact does not tell its roles, anyone may stand in them: it is among the
        hits of every person, and of `""`, for persons whom no fact names."""
        named: dict[str, dict[int, Hit]] = {}
        anyone: dict[int, Hit] = {}
        lectured = _LECTURER in roles
        for hit in self.every:
            fact = hit.fact
            if lectured and _leaves_open_who_lectured(fact, roles):
                anyone[fact.rank] = Hit(fact, False, (*hit.missing, _LECTURER))
            for role in roles:
                if role in fact.people:
                    for person in fact.people[role]:
                        named.setdefault(person, {})[fact.rank] = hit
                elif role in fact.unknown and fact.rank not in anyone:
                    anyone[fact.rank] = Hit(fact, False, (*hit.missing, role))
            for person in in_doubt(fact.people, roles):
                doubt = Hit(fact, False, (*hit.missing, roles[0]))
                named.setdefault(person, {}).setdefault(fact.rank, doubt)
        found = {"": Hits(list(anyone.values()))}
        for person, own in named.items():
            if anyone:
                both = {**anyone, **own}
                found[person] = Hits([both[rank] for rank in sorted(both)])
            else:
                found[person] = Hits(list(own.values()))  # found in order of rank
        return found

    def away(self, person: str, roles: Roles) -> Dated[Miss]:
        """The sure facts at which a person was not in the roles; `why` is his state
        instead."""
        found = self._away.get(roles)
        if found is None:
            away: dict[str, list[Miss]] = {}
            states = [one for one in _AWAY if one not in roles]
            for fact, sure, _ in self.every:
                for state in states if sure else ():
                    for name in fact.people.get(state, ()):
                        away.setdefault(name, []).append(Miss(fact, state))
            found = {name: Dated(several) for name, several in away.items()}
            self._away[roles] = found
        return found.get(person, NONE)


def _leaves_open_who_lectured(fact: Fact, roles: Roles) -> bool:
    """Whether a fact is a lecture (党课) that names nobody in any of the roles."""
    return not fact.kinds.isdisjoint(LECTURES) and fact.people.keys().isdisjoint(roles)
