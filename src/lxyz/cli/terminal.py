"""The terminal, the clock and the disk: how to write, what day it is, where to.

The only place that reads the clock: `day`. Days are days in China, wherever the program
runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from lxyz.base.there import is_there
from lxyz.errors import LxyzError, UsageError, why_of

if TYPE_CHECKING:
    from lxyz.fleet.many import Made, Task
    from lxyz.render.form import Ground
    from lxyz.render.page.style import Style
    from lxyz.report import BranchReport

_BEIJING = timedelta(hours=8)
WINDOWS = os.name == "nt"


def one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    """Raises UsageError E201 unless the value is an allowed one."""
    if value not in allowed:
        raise UsageError("E201", option=option, value=value, allowed="、".join(allowed))


def day(text: str | None) -> date:
    """The day to check: as asked, else today in China, which is the only place where
    lxyz reads the clock."""
    from lxyz.dates.days import DateProblem, parse_date

    if text is None:
        return (datetime.now(UTC) + _BEIJING).date()
    try:
        return parse_date(text)
    except DateProblem as problem:
        shown = problem.shown
        if problem.reason == "weekday":
            raise UsageError("E215", value=text, shown=shown) from None
        if problem.reason == "no-such-day":
            known = shown != DateProblem("").shown  # else it is an example only
            raise UsageError("E214", value=text, shown=shown if known else "") from None
        if problem.reason == "year":
            raise UsageError("E239", value=text) from None
        raise UsageError("E202", value=text, shown=shown, why=problem.reason) from None


def language(asked: str) -> str:
    """The language asked for, else that of LXYZ_LANG, else Chinese."""
    lang = asked or os.environ.get("LXYZ_LANG", "") or "zh"
    one_of("--lang", lang, ("zh", "en"))
    return lang


def is_terminal(output: Path | None) -> bool:
    """Whether a person looks at what is written."""
    return output is None and sys.stdout.isatty()


def ground() -> Ground:
    """Where paths of a report for CI services begin: at the root of the repository
    around the working directory, which holds `.git`; else at the working directory."""
    from lxyz.render.form import Ground

    try:
        here = Path.cwd()
    except (
        FileNotFoundError
    ):  # deleted under our feet; what is asked for lies elsewhere
        here = Path(os.sep)
    around = (one for one in (here, *here.parents) if is_there(one / ".git"))
    return Ground(str(next(around, here)), str(here))


def _columns() -> int:
    """How wide the terminal is; 80 where there is none and nothing says otherwise."""
    if not os.environ.get("COLUMNS") and not sys.stdout.isatty():
        return 80
    # Not before: it brings the compressors, and a job in a pipe needs none.
    from shutil import get_terminal_size

    return get_terminal_size((80, 24)).columns


def style(
    lang: str,
    color: str,
    show: frozenset[str] = frozenset(),
    output: Path | None = None,
) -> Style:
    """How to write: language, width, colour, and what the stream can show."""
    from lxyz.render.page.style import Style

    one_of("--color", color, ("auto", "always", "never"))
    terminal = is_terminal(output)
    colored = color == "always" or (
        color == "auto"
        and not os.environ.get("NO_COLOR")
        and (terminal or bool(os.environ.get("FORCE_COLOR")))
        and os.environ.get("TERM") != "dumb"
    )
    if colored and terminal and not obeys_escapes():
        colored = color == "always"
    return Style(
        lang=language(lang),
        width=max(40, min(_columns(), 120)),
        color=colored,
        unicode=output is not None or _takes_all(),
        show=show,
    )


def _takes_all() -> bool:
    """Whether every character can be printed."""
    encoding = sys.stdout.encoding or "ascii"
    return encoding.lower().replace("-", "").startswith("utf")


def obeys_escapes() -> bool:
    """Whether the console does what escape sequences say; that of Windows is asked to.

    colorama switches its escape sequences on where it has them (Windows 10 and later)
    and translates them where it has not; without colorama there is no colour.
    """
    if not WINDOWS:
        return True
    try:
        from colorama import just_fix_windows_console
    except ImportError:
        return False
    just_fix_windows_console()
    return True


def write(text: str, output: Path | None = None, escapes: str = "") -> None:
    """Prints, or writes a file whole or not at all."""
    write_all([text], output, escapes)


@contextmanager
def to_screen() -> Iterator[None]:
    """A context for printing to the screen.

    If the reader closes the pipe (`| head`), there is no more output and no message,
    and the exit code stays the same. Raises UsageError E235 if the output cannot be
    written (a full disk)."""
    try:
        yield
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:
        silence(sys.stdout)
        raise UsageError("E235", why=why_of(error)) from None


def complain(text: str) -> None:
    """Says something beside the result, on stderr; where nobody can hear it, the run
    goes on and ends as it would have."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr)


