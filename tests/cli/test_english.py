"""The help pages in English: each text of the Chinese ones has its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from lxyz.cli.commands import command_for
from lxyz.cli.english import in_english
from lxyz.cli.helptexts import english

CHINESE = re.compile(r"[\u3000-\u9fff]")


def texts(command: Any, path: str = "lxyz") -> Iterator[tuple[str, str]]:
    """All help there is, as (where, text)."""
    for text in (command.help, command.epilog):
        if text:
            yield path, text
    for parameter in command.params:
        for name in ("help", "show_default"):
            text = getattr(parameter, name, None)
            if isinstance(text, str):
                yield f"{path} {parameter.name}", text
    for name, inner in getattr(command, "commands", {}).items():
        yield from texts(inner, f"{path} {name}")


def paragraphs(command: Any) -> set[str]:
    """Those in Chinese, each with its lines joined."""
    found = ("\n\n".join(text for _, text in texts(command))).split("\n\n")
    joined = {"".join(one.strip().split("\n")) for one in found}
    return {one for one in joined if CHINESE.search(one)}


def test_every_text_is_there_and_none_is_left_over() -> None:
    """A help text that is changed or added asks for its English; one gone takes it
    along."""
    assert paragraphs(command_for(["check"])) == set(english())


def test_nothing_stays_chinese_but_names() -> None:
    """In the whole tree, names of people and branches apart."""
    command = command_for(["check"])
    in_english(command)
    left = re.sub(
        "第三党支部|王敏|陈静|党员01", "", "\n".join(t for _, t in texts(command))
    )
    assert CHINESE.findall(left) == []


def test_a_command_without_help() -> None:
    """It has none in English either."""
    app = typer.Typer(add_completion=False)
    app.command()(lambda: None)
    command = typer.main.get_command(app)
    in_english(command)
    assert not command.help


@pytest.mark.parametrize(
    ("arguments", "env", "head"),
    [
        (("--help",), {}, "用法：lxyz"),
        (("--help", "--lang", "en"), {}, "Usage: lxyz"),
        (("--lang=en", "--help"), {}, "Usage: lxyz"),
        (("-h",), {"LXYZ_LANG": "en"}, "Usage: lxyz"),
        (("check", "-h", "--lang", "zh"), {"LXYZ_LANG": "en"}, "用法：lxyz check"),
        (("rules", "lint", "--lang", "en", "-h"), {}, "Usage: lxyz rules lint"),
        ((), {"LXYZ_LANG": "en"}, "Usage: lxyz"),
    ],
)
def test_help_in_the_language_asked_for(
    run, arguments: tuple[str, ...], env: dict[str, str], head: str
) -> None:
    """By `--lang`, wherever it stands, or the environment."""
    shown = run(*arguments, env=env).stdout.decode()
    assert shown.strip().startswith(head)
    assert ("Commands" in shown or "Options" in shown) == head.startswith("Usage")
    assert ("─ 选项" in shown) == head.startswith("用法")


def test_a_language_for_any_command(call) -> None:
    """`--lang` before the command is as behind it, which goes first."""
    rule = "bj-2016/collective-study-eight"
    english = call("explain", rule, "--lang", "en")
    assert call("--lang", "en", "explain", rule) == english
    assert call("--lang", "zh", "explain", rule, "--lang", "en") == english
    listed = call("rules", "list", "sd-2021", "--lang", "en")
    assert call("--lang", "en", "rules", "list", "sd-2021") == listed
    wrong = call("--lang", "fr", "explain", rule)
    assert (wrong.code, wrong.out) == (2, "")
    assert "--lang" in wrong.err
