"""Who took part in a step, where its name says it: 每名党员作党性分析, 书记作党性分析,
支委逐个作党性分析, 王敏、李娜作党性分析; or behind its name: 党性分析：王敏、李娜.

Only what is plain is taken: a name that may say more than it names (书记带头…, 书记代表
支委会…, 王敏等…) says of nobody that he took part, or did not.
"""

from __future__ import annotations

from datetime import date

from lxyz.facts.naming import Naming
from lxyz.late import late
from lxyz.records import Step
from lxyz.vocabulary import vocabulary

_BY = "(?:由|请|组织)?"
_ONE_BY_ONE = "(?:逐个|逐一|逐人|依次|轮流|人人|一一|一个一个)"
_EVERYBODY = late(
    f"{_BY}(?:每[名位个]|全体|所有|各位)(?:与会|到会|参会)?(?:党员|同志)(?!大会|会议)"
    f"|(?:到会|与会|参会)?党员{_ONE_BY_ONE}|人人|每人(?!次)|逐人|逐个|逐一"
)
_OF_MANY = (
    "党员",
    "同志",
    "人人",
    "每人",
    "逐",
)  # without any of them it says no such thing
_OFFICERS = "(?:支部)?(?:支委会?(?:成员|委员)?|班子成员|委员)"
_ALL = "(?:每[名位个]|全体|所有|各位?)"
_BODY = "(?:党?支部)?(?:支委会?|支部委员会|委员会|班子)"
_COMMITTEE = late(
    f"{_BY}(?:{_ALL}{_OFFICERS}(?:{_ONE_BY_ONE}|分别)?"
    f"|{_OFFICERS}(?:{_ONE_BY_ONE}|分别)"
    f"|{_BODY}[及和与]其?(?:全体|每名)?(?:成员|委员))(?!会议|的|存在|问题)"
)
_OF_OFFICERS = ("委", "班子")
# What one does himself: not 主持, 通报, 点评, which are about what others do.
_DOES = (
    "(?:本人|个人)?(?:分别|依次|逐一|逐个|先后)?"
    "(?:作|做|进行|开展|(?=党性分析|党性剖析|自评|自我|个人))"
)
_SECRETARY = late(f"{_BY}(?:党支部|支部)?书记{_DOES}")
_DEED = late(f"(?:同志)?{_DOES}")
_LED = late(_BY)
# Who is named behind these may have counted, not voted.
_BY_ALL = late("测评|投票|表决|计票|监票")
_MOST = 60


def partakers(
    step: Step, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who took part in a step of a day by its name, or by what stands behind it, whether
    present or not; None where neither says. `everyone` is what 全体 stands for in the
    sitting.
    """
    found = _by_name(step.name, people, day, everyone)
    if found is None and step.said and not _BY_ALL.search(step.name):
        return _by_list(step.said, people, day, everyone)
    return found


def _by_list(
    said: str, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who is named where nothing else is said of a step: 党性分析：王敏、李娜."""
    if vocabulary().is_word("all", said) or _EVERYBODY.fullmatch(said):
        return everyone
    found = people.chain(said) if len(said) <= _MOST else []
    return frozenset(found) & people.roster(day) or None


def _by_name(
    name: str, people: Naming, day: date, everyone: frozenset[str]
) -> frozenset[str] | None:
    """Who took part in a step by its name."""
    if any(word in name for word in _OF_MANY) and _EVERYBODY.match(name):
        return everyone
    if any(word in name for word in _OF_OFFICERS) and _COMMITTEE.match(name):
        return people.profile.committee(day) or None
    if "书记" in name and _SECRETARY.match(name):
        secretary = people.profile.secretary(day)
        return frozenset({secretary}) if secretary else None
    return _named(name[:_MOST], people, day)


def _named(name: str, people: Naming, day: date) -> frozenset[str] | None:
    """The members whom a name begins with, if what follows is what they did."""
    led = _LED.match(name)
    name = name[led.end() :] if led else name
    if not people.begins(name):
        return None
    for deed in _DEED.finditer(name):
        if found := people.chain(name[: deed.start()]):
            return frozenset(found) & people.roster(day) or None
    return None
