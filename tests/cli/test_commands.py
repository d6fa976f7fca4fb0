"""The commands besides check: help, version, rules, explain, schema."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lxyz import __version__

MINI = str(Path(__file__).parents[1] / "packs" / "cas-mini")


@pytest.mark.parametrize(
    "arguments", [("--help",), ("check", "--help"), ("rules", "-h")]
)
def test_help_is_chinese(call, arguments: tuple[str, ...]) -> None:
    """Help has Chinese headings; no English of typer is left."""
    ended = call(*arguments)
    assert ended.code == 0
    for word in ("用法", "选项", "显示帮助。"):
        assert word in ended.out
    for word in ("Usage", "Options", "Show this message", "Commands", "Arguments"):
        assert word not in ended.out


def test_help_of_all_commands_names_them(call) -> None:
    """Every command of the contract is in the help, and completion in Chinese."""
    told = call("--help").out
    for word in ("check", "explain", "rules", "schema", "命令补全", "退出码"):
        assert word in told


def test_version(call, run) -> None:
    """--version names the version and nothing else, in either way to start it."""
    assert call("--version").out == f"lxyz {__version__}\n"
    assert call("-V").code == 0
    assert run("--version").stdout.decode() == f"lxyz {__version__}\n"


@pytest.mark.usefixtures("clean_branch")
def test_rules_lists_what_there_is(call) -> None:
    """All shipped packs, or those named, by path too."""
    told = call("rules").out
    assert "b11-2016 1.0" in told
    assert "bj-2016 1.0" in told
    assert call("rules", "-p", "tiny-pack").out.startswith("tiny 1.0  小规则包  1 条")
    assert call("rules", "list") == call("rules")
    assert call("rules", "list", "tiny-pack") == call("rules", "-p", "tiny-pack")


@pytest.mark.parametrize("command", ["list", "trace", "test", "lint"])
def test_rules_take_a_pack_anywhere(call, command: str) -> None:
    """As an argument or as an option, and what stands before the command is for it."""
    english = ("--lang", "en")
    told = call("rules", command, MINI, *english).out
    assert told
    assert call("rules", command, "--pack", MINI, *english).out == told
    assert call("rules", "--pack", MINI, *english, command).out == told


def test_rules_of_a_shipped_pack_are_sound(call) -> None:
    """lint, test and trace of a shipped pack end with 0 and say how much they saw."""
    assert call("rules", "lint", "b11-2016") == (0, "√ b11-2016  没有发现问题\n", "")
    tested = call("rules", "test", "b11-2016")
    assert tested.code == 0
    assert "，0 个不符" in tested.out
    traced = call("rules", "trace", "b11-2016")
    assert traced.code == 0
    assert "共 70 条" in traced.out


def test_rules_lint_takes_all_shipped_packs(call) -> None:
    """Without a name every shipped pack is looked at."""
    assert call("rules", "lint").out.count("没有发现问题") >= 2


@pytest.mark.parametrize("command", ["lint", "test", "trace"])
def test_rules_end_with_1_on_what_they_find(
    call, clean_branch: Path, command: str
) -> None:
    """A pack with nothing but its rule lacks clauses and cases."""
    pack = clean_branch.parent / "tiny-pack"
    (pack / "cases.yaml").write_text(
        "branch: {名称: 甲, 规则包: tiny-pack}\ncases:\n- {rule: lecture, name: 没有, as_of: 2017-01-01,"
        " expect: missed}\n",
        "utf-8",
    )
    (pack / "clauses.yaml").write_text(
        "clauses:\n- {id: tiny-01, clause: 一, subject: 党课, actor: branch,"
        " modality: must, checkable: yes, became: attest, why: 由人看}\n",
        "utf-8",
    )
    assert call("rules", command, "tiny-pack").code == 1


def test_rules_lint_tells_all_of_packs_that_are_none(call, clean_branch: Path) -> None:
    """Every problem of a file that no pack can be made of, and the other packs too."""
    pack = clean_branch.parent / "tiny-pack"
    text = (pack / "pack.yaml").read_text("utf-8")
    (pack / "pack.yaml").write_text(
        text.replace("pack:", "kinds: {x: {}, 甲*: {like: 乙}}\npack:", 1), "utf-8"
    )
    result = call("rules", "lint", "tiny-pack", "b11-2016")
    assert result.code == 2
    assert result.out.count("tiny-pack/pack.yaml:1") >= 3
    assert "√ b11-2016" in result.out


@pytest.mark.parametrize("year", ["1899", "2200", "9999", "0000"])
def test_a_year_that_no_run_can_ask_for(call, clean_branch: Path, year: str) -> None:
    """A pack is of a year that --year takes."""
    pack = clean_branch.parent / "tiny-pack"
    text = (pack / "pack.yaml").read_text("utf-8")
    assert "2016" in text
    (pack / "pack.yaml").write_text(
        text.replace("year: 2016", f"year: {year}"), "utf-8"
    )
    result = call("rules", "lint", "tiny-pack")
    assert (result.code, "1900 到 2199" in result.out) == (2, True)


@pytest.mark.usefixtures("clean_branch")
def test_explain(call) -> None:
    """A rule by its full name, of a shipped pack or one named by its path."""
    assert "集体学习" in call("explain", "bj-2016/collective-study-eight").out
    ended = call("explain", "lecture", "--pack", "tiny-pack")
    assert "每年一次党课" in ended.out
    assert ended.code == 0


def test_explain_a_rule_of_the_branch_here(call, tmp_path: Path) -> None:
    """As its report names it, in its folder or where the pack lies; elsewhere it is said
    where to look."""
    call("rules", "new", "city-2016", "--title", "市里的要求", "--year", "2016")
    home = tmp_path / "甲支部"
    home.mkdir()
    profile = (
        "名称: 甲支部\n规则包: ../city-2016\n党员: [{姓名: 王敏, 起: 2014-01-01}]\n"
    )
    (home / "branch.yaml").write_text(profile, "utf-8")
    ended = call("explain", "city-2016/lecture-each-year", cwd=tmp_path / "..")
    assert (ended.code, "在支部的文件夹里运行" in ended.err) == (2, True)
    for cwd in (home, tmp_path):
        told = call("explain", "city-2016/lecture-each-year", cwd=cwd).out
        assert "每年讲一次党课" in told
    (home / "branch.yaml").write_text("- 甲\n", "utf-8")
    assert call("explain", "city-2016/lecture-each-year", cwd=home).code == 2


@pytest.mark.parametrize("what", ["record", "branch", "unit", "pack", "report"])
def test_schema(call, what: str) -> None:
    """Schemas are printed as JSON."""
    assert "$schema" in json.loads(call("schema", what).out)


def test_schema_with_the_kinds_of_a_pack(call, tmp_path: Path) -> None:
    """Of records alone; a pack that is not there is told of."""
    call("rules", "new", "city-2016", "--title", "市里的要求", "--year", "2016")
    pack = tmp_path / "city-2016" / "pack.yaml"
    kinds = (
        "kinds: {政治生日: {like: theme-party-day}}\n"
        "implies: {政治生日: [theme-party-day]}\n\nrules:\n"
    )
    pack.write_text(pack.read_text("utf-8").replace("rules:\n", kinds), "utf-8")
    assert call("rules", "lint", "city-2016").code == 0
    made = call("schema", "record", "--pack", "city-2016").out
    assert "政治生日" in json.loads(made)["definitions"]["kinds"]["anyOf"][0]["enum"]
    assert "政治生日" not in call("schema", "record").out
    refused = call("schema", "branch", "--pack", "city-2016")
    assert (refused.code, refused.out) == (2, "")
    assert "--pack 只用于 lxyz schema record" in refused.err
    assert call("schema", "record", "--pack", "town-2016").code == 2


def test_rules_new(call, tmp_path: Path) -> None:
    """A new pack by options: it is sound, a second one does not overwrite it."""
    options = ("--title", "市里的要求", "--year", "2016")
    ended = call("rules", "new", "city-2016", *options)
    assert ended.code == 0, ended.err
    assert "lxyz rules lint city-2016\n" in ended.out
    assert call("rules", "lint", "city-2016").code == 0
    assert call("rules", "test", "city-2016").out.startswith("city-2016  11 个样例，0 ")
    assert call("rules", "trace", "city-2016").code == 0
    again = call("rules", "new", "city-2016", *options)
    assert again.code == 2
    assert "不覆盖" in again.err
    assert sorted(one.name for one in (tmp_path / "city-2016").iterdir()) == [
        "cases.yaml",
        "clauses.yaml",
        "pack.yaml",
    ]


def test_rules_new_without_a_word(call) -> None:
    """Nobody at a terminal: defaults, and an id where the folder's name is none."""
    assert call("rules", "new", "a-1").code == 0
    unnamed = call("rules", "new", "市 的")
    assert unnamed.code == 2
    assert "--id city-2016" in unnamed.err
    english = call("rules", "new", "市 的", "--id", "city", "--lang", "en")
    assert english.code == 0
    assert 'lxyz rules lint "市 的"' in english.out
    assert call("rules", "new", "b", "--year", "12").code == 2


