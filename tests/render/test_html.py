"""The page: well formed, self-contained, safe from what records say; the year drawn."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lxyz.files.origin import Fault
from lxyz.fleet.branch import Options, check_branch
from lxyz.render import Run, Style
from lxyz.render.formats.html.view import view
from lxyz.render.formats.html.year import LEFT, MONTH, picture
from lxyz.render.verdict.telling import told_of
from lxyz.render.wording.heads import records_words
from lxyz.report import Ahead, BranchReport, Obstacle

from ..whole import Report, in_full
from .conftest import AS_OF, USED, at, make

EXAMPLES = Path(__file__).parents[2] / "examples"
_EMPTY = frozenset(("meta", "input"))


class Page(HTMLParser):
    """What a browser would find: elements and their texts, in a tree that must close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remembers the element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of SVG that closes itself."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """What closes must be what was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Remembers the text, and in what it stands."""
        if data.strip():
            self.texts.append((self.open[-1], data.strip()))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of all elements of a name."""
        return [attrs for name, attrs in self.elements if name == tag]


def html(report: Report, lang: str = "zh") -> str:
    """The page of a report."""
    return in_full("html", report, Style(lang))


def alone(*verdicts, faults=(), **values) -> BranchReport:
    """A branch with some verdicts of the trial pack."""
    branch = BranchReport("b", "样例支部", 2016, (USED,), tuple(faults), verdicts, 3)
    return branch._replace(**values)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_is_whole(full: Report, lang: str) -> None:
    """Every element closes, every id is one, every reference leads somewhere."""
    page = Page(html(full, lang))
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    for _, attrs in page.elements:
        for name in ("aria-labelledby", "for"):
            assert set((attrs.get(name) or "").split()) <= set(ids)
        link = attrs.get("href") or ""
        assert not link or link.removeprefix("#") in ids
    assert page.named("html") == [{"lang": "zh-Hans" if lang == "zh" else "en"}]
    assert [attrs for attrs in page.named("th") if attrs.get("scope") is None] == []


