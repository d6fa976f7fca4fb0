"""When a rule is due, overdue and missed: with the dates of a year."""

from __future__ import annotations

from datetime import date, timedelta

from lxyz.dates import FOREVER
from lxyz.kinds.case import Window
from lxyz.packs.asked import is_of_itself, must_last, patterns
from lxyz.packs.model import Rule, When
from lxyz.packs.types import Pack
from lxyz.render.rule.when import late_words
from lxyz.render.sample.windows import window_of
from lxyz.render.wording.periods import day
from lxyz.render.wording.periods import period as period_words
from lxyz.vocabulary import say


def due_lines(rule: Rule, pack: Pack, lang: str) -> list[str]:
    """When one is in time, late, overdue and missed: with the dates of the pack's year
    where there are any."""
    when = rule.when
    if rule.attest is not None:
        return [
            say(
                lang,
                "没有确认时列为待确认；答“否”列为逾期，改好后重新确认",
                "to attest until someone answers; a no is overdue until attested anew",
            )
        ]
    if when == "now" or (rule.each is not None and not isinstance(when, When)):
        return [_standing(rule, lang)]
    if isinstance(when, When) and when.every is None:
        return [_after(rule, when, lang)]
    window, year = window_of(rule, pack), int(pack.head.year)
    if window is None:
        return [say(lang, f"{year}年没有它的日期", f"none of its days lie in {year}")]
    return _dated(rule, window, year, lang)


def _standing(rule: Rule, lang: str) -> str:
    if rule.late == "never":
        return say(
            lang,
            "写的不合要求就是错过，不能再补",
            "missed at once if it is written otherwise",
        )
    return say(lang, "不合要求即逾期，补上就算", "overdue until it is completed")


def _after(rule: Rule, when: When, lang: str) -> str:
    if when.before and any(map(must_last, patterns(rule))):
        whole = (
            "结束日期也要在这段日期里；",
            "its last day must lie in those days, too; ",
        )
        return say(lang, *whole) + _late_after(rule, when, lang)
    return _late_after(rule, when, lang)


def _late_after(rule: Rule, when: When, lang: str) -> str:
    late = rule.late or when.late
    if _only_limits(rule):
        return say(
            lang,
            "那段日期过完没有超过就达标，超过即错过，不能再补",
            "met when those days are over, missed once there are more",
        )
    if is_of_itself(rule) and late in (None, "ever"):
        return _standing(rule, lang)
    if late == "never" or (late is None and (when.before or when.around)):
        return say(
            lang, "过了这段日期就是错过，不能再补", "after those days it is missed"
        )
    if late in (None, "ever"):
        return say(
            lang,
            "过了这段日期即逾期，什么时候补都算迟办",
            "after those days it is overdue; any later day counts as late",
        )
    until = late_words(late or "", lang)
    return say(
        lang,
        f"过了这段日期即逾期，{until}前补算迟办",
        f"after those days it is overdue; counts as late until {until}",
    )


def _only_limits(rule: Rule) -> bool:
    """Whether a rule asks for nothing but that a number be not too great; a share, or a
    mean, may fall again."""
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
        return say(lang, f"{begin}至{end}", f"{begin} to {end}")

    inside, band = window.inside, window.band
    told = [f"{span(inside.first, inside.last)}{say(lang, '：达标', ': in time')}"]
    period = window.period
    if period is not None and period.days < 360:
        name = period_words(period.label, lang)
        told[0] = say(lang, f"以{name}为例，", f"{name}, ") + told[0]
    if _only_limits(rule):
        how = say(
            lang,
            "过完没有超过就达标，超过即错过，不能再补",
            "met when they are over, missed once there are more",
        )
        told[0] = told[0].removesuffix(say(lang, "达标", "in time")) + how
        return told
    if (band.first, band.last) != (inside.first, inside.last):
        note = say(lang, "：也算，带提醒", ": counts, with a warning")
        told.append(f"{span(band.first, band.last)}{note}")
    after = day(band.last + timedelta(days=1), lang, year)
    if window.until is None or window.until <= band.last:
        told.append(say(lang, f"{after}起：错过，不能再补", f"from {after}: missed"))
    elif window.until == FOREVER:
        told.append(
            say(
                lang,
                f"{after}起：逾期，什么时候补都算迟办",
                f"from {after}: overdue, and late whenever it is done",
            )
        )
    else:
        end = day(window.until, lang, year)
        told.append(
            say(
                lang,
                f"{after}起：逾期，{end}前补算迟办，再后就是错过",
                f"from {after}: overdue, late until {end}, then missed",
            )
        )
    return told
