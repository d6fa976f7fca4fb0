"""The days on which the profile changes: what is a change, and what only goes on."""

from __future__ import annotations

import pytest

from lxyz.facts.fact import CHANGES

from ..trial import facts_of

HEAD = "名称: 甲\n规则包: trial-2016\n"
ROSTER = "党员: [{姓名: 王敏、陈静, 起: 2010-01-01}]\n"


def changes(branch: str) -> list[tuple[str, str, str]]:
    """Kind, day and person of every change of a profile, in order of the day."""
    found = facts_of(branch=HEAD + branch).of(sorted(CHANGES))
    return [
        (next(iter(one.kinds)), str(one.date), "".join(one.people["about"]))
        for one in found
    ]


def posts(*lines: str) -> str:
    """A profile of two members and these posts."""
    return f"{ROSTER}支委会: [{', '.join(f'{{{one}}}' for one in lines)}]\n"


JOINED = [
    ("member-joined", "2010-01-01", "王敏"),
    ("member-joined", "2010-01-01", "陈静"),
]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["姓名: 王敏, 职务: 书记"], []),
        (
            ["姓名: 王敏, 职务: 书记, 任职日期: 2015-03-01"],
            [("post-taken", "2015-03-01", "王敏")],
        ),
        (
            ["姓名: 王敏, 职务: 书记, 免职日期: 2016-03-01"],
            [("post-left", "2016-03-01", "王敏")],
        ),
        # Elected again, on the next day or on the very day: he goes on.
        (
            [
                "姓名: 王敏, 职务: 书记, 任职日期: 2013-03-01, 免职日期: 2016-03-01",
                "姓名: 王敏, 职务: 书记, 任职日期: 2016-03-02",
            ],
            [("post-taken", "2013-03-01", "王敏")],
        ),
        (
            [
                "姓名: 王敏, 职务: 书记, 任职日期: 2013-03-01, 免职日期: 2016-03-01",
                "姓名: 王敏, 职务: 书记, 任职日期: 2016-03-01",
            ],
            [("post-taken", "2013-03-01", "王敏")],
        ),
        # Two days later he came back; another post, or another person, is a change.
        (
            [
                "姓名: 王敏, 职务: 书记, 免职日期: 2016-03-01",
                "姓名: 王敏, 职务: 书记, 任职日期: 2016-03-03",
            ],
            [("post-left", "2016-03-01", "王敏"), ("post-taken", "2016-03-03", "王敏")],
        ),
        (
            [
                "姓名: 王敏, 职务: 组织委员, 免职日期: 2016-03-01",
                "姓名: 王敏, 职务: 书记, 任职日期: 2016-03-02",
            ],
            [("post-left", "2016-03-01", "王敏"), ("post-taken", "2016-03-02", "王敏")],
        ),
        (
            [
                "姓名: 王敏, 职务: 书记, 免职日期: 2016-03-01",
                "姓名: 陈静, 职务: 书记, 任职日期: 2016-03-02",
            ],
            [("post-left", "2016-03-01", "王敏"), ("post-taken", "2016-03-02", "陈静")],
        ),
    ],
)
def test_posts(lines: list[str], wanted: list[tuple[str, str, str]]) -> None:
    """Taken on the first day, left on the last; what has no such day never."""
    assert changes(posts(*lines)) == [*JOINED, *wanted]


def test_what_a_change_of_posts_says() -> None:
    """The post and its duties, on its line; it is the branch's."""
    branch = posts("姓名: 王敏, 职务: 书记, 分工: 全面, 任职日期: 2015-03-01")
    (one,) = facts_of(branch=HEAD + branch).of(["post-taken"])
    assert (one.attrs, one.level, one.origin.file) == (
        {"post": "书记", "duties": "全面"},
        "branch",
        "branch.yaml",
    )
    (plain,) = facts_of(
        branch=HEAD + posts("姓名: 王敏, 职务: 书记, 任职日期: 2015-03-01")
    ).of(["post-taken"])
    assert plain.attrs == {"post": "书记"}


