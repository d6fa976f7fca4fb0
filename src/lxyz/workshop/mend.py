"""Mends mistakes that have one sure remedy, by the smallest edit of the text.

These are a wide colon after a key, a missing blank after a colon, an odd list marker,
an invisible character, a wide mark inside braces, and a day that can be read in one way
only. A mistake with several possible meanings (a misspelt key, a day without a year) is
left to a person. All other bytes of the file stay: comments, order, line ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from lxyz.base.characters import FILLERS, FORMATS
from lxyz.base.named import NamedTuple
from lxyz.files import read_text
from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Fault, Faults
from lxyz.files.read import read_bytes
from lxyz.files.slips import is_known_key, marker, numbered
from lxyz.files.writing import replace
from lxyz.records import read_profile, read_records
from lxyz.vocabulary import vocabulary

MOST_MENDS = 5_000
MOST_READ = 6_000_000
"""Bytes of a file that are read again after its mends; it is told what is left then."""
_LONE_RETURN = re.compile(r"\r(?!\n)")
_NO_WIDTH = re.compile(f"[{FORMATS}{FILLERS}]+")
_HEAD = re.compile(r"\s*([^\s：:]+)\s*[：:]")
_EXAMPLE = "2016-06-24"
"""What a date problem shows where it does not know what was meant."""
_MORE = re.compile(r"[^\W\d_年月日号〇○零一二三四五六七八九十]|[（(#]")
"""In a date: words, brackets or a comment, which are more than the day."""
_SURE_DATES = frozenset(("compact", "other"))


class Mend(NamedTuple):
    """One edit.

    - `code`: the fault that it removes
    - `line`, `column`: where it is, both from 1
    - `before`: the text there
    - `after`: the text that replaces it"""

    code: str
    line: int
    column: int
    before: str
    after: str


class Mended(NamedTuple):
    """The mended bytes of a file, and the edits that were made."""

    data: bytes
    mends: tuple[Mend, ...]


class MendedFile(NamedTuple):
    """A file that `lxyz fix` looked at.

    - `path`: its path
    - `before`: its bytes
    - `data`: its bytes with all edits
    - `mends`: the edits
    - `left`: the faults because of which it, or a part of it, still cannot be read;
      faults in what records say are left to `lxyz check`"""

    path: Path
    before: bytes
    data: bytes
    mends: tuple[Mend, ...]
    left: tuple[Fault, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the file could not be opened, so that nothing is known about it."""
        return any(one.code == "F001" for one in self.left)

    @property
    def before_text(self) -> str:
        """The text before, for a diff; if only the encoding changed, the text after."""
        try:
            return self.before.decode()
        except UnicodeDecodeError:
            return self.after_text

    @property
    def after_text(self) -> str:
        """The text after, for a diff."""
        return self.data.decode()

    def write(self) -> None:
        """Writes the mended bytes to the file, if it has not changed since it was read.

        Raises UsageError E203 if it cannot be written, E223 if it has changed since.
        """
        replace(self.path, [self.data], seen=self.before)


def mend_file(file: tuple[Path, str], *, encoding: bool = False) -> MendedFile:
    """A file with its sure remedies applied in memory.

    `file` is its path, and its name in the branch. A file that cannot be read, or is no
    plain file, has no edits."""
    path, name = file
    faults = Faults()
    data = read_bytes(path, name, faults)
    if data is None:
        return MendedFile(path, b"", b"", (), tuple(faults))
    made = mend(data, name, encoding=encoding)
    left = read_text(made.data, name).faults
    return MendedFile(path, data, made.data, made.mends, left)


