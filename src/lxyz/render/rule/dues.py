"""When a rule is due, overdue and missed: with the dates of a year."""

from __future__ import annotations

from datetime import date, timedelta

from lxyz.dates.spans import FOREVER
from lxyz.kinds.case import Window
from lxyz.packs.asked import is_of_itself, must_last, patterns
from lxyz.packs.model import Rule, When
from lxyz.packs.types import Pack
from lxyz.render.rule.when import late_words
from lxyz.render.sample.windows import window_of
from lxyz.render.wording.periods import day
from lxyz.render.wording.periods import period as period_words
from lxyz.render.wording.terms import sentence


def due_lines(rule: Rule, pack: Pack, lang: str) -> list[str]:
    """When a duty is in time, late, overdue and missed, with the dates in the year of
    the pack if there are any."""
    when = rule.when
    if rule.attest is not None:
        return [sentence("due", "attest", lang)]
    if when == "now" or (rule.each is not None and not isinstance(when, When)):
        return [_standing(rule, lang)]
    if isinstance(when, When) and when.every is None:
        late = _late_after(rule, when, lang)
        if when.before and any(map(must_last, patterns(rule))):
            return [sentence("due", "must-last", lang, rest=late)]
        return [late]
    window, year = window_of(rule, pack), int(pack.head.year)
    if window is None:
        return [sentence("due", "no-days", lang, year=year)]
    return _dated(rule, window, year, lang)


def _standing(rule: Rule, lang: str) -> str:
    name = "standing-never" if rule.late == "never" else "standing"
    return sentence("due", name, lang)


def _late_after(rule: Rule, when: When, lang: str) -> str:
    late = rule.late or when.late
    if _only_limits(rule):
        return sentence("due", "limit", lang)
    if is_of_itself(rule) and late in (None, "ever"):
        return _standing(rule, lang)
    if late == "never" or (late is None and (when.before or when.around)):
        return sentence("due", "never", lang)
    if late in (None, "ever"):
        return sentence("due", "ever", lang)
    return sentence("due", "until", lang, until=late_words(late or "", lang))


def _only_limits(rule: Rule) -> bool:
    """Whether a rule asks only that a number is not too great.

    A share or a mean is not meant: it may become smaller again in the same period."""
    test = rule.count
    return (
        test is not None
        and (test.max is not None or test.under is not None)
        and test.min is None
        and test.over is None
        and test.to is None
        and test.mean is None
    )


def _dated(rule: Rule, window: Window, year: int, lang: str) -> list[str]:
    """The dates of one period of the year."""

    def span(first: date, last: date) -> str:
        own = year if first.year == year else 0
        begin, end = day(first, lang, year), day(last, lang, own)
        if begin == end:
            return begin
        return sentence("due", "span", lang, first=begin, last=end)

    inside, band = window.inside, window.band
    days = span(inside.first, inside.last)
    limits = _only_limits(rule)
    first = sentence("due", "dated-limit" if limits else "dated", lang, days=days)
    period = window.period
    if period is not None and period.days < 360:
        label = period_words(period.label, lang)
        first = sentence("due", "instance", lang, period=label, rest=first)
    if limits:
        return [first]
    told = [first]
    if (band.first, band.last) != (inside.first, inside.last):
        days = span(band.first, band.last)
        told.append(sentence("due", "dated-band", lang, days=days))
    after = day(band.last + timedelta(days=1), lang, year)
    if window.until is None or window.until <= band.last:
        how, until = "dated-never", ""
    elif window.until == FOREVER:
        how, until = "dated-ever", ""
    else:
        how, until = "dated-until", day(window.until, lang, year)
    return [*told, sentence("due", how, lang, after=after, until=until)]
