"""A pack as read: rules as written, clauses, parameters, words, problems."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.packs.model import Rule
from lxyz.packs.pack import Clause, Head, Param, Setting
from lxyz.vocabulary import OwnKind

MOST_PROBLEMS = 500
"""How many problems of a pack are told."""


class Problem(NamedTuple):
    """Something wrong in a pack, with its place."""

    file: str
    line: int
    text: str


class Problems(list[Problem]):
    """Problems as they are found, up to some hundreds: who mends those looks again. What
    is given to `extend` is looked for only until then."""

    @property
    def is_full(self) -> bool:
        """Whether nothing more is told."""
        return len(self) > MOST_PROBLEMS

    def extend(self, found: Iterable[Problem]) -> None:
        """Takes what is found; the first that is one too many is told as such."""
        if self.is_full:
            return
        for one in found:
            if len(self) == MOST_PROBLEMS:
                self.append(one._replace(text=f"more than {MOST_PROBLEMS} problems"))
                return
            self.append(one)


class Clauses(NamedTuple):
    """The entries of a document by id, in order, with their lines."""

    entries: dict[str, Clause]
    lines: dict[str, int]

    def clause_of(self, covers: tuple[str, ...]) -> str:
        """The clause of the first entry a rule covers."""
        return next((self.entries[c].clause for c in covers if c in self.entries), "")


class Raw(NamedTuple):
    """A rule as written (rows and soft tier apart), its line, and the parameters it
    uses: all, and those without which it cannot be judged. `rule` is what it is with
    the pack's own values, None if it is none."""

    written: dict[str, Any]
    line: int
    params: frozenset[str]
    needed: frozenset[str]
    rule: Rule | None = None

    @property
    def id(self) -> str:
        """The rule's id, as far as it has one."""
        return str(self.written.get("id", "?"))


class Aside(NamedTuple):
    """By which rule another is set aside, from which day and to which (empty: from the
    beginning, for ever)."""

    by: str
    first: str = ""
    last: str = ""


class Pack(NamedTuple):
    """A pack as read; rules are made by `bind`, when the parameters are known.

    `sets` are parameters (`pack/name`) and `instead` rules (`pack/id`) of packs it
    extends; `unwaivable` are rules of theirs that nobody may waive, each with the clause
    that says so. `aside` are rules of this pack that another in force has set aside,
    `firm` those that another says nobody may waive, with its id and clause. `above` are
    all packs it stands on. `kinds` are those that it brings, and those of the packs it
    extends.
    """

    head: Head
    folder: Path
    leaders: tuple[str, ...]
    implies: dict[str, tuple[str, ...]]
    params: dict[str, Param]
    words: dict[str, dict[str, tuple[str, ...]]]
    raws: tuple[Raw, ...]
    clauses: Clauses
    problems: tuple[Problem, ...]
    sets: dict[str, Setting] = {}
    instead: dict[str, tuple[Aside, ...]] = {}
    unwaivable: dict[str, str] = {}
    aside: dict[str, tuple[Aside, ...]] = {}
    firm: dict[str, str] = {}
    above: tuple[str, ...] = ()
    kinds: tuple[OwnKind, ...] = ()

    @property
    def id(self) -> str:
        """The pack's id."""
        return self.head.id

    def full_id(self, rule: str) -> str:
        """The id of one of its rules, with its own."""
        return f"{self.head.id}/{rule}"

    @property
    def file(self) -> str:
        """How its rules' file is called."""
        return f"{self.folder.name}/pack.yaml"


def names_of(rule: str) -> Iterator[str]:
    """The names that mean a rule: its own (of its stricter tier, too), then that of the
    rule of which it is a row."""
    name = rule.removesuffix("~")
    while name:
        yield name
        name = name.rpartition("/")[0]


def is_of(rule: str, named: Collection[str]) -> str:
    """The one of some names that means a rule; empty if there is none."""
    return next((name for name in names_of(rule) if name in named), "")
