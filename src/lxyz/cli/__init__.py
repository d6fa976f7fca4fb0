"""The edge: the command line. `run` is the program."""

import sys

from lxyz.base import memory

__all__ = ["run"]


def run(arguments: list[str] | None = None) -> None:
    """The program, with its own start: who interrupts that has interrupted it, too."""
    try:
        memory.look_seldom()  # before all else is imported
        from lxyz.cli import ending

        ending.run(arguments)
    except KeyboardInterrupt:
        sys.exit(130)
