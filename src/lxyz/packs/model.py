"""The shape of a rule, strict: what a pack may say of a duty, and nothing else.

The JSON Schema of packs is made from these classes; the words are explained in
`docs/rule-language.en.md`.
"""

# No `from __future__ import annotations`: the declarations are read (see `Part`).

from typing import Literal

from lxyz.packs.part import Part, Some, listed
from lxyz.packs.pattern import (
    Condition,
    KindAll,
    Limits,
    Pattern,
    Wanted,
    check_which,
)
from lxyz.packs.span import Band, Bounds, When
from lxyz.packs.texts import (
    Day,
    Modality,
    MonthDay,
    Number,
    RuleId,
    Times,
    Who,
    Whole,
    YesNo,
)

__all__ = [
    "Band",
    "Bounds",
    "Condition",
    "Count",
    "Cover",
    "If",
    "Item",
    "KindAll",
    "Limits",
    "MembersIf",
    "Nth",
    "Part",
    "Pattern",
    "Rule",
    "Run",
    "Wanted",
    "When",
]


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

    @property
    def limits(self) -> Limits:
        """What bounds the number, the measure or the share."""
        return Limits(self.min, self.max, self.over, self.under)

    def check(self) -> None:
        """A number, or one measure, or a share."""
        measures = (self.sum, self.distinct, self.mean, self.to)
        shares = self.to is not None and self.distinct is not None
        if sum(one is not None for one in measures) > 1 + shares:
            raise ValueError(
                "at most one of to, sum, distinct, mean; only distinct goes with to"
            )
        if self.rounds and any(
            one is not None for one in (*measures, self.max, self.under)
        ):
            raise ValueError("rounds make a plain number")
        if self.to is not None and self.to.worth:
            raise ValueError("worth belongs to what a count counts (of)")
        several = listed(self.of)
        if (self.to is not None and self.to.rule) or any(one.rule for one in several):
            raise ValueError("unmet is what a rule is about: each")
        if any(one.worth for one in several) and any(
            one is not None for one in (*measures, self.rounds, self.over, self.under)
        ):
            raise ValueError("worth is of a plain number: min, max")


class Item(Part):
    """One thing that a cover wants."""

    is_: str | None = None
    any: tuple[str, ...] = ()
    label: str | None = None
    by: MonthDay | None = None
    covers: tuple[str, ...] = ()

    def check(self) -> None:
        """It is one word, or any of several under a label."""
        if not self.is_ and not (self.any and self.label):
            raise ValueError("give `is`, or `any` with `label`")

    @property
    def words(self) -> tuple[str, ...]:
        """The words any one of which is enough."""
        return self.any or listed(self.is_)

    @property
    def name(self) -> str:
        """The name under which it is shown: its label, else its word."""
        return self.label or self.words[0]


