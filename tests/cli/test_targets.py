"""Several formats in one run: which goes where, and that the judging runs once."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from lxyz.cli import checking, terminal
from lxyz.cli.targets import Target, on_report, targets
from lxyz.errors import UsageError
from lxyz.render import ENDINGS, FORMATS, Form

AS_OF = ("--as-of", "2016-09-30")


def words(line: str) -> list[tuple[str, str]]:
    """`f:sarif o:a` as pairs."""
    long = {"f": "format", "o": "output"}
    return [(long[one[0]], one[2:]) for one in line.split()]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", [("", None)]),
        ("f:json", [("json", None)]),
        ("f:json o:a", [("json", "a")]),
        ("o:a f:json", [("json", "a")]),
        ("o:a.json", [("json", "a.json")]),
        ("o:a.TXT", [("text", "a.TXT")]),
        ("o:a", [("", "a")]),
        ("f:lines o:a f:json o:b", [("lines", "a"), ("json", "b")]),
        ("o:a f:lines o:b f:json", [("lines", "a"), ("json", "b")]),
        ("f:text f:json o:b", [("text", None), ("json", "b")]),
        ("f:json o:b f:text", [("json", "b"), ("text", None)]),
    ],
)
def test_pairs_in_order(line: str, found: list[tuple[str, str | None]]) -> None:
    """An output belongs to the format before it, else to the one after it."""
    wanted = [Target(name, Path(file) if file else None) for name, file in found]
    assert targets(words(line), ENDINGS) == wanted


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("o:a o:b", "E231"),
        ("o:a o:b f:json", "E231"),
        ("f:json o:a o:b", "E231"),
        ("f:text f:json", "E232"),
        ("f:text o:a f:json f:lines", "E232"),
        ("f:text o:a f:json o:a", "E233"),
        ("f:text o:a f:json o:b/../a", "E233"),
        ("o:a.docx", "E236"),
        ("o:报告.PDF", "E236"),
        ("f:json o:a.yaml", "E237"),
        ("f:json o:2016/A.YML", "E237"),
        ("f:text o:branch.yaml.txt", "E237"),
    ],
)
def test_what_cannot_be_paired(line: str, code: str) -> None:
    """An output without its format, two on the screen, two into one file."""
    with pytest.raises(UsageError) as error:
        targets(words(line), ENDINGS)
    assert error.value.code == code


def test_every_ending_means_a_format() -> None:
    """No ending leads nowhere, and every name of the table is a format."""
    assert set(ENDINGS.values()) <= set(FORMATS)
    assert len(FORMATS) == len(list(FORMATS))
    assert all(isinstance(form, Form) for form in FORMATS.values())


def test_help_names_every_format(call) -> None:
    """The help is written by hand, so that it loads nothing: it must not fall behind."""
    told = "".join(call("check", "--help", env={"COLUMNS": "200"}).out.split())
    assert "|".join(FORMATS) in told


def test_several_formats_in_one_run(
    call, clean_branch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One on the screen, the others in files, whatever order; judged once."""
    from lxyz.fleet import branch

    judged: list[object] = []
    judge = branch.judge_in

    def counted(*arguments: object) -> object:
        judged.append(arguments)
        return judge(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(branch, "judge_in", counted)
    one, other = tmp_path / "a.json", tmp_path / "b.txt"
    ended = call(
        "check", clean_branch, *AS_OF, "-f", "json", "-o", one, "--format", "lines",
        "--format", "text", "--output", other,
    )  # fmt: skip
    assert (ended.code, ended.err) == (0, "合计（一人一期算一项）：达标 1\n")
    assert ended.out == f"{clean_branch}/branch.yaml:1:1: as-of: {NOT_TODAY}\n"
    assert json.loads(one.read_text("utf-8"))["today"] is False
    assert NOT_TODAY in other.read_text("utf-8")
    assert len(judged) == 1


NOT_TODAY = "截至 2016-09-30（不是今天）"


def test_two_formats_on_the_screen(call, clean_branch: Path) -> None:
    """A usage error, in both languages, and nothing is written."""
    ended = call("check", clean_branch, "-f", "json", "-f", "text")
    assert (ended.code, ended.out) == (2, "")
    assert "只能有一种格式（写了 json、text）" in ended.err
    assert "--output" in ended.err
    english = call("check", clean_branch, "-o", "a", "-o", "b", "--lang", "en")
    assert english.code == 2
    assert "no format for a" in english.err


def test_a_format_there_is_not(call, clean_branch: Path, tmp_path: Path) -> None:
    """The second of two, too; the first is not written."""
    ended = call("check", clean_branch, "-f", "json", "-o", tmp_path / "a", "-f", "jsn")
    assert ended.code == 2
    assert "--format 不能是“jsn”" in ended.err
    assert not (tmp_path / "a").exists()


def test_today_is_not_said(
    call, clean_branch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither without --as-of nor where it says today; any other day is said."""
    monkeypatch.setattr(
        terminal, "day", lambda text: date.fromisoformat(text or "2016-09-30")
    )
    monkeypatch.setattr(checking, "day", terminal.day)
    assert call("check", clean_branch, "-f", "lines").out == ""
    assert call("check", clean_branch, *AS_OF, "-f", "lines").out == ""
    for other in ("2016-09-29", "2016-10-01"):
        said = call("check", clean_branch, "--as-of", other, "-f", "lines").out
        assert f"as-of: 截至 {other}（不是今天）" in said


@pytest.mark.parametrize(
    ("repository", "here", "root"),
    [(".", ".", "."), (".", "a/b", "."), ("a", "a/b", "a"), (None, "a/b", "a/b")],
)
def test_paths_begin_at_the_repository(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    repository: str | None,
    here: str,
    root: str,
) -> None:
    """At the nearest folder with .git, else at the working directory."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    if repository is not None:
        (tmp_path / repository / ".git").mkdir()
    monkeypatch.chdir(tmp_path / here)
    found = terminal.ground()
    if repository is not None or not any(
        (one / ".git").exists() for one in tmp_path.parents
    ):
        assert found.root == str((tmp_path / root).resolve())
    assert found.here == str((tmp_path / here).resolve())


@pytest.mark.parametrize("command", ["check", "next", "plan"])
def test_a_hyphen_is_the_screen(
    call,
    clean_branch: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    """As for other programs; no file of that name is written."""
    monkeypatch.chdir(tmp_path)
    form = "yaml" if command == "plan" else "json"
    ended = call(command, clean_branch, *AS_OF, "--format", form, "--output", "-")
    assert ended.out == call(command, clean_branch, *AS_OF, "--format", form).out
    assert ended.out
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize(
    "command", ["next", "plan", "diff 2016-06-30 2016-09-30 --path"]
)
def test_an_ending_of_no_format(
    call, clean_branch: Path, tmp_path: Path, command: str
) -> None:
    """What opens nowhere is not written; with its format said, it is."""
    file = tmp_path / "计划.docx"
    words = (*command.split(), clean_branch, "--output", file)
    ended = call(*words)
    assert ended.code == 2
    assert "计划.docx" in ended.err
    assert ".txt" in ended.err
    assert not file.exists()
    call(*words, "--format", "text")
    assert file.exists()


def test_no_record_is_written_over(call, clean_branch: Path, tmp_path: Path) -> None:
    """Neither by its name nor by a link; a new file that would be one is not written."""
    profile = clean_branch / "branch.yaml"
    before = profile.read_bytes()
    link = tmp_path / "link.json"
    link.symlink_to(profile)
    new = clean_branch / "new.yaml"
    for words in (("check",), ("diff", "2016-06-30", "--path"), ("next",)):
        for output in (profile, link, new):
            ended = call(
                *words, clean_branch, *AS_OF, "-f", "json", "-o", output, "--lang", "en"
            )
            assert ended.code == 2, (words, output)
            assert "is named like a record, nothing was written" in ended.err
    assert profile.read_bytes() == before
    assert not new.exists()


@pytest.mark.parametrize(
    ("held", "kept"),
    [
        (b"\xff\xd8\xff\xe0 a picture", True),
        (b"PK\x03\x04\0\0", True),
        ("签到".encode("gb18030"), True),
        (b'{\n"schema": "lxyz.baseline/1",\n"accepted": []\n}\n', True),
        (b"", False),
        (b'{"schema": "lxyz.report/1"}', False),
        (b"\xef\xbb\xbfcsv", False),
        ("党".encode() * 2000, False),  # a letter is cut in two where reading ends
    ],
)
def test_only_reports_are_written_over(
    call, clean_branch: Path, tmp_path: Path, held: bytes, kept: bool
) -> None:
    """An attachment or a baseline is left alone; an old report makes way."""
    file = tmp_path / "file"
    file.write_bytes(held)
    ended = call("check", clean_branch, *AS_OF, "-f", "json", "-o", file)
    assert ended.code == (2 if kept else 0)
    assert ("不是可以盖掉的报告，没有改动" in ended.err) == kept
    assert (file.read_bytes() == held) == kept


def test_what_cannot_be_looked_into_is_told_where_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that may not be read may be one that may be written."""
    file = tmp_path / "file"
    file.write_text("old")

    def closed(*_: object) -> object:
        raise PermissionError

    monkeypatch.setattr(Path, "open", closed)
    assert on_report(file) == file


def test_a_report_that_is_compared_is_kept(
    call, clean_branch: Path, tmp_path: Path
) -> None:
    """What changed is not written over what it was compared with."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    for file in (old, new):
        call("check", clean_branch, *AS_OF, "-f", "json", "-o", file)
    held = old.read_bytes()
    for words in ((old, "--path", clean_branch), (old, new), (new, old)):
        ended = call("diff", *words, "-o", old)
        assert (ended.code, old.read_bytes() == held) == (2, True)
        assert "old.json 不是可以盖掉的报告" in ended.err
    assert call("diff", old, new, "-o", tmp_path / "new2.json").code == 0
