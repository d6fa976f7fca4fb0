"""What is done when somebody asks the program to end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ended_as_interrupted() -> Iterator[None]:
    """Whoever is asked to end (SIGTERM, a closed terminal) ends in it as by Ctrl-C: with
    the processes it started, and without the files that were there for the time of the
    work only. What is ignored (nohup) stays so."""
    import signal
    from threading import current_thread, main_thread

    asked = [
        number
        for name in ("SIGTERM", "SIGHUP")
        if (number := getattr(signal, name, None)) is not None
        and current_thread() is main_thread()
        and signal.getsignal(number) is signal.SIG_DFL
    ]
    for number in asked:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in asked:
            signal.signal(number, signal.SIG_DFL)
