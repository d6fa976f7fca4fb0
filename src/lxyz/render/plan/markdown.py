"""A plan as a table in Markdown."""

from __future__ import annotations

from lxyz.plan import Plan
from lxyz.render.page.markup import plain
from lxyz.render.page.style import Style
from lxyz.render.page.summary import heads, row
from lxyz.render.plan.table import HEADS, heading, rows
from lxyz.render.plan.words import sittings

_LONG = 4_000


def plan_markdown(plan: Plan, style: Style) -> str:
    """The plan as a Markdown table."""
    lang = style.lang
    lines = [f"# {_cell(heading(plan, lang))}", ""]
    if plan.bound is not None:
        lines += [sittings(plan, lang), ""]
    lines += heads([*HEADS[lang]])
    lines += [row(_cell(str(one)) for one in each) for each in rows(plan, lang)]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A text on one line that stays in its cell."""
    return plain(" ".join(text.split()), _LONG)
