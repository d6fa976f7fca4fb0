"""The quick reader of the command line and typer's agree: one table, two readers."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import typer
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lxyz.cli.inorder import InOrder
from lxyz.cli.options import Check, table
from lxyz.cli.quick import plain_check
from lxyz.cli.typed import command_of

TOLD: list[Check] = []


def _told(check: Check) -> int:
    TOLD.append(check)
    return 7


def _program() -> typer.main.TyperCommand:
    app = typer.Typer()
    app.command("check", cls=InOrder)(command_of(_told))
    app.command("other")(lambda: None)
    return typer.main.get_command(app)


PROGRAM = _program()


def by_typer(arguments: list[str]) -> Check:
    """What typer makes of the arguments."""
    TOLD.clear()
    assert PROGRAM.main(args=arguments, prog_name="lxyz", standalone_mode=False) == 7
    return TOLD.pop()


OPTIONS = [get_args(hint)[1] for hint in table().values()]
NAMES = [name for option in OPTIONS for name in option.names]
VALUES = [
    *("json", "must", "2016-09-30", "branch-11", "各支部/", "a b", "1900", "2199"),
    *(
        "0",
        "4",
        "1899",
        "2200",
        "010",
        "+4",
        "4.0",
        " 4",
        "٤",
        "1_000",
        "-",
        "-1",
        "x=y",
    ),
    *("met,all", "./a", "a//b", "..", "/", "", "~", "\u3000", "a\nb", "\udce9", "--"),
]
WORDS = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(VALUES),
    st.builds("{}={}".format, st.sampled_from(NAMES), st.sampled_from(VALUES)),
    st.builds("{}{}".format, st.sampled_from(NAMES), st.sampled_from(VALUES)),
    st.text(max_size=5),
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=6))
@example(["."])
@example(["a", "--format", "json", "b", "-o", "x.json", "-j", "2"])
@example(["--year=2016", "--pack", "a", "-p", "b", "--no-progress", "--progress"])
def test_what_it_takes_typer_reads_alike(words: list[str]) -> None:
    """Whatever the quick reader accepts is to typer the same values."""
    quick = plain_check(["check", *words])
    if quick is not None:
        assert _plain(quick) == _plain(by_typer(["check", *words]))


def _plain(check: Check) -> list[object]:
    """Its values with their types; nothing told and an empty list are the same."""
    return [(type(value), value) if value else None for value in _bare(check)]


def _bare(check: Check) -> list[object]:
    return [list(one) if isinstance(one, (list, tuple)) else one for one in check]


def test_it_takes_every_option_of_the_table() -> None:
    """None is forgotten: each name is read, with a value where it takes one."""
    for name, hint in table().items():
        kind, option = get_args(hint)
        for one in option.names:
            words = [one] if kind is bool else [one, "2016"]
            told = plain_check(["check", *words])
            assert told is not None
            assert _plain(told) == _plain(by_typer(["check", *words]))
            if kind is not bool:
                assert getattr(told, name) not in (None, [])


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["rules"],
        ["--version", "check"],
        ["check", "--help"],
        ["check", "-h"],
        ["check", "--form", "json"],
        ["check", "--format"],
        ["check", "--format="],
        ["check", "--format", "--output"],
        ["check", "-fjson"],
        ["check", "-f=json"],
        ["check", "--progress=yes"],
        ["check", "--year", "1899"],
        ["check", "--year", "2200"],
        ["check", "--year", "zwei"],
        ["check", "--jobs", "02"],
        ["check", "--", "a"],
        ["check", "-"],
        ["check", ""],
        ["check", "a\nb"],
        ["check", "\udce9"],
        ["check", "a" * 1000],
    ],
)
def test_it_leaves_to_typer(words: list[str]) -> None:
    """What is wrong, unusual, or no check, it does not read."""
    assert plain_check(words) is None


def test_it_leaves_completion_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell asks for completion by a variable, whatever the words are."""
    assert plain_check(["check", "a"]) == Check([Path("a")])
    monkeypatch.setenv("_LXYZ_COMPLETE", "bash_complete")
    assert plain_check(["check", "a"]) is None
