"""When a rule asks something, in a few words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxyz.dates import WEEKDAYS
from lxyz.packs.model import Rule, When
from lxyz.render.page.safe import clean
from lxyz.render.wording.number import some
from lxyz.render.wording.periods import MONTHS, day
from lxyz.render.wording.terms import term
from lxyz.vocabulary import say


def when_words(rule: Rule, lang: str) -> str:
    """When something is asked, in a few words."""
    when = rule.when
    if when == "now":
        return say(
            lang,
            "以检查那天的名册为准",
            "as the profile stands on the day of the check",
        )
    if not isinstance(when, When):
        return "" if rule.each is not None else say(lang, "全年", "in the year")
    text = _relative(when, lang) if when.every is None else _calendar(when, lang)
    return text + "".join(_further(when, lang))


def _further(when: When, lang: str) -> Iterator[str]:
    """What else a span says: moved days, days off, the subject's own period."""
    if when.months:
        row = [int(one) for one in when.months]
        numbers = "、".join(str(one) for one in row)
        names = ", ".join(MONTHS[one - 1] for one in row)
        yield say(lang, f"（只在{numbers}月）", f" (only in {names})")
    if when.shift:
        days = _days(when.shift, lang)
        reason = "，要写改期原因" if when.needs else ""
        because = " with a reason" if when.needs else ""
        yield say(
            lang, f"（可前后挪{days}{reason}）", f" (or up to {days} off{because})"
        )
    if when.roll:
        yield say(lang, "（休息日顺延）", " (or the next working day)")
    if when.same:
        period = term("every", when.same, lang)
        same = period.removeprefix("每").removeprefix("every ")
        yield say(lang, f"（同一{same}里）", f" (in the same {same})")


def _calendar(when: When, lang: str) -> str:
    text = term("every", when.every or "year", lang)
    if when.first:
        text += _counted_from(when.first, lang)
    if when.day in WEEKDAYS:
        day_name = term("values", when.day, "zh").removeprefix("星期")
        return say(lang, f"每周{day_name}", f"every {when.day}")
    if when.day:
        return say(
            lang,
            f"{text}{_fixed(when.day, lang)}",
            f"{text} on {_fixed(when.day, lang)}",
        )
    if when.after:
        within = _days(when.within, lang)
        return say(lang, f"{text}结束后{within}内", f"within {within} after {text}")
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
    if when.before:
        return _ahead(text, begin, end, lang)
    years = [one[:4] for one in (first, last) if one is not None]
    if years and all(map(str.isdecimal, years)):
        return _dated(text, begin, end, once=_is_once(when, years), lang=lang)
    if begin and end:
        return say(lang, f"{text}{begin}至{end}", f"{text} from {begin} to {end}")
    if end:
        return say(lang, f"{text}{end}前", f"{text} by {end}")
    if begin:
        return say(lang, f"{text}{begin}起", f"{text} from {begin}")
    return text


def _is_once(when: When, years: list[str]) -> bool:
    """Whether a period lies between such days but once: both are of one, which for
    several years is all that can be meant."""
    several = when.first is not None
    return len(years) == 2 and (several or years[0] == years[1])


def _dated(every: str, begin: str, end: str, *, once: bool, lang: str) -> str:
    """From a day of one year, or up to one: such days come but once."""
    if begin and end:
        chinese = f"{begin}至{end}" + ("" if once else f"期间{every}")
        english = f"from {begin} to {end}"
        return say(lang, chinese, english if once else f"{every} {english}")
    if end:
        return say(lang, f"到{end}止{every}", f"{every} by {end}")
    return say(lang, f"{begin}起{every}", f"{every} from {begin}")


def _ahead(every: str, begin: str, end: str, lang: str) -> str:
    """Before each period, in these days of the one before."""
    days = say(lang, f"{begin}至{end}", f"from {begin} to {end}")
    if not (begin and end):
        days = say(lang, f"{end}前", f"by {end}") if end else ""
        days = say(lang, f"{begin}起", f"from {begin}") if begin else days
    if not days:
        return say(lang, f"{every}开始前", f"before {every}")
    return say(
        lang,
        f"{every}开始前（上一期{days}）",
        f"before {every} ({days} of the last one)",
    )


