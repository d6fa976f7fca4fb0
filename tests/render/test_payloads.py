"""Record text is hostile in every format: whatever it holds, it is read back as text by
a parser that others wrote, and nothing comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lxyz.dates.spans import Span, year_span
from lxyz.files.origin import Fault, Origin
from lxyz.render import FORMATS, Ground, Run, Style
from lxyz.render.page.safe import clean, defused
from lxyz.report import BranchReport, Obstacle
from lxyz.verdicts import Clash, Evidence, Outcome, Subject, Verdict

from ..whole import Report
from .conftest import AS_OF, USED, make
from .payloads import EACH, PAYLOADS
from .readers import READERS

SHOWN = frozenset(("all",))


def hostile(text: str) -> BranchReport:
    """A branch in which everything that others may write is this text."""
    at = Evidence(Origin(f"{text}.yaml", 3, 5), AS_OF, (text,), text)
    span = Span(year_span(2016).first, AS_OF, text)
    verdicts: list[Verdict] = [
        make(
            rule,
            outcome,
            level,
            subject=Subject(kind, text),
            clause=text,
            label=label,
            span=span if label is None else year_span(2016),
            need=text,
            have=text,
            missing=(text, f"sections:{text}"),
            failing=(text,),
            notes=(text, f"why:{text}", f"by:{text}", f"waived:{text}"),
            records=records,
            near=near,
            due=AS_OF,
        )
        for outcome, level in (
            ("overdue", "error"),
            ("missed", "warning"),
            ("late", "warning"),
            ("undecidable", "warning"),
            ("waived", "none"),
            ("not-applicable", "none"),
            ("attest", "info"),
            ("met", "none"),
            ("open", "none"),
            ("planned", "none"),
        )
        for rule, kind, label, records, near in (
            ("lecture", "member", None, (), ()),
            ("steps", "fact", None, (at,), ()),
            ("texts", "group", text, (), (at,)),
            (text, "branch", text, (at,), ()),
        )
    ]
    faults = tuple(
        Fault(code, f"{text}.yaml", 2, 7, ((name, text),), level)
        for code, name, level in (
            ("F101", "fixed", "error"),
            ("F203", "key", "warning"),
            ("F999", text, "error"),
        )
    )
    clash = Clash("order", (verdicts[0].key(),), AS_OF, AS_OF, rules=(text,))
    return BranchReport(
        f"folder/{text}",
        text,
        2016,
        (USED,),
        faults,
        tuple(verdicts),
        3,
        clashes=(clash,),
        listed=(("member", text, Origin(f"{text}.yaml", 9)),),
    )


def written(name: str, *branches: BranchReport, style: Style) -> str:
    """The branches in a format, in a run whose day is not today."""
    report = Report(AS_OF, branches)
    totals = report.totals()
    totals.today = False
    run = Run(AS_OF, len(branches), style, today=False, ground=Ground("/r", "/r"))
    form = FORMATS[name]
    parts = [form.part(branch, run) for branch in branches]
    return "".join(form.whole(parts, totals, style))


def test_every_format_has_a_reader() -> None:
    """A new format is read back, too, before it is shipped."""
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("payload", EACH)
@pytest.mark.parametrize("name", READERS)
def test_the_text_is_data(name: str, payload: str) -> None:
    """Harmless, and told: the text, made visible, is in what the parser reads."""
    text = PAYLOADS[payload]
    quiet = hostile("甲")._replace(path="folder/乙")
    for style in (Style(), Style("en", show=SHOWN)):
        made = written(name, hostile(text), quiet, style=style)
        made.encode("utf-8")
        found = READERS[name](made)
        told = [" ".join(one.replace("'", "").split()) for one in found]
        wanted = {" ".join(one.replace("'", "").split())[:30] for one in _shown(text)}
        assert name == "text" or any(one in part for part in told for one in wanted)


def _shown(text: str) -> tuple[str, ...]:
    """How a text may be shown: made visible, made no command, or as it was written."""
    lone = re.sub("[\ud800-\udfff]", lambda one: f"\\u{{{ord(one[0]):X}}}", text)
    return clean(text), defused(clean(text)), lone


@pytest.mark.parametrize("name", READERS)
def test_the_day_is_told(name: str, full: Report) -> None:
    """A day that is not today is in every format, in both languages."""
    for lang, word in (("zh", "不是今天"), ("en", "not today")):
        made = written(name, *full.branches, style=Style(lang))
        if name == "json":
            assert '"today": false' in made
        else:
            assert word in made
            assert "2016-09-30" in made


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("number", [0, 1, 7])
def test_any_number_of_branches(name: str, number: int, full: Report) -> None:
    """Of none, one and several branches comes something that can be read."""
    branches = [
        full.branches[0]._replace(path=f"branch-{n}") for n in range(1, number + 1)
    ]
    READERS[name](written(name, *branches, style=Style()))


@pytest.mark.parametrize("name", READERS)
def test_a_branch_that_could_not_be_judged(
    name: str, report_of: Callable[..., Report]
) -> None:
    """The reason is in every format."""
    error = Obstacle("P001", (("pack", "不知何包"), ("known", "y")), 2)
    made = written(name, *report_of(error=error).branches, style=Style())
    assert any("不知何包" in one for one in READERS[name](made))
    assert name in ("text", "markdown", "json", "html") or "branch.yaml" in made


@dataclass(frozen=True)
class Sink:
    """Where a text goes when it is written into a real record."""

    file: str
    text: str


def test_from_records_to_every_format(tmp_path: Path) -> None:
    """Written into real files as YAML escapes, through the whole program."""
    import json
    from datetime import date

    from lxyz.fleet.branch import Options, check_branch

    branch = tmp_path / "支部"
    branch.mkdir()
    quoted = [json.dumps(text[:300]) for text in PAYLOADS.values()]
    # A lone surrogate is refused by the reader: such a profile would be none.
    named = [one for one in quoted if "\\ud8" not in one]
    names = "\n".join(f"  - {{姓名: {one}, 起: 2014-11-20}}" for one in named)
    (branch / "branch.yaml").write_text(
        f"名称: {quoted[0]}\n规则包: bj-2016\n党员:\n{names}\n", "utf-8"
    )
    for number, one in enumerate(quoted):
        (branch / f"{number}.yaml").write_text(
            f"类型: 集体学习\n日期: 2016-03-{number % 28 + 1:02}\n主题: {one}\n"
            f"主持人: {one}\n学习材料: [{one}]\n{one}: {one}\n出席情况: 全体\n"
            f"附件: [{one}]\n",
            "utf-8",
        )
    found = check_branch(branch, Options(date(2016, 9, 30)))
    assert found.error is None
    assert len(found.faults) > len(PAYLOADS)
    assert any(one.outcome == Outcome.OVERDUE for one in found.verdicts)
    for name, read in READERS.items():
        for style in (Style(), Style("en", show=SHOWN)):
            read(written(name, found._replace(path="支部"), style=style))


def test_sarif_breaks_no_link_that_is_none() -> None:
    """Brackets alone stay as they are."""
    made = written("sarif", hostile("[甲] (乙)"), style=Style())
    assert re.search(r"\[甲\] \(乙\)", made)
