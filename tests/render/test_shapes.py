"""The words for every shape that a rule can have, compared with a file."""

import os
from pathlib import Path

import pytest

from lxyz.packs.bind import described
from lxyz.packs.load import load_pack, read_pack
from lxyz.packs.types import Pack
from lxyz.render.page.style import Style
from lxyz.render.rule.asks import applies, asks
from lxyz.render.rule.dues import due_lines
from lxyz.render.rule.explain import explain

SHAPES = Path(__file__).parent / "shapes"
GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack with every shape."""
    problems = read_pack(SHAPES).problems
    assert not problems, problems
    return load_pack(SHAPES)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_are_as_before(pack: Pack, lang: str) -> None:
    """Words are as before."""
    lines = []
    for name, rule in described(pack).items():
        lines += [
            name,
            asks(rule, lang),
            *applies(rule, lang),
            *due_lines(rule, pack, lang),
            "",
        ]
    made = "\n".join(lines)
    file = GOLDEN / f"render-shapes-{lang}.txt"
    if os.environ.get("LXYZ_GOLDEN"):
        file.write_text(made, encoding="utf-8", newline="\n")
    assert made == file.read_text(encoding="utf-8")


def test_each_is_explained(pack: Pack) -> None:
    """Each is explained."""
    for name in described(pack):
        for lang in ("zh", "en"):
            told = explain(name, [pack], Style(lang, 80))
            assert "None" not in told
            assert "$" not in told
