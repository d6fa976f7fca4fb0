"""Packs that come with lxyz, worked out once and kept as Python keeps the bytecode of a
module: in `__pycache__`, and not where Python is told to write none.

To read the rules of one takes an eighth of the time in which a branch is checked. What is
kept is taken only for the files and the code that it was made of, at the place where
they were; anything else is passed over and made anew. Packs of branches are never kept:
what lies in their repositories is not for lxyz to believe.
"""

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
"""The folders of all code that has a hand in what becomes of a pack."""
_LENGTH = 16


def compiled(
    folder: Path, make: Callable[[Path], Pack], home: Path = _PACKAGE / "packs"
) -> Pack:
    """The pack in a folder beside others, as `make` makes it: one without problems is
    kept in the `__pycache__` of a home, where that may be written."""
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
    """What tells the files that the pack and its neighbours are made of, and by, from
    any others: where they are, when they were written, how long they are."""
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
    """What was kept under a key; None where there is nothing, or not all of it."""
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
    """Keeps what was made, whole or not at all; on a disk that nobody may write on it is
    made anew each time."""
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        part.write_bytes(key + _digest(made) + made)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()
