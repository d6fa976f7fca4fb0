"""The tree of a text, what is saved of a broken one, and both parsers."""

from __future__ import annotations

import string
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.files import Mapping, Scalar, Sequence, read_text, salvage, tree
from lxyz.files.scalars import MOST_SCALAR


def read(text: str, **limits: int) -> tuple[Any, list[tuple[str, int, int]]]:
    """The tree as plain values, and code, line and column of each fault."""
    document = read_text(text.encode(), "x.yaml", **limits)
    return plain(document.root), [(f.code, f.line, f.column) for f in document.faults]


def plain(node: Any) -> Any:
    """A tree as texts, lists and lists of pairs."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return [(key.value, plain(value)) for key, value in node.pairs]
    return node


@pytest.mark.parametrize(
    ("depth", "is_read"), [(7, True), (8, True), (9, False), (5000, False)]
)
def test_eight_levels(depth: int, *, is_read: bool) -> None:
    """The ninth is refused at its place, however many follow."""
    found, told = read("[" * depth + "甲" + "]" * depth)
    assert (found is not None) is is_read
    assert told == ([] if is_read else [("F115", 1, 9)])


def test_other_depths() -> None:
    """Rule packs may nest deeper."""
    assert read("[" * 9 + "甲" + "]" * 9, most_depth=9)[1] == []


@pytest.mark.parametrize("place", ["备注: {}", "- {}", "备注: '{}'", "备注: |\n  {}"])
@pytest.mark.parametrize(("length", "is_read"), [(MOST_SCALAR, True), (64_001, False)])
def test_long_texts(place: str, length: int, *, is_read: bool) -> None:
    """64,000 characters are taken; one more costs the value, not the record."""
    length -= "|" in place  # the line end counts
    told = read(place.format("x" * length) + "\n")[1]
    assert [code for code, *_ in told] == ([] if is_read else ["F116"])


def test_long_tags() -> None:
    """They are told by their beginning, as all else that is long."""
    (told,) = read_text(f"备注: !{'x' * 90_000} 甲\n".encode(), "x.yaml").faults
    assert (told.code, told.values) == ("F113", (("tag", f"!{'x' * 59}"),))


def test_long_lines_are_looked_at() -> None:
    """A long line is no way around the checks."""
    text = f"备注: {'x' * 100} #甲{'x' * MOST_SCALAR}\n主题: 乙\n"
    assert read(text) == ([("主题", "乙")], [("F108", 1, 106)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("主题:  甲\t\n", [("主题", "甲")]),
        ("主题: 甲  # 乙\n", [("主题", "甲")]),
        ("主题: '甲'  # 乙\n", [("主题", "甲")]),
        ("{主题: 甲}  # 乙\n", [("主题", "甲")]),
        ("主题: 甲  ##\n", [("主题", "甲")]),
        ("主题: 甲#乙\n", [("主题", "甲#乙")]),
        ("# 甲\n---\n主题: 甲\n", [("主题", "甲")]),
        ("主题: ''''\n", [("主题", "'")]),
        ('主题: "\\t\\u7532"\n', [("主题", "\t甲")]),
        ("内容: |\n  甲\n\n  乙\n", [("内容", "甲\n\n乙")]),
        ("内容: |+\n  甲\n\n\n主题: 乙\n", [("内容", "甲"), ("主题", "乙")]),
        ("主题: 甲?\n", [("主题", "甲?")]),
        ("主题: a & b ! c\n", [("主题", "a & b ! c")]),
        ("主题: 甲 : 乙\n".replace(" : ", "："), [("主题", "甲：乙")]),
    ],
)
def test_taken_as_written(text: str, found: Any) -> None:
    """What looks odd and is sound."""
    assert read(text) == (found, [])


@pytest.mark.parametrize(
    ("text", "found", "told"),
    [
        # the field is lost, the record stands
        ("主题: 甲 #乙\n地点: 丙\n", [("地点", "丙")], [("F108", 1, 7)]),
        ("主题: 甲 # 乙\n", [("主题", "甲")], [("F108", 1, 7)]),
        ("主题:\n地点: 丙\n", [("地点", "丙")], [("F117", 1, 1)]),
        ("主题: ''\n地点: 丙\n", [("地点", "丙")], [("F117", 1, 1)]),
        ("? 主题\n", None, [("F123", 1, 3)]),
        ("'': x\n'主题': 丙\n", [("主题", "丙")], [("F120", 1, 1)]),
        ("'': [x]\n主题: 丙\n", [("主题", "丙")], [("F120", 1, 1)]),
        ("主题: 甲\n主题: 乙\n", [("主题", "甲")], [("F110", 2, 1)]),
        ("主题: {}\n", [("主题", [])], [("F117", 1, 5)]),
        ("主题: [甲, '']\n", [("主题", ["甲"])], [("F117", 1, 9)]),
        ("- 甲\n-\n", ["甲"], [("F117", 2, 1)]),
        ('主题: "\\e[2K"\n', [("主题", " [2K")], [("F010", 1, 5)]),
        ("<<: {主题: 甲}\n", None, [("F114", 1, 1)]),
        ("- 甲\n- [甲\n- 乙\n", ["甲", "乙"], [("F119", 2, 3)]),
        # one slip costs one row of a table, wherever that stands
        (
            "类型: 甲\n明细:\n  - {日期: @}\n  - {日期: 2}\n",
            [("类型", "甲"), ("明细", [[("日期", "2")]])],
            [("F107", 3, 10)],
        ),
        (
            "- 类型: 甲\n  明细:\n  - {日期: @}\n  - {日期: 2}\n- 类型: 乙\n",
            [[("类型", "甲"), ("明细", [[("日期", "2")]])], [("类型", "乙")]],
            [("F107", 3, 10)],
        ),
        ("类型: 甲\n明细:\n  - {日期: @}\n主题: [\n", None, [("F107", 3, 10)]),
        # the head of a table, or what follows it, cannot be read
        ("类型: @甲\n明细:\n  - {日期: 1}\n", None, [("F107", 1, 5)]),
        ("内容: |\n  明细:\n  - 甲\n主题: @\n", None, [("F107", 4, 5)]),
        ("明细:\n", [], [("F117", 1, 1)]),
        ("- - 类型: 甲\n    明细:\n      - @\n", None, [("F107", 3, 9)]),
        ("内容:\n  明细:\n    - @\n", None, [("F107", 3, 7)]),
        ("主题: @\n明细:\n", None, [("F107", 1, 5)]),
        ("主题: @\n明细: \n  甲\n", None, [("F107", 1, 5)]),
    ],
)
def test_what_is_left(text: str, found: Any, told: list[tuple[str, int, int]]) -> None:
    """Of a text with a slip in it all but what the slip spoils."""
    assert read(text) == (found, told)


def test_too_many_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file of thousands of records with a slip the first are read piece by piece,
    and the others as one: with a slip in them, too, the first are kept."""
    monkeypatch.setattr(salvage, "MOST_PIECES", 2)
    items = "- 甲\n- [\n"
    rows = "类型: 甲\n明细:\n  - {日期: @}\n  - {日期: 2}\n"
    assert read(items)[0] == ["甲"]
    assert read(f"{items}- 乙\n- 丙\n")[0] == ["甲", "乙", "丙"]
    assert read("- 甲\n- 乙\n- 丙\n- [\n")[0] == ["甲", "乙"]
    assert read(rows)[0] is not None
    assert read(f"{rows}  - {{日期: 3}}\n  - {{日期: @}}\n")[0] is not None


