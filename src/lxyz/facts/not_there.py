"""Who a sitting counts as present, and says itself did not come: 王敏因出差未能到场.

It is not decided which of the two is true: it is told, and whether he was there cannot
be known.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from lxyz.base.late import late
from lxyz.dates.days import cn_number
from lxyz.denial.undone import tells_of_other_time
from lxyz.facts.fact import NO_ONE, SPEAKING, Roles
from lxyz.facts.gathering import SHOWN, Gathering
from lxyz.facts.naming import tells_away
from lxyz.files.origin import Origin
from lxyz.records import Names, Record
from lxyz.vocabulary import folded_name
from lxyz.vocabulary.phrases import Phrases, patterns

_AWAY = ("excused", "absent")
_DIGITS = frozenset("0123456789０１２３４５６７８９一二两三四五六七八九十")
_NUMBER = 12
"""Letters behind the word in which the number stands."""
_MARKS = "，,。；;：:、！!（(）)\n"
_CLAUSES = late("[，,。；;！!\n]")


class _Absence(Phrases):
    """A clause that says who did not come."""

    (not_come,) = patterns(1)


_ABSENCE = _Absence("absence")
_said = _ABSENCE.words


@lru_cache(maxsize=1)
def _all() -> str:
    """Letters behind several names: 均, 都."""
    return "".join(_said("all"))


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
                at = name.at(record.origin.file)
                gathering.faults.add(
                    "F404", at, name=name.text, state=spoke[0], other=state
                )


def leave_out_who_did_not_come(
    gathering: Gathering, record: Record, roles: Roles
) -> None:
    """Takes from those who were there, or spoke, of whom a held sitting says itself that
    they did not come, and tells it; how they stood to it is then `unclear`."""
    present = roles.get("present", NO_ONE) | roles.get("speaker", NO_ONE)
    for place, text, people in _told_away(gathering, record):
        names = [name for name in people if name in present]
        if names:
            gathering.faults.warn(
                "F430", place, text=text[:SHOWN], names="、".join(names)
            )
            for role in ("present", *SPEAKING):
                if role in roles:
                    roles[role] = roles[role].difference(names)
            roles["unclear"] = roles.get("unclear", NO_ONE).union(names)


def _told_away(
    gathering: Gathering, record: Record
) -> Iterator[tuple[Origin, str, list[str]]]:
    """What says of whom that they did not come, and where: a text, or what stands in
    brackets behind a name under 出席."""
    told = record.attendance
    for name in told.present.people if told and told.present else ():
        if name.reason and tells_away(name.reason):
            text = f"{name.text}（{name.reason}）"
            yield name.at(record.origin.file), text, gathering.people.chain(name.text)
    for key, text in _texts(record):
        if _may_tell(text):
            people = [
                name
                for clause in _CLAUSES.split(text)
                for name in _named(gathering, clause.strip())
            ]
            yield record.place(key), text, people


def leave_open_who_came(
    gathering: Gathering, record: Record, roles: Roles
) -> frozenset[str]:
    """The roles of which nothing is known where a text of a held sitting says that fewer
    came than are counted as present (实到5人 beside 出席: 全体), which is told: of each of
    them it is `unclear` then whether he did."""
    present = roles.get("present", NO_ONE)
    for key, text in _texts(record):
        told = _came(text)
        if told is None or told >= len(present):
            continue
        place, named = record.place(key), len(present)
        gathering.faults.warn("F417", place, written=told, named=named)
        roles["unclear"] = roles.get("unclear", NO_ONE) | present
        roles["present"] = NO_ONE
        return frozenset(("present",))
    return NO_ONE


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """What a sitting tells of itself in prose, by the keys."""
    for key in ("content", "note"):
        if key in record.more:
            yield key, str(record.more[key])


def _came(text: str) -> int | None:
    """How many of the branch came by a text; None where it does not tell, tells of
    several, or of others (群众到会4人, 正式党员实到4人). Most texts tell nothing of it: no
    pattern is made for them."""
    found: list[int | None] = []
    ours = _said("came")
    for word in (*ours, *_said("here")):
        before, *parts = text.split(word)
        for behind in parts:
            lead = before[max(map(before.rfind, _MARKS)) + 1 :]
            before = behind
            number, rest = _number(behind.lstrip().removeprefix(_said("members")[0]))
            if not number or tells_of_other_time(lead):
                continue
            # 到会2人指导: who they are stands behind.
            is_ours = word in ours or not rest or rest[0] in _MARKS
            found.append(int(number) if is_ours and _is_of_all(lead) else None)
    is_plain = len(found) == 1 and not any(one in text for one in _said("electors"))
    return found[0] if is_plain else None


def _is_of_all(lead: str) -> bool:
    """Whether nothing else than the sitting, or how many should have come, is named
    before how many came: not 第一组实到3人."""
    if any(word in lead for word in _said("expected")):
        return True
    for word in _said("ours"):
        lead = lead.replace(word, "")
    return not lead.strip()


def _number(text: str) -> tuple[str, str]:
    """The number of people at the beginning of a text, in digits, and what follows it;
    both empty where there is none (人员签到, 一二三人)."""
    text = text[:_NUMBER].lstrip()
    written = "".join(takewhile(_DIGITS.__contains__, text))
    unit = text[len(written) :].lstrip().removeprefix("个")
    number = cn_number(written.replace("两", "二"))
    if not number.isdecimal() or not unit.startswith(_said("units")):
        return "", ""
    return number, unit[1:].removeprefix(_said("members")[0]).strip(" ")


def _named(gathering: Gathering, clause: str) -> list[str]:
    """Those of whom a clause says that they did not come: the names with which what
    stands before it ends; of who was away (王敏缺席) all that does."""
    if away := _before_away(clause):
        return [] if tells_of_other_time(clause) else gathering.people.chain(away)
    may_tell = any(map(clause.__contains__, _said("hint")))
    found = _ABSENCE.not_come.fullmatch(clause) if may_tell else None
    if found is None or tells_of_other_time(clause):
        return []
    chains = (
        gathering.people.chain(who[start:])
        for who in dict.fromkeys((found[1], found[1].rstrip(_all())))
        for start in range(len(who))
    )
    return next((names for names in chains if names), [])


def _may_tell(text: str) -> bool:
    """Whether a text may say that somebody did not come: few do, and no pattern is made
    for the others (缺席的同志由党小组补课)."""
    if any(word in text for word in _said("hint")):
        return True
    for word in _said("away"):
        for behind in text.split(word)[1:]:
            if not behind or behind[0] in _MARKS or behind.startswith(_said("besides")):
                return True
    return False


def _before_away(clause: str) -> str:
    """What stands before 缺席 or 请假 at the end of a clause, without why and what leads
    to it; empty where neither does. No pattern is made for what nearly no text says."""
    clause = clause.removesuffix("外").removesuffix("以")
    for word in _said("away"):
        if clause.endswith(word):
            who = clause.removesuffix(word)
            for why in _said("why"):
                who, *_ = who.split(why)
            for other in _said("first"):
                who = who.replace(other, "")
            return who.rstrip(_all())
    return ""
