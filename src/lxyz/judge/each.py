"""The cases of a rule with `each`: about each meeting, each candidate, each third
record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxyz.dates.spans import FOREVER, YEARS, Span, containing, shift, year_span
from lxyz.facts.fact import STANDING, TERM_END, UNMET, Fact, lacks_day_of
from lxyz.facts.sittings import is_made_up_for_others
from lxyz.judge.force import governs, since
from lxyz.judge.nth import may_stand, only_nth
from lxyz.judge.windows import demanded, judged_on, of_window
from lxyz.kinds import TESTS
from lxyz.kinds.case import Case, Window
from lxyz.kinds.dated import Hit
from lxyz.kinds.judging import Judging
from lxyz.kinds.levels import subject_levels
from lxyz.kinds.matching import Matcher
from lxyz.kinds.placing import stands_on
from lxyz.kinds.relative import relative_window, subject_year
from lxyz.kinds.spans import calendar_windows
from lxyz.kinds.trial import Trial
from lxyz.kinds.world import World
from lxyz.packs.asked import row_of
from lxyz.packs.model import Rule, When
from lxyz.records.branch import ALWAYS
from lxyz.verdicts import DONE, PERSONS, lighter

_COMES = frozenset(("party-anniversary", TERM_END))
"""Kinds of facts that come about without anybody's doing, and are known beforehand."""


def of_facts(rule: Rule, world: World, reasons: set[str]) -> Iterator[Case]:
    """The cases of a rule with `each`: one for each fact, and for each person or group
    of it.

    Why there are none is added to `reasons`."""
    return _Each(rule, world, reasons).cases()


def of_nth(rule: Rule, world: World, reasons: set[str]) -> Iterator[Case]:
    """The cases of a rule with `nth`, such as the third record of each subject."""
    other = row_of(rule)
    among: Iterator[Case] = iter(())
    if other is not None:
        among = of_facts(rule.replace(each=other), world, set())
    yield from only_nth(rule, of_facts(rule, world, reasons), among, reasons)


