"""Options of our own table as typer wants them."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any, get_args, get_type_hints

import typer

from lxyz.cli.options import Check, Option


def typed(option: Option) -> Any:
    """An option, or the argument that has no name, as typer wants it."""
    told: dict[str, Any] = {"help": option.help, "metavar": option.metavar}
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

    def command(**told: Any) -> None:
        raise typer.Exit(check(Check(**told)))

    parameters = []
    for name, hint in get_type_hints(Check, include_extras=True).items():
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
