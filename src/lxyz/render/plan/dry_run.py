"""What would be written to a file, or was written: in a sentence, and as a diff."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from lxyz.files.decode import MOST_BYTES
from lxyz.files.edit import decoded
from lxyz.render.page.safe import clean
from lxyz.render.page.style import Style, painted
from lxyz.render.plan.update import Update
from lxyz.render.wording.number import some
from lxyz.render.wording.terms import sentence

_HEAD = 1000
_NO_END = "\\ No newline at end of file"


def would_write(path: Path, before: bytes | None, data: bytes, style: Style) -> str:
    """What would happen if a new file were written.

    An existing file is never overwritten: then a diff shows how the two differ."""
    name = clean(str(path))
    if before is None:
        size = len(data)
        return sentence("mended", "new-file", style.lang, name=name, size=size) + "\n"
    head = sentence("mended", "kept-file", style.lang, name=name)
    if before == data:
        return head + style.say("；内容一样\n", "; it holds the same\n")
    lines = difference(path, before, data, style)
    if not lines:
        return head + style.say("；内容不一样\n", "; it holds something else\n")
    return head + style.say("；和新的差别：\n", "; the difference:\n") + lines


def would_update(path: Path, before: bytes, made: Update, style: Style) -> str:
    """What would be added to an existing plan, with a diff."""
    told = _added(path, made, style, ("会给", "would add to"))
    return told + difference(path, before, made.data, style)


def was_updated(path: Path, made: Update, style: Style) -> str:
    """What was added to an existing plan, in a sentence."""
    return _added(path, made, style, ("给", "added to"))


def _added(path: Path, made: Update, style: Style, verb: tuple[str, str]) -> str:
    name = clean(str(path))
    if style.lang == "en":
        if not made.records:
            return f"{name} lacks nothing\n"
        told = some(made.records, "record")
        if made.items:
            told += f", {some(made.items, 'item')} of its study plan"
        return f"{verb[1]} {name}: {told}\n"
    if not made.records:
        return f"{name} 什么都不缺\n"
    items = f"，学习计划加 {made.items} 个条目" if made.items else ""
    return f"{verb[0]} {name} 加 {made.records} 条记录{items}\n"


def difference(path: Path, before: bytes, after: bytes, style: Style) -> str:
    """A unified diff of two contents of a file; empty if one of them is no text, or is
    too long."""
    if (
        max(len(before), len(after)) > MOST_BYTES
        or b"\0" in before[:_HEAD] + after[:_HEAD]
    ):
        return ""
    old, new = _lines(before), _lines(after)
    name = clean(str(path))
    found = unified_diff(old, new, name, name, lineterm="")
    return "".join(f"{line}\n" for line in painted(found, style))


def _lines(data: bytes) -> list[str]:
    """The lines of a text, safe to print."""
    lines = decoded(data)[2].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    last = lines.pop()
    shown = [clean(line) for line in lines]
    return [*shown, clean(last), _NO_END] if last else shown
