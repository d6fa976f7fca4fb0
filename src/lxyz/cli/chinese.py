"""Chinese headings for the help that typer writes in English.

typer's own texts cannot be translated by gettext any more, so the few words of its help
pages are replaced on the finished command tree, only when help is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperArgument

from lxyz.render.page.width import columns, pieces

_USAGE = {
    "Usage: ": "用法：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
}
_OPTIONS = {
    "install_completion": "为当前 shell 安装命令补全。",
    "show_completion": "显示当前 shell 的命令补全脚本，供复制或另存。",
}


_FILES = dict.fromkeys(("assume", "members", "output", "update"), "FILE")
_VALUES = {**_FILES, "as_of": "DAY", "days": "N", "jobs": "N", "show": "WHAT"}
"""What the value of an option is called, if not as the option."""


def laid_out(command: Any) -> None:
    """Lets the help of a command and all below it be read whole in any width and
    language, and names values by what they are, not by a type of Python."""
    from rich import text
    from typer import rich_utils

    # No setting of typer reaches these texts: they are folded as they are made.
    for name in ("_make_rich_text", "_get_parameter_help"):
        setattr(rich_utils, name, _folded(getattr(rich_utils, name)))
    setattr(text, "divide_line", divided)  # noqa: B010 - rich does not export it
    _name_values(command)


def _name_values(command: Any) -> None:
    for parameter in filter(None, (*command.params, _help_of(command))):
        told = parameter.metavar or ""
        if isinstance(parameter, TyperArgument):
            told = ""
        elif parameter.is_flag:
            parameter.show_default = False  # it says no more than that it is one
        elif not told:
            told = _VALUES.get(parameter.name, parameter.name.upper())
        default = _bare(parameter._get_default_string)  # noqa: SLF001 - set below
        shown = {
            "display_type_rich": lambda ctx, told=told: told,  # noqa: ARG005 - as typer calls it
            "_get_number_range_help_str": lambda: "",
            "_get_default_string": default,
        }
        for name, made in shown.items():
            setattr(parameter, name, made)
    for inner in getattr(command, "commands", {}).values():
        _name_values(inner)


def _help_of(command: Any) -> Any:
    """The option `--help` of a command, which is none of its own."""
    context = typer.Context(command, help_option_names=["-h", "--help"])
    return command.get_help_option(context)


def _bare(make: Callable[..., str]) -> Callable[..., str]:
    """A default without the brackets that typer puts around a sentence."""
    return lambda **values: make(**values).removeprefix("(").removesuffix(")")


def in_chinese(command: Any) -> None:
    """Gives a command and all below it Chinese headings."""
    from typer import rich_utils

    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.DEFAULT_STRING = "〔默认：{}〕"
    rich_utils.REQUIRED_LONG_STRING = "〔必填〕"
    _translate(command)


def _folded(make: Callable[..., Any]) -> Callable[..., Any]:
    """Texts, or columns of them, that go on in the next line wherever they reach the
    edge: a Chinese sentence has no blanks, and a table of rich cuts off what it takes
    for one long word."""

    def made(**values: Any) -> Any:
        found = make(**values)
        for text in getattr(found, "renderables", [found]):
            text.overflow = "fold"
        return found

    return made


def divided(text: str, width: int, fold: bool = True) -> list[int]:  # noqa: ARG001, FBT002 - as rich calls it
    """Where the lines of a text begin, but the first: a Chinese sentence may be parted
    after any character, but not before a closing mark, which is all that rich heeds."""
    found: list[int] = []
    at = used = 0
    for piece in pieces(text, width):
        wide = columns(piece)
        if used and used + wide > width and not piece.isspace():
            found.append(at)
            used = 0
        at, used = at + len(piece), used + wide
    return found


def _usage(text: str) -> str:
    for english, chinese in _USAGE.items():
        text = text.replace(english, chinese, 1)
    return text


def _translate(command: Any) -> None:
    for parameter in command.params:
        if parameter.name in _OPTIONS:
            parameter.help = _OPTIONS[parameter.name]
    option = _help_of(command)
    if option is not None:
        option.help = "显示帮助。"
    # Of a sentence without blanks the short help that a shell shows would keep nothing.
    first = "".join((command.help or "").partition("\n\n")[0].split("\n"))
    command.get_short_help_str = lambda limit=0: first  # noqa: ARG005 - as click calls it
    written = command.get_usage
    command.get_usage = lambda ctx: _usage(written(ctx))
    for inner in getattr(command, "commands", {}).values():
        _translate(inner)
