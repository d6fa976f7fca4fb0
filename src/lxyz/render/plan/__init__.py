"""A plan in each of its forms."""

from __future__ import annotations

from importlib import import_module

from lxyz.plan import Plan
from lxyz.render.page.style import Style

# A form more is a line here: the ending of its files, its module, and the function in it.
FORMS = {
    "text": (".txt", "text", "plan_text"),
    "yaml": (".yaml", "yaml", "plan_yaml"),
    "markdown": (".md", "markdown", "plan_markdown"),
    "ics": (".ics", "calendar", "plan_calendar"),
    "xlsx": (".xlsx", "sheet", "plan_sheet"),
}
ENDINGS = {ending: name for name, (ending, *_) in FORMS.items()} | {".yml": "yaml"}
"""The form that the ending of a file's name means, where none is named."""
TO_FILES = ("ics", "xlsx")
"""Those that no screen shows."""


def rendered(plan: Plan, name: str, style: Style) -> str | bytes:
    """A plan in one of its forms, by name: a text, or the bytes of a file."""
    _, module, function = FORMS[name]
    found = getattr(import_module(f"{__name__}.{module}"), function)
    made: str | bytes = found(plan, style)
    return made


def as_bytes(made: str | bytes) -> bytes:
    """What stands in a file of it."""
    return made.encode(errors="backslashreplace") if isinstance(made, str) else made
