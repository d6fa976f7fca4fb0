"""A rule as a duty: whose records are sittings that each want a day of their own."""

from __future__ import annotations

import pytest

from ..trial import held
from .rooms import day, roomy, rules

LAST = "2016-12-30"


def crowded(*listed: str, as_of: str = LAST, records: str = "") -> list[int]:
    """How many sittings there are to be, of each clash of days."""
    _, clashes = roomy(rules(*listed), records, as_of=as_of)
    return [one.number for one in clashes]


@pytest.mark.parametrize(
    "rule",
    [
        "count: {of: {kind: collective-study, level: branch}, min: 3}",
        "count: {of: {kind: [collective-study]}, min: 3}",
        (
            "for: fact, each: {kind: party-lecture}, when: {after: subject, within: 7d, late: never}, "
            "count: {of: {kind: collective-study, level: branch}, min: 3}"
        ),
    ],
    ids=["level", "list of one", "after a record"],
)
def test_sittings_of_the_branch_want_days_of_their_own(rule: str) -> None:
    """Three of them cannot be held on the last working day."""
    lecture = held("2016-12-23")
    assert crowded(f"{{id: rule, {rule}}}", records=lecture) == [3]


def test_so_do_those_of_each_group() -> None:
    """Two groups, each of which lacks two."""
    rule = "{for: group, count: {of: {kind: collective-study, level: group}, min: 2}}"
    assert crowded(rule) == [2, 2]


@pytest.mark.parametrize(
    "rule",
    [
        "count: {of: {kind: rectification-closed}, min: 3}",
        "count: {of: {kind: collective-study, level: above}, min: 3}",
        "count: {of: {kind: collective-study, level: member}, min: 3}",
        (
            "for: fact, each: {kind: party-lecture}, when: {after: subject, within: 7d, late: never}, "
            "count: {of: {kind: collective-study, link: subject}, min: 3}"
        ),
        (
            "cover: {of: {kind: collective-study}, tag: kind, "
            "all: [party-lecture, oath-review, quiz]}"
        ),
        "count: {of: {kind: collective-study}}",
    ],
    ids=["deeds", "above", "member", "belongs to it", "kinds", "one"],
)
def test_what_may_all_be_on_one_day(rule: str) -> None:
    """What is no sitting of the branch, what belongs to one, and one sitting of several
    kinds; and one alone."""
    assert crowded(f"{{id: rule, {rule}}}", records=held("2016-12-23")) == []


def test_one_sitting_is_no_clash_on_a_day_off() -> None:
    """On Saturday 31 December no working day is left: one may be held all the same."""
    rule = "{count: {of: {kind: collective-study}, min: %s}}"
    assert crowded(rule % 1, as_of="2016-12-31") == []
    assert crowded(rule % 2, as_of="2016-12-31") == [2]


TOPIC = "{id: %s, count: {of: {kind: thematic-discussion, %s}}}"


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("topic: 甲", "topic: 乙", [2]),
        ("topic: 甲", "topic: [乙, 丙]", [2]),
        ("topic: 甲", "topic: 甲", []),
        ("topic: 甲", "topic: [乙, 甲]", []),
        ("topic: 甲", "theme: 乙", []),
        ("topic: 甲", "topic: some", []),
        ("topic: 甲", "topic: none", []),
        ("topic: 甲", "topic: {not: [甲]}", []),
        ("materials: 党章", "materials: 条例", []),
        ("materials: 党章, topic: 甲", "materials: 党章, topic: 乙", [2]),
        ("content: {not: [丁]}, topic: 甲", "topic: 乙", [2]),
    ],
)
def test_what_tells_two_sittings_apart(one: str, other: str, wanted: list[int]) -> None:
    """Two topics are two sittings; several texts, or a topic and a theme, may be one."""
    assert crowded(TOPIC % ("one", one), TOPIC % ("other", other)) == wanted


def test_two_topics_after_one_record() -> None:
    """So it is of what is asked for after each record."""
    after = (
        "{id: %s, each: {kind: party-lecture}, when: {after: subject, within: 7d, late: never}, "
        "count: {of: {kind: thematic-discussion, level: branch, topic: %s}}}"
    )
    both = (after % ("one", "甲"), after % ("other", "乙"))
    assert crowded(*both, records=held("2016-12-23")) == [2]
    assert crowded(*both, records=held("2016-12-23"), as_of="2016-12-29") == []


@pytest.mark.parametrize(
    ("item", "number"),
    [
        ("{any: [乙, 丙], label: 二选一}", 2),
        ("{is: 乙, label: 第二}", 2),
        ("{any: [甲, 乙], label: 二选一}", 1),
    ],
)
def test_items_of_a_list_by_their_words(item: str, number: int) -> None:
    """Whatever an item is called, its words tell whether one sitting may serve two."""
    listed = f"{{cover: {{of: {{kind: thematic-discussion}}, tag: topic, all: [甲, {item}]}}}}"
    assert crowded(listed) == ([number] if number > 1 else [])


def test_a_list_is_crowded_with_a_rule_of_its_own_topic() -> None:
    """The third topic is asked for by another rule: three sittings for two days."""
    listed = "{id: list, cover: {of: {kind: thematic-discussion}, tag: topic, all: [甲, 乙]}}"
    third = TOPIC % ("third", "topic: 丙")
    _, (clash,) = roomy(rules(listed, third), as_of="2016-12-29")
    assert (clash.number, clash.workdays, clash.since) == (3, 2, day("12-29"))
    assert sorted(key[0] for key in clash.keys) == [
        "trial-2016/list",
        "trial-2016/list",
        "trial-2016/third",
    ]
