from __future__ import annotations

import os
import signal
from threading import Thread
from typing import Any

import pytest

from lxyz.base.asked import ended_as_interrupted


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
@pytest.mark.parametrize(
    ("before", "is_main", "within"),
    [
        (signal.SIG_DFL, True, signal.default_int_handler),
        (signal.SIG_IGN, True, signal.SIG_IGN),
        (signal.SIG_DFL, False, signal.SIG_DFL),
    ],
)
def test_who_is_asked_to_end(before: Any, within: object, *, is_main: bool) -> None:
    """In it, it is as Ctrl-C; what was ignored stays ignored."""
    found = signal.signal(signal.SIGTERM, before)
    seen: list[object] = []

    def started() -> None:
        with ended_as_interrupted():
            seen.append(signal.getsignal(signal.SIGTERM))

    try:
        thread = Thread(target=started)
        if is_main:
            started()
        else:
            thread.start()
            thread.join()
        assert (seen, signal.getsignal(signal.SIGTERM)) == ([within], before)
    finally:
        signal.signal(signal.SIGTERM, found)
