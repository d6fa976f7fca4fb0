"""Cases written as texts in which each fault stands right before its place: `⟦F101⟧`.

A file of cases holds `=== NAME` and the text of each. `⟨3000⟩` is the character of that
number, `⟨end⟩` ends a text without a line end, and what no file should hold (a telephone
number, one of identity) is named.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_MARK = re.compile("⟦(F[0-9]{3})⟧")
_SPELT = re.compile("⟨([0-9a-f]+)⟩")
_NAMED = {
    "⟨mobile⟩": "138" + "0013" + "8000",
    "⟨identity⟩": "11010119" + "900101" + "123X",
}

Place = tuple[int, int, str]


class Case(NamedTuple):
    """A text and the faults in it by place: line, column, code."""

    text: str
    faults: list[Place]


def cases(path: Path) -> dict[str, Case]:
    """The cases of a file by name."""
    _, *parts = re.split("(?m)^=== ", path.read_text(encoding="utf-8"))
    found: dict[str, Case] = {}
    for part in parts:
        name, _, text = part.partition("\n")
        assert name not in found, name
        found[name] = marked(text.rstrip("\n") + "\n")
    return found


def marked(text: str) -> Case:
    """A text without its marks, and the places where these stood."""
    for name, shown in _NAMED.items():
        text = text.replace(name, shown)
    text = _SPELT.sub(lambda found: chr(int(found[1], 16)), text)
    text = text.replace("⟨end⟩\n", "")
    faults: list[Place] = []
    while mark := _MARK.search(text):
        before = text[: mark.start()]
        column = len(before) - before.rfind("\n")
        faults.append((before.count("\n") + 1, column, mark[1]))
        text = before + text[mark.end() :]
    return Case(text, sorted(faults))
