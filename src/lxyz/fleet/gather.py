"""Gathers what a branch brings to its judging: profile, records, an assumed plan,
packs."""

from __future__ import annotations

import os
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.base.there import is_file
from lxyz.errors import PackError
from lxyz.facts.fact import Facts
from lxyz.files import read_document, record_files
from lxyz.files.find import BRANCH_FILE, PACK_FILES, meant_as, misnamed
from lxyz.files.origin import Faults, Origin
from lxyz.packs.bind import Bound, bind
from lxyz.packs.load import find_pack, load_packs, usurps
from lxyz.packs.ownkinds import kinds_in
from lxyz.packs.types import Pack
from lxyz.records import Profile, Record, read_profile, read_records
from lxyz.vocabulary import Likes, OwnKind, Vocabulary, vocabulary

MOST_FILES = 20_000
"""At most so many files of a branch are read (F016): no real branch has more."""


def _misnamed(path: Path) -> str:
    """A file that is meant to be the profile of a branch without one; empty for
    none."""
    try:
        return misnamed(path)
    except OSError:
        return ""  # the folder cannot be read: that is reported next


def read_branch(
    path: Path, faults: Faults, packs: tuple[str, ...] = (), copy: Copy | None = None
) -> tuple[Profile | None, list[Record]]:
    """The profile and all records of a branch folder; what is wrong is added to
    `faults`.

    Records may be of kinds that the branch's packs bring, or these `packs`. None and no
    records where the profile cannot be used."""
    if name := _misnamed(path):
        faults.add("F017", Origin(name), name=BRANCH_FILE)
        return None, []
    document = read_document(path / BRANCH_FILE, BRANCH_FILE)
    if any(("why", "absent") in one.values for one in document.faults):
        faults.add("F018", Origin(BRANCH_FILE), name=BRANCH_FILE)
        return None, []
    profile, found = read_profile(document, vocabulary())
    faults.extend(document.faults)
    faults.extend(found)
    records: list[Record] = []
    if profile is None:
        return None, records
    profile = profile.replace(kinds=_kinds(path, profile, packs, copy))
    words = vocabulary(profile.kinds)
    if profile.waivers is not None:
        inner = document._replace(root=profile.waivers, faults=())
        made, trouble = read_records(inner, words, ("waiver",))
        records.extend(made)
        faults.extend(trouble)
    _read_files(path, profile, words, faults, records)
    return profile, records


def _read_files(
    path: Path,
    profile: Profile,
    words: Vocabulary,
    faults: Faults,
    records: list[Record],
) -> None:
    """Adds the records in the files of a branch to `records`, and their faults to
    `faults`."""
    own = tuple(
        f"{Path(name).as_posix()}/"
        for name in profile.packs
        if is_file(path / name / PACK_FILES[0])
    )
    files = record_files(path)
    for relative, file in islice(files, MOST_FILES):
        if relative.startswith(own):  # a pack kept beside the records
            if file.name not in PACK_FILES and _may_hold_records(file, words):
                faults.add("F019", Origin(relative))
            continue
        if meant := meant_as(file.name):
            faults.add("F015", Origin(relative), name=meant)
            continue
        records.extend(records_in(file, relative, words, faults))
    if next(files, None) is not None:
        faults.add("F016", Origin(BRANCH_FILE), limit=MOST_FILES)


def records_in(
    file: Path, name: str, words: Vocabulary, faults: Faults
) -> list[Record]:
    """The records in a file; its faults are added, under `name`."""
    document = read_document(file, name)
    faults.extend(document.faults)
    records, found = read_records(document, words)
    faults.extend(found)
    return records


def _may_hold_records(file: Path, words: Vocabulary) -> bool:
    """Whether a file holds a record of some kind, or cannot be read.

    Notes on a pack and settings of other programs are no records."""
    document = read_document(file, file.name)
    if document.root is None:
        return True
    return any(one.kinds for one in read_records(document, words)[0])


def packs_of(path: Path) -> tuple[Pack, ...]:
    """The packs that the profile of a branch names; none where it cannot be read.

    Raises PackError for a pack that cannot be used."""
    profile = _profile_of(path)
    return () if profile is None else _loaded(profile.packs, path, None)


def kinds_of(path: Path, packs: tuple[str, ...] = ()) -> tuple[OwnKind, ...]:
    """The kinds of record that the packs of a branch, and these `packs`, bring.

    None where its profile cannot be read."""
    profile = _profile_of(path)
    return () if profile is None else _kinds(path, profile, packs, None)


def _profile_of(path: Path) -> Profile | None:
    return read_profile(read_document(path / BRANCH_FILE, BRANCH_FILE), vocabulary())[0]


def _kinds(
    path: Path, profile: Profile, packs: tuple[str, ...], copy: Copy | None
) -> tuple[OwnKind, ...]:
    """The kinds of record that packs bring; those of the packs in force go first.

    The packs that a branch names and those it is judged by may differ: its records may
    be of the kinds of both. A pack that cannot be used brings none; that is reported
    where its rules are needed."""
    found: dict[str, OwnKind] = {}
    for names, near in ((packs, None), (profile.packs, path)):
        try:
            loaded = _loaded(names, near, copy)
        except PackError:
            continue
        for one in kinds_in(loaded):
            found.setdefault(one.zh, one)
    return tuple(found.values())


