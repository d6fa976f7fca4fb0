"""All that is planned, and which days have room for more."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from fractions import Fraction

from lxyz.dates.spans import Span, shift
from lxyz.dates.workdays import is_holiday
from lxyz.facts.attributes import weekday_name
from lxyz.facts.fact import Fact
from lxyz.plan.attend import Attending
from lxyz.plan.customs import customs
from lxyz.plan.days import EARLY, choose, is_good
from lxyz.plan.draft import FILE, Draft, NobodyError, NoDayError, line_of
from lxyz.plan.fulfil import fulfil
from lxyz.plan.limits import Limits, Sat
from lxyz.plan.wish import Wish
from lxyz.records import Profile

Sitting = tuple[str, date, str]
"""A kind, a day, and the group that sat (empty: the branch)."""


class Board:
    """The drafts of a year.

    `held` are the sittings on record: a second one of the same kind on the same day
    would be taken for the same sitting."""

    def __init__(
        self, profile: Profile, held: frozenset[Sitting], limits: Limits | None = None
    ) -> None:
        self.profile = profile
        self.held = held
        self.limits = limits or Limits()
        self.drafts: list[Draft] = []
        self.attending = Attending(profile, {})

    def draft_of(self, fact: Fact | None) -> Draft | None:
        """The draft from which a fact comes; None where it comes from a record."""
        if fact is None or fact.origin.file != FILE:
            return None
        line = fact.origin.line
        if (
            line <= len(self.drafts)
            and line_of(likely := self.drafts[line - 1]) == line
        ):
            return likely  # nearly always: they are numbered as they come
        return next(one for one in self.drafts if line_of(one) == line)

    def add(self, draft: Draft) -> None:
        """Adds a draft, with a number of its own."""
        draft.number = max((one.number for one in self.drafts), default=-1) + 1
        self.drafts.append(draft)

    def fulfil(self, draft: Draft, wish: Wish) -> None:
        """Makes a draft that is not on the board yet into what a wish asks for.

        Raises MisfitError if it cannot; the draft is then half changed."""
        others: list[Draft] = []
        count = wish.rule.count
        if count is not None and (count.distinct or wish.number > 1):
            others = [one for one in self.drafts if wish.key in one.serves]
        fulfil(draft, wish, others, self.draft_of(wish.case.fact))

    def replace(self, old: Draft, new: Draft) -> None:
        """Puts a changed copy in the place of its draft."""
        self.drafts[self.drafts.index(old)] = new

    def day_for(
        self,
        draft: Draft,
        span: Span,
        *,
        part: Fraction | None = None,
        moved: Draft | None = None,
        beside: bool = False,
    ) -> date:
        """The best day of a span for a draft.

        - `part`: about where in the span (`choose`); kinds that come early are at its beginning
        - `moved`: the draft that is moved and so takes no day itself
        - `beside`: the branch and the committee above may sit on one day, at different hours

        Raises NoDayError where no day has room for its kinds."""
        taken = [one.day for one in self._sittings(draft.group, moved)]
        free = self._free(draft, span, moved, beside=beside)
        own = self.profile if draft.family == "activity" else None
        early = not customs().early.isdisjoint(draft.kinds)
        return choose(own, free, taken, EARLY if early else part)

    def day_at(self, draft: Draft, fixed: date, span: Span) -> date:
        """The fixed day; where that is a day off or taken, the best free day near it in
        a span.

        Raises NoDayError where no day has room."""
        free = self._free(draft, span, None)

        def cost(day: date) -> tuple[bool, bool, timedelta, date]:
            return not is_good(day), day.weekday() > 4, abs(day - fixed), day

        return fixed if fixed in free and is_good(fixed) else min(free, key=cost)

    def may_become(self, old: Draft, new: Draft) -> bool:
        """Whether a draft may be changed so, on its day.

        There must be room for its new kinds, nobody then wanted at it may sit
        elsewhere, and no rule may have enough of these kinds."""
        more = set(new.kinds).difference(old.kinds)
        busy = self._busy(new, more, old)
        return self._is_free(new, new.day, more, busy, self._others(old))

    def _free(
        self, draft: Draft, span: Span, moved: Draft | None, *, beside: bool = False
    ) -> list[date]:
        """The free days of a span.

        Raises NoDayError where there are none, NobodyError where nobody of its group is
        there on any of them."""
        kinds, others = set(draft.kinds), self._others(moved)
        busy = self._busy(draft, kinds, moved, beside=beside)
        days = [shift(span.first, number) for number in range(span.days)]
        if draft.weekdays:
            days = [
                day
                for day in days
                if weekday_name(day) in draft.weekdays and not is_holiday(day)
            ]
        if draft.group and draft.family == "activity":
            at = self.attending.at
            there = [day for day in days if at(draft.kinds, day, draft.group)]
            if days and not there:
                raise NobodyError("attendance")
            days = there
        free = [day for day in days if self._is_free(draft, day, kinds, busy, others)]
        if not free:
            raise NoDayError("date")
        return free

    def _sittings(self, group: str, but: Draft | None) -> list[Draft]:
        """The planned sittings of the branch, or of a group, without one draft."""
        every = (one for one in self.drafts if one.family == "activity")
        return [one for one in every if one.group == group and one is not but]

    def _busy(
        self,
        draft: Draft,
        kinds: AbstractSet[str],
        instead_of: Draft | None,
        *,
        beside: bool = False,
    ) -> set[date]:
        """The days of other sittings of these kinds; with `beside` only of the same
        organizer."""
        return {
            one.day
            for one in self._sittings(draft.group, instead_of)
            if not kinds.isdisjoint(one.kinds)
            and not (beside and one.is_own != draft.is_own)
        }

    def _others(self, instead_of: Draft | None) -> list[Sat]:
        """All other own sittings, on record and planned."""
        planned: list[Sat] = [
            (one.kinds, one.day, one.group)
            for one in self.drafts
            if one.family == "activity" and one.is_own and one is not instead_of
        ]
        held: dict[tuple[date, str], list[str]] = {}
        for kind, day, group in sorted(self.held):
            held.setdefault((day, group), []).append(kind)
        return planned + [(kinds, *where) for where, kinds in held.items()]

    def _is_free(
        self,
        draft: Draft,
        day: date,
        kinds: AbstractSet[str],
        busy: set[date],
        others: list[Sat],
    ) -> bool:
        if draft.family != "activity":
            return True
        if day in busy:
            return False
        if not draft.is_above and self.attending.is_away(draft.kinds, day, draft.group):
            return False
        if any((kind, day, draft.group) in self.held for kind in kinds):
            return False
        sat = (draft.kinds, day, draft.group)
        return draft.is_above or self.limits.are_kept(sat, others)
