"""How the program ends when it receives SIGTERM or SIGHUP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ended_as_interrupted() -> Iterator[None]:
    """While the block runs, SIGTERM and SIGHUP (a closed terminal) raise
    KeyboardInterrupt, as Ctrl-C does.

    So the clean-up of the block runs too: worker processes are ended, temporary files
    are removed. A signal that is not at its default stays as it is: one that is ignored
    (nohup) remains ignored. Outside the main thread nothing is changed, for Python sets
    handlers only there. At the end the defaults are restored.
    """
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
