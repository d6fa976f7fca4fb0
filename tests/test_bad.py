"""Malformed files: each gives exactly the faults written beside it, and costs no more.

`bad/NAME.yaml` (or the folder `bad/NAME/`) is laid over the branch `bad/base/`;
`bad/NAME.expect` holds the faults in order, a line each: code, file (left out where
there is only one), line, column. `bad/README.md` says why they are these.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import lxyz
from lxyz.errors import NothingToCheckError
from lxyz.fleet import gather
from lxyz.fleet.branch import Options, check_branch
from lxyz.fleet.find import find_branches
from lxyz.report import BranchReport

from .whole import check

BAD = Path(__file__).parent / "bad"
BASE = BAD / "base"
GOOD = "好记录.yaml"
OPTIONS = Options(date(2016, 9, 30))
# Of the processor, so that neighbours do not count; a tracer of lines counts twice over.
SECONDS = 3 if sys.gettrace() is None else 9
# Without a profile there is no branch, so nothing of it is judged.
UNJUDGED = frozenset(
    {"F701-a-list", "F701-empty", "F101-profile", "F001-profile"}
    | {"F710-before-the-packs", "F711-no-packs"}
    | {"F722-many-members"}
)

Place = tuple[str, str, int, int]
CASES = sorted(path.stem for path in BAD.glob("*.expect"))
_COVERED = ("F015", "F410", "F434", "F516", "F519", "F711", "F724", "F725")
EACH = [
    pytest.param(name, marks=() if name.startswith(_COVERED) else pytest.mark.no_cover)
    for name in CASES
]
"""Coverage is measured where no other test tells of the mistake."""


def expected_of(name: str) -> list[Place]:
    """The faults written beside a case."""
    only = f"{name}.yaml"
    places: list[Place] = []
    for line in (BAD / f"{name}.expect").read_text(encoding="utf-8").splitlines():
        code, *file, row, column = line.split()
        places.append((code, file[0] if file else only, int(row), int(column)))
    return places


def places_of(report: BranchReport) -> list[Place]:
    """Code and place of each fault of a report."""
    return [(one.code, one.file, one.line, one.column) for one in report.faults]


def is_judged(report: BranchReport) -> bool:
    """Whether the good record of the base is evidence in some verdict."""
    return any(
        evidence.origin.file == GOOD
        for verdict in report.verdicts
        for evidence in verdict.records
    )


def examine(
    branch: Path, expected: list[Place], *, judged: bool = True
) -> BranchReport:
    """Checks a branch: the faults, in time, with the rest judged as ever."""
    before = time.process_time()
    report = check_branch(branch, OPTIONS)
    taken = time.process_time() - before
    assert places_of(report) == expected
    assert report.error is None
    assert is_judged(report) is judged
    assert taken < SECONDS
    return report


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A copy of the base branch."""
    return shutil.copytree(BASE, tmp_path / "branch")


@pytest.mark.parametrize("name", EACH)
def test_stored(branch: Path, name: str) -> None:
    """A stored case gives the faults beside it, and the good record is still judged."""
    if (BAD / name).is_dir():
        shutil.copytree(BAD / name, branch, dirs_exist_ok=True)
    else:
        shutil.copy(BAD / f"{name}.yaml", branch)
    report = examine(branch, expected_of(name), judged=name not in UNJUDGED)
    if name.startswith("good-"):
        assert report.records > 1, "accepted, but lost"


def test_the_base_is_sound(branch: Path) -> None:
    """Every fault of a case is its own."""
    examine(branch, [])


# ---------------------------------------------------------------- made, not stored
# What git cannot keep (pipes, rights, loops), what would weigh megabytes, and what a
# hook refuses in any file (telephone numbers).

STUDY = "类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n"
MOBILE = "138" + "0013" + "8000"
IDENTITY = "11010119" + "900101" + "123X"


def write(branch: Path, text: str, name: str = "x.yaml") -> None:
    """Writes a file of a branch."""
    (branch / name).parent.mkdir(parents=True, exist_ok=True)
    (branch / name).write_text(text, encoding="utf-8")


def pipe(branch: Path) -> None:
    """A pipe: whoever opens it to read waits for ever."""
    os.mkfifo(branch / "x.yaml")


def link(branch: Path) -> None:
    """A link to a file outside, one to itself, one to nothing."""
    write(branch.parent, STUDY, "outside.yaml")
    (branch / "x.yaml").symlink_to(branch.parent / "outside.yaml")
    (branch / "y.yaml").symlink_to("y.yaml")
    (branch / "z.yaml").symlink_to("gone.yaml")


