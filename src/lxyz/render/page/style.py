"""How a report is to look: language, width, colour, and the few symbols it uses."""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.base.named import NamedTuple
from lxyz.vocabulary import Said


class Style(NamedTuple):
    """How a report is to look.

    - `lang`: `zh` or `en`
    - `width`: in columns of a terminal
    - `color`: whether colours are used
    - `unicode`: False if the stream is GBK or ASCII; our own symbols are ASCII then
    - `show`: what is shown besides: `met`, `open`, `not-applicable`, `folded`, `all`
    """

    lang: str = "zh"
    width: int = 80
    color: bool = False
    unicode: bool = True
    show: frozenset[str] = frozenset()

    def say(self, chinese: Said, english: Said) -> Said:
        """The Chinese or the English text, by the language of the style."""
        return english if self.lang == "en" else chinese

    def shows(self, what: str) -> bool:
        """Whether `show` names something, or says `all`."""
        return what in self.show or "all" in self.show


# Each symbol with its ASCII twin. All are one column wide in a modern terminal, and can
# be told apart without colour.
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
    """A symbol by its name; its ASCII twin if the stream cannot show it."""
    pretty, plain = _SYMBOLS[name]
    return pretty if style.unicode else plain


def paint(text: str, name: str, style: Style) -> str:
    """The text in a colour, if colours are used.

    `name` names a meaning, such as a level; no meaning is shown by colour alone."""
    code = _CODES.get(name)
    if not style.color or code is None or not text:
        return text
    return f"\x1b[{code}m{text}\x1b[0m"


def painted(difference: Iterable[str], style: Style) -> list[str]:
    """The lines of a diff, each in the colour of its kind: added, removed, place."""
    return [paint(line, _OF_LINES.get(line[:1], ""), style) for line in difference]
