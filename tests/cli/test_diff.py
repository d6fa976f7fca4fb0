"""`lxyz diff`, and what `lxyz check --since` says: with real repositories."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from markdown_it import MarkdownIt

from lxyz.files.find import branches
from lxyz.render.page.jsontext import json_schema

from ..render.readers import READERS, commands
from .conftest import Call, Ended

GIT = shutil.which("git") or ""
pytestmark = pytest.mark.skipif(
    not GIT, reason="NO GIT HERE: commits were not compared"
)
SCHEMA = jsonschema.Draft202012Validator(json_schema("diff"))
END = ("--as-of", "2017-02-01")
LECTURE = "类型: 党课\n日期: 2016-06-24\n发言: {主讲: 王敏}\n出席情况: 全体\n"
STUDY = "类型: 集体学习\n日期: 2016-05-20\n出席情况: 全体\n"
SLIP = LECTURE.replace("日期: ", "日期：")


def git(folder: Path, *words: str) -> str:
    """Runs git in a folder, with the settings of nobody."""
    done = subprocess.run(
        [GIT, "-c", "user.name=x", "-c", "user.email=x@example.org", *words],
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def commit(folder: Path) -> None:
    """All that is there, as a commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "--allow-empty", "-m", "x")


@pytest.fixture
def repo(clean_branch: Path) -> Path:
    """A repository with a branch that held its lecture, and studied, as a commit."""
    root = clean_branch.parent
    (root / "支部").mkdir()
    clean_branch.rename(root / "支部" / "第一支部")
    profile = root / "支部" / "第一支部" / "branch.yaml"
    profile.write_text(profile.read_text("utf-8").replace("../", "../../"), "utf-8")
    (profile.parent / "学习.yaml").write_text(STUDY, "utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


@pytest.fixture
def diff(call: Call, repo: Path) -> Callable[..., Ended]:
    """Runs `lxyz diff` in the repository, after the year."""

    def running(*words: str | Path, cwd: Path = repo) -> Ended:
        return call("diff", *words, *END, cwd=cwd)

    return running


def branch(repo: Path) -> Path:
    """The folder of the branch."""
    return repo / "支部" / "第一支部"


def value(ended: Ended) -> dict[str, list[str]]:
    """The kinds of change by branch, of a diff as JSON that is valid."""
    data = json.loads(ended.out)
    SCHEMA.validate(data)
    return {
        one["path"]: [change["how"] for change in one["changes"]]
        for one in data["branches"]
    }


# ---------------------------------------------------------------- what is compared


def test_nothing_has_changed(diff: Callable[..., Ended], repo: Path) -> None:
    """Of a commit and the files as they are; of a commit and itself."""
    ended = diff("HEAD")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("没有变化。\n")
    assert diff("HEAD", "main").out.endswith("没有变化。\n")
    assert "Nothing has changed.\n" in diff("HEAD", "--lang", "en").out
    assert git(repo, "status", "--porcelain") == ""


def test_a_record_that_was_deleted(diff: Callable[..., Ended], repo: Path) -> None:
    """Its duty is newly missed; the other way about it is mended."""
    (branch(repo) / "党课.yaml").unlink()
    ended = diff("HEAD")
    assert ended.code == 1
    assert "× 每年一次党课：没有“党课”记录" in ended.out
    assert value(diff("HEAD", "-f", "json")) == {"支部/第一支部": ["missed"]}
    commit(repo)
    back = diff("HEAD", "HEAD~1", "-f", "json")
    assert (back.code, value(back)) == (0, {"支部/第一支部": ["mended"]})
    shown = diff("HEAD", "HEAD~1").out
    assert "√ 每年一次党课：已办" in shown


def test_a_range_as_git_has_it(diff: Callable[..., Ended], repo: Path) -> None:
    """Two dots are the two ends, three begin where they part; a side left out is HEAD,
    days have ranges, too, and a path with dots is none."""
    git(repo, "switch", "-qc", "topic")
    commit(repo)
    git(repo, "switch", "-q", "main")
    (branch(repo) / "党课.yaml").unlink()
    commit(repo)
    git(repo, "switch", "-q", "topic")
    gone = {"支部/第一支部": ["missed"]}
    back = {"支部/第一支部": ["mended"]}
    same: dict[str, list[str]] = {"支部/第一支部": []}
    ranges = {
        "topic..main": gone,
        "..main": gone,
        "main..": back,
        "main...HEAD": same,
        "topic...main": gone,
        "main...": same,
    }
    for text, changes in ranges.items():
        assert value(diff(text, "-f", "json", "--show", "all")) == changes, text
    told = diff("2016-06-30..2016-09-30")
    assert told.code == 2
    assert "OLD 和 NEW 自己都定了" in told.err
    for text in ("../old.json", "支部/../old.json", ".."):
        assert diff(text).code == 2, text
        assert text in diff(text).err, text


def test_only_the_commit_is_read(diff: Callable[..., Ended], repo: Path) -> None:
    """Neither what is staged nor what lies about."""
    (branch(repo) / "党课.yaml").write_text(SLIP, "utf-8")
    git(repo, "add", "--all")
    (branch(repo) / "党课.yaml").unlink()
    before = git(repo, "status", "--porcelain=v2")
    assert diff("HEAD", "HEAD").code == 0
    assert git(repo, "status", "--porcelain=v2") == before


def test_two_days(call: Call, repo: Path) -> None:
    """The same files, judged on two days; a day that is not today is said."""
    (branch(repo) / "党课.yaml").unlink()
    ended = call("diff", "2016-12-31", "2017-01-01", "--year", "2016", cwd=repo)
    assert ended.code == 1
    assert ended.out.startswith("从 2016-12-31 到 2017-01-01（不是今天）\n")
    assert "新错过（1 件）" in ended.out
    today = call("diff", "2016-12-30", "--year", "2016", cwd=repo).out
    assert "从 2016-12-30 到现在的文件（截至 " in today.replace("\n", "")
    near = call("diff", "2016-11-30", "2016-12-01", "-f", "json", cwd=repo)
    assert value(near) == {"支部/第一支部": ["due"]}


def test_two_reports(call: Call, repo: Path) -> None:
    """Without git, and without the files."""
    for name in ("old", "new"):
        call("check", "支部", *END, "-o", f"{name}.json", cwd=repo)
        (branch(repo) / "党课.yaml").unlink(missing_ok=True)
    shutil.rmtree(repo / "支部")
    shutil.rmtree(repo / ".git")
    ended = call("diff", "old.json", "new.json", cwd=repo)
    assert ended.code == 1
    assert ended.out.startswith("从报告 old.json 到报告 new.json，截至 2017-02-01")
    assert "新错过（1 件）" in ended.out


def test_a_report_and_the_files(call: Call, repo: Path) -> None:
    """Whatever the file is called; an old commit beside a report has its day."""
    call("check", "支部", *END, "-f", "json", "-o", "old", cwd=repo)
    (branch(repo) / "党课.yaml").unlink()
    ended = call("diff", "old", *END, "-f", "json", cwd=repo)
    assert value(ended) == {"支部/第一支部": ["missed"]}
    beside = call("diff", "HEAD", "old", "-f", "json", cwd=repo)
    assert json.loads(beside.out)["old"]["as_of"] == "2017-02-01"
    assert value(beside) == {"支部/第一支部": []}


def test_a_new_fault(diff: Callable[..., Ended], repo: Path) -> None:
    """With its place and remedy; mended, it is told in a line."""
    (branch(repo) / "党课.yaml").write_text(SLIP, "utf-8")
    ended = diff("HEAD")
    assert ended.code == 1
    assert "× 党课.yaml:2:3 F101" in ended.out
    commit(repo)
    back = diff("HEAD", "HEAD~1")
    assert back.code == 0
    assert "改好的记录（1 件）" in back.out


def test_a_year_whose_records_are_gone(call: Call, repo: Path) -> None:
    """Is the one that is compared, whatever year would be checked now; beside a check,
    the year of the check."""
    call("check", "支部", *END, "-o", "old.json", cwd=repo)
    for name in ("党课.yaml", "学习.yaml"):
        (branch(repo) / name).unlink()
    ended = call("diff", "HEAD", *END, cwd=repo)
    assert ended.code == 1
    assert "2016年度" in ended.out
    assert "新错过（1 件）" in ended.out
    words = ("check", "支部", *END, "-f", "markdown", "--since")
    assert "没有变化。" in call(*words, "HEAD", cwd=repo).out
    call("check", "支部", *END, "-o", "new.json", cwd=repo)
    ended = call("diff", "HEAD", "new.json", cwd=repo)
    assert (ended.code, ended.out.endswith("没有变化。\n")) == (0, True)
    ended = call("diff", "old.json", "new.json", cwd=repo)
    assert "* 年度不同：2016 → 2017" in ended.out


# ---------------------------------------------------------------- which branches


def test_a_branch_that_is_new_gone_or_moved(
    diff: Callable[..., Ended], repo: Path
) -> None:
    """Each is told of; a folder that was renamed is the same branch."""
    shutil.copytree(branch(repo), repo / "支部" / "第二支部")
    profile = repo / "支部" / "第二支部" / "branch.yaml"
    profile.write_text(profile.read_text("utf-8").replace("第一", "第二"), "utf-8")
    ended = diff("HEAD")
    assert ended.code == 0
    assert "* 新的支部" in ended.out
    assert "2 个支部：0 个有变差的，1 个没有变化" in ended.out
    commit(repo)
    back = diff("HEAD", "HEAD~1")
    assert back.code == 0
    assert "第二党支部  支部/第二支部  2016年度\n* 这个支部没有了" in back.out
    assert value(diff("HEAD", "HEAD~1", "-f", "json"))["支部/第二支部"] == ["went"]
    (repo / "支部" / "第一支部").rename(repo / "支部" / "一")
    moved = json.loads(diff("HEAD", "-f", "json").out)["branches"]
    assert [(one["path"], one["is"]) for one in moved] == [
        ("支部/一", "both"),
        ("支部/第二支部", "both"),
    ]
    assert moved[0]["old"]["path"] == "支部/第一支部"


def test_a_branch_that_was_renamed(diff: Callable[..., Ended], repo: Path) -> None:
    """In its folder it is the same."""
    profile = branch(repo) / "branch.yaml"
    profile.write_text(profile.read_text("utf-8").replace("第一", "机关第一"), "utf-8")
    ended = diff("HEAD")
    assert "* 原名 第一党支部" in ended.out
    assert ended.code == 0


def test_the_paths_that_are_asked_about(diff: Callable[..., Ended], repo: Path) -> None:
    """Named from wherever one stands; a folder that is there no more, too."""
    shutil.copytree(branch(repo), repo / "二")
    profile = repo / "二" / "branch.yaml"
    profile.write_text(profile.read_text("utf-8").replace("../../", "../"), "utf-8")
    commit(repo)
    shutil.rmtree(branch(repo))
    gone = diff("HEAD", "--path", "支部", "-f", "json")
    assert value(gone) == {"支部/第一支部": ["went"]}
    assert value(diff("HEAD", "--path", "二", "-f", "json")) == {"二": []}
    inside = diff("HEAD", "--path", "../二", "-f", "json", cwd=repo / "支部")
    assert list(value(inside)) == ["../二"]
    found = diff("HEAD", "HEAD", "--path", repo / "二", "-f", "json", cwd=repo / "支部")
    assert list(value(found)) == [str(repo / "二")]


def test_a_stored_report_of_more_branches(call: Call, repo: Path) -> None:
    """Where folders are named, no other is gone."""
    shutil.copytree(branch(repo), repo / "支部" / "第二支部")
    call("check", ".", *END, "-o", "old.json", cwd=repo)
    words = ("diff", "old.json", *END, "-f", "json", "--path")
    only = call(*words, "支部/第一支部", cwd=repo)
    assert value(only) == {"支部/第一支部": []}
    back = ("diff", "HEAD", "old.json", "-f", "json", "--path", "支部/第一支部")
    assert value(call(*back, cwd=repo)) == {"支部/第一支部": []}
    shutil.rmtree(branch(repo))
    assert value(call(*words, "支部", cwd=repo)) == {
        "支部/第二支部": [],
        "支部/第一支部": ["went"],
    }


def test_many_branches_are_a_list(diff: Callable[..., Ended], repo: Path) -> None:
    """Up to five are told in full; of more how much changed in each, the worst first."""
    for number in range(6):
        folder = repo / "支部" / f"b{number}"
        shutil.copytree(branch(repo), folder)
        profile = folder / "branch.yaml"
        profile.write_text(
            profile.read_text("utf-8").replace("第一", f"第{number}"), "utf-8"
        )
    commit(repo)
    for folder in list(branches(repo))[1:]:
        (folder / "党课.yaml").unlink()
    (branch(repo) / "党课.yaml").write_text(SLIP, "utf-8")
    ended = diff("HEAD", "--jobs", "2")
    assert ended.code == 1
    assert "7 个支部：6 个有变差的，1 个没有变化" in ended.out
    assert (
        "× 第一党支部  支部/第一支部\n    变差 2 件（新写错的记录 1、新错过 1）"
        in ended.out
    )
    assert "每年一次党课" not in ended.out
    assert "看细节" in ended.out
    assert "每年一次党课" in diff("HEAD", "--show", "all").out


# ---------------------------------------------------------------- packs


def test_a_pack_of_the_repository_is_that_of_the_commit(
    diff: Callable[..., Ended], repo: Path
) -> None:
    """Its rules then; what is asked now and was not is told as such."""
    pack = repo / "tiny-pack" / "pack.yaml"
    rule = (
        "- {id: help, title: 志愿服务, title_en: Help, covers: [tiny-02], modality: must,"
        " for: branch, count: {of: {kind: volunteer-service}}}\n"
    )
    pack.write_text(pack.read_text("utf-8").replace('"1.0"', '"2.0"') + rule, "utf-8")
    ended = diff("HEAD")
    assert ended.code == 1
    assert "* 规则包换版：tiny 1.0 → 2.0" in ended.out
    assert "志愿服务：没有“志愿服务”记录" in ended.out
    assert "规则改了" in ended.out


def test_a_pack_that_is_named_otherwise(diff: Callable[..., Ended], repo: Path) -> None:
    """From the working directory, absolutely, outside the repository; and one that was
    not there is told of without the folder of the copy."""
    profile = branch(repo) / "branch.yaml"
    text = profile.read_text("utf-8")
    outside = repo.parent / "outside pack"
    shutil.copytree(repo / "tiny-pack", outside)
    for name in ("tiny-pack", str(outside), "../../../outside pack"):
        profile.write_text(text.replace("../../tiny-pack", f'"{name}"'), "utf-8")
        commit(repo)
        ended = diff("HEAD", "HEAD", "-f", "json")
        assert (ended.code, value(ended)) == (0, {"支部/第一支部": []}), name
    shutil.rmtree(outside)
    profile.write_text(text.replace("../../tiny-pack", "../nosuch"), "utf-8")
    commit(repo)
    profile.write_text(text, "utf-8")
    back = diff("HEAD", "HEAD", "-f", "json")
    assert (back.code, value(back)) == (2, {"支部/第一支部": []})
    ended = diff("HEAD~1", "HEAD")
    assert ended.code == 2
    assert "lxyz-" not in ended.out
    now = diff("HEAD")
    assert (now.code, "能检查了" in now.out) == (0, True)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
@pytest.mark.parametrize("asked", ["SIGTERM", "SIGHUP"])
def test_who_is_asked_to_end_leaves_no_copy(
    diff: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    """The records of a commit, with all names, lie in a folder that others may read."""
    laid: list[Path] = []

    def lay_out(_commit: object, _paths: object, into: Path) -> None:
        (into / "党费.yaml").write_text("", "utf-8")
        laid.append(into)
        signal.raise_signal(getattr(signal, asked))

    monkeypatch.setattr("lxyz.files.history.lay_out", lay_out)
    assert diff("HEAD").code == 130
    assert [one.exists() for one in laid] == [False]


def test_packs_of_the_command_line(diff: Callable[..., Ended], repo: Path) -> None:
    """Of both sides; from outside the repository, too."""
    (branch(repo) / "党课.yaml").unlink()
    words = ("HEAD", "--path", "支部", "--pack", "bj-2016", "-f", "json")
    assert any(
        "bj-2016" in str(one) for one in json.loads(diff(*words).out)["branches"]
    )
    elsewhere = repo.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    ended = diff("HEAD", "--path", repo, "--pack", "../nosuch", cwd=elsewhere)
    assert ended.code == 2


def test_files_that_git_left_out(
    call: Call, diff: Callable[..., Ended], repo: Path
) -> None:
    """In a sparse checkout they only seem to be gone, and that is said: beside a commit,
    not where two are compared."""
    assert diff("HEAD").err == ""
    git(repo, "sparse-checkout", "set", "--no-cone", "/*", "!/支部/第一支部/党课.yaml")
    ended = diff("HEAD")
    assert "没有“党课”记录" in ended.out
    assert ended.err.startswith("这里是稀疏检出")
    assert diff("HEAD", "HEAD").err == ""
    checked = ("-f", "github", "--since", "HEAD", "--lang", "en")
    told = call("check", "支部", *END, *checked, cwd=repo)
    assert told.err.startswith("this is a sparse checkout")
    git(repo, "sparse-checkout", "disable")
    assert diff("HEAD").err == ""


# ---------------------------------------------------------------- how it ends


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nosuch",), 2, "“nosuch”不是提交"),
        (("mian",), 2, "是否 main？"),
        (("支部",), 2, "--path 支部"),
        (("no.json",), 2, "读不了报告 no.json"),
        (("bad.json",), 2, "bad.json:1:1 不是 JSON"),
        (("bad",), 2, "bad:1:1 不是 JSON"),
        (("HEAD", "--path", "tiny-pack"), 3, "tiny-pack 里没有支部"),
        (("HEAD", "--path", "支部/第一支部/党课.yaml"), 3, "是一个文件"),
        (("HEAD", "HEAD", "--path", "新"), 3, "新 里没有支部"),
        (("HEAD", "--format", "html"), 2, "--format 不能是“html”"),
        (("HEAD", "--fail-on", "x"), 2, "--fail-on 不能是“x”"),
        (("HEAD", "--show", "x"), 2, "--show 不能是“x”"),
        (("2016-01-01", "2016-02-01"), 2, "--as-of 没有用处"),
        (("x" * 5_000,), 2, "不是提交"),
        (("a\0b",), 2, "不是提交"),
    ],
)
def test_what_cannot_be_compared(
    diff: Callable[..., Ended], repo: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """A sentence, and the code of its kind."""
    (repo / "新").mkdir()
    (repo / "新" / "branch.yaml").write_text("a: 1\n")
    (repo / "bad.json").write_text("x")
    (repo / "bad").write_text("x")
    ended = diff(*words)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err


def test_two_reports_settle_all(call: Call, repo: Path) -> None:
    """Options that would choose otherwise are refused; so is taking names out."""
    call("check", "支部", *END, "-o", "a.json", cwd=repo)
    for words in (("--path", "支部"), ("--year", "2016"), ("--pack", "bj-2016"), END):
        ended = call("diff", "a.json", "a.json", *words, cwd=repo)
        assert (ended.code, words[0] in ended.err) == (2, True)
    ended = call("diff", "a.json", "--redact", cwd=repo)
    assert (ended.code, "--redact" in ended.err) == (2, True)


def test_without_git_reports_can_be_compared(
    call: Call, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit cannot, and that is said."""
    call("check", "支部", *END, "-o", "a.json", cwd=repo)
    monkeypatch.setenv("PATH", str(repo))
    assert call("diff", "a.json", "a.json", cwd=repo).code == 0
    ended = call("diff", "HEAD", cwd=repo)
    assert (ended.code, "和提交比要用 git" in ended.err) == (2, True)


def test_a_folder_that_cannot_be_listed(
    diff: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is told of."""

    def refused(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("lxyz.files.branches", refused)
    ended = diff("HEAD")
    assert (ended.code, "没有权限" in ended.err) == (3, True), ended


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("must", 1), ("should", 1), ("overdue", 0), ("fault", 0), ("never", 0)],
)
def test_the_threshold(
    diff: Callable[..., Ended], repo: Path, fail_on: str, code: int
) -> None:
    """What got worse, not what was so before."""
    (branch(repo) / "党课.yaml").unlink()
    assert diff("HEAD", "--fail-on", fail_on).code == code
    commit(repo)
    assert diff("HEAD", "--fail-on", fail_on).code == 0


def test_waivers_can_be_passed_over(diff: Callable[..., Ended], repo: Path) -> None:
    """What a baseline accepts since is excused, and no news without it."""
    (branch(repo) / "党课.yaml").unlink()
    commit(repo)
    folder = branch(repo) / ".lxyz"
    folder.mkdir()
    item = '{"id": "tiny/lecture|branch:第一党支部|2016|", "have": "0"}'
    (folder / "baseline.json").write_text(
        f'{{"schema": "lxyz.baseline/1", "accepted": [{item}]}}', "utf-8"
    )
    assert value(diff("HEAD", "-f", "json")) == {"支部/第一支部": ["excused"]}
    assert value(diff("HEAD", "-f", "json", "--no-waivers")) == {"支部/第一支部": []}
    commit(repo)
    assert value(diff("HEAD~1", "HEAD", "-f", "json")) == {"支部/第一支部": ["excused"]}


def test_names_of_people_can_be_taken_out(
    diff: Callable[..., Ended], repo: Path
) -> None:
    """Of both sides, with the same pseudonyms."""
    record = branch(repo) / "学习.yaml"
    record.write_text(f"{STUDY}主持人：李国强\n", "utf-8")
    for form in ("text", "json", "markdown"):
        out = diff("HEAD", "-f", form).out
        assert "李国强" in out
        out = diff("HEAD", "-f", form, "--redact").out
        assert "李国强" not in out
        assert "王敏" not in out


def test_nothing_that_could_be_compared(diff: Callable[..., Ended], repo: Path) -> None:
    """A branch that is as unusable as before is not one in which nothing changed; beside
    one that can be compared it is told of."""
    home = repo / "支部" / "第一支部"
    other = shutil.copytree(home, repo / "支部" / "第二支部")
    (home / "branch.yaml").write_text("名称：坏\n", "utf-8")
    commit(repo)
    ended = diff("HEAD")
    assert (ended.code, "branch.yaml 用不了" in ended.out) == (0, True)
    shutil.rmtree(other)
    ended = diff("HEAD")
    assert (ended.code, "branch.yaml 用不了" in ended.out) == (3, True)
    assert diff("HEAD~1").code == 1


def test_what_lxyz_itself_breaks_is_told(
    diff: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect ends in a line, not in a trace."""
    calls: list[int] = []

    def once(*_: object) -> list[str]:
        calls.append(1)
        if len(calls) == 1:
            raise ZeroDivisionError
        return []

    monkeypatch.setattr("lxyz.render.diff.text.standing_words", once)
    ended = diff("HEAD")
    assert ended.code == 70
    assert "ZeroDivisionError" in ended.out


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("a.json", lambda text: SCHEMA.validate(json.loads(text))),
        ("a.md", lambda text: MarkdownIt().parse(text)),
        ("a.txt", lambda text: text.index("每年一次党课")),
    ],
)
def test_files_by_their_endings(
    diff: Callable[..., Ended], repo: Path, name: str, read: Callable[[str], object]
) -> None:
    """Nothing on the screen."""
    (branch(repo) / "党课.yaml").unlink()
    ended = diff("HEAD", "-o", name)
    assert (ended.code, ended.out, ended.err) == (1, "", "")
    read((repo / name).read_text("utf-8"))


# ---------------------------------------------------------------- check --since


def test_annotations_say_what_is_new(call: Call, repo: Path) -> None:
    """What was so before is told after what is new, without the word."""
    (branch(repo) / "党课.yaml").unlink()
    (branch(repo) / "旧.yaml").write_text(SLIP.replace("24", "23"), "utf-8")
    commit(repo)
    (branch(repo) / "新.yaml").write_text(SLIP, "utf-8")
    words = ("check", "支部", *END, "-f", "github", "--since")
    ended = call(*words, "HEAD", cwd=repo)
    READERS["github"](ended.out)
    errors = [one for one in commands(ended.out) if one.name == "error"]
    assert [one.properties["title"] for one in errors] == [
        "新增：F101",
        "F101",
        "每年一次党课",
    ]
    told = [one.data for one in commands(ended.out) if one.name == "notice"][1]
    assert "（HEAD）到现在的文件" in told
    assert told.endswith("\n第一党支部：变差 1 件（新写错的记录 1）")
    first = call(*words, "HEAD~1", "--lang", "en", cwd=repo)
    titles = [
        one.properties["title"] for one in commands(first.out) if one.name == "error"
    ]
    assert titles == ["New: F101", "New: F101", "New: A lecture a year"]
    assert ended.code == first.code == 1


def test_annotations_say_that_nothing_is_new(call: Call, repo: Path) -> None:
    """And which branch is gone."""
    ended = call("check", "支部", *END, "-f", "github", "--since", "HEAD", cwd=repo)
    assert ended.code == 0
    told = [one.data for one in commands(ended.out) if one.name == "notice"]
    assert told[1].endswith("\n没有变化")
    shutil.copytree(branch(repo), repo / "支部" / "第二支部")
    shutil.rmtree(branch(repo))
    profile = repo / "支部" / "第二支部" / "branch.yaml"
    profile.write_text(profile.read_text("utf-8").replace("第一", "第二"), "utf-8")
    ended = call("check", "支部", *END, "-f", "github", "--since", "HEAD", cwd=repo)
    told = [one.data for one in commands(ended.out) if one.name == "notice"]
    assert told[1].endswith("\n第二党支部：新的支部\n第一党支部：这个支部没有了")


def test_a_summary_begins_with_what_changed(call: Call, repo: Path) -> None:
    """Before all else; of a report, too; and a branch that is gone is told of."""
    call("check", "支部", *END, "-o", "old.json", cwd=repo)
    (branch(repo) / "党课.yaml").unlink()
    for since in ("HEAD", "old.json"):
        words = ("check", "支部", *END, "-f", "markdown", "--since", since)
        text = call(*words, cwd=repo).out
        READERS["markdown"](text)
        heads = [line for line in text.splitlines() if line.startswith("#")]
        assert heads[:4] == [
            "# lxyz 截至 2017-02-01（不是今天）",
            "## 这次改了什么",
            "### 第一党支部",
            "## 第一党支部",
        ]
        assert "| × | 新错过 | **每年一次党课** `tiny/lecture` |" in text
    commit(repo)
    same = call(
        "check", "支部", *END, "-f", "markdown", "--since", "HEAD", cwd=repo
    ).out
    assert "没有变化。" in same
    shutil.copytree(branch(repo), repo / "支部" / "第二支部")
    profile = repo / "支部" / "第二支部" / "branch.yaml"
    profile.write_text(profile.read_text("utf-8").replace("第一", "第二"), "utf-8")
    shutil.rmtree(branch(repo))
    for lang, said in (("zh", "这个支部没有了"), ("en", "this branch is gone")):
        words = ("check", "支部", *END, "-f", "markdown", "--since", "HEAD")
        text = call(*words, "--lang", lang, cwd=repo).out
        assert f"**第一党支部** `支部/第一支部` {said}" in text


def test_since_needs_a_format_that_says_it(call: Call, repo: Path) -> None:
    """And does not go with the changed files of a hook."""
    for words, said in (
        (("支部", "--since", "HEAD"), "lxyz diff HEAD"),
        (("支部/第一支部/党课.yaml", "--changed", "--since", "HEAD"), "--changed"),
        (("支部", "-f", "github", "--since", "nosuch"), "不是提交"),
    ):
        ended = call("check", *words, cwd=repo)
        assert (ended.code, ended.out, said in ended.err) == (2, "", True)


def test_a_whole_check_is_the_same_beside_it(call: Call, repo: Path) -> None:
    """What other formats of the run say is what they say without it."""
    (branch(repo) / "党课.yaml").unlink()
    words = ("check", "支部", *END, "-f", "json", "-o")
    call(*words, "a.json", cwd=repo)
    call(*words, "b.json", "-f", "github", "--since", "HEAD", cwd=repo)
    assert (repo / "a.json").read_bytes() == (repo / "b.json").read_bytes()
