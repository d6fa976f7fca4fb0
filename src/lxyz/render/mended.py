"""What `lxyz fix` did, or would do."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff

from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, paint
from lxyz.render.said.faults import fault_sentence
from lxyz.render.wording.number import some
from lxyz.workshop.mend import MendedFile

_LONGEST = 40


def mended_page(looked_at: Sequence[MendedFile], style: Style, *, diff: bool) -> str:
    """Each edit with its place, or with `diff` the lines before and after; what cannot be
    read and has no sure remedy; then how many edits there are."""
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
    elsewhere = style.say(
        "记录里别的错见 lxyz check。",
        " lxyz check tells what else is wrong in the records.",
    )
    page.line(f"{_number(files, style, diff=diff)}{elsewhere}")
    return defused(page.text())


def _left(page: Page, one: MendedFile, lang: str) -> None:
    """What a person has to mend, before the file can be read whole."""
    for fault in one.left:
        sentence, remedy = fault_sentence(fault, lang)
        place = f"{clean(str(one.path))}:{fault.line}:{fault.column}"
        page.item(fault.level, f"{place} {fault.code} {sentence}")
        page.note(remedy)


def _number(files: Sequence[MendedFile], style: Style, *, diff: bool) -> str:
    number = sum(len(one.mends) for one in files)
    if not number:
        return style.say(
            "没有可以自动改的。", "Nothing that can be fixed automatically."
        )
    which = some(len(files), "file")
    if diff:
        return style.say(
            f"可以改 {number} 处，{len(files)} 个文件；去掉 --diff 就写入。",
            f"{number} to fix in {which}; without --diff they are written.",
        )
    return style.say(
        f"改了 {number} 处，{len(files)} 个文件。", f"{number} fixed in {which}."
    )


def _shown(text: str) -> str:
    """A few characters, visible also where they are blank."""
    whole = clean(text.replace(" ", "␣").replace("\u3000", "␣␣"))
    return f"“{whole[:_LONGEST]}”"


def _lines(one: MendedFile, style: Style) -> list[str]:
    """A unified diff of the text, with what no terminal should obey made visible."""
    name = clean(str(one.path))
    before, after = (
        [clean(line.rstrip("\r")) for line in text.split("\n")]
        for text in (one.before_text, one.after_text)
    )
    colours = {"+": "good", "-": "error", "@": "info"}
    return [
        paint(line, colours.get(line[:1], ""), style)
        for line in unified_diff(before, after, name, name, lineterm="", n=1)
    ]
