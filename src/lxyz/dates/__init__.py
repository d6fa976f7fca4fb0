"""Days, spans and periods: how people write them, and the calendar.

A `Span` holds its first and its last day, both included, everywhere in lxyz. Nothing
here reads the clock. `dateutil.parser` is never used: it guesses.
"""

from lxyz.dates.days import WEEKDAYS, DateProblem, halfwidth, parse_date
from lxyz.dates.fixed import fixed_day, weekday_of
from lxyz.dates.periods import TimeOfDay, parse_period, parse_span, parse_time
from lxyz.dates.spans import (
    DAY,
    FOREVER,
    MONTHS,
    YEARS,
    Span,
    add_months,
    containing,
    month_day,
    month_span,
    nth_weekday,
    periods,
    quarter_span,
    shift,
    year_span,
)

__all__ = [
    "DAY",
    "FOREVER",
    "MONTHS",
    "WEEKDAYS",
    "YEARS",
    "DateProblem",
    "Span",
    "TimeOfDay",
    "add_months",
    "containing",
    "fixed_day",
    "halfwidth",
    "month_day",
    "month_span",
    "nth_weekday",
    "parse_date",
    "parse_period",
    "parse_span",
    "parse_time",
    "periods",
    "quarter_span",
    "shift",
    "weekday_of",
    "year_span",
]
