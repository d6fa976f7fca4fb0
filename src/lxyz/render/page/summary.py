"""A summary in Markdown: its tables, and its size.

GitHub refuses the whole summary if it has more than 1 MiB. So a longer one is cut at
the end of a line, and a sentence says so.
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
    """The first two lines of a table: the heads of the columns, and the rule below."""
    yield row(names)
    yield f"|{' --- |' * len(names)}"


def in_room(texts: Iterable[str], style: Style, room: int) -> Iterator[str]:
    """The texts that fit into `room` bytes; if any is cut, a last line says so."""
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
