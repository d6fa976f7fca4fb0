"""The closed grammars of texts in packs: numbers, days, month-days, ids.

Parameters are put into the texts before a rule is checked: a `$name` that is left means
a parameter without a value."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

UNSET = r"\$[a-z][a-z0-9_]*"
_MONTH_DAY = r"(next )?(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01]|last)"
_DATE = r"\d{4}-\d\d-\d\d"
# At most four digits: no rule counts more days.
_DAYS = r"-?\d{1,4}(d|wd|m)"
_LEAP = 2016
_WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"


def place_of(text: str) -> tuple[int, ...] | None:
    """A bound as numbers, to compare it with another of the same form.

    A month-day is (is it of the next year, month, day), the last day of a month being
    the 31st; `7d` is (7,). None for dates, working days and parameters without a
    value."""
    if text.endswith("d") and text[:-1].removeprefix("-").isdecimal():
        return (int(text[:-1]),)
    month, _, day = text.removeprefix("next ").partition("-")
    if not (month.isdecimal() and len(month) < 3):
        return None
    return text.startswith("next "), int(month), 31 if day == "last" else int(day)


def is_day_of_year(text: object) -> bool:
    """Whether a value is a month-day that some year has, or a parameter without a
    value."""
    if type(text) is not str:
        return False
    found = re.fullmatch(rf"(?:(\d\d?)-(\d\d?)|{UNSET})", text)
    try:
        return found is not None and (
            found[1] is None or bool(date(_LEAP, int(found[1]), int(found[2])))
        )
    except ValueError:
        return False


class RefusedError(ValueError):
    """A value that may not stand there; the pydantic models say why."""


class Form:
    """A grammar of texts.

    `dated`: a text in the form of a date must be one (there is no 02-30). `often`: a
    simpler grammar that nearly all texts have, so that the whole one is rarely
    compiled."""

    def __init__(self, grammar: str, *, dated: bool = False, often: str = "") -> None:
        self.pattern = f"^{grammar}$"
        self.dated = dated
        self._often = often

    @cached_property
    def _match(self) -> Callable[[str], object]:
        return re.compile(self.pattern).fullmatch

    @cached_property
    def _match_often(self) -> Callable[[str], object]:
        return re.compile(self._often).fullmatch if self._often else self._match

    def read(self, text: Any) -> str:
        """The text. Raises ValueError if it is not of this form."""
        if type(text) is not str:
            raise RefusedError(text)
        if not self._match_often(text) and not (self._often and self._match(text)):
            raise RefusedError(text)
        if self.dated and len(text) == 10 and text[4] == text[7] == "-":
            date.fromisoformat(text)
        return text


# At most four digits: no branch can do more.
_COUNT = r"\d{1,4}"
Number = Annotated[
    str,
    Form(
        rf"({_COUNT}(\.\d{{1,6}})?|{_COUNT}/[1-9]\d{{0,3}}|{_COUNT}(\.\d{{1,6}})?%|{UNSET})"
    ),
]
# The number of `nth`: at least 1.
Times = Annotated[str, Form(rf"([1-9]\d{{0,2}}|{UNSET})")]
# How much one record counts: more than 0.
Worth = Annotated[
    str,
    Form(
        rf"([1-9]\d{{0,2}}(\.\d{{1,2}})?|0\.(\d?[1-9]|[1-9]\d)|[1-9]\d{{0,2}}/[1-9]\d{{0,2}}|{UNSET})"
    ),
]
Whole = Annotated[str, Form(rf"({_COUNT}|{UNSET})")]
Month = Annotated[str, Form(r"(0?[1-9]|1[0-2])")]
Days = Annotated[str, Form(rf"({_DAYS}|{UNSET})")]
Shift = Annotated[str, Form(rf"(\d{{1,4}}w?d|{UNSET})")]
MonthDay = Annotated[str, Form(rf"({_MONTH_DAY}|{_DATE}|{UNSET})", dated=True)]
Offset = Annotated[str, Form(rf"({_MONTH_DAY}|{_DATE}|{_DAYS}|{UNSET})", dated=True)]
By = Annotated[str, Form(rf"({_MONTH_DAY}|{_DATE}|subject\.due|{UNSET})", dated=True)]
Late = Annotated[
    str, Form(rf"(never|ever|{_MONTH_DAY}|\+\d{{1,4}}(d| months?)|{UNSET})")
]
Day = Annotated[str, Form(rf"({_DATE}|{UNSET})", dated=True)]
# The years that --year takes.
Year = Annotated[str, Form(r"(19|2[01])\d\d")]
FirstYear = Annotated[str, Form(rf"((19|2[01])\d\d|{UNSET})")]
FixedDay = Annotated[
    str,
    Form(
        rf"(0?[1-9]|[12]\d|3[01]|((first|second|third|fourth|last) )?{_WEEKDAY}|(first|last) workday|"
        rf"branch\.fixed_day|{UNSET})"
    ),
]
_SLUG = r"[a-z0-9][a-z0-9-]*"
Slug = Annotated[str, Form(_SLUG)]
# A kind is one of the vocabulary, or one that the pack brings, by its Chinese name.
_OWN = r"[\u3400-\u9fff][\u3007\u3400-\u9fffA-Za-z0-9·-]{1,19}"
OwnName = Annotated[str, Form(_OWN)]
OtherName = Annotated[str, Form(rf"([a-z][a-z0-9-]{{1,39}}|{_OWN})")]
KindName = Annotated[str, Form(rf"({_SLUG}|{_OWN})", often=_SLUG)]
RuleId = Annotated[str, Form(rf"{_SLUG}(/{_SLUG})?~?")]
NO_TIER = f"String should match pattern '^{_SLUG}$'"
"""The message for an id that ends in `~`, which is kept for `soft` tiers."""
ParamName = Annotated[str, Form(r"[a-z][a-z0-9_]*")]

YesNo = Literal["yes", "no"]
Who = Literal[
    "branch", "group", "member", "leader", "secretary", "committee", "fact", "unit"
]
Level = Literal["branch", "group", "member", "above"]
Modality = Literal["must", "should", "may", "goal"]
Period = Literal[
    "year",
    "two-years",
    "three-years",
    "four-years",
    "five-years",
    "half",
    "quarter",
    "two-months",
    "month",
    "two-weeks",
    "week",
]
