"""The baseline: what was accepted fails nothing, and nothing else is swallowed."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from lxyz.errors import NothingToCheckError, PackError, UsageError
from lxyz.files.origin import Fault
from lxyz.fleet.accept import renew_baseline
from lxyz.fleet.branch import Options, check_branch
from lxyz.report import fails
from lxyz.report.baseline import (
    ACCEPTED,
    FILE,
    Baseline,
    Item,
    accepted,
    findings,
    quantity,
    read_baseline,
    refusals,
    renewed,
    written,
)

ROOT = Path(__file__).parents[2]
OPTIONS = Options(date(2016, 9, 30))


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A copy of the example with gaps and a fault."""
    return shutil.copytree(ROOT / "examples" / "branch-11", tmp_path / "branch-11")


def test_accepted_then_clean(branch: Path) -> None:
    """Nothing fails any more, nothing is hidden: every verdict is there, with a note."""
    bare = check_branch(branch, OPTIONS)
    truth = check_branch(branch, OPTIONS._replace(bare=True))
    assert fails(bare, "should")
    change = renew_baseline(branch, OPTIONS)
    assert (change.added, change.new) == (len(findings(bare)), 0)
    report = check_branch(branch, OPTIONS)
    assert not fails(report, "should")
    assert report.accepted == change.added
    assert [one.key() for one in report.verdicts] == [
        one.key() for one in bare.verdicts
    ]
    noted = [one for one in report.verdicts if ACCEPTED in one.notes]
    assert len(noted) + len(bare.faults) - len(report.faults) == report.accepted
    assert check_branch(branch, OPTIONS._replace(bare=True)) == truth


def test_a_second_time_changes_nothing(branch: Path) -> None:
    """Not a byte of the file."""
    renew_baseline(branch, OPTIONS)
    before = (branch / FILE).read_bytes()
    change = renew_baseline(branch, OPTIONS)
    assert (change.added, change.dropped, change.new) == (0, 0, 0)
    assert (branch / FILE).read_bytes() == before


def test_what_is_mended_goes(branch: Path) -> None:
    """One fault mended: the baseline is one shorter, and the fault is told of if it
    comes again."""
    first = renew_baseline(branch, OPTIONS)
    file = branch / "activities" / "2016-08-31-知识竞赛.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("主题：", "主题: "), "utf-8")
    change = renew_baseline(branch, OPTIONS)
    assert change.dropped >= 1
    assert len(change.baseline.items) == len(first.baseline.items) - change.dropped
    file.write_text(text, "utf-8")
    assert fails(check_branch(branch, OPTIONS), "fault")
    again = renew_baseline(branch, OPTIONS)
    assert (again.new, again.added) == (change.dropped, 0)
    assert renew_baseline(branch, OPTIONS, grow=True).baseline == first.baseline


def test_a_twin_elsewhere_is_told_of(branch: Path) -> None:
    """The same mistake once more, in the same file or another."""
    renew_baseline(branch, OPTIONS)
    bad = branch / "activities" / "2016-08-31-知识竞赛.yaml"
    shutil.copy(bad, bad.with_name("2016-08-30-知识竞赛.yaml"))
    report = check_branch(branch, OPTIONS)
    assert [one.file for one in report.faults if one.code == "F101"] == [
        "activities/2016-08-30-知识竞赛.yaml"
    ]


def test_what_has_become_worse_is_told_of(branch: Path) -> None:
    """A month more that fails is not what was accepted."""
    early = OPTIONS._replace(as_of=date(2016, 8, 15))
    renew_baseline(branch, early)
    assert not fails(check_branch(branch, early), "must")
    assert fails(check_branch(branch, OPTIONS), "must")


