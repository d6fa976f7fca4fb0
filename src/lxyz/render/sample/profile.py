"""Samples of `branch.yaml` with which a rule about the profile is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxyz.base.late import late
from lxyz.facts.changes import BESIDE
from lxyz.facts.fact import ENTRIES, LEAVES
from lxyz.packs.asked import every_kind, every_pattern, patterns
from lxyz.packs.model import Condition, Rule, Wanted, When
from lxyz.verdicts import PERSONS
from lxyz.vocabulary import vocabulary
from lxyz.vocabulary.worded import Value

_YEAR = 2016
_OFFICERS: list[Value] = [
    {"name": "王敏", "post": "书记", "since": "2014-11-20"},
    {"name": "陈静", "post": "组织委员", "since": "2014-11-20"},
    {"name": "李娜", "post": "宣传委员", "since": "2014-11-20"},
]
_GROUPS: list[Value] = [
    {"name": "第一党小组", "leader": "陈静", "members": "陈静、王敏、郭芳"},
    {"name": "第二党小组", "leader": "李娜", "members": "李娜、赵强"},
]
_BRANCH: dict[str, dict[str, Value]] = {
    "secretary": {"committee": _OFFICERS[:1]},
    "committee": {"committee": _OFFICERS},
    "posts": {"committee": _OFFICERS},
    "groups": {"groups": _GROUPS},
    "term_over": {"elected_on": "2014-11-20"},
    "term_end": {"elected_on": "2014-11-20"},
    "weekly_slot": {"weekly_slot": "friday 15:00-16:00"},
    "fixed_day": {"fixed_day": "7"},
    "new_media": {"new_media": "支部微信群"},
    "households": {"households": "张家、李家"},
    "activity_week": {"activity_week": "2016-06-20..2016-06-26"},
}
_DATES = frozenset(("dues_rate_set", "from", "until", "party_since"))
_JOINED = "1999-07-01"
_POSTS = frozenset(("post", "post-taken", "post-left"))
_DAY = late(r"(\d{4})(-\d\d-\d\d)")
_HAPPENS = frozenset(("candidate-stage", "member-joined", "member-left"))
"""What happens on a day that the last line tells last."""
_MEMBERSHIP = LEAVES | {"member-joined", "member-left"}


def profile_sample(rule: Rule, day: date) -> dict[str, Value]:
    """The keys of branch.yaml with which a rule is kept; empty if it asks for none.

    What is asked for in a period happens on `day`; all other years are moved to fit the
    year of `day`."""
    made: dict[str, Value] = _in_years(_of_rule(rule), day.year - _YEAR)
    counted = rule.each is None and rule.has is None
    if counted and not _HAPPENS.isdisjoint(every_kind(rule)):
        _last_day(made, day.isoformat())
    return made


def _in_years(value: Value, more: int) -> Any:
    """A value with all its days `more` years later."""
    if isinstance(value, dict):
        return {key: _in_years(one, more) for key, one in value.items()}
    if isinstance(value, list):
        return [_in_years(one, more) for one in value]
    return _DAY.sub(lambda found: f"{int(found[1]) + more}{found[2]}", value)


def _last_day(made: dict[str, Any], day: str) -> None:
    """Replaces the last day in the sample by `day`, on which it is to happen."""
    for lines in made.values():
        line = lines[-1]
        line = line["steps"][-1] if "steps" in line else line
        line[list(line)[-1]] = day


def _of_rule(rule: Rule) -> dict[str, Value]:
    wanted = rule.has or {}
    kinds = every_kind(rule)
    if "candidate-stage" in kinds:
        return _stages(rule)
    if not ENTRIES.isdisjoint(kinds):
        posts = {} if _POSTS.isdisjoint(kinds) else _posts(rule, kinds)
        return {**_member({"party_years": "some"}), **posts}
    if not _POSTS.isdisjoint(kinds):
        return _posts(rule, kinds)
    if not _MEMBERSHIP.isdisjoint(kinds):
        return _membership(kinds)
    kind = str(rule.each.kind) if rule.each is not None else ""
    if "candidate" in kind:
        return _candidate(wanted)
    if rule.for_ in PERSONS or kind == "member":
        return _member(wanted)
    if rule.for_ == "group" or kind == "group":
        return {"groups": _GROUPS[:1]}
    made: dict[str, Value] = {}
    for name, condition in wanted.items():
        made.update(_BRANCH.get(name) or {name: _text(name, condition)})
    return made


def _posts(rule: Rule, kinds: frozenset[str]) -> dict[str, Value]:
    """A holder of the post that is asked for; if somebody left the post, the former
    holder."""
    every = every_pattern(rule)
    said = [one.wanted.get("post") for one in every]
    named = [one for one in said if isinstance(one, str) and one != "some"]
    post: dict[str, Value] = {"name": "王敏", "post": named[0] if named else "组织委员"}
    last: dict[str, Value] = {**post, "since": "2016-03-10"}
    if any("duties" in one.wanted for one in every) or "duties" in (rule.has or {}):
        last["duties"] = "写明"
    if "post-left" not in kinds:
        return {"committee": [last]}
    first: dict[str, Value] = {
        **post,
        "since": "2014-11-20",
        "until": "2016-03-09",
    }
    return {"committee": [first, {**last, "name": "陈静"}]}


def _membership(kinds: frozenset[str]) -> dict[str, Value]:
    """A member who joined the branch, or left it."""
    line: dict[str, Value] = {"name": "王敏", "from": "2016-03-10"}
    if "member-left" in kinds:
        line.update({"from": "2014-11-20", "until": "2016-09-09"})
    if not LEAVES.isdisjoint(kinds):
        leave: Value = {"reason": "驻外", "from": "2016-03-10", "until": "2016-09-09"}
        line.update({"from": "2014-11-20", "leave": leave})
    return {"members": [line]}


def _member(wanted: dict[str, Wanted]) -> dict[str, Value]:
    line: dict[str, Value] = {"name": "王敏", "from": "2014-11-20"}
    for name, condition in wanted.items():
        if name in BESIDE:
            line[name] = "陈静"
            continue
        if name == "party_years":
            line["party_since"] = _JOINED
            continue
        line[name] = _text(name, condition)
    return {"members": [line]}


def _candidate(wanted: dict[str, Wanted]) -> dict[str, Value]:
    """A candidate at the stage that is asked for; by default the last of the steps."""
    names = vocabulary().value_names["stage"]
    order: tuple[str, ...] = ()
    for condition in wanted.values():
        if isinstance(condition, Condition):
            order = condition.in_order or condition.all or order
    said = _text("stage", wanted.get("stage", "some"))
    stage = said if said in names else order[-1] if order else "activist"
    line: dict[str, Value] = {"name": "许诺", "stage": stage}
    line.update(_beside(frozenset(wanted)))
    if order:
        line["steps"] = [
            {"name": slug, "date": f"2016-{3 * number:02}-15"}
            for number, slug in enumerate(order, 1)
        ]
    return {"candidates": [line]}


def _stages(rule: Rule) -> dict[str, Value]:
    """A candidate with the stages that a rule is about, far enough apart in time."""
    listed = [] if rule.each is None else [rule.each.wanted.get("stage")]
    if rule.count is not None:
        counted = [one.wanted.get("stage") for one in patterns(rule)]
        is_before = isinstance(rule.when, When) and rule.when.before is not None
        listed = [*counted, *listed] if is_before else [*listed, *counted]
    names = vocabulary().value_names["stage"]
    slugs = [one for one in listed if isinstance(one, str) and one in names]
    slugs = slugs or ["activist"]
    apart = _years_apart(rule)
    first = _YEAR - apart * (len(slugs) - 1)
    line: dict[str, Value] = {"name": "许诺", "stage": slugs[-1]}
    line.update(_beside(frozenset(rule.has or ())))
    line["steps"] = [
        {"name": slug, "date": f"{first + apart * number}-03-15"}
        for number, slug in enumerate(slugs)
    ]
    return {"candidates": [line]}


def _beside(wanted: frozenset[str]) -> dict[str, Value]:
    """The other people that a rule asks for beside a candidate."""
    return {role: "王敏、陈静" for role in BESIDE if role in wanted}


def _years_apart(rule: Rule) -> int:
    """How many years to put between two stages: more than the rule demands."""
    text = rule.when.to if isinstance(rule.when, When) and rule.when.before else None
    if text is None or not text.endswith("m"):
        return 1
    return int(text[:-1]) // 12 + 1


def _text(name: str, wanted: Wanted) -> str:
    if name in _DATES:
        return "2016-03-10"
    word = wanted if isinstance(wanted, str) else ""
    if isinstance(wanted, tuple):
        word = wanted[0]
    if word in ("yes", "no"):
        return "是" if word == "yes" else "否"
    if word and word not in ("some", "none"):
        return word
    return "正常" if name == "tie" else "写明"
