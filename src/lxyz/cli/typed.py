"""Options of our own table as typer wants them."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any, get_args

import typer

from lxyz.cli.completing import pack_names, words
from lxyz.cli.inorder import order_of
from lxyz.cli.options import PACK, Check, Option, table


def typed(one: Option) -> Any:
    """An option of our table, or the argument that has no name, as typer wants it."""
    more: dict[str, Any] = {"autocompletion": pack_names} if one is PACK else {}
    if not one.names:
        return argument(one.help, one.metavar, one.shown, **more)
    between = "/" if one.names[-1].startswith("--no-") else " "
    bounds = {"min": one.least, "max": one.most}
    names = between.join(one.names)
    return option(names, one.help, one.metavar, one.shown, **bounds, **more)


def option(
    names: str,
    help_: str,
    metavar: str | None = None,
    shown: str | None = None,
    **more: Any,
) -> Any:
    """An option, by all its names, as typer wants it; the words of a metavar `a|b|c` are
    what the shell offers, `shown` is its default."""
    return typer.Option(*names.split(), **_told(help_, metavar, shown) | more)


def argument(
    help_: str, metavar: str | None = None, shown: str | None = None, **more: Any
) -> Any:
    """An argument as typer wants it; `metavar` and `shown` as for `option`."""
    return typer.Argument(**_told(help_, metavar, shown) | more)


def _told(help_: str, metavar: str | None, shown: str | None) -> dict[str, Any]:
    told = words(metavar) if metavar and "|" in metavar else {"metavar": metavar}
    return told | {"help": help_} | ({} if shown is None else {"show_default": shown})


def command_of(check: Callable[[Check], int]) -> Callable[..., None]:
    """The function from which typer makes the command: it ends with what the check
    says."""

    def command(ctx: typer.Context, **told: Any) -> None:
        raise typer.Exit(check(Check(**told, order=order_of(ctx))))

    parameters = [
        Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    ]
    for name, hint in table().items():
        kind, option = get_args(hint)
        annotation: Any = Annotated[kind, typed(option)]
        default = Check._field_defaults[name]
        parameters.append(
            Parameter(
                name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation
            )
        )
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {}
    return command
