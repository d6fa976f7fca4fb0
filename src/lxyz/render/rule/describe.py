"""Patterns and conditions of rules as phrases: which records are meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.facts.fact import INSIDE, OF_PROFILE
from lxyz.kinds.conditions import ROLES, SETS, is_share
from lxyz.packs.asked import kinds_of, roles_in, same_of
from lxyz.packs.model import Condition, KindAll, Limits, Pattern, Wanted
from lxyz.render.rule.when import day_words
from lxyz.render.wording.number import counted
from lxyz.render.wording.terms import term
from lxyz.render.wording.words import (
    aside,
    attribute,
    commas,
    kind,
    listed,
    measure,
    value,
    values,
)
from lxyz.vocabulary import say

_Frame = tuple[str, tuple[str, ...], tuple[str, ...]]
_AMONG = {"本人的": "写到本人的"}
"""What a role is called beside others, which are of the person too."""
_BOUNDS = (
    ("至少{}", "at least {}"),
    ("至多{}", "at most {}"),
    ("多于{}", "more than {}"),
    ("少于{}", "less than {}"),
)
"""What is said of each of the limits of a number."""


def pattern(one: Pattern, lang: str, *, levels: bool = True, number: str = "") -> str:
    """Which records a pattern means, as a noun phrase; `number` stands before it."""
    noun, before, after = _frame(one, lang, number, levels=levels)
    return _phrase(noun, [*before, *conditions(one.wanted, lang), *after], lang)


def any_of(several: Iterable[Pattern], lang: str, number: str = "") -> str:
    """Which records any of several patterns means, as a noun phrase.

    Patterns for the same records share a noun, followed by what each asks of them.
    `number` stands before each noun, if it is given."""
    alike: dict[tuple[_Frame, bool], dict[str, dict[str, Wanted]]] = {}
    for one in several:
        framed = _frame(one, lang, number)
        told = alike.setdefault((framed, bool(one.wanted)), {})
        told.setdefault(repr(one.wanted), one.wanted)  # fast for thousands of patterns
    texts = [
        _phrase(
            noun, [*before, *filter(None, [ways([*told.values()], lang)]), *after], lang
        )
        for ((noun, before, after), _), told in alike.items()
    ]
    return say(lang, "，或", ", or ").join(texts)


def ways(several: list[dict[str, Wanted]], lang: str) -> str:
    """What a record must say, if each of several ways will do.

    Keys that must say the same thing are named together."""
    found: dict[str, list[str]] = {}
    both = ("且", " and ") if len(several) > 1 else ("，", ", ")
    for wanted in several:
        told = say(lang, *both).join(conditions(wanted, lang))
        key = f"“{attribute(next(iter(wanted), ''), lang)}”"
        one = len(wanted) == 1 and told.count(key) == 1
        found.setdefault(told.replace(key, "\0") if one else told, []).append(key)
    texts = [told.replace("\0", _either(keys, lang)) for told, keys in found.items()]
    return say(lang, "，或", ", or ").join(texts)


def _phrase(noun: str, told: list[str], lang: str) -> str:
    return noun + aside(commas(told, lang), lang)


def _frame(one: Pattern, lang: str, number: str, *, levels: bool = True) -> _Frame:
    """The noun for the records of a pattern, without what they must say, and the
    phrases that stand before and after that."""
    noun = _noun(one, lang, number)
    level = ""
    if levels and one.level is not None:
        named = (one.level,) if isinstance(one.level, str) else one.level
        words = [term("owned-by", name, lang, name) for name in named]
        if lang == "en":
            level = _either(words, lang)
        elif len(words) == 1 and words[0] != "支部的":
            level = words[0]
    before = []
    if one.rule is not None:
        before.append(say(lang, f"规则 {one.rule}", f"rule {one.rule}"))
    if one.root is not None:
        paper = kind(one.root, lang)
        before.append(say(lang, f"{paper}里的", f"in the {paper}"))
    if one.as_ is not None:
        before.append(_of_person(one, lang) or role_words(one.as_, lang))
    told = []
    if one.link == "self":
        told.append(say(lang, "就在这条记录里", "in that very record"))
    if one.link == "subject" and INSIDE.isdisjoint(kinds_of(one)):
        told.append(say(lang, "与它连着", "tied to it"))
    told.extend(_in_common(one, lang))
    if one.worth is not None:
        number, unit = number_words(one.worth, lang), measure(kinds_of(one)[0])
        told.append(say(lang, f"1{unit}算{number}{unit}", f"one counts as {number}"))
    whole = say(lang, (level, noun), (noun, level))
    gap = say(lang, "", " ")
    return gap.join(filter(None, whole)), tuple(before), tuple(told)


def _in_common(one: Pattern, lang: str) -> Iterator[str]:
    """Phrases for what a record must share with the subject of its rule.

    Either a key has the same value in both, or a person in one role of the record has
    another role in the subject. `about` means the person himself if the subject is a
    person, and else the person whom the subject is about."""
    pairs = same_of(one)
    itself = ("其本人", "that very person")
    if one.as_ is not None:
        itself = ("那条写的人", "whom that is about")
    own = [attribute(mine, lang) for mine, theirs in pairs if mine == theirs]
    if own:
        keys = listed(own, lang)
        yield say(lang, f"“{keys}”与之相同", f"with the same {keys}")
    for mine, theirs in (pair for pair in pairs if pair[0] != pair[1]):
        word = attribute(theirs, lang)
        if lang == "zh":
            whose = itself[0] if theirs == "about" else f"其“{word}”"
            key = "党员" if mine == "owner" else attribute(mine, lang)
            yield f"“{key}”是{whose}"
        else:
            whose = itself[1] if theirs == "about" else f"the {word} there"
            yield f"{attribute(mine, lang)} being {whose}"


def _of_person(one: Pattern, lang: str) -> str:
    """How a person stands in a fact of the profile; empty for other facts."""
    of_one = OF_PROFILE.issuperset(kinds_of(one)) or one.rule is not None
    if one.as_ != "about" or not of_one:
        return ""
    return say(lang, "本人的", "of the person")


def role_words(roles: str | tuple[str, ...], lang: str) -> str:
    """The roles of a person in a record, in words: any of them will do."""
    several = (roles,) if isinstance(roles, str) else roles
    words = [term("roles", r, lang) or attribute(r, lang) for r in several]
    if len(words) > 1:
        words = [_AMONG.get(one, one) for one in words]
    return _either(words, lang)


def _noun(one: Pattern, lang: str, number: str) -> str:
    names = [kind(slug, lang) for slug in kinds_of(one)]
    if isinstance(one.kind, KindAll):
        return say(lang, "兼".join(names), " and ".join(names) + " in one")
    if number and lang == "en":
        names = [counted(name, one=number == "1") for name in names]
    return _either(names, lang)


def _either(names: list[str], lang: str) -> str:
    """Several names in a row, joined by "or"."""
    comma, or_ = say(lang, ("、", "或"), (", ", " or "))
    *others, last = names
    return f"{comma.join(others)}{or_}{last}" if others else last


def conditions(wanted: dict[str, Wanted], lang: str) -> list[str]:
    """What a record must say, one phrase for each key."""
    return [condition(name, one, lang) for name, one in wanted.items()]


def condition(name: str, wanted: Wanted, lang: str, kinds: tuple[str, ...] = ()) -> str:
    """What one key of a record (of some kinds) must say."""
    if name == "as":
        roles = [attribute(one, lang) for one in roles_in(wanted)]
        either = say(lang, "或", " or ").join(roles)
        return say(lang, f"本人{either}", f"the person is {either}")
    if name == "here_on" and isinstance(wanted, str):
        day = day_words(wanted, lang)
        return say(lang, f"{day}在册", f"here on {day}")
    key = attribute(name, lang, kinds)
    quoted = f"“{key}”"
    if lang == "zh" and wanted in ("some", "none"):
        return f"写有{quoted}" if wanted == "some" else f"没有{quoted}"
    told = _told(name, wanted, lang)
    return say(lang, f"{quoted}{told}", f"{quoted} {told}")


def _told(name: str, wanted: Wanted, lang: str) -> str:
    if wanted in ("some", "none"):
        return "is written" if wanted == "some" else "is empty"
    if isinstance(wanted, str):
        if wanted.startswith("$"):
            return say(lang, "按参数", "as the parameter says")
        word = value(wanted, lang, name)
        return say(lang, f"写“{word}”", f"says {word}")
    if isinstance(wanted, tuple):
        words = values(wanted, lang, name)
        return say(lang, f"写有 {words} 之一", f"says one of {words}")
    return _bounded(name, wanted, lang)


def _bounded(name: str, wanted: Condition, lang: str) -> str:
    parts = []
    if wanted.all is not None:
        words = values(wanted.all, lang, name)
        parts.append(say(lang, f"写全 {words}", f"says all of {words}"))
    if wanted.not_ is not None:
        words = values(wanted.not_, lang, name)
        parts.append(say(lang, f"不写 {words}", f"does not say {words}"))
    if wanted.in_order is not None:
        named = [value(word, lang, name) for word in wanted.in_order]
        steps = say(lang, "、", " then ").join(named)
        parts.append(say(lang, f"依次有 {steps}", f"has {steps}"))
    post = ""
    if wanted.is_ is not None:
        post = term("posts", wanted.is_, lang, wanted.is_)
        parts.append(say(lang, f"里有{post}", f"is {post}"))
    if wanted.which is not None:
        inner = listed(conditions(wanted.which, lang), lang)
        if wanted.of is None and lang == "en":
            number = bounds(wanted.limits, lang)
            who = listed([*number, *filter(None, [post])], lang) or "someone"
            return f"names {who} whose {inner}"
        if wanted.of is None:
            parts.append(f"{'其' if post else '里的人'} {inner}")
        else:
            only = f"counting only people whose {inner}"
            parts.append(say(lang, f"只数{inner}的人", only))
    if wanted.field is not None:
        other = attribute(wanted.field, lang)
        parts.append(say(lang, f"与“{other}”相同", f"is the same as {other}"))
    if wanted.apart is not None:
        other = attribute(wanted.apart, lang)
        parts.append(say(lang, f"与“{other}”不同", f"is not the same as {other}"))
    if wanted.of is not None:
        return commas([_part(wanted, lang, wanted.of), *parts], lang)
    number = bounds(wanted.limits, lang)
    if number and lang == "en" and (name in ROLES or name in SETS):
        number[0] = f"has {number[0]}"
    people = "人" if number and lang == "zh" and is_of_people(name, wanted) else ""
    return commas([*parts, *number], lang) + people


def is_of_people(name: str, wanted: Condition) -> bool:
    """Whether a condition on a key counts persons, and not parts of a whole."""
    return (name in ROLES or name == "committee") and not is_share(wanted)


def _part(wanted: Condition, lang: str, of: str) -> str:
    """The share of another number that a condition asks for, in words."""
    whole = attribute(of, lang)
    row = listed(bounds(wanted.limits, lang), lang)
    return say(lang, f"占“{whole}”的比例{row}", f"is {row} of {whole}")


def bounds(limits: Limits, lang: str) -> list[str]:
    """The limits of a number as phrases."""
    if limits.least is not None and limits.least == limits.most:
        exact = number_words(limits.least, lang)
        return [say(lang, f"正好{exact}", f"exactly {exact}")]
    return [
        say(lang, *words).replace("{}", number_words(text, lang))
        for text, words in zip(limits, _BOUNDS, strict=True)
        if text is not None
    ]


def number_words(text: str, lang: str) -> str:
    """A number as a pack writes it; for a parameter without a value, its name."""
    if text.startswith("$"):
        return say(lang, f"（参数 {text[1:]}）", f"(parameter {text[1:]})")
    return text
