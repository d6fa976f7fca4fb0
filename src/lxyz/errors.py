"""What ends a run: errors for the person who started the program.

Everything a branch can get wrong is a `Fault` (see `files.origin`), a value that travels
beside the good records. An error is raised only where there is nothing left to do.

    LxyzError
    ├── UsageError      an option or argument that cannot be used        exit 2
    ├── PackError       a rule pack that cannot be used, with its place  exit 2
    └── NothingToCheckError
                        no branch found, or a path that cannot be read   exit 3
"""

from __future__ import annotations

import errno
from pathlib import Path


class LxyzError(Exception):
    """Base of all errors of lxyz.

    `code` is a key of the sentences in `render.problems`, `values` fill the sentence in.
    """

    exit_code = 70

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = {name: str(value) for name, value in values.items()}

    def __reduce__(self) -> tuple[object, ...]:
        return (_restore, (type(self), self.code, self.values))

    def __str__(self) -> str:
        listed = ", ".join(f"{k}={v}" for k, v in self.values.items())
        return f"{self.code} ({listed})"


def _restore(cls: type[LxyzError], code: str, values: dict[str, object]) -> LxyzError:
    return cls(code, **values)


class UsageError(LxyzError):
    """An option, argument or configuration that cannot be used."""

    exit_code = 2


class PackError(LxyzError):
    """A rule pack that cannot be used."""

    exit_code = 2


class NothingToCheckError(LxyzError):
    """No branch was found, or a named path cannot be read."""

    exit_code = 3


def why_of(error: OSError | ValueError) -> str:
    """Why a file or folder could not be used: a key, else what the system says."""
    if isinstance(error, UnicodeDecodeError):
        return "no-utf-8"
    if isinstance(error, ValueError):
        return "no-name"  # a null, or half a letter: it never came to the system
    for kind, key in _WHYS.items():
        if isinstance(error, kind):
            return key
    known = _NUMBERS.get(getattr(error, "errno", None) or 0)
    return known or getattr(error, "strerror", None) or str(error)


_WHYS: dict[type[Exception], str] = {
    FileNotFoundError: "absent",
    NotADirectoryError: "no-folder",
    FileExistsError: "no-folder",
    IsADirectoryError: "a-folder",
    PermissionError: "denied",
}
# (a system that has not all of these numbers has not the errors either)
_NUMBERS = {
    getattr(errno, name, -1): key
    for name, key in (
        ("ENOSPC", "no-space"),
        ("EDQUOT", "no-space"),
        ("EFBIG", "no-space"),
        ("EROFS", "read-only"),
        ("ENAMETOOLONG", "long-name"),
        ("ELOOP", "loop"),
        ("ENXIO", "no-file"),
    )
}


def place_of(error: BaseException) -> str:
    """Type and place of a defect: no locals, no text of any record."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if "lxyz" in code.co_filename:
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} {place}".rstrip()
