"""Whole reports, compared with files to the byte.

`LXYZ_GOLDEN=1 pytest tests/render/test_golden.py` writes them anew; look at the diff.
"""

import os
from pathlib import Path

import pytest

from lxyz.render import Style

from ..whole import Report, in_full

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = {
    "text-zh-80.txt": ("text", Style("zh", 80)),
    "text-zh-120.txt": ("text", Style("zh", 120)),
    "text-zh-ascii.txt": ("text", Style("zh", 80, unicode=False)),
    "text-zh-color.txt": ("text", Style("zh", 80, color=True)),
    "text-zh-all.txt": ("text", Style("zh", 80, show=frozenset(("all",)))),
    "text-en-80.txt": ("text", Style("en", 80)),
    "lines-zh.txt": ("lines", Style("zh")),
    "lines-en.txt": ("lines", Style("en")),
    "json-zh.json": ("json", Style("zh")),
    "json-en.json": ("json", Style("en")),
}


@pytest.mark.parametrize("name", CASES)
def test_report_is_as_before(name: str, full: Report) -> None:
    """Report is as before."""
    form, style = CASES[name]
    file = GOLDEN / f"render-{name}"
    made = in_full(form, full, style)
    if os.environ.get("LXYZ_GOLDEN"):
        file.write_text(made, encoding="utf-8", newline="\n")
    assert made == file.read_text(encoding="utf-8")


def test_text_of_a_gbk_console_has_nothing_else(full: Report) -> None:
    """Text of a GBK console has nothing else."""
    in_full("text", full, Style("zh", 80, unicode=False)).encode("gbk")


def test_text_keeps_to_its_width(full: Report) -> None:
    """Text keeps to its width."""
    from lxyz.render.page.width import columns

    for width in (40, 60, 80, 120):
        for line in in_full("text", full, Style("zh", width)).splitlines():
            assert columns(line) <= width, line
