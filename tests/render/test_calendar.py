"""Plans as calendars, read back by a library that knows the standard."""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Component

from lxyz.dates.spans import month_span
from lxyz.errors import UsageError
from lxyz.render.page.calendar import Event, calendar
from lxyz.render.page.style import Style
from lxyz.render.plan.calendar import plan_calendar

from .planned import DAY, a_draft, a_plan

STAMP = date(2016, 1, 4)
# One that ends a line, erases one, turns the reading, is a value of its own, is cut
# where a character is cut, or is no character at all.
HOSTILE = (
    "END:VEVENT\r\nEND:VCALENDAR\r\n",
    "甲\nATTACH:file:///etc/passwd",
    "甲;乙,丙:丁\\n",
    "\x1b[2K\x00\x07\x9b\x85\u2028\u2029",
    "\u202e表计划\u200f\ufeff",
    "\ud800\ufffe",
    "=cmd|' /C calc'!A1",
    "长" * 5000,
    "👨‍👩‍👧‍👦" * 100,
    "",
)


def events_of(data: bytes) -> list[Component]:
    """The events of one calendar, which must keep to the standard's lines."""
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert not re.search(rb"[\x00-\x1f\x7f]", line)
        line.decode()
    (found,) = Calendar.from_ical(data, multiple=True)
    assert not found.errors
    for one in found.walk():
        assert not one.errors
    assert [one.name for one in found.subcomponents] == ["VEVENT"] * len(
        found.subcomponents
    )
    return list(found.subcomponents)


def test_an_event_fills_its_day_and_reminds_before() -> None:
    """It fills its day; the reminder comes in the morning three days before."""
    event = Event(("甲", "党课"), DAY, "党课", ("专题：甲", "- 乙（一）"), "王敏")
    (made,) = events_of(calendar("第九支部", [event], STAMP))
    assert made.decoded("dtstart") == DAY
    assert made.decoded("dtend") == date(2016, 6, 25)
    assert made.decoded("dtstamp") == datetime(2016, 1, 4, tzinfo=UTC)
    assert made["summary"] == "党课"
    assert made["description"] == "专题：甲\n- 乙（一）"
    assert made["contact"] == "王敏"
    (alarm,) = made.subcomponents
    assert (alarm["action"], alarm["description"]) == ("DISPLAY", "党课")
    trigger = alarm.decoded("trigger")
    at = datetime(2016, 6, 24, tzinfo=UTC) + trigger
    assert at == datetime(2016, 6, 21, 9, tzinfo=UTC)


def test_of_nothing_else() -> None:
    """What has no text, and is nobody's, says neither."""
    (made,) = events_of(calendar("", [Event(("甲",), DAY, "甲")], STAMP))
    assert "description" not in made
    assert "contact" not in made


def test_the_last_day_of_a_year_ends_in_the_next() -> None:
    """An event ends before its end."""
    (made,) = events_of(calendar("", [Event(("甲",), date(2016, 12, 31), "")], STAMP))
    assert made.decoded("dtend") == date(2017, 1, 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_more_than_a_text(text: str) -> None:
    """Whatever stands in a record, there are the events that were made, and no more."""
    event = Event((text,), DAY, text, (text, text), text)
    (made,) = events_of(calendar(text, [event], STAMP))
    assert [one.name for one in made.subcomponents] == ["VALARM"]
    assert set(made) <= {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"),
        *("CONTACT", "TRANSP"),
    }
    assert made["description"].count("\n") == 1
    assert "\n" not in made["summary"]
    if text.isprintable() and "\\" not in text:
        assert made["summary"] == text


def uids(data: bytes) -> list[str]:
    """The names by which a calendar knows its events again."""
    return [str(one["uid"]) for one in events_of(data)]


def test_who_is_the_same_again() -> None:
    """The key says it; of two with one key the first is the first."""
    one, other = Event(("甲", "乙"), DAY, "党课"), Event(("甲", "乙\0"), DAY, "党课")
    later = one._replace(day=date(2016, 7, 1), summary="别的", text=("别的",))
    first = uids(calendar("", [one, one, other], STAMP))
    assert len(set(first)) == 3
    assert uids(calendar("别的", [later, other], DAY)) == [first[0], first[2]]
    assert all(re.fullmatch(r"[0-9a-f]{32}@lxyz", uid) for uid in first)


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said what to install."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(UsageError) as raised:
        calendar("", [], STAMP)
    assert raised.value.code == "E222"
    assert raised.value.values["library"] == "icalendar"


def test_a_plan_says_what_it_is_for() -> None:
    """What, by whom, for which duty by which clause."""
    served = a_draft(topic="甲", responsible="王敏", group="一组")
    served.serves["trial-2016/lecture", month_span(2016, 6), ""] = "trial-2016/lecture"
    served.serves["own", 1] = "own"
    bare = a_draft("party-lecture", "theme-party-day")
    data = plan_calendar(a_plan(served, bare), Style())
    first, second = events_of(data)
    assert first["summary"] == "党课（一组）"
    assert first["description"].split("\n") == [
        "专题：甲",
        "责任人：王敏",
        "为了：",
        "- 讲党课（trial-2016/lecture）",
        "- own",
    ]
    assert first["contact"] == "王敏"
    assert first.decoded("dtstamp").date() == DAY
    assert second["summary"] == "党课、主题党日"
    assert "description" not in second
    english = events_of(plan_calendar(a_plan(served), Style(lang="en")))[0]
    assert english["summary"] == "Party lecture (一组)"
    assert english["description"].split("\n")[1:4] == [
        "responsible: 王敏",
        "for:",
        "- A lecture (trial-2016/lecture)",
    ]
    assert plan_calendar(a_plan(served, bare), Style()) == data


def test_a_plan_made_again() -> None:
    """On another day of what it was made for it is still the same event; that of
    another month, group or branch is another."""

    def named(month: int, group: str = "", **more: str) -> str:
        draft = a_draft(group=group)
        draft.day = date(2016, month, 7 if more.pop("moved", "") else 20)
        draft.serves["lecture", month_span(2016, month), group] = "lecture"
        (uid,) = uids(plan_calendar(a_plan(draft, **more), Style()))
        return uid

    assert named(6) == named(6, moved="yes")
    assert len({named(6), named(7), named(6, "一组"), named(6, branch="乙")}) == 4
