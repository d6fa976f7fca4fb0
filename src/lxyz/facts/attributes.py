"""The attributes of a fact: what a record says beside people and days, in the form that
conditions of rules ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from lxyz.base.late import late
from lxyz.dates.days import WEEKDAYS
from lxyz.dates.spans import shift
from lxyz.dates.workdays import is_workday, workdays
from lxyz.denial.clauses import later_day
from lxyz.denial.texts import affirmed
from lxyz.facts.studied import studied
from lxyz.records import Record, Step, apart
from lxyz.vocabulary import folded, vocabulary
from lxyz.vocabulary.phrases import phrases

_FRIDAY = 4
_LONGEST = 366
_PARTS = late("(?:[^、；;（(]|[（(][^（）()]*[）)]|[（(])+")
_COLON = late("[:：]")
_DISCUSSION = "thematic-discussion"
_IMAGES = tuple(
    ".jpg .jpeg .jfif .png .gif .bmp .webp .heic .heif .tif .tiff .svg .psd .raw .dng "
    ".mp4 .mov .avi .wmv .m4v .mkv".split()
)
_TEXTS = tuple(
    ".doc .docx .docm .txt .md .wps .wpt .rtf .odt .ppt .pptx .dps .xls .xlsx .et .csv "
    ".pages .key .numbers .eml".split()
)
_EITHER = tuple(".pdf .ofd .zip .rar .7z .html .htm .mht .mhtml .xps .ceb".split())
_ENDING = late(r"\.[a-z][0-9a-z]{0,7}$")
WRITTEN_AS = {
    "attachments": "evidence",
    "form": "forms",
    "longest_speaker": "speaker_minutes",
    "named_lists": "lists",
    "ordinary": "capacity",
    "payer": "by",
    "topics": "topic",
    "wording": "sections",
    "written_sections": "sections",
}
"""Attributes that a record writes under another key: attribute to key."""


@lru_cache(maxsize=1)
def ballots() -> frozenset[str]:
    """The names of the attributes that say how votes were cast."""
    return frozenset(("ballots", *vocabulary().key_slugs("ballots")))


def state_of(record: Record) -> str:
    """The state of a record that is no activity: `planned` if it says so, else `held`:
    writing it down means that it was done."""
    return "planned" if record.status == "planned" else "held"


def attributes(record: Record) -> dict[str, Any]:
    """The attributes of a record of any family. Lists become sets; each number of the
    ballots is also an attribute of its own."""
    attrs: dict[str, Any] = {**record.more.get("ballots", {})}
    for key, value in record.more.items():
        if key == "evidence":
            attrs[key] = frozenset(evidence_of(path) for path, _ in value)
            attrs["attachments"] = len(value)
        elif key == "file":
            attrs[key] = value[0]
        elif key == "sections":
            attrs[key] = frozenset(heading for heading, _ in value)
            attrs["written_sections"] = frozenset(h for h, text in value if text)
            attrs["wording"] = frozenset(f"{h} {text}".strip() for h, text in value)
        elif key in ("lists", "capacity") or (
            key == "disposition" and not isinstance(value, str)
        ):
            attrs[key] = frozenset(word for word, _ in value)
        elif key == "agenda":
            attrs[key] = _tags(value)
        elif key in ("positive", "negative"):
            attrs[key] = frozenset(_tag(item) for item in value)
        elif isinstance(value, tuple):
            texts = frozenset(one for one in value if isinstance(one, str))
            attrs[key] = texts if texts or not value else value
        else:
            attrs[key] = value
    if record.reason:
        attrs["reason"] = record.reason
    if record.owner_body:
        attrs["owner"] = record.owner_body
    if record.period is not None:
        attrs["period"] = record.period.label
    if record.filings:
        attrs["filed"] = "yes"
    attrs.update(_lasting(record))
    return attrs


def _lasting(record: Record) -> dict[str, int]:
    """How long the thing in a record lasted: `days` (first and last included) and
    `workdays`.

    Without a last day, what has hours (a sitting, a training) lasted one day; of
    anything else (a notice put up) the length is not known. If it is longer than 366
    days, only `days` is given.
    """
    if record.date is None or record.end is None:
        (hours,) = vocabulary().key_slugs("record")["hours"]
        if hours.serves.isdisjoint(record.families):
            return {}
        on_work = record.date is not None and is_workday(record.date) is not None
        return {"days": 1, "workdays": int(on_work)}
    days = (record.end - record.date).days + 1
    if days > _LONGEST:
        return {"days": days}
    return {"days": days, "workdays": len(workdays(record.date, record.end))}


def activity_attributes(
    record: Record, steps: tuple[Step, ...], slot: int | None
) -> dict[str, Any]:
    """The attributes of an activity: what its record says, and what follows from that.
    `steps` are its steps; `slot` is the weekday (Monday = 0) on which the branch
    studies."""
    attrs = attributes(record)
    if "theme" in attrs and _DISCUSSION in record.families:
        # The topic of a thematic discussion may be written as its theme.
        attrs.setdefault("topic", attrs["theme"])
    if told := frozenset(studied(record)):
        attrs["materials"] = attrs.get("materials", frozenset()) | told
    attrs["mode"] = "individual" if "self-study" in record.families else "collective"
    attrs["weekday"] = weekday_name(record.day)
    attrs["moved"] = "yes" if record.moved_from or record.moved_reason else "no"
    if record.moved_from:
        attrs["moved_from"] = record.moved_from
    if record.moved_reason:
        attrs["moved_reason"] = record.moved_reason
    if record.attendance is not None and record.attendance.guests:
        attrs["guests"] = record.attendance.guests
    if isinstance(issued := attrs.get("issued_on"), date):
        attrs["issue_days"] = (record.day - issued).days
    if record.time is not None:
        attrs.setdefault("minutes", record.time.minutes)
    if steps:
        attrs["steps"] = tuple(
            (step.name, step.date or record.day, step.group) for step in steps
        )
        attrs["agenda"] = attrs.get("agenda", frozenset()) | {one.name for one in steps}
        if aspects := frozenset(aspect for one in steps for aspect in _looked_at(one)):
            attrs["aspects"] = frozenset(attrs.get("aspects", ())) | aspects
    if slot is not None:
        attrs["on_slot"] = "yes" if is_on_slot(record.day, slot) else "no"
    minutes = [one.minutes for one in record.speakers if one.minutes is not None]
    if minutes and len(minutes) == len(record.speakers):
        attrs["speaker_minutes"] = min(minutes)
        attrs["longest_speaker"] = max(minutes)
    if any(speaker.source for speaker in record.speakers):
        attrs["outside_speaker"] = "yes"
    return attrs


def steps_of(record: Record) -> tuple[Step, ...]:
    """The steps of an activity: those written as steps, then the other items of its
    agenda (without participants). Minutes use either key for what was done."""
    written = {folded(step.name) for step in record.steps}
    place = record.place("agenda")
    steps = record.steps + tuple(
        Step(name, origin=place)
        for item in record.more.get("agenda", ())
        for name in _parts(_point(item))
        if folded(name) not in written
    )
    return tuple(_on_its_day(record, one) for one in steps)


def _on_its_day(record: Record, step: Step) -> Step:
    """A step with the later day that its own text names, 逆向测评（放在一月）; unchanged if it
    names none."""
    day = record.date
    if step.date or day is None:
        return step
    told = later_day(f"{step.name}：{step.said}" if step.said else step.name, day)
    is_later = told is not None and told > (record.end or day)
    return step._replace(date=told) if is_later else step


@lru_cache(maxsize=1)
def _aspects() -> tuple[dict[str, str], re.Pattern[str]]:
    """The aspects in which problems are looked for, by name; and the pattern of several
    aspects in a row: 思想、组织、作风、纪律."""
    names = {name: slug for slug, name in vocabulary().value_names["aspect"].items()}
    one = f"(?:{'|'.join(names)})"
    return names, late(f"{one}(?:方面)?(?:[、和及与]{one}(?:方面)?)+")


def _looked_at(step: Step) -> Iterator[str]:
    """The aspects in which, by its name, a step looks for problems. Only several in a
    row are taken: one word alone may mean something else (查摆组织生活的问题)."""
    said = affirmed(step.name)
    said = step.name if said is None else said
    names, several = _aspects()
    if sum(name in said for name in names) < 2:
        return
    if not any(word in said for word in phrases("seeking").words("for")):
        return
    for row in several.findall(said):
        yield from (slug for name, slug in names.items() if name in row)


def weekday_name(day: date) -> str:
    """The weekday of a day as packs write it, `monday` and so on."""
    return WEEKDAYS[day.weekday()]


def is_on_slot(day: date, slot: int) -> bool:
    """Whether a day is the weekday (Monday = 0) on which the branch studies. If that
    day of the week is a holiday (Monday to Friday only), any day of the week will
    do."""
    if day.weekday() == slot or slot > _FRIDAY:
        return day.weekday() == slot
    return is_workday(shift(day, slot - day.weekday())) is None


def _tags(items: tuple[str, ...]) -> frozenset[str]:
    """The tags of agenda items: of each its whole text and its `_point`."""
    tags = set()
    for item in items:
        tags.add(item)
        tags.add(_point(item))
    return frozenset(tags)


def _point(item: str) -> str:
    """What an agenda item is about: the text before the colon; the whole text if what
    follows denies it, `标签：未开展`."""
    return apart(item)[0]


def _tag(item: str) -> str:
    """What stands before the colon of `标签：正文`; without one, the whole."""
    return _COLON.split(item)[0].strip()


def _parts(tag: str) -> list[str]:
    """The parts of an agenda item that are separated by 、 or ；, each without its
    remark."""
    return [part for one in _PARTS.findall(tag) if (part := _point(one))]


def evidence_of(path: str) -> str:
    """What a file may prove, by its ending: `image`, `text`, `file` (a PDF, an archive,
    a folder: it may be either) or `other` (.exe, .yaml: it proves only that there is a
    file)."""
    lower = path.lower()
    if lower.endswith(_IMAGES):
        return "image"
    if lower.endswith(_TEXTS):
        return "text"
    if lower.endswith(_EITHER) or not _ENDING.search(lower):
        return "file"
    return "other"
