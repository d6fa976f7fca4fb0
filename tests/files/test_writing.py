"""Files are written whole or not at all, whatever fails, and nothing else is touched."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from lxyz.errors import UsageError
from lxyz.files.writing import create, replace

OLD, NEW = b"\xe6\x97\xa7\n" * 5000, b"\xe6\x96\xb0\n" * 9000
PIECES = [NEW[:1], NEW[1:20_000], NEW[20_000:]]
Write = Callable[[Path], None]


def creates(path: Path) -> None:
    """A new file."""
    create(path, PIECES)


def replaces(path: Path) -> None:
    """A file in place of another."""
    replace(path, PIECES)


def replaces_just_that(path: Path) -> None:
    """A file in place of one that is known."""
    replace(path, PIECES, OLD)


WAYS = [
    pytest.param(creates, False, id="new"),
    pytest.param(replaces, False, id="replace-nothing"),
    pytest.param(replaces, True, id="replace"),
    pytest.param(replaces_just_that, True, id="replace-just-that"),
]
ways = pytest.mark.parametrize(("write", "there"), WAYS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of the user's, and his umask."""
    home = tmp_path / "支部"
    home.mkdir()
    (home / "他的.yaml").write_bytes(OLD)
    return home


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(one.name for one in folder.iterdir())


@ways
def test_whole(folder: Path, write: Write, there: bool) -> None:
    """All of it, and nothing beside it."""
    target = folder / "计划.yaml"
    if there:
        target.write_bytes(OLD)
    write(target)
    assert target.read_bytes() == NEW
    assert names(folder) == ["他的.yaml", "计划.yaml"]


def test_nothing_is_written(folder: Path) -> None:
    """An empty file is a file."""
    create(folder / "空", [])
    assert (folder / "空").read_bytes() == b""


# ------------------------------------------------------------------ every call may fail

CALLS = (
    "open",
    "write",
    "fsync",
    "link",
    "replace",
    "unlink",
    "chmod",
    "stat",
    "close",
    "access",
)
FAILURES = (
    OSError(errno.ENOSPC, "No space left on device"),
    PermissionError(errno.EACCES, "Permission denied"),
    KeyboardInterrupt(),
)


class Disk:
    """The calls to the system that lxyz makes, one of which fails. They are seen where
    Python hands them on: `os`, and the stream that a file is written through."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, no_links: bool = False
    ) -> None:
        self.seen: list[str] = []
        self.fails_at = -1
        self.failure: BaseException = OSError()
        self.after = False
        real_open = os.fdopen
        for name in CALLS:
            if hasattr(os, name) and name != "write":
                real = getattr(os, name)
                if no_links and name == "link":
                    real = self._no_link
                monkeypatch.setattr(os, name, self._counted(name, real))
        disk = self

        def opening(handle: int, mode: str) -> Stream:
            return Stream(real_open(handle, mode), disk)

        monkeypatch.setattr(os, "fdopen", opening)

    @staticmethod
    def _no_link(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            return self.calling(name, lambda: real(*given, **named))

        return call

    def calling(self, name: str, real: Callable[[], Any]) -> Any:
        """Counts a call; the one whose turn it is fails, before or after its work."""
        number = len(self.seen)
        self.seen.append(name)
        if number == self.fails_at and not self.after:
            raise self.failure
        try:
            return real()
        finally:
            if number == self.fails_at:
                raise self.failure


class Stream:
    """A file that is written to, every write a call."""

    def __init__(self, stream: Any, disk: Disk) -> None:
        self._stream = stream
        self._disk = disk

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def writelines(self, pieces: Iterator[bytes]) -> None:
        """A call for each half of a piece."""
        for piece in pieces:
            for part in (piece[: len(piece) // 2], piece[len(piece) // 2 :]):
                self._disk.calling("write", lambda part=part: self._stream.write(part))

    def flush(self) -> None:
        """Hands on what was kept back."""
        self._disk.calling("write", self._stream.flush)

    def fileno(self) -> int:
        """The number of the file."""
        return int(self._stream.fileno())


@ways
@pytest.mark.parametrize("no_links", [False, True])
@pytest.mark.parametrize("after", [False, True])
def test_any_call_may_fail(
    folder: Path, write: Write, there: bool, no_links: bool, after: bool
) -> None:
    """At whichever call a run ends, however: under the name stands what stood there, or
    the whole; his files are as they were, and nothing else is left behind."""
    target = folder / "计划.yaml"

    def start() -> None:
        target.unlink(missing_ok=True)
        if there:
            target.write_bytes(OLD)

    start()
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, no_links=no_links)
        write(target)
        calls = list(disk.seen)
    assert {"open", "write", "fsync"} <= set(calls)
    assert ("link" in calls) == (write is creates)
    assert ("replace" in calls) == (write is not creates or no_links)
    ended: set[str] = set()
    for number, name in enumerate(calls):
        for failure in FAILURES:
            start()
            with pytest.MonkeyPatch.context() as patch:
                disk = Disk(patch, no_links=no_links)
                disk.fails_at, disk.failure, disk.after = number, failure, after
                told: BaseException | None = None
                try:
                    write(target)
                except BaseException as error:  # noqa: BLE001 - whatever it is
                    told = error
            where = f"{name} {number} {failure!r}"
            if isinstance(failure, OSError):
                assert told is None or isinstance(told, UsageError), where
            else:
                assert told is failure, where
            left = target.read_bytes() if target.exists() else None
            assert left in ((OLD, NEW) if there else (None, NEW)), where
            if told is None:
                assert left == NEW, where
            ended.add(name if told is not None else "")
            assert (folder / "他的.yaml").read_bytes() == OLD
            beside = set(names(folder)) - {"他的.yaml", "计划.yaml"}
            # Where taking it away is what fails, it stays.
            assert not beside or name == "unlink", where
            for one in beside:
                assert one.startswith(".lxyz-")
                (folder / one).unlink()
    assert {"open", "write", "fsync"} <= ended


KILLED = """
import os, sys
from lxyz.files import writing
at, way, target = int(sys.argv[1]), sys.argv[2], writing.Path(sys.argv[3])
seen = 0
def counted(real):
    def call(*given, **named):
        global seen
        seen += 1
        if seen == at:
            os.kill(os.getpid(), 9)
        return real(*given, **named)
    return call
