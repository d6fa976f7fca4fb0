"""Options of a command in the order in which they were written.

typer gives each option its values apart; which `--output` follows which `--format` is
known only while the words are read.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand

from lxyz.cli.options import ORDERED

_ORDER = "lxyz.order"


class InOrder(TyperCommand):
    """A command that remembers the order of the options whose order means something."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Notes the order, then reads the words as any command does."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[_ORDER] = tuple(one.name for one in order if one.name in ORDERED)
        return super().parse_args(ctx, args)


def order_of(ctx: typer.Context) -> tuple[str, ...]:
    """The names of such options, as often as each was written."""
    found: tuple[str, ...] = ctx.meta[_ORDER]
    return found
