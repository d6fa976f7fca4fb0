"""When a rule asks something, in a few words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxyz.dates.days import WEEKDAYS
from lxyz.packs.model import Rule, When
from lxyz.render.page.safe import clean
from lxyz.render.wording.number import some
from lxyz.render.wording.periods import MONTHS, day
from lxyz.render.wording.terms import sentence, term
from lxyz.vocabulary import say


def _said(name: str, lang: str, /, **values: str) -> str:
    return sentence("when", name, lang, **values)


def when_words(rule: Rule, lang: str) -> str:
    """When something is asked, in a few words."""
    when = rule.when
    if when == "now":
        return _said("now", lang)
    if not isinstance(when, When):
        return "" if rule.each is not None else _said("year", lang)
    text = _relative(when, lang) if when.every is None else _calendar(when, lang)
    return text + "".join(_further(when, lang))


def _further(when: When, lang: str) -> Iterator[str]:
    """What else a `when` says: moved days, days off, the subject's own period."""
    if when.months:
        row = [int(one) for one in when.months]
        names = ", ".join(MONTHS[one - 1] for one in row)
        yield _said("months", lang, numbers="、".join(map(str, row)), names=names)
    if when.shift:
        moved = "moved-why" if when.needs else "moved"
        yield _said(moved, lang, days=_days(when.shift, lang))
    if when.roll:
        yield _said("rolled", lang)
    if when.same:
        period = term("every", when.same, lang)
        same = period.removeprefix("每").removeprefix("every ")
        yield _said("same", lang, period=same)


def _calendar(when: When, lang: str) -> str:
    text = term("every", when.every or "year", lang)
    if when.first:
        text += _counted_from(when.first, lang)
    if when.day in WEEKDAYS:
        day_name = term("values", when.day, "zh").removeprefix("星期")
        return say(lang, f"每周{day_name}", f"every {when.day}")
    if when.day:
        return _said("on", lang, every=text, day=_fixed(when.day, lang))
    if when.after:
        return _said("closing", lang, every=text, days=_days(when.within, lang))
    first, last = when.bounds.from_, when.bounds.to
    yearly = when.every == "year"
    begin, end = (
        ""
        if one is None
        else day_words(one, lang)
        if yearly
        else _day_inside(one, lang, monthly=when.every == "month")
        for one in (first, last)
    )
    days = {"every": text, "begin": begin, "end": end}
    stretch = "-".join([*["from"] * bool(begin), *["to"] * bool(end)])
    if when.before:
        # The days lie before each period, in the period before it.
        told = _said(f"days-{stretch}", lang, **days) if stretch else ""
        return _said("ahead-days" if told else "ahead", lang, every=text, days=told)
    years = [one[:4] for one in (first, last) if one is not None]
    if years and all(map(str.isdecimal, years)):
        # Days in a single year, or up to one, come only once.
        once = "days" if _is_once(when, years) else "dated"
        return _said(f"{once}-{stretch}", lang, **days)
    return _said(stretch, lang, **days) if stretch else text


def _is_once(when: When, years: list[str]) -> bool:
    """Whether the days of a `when` come only once, and not in every period.

    Both days lie in one period; for a period of several years nothing else can be
    meant."""
    several = when.first is not None
    return len(years) == 2 and (several or years[0] == years[1])


def _counted_from(first: str, lang: str) -> str:
    """The year from which periods of several years are counted, in words."""
    name = first.removeprefix("$")
    return _said("since" if first == name else "since-param", lang, year=name)


def _day_inside(text: str, lang: str, *, monthly: bool) -> str:
    """A month-day in a period below a year: `1-05` is the 5th of the first month.

    If the period is the month itself (`monthly`), the month is not named."""
    found = re.fullmatch(r"0?(\d+)-(0?(\d+)|last)", text)
    if found is None:
        return day_words(text, lang)
    month, number = int(found[1]), found[3]
    told = _said("month-end", lang) if number is None else _fixed(number, lang)
    if monthly and month == 1:
        return told
    return _said("of-month", lang, month=found[1], day=told)


