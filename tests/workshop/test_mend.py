"""Sure remedies: the smallest edit, nothing else touched, and once is enough."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.errors import UsageError
from lxyz.files.origin import Fault
from lxyz.files.read import Document
from lxyz.workshop import mend as mending
from lxyz.workshop.mend import MOST_MENDS, Mended, mend, mend_file

BAD = Path(__file__).parents[1] / "bad"
EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = "# 党课\n类型: 党课  # 一次\n日期: 2016-04-01\n\n出席情况: 全体\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (GOOD, GOOD),
        ("类型：党课\n日期: 2016-04-01\n", "类型: 党课\n日期: 2016-04-01\n"),
        ("类型 ：　党课\r\n日期: 2016-04-01\r\n", "类型: 党课\r\n日期: 2016-04-01\r\n"),
        (
            "类型: 党课\n出席情况：\n  出席: 全体\n",
            "类型: 党课\n出席情况:\n  出席: 全体\n",
        ),
        ("类型:党课\n日期:2016-04-01", "类型: 党课\n日期: 2016-04-01"),
        ("　类型: 党课\n日期: 2016-04-01\n", "　类型: 党课\n日期: 2016-04-01\n"),
        ("- {类型: 党课, －主题: 甲}\n", "- {类型: 党课, －主题: 甲}\n"),
        ("- {类型: 党课, '主题：甲': 乙}\n", "- {类型: 党课, '主题：甲': 乙}\n"),
        ("类型 ：党课\n日期: 2016-04-01\n", "类型: 党课\n日期: 2016-04-01\n"),
        ("类型:　党课\n日期: 2016-04-01\n", "类型: 党课\n日期: 2016-04-01\n"),
        ("－ 类型: 党课\n  日期: 2016-04-01\n", "- 类型: 党课\n  日期: 2016-04-01\n"),
        ("类型: 党\u200b课\n日期: 2016-04-01\n", "类型: 党课\n日期: 2016-04-01\n"),
        (
            "类型: 党课\n出席情况: {出席：全体， 请假：刘洋（出差，三天）}\n",
            "类型: 党课\n出席情况: {出席：全体， 请假：刘洋（出差，三天）}\n",
        ),
        (
            "类型: 党课\n日期: 2016-04-01\n出席情况: {出席：全体，请假：刘洋（出差）}\n",
            "类型: 党课\n日期: 2016-04-01\n出席情况: {出席: 全体, 请假: 刘洋（出差）}\n",
        ),
        ("类型: 党课\n日期: 20160401\n", "类型: 党课\n日期: 2016-04-01\n"),
        ("类型: 党课\n日期: '20160401'\n", "类型: 党课\n日期: '2016-04-01'\n"),
        ("类型: 党课\n日期: 二〇一六年四月一日\n", "类型: 党课\n日期: 2016-04-01\n"),
        # What stands there is not what was read.
        ('类型: 党课\n日期: "2016\\x30401"\n', '类型: 党课\n日期: "2016\\x30401"\n'),
        # The day that messages show where they know no better may be meant, too.
        ("类型: 党课\n日期: 20160624\n", "类型: 党课\n日期: 2016-06-24\n"),
        ("类型: 党课\n日期: 20160699\n", "类型: 党课\n日期: 20160699\n"),
        # What else is written with a day is not deleted.
        ("类型: 党课\n日期: 2016-06-24#改过\n", "类型: 党课\n日期: 2016-06-24#改过\n"),
        (
            "类型: 党课\n日期: 2016-06-24（补）\n",
            "类型: 党课\n日期: 2016-06-24（补）\n",
        ),
        ("类型: 党课\n日期: 2016-06-24。\n", "类型: 党课\n日期: 2016-06-24\n"),
        # What could be meant otherwise is left to a person.
        ("类型: 党课\n日期: 4月1日\n", "类型: 党课\n日期: 4月1日\n"),
        (
            "类型: 党课\n日期: 2016-04-01 14:30\n",
            "类型: 党课\n日期: 2016-04-01 14:30\n",
        ),
        ("类型: 党课\n日期: 快了\n", "类型: 党课\n日期: 快了\n"),
        (
            '类型: 党课\n日期: "2016\\x2e6\\x2e24"\n',
            '类型: 党课\n日期: "2016\\x2e6\\x2e24"\n',
        ),
        ("类型: 党刻\n主持认: 王敏\n", "类型: 党刻\n主持认: 王敏\n"),
        (
            "类型: 党课\n出席情况:\n\t出席: 全体\n",
            "类型: 党课\n出席情况:\n\t出席: 全体\n",
        ),
        ("类型: 党课\n主题: 学\ufffd章\n", "类型: 党课\n主题: 学\ufffd章\n"),
        ("类型：党课\r日期：2016-04-01\r", "类型：党课\r日期：2016-04-01\r"),
        ("", ""),
    ],
)
def test_what_becomes_of_a_text(before: str, after: str) -> None:
    """To the byte; a second time nothing is left to do."""
    made = mend(before.encode(), "x.yaml")
    assert made.data.decode() == after
    assert bool(made.mends) is (before != after)
    assert mend(made.data, "x.yaml") == Mended(made.data, ())


def test_the_profile() -> None:
    """Its mistakes are those of a profile."""
    text = "名称：甲\n规则包: bj-2016\n党员:\n  - {姓名: 王敏, 起: 20141120}\n"
    made = mend(text.encode(), "branch.yaml")
    assert [(one.code, one.line) for one in made.mends] == [("F101", 1), ("F304", 4)]
    assert b"2014-11-20" in made.data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (GOOD.encode("gb18030"), "F002"),
        (GOOD.encode("utf-16"), "F003"),
        (b"\xfe\xff" + GOOD.encode("utf-16-be"), "F003"),
        (GOOD.encode("utf-8-sig"), "BOM"),
    ],
)
def test_encodings_on_request(data: bytes, code: str) -> None:
    """Not by itself: another program may need them."""
    assert mend(data, "x.yaml") == Mended(data, ())
    made = mend(data, "x.yaml", encoding=True)
    assert made.data == GOOD.encode()
    assert [one.code for one in made.mends] == [code]
    assert mend(made.data, "x.yaml", encoding=True) == Mended(made.data, ())


def test_a_mark_at_the_beginning_stays() -> None:
    """The edits are those of the text behind it."""
    made = mend("\ufeff类型：党课\n".encode(), "x.yaml")
    assert made.data.decode() == "\ufeff类型: 党课\n"


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"PK\x03\x04", b"\xe7\xb1"])
def test_what_is_no_text(data: bytes) -> None:
    """It is left alone."""
    assert mend(data, "x.yaml", encoding=True) == Mended(data, ())


@pytest.mark.parametrize("file", sorted(BAD.glob("*.yaml")), ids=lambda one: one.name)
def test_once_is_enough_and_little_is_touched(file: Path) -> None:
    """Whatever is wrong: the second time nothing is done, no line comes or goes, and a
    line without a mend is the same to the byte."""
    data = file.read_bytes()
    made = mend(data, file.name)
    assert mend(made.data, file.name) == Mended(made.data, ())
    before, after = data.split(b"\n"), made.data.split(b"\n")
    assert len(before) == len(after)
    mended = {one.line for one in made.mends}
    changed = {
        n
        for n, pair in enumerate(zip(before, after, strict=True), 1)
        if pair[0] != pair[1]
    }
    assert changed <= mended
    for number in changed:
        old, new = before[number - 1].decode(), after[number - 1].decode()
        kept = SequenceMatcher(None, old, new, autojunk=False).ratio()
        assert kept > 0.5 or len(old) < 12 or "年" in old


@pytest.mark.parametrize("name", ["exemplary", "branch-registry", "service-centre"])
def test_sound_branches_are_left_alone(name: str) -> None:
    """There is nothing to mend in them."""
    for file in sorted((EXAMPLES / name).rglob("*.yaml")):
        assert mend_file((file, file.name)).mends == ()


_LINES = st.lists(
    st.sampled_from(
        [
            "类型：党课",
            "类型:党课",
            "- 类型: 党课",
            "－类型: 党课",
            "日期: 20160401",
            "  日期：2016-4-1",
            "出席情况: {出席：全体，请假：刘洋}",
            "# 注：释",
            "主题: 学：章",
            "内容: |",
            "  第一：段",
            "环节: [个人自评，互评]",
            "备注: \u200b好",
            "",
            "\t",
            "明细:",
        ]
    ),
    max_size=12,
)


@given(_LINES, st.sampled_from(["\n", "\r\n"]))
def test_law_of_mending(lines: list[str], end: str) -> None:
    """Twice is once; comments and the number of lines stay; it always ends."""
    data = end.join(lines).encode()
    made = mend(data, "x.yaml")
    assert mend(made.data, "x.yaml") == Mended(made.data, ())
    assert len(made.mends) < MOST_MENDS
    before, after = data.decode().split(end), made.data.decode().split(end)
    assert len(before) == len(after)
    assert [x for x in before if x.startswith("#")] == [
        x for x in after if x.startswith("#")
    ]


def test_a_file_is_replaced_only_if_it_is_what_was_read(tmp_path: Path) -> None:
    """Changed in between, it stays as it is."""
    file = tmp_path / "x.yaml"
    file.write_text("类型：党课\n")
    found = mend_file((file, "x.yaml"))
    file.write_text("类型：党课\n日期: 2016-04-01\n")
    with pytest.raises(UsageError) as raised:
        found.write()
    assert raised.value.code == "E223"
    assert "日期" in file.read_text()
    again = mend_file((file, "x.yaml"))
    again.write()
    assert file.read_text() == "类型: 党课\n日期: 2016-04-01\n"
    assert mend_file((tmp_path / "none.yaml", "none.yaml")).mends == ()


@pytest.mark.parametrize(
    "fault",
    [
        Fault("F101", "x.yaml", 1, 1),
        Fault("F102", "x.yaml", 1, 1),
        Fault("F105", "x.yaml", 1, 1),
        Fault("F010", "x.yaml", 1, 1),
        Fault("F109", "x.yaml", 1, 1),
        Fault(
            "F304",
            "x.yaml",
            1,
            1,
            (("text", "甲"), ("shown", "2016-01-01"), ("why", "other")),
        ),
        Fault("F101", "x.yaml", 99, 1),
    ],
    ids=str,
)
def test_a_place_where_it_is_not(monkeypatch: pytest.MonkeyPatch, fault: Fault) -> None:
    """What does not stand where it was told of is not looked for elsewhere."""
    monkeypatch.setattr("lxyz.workshop.mend._faults", lambda *_: [fault])
    assert mend(GOOD.encode(), "x.yaml") == Mended(GOOD.encode(), ())


def test_an_edit_that_does_not_help(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not kept, and not tried again."""
    fault = Fault("F101", "x.yaml", 1, 3)
    monkeypatch.setattr("lxyz.workshop.mend._faults", lambda *_: [fault])
    data = "类型：党课\n".encode()
    assert mend(data, "x.yaml") == Mended(data, ())


