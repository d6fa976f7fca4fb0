"""What one sitting has from another one: minutes letter by letter, or a photograph.

It is told, and both count: of a weekly study the minutes may well say the same.
"""

from __future__ import annotations

from lxyz.facts.attributes import evidence_of
from lxyz.facts.gathering import Gathering
from lxyz.files.origin import Origin
from lxyz.records import Record

_LONG = 40
"""Letters of minutes that two sittings hardly have in common."""
_SHOWN = 40
Seen = dict[str, Record]


def tell_of_copies(gathering: Gathering, records: list[Record]) -> None:
    """A warning for each sitting with the minutes, or a picture, of one of another day."""
    minutes: Seen = {}
    pictures: Seen = {}
    for record in records:
        if record.family != "activity" or record.date is None:
            continue
        text = str(record.more.get("content", ""))
        if len(text) >= _LONG:
            _tell(gathering, record, minutes, text, record.place("content"))
        for path, place in record.more.get("evidence", ()):
            if evidence_of(path) == "image":
                _tell(gathering, record, pictures, path, place)


def _tell(
    gathering: Gathering, record: Record, seen: Seen, text: str, at: Origin
) -> None:
    """Tells of a text that stands in a record of another day, too."""
    first = seen.setdefault(text, record)
    if first.date != record.date:
        file, line = first.origin.file, first.origin.line
        gathering.faults.add(
            "F432", at, level="warning", text=text[:_SHOWN], file=file, first=line
        )
