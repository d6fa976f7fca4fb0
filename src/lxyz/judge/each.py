"""The cases of a rule about each fact of a kind: each meeting, each candidate, the third
of each subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxyz.dates import FOREVER, YEARS, Span, containing, shift, year_span
from lxyz.facts import Fact
from lxyz.facts.fact import STANDING, TERM_END, UNMET, lacks_day_of
from lxyz.facts.sittings import is_made_up_for_others
from lxyz.judge.force import governs, since
from lxyz.judge.nth import may_stand, only_nth
from lxyz.judge.windows import demanded, judged_on, of_window
from lxyz.kinds import TESTS
from lxyz.kinds.case import Case, Window
from lxyz.kinds.judging import Judging
from lxyz.kinds.levels import subject_levels
from lxyz.kinds.matching import Matcher
from lxyz.kinds.placing import stands_on
from lxyz.kinds.relative import relative_window, subject_year
from lxyz.kinds.spans import calendar_windows
from lxyz.kinds.trial import Hit, Trial
from lxyz.kinds.world import World
from lxyz.packs.asked import row_of
from lxyz.packs.model import Rule, When
from lxyz.records.branch import ALWAYS
from lxyz.verdicts import DONE, PERSONS, lighter

_COMES = frozenset(("party-anniversary", TERM_END))
"""Kinds of facts that come of themselves, and are known beforehand."""


def of_facts(rule: Rule, world: World, reasons: set[str]) -> Iterator[Case]:
    """A case for each fact (and each person, or group) of a rule with `each`."""
    assert rule.each is not None
    each = rule.each
    matcher = world.made(
        f"each:{rule.for_}",
        each,
        lambda: Matcher(world, each, subject_levels(rule.for_, each)),
    )
    if each.rule is None:
        yield from _of_hits(rule, world, reasons, matcher, matcher.trial.every)
    else:
        yield from _of_unmet(rule, each.rule, world, reasons, matcher)


def _of_unmet(
    rule: Rule, name: str, world: World, reasons: set[str], matcher: Matcher
) -> Iterator[Case]:
    """A case for each time that the duty of another rule was not kept; it weighs no more
    than that does."""
    from lxyz.judge.unmet import unmet  # few rules ask for it

    found = world.shared((UNMET, name), lambda: unmet(name, world))
    most = {fact.rank: at_most for fact, _, at_most in found}
    hits = (Hit(fact, not missing, missing) for fact, missing, _ in found)
    trial = Trial([hit for hit in hits if matcher.fits(hit.fact)], matcher.checks)
    for case in _of_hits(rule, world, reasons, matcher, trial.every):
        assert case.fact is not None
        yield case._replace(capped=lighter(case.capped, most[case.fact.rank]))


def _of_hits(
    rule: Rule, world: World, reasons: set[str], matcher: Matcher, hits: list[Hit]
) -> Iterator[Case]:
    """The cases of the facts that are meant, or may be."""
    when = rule.when if isinstance(rule.when, When) else None
    recurs = when is not None and when.every is not None
    began = _since(hits) if recurs else {}
    for hit in hits:
        fact = hit.fact
        if recurs and _stands(fact):
            first = began.get(fact.rank, ALWAYS)
            yield from _of_standing(rule, world, reasons, matcher, hit, first)
            continue
        due = _own_due(rule, fact)
        day = _day_of(rule, fact, due, world)
        if day is None:
            if lacks := lacks_day_of(fact):
                yield from _undated(rule, world, reasons, matcher, hit, lacks)
            continue
        if not governs(rule, world, day) or _came_before(rule, fact, world):
            reasons.add("not-in-force")
            continue
        window = _window_of(rule, fact, day, world)
        if (
            window is None
            and isinstance(rule.when, When)
            and (rule.when.months or rule.when.first)
        ):
            reasons.add("not-in-force")  # not one of its months, or before its years
            continue
        for case in of_window(rule, world, window, day, reasons, fact, matcher):
            if why := _not_asked(rule, case, day, matcher.roles, world):
                reasons.add(why)
            elif due is None or not _was_settled(rule, case, due, world):
                # Where it is not known whether it is meant, nothing can be judged of it.
                yield case if hit.sure else case._replace(missing=hit.missing)
        roles = matcher.roles if rule.nth and rule.for_ in PERSONS else ()
        if not fact.unknown.isdisjoint(roles):
            # Whoever may stand in it makes it doubtful which is his third.
            for case in of_window(rule, world, window, day, set(), fact):
                if unsure := may_stand(case, matcher.roles, world):
                    yield case._replace(missing=(*hit.missing, *unsure))


def of_nth(rule: Rule, world: World, reasons: set[str]) -> Iterator[Case]:
    """The cases of a rule that counts its facts out: of the third of each subject."""
    other = row_of(rule)
    among: Iterator[Case] = iter(())
    if other is not None:
        among = of_facts(rule.replace(each=other), world, set())
    yield from only_nth(rule, of_facts(rule, world, reasons), among, reasons)


def _came_before(rule: Rule, fact: Fact, world: World) -> bool:
    """Whether an anniversary, or the end of a term, which comes whether a document asks
    for it or not, came before it did; or what was to be done before it was due then."""
    if fact.kinds.isdisjoint(_COMES):
        return False
    assert fact.date is not None
    day = fact.date
    if isinstance(rule.when, When) and rule.when.before:
        window = relative_window(rule, rule.when, fact)
        day = day if window is None else min(day, window.inside.last)
    first = max(since(rule, world) or ALWAYS, date(int(world.pack.head.year), 1, 1))
    return day < first or not governs(rule, world, day)


def _undated(
    rule: Rule,
    world: World,
    reasons: set[str],
    matcher: Matcher,
    hit: Hit,
    lacks: str,
) -> Iterator[Case]:
    """A case of the year for who joined the Party, or what term ends, nobody wrote when:
    that there is a duty is not known, and must not be passed over."""
    day, year = judged_on(world), year_span(world.year)
    if governs(rule, world, day):
        window = Window(year, year, FOREVER, year, None)
        for case in of_window(rule, world, window, day, reasons, hit.fact, matcher):
            yield case._replace(missing=(lacks,))


def _since(hits: Iterable[Hit]) -> dict[int, date]:
    """Since when what stands has been what is asked for, whatever else changed
    meanwhile: a member who becomes a full one is a member all along."""
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


def _of_standing(
    rule: Rule,
    world: World,
    reasons: set[str],
    matcher: Matcher,
    hit: Hit,
    began: date,
) -> Iterator[Case]:
    """A case of each period for what stands, there since the day on which it `began`:
    for each candidate each quarter."""
    fact, when = hit.fact, rule.when
    assert isinstance(when, When)
    for window, due in demanded(rule, when, world, reasons):
        if _is_there(fact, began, when, window, due):
            for case in of_window(rule, world, window, due, reasons, fact, matcher):
                yield case if hit.sure else case._replace(missing=hit.missing)


def _stands(fact: Fact) -> bool:
    """Whether a fact is what the profile gives, not what happened on a day."""
    return not STANDING.isdisjoint(fact.kinds)


def _is_there(fact: Fact, began: date, when: When, window: Window, due: date) -> bool:
    """Whether what stands owes a window: it does on the day on which it is due and, of
    what recurs in a year, did from the first day of the period on."""
    if not stands_on(fact, due):
        return False
    assert window.period is not None
    if when.every in YEARS:
        return began <= due
    return began <= (window.own or window.period).first


def _own_due(rule: Rule, fact: Fact) -> date | None:
    """The due day of a fact's own, where the rule goes by it."""
    if fact.date is None or not isinstance(rule.when, When) or not _by_due(rule.when):
        return None
    due = fact.attrs.get("due")
    return due if isinstance(due, date) else None


