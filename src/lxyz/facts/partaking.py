"""Who took part in a step, where its name says it: 每名党员作党性分析, 书记作党性分析,
支委逐个作党性分析, 王敏、李娜作党性分析; or behind its name: 党性分析：王敏、李娜.

Only what is plain is taken: a name that may say more than it names (书记带头…, 书记代表
支委会…, 王敏等…) says of nobody that he took part, or did not. The words are those of
`partaking` in `vocabulary.yaml`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property, lru_cache

from lxyz.facts.naming import Naming
from lxyz.records import Step
from lxyz.vocabulary import vocabulary
from lxyz.vocabulary.phrases import phrases

_MOST = 60


class _Partaking:
    """The patterns, each made when it is first asked for; `of_many` and `of_officers`
    are words without one of which a name speaks of none of these."""

    def __init__(self) -> None:
        self._one = one = phrases("partaking")
        self.of_many = one.words("of_many")
        self.of_officers = one.words("of_officers")
        self._by = f"{one['by']}?"
        self._does = (
            f"{one['self']}?{one['in_turn']}?(?:{one['does']}|(?={one['deed']}))"
        )

    @cached_property
    def everybody(self) -> re.Pattern[str]:
        """每名党员, 到会党员逐个, 人人."""
        one = self._one
        return re.compile(
            f"{self._by}{one['each']}{one['there']}?{one['persons']}(?!{one['meeting']})"
            f"|{one['there']}?党员{one['one_by_one']}|{one['everyone']}|每人(?!次)"
        )

    @cached_property
    def committee(self) -> re.Pattern[str]:
        """每名支委, 支委逐个, 支委会及其成员."""
        one = self._one
        officers, singly = f"(?:支部)?{one['officers']}", one["officers_singly"]
        return re.compile(
            f"{self._by}(?:(?:{one['each']}|各){officers}{singly}?|{officers}{singly}"
            f"|(?:党?支部)?{one['body']}[及和与]其?{one['all']}?{one['of_body']})(?!{one['not_they']})"
        )

    @cached_property
    def secretary(self) -> re.Pattern[str]:
        """书记作, 由支部书记作."""
        return re.compile(f"{self._by}(?:党支部|支部)?书记{self._does}")

    @cached_property
    def deed(self) -> re.Pattern[str]:
        """What one does himself, behind who does it."""
        return re.compile(f"(?:同志)?{self._does}")

    @cached_property
    def led(self) -> re.Pattern[str]:
        """What may stand before who does it."""
        return re.compile(self._by)

    @cached_property
    def by_all(self) -> re.Pattern[str]:
        """测评, 表决: who is named behind these may have counted, not voted."""
        return re.compile(self._one["by_all"])


@lru_cache(maxsize=1)
def partaking() -> _Partaking:
    """The words of `partaking` in `vocabulary.yaml` as patterns."""
    return _Partaking()


def partakers(
    step: Step, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who took part in a step of a day by its name, or by what stands behind it, whether
    present or not; None where neither says. `everyone` is what 全体 stands for in the
    sitting.
    """
    found = _by_name(step.name, people, day, everyone)
    if found is None and step.said and not partaking().by_all.search(step.name):
        return _by_list(step.said, people, day, everyone)
    return found


def _by_list(
    said: str, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who is named where nothing else is said of a step: 党性分析：王敏、李娜."""
    if vocabulary().is_word("all", said) or partaking().everybody.fullmatch(said):
        return everyone
    found = people.chain(said) if len(said) <= _MOST else []
    return frozenset(found) & people.roster(day) or None


def _by_name(
    name: str, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who took part in a step by its name."""
    words = partaking()
    if any(word in name for word in words.of_many) and words.everybody.match(name):
        return everyone
    if any(one in name for one in words.of_officers) and words.committee.match(name):
        return people.profile.committee(day) or None
    if "书记" in name and words.secretary.match(name):
        secretary = people.profile.secretary(day)
        return frozenset({secretary}) if secretary else None
    return _named(name[:_MOST], people, day)


def _named(name: str, people: Naming, day: date) -> frozenset[str] | None:
    """The members whom a name begins with, if what follows is what they did."""
    led = partaking().led.match(name)
    name = name[led.end() :] if led else name
    if not people.begins(name):
        return None
    for deed in partaking().deed.finditer(name):
        if found := people.chain(name[: deed.start()]):
            return frozenset(found) & people.roster(day) or None
    return None
