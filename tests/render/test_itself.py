"""What a rule asks of the very fact it is about is told of that record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.fleet import Options, check_branch
from lxyz.packs.asked import is_of_itself
from lxyz.packs.bind import described
from lxyz.packs.load import find_pack, load_pack
from lxyz.render.rule.dues import due_lines
from lxyz.render.verdict.message import message
from lxyz.render.verdict.telling import told_of

AS_OF = date(2016, 9, 30)
PROFILE = """
名称: 第五党支部
规则包: cas-2016
党员:
  - {姓名: 田野、白雪, 起: 2014-03-10}
"""
RECORDS = """
- {类型: 党课, 日期: 2016-06-24, 发言: {主讲: 田野}, 出席情况: 全体}
- {类型: 党课, 日期: 2016-07-24, 发言: {主讲: 田野}, 主持人: 白雪, 出席情况: 全体}
"""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            "讨论、党课和会议有人负责：6月24日的记录缺“责任人”或“主持人”；补上即可",
        ),
        (
            "en",
            (
                "Someone is in charge of each meeting: lacks responsible or host "
                "(record of 24 Jun); completing it is enough"
            ),
        ),
    ],
)
def test_what_a_record_lacks_in_all_ways(tmp_path: Path, lang: str, said: str) -> None:
    """Whatever of it may be said; completing it is enough, and no late thing."""
    (tmp_path / "branch.yaml").write_text(PROFILE.lstrip(), "utf-8")
    (tmp_path / "records.yaml").write_text(RECORDS.lstrip(), "utf-8")
    branch = check_branch(tmp_path, Options(AS_OF, 2016))
    (one,) = (v for v in branch.verdicts if v.rule == "cas-2016/someone-in-charge")
    assert message(one, told_of(branch, AS_OF, lang)) == said


@pytest.mark.parametrize(
    ("rule", "itself", "said"),
    [
        ("someone-in-charge", True, "不合要求即逾期，补上就算"),
        ("summary-filed", False, ""),
    ],
)
def test_when_it_is_due(rule: str, itself: bool, said: str) -> None:
    """Overdue until it is completed, as what a record must have."""
    pack = load_pack(find_pack("cas-2016"))
    one = described(pack)[f"cas-2016/{rule}"]
    assert is_of_itself(one) == itself
    assert not said or due_lines(one, pack, "zh") == [said]


def test_no_rule_asks_nothing() -> None:
    """There is nothing that it could be."""
    assert not is_of_itself(None)
