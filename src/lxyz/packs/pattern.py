"""Which facts a rule means: patterns, and what their attributes must be."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from lxyz.packs.texts import Level, Number, Slug


class Part(BaseModel):
    """Base of all parts of a pack: nothing unknown, nothing changed afterwards."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        populate_by_name=True,
        defer_build=True,
    )


class Condition(Part):
    """What a value must be, where equal or one-of is not enough."""

    all: tuple[str, ...] | None = None
    not_: tuple[str, ...] | None = Field(None, alias="not")
    min: Number | None = None
    max: Number | None = None
    over: Number | None = None
    under: Number | None = None
    is_: Literal["secretary", "committee", "leader", "officer", "member"] | None = (
        Field(None, alias="is")
    )
    which: dict[str, Wanted] | None = None
    in_order: tuple[str, ...] | None = None
    field: str | None = None


Wanted = str | tuple[str, ...] | Condition


class KindAll(Part):
    """All of these kinds at once."""

    all: tuple[Slug, ...]


class Pattern(BaseModel):
    """Which facts: reserved words, and a condition for each other word."""

    model_config = ConfigDict(
        extra="allow", frozen=True, strict=True, populate_by_name=True, defer_build=True
    )
    __pydantic_extra__: dict[str, Wanted]

    kind: Slug | tuple[Slug, ...] | KindAll
    level: Level | tuple[Level, ...] | None = None
    as_: str | tuple[str, ...] | None = Field(None, alias="as")
    link: Literal["subject"] | None = None
    same: tuple[str, ...] = ()
    root: Slug | None = None
