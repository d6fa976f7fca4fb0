"""Tables written as plain text.

The first cell of a row is a line without indent; each further cell is a line below it,
indented by two blanks. A line that begins with `#` is a comment. Where one text holds
several tables, each begins with a line `[name]` and ends with an empty line.
"""

from __future__ import annotations


def rows_of(text: str) -> list[list[str]]:
    """The rows of a table in the order of the text, each a list of its cells."""
    lines = text.replace("\n  ", "\0").split("\n")
    return [line.split("\0") for line in lines if line and line[0] != "#"]


def table_in(text: str, name: str) -> list[list[str]]:
    """The rows of the table `[name]` in a text of several; [] if no table has that
    name."""
    head = f"\n[{name}]\n"
    at = text.find(head)
    end = text.find("\n\n", at)
    return rows_of(text[at + len(head) : None if end < 0 else end]) if at >= 0 else []
