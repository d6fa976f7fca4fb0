"""What a record lacks, or what it says and should not, in a few words."""

from __future__ import annotations

from lxyz.kinds.conditions import ROLES, SETS
from lxyz.packs.asked import kinds_of, roles_in
from lxyz.packs.model import Condition, Pattern, Rule, Wanted
from lxyz.packs.part import listed
from lxyz.render.rule.describe import (
    bounds,
    condition,
    conditions,
    is_of_people,
    role_words,
)
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.words import attribute, value, values
from lxyz.verdicts import Verdict

_THERE = frozenset(("present", "participant"))


def lacks(verdicts: list[Verdict], rule: Rule, told: Told) -> str:
    """What a record lacks, in words: each key, and what it should say.

    `verdicts` are of the `has` test of `rule`."""
    wanted = rule.has or {}
    kinds = kinds_of(rule.each) if rule.each is not None else ()
    names: dict[str, list[str]] = {}
    for text in dict.fromkeys(text for one in verdicts for text in one.missing):
        name, _, word = text.partition(":")
        names.setdefault(name, []).extend([word] if word else [])
    plain = [name for name in names if wanted.get(name) in (None, "some")]
    texts = []
    if plain:
        keys = [key_words(name, told, kinds) for name in plain]
        # If several records fail, a verdict does not say which record lacks which key.
        apart = told.say("或", " or ") if len(verdicts[0].failing) > 1 else ""
        shown = apart.join(keys) if apart else told.row(keys)
        texts.append(told.say(f"缺{shown}", f"lacks {shown}"))
    texts.extend(
        _fails(name, wanted[name], words, told, kinds)
        for name, words in names.items()
        if name not in plain
    )
    return told.commas(texts) or told.say("不合要求", "does not do")


def not_said(meant: tuple[Pattern, ...], kinds: tuple[str, ...], told: Told) -> str:
    """Says that a record fulfils none of several patterns, key by key.

    Keys that may say the same thing are named together: 缺“内容”或“议题”."""
    alike: dict[str, tuple[Wanted, dict[str, None]]] = {}
    for one in meant:
        for name, wanted in one.wanted.items():
            alike.setdefault(repr(wanted), (wanted, {}))[1][name] = None
    apart, texts = told.say("或", " or "), []
    for wanted, names in alike.values():
        keys = apart.join(key_words(name, told, kinds) for name in names)
        first = next(iter(names))
        if wanted == "some":
            texts.append(told.say(f"缺{keys}", f"lacks {keys}"))
        elif isinstance(wanted, Condition):
            texts.append(_not_met(keys, first, wanted, told))
        else:
            words = values(listed(wanted), told.lang, first)
            texts.append(told.say(f"{keys}里没有 {words}", f"{keys} without {words}"))
    return told.commas(texts)


def key_words(name: str, told: Told, kinds: tuple[str, ...]) -> str:
    """The name of a key in records of some kinds, in quotation marks."""
    return f"“{attribute(name, told.lang, kinds)}”"


def _fails(
    name: str, wanted: Wanted, words: list[str], told: Told, kinds: tuple[str, ...]
) -> str:
    """How the value of one key fails a condition, in words.

    `words` are the words of a list that the value lacks; `kinds` are those of the
    record."""
    key = key_words(name, told, kinds)
    if words:
        shown = values(words, told.lang, name)
        return told.say(f"{key}里缺 {shown}", f"{key} lacks {shown}")
    if name == "as":
        return _not_so(wanted, told)
    if name == "term_over" and wanted == "no":  # nobody writes it: it follows
        return told.tell("term-over")
    if wanted == "none" and name == "unstated":
        return told.tell("unstated")
    if wanted == "none":
        return told.say(f"不应写{key}", f"{key} should be empty")
    if isinstance(wanted, str):
        said = value(wanted, told.lang, name)
        if name in SETS or name in ROLES:
            return told.say(f"{key}里没有“{said}”", f"{key} does not name “{said}”")
        return told.say(f"{key}应为“{said}”", f"{key} is not “{said}”")
    if isinstance(wanted, tuple):
        any_of = values(wanted, told.lang, name)
        return told.say(f"{key}里没有 {any_of}", f"{key} says none of {any_of}")
    if wanted.all or wanted.in_order:
        listed = wanted.all or wanted.in_order or ()
        shown = values(listed, told.lang, name)
        name = "not-in-order" if wanted.in_order else "not-all"
        return told.tell(name, key=key, words=shown)
    return _not_met(key, name, wanted, told)


def _not_met(key: str, name: str, wanted: Condition, told: Told) -> str:
    english = "not met: " + condition(name, wanted, "en")
    return told.say(_should(key, name, wanted), english)


def _should(key: str, name: str, wanted: Condition) -> str:
    """What a key should say, in Chinese."""
    if wanted.which is not None and wanted.of is None:
        number = bounds(wanted.limits, "zh")
        if wanted.max == "0":
            return f"{key}里不应有{'、'.join(conditions(wanted.which, 'zh'))}的"
        who, asked = "、".join(conditions(wanted.which, "zh")), "，".join(number)
        people = "人" if not number or is_of_people(name, wanted) else ""
        return f"{key}里{who}的应{asked or '有'}{people}"
    rest = condition(name, wanted, "zh").removeprefix(f"“{attribute(name, 'zh')}”")
    inside = rest.startswith("里")
    return f"{key}{'里' * inside}应{rest.removeprefix('里')}"


def _not_so(wanted: Wanted, told: Told) -> str:
    """Says that a person does not stand in a record in the role that the rule asks for:
    the person was not there, or was there in another role."""
    roles = roles_in(wanted)
    if "excused" in roles:
        return told.say("没有到会，也没有请假", "was neither there nor excused")
    if _THERE.issuperset(roles):
        return told.say("没有到会", "was not there")
    words = role_words(roles, told.lang)
    return told.say(f"没有写{words}", f"does not say: {words}")
