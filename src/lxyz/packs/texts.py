"""The closed grammars of texts in packs: numbers, days, month-days, slugs.

Packs are read as text and parameters are put in before a rule is checked, so `$name`
in a rule means a parameter that is not set.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

UNSET = r"\$[a-z][a-z0-9_]*"
_MONTH_DAY = r"(next )?(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01]|last)"
_DATE = r"\d{4}-\d\d-\d\d"
_DAYS = r"-?\d+(d|wd)"
_WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"


def _real(text: str) -> str:
    """A text that, if it has the form of a day, is one: there is no 02-30."""
    if re.fullmatch(_DATE, text):
        date.fromisoformat(text)
    return text


Number = Annotated[
    str, Field(pattern=rf"^(\d+(\.\d+)?|\d+/[1-9]\d*|\d+(\.\d+)?%|{UNSET})$")
]
Whole = Annotated[str, Field(pattern=rf"^(\d+|{UNSET})$")]
Days = Annotated[str, Field(pattern=rf"^({_DAYS}|{UNSET})$")]
Shift = Annotated[str, Field(pattern=rf"^(\d+d|{UNSET})$")]
MonthDay = Annotated[
    str, Field(pattern=rf"^({_MONTH_DAY}|{_DATE}|{UNSET})$"), AfterValidator(_real)
]
Offset = Annotated[
    str,
    Field(pattern=rf"^({_MONTH_DAY}|{_DATE}|{_DAYS}|{UNSET})$"),
    AfterValidator(_real),
]
By = Annotated[
    str,
    Field(pattern=rf"^({_MONTH_DAY}|{_DATE}|subject\.due|{UNSET})$"),
    AfterValidator(_real),
]
Late = Annotated[
    str, Field(pattern=rf"^(never|ever|{_MONTH_DAY}|\+\d+(d| months?)|{UNSET})$")
]
Day = Annotated[str, Field(pattern=rf"^({_DATE}|{UNSET})$"), AfterValidator(_real)]
Year = Annotated[str, Field(pattern=r"^\d{4}$")]
FixedDay = Annotated[
    str,
    Field(
        pattern=rf"^(0?[1-9]|[12]\d|3[01]|(first|second|third|fourth|last) {_WEEKDAY}|"
        rf"branch\.fixed_day|{UNSET})$"
    ),
]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
RuleId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?~?$")]
ParamName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]

YesNo = Literal["yes", "no"]
Who = Literal[
    "branch", "group", "member", "leader", "secretary", "committee", "fact", "unit"
]
Level = Literal["branch", "group", "member", "above"]
Modality = Literal["must", "should", "may", "goal"]
Period = Literal["year", "half", "quarter", "two-months", "month", "week"]