def test_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many, in whatever file."""
    monkeypatch.setattr("lxyz.workshop.mend.MOST_MENDS", 2)
    made = mend("类型：党课\n日期：2016-04-01\n出席情况：全体\n".encode(), "x.yaml")
    assert len(made.mends) == 2


def test_it_ends_in_a_large_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each reading shows one slip more, after so many bytes of them."""
    data = "主题：甲\n时间：乙\n地点：丙\n题目：丁\n".encode()
    shown: list[int] = []

    def one(data: bytes, file: str) -> list[Fault]:
        shown.append(len(data))
        lines = data.decode().split("\n")
        return [Fault("F101", file, n, 3) for n, x in enumerate(lines, 1) if "：" in x][
            :1
        ]

    monkeypatch.setattr(mending, "_faults", one)
    monkeypatch.setattr(mending, "MOST_READ", 2 * len(data))
    assert len(mend(data, "x.yaml").mends) == 2


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("主题: ", "主题："),
        ("主题: ", "主题:"),
        ("2016-04-01", "20160401"),
        ("乙", "\u200b乙"),
        ("乙", "\u200b\u200b\ufeff乙"),
    ],
    ids=["wide colon", "no blank", "date", "unseen", "several unseen"],
)
def test_many_slips_take_few_readings(
    monkeypatch: pytest.MonkeyPatch, good: str, bad: str
) -> None:
    """A hundred slips are mended at once, not one after the other."""
    read: list[bytes] = []
    real = mending.read_text

    def counted(data: bytes, file: str, **rest: bool) -> Document:
        read.append(data)
        return real(data, file, **rest)

    monkeypatch.setattr(mending, "read_text", counted)
    record = "- 类型: 集体学习\n  日期: 2016-04-01\n  主题: 甲乙\n  出席情况: 全体\n"
    made = mend((record.replace(good, bad) * 100).encode(), "x.yaml")
    assert made.data.decode() == record * 100
    assert len(made.mends) == 100
    assert len(read) <= 3


def test_of_many_edits_those_that_help_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One that does not help keeps none of the others back."""

    def found(data: bytes, file: str) -> list[Fault]:
        lines = data.decode().split("\n")
        wide = [(n, line.find("：") + 1) for n, line in enumerate(lines, 1)]
        places = [*((n, at) for n, at in wide if at), (3, 2)]
        return [Fault("F101", file, *place) for place in places]

    monkeypatch.setattr(mending, "_faults", found)
    made = mend("甲：1\n乙：2\n丙：3\n丁：4\n戊：5\n".encode(), "x.yaml")
    assert made.data.decode() == "甲: 1\n乙: 2\n丙：3\n丁: 4\n戊: 5\n"
    assert [one.line for one in made.mends] == [1, 2, 4, 5]
