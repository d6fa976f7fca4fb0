"""Which steps of a sitting came about, by the texts beside them."""

from __future__ import annotations

from lxyz.base.late import late
from lxyz.denial.sittings import is_made_up, may_be_left_to_each
from lxyz.denial.undone import talks_of, undone_in
from lxyz.facts.gathering import Gathering
from lxyz.records import Record, Step

_SHORTEST = 2
"""Letters of the shortest name of a step."""
BESIDE = ("content", "note")
"""The keys of texts beside the steps that tell what became of them."""
_SEVERAL = late("[和与及]")


def steps_done(
    gathering: Gathering, record: Record, steps: tuple[Step, ...]
) -> tuple[Step, ...]:
    """The steps of a sitting of which no text beside them says that there was none:
    民主测评没搞. What is left out is told of."""
    for key in BESIDE if steps else ():
        named = undone_names(record, key)
        gone = tuple(one for one in steps if is_any_of(named, one))
        if gone:
            names = "、".join(dict.fromkeys(one.name for one in gone))
            text = str(record.more[key])
            gathering.tell(record, "F427", key, text, names=names)
            steps = tuple(one for one in steps if one not in gone)
    return steps


def undone_names(record: Record, key: str) -> tuple[str, ...]:
    """What a text of a sitting names of which it says that there was none."""
    text = str(record.more.get(key, ""))
    told = undone_in(text) if text else None
    if told is None or not told.named or is_made_up(text, record.date):
        return ()
    return tuple(named.text for named in told.named)


def is_any_of(names: tuple[str, ...], step: Step) -> bool:
    """Whether a step is what one of some names means, for short as well (重温誓词), and
    not what is only talked about (研究七一党课)."""
    if not names or talks_of(step.name):
        return False
    return any(
        _is_short_for(one, step.name)
        for name in names
        for one in (name, *_SEVERAL.split(name))
    )


def _is_short_for(name: str, whole: str) -> bool:
    """Whether half of the letters of a name and more, in their order, are another, or it
    ends with that."""
    if len(name) < _SHORTEST:
        return False
    if whole.endswith(name):
        return True
    if not len(name) <= len(whole) <= 2 * len(name):
        return False
    letters = iter(whole)
    return all(letter in letters for letter in name)


def tell_of_self_study(
    gathering: Gathering, record: Record, steps: tuple[Step, ...]
) -> None:
    """A warning for each step of which it is not known whether all studied together."""
    for step in steps:
        if is_left_to_each(step):
            key = "steps" if step in record.steps else "agenda"
            gathering.leave_open(
                record, key, step.name, frozenset(("collective-study",))
            )


def is_left_to_each(step: Step) -> bool:
    """Whether of a study of all it is told in brackets that each read for himself, be it
    in one room or not: 集中学习（居家自学）."""
    name, _, aside = step.name.replace("(", "（").partition("（")
    return name.endswith("学习") and may_be_left_to_each(aside)
