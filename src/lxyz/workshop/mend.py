"""Mistakes with one sure remedy, mended by the smallest edit of the text.

What is sure: a wide colon after a key, a missing blank behind it, an odd list marker, a
character nobody sees, a wide mark inside braces, a day that can be read in one way only.
What could be meant otherwise (a misspelt key, a day without a year) is left to a person.
Everything else in the file stays as it is, to the byte: comments, order, line ends.
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
    """One edit: in a line (from 1) the text at a column (from 1), and what takes its
    place; `code` is the fault that it removes."""

    code: str
    line: int
    column: int
    before: str
    after: str


class Mended(NamedTuple):
    """What became of the bytes of a file."""

    data: bytes
    mends: tuple[Mend, ...]


class MendedFile(NamedTuple):
    """A file that was looked at: its bytes before and after. `left` is why a part of it,
    or all, cannot be read even then; what records say wrongly is told by a check."""

    path: Path
    before: bytes
    data: bytes
    mends: tuple[Mend, ...]
    left: tuple[Fault, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the file could not even be opened: what is wrong in it nobody knows."""
        return any(one.code == "F001" for one in self.left)

    @property
    def before_text(self) -> str:
        """The text before, for a diff; where the encoding changed, the one after."""
        try:
            return self.before.decode()
        except UnicodeDecodeError:
            return self.after_text

    @property
    def after_text(self) -> str:
        """The text after, for a diff."""
        return self.data.decode()

    def write(self) -> None:
        """Puts the mended bytes in place of the file, if it still is what was read.

        Raises UsageError E203 if it cannot be written, E223 if it has changed since.
        """
        replace(self.path, [self.data], seen=self.before)


def mend_file(file: tuple[Path, str], *, encoding: bool = False) -> MendedFile:
    """A file with its sure remedies applied in memory; what cannot be read, or is no
    plain file, has none."""
    path, name = file
    faults = Faults()
    data = read_bytes(path, name, faults)
    if data is None:
        return MendedFile(path, b"", b"", (), tuple(faults))
    made = mend(data, name, encoding=encoding)
    left = read_text(made.data, name).faults
    return MendedFile(path, data, made.data, made.mends, left)


def mend(data: bytes, file: str, *, encoding: bool = False) -> Mended:
    """The bytes of a file with all sure remedies applied; `file` is its name from the
    branch. With `encoding`, UTF-8 without a mark at its beginning, too.

    A file that is no text in UTF-8 (or in GB18030 or UTF-16, with `encoding`) is left
    as it is. What is mended is mended for good: a second time there is nothing to do.
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
        # Many at once, as a file is read anew after them; of those that do not all help
        # fewer, until it is one that does not.
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
    """The mark at the beginning, the text, and what was mended of the encoding."""
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


@lru_cache(maxsize=2)  # what is asked after one mend is asked before the next
def _faults(data: bytes, file: str) -> tuple[Fault, ...]:
    """All that is wrong in a file by itself."""
    document = read_text(data, file, apart=True)
    read = read_profile if file == BRANCH_FILE else read_records
    return (*document.faults, *read(document, vocabulary())[1])


def _sure(data: bytes, file: str, text: str) -> Iterator[Mend]:
    """The edits that are sure, in the order of their places."""
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
    """The first edit of each line: behind it the others have another place."""
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
    """Whether none of the faults is told at its place any longer."""
    places = {(one.code, one.line, one.column) for one in mends}
    return places.isdisjoint(
        (fault.code, fault.line, fault.column) for fault in _faults(data, file)
    )


# --- remedies: the line, the column from 0, the values of the fault; what they return is
# --- the column of the edit, what stands there, and what is to


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
    """A wide blank after a colon; before a line it indents, and how deep nobody knows."""
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
    """Marks that nobody sees; a character that was lost (�) is another matter."""
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
        return None  # nothing is known of the day that was meant
    if _MORE.search(text):
        return None  # what else is written there is not ours to delete
    begin = line.find(text, at)
    if begin not in (at, at + 1):  # behind a quote
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
