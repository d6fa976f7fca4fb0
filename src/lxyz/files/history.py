"""Writes the files of a git commit into a folder, so that they can be checked as they
were.

The user's work tree, index and branches are not touched, nothing is fetched, and no
program of the repository (hook, filter) is run. Blobs are read as they are (`git
cat-file`): `git archive` and a checkout would apply filters, attributes and
`export-ignore`, which change or leave out files. Only YAML files and baselines are
copied; of every other file a check asks only whether it is empty, so one byte stands
for it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import IO

from lxyz.base.named import NamedTuple
from lxyz.base.there import is_folder, is_there
from lxyz.errors import UsageError, why_of
from lxyz.files.decode import MOST_BYTES

_READ = (".yaml", ".yml", ".lxyz/baseline.json")
_PACK = "pack.yaml"
# A repository may ask for signatures to be shown, and name the program that checks them.
_LOG = ("log", "-1", "--no-show-signature")
_LINK, _MODULE = "120000", "160000"
# Git sets these where a hook runs lxyz; they would name another repository than the
# folder.
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class Commit(NamedTuple):
    """A commit.

    - `root`: the root of the work tree of its repository
    - `hash`, `short`: its full and its short hash
    - `day`: the day on which it was committed (ISO)
    """

    root: Path
    hash: str
    short: str
    day: str


class _Entry(NamedTuple):
    repository: Path
    mode: str
    hash: str
    size: int
    path: str


def find_commit(text: str, near: Path) -> Commit:
    """The commit that `text` names (a hash, a branch, HEAD~1) in the repository that
    holds the folder `near`.

    Raises UsageError: E270 without git, E271 where there is no repository, E272 where
    it has no such commit, E273 where it is a shallow clone that has none.
    """
    root = _root(near)
    if not text.startswith(("-", "^")) and "\0" not in text:
        with suppress(GitError):
            told = git(root, "rev-parse", "--verify", "--quiet", f"{text}^{{commit}}")
            whole = told.decode("ascii").strip()
            said = git(root, *_LOG, "--format=%h %cI", whole, "--").decode()
            short, _, day = said.partition(" ")
            return Commit(root, whole, short, day[:10])
    raise _unknown(text, root)


def _unknown(text: str, root: Path) -> UsageError:
    if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return UsageError("E273", name=text)
    return UsageError("E272", name=text, like=_like(root, text))


def common(one: Commit, other: Commit) -> Commit:
    """The merge base of two commits of a repository: their nearest common ancestor.

    Raises UsageError E272 where they have none, E273 where a shallow clone has none.
    """
    root = one.root
    try:
        return find_commit(
            git(root, "merge-base", one.hash, other.hash).decode().strip(), root
        )
    except GitError:
        raise _unknown(f"{one.short}...{other.short}", root) from None


def is_partly_here(commit: Commit) -> bool:
    """Whether the work tree is sparse: set to hold only a part of its files."""
    with suppress(GitError):
        told = git(commit.root, "config", "--bool", "core.sparseCheckout")
        return told.strip() == b"true"
    return False


def lay_out(commit: Commit, paths: Iterable[Path], into: Path) -> None:
    """Writes the files of a commit at and below some paths, and its rule packs, into
    the empty folder `into`, each at its path in the repository. The paths lie in the
    work tree, or would. Submodules that are checked out are included.

    Raises UsageError: E274 where git does not give what the commit is made of, E275 for
    a path that lies in another repository or in none, E203 if it cannot be written.
    """
    wanted = [_within(commit.root, path) for path in paths]
    entries = list(_entries(commit.root, commit.hash, "", wanted))
    packs = {str(PurePosixPath(one.path).parent) for one in entries if _is_pack(one)}
    kept = [
        one
        for one in entries
        if _is_below(one.path, wanted) or str(PurePosixPath(one.path).parent) in packs
    ]
    try:
        _write(kept, into)
    except (OSError, ValueError) as error:
        raise UsageError("E203", path=into, why=why_of(error)) from error


class GitError(Exception):
    """Git ended with an error; the text is what it printed."""


def git(folder: Path, *words: str) -> bytes:
    """What a git command prints. Raises GitError if it fails, UsageError E270 if there
    is no git."""
    done = subprocess.run(  # noqa: S603 - git itself, with words of our own
        [_program(), "-C", str(folder), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=_environment(),
        check=False,
    )
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _program() -> str:
    found = shutil.which("git")
    if found is None:
        raise UsageError("E270")
    return found


def _environment() -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if name not in _ELSEWHERE}
    # A clone without all blobs would fetch them one by one, by programs of its own.
    alone = {"GIT_ALLOW_PROTOCOL": "", "GIT_TERMINAL_PROMPT": "0"}
    return {**kept, "LC_ALL": "C", **alone}


def _root(near: Path) -> Path:
    """The root of the work tree around a folder, or around where it would lie."""
    folder = next(one for one in (near, *near.absolute().parents) if is_folder(one))
    try:
        told = git(folder, "rev-parse", "--show-toplevel")
    except GitError as error:
        why = str(error).partition("\n")[0].removeprefix("fatal: ")
        raise UsageError("E271", path=near, why=why) from None
    return Path(os.fsdecode(told.removesuffix(b"\n"))).resolve()


def _like(root: Path, text: str) -> str:
    """The branch or tag that is most like a name, or an empty text."""
    told = git(root, "for-each-ref", "--format=%(refname:short)")
    names = [name for name in os.fsdecode(told).split() if name != text]
    far = [name for name in names if name.partition("/")[2] == text]
    return next(iter(far or get_close_matches(text, names, 1)), "")


def _within(root: Path, path: Path) -> str:
    """A path as the repository calls it; the root itself is an empty text."""
    try:
        inner = path.resolve().relative_to(root).as_posix()
    except ValueError:
        raise UsageError("E275", path=path, root=root) from None
    return "" if inner == "." else inner


def _entries(
    root: Path, commit: str, prefix: str, wanted: list[str]
) -> Iterator[_Entry]:
    """The files of a commit, those of submodules with them."""
    try:
        told = git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
    except GitError:
        raise UsageError("E274", name=commit[:10], root=root) from None
    for line in told.split(b"\0")[:-1]:
        head, _, name = line.partition(b"\t")
        mode, _, hash_, size = head.decode("ascii").split()
        path = prefix + os.fsdecode(name)
        if mode != _MODULE:
            if not size.isdecimal():  # BAD: there is no such blob
                raise UsageError("E274", name=hash_[:10], root=root)
            yield _Entry(root, mode, hash_, int(size), path)
            continue
        module = root / os.fsdecode(name)
        around = any(one.startswith(f"{path}/") for one in wanted)
        if is_there(module / ".git") and (around or _is_below(path, wanted)):
            yield from _entries(module, hash_, f"{path}/", wanted)


def _is_pack(entry: _Entry) -> bool:
    return PurePosixPath(entry.path).name == _PACK


def _is_below(path: str, wanted: list[str]) -> bool:
    return any(not one or path == one or path.startswith(f"{one}/") for one in wanted)


def _is_safe(path: str) -> bool:
    """Whether a path stays inside the folder into which it is written. Git itself makes
    no other paths, but a tree may be made by hand."""
    return {"", ".", ".."}.isdisjoint(path.replace(os.sep, "/").split("/"))


def _write(entries: list[_Entry], into: Path) -> None:
    read: dict[Path, list[tuple[str, Path]]] = {}
    for one in entries:
        if not _is_safe(one.path):
            continue
        file = into / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if one.mode == _LINK:
            # Links are never followed, so the target does not matter.
            file.symlink_to("link")
        elif one.path.lower().endswith(_READ):
            read.setdefault(one.repository, []).append((one.hash, file))
        else:
            file.write_bytes(b"\0" if one.size else b"")
    for repository, listed in read.items():
        _copy(repository, listed)


def _copy(root: Path, listed: list[tuple[str, Path]]) -> None:
    """Writes blobs to files, of each one byte more than a megabyte at most: a longer
    file is refused anyway."""
    with TemporaryFile() as asked:
        asked.write("".join(f"{hash_}\n" for hash_, _ in listed).encode("ascii"))
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603 - as above
            [_program(), "-C", str(root), "cat-file", "--batch"],
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as process:
            assert process.stdout is not None
            for hash_, file in listed:
                head = process.stdout.readline().split()
                if len(head) != 3 or head[1] != b"blob":
                    raise UsageError("E274", name=hash_[:10], root=root)
                with file.open("wb") as stream:
                    _pass_on(process.stdout, stream, int(head[2]))


def _pass_on(source: IO[bytes], stream: IO[bytes], size: int) -> None:
    """Copies the beginning of a blob and reads to its end."""
    room = MOST_BYTES + 1
    while size and (chunk := source.read(min(size, MOST_BYTES))):
        stream.write(chunk[:room])
        size -= len(chunk)
        room = max(0, room - len(chunk))
    source.read(1)  # the line end after it
