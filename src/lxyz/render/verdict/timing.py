"""Until or since when a duty is due, and whether it can still be done."""

from __future__ import annotations

from datetime import date

from lxyz.packs.asked import is_of_itself
from lxyz.packs.model import Rule, When
from lxyz.render.verdict.entries import Entry
from lxyz.render.verdict.rooms import begin_words, room_of
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.number import some
from lxyz.verdicts import GAPS, Outcome

_TIMED = GAPS | {Outcome.OPEN, Outcome.PLANNED, Outcome.LATE}


def timing(entry: Entry, told: Told) -> str:
    """Until or since when an entry is due, and whether it can still be done, in words;
    empty if there is nothing to say."""
    outcome = entry.head.outcome
    if outcome not in _TIMED:
        return _in_grace(entry, told)
    dues = sorted({one.due for one in entry.verdicts if one.due})
    if outcome == Outcome.OVERDUE:
        return _roomy(_overdue(entry, dues, told), entry, told)
    if not dues:
        return ""
    if outcome in (Outcome.OPEN, Outcome.PLANNED):
        return _roomy(_ahead(entry, dues, told), entry, told)
    if outcome == Outcome.MISSED:
        return _missed(entry, dues, told)
    if _is_undated(told.book.rule(entry.head.rule)):
        return told.tell("undated-done")
    # Several verdicts may each have a due day of their own.
    return told.tell("due-first" if len(dues) > 1 else "due", day=told.day(dues[0]))


def _in_grace(entry: Entry, told: Told) -> str:
    """When a duty was due, or that it was done early, if it was done in the days of
    grace; else empty."""
    head = entry.head
    several = len({one.due for one in entry.verdicts}) > 1
    if "band" not in head.notes or head.due is None or several:
        return ""
    if _is_undated(told.book.rule(head.rule)):
        return told.tell("undated-done")
    days = [one.date for one in head.records if one.date is not None]
    if days and max(days) <= head.due:
        return told.tell("early")
    return told.tell("due", day=told.day(head.due))


def _is_undated(rule: Rule | None) -> bool:
    """Whether a rule asks for something after its subject without naming a last day.

    The end of the year is then not a due day of the document, and not told as one."""
    when = None if rule is None else rule.when
    return (
        isinstance(when, When)
        and when.after in ("subject", "subject.end")
        and when.within is None
        and when.same is None
    )


def _roomy(when: str, entry: Entry, told: Told) -> str:
    """`when` with the room that is left; `when` alone if it says already that the day
    of the report is the last one."""
    room = room_of(entry)
    if room is None or room.begin == room.last == told.as_of == entry.due:
        return when
    return told.commas((when, begin_words(room, told)))


def _missed(entry: Entry, dues: list[date], told: Told) -> str:
    if len(dues) > 1 or any(one.failing for one in entry.verdicts):
        return "" if dues[0] >= told.as_of else told.tell("past")
    due = told.day(dues[0])
    until = max((one.until for one in entry.verdicts if one.until), default=None)
    if "other-day" in entry.head.notes:
        return told.tell("fixed-on", day=due, last=told.day(until or dues[0]))
    if until and until > dues[0]:
        return told.tell("due-at-latest", day=due, last=told.day(until))
    # A plan is judged as of the end of its year.
    return told.tell("due" if dues[0] >= told.as_of else "was-due", day=due)


def _ahead(entry: Entry, dues: list[date], told: Told) -> str:
    left, due, last = (dues[0] - told.as_of).days, told.day(dues[0]), ""
    if left and _is_undated(told.book.rule(entry.head.rule)):
        name = "undated-behind" if left < 0 else "undated-ahead"
    elif left < 0:
        until = max((one.until for one in entry.verdicts if one.until), default=None)
        last = told.day(until) if until else ""
        name = "grace-until" if last else "grace"
    elif not left:
        name, due = "due-today", told.today
    else:
        name = "ahead"
    return told.tell(name, day=due, left=left, days=some(left, "day"), last=last)


def _overdue(entry: Entry, dues: list[date], told: Told) -> str:
    rule = told.book.rule(entry.head.rule)
    if rule is not None and rule.attest is not None:
        return ""
    own = rule is not None and (rule.has is not None or is_of_itself(rule))
    if not dues or own:
        return told.tell("put-right" if own else "complete")
    past, since = (told.as_of - dues[0]).days, told.day(dues[0])
    if past > 0 and _is_undated(rule):
        return told.tell("undated-overdue")
    if len(dues) > 1:
        since = told.tell("earliest", day=since)
    ends = [one.until for one in entry.verdicts]
    last = None if None in ends else min(end for end in ends if end is not None)
    if past <= 0:  # A plan is judged as of the end of its year.
        return told.tell("falls-due", day=since)
    values = {"day": since, "past": past, "days": some(past, "day")}
    if last is None:
        return told.tell("overdue", **values)
    return told.tell("overdue-until", **values, last=told.day(last))
