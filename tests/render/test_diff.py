"""What changed, in every format: looked at, hostile, and compared with files.

`LXYZ_GOLDEN=1 pytest tests/render/test_diff.py` writes the files anew."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lxyz.change import How
from lxyz.files.origin import Fault
from lxyz.render import FORMATS, Ground, Run, Style
from lxyz.render.diff import markdown as in_markdown
from lxyz.render.diff import text as in_text
from lxyz.render.diff.markdown import diff_lines, diff_markdown
from lxyz.render.diff.moment import Moment, span_words
from lxyz.render.diff.text import diff_part, diff_text
from lxyz.render.diff.value import diff_json, diff_value
from lxyz.render.page.jsontext import json_schema
from lxyz.render.page.width import columns
from lxyz.render.wording.terms import terms
from lxyz.report import NOWHERE, BranchReport, Earlier, Obstacle, Since
from lxyz.verdicts import Clash, Level, Outcome, Verdict

from ..whole import Report, in_full
from .conftest import AS_OF, USED, everything, make, member
from .payloads import EACH, PAYLOADS
from .readers import READERS, commands, is_calm, texts_in
from .test_payloads import hostile

GOLDEN = Path(__file__).parents[1] / "golden"
SCHEMA = jsonschema.Draft202012Validator(json_schema("diff"))
OLD = Moment("commit", "main", AS_OF, "3f2a91c")
NEW = Moment("now", "", AS_OF, today=False)
FAULTS = tuple(
    Fault("F101", f"{name}.yaml", 2, 7, (("fixed", "主题: 甲"),)) for name in "abc"
)

TAKEN = tuple(one._replace(code="F102") for one in FAULTS[:2])
"""Those that the baseline took in since."""


def of(old: BranchReport, new: BranchReport, day: date = AS_OF) -> BranchReport:
    """A report that is compared with another."""
    return new._replace(before=Earlier(old, day))


def report(*verdicts: Verdict, **more: Any) -> BranchReport:
    """A report of the trial pack."""
    made = BranchReport("支部/第一", "样例支部", 2016, (USED,), (), verdicts, 60)
    return made._replace(**more)


def every_kind() -> BranchReport:
    """A branch in which there is a change of each kind but that it cannot be judged."""
    dues, names = "dues", "李娜 马骏 王敏 胡斌 赵强 刘洋 陈静".split()
    was = {
        "lost": make("study-monthly", "overdue", due=date(2016, 8, 31)),
        "missed": make("lecture", "open", "none"),
        "worse": make("steps", "overdue", missing=("theme",)),
        "undecidable": make("opinions", "met", "none"),
        "undone": make("study-eight", "met", "none"),
        "late": make("filed", "open", "none"),
        "due": make("tie", "open", "none", due=date(2017, 5, 1)),
        "changed": make("earnest", "attest", "info"),
        "mended": make("texts", "overdue", label="条例"),
        "eased": make("opinions", "missed", subject=member("甲")),
        "excused": make("few", "overdue", need="≤2", have="3"),
        "dropped": make("ready/plan", "overdue"),
        "done": make("ready/survey", "open", "none"),
        "went": make("share", "met", "none"),
    }
    now = {
        "lost": was["lost"]._replace(outcome=Outcome.MISSED),
        "missed": make("lecture", "missed", due=date(2016, 7, 15)),
        "worse": make("steps", "overdue", missing=("theme", "host")),
        "undecidable": make("opinions", "undecidable", "warning", missing=("sources",)),
        "undone": make("study-eight", "open", "none", have="5", need="8"),
        "late": make("filed", "late", "warning", due=date(2016, 4, 5)),
        "due": make("tie", "open", "none", due=date(2016, 10, 1)),
        "changed": make("earnest", "waived", "none", notes=("waived:防汛",)),
        "mended": make("texts", "met", "none", label="条例"),
        "eased": make("opinions", "overdue", subject=member("甲")),
        "excused": make("few", "waived", "none", notes=("waived:防汛",)),
        "done": make("ready/survey", "met", "none"),
        "came": make("often", "open", "none", subject=member("新来")),
    }
    overdue = [
        make(dues, "overdue", subject=member(n), need="1", have="0") for n in names
    ]
    clashes = [
        Clash("days", (now["due"].key(),), AS_OF, date(2016, 10, 7), 3, 2),
        Clash("days", (now["undone"].key(),), AS_OF, date(2016, 10, 7), 3, 2),
    ]
    plain = [one._replace(outcome=Outcome.OPEN, level=Level.NONE) for one in overdue]
    return of(
        report(*was.values(), *plain, faults=(*FAULTS, *TAKEN), clashes=(clashes[1],)),
        report(
            *now.values(),
            *overdue,
            faults=(FAULTS[0], FAULTS[0]._replace(file="d.yaml")),
            accepted_faults=TAKEN,
            clashes=(clashes[0],),
        ),
    )


def unread(**more: Any) -> BranchReport:
    """A branch that could not be judged."""
    return BranchReport("支部/第二", "第二", 0, (), FAULTS[:1], (), **more)


def written(name: str, style: Style, *listed: BranchReport) -> str:
    """The branches in a format."""
    part, whole = {
        "text": (diff_part, diff_text),
        "json": (diff_value, diff_json),
        "markdown": (diff_lines, diff_markdown),
    }[name]
    run = Run(AS_OF, len(listed), style, today=False, ground=Ground("/r", "/r"))
    parts: Any = [part(one, run) for one in listed]  # type: ignore[operator]
    made: Iterator[str] = whole(parts, OLD, NEW, style)  # type: ignore[operator]
    return "".join(made)


def test_there_is_a_change_of_each_kind() -> None:
    """In the branch that is looked at, so that every kind is told."""
    data = json.loads(written("json", Style(), every_kind()))
    SCHEMA.validate(data)
    found = {name for name, number in data["summary"].items() if number}
    assert found == set(How) - {How.UNREAD, How.READ}
    text = written("text", Style("zh", 120), every_kind())
    for how in found - {"done", "due", "came", "went", "changed"}:
        assert terms("changes")[how][0] in text


CASES = {
    "diff-zh-80.txt": ("text", Style("zh", 80)),
    "diff-zh-120.txt": ("text", Style("zh", 120)),
    "diff-zh-color.txt": ("text", Style("zh", 80, color=True)),
    "diff-zh-ascii.txt": ("text", Style("zh", 80, unicode=False)),
    "diff-en-80.txt": ("text", Style("en", 80)),
    "diff-zh.md": ("markdown", Style("zh")),
    "diff-en.md": ("markdown", Style("en")),
    "diff-zh.json": ("json", Style("zh")),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_as_before(name: str) -> None:
    """To the byte."""
    form, style = CASES[name]
    made = written(form, style, every_kind(), of(report(), unread()))
    file = GOLDEN / f"render-{name}"
    if os.environ.get("LXYZ_GOLDEN"):
        file.write_text(made, encoding="utf-8", newline="\n")
    assert made == file.read_text("utf-8")


def test_text_keeps_to_its_width() -> None:
    """And to what the console has."""
    for width in (40, 60, 80, 120):
        for line in written("text", Style("zh", width), every_kind()).splitlines():
            assert columns(line) <= width, line
    written("text", Style("zh", unicode=False), every_kind()).encode("gbk")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_became_of_the_branch_itself(lang: str) -> None:
    """New, gone, cannot be judged, can be judged again, renamed, with other packs."""
    style = Style(lang, 120)
    other = USED._replace(version="2.0")
    own = USED._replace(id="own", version="1")
    broken = unread(error=Obstacle("P001", (("pack", "不知何包"), ("known", "y")), 2))
    cases = {
        ("新的支部", "a new branch"): of(NOWHERE, report()),
        ("没有了", "is gone"): NOWHERE._replace(before=Earlier(report(), AS_OF)),
        ("用不了：全角冒号", "cannot be used: a full-width"): of(report(), unread()),
        ("用不了", "cannot be used"): of(unread(), unread()),
        ("“不知何包”", "“不知何包”"): of(report(), broken),
        ("能检查了", "can be checked now"): of(unread(), report()),
        ("原名 旧名", "was called 旧名"): of(report(name="旧名"), report()),
        ("换版：try-2016 1.0 → 2.0", "other version: try-2016 1.0 → 2.0"): of(
            report(), report(packs=(other,))
        ),
        ("新增规则包：own 1", "new pack: own 1"): of(
            report(), report(packs=(USED, own))
        ),
        ("去掉规则包：own 1", "pack gone: own 1"): of(
            report(packs=(USED, own)), report()
        ),
        ("年度不同：2015 → 2016", "other years: 2015 → 2016"): of(
            report(year=2015), report()
        ),
    }
    for said, one in cases.items():
        for form in ("text", "markdown"):
            made = written(form, style, one).replace("\\", "")
            assert said[lang == "en"].lower() in made.lower(), (form, said)
        SCHEMA.validate(json.loads(written("json", style, one)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_not_told_one_by_one(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of very many changes the heaviest, and how many more; all, if asked."""
    names = [f"甲{number}" for number in range(20)]
    rules = "dues lecture filed few steps texts tie often share opinions".split()
    old = report(*(make(rule, "open", "none") for rule in rules))
    new = report(
        *(make(rule, "met", "none") for rule in rules),
        *(make("earnest", "open", "none", subject=member(n)) for n in names),
        faults=tuple(FAULTS[0]._replace(file=f"{n}.yaml") for n in names),
    )
    short, whole = (
        written("text", Style(lang, 120, show=shown), of(old, new))
        for shown in (frozenset(), frozenset(("all",)))
    )
    more = ("另有 8 件", "8 more")[lang == "en"]
    assert more in short
    assert more not in whole
    assert ("另有 2 项", "and 2 more")[lang == "en"] in short
    assert whole.count("F101") == 20
    monkeypatch.setattr(in_markdown, "_ROWS", 15)
    rows = written("markdown", Style(lang), of(old, new))
    assert ("另有 5 件", "5 more")[lang == "en"] in rows
    assert rows.count("| × |") == 15


