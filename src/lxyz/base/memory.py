"""When Python's garbage collector looks for rings: seldom, and at little.

All memory of a branch is freed at once, as nothing refers to it any more: what knows
each other lets go when it is done (see `World.let_go`). Only what nobody thought of
waits for the collector, which by default looks at much that is alive, thousands of
times, and at all of it once more before the process ends. Told when to look, a check of
a tree takes a tenth less time and less memory, and one of a single branch a fifth less
time.
"""

from __future__ import annotations

import gc

_swept = False  # whether there was a sweep in this process, and all before it is frozen
_SELDOM = 200_000  # new objects; Python's own 700 is a start-up with a hundred looks


def look_seldom() -> None:
    """For a whole program: looks now and then, so that no work grows without bound."""
    gc.set_threshold(_SELDOM)


def sweep() -> None:
    """Between two pieces of work that leave only garbage behind: looks at what came
    since the last sweep, and never again at what is still alive."""
    global _swept  # noqa: PLW0603 - to ask the collector is to have it count all
    if _swept:
        gc.collect()
    _swept = True
    gc.freeze()


def end() -> None:
    """Before the process ends: nothing is looked at, all goes with it."""
    gc.freeze()