# --- the Python parser, where there is no libyaml ------------------------------------


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML as it is where it was built without the C parser."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    tree._parser.cache_clear()
    monkeypatch.setattr(tree, "_parser", lambda: yaml.SafeLoader)


@pytest.mark.usefixtures("without_libyaml")
@pytest.mark.parametrize(
    ("text", "found", "told"),
    [
        ("主题: 甲\n", [("主题", "甲")], []),
        ("主题: @甲\n", None, [("F107", 1, 5)]),
        # where the two parsers differ
        ("%YAML 1.3\n---\n主题: 甲\n", None, [("F111", 1, 1)]),
        ("主题: 甲\t\n地点: 乙\n", None, [("F103", 1, 6)]),
        ('主题: "\\ud800"\n', [("主题", " ")], [("F010", 1, 5)]),
        ('主题: "\\UFFFFFFFF"\n', None, [("F122", 1, 1)]),
    ],
)
def test_without_libyaml(text: str, found: Any, told: Any) -> None:
    """The same reader, but for what the Python parser takes or refuses besides."""
    assert not tree.is_fast()
    assert read(text) == (found, told)


@pytest.mark.parametrize("is_there", [True, False])
def test_which_parser(monkeypatch: pytest.MonkeyPatch, *, is_there: bool) -> None:
    """The C parser if PyYAML has one."""
    monkeypatch.setattr(yaml, "__with_libyaml__", is_there)
    tree._parser.cache_clear()
    parser = tree._parser()
    assert (parser is yaml.SafeLoader) is not is_there
    tree._parser.cache_clear()