def _day_of(rule: Rule, fact: Fact, due: date | None, world: World) -> date | None:
    """The day on which a fact of `each` is a subject of the year checked; None: it is
    none.

    What has a due day of its own is one in the year of that day, and in later ones if
    it was unmet when they began, so that an unkept promise does not vanish at New Year.
    What stands is one on the day judged; of what recurs see `_of_standing`.
    """
    when = rule.when if isinstance(rule.when, When) else None
    if fact.date is None and "date" in fact.unknown:
        return None  # of which year it is one, nobody can tell
    if fact.date is None or (when is None and _stands(fact)):
        day = judged_on(world)
        return day if stands_on(fact, day) else None
    if _stands(fact) and when and "subject.end" in (when.after, when.before):
        # What stands to this day has no end to count from.
        return fact.end if fact.end and fact.end.year == world.year else None
    if when is not None and due is not None:
        first = world.year if when.by is None else int(world.pack.head.year)
        return fact.date if first <= due.year <= world.year else None
    if subject_year(fact) == world.year:
        return fact.date
    falls_due = _falls_due(rule, fact, world) or _was_due(rule, fact, world)
    return fact.date if falls_due else None


def _falls_due(rule: Rule, fact: Fact, world: World) -> bool:
    """Whether what follows something of a year before is not due before the year
    checked: the report within 30 days of a meeting in December does not vanish at New
    Year. The third of a year (`nth`) is counted out in its own."""
    when = rule.when
    if not isinstance(when, When) or when.after is None or when.within is None:
        return False
    if when.every is not None or rule.nth is not None or fact.period is not None:
        return False
    window = relative_window(rule, when, fact) if _is_before(fact, world) else None
    return window is not None and window.inside.last.year >= world.year


