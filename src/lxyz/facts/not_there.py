"""People whom a record counts as present while its own text says that they did not
come: 王敏因出差未能到场.

It is not decided which of the two is true. A warning says so, and whether they were
there counts as unknown.
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
"""The number of people is looked for in so many characters behind a word such as 实到."""
_MARKS = "，,。；;：:、！!（(）)\n"
_CLAUSES = late("[，,。；;！!\n]")


class _Absence(Phrases):
    """The pattern of a clause that says who did not come."""

    (not_come,) = patterns(1)


_ABSENCE = _Absence("absence")
_said = _ABSENCE.words


@lru_cache(maxsize=1)
def _all() -> str:
    """The characters that may stand behind several names: 均, 都."""
    return "".join(_said("all"))


def leave_out_who_was_away(gathering: Gathering, record: Record, roles: Roles) -> None:
    """Removes from the speakers those whom the attendance names as excused or absent,
    and adds a fault for each. Members on long leave stay: they may have come."""
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
    """Removes from the present and the speakers those of whom the record of a held
    sitting says that they did not come. Adds a warning; they get the role `unclear`."""
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
    """The texts that say of people that they did not come, each with its place and
    these people: the content, the note, and brackets behind a name under 出席."""
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
    """The roles that become unknown because a text of a held sitting gives a smaller
    number of people than are counted as present (实到5人 beside 出席: 全体). Adds a warning;
    all who were present get the role `unclear`."""
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
    """The prose of a record (content and note), each with its key."""
    for key in ("content", "note"):
        if key in record.more:
            yield key, str(record.more[key])


def _came(text: str) -> int | None:
    """How many members came, by a text; None if it gives no number, several numbers, or
    the number of other people or of a part (群众到会4人, 正式党员实到4人). No regular expression is
    used, as most texts give no number."""
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
            # 到会2人指导: the words behind the number say who they are.
            is_ours = word in ours or not rest or rest[0] in _MARKS
            found.append(int(number) if is_ours and _is_of_all(lead) else None)
    is_plain = len(found) == 1 and not any(one in text for one in _said("electors"))
    return found[0] if is_plain else None


def _is_of_all(lead: str) -> bool:
    """Whether the number of people who came is that of the whole sitting, by the text
    before it: not 第一组实到3人."""
    if any(word in lead for word in _said("expected")):
        return True
    for word in _said("ours"):
        lead = lead.replace(word, "")
    return not lead.strip()


def _number(text: str) -> tuple[str, str]:
    """The number of people with which a text begins, in digits, and the text behind it;
    both "" if there is no number (人员签到, 一二三人)."""
    text = text[:_NUMBER].lstrip()
    written = "".join(takewhile(_DIGITS.__contains__, text))
    unit = text[len(written) :].lstrip().removeprefix("个")
    number = cn_number(written.replace("两", "二"))
    if not number.isdecimal() or not unit.startswith(_said("units")):
        return "", ""
    return number, unit[1:].removeprefix(_said("members")[0]).strip(" ")


def _named(gathering: Gathering, clause: str) -> list[str]:
    """The members of whom a clause says that they did not come: the names at the end of
    the text before the denial. Before 缺席 or 请假 (王敏缺席) that text must consist of names
    only."""
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
    """Whether a text may say that somebody did not come. A quick test without regular
    expressions, as few texts do; 缺席的同志由党小组补课 does not."""
    if any(word in text for word in _said("hint")):
        return True
    for word in _said("away"):
        for behind in text.split(word)[1:]:
            if not behind or behind[0] in _MARKS or behind.startswith(_said("besides")):
                return True
    return False


def _before_away(clause: str) -> str:
    """The text before 缺席 or 请假 at the end of a clause, without the reason and without
    introductory words; "" if the clause ends otherwise."""
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
