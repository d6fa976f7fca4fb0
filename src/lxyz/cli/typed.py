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
    """An option, or the argument that has no name, as typer wants it."""
    told: dict[str, Any] = {"help": option.help, "metavar": option.metavar}
    if option.metavar is not None and "|" in option.metavar:
        told |= words(option.metavar)
    if option is PACK:
        told["autocompletion"] = pack_names
    if option.shown is not None:
        told["show_default"] = option.shown
    if not option.names:
        return typer.Argument(**told)
    names = option.names
    if names[-1].startswith("--no-"):
        names = ("/".join(names),)
    return typer.Option(*names, min=option.least, max=option.most, **told)


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
