"""Lists for those who write and read packs: rules, clauses, cases, problems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxyz.packs.bind import described
from lxyz.packs.types import Pack, Problem
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, paint, symbol
from lxyz.render.page.width import columns, pad
from lxyz.render.said.problems import problem_sentence
from lxyz.render.wording.number import some
from lxyz.render.wording.terms import term
from lxyz.render.wording.words import aside, commas, listed, modality
from lxyz.report.baseline import Renewal
from lxyz.workshop.cases import Result
from lxyz.workshop.trace import Traced


def started(folder: Path, files: Sequence[str], style: Style) -> str:
    """What was written for a new pack, and what to do next."""
    path = clean(str(folder))
    shown = f'"{path}"' if " " in path else path
    page = Page(style)
    names = listed([*files], style.lang)
    page.line(style.say(f"写好了 {path}：{names}", f"written to {path}: {names}"))
    page.line(
        style.say(
            "下一步：按文件改条款、规则、样例，边改边看",
            "next: put in clauses, rules and cases of the document, and look:",
        )
    )
    for command in ("lint", "test", "trace"):
        page.note(f"lxyz rules {command} {shown}")
    page.line(
        style.say(
            f"放进支部：在 branch.yaml 的“规则包”里写它的路径，如 ../{clean(folder.name)}",
            f"for a branch: its path under packs in branch.yaml, such as ../{clean(folder.name)}",
        )
    )
    return defused(page.text())


def accepted_line(branch: Path, change: Renewal, style: Style, *, dry: bool) -> str:
    """What became of a baseline, in a line."""
    of = "" if branch == Path() else clean(f"{branch}{style.say('：', ': ')}")
    number = len(change.baseline.items)
    page = Page(style)
    would = style.say("会有", "would hold") if dry else style.say("有", "holds")
    parts = [
        style.say(f"新接受 {change.added}", f"{change.added} added"),
        style.say(f"改好去掉 {change.dropped}", f"{change.dropped} fixed"),
    ]
    text = style.say(f"基线{would} {number} 处", f"the baseline {would} {number}")
    page.line(f"{of}{text}{aside(commas(parts, style.lang), style.lang)}")
    if change.new:
        page.note(
            style.say(
                f"另有 {change.new} 处是新的，没有接受；要接受写 --add",
                f"{change.new} more are new and were not accepted; --add accepts them",
            )
        )
    if change.refused:
        page.note(
            style.say(
                f"谁也不得豁免的 {change.refused} 处，没有接受",
                f"{change.refused} that nobody may waive were not accepted",
            )
        )
    if change.wrong:
        page.note(
            style.say(
                f"记录里写错的 {change.wrong} 处没有读进来，也会成缺口：先按 lxyz check 改好，再记基线",
                f"{some(change.wrong, 'thing')} in the records could not be read and may stand"
                " as gaps: fix them (lxyz check) before taking a baseline",
            )
        )
    return defused(page.text())


def rules_table(packs: list[Pack], style: Style) -> str:
    """Every rule of packs: whom it is about, how binding, its name and title."""
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
    """Clause by clause: what became of it and which rules judge it."""
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
    page.line(
        style.say(
            f"共 {len(traced)} 条，有规则判断或确认的 {judged} 条，不合的 {wrong} 条",
            f"{some(len(traced), 'entry')}, {judged} with rules, {wrong} wrong",
        )
    )
    return defused(page.text())


def cases_table(
    pack: Pack, results: list[Result], lacking: list[tuple[str, str]], style: Style
) -> str:
    """The cases that went wrong, the rules without cases, and how many went well."""
    page = Page(style)
    wrong = [one for one in results if one.wrong]
    said = style.say(
        f"{len(results)} 个样例，{len(wrong)} 个不符",
        f"{some(len(results), 'case')}, {len(wrong)} wrong",
    )
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
    """What is wrong or doubtful in a pack, which can or cannot be used, place by
    place."""
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
