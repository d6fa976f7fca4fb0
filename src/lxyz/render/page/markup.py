"""Text that others wrote, made safe in Markdown.

It is shown as it was written: nothing in it becomes a link, picture, heading, table or
HTML."""

from __future__ import annotations

import re

from lxyz.base.late import late
from lxyz.render.page.safe import clean, shortened

# Every mark with a meaning in CommonMark, or in GitHub's tables, formulas and mentions.
# A backslash before it is never shown.
_MARKS = late(r"[\\`*_{}\[\]<>()#+!|~&$@]")
# Beginnings of plain text that GitHub turns into a link; and of a list.
_LINKS = late(r"(?i)(?<=http)(s?)(?=:)|(?<=ftp)()(?=:)|(?<=www)()(?=\.)")
_STARTS = late(r"^(\s*)(?:(\d+)(?=[.)])|(?=[-=:]))")
MOST = 400
"""Characters of one cell."""


def plain(text: str, most: int = MOST) -> str:
    """One line of text for a heading, a paragraph or the cell of a table."""
    text = shortened(clean(text), most)
    text = _MARKS.sub(lambda found: f"\\{found[0]}", text)
    text = _LINKS.sub(lambda found: f"{found[0]}\\", text)
    return _STARTS.sub(_started, text)


def _started(found: re.Match[str]) -> str:
    """Escapes a number or mark that would begin a list or underline a heading."""
    blanks, number = found[1], found[2]
    return f"{blanks}{number}\\" if number else f"{blanks}\\"


def fenced(lines: list[str]) -> list[str]:
    """Lines of YAML as a block of code, fenced so that no line in it can end it."""
    ticks = max(
        (len(run) for line in lines for run in re.findall("`+", line)), default=0
    )
    fence = "`" * max(3, ticks + 1)
    return [f"{fence}yaml", *lines, fence]


def code(text: str) -> str:
    """A short text as code, such as a place in a file."""
    text = shortened(clean(text), MOST).replace("|", "\\|")
    ticks = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (ticks + 1)
    blank = " " if ticks else ""
    return f"{fence}{blank}{text}{blank}{fence}" if text else ""
