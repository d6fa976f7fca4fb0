"""A made-up branch, and the one way from texts to facts: through the real readers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from textwrap import dedent

import pytest

from lxyz.facts.build import build_facts
from lxyz.facts.fact import Fact, Facts
from lxyz.files import read_text
from lxyz.files.origin import Fault
from lxyz.records import Record, read_profile, read_records
from lxyz.vocabulary import vocabulary

BRANCH = """
名称: 第九党支部
上级党组织: 机关党委
规则包: bj-2016
学习日: 每周五 15:00-16:00
支委会:
  - {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}
  - {姓名: 陈静, 职务: 组织委员, 任职日期: 2014-11-20}
  - {姓名: 宋涛, 职务: 宣传委员, 任职日期: 2014-11-20, 免职日期: 2016-05-31}
  - {姓名: 周建国, 职务: 宣传委员, 任职日期: 2016-06-01}
党小组:
  - {名称: 第一党小组, 组长: 陈静, 党员: 王敏、陈静、李娜、阿依古丽·艾山}
  - {名称: 第二党小组, 组长: 周建国, 党员: 周建国、郭芳、胡斌、宋涛、许诺}
  - {名称: 第三党小组, 党员: 李娜, 止: 2015-12-31}
党员:
  - {姓名: 王敏、陈静、李娜、郭芳、阿依古丽·艾山, 起: 2014-11-20}
  - {姓名: 周建国, 起: 2015-03-01, 级别: 处级}
  - {姓名: 胡斌, 起: 2014-11-20, 长期请假: {原因: 驻外, 起: 2016-03-01, 止: 2017-02-28}}
  - {姓名: 宋涛, 起: 2014-11-20, 止: 2016-05-31}
  - {姓名: 许诺, 起: 2016-06-01, 状态: 预备}
"""


def who(text: str) -> frozenset[str]:
    """The names of a line."""
    return frozenset(text.split("、")) - {""}


class Made:
    """What came of the texts of a branch."""

    def __init__(self, facts: Facts, faults: list[Fault]) -> None:
        self.facts = facts
        self.faults = faults
        self.all = [fact for fact in facts.all if fact.origin.file != "branch.yaml"]

    def of(self, kind: str) -> list[Fact]:
        """The facts of a kind, in order."""
        return self.facts.of([kind])

    def one(self, kind: str) -> Fact:
        """The only fact of a kind."""
        (fact,) = self.of(kind)
        return fact

    @property
    def told(self) -> list[tuple[str, int, int]]:
        """Code, line and column of every fault, in order of place."""
        places = sorted((f.file, f.line, f.column, f.code) for f in self.faults)
        return [(code, line, column) for _, line, column, code in places]

    def values(self, code: str) -> dict[str, str]:
        """What fills in the sentence of the only fault of a code."""
        (fault,) = [fault for fault in self.faults if fault.code == code]
        return dict(fault.values)

    def levels(self, code: str) -> list[str]:
        """The levels of the faults of a code."""
        return [fault.level for fault in self.faults if fault.code == code]


Make = Callable[..., Made]


@pytest.fixture
def branch_text() -> str:
    """The profile of the made-up branch, `branch.yaml`."""
    return BRANCH


@pytest.fixture
def make() -> Make:
    """Texts of record files (`1.yaml`, `2.yaml`, …) to facts and faults.

    `misread` are the codes of the faults that reading alone must give. The order in
    which the files are read must change nothing: they are read both ways.
    """

    def made(
        *texts: str,
        branch: str = BRANCH,
        as_of: str = "2016-12-31",
        misread: tuple[str, ...] = (),
    ) -> Made:
        words, found = vocabulary(), []
        document = read_text(dedent(branch).lstrip("\n").encode(), "branch.yaml")
        profile, faults = read_profile(document, words)
        assert profile is not None
        found += [*document.faults, *faults]
        records: list[Record] = []
        for number, text in enumerate(texts, 1):
            data = dedent(text).lstrip("\n").encode()
            document = read_text(data, f"{number}.yaml")
            more, faults = read_records(document, words)
            records += more
            found += [*document.faults, *faults]
        assert tuple(fault.code for fault in found) == misread
        day = date.fromisoformat(as_of)
        facts, told = build_facts(profile, records, words, day)
        again, told_again = build_facts(profile, records[::-1], words, day)
        assert told == told_again
        assert [repr(fact) for fact in facts.all] == [repr(fact) for fact in again.all]
        assert [fact.key for fact in facts.all] == [fact.key for fact in again.all]
        return Made(facts, told)

    return made
