"""The pages are true: what they show is there, and the way from a document to a pack,
followed word for word, works."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lxyz.cli.commands import command_for
from lxyz.fleet.branch import Options, check_branch
from lxyz.packs.load import read_pack
from lxyz.workshop.cases import run_cases, without_cases
from lxyz.workshop.lint import lint
from lxyz.workshop.trace import trace

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = (DOCS / "from-document-to-pack.md").read_text("utf-8")


@pytest.fixture
def followed(tmp_path: Path) -> Path:
    """A folder with the files of the page, the pack beside the branch."""
    blocks = re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, flags=re.DOTALL)
    for name, text in blocks:
        folder = tmp_path / ("第九党支部" if name == "branch.yaml" else "dw-2019")
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    assert len(blocks) == 4
    return tmp_path


def test_the_pack_of_the_page_is_sound(followed: Path) -> None:
    """It lints, its cases are as expected, every clause is accounted for."""
    pack = read_pack(followed / "dw-2019")
    assert lint(pack) == []
    results = run_cases(pack, pack.folder)
    assert [one for one in results if one.wrong] == []
    assert without_cases(pack, results) == []
    assert [one.wrong for one in trace(pack)] == [""] * 8
    assert {raw.id for raw in pack.raws} == {one.rule for one in results}


def test_the_branch_of_the_page_is_checked_by_it(followed: Path) -> None:
    """The path in branch.yaml is found from the branch, beside a shipped pack."""
    report = check_branch(followed / "第九党支部", Options(date(2019, 9, 30)))
    assert report.error is None
    assert [one.id for one in report.packs] == ["dw-2019", "bj-2016"]
    assert report.faults == ()
    missed = {one.rule for one in report.verdicts if one.outcome.value == "missed"}
    assert {
        "dw-2019/lecture-by-secretary",
        "dw-2019/member-meeting-each-quarter",
    } <= missed


PAGES = sorted(one.stem for one in DOCS.glob("*.md"))


@pytest.mark.parametrize("name", PAGES)
def test_links_of_pages_lead_somewhere(name: str) -> None:
    """Every file that a page points to is there, and the README points to the page."""
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", _page(name)):
        assert (DOCS / target).exists(), target
    assert f"docs/{name}.md" in (DOCS.parent / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_yaml_of_pages_is_yaml(name: str) -> None:
    """Whatever is shown as YAML can be read; a line of … stands for more."""
    import yaml

    for block in re.findall(r"```yaml\n(.*?)```", _page(name), flags=re.DOTALL):
        yaml.safe_load(re.sub(r"^ *…$", "", block, flags=re.MULTILINE))


@pytest.mark.parametrize("name", PAGES)
def test_commands_of_pages_are_commands(name: str) -> None:
    """Each command that is written for a shell is one, with the options it has."""
    for block in re.findall(r"```(?:sh|yaml)\n(.*?)```", _page(name), flags=re.DOTALL):
        for line in re.findall(
            r"^(?:[ -]*run: )?lxyz (.*)$", block, flags=re.MULTILINE
        ):
            words = shlex.split(line, comments=True)
            command: Any = command_for([])
            while words and words[0] in getattr(command, "commands", {}):
                command = command.commands[words.pop(0)]
            assert not hasattr(command, "commands"), line
            known = {
                name
                for one in command.params
                for name in (*one.opts, *one.secondary_opts)
            }
            assert {one for one in words if one.startswith("-")} <= known, line


def _page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text("utf-8")


def test_the_page_of_formats_names_them_all() -> None:
    """Every format, every ending, every threshold."""
    from lxyz.render import ENDINGS, FORMATS
    from lxyz.report import FAIL_ON

    page = (DOCS / "formats.md").read_text("utf-8")
    for word in (*FORMATS, *FAIL_ON):
        assert f"| `{word}`" in page, word
    assert " ".join(sorted(ENDINGS)) == " ".join(
        sorted(page.partition("后缀 `")[2].partition("`")[0].split())
    )


def test_the_page_of_the_action_names_its_inputs() -> None:
    """Each with the default that it has."""
    import yaml

    page = (DOCS / "ci-github.md").read_text("utf-8")
    action = yaml.safe_load((DOCS.parent / "action.yml").read_text("utf-8"))
    for name, told in action["inputs"].items():
        assert f"`{name}`" in page, name
        default = str(told["default"])
        assert not default or f"`{default}`" in page, name
