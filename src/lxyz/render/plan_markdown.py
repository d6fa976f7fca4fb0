"""A plan as the table that is filed: 时间, 类型, 内容, 形式, 责任人, 备注."""

from __future__ import annotations

from typing import Any

from lxyz.plan import Plan
from lxyz.plan.document import STUDY_PLAN, items, records_of
from lxyz.render.safe import clean
from lxyz.render.style import Style
from lxyz.render.words import kind, listed
from lxyz.vocabulary import vocabulary

_HEADS = {
    "zh": ("时间", "类型", "内容", "形式", "责任人", "备注"),
    "en": ("When", "Kind", "What", "How", "Who", "Note"),
}


def plan_markdown(plan: Plan, style: Style) -> str:
    """The plan as a Markdown table."""
    lang = "en" if style.lang == "en" else "zh"
    name = _cell(plan.branch)
    head = f"# {name} {plan.year}" + (
        "年学习计划表" if lang == "zh" else ": study plan"
    )
    lines = [head, "", _row(_HEADS[lang]), _row(["---"] * len(_HEADS[lang]))]
    for item in _items(plan):
        own = item.get("optional") == "yes"
        note = [str(item.get("group", ""))]
        note.append(("自选" if lang == "zh" else "own choice") if own else "")
        who, form = str(item["responsible"]), item["form"]
        lines.append(
            _row(
                [
                    _when(str(item["when"]), lang),
                    listed([kind(one, lang) for one in item["kind"]], lang),
                    item["content"],
                    form if isinstance(form, str) else "、".join(form),
                    ("全体" if lang == "zh" else "all") if who == "all" else who,
                    " ".join(part for part in note if part),
                ]
            )
        )
    return "\n".join(lines) + "\n"


def _items(plan: Plan) -> list[dict[str, Any]]:
    """The items of the study plan that is made; where none is, of what is planned."""
    for record in records_of(plan.drafts, plan.profile):
        if STUDY_PLAN in record["kind"]:
            return list(record["items"])
    return items(plan.drafts, plan.profile)


def _when(text: str, lang: str) -> str:
    """A day or month as it is written, a rhythm in the language."""
    return vocabulary().word_names.get(text, text) if lang == "zh" else text


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """A text that stays in its cell: no bars, no line ends, no markup of its own."""
    plain = clean(text).replace("\\", "\\\\").replace("|", "\\|")
    for mark in "<>[]*_`":
        plain = plain.replace(mark, f"\\{mark}")
    return " ".join(plain.split())