@pytest.mark.parametrize(
    ("old", "new", "is_taken"),
    [
        (Item("a"), Item("a"), True),
        (Item("a"), Item("b"), False),
        (Item("a", ("1月", "2月")), Item("a", ("2月",)), True),
        (Item("a", ("1月",)), Item("a", ("1月", "2月")), False),
        (Item("a", missing=("x",)), Item("a", missing=("y",)), False),
        (Item("a", have="3"), Item("a", have="4"), True),
        (Item("a", have="3"), Item("a", have="2"), False),
        (Item("a", have="1/2"), Item("a", have="1/3"), False),
        (Item("a", have="x"), Item("a", have="1/0"), True),
        (Item("a", have="3", at_most=True), Item("a", have="3", at_most=True), True),
        (Item("a", have="3", at_most=True), Item("a", have="2", at_most=True), True),
        (Item("a", have="3", at_most=True), Item("a", have="4", at_most=True), False),
        # Told of one record (2 words of its 3), then of two (1 of them has all).
        (
            Item("a", ("1月",), ("x",), "2", need="3"),
            Item("a", ("1月",), ("x",), "1", need="2"),
            True,
        ),
        (
            Item("a", ("1月",), have="2", need="3"),
            Item("a", ("1月",), have="1", need="3"),
            False,
        ),
        (Item("a", ("1月",), have="2"), Item("a", ("1月",), have="1", need="3"), False),
        (Item("a", have="2", need="3"), Item("a", have="1", need="2"), False),
    ],
)
def test_no_worse(branch: Path, old: Item, new: Item, *, is_taken: bool) -> None:
    """Fewer failing, fewer missing, more held; less, where there is a bound above."""
    report = check_branch(branch, OPTIONS)._replace(verdicts=(), faults=())
    verdict = next(
        one
        for one in check_branch(branch, OPTIONS).verdicts
        if one.level == "error" and not one.folded_into
    )
    key = "|".join(verdict.key())
    verdict = verdict._replace(
        failing=new.failing,
        missing=new.missing,
        have=new.have or None,
        need="≤2" if new.at_most else new.need or "2",
    )
    listed = Baseline((old._replace(id=key if old.id == new.id else "b"),))
    made = accepted(report._replace(verdicts=(verdict,)), listed)
    assert made.accepted == int(is_taken)


def test_each_excuses_one(branch: Path) -> None:
    """Accepted once is accepted once."""
    report = check_branch(branch, OPTIONS)
    (fault,) = report.faults
    twice = report._replace(verdicts=(), faults=(fault, fault._replace(line=99)))
    once = renewed(None, report._replace(verdicts=())).baseline
    assert len(accepted(twice, once).faults) == 1
    both = renewed(None, twice).baseline
    assert accepted(twice, both).faults == ()
    assert accepted(twice, both).accepted_faults == twice.faults
    assert renewed(both, report._replace(verdicts=())).dropped == 1


def test_a_fault_that_was_accepted_is_still_told_of(branch: Path) -> None:
    """It is set apart, not gone, and keeps its identity; one of another file than those
    that are asked about is not."""
    (fault,) = check_branch(branch, OPTIONS).faults
    keys = check_branch(branch, OPTIONS).fault_ids()
    renew_baseline(branch, OPTIONS)
    report = check_branch(branch, OPTIONS)
    assert (report.faults, report.accepted_faults) == ((), (fault,))
    assert report.fault_ids(accepted=True) == keys
    twice = report._replace(faults=(fault._replace(line=99),))
    known = report.fault_keys(accepted=True)
    assert twice.fault_keys() == [f"{key}#2" for key in known]
    assert report.only_in(frozenset((fault.file,))).accepted_faults == (fault,)
    assert report.only_in(frozenset(("x.yaml",))).accepted_faults == ()


def test_written_and_read(tmp_path: Path) -> None:
    """What is written is read again; the order is always the same."""
    (tmp_path / ".lxyz").mkdir()
    items = (
        Item("a", ("1",), ("x",), "3"),
        Item("a"),
        Item("乙|丙", have="3", at_most=True, need="≤2"),
    )
    (tmp_path / FILE).write_text(written(Baseline(items)), "utf-8")
    read, trouble = read_baseline(tmp_path)
    assert (read, trouble) == (Baseline(tuple(sorted(items))), None)
    (tmp_path / FILE).write_text(written(Baseline(())), "utf-8")
    assert read_baseline(tmp_path) == (Baseline(()), None)
    assert json.loads(written(Baseline(()))) == {
        "schema": "lxyz.baseline/1",
        "accepted": [],
    }


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"schema": "x", "accepted": []}',
        b"[" * 100_000,
        b'{"schema": "lxyz.baseline/1"}',
        b'{"schema": "lxyz.baseline/1", "accepted": [1]}',
        b'{"schema": "lxyz.baseline/1", "accepted": [{"id": "a", "failing": 1}]}',
    ],
)
def test_a_file_that_is_none(branch: Path, data: bytes) -> None:
    """Nothing is accepted, it is said, and it is not overwritten."""
    (branch / ".lxyz").mkdir()
    (branch / FILE).write_bytes(data)
    report = check_branch(branch, OPTIONS)
    (fault,) = [one for one in report.faults if one.file == FILE]
    assert (fault.code, fault.values) == ("F014", (("why", "no-baseline"),))
    assert fails(report, "must")
    with pytest.raises(UsageError) as raised:
        renew_baseline(branch, OPTIONS)
    assert raised.value.code == "E243"
    assert (branch / FILE).read_bytes() == data