for name in ("open", "fsync", "link", "replace", "unlink", "chmod", "stat"):
    setattr(os, name, counted(getattr(os, name)))
def pieces():
    for n in range(9):
        counted(int)()
        yield b"x" * 100_000
getattr(writing, way)(target, pieces())
print(seen)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize(("way", "there"), [("create", False), ("replace", True)])
def test_killed(folder: Path, way: str, there: bool) -> None:
    """Nothing can be tidied up by who was killed: what lies there then begins with a
    dot, and no reader of records looks at it; the name is whole, old or free."""
    target = folder / "计划.yaml"
    whole = b"x" * 900_000

    def run(at: int) -> subprocess.CompletedProcess[bytes]:
        target.unlink(missing_ok=True)
        if there:
            target.write_bytes(OLD)
        return subprocess.run(
            [sys.executable, "-c", KILLED, str(at), way, str(target)],
            check=False,
            capture_output=True,
            timeout=60,
        )

    ended = run(0)
    calls = int(ended.stdout)
    assert target.read_bytes() == whole
    kept = set()
    for at in range(1, calls + 1):
        assert run(at).returncode == -signal.SIGKILL
        left = target.read_bytes() if target.exists() else None
        assert left in (OLD if there else None, whole)
        kept.add(left)
        assert (folder / "他的.yaml").read_bytes() == OLD
        for one in set(names(folder)) - {"他的.yaml", "计划.yaml"}:
            assert one.startswith(".lxyz-")
            assert one.endswith(".tmp")
            (folder / one).unlink()
    assert kept == {OLD if there else None, whole}


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
@pytest.mark.parametrize("asked", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize(("write", "there"), WAYS)
def test_asked_to_end(folder: Path, write: Write, asked: str, *, there: bool) -> None:
    """Who is asked to end, in whatever way, tidies up as by Ctrl-C."""
    target = folder / "计划.yaml"
    if there:
        target.write_bytes(OLD)
    before, real = names(folder), os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        signal.raise_signal(getattr(signal, asked))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(KeyboardInterrupt):
            write(target)
    assert names(folder) == before
    assert not there or target.read_bytes() == OLD


# ------------------------------------------------------------------ what may be there


def why(write: Write, path: Path) -> tuple[str, str]:
    """The code and the reason of an error."""
    with pytest.raises(UsageError) as raised:
        write(path)
    return raised.value.code, raised.value.values.get("why", "")


@pytest.mark.parametrize("what", ["file", "folder", "link", "dangling", "loop"])
@pytest.mark.parametrize("no_links", [False, True])
def test_nothing_new_over_what_is_there(
    folder: Path, what: str, no_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor over what comes to be there after it was looked for."""
    target = folder / "计划.yaml"
    makes: dict[str, Callable[[], object]] = {
        "file": lambda: target.write_bytes(OLD),
        "folder": target.mkdir,
        "link": lambda: target.symlink_to("他的.yaml"),
        "dangling": lambda: target.symlink_to("没有.yaml"),
        "loop": lambda: target.symlink_to("计划.yaml"),
    }
    real = os.fsync

    def late(handle: int) -> None:
        real(handle)
        if not os.path.lexists(target):
            makes[what]()

    if no_links:
        monkeypatch.setattr(os, "link", Disk._no_link)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", late)
        assert why(creates, target) == ("E220", "")
    before = target.lstat()
    assert why(creates, target) == ("E220", "")
    assert target.lstat() == before
    if what == "file":
        assert target.read_bytes() == OLD
    assert (folder / "他的.yaml").read_bytes() == OLD
    assert names(folder) == ["他的.yaml", "计划.yaml"]


@pytest.mark.parametrize("write", [creates, replaces])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("没有/计划.yaml", "no-parent"),
        ("他的.yaml/计划.yaml", "no-folder"),
        ("党" * 86, "long-name"),
        ("a" * 256, "long-name"),
        ("甲/" * 2000 + "计划.yaml", "long-name"),
        ("圈/计划.yaml", "loop"),
        ("a\0b", "no-name"),
    ],
)
def test_names_that_cannot_be(
    folder: Path, write: Write, name: str, reason: str
) -> None:
    """It is said why, and nothing is left behind."""
    (folder / "圈").symlink_to("圈")
    code, said = why(write, folder / name)
    assert code == "E203"
    assert said == reason
    assert names(folder) == ["他的.yaml", "圈"]


def test_a_name_that_no_disk_has(folder: Path) -> None:
    """A lone surrogate cannot be encoded."""
    code, said = why(creates, folder / "\ud800")
    assert code == "E203"
    assert said == "no-name"
    assert names(folder) == ["他的.yaml"]


@pytest.mark.parametrize("write", [creates, replaces])
@pytest.mark.parametrize("name", ["党" * 85, "a" * 255])
def test_the_longest_name(folder: Path, write: Write, name: str) -> None:
    """What is written first beside it is not longer than it may be."""
    write(folder / name)
    assert (folder / name).read_bytes() == NEW


def test_a_folder_is_not_replaced(folder: Path) -> None:
    """It is said what it is."""
    assert why(replaces, folder) == ("E203", "a-folder")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_permissions_stay(folder: Path, mode: int, mask: int) -> None:
    """Of what is replaced; a new file has what the umask leaves."""
    old = os.umask(mask)
    try:
        target = folder / "他的.yaml"
        target.chmod(mode)
        replaces(target)
        creates(folder / "计划.yaml")
    finally:
        os.umask(old)
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert stat.S_IMODE((folder / "计划.yaml").stat().st_mode) == 0o666 & ~mask


def test_what_may_not_be_written_is_not_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is read-only stays, though its folder would let it be replaced."""
    target = folder / "他的.yaml"
    target.chmod(0o444)
    # (who runs the tests may be root, who may write everything)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert why(replaces, target) == ("E203", "denied")
    assert target.read_bytes() == OLD


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
@pytest.mark.parametrize("write", [creates, replaces])
def test_a_folder_that_is_read_only(folder: Path, write: Write) -> None:
    """It is said that one may not."""
    folder.chmod(0o555)
    try:
        assert why(write, folder / "计划.yaml") == ("E203", "denied")
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("there", [True, False])
def test_behind_a_link(folder: Path, there: bool) -> None:
    """The link stays a link; what it leads to is what is written."""
    away = folder.parent / "别处"
    away.mkdir()
    if there:
        (away / "报告.txt").write_bytes(OLD)
        (away / "报告.txt").chmod(0o600)
    target = folder / "报告.txt"
    target.symlink_to("../别处/报告.txt")
    replaces(target)
    assert target.is_symlink()
    assert (away / "报告.txt").read_bytes() == NEW
    assert names(away) == ["报告.txt"]
    if there:
        assert stat.S_IMODE((away / "报告.txt").stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_stays_a_pipe(folder: Path) -> None:
    """It is written to: a device that is replaced is lost to all."""
    target = folder / "管道"
    os.mkfifo(target)
    reader = os.open(target, os.O_RDONLY | os.O_NONBLOCK)
    try:
        replace(target, [b"ab", b"c"])
        assert os.read(reader, 10) == b"abc"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(target.stat().st_mode)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_who_reads_a_pipe_may_have_had_enough(folder: Path) -> None:
    """As on the screen: no more is written, and nothing is said."""
    target = folder / "管道"
    os.mkfifo(target)
    reader = os.open(target, os.O_RDONLY | os.O_NONBLOCK)

    def pieces() -> Iterator[bytes]:
        yield b"ab"
        os.close(reader)
        yield b"c" * 100_000

    replace(target, pieces())


@pytest.mark.parametrize("now", [b"", OLD + b"x", None])
def test_what_has_changed_meanwhile_is_left_alone(
    folder: Path, now: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who saves his file while lxyz is at work loses nothing."""
    target = folder / "他的.yaml"
    real = os.fsync

    def late(handle: int) -> None:
        real(handle)
        if now is None:
            target.unlink(missing_ok=True)
        else:
            target.write_bytes(now)

    monkeypatch.setattr(os, "fsync", late)
    code, _ = why(replaces_just_that, target)
    assert code == ("E203" if now is None else "E223")
    assert names(folder) == (["他的.yaml"] if now is not None else [])
    if now is not None:
        assert target.read_bytes() == now


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_disk_that_is_full() -> None:
    """It is said."""
    assert why(replaces, Path("/dev/full")) == ("E203", "no-space")
