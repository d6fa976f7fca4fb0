"""Names of steps and what is said of them."""

import pytest

from lxyz.records import apart, left_open


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("民主测评", "民主测评", ""),
        ("党性分析：王敏、李娜", "党性分析", "王敏、李娜"),
        ("：自评", "：自评", ""),
        ("民主评议：因故未开展", "民主评议：因故未开展", ""),
        ("民主测评（下午进行）", "民主测评", "下午进行"),
        ("民主测评(采用无记名投票方式)", "民主测评", "采用无记名投票方式"),
        ("民主测评（发出12票，收回12票）", "民主测评", "发出12票，收回12票"),
        ("民主测评（上午9:30-10:00）", "民主测评", "上午9:30-10:00"),
        ("重温入党誓词（领誓人：苗雨）", "重温入党誓词", "领誓人：苗雨"),
        ("重温入党誓词(领誓人:苗雨)", "重温入党誓词", "领誓人:苗雨"),
        ("个人自评(9:30开始):每人发言", "个人自评(9:30开始)", "每人发言"),
        ("重温入党誓词（由苗雨领誓）", "重温入党誓词", "由苗雨领誓"),
        ("重温入党誓词（书记带领，约20分钟）", "重温入党誓词", "书记带领，约20分钟"),
        ("个人自评（上午）：每人发言", "个人自评", "每人发言"),
        # What it is about, or another day, or that it was not done: another thing
        ("民主测评（对支部班子）", "民主测评（对支部班子）", ""),
        ("民主测评（支部班子）", "民主测评（支部班子）", ""),
        ("民主测评（下次进行）", "民主测评（下次进行）", ""),
        ("民主测评（因故未进行）", "民主测评（因故未进行）", ""),
        ("民主测评（拟由书记主持）", "民主测评（拟由书记主持）", ""),
        ("重温入党誓词（计划由苗雨领誓）", "重温入党誓词（计划由苗雨领誓）", ""),
        ("重温入党誓词（改由苗雨领誓）", "重温入党誓词（改由苗雨领誓）", ""),
        ("民主测评（不记名投票）", "民主测评", "不记名投票"),
        ("民主测评（略）", "民主测评（略）", ""),
        ("民主测评（会后进行）", "民主测评（会后进行）", ""),
        ("（下午进行）", "（下午进行）", ""),
        # Brackets that are not closed are no brackets
        ("发言（每人：五分钟", "发言（每人", "五分钟"),
        ("发言每人）：五分钟", "发言每人）", "五分钟"),
        ("发言（一（二））", "发言（一（二））", ""),
    ],
)
def test_a_name_and_what_is_said_of_it(text: str, name: str, said: str) -> None:
    """Only what tells when, how and led by whom is taken from the name."""
    assert apart(text) == (name, said)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("民主测评（用问卷星）", ("民主测评", False)),
        ("民主测评（票没收齐，周一再收）", ("民主测评", True)),
        ("义务劳动(雨太大取消)", ("义务劳动", True)),
        # Some time later, or not all of it
        ("民主测评（时间不够，下周继续）", ("民主测评", True)),
        ("民主测评（明年起试行）", ("民主测评", True)),
        ("民主测评（春节后）", ("民主测评", True)),
        ("民主测评（来年再说）", ("民主测评", True)),
        ("民主测评（择日）", None),
        ("民主测评（做了一半）", ("民主测评", True)),
        # It says so plainly, or there is nothing in brackets behind it.
        ("民主测评（下次进行）", None),
        ("民主测评（未测）", None),
        ("民主测评", None),
        ("（一）民主测评", None),
    ],
)
def test_what_brackets_leave_open(name: str, found: tuple[str, bool] | None) -> None:
    """The name without them, and whether they may say that it was not done."""
    assert left_open(name) == found