@pytest.mark.skipif(os.name == "nt", reason="NO PIPES HERE: none was read")
@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("pipe", "no-file"),
        ("device", "link"),
        ("link", "link"),
        ("folder", "no-file"),
        ("loop", "link"),
    ],
)
def test_what_is_no_plain_file(branch: Path, kind: str, why: str) -> None:
    """Is not read, and why is said: a pipe waits for somebody who writes, a device has
    no end."""
    file = branch / FILE
    file.parent.mkdir()
    plain = branch.parent / "elsewhere.json"
    plain.write_text(written(Baseline(())), "utf-8")
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    else:
        target = {"device": "/dev/zero", "link": str(plain), "loop": file.name}[kind]
        file.symlink_to(target)
    report = check_branch(branch, OPTIONS)
    (fault,) = [one for one in report.faults if one.file == FILE]
    assert (fault.code, fault.values) == ("F014", (("why", why),))
    with pytest.raises(UsageError) as raised:
        renew_baseline(branch, OPTIONS)
    assert raised.value.code == "E243"
    assert dict(raised.value.values)["why"] == why


@pytest.mark.skipif(os.name == "nt", reason="NO LINKS HERE: none was tried")
def test_a_folder_that_is_a_link(branch: Path) -> None:
    """What lies behind it may be no part of the branch: it is neither read nor
    written."""
    elsewhere = branch.parent / "elsewhere"
    elsewhere.mkdir()
    (branch / FILE).parent.symlink_to(elsewhere)
    report = check_branch(branch, OPTIONS)
    assert not [one for one in report.faults if one.file == FILE]
    with pytest.raises(UsageError) as raised:
        renew_baseline(branch, OPTIONS)
    assert (raised.value.code, raised.value.values["why"]) == ("E203", "link")
    assert not list(elsewhere.iterdir())
    (elsewhere / "baseline.json").write_text(written(Baseline(())), "utf-8")
    assert read_baseline(branch) == (
        None,
        Fault("F014", FILE, 1, 1, (("why", "link"),)),
    )
    with pytest.raises(UsageError) as raised:
        renew_baseline(branch, OPTIONS)
    assert raised.value.code == "E243"


def test_one_that_goes_while_it_is_used(branch: Path) -> None:
    """That a rule nobody may waive stands in it is still said, at its first line."""
    report = check_branch(branch, OPTIONS)._replace(unwaivable=("bj-2016/x",))
    baseline = Baseline((Item("bj-2016/x|branch"),))
    (fault,) = refusals(branch, report, baseline)
    assert (fault.code, fault.file, fault.line) == ("F514", FILE, 1)


def test_a_name_that_is_no_text(branch: Path) -> None:
    """What is wrong in a file with half a letter in its name is accepted like the rest."""
    before = len(findings(check_branch(branch, OPTIONS)))
    name = os.fsdecode(b"\xff.yaml")
    try:
        (branch / name).write_text("- 类型: 学系\n", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("NO SUCH NAMES HERE: none was accepted")
    change = renew_baseline(branch, OPTIONS)
    assert change.added > before
    assert name in "".join(one.id for one in change.baseline.items)
    assert read_baseline(branch) == (change.baseline, None)
    assert not fails(check_branch(branch, OPTIONS), "should")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("x", 0),
        ("3", 3),
        ("2/4", Fraction(1, 2)),
        ("1/0", 0),
        ("1.23e+06", 1_230_000),
        ("1e999999999", 0),
        ("1E-999999999", 0),
        ("9" * 5000, 0),
    ],
)
def test_how_much_it_was(text: str, number: Fraction) -> None:
    """No text makes a number of a billion digits."""
    assert quantity(text) == number


def test_a_branch_that_goes_by_no_rules(branch: Path) -> None:
    """That it names no pack cannot be accepted: it would pass for good, unchecked."""
    (branch / "branch.yaml").write_text(
        "名称: 无\n党员:\n  - {姓名: 王敏, 起: 2014-11-20}\n", "utf-8"
    )
    report = check_branch(branch, OPTIONS)
    assert (report.year, report.packs) == (2016, ())
    with pytest.raises(NothingToCheckError):
        renew_baseline(branch, OPTIONS)
    (branch / FILE).parent.mkdir()
    accepted_all = Baseline(tuple(findings(report)))
    (branch / FILE).write_text(written(accepted_all), "utf-8")
    assert fails(check_branch(branch, OPTIONS), "must")