def test_where_duties_came_from_and_went() -> None:
    """Counted by pack, by rule, by person; the others are named."""
    own = USED._replace(id="own")
    old = report(
        make("dues", "open", "none", subject=member("王敏")),
        make("dues", "open", "none", subject=member("走了")),
        make("often", "open", "none"),
    )
    new = report(
        make("dues", "open", "none", subject=member("王敏")),
        make("few", "open", "none"),
        *(make("dues", "open", "none", subject=member(n)) for n in "甲乙"),
        make("x", "open", "none")._replace(rule="own/x"),
        packs=(USED, own),
    )
    text = written("text", Style("zh", 120), of(old, new))
    assert (
        "新增的任务 4 件：规则包 own 的 1 件；规则改了的 1 件；乙的 1 件；甲的 1 件"
        in text
    )
    assert "不再有的任务 2 件：规则改了的 1 件；走了的 1 件" in text
    english = written("text", Style("en", 120), of(old, new))
    assert "1 of pack own" in english


def test_of_many_branches_the_worst_come_first() -> None:
    """A line each, the worst first; those without change only counted."""
    listed = [
        of(
            report(path=f"b{n}", name=f"支部{n}"),
            one._replace(path=f"b{n}", name=f"支部{n}"),
        )
        for n, one in enumerate(
            [
                report(),
                *(report(make("lecture", "missed")) for _ in range(5)),
                report(make("dues", "missed"), make("lecture", "missed")),
            ]
        )
    ]
    for lang, head in (
        ("zh", "7 个支部：6 个有变差的，1 个没有变化"),
        ("en", "7 branches: 6 worse in something, 1 unchanged"),
    ):
        lines = written("text", Style(lang, 120), *listed).splitlines()
        assert lines[1] == head
        assert lines[3] == "× 支部6  b6"
        assert len(lines) < 20
        assert in_text.DETAILED == 5
        full = Style(lang, 80, show=frozenset(("all",)))
        assert len(written("text", full, *listed).splitlines()) > 30


