"""What ends a run: codes, exit codes, and that they travel between processes."""

from __future__ import annotations

import errno
import pickle

import pytest

from lxyz.dates.spans import month_day
from lxyz.errors import (
    LxyzError,
    NothingToCheckError,
    PackError,
    UsageError,
    place_of,
    why_of,
)


@pytest.mark.parametrize(
    ("kind", "code"),
    [(LxyzError, 70), (UsageError, 2), (PackError, 2), (NothingToCheckError, 3)],
)
def test_they_travel(kind: type[LxyzError], code: int) -> None:
    """An error from another process is the same: type, code, values."""
    error = kind("P001", pack="x-2016", line=3)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert (again.code, again.values) == ("P001", {"pack": "x-2016", "line": "3"})
    assert str(again) == "P001 (pack=x-2016, line=3)"
    assert kind.exit_code == code


def test_the_place_of_a_defect() -> None:
    """The type, and the last place inside lxyz: no text of any record."""
    with pytest.raises(ValueError, match="month") as caught:
        month_day(2016, 13, 1)
    assert place_of(caught.value).startswith(f"{caught.type.__name__} spans.py:")
    assert place_of(ValueError("秘密")) == "ValueError"


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (FileNotFoundError(2, "No such file or directory"), "absent"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (OSError(errno.ENOSPC, "No space left on device"), "no-space"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "no-space"),
        (OSError(errno.EFBIG, "File too large"), "no-space"),
        (OSError(errno.EROFS, "Read-only file system"), "read-only"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "long-name"),
        (OSError(errno.ELOOP, "Too many levels of symbolic links"), "loop"),
        (OSError(errno.ENXIO, "No such device or address"), "no-file"),
        (ValueError("embedded null byte"), "no-name"),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates"), "no-name"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "start"), "no-utf-8"),
    ],
)
def test_why_a_file_cannot_be_used(error: OSError | ValueError, why: str) -> None:
    """A key where there is a sentence for it, else what the system says."""
    assert why_of(error) == why
