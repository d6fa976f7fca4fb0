"""`lxyz baseline`, and the bare truth."""

from __future__ import annotations

from pathlib import Path

AFTER = ("--as-of", "2017-01-31", "--year", "2016")


def test_accepted_and_shown(call, gap_branch: Path) -> None:
    """A red branch becomes green, says so, and is red again without it."""
    assert call("check", gap_branch, *AFTER).code == 1
    said = call("baseline", gap_branch, *AFTER, "--dry-run")
    assert "".join(said.out.split()).endswith("基线会有1处（新接受1，改好去掉0）")
    here = call("baseline", *AFTER, "--dry-run", cwd=gap_branch)
    assert here.out == "基线会有 1 处（新接受 1，改好去掉 0）\n"
    assert not (gap_branch / ".lxyz").exists()
    done = call("baseline", gap_branch, *AFTER, "--lang", "en")
    assert "the baseline holds 1 (1 added, 0 fixed)" in " ".join(done.out.split())
    green = call("check", gap_branch, *AFTER, "--format", "text")
    assert green.code == 0
    assert "接受了 1 处" in green.out
    assert "已接受（基线）" in green.out
    assert call("check", gap_branch, *AFTER).out.count("\n") <= 1
    assert call("check", gap_branch, *AFTER, "--no-waivers").code == 1
    page = call("check", gap_branch, *AFTER, "--format", "html").out
    assert "基线接受 1 处" in page


def test_new_ones_are_named(call, gap_branch: Path) -> None:
    """They come in only if asked for."""
    call("baseline", gap_branch, "--as-of", "2016-01-02")
    said = call("baseline", gap_branch, *AFTER)
    assert "另有 1 处是新的" in said.out
    assert said.code == 0
    english = call("baseline", gap_branch, *AFTER, "--lang", "en")
    assert "1 more are new" in english.out
    assert "新接受 1" in call("baseline", gap_branch, *AFTER, "--add").out


def test_what_cannot_be_read_is_no_gap_to_accept(call, gap_branch: Path) -> None:
    """A record that is written wrongly is missing: that is told before it is accepted."""
    assert "没有读进来" not in call("baseline", gap_branch, *AFTER, "--dry-run").out
    (gap_branch / "错.yaml").write_text("类型: 党课\n日期: 2016-02-30\n", "utf-8")
    said = call("baseline", gap_branch, *AFTER, "--dry-run")
    assert "记录里写错的 1 处没有读进来" in said.out
    english = call("baseline", gap_branch, *AFTER, "--lang", "en")
    assert "1 thing in the records could not be read" in " ".join(english.out.split())
    (gap_branch / "错二.yaml").write_text("类型: 党课\n日期: 2016-02-31\n", "utf-8")
    assert "记录里写错的 2 处" in call("baseline", gap_branch, *AFTER).out


def test_where_there_is_no_branch(call, tmp_path: Path) -> None:
    """3, as for a check."""
    assert call("baseline", tmp_path).code == 3


def test_one_branch_that_cannot_be_used(call, gap_branch: Path, tmp_path: Path) -> None:
    """Keeps nothing from the others, whatever it is called; both commands say so."""
    home = tmp_path / "各支部"
    home.mkdir()
    gap_branch.rename(home / "乙")
    profile = home / "乙" / "branch.yaml"
    profile.write_text(
        profile.read_text("utf-8").replace("../", "../../"), encoding="utf-8"
    )
    assert call("waivers", home).code == 0
    for name, text in (("丁", "名称：坏\n"), ("00", "[")):
        (home / name).mkdir()
        (home / name / "branch.yaml").write_text(text, encoding="utf-8")
    for command in ("baseline", "waivers"):
        ended = call(command, home, *AFTER)
        assert ended.code == 3
        assert ended.err.count("lxyz: ") == ended.err.count("用不了") == 2
        assert ended.out.count("\n") >= 1
    assert (home / "乙" / ".lxyz" / "baseline.json").exists()