def test_no_change_is_said() -> None:
    """No branch, or none with a change."""
    for listed in ((), (of(report(), report()),)):
        assert written("text", Style(), *listed).endswith("没有变化。\n")
        assert "没有变化。" in written("markdown", Style(), *listed)
        assert "Nothing has changed." in written("markdown", Style("en"), *listed)
        SCHEMA.validate(json.loads(written("json", Style(), *listed)))


def test_the_summary_is_cut_where_github_would_refuse_it() -> None:
    """At a megabyte, at the end of a line."""
    names = [f"{number}{'长' * 300}" for number in range(90)]
    one = of(report(), report(faults=tuple(FAULTS[0]._replace(file=n) for n in names)))
    made = written("markdown", Style(), *([one] * 30))
    assert len(made.encode()) < 1_048_576
    assert "以下没有列出" in made


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        (
            Moment("commit", "3f2a", AS_OF, "3f2a91c"),
            Moment("now", "", AS_OF),
            "从提交 3f2a91c 到现在的文件，截至 2016-09-30",
            "from commit 3f2a91c to the files as they are, as of 2016-09-30",
        ),
        (
            OLD,
            Moment("commit", "HEAD", AS_OF, "1b2c3d4", today=False),
            "从提交 3f2a91c（main）到提交 1b2c3d4（HEAD），截至 2016-09-30（不是今天）",
            "from commit 3f2a91c (main) to commit 1b2c3d4 (HEAD), as of 2016-09-30 (not today)",
        ),
        (
            Moment("day", "2016-06-30", date(2016, 6, 30), today=False),
            Moment("day", "x", AS_OF, today=False),
            "从 2016-06-30 到 2016-09-30（不是今天）",
            "from 2016-06-30 to 2016-09-30 (not today)",
        ),
        (
            Moment("report", "old.json", date(2016, 6, 30), today=False),
            Moment("now", "", AS_OF),
            "从报告 old.json（截至 2016-06-30）到现在的文件（截至 2016-09-30）",
            "from report old.json (as of 2016-06-30) to the files as they are (as of 2016-09-30)",
        ),
    ],
)
def test_from_when_to_when(old: Moment, new: Moment, zh: str, en: str) -> None:
    """In both languages; that the new day is not today is said."""
    assert span_words(old, new, "zh") == zh
    assert span_words(old, new, "en") == en


