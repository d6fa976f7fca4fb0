"""The days of a rule in the year of its pack, worked out by the engine itself."""

from __future__ import annotations

from datetime import date

from lxyz.facts import Facts
from lxyz.facts.fact import Judgements
from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Origin
from lxyz.judge.windows import demanded
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
    demanded in the year of the pack, or else in the next one; None if its days lie in
    neither."""
    when = rule.span or WHOLE_YEAR
    assert when.every is not None
    profile = Profile(name="", origin=Origin(BRANCH_FILE), fixed_days=(("7", None),))
    facts, bound = Facts(profile, [], Judgements()), bind(pack)
    shown = None
    for year in (int(pack.head.year), int(pack.head.year) + 1):
        world = World(facts, bound, year, date(year, 12, 31))
        windows = calendar_windows(rule, when, world, year)
        asked = {one.inside for one, _ in demanded(rule, when, world, set())}
        if asked:
            wanted = windows[min(_INDEX.get(when.every, 0), len(windows) - 1)]
            every = [one for one in windows if one.inside in asked]
            return wanted if wanted in every else every[-1]
        shown = shown or (windows[-1] if windows else None)
    return shown
