"""Wishes to drafts: served by a record that is planned already, else by one more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from lxyz.dates import Span, shift
from lxyz.packs.asked import attributes_of, kinds_of, levels_of, words_of
from lxyz.packs.load import Bound
from lxyz.plan import inside
from lxyz.plan.ahead import Ahead
from lxyz.plan.board import Board, Sitting
from lxyz.plan.cast import by_group, cast_of, owners, while_there
from lxyz.plan.complete import complete
from lxyz.plan.customs import customs
from lxyz.plan.days import has_fit_day
from lxyz.plan.demand import Demand, best_days
from lxyz.plan.document import ITEMS, PERSONAL, STUDY_PLAN, add_item
from lxyz.plan.draft import FILE, Draft, MisfitError, NobodyError, line_of
from lxyz.plan.fill import put
from lxyz.plan.fulfil import Kinds, fulfil, kinds_of_wish, unsaid
from lxyz.plan.wish import Key, Wish
from lxyz.records import Profile
from lxyz.vocabulary import vocabulary
from lxyz.workdays import next_workday


class Arranging:
    """The drafts of a year as they come to be. What serves the most wishes with the
    least is tried first; a wish that cannot be served changes nothing."""

    def __init__(
        self,
        profile: Profile,
        packs: Sequence[Bound],
        start: date,
        horizon: date,
        held: frozenset[Sitting] = frozenset(),
    ) -> None:
        """`held` are the sittings that are on record. Where `sits` is turned off, no
        more sittings are held. In `nobody` stand the wishes for which the branch has
        nobody."""
        self.start = start
        self.horizon = horizon
        self.board = Board(profile, held)
        self.known = vocabulary().kinds
        self.sits = True
        self._ahead = Ahead(())
        self.nobody: set[Key] = set()
        self._weights = Counter(
            kind
            for bound in packs
            for rule in bound.rules
            if rule.each is not None
            for kind in kinds_of(rule.each)
        )

    @property
    def drafts(self) -> list[Draft]:
        """All that is planned, in the order in which it came."""
        return self.board.drafts

    def serve_all(self, coming: Sequence[Wish]) -> list[Wish]:
        """Those of some wishes for which something was done."""
        self._ahead = Ahead(coming)
        return [wish for wish in coming if self.serve(wish)]

    def serve(self, wish: Wish) -> bool:
        """Whether something was done for a wish."""
        done = 0
        if self._has_no_day(wish) and self._postpone(wish):
            return True
        while done < wish.number and self._serve_once(wish):
            done += 1
        self._ahead.done(wish)
        return bool(done) or self._postpone(wish)

    def _serve_once(self, wish: Wish) -> bool:
        """One record for a wish, of the first of its patterns that can be; one more
        sitting only where nothing else would do."""
        for sits in (False, True) if self.sits else (False,):
            for pattern in (wish.pattern, *wish.others):
                try:
                    if self._serve(wish._replace(pattern=pattern), sits=sits):
                        return True
                except NobodyError:
                    self.nobody.add(wish.key)
                except MisfitError:
                    continue
        return False

    def _serve(self, wish: Wish, *, sits: bool) -> bool:
        first = kinds_of(wish.pattern)[0]
        if wish.rule.has is not None:
            return self._complete(wish)
        self._say(wish)
        if first in ITEMS:
            return self._item(wish)
        if first in inside.PARTS:
            return bool(wish.spans) and self._part(wish)
        slug = inside.LISTS.get(first, first)
        wish = while_there(wish, self.start, waits=slug not in customs().early)
        if not wish.spans:
            return False
        if slug not in self.known:
            return False
        sitting = self.known[slug].family == "activity"
        if sits and not sitting:
            return False
        parts = by_group(wish, kinds_of_wish(wish).of(None))
        done = [
            self._join(one, one.spans[0]) or (sits == sitting and self._add(one))
            for one in parts
        ]
        return any(done)

    # --- in a draft that is there -------------------------------------------------

    def _replace(self, old: Draft, new: Draft, wish: Wish) -> bool:
        if new.says(old):
            return False
        new.serves[wish.key] = wish.rule_id
        self.board.replace(old, new)
        return True

    def _complete(self, wish: Wish) -> bool:
        """What a record itself must say; what a person wrote is not for us to change."""
        fact = wish.case.fact
        draft = self.board.draft_of(fact)
        if draft is None or fact is None:
            return False
        changed = draft.copy()
        complete(changed, fact, wish)
        return self._replace(draft, changed, wish)

    def _say(self, wish: Wish) -> None:
        """What a planned record must say before it is known what it wants: the topic of
        a discussion that a study of the same topic is to come before."""
        fact = wish.case.fact
        draft = self.board.draft_of(fact)
        if draft is None or fact is None or fact.kinds.isdisjoint(draft.kinds):
            return
        names = unsaid(wish, draft)
        if not names:
            return
        changed = draft.copy()
        cast = cast_of(wish.world, draft.day, wish.persons)
        for name in names:
            put(changed, name, "some", cast, wish.world)
        if not changed.says(draft):
            self.board.replace(draft, changed)

    def _item(self, wish: Wish) -> bool:
        """An item of a plan that is made: of the study plan, or of a person's own."""
        own = kinds_of(wish.pattern)[0] == "personal-plan-item"
        root = wish.pattern.root or (PERSONAL if own else STUDY_PLAN)
        done = False
        for draft in [one for one in self.drafts if root in one.kinds]:
            if own and owners(draft, wish.world).isdisjoint(wish.persons):
                continue
            changed = self._in_time(draft, wish.case.window.inside.last)
            add_item(changed, wish)
            done = self._replace(draft, changed, wish) or done
        return done

    def _in_time(self, draft: Draft, last: date) -> Draft:
        """A copy of a plan, made earlier where it would come too late for an item."""
        changed = draft.copy()
        first = max(draft.within.first, self.start)
        if first <= last < draft.day:
            span = Span(first, last)
            changed.day = self.board.day_for(draft, span, early=True, moved=draft)
        return changed

    def _part(self, wish: Wish) -> bool:
        """A part of the record that the wish is about; a filing may be of any, or of
        the records of each person."""
        draft = self.board.draft_of(wish.case.fact)
        whole = [] if draft is None else [draft]
        if draft is None and kinds_of(wish.pattern)[0] == "filing":
            what = {*words_of(attributes_of(wish.pattern).get("what", ()))}
            whole = [d for d in self.drafts if what & set(d.kinds)]
            if wish.persons:
                them = {*wish.persons}
                whole = [d for d in whole if them & owners(d, wish.world)]
            else:
                whole = whole[:1]
        done = False
        for draft in whole:
            changed = draft.copy()
            inside.add_part(changed, wish, cast_of(wish.world, draft.day, wish.persons))
            done = self._replace(draft, changed, wish) or done
        return done

    def _join(self, wish: Wish, span: Span) -> bool:
        """Lets a draft serve the wish besides, the one that changes least; one that
        counts for it as it is would not bring it on."""
        counted, kinds = _counted(wish), kinds_of_wish(wish)
        able = [
            draft
            for draft in self.drafts
            if draft.day in span
            and line_of(draft) not in counted
            and self._may_join(draft, wish, kinds)
        ]
        for draft in sorted(able, key=lambda one: self._burden(one, wish, kinds)):
            changed = draft.copy()
            try:
                self._fulfil(changed, wish)
            except MisfitError:
                continue
            if not self.board.is_free(changed.day, changed, draft):
                continue
            changed.serves[wish.key] = wish.rule_id
            if draft is not self.board.draft_of(wish.case.fact):
                # What a record is to itself, it is on any day.
                changed.within = Span(
                    max(changed.within.first, span.first),
                    min(changed.within.last, span.last),
                )
            self.board.replace(draft, changed)
            return True
        return False

    def _burden(
        self, draft: Draft, wish: Wish, kinds: Kinds
    ) -> tuple[bool, int, int, int, date]:
        """What it costs to let a draft serve a wish: nothing if it is what the wish is
        about; else first what rules hang on the kinds that it would be besides (a
        second life meeting brings all its preparation), then how early it looks back on
        the year, then what it serves already."""
        wanted = kinds.of(draft)
        added = sum(1 + self._weights[kind] for kind in wanted - set(draft.kinds))
        back = bool(customs().year_end & wanted)
        early = (self.horizon - draft.day).days if back else 0
        other = draft is not self.board.draft_of(wish.case.fact)
        return other, added, early, len(draft.serves), draft.day

    def _may_join(self, draft: Draft, wish: Wish, kinds: Kinds) -> bool:
        if wish.key in draft.serves:
            return False
        if (levels_of(wish.pattern)[:1] == ("above",)) != draft.is_above:
            return False
        wanted = kinds.of(draft)
        if wanted <= set(draft.kinds):
            return draft.family != "activity" or _is_whose(draft, wish)
        if draft.family != "activity" or draft.group != wish.case.group:
            return False
        together = customs().in_groups if draft.group else customs().together
        return draft.is_above or wanted | set(draft.kinds) <= together

    # --- in one more --------------------------------------------------------------

    def _add(self, wish: Wish) -> bool:
        kinds = kinds_of_wish(wish).of(None)
        family = self.known[min(kinds)].family
        span = best_days(wish, wish.spans[0])
        slot = wish.case.window.slot
        early = bool(kinds & customs().early)
        bare = Draft(kinds, span.first, family, span, wish.case.group)
        if slot is not None:
            span = self._beside(bare, slot.day, _about(wish))
        shared, meant = span, list[Demand]()
        if family == "activity" and not early:
            shared, meant = self._ahead.together(wish, span, self.drafts)
        day = self._day(bare, (shared, span), wish)
        self._ahead.mean(day, wish.case.group, meant)
        draft = Draft((), day, family, span, wish.case.group)
        if slot is not None and day != slot.day and slot.needs:
            draft.values["moved"] = {"from": slot.day, "reason": "放假"}
        self._fulfil(draft, wish)
        draft.serves[wish.key] = wish.rule_id
        self.board.add(draft)
        return True

    def _beside(self, bare: Draft, fixed: date, about: Span) -> Span:
        """A fixed day, or where it cannot be that, the days about it."""
        day = self.board.day_at(bare, fixed, about)
        return Span(day, day) if day == fixed else about

    def _day(self, bare: Draft, spans: Iterable[Span], wish: Wish) -> date:
        """The best day of the first of some spans that has room: the nearest to a fixed
        day, where there is one. Raises MisfitError where none has."""
        slot, early = wish.case.window.slot, bool({*bare.kinds} & customs().early)
        for span in spans:
            try:
                if slot is not None:
                    return self.board.day_at(bare, slot.day, span)
                return self.board.day_for(bare, span, early=early)
            except MisfitError:
                continue
        raise MisfitError("date")

    def _fulfil(self, draft: Draft, wish: Wish) -> None:
        of = self.board.draft_of(wish.case.fact)
        fulfil(draft, wish, self.board.serving(wish), of)

    # --- on a later day -----------------------------------------------------------

    def _has_no_day(self, wish: Wish) -> bool:
        """Whether there are days, and none of the best of them is fit."""
        return bool(wish.spans) and not has_fit_day(wish.world.profile, wish.spans[0])

    def _postpone(self, wish: Wish) -> bool:
        """Where something must come before a planned record and no working day is left:
        that record later, as far as all it serves allows."""
        draft = self.board.draft_of(wish.case.fact)
        last = wish.case.window.inside.last
        first = next_workday(self.start).day
        if draft is None or wish.rule.count is None or last >= first:
            return False
        span = Span(shift(first, (draft.day - last).days), draft.within.last)
        if span.first > span.last:
            return False
        changed = draft.copy()
        try:
            changed.day = self.board.day_for(draft, span, early=True, moved=draft)
        except MisfitError:
            return False
        self.board.replace(draft, changed)
        return True


def _counted(wish: Wish) -> set[int]:
    """The lines of the drafts that count for a plain number already, for all the
    persons of a wish."""
    count = wish.rule.count
    if count is None or count.sum or count.mean or count.distinct:
        return set()
    each = (
        {one.origin.line for one in verdict.records if one.origin.file == FILE}
        for verdict in wish.verdicts
    )
    return set.intersection(*each)


def _is_whose(draft: Draft, wish: Wish) -> bool:
    """Whether a sitting is of the branch, or the group, that a wish is about; what asks
    for either takes any."""
    if not wish.case.group and "group" in levels_of(wish.pattern):
        return True
    return draft.group == wish.case.group


def _about(wish: Wish) -> Span:
    """The days to which a sitting may be moved from its fixed day: of the same period,
    and not yet over."""
    band, period = wish.case.window.band, wish.case.window.period
    last = max(span.last for span in wish.spans)
    first = min(span.first for span in wish.spans)
    if period is not None:
        first, last = max(first, period.first), min(last, period.last)
    return Span(max(band.first, first), min(band.last, last))
