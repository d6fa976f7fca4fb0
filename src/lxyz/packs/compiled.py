"""Shipped packs, kept once read as Python keeps the bytecode of a module.

They are kept in `__pycache__`, and not at all where Python may write none: reading the
rules of a pack takes an eighth of the time of checking a branch. A kept pack is used
only for the very files and code that it was made of, at the same place; otherwise it is
made anew. Packs of branches are never kept: lxyz must not load pickles from their
repositories."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from lxyz import __version__
from lxyz.packs.types import Pack

_PACKAGE = Path(__file__).parent.parent
_LAYERS = "base dates denial facts files packs records vocabulary"
_CODE = (_PACKAGE, *(_PACKAGE / one for one in _LAYERS.split()))
"""The folders of all code that takes part in reading a pack."""
_LENGTH = 16


def compiled(
    folder: Path, make: Callable[[Path], Pack], home: Path = _PACKAGE / "packs"
) -> Pack:
    """The shipped pack in a folder, kept or else made by `make`.

    A pack without problems is then kept in the `__pycache__` of `home`, if that is
    writable."""
    key = _digest("\n".join(_state(folder)).encode())
    tag = sys.implementation.cache_tag
    file = home / "__pycache__" / f"{folder.name}.{tag}.pack"
    pack = _kept(file, key)
    if pack is None:
        pack = make(folder)
        if not (pack.problems or sys.dont_write_bytecode):
            _keep(file, key, pickle.dumps(pack, pickle.HIGHEST_PROTOCOL))
    return pack


def _state(folder: Path) -> Iterator[str]:
    """The state of the files and the code of which a pack is made, as lines of text.

    It is the version, and of each file the path, the time of writing and the length.
    The folders beside the pack belong to it, as packs stand on one another."""
    yield __version__
    for place in (*_CODE, *sorted(folder.parent.glob("*/"))):
        with os.scandir(place) as entries:
            for one in sorted(entries, key=lambda one: one.name):
                if one.is_file():
                    told = one.stat()
                    yield f"{one.path} {told.st_mtime_ns} {told.st_size}"


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_LENGTH).digest()


def _kept(file: Path, key: bytes) -> Pack | None:
    """The pack kept under a key; None where there is none, or it is damaged."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    digest, made = data[_LENGTH : 2 * _LENGTH], data[2 * _LENGTH :]
    if data[:_LENGTH] != key or digest != _digest(made):
        return None
    pack: Pack = pickle.loads(made)  # noqa: S301 - our own values, our own file
    return pack


def _keep(file: Path, key: bytes, made: bytes) -> None:
    """Writes a pack, whole or not at all; where nobody may write, nothing is kept."""
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        part.write_bytes(key + _digest(made) + made)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()