class Cover(Part):
    """The union of a tag over facts holds every item, or at least so many of them."""

    of: Pattern | tuple[Pattern, ...]
    tag: str
    all: tuple[str | Item, ...]
    min: Whole | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The wanted items; a bare word is an item, too."""
        return tuple(Item(is_=x) if isinstance(x, str) else x for x in self.all)


class MembersIf(Part):
    """How many members like this there must be for the rule to apply."""

    which: dict[str, Wanted] = {}
    min: Whole | None = None
    max: Whole | None = None

    def check(self) -> None:
        """The conditions on members can be asked."""
        check_which(self.which)


class If(Part):
    """When the rule applies to a branch, by its profile on the due day."""

    committee: YesNo | None = None
    groups: YesNo | None = None
    households: YesNo | None = None
    slot: YesNo | None = None
    category: tuple[str, ...] | None = None
    members: MembersIf | None = None
    set: str | None = None


class Run(Part):
    """Spans folded into one verdict that is broken only by so many in a row, or in all."""

    run: Whole | None = None
    total: Whole | None = None

    def check(self) -> None:
        """In a row, or in all."""
        if (self.run is None) == (self.total is None):
            raise ValueError("exactly one of run, total")


class Nth(Part):
    """Every so many, or so many in a row among the facts that another pattern means."""

    every: Times | None = None
    run: Times | None = None
    of: Pattern | None = None

    def check(self) -> None:
        """Exactly one of the two; a row needs the facts among which it is counted."""
        if (self.every is None) == (self.run is None):
            raise ValueError("exactly one of every, run")
        if (self.run is None) != (self.of is None):
            raise ValueError("run and of belong together")
        if self.of is not None and (self.of.link or self.of.same):
            raise ValueError("nth.of stands alone: no link, no same")


class Rule(Part):
    """One duty: for whom, when, and one test."""

    id: RuleId
    title: str
    title_en: str
    covers: Some[str]
    modality: Modality
    for_: Who
    each: Pattern | None = None
    nth: Times | Nth | None = None
    which: dict[str, Wanted] | None = None
    except_: dict[str, Wanted] | None = None
    if_: If | None = None
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
    from_: Day | None = None
    to: Day | None = None
    weak: YesNo = "no"
    waivable: YesNo = "yes"
    fold: Literal["year", "no"] | Run | None = None
    reading: tuple[str, ...] = ()
    debtor: Literal["branch", "committee-above"] = "branch"
    remedy: str | None = None
    remedy_en: str | None = None
    level: Literal["branch", "unit"] = "branch"

    def check(self) -> None:
        """Exactly one test; the parts fit each other."""
        self._one_test()
        check_which(self.which)
        check_which(self.except_)
        self._fitting()
        self._counting_out()
        if self.each is not None and self.each.rule is not None:
            self._following()

    def _one_test(self) -> None:
        tests = [self.count, self.has, self.cover, self.attest]
        if sum(test is not None for test in tests) != 1:
            raise ValueError("exactly one of count, has, cover, attest")

    def _fitting(self) -> None:
        """Subjects, `each` and `when` go together."""
        if self.for_ == "fact" and self.each is None:
            raise ValueError("for: fact needs each")
        if self.has is not None and self.each is None and self.when != "now":
            raise ValueError("has needs each, or when: now")
        if self.when == "now" and self.each is not None:
            raise ValueError("when: now is of the profile, not of each")
        span = self.span
        if span is not None and span.every is None and self.each is None:
            raise ValueError("a span relative to the subject needs each")
        if span is not None and span.after == "period" and self.each is not None:
            raise ValueError("after: period closes a period, not a record: no each")
        if span is not None and span.before == "period" and self.each is not None:
            raise ValueError("before: period is before a period, not a record: no each")
        if (self.which or self.except_) and self.for_ in (
            "branch",
            "group",
            "fact",
            "unit",
        ):
            raise ValueError("which and except narrow persons")
        if self.count is not None and self.count.rounds and self.for_ != "branch":
            raise ValueError("rounds belong to a number of the branch")

    def _counting_out(self) -> None:
        """`nth` and `worth` stand only where they mean something."""
        if self.nth is not None:
            if self.each is None or self.for_ == "fact":
                raise ValueError(
                    "nth is of the records of a subject: each, not for: fact"
                )
            span = self.span
            if span and "subject.due" in (span.by, span.after, span.before):
                raise ValueError("nth counts by days: no subject.due")
        other = self.nth.of if self.nth and not isinstance(self.nth, str) else None
        covered = () if self.cover is None else listed(self.cover.of)
        if any(one is not None and one.worth for one in (self.each, other, *covered)):
            raise ValueError("worth belongs to what a count counts (of)")
        if any(one is not None and one.rule for one in (other, *covered)):
            raise ValueError("unmet is what a rule is about: each")

    def _following(self) -> None:
        """A rule about `unmet` asks for something to do, after the duty was not
        kept."""
        if self.count is None and self.cover is None:
            raise ValueError("unmet is followed by something to do: count, cover")
        span = self.span
        if span and (span.before or span.around or span.during or span.by):
            raise ValueError("unmet is known afterwards: after, every")

    @property
    def span(self) -> When | None:
        """The days in which the rule is to be kept.

        None where it says nothing of that, or is of the profile as it stands (`when:
        now`)."""
        return None if isinstance(self.when, str) else self.when

    @property
    def test(self) -> str:
        """The name of its test: count, has, cover or attest."""
        return next(
            name
            for name in ("count", "has", "cover", "attest")
            if getattr(self, name) is not None
        )
