"""Writes the files that users get, each as a whole or not at all.

The content is written to a temporary file in the same folder and reaches the disk
before that file gets the name. So whenever a run is interrupted or killed, the name
stands for the old content, for nothing, or for the whole new content. SIGKILL or a
power cut may leave a file `.lxyz-….tmp`, which nothing reads.
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
# The errors by which systems and disks say that a file cannot have a second name (a
# link).
_NO_LINKS = frozenset(
    getattr(errno, name)
    for name in ("EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EINVAL")
    if hasattr(errno, name)
)


def create(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a new file. Raises UsageError E220 if anything has that name already (also
    a broken link, or a file made in the meantime), which stays as it is; E203 if the
    file cannot be written."""
    with _told(path):
        if os.path.lexists(path):  # an early test; `_name` tests again
            raise FileExistsError
        with _beside(path, pieces) as partial:
            _name(partial, path)
        _keep(path.parent)


def replace(path: Path, pieces: Iterable[bytes], seen: bytes | None = None) -> None:
    """Writes a file, in place of the one that is there if there is one. Permissions are
    kept; a link stays, and its target is replaced.

    Raises UsageError E223 if `seen` is given and the file holds something else by now,
    E203 if it cannot be written. A pipe or device is written to, never replaced; it is
    no error if the reader of a pipe has closed it.
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
                partial.chmod(mode)  # what the umask removed
            if seen is not None and target.read_bytes() != seen:
                raise UsageError("E223", path=path)
            partial.replace(target)
        _keep(target.parent)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns errors of the system into UsageErrors about the file that was asked for."""
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
    """A temporary file that holds the pieces and has reached the disk; it is removed
    afterwards, whatever happens.

    It lies in the same folder, as a rename is atomic only on one disk. Its name is
    short: the name asked for may be the longest that is allowed.
    """
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

    A hard link takes the name in one step or not at all. On a disk without hard links
    (FAT, some shares), an empty file takes the name first.
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
            if path.lstat().st_size == 0:  # the empty file of above
                path.unlink()
        raise


def _keep(folder: Path) -> None:
    """Makes the new name reach the disk, on systems where a folder can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