def with_assumed(
    records: list[Record],
    file: Path,
    branch: Path,
    kinds: tuple[OwnKind, ...],
    faults: Faults,
) -> list[Record]:
    """The records of a branch and of an assumed plan, whose records count as planned.

    A plan that lies among the files of the branch replaces its records; its faults are
    known."""
    name = path_from(branch, file)
    others = [one for one in records if one.origin.file != name]
    if len(others) == len(records):
        return records + _assumed(file, branch, kinds, faults)
    return others + _assumed(file, branch, kinds, Faults())


def _assumed(
    file: Path, branch: Path, kinds: tuple[OwnKind, ...], faults: Faults
) -> list[Record]:
    """The records of an assumed plan, all as planned, so that nothing in it counts as
    done.

    Faults name it by its path from the branch, as they do the branch's own files."""
    return [
        one if one.status == "cancelled" else one.replace(status="planned")
        for one in records_in(file, path_from(branch, file), vocabulary(kinds), faults)
    ]


def path_from(branch: Path, file: Path) -> str:
    """The path of a file from a branch; joined to the path of the branch it opens the
    file."""
    try:
        return Path(os.path.relpath(file, branch)).as_posix()
    except ValueError:  # on another drive
        return file.absolute().as_posix()


def year_of(facts: Facts, as_of: date) -> int:
    """The year to check: that of `as_of` if it has records, else the latest that has.

    Without any records it is that of `as_of`."""
    if as_of.year in facts.years():
        return as_of.year
    return max(facts.years(), default=as_of.year)


class Copy(NamedTuple):
    """A copy of a repository in which a branch is read.

    - `root`: the root of the copy
    - `of`: the folder that was copied
    """

    root: Path
    of: Path

    def pack(self, name: str, branch: Path | None) -> Path:
        """The folder of a pack that a branch of the copy names.

        Without a branch it is named on the command line, from the working directory. A
        pack within the repository is taken from the copy, any other from where it is.
        Raises PackError P001, P004."""
        inner = self._inner(Path())
        here = Path() if inner is None else self.root / inner
        if branch is None:
            inside = self._inner(Path(name)) is not None
            return find_pack(name, here=here if inside else Path())
        real = self.of / branch.relative_to(self.root)
        if self._inner(real / name) is None:
            return find_pack(name, real)
        return find_pack(name, branch, here)

    def _inner(self, path: Path) -> Path | None:
        """A path relative to the repository; None where it is not in it."""
        whole = Path(os.path.normpath(path.absolute()))
        return whole.relative_to(self.of) if whole.is_relative_to(self.of) else None


def bound_packs(
    path: Path,
    profile: Profile,
    packs: tuple[str, ...],
    faults: Faults,
    copy: Copy | None = None,
) -> list[Bound]:
    """The packs in force, with the branch's parameters put in.

    Raises PackError for a pack that cannot be used. Other troubles are faults of the
    branch:

    - F706, F707: a parameter that no pack has, or whose value does not fit; the pack's own
      value stays
    - F718: a value in place of one from the document; it is taken, but must not loosen a duty
      in silence
    - F720: a pack of the branch with the id of a shipped one, for which readers would take it
    - F724: see `_tell_unasked`
    """
    near = None if packs else path
    loaded = _loaded(packs or profile.packs, near, copy)
    known = {f"{pack.id}/{name}" for pack in loaded for name in pack.params}
    own: dict[str, list[tuple[str, Any]]] = {pack.id: [] for pack in loaded}
    by_id = {pack.id: pack for pack in loaded}
    for pack in filter(usurps, loaded):
        where = str(pack.folder)
        faults.warn("F720", profile.origin, packs=pack.id, path=where)
    likes = Likes(known)
    for name, value, origin in profile.params:
        pack_id, _, param = name.partition("/")
        if name not in known:
            if pack_id in own or "/" not in name or not packs:
                faults.add("F706", origin, name=name, like=likes.of(name))
            continue
        try:
            taken = bind(by_id[pack_id], ((param, value),)).values[param]
        except PackError as error:
            faults.add("F707", origin, name=name, text=error.values.get("text", ""))
            continue
        stated = by_id[pack_id].params[param]
        if stated.source == "text" and stated.value not in (None, taken):
            faults.warn("F718", origin, name=name)
        own[pack_id].append((param, value))
    made = [bind(pack, tuple(own[pack.id])) for pack in loaded]
    _tell_unasked(profile, made, faults)
    return made


def _tell_unasked(profile: Profile, packs: list[Bound], faults: Faults) -> None:
    """Warns of a category of the branch that no rule asks for, but that is like one
    asked for.

    Otherwise the duties of that category would be dropped in silence."""
    if not (named := profile.attributes.get("category")):
        return
    asked = {
        word
        for pack in packs
        for rule in pack.rules
        if rule.if_ is not None
        for word in rule.if_.category or ()
    }
    likes = Likes(asked)
    for word in named:
        if word not in asked and (like := likes.of(word)):
            faults.warn("F724", profile.origin, text=word, like=like)


def _loaded(
    names: tuple[str, ...], near: Path | None, copy: Copy | None
) -> tuple[Pack, ...]:
    """The packs of these names, seen from a branch or from the working directory.

    Raises PackError."""
    find = find_pack if copy is None else copy.pack
    return load_packs(tuple(dict.fromkeys(find(name, near) for name in names)))
