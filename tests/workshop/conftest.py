"""Packs for the workshop, written by the test, and what lint tells of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lxyz.packs.load import read_pack
from lxyz.packs.types import Pack
from lxyz.render.said.problems import problem_sentence
from lxyz.workshop.lint import lint

HEAD = """pack:
  id: t-2016
  version: "1.0"
  title: 试
  title_en: Try
  document: 试
  year: 2016
"""
CLAUSE = "- {{id: t-2016-{:02}, clause: 一, subject: 党课, actor: branch, modality: {}, checkable: yes, became: {}, why: 见原文}}\n"
NO_CASE = "branch: {name: 样例支部, packs: t-2016}\ncases:\n- {rule: r0}\n"
Build = Callable[..., Pack]


@pytest.fixture
def pack(tmp_path: Path) -> Build:
    """Makes a pack of rules (flow mappings without covers, unless they say), with one
    clause that is judged, and cases."""

    def build(
        *rules: str, more: str = "", clauses: str | None = None, cases: str = ""
    ) -> Pack:
        folder = tmp_path / "t-2016"
        folder.mkdir(exist_ok=True)
        lines = []
        for number, rule in enumerate(rules):
            row = "$id" if "rows: [" in rule else ""
            title = f"甲{number}{row}"
            given = {"id": f"r{number}", "title": title, "title_en": "A"}
            given |= {"covers": "[t-2016-01]", "modality": "must", "for": "branch"}
            own = [f"{k}: {v}" for k, v in given.items() if f"{k}: " not in f" {rule}"]
            lines.append(f"- {{{', '.join(own)}, {rule}}}\n")
        text = f"{HEAD}{more}rules:\n{''.join(lines)}" if rules else f"{HEAD}{more}"
        (folder / "pack.yaml").write_text(text, "utf-8")
        judged = CLAUSE.format(1, "must", "judged")
        listed = judged if clauses is None else clauses
        (folder / "clauses.yaml").unlink(missing_ok=True)
        if listed:
            (folder / "clauses.yaml").write_text(f"clauses:\n{listed}", "utf-8")
        (folder / "cases.yaml").write_text(cases or NO_CASE, "utf-8")
        return read_pack(folder)

    return build


def told(pack: Pack) -> list[str]:
    """The texts of the problems, without the rule; each can be said in Chinese, with a
    value for every place (`?` stands where there is none)."""
    problems = lint(pack)
    assert not pack.problems
    for one in problems:
        sentence = problem_sentence(one.text, "zh")
        assert sentence[0] == "P", one.text
        assert any("\u4e00" <= char <= "\u9fff" for char in sentence), sentence
        assert "?" not in sentence, sentence
    return [one.text.removeprefix("r0: ") for one in problems]
