"""The closed grammars of texts in packs: numbers, days, month-days, slugs.

Packs are read as text and parameters are put in before a rule is checked, so `$name`
in a rule means a parameter that is not set.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

UNSET = r"\$[a-z][a-z0-9_]*"
_MONTH_DAY = r"(next )?\d{1,2}-(\d{1,2}|last)"
_DATE = r"\d{4}-\d\d-\d\d"
_DAYS = r"-?\d+(d|wd)"
_WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"

Number = Annotated[
    str, Field(pattern=rf"^(\d+(\.\d+)?|\d+/[1-9]\d*|\d+(\.\d+)?%|{UNSET})$")
]
Whole = Annotated[str, Field(pattern=rf"^(\d+|{UNSET})$")]
Days = Annotated[str, Field(pattern=rf"^({_DAYS}|{UNSET})$")]
Shift = Annotated[str, Field(pattern=rf"^(\d+d|{UNSET})$")]
MonthDay = Annotated[str, Field(pattern=rf"^({_MONTH_DAY}|{_DATE}|{UNSET})$")]
Offset = Annotated[str, Field(pattern=rf"^({_MONTH_DAY}|{_DATE}|{_DAYS}|{UNSET})$")]
By = Annotated[str, Field(pattern=rf"^({_MONTH_DAY}|{_DATE}|subject\.due|{UNSET})$")]
Late = Annotated[
    str, Field(pattern=rf"^(never|ever|{_MONTH_DAY}|\+\d+(d| months?)|{UNSET})$")
]
Day = Annotated[str, Field(pattern=rf"^({_DATE}|{UNSET})$")]
FixedDay = Annotated[
    str,
    Field(
        pattern=rf"^(\d{{1,2}}|(first|second|third|fourth|last) {_WEEKDAY}|"
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
