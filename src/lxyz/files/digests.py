"""How large an attachment is, and its digest: read once, in pieces, when it is asked for.

Only what `Attachments` found to lie in the branch folder is opened, and no link is
followed. A plain check never comes here.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.files.attachments import Attachments

LARGEST = 256 * 2**20
"""Bytes of a file of which no digest is made any more: a film takes longer than the
check of all records."""
MOST = 2 * 2**30
"""Bytes read for all attachments of a branch."""
_PIECE = 2**20
_STATES = {"F601": "missing", "F602": "outside", "F603": "empty", "F604": "elsewhere"}
_POINTER = late(
    r"version https://git-lfs\.github\.com/spec/v1\n(?:ext-[^\n]*\n)*"
    r"oid sha256:([0-9a-f]{64})\nsize ([0-9]{1,18})\n?"
)
_LONGEST_POINTER = 1024


class Held(NamedTuple):
    """What is there of an attachment.

    `state`: `whole` (`size` in bytes and the SHA-256 of them, hexadecimal), `pointer`
    (Git LFS has the file; size and digest are those that its pointer says), `large` (no
    digest was made), `folder` (`size` counts what is in it), `unreadable`; or what
    `Attachments` found: `missing`, `outside` (the branch folder; not looked at),
    `empty` (or no plain file), `elsewhere` (its folder is not here at all).
    """

    state: str
    size: int | None = None
    sha256: str = ""


class Digests:
    """The attachments of a branch, each read once."""

    def __init__(self, branch: Path, most: int = MOST, largest: int = LARGEST) -> None:
        self.branch = branch
        self.left = most
        self.largest = largest
        self._attachments = Attachments(branch)
        self._found: dict[str, Held] = {}

    def of(self, text: str) -> Held:
        """What is there of an attachment, by its path as a record writes it."""
        name = text.strip()
        if name not in self._found:
            self._found[name] = self._look(name)
        return self._found[name]

    def _look(self, name: str) -> Held:
        trouble = self._attachments.trouble(name)
        if trouble is not None:
            return Held(_STATES[trouble.code])
        path = self.branch / name
        try:
            if name.endswith("/"):
                return Held("folder", len(os.listdir(path)))
            return self._read(path)
        except OSError:
            return Held("unreadable")

    def _read(self, path: Path) -> Held:
        """A plain file; that it is one is asked again of what was opened."""
        flags = os.O_RDONLY
        for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
            flags |= getattr(os, name, 0)
        with os.fdopen(os.open(path, flags), "rb") as stream:
            told = os.fstat(stream.fileno())
            if not stat.S_ISREG(told.st_mode):
                return Held("empty")
            if told.st_size > min(self.largest, self.left):
                return Held("large", told.st_size)
            from hashlib import sha256

            piece = stream.read(_PIECE)
            start = piece[: _LONGEST_POINTER + 1].decode("latin-1")
            if said := _POINTER.fullmatch(start):
                return Held("pointer", int(said[2]), said[1])
            digest, size = sha256(), 0
            # Not past what it was: one that is still written to may have no end.
            while piece and size < told.st_size:
                digest.update(piece)
                size += len(piece)
                piece = stream.read(_PIECE)
        self.left -= size
        return Held("whole", size, digest.hexdigest())