def test_rules_new_is_named_as_the_folder_is(call, tmp_path: Path) -> None:
    """Also where the path says it otherwise; nor is it made as another one is called."""
    told = call("rules", "new", "x/..", "--id", "x").out
    assert f"../{tmp_path.name}\n" in told
    assert "bj-2016”是自带规则包的名字" in call("rules", "new", "bj-2016").err


def test_rules_new_asks_at_a_terminal(call, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no option says is asked, with what it would be."""
    from lxyz.cli import rules

    asked: list[tuple[str, str]] = []

    def answer(question: str, default: str) -> str:
        asked.append((question, default))
        return {"文件讲的年度": "2018"}.get(question, default)

    monkeypatch.setattr(rules, "asked", answer)
    assert call("rules", "new", "a-1").code == 0
    assert [question for question, _ in asked] == [
        "标题",
        "什么文件，谁对谁说的",
        "文件讲的年度",
    ]
    assert "year: 2018" in (Path.cwd() / "a-1" / "pack.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "command",
    "|init|check|diff|next|plan|explain|fix|baseline|waivers|schema|rules|rules new".split(
        "|"
    ),
)
def test_help_is_whole_in_a_narrow_terminal(call, command: str) -> None:
    """A Chinese sentence without a blank goes on in the next line; nothing is cut off,
    and typer's own English words are Chinese."""
    told = call(*command.split(), "--help", env={"COLUMNS": "80"}).out
    assert "用法：" in told
    assert re.search(r"(?<!…)…\s*│", told) is None
    assert "[default" not in told
    assert "[required" not in told
    assert "[[" not in told
    assert re.search(r"^[│ ]*[，。、；：）”]", told, re.MULTILINE) is None


@pytest.mark.parametrize("width", ["60", "80"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["check", "plan", "next", "diff"])
def test_help_speaks_no_python(call, command: str, lang: str, width: str) -> None:
    """Values are called what they are, flags take none, and nothing is cut off."""
    told = call(command, "--help", "--lang", lang, env={"COLUMNS": width}).out
    assert re.search(r"<\w|list\[|<=", told) is None
    assert re.search(r"DAY +(检查|从|The|Plans|Looks)", told) or command == "diff"
    assert re.search(r"[（(]+(?:today|今天|this|当前)", told) is None
    assert re.search(r"(?<!…)…\s*│", told) is None
    assert ("[选项]" in told) == (lang == "zh")


LONG = "名" * 100


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("check", LONG), 3, "名称太长"),
        (("check", "--changed", LONG), 0, "都不在支部文件夹"),
        (("next", LONG), 3, "名称太长"),
        (("plan", LONG), 3, "名称太长"),
        (("fix", LONG), 3, "名称太长"),
        (("baseline", LONG), 3, "名称太长"),
        (("waivers", LONG), 3, "名称太长"),
        (("diff", "2016-01-01", "--path", LONG), 3, "名称太长"),
        (("rules", "lint", LONG), 2, "找不到规则包"),
        (("rules", "lint", f"./{LONG}"), 2, "没有 pack.yaml"),
        (("rules", "test", LONG), 2, "找不到规则包"),
        (("rules", "trace", LONG), 2, "找不到规则包"),
        (("schema", "record", "--pack", LONG), 2, "找不到规则包"),
        ((LONG,), 2, "没有"),
    ],
)
def test_a_name_that_no_disk_can_have(
    call, words: tuple[str, ...], code: int, said: str
) -> None:
    """Is said to be one, or not to be there; it is no defect of the program."""
    ended = call(*words)
    assert (ended.code, said in ended.out + ended.err) == (code, True), ended
