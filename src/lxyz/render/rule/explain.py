"""One rule explained: what it asks, of whom, when it is due, on which reading, by which
clause, and a record that satisfies it, ready to copy."""

from __future__ import annotations

from typing import Any

from lxyz.errors import UsageError
from lxyz.packs.bind import bind, described
from lxyz.packs.model import Rule, When
from lxyz.packs.types import Pack
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, paint
from lxyz.render.page.width import columns, wrap
from lxyz.render.rule.asks import applies, asks
from lxyz.render.rule.dues import due_lines
from lxyz.render.rule.readings import READINGS
from lxyz.render.sample.record import sample, waiver, written
from lxyz.render.sample.windows import window_of
from lxyz.render.wording.terms import MODALITIES
from lxyz.render.wording.words import listed, pick
from lxyz.vocabulary import nearest

_LABEL = 8
"""Columns of a label."""


def explain(rule_id: str, packs: list[Pack], style: Style) -> str:
    """What a rule asks and how to satisfy it.

    A rule may be named without its pack where that is clear. Raises UsageError E210 if
    there is none such.
    """
    known = {
        name: (pack, rule) for pack in packs for name, rule in described(pack).items()
    }
    names = [rule_id] if rule_id in known else _ending(rule_id, known)
    if not names:
        raise UsageError("E210", rule=rule_id, like=nearest(rule_id, known))
    pages = [_page(name, *known[name], style) for name in names]
    return defused("\n".join(pages))


def _ending(rule_id: str, known: dict[str, Any]) -> list[str]:
    """The rules that a name without its pack means, or the rows of a rule."""
    wanted = rule_id.strip("/")
    return [
        name
        for name in known
        if name.partition("/")[2] == wanted
        or name.startswith(f"{wanted}/")
        or name.partition("/")[2].startswith(f"{wanted}/")
    ]


def _page(name: str, pack: Pack, rule: Rule, style: Style) -> str:
    lang, zh = style.lang, style.lang == "zh"
    page = Page(style)
    title = clean(rule.title_en if lang == "en" else rule.title)
    modality = pick(MODALITIES.get(rule.modality), lang, rule.modality)
    page.title(f"{clean(name)}  {title}{f'（{modality}）' if zh else f' ({modality})'}")
    page.line(clean(pack.head.title_en if lang == "en" else pack.head.title), "dim")
    page.blank()
    for label, text in told_of_rule(name, pack, rule, lang):
        _item(page, label, text)
    for head, lines in samples(name, rule, pack, lang):
        page.blank()
        page.line(head, "head")
        page.raw([f"  {line}" for line in lines])
    return page.text()


def told_of_rule(name: str, pack: Pack, rule: Rule, lang: str) -> list[tuple[str, str]]:
    """What there is to say of a rule: (label, text), the label empty where the one
    before goes on."""
    zh = lang == "zh"
    told = [("要求" if zh else "asks", asks(rule, lang))]
    if conditions := applies(rule, lang):
        told.append(("范围" if zh else "applies", listed(conditions, lang)))
    told += _rows("时限" if zh else "when", due_lines(rule, pack, lang))
    if rule.debtor != "branch":
        above = "上级党组织" if zh else "the committee above"
        told.append(("谁办" if zh else "owed by", above))
    told.append(("轻重" if zh else "weight", _weight(rule, pack, name, lang)))
    if firm := bind(pack).firm.get(name):
        nobody = "谁也不得豁免" if zh else "nobody may waive it"
        told.append(
            (
                "豁免" if zh else "waiver",
                f"{nobody}（{clean(firm)}）" if zh else f"{nobody} ({clean(firm)})",
            )
        )
    readings = [
        clean(f"{reading} {pick(READINGS.get(reading), lang)}".strip())
        for reading in rule.reading
    ]
    told += _rows("理解" if zh else "reading", readings)
    told += _rows("参数" if zh else "params", _params(name, pack, lang))
    told += _rows("条款" if zh else "clause", _clauses(rule, pack))
    told += _folds(rule, pack, lang)
    if rule.remedy:
        words = rule.remedy_en if lang == "en" and rule.remedy_en else rule.remedy
        told.append(("怎么办" if zh else "remedy", clean(words)))
    return told


def _rows(label: str, texts: list[str]) -> list[tuple[str, str]]:
    return [(label if not number else "", text) for number, text in enumerate(texts)]