def loop(branch: Path) -> None:
    """Folders that link to their parent and to each other; none is entered."""
    (branch / "a").mkdir()
    (branch / "a" / "up").symlink_to(branch)
    (branch / "a" / "self").symlink_to("self")


def unreadable(branch: Path) -> None:
    """A file without the right to read it."""
    write(branch, STUDY)
    (branch / "x.yaml").chmod(0)


def folder_unreadable(branch: Path) -> None:
    """A folder without the right to list it."""
    write(branch, STUDY, "x/y.yaml")
    (branch / "x").chmod(0)


def large(branch: Path) -> None:
    """A file of more than a megabyte."""
    write(branch, STUDY + "# 党章\n" * 120_000)


def long_line(branch: Path) -> None:
    """One line of ten megabytes."""
    write(branch, STUDY + "备注: " + "a" * 10_000_000)


def long_scalar(branch: Path) -> None:
    """A value of more than 64,000 characters."""
    write(branch, STUDY + "备注: " + "学" * 64_001 + "\n")


def long_topic(branch: Path) -> None:
    """A theme of 40,000 characters is long, but no fault."""
    write(branch, STUDY + "主题: " + "学" * 40_000 + "\n")


def long_blanks(branch: Path) -> None:
    """Seventeen remarks of 55,000 blanks: their time must not grow with the square."""
    one = STUDY + '备注: "没有' + " " * 55_000 + '习"\n'
    days = (one.replace("04-01", f"04-{day:02d}") for day in range(2, 19))
    write(
        branch, "".join("- " + text.replace("\n", "\n  ").rstrip(" ") for text in days)
    )


def long_titles(branch: Path) -> None:
    """A book, and commas behind it to the end of what one value may hold."""
    write(branch, STUDY + "学习材料: 《党章》" + "、" * 60_000 + "\n")


def many_names(branch: Path) -> None:
    """Five hundred unknown names on one line: each has its own place."""
    names = "、".join(f"张{chr(0x4E00 + number)}" for number in range(500))
    text = STUDY.replace("全体", f"{{出席: 王敏、{names}}}")
    write(branch, text)


def many_records(branch: Path) -> None:
    """One record more than are read from one file."""
    row = "- {类型: 心得体会, 日期: 2016-04-01, 题目: T%d}\n"
    write(branch, "".join(row % number for number in range(2001)))


def many_members(branch: Path) -> None:
    """A committee's whole roster in place of a branch's."""
    row = "- {姓名: 王%s, 起: 2014-11-20}\n"
    names = (chr(0x4E00 + number) for number in range(301))
    text = "名称: 甲\n规则包: bj-2016\n党员:\n"
    write(branch, text + "".join(row % name for name in names), "branch.yaml")


def many_faulty(branch: Path) -> None:
    """A thousand records, each with an unknown key."""
    row = "- {类型: 心得体会, 日期: 2016-04-01, 题目: T%d, 主持认: 王敏}\n"
    write(branch, "".join(row % number for number in range(1000)))


def too_many_faulty(branch: Path) -> None:
    """One faulty record more than there are faults told of a file."""
    row = "- {类型: 心得体会, 日期: 2016-04-01, 题目: T%d, 主持认: 王敏}\n"
    write(branch, "".join(row % number for number in range(1001)))


def many_plan_items(branch: Path) -> None:
    """Weekly items, each a year of weeks: one more than are taken."""
    item = "  - {时段: 每周, 类型: 集体学习, 内容: 甲}\n"
    head = "类型: 学习计划\n日期: 2016-01-01\n期间: 2016\n条目:\n"
    write(branch, head + item * 2000)


def many_digits(branch: Path) -> None:
    """A number of 5,000 digits: `int` refuses to read it."""
    write(branch, STUDY + "分钟: " + "9" * 5000 + "\n")


def brackets(branch: Path) -> None:
    """A hundred thousand brackets: the C loaders crash on them."""
    write(branch, "[" * 100_000 + "]" * 100_000)


def brackets_unclosed(branch: Path) -> None:
    """Three thousand brackets that are never closed."""
    write(branch, "[" * 3000)


def indents(branch: Path) -> None:
    """A thousand levels of block mappings."""
    write(branch, "".join(" " * depth + "a:\n" for depth in range(1000)))


def private(branch: Path) -> None:
    """A telephone and an identity number."""
    write(branch, f"{STUDY}备注: 电话{MOBILE}\n地点: {IDENTITY}\n主持人: {MOBILE}\n")


