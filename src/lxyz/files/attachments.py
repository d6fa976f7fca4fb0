"""Whether an attachment is there, without ever looking outside the branch folder.

Only names and sizes are asked for; no attachment is opened.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path

from lxyz.base.late import late
from lxyz.base.named import NamedTuple

_OUTSIDE = late(r"^(?:[a-zA-Z][\w+.-]*:|[/\\~])|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f]")
_DEVICE = late(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$", re.IGNORECASE)


class Trouble(NamedTuple):
    """What is wrong with an attachment: a fault code, and the nearest name there is."""

    code: str
    near: str = ""


class Attachments:
    """The attachments of a branch. Each folder is listed only once."""

    def __init__(self, branch: Path) -> None:
        self._branch = str(branch)
        self._listed: dict[str, set[str] | Trouble] = {}

    def trouble(self, text: str) -> Trouble | None:
        """What is wrong with a path written in a record, or None.

        F602: it points outside the branch (absolute, `..`, a link, a URL, a device);
        F601: it is not there; F603: not a plain file with something in it; F604: the
        folder that should hold it is not here at all, so nothing can be said.
        """
        name = text.strip()
        parts = name.rstrip("/").split("/")
        if not name or _OUTSIDE.search(name) or any(_bad_part(part) for part in parts):
            return Trouble("F602")
        path = self._branch
        for part in parts:
            entries = self._entries(path)
            if isinstance(entries, Trouble):
                return entries
            if part not in entries:
                if path == self._branch and len(parts) > 1:
                    return Trouble("F604", part)
                return Trouble("F601", _near(part, entries))
            path = f"{path}/{part}"
        return _plain(path, is_folder=name.endswith("/"))

    def _entries(self, folder: str) -> set[str] | Trouble:
        """The names in a folder, or why it cannot be looked into."""
        found = self._listed.get(folder)
        if found is None:
            try:
                linked = folder != self._branch and Path(folder).is_symlink()
                found = Trouble("F602") if linked else set(os.listdir(folder))
            except (OSError, ValueError):
                found = Trouble("F601")
            self._listed[folder] = found
        return found


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
    from difflib import get_close_matches

    found = get_close_matches(part, sorted(entries), n=1, cutoff=0.6)
    return found[0] if found else ""


def _plain(path: str, *, is_folder: bool) -> Trouble | None:
    try:
        mode = os.lstat(path)
        if stat.S_ISLNK(mode.st_mode):
            return Trouble("F602")
        if stat.S_ISDIR(mode.st_mode):
            return None if is_folder and os.listdir(path) else Trouble("F603")
        if is_folder:
            return Trouble("F603")
        if not stat.S_ISREG(mode.st_mode) or mode.st_size == 0:
            return Trouble("F603")
    except OSError:
        return Trouble("F601")
    return None
