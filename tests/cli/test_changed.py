"""`check --changed`: only what is wrong with the files that are named."""

from __future__ import annotations

import json
from pathlib import Path

from lxyz.fleet.find import branches_with

DAY = ("--as-of", "2016-09-30", "--format", "lines", "--changed")


def test_files_find_their_branch(clean_branch: Path, monkeypatch) -> None:
    """From wherever one stands; the nearest, where a branch lies in another."""
    inner = clean_branch / "内"
    inner.mkdir()
    (inner / "branch.yaml").write_text("名称: 内\n", "utf-8")
    monkeypatch.chdir(clean_branch.parent)
    files = [
        Path("branch-01/党课.yaml"),
        Path("branch-01/党课.yaml"),
        Path("branch-01/branch.yaml"),
        Path("branch-01/内/x/y.yaml"),
        Path("tiny-pack/pack.yaml"),
    ]
    assert branches_with(files) == (
        ("branch-01", "党课.yaml"),
        ("branch-01", "branch.yaml"),
        ("branch-01/内", "x/y.yaml"),
    )
    (clean_branch / "年").mkdir()
    monkeypatch.chdir(clean_branch / "年")
    assert branches_with([Path("a.yaml")]) == ((str(clean_branch), "年/a.yaml"),)


def test_what_is_lacking_in_a_record_counts(call, example: Path) -> None:
    """A record that lacks something is told of with its file, an absence is not."""
    ended = call("check", example / "2016" / "组织关系排查.yaml", *DAY)
    assert ended.code == 1
    lines = ended.out.splitlines()[1:]
    assert lines
    assert all("组织关系排查.yaml:" in line for line in lines)


def test_an_absence_is_no_matter_of_a_file(call, gap_branch: Path) -> None:
    """Not even of the profile, where it is shown else."""
    ended = call("check", gap_branch / "branch.yaml", *DAY)
    assert ended.code == 0
    assert "lecture" not in ended.out
    whole = call(
        "check", gap_branch, "--as-of", "2017-01-01", "-f", "lines", "--year", "2016"
    )
    assert "tiny/lecture" in whole.out


def test_that_it_is_not_the_whole_branch_is_said(call, gap_branch: Path) -> None:
    """Where people read it, so that nobody takes it for a clean report of the branch."""
    file = gap_branch / "x.yaml"
    file.write_text("类型: 集体学习\n日期: 2016-01-05\n出席情况: 全体\n", "utf-8")
    for form in ("text", "markdown", "html"):
        ended = call("check", file, "--changed", "--as-of", "2016-09-30", "-f", form)
        assert "只看改动的 1 个文件，不是整个支部" in ended.out
        assert "记录中未发现缺口" not in ended.out
    ended = call("check", file, *DAY[:2], "--changed", "-f", "text", "--lang", "en")
    assert "only of 1 changed file, not of the whole branch" in ended.out
    assert "No gap found in these files." in ended.out


def test_a_file_that_is_not_there(call, gap_branch: Path) -> None:
    """A slip of the keyboard is told; no fault, for a file may have been deleted."""
    ended = call("check", gap_branch / "没有.yaml", gap_branch / "branch.yaml", *DAY)
    assert ended.code == 0
    assert "没有.yaml 这个文件，没有查" in ended.err


def test_files_of_no_branch(call, tmp_path: Path) -> None:
    """Nothing to check, and that is said in the language asked for."""
    (tmp_path / "x.yaml").write_text("a: 1\n", "utf-8")
    ended = call("check", "x.yaml", *DAY)
    assert (ended.code, ended.out) == (0, "")
    assert "没有要查的" in ended.err
    assert "nothing to check" in call("check", "x.yaml", *DAY, "--lang", "en").err
    assert call("check", *DAY).code == 0


def test_a_format_for_programs_of_files_of_no_branch(call, tmp_path: Path) -> None:
    """What reads the report, or sends the file on, finds one: of no branch."""
    (tmp_path / "x.yaml").write_text("a: 1\n", "utf-8")
    wanted = ("-f", "json", "-f", "sarif", "-o", "x.sarif")
    ended = call("check", "x.yaml", "--changed", *wanted)
    assert ended.code == 0
    assert json.loads(ended.out)["branches"] == []
    assert json.loads((tmp_path / "x.sarif").read_text("utf-8"))["runs"]
