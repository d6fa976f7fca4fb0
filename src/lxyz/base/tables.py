"""Tables of texts, which are plain text: a row begins with a line of its own, and what
else belongs to it stands below, a line each, indented by two. `#` begins a remark. Of
several tables in one text each begins with its name, `[…]`, and ends with an empty line.
"""

from __future__ import annotations


def rows_of(text: str) -> list[list[str]]:
    """The lines of each row of a table, in its order."""
    lines = text.replace("\n  ", "\0").split("\n")
    return [line.split("\0") for line in lines if line and line[0] != "#"]


def table_in(text: str, name: str) -> list[list[str]]:
    """The rows of a table that is one of several; none where there is none such."""
    head = f"\n[{name}]\n"
    at = text.find(head)
    end = text.find("\n\n", at)
    return rows_of(text[at + len(head) : None if end < 0 else end]) if at >= 0 else []
