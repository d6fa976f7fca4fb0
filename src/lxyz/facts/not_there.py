"""Who a sitting counts as present, and says itself did not come: 王敏因出差未能到场.

It is not decided which of the two is true: it is told, and whether he was there cannot
be known.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxyz.base.late import late
from lxyz.denial import tells_of_other_time
from lxyz.facts.fact import NO_ONE, SPEAKING, Roles
from lxyz.facts.gathering import Gathering
from lxyz.files.origin import Origin
from lxyz.records import Names, Record
from lxyz.vocabulary import folded_name
from lxyz.vocabulary.phrases import phrases

_SHOWN = 40
_AWAY = ("excused", "absent")
_NO = ("未", "没")
"""Without any of them a text says of nobody that he did not come."""
_CLAUSES = late("[，,。；;！!\n]")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    come = phrases("undone")["come"]
    why = "(?:[因由][^，。；,;]{1,24}?)?"
    return re.compile(f"(.{{2,30}}?)(?:同志)?{why}(?:未能|没能|没有|未|没){come}$")


def leave_out_who_was_away(gathering: Gathering, record: Record, roles: Roles) -> None:
    """Takes from those who spoke whom the attendance names as excused or absent, and
    tells it; who is on long leave may have come all the same."""
    told = record.attendance
    for state in _AWAY if told else ():
        names: Names | None = getattr(told, state)
        for name in names.people if names else ():
            who = folded_name(name.text)
            spoke = [
                role
                for role in SPEAKING
                if any(folded_name(one) == who for one in roles.get(role, ()))
            ]
            for role in spoke:
                roles[role] = frozenset(
                    one for one in roles[role] if folded_name(one) != who
                )
            if spoke:
                at = Origin(record.origin.file, name.line, name.column)
                gathering.faults.add(
                    "F404", at, name=name.text, state=spoke[0], other=state
                )


def leave_out_who_did_not_come(
    gathering: Gathering, record: Record, roles: Roles
) -> None:
    """Takes from those who were there, or spoke, of whom a text of a held sitting says
    that they did not come, and tells it; how they stood to it is then `unclear`."""
    present = roles.get("present", NO_ONE) | roles.get("speaker", NO_ONE)
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
            for role in ("present", *SPEAKING):
                if role in roles:
                    roles[role] = roles[role].difference(names)
            roles["unclear"] = roles.get("unclear", NO_ONE).union(names)


def _named(gathering: Gathering, clause: str) -> list[str]:
    """Those of whom a clause says that they did not come: the names with which what
    stands before it ends."""
    found = _pattern().fullmatch(clause)
    if found is None or tells_of_other_time(clause):
        return []
    who = found[1]
    chains = (gathering.people.chain(who[start:]) for start in range(len(who)))
    return next((names for names in chains if names), [])
