"""The closed grammars of texts in packs: numbers, days, month-days, slugs.

Packs are read as text and parameters are put in before a rule is checked, so `$name`
in a rule means a parameter that is not set.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

UNSET = r"\$[a-z][a-z0-9_]*"
_MONTH_DAY = r"(next )?(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01]|last)"
_DATE = r"\d{4}-\d\d-\d\d"
# Days and months are few enough to be counted: a rule of a thousand years is none.
_DAYS = r"-?\d{1,4}(d|wd|m)"
_LEAP = 2016
_WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"


def place_of(text: str) -> tuple[int, ...] | None:
    """A month-day (whether it is of the next year, the month, the day; of the last of a
    month the 31st), or so many days, as numbers to be compared with another of its form;
    None of a date, of working days, and of what a parameter holds."""
    if text.endswith("d") and text[:-1].removeprefix("-").isdecimal():
        return (int(text[:-1]),)
    month, _, day = text.removeprefix("next ").partition("-")
    if not (month.isdecimal() and len(month) < 3):
        return None
    return text.startswith("next "), int(month), 31 if day == "last" else int(day)


def is_day_of_year(text: object) -> bool:
    """Whether a value is a month and a day that some year has, or a parameter that is
    not set."""
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
    """A value that is none of what may stand there; models say which, and why."""


class Form:
    """A grammar of texts: a pattern, and whether a text in the form of a day must be
    one (there is no 02-30). `often`: what of the grammar nearly all texts are, so that
    the rest need not be compiled for them."""

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
        """The text. Raises ValueError if it is none of this form."""
        if type(text) is not str:
            raise RefusedError(text)
        if not self._match_often(text) and not (self._often and self._match(text)):
            raise RefusedError(text)
        if self.dated and len(text) == 10 and text[4] == text[7] == "-":
            date.fromisoformat(text)
        return text


# A rule that asks for more than thousands asks for nothing a branch can do.
_COUNT = r"\d{1,4}"
Number = Annotated[
    str,
    Form(
        rf"({_COUNT}(\.\d{{1,6}})?|{_COUNT}/[1-9]\d{{0,3}}|{_COUNT}(\.\d{{1,6}})?%|{UNSET})"
    ),
]
# Which of several, or how many of them: never none.
Times = Annotated[str, Form(rf"([1-9]\d{{0,2}}|{UNSET})")]
# How many one record counts as: never nothing.
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
# A year that --year takes: days before and after it are days.
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
# A kind of the vocabulary, or one that the pack brings, which goes by its Chinese name.
_OWN = r"[\u3400-\u9fff][\u3007\u3400-\u9fffA-Za-z0-9·-]{1,19}"
OwnName = Annotated[str, Form(_OWN)]
OtherName = Annotated[str, Form(rf"([a-z][a-z0-9-]{{1,39}}|{_OWN})")]
KindName = Annotated[str, Form(rf"({_SLUG}|{_OWN})", often=_SLUG)]
RuleId = Annotated[str, Form(rf"{_SLUG}(/{_SLUG})?~?")]
NO_TIER = f"String should match pattern '^{_SLUG}$'"
"""What is wrong with an id that says of itself that it is of a `soft` tier."""
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
