"""What was found for one subject in one period, in a few words."""

from __future__ import annotations

from lxyz.dates.spans import YEARS
from lxyz.packs.asked import (
    counted_kinds,
    has_worth,
    is_measured,
    is_of_itself,
    kinds_of,
    patterns,
)
from lxyz.packs.model import Count, KindAll, Pattern, Rule, When
from lxyz.render.page.safe import clean
from lxyz.render.rule.describe import bounds
from lxyz.render.rule.rulebook import folds
from lxyz.render.verdict.lacks import lacks, not_said
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.number import counted
from lxyz.render.wording.words import english, kind, measure, note, value
from lxyz.verdicts import DONE, PERSONS, Outcome, Verdict
from lxyz.vocabulary import say

MANY = 4


def finding(verdicts: list[Verdict], told: Told) -> str:
    """What was found, in words.

    `verdicts` are of one subject and period, the heaviest first."""
    head = verdicts[0]
    outcome = head.outcome
    if outcome in (Outcome.NOT_APPLICABLE, Outcome.WAIVED):
        quiet = ("leave:", "unset:")
        kept = [text for text in head.notes if not text.startswith(quiet)]
        texts = dict.fromkeys(note(text, told.lang) for text in kept)
        return told.commas(texts)
    if outcome == Outcome.UNDECIDABLE:
        return _undecided(verdicts, told)
    rule = told.book.rule(head.rule)
    if outcome == Outcome.ATTEST:
        return "" if rule is None else question(head.rule, told)
    if rule is not None and rule.attest is not None:
        by = told.row([note(text, told.lang) for text in head.notes])
        answer = (
            told.say("是", "yes") if outcome == Outcome.MET else told.say("否", "no")
        )
        return told.say(f"{by}，结论为“{answer}”", f"{by}: the answer is {answer}")
    if outcome in DONE:
        items = {one.label: one for one in reversed(verdicts) if _of_item(one)}
        done = [_done(one, told) for one in reversed(items.values())]
        return told.stops(done) or _done(head, told)
    if rule is not None and rule.has is not None:
        return lacks(verdicts, rule, told)
    labels = [one.label or "" for one in verdicts if _of_item(one)]
    if labels:
        named = [item_name(label, rule, told.lang) for label in dict.fromkeys(labels)]
        quoted = [f"“{one}”" for one in named]
        waits = outcome in (Outcome.OPEN, Outcome.PLANNED)
        return told.tell("items-yet" if waits else "items", items=told.row(quoted))
    if outcome == Outcome.OPEN and head.missing:
        return told.tell("unwritten-yet", names=told.unwritten(verdicts))
    same = (
        len({one.rule for one in verdicts}) == 1
        or len({counted_kinds(told.book.rule(v.rule)) for v in verdicts}) == 1
    )
    return _counted(head, rule if same else None, told)


def item_name(label: str, rule: Rule | None, lang: str) -> str:
    """The name of an item of a rule's list; if the item is a kind, that of the kind."""
    if rule is not None and rule.cover is not None:
        if rule.cover.tag in ("kind", "plans"):
            return kind(say(lang, label, english(label)), lang)
        return value(label, lang, rule.cover.tag)
    return clean(label)


def _of_item(verdict: Verdict) -> bool:
    """Whether a verdict is about one item of a list."""
    return bool(verdict.label) and verdict.label != verdict.event


def _counted(verdict: Verdict, rule: Rule | None, told: Told) -> str:
    need, have = verdict.need, verdict.have
    waits = verdict.outcome in (Outcome.OPEN, Outcome.PLANNED)
    count = rule.count if rule is not None else None
    measures = count is not None and is_measured(count)
    if need is not None and verdict.is_limit and not measures:
        known = "" if verdict.failing else clean(have or "0")
        worth = has_worth(rule)
        if need == "≤0" and known and not waits:
            return told.tell("unwanted", days=_shown(_days(verdict, told), told))
        return _limited(clean(need[1:]), known, told, waits=waits, worth=worth)
    if need is not None and need.startswith("<"):
        row = clean(have or "0")
        periods = counted("period", one=row == "1")
        return told.say(f"有{row}期没有办到", f"{row} {periods} not kept")
    if "other-day" in verdict.notes:
        return note("other-day", told.lang)
    if need is None or have is None or have == "0" or verdict.failing:
        return _nothing(verdict, rule, told, waits=waits)
    need, have = clean(need), clean(have)
    if count is not None and measures:
        return _measure(count, have, told)
    unit = told.say("期" if verdict.parts else _unit(rule), "")
    only = told.say("已有" if waits else "只有", "so far " if waits else "only ")
    if has_worth(rule):
        only = told.say("已折合" if waits else "只折合", f"{only}worth ")
    return told.say(f"{only}{have}{unit}，要{need}{unit}", f"{only}{have} of {need}")


def _limited(most: str, have: str, told: Told, *, waits: bool, worth: bool) -> str:
    """How many records there are, and how many there may be at most.

    With `worth`, the numbers are what the records count as. A verdict on several
    periods gives only the maximum."""
    if not have and not waits:
        return told.say(f"超过上限{most}次", f"more than {most}")
    counts = told.say(*(("折合", "worth ") if worth else ("有", "")))
    name = "limit-yet" if waits else "limit"
    return told.tell(name, most=most, counts=counts, have=have or 0)


