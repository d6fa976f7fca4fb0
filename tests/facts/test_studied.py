"""What was studied, where minutes say so and not the materials."""

from __future__ import annotations

import pytest

from .conftest import Make


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("议程: 领学《中国共产党章程》总纲", "中国共产党章程"),
        ("议程: [首先集体学习《准则》、《条例》, 交流讨论]", "准则、条例"),
        ("议程: 学习党章第一章，逐条对照", "党章第一章"),
        ("议程: 集体学习：党的历史", "党的历史"),
        ("议程: 学习党章", "党章"),
        ("内容: 会前点名，随后全体党员签到；集体学习《党章》", "党章"),
        ("议程: 1.学习党章；（二）集体学习准则", "党章、准则"),
        ("环节: [领读《党章》, 讨论]", "党章"),
        ("主题: 学习《中国共产党廉洁自律准则》", "中国共产党廉洁自律准则"),
        ("题目: 通读《党章》", "党章"),
        ("题目: 学习系列讲话", "系列讲话"),
        ("主题: 集中学习党章", "党章"),
        ("主题: 逐条逐句通读党章，坚定理想信念", "党章"),
        ("内容: 集体通读了党章。", "党章"),
        ("内容: 组织学习了《党章》，大家谈了体会。", "党章"),
        ("内容: 大家学习《关于学习〈准则〉的通知》", "关于学习〈准则〉的通知"),
        ("学习材料: 党章\n议程: 学习《准则》", "党章、准则"),
        ("议程: 学习" + "甲" * 40, "甲" * 40),
    ],
)
def test_studied(make: Make, said: str, found: str) -> None:
    """A clause that begins with studying or reading names what was studied."""
    made = make(f"类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n{said}\n")
    assert made.told == []
    assert made.one("collective-study").attrs["materials"] == set(found.split("、"))


def test_beside_materials_that_cannot_be_read(make: Make) -> None:
    """Nothing is left of the list; what minutes say was studied is there."""
    made = make(
        "类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n"
        "学习材料: [{党章: 第一章}]\n议程: 学习《准则》\n",
        misread=("F206",),
    )
    assert made.one("collective-study").attrs["materials"] == {"准则"}


@pytest.mark.parametrize(
    "said",
    [
        "议程: 布置学习《党章》",
        "议程: 学习《党章》的安排",
        "议程: 学习情况通报",
        "议程: 学习《准则》未进行",
        "议程: 未学习《党章》",
        "议程: 学习",
        "议程: 学习：甲",
        "议程: 学习" + "甲" * 41,
        "议程: 交流讨论",
        "主题: 学习党章党规，做合格党员",
        "内容: 学习党章党规，做合格党员",
        "主题: 研读经典，学思践悟",
        "题目: 学习党章情况通报",
        "内容: 学习党章",
        "主题: 通读党章活动",
        "内容: 下次学习《党章》",
        "备注: 学习《党章》",
    ],
)
def test_not_studied(make: Make, said: str) -> None:
    """What is arranged, reported on, denied, or a slogan is none."""
    made = make(f"类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n{said}\n")
    assert "materials" not in made.one("collective-study").attrs
