"""Chinese headings for the help that typer writes in English.

typer's own texts cannot be translated by gettext any more, so the few words of its help
pages are replaced on the finished command tree, only when help is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from lxyz.render.page.width import columns, pieces

_OPTIONS = {
    "install_completion": "为当前 shell 安装命令补全。",
    "show_completion": "显示当前 shell 的命令补全脚本，供复制或另存。",
}


def in_chinese(command: Any) -> None:
    """Gives a command and all below it Chinese headings."""
    from rich import text
    from typer import rich_utils

    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.DEFAULT_STRING = "〔默认：{}〕"
    rich_utils.REQUIRED_LONG_STRING = "〔必填〕"
    # No setting of typer reaches these texts: they are folded as they are made.
    for name in ("_make_rich_text", "_get_parameter_help"):
        setattr(rich_utils, name, _folded(getattr(rich_utils, name)))
    setattr(text, "divide_line", divided)  # noqa: B010 - rich does not export it
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


def _translate(command: Any) -> None:
    for parameter in command.params:
        if parameter.name in _OPTIONS:
            parameter.help = _OPTIONS[parameter.name]
    context = typer.Context(command, help_option_names=["-h", "--help"])
    option = command.get_help_option(context)
    if option is not None:
        option.help = "显示帮助。"
    # Of a sentence without blanks the short help that a shell shows would keep nothing.
    first = "".join((command.help or "").partition("\n\n")[0].split("\n"))
    command.get_short_help_str = lambda limit=0: first  # noqa: ARG005 - as click calls it
    written = command.get_usage
    command.get_usage = lambda ctx: written(ctx).replace("Usage: ", "用法：", 1)
    for inner in getattr(command, "commands", {}).values():
        _translate(inner)
