"""The world of a case: facts, a bound pack, a year and a day.

It also keeps what is worked out once for many cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from lxyz.base.value import Once
from lxyz.dates.stretches import Stretches
from lxyz.facts.fact import ENTRIES, TERM_END, Fact, Facts, sorted_kinds
from lxyz.facts.roster import Standing
from lxyz.kinds.lasting import lasting
from lxyz.kinds.spelling import rank_of
from lxyz.packs.bind import Bound
from lxyz.packs.model import Rule
from lxyz.packs.types import names_of
from lxyz.records.branch import Member
from lxyz.verdicts import Evidence

Made = TypeVar("Made")
_BEYOND = 10**6
"""Added to ranks, so that they differ from those of all records and entries."""


class World:
    """The facts of a branch as one pack sees them on a day."""

    def __init__(self, facts: Facts, bound: Bound, year: int, as_of: date) -> None:
        self.facts = facts
        self.profile = facts.profile
        self.bound = bound
        self.pack = bound.pack
        self.year = year
        self.as_of = as_of
        self.leaders = frozenset(rank_of(one) for one in bound.pack.leaders)
        self.lasting = lasting(bound)
        self.kinds = self.lasting.kinds
        self.forms = self.lasting.forms
        self._once = Once()
        self.made = self._once.made
        self._of: dict[tuple[frozenset[str], str], list[Fact]] = {}
        self._shared: dict[tuple[object, ...], Any] = {}
        self._evidence: dict[tuple[int, str], Evidence] = {}
        self._at: dict[tuple[int, date], World] = {}  # one for all that it leads to

    def shared(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """A value made once for all rules that mean the same."""
        found: Made | None = self._shared.get(key)
        if found is None:
            found = self._shared[key] = make()
        return found

    def let_go(self) -> None:
        """Forgets all that was made once; the world works as before.

        Those values know this world, and only the garbage collector frees objects that
        know each other, at a cost greater than theirs."""
        self._once.forget()
        self._shared.clear()
        at, self._at = self._at, {}
        for world in at.values():
            world.let_go()

    def forms_of(self, attribute: str, text: str) -> frozenset[str]:
        """All forms of a text of a record, kept with this world and not with the
        pack."""
        return self.shared(
            ("forms", attribute, text), lambda: self.lasting.forms_of(attribute, text)
        )

    def at(self, year: int, as_of: date) -> World:
        """The world of the same facts and pack in another year or as of another day;
        made once."""
        self._at[self.year, self.as_of] = self
        found = self._at.get((year, as_of))
        if found is None:
            found = World(self.facts, self.bound, year, as_of)
            found._at = self._at
            self._at[year, as_of] = found
        return found

    # --- rules -------------------------------------------------------------------

    def rules_of(self, name: str) -> list[Rule]:
        """The rules of the pack with a name: a single rule, or the rows of a table."""
        return self._rules.get(name, [])

    @cached_property
    def _rules(self) -> dict[str, list[Rule]]:
        found: dict[str, list[Rule]] = {}
        for rule in self.bound.rules:
            for name in names_of(rule.id):
                found.setdefault(name, []).append(rule)
        return found

    # --- facts -------------------------------------------------------------------

    @cached_property
    def has_above(self) -> bool:
        """Whether there is any held record of the committee above."""
        return any(
            fact.level == "above" and self.visible(fact) for fact in self.facts.all
        )

    def of(self, kinds: frozenset[str], state: str = "held") -> list[Fact]:
        """The facts of any of these kinds in a state, in order.

        Held facts are those that the records tell of as held by `as_of`."""
        found = self._of.get((kinds, state))
        if found is None:
            every = self.facts.of(kinds)
            if not kinds.isdisjoint(ENTRIES):
                every = [*every, *self._entries(kinds)]
            if TERM_END in kinds:
                every = [*every, *self._terms()]
            if state == "held":
                found = [fact for fact in every if self.visible(fact)]
            else:
                found = [fact for fact in every if fact.state == state]
            self._of[kinds, state] = found
        return found

    def _entries(self, kinds: frozenset[str]) -> list[Fact]:
        """The entries into the Party and their anniversaries, as facts of the year."""
        from lxyz.facts.entries import entries  # few rules ask for it

        day = min(self.as_of, date(self.year, 12, 31))
        found = self.shared(
            ("entries",),
            lambda: entries(self.profile, self.year, day, len(self.facts.all)),
        )
        return [one for one in found if not kinds.isdisjoint(one.kinds)]

    def _terms(self) -> list[Fact]:
        """The ends of the branch's terms of office, as facts."""
        from lxyz.facts.terms import terms  # few rules ask for it

        held = self.of(frozenset(("branch-election",)))
        own = [one.date for one in held if one.level == "branch" and one.date]
        return terms(self.profile, own, self.as_of, len(self.facts.all) + _BEYOND)

    def visible(self, fact: Fact) -> bool:
        """Whether the records tell of a fact as held by `as_of`."""
        return fact.state == "held" and (fact.shown is None or fact.shown <= self.as_of)

    def evidence(self, fact: Fact, why: str = "") -> Evidence:
        """A fact as evidence: as proof, or with why it is not."""
        found = self._evidence.get((fact.rank, why))
        if found is None or found.origin is not fact.origin:
            found = Evidence(fact.origin, fact.date, sorted_kinds(fact.kinds), why)
            self._evidence[fact.rank, why] = found
        return found

    # --- people ------------------------------------------------------------------

    def on(self, day: date) -> Standing:
        """The branch as it stands on a day."""
        return self.facts.roster.on(day)

    def member(self, name: str, day: date) -> Member | None:
        """The member of that name on a day; None where there is none."""
        return self.facts.roster.member(name, day)

    @cached_property
    def exempt(self) -> Stretches[str]:
        """The spans in which nothing recurs, by the profile, each with its reason."""
        spans = self.profile.exemptions
        return Stretches((span.first, span.last, reason) for span, reason in spans)

    def is_leader(self, member: Member) -> bool:
        """Whether a member's rank is one of the pack's leading ranks.

        It is never inferred from a post (A38)."""
        return rank_of(str(member.attributes.get("rank", ""))) in self.leaders
