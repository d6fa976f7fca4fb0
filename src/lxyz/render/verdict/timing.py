"""Until when, since when, and whether it can still be done."""

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
    """Until when, since when, and whether it can still be done."""
    outcome = entry.head.outcome
    if outcome not in _TIMED:
        return ""
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
        return told.say(
            "文件没写期限，应在当年办", "no day is named; it was for that year"
        )
    first = told.day(dues[0])
    if len(dues) > 1:  # Each was due on a day of its own.
        return told.say(f"最早的应在{first}前", f"the first of them due {first}")
    return told.say(f"应在{first}前", f"due {first}")


def _is_undated(rule: Rule | None) -> bool:
    """Whether what a rule asks is due behind its subject on no day that it names: the
    end of the year is none of the document's."""
    when = None if rule is None else rule.when
    return (
        isinstance(when, When)
        and when.after in ("subject", "subject.end")
        and when.within is None
        and when.same is None
    )


def _roomy(when: str, entry: Entry, told: Told) -> str:
    """With how much room is left of it; what is due on the day of the report says so."""
    room = room_of(entry)
    if room is None or room.begin == room.last == told.as_of == entry.due:
        return when
    return told.commas((when, begin_words(room, told)))


def _missed(entry: Entry, dues: list[date], told: Told) -> str:
    if len(dues) > 1 or any(one.failing for one in entry.verdicts):
        if dues[0] >= told.as_of:
            return ""
        return told.say("日期已过", "those days are past")
    until = max((one.until for one in entry.verdicts if one.until), default=None)
    if until and until > dues[0]:
        return told.say(
            f"应在{told.day(dues[0])}前，最迟{told.day(until)}",
            f"due {told.day(dues[0])}, {told.day(until)} at the latest",
        )
    due = told.day(dues[0])
    if dues[0] >= told.as_of:  # A plan looks back from the end of its year.
        return told.say(f"应在{due}前", f"due {due}")
    return told.say(f"{due}已过", f"was due {due}")


def _ahead(entry: Entry, dues: list[date], told: Told) -> str:
    left = (dues[0] - told.as_of).days
    undated = _is_undated(told.book.rule(entry.head.rule))
    if undated and left < 0:
        return told.say(
            "文件没写期限，当年没有办，现在办仍算",
            "no day is named; not done in that year, still counts",
        )
    if undated and left:
        return told.say(
            f"文件没写期限，当年办，还有{left}天",
            f"no day is named; within the year, {some(left, 'day')} left",
        )
    if left < 0:
        until = max((one.until for one in entry.verdicts if one.until), default=None)
        last = told.day(until) if until else ""
        due = told.day(dues[0])
        if not last:
            return told.say(
                f"{due}已过，现在办仍算", f"preferred by {due}, still counts"
            )
        return told.say(
            f"最好在{due}前，{last}前办仍算", f"preferred by {due}, counts until {last}"
        )
    if not left:
        return told.say(f"{told.today}到期", f"due {told.today}")
    return told.say(
        f"{told.day(dues[0])}前，还有{left}天",
        f"by {told.day(dues[0])}, {some(left, 'day')} left",
    )


def _overdue(entry: Entry, dues: list[date], told: Told) -> str:
    rule = told.book.rule(entry.head.rule)
    if rule is not None and rule.attest is not None:
        return ""
    own = rule is not None and (rule.has is not None or is_of_itself(rule))
    if not dues or own:
        return told.say("补上即可", "completing it is enough")
    past, since = (told.as_of - dues[0]).days, told.day(dues[0])
    if past > 0 and _is_undated(rule):
        return told.say(
            "文件没写期限，当年没有办，现在补仍算（记为迟办）",
            "no day is named; not done in that year, still counts, as late",
        )
    if len(dues) > 1:
        since = told.say(f"最早{since}", f"{since} (the first)")
    ends = [one.until for one in entry.verdicts]
    last = None if None in ends else min(end for end in ends if end is not None)
    if past <= 0:  # A plan looks back from the end of its year.
        return told.say(f"{since}到期", f"due {since}")
    if last is None:
        return told.say(
            f"{since}到期，已过{past}天，现在补仍算（记为迟办）",
            f"due {since}, {some(past, 'day')} ago; still counts, as late",
        )
    return told.say(
        f"{since}到期，已过{past}天，{told.day(last)}前补仍算（记为迟办）",
        f"due {since}, {some(past, 'day')} ago; counts as late until {told.day(last)}",
    )
