"""Bytes to text: encodings, and files that are no text at all.

Order: known signatures, BOM, strict UTF-8, strict GB18030 that looks like Chinese.
Nothing is guessed beyond that: encoding guessers are wrong on short Chinese texts, and
UTF-8 read as GB18030 (or the reverse) is silent nonsense.
"""

from __future__ import annotations

import re

from lxyz.base.characters import (
    CONTROLS,
    FILLERS,
    FORMATS,
    HAN,
    LINE_ENDS,
    LOST,
    NO_CHARACTERS,
)
from lxyz.base.late import late
from lxyz.files.origin import Faults, Origin

MOST_BYTES = 1_000_000
_NO_TEXT = {
    b"PK\x03\x04": "Excel/Word/zip",
    b"\xd0\xcf\x11\xe0": "Excel/Word (97-2003)",
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
}
# Characters that no editor shows, or that are none. Joiners and variation selectors are
# not among them: they have a meaning.
_NO_WIDTH = FORMATS + FILLERS
_HIDDEN = _NO_WIDTH + CONTROLS + LINE_ENDS + NO_CHARACTERS + LOST
_UNSEEN = late(f"[{_HIDDEN}]")
# Within a word.
_WITHIN = late(f"(?<=[{HAN}])[{_NO_WIDTH}]+(?=[{HAN}])")
_JOINER = "\xa0"
_UNSEEN_AT_START = late(f"(?m)^[{_HIDDEN}]+")
_PRINTABLE = FILLERS + LOST
_YAML_MARKS = "[]{}&*!|>'\"%@`#-?:,"
_HAN = late(f"[{HAN}]")


def decode(
    data: bytes, file: str, faults: Faults, *, apart: bool = False
) -> str | None:
    r"""The text of a file, with `\n` as line ends; None if the bytes are no text.

    Adds faults F002 to F010. A text in GB18030 or UTF-16 is read nevertheless, with a
    warning. `apart`: each unseen character gets a fault, not only the first of its
    kind.
    """
    top = Origin(file)
    if len(data) > MOST_BYTES:
        faults.add("F009", top, size=f"{len(data) / 1_000_000:.1f}", limit="1")
        return None
    for signature, name in _NO_TEXT.items():
        if data.startswith(signature):
            faults.add("F008", top, what=name)
            return None
    text = _decoded(data, file, faults)
    if text is None:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", "").isprintable():
        if not any(map(text.__contains__, _PRINTABLE)):
            return text  # nearly all; what is not printable may still be a tab
    return _seen(text, file, faults, apart=apart) if _UNSEEN.search(text) else text


def _decoded(data: bytes, file: str, faults: Faults) -> str | None:
    """The text, with its own line ends; None after a fault."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return _marked_utf16(data, file, faults)
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    if b"\x00" in data:
        name = "" if _is_damaged(data) else _wide(data)
        if name:
            faults.add("F004", Origin(file), what=name)
        else:
            faults.add("F006", _place(data, data.index(b"\x00"), file))
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    at = _place(data, broken.start, file)
    if broken.reason == "unexpected end of data":
        faults.add("F005", at)
        return None
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if _looks_chinese(text):
        faults.warn("F002", at)
        return text
    faults.add("F004", at, what="?")
    return None


def _marked_utf16(data: bytes, file: str, faults: Faults) -> str | None:
    """A text with the mark of UTF-16 (or of UTF-32, which is not read)."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        faults.add("F004", Origin(file), what="UTF-32")
        return None
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-16", errors="replace")
        faults.add("F005", _end(before, file))
        return None
    faults.warn("F003", Origin(file))
    return text


def _is_damaged(data: bytes) -> bool:
    """Whether bytes are UTF-8 with a few zero bytes in it."""
    rest = data.replace(b"\x00", b"")
    try:
        rest.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(data) - len(rest) < len(data) // 4


def _wide(data: bytes) -> str:
    """The name of the encoding (UTF-16 or UTF-32) of bytes with zeros but without a
    mark, or ""."""
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if text and "\x00" not in text and not _UNSEEN.search(text):
            return f"{name[:6].upper()}（无 BOM）"
    return ""


def _looks_chinese(text: str) -> bool:
    """Whether the Han of a text are the common ones (level 1 of GB 2312) for the most
    part, as in every real text; Big5 read as GB18030 gives mostly rare ones."""
    han = _HAN.findall(text)
    common = 0
    for char in han:
        code = char.encode("gb2312", errors="ignore")
        common += 0xB0 <= code[0] <= 0xD7 if code else 0
    private = any("\ue000" <= char <= "\uf8ff" for char in text)
    return bool(han) and common >= 0.7 * len(han) and not private


def _place(data: bytes, offset: int, file: str) -> Origin:
    """The place of a byte of UTF-8."""
    return _end(data[:offset].decode("utf-8", errors="replace"), file)


def _end(before: str, file: str) -> Origin:
    """The place right behind a text."""
    before = before.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    column = len(before) - before.rfind("\n")
    return Origin(file, before.count("\n") + 1, column)


def _seen(text: str, file: str, faults: Faults, *, apart: bool) -> str:
    """The text with a blank in place of each unseen character; adds a fault for the
    first of each kind, or for each (`apart`).

    At the start of a line it is dropped, as a blank would indent the line; inside a
    word it becomes a no-break blank, which `vocabulary.legible` removes.
    """
    told: set[str] = set()
    for found in _UNSEEN.finditer(text):
        char = found[0]
        if char in told and not apart:
            continue
        told.add(char)
        more = text.count(char) - 1
        at = _end(text[: found.start()], file)
        faults.warn("F010", at, char=f"U+{ord(char):04X}", more=more)
    text = _WITHIN.sub(lambda found: _JOINER * len(found[0]), text)
    return _UNSEEN.sub(_blank, _UNSEEN_AT_START.sub("", text))


def _blank(found: re.Match[str]) -> str:
    """What replaces an unseen character: a blank, or � where a blank would give the
    next character a meaning in YAML."""
    after = found.string[found.end() : found.end() + 1]
    return LOST if after and after in _YAML_MARKS else " "
