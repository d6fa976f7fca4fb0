"""From where lxyz is installed elsewhere: as pip wrote it down, as git knows it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from lxyz.errors import UsageError
from lxyz.workshop import address
from lxyz.workshop.address import NOWHERE, Source, cloned_from, installed_from, sourced

GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="no git: clones were not asked")


class Installed:
    """What pip wrote down."""

    version = "0.1.0"

    def __init__(self, told: object) -> None:
        self.told = told

    def read_text(self, name: str) -> object:
        """The one file that is asked for."""
        assert name == "direct_url.json"
        return self.told


def installed(monkeypatch: pytest.MonkeyPatch, told: object) -> str:
    """What is said of lxyz where pip wrote something down."""
    text = told if told is None or isinstance(told, str) else json.dumps(told)
    monkeypatch.setattr(address.metadata, "distribution", lambda _: Installed(text))
    return installed_from()


HASH = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (None, "lxyz==0.1.0"),
        (
            {
                "url": "https://me:secret@example.org/lxyz.git",
                "vcs_info": {"vcs": "git", "commit_id": HASH},
            },
            f"git+https://example.org/lxyz.git@{HASH}",
        ),
        (
            {
                "url": "ssh://git:secret@example.org/lxyz.git",
                "vcs_info": {"vcs": "git", "commit_id": HASH},
            },
            f"git+ssh://git@example.org/lxyz.git@{HASH}",
        ),
        (
            {"url": "https://example.org/lxyz-0.1.0.whl", "archive_info": {}},
            "https://example.org/lxyz-0.1.0.whl",
        ),
        ({"url": "file:///no/such/lxyz.whl", "archive_info": {}}, ""),
        ({"url": "file:///no/such/folder", "dir_info": {"editable": True}}, ""),
        ({"url": "https://example.org", "vcs_info": {}}, ""),
        (
            {
                "url": "file:///srv/lxyz.git",
                "vcs_info": {"vcs": "git", "commit_id": HASH},
            },
            "",
        ),
        ({}, ""),
        ([], ""),
        ("{", ""),
    ],
)
def test_as_pip_wrote_it_down(
    monkeypatch: pytest.MonkeyPatch, told: object, found: str
) -> None:
    """An address without passwords; the name only where pip found it by its name; and
    nothing where what is written says nothing."""
    assert installed(monkeypatch, told) == found


def test_a_wheel_that_is_still_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its path, blanks and all."""
    wheel = tmp_path / "a b.whl"
    wheel.touch()
    told = {"url": wheel.as_uri(), "archive_info": {}}
    assert installed(monkeypatch, told) == str(wheel)


def test_not_installed_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run from its sources."""

    def nothing(name: str) -> None:
        raise address.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(address.metadata, "distribution", nothing)
    assert installed_from() == ""


def git(folder: Path, *words: str) -> str:
    """Runs git in a folder."""
    assert GIT is not None
    name = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    done = subprocess.run(
        [GIT, "-C", str(folder), *name, *words], capture_output=True, check=True
    )
    return done.stdout.decode().strip()


@needs_git
@pytest.mark.parametrize(
    ("remote", "found"),
    [
        ("https://me:secret@example.org/a/lxyz.git", "https://example.org/a/lxyz.git"),
        ("git@example.org:a/lxyz.git", "ssh://git@example.org/a/lxyz.git"),
        ("ssh://git@example.org/a/lxyz", "ssh://git@example.org/a/lxyz"),
        ("/srv/lxyz.git", ""),
        ("file:///srv/lxyz.git", ""),
        ("C:/lxyz", ""),
    ],
)
def test_a_clone(tmp_path: Path, remote: str, found: str) -> None:
    """Its address; with the commit where the other side has it."""
    git(tmp_path, "init", "-q")
    git(tmp_path, "remote", "add", "origin", remote)
    assert cloned_from(tmp_path) == (found and f"git+{found}")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "x")
    assert cloned_from(tmp_path) == (found and f"git+{found}")
    commit = git(tmp_path, "rev-parse", "HEAD")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", commit)
    assert cloned_from(tmp_path) == (found and f"git+{found}@{commit}")


def test_no_clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder; a repository that was cloned from nowhere; a machine without git."""
    assert cloned_from(tmp_path) == ""
    if GIT is not None:
        git(tmp_path, "init", "-q")
    assert cloned_from(tmp_path) == ""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert cloned_from(tmp_path) == ""


def test_what_a_person_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address and a requirement as they are; a wheel with its bytes; a clone."""
    monkeypatch.chdir(tmp_path)
    assert sourced(" ") == NOWHERE
    for text in ("lxyz==0.1.0", "git+https://example.org/lxyz@v1", "https://x/l.whl"):
        assert sourced(text) == Source(text)
    (tmp_path / "l.whl").write_bytes(b"PK")
    assert sourced("l.whl") == Source("./.lxyz/l.whl", {".lxyz/l.whl": b"PK"})
    with pytest.raises(UsageError) as raised:
        sourced("no.whl")
    assert raised.value.code == "E242"
    with pytest.raises(UsageError) as raised:
        sourced(".")
    assert raised.value.code == "E244"
    monkeypatch.setattr(address, "cloned_from", lambda _: "git+https://x/l.git")
    assert sourced(".") == Source("git+https://x/l.git")
