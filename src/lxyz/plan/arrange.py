"""Makes drafts for wishes: a planned record serves the wish, or else one more is
added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product

from lxyz.dates.spans import Span, shift
from lxyz.facts.fact import PLAN_ITEMS
from lxyz.packs.asked import kinds_of
from lxyz.packs.bind import Bound
from lxyz.plan import inside
from lxyz.plan.ahead import Ahead
from lxyz.plan.amend import (
    add_part,
    complete_record,
    paper_inside,
    plan_item,
    postpone,
    say,
)
from lxyz.plan.board import Board, Sitting
from lxyz.plan.cast import by_group, while_there
from lxyz.plan.customs import customs
from lxyz.plan.days import EARLY, has_fit_day, has_only_fit_days, last_of, weekdays_of
from lxyz.plan.demand import Demand, best_days
from lxyz.plan.draft import Draft, MisfitError, NobodyError, NoDayError
from lxyz.plan.fulfil import days_on_end, is_of_above, kinds_of_wish
from lxyz.plan.join import Joining, tell_moved
from lxyz.plan.limits import Limits
from lxyz.plan.wish import Key, Wish, only_limits
from lxyz.records import Profile
from lxyz.vocabulary import vocabulary


class Arranging:
    """The drafts of a year while they are made.

    What serves the most wishes with the least is tried first. A wish that cannot be
    served changes nothing."""

    def __init__(
        self,
        profile: Profile,
        packs: Sequence[Bound],
        start: date,
        horizon: date,
        held: frozenset[Sitting] = frozenset(),
    ) -> None:
        """Starts without drafts.

        `held` are the sittings on record. With `sits` turned off no more sittings are
        added. `nobody` collects the keys of wishes for which the branch has no person,
        `dayless` those for which no day was found."""
        self.start = start
        self.board = Board(profile, held, Limits(packs))
        self.known = vocabulary(profile.kinds).kinds
        self.sits = True
        self._ahead = Ahead(())
        self.nobody: set[Key] = set()
        self.dayless: set[Key] = set()
        self._joining = Joining(self.board, packs, horizon)

    @property
    def drafts(self) -> list[Draft]:
        """All drafts, in the order in which they were added."""
        return self.board.drafts

    def serve_all(self, coming: Sequence[Wish]) -> list[Wish]:
        """Serves wishes; returns those for which something was done."""
        self._ahead = Ahead(coming)
        return [wish for wish in coming if self.serve(wish)]

    def serve(self, wish: Wish) -> bool:
        """Serves a wish; returns whether something was done.

        A wish that only limits a number cannot be served: no record makes too many
        fewer."""
        if wish.rule.count is not None and only_limits(wish.rule.count):
            return False
        done = 0
        if _has_no_day(wish) and postpone(self.board, wish, self.start):
            return True
        while done < wish.number and self._serve_once(wish.at(done)):
            done += 1
        self._ahead.done(wish)
        return bool(done) or postpone(self.board, wish, self.start)

    def _serve_once(self, wish: Wish) -> bool:
        """Makes one record for a wish, by the first of its patterns that works.

        A sitting is added only where nothing else would do."""
        for sits in (False, True) if self.sits else (False,):
            for pattern in (wish.pattern, *wish.others):
                try:
                    if self._serve(wish._replace(pattern=pattern), sits=sits):
                        return True
                except NobodyError:
                    self.nobody.add(wish.key)
                except NoDayError:
                    self.dayless.add(wish.key)
                except MisfitError:
                    continue
        return False

    def _serve(self, wish: Wish, *, sits: bool) -> bool:
        first = kinds_of(wish.pattern)[0]
        if wish.rule.has is not None:
            return complete_record(self.board, wish)
        if wish.pattern.link == "self" and self.board.draft_of(wish.case.fact) is None:
            return False  # The wish is about a record that a person wrote.
        say(self.board, wish)
        if first in PLAN_ITEMS:
            return plan_item(self.board, wish, self.start, self._ahead.asked)
        if first in inside.PARTS:
            return bool(wish.spans) and add_part(self.board, wish)
        if paper_inside(self.board, wish):
            return True
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
        # With `sits` joining was tried before, without success.
        joins = not sits or len(parts) > 1
        done = [
            (joins and self._joining.join(one, one.spans[0]))
            or (sits == sitting and self._add(one))
            for one in parts
        ]
        return any(done)

    def _add(self, wish: Wish) -> bool:
        kinds = kinds_of_wish(wish).of(None)
        family = self.known[min(kinds)].family
        span = best_days(wish, wish.spans[0])
        slot = wish.case.window.slot
        early = bool(kinds & customs().early)
        bare = Draft(kinds, span.first, family, span, wish.case.group)
        bare.weekdays = weekdays_of(wish.pattern.wanted.get("weekday", ()))
        if is_of_above(wish):
            bare.values["organizer"] = wish.world.profile.unit
        if slot is not None:
            span = self._beside(bare, slot.day, _about(wish))
        shared, meant = span, list[Demand]()
        if family == "activity" and not early:
            shared, meant = self._ahead.together(wish, span, self.drafts)
        day = self._day(bare, (shared, span), wish)
        day = self._on_end(bare, day, span, wish)
        self._ahead.mean(day, wish.case.group, meant)
        draft = Draft((), day, family, span, wish.case.group)
        draft.weekdays = bare.weekdays
        draft.overhangs = _overhangs(wish, span)
        tell_moved(draft, wish)
        self.board.fulfil(draft, wish)
        draft.serves[wish.key] = wish.rule_id
        self.board.add(draft)
        return True

    def _on_end(self, bare: Draft, day: date, span: Span, wish: Wish) -> date:
        """The first day for a record that must last so many days; of several the
        nearest to `day`.

        A sitting is on no day off if possible. `day` itself where there are no such
        days."""
        days, working = days_on_end(wish)
        if days == 1 or days > span.days:
            return day
        firsts = (shift(span.first, number) for number in range(span.days))
        ends = [one for one in firsts if last_of(one, days, working) <= span.last]
        fit = [one for one in ends if has_only_fit_days(self.board.profile, one, days)]
        for one in sorted(
            ends if working or bare.family == "document" else fit or ends,
            key=lambda first: abs(first - day),
        ):
            try:
                return self.board.day_for(bare, Span(one, one))
            except NoDayError:
                continue
        return day

    def _beside(self, bare: Draft, fixed: date, about: Span) -> Span:
        """The fixed day alone; the days about it, where it cannot be on that."""
        day = self.board.day_at(bare, fixed, about)
        return Span(day, day) if day == fixed else about

    def _day(self, bare: Draft, spans: Iterable[Span], wish: Wish) -> date:
        """The best day for a draft in the first of some spans that has room.

        With a fixed day it is the nearest to that. A day on which branch and committee
        above both sit is taken only if there is no other. Raises NoDayError where there
        is no day at all."""
        slot = wish.case.window.slot
        behind = wish.case.window.band.last < self.start and bare.family != "activity"
        part = EARLY if behind else wish.part  # arrears do not wait
        for beside, span in product((False, True), spans):
            try:
                if slot is not None:
                    return self.board.day_at(bare, slot.day, span)
                return self.board.day_for(bare, span, part=part, beside=beside)
            except NoDayError:
                continue
        raise NoDayError("date")


def _overhangs(wish: Wish, span: Span) -> bool:
    """Whether a record may last beyond the last day on which it may begin.

    Example: a notice of five days that is to be put up within three days after
    something."""
    days, working = days_on_end(wish)
    window = wish.case.window
    beside = window.period is None or window.early
    if window.ahead or not beside:
        return False
    return days == 1 or last_of(span.first, days, working) > span.last


def _about(wish: Wish) -> Span:
    """The days to which a sitting may be moved from its fixed day: of its period, not
    over."""
    band, period = wish.case.window.band, wish.case.window.period
    assert period is not None  # a fixed day is one of a period
    last = max(span.last for span in wish.spans)
    first = min(span.first for span in wish.spans)
    return Span(max(band.first, first, period.first), min(band.last, last, period.last))


def _has_no_day(wish: Wish) -> bool:
    """Whether a wish has days, but none of the best of them is fit."""
    return bool(wish.spans) and not has_fit_day(wish.world.profile, wish.spans[0])
