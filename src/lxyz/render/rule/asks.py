"""What a rule asks, in one sentence: of whom, when, and what."""

from __future__ import annotations

from lxyz.packs.asked import (
    counted_kinds,
    is_measured,
    is_of_itself,
    kinds_of,
    patterns,
)
from lxyz.packs.model import Count, If, Item, Limits, Nth, Rule, Run
from lxyz.render.page.safe import clean
from lxyz.render.rule.describe import (
    any_of,
    bounds,
    condition,
    conditions,
    number_words,
    pattern,
    ways,
)
from lxyz.render.rule.when import day_words, when_words
from lxyz.render.wording.number import counted
from lxyz.render.wording.terms import sentence, term
from lxyz.render.wording.words import aside, attribute, commas, listed, measure, value
from lxyz.vocabulary import say

_MOST_WORDS = 6
_ALL = "all"
"""How many are meant, where no number is said of them."""


def asks(rule: Rule, lang: str) -> str:
    """The whole rule as one sentence."""
    whom_ = whom(rule, lang)
    when = "" if _says_itself(rule) else when_words(rule, lang)
    what = wants(rule, lang) + _runs(rule, lang)
    if lang == "en":
        stop = "" if what.endswith("?") else "."
        return f"{whom_}{', ' if when else ''}{when}: {what}{stop}"
    if rule.attest is not None:
        return f"{whom_}：{what}。"
    if rule.each is None and rule.count is not None:
        return f"{whom_}{when}{what}。"
    return f"{whom_}{'，' if when else ''}{when}：{what}。"


def _said(name: str, lang: str, /, **values: str | None) -> str:
    return sentence("asks", name, lang, **values)


def _runs(rule: Rule, lang: str) -> str:
    """The words for a rule that is broken only by several periods, in a row or in
    all; empty for other rules."""
    run = rule.fold
    if not isinstance(run, Run):
        return ""
    number = run.run or run.total
    periods = counted("period", one=number == "1")
    name = "fold-run" if run.run else "fold-total"
    return _said(name, lang, number=number, periods=periods)


def whom(rule: Rule, lang: str) -> str:
    """Of whom a rule asks something, with the conditions on these persons."""
    if rule.for_ == "fact" and rule.each is not None:
        return _each(rule, lang)
    text = term("subjects", rule.for_, lang, rule.for_)
    if rule.which:
        text += aside(commas(conditions(rule.which, lang), lang), lang)
    if rule.except_:
        told = commas(conditions(rule.except_, lang), lang)
        text += say(lang, f"（{told}的除外）", f" (unless {told})")
    if rule.each is not None:
        text += say(lang, f"，就{_each(rule, lang)}", f", for {_each(rule, lang)}")
    return text


def _each(rule: Rule, lang: str) -> str:
    assert rule.each is not None
    unit = measure(kinds_of(rule.each)[0])
    if rule.nth is None:
        meant = pattern(rule.each, lang)
        return say(lang, f"每{unit}{meant}", f"each {meant}")
    return _nth(rule.nth, pattern(rule.each, lang, number=_ALL), unit, lang)


def _nth(nth: str | Nth, meant: str, unit: str, lang: str) -> str:
    """Which of several facts (the first, every third …) a rule is about."""
    values = {"unit": unit, "meant": meant}
    if isinstance(nth, str):
        return _said("nth", lang, many=number_words(nth, lang), **values)
    many = number_words(nth.every or nth.run or "", lang)
    if nth.of is None:
        return _said("every", lang, many=many, **values)
    among = pattern(nth.of, lang, number=_ALL)
    return _said("run", lang, many=many, among=among, **values)


def applies(rule: Rule, lang: str) -> list[str]:
    """Under which conditions a rule applies."""
    told = []
    if rule.if_ is not None:
        told.extend(_ifs(rule.if_, lang))
    if rule.years:
        years = listed(list(rule.years), lang)
        told.append(say(lang, f"只在 {years} 年", f"only in {years}"))
    days = {"since": rule.since, "from": rule.from_, "to": rule.to}
    told += [_said(name, lang, day=clean(day)) for name, day in days.items() if day]
    return told


