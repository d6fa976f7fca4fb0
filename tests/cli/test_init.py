"""`lxyz init`: by options, by questions, from a list; never over what is there."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lxyz.cli import asking, run, starting
from lxyz.packs.load import find_pack

NEW = ("init", "甲", "--pack", "bj-2016", "--year", "2026")


@pytest.fixture(autouse=True)
def _not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the tests came by lxyz."""
    monkeypatch.setattr("lxyz.workshop.address.installed_from", lambda: "")


def test_what_was_written_can_be_checked(call, tmp_path: Path) -> None:
    """What was written is said, and the next step; then it checks."""
    ended = call(*NEW, "--name", "第三党支部", "--member", "王敏", "--member", "陈静")
    assert (ended.code, ended.err) == (0, "")
    assert "branch.yaml" in ended.out
    assert "lxyz check 甲" in ended.out
    text = (tmp_path / "甲" / "branch.yaml").read_text("utf-8")
    assert "名称: 第三党支部" in text
    assert "{姓名: 陈静, 起: 2026-01-01}" in text
    assert call("check", "甲", "--as-of", "2026-01-02").code == 0


def test_without_a_terminal_nothing_is_asked(call, tmp_path: Path) -> None:
    """The folder's name, no members; but a pack must be named."""
    assert call(*NEW).code == 0
    assert "名称: 甲" in (tmp_path / "甲" / "branch.yaml").read_text("utf-8")
    ended = call("init", "乙")
    assert ended.code == 2
    assert "--pack bj-2016" in ended.err
    assert not (tmp_path / "乙").exists()


def test_the_second_time_nothing_is_written(call, tmp_path: Path) -> None:
    """The second time nothing is written; what was there before is named."""
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "README.md").write_text("ours")
    ended = call(*NEW, "--lang", "en")
    assert "left as they were: README.md" in ended.out
    assert call(*NEW).code == 2


