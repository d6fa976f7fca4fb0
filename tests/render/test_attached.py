"""Attachments on the page: under the record they belong to, and all in one list."""

from __future__ import annotations

import pytest

from lxyz.files.origin import Origin
from lxyz.render import Run, Style
from lxyz.render.formats.html.attached import enclosed
from lxyz.render.formats.html.view import view
from lxyz.render.verdict.telling import told_of
from lxyz.report import Attached, BranchReport

from ..whole import Report, in_full
from .conftest import AS_OF, USED, at, make
from .payloads import PAYLOADS
from .test_html import Page

DIGEST = "ab12" * 16
HERE = Origin("a.yaml", 3)


def branch(*attached: Attached) -> BranchReport:
    """A branch with one duty met by one record, and attachments."""
    met = make("lecture", "met", "none", records=(at("a.yaml", 3, "2016-06-24"),))
    found = BranchReport("b", "样例支部", 2016, (USED,), (), (met,), 3)
    return found._replace(attached=attached)


def said(one: Attached, lang: str = "zh") -> list[str]:
    """What is said of an attachment: size, the beginning of its digest, a note."""
    found = branch(one)
    told = told_of(found, AS_OF, lang)
    ((made,),) = enclosed(found, told).values()
    return [made.size, made.short, made.note]


@pytest.mark.parametrize(
    ("state", "size", "digest", "zh", "en"),
    [
        ("whole", 0, DIGEST, ["0 B", "ab12ab12ab12", ""], None),
        ("pointer", 12345, DIGEST, ["12.1 KB", "ab12ab12ab12", "由 Git LFS 存放，这里只有指针"], "kept by Git LFS, only its pointer is here"),
        ("large", 300 * 2**20, "", ["300 MB", "", "太大，没有算摘要"], "too large for a digest"),
        ("missing", None, "", ["", "", "没有这个文件"], "not there"),
        ("outside", None, "", ["", "", "不在支部文件夹里，没有打开"], "not in the folder of the branch: not opened"),
        ("empty", None, "", ["", "", "空的，或者不是普通文件"], "empty, or no plain file"),
        ("elsewhere", None, "", ["", "", "这里没有它的文件夹，没有核对"], "its folder is not here: not looked at"),
        ("unreadable", None, "", ["", "", "打不开"], "cannot be read"),
    ],
)  # fmt: skip
def test_each_state_has_its_words(
    state: str, size: int | None, digest: str, zh: list[str], en: str | None
) -> None:
    """Size and digest, or why there is none, in both languages."""
    one = Attached(HERE, "m/a.jpg", state, size, digest)
    assert said(one) == zh
    assert said(one, "en") == [*zh[:2], en or ""]


def test_a_folder_has_a_number_and_no_digest() -> None:
    """How many are in it; it has no digest."""
    one = Attached(HERE, "m/", "folder", 3)
    assert said(one) == ["文件夹，3 项", "", ""]
    assert said(one, "en") == ["folder of 3", "", ""]


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (1023, "1023 B"),
        (1024, "1 KB"),
        (1536, "1.5 KB"),
        (int(999.4 * 1024), "999 KB"),
        (int(999.6 * 1024), "0.976 MB"),
        (2**30, "1 GB"),
        (2**50, "1.02e+03 TB"),
    ],
)
def test_a_size_has_three_digits(size: int, told: str) -> None:
    """In a unit in which three digits say it."""
    assert said(Attached(HERE, "m", "whole", size, DIGEST))[0] == told


def test_they_stand_under_their_record_and_in_the_list() -> None:
    """Under the record, with the beginning of the digest, and in the list with all of
    it; one of a record that proves nothing is in the list alone."""
    other = Attached(Origin("b.yaml", 1), "m/b.jpg", "missing")
    both = Attached(Origin("c.yaml", 1), "m/a.jpg", "whole", 3, DIGEST)
    one = branch(Attached(HERE, "m/a.jpg", "whole", 3, DIGEST), other, both)
    found = view(one, Run(AS_OF, 1, Style()))
    (card,) = (card for part in found.sections for card in part.cards)
    assert [each.path for each in card.proofs[0].attached] == ["m/a.jpg"]
    assert [(each.path, each.records, each.fine) for each in found.attached] == [
        ("m/a.jpg", ("a.yaml:3", "c.yaml:1"), True),
        ("m/b.jpg", ("b.yaml:1",), False),
    ]
    text = in_full("html", Report(AS_OF, (one,)), Style())
    assert text.count(f"SHA-256 {DIGEST}") == 1
    assert text.count(f"<code>{DIGEST}</code>") == 1
    assert "m/b.jpg</code> <em" in text
    bare = in_full("html", Report(AS_OF, (branch(),)), Style())
    assert 'class="enclosed"' not in bare


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_path_is_only_text(name: str) -> None:
    """Whatever is written for a path: it is no link, no element and no script."""
    one = branch(Attached(HERE, PAYLOADS[name], "outside"))
    plain = Page(in_full("html", Report(AS_OF, (branch(),)), Style()))
    page = Page(in_full("html", Report(AS_OF, (one,)), Style()))
    added = {tag for tag, _ in page.elements} - {tag for tag, _ in plain.elements}
    assert added <= {"em", "details", "summary", "ul", "li"}
    for tag in ("script", "a", "img", "style"):
        assert len(page.named(tag)) == len(plain.named(tag))
