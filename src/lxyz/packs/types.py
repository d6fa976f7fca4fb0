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
"""At most so many problems of a pack are listed."""


class Problem(NamedTuple):
    """Something wrong in a pack: the file, the line and a message."""

    file: str
    line: int
    text: str


class Problems(list[Problem]):
    """The problems found so far, at most MOST_PROBLEMS: who mends those will look
    again.

    `extend` takes nothing more from its argument once the list is full."""

    @property
    def is_full(self) -> bool:
        """Whether no further problem is taken."""
        return len(self) > MOST_PROBLEMS

    def extend(self, found: Iterable[Problem]) -> None:
        """Takes what is found; the first one too many is replaced by a message that
        says so."""
        if self.is_full:
            return
        for one in found:
            if len(self) == MOST_PROBLEMS:
                self.append(one._replace(text=f"more than {MOST_PROBLEMS} problems"))
                return
            self.append(one)


class Clauses(NamedTuple):
    """The entries of `clauses.yaml` by id, in order, and their lines."""

    entries: dict[str, Clause]
    lines: dict[str, int]

    def clause_of(self, covers: tuple[str, ...]) -> str:
        """The clause of the first of these entries that there is; empty for none."""
        return next((self.entries[c].clause for c in covers if c in self.entries), "")


class Raw(NamedTuple):
    """A rule as written; rows and the stricter tier are rules of their own.

    - `written`: the rule as texts
    - `line`: its line in `pack.yaml`
    - `params`: the parameters it uses
    - `needed`: those of them without which it cannot be judged
    - `rule`: the rule with the pack's own values; None where it is not well formed
    """

    written: dict[str, Any]
    line: int
    params: frozenset[str]
    needed: frozenset[str]
    rule: Rule | None = None

    @property
    def id(self) -> str:
        """The id of the rule; `?` where it has none."""
        return str(self.written.get("id", "?"))


class Aside(NamedTuple):
    """The rule (`by`, its full id) that sets another aside, and the days from `first`
    to `last`.

    An empty day means from the beginning, or for ever."""

    by: str
    first: str = ""
    last: str = ""


class Pack(NamedTuple):
    """A pack as read; `bind` makes its rules when the parameters are known.

    - `head`: id, version, titles, document, year
    - `folder`: where it lies
    - `leaders`: the leading ranks (A38)
    - `implies`: kinds, with those that a record of them also is
    - `params`: the parameters
    - `words`: aliases of words, by attribute
    - `raws`: the rules as written
    - `clauses`: the entries of `clauses.yaml`
    - `problems`: what is wrong with it
    - `sets`: parameters (`pack/name`) that it sets in packs it extends
    - `instead`: rules (`pack/id`) of those that it replaces
    - `unwaivable`: rules of those that nobody may waive, each with the clause
    - `aside`: its rules that another pack in force has set aside
    - `firm`: its rules that another pack calls unwaivable, with that pack's id and clause
    - `above`: the ids of all packs it stands on
    - `kinds`: the kinds of record that it and the packs it extends bring
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
        """The full id of one of its rules: `pack/rule`."""
        return f"{self.head.id}/{rule}"

    @property
    def file(self) -> str:
        """The name of its rules' file as it is shown."""
        return f"{self.folder.name}/pack.yaml"


def names_of(rule: str) -> Iterator[str]:
    """The names by which a rule may be meant: its own without `~`, then that of its
    table."""
    name = rule.removesuffix("~")
    while name:
        yield name
        name = name.rpartition("/")[0]


def is_of(rule: str, named: Collection[str]) -> str:
    """The name, among some, that means a rule; empty if there is none."""
    return next((name for name in names_of(rule) if name in named), "")