def _ifs(if_: If, lang: str) -> list[str]:
    told = []
    for name in ("committee", "groups", "households", "slot"):
        answer = getattr(if_, name)
        if answer is not None:
            told.append(_said(name if answer == "yes" else f"no-{name}", lang))
    if if_.category:
        words = listed([clean(word) for word in if_.category], lang)
        told.append(_said("category", lang, words=words))
    if if_.members is not None:
        which = listed(conditions(if_.members.which, lang), lang)
        least, most = if_.members.min, if_.members.max
        number = listed(bounds(Limits(least, most), lang), lang)
        about = say(lang, f"（{which}）", f" whose {which}") if which else ""
        noun = counted("member", one=(most or least) == "1")
        told.append(_said("members", lang, about=about, number=number, noun=noun))
    if if_.set:
        name = clean(if_.set)
        told.append(say(lang, f"参数 {name} 已设定", f"parameter {name} is set"))
    return [text.strip() for text in told]


def wants(rule: Rule, lang: str) -> str:
    """What a rule wants to find."""
    if rule.attest is not None:
        asked = clean(say(lang, rule.attest, rule.attest_en or rule.title_en))
        asked = asked.rstrip("？?")
        return say(lang, f"由人确认，{asked}", f"a person answers: {asked}?")
    if rule.has is not None:
        kinds = kinds_of(rule.each) if rule.each is not None else ()
        told = [condition(name, one, lang, kinds) for name, one in rule.has.items()]
        return say(lang, "；", "; ").join(told)
    if rule.cover is not None:
        key = attribute(rule.cover.tag, lang, counted_kinds(rule))
        items = listed(
            [_item(one, rule.cover.tag, lang) for one in rule.cover.all], lang
        )
        of, least = any_of(patterns(rule), lang, _ALL), rule.cover.min
        if lang == "zh":
            some = f"至少{clean(least)}项：" if least else ""
            return f"{of}的“{key}”合起来要有 {some}{items}"
        some = f"at least {clean(least)} of " if least else ""
        return f"“{key}” of all {of} taken together: {some}{items}"
    if _says_itself(rule):
        return ways([one.wanted for one in patterns(rule)], lang)
    assert rule.count is not None
    return _count(rule, rule.count, lang)


def _says_itself(rule: Rule) -> bool:
    """Whether a rule asks only for what the record of `each` itself says."""
    count = rule.count
    if count is None or not is_of_itself(rule):
        return False
    return count in (Count(of=count.of), Count(of=count.of, min="1"))


def _item(item: str | Item, tag: str, lang: str) -> str:
    if isinstance(item, str):
        return value(item, lang, tag)
    text = clean(item.label or "") or value(item.is_ or "", lang, tag)
    words = [value(word, lang, tag) for word in item.any]
    words = [word for word in words if word != text]
    if words:
        shown = listed(words[:_MOST_WORDS], lang)
        more = say(lang, "等", ", …") if len(words) > _MOST_WORDS else ""
        text += say(lang, f"（{shown}{more} 也算）", f" (or {shown}{more})")
    if item.by and not item.by.startswith("$"):
        day = day_words(item.by, lang)
        text += say(lang, f"（{day}前）", f" (by {day})")
    return text


def _count(rule: Rule, count: Count, lang: str) -> str:
    limits = count.limits.or_one()
    number = listed(bounds(limits, lang), lang)
    plain = count.to is None and not is_measured(count)
    one = plain and (limits.most or limits.least) == "1"
    meant = any_of(patterns(rule), lang, "1" if one else _ALL)
    values = {"meant": meant, "number": number}
    if count.to is not None:
        whole = pattern(count.to, lang, levels=not count.distinct, number=_ALL)
        role = attribute(count.distinct, lang) if count.distinct else ""
        name = "share-of-persons" if role else "share"
        return _said(name, lang, whole=whole, role=role, **values)
    measures = {"sum": count.sum, "mean": count.mean, "distinct": count.distinct}
    for name, of in measures.items():
        if of:
            return _said(name, lang, key=attribute(of, lang), **values)
    rounds = _said("rounds", lang) if count.rounds else ""
    gap = say(lang, measure(kinds_of(patterns(rule)[0])[0]), " ")
    return f"{number}{gap}{meant}{rounds}"
