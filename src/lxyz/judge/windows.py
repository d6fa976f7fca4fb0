"""The windows of a year in which a rule demands something, and the cases of a
window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxyz.dates.spans import FOREVER, YEARS, Span
from lxyz.facts.fact import LEAVES, OF_PROFILE, Fact
from lxyz.judge.force import governs, since
from lxyz.judge.whom import applies, persons, subjects
from lxyz.kinds.case import Case, Window
from lxyz.kinds.matching import Matcher
from lxyz.kinds.spans import calendar_windows
from lxyz.kinds.world import World
from lxyz.packs.model import Rule, When
from lxyz.records.branch import ALWAYS
from lxyz.verdicts import PERSONS, Level


def judged_on(world: World) -> date:
    """The day on which the profile is judged: `as_of`, or the last day of the year if
    earlier."""
    return min(world.as_of, date(world.year, 12, 31))


def demanded(
    rule: Rule, when: When, world: World, reasons: set[str]
) -> Iterator[tuple[Window, date]]:
    """The windows of the year that are demanded, each with its due day.

    Why there may be none is added to `reasons`."""
    first = None
    if when.every not in YEARS:
        first = max(since(rule, world) or ALWAYS, world.profile.first)
    windows = calendar_windows(rule, when, world, world.year)
    # Without windows the days of the rule are full dates of another year.
    reasons.add("not-in-force" if windows or when.first else "other-year")
    for window in windows:
        assert window.period is not None
        if first is not None and window.period.first < first:
            continue
        if when.after is not None and not _is_of_pack(window, world):
            continue
        due = window.due or window.inside.last
        # A whole period is governed by the version in force when it begins, any other
        # window, and periods of several years, by the one in force on the due day.
        whole = window.inside == window.period and not when.first
        if governs(rule, world, window.period.first if whole else due):
            yield window, due


def _is_of_pack(window: Window, world: World) -> bool:
    """Whether a document asks for what closes a period, and the branch existed in it.

    A document asks for nothing that closes a year before its own."""
    assert window.own is not None
    period = window.own
    is_of = int(period.label[:4]) >= int(world.pack.head.year)
    return is_of and period.last >= world.profile.first


def of_window(
    rule: Rule,
    world: World,
    window: Window | None,
    day: date,
    reasons: set[str],
    fact: Fact | None = None,
    matcher: Matcher | None = None,
) -> Iterator[Case]:
    """The cases of a window: one for each subject on the day; reasons for none in
    `reasons`.

    Where some of the window's days were not the subject's (`_begun`), or the member is
    on leave, the case weighs at most a warning."""
    profile = world.profile
    if not profile.is_on(day):
        reasons.add("branch-gone" if day > profile.last else "branch-to-come")
        return
    if not applies(rule, world, day):
        reasons.add("condition")
        return
    missing: tuple[str, ...] = ()
    if window is None:
        span, missing = Span(day, day, day.isoformat()), ("due",)
        window = Window(span, span, FOREVER, None, None)
    roles = matcher.roles if matcher is not None and rule.for_ in PERSONS else ()
    event = fact.key if fact is not None and rule.for_ != "fact" else ""
    young = _begun(rule, world, window) if fact is None else ()
    there = _there_from_the_first(rule, world, window) if fact is None else None
    who = _about(fact) if fact is not None and rule.for_ == "fact" else ()
    # A rule about going on leave, or coming back, does not spare whom it is about.
    of_leave = fact is not None and not fact.kinds.isdisjoint(LEAVES)
    found = False
    for subject, member, group, lacks in subjects(rule, world, day, fact, roles):
        found = True
        leave = None
        if member is not None and member.leaves and not of_leave:
            leave = member.leave_on(day)
        told = young if leave is None else (f"leave:{leave.reason}", *young)
        person = "" if member is None else member.name
        if member is not None and there is not None and person not in there:
            told = (*told, f"came:{member.first}")
        cap = Level.WARNING if told else Level.ERROR
        told = (*told, *who)
        lacking = (*missing, *lacks)
        yield Case(subject, window, person, group, fact, cap, told, event, lacking)
    if not found and not (roles and persons(rule, world, day)):
        reasons.add(f"no-{rule.for_}")


def _about(fact: Fact) -> tuple[str, ...]:
    """A note on the person whom a fact is about, where that tells it from others of its
    day.

    Such facts are those of the profile, and records of one member."""
    of_one = fact.level == "member" or not OF_PROFILE.isdisjoint(fact.kinds)
    about = fact.people.get("about") or fact.people.get("owner", frozenset())
    return (f"about:{min(about)}",) if of_one and len(about) == 1 else ()


def _begun(rule: Rule, world: World, window: Window) -> tuple[str, ...]:
    """A note on the branch, or the rule, that began in the midst of a window.

    Only where it matters: a new branch, where more than one record or several years are
    asked; a new rule, where several years are."""
    first, founded = window.inside.first, world.profile.first
    several = _of_several_years(rule)
    if first < founded and (several or _asks_much(rule)):
        return (f"founded:{founded}",)
    if not several:
        return ()
    assert window.period is not None
    begun = max(date(int(world.pack.head.year), 1, 1), since(rule, world) or ALWAYS)
    return (f"begun:{begun}",) if window.period.first < begun else ()


def _there_from_the_first(
    rule: Rule, world: World, window: Window
) -> frozenset[str] | None:
    """The members on the first day of a window of several years; None for shorter
    windows."""
    if not _of_several_years(rule):
        return None
    return frozenset(one.name for one in world.on(window.inside.first).members)


def _of_several_years(rule: Rule) -> bool:
    return isinstance(rule.when, When) and rule.when.first is not None


def _asks_much(rule: Rule) -> bool:
    """Whether a rule asks for more than can be done at one time: several, or a list."""
    if rule.count is not None:
        return rule.count.min not in (None, "1")
    return rule.cover is not None
