"""What a rule asks, in one sentence: of whom, when, and what."""

from __future__ import annotations

from lxyz.packs.asked import (
    counted_kinds,
    is_measured,
    is_of_itself,
    kinds_of,
    patterns,
)
from lxyz.packs.model import Count, If, Item, Nth, Rule, Run
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
from lxyz.render.wording.terms import term
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


def _runs(rule: Rule, lang: str) -> str:
    """What a rule adds that is broken only by so many periods."""
    run = rule.fold
    if not isinstance(run, Run):
        return ""
    number = run.run or run.total
    periods = f"; broken by {number} {counted('period', one=number == '1')}"
    if run.run:
        return say(lang, f"；连续{number}期都没有才算缺", f"{periods} in a row")
    return say(lang, f"；一年{number}期没有才算缺", f"{periods} in the year")


def whom(rule: Rule, lang: str) -> str:
    """Of whom a rule asks something, with what narrows them."""
    if rule.for_ == "fact" and rule.each is not None:
        return _each(rule, lang)
    text = term("subjects", rule.for_, lang, rule.for_)
    if rule.which:
        text += aside(commas(conditions(rule.which, lang), lang), lang)
    if rule.except_:
        told = commas(conditions(rule.except_, lang), lang)
        text += say(lang, f"（{told} 的除外）", f" (unless {told})")
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
    """Which of several a rule is about."""
    if isinstance(nth, str):
        many = number_words(nth, lang)
        return say(
            lang,
            f"一年里第{many}{unit}{meant}",
            f"number {many} of the {meant} in the year",
        )
    many = number_words(nth.every or nth.run or "", lang)
    if nth.of is None:
        return say(
            lang,
            f"一年里每满{many}{unit}{meant}",
            f"every {many} {meant} in the year, for the last of them",
        )
    among = pattern(nth.of, lang, number=_ALL)
    return say(
        lang,
        f"一年里连续{many}{unit}{meant}（在{among}里连着数）",
        f"{many} {meant} in a row in the year (among all {among}), for the last of them",
    )


def applies(rule: Rule, lang: str) -> list[str]:
    """Under which conditions a rule applies."""
    told = []
    if rule.if_ is not None:
        told.extend(_ifs(rule.if_, lang))
    if rule.years:
        years = listed(list(rule.years), lang)
        told.append(say(lang, f"只在 {years} 年", f"only in {years}"))
    for day, chinese, english in (
        (rule.since, "从 {} 起", "from {} on"),
        (rule.from_, "本写法从 {} 起", "in this version from {} on"),
        (rule.to, "本写法到 {} 止", "in this version until {}"),
    ):
        if day:
            told.append(say(lang, chinese, english).replace("{}", clean(day)))
    return told


def _ifs(if_: If, lang: str) -> list[str]:
    told = []
    for answer, chinese, english in (
        (if_.committee, "设支委会的支部", "a committee"),
        (if_.groups, "分党小组的支部", "groups"),
        (if_.households, "带联系户的支部", "linked households"),
        (if_.slot, "定了学习日的支部", "a weekly study day"),
    ):
        if answer is not None:
            no = answer != "yes"
            with_ = "without" if no else "with"
            told.append(
                say(
                    lang,
                    f"{'不' if no else ''}{chinese}",
                    f"branches {with_} {english}",
                )
            )
    if if_.category:
        words = listed([clean(word) for word in if_.category], lang)
        told.append(
            say(lang, f"类别是 {words} 的支部", f"branches of category {words}")
        )
    if if_.members is not None:
        which = listed(conditions(if_.members.which, lang), lang)
        least, most = if_.members.min, if_.members.max
        number = listed(bounds(least, most, None, None, lang), lang)
        about = f"（{which}）" if which else ""
        told.append(
            say(
                lang,
                f"党员{about}{number}名的支部",
                f"branches with {number} {_members(least, most, which)}",
            )
        )
    if if_.set:
        name = clean(if_.set)
        told.append(say(lang, f"参数 {name} 已设定", f"parameter {name} is set"))
    return [text.strip() for text in told]


def _members(least: str | None, most: str | None, which: str) -> str:
    """The members a branch must have so many of, in English."""
    noun = counted("member", one=(most or least) == "1")
    return f"{noun} whose {which}" if which else noun


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
    """Whether all that is asked is what the very record of `each` says, in any way."""
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
    least = count.min
    if least is None and not (count.max or count.over or count.under):
        least = "1"
    number = listed(bounds(least, count.max, count.over, count.under, lang), lang)
    plain = count.to is None and not is_measured(count)
    one = plain and "1" in (count.max, least if count.max is None else None)
    meant = any_of(patterns(rule), lang, "1" if one else _ALL)
    if count.to is not None:
        whole = pattern(count.to, lang, levels=not count.distinct, number=_ALL)
        if count.distinct:
            role = attribute(count.distinct, lang)
            return say(
                lang,
                f"{meant}的“{role}”里写到的人占{whole}的比例{number}",
                f"share of {whole} who stood as {role} in {meant}: {number}",
            )
        return say(
            lang,
            f"{meant}占{whole}的比例{number}",
            f"share of {meant} in {whole}: {number}",
        )
    for name, chinese, english in (
        (count.sum, "的“{}”合计", "sum of “{}” of"),
        (count.mean, "的“{}”平均", "mean of “{}” of"),
        (count.distinct, "里不同的“{}”", "number of different “{}” in"),
    ):
        if name:
            key = attribute(name, lang)
            of = say(lang, chinese, english).replace("{}", key)
            return say(lang, f"{meant}{of}{number}", f"{of} {meant}: {number}")
    rounds = ""
    if count.rounds:
        rounds = say(
            lang,
            "；各党小组都学过一轮也算一次",
            "; a round of all groups counts as one",
        )
    gap = say(lang, measure(kinds_of(patterns(rule)[0])[0]), " ")
    return f"{number}{gap}{meant}{rounds}"
