"""Who a sitting counts as present, and says itself did not come: 王敏因出差未能到场.

It is not decided which of the two is true: it is told, and he counts as present.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxyz.denial import tells_of_other_time
from lxyz.facts.gathering import Gathering
from lxyz.late import late
from lxyz.phrases import phrases
from lxyz.records import Record

_SHOWN = 40
_NO = ("未", "没")
"""Without any of them a text says of nobody that he did not come."""
_CLAUSES = late("[，,。；;！!\n]")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    come = phrases("undone")["come"]
    why = "(?:[因由][^，。；,;]{1,24}?)?"
    return re.compile(f"(.{{2,30}}?)(?:同志)?{why}(?:未能|没能|没有|未|没){come}$")


def tell_of_absent(
    gathering: Gathering, record: Record, present: frozenset[str]
) -> None:
    """A warning for each text of a held sitting that says of somebody who is counted as
    present that he was not there."""
    for key in ("content", "note"):
        text = str(record.more.get(key, ""))
        if not any(word in text for word in _NO):
            continue
        names = [
            name
            for clause in _CLAUSES.split(text)
            for name in _named(gathering, clause.strip())
            if name in present
        ]
        if names:
            gathering.faults.add(
                "F430",
                record.place(key),
                level="warning",
                text=text[:_SHOWN],
                names="、".join(names),
            )


def _named(gathering: Gathering, clause: str) -> list[str]:
    """Those of whom a clause says that they did not come: the names with which what
    stands before it ends."""
    found = _pattern().fullmatch(clause)
    if found is None or tells_of_other_time(clause):
        return []
    who = found[1]
    chains = (gathering.people.chain(who[start:]) for start in range(len(who)))
    return next((names for names in chains if names), [])
