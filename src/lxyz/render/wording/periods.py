"""Days and periods in words: `2016-08` is 8月, weeks 14 to 39 are 第14至39周."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from lxyz.base.late import late
from lxyz.render.page.safe import clean
from lxyz.vocabulary import say

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_QUARTERS = "一二三四"
_DAY = late(r"\d{4}-\d\d-\d\d")
_YEAR = late(r"\d{4}")
_YEARS = late(r"(\d{4})\.\.(\d{4})")
_FORMS = {
    "month": late(r"(\d{4})-(\d\d)"),
    "week": late(r"(\d{4})-W(\d\d)"),
    "fortnight": late(r"(\d{4})-W(\d\d)/\d\d"),
    "quarter": late(r"(\d{4})-Q(\d)"),
    "half": late(r"(\d{4})-H(\d)"),
    "pair": late(r"(\d{4})-(\d\d)/\d\d"),
}
_COUNTED = frozenset(("week", "fortnight", "half"))
"""What in English is one of a year: week 38 of 2016."""
_WORDS: dict[str, tuple[Callable[[int], str], Callable[[int], str]]] = {
    "month": (lambda n: f"{n}月", lambda n: MONTHS[(n - 1) % 12]),
    "week": (lambda n: f"第{n}周", lambda n: f"week {n}"),
    "fortnight": (lambda n: f"第{n}、{n + 1}周", lambda n: f"weeks {n} and {n + 1}"),
    "quarter": (lambda n: f"第{_QUARTERS[(n - 1) % 4]}季度", lambda n: f"Q{n}"),
    "half": (
        lambda n: "上半年" if n == 1 else "下半年",
        lambda n: "first half" if n == 1 else "second half",
    ),
    "pair": (
        lambda n: f"{n}至{n + 1}月",
        lambda n: f"{MONTHS[(n - 1) % 12]}-{MONTHS[n % 12]}",
    ),
}


def month_names(lang: str) -> list[str]:
    """The names of the twelve months, as heads of columns."""
    return [_WORDS["month"][lang == "en"](number) for number in range(1, 13)]


def weekday(when: date, lang: str) -> str:
    """The day of the week, in short."""
    days = "周一 周二 周三 周四 周五 周六 周日", "Mon Tue Wed Thu Fri Sat Sun"
    return say(lang, *days).split()[when.weekday()]


def day(when: date, lang: str, year: int = 0) -> str:
    """A day in words, without its year if that is `year`, the year of the report."""
    if lang == "zh":
        text = f"{when.month}月{when.day}日"
        return text if when.year == year else f"{when.year}年{text}"
    text = f"{when.day} {MONTHS[when.month - 1]}"
    return text if when.year == year else f"{text} {when.year}"


@lru_cache(maxsize=2048)
def period(label: str, lang: str, year: int = 0) -> str:
    """A period in words, by its label; an empty text for the whole year."""
    if label == f"{year:04}":
        return ""
    if _DAY.fullmatch(label):
        found = _day_of(label)
        return day(found, lang, year) if found is not None else clean(label)
    for name, form in _FORMS.items():
        if part := form.fullmatch(label):
            own = int(part[1])
            text = say(lang, *_WORDS[name])(int(part[2]))
            of = " of" if name in _COUNTED else ""
            if own == year:
                return text
            return say(lang, f"{own}年{text}", f"{text}{of} {own}")
    if years := _YEARS.fullmatch(label):
        return say(lang, f"{years[1]}至{years[2]}年", f"{years[1]}-{years[2]}")
    first, dots, last = label.partition("..")
    if dots:
        begin, end = period(first, lang, year), period(last, lang, year)
        return say(lang, f"{begin}至{end}", f"{begin} to {end}")
    if _YEAR.fullmatch(label):
        return say(lang, f"{label}年", label)
    return clean(label)


def _day_of(label: str) -> date | None:
    try:
        return date.fromisoformat(label)
    except ValueError:
        return None


def periods(labels: Sequence[str], lang: str, year: int = 0) -> str:
    """Several periods in words; three and more that follow each other become from … to
    (第14至39周)."""
    shown: list[str] = []
    run: list[str] = []
    for label in dict.fromkeys(labels):
        if run and not _follows(run[-1], label):
            shown.extend(_drawn(run, lang, year))
            run = []
        run.append(label)
    shown.extend(_drawn(run, lang, year))
    return say(lang, "、", ", ").join(text for text in shown if text)


def _follows(earlier: str, later: str) -> bool:
    for form in (_FORMS["month"], _FORMS["week"], _FORMS["quarter"]):
        one, other = form.fullmatch(earlier), form.fullmatch(later)
        if one and other:
            return one[1] == other[1] and int(other[2]) == int(one[2]) + 1
    return False


def _drawn(run: list[str], lang: str, year: int) -> list[str]:
    """Words for periods that follow each other: three and more become from … to."""
    words = [period(label, lang, year) for label in run]
    if len(run) < 3:
        return words
    if lang == "en" and words[0].startswith("week "):
        return [
            f"weeks {words[0].removeprefix('week ')} to {words[-1].removeprefix('week ')}"
        ]
    if lang == "en":
        return [f"{words[0]} to {words[-1]}"]
    return [f"{_bare(words[0])}至{words[-1].removeprefix('第')}"]


def _bare(words: str) -> str:
    """The words of the first period without its unit, which the last one says: 第14."""
    for unit in ("季度", "周", "月"):
        words = words.removesuffix(unit)
    return words


def last_day(label: str) -> date | None:
    """The last day of a period, by its label; None if the label does not tell it."""
    from lxyz.dates.days import DateProblem
    from lxyz.dates.periods import parse_period

    if found := _FORMS["week"].fullmatch(label):
        try:
            return date.fromisocalendar(int(found[1]), int(found[2]), 7)
        except ValueError:
            return None
    if _DAY.fullmatch(label):
        return _day_of(label)
    try:
        return parse_period(label).last
    except DateProblem:
        return None