# --- against ruamel.yaml -------------------------------------------------------------


def by_ruamel(text: str) -> Any:
    """The tree that ruamel.yaml (1.2, texts only) makes, or None where it refuses."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.nodes import MappingNode, ScalarNode

    def turned(node: Any) -> Any:
        if isinstance(node, ScalarNode):
            return node.value.rstrip("\n") if node.style == "|" else node.value
        if isinstance(node, MappingNode):
            return [(turned(key), turned(value)) for key, value in node.value]
        return [turned(item) for item in node.value]

    try:
        node = YAML(typ="rt", pure=True).compose(text)
    except (YAMLError, ValueError, AttributeError, IndexError, NotImplementedError):
        return None  # it also fails at comments that it cannot put back
    return None if node is None else turned(node)


EXAMPLES = [
    "类型: 集体学习\n日期: 2016-04-15\n出席情况: 全体\n",
    "- 类型: 党课\n  发言: {主讲: 王敏}\n- {日期: 2016-04-22, 出席情况: [王敏, 李娜]}\n",
    "内容: |\n  甲\n\n    乙\n主题: '甲''乙'\n题目: \"\\u7532\\\"\"\n",
    "类型: 集体学习\n明细:\n  - {日期: 2016-04-22, 出席情况: 全体}\n  # 补\n  - 日期: 1\n",
    "应到: 007\n实到: yes\n时间: 14:00-16:30\n备注: ~\n金额: 1e5\n日期: 2016.10\n",
]
PIECES = [
    *string.punctuation,
    *" \n\t",
    "\n  ",
    "\n- ",
    ": ",
    " #",
    "：",
    "甲",
    "  # 乙\n",
]


@st.composite
def mutated(draw: Any) -> str:
    """An example with up to four pieces put in, taken out or doubled."""
    text: str = draw(st.sampled_from(EXAMPLES))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        size = draw(st.integers(0, 4))
        text = (
            text[:start] + draw(st.sampled_from(["", *PIECES])) + text[start + size :]
        )
    return text


@settings(max_examples=400)
@given(mutated())
def test_agrees_with_ruamel(text: str) -> None:
    """Whatever is read without a fault is what ruamel.yaml reads, if it reads it.

    It refuses besides: keys that only differ from each other in how YAML 1.2 would read
    them, and marks in places where 1.2 is stricter than 1.1. Deliberately different is
    only that the line ends at the end of a `|` block are left off.
    """
    found, told = read(text)
    other = by_ruamel(text)
    if not told and found is not None and other is not None:
        assert found == other


@settings(max_examples=200)
@given(mutated())
def test_both_parsers_agree(text: str) -> None:
    """What both of PyYAML's parsers take in silence they take alike; the differences
    are named in `test_without_libyaml`."""
    fast = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "_parser", lambda: yaml.SafeLoader)
        slow = read(text)
    if not fast[1] and not slow[1]:
        assert fast[0] == slow[0]
