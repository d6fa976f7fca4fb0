"""`lxyz plan`: what it writes where, and how it ends."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import openpyxl
import pytest

from lxyz.cli import planning

AS_OF = ("--as-of", "2016-01-04")
TINY = ("--pack", "tiny-pack")


@pytest.mark.usefixtures("gap_branch")
@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ((), "# 第一党支部 2016年计划，2016-01-04 起，规则包 tiny"),
        (("--format", "yaml"), "# 第一党支部 2016年计划，2016-01-04 起，规则包 tiny"),
        (("--format", "text"), "第一党支部  2016年计划  从 2016-01-04 起  tiny"),
        (("-f", "markdown"), "# 第一党支部 2016年学习计划表"),
        (
            ("-f", "text", "--lang", "en"),
            "第一党支部  plan for 2016, from 2016-01-04 on  tiny",
        ),
        (("-f", "markdown", "--lang", "en"), "# 第一党支部 2016: study plan"),
    ],
)
def test_a_plan_is_written_in_the_format_asked_for(
    call, arguments: tuple[str, ...], first: str
) -> None:
    """YAML into a pipe, else what is asked for, in the language asked for."""
    ended = call("plan", "branch-01", *AS_OF, *TINY, *arguments)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[0] == first


@pytest.mark.usefixtures("gap_branch")
def test_a_page_at_a_terminal(call, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a person at a terminal it is the page."""
    monkeypatch.setattr(planning, "is_terminal", lambda _stream: True)
    assert "  2016年计划  " in call("plan", "branch-01", *AS_OF, *TINY).out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("计划.yaml", "# 第一党支部 2016年计划"),
        ("计划.YML", "# 第一党支部 2016年计划"),
        ("计划.md", "# 第一党支部 2016年学习计划表"),
        ("计划.txt", "第一党支部  2016年计划"),
        ("计划.ics", "BEGIN:VCALENDAR"),
        ("计划", "# 第一党支部 2016年计划"),
    ],
)
def test_written_to_a_new_file(call, gap_branch: Path, name: str, start: str) -> None:
    """The ending says the format; nothing else is left beside it."""
    before = {*gap_branch.iterdir()}
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--output", gap_branch / name)
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert (gap_branch / name).read_text("utf-8").startswith(start)
    assert {*gap_branch.iterdir()} - before == {gap_branch / name}


@pytest.mark.parametrize("linked", [False, True])
def test_never_over_what_is_there(call, gap_branch: Path, linked: bool) -> None:
    """A file that is there stays as it is; so does a link that leads nowhere."""
    there = gap_branch / "计划.yaml"
    if linked:
        there.symlink_to("nowhere.yaml")
    else:
        there.write_text("自己写的\n", "utf-8")
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--output", there)
    assert (ended.code, ended.out) == (2, "")
    assert f"已经有了，没有改动；在这份计划上补：--update {there}" in ended.err
    if linked:
        assert there.is_symlink()
    else:
        assert there.read_text("utf-8") == "自己写的\n"


def test_a_sheet_that_is_there_is_not_added_to(call, gap_branch: Path) -> None:
    """Nor written over; only records can be added to."""
    there = gap_branch / "计划.ics"
    there.write_text("自己写的\n", "utf-8")
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--output", there)
    assert (ended.code, ended.out) == (2, "")
    assert "已经有了，没有改动；换一个文件名" in ended.err
    assert there.read_text("utf-8") == "自己写的\n"


