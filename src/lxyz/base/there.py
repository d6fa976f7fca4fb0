"""Questions to the disk about a path that never raise an OSError.

`Path.is_file` and the like raise where a folder on the way may not be entered, or where
a name is too long for the disk. Here the answer is then False; the code that opens the
path gets the error and reports it.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: str | Path) -> bool:
    """Whether the path is a regular file, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | Path) -> bool:
    """Whether the path is a folder, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112


def is_there(path: str | Path) -> bool:
    """Whether anything lies at the path. A broken link counts."""
    return os.path.lexists(path)
