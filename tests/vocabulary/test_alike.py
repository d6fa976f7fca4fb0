"""Texts as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.vocabulary import legible


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("因 故 未 开 展", "因故未开展"),
        ("因　故  未 开　展，下周补", "因故未开展，下周补"),
        ("学习党章 讨论", "学习党章 讨论"),
        ("学 习党章", "学 习党章"),
        ("未 开\n展", "未开\n展"),
        ("取\u200b消", "取消"),
        ("取\x07消\n了", "取消\n了"),
        ("取\u034f消", "取消"),
        ("取\u3164消", "取消"),
        ("取\ufe0f消", "取消"),
        ("取\uffa0消", "取消"),
        ("取\u200b\U000e0100\u115f消", "取消"),
        ("取 \U000e01ef消", "取消"),
        ("取\u3000消", "取消"),
        ("学习取\xa0\xa0消了", "学习取消了"),
        ("学习取消\xa0a", "学习取消\xa0a"),
        ("谈 I 谈 a b", "谈 I 谈 a b"),
        ("", ""),
    ],
)
def test_a_text_is_read_as_people_read_it(text: str, read: str) -> None:
    """Without what nobody sees; a word whose letters stand apart is one."""
    assert legible(text) == read


def test_minutes_stay_as_they_are() -> None:
    """Those of more than 150 letters."""
    assert legible("取 消" + "甲" * 147) == "取 消" + "甲" * 147
    assert legible("取 消，" + "甲" * 146) == "取消，" + "甲" * 146


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_what_is_read_once_is_read(text: str) -> None:
    """Reading it again changes nothing, and nothing is added."""
    once = legible(text)
    assert legible(once) == once
    assert len(once) <= len(text)
