"""Who took part in a step of a sitting, by the step's name (每名党员作党性分析, 书记作党性分析,
支委逐个作党性分析, 王敏、李娜作党性分析) or by the text behind it (党性分析：王敏、李娜).

Only plain names count. A name that may mean more people than it names (书记带头…, 书记代表支委会…,
王敏等…) tells nothing about who took part. The words are `partaking` in `vocabulary.yaml`
and `patterns.txt`.
"""

from __future__ import annotations

from datetime import date

from lxyz.facts.naming import Naming
from lxyz.records import Step
from lxyz.vocabulary import vocabulary
from lxyz.vocabulary.phrases import Phrases, patterns

_MOST = 60


class _Partaking(Phrases):
    """The patterns. A name without any of the words `of_many` does not speak of all
    members; without any of `of_officers`, not of the committee."""

    everybody, all_joined, committee, secretary, deed, led = patterns(6)


PARTAKING = _Partaking("partaking")


def partakers(
    step: Step, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """The people who took part in a step, by its name or the text behind it; None if
    neither says it. They may include people who were not present. `everyone` are the
    people whom 全体 means in the sitting."""
    found = _by_name(step.name, people, day, everyone)
    if found is None and step.said:
        return _by_list(step, people, day, everyone)
    return found


def _by_list(
    step: Step, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """The people named behind a step: 党性分析：王敏、李娜. Behind a ballot only 全体 counts."""
    said = step.said
    if vocabulary().is_word("all", said) or PARTAKING.all_joined.fullmatch(said):
        return everyone
    if len(said) > _MOST or PARTAKING.any_of("by_all").search(step.name):
        return None
    return frozenset(people.chain(said)) & people.roster(day) or None


def _by_name(
    name: str, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """The people who took part in a step, by its name; None if it does not say."""
    if _has(name, "of_many") and PARTAKING.everybody.match(name):
        return everyone
    if _has(name, "of_officers") and PARTAKING.committee.match(name):
        return people.profile.committee(day) or None
    if "书记" in name and PARTAKING.secretary.match(name):
        secretary = people.profile.secretary(day)
        return frozenset({secretary}) if secretary else None
    return _named(name[:_MOST], people, day)


def _has(name: str, words: str) -> bool:
    """Whether a name holds any word of a list."""
    return any(word in name for word in PARTAKING.words(words))


def _named(name: str, people: Naming, day: date) -> frozenset[str] | None:
    """The members with whose names the name of a step begins, if a verb for what they
    did follows; else None."""
    led = PARTAKING.led.match(name)
    name = name[led.end() :] if led else name
    if not people.begins(name):
        return None
    for deed in PARTAKING.deed.finditer(name):
        if found := people.chain(name[: deed.start()]):
            return frozenset(found) & people.roster(day) or None
    return None
