"""The two sides of a comparison in words."""

from __future__ import annotations

from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.render.page.safe import clean
from lxyz.render.wording.heads import as_of_words
from lxyz.render.wording.words import aside
from lxyz.vocabulary import say


class Moment(NamedTuple):
    """One side of a comparison.

    - `kind`: report, day, commit or now
    - `text`: the word with which it was named on the command line
    - `as_of`: the day on which it is judged
    - `short`: the short hash of a commit
    - `today`: False if the day was asked for and is not today"""

    kind: str
    text: str
    as_of: date
    short: str = ""
    today: bool = True

    def words(self, lang: str) -> str:
        """The words for this side, without its day; empty if it is just a day."""
        name = clean(self.text)
        if self.kind == "now":
            return say(lang, "现在的文件", "the files as they are")
        if self.kind == "report":
            return say(lang, f"报告 {name}", f"report {name}")
        short = clean(self.short)
        called = "" if short.startswith(name) else name
        return say(lang, "提交 ", "commit ") + short + aside(called, lang)


def span_words(old: Moment, new: Moment, lang: str) -> str:
    """The words for both sides, with their days.

    The new side says if its day is not today: that side decides whether a gate is
    passed."""
    if old.as_of == new.as_of and "day" not in (old.kind, new.kind):
        first, last = old.words(lang), new.words(lang)
        day = as_of_words(new.as_of, lang, today=new.today)
        day = say(lang, f"，{day}", f", {day}")
    else:
        first, last = _dated(old._replace(today=True), lang), _dated(new, lang)
        day = ""
    if lang == "en":
        return f"from {first} to {last}{day}"
    before, after = (" " if end.isascii() else "" for end in (first[0], first[-1]))
    between = " " if last[0].isascii() else ""
    return f"从{before}{first}{after}到{between}{last}{day}"


def _dated(one: Moment, lang: str) -> str:
    said = as_of_words(one.as_of, lang, today=one.today)
    if one.kind == "day":
        return f"{one.as_of}{said.partition(str(one.as_of))[2]}"
    return one.words(lang) + aside(said, lang)