def test_nothing_is_fetched_and_only_ours_may_run(full: Report) -> None:
    """No address of anything else; the policy names style and script by their hash."""
    text = html(full)
    page = Page(text)
    names = ("src", "srcset", "action", "data", "poster", "style", "onload", "onclick")
    assert [a for _, attrs in page.elements for a in names if a in attrs] == []
    assert "url(" not in text
    policy = next(
        attrs["content"] or ""
        for attrs in page.named("meta")
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


PAYLOADS = (
    "<script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)' x='",
    "{{ 7 * 7 }}{% for x in y %}",
    "javascript:alert(1)",
    "]]><!-- --!> &lt;",
    "\x1b[31m\u202e\u200b\x00\ud800",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_records_say_is_text(payload: str) -> None:
    """In names, places, faults and values: shown, never obeyed."""
    branch = alone(
        make(
            "dues",
            "overdue",
            subject=make("dues", "met").subject._replace(name=payload),
        ),
        make(
            "lecture",
            "missed",
            near=(at(payload, 1, "2016-07-01", "party-lecture", payload),),
        ),
        faults=[Fault("F301", payload, 1, 1, (("word", payload), ("like", payload)))],
        name=payload,
        path=payload,
    )
    text = html(Report(AS_OF, (branch, alone()))) + html(Report(AS_OF, (branch,)))
    plain = Page(html(Report(AS_OF, (alone(), alone()))))
    text.encode()
    page = Page(html(Report(AS_OF, (branch, alone()))))
    tags = {tag for tag, _ in page.elements}
    assert tags <= {tag for tag, _ in plain.elements} | {
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "text",
        "title",
        "details",
        "summary",
        "article",
        "h4",
        "h3",
        "p",
        "code",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "section",
        "div",
        "strong",
        "span",
        "ul",
        "li",
    }
    assert not any(
        name.startswith("on") for _, attrs in page.elements for name in attrs
    )
    assert not {"\x1b", "\u202e", "\u200b", "\x00"} & {*text}


def test_a_branch_that_could_not_be_judged() -> None:
    """The error stands there, and no empty table."""
    branch = alone(
        error=Obstacle("E700", (("what", "x"),), 70), year=0, packs=(), records=0
    )
    page = Page(html(Report(AS_OF, (branch,))))
    assert any("E700" in text for _, text in page.texts)
    assert page.named("table") == []
    assert page.named("details") == []


def test_many_branches_have_a_table_that_leads_to_them() -> None:
    """A line for each, with its numbers."""
    listed = tuple(alone(path=f"各支部/{n}", name=f"第{n}党支部") for n in range(3))
    page = Page(html(Report(AS_OF, listed)))
    links = [attrs["href"] for attrs in page.named("a")][1:]
    assert len(links) == len(set(links)) == 3
    assert len([a for a in page.named("section") if a.get("class") == "branch"]) == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_clauses_stand_in_the_order_of_the_document(lang: str) -> None:
    """Entry 2 before entry 10; each outcome with its number."""
    branch = alone(
        make("lecture", "met", "none", number="10"),
        make("dues", "met", "none", number="02", label="a"),
        make("dues", "overdue", number="02", label="b"),
        make("dues", "overdue", number="02", label="c"),
    )
    rows = view(branch, Run(AS_OF, 1, Style(lang))).rows
    assert [row.rule for row in rows] == ["try-2016/dues", "try-2016/lecture"]
    assert [(name, number) for name, _, number in rows[0].outcomes] in (
        [("met", 1), ("overdue", 2)],
        [("overdue", 2), ("met", 1)],
    )


def test_the_year_of_an_example() -> None:
    """Sittings at their day, gaps at the day they were due, plans to come; the day of
    the report as a line."""
    report = check_branch(EXAMPLES / "branch-11", Options(date(2016, 9, 30)))
    drawn = picture(report, told_of(report, date(2016, 9, 30), "zh"))
    assert drawn is not None
    assert drawn.today == LEFT + 9 * MONTH
    assert {"gap", "planned", "met"} <= set(drawn.shapes)
    held = [one for one in drawn.marks if one.shape == "met"]
    assert all(one.x <= drawn.today for one in held)
    ahead = [one for one in drawn.marks if one.shape == "planned"]
    assert all(one.x > drawn.today - MONTH / 30 for one in ahead)
    assert any(
        "6月24日" in one.says and LEFT + 5 * MONTH < one.x < LEFT + 6 * MONTH
        for one in held
    )
    assert all(
        LEFT <= one.x <= LEFT + 12 * MONTH for one in (*drawn.marks, *drawn.windows)
    )
    assert all("次" in line.says or "处" in line.says for line in drawn.lines)


def test_no_picture_without_a_duty_of_the_year() -> None:
    """Where no rule asks for any of its lines there is nothing to draw."""
    branch = alone()
    assert picture(branch, told_of(branch, AS_OF, "zh")) is None


def test_no_picture_without_a_year() -> None:
    """There is none where the branch could not be judged."""
    day = date(2016, 9, 30)
    report = check_branch(EXAMPLES / "branch-11", Options(day))._replace(year=0)
    assert picture(report, told_of(report, day, "zh")) is None


def test_what_is_of_another_year() -> None:
    """A day of the report, a record and a plan outside the year are not drawn."""
    report = check_branch(EXAMPLES / "branch-11", Options(date(2017, 3, 1), 2016))
    drawn = picture(report, told_of(report, date(2017, 3, 1), "en"))
    assert drawn is not None
    assert drawn.today is None
    later = report._replace(ahead=(Ahead(("party-lecture",), date(2017, 5, 1)),))
    assert picture(later, told_of(later, date(2017, 3, 1), "en")) == drawn
    # A record of the year before, on which a verdict of this one rests.
    met = next(one for one in report.verdicts if one.outcome == "met" and one.records)
    old = met.records[0]._replace(date=date(2015, 12, 31), kinds=("party-lecture",))
    resting = met._replace(records=(*met.records, old))
    before = report._replace(
        verdicts=tuple(resting if one is met else one for one in report.verdicts)
    )
    assert picture(before, told_of(before, date(2017, 3, 1), "en")) == drawn


@pytest.mark.parametrize(
    "name", ["branch-11", "exemplary", "branch-registry", "service-centre"]
)
def test_pages_of_the_examples(name: str) -> None:
    """They are whole, and say of every rule what became of it."""
    report = check_branch(EXAMPLES / name, Options(date(2016, 12, 31)))
    page = Page(html(Report(date(2016, 12, 31), (report,))))
    said = {text for tag, text in page.texts if tag == "code"}
    assert {verdict.rule for verdict in report.verdicts} <= said


@pytest.mark.parametrize(
    ("number", "zh", "en"), [(1, "1 条记录", "1 record"), (2, "2 条记录", "2 records")]
)
def test_how_many_records(number: int, zh: str, en: str) -> None:
    """One is one."""
    assert records_words(number, "zh") == zh
    assert records_words(number, "en") == en


def test_branches_of_one_name_are_told_apart_by_their_folder() -> None:
    """In the table; one whose name is its own alone needs none."""
    names = {"甲/一": "第一党支部", "乙/一": "第一党支部", "乙/二": "第二党支部"}
    listed = tuple(alone(path=path, name=name) for path, name in names.items())
    table = in_full("html", Report(AS_OF, listed), Style()).partition("</table>")[0]
    assert "<small>甲/一</small>" in table
    assert "<small>乙/一</small>" in table
    assert "乙/二</small>" not in table
