import re
from collections.abc import Callable

from lxyz.render import Style
from lxyz.report import Obstacle
from lxyz.verdicts import Verdict

from ..whole import Report, in_full


def lines(report: Report, **style: object) -> list[str]:
    """The lines of a report."""
    return in_full("lines", report, Style(**style)).splitlines()  # type: ignore[arg-type]


def test_one_finding_a_line_with_its_place(full: Report) -> None:
    """One finding a line with its place."""
    made = lines(full)
    for line in made:
        assert re.match(r"branch-1/[^:]+:\d+:\d+: [A-Za-z0-9/~-]+: \S", line), line
    assert made[0].startswith("branch-1/activities/竞赛.yaml:4:3: F101: ")
    assert any(
        line.startswith("branch-1/b.yaml:2:1: try-2016/lecture: ") for line in made
    )
    assert any(
        line.startswith("branch-1/branch.yaml:1:1: try-2016/dues: ") for line in made
    )
    assert any(
        line.startswith("branch-1/生活会.yaml:1:1: try-2016/steps: ") for line in made
    )


def test_what_is_folded_or_only_informs_is_left_out(full: Report) -> None:
    """What is folded or only informs is left out."""
    rules = {line.split(": ")[1] for line in lines(full)}
    assert not rules & {"try-2016/group-study", "try-2016/often", "try-2016/earnest"}
    shown = {line.split(": ")[1] for line in lines(full, show=frozenset(("all",)))}
    assert {"try-2016/group-study", "try-2016/often", "try-2016/earnest"} <= shown


def test_nothing_found_is_nothing_written(
    verdict: Callable[..., Verdict], report_of: Callable[..., Report]
) -> None:
    """Nothing found is nothing written."""
    assert lines(report_of(verdict("study-monthly", "met", "none"))) == []


def test_a_branch_that_could_not_be_judged_is_a_line(
    report_of: Callable[..., Report],
) -> None:
    """A branch that could not be judged is a line."""
    error = Obstacle("P001", (("pack", "x"), ("known", "y")), 2)
    assert lines(report_of(error=error)) == [
        "branch-1/branch.yaml:1:1: P001: 找不到规则包“x”（现有：y；自己的规则包写文件夹路径）"
    ]


def test_the_folder_in_which_one_stands_adds_nothing(
    verdict: Callable[..., Verdict], report_of: Callable[..., Report]
) -> None:
    """The folder in which one stands adds nothing."""
    one = verdict("lecture", "missed", need="1", have="0")
    assert lines(report_of(one, path="."))[0].startswith("branch.yaml:1:1: ")
    assert lines(report_of(one, path="甲/乙/"))[0].startswith("甲/乙/branch.yaml:1:1: ")
