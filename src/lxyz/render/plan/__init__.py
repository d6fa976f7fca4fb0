"""A plan in each of its formats: text, table, YAML, sheet, calendar."""

from __future__ import annotations

from lxyz.base.late import value_of
from lxyz.plan import Plan
from lxyz.render.page.style import Style

# To add a format, add a line here: the ending of its files, and its function.
FORMS = {
    "text": (".txt", "lxyz.render.plan.text:plan_text"),
    "yaml": (".yaml", "lxyz.render.plan.yaml:plan_yaml"),
    "markdown": (".md", "lxyz.render.plan.table:plan_markdown"),
    "ics": (".ics", "lxyz.render.plan.calendar:plan_calendar"),
    "xlsx": (".xlsx", "lxyz.render.plan.sheet:plan_sheet"),
}
ENDINGS = {ending: name for name, (ending, _) in FORMS.items()} | {".yml": "yaml"}
"""The form that the ending of a file's name means, where none is named."""
TO_FILES = ("ics", "xlsx")
"""Those that no screen shows."""


def rendered(plan: Plan, name: str, style: Style) -> str | bytes:
    """A plan in the format with this name: a text, or the bytes of a file."""
    made: str | bytes = value_of(FORMS[name][1])(plan, style)
    return made


def as_bytes(made: str | bytes) -> bytes:
    """The bytes to write into a file, of what `rendered` returned."""
    return made.encode(errors="backslashreplace") if isinstance(made, str) else made