def mend(data: bytes, file: str, *, encoding: bool = False) -> Mended:
    """The bytes of a file with all sure remedies applied.

    `file` is its name in the branch. With `encoding`, the file also becomes UTF-8
    without a byte order mark. A file that is no text in UTF-8 (with `encoding`: or in
    GB18030 or UTF-16) stays as it is. Mending a mended file changes nothing.
    """
    found = _text(data, file, encoding=encoding)
    if found is None:
        return Mended(data, ())
    mark, text, mends = found
    refused: set[Mend] = set()
    read = 0
    while read < MOST_READ:
        read += len(data)
        sure = _sure((mark + text).encode(), file, text)
        wanted = _one_a_line(one for one in sure if one not in refused)
        wanted = wanted[: MOST_MENDS - len(mends)]
        if not wanted:
            break
        # Many edits at once, because the file is read again after them. If a fault
        # remains, fewer are tried, down to a single one that does not help.
        while wanted:
            changed = _applied(text, wanted)
            if _are_gone(wanted, (mark + changed).encode(), file):
                text = changed
                mends.extend(wanted)
                break
            if len(wanted) == 1:
                refused.update(wanted)
            del wanted[len(wanted) // 2 :]
    mends.sort(key=lambda one: one.line)
    return Mended((mark + text).encode(), tuple(mends))


def _text(
    data: bytes, file: str, *, encoding: bool
) -> tuple[str, str, list[Mend]] | None:
    """The byte order mark, the text, and the edits of the encoding; None if the bytes
    are no text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        told = next(
            (f for f in _faults(data, file) if f.code in ("F002", "F003")), None
        )
        if told is None or not encoding:
            return None
        name = "gb18030" if told.code == "F002" else "utf-16"
        text = data.decode(name)
        return "", text.removeprefix("\ufeff"), [Mend(told.code, 1, 1, name, "utf-8")]
    if _LONE_RETURN.search(text):
        return None
    bare = text.removeprefix("\ufeff")
    if bare == text:
        return "", text, []
    return (
        ("", bare, [Mend("BOM", 1, 1, "\ufeff", "")])
        if encoding
        else ("\ufeff", bare, [])
    )


@lru_cache(maxsize=2)  # the faults after one edit are those before the next
def _faults(data: bytes, file: str) -> tuple[Fault, ...]:
    """All that is wrong in a file by itself."""
    document = read_text(data, file, apart=True)
    read = read_profile if file == BRANCH_FILE else read_records
    return (*document.faults, *read(document, vocabulary())[1])


def _sure(data: bytes, file: str, text: str) -> Iterator[Mend]:
    """The sure edits, in the order of their places."""
    lines = text.split("\n")
    for fault in sorted(_faults(data, file), key=lambda one: (one.line, one.column)):
        remedy = _REMEDIES.get(fault.code)
        if remedy is None or not 0 < fault.line <= len(lines):
            continue
        made = remedy(lines[fault.line - 1], fault.column - 1, dict(fault.values))
        if made is not None:
            column, before, after = made
            yield Mend(fault.code, fault.line, column + 1, before, after)


def _one_a_line(mends: Iterable[Mend]) -> list[Mend]:
    """The first edit of each line: it moves the places of the others in the line."""
    first: dict[int, Mend] = {}
    for one in mends:
        first.setdefault(one.line, one)
    return list(first.values())


def _applied(text: str, mends: list[Mend]) -> str:
    lines = text.split("\n")
    for one in mends:
        line, at = lines[one.line - 1], one.column - 1
        lines[one.line - 1] = line[:at] + one.after + line[at + len(one.before) :]
    return "\n".join(lines)


def _are_gone(mends: list[Mend], data: bytes, file: str) -> bool:
    """Whether none of the faults is found at its place any longer."""
    places = {(one.code, one.line, one.column) for one in mends}
    return places.isdisjoint(
        (fault.code, fault.line, fault.column) for fault in _faults(data, file)
    )


# --- remedies: each takes the line, the column (from 0) and the values of the fault,
# --- and returns the column of the edit, the text there, and the text to replace it


Edit = tuple[int, str, str]


def _wide_colon(line: str, at: int, _values: dict[str, str]) -> Edit | None:
    """`类型 ：党课` to `类型: 党课`, as far as there is more in the line."""
    if line[at : at + 1] != "：":
        return None
    first, last = at, at + 1
    while first and line[first - 1] in " \u3000":
        first -= 1
    while last < len(line) and line[last] in " \u3000":
        last += 1
    rest = line[last:].rstrip("\r")
    return first, line[first:last], ": " if rest else ":"


def _no_blank(line: str, at: int, _values: dict[str, str]) -> Edit | None:
    return (at, ":", ": ") if line[at : at + 1] == ":" else None


def _odd_blank(line: str, at: int, _values: dict[str, str]) -> Edit | None:
    """A wide blank after a colon. At the beginning of a line a wide blank indents, and
    nobody knows how deep."""
    if not line[:at].rstrip(" ").endswith(":"):
        return None
    last = at
    while last < len(line) and line[last] in "\u3000\u00a0 ":
        last += 1
    return at, line[at:last], "" if line[:at].endswith(" ") else " "


def _list_marker(line: str, at: int, _values: dict[str, str]) -> Edit | None:
    for look in (marker, numbered):
        slip = look(line)
        if slip is not None and slip.column == at:
            rest = str(slip.values["fixed"])[2:]
            begin = line.index(rest, at)
            return at, line[at:begin], "- "
    return None


def _unseen(line: str, at: int, _values: dict[str, str]) -> Edit | None:
    """Removes invisible characters; not a � for a character that was lost."""
    found = _NO_WIDTH.match(line, at)
    return (at, found[0], "") if found else None


def _in_braces(line: str, at: int, _values: dict[str, str]) -> Edit | None:
    """`{出席：全体，请假：刘洋}` to `{出席: 全体, 请假: 刘洋}`: sure where every piece
    begins with a key."""
    first, last = line.rfind("{", 0, at + 1) + 1, line.find("}", at)
    if not 0 < first <= at < last:
        return None
    before = line[first:last]
    heads = (_HEAD.match(piece) for piece in re.split("[，,]", before))
    if not all(head is not None and is_known_key(head[1]) for head in heads):
        return None
    after = re.sub(" *：[ \u3000]*", ": ", before)
    return first, before, re.sub("，[ \u3000]*", ", ", after)


def _date(line: str, at: int, values: dict[str, str]) -> Edit | None:
    text, shown = values.get("text", ""), values.get("shown", "")
    if values.get("why") not in _SURE_DATES or not (text and shown):
        return None
    if shown == _EXAMPLE and re.sub("[^0-9]", "", text) != _EXAMPLE.replace("-", ""):
        return None  # the intended day is not known
    if _MORE.search(text):
        return None  # there is more text, which must not be deleted
    begin = line.find(text, at)
    if begin not in (at, at + 1):  # at + 1: after a quote
        return None
    return begin, text, shown


_REMEDIES: dict[str, Callable[[str, int, dict[str, str]], Edit | None]] = {
    "F010": _unseen,
    "F101": _wide_colon,
    "F102": _no_blank,
    "F104": _odd_blank,
    "F105": _list_marker,
    "F109": _in_braces,
    "F304": _date,
}