def _was_due(rule: Rule, fact: Fact, world: World) -> bool:
    """Whether what must come before a day known beforehand, in a year to come, is due in
    the year checked, or was: what is to be done half a year before a term ends in
    March is not first asked in January."""
    when = rule.when
    if not isinstance(when, When) or not when.before or rule.nth is not None:
        return False
    if fact.kinds.isdisjoint(_COMES) or subject_year(fact) < world.year:
        return False
    window = relative_window(rule, when, fact)
    return window is not None and window.inside.last.year <= world.year


def _is_before(fact: Fact, world: World) -> bool:
    return fact.date is not None and fact.date.year < world.year


def _by_due(when: When) -> bool:
    return "subject.due" in (when.by, when.after, when.before)


def _was_settled(rule: Rule, case: Case, due: date, world: World) -> bool:
    """Whether a case that was due in an earlier year was settled before this one."""
    if due.year == world.year:
        return False
    before = World(world.facts, world.bound, due.year, date(world.year - 1, 12, 31))
    settle = TESTS[rule.test](Judging(rule, before))
    settled = all(one.outcome in DONE for one in settle(case))
    before.let_go()
    return settled


def _not_asked(
    rule: Rule, case: Case, day: date, roles: tuple[str, ...], world: World
) -> str:
    """Why a case of a fact of a day is not asked; empty where it is. Who was at a sitting
    need not be at the one that makes up for it. What falls due after its branch, its
    group or the person who stands in these roles in it left is not, unless it was done. What an event of the branch calls for of each member, the branch owes
    of whoever was one on its day (A39): the grade of an evaluation."""
    if rule.has is not None and "as" in rule.has:
        assert case.fact is not None
        return "made-up" if is_made_up_for_others(case.fact, case.person) else ""
    due = case.window.due
    if due is None or due <= day:
        return ""
    if due > world.profile.last:
        why = "branch-gone"
    elif case.person and roles and case.person not in world.on(due).names:
        why = "left"
    elif case.group and all(one.name != case.group for one in world.on(due).groups):
        why = "group-gone"
    else:
        return ""
    settle = TESTS[rule.test](Judging(rule, world))
    return "" if all(one.outcome in DONE for one in settle(case)) else why


def _window_of(rule: Rule, fact: Fact, day: date, world: World) -> Window | None:
    """The window of a case about a fact; None if it lacks the day to go by."""
    when = rule.when if isinstance(rule.when, When) else None
    if when is None:
        last = max(fact.end or day, day) if fact.date is not None else day
        if fact.kinds & STANDING:
            last = day
        span = Span(day, last, day.isoformat())
        until = None if rule.late == "never" else FOREVER
        return Window(span, span, until, None, span.last)
    if when.every is None:
        return relative_window(rule, when, fact)
    if fact.period is not None:
        # It belongs to the period it counts for, whenever it was.
        day = min(max(day, fact.period.first), fact.period.last)
    period = containing(when.every, day, when.years_from)
    year = int(period.label[:4])
    windows = calendar_windows(rule, when, world, year)
    return next((one for one in windows if one.period == period), None)
