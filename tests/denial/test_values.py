"""What says of itself that it was not done, and what only speaks of such a thing."""

from __future__ import annotations

import sys
from time import process_time

import pytest

from lxyz.denial.sittings import notes_none_held
from lxyz.denial.values import keeps_place, says_none, says_nothing
from lxyz.records.claims import is_denied_section

# Of the processor; a tracer of lines counts thrice over.
SECONDS = 1 if sys.gettrace() is None else 3

DENIED = (
    "未定",
    "待定",
    "没有确定专题",
    "尚未研究",
    "未作要求",
    "暂无",
    "未制定",
    "待研究",
    "未核查",
    "与重点任务的结合尚未研究",
    "内容、时间、方式待定",
    "因疫情未组织",
    "未采用任何形式",
    "未进行",
    "没有搞",
    "没有讨论",
    "民主测评因故未进行",
    "支委会本月未召开会议",
    "整改清单暂缺",
    "待学生支部定",
    "待年底统一安排",
    "待下次支委会研究后确定",
)
SAID = (
    "没有调查就没有发言权",
    "不忘初心 牢记使命",
    "未成年人保护法",
    "讨论未按期转正的预备党员",
    "研究未完成事项",
    "对未参加学习的党员补课",
    "通报未完成任务的支部",
    "作风建设没有完成时",
    "作风建设永远在路上，没有完成时",
    "督促没有学习的同志补学",
    "检查任务有没有完成",
    "未发现失联党员",
    "没有摸排到口袋党员",
    "批评和自我批评，3人因病未参加",
    "学习党章，一人因病未作发言",
    "无私奉献 担当作为",
    "无职党员设岗定责",
    "预备党员延期转正",
    "讨论预备党员李某延期",
    "党费未足额交纳情况通报",
    "自我批评：查找没有发挥作用的原因",
    "期待落实",
    "集中学习、未来工作展望",
    "未雨绸缪抓防汛",
    "没有共产党就没有新中国",
    "开展批评和自我批评",
    "解决未落实责任制的问题",
    "为什么没有落实好",
    "没有提出异议",
    "对未查摆到位的问题重新查摆",
    "传达推迟换届的通知",
    "研究取消低效会议的办法",
    "待办事项会后落实",
    "期待支部落实",
)


@pytest.mark.parametrize("text", DENIED)
def test_denied(text: str) -> None:
    """There is nothing behind it."""
    assert says_nothing(text)


@pytest.mark.parametrize("text", SAID)
def test_said(text: str) -> None:
    """It speaks of what others left undone, or of something else."""
    assert not says_nothing(text)


@pytest.mark.parametrize("text", ["无", "没有", "无。", "none", "N/A"])
def test_nothing(text: str) -> None:
    """No measure is none; nobody who is away is an answer."""
    assert says_nothing(text)
    assert not says_nothing(text, empty=False)


@pytest.mark.parametrize("text", ["未填", "待填。", "TODO", "略", "未填，下周五再报来"])
def test_blanks(text: str) -> None:
    """No answer either."""
    assert says_nothing(text)
    assert says_nothing(text, empty=False)


@pytest.mark.parametrize(
    ("heading", "body", "denied"),
    [
        ("外出流动", "未核查", True),
        ("未核查外出流动", "", True),
        ("外出流动", "无", False),
        ("外出流动", "未发现外出流动党员", False),
        ("存在问题", "有的党员没有学习", False),
        ("自学要求", "未作要求\n每周两小时", False),
    ],
)
def test_sections(heading: str, body: str, denied: bool) -> None:
    """A section of one sentence; one on what is wanting tells of just that."""
    assert is_denied_section(heading, body) is denied


@pytest.mark.parametrize("text", ["~", "/", "——", "《》", "（）", "…", "？", "- -"])
def test_mere_marks_say_nothing(text: str) -> None:
    """Marks are no measure and no theme; nor are they an answer, as 无 is."""
    assert says_nothing(text)
    assert says_nothing(text, empty=False)
    assert keeps_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "待定",
        "（略）",
        "（待补充）",
        "XX",
        "××",
        "待学生支部定。",
        "暂无",
        "待批",
        "待上级审批",
        "未批",
        "尚未批准",
        "-" * 40,
        "空",
    ],
)
def test_what_keeps_a_place(text: str) -> None:
    """Whatever is asked for there, it is still to be written."""
    assert keeps_place(text)
    assert says_nothing(text, empty=False)


@pytest.mark.parametrize(
    "text",
    [
        "无",
        "没有。",
        "√",
        "×",
        "0",
        "待业青年座谈",
        "商定",
        "待定点帮扶的三户",
        "待批评的现象",
        "一" * 40,
    ],
)
def test_what_keeps_none(text: str) -> None:
    """无 is an answer, and a tick says that it was done."""
    assert not keeps_place(text)


@pytest.mark.parametrize(
    ("text", "none"), [("（无）", True), ("没有。", True), ("无锡", False)]
)
def test_says_none(text: str, *, none: bool) -> None:
    """The marks around it aside."""
    assert says_none(text) is none


@pytest.mark.parametrize("text", ["√", "第1讲", "A", "九", "《党章》"])
def test_ticks_and_words_say_something(text: str) -> None:
    """A tick says that it was done."""
    assert not says_nothing(text)


@pytest.mark.parametrize("piece", [" ", "\u3000", "\t ", "因", "没有", "， "])
def test_many_blanks_and_words_take_no_time(piece: str) -> None:
    """The time of a long text grows with its length only."""
    text = "学" + piece * (60_000 // len(piece)) + "习"
    begun = process_time()
    assert not notes_none_held(text)
    says_nothing(text)
    assert process_time() - begun < SECONDS
