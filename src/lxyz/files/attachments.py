"""Whether an attachment is there, without ever looking outside the branch folder.

Only names and sizes are asked for; no attachment is opened.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from lxyz.late import late

_OUTSIDE = late(r"^(?:[a-zA-Z][\w+.-]*:|[/\\~])|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f]")
_DEVICE = late(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$", re.IGNORECASE)


class Trouble(NamedTuple):
    """What is wrong with an attachment: a fault code, and the nearest name there is."""

    code: str
    near: str = ""


def attachment(branch: Path, text: str) -> Trouble | None:
    """What is wrong with a path written in a record, or None.

    F602: it points outside the branch (absolute, `..`, a link, a URL, a device); F601:
    it is not there; F603: not a plain file with something in it; F604: the folder
    that should hold it is not here at all, so nothing can be said.
    """
    name = text.strip()
    parts = name.rstrip("/").split("/")
    if not name or _OUTSIDE.search(name) or any(_bad_part(part) for part in parts):
        return Trouble("F602")
    path = branch
    for part in parts:
        try:
            if path.is_symlink() and path != branch:
                return Trouble("F602")
            entries = set(os.listdir(path))
        except (OSError, ValueError):
            return Trouble("F601")
        if part not in entries:
            if path == branch and len(parts) > 1:
                return Trouble("F604", part)
            return Trouble("F601", _near(part, entries))
        path = path / part
    return _plain(path, is_folder=name.endswith("/"))


def _bad_part(part: str) -> bool:
    return (
        part in ("", ".", "..")
        or part != part.rstrip(" .")
        or len(part.encode("utf-8", "replace")) > 255
        or bool(_DEVICE.match(part))
    )


def _near(part: str, entries: set[str]) -> str:
    form = unicodedata.normalize("NFKC", part).casefold()
    for entry in sorted(entries):
        if unicodedata.normalize("NFKC", entry).casefold() == form:
            return entry
    found = get_close_matches(part, sorted(entries), n=1, cutoff=0.6)
    return found[0] if found else ""


def _plain(path: Path, *, is_folder: bool) -> Trouble | None:
    try:
        mode = path.lstat()
        if stat.S_ISLNK(mode.st_mode):
            return Trouble("F602")
        if stat.S_ISDIR(mode.st_mode):
            return None if is_folder and any(path.iterdir()) else Trouble("F603")
        if is_folder:
            return Trouble("F603")
        if not stat.S_ISREG(mode.st_mode) or mode.st_size == 0:
            return Trouble("F603")
    except OSError:
        return Trouble("F601")
    return None
