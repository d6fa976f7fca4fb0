"""Conditions on facts in three values: it holds, it does not, it cannot be known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lxyz.facts.fact import Fact
from lxyz.files.origin import Origin
from lxyz.kinds.conditions import condition
from lxyz.packs.model import Condition, Wanted

from ..trial import cond, outcome, world_of

WORDS = "words: {topic: {学党章: [专题一]}, steps: {个人自评: [自评]}, materials: {党章: [中国共产党章程]}}\nleaders: [处级]"
YES, NO, UNKNOWN = True, False, None
STEPS = (
    ("个人自评", date(2016, 12, 5), ""),
    ("党员互评", date(2016, 12, 5), ""),
    ("民主测评", date(2016, 12, 6), ""),
)


def fact(**attrs: Any) -> Fact:
    """A fact with these attributes; `people` are roles, `unknown` what cannot be read."""
    people = {
        role: frozenset(names.split())
        for role, names in attrs.pop("people", {}).items()
    }
    unknown = frozenset(attrs.pop("unknown", ()))
    day = attrs.pop("day", date(2016, 6, 24))
    return Fact(
        attrs.pop("kinds", ("party-lecture",)),
        "branch",
        day,
        Origin("a.yaml", 1, 1),
        attrs=attrs,
        people=people,
        unknown=unknown,
    )


def holds(attribute: str, wanted: Wanted, one: Fact) -> tuple[bool | None, list[str]]:
    """What a condition says of a fact, and what is missing."""
    missing: list[str] = []
    world = world_of(more=WORDS)
    return condition(world, attribute, wanted)(one, missing), missing


@pytest.mark.parametrize(
    ("attribute", "wanted", "value", "held"),
    [
        ("theme", "初心", "初心", YES),
        ("theme", "初心", "使命", NO),
        ("topic", "学党章", "专题一", YES),
        ("topic", "专题一", "学党章", YES),
        ("topic", "学党章", "一、学党章", YES),
        ("topic", ("学党章", "学准则"), "学准则", YES),
        ("materials", "党章", frozenset({"中国共产党章程（2012）"}), YES),
        ("materials", "党章", frozenset({"条例"}), NO),
        ("evidence", "image", frozenset({"file"}), YES),
        ("evidence", "image", frozenset({"text"}), NO),
        ("forms", "集中", frozenset({"集中", "分组"}), YES),
        ("forms", cond(all=("集中", "分组")), frozenset({"集中", "分组"}), YES),
        ("forms", cond(all=("集中", "自学")), frozenset({"集中", "分组"}), NO),
        ("forms", cond(not_=("自学",)), frozenset({"集中"}), YES),
        ("forms", cond(not_=("自学",)), frozenset({"集中", "自学"}), NO),
        ("forms", cond(min="2"), frozenset({"集中", "分组"}), YES),
        ("forms", cond(over="2"), frozenset({"集中", "分组"}), NO),
        ("minutes", cond(min="180"), 180, YES),
        ("minutes", cond(min="180"), 179, NO),
        ("minutes", cond(max="180"), 181, NO),
        ("minutes", cond(under="180"), 180, NO),
        ("hours", cond(min="1/2"), "0.5", YES),
        ("hours", cond(min="1"), "一", NO),
        ("hours", cond(min="1"), "1/0", NO),
        ("steps", cond(in_order=("自评", "党员互评", "民主测评")), STEPS, YES),
        ("steps", cond(in_order=("民主测评", "自评")), STEPS, NO),
        ("steps", cond(in_order=("自评", "组织评定")), STEPS, NO),
        ("steps", cond(min="4"), STEPS, NO),
        ("steps", cond(all=("个人自评",)), STEPS, YES),
        ("theme", "some", "初心", YES),
        ("theme", "some", "", NO),
        ("theme", "none", "", YES),
        ("forms", "some", frozenset(), NO),
    ],
)
def test_values(attribute: str, wanted: Wanted, value: Any, held: bool) -> None:
    """Equal, one of, contains, all of, none of, at least, at most, in order."""
    assert holds(attribute, wanted, fact(**{attribute: value})) == (held, [])


@pytest.mark.parametrize(
    ("wanted", "name", "held"),
    [
        ("民主测评", "民主测评（用问卷星）", None),
        ("*测评*", "民主测评（用问卷星）", YES),
        ("*测评*", "民主测评（票没收齐，周一再收）", None),
        ("义务劳动", "清扫楼道（义务劳动）", NO),
        ("*义务劳动*", "清扫楼道（义务劳动）", YES),
        ("民主测评", "民主测评（未测）", NO),
        ("个人自评", "民主测评（用问卷星）", NO),
    ],
)
def test_steps_with_brackets(wanted: str, name: str, held: bool | None) -> None:
    """What stands in brackets behind a step, and is not understood, leaves it open
    whether it is the one that is asked for, of the sitting and of the step itself."""
    day = date(2016, 12, 6)
    steps = (("个人自评（上台）", day, ""), (name, day, ""), ("组织评定", day, ""))
    missing = ["held"] if held is None else []
    inner = fact(name=name, kinds=("step",))
    assert holds("name", wanted, inner) == (held, missing)
    if wanted != "个人自评":
        assert holds("steps", wanted, fact(steps=steps)) == (held, missing)
        order = cond(in_order=(wanted, "组织评定"))
        assert holds("steps", order, fact(steps=steps)) == (held, missing)


@pytest.mark.parametrize(
    ("attribute", "wanted", "said", "held"),
    [
        # What merely describes a record is no match, and no doubt.
        ("theme", "初心", {}, NO),
        ("topic", "学党章", {}, NO),
        ("materials", "党章", {}, NO),
        ("materials", cond(not_=("党章",)), {}, YES),
        # What is needed to know which record counts is unknown.
        ("minutes", cond(min="180"), {}, UNKNOWN),
        ("lecturer", "王敏", {}, UNKNOWN),
        ("participant", "王敏", {"unknown": ("participant",)}, UNKNOWN),
        ("present", "王敏", {"unknown": ("present", "absent")}, UNKNOWN),
        # Nobody, where who was there, or who spoke, is told.
        ("absent", "王敏", {"people": {"present": "王敏"}}, NO),
        ("lecturer", "王敏", {"people": {"speaker": "陈静", "keynote": "陈静"}}, NO),
        # What is there and cannot be read is unknown even so.
        ("theme", "初心", {"unknown": ("theme",)}, UNKNOWN),
        ("theme", "some", {"unknown": ("theme",)}, UNKNOWN),
        # Presence is always known.
        ("minutes", "some", {}, NO),
        ("minutes", "none", {}, YES),
    ],
)
def test_what_is_not_written(
    attribute: str, wanted: Wanted, said: dict[str, Any], held: bool | None
) -> None:
    """No match, or a doubt that names what is missing."""
    assert holds(attribute, wanted, fact(**said)) == (
        held,
        [attribute] if held is None else [],
    )


@pytest.mark.parametrize(
    "role", ["expected", "excused", "absent", "unstated", "ordinary", "participant"]
)
def test_where_attendance_is_told_nobody_else_was_there(role: str) -> None:
    """In a role of which it says nothing there was nobody; where it says nothing at all,
    that cannot be known."""
    told = fact(people={"present": "王敏"})
    assert holds(role, "陈静", told) == (NO, [])
    quiet = fact(unknown=("present", "excused", "absent", "unstated"))
    assert holds(role, "陈静", quiet) == (UNKNOWN, [role])


@pytest.mark.parametrize(
    ("wanted", "names", "held"),
    [
        (cond(is_="secretary"), "王敏", YES),
        (cond(is_="secretary"), "陈静 王敏", YES),
        (cond(is_="secretary"), "陈静", NO),
        (cond(is_="committee"), "陈静", YES),
        (cond(is_="officer"), "李娜", NO),
        (cond(is_="leader"), "胡斌", YES),
        (cond(is_="leader"), "王敏", NO),
        (cond(is_="member"), "许诺", YES),
        (cond(is_="member"), "外单位 教授", NO),
        (cond(is_="member", min="2"), "王敏 陈静", YES),
        (cond(is_="member", min="2"), "王敏 教授", NO),
        (cond(is_="member", max="1"), "王敏 陈静", NO),
        (cond(which={"status": "probationary"}), "许诺", YES),
        (cond(which={"status": "full"}, min="3"), "王敏 陈静 许诺", NO),
        (cond(is_="leader", which={"status": "full"}), "胡斌", YES),
    ],
)
def test_persons(wanted: Condition, names: str, held: bool) -> None:
    """Someone of them, or so many, on the day of the fact."""
    assert holds("present", wanted, fact(people={"present": names})) == (held, [])


def test_persons_of_the_day() -> None:
    """A member from June on is none in May; a fact without a day is of `as_of`."""
    wanted = cond(is_="member")
    early = fact(people={"present": "许诺"}, day=date(2016, 5, 31))
    first = fact(people={"present": "许诺"}, day=date(2016, 6, 1))
    assert holds("present", wanted, early)[0] is False
    assert holds("present", wanted, first)[0] is True
    assert (
        holds("present", wanted, fact(people={"present": "许诺"}, day=None))[0] is True
    )
    assert holds("about", wanted, fact(about="许诺"))[0] is True


@pytest.mark.parametrize(("host", "held"), [("王敏", YES), ("陈静", NO), (None, NO)])
def test_a_field_equals_another(host: str | None, held: bool) -> None:
    """Of the same fact: a role, or an attribute."""
    people = {"lecturer": "王敏", **({"host": host} if host else {})}
    assert holds("lecturer", cond(field="host"), fact(people=people))[0] is held
    assert holds("theme", cond(field="topic"), fact(theme="甲", topic="甲"))[0] is True


@pytest.mark.parametrize(
    ("host", "held"), [("王敏", NO), ("陈静 王敏", NO), ("陈静", YES), (None, NO)]
)
def test_a_field_is_apart_from_another(host: str | None, held: bool) -> None:
    """Nobody stands in both; of who is not written nobody can say so."""
    people = {"recorder": "王敏", **({"host": host} if host else {})}
    assert holds("recorder", cond(apart="host"), fact(people=people))[0] is held


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("责任人: 王敏, 核验人: 陈静", "met"),
        ("责任人: 王敏、陈静, 核验人: 陈静", "overdue"),
        ("责任人: 王敏", "overdue"),
    ],
)
def test_who_verifies_does_not_answer_for_it(said: str, wanted: str) -> None:
    """Of an item of a list."""
    rule = "{for: fact, each: {kind: rectification}, has: {verified_by: {apart: responsible}}}"
    items = f"[{{问题: 甲, {said}}}]"
    listed = f"- {{类型: 整改清单, 日期: 2016-05-05, 条目: {items}}}\n"
    assert outcome(rule, listed) == wanted


def test_steps_of_groups() -> None:
    """A step done in groups is there for every group of the day; steps of different
    groups are not compared; on one day the place in the list decides."""
    order = cond(in_order=("自评", "党员互评"))

    def said(*steps: tuple[str, date, str]) -> bool | None:
        return holds("steps", order, fact(steps=steps))[0]

    day, next_day = date(2016, 12, 5), date(2016, 12, 6)
    one = (("自评", day, "一组"), ("自评", next_day, "二组"))
    assert said(*one, ("党员互评", next_day, ""))
    assert not said(one[0], ("党员互评", next_day, ""))
    # What the whole branch did, one group may have done besides.
    whole = ("自评", day, "")
    assert said(whole, one[0], ("党员互评", next_day, ""))
    # Of the second group the second step came first.
    assert not said(*one, ("党员互评", next_day, "一组"), ("党员互评", day, "二组"))
    assert said(*one, ("党员互评", day, "一组"), ("党员互评", next_day, "二组"))
    assert not said(("党员互评", day, ""), ("自评", day, ""))
    # What is told twice, as a step and on the agenda, stands where it is told first.
    both = (("自评", day, ""), ("党员互评", day, ""))
    assert said(*both, *both)
    assert not said(*both[::-1], *both)
    # A group that is none of the branch's is compared as any other.
    assert said(("自评", day, "三组"), ("党员互评", day, "三组"))


def test_steps_of_a_day_to_come() -> None:
    """A step after the day judged is not there yet."""
    order = cond(in_order=("自评",))
    assert (
        holds("steps", order, fact(steps=(("自评", date(2016, 12, 31), ""),)))[0]
        is True
    )
    assert (
        holds("steps", order, fact(steps=(("自评", date(2017, 1, 1), ""),)))[0] is False
    )
