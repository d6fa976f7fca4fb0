"""A summary in Markdown: its tables, and how much of it there is room for.

GitHub refuses a summary of more than 1 MiB as a whole; what there is no room for is
left out at the end of a line, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.render.page.style import Style

MOST = 1_000_000
"""Bytes of a whole report; GitHub takes 1,048,576 of a step."""


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


def heads(names: list[str]) -> Iterator[str]:
    """The two lines with which a table begins."""
    yield row(names)
    yield f"|{' --- |' * len(names)}"


def in_room(texts: Iterable[str], style: Style, room: int) -> Iterator[str]:
    """The texts as long as they fit into so many bytes; what is left out is said."""
    for text in texts:
        size = len(text.encode("utf-8", "backslashreplace"))
        if size > room:
            yield _cut(style)
            return
        room -= size
        yield text


def _cut(style: Style) -> str:
    text = style.say(
        "**以下没有列出：这里最多 1 MiB。全部见 json、csv 格式。**",
        "**The rest was left out: 1 MiB at most. See the json or csv format.**",
    )
    return f"\n{text}\n"
