"""Parts of a number or of persons (`of`), where they can never be meant."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.kinds.conditions import ROLES
from lxyz.kinds.values import number
from lxyz.packs.model import Condition
from lxyz.vocabulary import Vocabulary

_COUNTED = frozenset(
    "days issue_days speaker_minutes longest_speaker attachments value items position".split()
)
ONE_TEXT = frozenset(("text", "one", "name", "date", "path", "by", "owner"))
"""Types of keys that hold one text, which has no size."""


def shares(name: str, wanted: Condition, words: Vocabulary) -> Iterator[str]:
    """What is doubtful in a part of a whole that a condition bounds, in words."""
    of = wanted.of
    if of is None:
        return
    if of == name:
        yield f"{name} of itself is all of it"
        return
    if wanted.which is not None and of not in ROLES:
        yield f"{of} names no persons: is and which ask of persons"
        return
    keys = words.key_slugs("record").get(of, ())
    types = {key.type.partition(" ")[0] for key in keys}
    if of not in ROLES and of not in _COUNTED and types and types <= ONE_TEXT:
        yield f"{of} is neither a number nor persons: of what part?"
    for text, whole in ((wanted.min, False), (wanted.over, True)):
        if text is None or text.startswith("$"):
            continue
        if number(text) > 1 or (whole and number(text) == 1):
            yield f"{name}: {text} of {of}: more than the whole"
