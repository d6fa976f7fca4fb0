"""Where paths begin that a service (GitHub, GitLab) reads: at the root of the
repository."""

from __future__ import annotations

import os
from contextlib import suppress

from lxyz.base.named import NamedTuple


class Ground(NamedTuple):
    """`root` is the root of the repository in which the program was started, else the
    working directory, `here` the working directory; both whole paths. Without them
    paths stay as they were given."""

    root: str = ""
    here: str = ""

    def path(self, folder: str, file: str = "") -> str:
        """A file of a branch folder (or the folder), as seen from the root, with `/`
        and without `./`; what lies on another drive keeps its whole path."""
        # Joined by hand: `.` and `..` are resolved as text, no disk is asked.
        joined = os.path.join(self.here, folder, file)  # noqa: PTH118
        shown = os.path.normpath(joined)
        if self.root:
            with suppress(ValueError):
                shown = os.path.relpath(shown, self.root)
        return shown.replace(os.sep, "/")
