"""What people wrote beside a record stands beside it where it proves something: free text
is understood in part only."""

from __future__ import annotations

import pytest

from lxyz.files.origin import Origin
from lxyz.render import Style
from lxyz.report import BranchReport

from ..whole import Report, in_full
from .conftest import AS_OF, USED, at, make
from .payloads import PAYLOADS
from .test_html import Page

HERE = Origin("a.yaml", 3)


def page(name: str, *remarks: str, lang: str = "zh") -> str:
    """A branch with one duty met by one record, and remarks on it, in a format."""
    met = make("lecture", "met", "none", records=(at("a.yaml", 3, "2016-06-24"),))
    one = BranchReport("b", "样例支部", 2016, (USED,), (), (met,), 3)
    one = one._replace(remarks=tuple((HERE, text) for text in remarks))
    style = Style(lang=lang, show=frozenset({"met"}), width=100)
    return in_full(name, Report(AS_OF, (one,)), style)


def test_the_page_says_it_beside_the_record() -> None:
    """In both languages as it was written; without one nothing is said."""
    assert "<em>备注：讲课作罢</em>" in page("html", "讲课作罢")
    assert "<em>note: 讲课作罢</em>" in page("html", "讲课作罢", lang="en")
    assert "备注" not in page("html")


def test_the_text_lists_them_behind_what_is_met() -> None:
    """Each record once, at its line; without one nothing is said."""
    text = page("text", "讲课作罢")
    head = "达标的记录写了备注，程序只读懂一部分，请看一眼（1 条）"
    assert text.count("讲课作罢") == 1
    assert f"{head}\n· a.yaml:3：讲课作罢\n" in text
    assert "a.yaml:3: 讲课作罢\n" in page("text", "讲课作罢", lang="en")
    assert "备注" not in page("text")


def test_a_long_remark_is_cut() -> None:
    """Sixty characters of it are shown."""
    text = page("html", "甲" * 61)
    assert f"备注：{'甲' * 59}…" in text
    assert "甲" * 60 not in text
    assert f"备注：{'甲' * 60}<" in page("html", "甲" * 60)


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_remark_is_only_text(name: str) -> None:
    """Whatever is written in it: it is no element and no script."""
    plain, made = Page(page("html", "x")), Page(page("html", PAYLOADS[name]))
    assert [tag for tag, _ in made.elements] == [tag for tag, _ in plain.elements]
