"""A new repository of a branch: it checks at once, and nothing of the user's is lost."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from lxyz.errors import PackError, UsageError
from lxyz.fleet.branch import Options, check_branch
from lxyz.packs.bind import described
from lxyz.packs.load import find_pack, load_pack, shipped
from lxyz.verdicts import Level
from lxyz.workshop.address import sourced
from lxyz.workshop.home import (
    CI,
    Home,
    Member,
    home_files,
    members_of,
    pack_named,
    write_home,
)

PEOPLE = (Member("王敏"), Member("陈静", "2014-11-20"), Member("胡斌"))
HOME = Home("第九党支部", ("bj-2016",), PEOPLE, 2026)


_NAMES = (("王敏", ""), ("陈静", ""), ("胡斌", ""), ("李娜", ""))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([], ()),
        (["", "  ", "\ufeff"], ()),
        (["王敏", "陈静 2014-11-20"], (("王敏", ""), ("陈静", "2014-11-20"))),
        (["王敏，2015年3月1日\t组织委员"], (("王敏", "2015-03-01"),)),
        (
            ["- 王敏、陈静", "· 胡斌", "王敏"],
            (("王敏", ""), ("陈静", ""), ("胡斌", "")),
        ),
        (["张 伟", "欧阳 明"], (("张伟", ""), ("欧阳", ""))),
        (["2014-11-20 王敏"], (("王敏", "2014-11-20"),)),
        (["序号\t姓名\t转入日期", "1\t王敏\t2014-11-20"], (("王敏", "2014-11-20"),)),
        (["1.王敏", "（2）陈静", "3 胡斌", "4李娜"], _NAMES),
        (["1、王敏", "2、 陈静；胡斌", "\u3000李娜"], _NAMES),
    ],
)
def test_pasted_lines(lines: list[str], found: tuple[tuple[str, str], ...]) -> None:
    """A name a line, or with 、 between; a day behind it; each name once."""
    people = members_of(lines)
    assert tuple((one.name, one.since) for one in people.members) == found
    assert people.twice == (("王敏",) if str(lines).count("王敏") > 1 else ())


@pytest.mark.parametrize(
    ("lines", "names", "left"),
    [
        (["王敏 2014-11-20"], "王敏", ()),
        (["王敏，", "陈静 "], "王敏 陈静", ()),
        (["张 伟"], "张伟", ()),
        (["欧阳 明"], "欧阳", ("明",)),
        (["王敏 2014-02-30", "陈静 2014-02-30"], "王敏 陈静", ("2014-02-30",)),
        (
            ["王敏（书记） 2014-11-20", "陈静(组织委员)"],
            "王敏 陈静",
            ("（书记）", "(组织委员)"),
        ),
        (["（2）王敏"], "王敏", ()),
        (["姓名 性别", "王敏 女"], "王敏", ("女",)),
    ],
)
def test_what_nothing_is_made_of(
    lines: list[str], names: str, left: tuple[str, ...]
) -> None:
    """It is told, so that no name is cut and no day lost in silence."""
    people = members_of(lines)
    assert " ".join(one.name for one in people.members) == names
    assert people.left == left


@pytest.mark.parametrize("pack", shipped())
@pytest.mark.parametrize(
    "people", [PEOPLE, (), PEOPLE[:1]], ids=["three", "none", "one"]
)
def test_it_checks_at_once(
    tmp_path: Path, pack: str, people: tuple[Member, ...]
) -> None:
    """No fault, and on the first days of the year nothing that fails a check but what
    a pack wants said in the profile, which no one can know for the branch."""
    home = HOME._replace(packs=(pack,), members=people)
    write_home(tmp_path, home_files(home))
    report = check_branch(tmp_path, Options(date(2026, 1, 2)))
    assert (report.error, report.faults) == (None, ())
    assert report.records == 0
    rules = described(load_pack(find_pack(pack)))
    due = {one.rule for one in report.verdicts if one.level is Level.ERROR}
    assert {rules[one].when for one in due} <= {"now"}
    assert pack != "bj-2016" or due == set()


def test_the_samples_are_sound_records(tmp_path: Path) -> None:
    """Copied beside the profile they are read without a fault, and count as held."""
    write_home(tmp_path, home_files(HOME))
    samples = sorted((tmp_path / ".样例").iterdir())
    (tmp_path / "2026").mkdir()
    for sample in samples:
        shutil.copy(sample, tmp_path / "2026")
    report = check_branch(tmp_path, Options(date(2026, 12, 31)))
    assert report.faults == ()
    assert report.records >= len(samples)
    assert {one.stem for one in samples} >= {"集体学习", "党课", "组织生活会", "豁免"}


def test_what_its_files_say(tmp_path: Path) -> None:
    """Names, the schema of the editor, the settings; every file is what it ends on."""
    home = HOME._replace(name='甲: "乙" #1', secretary="陈静", unit="机关 党委")
    write_home(tmp_path, home_files(home))
    profile = yaml.safe_load((tmp_path / "branch.yaml").read_text("utf-8"))
    assert profile["名称"] == home.name
    assert profile["上级党组织"] == "机关 党委"
    assert profile["支委会"][0]["姓名"] == "陈静"
    assert [(one["姓名"], str(one["起"])) for one in profile["党员"]] == [
        ("陈静", "2014-11-20"),
        ("王敏", "2026-01-01"),
        ("胡斌", "2026-01-01"),
    ]
    schema = json.loads((tmp_path / ".lxyz/branch.schema.json").read_text("utf-8"))
    text = (tmp_path / "branch.yaml").read_text("utf-8")
    loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    jsonschema.validate(loaded, schema)
    assert "yaml.schemas" in json.loads(
        (tmp_path / ".vscode/settings.json").read_text()
    )
    assert yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text("utf-8"))
    asked = json.loads((tmp_path / ".vscode/extensions.json").read_text())
    assert asked == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.mark.parametrize(
    ("ci", "file"),
    [
        ("github", ".github/workflows/lxyz.yml"),
        ("gitlab", ".gitlab-ci.yml"),
        ("none", ""),
    ],
)
def test_its_ci(ci: str, file: str) -> None:
    """That of the service asked for, and no other."""
    assert ci in CI
    files = home_files(HOME._replace(ci=ci))
    services = {".github/workflows/lxyz.yml", ".gitlab-ci.yml"} & set(files)
    assert services == ({file} if file else set())
    for one in services:
        assert "lxyz check ." in str(yaml.safe_load(files[one]))


def test_a_pack_that_is_none() -> None:
    """Told before anything is written."""
    with pytest.raises(PackError):
        home_files(HOME._replace(packs=("bj-2061",)))


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """What is there stays; where there is a branch, nothing is written at all."""
    (tmp_path / "README.md").write_text("ours")
    (tmp_path / ".gitlab-ci.yml").symlink_to(tmp_path / "nowhere")
    wrote, kept = write_home(tmp_path, home_files(HOME._replace(ci="gitlab")))
    assert sorted(kept) == [".gitlab-ci.yml", "README.md"]
    assert wrote[-1] == "branch.yaml"
    assert (tmp_path / "README.md").read_text() == "ours"
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    with pytest.raises(UsageError) as raised:
        write_home(tmp_path, home_files(HOME))
    assert raised.value.code == "E216"
    assert before == {
        one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()
    }


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "x").write_text("")
    with pytest.raises(UsageError) as raised:
        write_home(tmp_path / "x", home_files(HOME))
    assert raised.value.code == "E203"


def test_a_name_that_the_system_cannot_have(tmp_path: Path) -> None:
    """Nor can one that is all ASCII have `.样例`: it is said, and no defect of ours."""
    with pytest.raises(UsageError) as raised:
        write_home(tmp_path, {"\ud800/党课.yaml": ""})
    assert (raised.value.code, raised.value.values["why"]) == ("E203", "no-name")


def test_the_samples_name_their_schema(tmp_path: Path) -> None:
    """By a way that leads to it from where they lie, and from a folder of the year."""
    write_home(tmp_path, home_files(HOME))
    (tmp_path / "2026").mkdir()
    for sample in (tmp_path / ".样例").iterdir():
        way = sample.read_text("utf-8").partition("$schema=")[2].partition("\n")[0]
        for folder in (sample.parent, tmp_path / "2026"):
            assert (folder / way).resolve() == tmp_path / ".lxyz/record.schema.json"


def test_a_pack_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named by its way from where the program runs, written by that from the branch."""
    shutil.copytree(find_pack("bj-2016"), tmp_path / "包")
    monkeypatch.chdir(tmp_path)
    folder = Path("a/甲")
    assert pack_named("bj-2016", folder) == "bj-2016"
    name = pack_named("./包", folder)
    assert name == "../../包"
    write_home(folder, home_files(HOME._replace(packs=(name,)), folder))
    report = check_branch(folder, Options(date(2026, 1, 2)))
    assert [one.id for one in report.packs] == ["bj-2016"]
    assert report.faults == ()


