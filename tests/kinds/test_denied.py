"""What records say was not done, where rules ask for it: told of once, in its place."""

from __future__ import annotations

import pytest

from lxyz.kinds.denied import denied

from ..trial import held, world_of

LECTURE = "{for: fact, each: {kind: party-lecture}, has: {%s}}"


def told(rules: str, more: str, words: str = "", **asked: int) -> list[tuple[str, str]]:
    """Text and word of each denial."""
    records = held("2016-05-05", more=f"attendance: all, {more}")
    world = world_of(records, rules, words, **asked)
    return [(one.text, one.word) for one in denied(world)]


@pytest.mark.parametrize(
    ("rules", "more", "found"),
    [
        (LECTURE % "steps: 评议", "steps: [没有评议]", [("没有评议", "评议")]),
        (LECTURE % "steps: 评议", "steps: [评议]", []),
        # On the agenda it is a step as well: told of once.
        (
            LECTURE % "steps: 评议, agenda: 评议",
            "agenda: [没有评议]",
            [("没有评议", "评议")],
        ),
        (
            LECTURE % "steps: {in_order: [学习, 评议]}",
            "steps: [学习, 没有评议]",
            [("没有评议", "评议")],
        ),
        # Of several words each may be meant; what is refused is not asked for.
        (LECTURE % "topic: [学习, 评议]", "topic: 没有评议", [("没有评议", "评议")]),
        (LECTURE % "topic: {not: [评议]}", "topic: 没有评议", []),
        # Of keys, and of kinds, that no rule asks about.
        (LECTURE % "theme: 评议", "topic: 没有评议", []),
        (LECTURE % "place: 评议", "place: 没有评议", []),
        (
            LECTURE % "place: 评议, topic: 评议",
            "topic: 没有评议",
            [("没有评议", "评议")],
        ),
        (
            "{for: fact, each: {kind: theme-party-day}, has: {topic: 评议}}",
            "topic: 没有评议",
            [],
        ),
        (
            "{count: {of: {kind: party-lecture, topic: 评议}}}",
            "topic: 没有评议",
            [("没有评议", "评议")],
        ),
        (
            "{count: {of: {kind: step, name: 评议}}}",
            "steps: [没有评议]",
            [("没有评议", "评议")],
        ),
        (
            "{cover: {of: {kind: party-lecture}, tag: topic, all: [学习, {is: 评议}, {any: [选举], label: 选}]}}",
            "topic: 没有选举",
            [("没有选举", "选举")],
        ),
        (
            "{cover: {of: {kind: party-lecture}, tag: topic, all: [学习, {is: 评议}]}}",
            "topic: 没有评议",
            [("没有评议", "评议")],
        ),
        ("{attest: 是否评议}", "topic: 没有评议", []),
    ],
)
def test_what_is_told(rules: str, more: str, found: list[tuple[str, str]]) -> None:
    """Each text that rules ask about, with the word they ask for."""
    assert (
        told(
            rules,
            more,
            "words: {topic: {评议: ['*评议*'], 选举: ['*选举*']}, steps: {评议: ['*评议*']}, agenda: {评议: ['*评议*']}}",
        )
        == found
    )


def test_of_another_year() -> None:
    """What was written in other years is let be."""
    rules, words = LECTURE % "topic: 评议", "words: {topic: {评议: ['*评议*']}}"
    assert told(rules, "topic: 没有评议", words, year=2017) == []


def test_of_what_was_not_held() -> None:
    """What is planned, or was called off, counts for nothing in any case."""
    rules, words = LECTURE % "topic: 评议", "words: {topic: {评议: ['*评议*']}}"
    for state in ("planned", "cancelled, reason: 防汛"):
        records = held("2016-05-05", more=f"status: {state}, topic: 没有评议")
        assert list(denied(world_of(records, rules, words, as_of="2016-01-01"))) == []


@pytest.mark.parametrize(
    ("steps", "left_open"),
    [
        ("评议（没有收齐）", True),
        ("没有评议", False),
        ("评议（上午）", None),
        ("谈话（投影）", None),
    ],
)
def test_what_is_left_open(steps: str, left_open: bool | None) -> None:
    """What stands in brackets behind a step that is asked for."""
    records = held("2016-05-05", more=f"attendance: all, steps: [{steps}]")
    words = "words: {steps: {评议: ['*评议*']}}"
    world = world_of(records, LECTURE % "steps: 评议", words)
    found = [one.left_open for one in denied(world)]
    assert found == ([] if left_open is None else [left_open])
