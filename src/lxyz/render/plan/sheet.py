"""A plan as a sheet that is printed and filed (Office Open XML)."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from lxyz.errors import UsageError
from lxyz.plan import Plan
from lxyz.render.page.safe import clean
from lxyz.render.page.style import Style
from lxyz.render.plan.table import HEADS, heading, rows
from lxyz.vocabulary import say

MOST = 32767
"""Characters that fit into a cell."""
_WIDTHS = (17, 60, 16, 14, 16)
_A4 = 9
_DAY = {"zh": '[$-804]m"月"d"日" dddd', "en": "yyyy-mm-dd ddd"}
# A text stays a text, even if it looks like a formula, a link or a number.
_TEXTS_STAY = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}


def plan_sheet(plan: Plan, style: Style) -> bytes:
    """The plan as an xlsx file; the same plan gives the same bytes.

    Days are dates, so that they can be sorted; all else is text. Raises UsageError E222
    without the library."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise UsageError("E222", format="xlsx", library="XlsxWriter") from None
    lang = style.lang
    stream = BytesIO()
    title = _cell(heading(plan, lang), lang)
    with Workbook(stream, _TEXTS_STAY) as book:
        made = datetime.combine(plan.as_of, time())
        book.set_properties({"title": title, "created": made})
        sheet = book.add_worksheet(say(lang, "学习计划表", "Study plan"))
        _set_up(sheet, book)
        cells = _Cells(book, lang)
        sheet.merge_range(0, 0, 0, len(_WIDTHS) - 1, "", cells.title)
        sheet.write_string(0, 0, title, cells.title)
        for column, head in enumerate(HEADS[lang]):
            sheet.write_string(1, column, head, cells.head)
        for number, row in enumerate(rows(plan, lang), 2):
            for column, value in enumerate(row):
                cells.write(sheet, number, column, value)
    return stream.getvalue()


def _set_up(sheet: Any, book: Any) -> None:
    """Sets the widths of columns and the printing: A4 landscape, the heads of the
    columns on each page."""
    book.formats[0].set_font_name("宋体")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 32)
    sheet.freeze_panes(2, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.center_horizontally()
    sheet.set_footer("&C&P / &N")


class _Cells:
    """Writes cells in one of a few styles."""

    def __init__(self, book: Any, lang: str) -> None:
        self._lang = lang
        plain = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
        boxed = {**plain, "border": 1, "text_wrap": True}
        middle = {"align": "center", "bold": True}
        self.title = book.add_format({**plain, **middle, "font_size": 16})
        self.head = book.add_format({**boxed, **middle})
        self._text = book.add_format(boxed)
        # With a quote prefix a text does not become a formula when the cell is edited.
        self._kept = book.add_format({**boxed, "quote_prefix": True})
        self._day = book.add_format(
            {**boxed, "num_format": _DAY[lang], "align": "left"}
        )

    def write(self, sheet: Any, row: int, column: int, value: date | str) -> None:
        """Writes a day as a date, or a text as a text."""
        if isinstance(value, date):
            sheet.write_datetime(
                row, column, datetime.combine(value, time()), self._day
            )
            return
        text = _cell(value, self._lang)
        look = self._kept if text[:1] in tuple("=+-@") else self._text
        sheet.write_string(row, column, text, look)


def _cell(text: str, lang: str) -> str:
    """A text that fits into a cell, with invisible characters made visible."""
    text = clean(text)
    if len(text) <= MOST:
        return text
    told = say(lang, f"……（共 {len(text)} 字）", f"... ({len(text)} in all)")
    return text[: MOST - len(told)] + told
