"""Every format read back by a parser or schema that others wrote: its texts."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import jsonschema
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from lxyz.render.page.jsontext import json_schema

FOREIGN = Path(__file__).parents[1] / "foreign"
SARIF = jsonschema.Draft4Validator(
    json.loads((FOREIGN / "sarif-schema-2.1.0.json").read_text("utf-8"))
)
CODE_QUALITY = jsonschema.Draft7Validator(
    json.loads((FOREIGN / "gitlab-codeclimate.json").read_text("utf-8"))
)
REPORT = jsonschema.Draft202012Validator(json_schema("report"))


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def is_calm(text: str) -> bool:
    """Whether nothing in it is obeyed or hidden by a terminal, line ends apart."""
    return not any(
        unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        for char in text.replace("\n", "")
    )


class Command(NamedTuple):
    """A workflow command as the runner of GitHub reads it."""

    name: str
    properties: dict[str, str]
    data: str


_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (*_DATA[:2], ("%3A", ":"), ("%2C", ","), _DATA[2])


def command(line: str) -> Command | None:
    """The command that a line of the log is, or None.

    As actions/runner does it (src/Runner.Common/ActionCommand.cs, both versions); no
    library reads them.
    """
    if line.lstrip().startswith("::"):
        info, found, data = line.lstrip()[2:].partition("::")
        if found:
            name, _, told = info.partition(" ")
            pairs = (one.split("=", 1) for one in told.strip().split(",") if one)
            read = {one[0]: _undone(one[1], _PROPERTY) for one in pairs if len(one) > 1}
            return Command(name, read, _undone(data, _DATA))
    if "##[" in line and "]" in line[line.index("##[") :]:
        return Command("##", {}, line)
    return None


def _undone(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for escaped, plain in pairs:
        text = text.replace(escaped, plain)
    return text


def commands(made: str) -> list[Command]:
    """The commands of a log. The runner ends a line at CR, LF or both."""
    lines = re.split(r"\r\n|\r|\n", made)
    return [found for line in lines if (found := command(line)) is not None]


def _plain(made: str) -> list[str]:
    assert is_calm(made)
    assert commands(made) == []
    return made.split("\n")


def _json(made: str) -> list[str]:
    assert all(is_calm(line) for line in made.split("\n"))
    return list(texts_in(json.loads(made)))


def report(made: str) -> list[str]:
    """Our own JSON: names and places as they were written."""
    REPORT.validate(json.loads(made))
    return list(texts_in(json.loads(made)))


def sarif(made: str) -> list[str]:
    """Valid by OASIS, and by what GitHub and GitLab want besides."""
    log = json.loads(made)
    SARIF.validate(log)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    prints = [one["partialFingerprints"]["lxyz/v1"] for one in run["results"]]
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in prints)
    assert len(run["results"]) <= 5_000
    for one in run["results"]:
        assert one["ruleId"] in rules
        assert 0 < len(one["message"]["text"]) <= 1_024
        assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", one["message"]["text"])
        (place,) = one["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert re.fullmatch(r"[\w.~/%-]+", uri), uri
        assert not uri.startswith(("/", "./"))
    for rule in run["tool"]["driver"]["rules"]:
        tame(rule["help"]["markdown"])
    return _json(made)


def junit(made: str) -> list[str]:
    """Suites, cases and results as junitparser sees them."""
    assert is_calm(made)
    assert commands(made) == []
    found = []
    for suite in JUnitXml.fromstring(made.encode()):
        cases = list(suite)
        assert suite.tests == len(cases)
        results = [type(one).__name__ for case in cases for one in case.result]
        assert suite.failures == results.count("Failure")
        assert suite.errors == results.count("Error")
        assert suite.skipped == results.count("Skipped")
        found.append(suite.name)
        found += [one.value for one in suite.properties()]
        for case in cases:
            found += [case.name, case.classname, case.system_out or ""]
            found += [one.message for one in case.result]
            found += [one.text or "" for one in case.result]
    return found


def github(made: str) -> list[str]:
    """Nothing but annotations, and no more of a level than are shown."""
    assert is_calm(made)
    found = commands(made)
    names = [one.name for one in found]
    assert set(names) <= {"error", "warning", "notice"}
    assert all(names.count(name) <= 10 for name in set(names))
    known = {"file", "line", "col", "title"}
    texts = [line for line in made.split("\n") if command(line) is None]
    for one in found:
        assert set(one.properties) <= known
        assert one.properties.get("line", "1").isdecimal()
        texts += [one.data, *one.properties.values()]
    return texts


def gitlab(made: str) -> list[str]:
    """Valid by the schema of GitLab, and no fingerprint twice."""
    issues = json.loads(made)
    for one in issues:
        CODE_QUALITY.validate(one)
        assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not one["location"]["path"].startswith(("/", "./"))
        assert one["location"]["lines"]["begin"] >= 1
        assert len(one["description"]) <= 1_024
    return _json(made)


MARKDOWN = MarkdownIt("gfm-like")
_OURS = {
    *("heading", "paragraph", "inline", "table", "thead", "tbody", "tr", "th", "td"),
    *("bullet_list", "list_item", "text", "code_inline", "strong", "softbreak"),
    *("fence", "text_special"),
}


def tame(made: str) -> list[str]:
    """Markdown of which nothing comes but what we make ourselves: its texts."""
    found = []
    stack = MARKDOWN.parse(made)
    for token in stack:
        assert token.type.removesuffix("_open").removesuffix("_close") in _OURS, token
        for inner in token.children or ():
            name = inner.type.removesuffix("_open").removesuffix("_close")
            assert name in _OURS, (inner, token.content[:200])
        if token.type == "inline":
            found.append("".join(one.content for one in token.children or ()))
            found += [one.content for one in token.children or ()]
        elif token.type == "fence":
            found += token.content.split("\n")
    return found


def markdown(made: str) -> list[str]:
    """A summary that GitHub takes; every table has its columns in every row."""
    assert is_calm(made)
    assert len(made.encode()) <= 1024 * 1024
    rows: list[int] = []
    for token in MARKDOWN.parse(made):
        if token.type == "tr_open":
            rows.append(0)
        elif token.type in ("td_open", "th_open"):
            rows[-1] += 1
        elif token.type == "table_close":
            assert len(set(rows)) == 1
            rows = []
    lines = [line for line in made.split("\n") if line.startswith("| ")]
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in lines}
    assert widths <= {4, 6, 9}, widths
    return tame(made)


def sheet(made: str) -> list[str]:
    """RFC 4180 with a byte order mark; no cell that a spreadsheet would reckon."""
    assert made.startswith("\ufeff")
    assert is_calm(made[1:].replace("\r\n", "\n"))
    assert re.fullmatch(r"[^\r]*", made[1:].replace("\r\n", ""))
    rows = list(csv.reader(io.StringIO(made[1:], newline=""), strict=True))
    assert {len(row) for row in rows} == {19}
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"\s*[=+\-@\t\r＝＋－＠]", cell), cell
        assert not re.search(r";\s*[=+\-@]", cell), cell
        assert len(cell) < 32_767
    return [cell.replace("'", "") for row in rows for cell in row]


class _Page(HTMLParser):
    """The texts of a page, and that nothing in it runs, loads or leads away."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """No tag that loads, no attribute that runs, no link but within the page."""
        assert tag not in ("img", "iframe", "object", "embed", "base", "link")
        self.scripts += tag == "script"
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            assert name not in ("src", "srcdoc", "action", "formaction", "xlink:href")
            assert name != "href" or (value or "").startswith("#")
            self.texts.append(value or "")

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """There is none, so none can be broken out of."""
        raise AssertionError(data)


def html(made: str) -> list[str]:
    """A page with one script, its own."""
    assert is_calm(made)
    page = _Page()
    page.feed(made)
    page.close()
    assert page.scripts == 1
    return page.texts


# A format that is not here is not tested: `test_payloads.py` fails.
READERS: dict[str, Callable[[str], list[str]]] = {
    "text": _plain,
    "lines": _plain,
    "json": report,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
    "markdown": markdown,
    "csv": sheet,
    "html": html,
}


def paths_in(made: str) -> set[str]:
    """The files that a SARIF log points to, as they are on the disk."""
    (run,) = json.loads(made)["runs"]
    return {
        unquote(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for one in run["results"]
    }
