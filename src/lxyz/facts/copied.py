"""Sittings of different days that share the same minutes, word for word, or the same
picture.

This is only a warning, and all of them count: the minutes of a weekly study may well
say the same.
"""

from __future__ import annotations

from lxyz.facts.attributes import evidence_of
from lxyz.facts.gathering import SHOWN, Gathering
from lxyz.files.origin import Origin
from lxyz.records import Record

_LONG = 40
"""Minutes of fewer characters may be equal by chance."""
Seen = dict[str, list[tuple[Record, Origin]]]
"""For each text or picture, the records that have it, with its place."""


def tell_of_copies(gathering: Gathering, records: list[Record]) -> None:
    """Adds a warning for each text or picture that held sittings of several days share,
    at the sitting of the second day. Two sittings get one warning, however much they
    share."""
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
    """Adds the warning for one text or picture if its records are of several days.
    `told` holds the pairs of records that have a warning already."""
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
    """The day of a sitting, as a text to sort by. With `min`, the first record of a day
    counts."""
    return str(one[0].date)