def remark(code: str, lang: str, **values: object) -> None:
    """Says on stderr what is to be known and ends nothing, by its code."""
    from lxyz.render import error_sentence

    complain(f"{error_sentence(LxyzError(code, **values), lang)}\n")


def one_by_one(things: Iterable[Any], act: Callable[[Any], None], lang: str) -> int:
    """Does something to each thing, and returns the exit code.

    If one cannot be used or written, its error is shown, and the others still
    follow."""
    from lxyz.render import error_sentence

    codes = []
    for one in things:
        try:
            act(one)
        except LxyzError as error:
            complain(f"lxyz: {error_sentence(error, lang)}\n")
            codes.append(error.exit_code)
    return min(codes, default=0)


def silence(stream: Any) -> None:
    """Points a stream that takes no more at nothing, so that the interpreter does not
    complain at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_all(pieces: Iterable[str], output: Path | None, escapes: str = "") -> None:
    """Prints the pieces of a text, or writes them to a file, whole or not at all.

    A text with escapes of its own (`json`, `xml`) is printed as ASCII where not every
    character can be: it says so of itself that it is UTF-8."""
    if output is None:
        if escapes and not _takes_all():
            from lxyz.render.page.jsontext import as_ascii

            pieces = (as_ascii(piece, escapes) for piece in pieces)
        with to_screen():
            last = ""
            for piece in pieces:
                sys.stdout.write(piece)
                last = piece or last
            if last and not last.endswith("\n"):
                sys.stdout.write("\n")
            sys.stdout.flush()
        return
    from lxyz.files.writing import replace

    replace(output, (one.encode(errors="backslashreplace") for one in pieces))


class Spool:
    """Values kept until all are there, on disk if they are large: the head of a report
    is known only when its last branch has been checked."""

    MEMORY = 1 << 20

    def __init__(self) -> None:
        from tempfile import SpooledTemporaryFile

        self._file = SpooledTemporaryFile(self.MEMORY)  # noqa: SIM115 - closed at exit
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def append(self, value: object) -> None:
        """Puts a value behind the others."""
        import pickle

        self._file.seek(self._end)
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
        self._end = self._file.tell()

    def __iter__(self) -> Iterator[Any]:
        import pickle

        at = 0
        while at < self._end:
            self._file.seek(at)
            value = pickle.load(self._file)  # noqa: S301 - our own values, our own file
            at = self._file.tell()
            yield value


def warn_if_slow(lang: str) -> None:
    """Says so where PyYAML has no C parser: reading takes ten times as long."""
    from lxyz.files.tree import is_fast

    if not is_fast():
        remark("E701", lang)


def worked(
    tasks: Sequence[Task],
    make: Callable[[BranchReport], Made],
    jobs: int,
    *,
    shown: bool,
) -> Iterator[Made]:
    """What `make` makes of the report of each task (see `lxyz.fleet.each`), by so many
    processes, or as many as are worth it; with a bar at a terminal."""
    from lxyz.fleet.many import each, workers

    count = workers(jobs, len(tasks), os.cpu_count() or 1)
    with Progress(len(tasks), shown=shown) as bar:
        for made in each(tasks, make, count):
            bar.step()
            yield made


class Progress:
    """A bar on stderr for long work at a terminal, nothing elsewhere."""

    def __init__(self, total: int, *, shown: bool) -> None:
        self.total = total
        self.shown = shown and total > 3 and sys.stderr.isatty()
        self.bar: Any = None

    def __enter__(self) -> Self:
        if self.shown:
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.bar.start()
            self.task = self.bar.add_task("", total=self.total)
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def step(self) -> None:
        """One branch more is done."""
        if self.bar is not None:
            self.bar.advance(self.task)