def test_the_secretary_comes_first() -> None:
    """The one named, who may not be on the list; else the first; else a gap."""
    for secretary, found in (
        ("", ["王敏", "陈静", "胡斌"]),
        ("陈静", ["陈静", "王敏", "胡斌"]),
        ("李娜", ["李娜", "王敏", "陈静", "胡斌"]),
    ):
        home = HOME._replace(secretary=secretary)
        assert [one.name for one in home.roster()] == found
    assert [one.name for one in HOME._replace(members=()).roster()] == ["姓名"]


def test_begun_and_taken_up_again(tmp_path: Path) -> None:
    """Interrupted before the profile, the same command writes the rest."""
    files = home_files(HOME)
    write_home(tmp_path, {"README.md": files["README.md"]})
    wrote, kept = write_home(tmp_path, files)
    assert kept == ["README.md"]
    assert {*wrote, *kept} == set(files)


def test_a_wheel_lies_in_the_repository(tmp_path: Path) -> None:
    """CI installs it from there; its bytes are those of the file."""
    wheel = tmp_path / "lxyz-1-py3-none-any.whl"
    wheel.write_bytes(b"PK\x03\x04")
    files = home_files(HOME._replace(source=sourced(str(wheel)), ci="gitlab"))
    write_home(tmp_path / "x", files)
    assert (tmp_path / "x" / ".lxyz" / wheel.name).read_bytes() == b"PK\x03\x04"
    told = yaml.safe_load((tmp_path / "x" / ".gitlab-ci.yml").read_text("utf-8"))
    assert told["variables"]["LXYZ_INSTALL"] == f"./.lxyz/{wheel.name}"
    assert f'pip install "./.lxyz/{wheel.name}"' in str(files["README.md"])


def test_no_source_is_no_name() -> None:
    """What CI is not told it does not guess; without CI nothing is said of it."""
    files = home_files(HOME)
    assert 'LXYZ_INSTALL: ""\n' in str(files[".github/workflows/lxyz.yml"])
    assert "pip install git+https://…" in str(files["README.md"])
    assert "LXYZ_INSTALL" in str(files["README.md"])
    assert "LXYZ_INSTALL" not in str(home_files(HOME._replace(ci="none"))["README.md"])


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    """Found out while writing: said, and there is no branch yet."""
    (tmp_path / ".lxyz").write_text("ours")
    with pytest.raises(UsageError) as raised:
        write_home(tmp_path, home_files(HOME))
    found = (raised.value.code, raised.value.values["why"])
    assert found == ("E203", "no-folder")
    assert ".lxyz/" in raised.value.values["path"]
    assert not (tmp_path / "branch.yaml").exists()