def test_what_fails_halfway_leaves_no_file(
    call, gap_branch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing fails at the last step there is neither the file nor a part of it."""

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", fails)
    before = {*gap_branch.iterdir()}
    ended = call(
        "plan", "branch-01", *AS_OF, *TINY, "--output", gap_branch / "计划.yaml"
    )
    assert ended.code == 2
    assert "磁盘满了" in ended.err
    assert {*gap_branch.iterdir()} == before


def test_a_sheet_and_a_calendar(call, example: Path, tmp_path: Path) -> None:
    """As many days as the plan has things to do, with the clauses they serve."""
    for name in ("计划.ics", "计划.xlsx"):
        ended = call(
            "plan", example, "--as-of", "2016-09-30", "--output", tmp_path / name
        )
        assert (ended.code, ended.out) == (0, "")
    text = (tmp_path / "计划.ics").read_text("utf-8").replace("\n ", "")
    sheet = openpyxl.load_workbook(tmp_path / "计划.xlsx").active
    assert text.count("BEGIN:VEVENT") == sheet.max_row - 3  # title, heads, own choice
    assert "- 党员每月交纳党费（一（二） bj-2016/dues-each-month）" in text


@pytest.mark.parametrize(
    ("name", "library"), [("计划.ics", "icalendar"), ("计划.xlsx", "xlsxwriter")]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_library_that_is_not_there(
    call,
    gap_branch: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    library: str,
    lang: str,
) -> None:
    """The command that installs it; nothing is written."""
    monkeypatch.setitem(sys.modules, library, None)
    target = gap_branch / name
    ended = call("plan", "branch-01", *AS_OF, *TINY, "-o", target, "--lang", lang)
    assert ended.code == 2
    assert f"pip install {library}" in ended.err.lower()
    assert not target.exists()


@pytest.mark.usefixtures("gap_branch")
@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--year", "2015"), 2, "2015年在 2016-01-04 之前已经过完，没有日子可排"),
        (("--year", "2015", "--lang", "en"), 2, "2015 is over by 2016-01-04"),
        (("--format", "doc"), 2, "--format 不能是“doc”，可以是：text、yaml、markdown"),
        (("--format", "ics"), 2, "ics 要写成文件：--output 计划.ics"),
        (("-f", "xlsx", "--lang", "en"), 2, "xlsx is written to a file: --output "),
        (("--pack", "no-such-pack"), 2, "no-such-pack"),
        (("--as-of", "2016-13-01"), 2, "没有 2016-13-01 这一天"),
        (("no-such-folder",), 2, "多写了"),
    ],
)
def test_misuse_is_told_and_nothing_written(
    call, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """Told in a sentence, nothing written."""
    ended = call("plan", "branch-01", *AS_OF, *TINY, *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "里没有支部：支部文件夹要有 branch.yaml"),
        ({"甲/branch.yaml": "- 甲\n"}, "甲 的 branch.yaml 用不了"),
        ({"branch.yaml": "- 甲\n"}, "的 branch.yaml 用不了，哪里要改：lxyz check "),
    ],
)
def test_nothing_to_plan(
    call, tmp_path: Path, files: dict[str, str], told: str
) -> None:
    """Exit code 3, and what to do."""
    folder = tmp_path / "支部"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    ended = call("plan", folder, *AS_OF)
    assert (ended.code, ended.out) == (3, "")
    assert told in ended.err


def test_what_is_wrong_in_the_records(call, gap_branch: Path) -> None:
    """A plan builds on the records that are there: what cannot be read in them is told
    beside it, never passed over."""
    (gap_branch / "错.yaml").write_text("- {类型: 党课}\n", "utf-8")
    ended = call("plan", "branch-01", *AS_OF, *TINY)
    assert ended.code == 0
    assert ended.err.startswith("branch-01/错.yaml:1:")


IMPOSSIBLE = """
- id: impossible
  title: 办不到
  title_en: Impossible
  covers: [tiny-02]
  modality: must
  for: branch
  when: {every: year, from: 12-30, to: 12-30, late: never}
  count: {of: {kind: party-lecture}, min: 2}
"""
UNWRITTEN = IMPOSSIBLE.replace(
    "kind: party-lecture}, min: 2", "kind: party-lecture, nonsense: some}"
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_to_be_put_in_by_hand(call, gap_branch: Path, lang: str) -> None:
    """The plan is written, and what no draft can be is told beside it."""
    pack = gap_branch.parent / "tiny-pack" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8") + UNWRITTEN.lstrip("\n"), "utf-8")
    told = {
        "zh": "要自己写进计划的（1 件）",
        "en": "To be put into the plan by hand (1)",
    }
    plan = gap_branch / "计划.yaml"
    made = ("plan", "branch-01", *AS_OF, *TINY, "--lang", lang)
    ended = call(*made, "--output", plan)
    assert (ended.code, ended.out) == (1, "")
    assert plan.exists()
    assert told[lang] in ended.err
    ended = call(*made, "-f", "text")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.count(told[lang]) == 1


@pytest.mark.parametrize("partial", [False, True])
def test_no_half_plan(call, gap_branch: Path, partial: bool) -> None:
    """What cannot be met is told, once; the rest is written only if asked for."""
    pack = gap_branch.parent / "tiny-pack" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8") + IMPOSSIBLE.lstrip("\n"), "utf-8")
    more = ("--partial",) if partial else ()
    ended = call(
        "plan", "branch-01", *AS_OF, *TINY, "--output", gap_branch / "计划.yaml", *more
    )
    assert (ended.code, ended.out) == (1, "")
    assert (gap_branch / "计划.yaml").exists() == partial
    assert ended.err.count("计划办不到的（1 件）") == 1
    assert "这一条单独也排不下" in ended.err


@pytest.mark.parametrize("wide", [80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_keeps_to_its_width(call, example: Path, lang: str, wide: int) -> None:
    """No line of it is wider than the terminal."""
    ended = call(
        *("plan", example, "--as-of", "2016-09-30", "-f", "text", "--lang", lang),
        env={"COLUMNS": str(wide)},
    )
    lines = ended.out.splitlines()
    assert len(lines) > 20
    for line in lines:
        assert sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) <= wide


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_plan_with_nothing_in_it(call, tmp_path: Path, lang: str) -> None:
    """Of a branch that is not there yet: no file is written, which would be no record;
    that is said, of one branch and of several."""
    for name in "甲乙":
        (tmp_path / name).mkdir()
        (tmp_path / name / "branch.yaml").write_text(
            f"名称: {name}\n规则包: bj-2016\n成立日期: 2017-03-01\n"
            "党员: [{姓名: 王敏, 起: 2017-03-01}]\n",
            "utf-8",
        )
    words = {"zh": "没有写文件", "en": "no file was written"}
    file = tmp_path / "计划.yaml"
    more = (*AS_OF, "--lang", lang, "--output")
    one = call("plan", tmp_path / "甲", *more, file)
    assert (one.code, one.out) == (0, "")
    assert words[lang] in one.err
    assert not file.exists()
    both = call("plan", tmp_path, *more, tmp_path / "计划")
    assert both.code == 0
    assert both.out.count(words[lang]) == 2
    assert not (tmp_path / "计划").exists()
    shown = call("plan", tmp_path / "甲", *AS_OF, "--format", "yaml").out
    assert all(line.startswith("#") for line in shown.splitlines())


def test_a_folder_with_one_branch(call, clean_branch: Path, tmp_path: Path) -> None:
    """Is as good as the branch itself."""
    home = tmp_path / "各支部"
    home.mkdir()
    clean_branch.rename(home / "甲")
    said = ("--as-of", "2016-01-04", "--format", "text")
    assert call("plan", home, *said) == call("plan", home / "甲", *said)


def test_a_branch_that_goes_by_no_rules(call, clean_branch: Path) -> None:
    """There is no plan of nothing."""
    profile = clean_branch / "branch.yaml"
    lines = profile.read_text("utf-8").splitlines(keepends=True)
    kept = [one for one in lines if not one.startswith("规则包")]
    assert len(kept) < len(lines)
    profile.write_text("".join(kept), "utf-8")
    ended = call("plan", clean_branch)
    assert (ended.code, ended.out) == (3, "")
    assert "用不了" in ended.err