class _Each:
    """A rule about each fact of a kind, in a world; makes its cases."""

    def __init__(self, rule: Rule, world: World, reasons: set[str]) -> None:
        assert rule.each is not None
        self.rule = rule
        self.each = each = rule.each
        self.when = rule.span
        self.world = world
        self.reasons = reasons
        self.matcher = world.made(
            f"each:{rule.for_}",
            each,
            lambda: Matcher(world, each, subject_levels(rule.for_, each), placed=True),
        )

    def cases(self) -> Iterator[Case]:
        """The cases of all facts that are meant."""
        if self.each.rule is None:
            return self._of_hits(self.matcher.trial.every)
        return self._of_unmet(self.each.rule)

    def _of_unmet(self, name: str) -> Iterator[Case]:
        """The cases about each time that another rule was not kept.

        A case weighs no more than that rule's verdict."""
        from lxyz.judge.unmet import unmet  # few rules ask for it

        found = self.world.shared((UNMET, name), lambda: unmet(name, self.world))
        most = {fact.rank: at_most for fact, _, at_most in found}
        hits = (Hit(fact, not missing, missing) for fact, missing, _ in found)
        meant = [hit for hit in hits if self.matcher.fits(hit.fact)]
        for case in self._of_hits(Trial(meant, self.matcher.checks).every):
            assert case.fact is not None
            yield case._replace(capped=lighter(case.capped, most[case.fact.rank]))

    def _of_hits(self, hits: list[Hit]) -> Iterator[Case]:
        """The cases of facts that are meant, or may be."""
        recurs = self.when is not None and self.when.every is not None
        began = _since(hits) if recurs else {}
        for hit in hits:
            if recurs and _stands(hit.fact):
                yield from self._of_standing(hit, began[hit.fact.rank])
            else:
                yield from self._of_event(hit)

    def _cases(self, window: Window | None, day: date, hit: Hit) -> Iterator[Case]:
        """The cases of a window about a fact.

        A fact that is in doubt makes cases that cannot be judged. What the profile
        gives is asked the conditions `on_day` for this day."""
        rule, world, fact, lacks = self.rule, self.world, hit.fact, hit.missing
        if self.matcher.on_day:
            missing = list(lacks)
            if not self.matcher.stands(fact, day, missing):
                self.reasons.add(f"no-{rule.for_}")
                return
            lacks = tuple(missing)
        found = of_window(rule, world, window, day, self.reasons, fact, self.matcher)
        for case in found:
            yield case._replace(missing=lacks) if lacks else case

    # --- what stands -------------------------------------------------------------

    def _of_standing(self, hit: Hit, began: date) -> Iterator[Case]:
        """The cases, one a period, of a fact of the profile that holds since the day
        `began`.

        Example: each candidate in each quarter."""
        assert self.when is not None
        for window, due in demanded(self.rule, self.when, self.world, self.reasons):
            if _is_there(hit.fact, began, self.when, window, due):
                yield from self._cases(window, due, hit)

    # --- what happened -----------------------------------------------------------

    def _of_event(self, hit: Hit) -> Iterator[Case]:
        """The cases of one fact; a fact of the profile has one on the day judged."""
        fact, due = hit.fact, self._own_due(hit.fact)
        day = self._day_of(fact, due)
        if day is None:
            yield from self._undated(hit)
            return
        if not governs(self.rule, self.world, day) or self._came_before(fact):
            self.reasons.add("not-in-force")
            return
        when, window = self.when, self._window_of(fact, day)
        if window is None and when is not None and (when.months or when.first):
            self.reasons.add("not-in-force")  # none of its months, or before its years
            return
        for case in self._cases(window, day, hit):
            if why := self._not_asked(case, day):
                self.reasons.add(why)
            elif due is None or not self._was_settled(case, due):
                yield case
        roles = self.matcher.roles if self.rule.nth else ()
        if self.rule.for_ in PERSONS and not fact.unknown.isdisjoint(roles):
            # He may stand in this fact: so it is open which fact is his third.
            for case in of_window(self.rule, self.world, window, day, set(), fact):
                if unsure := may_stand(case, roles, self.world):
                    yield case._replace(missing=(*hit.missing, *unsure))

    def _undated(self, hit: Hit) -> Iterator[Case]:
        """The undecidable cases of a fact without a day: an entry into the Party, the
        end of a term.

        Whether there is a duty this year is not known, and must not be passed over."""
        lacks = lacks_day_of(hit.fact)
        day, year = judged_on(self.world), year_span(self.world.year)
        if lacks and governs(self.rule, self.world, day):
            window = Window(year, year, FOREVER, year, None)
            for case in self._cases(window, day, hit):
                yield case._replace(missing=(lacks,))

    def _came_before(self, fact: Fact) -> bool:
        """Whether an anniversary, or the end of a term, came before the document was in
        force.

        Such days come whether a document asks for them or not. So it is, too, where
        what had to be done before that day was due earlier than the document."""
        if fact.kinds.isdisjoint(_COMES):
            return False
        rule, world, day = self.rule, self.world, fact.day
        if self.when is not None and self.when.before:
            window = relative_window(rule, self.when, fact)
            day = day if window is None else min(day, window.inside.last)
        first = max(since(rule, world) or ALWAYS, date(int(world.pack.head.year), 1, 1))
        return day < first or not governs(rule, world, day)

    def _own_due(self, fact: Fact) -> date | None:
        """The due day that a fact itself says, where the rule goes by it
        (`subject.due`)."""
        when = self.when
        if fact.date is None or when is None:
            return None
        if "subject.due" not in (when.by, when.after, when.before):
            return None
        due = fact.attrs.get("due")
        return due if isinstance(due, date) else None

    def _day_of(self, fact: Fact, due: date | None) -> date | None:
        """The day on which a fact is a subject of the year checked; None where it is
        none.

        A fact with a due day of its own is a subject in the year of that day. In later
        years it is one if it was unmet when they began: an unkept promise does not
        vanish at New Year. A fact of the profile is one on the day judged; where it
        recurs see `_of_standing`."""
        when, world = self.when, self.world
        if fact.date is None and "date" in fact.unknown:
            return None  # of which year it is one, nobody can tell
        if fact.date is None or (when is None and _stands(fact)):
            day = judged_on(world)
            return day if stands_on(fact, day) else None
        if _stands(fact) and when and "subject.end" in (when.after, when.before):
            # What still holds has no end yet to count from.
            return fact.end if fact.end and fact.end.year == world.year else None
        if when is not None and due is not None:
            first = world.year if when.by is None else int(world.pack.head.year)
            return fact.date if first <= due.year <= world.year else None
        if subject_year(fact) == world.year:
            return fact.date
        return fact.date if self._falls_due(fact) or self._was_due(fact) else None

    def _falls_due(self, fact: Fact) -> bool:
        """Whether what follows a fact of an earlier year is due in the year checked, or
        later.

        The report within 30 days of a meeting in December must not vanish at New Year.
        With `nth` the facts of a year are counted in that year alone."""
        when, year = self.when, self.world.year
        if when is None or when.after is None or when.within is None:
            return False
        if when.every is not None or self.rule.nth is not None:
            return False
        if fact.period is not None or fact.day.year >= year:
            return False
        window = relative_window(self.rule, when, fact)
        return window is not None and window.inside.last.year >= year

    def _was_due(self, fact: Fact) -> bool:
        """Whether what must come before a known day of a later year is due this year,
        or was.

        What is to be done half a year before a term ends in March is not first asked in
        January."""
        when, year = self.when, self.world.year
        if when is None or not when.before or self.rule.nth is not None:
            return False
        if fact.kinds.isdisjoint(_COMES) or subject_year(fact) < year:
            return False
        window = relative_window(self.rule, when, fact)
        return window is not None and window.inside.last.year <= year

    def _was_settled(self, case: Case, due: date) -> bool:
        """Whether a case that was due in an earlier year was settled before the year
        checked."""
        world = self.world
        if due.year == world.year:
            return False
        before = world.at(due.year, date(world.year - 1, 12, 31))
        return _is_done(self.rule, before, case)

    def _not_asked(self, case: Case, day: date) -> str:
        """Why a case about a fact is not asked; empty where it is.

        Who was at a sitting need not be at the one that makes up for it. A duty that
        falls due after the branch, the group or the person in the pattern's roles has
        left is not asked, unless it was done. Other members stay: what an event of the
        branch calls for of each member, the branch owes of all who were members on its
        day (A39), such as the grade of an evaluation."""
        rule, world, due = self.rule, self.world, case.window.due
        if rule.has is not None and "as" in rule.has:
            assert case.fact is not None
            return "made-up" if is_made_up_for_others(case.fact, case.person) else ""
        if due is None or due <= day:
            return ""
        if due > world.profile.last:
            why = "branch-gone"
        elif (
            case.person
            and self.matcher.roles
            and case.person not in world.on(due).names
        ):
            why = "left"
        elif case.group and all(one.name != case.group for one in world.on(due).groups):
            why = "group-gone"
        else:
            return ""
        return "" if _is_done(rule, world, case) else why

    def _window_of(self, fact: Fact, day: date) -> Window | None:
        """The window of a case about a fact; None where the fact lacks the day to count
        from."""
        when = self.when
        if when is None:
            last = day if fact.date is None or _stands(fact) else max(fact.last, day)
            label = fact.label if fact.date == day else day.isoformat()
            span = Span(day, last, label)
            until = None if self.rule.late == "never" else FOREVER
            return Window(span, span, until, None, span.last)
        if when.every is None:
            return relative_window(self.rule, when, fact)
        if fact.period is not None:
            # It belongs to the period it counts for, whenever it was.
            day = min(max(day, fact.period.first), fact.period.last)
        period = containing(when.every, day, when.years_from)
        windows = calendar_windows(self.rule, when, self.world, int(period.label[:4]))
        return next((one for one in windows if one.period == period), None)


