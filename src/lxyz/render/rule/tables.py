"""Lists for those who write and read packs: rules, clauses, cases, problems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxyz.baseline import Renewal
from lxyz.packs.bind import described
from lxyz.packs.types import Pack, Problem
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, paint, symbol
from lxyz.render.page.width import columns, pad
from lxyz.render.said.problems import problem_sentence
from lxyz.render.wording.terms import MODALITIES, SUBJECTS
from lxyz.render.wording.words import pick
from lxyz.workshop.cases import Result
from lxyz.workshop.trace import Traced

_BECAME = {
    "judged": ("判断", "judged"),
    "attest": ("人工确认", "attest"),
    "definition": ("定义", "definition"),
    "above": ("上级的事", "above"),
    "not-judged": ("不判断", "not judged"),
}
_LACKS = {
    "kept": ("缺达标的样例", "no kept case"),
    "missed": ("缺不达标的样例", "no missed case"),
}


def started(folder: Path, files: Sequence[str], style: Style) -> str:
    """What was written for a new pack, and what to do next."""
    zh, path = style.lang == "zh", clean(str(folder))
    shown = f'"{path}"' if " " in path else path
    page = Page(style)
    names = "、".join(files) if zh else ", ".join(files)
    page.line(f"写好了 {path}：{names}" if zh else f"written to {path}: {names}")
    page.line(
        "下一步：按文件改条款、规则、样例，边改边看"
        if zh
        else "next: put in clauses, rules and cases of the document, and look:"
    )
    for command in ("lint", "test", "trace"):
        page.note(f"lxyz rules {command} {shown}")
    page.line(
        f"放进支部：在 branch.yaml 的“规则包”里写它的路径，如 ../{clean(folder.name)}"
        if zh
        else f"for a branch: its path under packs in branch.yaml, such as ../{clean(folder.name)}"
    )
    return defused(page.text())


def accepted_line(branch: Path, change: Renewal, style: Style, *, dry: bool) -> str:
    """What became of a baseline, in a line."""
    zh = style.lang == "zh"
    of = "" if branch == Path() else clean(f"{branch}{'：' if zh else ': '}")
    number = len(change.baseline.items)
    page = Page(style)
    would = ("会有" if zh else "would hold") if dry else ("有" if zh else "holds")
    parts = [
        f"新接受 {change.added}" if zh else f"{change.added} added",
        f"改好去掉 {change.dropped}" if zh else f"{change.dropped} fixed",
    ]
    text = (
        f"{of}基线{would} {number} 处（{'，'.join(parts)}）"
        if zh
        else f"{of}the baseline {would} {number} ({', '.join(parts)})"
    )
    page.line(text)
    if change.new:
        page.note(
            f"另有 {change.new} 处是新的，没有接受；要接受写 --add"
            if zh
            else f"{change.new} more are new and were not accepted; --add accepts them"
        )
    if change.refused:
        page.note(
            f"谁也不得豁免的 {change.refused} 处，没有接受"
            if zh
            else f"{change.refused} that nobody may waive were not accepted"
        )
    if change.wrong:
        page.note(
            f"记录里写错的 {change.wrong} 处没有读进来，也会成缺口：先按 lxyz check 改好，再记基线"
            if zh
            else f"{change.wrong} things in the records could not be read and may stand"
            " as gaps: fix them (lxyz check) before taking a baseline"
        )
    return defused(page.text())


def rules_table(packs: list[Pack], style: Style) -> str:
    """Every rule of packs: whom it is about, how binding, its name and title."""
    lang, zh = style.lang, style.lang == "zh"
    page = Page(style)
    for pack in packs:
        rules = described(pack)
        page.blank()
        title = clean(pack.head.title_en if lang == "en" else pack.head.title)
        number = f"{len(rules)} 条规则" if zh else f"{len(rules)} rules"
        page.title(f"{clean(pack.id)} {clean(pack.head.version)}  {title}  {number}")
        left = min(44, max([0, *(columns(name) for name in rules)]))
        for name, rule in rules.items():
            modality = pick(MODALITIES.get(rule.modality), lang, rule.modality)
            whom = pick(SUBJECTS.get(rule.for_), lang, rule.for_)
            words = clean(rule.title_en if lang == "en" else rule.title)
            tail = f"{pad(modality, 7)}{words}" + (
                f"（{whom}）" if zh else f" ({whom})"
            )
            shown = clean(name)
            if columns(shown) > left or columns(tail) > style.width - left - 2:
                page.line(shown, "info")
                page.note(tail)
            else:
                page.raw([f"{paint(pad(shown, left), 'info', style)}  {tail}"])
    return defused(page.text())


def trace_table(pack: Pack, traced: list[Traced], style: Style) -> str:
    """Clause by clause: what became of it and which rules judge it."""
    lang, zh = style.lang, style.lang == "zh"
    page = Page(style)
    title = clean(pack.head.title_en if lang == "en" else pack.head.title)
    page.title(f"{clean(pack.id)}  {title}")
    for one in traced:
        clause = one.clause
        became = pick(_BECAME.get(clause.became), lang, clause.became)
        modality = pick(MODALITIES.get(clause.modality), lang, clause.modality)
        head = f"{clean(clause.id)}  {clean(clause.clause)}  {clean(clause.subject)}"
        page.item(
            "error" if one.wrong else "",
            f"{head}（{modality}，{became}）"
            if zh
            else f"{head} ({modality}, {became})",
        )
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
        f"共 {len(traced)} 条，有规则判断或确认的 {judged} 条，不合的 {wrong} 条"
        if zh
        else f"{len(traced)} entries, {judged} with rules, {wrong} wrong"
    )
    return defused(page.text())


def cases_table(
    pack: Pack, results: list[Result], lacking: list[tuple[str, str]], style: Style
) -> str:
    """The cases that went wrong, the rules without cases, and how many went well."""
    zh = style.lang == "zh"
    page = Page(style)
    wrong = [one for one in results if one.wrong]
    page.title(
        f"{clean(pack.id)}  {len(results)} 个样例，{len(wrong)} 个不符"
        if zh
        else f"{clean(pack.id)}  {len(results)} cases, {len(wrong)} wrong"
    )
    for one in wrong:
        place = f"{clean(pack.folder.name)}/cases.yaml:{one.line}"
        page.item("error", f"{place} {clean(one.rule)}  {clean(one.name)}")
        got, expected = problem_sentence(one.wrong, style.lang), clean(one.expected)
        if expected:
            expected = f"应为 {expected}；" if zh else f"expected {expected}; "
        page.note(f"{expected}{got}")
    for rule, lack in lacking:
        page.item(
            "warning",
            f"{clean(rule)}  {pick(_LACKS.get(lack), style.lang, clean(lack))}",
        )
    return defused(page.text())


def problems_table(
    name: str, problems: Sequence[Problem], style: Style, *, usable: bool = True
) -> str:
    """What is wrong or doubtful in a pack, which can or cannot be used, place by
    place."""
    zh = style.lang == "zh"
    page, level = Page(style), "warning" if usable else "error"
    if not problems:
        page.item(
            "met",
            f"{clean(name)}  没有发现问题"
            if zh
            else f"{clean(name)}  no problem found",
        )
    else:
        number = len(problems)
        page.title(
            f"{clean(name)}  {number} 处" if zh else f"{clean(name)}  {number} problems"
        )
    for one in problems:
        told = problem_sentence(one.text, style.lang)
        page.item(level, f"{clean(one.file)}:{one.line} {told}")
    return defused(page.text())
