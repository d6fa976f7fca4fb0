"""Files written whole or not at all: the only place where lxyz writes one.

What is to stand in a file is written into another beside it, and reaches the disk
before it gets the name. So a run that is interrupted at any point, or killed, leaves
under that name what stood there before, or nothing, or the whole. What an end without
warning (SIGKILL, a power cut) may leave beside it is `.lxyz-….tmp`, which nothing reads.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lxyz.base.asked import ended_as_interrupted
from lxyz.errors import UsageError, why_of

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_NEW |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
# What systems and disks say where a file cannot have a second name.
_NO_LINKS = frozenset(
    getattr(errno, name)
    for name in ("EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EINVAL")
    if hasattr(errno, name)
)


def create(path: Path, pieces: Iterable[bytes]) -> None:
    """A new file. Raises UsageError E220 where there is something of that name (a link
    that leads nowhere, too), which stays as it is, also where it came to be while this
    was at work; E203 where it cannot be written."""
    with _told(path):
        if os.path.lexists(path):  # said early, and once more where it is named
            raise FileExistsError
        with _beside(path, pieces) as partial:
            _name(partial, path)
        _keep(path.parent)


def replace(path: Path, pieces: Iterable[bytes], seen: bytes | None = None) -> None:
    """A file in place of the one that is there, if one is: with its permissions, and
    where links lead to it, behind them. With `seen`, only of one that holds just that.

    Raises UsageError E223 where it holds something else by now, E203 where it cannot be
    written. Pipes and devices are written to, never replaced; who reads a pipe may
    have had enough.
    """
    with _told(path):
        before = _state(path)
        if before is not None and not stat.S_ISREG(before.st_mode):
            with suppress(BrokenPipeError), path.open("wb") as stream:
                stream.writelines(pieces)
            return
        if before is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        target = Path(os.path.realpath(path))
        mode = 0o666 if before is None else stat.S_IMODE(before.st_mode)
        with _beside(target, pieces, mode) as partial:
            if before is not None and stat.S_IMODE(partial.stat().st_mode) != mode:
                partial.chmod(mode)  # what the umask took
            if seen is not None and target.read_bytes() != seen:
                raise UsageError("E223", path=path)
            partial.replace(target)
        _keep(target.parent)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Errors of the system as sentences about the file that was asked for."""
    try:
        yield
    except FileExistsError:
        raise UsageError("E220", path=path) from None
    except FileNotFoundError:
        raise UsageError("E203", path=path, why="no-parent") from None
    except (OSError, ValueError) as error:
        raise UsageError("E203", path=path, why=why_of(error)) from None


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


@contextmanager
def _beside(path: Path, pieces: Iterable[bytes], mode: int = 0o666) -> Iterator[Path]:
    """A file in the same folder (a name is changed at once on one disk only) that holds
    the pieces and has reached the disk; it is gone afterwards, whatever happens. Its
    name is short: there may be no room for more than the one that is asked for."""
    partial = path.with_name(f".lxyz-{os.urandom(6).hex()}.tmp")
    with ended_as_interrupted():
        try:
            with os.fdopen(os.open(partial, _NEW, mode), "wb") as stream:
                stream.writelines(pieces)
                stream.flush()
                os.fsync(stream.fileno())
            yield partial
        finally:
            with suppress(OSError):
                partial.unlink()


def _name(partial: Path, path: Path) -> None:
    """Gives a file its name, which must be free: raises FileExistsError.

    A second name is given in one step or not at all. A disk without second names (FAT,
    some shares) has the name taken by an empty file first.
    """
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    else:
        return
    try:
        os.close(os.open(path, _NEW, 0o666))
        partial.replace(path)
    except FileExistsError:
        raise
    except BaseException:
        with suppress(OSError):
            if path.lstat().st_size == 0:  # it is the one that was taken
                path.unlink()
        raise


def _keep(folder: Path) -> None:
    """Sees to it that the new name reaches the disk, where folders can be told to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
