"""The size and the SHA-256 of an attachment: read in pieces, once, when asked for.

Only files that `Attachments` has found inside the branch folder are opened, and no link
is followed. `lxyz check` alone does not use this module.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.files.attachments import Attachments

LARGEST = 256 * 2**20
"""Bytes. A larger file gets no digest: a film takes longer than the check of all
records."""
MOST = 2 * 2**30
"""The most bytes that are read of all attachments of a branch."""
_PIECE = 2**20
_STATES = {"F601": "missing", "F602": "outside", "F603": "empty", "F604": "elsewhere"}
_POINTER = late(
    r"version https://git-lfs\.github\.com/spec/v1\n(?:ext-[^\n]*\n)*"
    r"oid sha256:([0-9a-f]{64})\nsize ([0-9]{1,18})\n?"
)
_LONGEST_POINTER = 1024


class Held(NamedTuple):
    """What was found of an attachment.

    `state` is one of:
    - `whole`: `size` in bytes, and `sha256` in hexadecimal
    - `pointer`: Git LFS has the file; size and digest are those in the pointer
    - `large`: too large for a digest; `size` only
    - `folder`: `size` is the number of its entries
    - `unreadable`: the system does not let it be read
    - `missing`: there is no such file
    - `outside`: it is not in the branch folder, and was not looked at
    - `empty`: an empty file, or no regular file
    - `elsewhere`: the folder that should hold it is not there
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
        """Reads a regular file. Whether it is one is asked again after it is opened."""
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
            # Not more than its size at the beginning: it may still be growing.
            while piece and size < told.st_size:
                digest.update(piece)
                size += len(piece)
                piece = stream.read(_PIECE)
        self.left -= size
        return Held("whole", size, digest.hexdigest())
