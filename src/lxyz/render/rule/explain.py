"""One rule explained: what it asks, of whom, when it is due, which reading of the
document it follows, its clause, and a record that satisfies it, ready to copy."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxyz.errors import UsageError
from lxyz.judge.force import recurs
from lxyz.packs.bind import EFFECTIVE, bind, described
from lxyz.packs.load import rules_folder
from lxyz.packs.model import Rule, When
from lxyz.packs.types import Pack
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, paint
from lxyz.render.page.width import columns, wrap
from lxyz.render.rule.asks import applies, asks
from lxyz.render.rule.dues import due_lines
from lxyz.render.sample.record import sample, waiver
from lxyz.render.sample.windows import window_of
from lxyz.render.wording.terms import sentence
from lxyz.render.wording.words import aside, listed, modality
from lxyz.verdicts import BINDING
from lxyz.vocabulary import nearest, say, texts_of

_LABEL = 8
"""Columns of a label."""


def explain(rule_id: str, packs: list[Pack], style: Style) -> str:
    """What a rule asks and how to satisfy it.

    A rule may be named without its pack if only one rule has the name, or by its title.
    Raises UsageError E210 if there is no such rule.
    """
    known = {
        name: (pack, rule) for pack in packs for name, rule in described(pack).items()
    }
    names = [rule_id] if rule_id in known else _ending(rule_id, known)
    if not names:
        titles = [clean(rule.title) for _, rule in known.values()]
        like = nearest(rule_id, known) or nearest(rule_id, titles)
        raise UsageError("E210", rule=rule_id, like=like)
    pages = [_page(name, *known[name], style) for name in names]
    return defused("\n".join(pages))


def _ending(rule_id: str, known: dict[str, Any]) -> list[str]:
    """The ids of the rules that a text may mean: a name without its pack, a title, or
    the name of a rule with rows."""
    wanted = rule_id.strip("/")
    return [
        name
        for name in known
        if name.partition("/")[2] == wanted
        or name.startswith(f"{wanted}/")
        or name.partition("/")[2].startswith(f"{wanted}/")
        or rule_id in (known[name][1].title, known[name][1].title_en)
    ]


def _page(name: str, pack: Pack, rule: Rule, style: Style) -> str:
    lang = style.lang
    page = Page(style)
    title = clean(style.say(rule.title, rule.title_en))
    binding = aside(modality(rule.modality, lang), lang)
    page.title(f"{clean(name)}  {title}{binding}")
    page.line(clean(style.say(pack.head.title, pack.head.title_en)), "dim")
    page.blank()
    for label, text in told_of_rule(name, pack, rule, lang):
        _item(page, label, text)
    for head, lines in samples(name, rule, pack, lang):
        page.blank()
        page.line(head, "head")
        page.raw([f"  {line}" for line in lines])
    return page.text()


def told_of_rule(name: str, pack: Pack, rule: Rule, lang: str) -> list[tuple[str, str]]:
    """What there is to say of a rule, as (label, text).

    The label is empty if the text belongs to the label before it."""
    told = [(say(lang, "要求", "asks"), asks(rule, lang))]
    if conditions := applies(rule, lang):
        told.append((say(lang, "范围", "applies"), listed(conditions, lang)))
    told += _rows(say(lang, "时限", "when"), due_lines(rule, pack, lang))
    if rule.debtor != "branch":
        above = say(lang, "上级党组织", "the committee above")
        told.append((say(lang, "谁办", "owed by"), above))
    told.append((say(lang, "轻重", "weight"), _weight(rule, pack, name, lang)))
    if firm := bind(pack).firm.get(name):
        nobody = say(lang, "谁也不得豁免", "nobody may waive it")
        text = nobody + aside(clean(firm), lang)
        told.append((say(lang, "豁免", "waiver"), text))
    readings = [_reading(one, lang) for one in rule.reading]
    told += _rows(say(lang, "理解", "reading"), readings)
    told += _rows(say(lang, "参数", "params"), _params(name, pack, lang))
    told += _rows(say(lang, "条款", "clause"), _clauses(rule, pack))
    told += _folds(rule, pack, lang)
    if rule.remedy:
        words = rule.remedy_en if lang == "en" and rule.remedy_en else rule.remedy
        told.append((say(lang, "怎么办", "remedy"), clean(words)))
    return told


def _reading(number: str, lang: str) -> str:
    """A reading of `rules/readings.yaml`, by its number."""
    said = _readings().get(number, {"zh": "", "en": ""})
    return clean(f"{number} {said[lang]}".strip())


@lru_cache(maxsize=1)
def _readings() -> dict[str, dict[str, str]]:
    return texts_of(rules_folder() / "readings.yaml")


def _rows(label: str, texts: list[str]) -> list[tuple[str, str]]:
    return [(label if not number else "", text) for number, text in enumerate(texts)]


def _item(page: Page, label: str, text: str) -> None:
    first, *rest = wrap(text, page.style.width, " " * _LABEL)
    blanks = " " * max(1, _LABEL - columns(label))
    page.raw([paint(label, "head", page.style) + blanks + first.lstrip(), *rest])


def _weight(rule: Rule, pack: Pack, name: str, lang: str) -> str:
    tools = [p for p in _used(name, pack) if pack.params[p].source == "tool"]
    if rule.modality in ("may", "goal"):
        return say(lang, "只作提示", "only informs")
    if rule.modality == "should" or rule.weak == "yes" or tools:
        why = ""
        if rule.weak == "yes":
            why = say(lang, "只凭一个词判断", "thin evidence")
        elif tools:
            why = say(lang, "数字是工具定的，不在原文里", "the number is the tool's")
        return say(lang, "缺了只提醒", "not kept, it only warns") + aside(why, lang)
    return say(lang, "缺了算缺项", "not kept, it is a gap")


def _used(name: str, pack: Pack) -> list[str]:
    short = name.partition("/")[2]
    raw = next(one for one in pack.raws if one.id == short)
    named = raw.params
    if raw.rule is not None and raw.rule.since is None and recurs(raw.rule):
        named |= {EFFECTIVE}
    return sorted(named & set(pack.params))


def _params(name: str, pack: Pack, lang: str) -> list[str]:
    told = []
    for param in _used(name, pack):
        one = pack.params[param]
        title = clean(say(lang, one.title or "", one.title_en or one.title or ""))
        unset = say(lang, "没有设定", "not set")
        value = unset if one.value is None else _shown(one.value)
        where = ("原文", "the text") if one.source == "text" else ("工具", "the tool")
        source = say(lang, f"来源：{where[0]}", f"source: {where[1]}")
        gap = say(lang, "", " ")
        told.append(f"{pack.id}/{param} = {value}{aside(source, lang)}{gap}{title}")
    return told


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        pairs = [f"{clean(str(k))}: {_shown(v)}" for k, v in value.items()]
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(_shown(one) for one in value)}]"
    return clean(str(value))


def _clauses(rule: Rule, pack: Pack) -> list[str]:
    told = []
    for entry in rule.covers:
        clause = pack.clauses.entries.get(entry)
        texts = () if clause is None else (clause.clause, clause.subject)
        told.append("  ".join(map(clean, (*texts, entry))))
    return told


def _folds(rule: Rule, pack: Pack, lang: str) -> list[tuple[str, str]]:
    told = []
    if rule.under:
        text = sentence("asks", "folds", lang, into=f"{pack.id}/{rule.under}")
        told.append((say(lang, "归并", "folds"), text))
    below = [name for name, one in described(pack).items() if one.under == rule.id]
    if below:
        text = listed([clean(name) for name in below], lang)
        told.append((say(lang, "并入", "holds"), text))
    return told


def samples(
    name: str, rule: Rule, pack: Pack, lang: str
) -> list[tuple[str, list[str]]]:
    """Records to copy, each with its heading: one that counts, and a waiver."""
    found = []
    made = sample(rule, name, pack, lang)
    if made is not None:
        where = made.file and say(lang, f"写在 {made.file}", f"in {made.file}")
        head = say(lang, "这样的记录算数", "a record that counts")
        found.append((head + aside(where, lang), made.lines))
    if rule.attest is None and rule.modality in BINDING and rule.waivable == "yes":
        head = sentence("asks", "waiver", lang)
        found.append((head, waiver(name, *_years(rule, pack), lang)))
    return found


def _years(rule: Rule, pack: Pack) -> tuple[int, int]:
    """The year of a sample, and the year in which its duty is due."""
    year = int(pack.head.year)
    several = isinstance(rule.when, When) and rule.when.first is not None
    window = window_of(rule, pack) if several else None
    return year, year if window is None else window.inside.last.year
