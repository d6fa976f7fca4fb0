"""What changes nothing: other names, other years, other keys, what no rule asks for."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lxyz.change import compare
from lxyz.report import Earlier
from lxyz.verdicts import Verdict
from lxyz.vocabulary import vocabulary

from ..trial import judge
from .asked import kinds, patterns
from .branches import NAMES, branches
from .held import days
from .program import Branch, Told, bound, built, judged, reported, told, written

pytestmark = pytest.mark.no_cover

LAWS = settings.get_profile("laws")
OTHERS = tuple("高远 何苗 韩松 罗静文 谢安 唐宁 冯小雨 曹阳 彭程 董月".split())
_COUNTED = re.compile(r"#\d+$")
ROUND = 28
"""Years after which each day of a leap year falls on the same weekday."""


def _renamed(value: Any, names: dict[str, str]) -> Any:
    text = json.dumps(value, ensure_ascii=False)
    whole = re.compile("|".join(names))
    return json.loads(whole.sub(lambda found: names[found[0]], text))


def _mapped(branch: Branch, change: Any) -> Branch:
    return branch._replace(
        profile=change(branch.profile), records=[change(one) for one in branch.records]
    )


def _said(one: Verdict, names: dict[str, str]) -> tuple[Any, ...]:
    """What a verdict says, but for its evidence and what else may hold a name; of two of
    a day and a kind, what they say, names too, tells which is the first."""
    who = _COUNTED.sub("", names.get(one.subject.name, one.subject.name))
    label, event = (_COUNTED.sub("", str(told)) for told in (one.label, one.event))
    rest = (one.outcome, one.level, one.need, one.have, one.due, one.until)
    return one.rule, who, str(one.span), label, event, len(one.records), *rest


@LAWS
@given(st.data())
def test_other_names_change_nothing(data: st.DataObject) -> None:
    """Everyone is called otherwise: the same verdicts, of them. Of a meeting that is told
    twice one telling counts until the other is gone, by what they say, names too."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    faults = built(written(branch.profile), branch.files(), as_of).faults
    assume(all(one.code != "F501" for one in faults))
    names = dict(zip(NAMES, data.draw(st.permutations(OTHERS)), strict=True))
    other = _mapped(branch, lambda told: _renamed(told, names))
    before = sorted(_said(one, names) for one in judged(branch, as_of))
    after = sorted(_said(one, {}) for one in judged(other, as_of))
    assert before == after


def _later(value: Any, years: int) -> Any:
    """The same, so many years later: every year that stands there, but that in the name
    of a pack."""
    text = json.dumps(value, ensure_ascii=False)
    year = re.compile(r"(?<![\da-z])(?<![\da-z]-)20\d\d(?!\d)")
    return json.loads(year.sub(lambda found: str(int(found[0]) + years), text))


@LAWS
@given(st.data())
def test_what_is_asked_is_the_same_in_another_year(data: st.DataObject) -> None:
    """Of two years far behind those of the packs, in which every day is the same day of
    the week and no holidays are known: the same verdicts, so many years later (A47)."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    first, second = (_in(branch, as_of, years) for years in (ROUND, 2 * ROUND))
    assert _later(first, ROUND) == second


def _in(branch: Branch, as_of: date, years: int) -> list[list[str]]:
    """The verdicts on a branch and its records so many years later."""
    moved = _mapped(branch, lambda told: _later(told, years))
    one = built(written(moved.profile), moved.files(), _shifted(as_of, years))
    year = branch.year + years
    found = judge(one.facts, bound(branch.pack), year, _shifted(as_of, years))
    return [[str(part) for part in _said(one, {})] for one in found]


def _shifted(day: date, years: int) -> date:
    return day.replace(year=day.year + years)


@LAWS
@given(st.data())
def test_the_order_of_keys_changes_nothing(data: st.DataObject) -> None:
    """Keys of a record, of the profile and of each mapping in them, in another order."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    turned = _mapped(branch, _turned)
    for one, other in zip(judged(branch, as_of), judged(turned, as_of), strict=True):
        assert _said(one, {}) == _said(other, {})


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _turned(value[key]) for key in reversed(value)}
    return [_turned(one) for one in value] if isinstance(value, list) else value


def _unasked(pack: str) -> list[str]:
    """Kinds of activities of which no rule of a pack speaks, but for those of the
    committee above: one of them says that its records are kept here."""
    spoken = {
        kind
        for rule in bound(pack).rules
        for one in patterns(rule)
        for kind in kinds(one)
    }
    implied = bound(pack).pack.implies
    family = vocabulary().kinds
    return sorted(
        kind
        for kind in family
        if family[kind].family == "activity"
        and kind not in vocabulary().above
        and kind not in implied
        and kind not in spoken
    )


@LAWS
@given(st.data())
def test_what_no_rule_asks_for_changes_nothing(data: st.DataObject) -> None:
    """A sitting of a kind of which no rule speaks, on a day of its own."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    day = data.draw(days(branch.year)).isoformat()
    assume(day not in json.dumps(branch.records))
    kind = data.draw(st.sampled_from(_unasked(branch.pack)))
    more: Told = {"kind": kind, "date": day, "attendance": "all", "host": NAMES[0]}
    before = judged(branch, as_of)
    for one, other in zip(before, judged(branch, as_of, more), strict=True):
        assert one == other, f"{kind} {day}: {told(one)} → {told(other)}"


@LAWS
@given(st.data())
def test_a_report_beside_itself_has_no_changes(data: st.DataObject) -> None:
    """Nor do two on the same texts."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    one, other = (Earlier(reported(branch, as_of), as_of) for _ in "ab")
    assert compare(one, other) == ()