def _fixed(text: str, lang: str) -> str:
    """A fixed day of the month in words: `7`, `first friday`, the branch's own fixed
    day, a parameter."""
    if text == "branch.fixed_day":
        return say(lang, "固定党日", "the fixed day")
    if text.isdecimal():
        return say(lang, f"{text}日", f"day {text}")
    if text.startswith("$"):
        return _days(text, lang).removesuffix("天")
    words = [
        term("days", word, lang) or term("values", word, lang, clean(word))
        for word in text.split()
    ]
    return say(lang, "".join(words), f"the {' '.join(words)}")


def day_words(text: str, lang: str) -> str:
    """A month-day of a pack in words."""
    if text.startswith("$"):
        return _said("param-day", lang, name=text[1:])
    ahead = text.startswith("next ")
    plain = text.removeprefix("next ")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", plain):
        return day(date.fromisoformat(plain), lang)
    month, _, rest = plain.partition("-")
    name = MONTHS[(int(month) - 1) % 12]
    if rest == "last":
        shown = say(lang, f"{int(month)}月底", f"the end of {name}")
    else:
        shown = say(lang, f"{int(month)}月{int(rest)}日", f"{int(rest)} {name}")
    if not ahead:
        return shown
    return say(lang, f"次年{shown}", f"{shown} of the next year")


def late_words(text: str, lang: str) -> str:
    """How long a late record still counts, in words."""
    if text.startswith("$"):
        return _days(text, lang)
    if found := re.fullmatch(r"\+(\d+)d", text):
        return say(lang, f"再过{found[1]}天", f"{some(int(found[1]), 'day')} more")
    if found := re.fullmatch(r"\+(\d+) months?", text):
        return say(lang, f"再过{found[1]}个月", f"{some(int(found[1]), 'month')} more")
    return day_words(text, lang)


def _days(text: str | None, lang: str) -> str:
    if text is None or text.startswith("$"):
        name = (text or "$?")[1:]
        return say(lang, f"（参数 {name}）", f"(parameter {name})")
    number = text.rstrip("wdm")
    if text.endswith("m"):
        return say(lang, f"{number}个月", some(int(number), "month"))
    if text.endswith("wd"):
        return say(lang, f"{number}个工作日", some(int(number), "working day"))
    return say(lang, f"{number}天", some(int(number), "day"))


def _after(when: When, anchor: str, lang: str) -> str:
    """The days after something, in words."""
    within = when.within or when.to
    begin = when.from_ if when.from_ not in ("0d", "1d") else None
    days = {"begin": begin, "end": within}
    shown = {name: _days(text, lang) for name, text in days.items() if text is not None}
    return _said("-".join(["after", *shown]), lang, anchor=anchor, **shown)


def _relative(when: When, lang: str) -> str:
    if when.during or when.by:
        return _said("during" if when.during else "by", lang)
    about = when.after or when.before or when.around or "subject"
    anchor = term("anchors", about, lang)
    if when.after:
        return _after(when, anchor, lang)
    before = _days(when.from_, lang) if when.from_ else ""
    if when.around:
        name = "around-day" if when.to == "0d" else "around"
        return _said(name, lang, begin=before, anchor=anchor, end=_days(when.to, lang))
    return _before(when, anchor, before, lang)


def _before(when: When, anchor: str, first: str, lang: str) -> str:
    """The days before something, in words; `first` are the words for the first day."""
    same = when.to == "0d"
    last = "" if when.to is None or same else _days(when.to, lang)
    values = {"anchor": anchor, "begin": first, "end": last}
    if last and not (first and when.to == "1d"):
        return _said("before-begin-end" if first else "before-end", lang, **values)
    text = _said("before-begin" if first else "before", lang, **values)
    return text + (_said("included", lang) if same else "")
