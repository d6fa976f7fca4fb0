"""Lists for those who write and read packs: rules, clauses, cases, problems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxyz.files.find import PACK_FILES
from lxyz.packs.bind import described
from lxyz.packs.types import Pack, Problem
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, paint, symbol
from lxyz.render.page.width import columns, pad
from lxyz.render.said.problems import problem_sentence
from lxyz.render.wording.number import some
from lxyz.render.wording.terms import sentence, term
from lxyz.render.wording.words import aside, commas, listed, modality
from lxyz.report.baseline import Renewal
from lxyz.workshop.cases import Result
from lxyz.workshop.trace import Traced


def started(folder: Path, style: Style) -> str:
    """What was written for a new pack, and what to do next."""
    path = clean(str(folder))
    shown = f'"{path}"' if " " in path else path
    page = Page(style)
    names = listed([*PACK_FILES], style.lang)
    page.line(sentence("settled", "wrote", style.lang, path=path, names=names))
    page.line(_made("next", style))
    for command in ("lint", "test", "trace"):
        page.note(f"lxyz rules {command} {shown}")
    page.line(_made("branch", style, name=clean(folder.resolve().name)))
    return defused(page.text())


def _made(key: str, style: Style, **values: object) -> str:
    return sentence("made", key, style.lang, **values)


_CHANGED, _NOT_TAKEN = ("added", "dropped"), ("new", "refused", "wrong")


def accepted_line(branch: Path, change: Renewal, style: Style, *, dry: bool) -> str:
    """A line that says what changed in a baseline; with `dry`, what would change."""
    of = "" if branch == Path() else clean(f"{branch}{style.say('：', ': ')}")
    page = Page(style)
    held = "baseline-dry" if dry else "baseline"
    text = _made(held, style, number=len(change.baseline.items))
    parts = [_made(one, style, number=getattr(change, one)) for one in _CHANGED]
    page.line(f"{of}{text}{aside(commas(parts, style.lang), style.lang)}")
    for one in _NOT_TAKEN:
        if number := getattr(change, one):
            things = some(number, "thing")
            page.note(_made(one, style, number=number, things=things))
    return defused(page.text())


def rules_table(packs: list[Pack], style: Style) -> str:
    """A table of all rules of packs: whom a rule is about, how binding it is, its name
    and title."""
    lang = style.lang
    page = Page(style)
    for pack in packs:
        rules = described(pack)
        page.blank()
        title = clean(style.say(pack.head.title, pack.head.title_en))
        number = style.say(f"{len(rules)} 条规则", some(len(rules), "rule"))
        page.title(f"{clean(pack.id)} {clean(pack.head.version)}  {title}  {number}")
        left = min(44, max([0, *(columns(name) for name in rules)]))
        for name, rule in rules.items():
            binding = modality(rule.modality, lang)
            whom = term("subjects", rule.for_, lang, rule.for_)
            words = clean(style.say(rule.title, rule.title_en))
            tail = f"{pad(binding, 7)}{words}{aside(whom, lang)}"
            shown = clean(name)
            if columns(shown) > left or columns(tail) > style.width - left - 2:
                page.line(shown, "info")
                page.note(tail)
            else:
                page.raw([f"{paint(pad(shown, left), 'info', style)}  {tail}"])
    return defused(page.text())


def trace_table(pack: Pack, traced: list[Traced], style: Style) -> str:
    """A table of clauses: what became of each, and which rules judge it."""
    lang = style.lang
    page = Page(style)
    title = clean(style.say(pack.head.title, pack.head.title_en))
    page.title(f"{clean(pack.id)}  {title}")
    for one in traced:
        clause = one.clause
        became = term("became", clause.became, lang, clause.became)
        binding = commas([modality(clause.modality, lang), became], lang)
        head = f"{clean(clause.id)}  {clean(clause.clause)}  {clean(clause.subject)}"
        page.item("error" if one.wrong else "", head + aside(binding, lang))
        for rule in one.rules:
            page.note(f"{symbol('do', style)} {clean(pack.id)}/{clean(rule)}")
        if clause.why:
            page.note(clean(clause.why), colour="dim")
        if one.wrong:
            page.note(problem_sentence(one.wrong, lang), colour="error")
    wrong = sum(bool(one.wrong) for one in traced)
    judged = sum(bool(one.rules) for one in traced)
    page.blank()
    number, entries = len(traced), some(len(traced), "entry")
    told = {"number": number, "entries": entries, "judged": judged, "wrong": wrong}
    page.line(_made("traced", style, **told))
    return defused(page.text())


def cases_table(
    pack: Pack, results: list[Result], lacking: list[tuple[str, str]], style: Style
) -> str:
    """The cases that failed, the rules without cases, and how many cases passed."""
    page = Page(style)
    wrong = [one for one in results if one.wrong]
    number, shown = len(results), some(len(results), "case")
    said = _made("cases", style, number=number, cases=shown, wrong=len(wrong))
    page.title(f"{clean(pack.id)}  {said}")
    for one in wrong:
        place = f"{clean(pack.folder.name)}/cases.yaml:{one.line}"
        page.item("error", f"{place} {clean(one.rule)}  {clean(one.name)}")
        got, expected = problem_sentence(one.wrong, style.lang), clean(one.expected)
        if expected:
            expected = style.say(f"应为 {expected}；", f"expected {expected}; ")
        page.note(f"{expected}{got}")
    for rule, lack in lacking:
        said = term("lacks", lack, style.lang, clean(lack))
        page.item("warning", f"{clean(rule)}  {said}")
    return defused(page.text())


def problems_table(
    name: str, problems: Sequence[Problem], style: Style, *, usable: bool = True
) -> str:
    """What is wrong or doubtful in a pack, place by place; `usable` says whether the
    pack can be used all the same."""
    page, level = Page(style), "warning" if usable else "error"
    if not problems:
        said = style.say("没有发现问题", "no problem found")
        page.item("met", f"{clean(name)}  {said}")
    else:
        number = len(problems)
        said = style.say(f"{number} 处", some(number, "problem"))
        page.title(f"{clean(name)}  {said}")
    for one in problems:
        told = problem_sentence(one.text, style.lang)
        page.item(level, f"{clean(one.file)}:{one.line} {told}")
    return defused(page.text())
