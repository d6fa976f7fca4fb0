"""The days of a rule in the year of its pack, worked out by the engine itself."""

from __future__ import annotations

from datetime import date

from lxyz.dates import YEARS
from lxyz.facts import Facts
from lxyz.facts.fact import Judgements
from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Origin
from lxyz.judge.force import since
from lxyz.kinds import World
from lxyz.kinds.case import Window
from lxyz.kinds.spans import WHOLE_YEAR, calendar_windows
from lxyz.packs.bind import bind
from lxyz.packs.model import Rule
from lxyz.packs.types import Pack
from lxyz.records import Profile

# Which period of the year is shown: September, the third quarter …
_INDEX = {
    "month": 8,
    "quarter": 2,
    "half": 1,
    "two-months": 4,
    "two-weeks": 18,
    "week": 37,
}


def window_of(rule: Rule, pack: Pack) -> Window | None:
    """One window of a rule with a period (by default the year), of those that are
    demanded; None if its days do not lie in the year of the pack."""
    when = rule.span or WHOLE_YEAR
    assert when.every is not None
    year = int(pack.head.year)
    profile = Profile(name="", origin=Origin(BRANCH_FILE), fixed_days=(("7", None),))
    world = World(
        Facts(profile, [], Judgements()), bind(pack), year, date(year, 12, 31)
    )
    windows = calendar_windows(rule, when, world, year)
    first = since(rule, world) if when.every not in YEARS else None
    asked = [
        one
        for one in windows
        if one.period and (not first or one.period.first >= first)
    ]
    if not asked:
        return windows[-1] if windows else None
    wanted = min(_INDEX.get(when.every, 0), len(windows) - 1)
    return next((one for one in asked if one is windows[wanted]), asked[-1])
