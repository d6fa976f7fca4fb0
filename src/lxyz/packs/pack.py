"""The shape of the files of a pack: `pack.yaml` and `clauses.yaml`."""

# No `from __future__ import annotations`: the declarations are read (see `Part`).

from typing import Any, Literal

from lxyz.packs.model import Part
from lxyz.packs.texts import (
    Day,
    KindName,
    Modality,
    OtherName,
    OwnName,
    ParamName,
    Slug,
    Year,
    YesNo,
)


class Head(Part):
    """What the pack is."""

    id: Slug
    version: str
    title: str
    title_en: str
    document: str
    year: Year
    extends: tuple[Slug, ...] = ()
    from_: Day | None = None
    to: Day | None = None


class Kind(Part):
    """A kind of record that the vocabulary does not know, and one that it does know,
    like which it is written."""

    like: KindName
    also: tuple[OtherName, ...] = ()


class Param(Part):
    """What the text leaves open; without a value it is unset."""

    value: Any = None
    source: Literal["text", "tool"]
    fixed: YesNo = "no"
    reading: str | None = None
    title: str | None = None
    title_en: str | None = None


class By(Part):
    """Who allowed it, and in which document."""

    org: str
    doc: str


class Setting(Part):
    """A parameter of a pack extended, filled or moved."""

    value: Any
    clause: str
    by: By | None = None


class PackFile(Part):
    """A whole `pack.yaml`; `rules` are checked one by one after rows and parameters."""

    pack: Head
    leaders: tuple[str, ...] = ()
    kinds: dict[OwnName, Kind] = {}
    implies: dict[KindName, tuple[KindName, ...]] = {}
    params: dict[ParamName, Param] = {}
    set: dict[str, Setting] = {}
    unwaivable: dict[str, str] = {}
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    rules: tuple[dict[str, Any], ...] = ()


class Clause(Part):
    """One entry of `clauses.yaml`: a clause and what became of it."""

    id: str
    clause: str
    subject: str
    actor: Literal[
        "branch",
        "group",
        "member",
        "leading-cadre",
        "secretary",
        "branch-committee",
        "committee-above",
        "other",
    ]
    modality: Modality
    checkable: Literal["yes", "partly", "no"]
    became: Literal["judged", "attest", "definition", "above", "not-judged"]
    why: str | None = None

    def check(self) -> None:
        """What is not judged says why."""
        if self.became in ("definition", "above", "not-judged") and not self.why:
            raise ValueError("why is required")


class ClausesFile(Part):
    """A whole `clauses.yaml`."""

    clauses: tuple[Clause, ...]
