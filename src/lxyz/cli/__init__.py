"""The edge: the command line. `run` is the program."""

from lxyz.cli.ending import run

__all__ = ["run"]
