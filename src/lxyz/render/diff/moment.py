"""The two sides of a comparison in words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lxyz.render.form import said_day
from lxyz.render.safe import clean


class Moment(NamedTuple):
    """One side of a comparison: `kind` is report, day, commit or now, `text` how it was
    called, `short` the hash of a commit; `today` is False where the day was asked for
    and is another than today."""

    kind: str
    text: str
    as_of: date
    short: str = ""
    today: bool = True

    def words(self, lang: str) -> str:
        """What it is, without its day."""
        name, zh = clean(self.text), lang == "zh"
        if self.kind == "now":
            return "现在的文件" if zh else "the files as they are"
        if self.kind == "report":
            return f"报告 {name}" if zh else f"report {name}"
        if self.kind == "day":
            return str(self.as_of)
        short = clean(self.short)
        called = "" if short.startswith(name) else name
        aside = (f"（{called}）" if zh else f" ({called})") if called else ""
        return f"提交 {short}{aside}" if zh else f"commit {short}{aside}"


def span_words(old: Moment, new: Moment, lang: str) -> str:
    """From when to when, with the days of both."""
    zh = lang == "zh"
    if old.as_of == new.as_of and "day" not in (old.kind, new.kind):
        day = said_day(new.as_of, lang, today=new.today)
        told = old.words(lang), new.words(lang)
        return (
            f"从{_spaced(told[0])}到{_spaced(told[1])}，{day}"
            if zh
            else (f"from {told[0]} to {told[1]}, {day}")
        )
    first, last = _dated(old, lang), _dated(new, lang)
    return f"从{_spaced(first)}到{_spaced(last)}" if zh else f"from {first} to {last}"


def _dated(one: Moment, lang: str) -> str:
    if one.kind == "day":
        aside = said_day(one.as_of, lang, today=one.today).partition(str(one.as_of))[2]
        return f"{one.as_of}{aside}"
    day = said_day(one.as_of, lang, today=one.today or one.kind == "report")
    return (
        f"{one.words(lang)}（{day}）" if lang == "zh" else f"{one.words(lang)} ({day})"
    )


def _spaced(text: str) -> str:
    """With a blank where a Latin word or number stands beside a Chinese one."""
    before = " " if text[:1].isascii() else ""
    after = " " if text[-1:].isascii() else ""
    return f"{before}{text}{after}"