def attached_link(branch: Path) -> None:
    """Attachments that are links: out of the branch, in a loop, a pipe."""
    folder = branch / "materials"
    folder.mkdir()
    (folder / "a.jpg").symlink_to("/etc/passwd")
    (folder / "b.jpg").symlink_to("b.jpg")
    (folder / "etc").symlink_to("/etc")
    os.mkfifo(folder / "c.jpg")
    listed = "a.jpg b.jpg etc/passwd c.jpg".split()
    write(branch, STUDY + "附件: " + "、".join(f"materials/{n}" for n in listed))


def linked_folder(branch: Path) -> None:
    """A folder of records that lies elsewhere, and one without any."""
    for name, file in (("2016", "x.yaml"), ("照片", "x.jpg")):
        folder = branch.parent / f"{name}年"
        folder.mkdir()
        (folder / file).write_text(STUDY, encoding="utf-8")
        (branch / name).symlink_to(folder)


def profile_folder(branch: Path) -> None:
    """A folder by the name of the profile."""
    (branch / "branch.yaml").unlink()
    (branch / "branch.yaml").mkdir()


def profile_gone(branch: Path) -> None:
    """An empty profile."""
    write(branch, "", "branch.yaml")


NAMES_AT = 15
MADE: dict[str, tuple[Callable[[Path], None], list[Place]]] = {
    "F001-pipe": (pipe, [("F001", "x.yaml", 1, 1)]),
    "F001-links": (link, [("F001", f"{name}.yaml", 1, 1) for name in "xyz"]),
    "good-link-loop": (loop, []),
    "F001-linked-folder": (linked_folder, [("F001", "2016/", 1, 1)]),
    "F001-unreadable": (unreadable, [("F001", "x.yaml", 1, 1)]),
    "F001-folder-unreadable": (folder_unreadable, [("F001", "x/", 1, 1)]),
    "F009-large": (large, [("F009", "x.yaml", 1, 1)]),
    "F009-long-line": (long_line, [("F009", "x.yaml", 1, 1)]),
    "F116-long-scalar": (long_scalar, [("F116", "x.yaml", 4, 5)]),
    "good-long-topic": (long_topic, []),
    "good-long-blanks": (long_blanks, []),
    "good-long-titles": (long_titles, []),
    "F401-many-names": (
        many_names,
        [("F401", "x.yaml", 3, NAMES_AT + 3 * number) for number in range(500)],
    ),
    "F012-many-records": (many_records, [("F012", "x.yaml", 1, 1)]),
    "F722-many-members": (many_members, [("F722", "branch.yaml", 3, 1)]),
    "F201-many": (
        many_faulty,
        [
            ("F201", "x.yaml", number + 1, 37 + len(str(number)))
            for number in range(1000)
        ],
    ),
    "F013-too-many": (
        too_many_faulty,
        [
            *(
                ("F201", "x.yaml", number + 1, 37 + len(str(number)))
                for number in range(1000)
            ),
            ("F013", "x.yaml", 1001, 41),
        ],
    ),
    "F510-many-plan-items": (many_plan_items, [("F510", "x.yaml", 101, 5)]),
    "F309-many-digits": (many_digits, [("F309", "x.yaml", 4, 5)]),
    "F115-brackets": (brackets, [("F115", "x.yaml", 1, 9)]),
    "F115-brackets-unclosed": (brackets_unclosed, [("F115", "x.yaml", 1, 9)]),
    "F115-indents": (indents, [("F115", "x.yaml", 9, 9)]),
    "F311-private": (
        private,
        [("F311", "x.yaml", 4, 7), ("F311", "x.yaml", 5, 5), ("F311", "x.yaml", 6, 6)],
    ),
    "F602-links": (
        attached_link,
        [
            ("F602", "x.yaml", 4, 5),
            ("F602", "x.yaml", 4, 21),
            ("F602", "x.yaml", 4, 37),
            ("F603", "x.yaml", 4, 58),
        ],
    ),
    "F001-profile": (profile_folder, [("F001", "branch.yaml", 1, 1)]),
    "F701-empty": (profile_gone, [("F701", "branch.yaml", 1, 1)]),
}
ELSEWHERE = {
    "F016",
    "F017",
    "F018",
    "F019",
    "F526",
    "F527",
    "F713",
    "F717",
    "F720",
    "F721",
}
"""In test_fleet.py: where a branch may have three files, as 20,001 would take a minute; and
where there is a branch of whose profile the name is another, or that has none, or a pack of
its own. In packs/test_over.py: where
a document ended, and where a pack has no rules. In facts/test_edges.py: where records may
tell of few persons and of few steps, as 60,001 would take half a minute."""
NEEDS_RIGHTS = frozenset({"F001-unreadable", "F001-folder-unreadable"})


