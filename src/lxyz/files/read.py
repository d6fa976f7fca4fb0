"""Reads one file into one Document."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.errors import why_of
from lxyz.files.colons import together
from lxyz.files.decode import MOST_BYTES, decode
from lxyz.files.find import BRANCH_FILE
from lxyz.files.mistakes import plain_text
from lxyz.files.nodes import Node, Scalar
from lxyz.files.origin import Fault, Faults, Origin
from lxyz.files.salvage import parse
from lxyz.files.slips import pasted
from lxyz.files.tree import MOST_DEPTH

# Bytes. Most files are smaller, and to allocate a megabyte takes longer than to read
# one.
_AT_ONCE = 64 * 1024
_CONFLICT = late(r"^(<{7}|\|{7}|={7}|>{7})(?: |$)")


class Document(NamedTuple):
    """A file as read: `root` is None if nothing in it can be used."""

    file: str
    root: Node | None
    faults: tuple[Fault, ...]


def read_document(path: Path, file: str, *, most_depth: int = MOST_DEPTH) -> Document:
    """Reads the file at `path`; `file` is its name in faults.

    Only regular files are read, and hardly more than a megabyte. Whatever the file is,
    it gives faults and never raises.
    """
    faults = Faults()
    data = read_bytes(path, file, faults)
    if data is None:
        return Document(file, None, tuple(faults))
    return read_text(data, file, most_depth=most_depth)


def read_text(
    data: bytes, file: str, *, most_depth: int = MOST_DEPTH, apart: bool = False
) -> Document:
    """The document in the bytes of a file. `apart`: each wrong colon and each unseen
    character gets a fault; otherwise only the first does, with the number of the
    others."""
    faults = Faults()
    text = decode(data, file, faults, apart=apart)
    root = None
    if text is not None:
        root = _tree(text, file, faults, most_depth, apart=apart)
    faults.cut()
    return Document(file, root, tuple(faults))


def read_bytes(path: Path, file: str, faults: Faults) -> bytes | None:
    """The bytes of a regular file, at most a little more than a megabyte of them, or
    None after the fault F001."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:
        why = "link" if getattr(error, "errno", 0) == errno.ELOOP else why_of(error)
        faults.add("F001", Origin(file), why=why)
        return None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            faults.add("F001", Origin(file), why="no-file")
            return None
        chunks, size = [], 0
        while size <= MOST_BYTES and (chunk := os.read(handle, _AT_ONCE)):
            chunks.append(chunk)
            size += len(chunk)
        return b"".join(chunks)
    except OSError as error:
        faults.add("F001", Origin(file), why=why_of(error))
        return None
    finally:
        os.close(handle)


def _tree(
    text: str, file: str, faults: Faults, most_depth: int, *, apart: bool
) -> Node | None:
    head = text.lstrip()[:40].lower()
    if head.startswith(("<!doctype", "<html", "<?xml", "version https://git-lfs")):
        faults.add("F011", Origin(file))
        return None
    lines = text.split("\n")
    if "<<<<<<<" in text and _conflict(lines, file, faults):
        return None
    before = len(faults)
    root = parse(lines, file, faults, most_depth)
    if len(faults) > before + 1 and not apart:
        together(lines, faults)
    if root is None:
        if len(faults) == before and file != BRANCH_FILE:  # see `read_profile`
            faults.warn("F007", Origin(file))
        return None
    if isinstance(root, Scalar):
        _not_a_record(root, lines, file, faults)
        return None
    return root


def _not_a_record(root: Scalar, lines: list[str], file: str, faults: Faults) -> None:
    if pasted(lines[root.line - 1]):
        faults.add("F126", Origin(file, root.line, root.column))
    elif found := plain_text(lines):
        slip, line = found
        at = Origin(file, line + 1, slip.column + 1)
        faults.add(slip.code, at, **slip.values)
    else:
        faults.add("F120", Origin(file, root.line, root.column), text=root.value[:40])


def _conflict(lines: list[str], file: str, faults: Faults) -> bool:
    """Whether git left the marks of an unfinished merge; the fault names the lines."""
    marked = [number for number, line in enumerate(lines, 1) if _CONFLICT.match(line)]
    if len(marked) < 2 or not lines[marked[0] - 1].startswith("<<<<<<<"):
        return False
    faults.add("F112", Origin(file, marked[0]), last=marked[-1])
    return True
