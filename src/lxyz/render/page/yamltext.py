"""Writes plain values as YAML in the way a person would, easy to copy."""

from __future__ import annotations

from lxyz.base.late import late
from lxyz.render.page.safe import clean
from lxyz.vocabulary.worded import Value

# Text that YAML would read as something else without quotes.
_QUOTED = late(r"^[\s\[\]{}&*!|>%@`#,?'\"-]|: |:$| #|^$")
# Marks that would end a text inside braces.
_PARTS = late(r"[,\[\]{}]")


def write(value: dict[str, Value]) -> list[str]:
    """The lines of a mapping."""
    return _mapping(value, "")


def scalar(text: str) -> str:
    """A text as a YAML scalar, quoted only if it must be."""
    text = clean(text)
    if _QUOTED.search(text):
        inside = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{inside}"'
    return text


def braces(value: Value) -> str:
    """A value on one line, with braces for mappings and brackets for lists."""
    if isinstance(value, str):
        plain = scalar(value)
        return f'"{plain}"' if _PARTS.search(plain) and plain[0] != '"' else plain
    if isinstance(value, list):
        return f"[{', '.join(map(braces, value))}]"
    pairs = [f"{braces(key)}: {braces(inner)}" for key, inner in value.items()]
    return f"{{{', '.join(pairs)}}}"


def _mapping(value: dict[str, Value], indent: str) -> list[str]:
    lines = []
    for key, inner in value.items():
        if isinstance(inner, str):
            lines.append(f"{indent}{scalar(key)}: {scalar(inner)}")
        elif isinstance(inner, dict):
            lines.append(f"{indent}{scalar(key)}:")
            lines.extend(_mapping(inner, f"{indent}  "))
        else:
            lines.append(f"{indent}{scalar(key)}:")
            lines.extend(_items(inner, f"{indent}  "))
    return lines


def _items(items: list[Value], indent: str) -> list[str]:
    lines = []
    for item in items:
        if isinstance(item, str):
            lines.append(f"{indent}- {scalar(item)}")
        else:
            assert isinstance(item, dict)  # a record has no list in a list
            inner = _mapping(item, f"{indent}  ")
            inner[0] = f"{indent}- {inner[0].lstrip()}"
            lines.extend(inner)
    return lines
