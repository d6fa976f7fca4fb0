"""How a report is to look: language, width, colour, and the few symbols it uses."""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.base.named import NamedTuple
from lxyz.vocabulary import Said


class Style(NamedTuple):
    """How a report is to look.

    `unicode` False: the stream is GBK or ASCII, so that our own symbols are ASCII.
    `show` adds what a report leaves out: `met`, `open`, `not-applicable`, `folded`,
    or `all`.
    """

    lang: str = "zh"
    width: int = 80
    color: bool = False
    unicode: bool = True
    show: frozenset[str] = frozenset()

    def say(self, chinese: Said, english: Said) -> Said:
        """The one of two that is in the language."""
        return english if self.lang == "en" else chinese

    def shows(self, what: str) -> bool:
        """Whether something that is left out by default is wanted."""
        return what in self.show or "all" in self.show


# Each symbol with its ASCII twin. All are one column wide in a terminal of today, and
# tell each other apart without colour.
_SYMBOLS = {
    "error": ("×", "x"),
    "warning": ("!", "!"),
    "info": ("·", "-"),
    "do": ("→", "->"),
    "box": ("□", "[ ]"),
    "met": ("√", "v"),
    "late": ("△", "~"),
    "open": ("○", "o"),
    "planned": ("+", "+"),
    "waived": ("=", "="),
    "gap": ("×", "x"),
    "unknown": ("?", "?"),
    "none": ("·", "."),
    "rule": ("─", "-"),
}
_CODES = {
    "error": "1;31",
    "warning": "33",
    "info": "36",
    "good": "32",
    "head": "1",
    "dim": "2",
}
_OF_LINES = {"+": "good", "-": "error", "@": "info"}


def symbol(name: str, style: Style) -> str:
    """A symbol, or its ASCII twin."""
    pretty, plain = _SYMBOLS[name]
    return pretty if style.unicode else plain


def paint(text: str, name: str, style: Style) -> str:
    """The text in a colour of meaning (never of meaning alone), if colour is wanted."""
    code = _CODES.get(name)
    if not style.color or code is None or not text:
        return text
    return f"\x1b[{code}m{text}\x1b[0m"


def painted(difference: Iterable[str], style: Style) -> list[str]:
    """The lines of a difference, each in the colour of what it tells."""
    return [paint(line, _OF_LINES.get(line[:1], ""), style) for line in difference]
