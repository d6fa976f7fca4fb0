"""The closed grammar in which people may write a day.

Any other text raises a DateProblem, which shows the right spelling where it can be
derived. A text longer than `LONGEST` is refused without being parsed, so that no text
is slow to refuse.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from lxyz.base.late import late

LONGEST = 60  # characters
_WIDE = str.maketrans(
    "０１２３４５６７８９－／．～：（）\u3000\u00a0", "0123456789-/.~:()  "
)
_DASHES = str.maketrans("—–‐−", "----")
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_CHINESE_WEEKDAYS = "一二三四五六日"
_DATE = late(
    r"(\d{4}) *(?:([-/.]) *(\d{1,2}) *\2 *(\d{1,2})|年 *(\d{1,2}) *月 *(\d{1,2}) *[日号])"
    r"(?: *\(? *(?:(?:星期|周|礼拜)([一二三四五六日天])|([a-z]{3,9})) *\)?)?",
    re.ASCII | re.IGNORECASE,
)
_CN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_EXAMPLE = "2016-06-24"
_OTHER = "other", _EXAMPLE
_BEIJING = timezone(timedelta(hours=8))


class DateProblem(ValueError):
    """A text is not a date, period or time. `reason` is a key such as `weekday`;
    `shown` is the right spelling where it can be derived, else an example.

    For a text that matches no form (`unread`) both are worked out only when they are
    read: most callers drop the problem and try the text as a period next.
    """

    def __init__(self, reason: str, shown: str = _EXAMPLE, *, unread: str = "") -> None:
        super().__init__(reason)
        self._said = reason, shown
        self._unread = unread

    def _told(self) -> tuple[str, str]:
        return _refusal(self._unread) if self._unread else self._said

    @property
    def reason(self) -> str:
        """The key of the reason: one of those that `parse_date` lists."""
        return self._told()[0]

    @property
    def shown(self) -> str:
        """The right spelling, or an example of one."""
        return self._told()[1]


def halfwidth(text: str) -> str:
    """The text, trimmed, with full-width digits and date marks made half-width."""
    return text.translate(_WIDE).strip()


@lru_cache(maxsize=2048)  # the same few days are written again and again
def parse_date(text: str) -> date:
    """The day that a text names: 2016-06-24, 2016年6月24日（星期五）; years 1900 to 2199.

    Raises DateProblem with one of the reasons `weekday` (it is not the weekday of the
    day), `no-such-day`, `year`, `year-missing`, `day-missing`, `has-time`, `compact`
    (20160624), `excel` (a serial number), `range`, `several`, `order` (day first) or
    `other`.
    """
    try:  # nearly all days are written as 2016-06-24
        value = date.fromisoformat(text)
    except ValueError:
        pass
    else:
        if value.isoformat() == text and 1900 <= value.year <= 2199:
            return value
    if len(text) > LONGEST:
        raise DateProblem("other")
    plain = halfwidth(text)
    found = _DATE.fullmatch(plain)
    if not found:
        raise DateProblem("other", unread=plain)
    year = int(found[1])
    month, day = int(found[3] or found[5]), int(found[4] or found[6])
    try:
        value = date(year, month, day)
    except ValueError:
        raise DateProblem("no-such-day", _nearest(year, month)) from None
    if not 1900 <= year <= 2199:
        raise DateProblem("year")
    _check_weekday(value, found[7], found[8])
    return value


def _check_weekday(value: date, chinese: str | None, english: str | None) -> None:
    """Raises DateProblem where the written weekday is not that of the day."""
    if english:
        names = [name for name in WEEKDAYS if name.startswith(english.lower())]
        if not names:
            raise DateProblem("other", value.isoformat())
        agrees = names[0] == WEEKDAYS[value.weekday()]
    else:
        agrees = (
            not chinese
            or chinese.replace("天", "日") == _CHINESE_WEEKDAYS[value.weekday()]
        )
    if not agrees:
        raise DateProblem("weekday", f"星期{_CHINESE_WEEKDAYS[value.weekday()]}")


def _nearest(year: int, month: int) -> str:
    if 1900 <= year <= 2199 and 1 <= month <= 12:
        from calendar import monthrange

        return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"
    return _EXAMPLE


def _iso(year: str, month: str, day: str) -> str:
    """The right spelling of a day, or an example where there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return _EXAMPLE


_NO_DATES = (
    ("compact", late(r"(\d{4})(\d{2})(\d{2})", re.ASCII)),
    (
        "has-time",
        late(
            r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
            r"(?: *\(?(?:星期|周|礼拜).\)?)?(?:T| )*"
            r"(?:上午|下午|晚上|\d{1,2}[:时点]).*",
            re.ASCII,
        ),
    ),
    (
        "range",
        late(
            r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日? *(?:-|~|至|到|—|–|\.\.).*",
            re.ASCII,
        ),
    ),
    (
        "several",
        late(
            r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日? *[、,，;；和及] *\d.*",
            re.ASCII,
        ),
    ),
)
_NO_DAY = late(r"(\d{4})(?: *年 *(\d{1,2}) *月|[-/.](\d{1,2}))[^\d]{0,8}", re.ASCII)
_NO_YEAR = late(r"(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?", re.ASCII)
_SHORT_YEAR = late(r"(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)
_DAY_FIRST = late(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_EXCEL = late(r"[34]\d{4}", re.ASCII)
_CHINESE = late(
    "([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(.{1,3})[日号]"
)


def _refusal(plain: str) -> tuple[str, str]:
    """Why a text is no date: the key of the reason, and the right spelling or an
    example."""
    bare = plain.translate(_DASHES).strip("“”‘’\"'《》[]，。、；,.;")
    if bare != plain and _DATE.fullmatch(bare):
        return "other", bare
    if (stamp := _stamp(plain)) is not None:
        return "has-time", stamp
    for reason, form in _NO_DATES:
        if found := form.fullmatch(plain):
            return reason, _iso(found[1], found[2], found[3])
    if found := _NO_YEAR.fullmatch(plain):
        return "year-missing", _iso("2016", found[1], found[2])
    if found := _SHORT_YEAR.fullmatch(plain):
        return "year-missing", _iso(f"20{found[1]}", found[2], found[3])
    if found := _DAY_FIRST.fullmatch(plain):
        day, month = found[1], found[2]
        if int(month) > 12:
            day, month = month, day
        return "order", _iso(found[3], month, day)
    if _EXCEL.fullmatch(plain):
        excel = date(1899, 12, 30) + timedelta(days=int(plain))
        return "excel", excel.isoformat()
    if found := _CHINESE.fullmatch(plain):
        numbers = [found[1].translate(_CN_DIGITS), *map(cn_number, found.groups()[1:])]
        return "other", _iso(*numbers)
    if found := _NO_DAY.fullmatch(plain):
        return "day-missing", _iso(found[1], found[2] or found[3], "1")
    return _OTHER


def _stamp(plain: str) -> str | None:
    """The day in China (ISO) of a time stamp with a time zone; None if it is no such
    stamp."""
    # Without this test 2016-06-24至06-20 would be read as 06:00 with the zone -20:00.
    if "T" not in plain and ":" not in plain:
        return None
    try:
        moment = datetime.fromisoformat(plain)
        return moment.astimezone(_BEIJING).date().isoformat() if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def cn_number(text: str) -> str:
    """A Chinese number below 100 in digits: 二十四 gives 24. Other characters stay."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return text.translate(_CN_DIGITS)
    return f"{tens.translate(_CN_DIGITS) or '1'}{ones.translate(_CN_DIGITS) or '0'}"
