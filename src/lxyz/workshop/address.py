"""From where pip installs lxyz on another machine, such as the CI of a new repository.

Nobody has to type this address: pip notes from where it installed (PEP 610), and a
clone knows from where it was cloned. The bare name `lxyz` is used only if pip installed
it by that name; otherwise it could be the package of a stranger.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from lxyz.base.named import NamedTuple
from lxyz.base.there import is_file, is_folder, is_there
from lxyz.errors import UsageError, why_of
from lxyz.files.history import GitError, git

_REACHED = ("https", "http", "ssh")
"""Schemes of addresses that another machine may reach."""


class Source(NamedTuple):
    """From where pip installs lxyz in a new repository.

    - `told`: the argument for pip (empty: not known)
    - `files`: files to copy into the repository for it, such as a wheel, by path"""

    told: str = ""
    files: Mapping[str, bytes] = MappingProxyType({})


NOWHERE = Source()


def sourced(text: str) -> Source:
    """The source that a text names, given by a person or noted by pip.

    A wheel on this machine is copied into the repository, so that CI needs no address.
    A folder must be a clone: the address of its repository is used.

    Raises UsageError E242 if the wheel cannot be read, E244 if CI cannot reach a folder.
    """
    told = " ".join(text.split())
    if "://" in told or not told:
        return Source(told)
    path = Path(text)
    if path.suffix == ".whl":
        try:
            file = f".lxyz/{path.name}"
            return Source(f"./{file}", {file: path.read_bytes()})
        except OSError as error:
            raise UsageError("E242", path=path, why=why_of(error)) from None
    if not is_folder(path):
        return Source(told)
    if found := cloned_from(path):
        return Source(found)
    raise UsageError("E244", path=path)


def installed_from() -> str:
    """The argument with which pip installs this same lxyz on another machine.

    It is an address, the path of a wheel that is still here, or `lxyz==` and a version
    from an index. It is empty if nothing tells it: lxyz runs from its sources, or was
    installed from a folder that is no clone."""
    try:
        found = metadata.distribution("lxyz")
    except metadata.PackageNotFoundError:
        return ""
    told = found.read_text("direct_url.json")
    if told is None:
        return f"lxyz=={found.version}"
    try:
        origin = json.loads(told)
        return _address(origin, str(origin["url"]))
    except (ValueError, KeyError, TypeError):
        return ""


def _address(origin: dict[str, dict[str, str]], url: str) -> str:
    if "vcs_info" in origin:
        told = origin["vcs_info"]
        if urlsplit(url).scheme not in _REACHED:
            return ""
        return f"{told['vcs']}+{_without_secret(url)}@{told['commit_id']}"
    parts = urlsplit(url)
    if parts.scheme != "file":
        return _without_secret(url)
    path = Path(url2pathname(parts.path))
    if "dir_info" in origin:
        return cloned_from(path)
    return str(path) if is_file(path) else ""


def cloned_from(folder: Path) -> str:
    """The address of the repository from which a folder was cloned.

    Its commit is added if the other side has it, too. Empty if the folder is no clone,
    or a clone of a folder on this machine.
    """
    url = _git(folder, "config", "--get", "remote.origin.url")
    host, colon, path = url.partition(":")
    if (
        colon and len(host) > 1 and "/" not in host and not path.startswith("//")
    ):  # git@host:path
        url = f"ssh://{host}/{path.lstrip('/')}"
    if urlsplit(url).scheme not in _REACHED:
        return ""
    there = _git(
        folder, "for-each-ref", "--count=1", "--contains", "HEAD", "refs/remotes"
    )
    commit = _git(folder, "rev-parse", "HEAD") if there else ""
    return f"git+{_without_secret(url)}{commit and f'@{commit}'}"


def _git(folder: Path, *words: str) -> str:
    """The output of git for a folder that is the root of a repository; empty if git
    fails."""
    if is_there(folder / ".git"):
        with suppress(GitError, UsageError):
            return git(folder, *words).decode(errors="replace").strip()
    return ""


def _without_secret(url: str) -> str:
    """An address without user name and password; the user `git` of ssh is no secret and
    stays, because it is needed."""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    keep = f"{user.partition(':')[0]}@" if at and parts.scheme == "ssh" else ""
    return urlunsplit(parts._replace(netloc=keep + host))
