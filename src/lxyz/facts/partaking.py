"""Who took part in a step, where its name says it: 每名党员作党性分析, 书记作党性分析,
支委逐个作党性分析, 王敏、李娜作党性分析; or behind its name: 党性分析：王敏、李娜.

Only what is plain is taken: a name that may say more than it names (书记带头…, 书记代表
支委会…, 王敏等…) says of nobody that he took part, or did not. The words are those of
`partaking` in `vocabulary.yaml`.
"""

from __future__ import annotations

from datetime import date

from lxyz.facts.naming import Naming
from lxyz.records import Step
from lxyz.vocabulary import vocabulary
from lxyz.vocabulary.phrases import Phrases, pattern

_MOST = 60


class _Partaking(Phrases):
    """The words of `partaking` as patterns, each made when it is first asked for.

    Without one of `of_many` a name speaks of no members, without one of `of_officers` of
    no committee.
    """

    @pattern
    def everybody(self) -> str:
        """每名党员, 到会党员逐个, 人人."""
        return (
            f"{self._by}{self['each']}{self['there']}?{self['persons']}(?!{self['meeting']})"
            f"|{self['there']}?党员{self['one_by_one']}|{self['everyone']}|每人(?!次)"
        )

    @pattern
    def committee(self) -> str:
        """每名支委, 支委逐个, 支委会及其成员."""
        officers, singly = f"(?:支部)?{self['officers']}", self["officers_singly"]
        body = f"(?:党?支部)?{self['body']}[及和与]其?{self['all']}?{self['of_body']}"
        return (
            f"{self._by}(?:(?:{self['each']}|各){officers}{singly}?|{officers}{singly}"
            f"|{body})(?!{self['not_they']})"
        )

    @pattern
    def secretary(self) -> str:
        """书记作, 由支部书记作."""
        return f"{self._by}(?:党支部|支部)?书记{self._does}"

    @pattern
    def deed(self) -> str:
        """What one does himself, behind who does it."""
        return f"(?:同志)?{self._does}"

    @pattern
    def led(self) -> str:
        """What may stand before who does it."""
        return self._by

    @property
    def _by(self) -> str:
        return f"{self['by']}?"

    @property
    def _does(self) -> str:
        does = f"(?:{self['does']}|(?={self['deed']}))"
        return f"{self['self']}?{self['in_turn']}?{does}"


PARTAKING = _Partaking("partaking")


def partakers(
    step: Step, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who took part in a step of a day by its name, or by what stands behind it, whether
    present or not; None where neither says. `everyone` is what 全体 stands for in the
    sitting.
    """
    found = _by_name(step.name, people, day, everyone)
    if found is None and step.said and not PARTAKING.any_of("by_all").search(step.name):
        return _by_list(step.said, people, day, everyone)
    return found


def _by_list(
    said: str, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who is named where nothing else is said of a step: 党性分析：王敏、李娜."""
    if vocabulary().is_word("all", said) or PARTAKING.everybody.fullmatch(said):
        return everyone
    found = people.chain(said) if len(said) <= _MOST else []
    return frozenset(found) & people.roster(day) or None


def _by_name(
    name: str, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who took part in a step by its name."""
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
    """The members whom a name begins with, if what follows is what they did."""
    led = PARTAKING.led.match(name)
    name = name[led.end() :] if led else name
    if not people.begins(name):
        return None
    for deed in PARTAKING.deed.finditer(name):
        if found := people.chain(name[: deed.start()]):
            return frozenset(found) & people.roster(day) or None
    return None
