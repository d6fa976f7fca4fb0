"""Which steps of a sitting were done, by its content and its note."""

from __future__ import annotations

from lxyz.base.late import late
from lxyz.denial.english import in_chinese
from lxyz.denial.sittings import is_made_up, may_be_left_to_each
from lxyz.denial.undone import gave_place_in, talks_of, undone_in, without_instead
from lxyz.facts.gathering import Gathering
from lxyz.records import Record, Step

_SHORTEST = 2
"""The fewest characters that can be the name of a step."""
BESIDE = ("content", "note")
"""The keys whose texts may say what became of the steps."""
_SEVERAL = late("[和与及]")


def steps_done(
    gathering: Gathering, record: Record, steps: tuple[Step, ...]
) -> tuple[Step, ...]:
    """The steps of a sitting without those that its content or note denies: 民主测评没搞.
    Adds a warning for what is left out."""
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
    """The names of what the text under a key of a record says was not done, or gave
    place to something else."""
    text = in_chinese(str(record.more.get(key, "")))
    named = gave_place_in(text)
    told = undone_in(text) if text else None
    if told and told.named and not is_made_up(without_instead(text), record.date):
        named += told.named
    return tuple(one.text for one in named)


def is_any_of(names: tuple[str, ...], step: Step) -> bool:
    """Whether one of the names means a step, in full or for short (重温誓词). A step that
    only talks about something (研究七一党课) is not meant."""
    if not names or talks_of(step.name):
        return False
    return any(
        _is_short_for(one, step.name)
        for name in names
        for one in (name, *_SEVERAL.split(name))
    )


def _is_short_for(name: str, whole: str) -> bool:
    """Whether `name` may be short for `whole`: `whole` ends with it, or its characters
    occur in `whole` in this order and are at least half of them."""
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
    """Adds a warning for each step of which it is not known whether the members studied
    together; whether the sitting was a collective study is then doubtful."""
    for step in steps:
        if is_left_to_each(step):
            key = "steps" if step in record.steps else "agenda"
            gathering.leave_open(
                record, key, step.name, frozenset(("collective-study",))
            )


def is_left_to_each(step: Step) -> bool:
    """Whether a study step says in brackets that each member read for himself:
    集中学习（居家自学）."""
    name, _, aside = step.name.replace("(", "（").partition("（")
    return name.endswith("学习") and may_be_left_to_each(aside)
