"""A plan as the table that is filed: 时间, 类型, 内容, 形式, 责任人, 备注."""

from __future__ import annotations

from lxyz.plan import Plan
from lxyz.plan.document import items
from lxyz.render.safe import clean
from lxyz.render.style import Style
from lxyz.render.words import kind, listed

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
    for item in items(plan.drafts, plan.profile):
        own = item.get("optional") == "yes"
        note = [str(item.get("group", ""))]
        note.append(("自选" if lang == "zh" else "own choice") if own else "")
        who = str(item["responsible"])
        lines.append(
            _row(
                [
                    str(item["when"]),
                    listed([kind(one, lang) for one in item["kind"]], lang),
                    item["content"],
                    "、".join(item["form"]),
                    ("全体" if lang == "zh" else "all") if who == "all" else who,
                    " ".join(part for part in note if part),
                ]
            )
        )
    return "\n".join(lines) + "\n"


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """A text that stays in its cell: no bars, no line ends, no markup of its own."""
    plain = clean(text).replace("\\", "\\\\").replace("|", "\\|")
    for mark in "<>[]*_`":
        plain = plain.replace(mark, f"\\{mark}")
    return " ".join(plain.split())
