"""Room and clashes in words: the days left for a duty, and duties that can no longer
all be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lxyz.dates.workdays import workdays
from lxyz.render.page.safe import clean
from lxyz.render.verdict.entries import Entry
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.number import some
from lxyz.render.wording.words import and_more
from lxyz.verdicts import Clash, Outcome, Room, Verdict

_OPEN = frozenset((Outcome.OPEN, Outcome.OVERDUE))


def room_of(entry: Entry) -> Room | None:
    """The least room of the verdicts of an entry that are open or overdue; None if they
    have none. What is planned already does not count."""
    rooms = [one.room for one in entry.verdicts if one.room and one.outcome in _OPEN]
    return min(rooms, key=lambda room: room.begin, default=None)


def room_words(entry: Entry, told: Told) -> str:
    """The last day to begin an entry, and the working days up to it; empty if it has no
    room to tell."""
    room = room_of(entry)
    return "" if room is None else begin_words(room, told)


def begin_words(room: Room, told: Told) -> str:
    """Until when a duty must be begun, and what must be done before it."""
    begin, first = told.day(room.begin), _first(room, told)
    if room.begin < told.as_of:
        return told.tell("begin-late", day=begin, first=first)
    if room.begin == told.as_of:
        return told.tell("begin-today", day=told.today, first=first)
    number = room.workdays
    left = told.say(f"还有{number}个工作日", f"{some(number, 'working day')} left")
    if not number:
        left = told.say("没有工作日了", "no working day left")
    return told.tell("begin-by", day=begin, first=first, left=left)


def _first(room: Room, told: Told) -> str:
    """The duties that must come first, if they are why one must begin early."""
    names = [
        told.book.title(one.rule, told.lang)
        for one in room.before
        if one.last < room.last
    ]
    if not names:
        return ""
    rest = and_more(len(names), 1, told.lang, "项")
    return told.say(f"（先办：{names[0]}{rest}）", f" (first: {names[0]}{rest})")


def days_left(due: date, told: Told) -> str:
    """How many working days are left up to a day, and which is the last of them, if it
    is not that day itself."""
    days = workdays(told.as_of, due)
    if not days:
        return told.say("没有工作日了", "no working day")
    number = told.say(f"{len(days)}个工作日", some(len(days), "working day"))
    if days[-1] == due:
        return number
    last = told.day(days[-1])
    return told.say(f"{number}，最后一个是{last}", f"{number}, the last {last}")


def clash_words(clash: Clash, told: Told) -> str:
    """Why some duties can no longer all be done, in a sentence."""
    days = {"since": told.day(clash.since), "last": told.day(clash.last)}
    if clash.why == "days":
        left = clash.workdays
        shown = some(left, "working day")
        return told.tell("too-few", number=clash.number, left=left, days=shown, **days)
    rules = told.titles([told.book.title(rule, told.lang) for rule in clash.rules])
    return told.tell("too-late-before", rules=rules, **days)


def clash_sentence(clash: Clash, verdicts: Sequence[Verdict], told: Told) -> str:
    """The duties of a clash, and why they can no longer all be done."""
    return f"{clash_names(verdicts, told)}{told.colon}{clash_words(clash, told)}"


def clash_names(verdicts: Sequence[Verdict], told: Told) -> str:
    """The titles of the duties of a clash, each with its item, if it has one."""
    names = []
    for one in verdicts:
        item = told.aside(clean(one.label or ""))
        names.append(told.book.title(one.rule, told.lang) + item)
    return told.titles(list(dict.fromkeys(names)))
