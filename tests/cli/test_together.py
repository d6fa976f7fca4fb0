"""`lxyz plan` of a folder with several branches."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from lxyz.cli.commands import command_for
from lxyz.errors import UsageError
from lxyz.plan import Joint
from lxyz.render import Style
from lxyz.render.plan.joint import joint_gave

from ..plan.test_joint import ONE_DAY, A, B, C
from ..trial import pack_text

command_for([])
from lxyz.cli.commands import app  # noqa: E402 - its commands are added above

MONTHLY = "{when: {every: month}, count: {of: {kind: collective-study}}}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three branches, of which two share somebody."""
    home = tmp_path / "各支部"
    for name, profile in (("甲", A), ("乙", B), ("内/丙", C)):
        (home / name).mkdir(parents=True)
        (home / name / "branch.yaml").write_text(profile, "utf-8")
    return home


def ran(folder: Path, *words: object, code: int = 0, rule: str = MONTHLY) -> str:
    """What is printed."""
    pack = folder.parent / "trial-2016"
    pack.mkdir(exist_ok=True)
    (pack / "pack.yaml").write_text(pack_text(rule), "utf-8")
    said = ["plan", folder, "--as-of", "2016-01-04", "--pack", pack, *words]
    result = CliRunner().invoke(app, [*map(str, said)], env={"COLUMNS": "100"})
    if isinstance(result.exception, UsageError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.output


def test_a_page_for_each(folder: Path) -> None:
    """First whom they share, then the plans."""
    page = ran(folder)
    assert page.startswith("3 个支部一起排计划\n· 周 建国同时在乙支部、甲支部的名册上")
    for name in ("甲支部", "乙支部", "丙支部"):
        assert f"{name}  2016年计划" in page
    page = ran(folder, "--lang", "en")
    assert page.startswith(
        "3 branches, planned together\n· 周 建国 is on the rosters of"
    )
    (folder / "乙" / "branch.yaml").unlink()
    assert "没有人同时在两个支部的名册上" in ran(folder)
    assert "nobody is on two rosters" in ran(folder, "--lang", "en")


def test_a_file_for_each(folder: Path, tmp_path: Path) -> None:
    """Named after the folders; what is there is not written over."""
    out = tmp_path / "计划"
    ran(folder, "--output", out)
    assert sorted(one.name for one in out.iterdir()) == [
        "乙.yaml",
        "内-丙.yaml",
        "甲.yaml",
    ]
    before = (out / "甲.yaml").read_bytes()
    with pytest.raises(UsageError) as told:
        ran(folder, "--output", out)
    assert told.value.code == "E220"
    assert (out / "甲.yaml").read_bytes() == before
    ran(folder, "--output", tmp_path / "表", "--format", "markdown")
    assert (tmp_path / "表" / "甲.md").read_text("utf-8").startswith("# 甲支部")


def test_no_two_in_one_file(folder: Path, tmp_path: Path) -> None:
    """Folders whose names come to the same get a number; a name is printed safely."""
    names = ("内-丙", "内/x", "内/X", "乙\u202e")
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "branch.yaml").write_text(C, "utf-8")
    out = tmp_path / "计划"
    told = ran(folder, "--output", out)
    made = sorted(one.name for one in out.iterdir())
    assert len(made) == len({name.casefold() for name in made})
    assert made == sorted(
        [
            "乙.yaml",
            "甲.yaml",
            "乙\u202e.yaml",
            "内-丙.yaml",
            "内-丙-2.yaml",
            "内-X.yaml",
            "内-x-2.yaml",
        ]
    )
    assert "乙\\u{202E}.yaml" in told
    assert "\u202e" not in told


def test_what_is_not_whole_is_not_written(folder: Path, tmp_path: Path) -> None:
    """Only with --partial; and what gave way is told."""
    page = ran(folder, "-o", tmp_path / "a", code=1, rule=ONE_DAY)
    assert sorted(one.name for one in (tmp_path / "a").iterdir()) == [
        "乙.yaml",
        "内-丙.yaml",
    ]
    assert "计划办不到的" in page
    page = ran(folder, "-o", tmp_path / "b", "--partial", code=1, rule=ONE_DAY)
    assert "计划办不到的" in page
    assert len(list((tmp_path / "b").iterdir())) == 2
    assert "甲支部：2016年没有要排的，没有写文件" in page
    assert "为避开同一个人两处开会，让了路" in page
    assert "单独排办得到、一起排办不到：trial-2016/rule" in page
    page = ran(folder, "--lang", "en", code=1, rule=ONE_DAY)
    assert "met alone, but not together: trial-2016/rule" in page


def test_more_sittings_than_alone() -> None:
    """How many more is told."""
    one = Joint(Path(), None, None, (), 2)
    assert "比单独排多开 2 次" in joint_gave(one, Style())
    assert "2 sittings more than alone" in joint_gave(one, Style(lang="en"))


def test_what_cannot_be_planned(folder: Path) -> None:
    """It is told of, and the others are planned; where none can be, that is the end."""
    (folder / "甲" / "branch.yaml").write_text("名称: [\n", "utf-8")
    page = ran(folder, code=1)
    assert "E305" in page
    assert "乙支部  2016年计划" in page
    for name in ("乙", "内/丙"):
        (folder / name / "branch.yaml").write_text("名称: [\n", "utf-8")
    ran(folder, code=3)


def test_misuse(folder: Path, tmp_path: Path) -> None:
    """Formats that are files need a folder; what is for one branch is refused."""
    for words, code in (
        (("-f", "yaml"), "E250"),
        (("-f", "xml"), "E201"),
        (("--dry-run",), "E251"),
        (("--update", "x.yaml"), "E251"),
        (("--year", "2015"), "E221"),
    ):
        with pytest.raises(UsageError) as told:
            ran(folder, *words)
        assert told.value.code == code
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError) as told:
        ran(folder, "-o", tmp_path / "file" / "in")
    assert told.value.code == "E203"
