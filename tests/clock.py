"""A clock that a test sets, for programs that are run as programs.

Written as `sitecustomize.py` where Python looks, it gives the time in TODAY.
"""

CLOCK = """\
import datetime, os

class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromisoformat(os.environ["TODAY"]).replace(tzinfo=tz)

if "TODAY" in os.environ:
    datetime.datetime = Clock
"""
