"""The way from a document to a pack is true: followed word for word, it works."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from lxyz.fleet import Options, check_branch
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


def test_links_of_the_page_lead_somewhere() -> None:
    """Every file it points to is there, and the README points to it."""
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (DOCS / target).exists(), target
    assert "docs/from-document-to-pack.md" in (DOCS.parent / "README.md").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    "name", ["formats", "ci-github", "ci-gitlab", "pre-commit", "plan"]
)
def test_pages_about_ci(name: str) -> None:
    """Their links lead somewhere, their YAML is YAML, the README points to them."""
    import yaml

    page = (DOCS / f"{name}.md").read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page):
        assert (DOCS / target).exists(), target
    for block in re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL):
        assert yaml.safe_load(block)
    assert f"docs/{name}.md" in (DOCS.parent / "README.md").read_text("utf-8")


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
