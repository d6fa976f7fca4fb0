"""The shape of a rule, strict: what a pack may say of a duty, and nothing else.

The JSON Schema of packs is made from these classes; the words are explained in
`docs/rule-language.md`.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from lxyz.packs.texts import (
    By,
    Day,
    Days,
    FixedDay,
    Late,
    Level,
    Modality,
    MonthDay,
    Number,
    Offset,
    Period,
    RuleId,
    Shift,
    Slug,
    Who,
    Whole,
    YesNo,
)


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


class Band(Part):
    """The wider window, in month-days or in days from the subject."""

    from_: Offset | None = Field(None, alias="from")
    to: Offset | None = None


class Window(Part):
    """A window of the year that a parameter may hold whole."""

    from_: MonthDay | None = Field(None, alias="from")
    to: MonthDay | None = None
    band: Band | None = None
    late: Late | None = None


class When(Part):
    """In which span; see the language reference, section 3."""

    every: Period | None = None
    from_: Offset | None = Field(None, alias="from")
    to: Offset | None = None
    by: By | None = None
    in_: Window | None = Field(None, alias="in")
    band: Band | None = None
    late: Late | None = None
    day: FixedDay | None = None
    shift: Shift | None = None
    needs: Literal["moved"] | None = None
    roll: Literal["next-workday"] | None = None
    after: Literal["subject", "subject.end", "subject.due"] | None = None
    before: Literal["subject", "subject.end", "subject.due"] | None = None
    around: Literal["subject"] | None = None
    during: Literal["subject"] | None = None
    within: Days | None = None
    same: Literal["month", "quarter", "year"] | None = None

    @property
    def anchors(self) -> list[str]:
        """What the span is counted from, where it is relative to a subject."""
        named = (self.after, self.before, self.around, self.during)
        due = self.by if self.by == "subject.due" else None
        return [one for one in (*named, due) if one is not None]

    @model_validator(mode="after")
    def one_anchor(self) -> When:
        """A span is a period, or relative to the subject, never both; days off belong
        to a subject, month-days to a period."""
        if len(self.anchors) + (self.every is not None) != 1:
            raise ValueError(
                "exactly one of every, after, before, around, during, by: subject.due"
            )
        band = self.band or Band()
        bounds = {
            "from": self.from_,
            "to": self.to,
            "band.from": band.from_,
            "band.to": band.to,
        }
        for name, text in bounds.items():
            if text is None or text.startswith("$"):
                continue
            if text.endswith("d") != (self.every is None):
                wanted = "a month-day" if self.every else "days, such as 7d"
                raise ValueError(f"{name}: {text}: here it is {wanted}")
        if self.around is not None and (self.from_ is None or self.to is None):
            raise ValueError("around needs from and to")
        return self

    @model_validator(mode="after")
    def fitting(self) -> When:
        """Words that belong together are together."""
        if self.every is None and (
            self.in_ or self.day or (self.by and not self.anchors)
        ):
            raise ValueError("in, day, by belong to every")
        if self.within is not None and self.after is None:
            raise ValueError("within belongs to after")
        if self.day is not None and (
            self.from_ or self.to or self.by or self.in_ or self.band
        ):
            raise ValueError("a fixed day has no other bounds")
        if self.day is not None and self.every not in ("month", None):
            raise ValueError("a fixed day is one of every month")
        if (self.shift or self.needs) and self.day is None:
            raise ValueError("shift and needs belong to day")
        if self.same is not None and self.every is not None:
            raise ValueError("same belongs to a span about a subject")
        return self


class Count(Part):
    """How many facts, how much, or which share of others."""

    of: Pattern | tuple[Pattern, ...]
    to: Pattern | None = None
    min: Number | None = None
    max: Number | None = None
    over: Number | None = None
    under: Number | None = None
    rounds: Literal["group"] | None = None
    sum: str | None = None
    distinct: str | None = None
    mean: str | None = None

    @model_validator(mode="after")
    def one_measure(self) -> Count:
        """A number, or one measure, or a share."""
        measures = (self.sum, self.distinct, self.mean, self.to)
        if sum(one is not None for one in measures) > 1:
            raise ValueError("at most one of to, sum, distinct, mean")
        if self.rounds and any(
            one is not None for one in (*measures, self.max, self.under)
        ):
            raise ValueError("rounds make a plain number")
        return self


class Item(Part):
    """One thing that a cover wants."""

    is_: str | None = Field(None, alias="is")
    any: tuple[str, ...] = ()
    label: str | None = None
    by: MonthDay | None = None

    @model_validator(mode="after")
    def named(self) -> Item:
        """It is one word, or any of several under a label."""
        if not self.is_ and not (self.any and self.label):
            raise ValueError("give `is`, or `any` with `label`")
        return self


class Cover(Part):
    """The union of a tag over facts holds every item."""

    of: Pattern | tuple[Pattern, ...]
    tag: str
    all: tuple[str | Item, ...]


class MembersIf(Part):
    """How many members like this there must be for the rule to apply."""

    which: dict[str, Wanted] = {}
    min: Whole | None = None
    max: Whole | None = None


class If(Part):
    """When the rule applies to a branch, by its profile on the due day."""

    committee: YesNo | None = None
    groups: YesNo | None = None
    category: tuple[str, ...] | None = None
    members: MembersIf | None = None
    set: str | None = None


class Run(Part):
    """Spans folded into one verdict that is broken only by so many in a row, or in all."""

    run: Whole | None = None
    total: Whole | None = None

    @model_validator(mode="after")
    def one_of_them(self) -> Run:
        """In a row, or in all."""
        if (self.run is None) == (self.total is None):
            raise ValueError("exactly one of run, total")
        return self


class Soft(Part):
    """The same rule tightened; only what differs is written."""

    when: dict[str, Any] | None = None
    count: dict[str, Any] | None = None
    title: str | None = None
    title_en: str | None = None


class Rule(Part):
    """One duty: for whom, when, and one test."""

    id: RuleId
    title: str
    title_en: str
    covers: tuple[str, ...] = Field(min_length=1)
    modality: Modality
    for_: Who = Field(alias="for")
    each: Pattern | None = None
    which: dict[str, Wanted] | None = None
    except_: dict[str, Wanted] | None = Field(None, alias="except")
    if_: If | None = Field(None, alias="if")
    when: When | Literal["now"] | None = None
    late: Literal["ever", "never"] | None = None
    count: Count | None = None
    has: dict[str, Wanted] | None = None
    cover: Cover | None = None
    attest: str | None = None
    attest_en: str | None = None
    under: str | None = None
    years: tuple[Whole, ...] | None = None
    since: Day | None = None
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None
    weak: YesNo = "no"
    fold: Literal["year", "no"] | Run | None = None
    reading: tuple[str, ...] = ()
    debtor: Literal["branch", "committee-above"] = "branch"
    remedy: str | None = None
    remedy_en: str | None = None
    level: Literal["branch", "unit"] = "branch"

    @model_validator(mode="after")
    def one_test(self) -> Rule:
        """Exactly one test; the parts fit each other."""
        tests = [self.count, self.has, self.cover, self.attest]
        if sum(test is not None for test in tests) != 1:
            raise ValueError("exactly one of count, has, cover, attest")
        if self.for_ == "fact" and self.each is None:
            raise ValueError("for: fact needs each")
        if self.has is not None and self.each is None and self.when != "now":
            raise ValueError("has needs each, or when: now")
        if self.when == "now" and self.each is not None:
            raise ValueError("when: now is of the profile, not of each")
        relative = isinstance(self.when, When) and self.when.every is None
        if relative and self.each is None:
            raise ValueError("a span relative to the subject needs each")
        if (self.which or self.except_) and self.for_ in (
            "branch",
            "group",
            "fact",
            "unit",
        ):
            raise ValueError("which and except narrow persons")
        if self.count is not None and self.count.rounds and self.for_ != "branch":
            raise ValueError("rounds belong to a number of the branch")
        return self

    @property
    def test(self) -> str:
        """Which of the four tests it is."""
        return next(
            name
            for name in ("count", "has", "cover", "attest")
            if getattr(self, name) is not None
        )
