"""What records say beside people and days: weekdays, agendas, ballots."""

from __future__ import annotations

import pytest

from lxyz.facts.attributes import ballots

from .conftest import Make

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


@pytest.mark.parametrize(("day", "name"), list(enumerate(WEEKDAYS, 20)))
def test_every_weekday(make: Make, day: int, name: str) -> None:
    """From Monday 20 to Sunday 26 June 2016."""
    made = make(f"类型: 党课\n日期: 2016-06-{day}\n出席情况: 全体\n")
    assert made.one("party-lecture").attrs["weekday"] == name


def test_ballots_that_cannot_be_read(make: Make) -> None:
    """Of none of the numbers anything is known then."""
    made = make(
        "类型: 党员大会\n日期: 2016-04-01\n出席情况: 全体\n票数: 八票\n",
        misread=("F206",),
    )
    numbers = set("issued returned valid approve oppose abstain opinions".split())
    assert made.one("all-member-meeting").unknown == {"ballots", *numbers}
    assert ballots() == {"ballots", *numbers}


@pytest.mark.parametrize(
    ("item", "tag"),
    [
        ("甲：乙：丙", "甲"),
        ("“甲: 乙：丙”", "甲"),
        ("“甲：乙: 丙”", "甲"),
        ("甲", "甲"),
        ("甲 ：乙", "甲"),
    ],
)
def test_the_tag_of_an_item(make: Make, item: str, tag: str) -> None:
    """What stands before the first colon, of either width."""
    quoted = item.replace("“", '"').replace("”", '"')
    made = make(f"类型: 党员大会\n日期: 2016-04-01\n出席情况: 全体\n议程: [{quoted}]\n")
    fact = made.one("all-member-meeting")
    assert fact.attrs["agenda"] == {tag, item.strip("“”")}
    assert [name for name, _, _ in fact.attrs["steps"]] == [tag]


def test_days_of_checks_stay_days(make: Make) -> None:
    """A list of days is no list of words."""
    made = make(
        "类型: 承诺\n日期: 2016-03-05\n党员: 李娜\n检查日期: 2016-06-01、2016-09-01\n"
    )
    assert [str(day) for day in made.one("commitment").attrs["checks"]] == [
        "2016-06-01",
        "2016-09-01",
    ]


@pytest.mark.parametrize(
    ("minutes", "shortest", "longest"),
    [(", 分钟: 10", 10, 40), (", 分钟: 50", 40, 50), ("", None, None)],
)
def test_how_long_they_spoke(
    make: Make, minutes: str, shortest: int | None, longest: int | None
) -> None:
    """Known where it is said of each."""
    made = make(f"""
        类型: 党课
        日期: 2016-04-01
        出席情况: 全体
        发言: [{{姓名: 王敏, 角色: 主讲, 分钟: 40}}, {{姓名: 李娜, 角色: 发言{minutes}}}]
        """)
    attrs = made.one("party-lecture").attrs
    assert (attrs.get("speaker_minutes"), attrs.get("longest_speaker")) == (
        shortest,
        longest,
    )


@pytest.mark.parametrize(
    ("path", "proves"),
    [
        ("a/签到.JPG", "image"),
        ("a/现场.mp4", "image"),
        ("a/记录.docx", "text"),
        ("a/签到表.xlsx", "text"),
        ("a/记录.pdf", "file"),
        ("a/6月24日", "file"),
        ("a/2016.06.24", "file"),
        ("a/讲稿.exe", "other"),
        ("a/记录.yaml", "other"),
    ],
)
def test_what_a_file_proves(make: Make, path: str, proves: str) -> None:
    """By its ending; what is neither image nor text is only a file."""
    made = make(
        f"类型: 党课\n日期: 2016-04-01\n出席情况: 全体\n附件: {path}\n", misread=()
    )
    assert made.one("party-lecture").attrs["evidence"] == {proves}