def _measure(count: Count, have: str, told: Told) -> str:
    """How much there is and how much there should be, for sums, means and shares."""
    asked = told.row(bounds(count.limits, told.lang))
    return told.say(f"现为{have}，要求{asked}", f"is {have}, should be {asked}")


def _nothing(verdict: Verdict, rule: Rule | None, told: Told, *, waits: bool) -> str:
    """Says that there is no record, with the name of its kind if that is short.

    If steps of records count besides whole records, only the records are named."""
    meant = patterns(rule)
    slugs = _kinds(meant)
    own = verdict.subject.type in PERSONS and rule is not None and rule.each is not None
    if is_of_itself(rule):
        return not_said(meant, slugs, told)
    meant = tuple(one for one in meant if kinds_of(one) != ("step",)) or meant
    slugs = _kinds(meant)
    yet = told.say("还" if waits else "", " yet" if waits else "")
    mine = told.say("本人的" if own else "", "own " if own else "")
    if waits or not 0 < len(slugs) <= 2 or slugs[0] in ("plan-item", "step"):
        return told.say(f"{yet}没有{mine}记录", f"no {mine}record{yet}")
    together = len(meant) == 1 and isinstance(meant[0].kind, KindAll)
    either = told.say("、", " + ") if together else told.say("或", " or ")
    names = either.join(kind(slug, told.lang) for slug in slugs)
    names = told.say(f"“{names}”", names)
    narrow = any(one.wanted for one in meant)
    that = told.say("合要求的" if narrow else "", "fitting " if narrow else "")
    if _in_part(rule):
        that = told.say("按时的", "timely ") + that
    return told.say(f"{yet}没有{mine}{that}{names}记录", f"no {mine}{that}{names}{yet}")


def _in_part(rule: Rule | None) -> bool:
    """Whether the window of a rule is a part of a month, or of another period below a
    year, that begins later than the period.

    The words then do not deny all records of the period: there may be some before."""
    when = rule.when if rule is not None else None
    if not isinstance(when, When) or when.every is None or when.every in YEARS:
        return False
    return (when.in_ or when).from_ is not None


def _kinds(meant: tuple[Pattern, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k for one in meant for k in kinds_of(one)))


def _unit(rule: Rule | None) -> str:
    meant = patterns(rule)
    return measure(kinds_of(meant[0])[0]) if meant else "次"


def _undecided(verdicts: list[Verdict], told: Told) -> str:
    head = verdicts[0]
    if "param" in head.notes:
        return told.tell("no-param", names=told.params(head))
    if head.missing == ("above-records",):
        return told.tell("no-above")
    names = told.unwritten(verdicts)
    if not names:
        return told.say("记录不全，无法判断", "the records do not tell")
    return told.say(f"没写清“{names}”，无法判断", f"cannot be told without {names}")


def _done(verdict: Verdict, told: Told) -> str:
    days = _days(verdict, told)
    late = verdict.outcome == Outcome.LATE
    about = ""
    if _of_item(verdict):
        about = f"“{clean(verdict.label or '')}”{told.say('', ' ')}"
    if late and len(days) == 1:
        return told.say(f"{about}{days[0]}才办", f"{about}done {days[0]}")
    shown = _shown(days, told)
    word, number, gap = about + told.say("已办", "done"), "", " "
    rule = told.book.rule(verdict.rule)
    if rule is not None and rule.has is not None:
        word, gap = told.say("齐全", "complete"), ", "
    elif about:
        pass
    elif rule is not None and rule.count and is_measured(rule.count):
        word, gap = _measure(rule.count, clean(verdict.have or ""), told), ", "
    elif verdict.span.days > 360:
        word, number = _how_often(verdict, rule, word, told)
    tardy = told.say("，有迟办的", ", some late") if late else ""
    when = told.say("，", gap) + shown if shown else ""
    return told.say(f"{word}{number}{tardy}{when}", f"{word}{when}{number}{tardy}")


def _days(verdict: Verdict, told: Told) -> list[str]:
    """The days of the records that decided it."""
    days = (told.day(one.date) for one in verdict.records if one.date)
    return list(dict.fromkeys(days))


def _shown(days: list[str], told: Told) -> str:
    """The first of some days, and that there are more."""
    return told.row(days[:MANY]) + (told.say("等", " …") if len(days) > MANY else "")


def _how_often(
    verdict: Verdict, rule: Rule | None, word: str, told: Told
) -> tuple[str, str]:
    """The word for what was done in a year, and how often it was done.

    Once, where once was asked for, is not worth a number."""
    have, need = clean(verdict.have or ""), clean(verdict.need or "")
    unit = _unit(rule)
    if not (have and need):
        return word, ""
    if has_worth(rule):
        english = f", worth {have}, {need} asked"
        return word, told.say(f"，折合{have}{unit}，要{need}{unit}", english)
    months = rule is not None and rule.each is None and folds(rule)
    if verdict.outcome == Outcome.LATE and months and told.lang == "zh":
        # The numbers are those of months or weeks, not of records.
        return f"{need}期办了", f"{have}期"
    if need == "1":
        return word, ""
    english = f", {have} in all, {need} asked"
    return word, told.say(f"{have}{unit}，要{need}{unit}", english)


def question(rule_id: str, told: Told) -> str:
    """The question of an attest rule; its title if the rule is not known."""
    rule, title = told.book.rule(rule_id), told.book.title(rule_id, told.lang)
    if rule is None or rule.attest is None:
        return title
    return clean(told.say(rule.attest, rule.attest_en or title))
