"""The edge: what is put aside, and how pieces are written."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from rich import text
from typer import rich_utils

from lxyz.cli.chinese import divided, in_chinese
from lxyz.cli.terminal import Spool, write_all


@pytest.mark.parametrize("memory", [1, Spool.MEMORY])
def test_a_spool_gives_back_what_it_got(
    memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In order, any value, whether it lies in memory or on disk; nothing if empty."""
    monkeypatch.setattr(Spool, "MEMORY", memory)
    with Spool() as spool:
        assert list(spool) == []
        for value in ("甲" * 1000, ("a", None), ""):
            spool.append(value)
        assert list(spool) == ["甲" * 1000, ("a", None), ""]


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        ([], ""),
        ([""], ""),
        (["a"], "a\n"),
        (["a\n", "b\n"], "a\nb\n"),
        (["a\n", "b", ""], "a\nb\n"),
    ],
)
def test_pieces_end_with_one_line_end(
    pieces: list[str], shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the terminal the last line is closed; an empty text stays empty."""
    write_all(pieces, None)
    assert capsys.readouterr().out == shown


def test_pieces_make_a_file(tmp_path: Path) -> None:
    """A file is written as it is, and nothing is left beside it."""
    write_all(iter(["a\n", "b"]), tmp_path / "report")
    assert (tmp_path / "report").read_text(encoding="utf-8") == "a\nb"
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_a_command_without_help_option(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets its Chinese headings, too; there is no help option to be named."""
    monkeypatch.setattr(text, "divide_line", text.divide_line)
    for name in ("OPTIONS", "COMMANDS", "ARGUMENTS"):  # put back after the test
        monkeypatch.setattr(rich_utils, f"{name}_PANEL_TITLE", "")
    app = typer.Typer(add_completion=False)
    app.command(add_help_option=False)(lambda: None)
    command = typer.main.get_command(app)
    in_chinese(command)
    context = typer.Context(command, info_name="x")
    assert command.get_help_option(context) is None
    assert command.get_usage(context).startswith("用法：x")
    assert rich_utils.OPTIONS_PANEL_TITLE == "选项"


@pytest.mark.parametrize(
    ("line", "width", "begins"),
    [
        ("甲乙丙", 6, []),
        ("甲乙丙。丁", 6, [2]),  # the mark takes its character with it
        ("甲乙丙。", 2, [1, 2, 3]),  # but where nothing else has room
        ("甲乙 --as-of", 11, [3]),  # an option stays whole; the blank stays behind
        ("", 6, []),
    ],
)
def test_where_a_line_of_the_help_begins(
    line: str, width: int, begins: list[int]
) -> None:
    """Never with a closing mark while there is room for it."""
    assert divided(line, width) == begins


def test_a_shell_shows_the_whole_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it offers a command with: the first paragraph, in one line."""
    monkeypatch.setattr(text, "divide_line", text.divide_line)
    app = typer.Typer(add_completion=False)
    app.command(help=f"{'很长' * 40}，\n还有\n\n例：\n")(lambda: None)
    command = typer.main.get_command(app)
    in_chinese(command)
    assert command.get_short_help_str() == f"{'很长' * 40}，还有"
