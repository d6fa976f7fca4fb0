"""The clock, the console, files and the bar: what only the edge knows."""

from __future__ import annotations

import io
import sys
import types
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lxyz.cli import asking, terminal
from lxyz.errors import UsageError
from lxyz.fleet.branch import Options
from lxyz.fleet.many import Asked
from lxyz.report import outline

NOTHING: frozenset[str] = frozenset()


class Console(io.StringIO):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """What the console can show."""
        return self._encoding

    def isatty(self) -> bool:
        """A person looks at it."""
        return True


Opened = Callable[..., Console]


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Makes stdout and stderr a terminal of 100 columns, without wishes for colour (in
    the test itself: pytest puts its own streams in their place before it)."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "LXYZ_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def opened(encoding: str = "utf-8") -> Console:
        stream = Console(encoding)
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return opened


@pytest.mark.parametrize(
    ("hour", "today"), [(15, date(2016, 9, 30)), (16, date(2016, 10, 1))]
)
def test_today_is_today_in_china(
    monkeypatch: pytest.MonkeyPatch, hour: int, today: date
) -> None:
    """From 16:00 UTC on it is the next day."""

    class Clock:
        @staticmethod
        def now(zone: object) -> datetime:
            assert zone is UTC
            return datetime(2016, 9, 30, hour, tzinfo=UTC)

    monkeypatch.setattr(terminal, "datetime", Clock)
    assert terminal.day(None) == today
    assert terminal.day("2016年6月24日") == date(2016, 6, 24)


@pytest.mark.parametrize(
    ("env", "color", "colored"),
    [
        ({}, "auto", True),
        ({"NO_COLOR": "1"}, "auto", False),
        ({"TERM": "dumb"}, "auto", False),
        ({}, "never", False),
        ({"NO_COLOR": "1", "TERM": "dumb"}, "always", True),
    ],
)
def test_colour_at_a_terminal(
    console: Opened,
    monkeypatch: pytest.MonkeyPatch,
    env: dict[str, str],
    color: str,
    colored: bool,
) -> None:
    """On by default, off on wish, --color above all."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    console()
    how = terminal.style("", color, NOTHING, None)
    assert (how.color, how.width, how.unicode) == (colored, 100, True)


def test_a_file_is_no_terminal(console: Opened) -> None:
    """What goes to a file has no colour and all characters."""
    console()
    how = terminal.style("en", "auto", NOTHING, Path("x.txt"))
    assert (how.color, how.unicode, how.lang) == (False, True, "en")


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("40", 40), ("300", 120)])
def test_width_has_bounds(
    console: Opened, monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    """From 40 to 120 columns: below nothing fits, above nobody reads a line."""
    monkeypatch.setenv("COLUMNS", columns)
    console()
    assert terminal.style("", "auto", NOTHING, None).width == width


def test_a_pipe_is_as_wide_as_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """80, where nothing says how wide it is, whatever the terminal around it is."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal.style("", "auto", NOTHING, None).width == 80


@pytest.mark.parametrize(("encoding", "unicode"), [("gbk", False), ("UTF-8", True)])
def test_symbols_the_console_has(console: Opened, encoding: str, unicode: bool) -> None:
    """Only a UTF stream gets more than GBK has."""
    console(encoding)
    assert terminal.style("", "never", NOTHING, None).unicode is unicode


@pytest.mark.parametrize(
    ("color", "has", "colored"),
    [("auto", True, True), ("auto", False, False), ("always", False, True)],
)
def test_a_console_of_windows(
    console: Opened,
    monkeypatch: pytest.MonkeyPatch,
    color: str,
    has: bool,
    colored: bool,
) -> None:
    """Where colorama is it makes it obey; without it there is no colour unless always."""
    switched: list[bool] = []
    fake = types.ModuleType("colorama")
    fake.just_fix_windows_console = lambda: switched.append(True)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "colorama", fake if has else None)
    monkeypatch.setattr(terminal, "WINDOWS", True)
    console()
    assert terminal.style("", color, NOTHING, None).color is colored
    assert switched == [True] * has


def test_a_pipe_of_windows_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a console is switched; FORCE_COLOR in a pipe is the caller's business."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(terminal, "WINDOWS", True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(terminal, "obeys_escapes", lambda: pytest.fail("not asked for"))
    assert terminal.style("", "auto", NOTHING, None).color


def test_text_ends_in_one_line_end(capsys: pytest.CaptureFixture[str]) -> None:
    """A text without line end gets one, an empty one stays empty."""
    for text in ("a", "b\n", ""):
        terminal.write(text, None)
    assert capsys.readouterr().out == "a\nb\n"


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the last step fails the old file stands and nothing else lies about."""
    target = tmp_path / "报告.txt"
    terminal.write("旧", target)

    def failing(*_: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(UsageError) as raised:
        terminal.write("新", target)
    assert raised.value.values["why"] == "denied"
    assert target.read_text("utf-8") == "旧"
    assert [one.name for one in tmp_path.iterdir()] == ["报告.txt"]


def test_a_slow_reader_is_told_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the C parser there is one line on stderr, else none."""
    terminal.warn_if_slow("zh")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("lxyz.files.tree.is_fast", lambda: False)
    terminal.warn_if_slow("zh")
    terminal.warn_if_slow("en")
    told = capsys.readouterr().err
    assert "重装 PyYAML" in told
    assert "reinstall" in told


@pytest.mark.parametrize(
    ("total", "wanted", "shown"), [(4, True, True), (3, True, False), (4, False, False)]
)
def test_a_bar_for_long_work_at_a_terminal(
    console: Opened, total: int, wanted: bool, shown: bool
) -> None:
    """More than three branches, a terminal, and nobody said no."""
    stream = console()
    with terminal.Progress(total, shown=wanted) as bar:
        for _ in range(total):
            bar.step()
        if shown:
            assert bar.bar.tasks[0].completed == total
    assert bool(stream.getvalue()) is shown


def test_no_bar_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe or a log nothing is drawn."""
    with terminal.Progress(9, shown=True) as bar:
        bar.step()
    assert capsys.readouterr().err == ""


def test_each_branch_is_a_step_of_the_bar(
    monkeypatch: pytest.MonkeyPatch, clean_branch: Path
) -> None:
    """Told of as soon as it is done."""
    steps = []

    def step(bar: terminal.Progress) -> None:
        steps.append(bar.total)

    monkeypatch.setattr(terminal.Progress, "step", step)
    tasks = [Asked(clean_branch, Options(date(2016, 9, 30)))] * 2
    made = terminal.worked(tasks, outline, 1, shown=True)
    assert [len(steps) for _ in made] == [1, 2]


@pytest.mark.parametrize(("seen", "told"), [(True, "甲"), (False, "乙")])
def test_who_is_asked(
    console: Opened, monkeypatch: pytest.MonkeyPatch, seen: bool, told: str
) -> None:
    """A person at the terminal is; elsewhere the default stands."""
    console()
    entered = Console()
    entered.write("甲\n")
    entered.seek(0)
    monkeypatch.setattr(sys, "stdin", entered if seen else io.StringIO("甲\n"))
    assert asking.asked("标题", "乙") == told