def _counted_from(first: str, lang: str) -> str:
    """From which year several are counted."""
    name = first.removeprefix("$")
    if first != name:
        return say(
            lang, f"（从参数 {name} 的年份算起）", f" (from parameter {name} on)"
        )
    return say(lang, f"（从{first}年算起）", f" (from {first} on)")


def _day_inside(text: str, lang: str, *, monthly: bool) -> str:
    """A month-day inside a period below a year: `1-05` is the 5th of its first month,
    which need not be said where the period is the month itself."""
    found = re.fullmatch(r"0?(\d+)-(0?(\d+)|last)", text)
    if found is None:
        return day_words(text, lang)
    month, day = int(found[1]), found[3]
    told = "the last day" if day is None else f"day {day}"
    if monthly and month == 1:
        return say(lang, "月底" if day is None else f"{day}日", told)
    of_month = "月底" if day is None else f"{day}日"
    return say(lang, f"第{month}个月{of_month}", f"{told} of month {month}")


def _fixed(text: str, lang: str) -> str:
    """A fixed day of the month: `7`, `first friday`, the branch's own, a parameter."""
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
        return say(
            lang, f"（参数 {text[1:]} 的日期）", f"the day of parameter {text[1:]}"
        )
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
    """How long a late one counts."""
    if text.startswith("$"):
        return say(lang, f"（参数 {text[1:]}）", f"(parameter {text[1:]})")
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
    """In which days after something."""
    within = when.within or when.to
    begin = when.from_ if when.from_ not in ("0d", "1d") else None
    if begin is not None and within is not None:
        first, last = _days(begin, lang), _days(within, lang)
        return say(
            lang,
            f"{anchor}之后{first}到{last}之间",
            f"between {first} and {last} after {anchor}",
        )
    if begin is not None:
        first = _days(begin, lang)
        return say(
            lang,
            f"{anchor}之后满{first}、当年以内",
            f"at least {first} after {anchor}, within the year",
        )
    if within is None:
        return say(lang, f"{anchor}之后、当年以内", f"after {anchor}, within the year")
    days = _days(within, lang)
    return say(lang, f"{anchor}之后{days}内", f"within {days} after {anchor}")


def _relative(when: When, lang: str) -> str:
    if when.during:
        return say(lang, "在它的日期之内", "within its own days")
    if when.by:
        return say(lang, "在它的期限之前", "by its due day")
    about = when.after or when.before or when.around or "subject"
    anchor = term("anchors", about, lang)
    if when.after:
        return _after(when, anchor, lang)
    before = _days(when.from_, lang) if when.from_ else ""
    if when.around:
        after = _days(when.to, lang)
        last = (f"之后{after}", f"{after} after")
        chinese, english = ("当天", "that very day") if when.to == "0d" else last
        return say(
            lang,
            f"{anchor}之前{before}到{chinese}",
            f"from {before} before {anchor} to {english}",
        )
    return _before(when, anchor, before, lang)


def _before(when: When, anchor: str, first: str, lang: str) -> str:
    """In which days before something, from the first of them."""
    same = when.to == "0d"
    last = "" if when.to in (None, "0d", "1d") else _days(when.to, lang)
    if last and first:
        return say(
            lang,
            f"{anchor}之前{first}到{last}之间",
            f"between {first} and {last} before {anchor}",
        )
    if first == "" and when.to is not None and not same:
        last = last or _days(when.to, lang)
        return say(lang, f"{anchor}之前满{last}", f"at least {last} before {anchor}")
    if lang == "zh":
        within = f"{first}内" if first else ""
        return f"{anchor}之前{within}{'（含当天）' if same else ''}"
    within = f"within {first} " if first else ""
    return f"{within}before {anchor}{' (that day included)' if same else ''}"
