"""Patterns: which facts a rule means, and what their attributes must be."""

# No `from __future__ import annotations`: the declarations are read (see `Part`).

from collections.abc import Mapping
from typing import Literal

from lxyz.base.named import NamedTuple
from lxyz.packs.part import Part
from lxyz.packs.texts import KindName, Level, Number, RuleId, Worth, is_day_of_year


class Limits(NamedTuple):
    """The bounds of a number, as a pack writes them: at least, at most, more than, less
    than."""

    least: str | None = None
    most: str | None = None
    over: str | None = None
    under: str | None = None

    @property
    def lower(self) -> "Limits":
        """The bounds from below alone."""
        return Limits(least=self.least, over=self.over)

    @property
    def upper(self) -> "Limits":
        """The bounds from above alone."""
        return Limits(most=self.most, under=self.under)

    def or_one(self) -> "Limits":
        """These bounds; at least one, where there is none."""
        return self if any(self) else Limits("1")


class Condition(Part):
    """What a value must be, where equal or one-of is not enough."""

    all: tuple[str, ...] | None = None
    not_: tuple[str, ...] | None = None
    min: Number | None = None
    max: Number | None = None
    over: Number | None = None
    under: Number | None = None
    is_: Literal["secretary", "committee", "leader", "officer", "member"] | None = None
    which: dict[str, "Wanted"] | None = None
    in_order: tuple[str, ...] | None = None
    field: str | None = None
    apart: str | None = None
    of: str | None = None

    @property
    def limits(self) -> Limits:
        """The bounds of a number, or of the size of a set."""
        return Limits(self.min, self.max, self.over, self.under)

    def check(self) -> None:
        """A part (`of`) has bounds and goes with `which` alone; `which` can be asked of
        members."""
        check_which(self.which)
        if self.of is None:
            return
        if not any(self.limits):
            raise ValueError("of needs min, max, over or under")
        others = (self.all, self.not_, self.is_, self.in_order, self.field, self.apart)
        if any(others):
            raise ValueError("of goes with bounds and which alone")


def check_which(which: Mapping[str, "Wanted"] | None) -> None:
    """Raises ValueError if `here_on` is a day that no year has."""
    if which is not None and not is_day_of_year(which.get("here_on", "01-01")):
        raise ValueError("here_on is a day of the year")


Wanted = str | tuple[str, ...] | Condition
Condition.__annotations__["which"] = dict[str, Wanted] | None


class KindAll(Part):
    """All of these kinds at once."""

    all: tuple[KindName, ...]


class Pattern(Part):
    """Which facts: reserved words, and a condition for each other word."""

    REST = "wanted"

    kind: KindName | tuple[KindName, ...] | KindAll
    level: Level | tuple[Level, ...] | None = None
    as_: str | tuple[str, ...] | None = None
    link: Literal["subject", "self"] | None = None
    same: tuple[str, ...] = ()
    root: KindName | None = None
    worth: Worth | None = None
    rule: RuleId | None = None
    wanted: dict[str, Wanted] = {}

    def check(self) -> None:
        """`kind: unmet` and `rule` go together."""
        if (self.kind == "unmet") != (self.rule is not None):
            raise ValueError("kind: unmet and rule belong together")
