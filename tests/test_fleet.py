"""Many branches: a fixed order, any number of jobs, and nothing that ends the run."""

from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import shutil
import signal
from collections.abc import Iterator
from concurrent import futures
from datetime import date
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest

from lxyz import judge
from lxyz.errors import NothingToCheckError
from lxyz.fleet import accept, gather, many
from lxyz.fleet.branch import Options, check_branch
from lxyz.fleet.find import files_of, find_branches
from lxyz.fleet.many import Asked, each, workers
from lxyz.packs.load import rules_folder
from lxyz.report import BranchReport
from lxyz.verdicts import Verdict

from .whole import check

OPTIONS = Options(date(2016, 9, 30))
BRANCH = "名称: {name}\n规则包: bj-2016\n党员:\n  - {{姓名: 王敏, 起: 2014-11-20}}\n"
OWN = (
    "pack: {id: ID, version: '1', title: 甲, title_en: a, document: 甲, year: 2016}\n"
    "rules:\n- {id: lecture, title: 党课, title_en: lecture, covers: [own-1],"
    " modality: must, for: branch, count: {of: {kind: party-lecture}}}\n"
)
LECTURE = "类型: 党课\n日期: 2016-06-24\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Three branches, one of them below a unit's folder."""
    for name in ("b", "a", "unit/c"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        text = BRANCH.format(name=folder.name)
        (folder / "branch.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_branches_are_found_in_order(tree: Path) -> None:
    """Sorted by path, each once, however often it is named."""
    found = find_branches([tree, tree / "a"])
    assert [path.relative_to(tree).as_posix() for path in found] == ["a", "b", "unit/c"]


def test_nothing_to_check(tmp_path: Path) -> None:
    """No branch below, or no such folder."""
    with pytest.raises(NothingToCheckError):
        find_branches([tmp_path])
    with pytest.raises(NothingToCheckError):
        find_branches([tmp_path / "nowhere"])


def test_each_path_has_a_branch(tree: Path) -> None:
    """One that is named and has none is told of, though others have some; what lies in a
    branch that is checked besides is not."""
    (tree / "docs").mkdir()
    (tree / "a" / "材料").mkdir()
    found = find_branches([tree / "a", tree / "a" / "材料"])
    assert found == [tree / "a"]
    for path, code in ((tree / "docs", "E302"), (tree / "a" / "材料", "E304")):
        with pytest.raises(NothingToCheckError) as raised:
            find_branches([tree / "b", path])
        assert raised.value.code == code


def test_a_branch_whose_profile_is_gone(tree: Path) -> None:
    """What was held is told in no other place: it comes after those that are branches,
    and nothing of it is judged. Plans, and other programs' files, are no branch."""
    (tree / "unit" / "lost").mkdir()
    (tree / "plans").mkdir()
    file = tree / "unit" / "lost" / "x.yaml"
    (tree / "plans" / "y.yaml").write_text(f"{LECTURE}状态: 计划\n", "utf-8")
    (tree / "plans" / "z.yaml").write_text("services: [attendance]\n", "utf-8")
    assert file.parent not in find_branches([tree])
    for number in range(30):
        plan = file.parent / f"{number}.yaml"
        plan.write_text(f"{LECTURE}状态: 计划\n", "utf-8")
    file.write_text(LECTURE, "utf-8")
    assert find_branches([tree])[3:] == [file.parent]
    report = check_branch(file.parent, OPTIONS)
    told = [("F018", "branch.yaml")]
    assert [(one.code, one.file) for one in report.faults] == told
    assert report.is_unread


def test_jobs_do_not_change_the_report(tree: Path) -> None:
    """One process or two: the same report."""
    found = find_branches([tree])
    assert check(found, OPTIONS, jobs=1) == check(found, OPTIONS, jobs=2)


@pytest.mark.parametrize("late", [False, True])
def test_where_there_is_no_room_for_processes(
    tree: Path, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    """Few file handles, say, when a pool is made, or its processes: the work is done
    without them."""

    class Pool(futures.ProcessPoolExecutor):
        def __init__(self, *_: object, **__: object) -> None:
            if not late:
                raise OSError(errno.EMFILE, "")
            super().__init__(1)

        def map(self, *_: object, **__: object) -> Iterator[Any]:
            raise OSError(errno.EAGAIN, "")

    found = find_branches([tree])
    one = check(found, OPTIONS, jobs=1)
    monkeypatch.setattr(futures, "ProcessPoolExecutor", Pool)
    assert check(found, OPTIONS, jobs=2) == one


def test_a_report_is_a_plain_value(tree: Path) -> None:
    """It goes through pickle unchanged, so that any pool can carry it."""
    report = check_branch(tree / "a", OPTIONS)
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301


def test_a_defect_in_one_branch_does_not_end_the_run(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The branch is reported with type and place; the others are judged."""
    real = many.check_branch

    def broken(path: Path, options: Options) -> object:
        if path.name == "b":
            raise ZeroDivisionError("王敏")
        return real(path, options)

    monkeypatch.setattr(many, "check_branch", broken)
    report = check(find_branches([tree]), OPTIONS)
    failed = [branch for branch in report.branches if branch.error]
    assert [Path(branch.path).name for branch in failed] == ["b"]
    assert failed[0].error is not None
    assert failed[0].error[0] == "E700"
    assert "王敏" not in str(failed[0].error)
    assert all(branch.verdicts for branch in report.branches if not branch.error)
    assert report.totals().exit_code() == 1


def _names_all_but_b(report: BranchReport) -> str:
    if report.name == "b" and report.error is None:
        raise ZeroDivisionError("王敏")
    return f"{report.name} {report.error and report.error[0]}"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_defect_in_telling_of_a_branch_is_that_branch_s(
    tree: Path, jobs: int
) -> None:
    """What breaks while a report is made of a branch ends no run either."""
    tasks = [Asked(path, OPTIONS) for path in find_branches([tree])]
    made = each(tasks, _names_all_but_b, jobs)
    assert list(made) == ["a None", "b E700", "c None"]


def _killed_at_b(report: BranchReport) -> str:
    if report.name == "b" and multiprocessing.parent_process() is not None:
        os._exit(137)
    return report.name


def test_what_a_killed_process_leaves_is_done_here(tree: Path) -> None:
    """No branch is left out, and none is told twice."""
    tasks = [Asked(path, OPTIONS) for path in find_branches([tree])]
    assert list(each(tasks, _killed_at_b, 2)) == ["a", "b", "c"]


def test_branches_are_given_one_by_one(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No branch is read before the one before it has been taken: none is kept."""
    read: list[str] = []
    real = many.check_branch
    monkeypatch.setattr(
        many,
        "check_branch",
        lambda path, options: (read.append(path.name), real(path, options))[1],
    )
    tasks = [Asked(path, OPTIONS) for path in find_branches([tree])]
    made = each(tasks, lambda report: report.name)
    assert next(made) == "a"
    assert read == ["a"]
    assert list(made) == ["b", "c"]


@pytest.mark.parametrize(
    ("found", "jobs", "size"), [(2, 2, 1), (16, 2, 2), (64, 2, 8), (9999, 2, 8)]
)
def test_how_many_branches_a_process_takes_at_once(
    found: int, jobs: int, size: int
) -> None:
    """A quarter of its share at most, and never many."""
    assert many._chunk(found, jobs) == size


def test_unusable_profile(tmp_path: Path) -> None:
    """A branch.yaml with nothing in it is one fault, not an exception."""
    (tmp_path / "branch.yaml").write_bytes(b"")
    report = check_branch(tmp_path, OPTIONS)
    assert [fault.file for fault in report.faults] == ["branch.yaml"]
    assert report.verdicts == ()


def test_unknown_pack_is_the_branch_s_error(tmp_path: Path) -> None:
    """A pack there is not ends with 2 for that branch, with what there is."""
    text = BRANCH.format(name="x").replace("bj-2016", "no-such-pack")
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")
    report = check([tmp_path], OPTIONS)
    assert report.branches[0].error is not None
    assert report.branches[0].error[0] == "P001"
    assert report.totals().exit_code() == 2


@pytest.mark.parametrize("written", ["./packs/own", "packs/own", "packs//own/"])
def test_a_pack_beside_the_records_is_no_record(tmp_path: Path, written: str) -> None:
    """A branch may keep its own pack in its folder; the files of another folder by the
    same beginning are records."""
    text = BRANCH.format(name="甲").replace("bj-2016", written)
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")
    folder = tmp_path / "packs" / "own"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(OWN.replace("ID", "own"), encoding="utf-8")
    beside = tmp_path / "packs" / "own-records.yaml"
    beside.write_text(
        "类型: 党课\n日期: 2016-06-24\n出席情况: 全体\n", encoding="utf-8"
    )
    report = check_branch(tmp_path, OPTIONS)
    assert (report.error, report.faults, report.records) == (None, (), 1)
    assert [one.outcome.value for one in report.verdicts] == ["met"]


def test_records_in_a_folder_called_as_a_pack(tmp_path: Path) -> None:
    """They are read where it is no pack; in one, that they are not is told."""
    held = "类型: 党课\n日期: 2016-06-24\n出席情况: 全体\n"
    text = BRANCH.format(name="甲").replace("bj-2016", "own")
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")
    for folder in ("own", "bj-2016"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.yaml").write_text(held, encoding="utf-8")
    bj = check_branch(tmp_path, OPTIONS._replace(packs=("bj-2016",)))
    assert bj.records == 2
    (tmp_path / "own" / "pack.yaml").write_text(OWN.replace("ID", "own"), "utf-8")
    (tmp_path / "own" / "notes.yaml").write_text("sources: [a, b]\n", "utf-8")
    (tmp_path / "own" / "broken.yaml").write_text("类型: [党课\n", "utf-8")
    report = check_branch(tmp_path, OPTIONS)
    told = [("F019", "own/broken.yaml", "error"), ("F019", "own/x.yaml", "error")]
    assert [(one.code, one.file, one.level) for one in report.faults] == told
    assert report.records == 1


def test_what_makes_another_pack_is_no_record(tmp_path: Path) -> None:
    """One that no branch names, or that another stands on."""
    text = BRANCH.format(name="甲")
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "other").mkdir()
    for name in ("pack.yaml", "clauses.yaml", "cases.yaml"):
        (tmp_path / "other" / name).write_text("x: y\n", encoding="utf-8")
    assert check_branch(tmp_path, OPTIONS).faults == ()
    (tmp_path / "other" / "clauses.yaml").unlink()
    report = check_branch(tmp_path, OPTIONS)
    assert {one.file for one in report.faults} == {
        "other/cases.yaml",
        "other/pack.yaml",
    }


@pytest.mark.parametrize(
    ("rule", "like"),
    [
        ("bj-2016/collective-study-eigth", "bj-2016/collective-study-eight"),
        ("每月集体学习", "bj-2016/collective-study-each-month"),
        ("Study every month", ""),
    ],
)
def test_unknown_parameter_and_rule(tmp_path: Path, rule: str, like: str) -> None:
    """A parameter or rule that no pack knows is a fault with the nearest name; a rule
    may be meant by its title."""
    text = BRANCH.format(name="x") + (
        "参数: {bj-2016/oftn: 31d}\n"
        "豁免:\n"
        f"  - {{类型: 豁免, 规则: {rule}, 原因: 防汛,"
        " 审定人: 机关党委, 日期: 2016-07-01}\n"
    )
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")
    faults = {
        fault.code: dict(fault.values)
        for fault in check_branch(tmp_path, OPTIONS).faults
    }
    assert faults["F706"]["like"] == "bj-2016/often"
    assert faults["F508"]["like"] == like


@pytest.mark.parametrize(
    ("as_of", "asked", "checked"),
    [
        (date(2016, 9, 30), None, 2016),
        (date(2017, 9, 30), None, 2016),
        (date(2015, 9, 30), None, 2016),
        (date(2016, 9, 30), 2018, 2018),
    ],
)
def test_the_year_checked(
    tmp_path: Path, as_of: date, asked: int | None, checked: int
) -> None:
    """--year; else the year of the day if it has records; else the latest that has."""
    (tmp_path / "branch.yaml").write_text(BRANCH.format(name="x"), encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "类型: 党课\n日期: 2016-06-24\n出席情况: 全体\n", encoding="utf-8"
    )
    assert check_branch(tmp_path, Options(as_of, asked)).year == checked


def test_without_records_the_year_of_the_day(tmp_path: Path) -> None:
    """A branch with only a profile is checked for the year of the day."""
    (tmp_path / "branch.yaml").write_text(BRANCH.format(name="x"), encoding="utf-8")
    assert check_branch(tmp_path, Options(date(2019, 5, 1))).year == 2019


def test_attachments_are_looked_for(tmp_path: Path) -> None:
    """One that is missing is a fault; a folder not here at all is one warning."""
    (tmp_path / "branch.yaml").write_text(BRANCH.format(name="x"), encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "类型: 党课\n日期: 2016-06-24\n出席情况: 全体\n"
        "附件:\n  - materials/签到表.jpg\n  - materials/照片.jpg\n",
        encoding="utf-8",
    )
    codes = [(f.code, f.level) for f in check_branch(tmp_path, OPTIONS).faults]
    assert codes == [("F604", "warning")]
    (tmp_path / "materials").mkdir()
    (tmp_path / "materials" / "照片.jpg").write_bytes(b"x")
    codes = [(f.code, f.level) for f in check_branch(tmp_path, OPTIONS).faults]
    assert codes == [("F601", "error")]


@pytest.mark.parametrize(
    ("jobs", "found", "cores", "used"),
    [
        (0, 15, 8, 1),
        (0, 16, 8, 8),
        (0, 16, 1, 1),
        (2, 3, 8, 2),
        (9, 3, 8, 3),
        (1, 99, 8, 1),
        (1000, 99, 8, 61),
        (0, 99, 128, 61),
    ],
)
def test_how_many_processes(jobs: int, found: int, cores: int, used: int) -> None:
    """As asked; else all cores where there are enough branches to pay for a pool; never
    more than a pool can have."""
    assert workers(jobs, found, cores) == used


def test_what_is_planned_ahead(tmp_path: Path) -> None:
    """Items of plans by the last day they name, and records of days to come; what has
    passed, is cancelled or is a member's own is not ahead."""
    (tmp_path / "branch.yaml").write_text(BRANCH.format(name="x"), encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "- 类型: 学习计划\n  日期: 2016-03-01\n  计划项:\n"
        "    - {时段: 2016-09-29, 类型: 党课}\n"
        "    - {时段: 2016-09-30, 类型: 支委会}\n"
        "    - {时段: 2016-Q4, 类型: 党员大会、组织生活会}\n"
        "- {类型: 主题党日, 日期: 2016-10-01}\n"
        "- {类型: 党课, 日期: 2016-10-02, 状态: 取消, 原因: 防汛}\n"
        "- 类型: 个人自学计划\n  日期: 2016-03-01\n  党员: 王敏\n  计划项:\n"
        "    - {时段: 2016-11, 类型: 个人自学}\n",
        encoding="utf-8",
    )
    report = check_branch(tmp_path, OPTIONS)
    assert report.faults == ()
    assert [(one.day.isoformat(), one.kinds) for one in report.ahead] == [
        ("2016-09-30", ("committee-meeting",)),
        ("2016-10-01", ("theme-party-day",)),
        ("2016-12-31", ("all-member-meeting", "organization-life-meeting")),
    ]


@pytest.mark.parametrize(
    ("rules", "at"),
    [
        # Two rules of a verdict each; then one rule with a verdict for each month.
        (["for: branch, attest: 甲, attest_en: a"] * 2, "r1"),
        (
            ["for: branch, when: {every: month}, count: {of: {kind: party-lecture}}"],
            "r0",
        ),
    ],
)
def test_more_verdicts_than_anybody_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: list[str], at: str
) -> None:
    """Are made by no sound pack: it is the pack's error, told by its rule, and ends
    with 2; the records are told of all the same."""
    head, _ = OWN.replace("ID", "own").split("- {id")
    texts = (
        f"- {{id: r{number}, title: 甲, title_en: a, covers: [own-1], modality: must, "
        f"{text}}}\n"
        for number, text in enumerate(rules)
    )
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(head + "".join(texts), "utf-8")
    profile = BRANCH.format(name="x").replace("bj-2016", "./own")
    (tmp_path / "branch.yaml").write_text(profile, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("类型: 党课\n", encoding="utf-8")
    found = check_branch(tmp_path, OPTIONS)
    assert (found.error, len(found.verdicts) > 1) == (None, True)
    monkeypatch.setattr(judge, "MOST_VERDICTS", 1)
    found = check_branch(tmp_path, OPTIONS)
    assert found.error is not None
    assert found.error.code == "P008"
    assert dict(found.error.values) == {"pack": "own", "rule": at, "limit": "1"}
    assert (found.verdicts, [one.code for one in found.faults]) == ((), ["F205"])
    assert check([tmp_path], OPTIONS).totals().exit_code() == 2


def test_parameters_of_packs_not_in_use(tmp_path: Path) -> None:
    """With --pack those of other packs are no fault; a value that does not fit is one,
    and the pack's own stands."""
    text = BRANCH.format(name="x") + "参数: {bj-2016/often: 常常, b11-2016/x: 3}\n"
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")

    def codes(*packs: str) -> list[str]:
        report = check_branch(tmp_path, OPTIONS._replace(packs=packs))
        assert report.error is None
        return [fault.code for fault in report.faults]

    assert codes() == ["F707", "F706"]
    assert codes("bj-2016") == ["F707"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("bj-2016/july1: {from: 01-01, to: 12-31}", [("F718", "warning", 6)]),
        ("bj-2016/effective_from: 2016-06-01", [("F718", "warning", 6)]),
        ("bj-2016/effective_from: 2016-04-01", []),  # what the pack says itself
        ("bj-2016/often: 45", []),  # the tool's own choice
        ("bj-2016/many_members: 40", []),  # the text leaves it open
    ],
)
def test_a_parameter_in_place_of_one_of_the_document(
    tmp_path: Path, written: str, told: list[tuple[str, str, int]]
) -> None:
    """Is taken and told: it may loosen what the document asks."""
    text = BRANCH.format(name="x") + f"参数:\n  {written}\n"
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")
    faults = check_branch(tmp_path, OPTIONS).faults
    assert [(one.code, one.level, one.origin.line) for one in faults] == told


def test_a_pack_by_the_name_of_a_shipped_one(tmp_path: Path) -> None:
    """Is told of, unless it is a copy of that."""
    shutil.copytree(rules_folder() / "bj-2016", tmp_path / "bj-2016")
    text = BRANCH.format(name="x").replace("bj-2016", "./bj-2016")
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")
    assert [one.code for one in check_branch(tmp_path, OPTIONS).faults] == []
    file = tmp_path / "bj-2016" / "pack.yaml"
    file.write_text(file.read_text("utf-8") + "# 改过\n", "utf-8")
    (one,) = check_branch(tmp_path, OPTIONS).faults
    assert (one.code, one.level, one.file) == ("F720", "warning", "branch.yaml")


@pytest.mark.parametrize(
    ("day", "year", "pack", "owed"),
    [
        ("2017-01-05", None, "bj-2016", True),
        ("2017-02-28", None, "bj-2016", True),
        ("2017-03-01", None, "bj-2016", False),
        ("2017-01-05", 2017, "bj-2016", False),  # that year was asked for
        ("2016-12-31", None, "bj-2016", False),
        ("2017-01-05", None, "now-2016", False),
    ],
)
def test_what_is_still_owed_from_the_year_before(
    tmp_path: Path, day: str, year: int | None, pack: str, *, owed: bool
) -> None:
    """Is told of while it is the first two months of the next one; what stands now is
    asked in either year."""
    (tmp_path / "now-2016").mkdir()
    rule = "{id: r, title: 甲, title_en: A, covers: [now-2016-01], modality: must, for: branch, when: now, has: {weekly_slot: some}}"
    head = "pack: {id: now-2016, version: '1', title: 试, title_en: Try, document: 试, year: 2016}\n"
    (tmp_path / "now-2016" / "pack.yaml").write_text(
        f"{head}rules: [{rule}]\n", "utf-8"
    )
    text = BRANCH.format(name="x").replace("bj-2016", pack)
    (tmp_path / "branch.yaml").write_text(text, encoding="utf-8")
    row = "- {{类型: 集体学习, 日期: {}, 出席情况: 全体}}\n"
    days = ("2016-06-03", "2017-01-04") if day > "2017" else ("2016-06-03",)
    text = "".join(map(row.format, days))
    (tmp_path / "学习.yaml").write_text(text, encoding="utf-8")
    report = check_branch(tmp_path, Options(date.fromisoformat(day), year))
    told = [one for one in report.faults if one.code == "F721"]
    assert bool(told) is owed
    assert {one.level for one in told} <= {"warning"}
    if owed:
        assert dict(told[0].values)["year"] == "2016"


def test_waivers_of_packs_not_in_use(tmp_path: Path) -> None:
    """A waiver for a pack that is not in force is told of as such, unless packs were
    chosen for this run; one without a pack is a slip."""
    waiver = (
        "- {{类型: 豁免, 规则: {}, 原因: 防汛, 审定人: 机关党委, 日期: 2016-07-01}}\n"
    )
    text = waiver.format("other-2016/x") + waiver.format("no-such-rule")
    (tmp_path / "branch.yaml").write_text(BRANCH.format(name="x"), encoding="utf-8")
    (tmp_path / "豁免.yaml").write_text(text, encoding="utf-8")
    faults = check_branch(tmp_path, OPTIONS).faults
    assert [(fault.code, fault.line, fault.level) for fault in faults] == [
        ("F517", 1, "warning"),
        ("F508", 2, "error"),
    ]
    chosen = check_branch(tmp_path, OPTIONS._replace(packs=("bj-2016",))).faults
    assert [fault.code for fault in chosen] == ["F508"]


def test_of_what_use_each_waiver_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is of no use where another excuses the same; what follows a duty that was not
    kept is excused with it. Of very many that are of no use few are tried."""
    pack = OWN.replace("ID", "own") + (
        "- {id: talk, title: 谈话, title_en: talk, covers: [own-1], modality: must,"
        " for: fact, each: {kind: unmet, rule: lecture}, when: {after: subject, within: 9d},"
        " count: {of: {kind: heart-to-heart-talk}}}\n"
        "- {id: study, title: 学习, title_en: study, covers: [own-1], modality: must,"
        " for: branch, count: {of: {kind: collective-study}}}\n"
    )
    pack = pack.replace(
        "modality: must, for: branch, count: {of: {kind: party",
        "modality: must, for: branch, when: {every: half}, count: {of: {kind: party",
    )
    branch = tmp_path / "甲"
    branch.mkdir()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(pack, encoding="utf-8")
    text = BRANCH.format(name="x").replace("bj-2016", "../own")
    (branch / "branch.yaml").write_text(text, encoding="utf-8")
    waiver = (
        "- {{类型: 豁免, 规则: own/{}, 原因: {}, 审定人: 机关党委, 日期: 2016-01-01,"
        " 起: 2016-01-01, 止: 2016-12-31}}\n"
    )
    given = waiver.format("lecture", "甲") + waiver.format("nothing", "乙")
    given += "".join(waiver.format("study", f"第{n}次") for n in range(100))
    (branch / "豁免.yaml").write_text(given, encoding="utf-8")
    tried: list[object] = []
    real = accept.judge_in

    def counted(*told: Any) -> list[Verdict]:
        tried.append(told)
        return real(*told)

    monkeypatch.setattr(accept, "judge_in", counted)
    _, found = accept.waivers_of(
        branch, OPTIONS._replace(as_of=date(2017, 3, 1), year=2016)
    )
    used = {one.waiver.reason: one.used for one in found}
    assert used.pop("甲") == 3
    assert set(used.values()) == {0}
    assert len(tried) < 10


def test_the_file_of_a_document_is_looked_for(tmp_path: Path) -> None:
    """What `文件` names is an attachment, too."""
    (tmp_path / "branch.yaml").write_text(BRANCH.format(name="x"), encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "类型: 学习总结\n日期: 2016-06-24\n文件: 正文.docx\n", encoding="utf-8"
    )
    codes = [fault.code for fault in check_branch(tmp_path, OPTIONS).faults]
    assert codes == ["F601"]
    (tmp_path / "正文.docx").write_bytes(b"x")
    assert check_branch(tmp_path, OPTIONS).faults == ()


@pytest.mark.parametrize(
    ("raised", "code", "exit_code"),
    [
        (NothingToCheckError("E301", path="x", why="denied"), "E301", 3),
        (RecursionError("王敏"), "E700", 70),
    ],
)
def test_errors_of_one_branch(
    tree: Path,
    monkeypatch: pytest.MonkeyPatch,
    raised: Exception,
    code: str,
    exit_code: int,
) -> None:
    """Whatever ends the check of a branch is that branch's error."""

    def broken(_path: Path, _options: Options) -> None:
        raise raised

    monkeypatch.setattr(many, "check_branch", broken)
    report = check([tree / "a"], OPTIONS)
    error = report.branches[0].error
    assert error is not None
    assert (error[0], error[2]) == (code, exit_code)
    assert "王敏" not in str(error)


def test_a_file_or_a_folder_inside_a_branch(tree: Path) -> None:
    """The folder that was perhaps meant is named."""
    (tree / "a" / "材料").mkdir()
    for path, code, folder in (
        (tree / "a" / "branch.yaml", "E303", tree / "a"),
        (tree / "a" / "材料", "E304", tree / "a"),
    ):
        with pytest.raises(NothingToCheckError) as raised:
            find_branches([path])
        assert raised.value.code == code
        assert raised.value.values["folder"] == str(folder)


@pytest.mark.parametrize(
    ("text", "code"),
    [(None, "F001"), (b"\xe7\xb1", "F005"), (b"", "F007"), (b"[a\n", "F119")],
)
def test_a_plan_that_cannot_be_read(
    tree: Path, tmp_path: Path, text: bytes | None, code: str
) -> None:
    """The branch is judged as without it, and what is wrong with the plan is told."""
    plan = tmp_path / "plan.yaml"
    if text is not None:
        plan.write_bytes(text)
    without = check_branch(tree / "a", OPTIONS)
    report = check_branch(tree / "a", OPTIONS._replace(assume=plan))
    assert report.verdicts == without.verdicts
    assert [(one.file, one.code) for one in report.faults] == [("../plan.yaml", code)]
    assert (tree / "a" / report.faults[0].file).resolve() == plan.resolve()


def test_a_plan_that_lies_in_the_branch(tree: Path, tmp_path: Path) -> None:
    """It is read once: what it says is planned, and nothing is told of twice."""
    text = "- {类型: 党课, 日期: 2016-12-20, 出席情况: 全体}\n"
    outside, inside = tmp_path / "plan.yaml", tree / "a" / "plan.yaml"
    outside.write_text(text, "utf-8")
    without = check_branch(tree / "a", OPTIONS._replace(assume=outside))
    inside.write_text(text, "utf-8")
    report = check_branch(tree / "a", OPTIONS._replace(assume=inside))
    assert [one.outcome for one in report.verdicts] == [
        one.outcome for one in without.verdicts
    ]
    assert report.faults == without.faults
    assert report.records == without.records


def test_a_plan_on_another_drive(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no way from the branch to it: its whole path is told."""

    def relpath(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr("os.path.relpath", relpath)
    report = check_branch(tree / "a", OPTIONS._replace(assume=tmp_path / "plan.yaml"))
    assert [one.file for one in report.faults] == [f"{tmp_path.as_posix()}/plan.yaml"]


@pytest.mark.parametrize(
    ("as_of", "outcome", "late"),
    [("2016-06-24", "planned", False), ("2016-06-25", "open", True)],
)
def test_an_assumed_plan_on_its_day_and_the_day_after(
    tmp_path: Path, as_of: str, outcome: str, late: bool
) -> None:
    """On its own day what is assumed is planned, never met; on the day after it is no
    more, and is told of as planned and not recorded."""
    home = tmp_path / "branch"
    home.mkdir()
    (home / "branch.yaml").write_text(BRANCH.format(name="x"), encoding="utf-8")
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "- {类型: 党课、主题党日, 日期: 2016-06-24, 出席情况: 全体, 发言: {主讲: 王敏}}\n",
        encoding="utf-8",
    )
    options = OPTIONS._replace(as_of=date.fromisoformat(as_of), assume=plan)
    report = check_branch(home, options)
    rule = "bj-2016/lecture-around-july-first"
    (lecture,) = [one for one in report.verdicts if one.rule == rule]
    assert lecture.outcome == outcome
    assert [one.is_item for one in report.behind] == ([False] if late else [])
    assert [one.day.isoformat() for one in report.ahead] == (
        [] if late else ["2016-06-24"]
    )


def test_no_more_files_than_there_may_be(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more files than a branch may have the rest is not read, and that is told."""
    for name in "xyz":
        (tree / "a" / f"{name}.yaml").write_text("类型: 坏的\n", "utf-8")
    told = [fault.code for fault in check_branch(tree / "a", OPTIONS).faults]
    assert "F016" not in told
    assert told.count("F301") == 3
    monkeypatch.setattr(gather, "MOST_FILES", 2)
    faults = check_branch(tree / "a", OPTIONS).faults
    told = [fault.code for fault in faults]
    assert told.count("F301") == 2
    (most,) = [fault for fault in faults if fault.code == "F016"]
    assert (most.file, most.line, dict(most.values)) == (
        "branch.yaml",
        1,
        {"limit": "2"},
    )


def test_a_profile_by_another_name(tree: Path) -> None:
    """Its branch is told of, and nothing of it is judged or mended."""
    (tree / "a" / "branch.yaml").rename(tree / "a" / "branch.yml")
    found = find_branches([tree])
    assert [one.name for one in found] == ["a", "b", "c"]
    report = check_branch(tree / "a", OPTIONS)
    assert report.is_unread
    assert [(one.code, one.file) for one in report.faults] == [("F017", "branch.yml")]
    assert [name for _, name in files_of([tree / "a"])] == ["branch.yml"]
    (tree / "b" / "学习.yaml.txt").write_text("类型: 集体学习\n", "utf-8")
    assert "学习.yaml.txt" not in [name for _, name in files_of([tree / "b"])]


def test_a_branch_that_cannot_be_listed(tree: Path, monkeypatch: Any) -> None:
    """That is told of as before."""

    def denied(_branch: Path) -> str:
        raise PermissionError

    monkeypatch.setattr(gather, "misnamed", denied)
    assert check_branch(tree / "a", OPTIONS).faults == ()


@pytest.mark.parametrize("is_main", [True, False])
def test_ctrl_c_is_as_it_was(*, is_main: bool) -> None:
    """Once the processes of a pool are there; what is no main thread cannot touch it."""
    before = signal.getsignal(signal.SIGINT)
    seen: list[object] = []

    def started() -> None:
        with many._uninterrupted():
            seen.append(signal.getsignal(signal.SIGINT))

    if is_main:
        started()
    else:
        thread = Thread(target=started)
        thread.start()
        thread.join()
    assert seen == [signal.SIG_IGN if is_main else before]
    assert signal.getsignal(signal.SIGINT) == before


def test_a_process_of_a_pool_follows_who_started_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It ends as soon as that one is gone; who was started by nobody stays."""
    (sentinel, alive), ended = multiprocessing.Pipe(duplex=False), Event()
    monkeypatch.setattr(many.memory, "look_seldom", lambda: None)
    monkeypatch.setattr("os._exit", lambda code: code == 1 and ended.set())
    many._begin()
    parent = SimpleNamespace(sentinel=sentinel.fileno())
    monkeypatch.setattr("multiprocessing.parent_process", lambda: parent)
    many._begin()
    assert not ended.wait(0.2)
    alive.close()
    assert ended.wait(30)
