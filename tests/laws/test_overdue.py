"""Overdue, exactly: a record dated today would still make it met or late; missed: none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.judge import judge_rule
from lxyz.kinds import World
from lxyz.packs.model import Item, KindAll, Pattern, Rule, When
from lxyz.packs.part import part_of
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import vocabulary

from .asked import kinds
from .branches import branches
from .held import days
from .program import Branch, Told, bound, built, by_key, rules, told, written

pytestmark = pytest.mark.no_cover

LAWS = settings.get_profile("laws")
SIMPLE = frozenset(
    "topic materials forms theme title site agenda sources stage honour".split()
)


def _plain(rule: Rule) -> Pattern | None:
    """The pattern of a plain calendar rule: a number of a kind with simple attributes,
    or a cover of such; None where it is more than that.

    Left out, as one record dated today is no answer there: shares, sums and upper
    bounds; fixed days; parts of other records (steps, filings, items
    of a plan, grades: these are completed, not done); joins.
    """
    when = rule.when
    if rule.each is not None or (when is not None and not isinstance(when, When)):
        return None
    if isinstance(when, When) and (when.every is None or when.day is not None):
        return None
    test = rule.count
    if test is not None and any(
        (test.max, test.under, test.to, test.mean, test.sum, test.distinct, test.over)
    ):
        return None
    of = (
        test.of
        if test is not None
        else rule.cover.of
        if rule.cover is not None
        else None
    )
    one = of[0] if isinstance(of, tuple) else of
    if one is None or one.link or one.same or one.root:
        return None
    family = vocabulary().kinds
    kind = _kind(one)
    if kind not in family or family[kind].family not in (
        "activity",
        "document",
        "persons",
    ):
        return None
    if one.level is not None and "branch" not in (one.level, *one.level):
        return None
    simple = all(
        name in SIMPLE
        and isinstance(wanted, (str, tuple))
        and wanted not in ("some", "none")
        for name, wanted in one.wanted.items()
    )
    return one if simple else None


def _kind(pattern: Pattern) -> str:
    return kinds(pattern)[0]


def _item(rule: Rule, one: Verdict) -> str | None:
    """The word of the item of a cover that a verdict is about."""
    assert rule.cover is not None
    for item in rule.cover.all:
        named = item if isinstance(item, Item) else part_of(Item, {"is": item})
        if one.label in (named.label, named.is_):
            return named.is_ or named.any[0]
    return None


def _done(
    branch: Branch, rule: Rule, pattern: Pattern, one: Verdict, day: date, number: int
) -> Told | None:
    """A record of today, of what a verdict asks for; it says which period it is for."""
    kind = _kind(pattern)
    every = list(kinds(pattern)) if isinstance(pattern.kind, KindAll) else kind
    more: Told = {"kind": every, "date": day.isoformat()}
    for name, wanted in pattern.wanted.items():
        more[name] = wanted if isinstance(wanted, str) else wanted[0]
    if rule.cover is not None:
        more[rule.cover.tag] = _item(rule, one)
    family = vocabulary().kinds[kind].family
    name, other = _persons(branch, one)
    person = one.subject.type not in ("branch", "group")
    as_ = pattern.as_ or ()
    roles = {as_} if isinstance(as_, str) else set(as_)
    if kind == "dues-payment":
        return more | {"month": one.span.label, "by": "self", "members": name}
    if kind == "heart-to-heart-talk":
        pair = (
            {"from": name, "to": other}
            if "from" in roles
            else {"from": other, "to": name}
        )
        more |= pair
    elif family == "activity":
        more["time"] = f"{6 + number:02}:00"
        more["attendance"] = {"present": name} if person else "all"
        if one.subject.type == "group":
            more["group"] = one.subject.name
        if "lecturer" in roles:
            more["speakers"] = {"lecturer": name}
        elif roles and not roles & {"present", "ordinary", "expected"}:
            return None
    elif number:
        return None
    elif person or family == "persons":
        more["members"] = name
    if day not in one.span and one.span.label == str(one.span.first.year):
        more["period" if family == "document" else "counts_for"] = one.span.label
    return more


def _persons(branch: Branch, one: Verdict) -> tuple[str, str]:
    """The person of a verdict (of one on the branch: its secretary), and another."""
    person = one.subject.type not in ("branch", "group")
    name = one.subject.name if person else branch.names[0]
    return name, next(other for other in branch.names if other != name)


def _settled(branch: Branch, rule: Rule, as_of: date, *more: Told) -> list[Verdict]:
    """The verdicts of one rule, each span apart."""
    whole = branch._replace(records=[*branch.records, *more])
    one = built(written(branch.profile), whole.files(), as_of)
    world = World(one.facts, bound(branch.pack), branch.year, as_of)
    return judge_rule(rule.replace(fold="no"), world)


@LAWS
@given(st.data())
def test_overdue_can_be_made_good_today_and_missed_cannot(data: st.DataObject) -> None:
    """As many records of today as there are lacking make an overdue case met or late;
    of a missed case, no such record does."""
    branch = data.draw(branches(most=6))
    of_year = st.dates(date(branch.year, 2, 1), date(branch.year + 1, 3, 10))
    as_of = data.draw(st.one_of(of_year, of_year, days(branch.year)))
    one = built(written(branch.profile), branch.files(), as_of)
    world = World(one.facts, bound(branch.pack), branch.year, as_of)
    for rule in bound(branch.pack).rules:
        pattern = _plain(rule)
        if pattern is None:
            continue
        gaps = [v for v in judge_rule(rule.replace(fold="no"), world) if v.is_gap]
        # Who has left by today is the business of the test below.
        gaps = [v for v in gaps if not _has_left(world, v, as_of)]
        for gap in gaps[:: max(1, len(gaps) // 3)]:
            _hold(branch, rule, pattern, gap, as_of)


def _has_left(world: World, one: Verdict, day: date) -> bool:
    person = one.subject.type not in ("branch", "group")
    here = {member.name for member in world.on(day).members}
    return person and one.subject.name not in here


def _hold(
    branch: Branch, rule: Rule, pattern: Pattern, gap: Verdict, as_of: date
) -> None:
    lacking = int(gap.need or 1) - int(gap.have or 0)
    more: list[Any] = [
        _done(branch, rule, pattern, gap, as_of, number) for number in range(lacking)
    ]
    if None in more:
        return
    now = by_key(_settled(branch, rule, as_of, *more))[gap.key()]
    good = now.outcome in (Outcome.MET, Outcome.LATE)
    message = f"{as_of}: {told(gap)} → {told(now)} with {more}"
    assert good == (gap.outcome == Outcome.OVERDUE), message


def test_who_has_left_can_still_pay_what_he_owes() -> None:
    """An arrear of a month in which a member was here is overdue; paid today, after he
    left, it is late."""
    here = "2014-11-20"
    gone = {"name": "李娜", "from": here, "until": "2016-09-30"}
    members = [{"name": "王敏、陈静", "from": here}, gone]
    profile = {
        "name": "样例支部",
        "unit": "机关党委",
        "packs": ["bj-2016"],
        "members": members,
    }
    branch = Branch("rules/bj-2016", profile, [], ("王敏", "陈静", "李娜"), ())
    rule, today = rules(branch.pack)["bj-2016/dues-each-month"], date(2016, 10, 20)
    paid = {
        "kind": "dues-payment",
        "month": "2016-08",
        "date": "2016-10-20",
        "members": "李娜",
    }

    def of_august(*more: Told) -> Outcome:
        found = _settled(branch, rule, today, *more)
        return next(
            one.outcome
            for one in found
            if one.subject.name == "李娜" and one.span.label == "2016-08"
        )

    assert of_august() == Outcome.OVERDUE
    assert of_august(paid | {"by": "self"}) == Outcome.LATE