def test_members() -> None:
    """Who came and went; a new line from the next day on is no change."""
    branch = """党员:
  - {姓名: 王敏, 止: 2015-12-31}
  - {姓名: 王敏, 起: 2016-01-01, 类别: 离退休}
  - {姓名: 陈静, 起: 2014-02-01, 止: 2015-01-31}
  - {姓名: 陈静, 起: 2016-02-01}
  - {姓名: 李娜, 起: 2016-03-01, 状态: 预备, 转正日期: 2016-09-01, 止: 2016-11-30}
"""
    assert changes(branch) == [
        ("member-joined", "2014-02-01", "陈静"),
        ("member-left", "2015-01-31", "陈静"),
        ("member-joined", "2016-02-01", "陈静"),
        ("member-joined", "2016-03-01", "李娜"),
        ("member-left", "2016-11-30", "李娜"),
    ]
    facts = facts_of(branch=HEAD + branch)
    status = [one.attrs["status"] for one in facts.of(["member-joined", "member-left"])]
    assert status == ["full", "full", "full", "probationary", "full"]


def test_with_the_branch_nobody_comes_or_goes() -> None:
    """Who is there from its first day did not join it; its end is nobody's leaving."""
    branch = """成立日期: 2015-03-01
撤销日期: 2016-11-30
支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2015-03-01, 免职日期: 2016-11-30}]
党员:
  - {姓名: 王敏, 起: 2015-03-01, 止: 2016-11-30}
  - {姓名: 陈静, 起: 2015-03-02, 止: 2016-11-29}
"""
    assert changes(branch) == [
        ("post-taken", "2015-03-01", "王敏"),
        ("member-joined", "2015-03-02", "陈静"),
        ("member-left", "2016-11-29", "陈静"),
    ]


def test_a_change_is_no_record_of_its_year() -> None:
    """The profile alone makes no year to be checked."""
    assert list(facts_of(branch=HEAD + ROSTER).years()) == []


def test_leaves() -> None:
    """When somebody went on long leave and when it ended; one that goes on, on another
    line too, is the same; who is not on the roster is not away, nor back."""
    branch = """党员:
  - {姓名: 王敏, 起: 2014-02-01, 长期请假: [{原因: 访学, 起: 2016-03-01, 止: 2016-05-31}, {原因: 病休, 起: 2016-06-01, 止: 2016-08-31}]}
  - {姓名: 陈静, 起: 2014-02-01, 止: 2016-06-30, 长期请假: {原因: 驻外, 起: 2016-05-01, 止: 2016-06-30}}
  - {姓名: 陈静, 起: 2016-07-01, 长期请假: {原因: 驻外, 起: 2016-07-01}}
  - {姓名: 李娜, 起: 2016-03-01, 止: 2016-09-30, 长期请假: [{原因: 借调, 起: 2016-02-01, 止: 2016-04-30}, {原因: 借调, 起: 2016-09-01, 止: 2016-09-30}]}
"""
    found = [one for one in changes(branch) if one[0].startswith("leave")]
    assert found == [
        ("leave-began", "2016-03-01", "王敏"),
        ("leave-ended", "2016-04-30", "李娜"),
        ("leave-began", "2016-05-01", "陈静"),
        ("leave-ended", "2016-08-31", "王敏"),
        ("leave-began", "2016-09-01", "李娜"),
    ]
    facts = facts_of(branch=HEAD + branch)
    said = [
        (one.attrs["reason"], one.attrs.get("days"), one.attrs["status"])
        for one in facts.of(["leave-began", "leave-ended"])
    ]
    assert said == [
        ("访学", 92, "full"),
        ("借调", 90, "full"),
        ("驻外", 61, "full"),
        ("病休", 92, "full"),
        ("借调", 30, "full"),
    ]


def test_a_leave_without_an_end() -> None:
    """How long it is nobody knows."""
    branch = (
        "党员: [{姓名: 王敏, 起: 2014-02-01, 长期请假: {原因: 驻外, 起: 2016-03-01}}]\n"
    )
    (one,) = facts_of(branch=HEAD + branch).of(["leave-began", "leave-ended"])
    assert (one.date.isoformat(), "days" in one.attrs) == ("2016-03-01", False)


def test_a_leave_from_the_first_day_on() -> None:
    """Who was not on the roster the day before was not away then."""
    branch = (
        "党员:\n  - {姓名: 王敏, 起: 2014-02-01}\n"
        "  - {姓名: 陈静, 起: 2016-03-01, 长期请假: {原因: 驻外, 起: 2016-03-01}}\n"
    )
    found = [one for one in changes(branch) if one[0].startswith("leave")]
    assert found == [("leave-began", "2016-03-01", "陈静")]
