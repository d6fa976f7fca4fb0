"""Fields that count just because they are written (a topic, measures, a section), but
whose text says that there is nothing: 措施: 待研究.

Such a value gets a warning at its place and is dropped, as if it had not been written.
"""

from __future__ import annotations

from typing import Any

from lxyz.denial.sittings import was_not_held
from lxyz.denial.values import keeps_place, says_nothing
from lxyz.files import Node
from lxyz.files.origin import Origin
from lxyz.records.reader import Reader
from lxyz.vocabulary.phrases import phrases

_SHOWN = 40
_LONGEST = 20
"""A value of more characters is never taken as denying itself: it tells of
something."""
_TEXTS = ("topic", "theme", "measures", "goal")


def deny(reader: Reader, at: Node | Origin, text: str) -> None:
    """Adds the warning for a text that says that there is nothing."""
    origin = at if isinstance(at, Origin) else reader.at(at)
    reader.faults.warn("F426", origin, text=text[:_SHOWN])


def affirm(
    reader: Reader, values: dict[str, Any], places: dict[str, tuple[int, int]]
) -> None:
    """Removes from `values`, the fields of a record or of an item, those that deny
    themselves. `places` are line and column of the keys."""
    for key in _TEXTS:
        text = values.get(key)
        if not isinstance(text, str) or len(text) > _LONGEST or was_not_held(text):
            continue  # it denies the sitting: `facts.came_about` decides
        if says_nothing(text):
            deny(reader, Origin(reader.file, *places[key]), text)
            del values[key]
    note = values.get("note", "")
    if note and keeps_place(note):
        deny(reader, Origin(reader.file, *places["note"]), note)
        del values["note"]
    forms = values.get("forms")
    if isinstance(forms, tuple) and forms and all(map(says_nothing, forms)):
        deny(reader, Origin(reader.file, *places["forms"]), "、".join(forms))
        del values["forms"]


def is_denied_section(heading: str, body: str) -> bool:
    """Whether a section says that what its heading names was not done. A section about
    shortcomings (its heading says so) tells of just that, and is kept."""
    if any(word in heading for word in phrases("nothing").words("wanting")):
        return False
    return says_nothing(heading, empty=False) or (
        "\n" not in body and says_nothing(body, empty=False)
    )
