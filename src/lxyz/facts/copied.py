"""What sittings of different days have in common: minutes letter by letter, or a
photograph.

It is told once, and all count: of a weekly study the minutes may well say the same.
"""

from __future__ import annotations

from lxyz.facts.attributes import evidence_of
from lxyz.facts.gathering import SHOWN, Gathering
from lxyz.files.origin import Origin
from lxyz.records import Record

_LONG = 40
"""Letters of minutes that two sittings hardly have in common."""
Seen = dict[str, list[tuple[Record, Origin]]]
"""The sittings of a text, and where it stands in each."""


def tell_of_copies(gathering: Gathering, records: list[Record]) -> None:
    """A warning for each text, or picture, of sittings of several days, at the second of
    these days: one for all that two sittings have in common."""
    minutes: Seen = {}
    pictures: Seen = {}
    for record in records:
        if record.family != "activity" or record.date is None or not record.says_held:
            continue
        text = str(record.more.get("content", ""))
        if len(text) >= _LONG:
            minutes.setdefault(text, []).append((record, record.place("content")))
        for path, place in record.more.get("evidence", ()):
            if evidence_of(path) == "image":
                pictures.setdefault(path, []).append((record, place))
    told: set[tuple[Origin, Origin]] = set()
    for seen in (minutes, pictures):
        for text, several in seen.items():
            if len(several) > 1:
                _tell(gathering, text, several, told)


def _tell(
    gathering: Gathering,
    text: str,
    several: list[tuple[Record, Origin]],
    told: set[tuple[Origin, Origin]],
) -> None:
    """Tells of a text that stands in records of several days, but for what was told of
    them already."""
    first, _ = min(several, key=_day)
    others = [one for one in several if one[0].date != first.date]
    if not others:
        return
    second, at = min(others, key=_day)
    if (first.origin, second.origin) in told:
        return
    told.add((first.origin, second.origin))
    days = len({one.date for one, _ in several})
    gathering.faults.warn(
        "F432",
        at,
        text=text[:SHOWN],
        file=first.origin.file,
        first=first.origin.line,
        days=days if days > 2 else "",
    )


def _day(one: tuple[Record, Origin]) -> str:
    """The day of a sitting, as it is sorted; of one day the first record counts."""
    return str(one[0].date)
