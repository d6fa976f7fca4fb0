"""A page of text: titles, items with a mark and hanging lines, at a width."""

from __future__ import annotations

from lxyz.render.page.style import Style, paint, symbol
from lxyz.render.page.width import flow, wrap

_INDENT = "    "


class Page:
    """Lines as they are written, wrapped at the width of the style."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.lines: list[str] = []

    def text(self) -> str:
        """The page, ending in a line end."""
        return "\n".join(self.lines) + "\n"

    def blank(self) -> None:
        """An empty line, but never two in a row."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def title(self, text: str) -> None:
        """The heading of a branch."""
        self.line(text, "head")

    def part(self, text: str) -> None:
        """The heading of a part of a report."""
        self.blank()
        self.title(text)

    def line(self, text: str, colour: str = "") -> None:
        """A plain line."""
        self._put(wrap(text, self.style.width), colour)

    def item(self, level: str, text: str, *, mark: str = "", tail: str = "") -> None:
        """The first line of an item, after the mark of its level; `tail` follows it,
        dimmed."""
        shown = mark or (symbol(level, self.style) if level else "")
        first = f"{shown} " if shown else ""
        lines = wrap(f"{text}{tail}", self.style.width, first)
        if shown and level:
            lines[0] = paint(shown, level, self.style) + lines[0][len(shown) :]
        self.lines.extend(lines)

    def note(self, text: str, *, colour: str = "", first: str = _INDENT) -> None:
        """A line below an item."""
        self._put(wrap(text, self.style.width, first), colour)

    def units(
        self, texts: list[str], *, colour: str = "", first: str = _INDENT
    ) -> None:
        """Texts in a row below an item; a text that fits into a line is not broken."""
        if texts:
            self._put(flow(texts, self.style.width, first), colour)

    def raw(self, lines: list[str]) -> None:
        """Lines that are laid out already."""
        self.lines.extend(lines)

    def _put(self, lines: list[str], colour: str) -> None:
        for line in lines:
            blanks = len(line) - len(line.lstrip(" "))
            self.lines.append(line[:blanks] + paint(line[blanks:], colour, self.style))