@pytest.mark.parametrize("wrong", [("--ci", "jenkins"), ("--pack", "bj-2061")])
def test_where_it_cannot_be_nothing_is_written(
    call, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    """Nothing is written."""
    assert call(*NEW, *wrong).code == 2
    assert not (tmp_path / "甲").exists()


def test_a_list_of_members(call, tmp_path: Path) -> None:
    """One a line, from a file; one that cannot be read is told."""
    (tmp_path / "名单.txt").write_bytes("\ufeff王敏 2014-11-20\r\n陈静\r\n".encode())
    assert call(*NEW, "--members", "名单.txt").code == 0
    text = (tmp_path / "甲" / "branch.yaml").read_text("utf-8")
    assert "{姓名: 王敏, 起: 2014-11-20}" in text
    assert "{姓名: 王敏, 职务: 书记" in text
    for name, data in (("没有.txt", None), ("坏.txt", b"\xff\xff")):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        ended = call("init", "乙", "--pack", "bj-2016", "--members", name)
        assert ended.code == 2
        assert name in ended.err


def test_members_from_a_pipe(
    call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--members -`."""
    monkeypatch.setattr("sys.stdin", io.StringIO("王敏\n陈静\n"))
    assert call(*NEW, "--members", "-").code == 0
    assert "姓名: 陈静" in (tmp_path / "甲" / "branch.yaml").read_text("utf-8")


class Keyboard(io.StringIO):
    """A person who types."""

    def isatty(self) -> bool:
        """Somebody sits there."""
        return True


@pytest.fixture
def typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., None]:
    """A person at the terminal: what is typed, and after which lines more is waiting."""

    def typing(text: str, *waiting: bool) -> None:
        capsys.readouterr()
        more = iter(waiting)
        monkeypatch.setattr("sys.stdin", Keyboard(text))
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        monkeypatch.setattr(asking, "_more_comes", lambda: next(more))

    return typing


def test_lines_are_asked_for(
    typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """To the first empty one; the end of what is typed ends it, too."""
    typed("王敏\n陈静\n\n胡斌\n", False)
    assert asking.asked_lines("党员：") == ["王敏\n", "陈静\n"]
    assert capsys.readouterr().out == "党员：\n"
    typed("王敏")
    assert asking.asked_lines("党员：") == ["王敏"]


def test_pasted_lines_are_read_to_their_end(typed: Callable[..., None]) -> None:
    """An empty line behind which more is waiting ends nothing: the rest would become
    commands of the shell."""
    typed("\n王敏\n\n \n陈静\n\n胡斌\n", True, True, True, False)
    assert asking.asked_lines("党员：") == ["王敏\n", "陈静\n"]


def test_whether_more_is_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked of the system; where it cannot be asked, no."""
    ends = os.pipe()
    with open(ends[0]) as reader, open(ends[1], "w") as writer:  # noqa: PTH123 - pipes
        monkeypatch.setattr("sys.stdin", reader)
        monkeypatch.setattr(asking, "_PAUSE", 0)
        assert not asking._more_comes()
        writer.write("陈静\n")
        writer.flush()
        assert asking._more_comes()
    assert not asking._more_comes()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            ["规则包（要几个", "找不到规则包“bj-2061”", "用哪个规则包", "党员，一行"],
        ),
        ("en", ["rule packs (several", "bj-2061", "which rule pack?", "members, one"]),
    ],
)
def test_what_cannot_be_used_is_asked_for_again(
    typed: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    lang: str,
    said: list[str],
) -> None:
    """A pack there is not, or none, is asked for again; then the members."""
    answers = iter(["第三党支部", "bj-2061", " ", "bj-2016, cas-2016"])
    monkeypatch.setattr(asking, "asked", lambda *_: next(answers))
    monkeypatch.setattr(starting, "asked", lambda *_: next(answers))
    monkeypatch.chdir(tmp_path)
    typed("王敏 2014-11-20\n陈静\n王敏\n\n", False)
    with pytest.raises(SystemExit) as ended:
        run(["init", "甲", "--lang", lang])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    for one in said:
        assert one in out
    assert ("写了两次" if lang == "zh" else "named twice") in out
    text = (tmp_path / "甲" / "branch.yaml").read_text("utf-8")
    assert "规则包: bj-2016、cas-2016\n" in text
    assert "名称: 第三党支部\n" in text


def test_nothing_is_asked_where_nothing_can_be_written(
    typed: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A branch is there; or the folder is a file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(starting, "asked", lambda *_: pytest.fail("asked"))
    (tmp_path / "branch.yaml").touch()
    (tmp_path / "乙").touch()
    for folder in (".", "乙"):
        typed("")
        with pytest.raises(SystemExit) as ended:
            run(["init", folder])
        assert ended.value.code == 2


def test_many_members(call, tmp_path: Path) -> None:
    """Some are named, all are counted."""
    people = [f"党员{one}" for one in "甲乙丙丁戊己庚辛壬"]
    (tmp_path / "名单.txt").write_text("\n".join(people), "utf-8")
    ended = call(*NEW, "--members", "名单.txt")
    assert "名册 9 人，书记在前：党员甲、" in ended.out
    assert "等" in ended.out
    assert "党员壬" not in ended.out
    ended = call("init", "乙", *NEW[2:], "--members", "名单.txt", "--lang", "en")
    assert "9 on the roster" in ended.out
    assert "and others" in ended.out


def test_a_pack_that_is_a_folder(call, tmp_path: Path) -> None:
    """Beside the new branch: written as it is found from there."""
    shutil.copytree(find_pack("bj-2016"), tmp_path / "包")
    assert call("init", "支部/甲", "--pack", "./包").code == 0
    text = (tmp_path / "支部" / "甲" / "branch.yaml").read_text("utf-8")
    assert '规则包: "../../包"\n' in text
    assert call("check", "支部/甲", "--as-of", "2026-01-02").code in (0, 1)


def test_from_where_ci_installs_lxyz(call, tmp_path: Path) -> None:
    """It is said, and in which file; where nothing is known, what to write there."""
    ended = call(*NEW)
    assert "在 .github/workflows/lxyz.yml 里写 LXYZ_INSTALL" in ended.out
    ended = call("init", "乙", *NEW[2:], "--source", "lxyz==1.0", "--ci", "gitlab")
    assert "CI 从 lxyz==1.0 装 lxyz，不对就改 .gitlab-ci.yml 里的" in ended.out
    text = (tmp_path / "乙" / ".gitlab-ci.yml").read_text("utf-8")
    assert 'LXYZ_INSTALL: "lxyz==1.0"\n' in text
    assert "LXYZ_INSTALL" not in call("init", "丙", *NEW[2:], "--ci", "none").out
    assert call("init", "丁", *NEW[2:], "--source", "no.whl").code == 2
    assert not (tmp_path / "丁").exists()
    ended = call("init", "戊", *NEW[2:], "--lang", "en")
    said = " ".join(ended.out.split())
    assert "write LXYZ_INSTALL into .github/workflows/lxyz.yml" in said
    ended = call("init", "己", *NEW[2:], "--lang", "en", "--source", "lxyz==1.0")
    assert "CI installs lxyz from lxyz==1.0" in ended.out


def test_months_that_are_over(call) -> None:
    """A year that has begun has old sores, one that is to come has none."""
    past, to_come = ("--year", "2001"), ("--year", "2199")
    assert "lxyz baseline 乙" in call("init", "乙", "-p", "bj-2016", *past).out
    assert "baseline" not in call("init", "丙", "-p", "bj-2016", *to_come).out
    ended = call("init", "a b", "-p", "bj-2016", *past, "--lang", "en")
    assert 'lxyz baseline "a b"' in ended.out


def test_inside_a_repository(call, tmp_path: Path) -> None:
    """A service reads the top of a repository: said where the folder is not it."""
    (tmp_path / ".git").mkdir()
    assert f"在仓库{tmp_path}里面" in "".join(call(*NEW).out.split())
    assert "the repository" in call("init", "乙", *NEW[2:], "--lang", "en").out
    (tmp_path / "丙" / ".git").mkdir(parents=True)
    assert "仓库" not in call("init", "丙", *NEW[2:]).out


def test_questions_where_nobody_sits() -> None:
    """The default is taken, whatever it is worth."""
    assert asking.asked_for("规则包", lambda text: (text,), "zh") == ("",)
    assert asking.asked_lines("党员") == []


@pytest.mark.parametrize(
    ("lang", "told"),
    [("zh", "名单里没有用上的：女、2014-02-30"), ("en", "not used of the list: 女")],
)
def test_words_of_the_roster_that_are_of_no_use(call, lang: str, told: str) -> None:
    """They are told: a day that there is none of may be meant otherwise."""
    members = ("--member", "王敏 女", "--member", "陈静 2014-02-30")
    ended = call("init", "甲", "--pack", "bj-2016", *members, "--lang", lang)
    assert (ended.code, told in ended.out) == (0, True), ended


def test_a_folder_whose_name_is_no_text(call, tmp_path: Path) -> None:
    """What no file can hold is a question mark; the branch can be checked."""
    name = os.fsdecode(b"\xff")
    try:
        (tmp_path / name).mkdir()
    except (OSError, UnicodeError):
        pytest.skip("NO SUCH NAMES HERE: no branch was made")
    assert call("init", name, *NEW[2:]).code == 0
    assert '名称: "?"' in (tmp_path / name / "branch.yaml").read_text("utf-8")
    assert call("check", name, "--as-of", "2026-01-02").code == 0
