"""`lxyz plan --update` and `--dry-run`: what stands stays, and is looked at first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ..whole import records

AS_OF = ("--as-of", "2016-01-04")
TINY = ("--pack", "tiny-pack")
DRY = ("--dry-run",)
EN = ("--lang", "en")
PLAN = """\
# 我们的计划
- 类型: 学习计划
  日期: 2016-01-03
  条目:
    - {时段: 每月, 类型: 集体学习, 内容: 学, 责任人: 王敏}   # 手写
    # 还有的再说
  审定人: 党员大会
# 尾注
"""


@pytest.fixture
def standing(gap_branch: Path) -> Path:
    """A plan that somebody wrote, without the lecture that the pack asks for."""
    file = gap_branch / "计划.yaml"
    file.write_text(PLAN, "utf-8")
    return file


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_only_what_is_missing(call, standing: Path, lang: str) -> None:
    """The lecture comes to the items, and as a record; all else stands as it stood.
    Once it is there nothing more comes."""
    before = records(standing)
    more = ("--update", standing, "--lang", lang)
    ended = call("plan", "branch-01", *AS_OF, *TINY, *more)
    told = {
        "zh": f"给 {standing} 加 1 条记录，学习计划加 2 个条目\n",
        "en": f"added to {standing}: 1 record, 2 items of its study plan\n",
    }
    assert (ended.code, ended.out, ended.err) == (0, told[lang], "")
    text = standing.read_text("utf-8")
    lines = iter(text.splitlines())
    assert all(line in lines for line in PLAN.splitlines())
    first, lecture = records(standing)
    assert first.kinds == before[0].kinds
    assert first.items[: len(before[0].items)] == before[0].items
    assert first.items[1].fields["kind"] == ("party-lecture",)
    assert first.items[2].fields["optional"] == "yes"
    assert (lecture.kinds, lecture.status) == (("party-lecture",), "planned")
    state = standing.stat()
    again = call("plan", "branch-01", *AS_OF, *TINY, *more)
    nothing = {"zh": "什么都不缺", "en": "lacks nothing"}[lang]
    assert (again.code, again.err) == (0, "")
    assert nothing in again.out
    assert standing.stat() == state
    assert standing.read_text("utf-8") == text


def test_what_the_plan_says_already(call, standing: Path) -> None:
    """An item that provides for it is enough, in whatever words it is written."""
    text = PLAN.replace("每月, 类型: 集体学习", "2016年6月, 类型: 党课")
    standing.write_text(text, "utf-8")
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", standing)
    assert (ended.code, ended.out) == (0, f"{standing} 什么都不缺\n")
    assert standing.read_text("utf-8") == text


@pytest.mark.parametrize("text", [PLAN, PLAN.replace("\n", "\r\n"), "\ufeff" + PLAN])
def test_beside_the_branch(call, gap_branch: Path, text: str) -> None:
    """A plan need not lie in the folder; it is named as from here."""
    (gap_branch.parent / "稿.yaml").write_bytes(text.encode())
    for told in (
        "给 稿.yaml 加 1 条记录，学习计划加 2 个条目\n",
        "稿.yaml 什么都不缺\n",
    ):
        ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", "稿.yaml")
        assert (ended.code, ended.out, ended.err) == (0, told, "")
    data = (gap_branch.parent / "稿.yaml").read_bytes()
    assert data.count(b"\r\n") == (data.count(b"\n") if "\r" in text else 0)
    assert not list(gap_branch.glob("*稿*"))


@pytest.mark.parametrize("name", ["链.yaml", "branch-01/链.yaml"])
def test_behind_a_link(call, gap_branch: Path, name: str) -> None:
    """The link stays; the plan behind it gets what it lacks, once, also where the link
    lies in the branch, which does not follow it."""
    draft = gap_branch.parent / "稿.yaml"
    draft.write_text(PLAN, "utf-8")
    link = gap_branch.parent / name
    link.symlink_to(draft)
    for _ in range(2):
        ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", link)
        assert ended.code == 0
        assert link.is_symlink()
        assert len(records(draft)) == 2


@pytest.mark.parametrize(
    ("plan", "items"),
    [
        # With English keys what is added has English keys.
        ("- kind: study-plan\n  date: 2016-01-03\n  items:\n  - {when: monthly}\n", 2),
        # No list of items to go on with: the record alone.
        ("- 类型: 学习计划\n  日期: 2016-01-03\n", 0),
        ("- 类型: 学习计划\n  日期: 2016-01-03\n  条目: 无\n", 0),
        ("- 类型: 学习计划\n  日期: 2016-01-03\n  条目: {时段: 每月}\n", 0),
        (
            "- 类型: 学习计划\n  期间: 2015\n  日期: 2015-01-03\n  条目: [{时段: 每月}]\n",
            0,
        ),
        ("- 类型: 学习计划\n  日期: 2015-01-03\n  条目: [{时段: 每月}]\n", 0),
        ("- 类型: 支委会\n  日期: 2016-01-03\n  出席情况: 全体\n", 0),
        ("- 类型: 支委会\n  明细: [{日期: 2016-01-03, 出席情况: 全体}]\n", 0),
        # It has an action of its own already.
        (
            "- 类型: 学习计划\n  期间: 2016\n  日期: 2015-12-30\n  条目: [{时段: 每月, 自选: 是}]\n",
            1,
        ),
        ("[{类型: 学习计划, 日期: 2016-01-03, 条目: [{时段: 每月}]}]", 2),
    ],
)
def test_shapes(call, standing: Path, plan: str, items: int) -> None:
    """As the file is written, so it goes on."""
    standing.write_text(plan, "utf-8")
    dry = call("plan", "branch-01", *AS_OF, *TINY, *DRY, *EN, "--update", standing)
    assert dry.out.startswith(f"would add to {standing}: 1 record")
    assert (" of its study plan\n" in dry.out) == bool(items)
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", standing)
    assert (ended.code, ended.err) == (0, "")
    assert (
        f"加 1 条记录{f'，学习计划加 {items} 个条目' if items else ''}\n" in ended.out
    )
    text = standing.read_text("utf-8")
    rest = iter(text)
    assert all(char in rest for char in plan)
    found = records(standing)
    assert found[-1].kinds == ("party-lecture",)
    assert ("status: planned" in text) == ("kind:" in plan)
    assert ("\n" in text) == ("\n" in plan)


def test_with_what_rules_demand_of_items(call, standing: Path) -> None:
    """What is added is no gap of its own."""
    pack = standing.parents[1] / "tiny-pack" / "pack.yaml"
    pack.write_text(
        pack.read_text("utf-8")
        + "- {id: hours, title: 写明时长, title_en: Minutes, covers: [tiny-02],"
        " modality: must, for: fact, each: {kind: plan-item}, has: {minutes: some}}\n",
        "utf-8",
    )
    text = PLAN.replace("内容: 学,", "内容: 学, 分钟: 60,")
    standing.write_text(text, "utf-8")
    for told in ("加 1 条记录", "什么都不缺"):
        ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", standing)
        assert ended.code == 0
        assert told in ended.out
    assert all("minutes" in one.fields for one in records(standing)[0].items)


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (PLAN.replace("- ", "  ", 1), 2, "只有一条记录，没有写成列表"),
        (PLAN.replace("日期: ", "日期："), 2, "里有读不懂的地方（见上），先改好再补"),
        (PLAN.replace("我们", "我\u200b们"), 2, "F010"),
        ("# 还没有\n", 2, "F007"),
        ("[]\n", 2, "F117"),
        (None, 3, "没有这个文件或文件夹"),
    ],
)
def test_what_cannot_be_added_to(
    call, standing: Path, text: str | None, code: int, told: str
) -> None:
    """It is said why; nothing is touched."""
    if text is None:
        standing.unlink()
    else:
        standing.write_text(text, "utf-8")
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", standing)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err
    assert standing.exists() == (text is not None)
    if text is not None:
        assert standing.read_text("utf-8") == text


def test_no_file_becomes_too_long_to_be_read(call, standing: Path) -> None:
    """A plan that could just be read before stays what it is."""
    room = 1_000_000 - len(PLAN.encode()) - 10
    lines, rest = divmod(room, 500)
    text = PLAN + f"#{'x' * 498}\n" * lines + f"#{'x' * rest}\n"
    standing.write_text(text, "utf-8")
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", standing)
    assert (ended.code, ended.out) == (2, "")
    assert "补上这些就太长" in ended.err
    assert standing.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("more", "option"),
    [(("--output", "新.yaml"), "--output"), (("--format", "yaml"), "--format")],
)
def test_misuse(call, standing: Path, more: tuple[str, ...], option: str) -> None:
    """One thing at a time."""
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", standing, *more)
    assert (ended.code, ended.out) == (2, "")
    assert f"不和 {option} 一起用" in ended.err


def test_changed_meanwhile(
    call, standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody saves while the plan is made is not lost."""
    real = os.fsync

    def late(handle: int) -> None:
        real(handle)
        standing.write_text(PLAN + "# 刚加的\n", "utf-8")

    monkeypatch.setattr(os, "fsync", late)
    ended = call("plan", "branch-01", *AS_OF, *TINY, "--update", standing)
    assert (ended.code, ended.out) == (2, "")
    assert "在读它以后改过，没有动它" in ended.err
    assert standing.read_text("utf-8") == PLAN + "# 刚加的\n"