# ---------------------------------------------------------------- hostile text


@pytest.mark.parametrize("payload", EACH)
def test_the_text_is_data(payload: str) -> None:
    """Whatever records, files, packs and commits are called: no terminal and no reader
    of Markdown obeys it."""
    text = PAYLOADS[payload]
    bad = hostile(text)
    empty = bad._replace(verdicts=(), faults=(), clashes=())
    other = bad._replace(name=f"{text}x", packs=(USED._replace(id=text, version=text),))
    pairs = (of(empty, bad), of(bad, empty), of(other, bad), of(NOWHERE, bad))
    if payload == "long":
        pairs = pairs[:1]  # a reader of Markdown takes seconds for each
    for lang in ("zh", "en"):
        moments = Moment("commit", text, AS_OF, text), Moment("report", text, AS_OF)
        style = Style(lang, show=frozenset(("all",)))
        run = Run(AS_OF, 1, style, ground=Ground("/r", "/r"))
        for one in pairs:
            told = "".join(diff_text([diff_part(one, run)], *moments, style))
            assert all(is_calm(line) for line in told.split("\n"))
            assert commands(told) == []
            READERS["markdown"](
                "".join(diff_markdown([diff_lines(one, run)], *moments, style))
            )
            made = "".join(diff_json([diff_value(one, run)], *moments, style))
            assert all(is_calm(line) for line in made.split("\n"))
            assert list(texts_in(json.loads(made)))


