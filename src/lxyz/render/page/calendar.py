"""Days to keep as a calendar that any calendar program imports (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from lxyz.base.named import NamedTuple
from lxyz.errors import UsageError
from lxyz.render.page.safe import clean

_REMINDER = timedelta(hours=9) - timedelta(3)
"""From the beginning of a day to its reminder: three days before, in the morning."""


class Event(NamedTuple):
    """An event of a whole day.

    - `key`: identifies the event, whatever its day and words: a calendar program that
      has it already replaces it by the later one
    - `day`: its day
    - `summary`: its title
    - `text`: the lines of its description
    - `who`: the persons who are responsible"""

    key: tuple[str, ...]
    day: date
    summary: str
    text: tuple[str, ...] = ()
    who: str = ""


def calendar(name: str, events: Iterable[Event], stamp: date) -> bytes:
    """An iCalendar file of events, each with a reminder.

    `stamp` is written as the day on which it was made; of two versions of an event the
    later one holds (RFC 5546, 2.1.5). The clock is not read: the same arguments give
    the same bytes.

    Raises UsageError E222 without the library.
    """
    try:
        from icalendar import Alarm, Calendar
        from icalendar import Event as Entry
    except ImportError:
        raise UsageError("E222", format="ics", library="icalendar") from None
    made = Calendar()
    made.add("prodid", "-//lxyz//lxyz//ZH")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", clean(name))
    seen: dict[tuple[str, ...], int] = {}
    for event in events:
        number = seen[event.key] = seen.get(event.key, 0) + 1
        summary = clean(event.summary)
        entry = Entry()
        entry.add("uid", _uid(event.key, number))
        entry.add("dtstamp", datetime.combine(stamp, time(), UTC))
        entry.add("dtstart", event.day)
        entry.add("dtend", event.day + timedelta(1))  # the first day after it
        entry.add("summary", summary)
        if event.text:
            entry.add("description", "\n".join(map(clean, event.text)))
        if event.who:
            entry.add("contact", clean(event.who))
        entry.add("transp", "TRANSPARENT")  # the event does not block the day
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", _REMINDER)
        entry.add_component(alarm)
        made.add_component(entry)
    data: bytes = made.to_ical()
    return data


def _uid(key: tuple[str, ...], number: int) -> str:
    """The unique id of an event: a digest, so that it shows no word of the records."""
    told = "\0".join((*key, str(number)))
    digest = sha256(told.encode(errors="backslashreplace")).hexdigest()
    return f"{digest[:32]}@lxyz"
