"""What `lxyz fix` did, or would do."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff

from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, painted
from lxyz.render.said.faults import fault_sentence
from lxyz.render.wording.number import some
from lxyz.render.wording.terms import sentence
from lxyz.workshop.mend import MendedFile

_LONGEST = 40


def mended_page(
    looked_at: Sequence[MendedFile], style: Style, *, diff: bool, failed: bool = False
) -> str:
    """The page of `lxyz fix`.

    It shows each edit with its place (with `diff`: the lines before and after), the
    faults that a person has to mend, and the number of edits. If writing a file
    `failed`, which is reported already, the page does not say "nothing to mend"."""
    page = Page(style)
    files = [one for one in looked_at if one.mends]
    for one in files:
        if diff:
            page.raw(_lines(one, style))
        else:
            for mend in one.mends:
                place = f"{clean(str(one.path))}:{mend.line}:{mend.column}"
                what = f"{_shown(mend.before)} → {_shown(mend.after)}"
                page.item("", f"{place} {mend.code} {what}")
    for one in looked_at:
        _left(page, one, style.lang)
    elsewhere = sentence("mended", "elsewhere", style.lang)
    number = _number(files, style, diff=diff) if files or not failed else ""
    page.line(f"{number}{elsewhere}".lstrip())
    return defused(page.text())


def _left(page: Page, one: MendedFile, lang: str) -> None:
    """Adds the faults that a person has to mend before the whole file can be read."""
    for fault in one.left:
        sentence, remedy = fault_sentence(fault, lang)
        place = f"{clean(str(one.path))}:{fault.line}:{fault.column}"
        page.item(fault.level, f"{place} {fault.code} {sentence}")
        page.note(remedy)


def _number(files: Sequence[MendedFile], style: Style, *, diff: bool) -> str:
    number = sum(len(one.mends) for one in files)
    name = "none" if not number else "to-fix" if diff else "fixed"
    shown = some(len(files), "file")
    values = {"number": number, "files": len(files), "shown": shown}
    return sentence("mended", name, style.lang, **values)


def _shown(text: str) -> str:
    """A few characters of a file, made visible even if they are blanks."""
    whole = clean(text.replace(" ", "␣").replace("\u3000", "␣␣"))
    return f"“{whole[:_LONGEST]}”"


def _lines(one: MendedFile, style: Style) -> list[str]:
    """A unified diff of a file, with control characters made visible."""
    name = clean(str(one.path))
    before, after = (
        [clean(line.rstrip("\r")) for line in text.split("\n")]
        for text in (one.before_text, one.after_text)
    )
    lines = unified_diff(before, after, name, name, lineterm="", n=1)
    return painted(lines, style)
