"""A plan as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.plan import Plan
from lxyz.render.page.safe import clean
from lxyz.render.page.style import Style
from lxyz.render.plan.table import HEADS, heading, rows
from lxyz.render.plan.words import sittings


def plan_markdown(plan: Plan, style: Style) -> str:
    """The plan as a Markdown table."""
    lang = style.lang
    heads = HEADS[lang]
    lines = [f"# {_cell(heading(plan, lang))}", ""]
    if plan.bound is not None:
        lines += [sittings(plan, lang), ""]
    lines.append(_row(heads))
    lines.append(_row(["---"] * len(heads)))
    lines += [_row(map(str, row)) for row in rows(plan, lang)]
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """A text that stays in its cell: no bars, no line ends, no markup of its own."""
    plain = clean(text).replace("\\", "\\\\").replace("|", "\\|")
    for mark in "<>[]*_`":
        plain = plain.replace(mark, f"\\{mark}")
    return " ".join(plain.split())