def _item(page: Page, label: str, text: str) -> None:
    first, *rest = wrap(text, page.style.width, " " * _LABEL)
    blanks = " " * max(1, _LABEL - columns(label))
    page.raw([paint(label, "head", page.style) + blanks + first.lstrip(), *rest])


def _weight(rule: Rule, pack: Pack, name: str, lang: str) -> str:
    zh = lang == "zh"
    tools = [p for p in _used(name, pack) if pack.params[p].source == "tool"]
    if rule.modality in ("may", "goal"):
        return "只作提示" if zh else "informs only"
    if rule.modality == "should" or rule.weak == "yes" or tools:
        why = ""
        if rule.weak == "yes":
            why = "（只凭一个词判断）" if zh else " (thin evidence)"
        elif tools:
            why = (
                "（数字是工具定的，不在原文里）"
                if zh
                else " (the number is the tool's)"
            )
        return f"缺了只提醒{why}" if zh else f"a gap only warns{why}"
    return "缺了是错误" if zh else "a gap is an error"


def _used(name: str, pack: Pack) -> list[str]:
    short = name.partition("/")[2]
    raw = next((one for one in pack.raws if one.id == short), None)
    return sorted(raw.params & set(pack.params)) if raw is not None else []


def _params(name: str, pack: Pack, lang: str) -> list[str]:
    zh, told = lang == "zh", []
    for param in _used(name, pack):
        one = pack.params[param]
        title = clean(
            (one.title_en or one.title or "") if lang == "en" else (one.title or "")
        )
        value = (
            _shown(one.value)
            if one.value is not None
            else ("没有设定" if zh else "not set")
        )
        source = (
            ("原文" if zh else "the text")
            if one.source == "text"
            else ("工具" if zh else "the tool")
        )
        told.append(
            f"{pack.id}/{param} = {value}（来源：{source}）{title}"
            if zh
            else f"{pack.id}/{param} = {value} (source: {source}) {title}"
        )
    return told


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{clean(str(k))}: {_shown(v)}" for k, v in value.items())
            + "}"
        )
    if isinstance(value, tuple):
        return "[" + ", ".join(_shown(one) for one in value) + "]"
    return clean(str(value))


def _clauses(rule: Rule, pack: Pack) -> list[str]:
    told = []
    for entry in rule.covers:
        clause = pack.clauses.entries.get(entry)
        if clause is None:
            told.append(clean(entry))
        else:
            told.append(
                f"{clean(clause.clause)}  {clean(clause.subject)}  {clean(entry)}"
            )
    return told


def _folds(rule: Rule, pack: Pack, lang: str) -> list[tuple[str, str]]:
    zh, told = lang == "zh", []
    if rule.under:
        into = f"{pack.id}/{rule.under}"
        text = (
            f"那一条也缺时，本条并入 {into}"
            if zh
            else f"into {into} where that has a gap too"
        )
        told.append(("归并" if zh else "folds", text))
    below = [name for name, one in described(pack).items() if one.under == rule.id]
    if below:
        text = listed([clean(name) for name in below], lang)
        told.append(("并入" if zh else "holds", text))
    return told


def samples(
    name: str, rule: Rule, pack: Pack, lang: str
) -> list[tuple[str, list[str]]]:
    """Records to copy, each under its heading: one that counts, and a waiver."""
    zh = lang == "zh"
    found = []
    made = sample(rule, name, pack, lang)
    if made is not None:
        where = ""
        if made.file:
            where = f"（写在 {made.file}）" if zh else f" (in {made.file})"
        found.append(
            (("这样的记录算数" if zh else "a record that counts") + where, made.lines)
        )
    if (
        rule.attest is None
        and rule.modality in ("must", "should")
        and rule.waivable == "yes"
    ):
        head = (
            "确有原因、经批准的，可以豁免" if zh else "a waiver, where one was granted"
        )
        found.append((head, written(waiver(name, *_years(rule, pack)), lang)))
    return found


def _years(rule: Rule, pack: Pack) -> tuple[int, int]:
    """The year of which a sample is, and the one in which its case is due."""
    year = int(pack.head.year)
    several = isinstance(rule.when, When) and rule.when.first is not None
    window = window_of(rule, pack) if several else None
    return year, year if window is None else window.inside.last.year