def test_only_said(branch: Path) -> None:
    """Nothing is written."""
    assert renew_baseline(branch, OPTIONS, keep=True).added
    assert not (branch / FILE).exists()


def test_a_branch_that_cannot_be_judged(branch: Path) -> None:
    """There is nothing to accept."""
    profile = branch / "branch.yaml"
    profile.write_text(
        profile.read_text("utf-8").replace("bj-2016", "bj-2061"), "utf-8"
    )
    with pytest.raises(PackError):
        renew_baseline(branch, OPTIONS)
    profile.write_text("名称：坏\n", "utf-8")
    with pytest.raises(NothingToCheckError):
        renew_baseline(branch, OPTIONS)
    (branch / FILE).parent.mkdir()
    faults = check_branch(branch, OPTIONS).faults
    items = Baseline(tuple(sorted(Item(f"{one.code}|{one.file}") for one in faults)))
    (branch / FILE).write_text(written(items), "utf-8")
    assert check_branch(branch, OPTIONS).faults == faults


def test_waivers_are_no_part_of_it(branch: Path) -> None:
    """What is waived is not accepted besides; the bare truth has neither."""
    report = check_branch(branch, OPTIONS)
    waived = [one.key() for one in report.verdicts if one.outcome == "waived"]
    bare = check_branch(branch, OPTIONS._replace(bare=True))
    freed = [
        one for one in bare.verdicts if one.key() in waived and one.outcome == "waived"
    ]
    assert all(any(n.startswith("exempt") for n in one.notes) for one in freed)


FIRM = """\
pack: {id: loc-2016, version: "1", title: 区委, title_en: District, document: 编造的, year: 2016, extends: [b11-2016, bj-2016]}
unwaivable: {bj-2016/dues-each-month: 一, b11-2016/collective-study-weekly: 二}
"""


@pytest.fixture
def firm(branch: Path) -> Path:
    """The example under a pack that says of two rules that nobody may waive them."""
    (branch / "区委").mkdir()
    (branch / "区委" / "pack.yaml").write_text(FIRM, "utf-8")
    file = branch / "branch.yaml"
    text = file.read_text("utf-8")
    named = "packs: [b11-2016, bj-2016]"
    assert named in text
    file.write_text(text.replace(named, "packs: [./区委]"), "utf-8")
    return branch


def test_what_nobody_may_waive_is_not_taken_in(firm: Path, branch: Path) -> None:
    """Neither the gap nor the fault of waiving it."""
    change = renew_baseline(firm, OPTIONS)
    report = check_branch(firm, OPTIONS)
    assert change.refused == sum(
        one.rule in report.unwaivable
        and one.level in ("error", "warning")
        and one.folded_into is None
        for one in report.verdicts
    )
    assert change.refused > 1
    assert {one.rule for one in report.verdicts if one.level == "error"} == {
        "bj-2016/dues-each-month",
        "b11-2016/collective-study-weekly",
    }
    assert [one.code for one in report.faults] == ["F513"]
    assert fails(report, "fault")
    assert not check_branch(branch, OPTIONS._replace(bare=True)).accepted


def test_what_was_taken_in_before_does_not_count(branch: Path, firm: Path) -> None:
    """It is told of at its line, once for a rule, until the baseline is made anew."""
    items = [
        Item("bj-2016/dues-each-month|member:马骏|2016-08|"),
        Item("bj-2016/dues-each-month|member:王敏|2016-08|"),
        Item("bj-2016/gone|branch|2016|"),
    ]
    (firm / FILE).parent.mkdir()
    (firm / FILE).write_text(written(Baseline(tuple(sorted(items)))), "utf-8")
    (told,) = [one for one in check_branch(firm, OPTIONS).faults if one.code == "F514"]
    assert (told.file, told.line) == (FILE, 4)
    assert dict(told.values) == {"rule": "bj-2016/dues-each-month", "count": "2"}
    data = json.loads((firm / FILE).read_text("utf-8"))
    (firm / FILE).write_text(json.dumps(data, indent=1).replace('"bj', '"\\u0062j'))
    (told,) = [one for one in check_branch(firm, OPTIONS).faults if one.code == "F514"]
    assert told.line == 1
    change = renew_baseline(branch, OPTIONS)
    assert (change.dropped, change.kept) == (1, 0)
    codes = [one.code for one in check_branch(firm, OPTIONS).faults]
    assert "F514" not in codes