def _is_done(rule: Rule, world: World, case: Case) -> bool:
    """Whether what a case asks for is done, in time or late."""
    settle = TESTS[rule.test](Judging(rule, world))
    return all(one.outcome in DONE for one in settle(case))


def _since(hits: Iterable[Hit]) -> dict[int, date]:
    """The day since which each fact of the profile has held without a break, by its
    rank.

    Facts of the same kinds and person that follow each other are one: a member who
    becomes a full member is a member all along."""
    began: dict[int, date] = {}
    ended: dict[tuple[object, ...], tuple[date, date]] = {}
    for hit in hits:  # by day
        fact = hit.fact
        if not _stands(fact):
            continue
        first = fact.date or fact.attrs.get("reached") or ALWAYS
        same = (fact.kinds, fact.owner, fact.people.get("about"))
        before = ended.get(same)
        if before is not None and first == shift(before[1], 1):
            first = before[0]
        if fact.end is not None and fact.end < FOREVER:
            ended[same] = (first, fact.end)
        began[fact.rank] = first
    return began


def _stands(fact: Fact) -> bool:
    """Whether a fact is given by the profile for a time, and did not happen on a
    day."""
    return not STANDING.isdisjoint(fact.kinds)


def _is_there(fact: Fact, began: date, when: When, window: Window, due: date) -> bool:
    """Whether a fact of the profile owes something in a window.

    It must hold on the due day and, where the rule recurs within a year, from the first
    day of the period on."""
    if not stands_on(fact, due):
        return False
    assert window.period is not None
    if when.every in YEARS:
        return began <= due
    return began <= (window.own or window.period).first