@pytest.mark.skipif(os.name == "nt", reason="pipes and links as on Unix")
@pytest.mark.parametrize("name", MADE)
def test_made(branch: Path, name: str) -> None:
    """A case made on the spot gives its faults, and the good record is still judged."""
    if name in NEEDS_RIGHTS and os.geteuid() == 0:
        pytest.skip("root may read everything")
    make, expected = MADE[name]
    make(branch)
    try:
        examine(branch, expected, judged=name not in UNJUDGED)
    finally:
        for path in branch.iterdir():
            if not path.is_symlink() and path.is_dir():
                path.chmod(0o700)


def test_gone_between_listing_and_reading(
    branch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that a share lost meanwhile is told of; the others are read."""
    found = [*gather.record_files(branch), ("x.yaml", branch / "x.yaml")]
    monkeypatch.setattr(gather, "record_files", lambda _: iter(found))
    examine(branch, [("F001", "x.yaml", 1, 1)])


def test_a_plan_of_a_thousand_items(tmp_path: Path) -> None:
    """All of one month, each about something else, and as many sittings: what compares
    each with each takes a minute."""
    items = [
        f"  - {{时段: 2018-09, 类型: 集体学习, 内容: 第{n}章}}\n" for n in range(1000)
    ]
    plan = "- 类型: 学习计划\n  日期: 2018-01-05\n  期间: 2018\n  条目:\n"
    days = [(n % 30 + 1, n // 30) for n in range(1000)]
    held = [
        f"- {{类型: 集体学习, 日期: 2018-09-{day:02}, 题目: 第{day}回{n}, "
        f"时间: '{7 + n // 4:02}:{n % 4 * 15:02}-{7 + n // 4:02}:{n % 4 * 15 + 9:02}'}}\n"
        for day, n in days
    ]
    profile = (
        "名称: 甲支部\n规则包: [nwupl-2018]\n党员:\n- {姓名: 林晨, 起: 2010-07-01}\n"
    )
    write(tmp_path, profile, "branch.yaml")
    write(tmp_path, plan + "".join(items + held))
    before = time.process_time()
    report = check_branch(tmp_path, Options(date(2018, 12, 31)))
    assert time.process_time() - before < SECONDS
    told = [one for one in report.verdicts if one.rule == "nwupl-2018/plan-carried-out"]
    assert len(told) == 1000


# ---------------------------------------------------------------- many branches


def test_one_broken_of_many(tmp_path: Path) -> None:
    """The others are judged as if it were not there, in the same order."""
    for number in range(12):
        shutil.copytree(BASE, tmp_path / f"{number:02}")
    alone = check(find_branches([tmp_path]), OPTIONS)
    write(tmp_path / "05", "- [" * 3000)
    write(tmp_path / "07", "\0", "branch.yaml")
    report = check(find_branches([tmp_path]), OPTIONS)
    assert [one.path for one in report.branches] == [one.path for one in alone.branches]
    for number, (one, other) in enumerate(
        zip(report.branches, alone.branches, strict=True)
    ):
        assert (one == other) is (number not in (5, 7))


def test_a_folder_without_records(tmp_path: Path) -> None:
    """No branch below: said so, instead of no findings."""
    write(tmp_path, STUDY)
    with pytest.raises(NothingToCheckError):
        find_branches([tmp_path])


# ---------------------------------------------------------------- nothing left out


def codes_in_source() -> set[str]:
    """The fault codes that the source writes down."""
    found: set[str] = set()
    source = Path(lxyz.__file__).parent
    for path in source.rglob("*.py"):
        if path.relative_to(source).parts[0] != "render":
            found.update(re.findall(r'"(F\d{3})"', path.read_text(encoding="utf-8")))
    return found


def codes_expected() -> set[str]:
    """The fault codes that some case expects."""
    stored = {code for name in CASES for code, *_ in expected_of(name)}
    made = {code for _, places in MADE.values() for code, *_ in places}
    return stored | made | ELSEWHERE


def test_every_code_has_a_case() -> None:
    """And no case expects a code that is not in the source any more."""
    assert codes_in_source() == codes_expected()


def test_every_case_is_whole() -> None:
    """A case has its expectation, which holds the code it is named after."""
    held = {path.stem if path.suffix else path.name for path in BAD.iterdir()}
    assert held - {"base", "README"} == set(CASES)
    for name in CASES:
        codes = {code for code, *_ in expected_of(name)}
        kind = name.partition("-")[0]
        assert kind in codes if kind != "good" else not codes, name
        assert (BAD / name).is_dir() or (BAD / f"{name}.yaml").is_file(), name
