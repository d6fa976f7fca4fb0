"""What lies at a path, asked of the disk without an answer that could end a run.

`Path.is_file` and its like raise where a folder on the way may not be entered, or a name
is too long for the disk. Here there is nothing at such a path; whoever then opens it is
told why not.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: str | Path) -> bool:
    """Whether it is a plain file, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | Path) -> bool:
    """Whether it is a folder, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112


def is_there(path: str | Path) -> bool:
    """Whether there is anything: a link is, wherever it leads."""
    return os.path.lexists(path)
