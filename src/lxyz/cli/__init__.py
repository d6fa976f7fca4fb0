"""The command line. `run` is the program.

What you want to change                               Module
----------------------------------------------------  ------------------------------
a command: `explain`, `schema`; their order           `commands`
`check`: its options, its work                        `options`, `checking`
`diff`, and what OLD, NEW and `--since` mean          `comparing`, `sides`
`plan`: one branch, several, adding to a plan         `planning`, `together`, `adding`
`next`, `init`, `fix`, `rules …`                      `coming`, `starting`, `mending`,
                                                      `rules`
`baseline`, `waivers`                                 `adopting`
which format goes to which file                       `targets`
exit codes, messages for misuse                       `ending`, `misuse`
texts of help                                         `helptexts` (and `help.txt`)
terminal, clock, files                                `terminal`
"""

import sys

from lxyz.base import memory

__all__ = ["run"]


def run(arguments: list[str] | None = None) -> None:
    """The program. An interruption (Ctrl-C) while it is still being imported also ends
    it as interrupted."""
    try:
        memory.look_seldom()  # before all else is imported
        from lxyz.cli import ending

        ending.run(arguments)
    except KeyboardInterrupt:
        sys.exit(130)
