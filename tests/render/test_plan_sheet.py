"""Plans as sheets, read back by another library, and as the bare parts of a zip."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl
import pytest

from lxyz.errors import UsageError
from lxyz.plan import Draft
from lxyz.render.page.style import Style
from lxyz.render.plan.sheet import MOST, plan_sheet

from .planned import DAY, SPAN, a_draft, a_plan
from .test_calendar import HOSTILE

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def opened(data: bytes) -> Any:
    """The one sheet of a book."""
    book = openpyxl.load_workbook(BytesIO(data))
    assert len(book.worksheets) == 1
    return book.worksheets[0]


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a book; each is XML."""
    with ZipFile(BytesIO(data)) as file:
        found = {one.filename: file.read(one) for one in file.infolist()}
    for text in found.values():
        ET.fromstring(text)  # noqa: S314 - our own bytes
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sheet_has_a_row_for_each_item(lang: str) -> None:
    """A title, the heads, a row an item; days are days."""
    plan = a_plan(a_draft(group="一组", topic="甲", responsible="all"))
    sheet = opened(plan_sheet(plan, Style(lang=lang)))
    english = lang == "en"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == (
        "第九|支部 2016: study plan" if english else "第九|支部 2016年学习计划表"
    )
    assert rows[1] == (
        ["When", "What", "How", "Who", "Note"]
        if english
        else ["时间", "内容", "形式", "责任人", "备注"]
    )
    kinds = "Party lecture; " if english else "党课；"
    who = "all" if english else "全体"
    assert rows[2][0].date() == DAY
    assert rows[2][1:] == [f"{kinds}专题：甲", "党小组会", who, "一组"]
    assert rows[3][0] == "2016-06"
    assert rows[3][4] == ("own choice" if english else "自选")
    assert len(rows) == 4
    assert sheet.title == ("Study plan" if english else "学习计划表")


def test_how_it_is_printed() -> None:
    """A4 across, as wide as the page, the heads on each page and in view."""
    sheet = opened(plan_sheet(a_plan(a_draft()), Style()))
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth in (None, 1)  # 1 where it is not written
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.freeze_panes == "A3"
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:E1"]
    widths = [sheet.column_dimensions[name].width for name in "ABCDE"]
    assert widths[1] == max(widths)
    assert widths[0] > len("12月31日 星期六") + 5  # five Han take ten columns
    assert sheet["B3"].alignment.wrap_text
    assert sheet["A3"].number_format == '[$-804]m"月"d"日" dddd'


@pytest.mark.parametrize("text", [*HOSTILE, "+1", "-1", "@SUM(A1)", "{=1}", "http://x"])
def test_no_text_is_more_than_a_text(text: str) -> None:
    """No formula, no link, nothing from outside; whatever a text looks like."""
    plan = Draft(["study-plan"], DAY, "document", SPAN)
    plan.values["items"] = [
        {
            "when": text,
            "kind": ["collective-study"],
            "content": text,
            "form": text,
            "responsible": text,
            "group": text,
        }
    ]
    data = plan_sheet(a_plan(plan, a_draft(), branch=text), Style())
    row = [cell for cell in opened(data)[5] if cell.value is not None]
    assert all(cell.data_type == "s" for cell in row)
    if text.isprintable() and text and len(text) < 100:
        assert [cell.value for cell in row] == [text, f"集体学习；{text}", *[text] * 3]
    for name, part in parts(data).items():
        tree = ET.fromstring(part)  # noqa: S314 - our own bytes
        for tag in ("f", "hyperlink", "hyperlinks", "externalReference"):
            assert not list(tree.iter(MAIN + tag)), name
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in part


@pytest.mark.parametrize(("text", "kept"), [("=1", True), ("1=", False), ("", False)])
def test_what_looks_like_a_formula_stays_a_text(text: str, kept: bool) -> None:
    """Also after somebody has put the cursor into the cell and gone on."""
    plan = Draft(["study-plan"], DAY, "document", SPAN)
    plan.values["items"] = [
        {"when": "monthly", "kind": [], "content": "", "form": text}
    ]
    cell = opened(plan_sheet(a_plan(plan), Style()))["C3"]
    assert bool(cell.quotePrefix) is kept


@pytest.mark.parametrize(("more", "cut"), [(0, False), (1, True)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_does_not_fit_is_cut_and_says_so(more: int, cut: bool, lang: str) -> None:
    """At the last character that a cell holds."""
    plan = Draft(["study-plan"], DAY, "document", SPAN)
    text = "长" * (MOST + more)
    plan.values["items"] = [
        {"when": "monthly", "kind": [], "content": "", "form": text}
    ]
    value = opened(plan_sheet(a_plan(plan), Style(lang=lang)))["C3"].value
    assert len(value) == MOST
    assert (value != text) is cut
    assert (str(MOST + 1) in value) is cut


def test_the_same_plan_is_the_same_bytes() -> None:
    """Whenever it is written: it says it was made on the plan's day."""
    data = plan_sheet(a_plan(a_draft()), Style())
    assert plan_sheet(a_plan(a_draft()), Style()) == data
    with ZipFile(BytesIO(data)) as file:
        assert {one.date_time[0] for one in file.infolist()} == {1980}
    assert b"2016-06-24T00:00:00Z" in parts(data)["docProps/core.xml"]


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said what to install."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError) as raised:
        plan_sheet(a_plan(), Style())
    assert raised.value.code == "E222"
    assert raised.value.values["library"] == "XlsxWriter"
