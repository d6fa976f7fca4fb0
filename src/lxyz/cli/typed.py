"""Options of our own table as typer wants them."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any, get_args

import typer

from lxyz.cli.completing import pack_names, words
from lxyz.cli.inorder import order_of
from lxyz.cli.options import PACK, Check, Option, table


def typed(option: Option) -> Any:
    """An option of our table, or the argument that has no name, as typer wants it."""
    names = option.names
    if names and names[-1].startswith("--no-"):
        names = ("/".join(names),)
    more: dict[str, Any] = {"autocompletion": pack_names} if option is PACK else {}
    told = option.help, option.metavar, option.shown
    return said(" ".join(names), *told, min=option.least, max=option.most, **more)


def said(
    names: str,
    help_: str,
    metavar: str | None = None,
    shown: str | None = None,
    **more: Any,
) -> Any:
    """An option with these names, or the argument that has none, as typer wants it;
    the words of a metavar `a|b|c` are what the shell offers, `shown` is its default."""
    told = words(metavar) if metavar and "|" in metavar else {"metavar": metavar}
    if shown is not None:
        told["show_default"] = shown
    make = typer.Option if names else typer.Argument
    return make(*names.split(), help=help_, **told | more)


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