# ------------------------------------------------------------------ --dry-run


def unchanged(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        str(one): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()
    }


@pytest.mark.parametrize("named", [True, False])
def test_what_would_be_added(call, standing: Path, named: bool) -> None:
    """The difference, and nothing written: of the plan that is named, or of the one
    that the branch has."""
    before = unchanged(standing.parent)
    more = ("--update", standing) if named else ()
    ended = call("plan", standing.parent, *AS_OF, *TINY, *DRY, *more)
    assert (ended.code, ended.err) == (0, "")
    assert unchanged(standing.parent) == before
    lines = ended.out.splitlines()
    assert lines[0] == f"会给 {standing} 加 1 条记录，学习计划加 2 个条目"
    assert lines[1:3] == [f"--- {standing}", f"+++ {standing}"]
    assert [one for one in lines[3:] if one.startswith("-")] == []
    added = [one[1:] for one in lines[3:] if one.startswith("+")]
    call("plan", standing.parent, *AS_OF, *TINY, "--update", standing)
    rest = iter(standing.read_text("utf-8").splitlines())
    assert all(one in rest for one in added)
    assert added[-1] == "  状态: 计划"
    once_more = call("plan", standing.parent, *AS_OF, *TINY, *DRY)
    assert once_more.out == f"{standing} 什么都不缺\n"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("no-such-folder",), 3, "没有这个文件或文件夹"),
        (("branch-01", "-f", "ics"), 2, "ics 要写成文件"),
        (("branch-01", "-o", "branch-01/branch.yaml/x"), 2, "它的上级是文件"),
        (("branch-01", "-o", "党" * 90), 2, "名称太长"),
    ],
)
@pytest.mark.usefixtures("gap_branch")
def test_what_cannot_be_looked_at(
    call, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """It is said, as without the option."""
    ended = call("plan", *arguments, *AS_OF, *TINY, *DRY)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err


def test_a_branch_without_a_plan(call, gap_branch: Path) -> None:
    """The plan is shown, as without the option: it would not be written anyhow."""
    plain = call("plan", gap_branch, *AS_OF, *TINY)
    assert call("plan", gap_branch, *AS_OF, *TINY, *DRY).out == plain.out


def test_the_latest_plan(call, standing: Path) -> None:
    """Of two for the year; one of another year is none."""
    other = standing.with_name("新计划.yaml")
    other.write_text(PLAN.replace("2016-01-03", "2016-01-04"), "utf-8")
    third = standing.with_name("明年.yaml")
    third.write_text(
        PLAN.replace("2016-01-03\n", "2016-01-04\n  期间: 2017\n"), "utf-8"
    )
    standing.with_name("坏.yaml").write_text("类型：学习计划\n", "utf-8")
    ended = call("plan", standing.parent, *AS_OF, *TINY, *DRY)
    assert ended.out.startswith(f"会给 {other} 加 ")


@pytest.mark.parametrize("name", ["计划2.yaml", "计划2.ics", "计划2.xlsx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_file(call, gap_branch: Path, name: str, lang: str) -> None:
    """It is said what it would be, and is not there."""
    before = unchanged(gap_branch)
    more = ("--output", gap_branch / name, "--lang", lang)
    ended = call("plan", gap_branch, *AS_OF, *TINY, *more, *DRY)
    assert (ended.code, ended.err) == (0, "")
    assert unchanged(gap_branch) == before
    call("plan", gap_branch, *AS_OF, *TINY, *more)
    size = (gap_branch / name).stat().st_size
    told = {"zh": f"会写成新文件 {gap_branch / name}（{size} 字节）\n"}
    told["en"] = f"would write a new file, {gap_branch / name} ({size} bytes)\n"
    assert ended.out == told[lang]


@pytest.mark.parametrize("name", ["计划2.txt", "计划2.ics", "计划2.xlsx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_that_is_there(call, gap_branch: Path, name: str, lang: str) -> None:
    """The same, or another: of texts it is said where."""
    target = gap_branch / name
    more = ("--output", target, "--lang", lang)
    call("plan", gap_branch, *AS_OF, *TINY, *more)
    same = call("plan", gap_branch, *AS_OF, *TINY, *more, *DRY)
    zh = lang == "zh"
    assert same.out.endswith("；内容一样\n" if zh else "; it holds the same\n")
    data = target.read_bytes()
    call("plan", gap_branch, "--as-of", "2016-02-01", *TINY, *more, *DRY)
    ended = call("plan", gap_branch, "--as-of", "2016-02-01", *TINY, *more, *DRY)
    assert target.read_bytes() == data
    head, _, rest = ended.out.partition("\n")
    assert head.startswith(
        f"{target} 已经有了，不会覆盖；"
        if zh
        else f"{target} is there, and is left alone; "
    )
    if name.endswith("xlsx"):
        assert head.endswith("内容不一样" if zh else "it holds something else")
        assert rest == ""
    else:
        assert rest.startswith(f"--- {target}\n+++ {target}\n@@ ")
        assert {line[0] for line in rest.splitlines()} >= {"-", "+"}


def test_colours_and_controls(call, gap_branch: Path) -> None:
    """A file that stands may hold anything: none of it reaches the terminal as it is."""
    target = gap_branch / "旧.txt"
    target.write_bytes("\x1b[2K全部通过\n没有换行".encode())
    more = ("--output", target, "--format", "text", "--color", "always")
    ended = call("plan", gap_branch, *AS_OF, *TINY, *more, *DRY)
    assert "\x1b[1;31m-\\u{1B}[2K全部通过\x1b[0m\n" in ended.out
    assert (
        "-没有换行\x1b[0m\n\x1b[1;31m-\\ No newline at end of file\x1b[0m\n"
        in ended.out
    )
    target.write_bytes(b"x" * 1_000_001)
    ended = call("plan", gap_branch, *AS_OF, *TINY, *more, *DRY)
    assert ended.out == f"{target} 已经有了，不会覆盖；内容不一样\n"


def test_a_folder_that_is_there(call, gap_branch: Path) -> None:
    """It is said what it is, here too."""
    more = ("--output", gap_branch.parent / "tiny-pack", *DRY)
    ended = call("plan", gap_branch, *AS_OF, *TINY, *more)
    assert ended.code == 2
    assert "已经有了，没有改动" in ended.err


@pytest.mark.parametrize("partial", [False, True])
def test_no_half_plan(call, standing: Path, partial: bool) -> None:
    """What cannot be met is told, once; the rest is added only if asked for."""
    pack = standing.parents[1] / "tiny-pack" / "pack.yaml"
    pack.write_text(
        pack.read_text("utf-8")
        + "- {id: impossible, title: 办不到, title_en: Impossible, covers: [tiny-02],"
        " modality: must, for: branch, when: {every: year, from: 12-30, to: 12-30, late: never},"
        " count: {of: {kind: party-lecture}, min: 2}}\n",
        "utf-8",
    )
    more = ("--update", standing, *(("--partial",) if partial else ()))
    ended = call("plan", "branch-01", *AS_OF, *TINY, *more)
    assert ended.code == 1
    assert (standing.read_text("utf-8") == PLAN) != partial
    assert ended.err.count("计划办不到的（1 件）") == 1


def test_kinds_that_a_pack_brings(call, tmp_path: Path) -> None:
    """In a plan that stands they are read, and so are they in the editor's schema and
    in the messages; what is added goes by their names."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(
        """\
pack: {id: own, version: "1", title: 试, title_en: trial, document: 试, year: 2016}
kinds:
  读书班: {like: collective-study}
  政治生日: {like: theme-party-day}
rules:
- {id: a, title: 甲, title_en: a, covers: [own-1], modality: must, for: branch,
   count: {of: {kind: 读书班}}}
- {id: b, title: 乙, title_en: b, covers: [own-1], modality: must, for: branch,
   count: {of: {kind: 政治生日}}}
""",
        "utf-8",
    )
    (tmp_path / "支部").mkdir()
    (tmp_path / "支部" / "branch.yaml").write_text(
        "名称: 九\n规则包: ../own\n党员: [{姓名: 王敏, 起: 2014-11-20}]\n", "utf-8"
    )
    file = tmp_path / "支部" / "计划.yaml"
    file.write_text(
        "- 类型: 学习计划\n  日期: 2016-01-03\n  条目:\n"
        "    - {时段: 2016-09, 类型: 读书班, 内容: 读}\n"
        "- {类型: 读书班, 日期: 2016-09-08, 状态: 计划}\n",
        "utf-8",
    )
    ended = call("plan", "支部", *AS_OF, "--update", file)
    assert (ended.code, ended.err) == (0, "")
    text = file.read_text("utf-8")
    assert text.count("类型: 读书班") == 2
    assert text.count("类型: 政治生日") == 2
    assert call("check", "支部", *AS_OF).code == 0
    assert call("init", "新支部", "--pack", "own").code == 0
    schema = tmp_path / "新支部" / ".lxyz" / "record.schema.json"
    assert '"政治生日"' in schema.read_text("utf-8")
    again = "- {类型: 读书斑, 日期: 2016-01-03, 出席情况: 全体}\n"
    (tmp_path / "支部" / "错.yaml").write_text(again, "utf-8")
    told = call("check", "支部", *AS_OF).out
    assert "不认识的类型“读书斑”，是否 读书班？" in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("named", ["pipe", "folder"])
def test_what_is_no_file_is_not_waited_for(call, gap_branch: Path, named: str) -> None:
    """Nobody writes into a pipe of that name: to read it would take for ever."""
    folder = gap_branch.parent / "other"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    path = folder if named == "folder" else folder / "pipe"
    why = "不是普通文件" if named == "pipe" else "它是文件夹，要写文件名"
    for command, option in (("plan", "--update"), ("check", "--assume")):
        ended = call(command, "branch-01", *AS_OF, *TINY, option, path)
        assert (ended.code, ended.out) == (3, "")
        assert ended.err.endswith(f"lxyz: 读不了 {path}：{why}\n")
