"""`lxyz check --redact`: for each format that is asked for."""

from __future__ import annotations

from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "branch-11"
NAMES = "王敏 陈静 李娜 赵强 周建国 郭芳 刘洋 何佳 马骏 胡斌 许诺 吴昊".split()
DAY = ("--as-of", "2016-09-30")


def test_several_formats_of_one_run(call, tmp_path: Path) -> None:
    """The same pseudonym for one person in each of them, and in each run."""
    asked = (
        "-f",
        "html",
        "-o",
        tmp_path / "a.html",
        "-f",
        "json",
        "-o",
        tmp_path / "a",
    )
    ended = call("check", EXAMPLE, *DAY, "--redact", *asked, "-f", "text")
    assert ended.code == 1
    texts = [
        ended.out,
        *((tmp_path / one).read_text("utf-8") for one in ("a.html", "a")),
    ]
    for text in texts:
        assert not [name for name in NAMES if name in text]
        assert "党员24" in text
    for form in ("sarif", "markdown", "csv", "junit", "github", "gitlab", "lines"):
        told = call("check", EXAMPLE, *DAY, "--redact", "-f", form, "--show", "all")
        assert not [name for name in NAMES if name in told.out], form
    again = call("check", EXAMPLE, *DAY, "--redact", "-f", "text")
    assert again.out == ended.out
    assert "马骏" in call("check", EXAMPLE, *DAY, "-f", "text").out