@pytest.mark.parametrize("payload", EACH)
def test_the_text_is_data_beside_a_check(payload: str) -> None:
    """As in every format of a check."""
    text = PAYLOADS[payload]
    bad = hostile(text)
    for lang in ("zh", "en"):
        style = Style(lang)
        for one in (of(bad._replace(verdicts=(), faults=()), bad), of(NOWHERE, bad)):
            made = Report(AS_OF, (one,))
            totals = made.totals()
            totals.since = Since(text, ((text, text),))
            run = Run(AS_OF, 1, style, ground=Ground("/r", "/r"))
            for name in ("github", "markdown"):
                form = FORMATS[name]
                READERS[name]("".join(form.whole([form.part(one, run)], totals, style)))


# ---------------------------------------------------------------- check --since


def annotated(one: BranchReport, *gone: tuple[str, str], lang: str = "zh") -> list[Any]:
    """The annotations of a branch beside what it was."""
    style = Style(lang)
    totals = Report(AS_OF, (one,)).totals()
    totals.since = Since("从前", gone)
    form = FORMATS["github"]
    parts = [form.part(one, Run(AS_OF, 1, style))]
    return commands("".join(form.whole(parts, totals, style)))


def test_weeks_are_told_apart() -> None:
    """Those that are new, and those that were so before: two annotations."""
    weeks = ("2016-W18", "2016-W30", "2016-W31")
    old = make("study-weekly", "missed", failing=weeks[:2], need="38", have="20")
    new = old._replace(failing=weeks)
    told = [
        one for one in annotated(of(report(old), report(new))) if one.name == "error"
    ]
    assert [one.properties["title"][:3] for one in told] == ["新增：", "每周集"]
    assert "第31周" in told[0].data
    assert "第31周" not in told[1].data
    assert "第18周、第30周" in told[1].data


def test_what_is_new_beside_a_check() -> None:
    """Clashes and branches that cannot be judged any more, too."""
    one = make("tie", "open", "none", due=date(2016, 10, 1))
    clash = Clash("days", (one.key(),), AS_OF, date(2016, 10, 7), 3, 2)
    old, new = report(one), report(one, clashes=(clash,))
    (warning,) = [c for c in annotated(of(old, new)) if c.name == "warning"]
    assert warning.properties["title"].startswith("新增：")
    (warning,) = [c for c in annotated(of(new, new)) if c.name == "warning"]
    assert not warning.properties["title"].startswith("新增：")
    broken = report(error=Obstacle("P001", (("pack", "x"), ("known", "y")), 2))
    (error,) = [c for c in annotated(of(old, broken)) if c.name == "error"]
    assert error.properties["title"] == "新增：P001"


def test_many_branches_beside_a_check() -> None:
    """Eight are told of; how many more have changes is said."""
    style = Style("en")
    branches = [
        of(report(name=f"b{n}"), report(make("lecture", "missed"), name=f"b{n}"))
        for n in range(10)
    ]
    totals = Report(AS_OF, tuple(branches)).totals()
    totals.since = Since("from then to now", (("gone", "x"),))
    form = FORMATS["github"]
    parts = [form.part(one, Run(AS_OF, 10, style)) for one in branches]
    told = commands("".join(form.whole(parts, totals, style)))
    text = next(one.data for one in told if one.data.startswith("from then"))
    assert text.splitlines()[-1] == "3 more branches"
    assert text.splitlines()[1] == "b0: 1 worse (newly missed 1)"
    plain = annotated(of(report(), report()), lang="en")
    assert any(one.data == "从前\nnothing has changed" for one in plain)
    gone = annotated(of(report(), report()), ("甲", "x"), lang="en")
    assert any(one.data == "从前\n甲: this branch is gone" for one in gone)


def test_everything_beside_itself(full: Report) -> None:
    """Nothing is new; but for the word, the annotations are those of a check alone."""
    (one,) = full.branches
    plain = commands(in_full("github", full, Style()))
    told = annotated(of(one, one))
    assert [c for c in told if c.name != "notice"] == [
        c for c in plain if c.name != "notice"
    ]
    assert not any("新增" in c.properties.get("title", "") for c in told)
    assert re.search("没有变化", told[1].data)
    assert len(everything()) == len(one.verdicts)
