"""Serves a wish by a sitting, or a paper, that is planned already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from lxyz.dates.spans import Span
from lxyz.dates.workdays import is_workday
from lxyz.kinds.lasting import lasting
from lxyz.packs.asked import kinds_of, levels_of, roles_of
from lxyz.packs.bind import Bound
from lxyz.plan.board import Board
from lxyz.plan.customs import customs
from lxyz.plan.demand import Sets
from lxyz.plan.draft import FILE, Draft, MisfitError, line_of
from lxyz.plan.fitting import besides
from lxyz.plan.fulfil import Kinds, is_of_above, kinds_of_wish
from lxyz.plan.roles import THERE
from lxyz.plan.wish import Wish


class Joining:
    """The drafts of a board, to let them serve further wishes."""

    def __init__(self, board: Board, packs: Sequence[Bound], horizon: date) -> None:
        self._board = board
        self._horizon = horizon
        self._weights = Counter(
            kind
            for bound in packs
            for rule in bound.rules
            if rule.each is not None
            for kind in kinds_of(rule.each)
        )
        self._besides = [one for bound in packs for one in _besides(bound)]

    def join(self, wish: Wish, span: Span) -> bool:
        """Lets the draft that changes least serve a wish, too; returns whether one
        could.

        A draft that already counts for the wish as it is would not help it."""
        counted, kinds = _counted(wish), kinds_of_wish(wish)
        able = [
            draft
            for draft in self._board.drafts
            if draft.day in span
            and _is_on_slot(draft.day, wish)
            and line_of(draft) not in counted
            and self._may_join(draft, wish, kinds)
        ]
        for draft in sorted(able, key=lambda one: self._burden(one, wish, kinds)):
            changed = draft.copy()
            try:
                self._board.fulfil(changed, wish)
            except MisfitError:
                continue
            if not self._board.may_become(draft, changed):
                continue
            changed.serves[wish.key] = wish.rule_id
            tell_moved(changed, wish)
            if draft is not self._board.draft_of(wish.case.fact):
                # A record serves a wish about itself on any day.
                changed.keep_in(span)
            self._board.replace(draft, changed)
            return True
        return False

    def _burden(
        self, draft: Draft, wish: Wish, kinds: Kinds
    ) -> tuple[bool, int, int, int, date]:
        """The cost of letting a draft serve a wish, as a sort key.

        It is nothing for the draft that the wish is about. Otherwise it is what rules
        ask about the further kinds (a second life meeting brings all its preparation),
        then how early it would look back on the year, then how much it serves
        already."""
        wanted = kinds.of(draft)
        added = sum(1 + self._weights[kind] for kind in wanted - set(draft.kinds))
        back = bool(customs().year_end & wanted)
        early = (self._horizon - draft.day).days if back else 0
        other = draft is not self._board.draft_of(wish.case.fact)
        return other, added, early, len(draft.serves), draft.day

    def _may_join(self, draft: Draft, wish: Wish, kinds: Kinds) -> bool:
        if wish.key in draft.serves:
            return False
        own = self._board.draft_of(wish.case.fact)
        if wish.pattern.link == "self" and draft is not own:
            return False
        if is_of_above(wish) != draft.is_above:
            return False
        wanted = kinds.of(draft)
        if not self._is_theirs(draft, wish):
            return False
        if wanted <= set(draft.kinds):
            return _is_whose(draft, wish)
        if draft.family != "activity" or draft.group != wish.case.group:
            return False
        return draft.is_above or self._go_together(wanted.union(draft.kinds), draft)

    def _is_theirs(self, draft: Draft, wish: Wish) -> bool:
        """Whether at least one person of a wish for attendance is called to a sitting.

        Not all members are called to sittings of the committee, or of a group."""
        if not wish.persons or THERE.isdisjoint(roles_of(wish.pattern)):
            return True
        if draft.family != "activity" or draft.is_above:
            return True
        called = self._board.attending.called(draft.kinds, draft.day, draft.group)
        return not called.isdisjoint(wish.persons)

    def _go_together(self, kinds: AbstractSet[str], draft: Draft) -> bool:
        """Whether one sitting may have some kinds: by custom, or because a rule asks
        for it."""
        together = customs().in_groups if draft.group else customs().together
        return kinds <= together or any(
            kinds - more <= together and any(one <= kinds for one in sets)
            for sets, more in self._besides
        )


def _besides(bound: Bound) -> frozenset[tuple[Sets, frozenset[str]]]:
    """The kinds of records of which rules want further kinds, and these
    (`fitting.besides`)."""
    lasts = lasting(bound)

    def make() -> frozenset[tuple[Sets, frozenset[str]]]:
        found = (besides(rule, lasts) for rule in bound.rules)
        return frozenset(one for one in found if one[1])

    return lasts.made("besides", bound, make)


def _is_on_slot(day: date, wish: Wish) -> bool:
    """Whether a day is the fixed day or one to which that may be moved; True without
    one."""
    slot = wish.case.window.slot
    if slot is None or day in (slot.day, slot.rolled):
        return True
    return day in slot.near


def tell_moved(draft: Draft, wish: Wish) -> None:
    """Writes into a draft from which fixed day it was moved, where it must say so."""
    slot = wish.case.window.slot
    if slot is not None and slot.needs and draft.day != slot.day:
        reason = "写明原因" if is_workday(slot.day) else "放假"
        draft.values["moved"] = {"from": slot.day, "reason": reason}


def _counted(wish: Wish) -> set[int]:
    """The lines of the drafts that count for a wish already, for each of its persons.

    Empty unless the rule counts records."""
    count = wish.rule.count
    if count is None or count.sum or count.mean or count.distinct:
        return set()
    each = (
        {one.origin.line for one in verdict.records if one.origin.file == FILE}
        for verdict in wish.verdicts
    )
    return set.intersection(*each)


def _is_whose(draft: Draft, wish: Wish) -> bool:
    """Whether a draft is of the branch or the group that a wish is about.

    A pattern of level `group` without a group in the case takes any."""
    if not wish.case.group and "group" in levels_of(wish.pattern):
        return True
    return draft.group == wish.case.group
