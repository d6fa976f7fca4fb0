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
    """Every file that a page points to is there, with the heading that it names, and the
    README points to the page."""
    links = re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", _page(name))
    for target, heading in links:
        file = DOCS / (target or f"{name}.md")
        assert file.exists(), target
        assert not heading or heading in _headings(file), heading
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


def _headings(file: Path) -> list[str]:
    """What links call the headings of a page."""
    found = re.findall(r"^#+ (.*)", file.read_text("utf-8"), flags=re.MULTILINE)
    return [re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in found]


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


LANGUAGE = ("rule-language", "rule-language.en")
_CODE = re.compile(r"`([^`\n]+)`")
_TOLD_IN = {
    "Head Param Kind": 1,
    "Rule If": 2,
    "When": 3,
    "Count Cover Item Pattern": 4,
}
"""In the tables of which section of the rule language the keys of some parts stand."""


def _sections(name: str) -> list[tuple[str, str]]:
    """The sections of a page, each as its blocks of code without their remarks and as
    what else it says."""
    return [
        (
            re.sub(r" +# .*", "", "".join(re.findall(r"```.*?```", one, re.DOTALL))),
            re.sub(r"```.*?```", "", one, flags=re.DOTALL),
        )
        for one in re.split(r"^## ", _page(name), flags=re.MULTILINE)
    ]


def _rows(text: str) -> list[list[str]]:
    """The words of code in the first cell of each row of the tables of a section."""
    rows = re.findall(r"^\|([^|]*)\|", text, flags=re.MULTILINE)
    return [_CODE.findall(one) for one in rows]


def test_the_rule_language_is_the_same_in_both_languages() -> None:
    """Section by section: the same code, the same keys in the tables in the same order,
    and the same words of code in all that is said of them; each names the other."""
    one, other = map(_sections, LANGUAGE)
    assert len(one) == len(other) == 10
    for (code, text), (twin_code, twin_text) in zip(one, other, strict=True):
        assert code == twin_code
        assert _rows(text) == _rows(twin_text)
        assert sorted(_CODE.findall(text)) == sorted(_CODE.findall(twin_text))
    for name, twin in (LANGUAGE, LANGUAGE[::-1]):
        assert f"]({twin}.md)" in _page(name).split("\n## ")[0]


def test_the_rule_language_is_told_whole() -> None:
    """Every key of a pack stands in a table of its section; every role in that of roles,
    and every attribute that no record is written with somewhere."""
    import json

    from lxyz.kinds.conditions import ROLES
    from lxyz.packs.pack import Clause
    from lxyz.workshop.doubts import DERIVED

    schema = json.loads((DOCS.parent / "rules/schema.json").read_text("utf-8"))
    texts = [text for _, text in _sections(LANGUAGE[0])]
    keys = [{word for row in _rows(text) for word in row} for text in texts]
    assert schema["properties"].keys() <= keys[1]
    for parts, number in _TOLD_IN.items():
        for part in parts.split():
            assert schema["definitions"][part]["properties"].keys() <= keys[number]
    assert keys[4] >= ROLES
    assert Clause.__annotations__.keys() <= keys[8]
    words = re.findall(r"\w+", " ".join(_CODE.findall("".join(texts))))
    assert set(words) >= DERIVED
