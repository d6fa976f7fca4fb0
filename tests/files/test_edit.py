"""Additions to a text: what was there stays, byte for byte, and reads as it did."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.files import Mapping, Node, Scalar, Sequence, read_text
from lxyz.files.edit import Text, decoded
from lxyz.render.page.yamltext import braces, write

NEW = [{"新": "一", "内": ["甲", {"键": "a, b: [c]"}]}, {"新": "二 # 三"}]
BLOCKS = [write(one) for one in NEW]
BRACES = [braces(one) for one in NEW]


def plain(node: Node | None) -> Any:
    """A tree without its places."""
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(one) for one in node.items]
    assert isinstance(node, Scalar)
    return node.value


def read(data: bytes) -> Node:
    """The tree of a file without faults (of the encoding, and comments that stand close, one is warned)."""
    document = read_text(data, "a.yaml", most_depth=20)
    assert [one for one in document.faults if one.level == "error"] == []
    assert document.root is not None
    return document.root


def by_another(data: bytes) -> Any:
    """What a stock parser reads, every scalar a text."""
    return _trimmed(yaml.load(decoded(data)[2], yaml.BaseLoader))  # noqa: S506 - texts


def _trimmed(value: Any) -> Any:
    """Line ends behind a block say nothing here."""
    if isinstance(value, dict):
        return {key: _trimmed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_trimmed(one) for one in value]
    return value.rstrip("\n")


def lists_of(node: Node, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all lists in a tree."""
    if isinstance(node, Sequence):
        yield path
        for number, one in enumerate(node.items):
            yield from lists_of(one, (*path, number))
    elif isinstance(node, Mapping):
        for number, (_, value) in enumerate(node.pairs):
            yield from lists_of(value, (*path, number))


def at(node: Any, path: tuple[Any, ...]) -> Any:
    """The node, or plain value, at a path."""
    for step in path:
        if isinstance(node, Mapping):
            node = node.pairs[step][1]
        elif isinstance(node, Sequence):
            node = node.items[step]
        else:
            node = list(node.values())[step] if isinstance(node, dict) else node[step]
    return node


def check(data: bytes, path: tuple[Any, ...], *, at_end: bool = False) -> bytes:
    """Adds to the list at a path, and looks at all that must hold."""
    root = read(data)
    listed = at(root, path)
    text = Text(data)
    text.add(listed, BLOCKS, BRACES, at_end=at_end)
    made = text.data()
    again = read(made)
    wanted, seen = plain(root), by_another(data)
    at(wanted, path).extend(NEW)
    at(seen, path).extend(NEW)
    assert plain(again) == wanted
    assert by_another(made) == seen
    _is_inside(data, made)
    if not listed.flow:
        _is_inside(data.splitlines(), made.splitlines())
        endings = {line[len(line.rstrip(b"\r\n")) :] for line in made.splitlines(True)}
        if b"\r\n" in data and b"\n" not in data.replace(b"\r\n", b""):
            assert endings <= {b"\r\n", b""}
    ended = data.endswith((b"\n", b"\n\x00"))
    assert made.endswith((b"\n", b"\n\x00")) == ended or listed.flow
    return made


def _is_inside(small: Any, big: Any) -> None:
    """Whether all of one is in the other, in its order."""
    rest = iter(big)
    assert all(one in rest for one in small)


# ------------------------------------------------------------------ by example


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("- 甲: 1\n", (), "- 甲: 1\n- 新: 一\n"),
        ("- 甲: 1", (), "- 甲: 1\n- 新: 一"),
        ("- 甲: 1\r\n", (), "- 甲: 1\r\n- 新: 一\r\n"),
        ("- 甲: 1\r\n- 乙: 2", (), "- 甲: 1\r\n- 乙: 2\r\n- 新: 一"),
        ("- 甲: 1\r", (), "- 甲: 1\r- 新: 一\r"),
        ("  - 甲: 1\n", (), "  - 甲: 1\n  - 新: 一\n"),
        ("甲:\n- 1\n- 2\n乙: 3\n", (0,), "甲:\n- 1\n- 2\n- 新: 一\n乙: 3\n"),
        (
            "甲:\n    -   乙: 2   # 注\n    # 下一个\n丙: 3\n",
            (0,),
            "甲:\n    -   乙: 2   # 注\n    - 新: 一\n    # 下一个\n丙: 3\n",
        ),
        (
            "甲:\n  - |\n    # 不是注\n    - 不是条目\n\n\n乙: 3\n",
            (0,),
            "甲:\n  - |\n    # 不是注\n    - 不是条目\n  - 新: 一\n\n\n乙: 3\n",
        ),
        (
            "甲:\n  - {乙: 1,\n     丙: 2, # 注 }\n    }\n丁: 3\n",
            (0,),
            "甲:\n  - {乙: 1,\n     丙: 2, # 注 }\n    }\n  - 新: 一\n丁: 3\n",
        ),
        ("甲: [a, 'b''c']  # 注\n", (0,), "甲: [a, 'b''c', {新: 一}]  # 注\n"),
        ('甲: ["b\\"c" ,]\n', (0,), '甲: ["b\\"c", {新: 一} ,]\n'),
        ("甲: [a: b]\n", (0,), "甲: [a: b, {新: 一}]\n"),
        (
            "[{甲: [1]},\n {乙: 2} # 注\n]\n",
            (),
            "[{甲: [1]},\n {乙: 2}, {新: 一} # 注\n]\n",
        ),
    ],
)
def test_where_it_goes(before: str, path: tuple[Any, ...], after: str) -> None:
    """Behind the last entry, as the list is indented and its lines end."""
    one = [{"新": "一"}]
    text = Text(before.encode())
    listed = at(read(before.encode()), path)
    text.add(listed, [write(one[0])], [braces(one[0])])
    assert text.data().decode() == after
    check(before.encode(), path)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- 甲: 1\n# 完\n\n", "- 甲: 1\n# 完\n\n- 新: 一\n"),
        ("- 甲: 1\n  # 完", "- 甲: 1\n  # 完\n- 新: 一"),
        ("- 甲: |\n    a\n\n", "- 甲: |\n    a\n\n- 新: 一\n"),
        ("[{甲: 1}]\n# 完\n", "[{甲: 1}, {新: 一}]\n# 完\n"),
    ],
)
def test_at_the_end_of_a_file(before: str, after: str) -> None:
    """What stands behind the last entry stays behind it."""
    root = read(before.encode())
    assert isinstance(root, Sequence)
    text = Text(before.encode())
    text.add(root, [["新: 一"]], ["{新: 一}"], at_end=True)
    assert text.data().decode() == after
    check(before.encode(), (), at_end=True)


@pytest.mark.parametrize("ending", ["", "\n"])
def test_two_lists_that_end_together(ending: str) -> None:
    """Each gets its own."""
    data = f"- 甲:\n    - 1{ending}".encode()
    root = read(data)
    assert isinstance(root, Sequence)
    text = Text(data)
    text.add(at(root, (0, 0)), [["乙: 2"]], [])
    text.add(root, [["丙: 3"]], [], at_end=True)
    assert text.data().decode() == f"- 甲:\n    - 1\n    - 乙: 2\n- 丙: 3{ending}"
    assert plain(read(text.data())) == [{"甲": ["1", {"乙": "2"}]}, {"丙": "3"}]


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("gb18030", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
def test_in_the_encoding_of_the_file(codec: str, mark: bytes) -> None:
    """The mark in front of it stays, too."""
    data = mark + "- 类型: 党课\n  条目: [学习计划, 主题党日]\n".encode(codec)
    made = check(data, (0, 1))
    assert made.startswith(mark)
    assert "学习计划, 主题党日, {新: 一" in made[len(mark) :].decode(codec)


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xef\xbb\xbf\xff", b"\xff\xfe\xff"])
def test_any_bytes_are_some_text(data: bytes) -> None:
    """To be shown; what is no text in its encoding is seen to be none."""
    mark, _, text = decoded(data)
    assert data.startswith(mark)
    assert ("\ufffd" in text) == (len(data) > len(mark))


# ------------------------------------------------------------------ by the hundred


class Writer:
    """Writes a file as people do: no two alike."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.keys = 0

    def one_of(self, *choices: Any) -> Any:
        """One of several."""
        return self.random.choice(choices)

    def text(self, *, flow: bool) -> str:
        """A text on one line."""
        return str(
            self.one_of(
                "甲乙",
                "2016-06-24",
                "a b",
                "'单 '' 引'",
                '"双 \\" # 引"',
                '"\\u4e00"',
                "'[{,}]: '",
                *(() if flow else ("a, b", "党课（一）#1", "a]}b")),
            )
        )

    def key(self) -> str:
        """A key that is not there yet."""
        self.keys += 1
        return str(
            self.one_of(f"键{self.keys}", f"'键 {self.keys}'", f'"k{self.keys}"')
        )

    def comment(self) -> str:
        """A comment behind something, or none."""
        return str(self.one_of("", "", "", "   # 注 ]}", "  # - 甲: 1"))

    def between(self, indent: int) -> list[str]:
        """What may stand between two lines."""
        return list(self.one_of([], [], [], [""], [f"{' ' * indent}# 注: [", "# - 甲"]))

    def in_flow(self, depth: int) -> str:
        """A list or mapping on one line, or on several."""
        glue = self.one_of(
            ", ", ",", " , ", ",\n            ", ", # 注 ]\n            "
        )
        end = self.one_of(
            "", " ", ",", " , ", "\n            ", " # 注 }\n            "
        )
        inner = [
            self.in_flow(depth - 1)
            if depth and self.one_of(True, False)
            else self.text(flow=True)
            for _ in range(self.one_of(1, 2, 3))
        ]
        if glue == ",":
            glue = ", "
        if self.one_of(True, False):
            return f"[{glue.join(inner)}{end}]"
        return f"{{{glue.join(f'{self.key()}: {one}' for one in inner)}{end}}}"

    def value(self, indent: int, depth: int) -> list[str]:
        """The lines of a value: the first goes behind its key or dash, where it has one
        in front of it; an empty first line where it begins on the next."""
        how = self.one_of("text", "text", "flow", "block", "list", "mapping")
        if how == "text" or (depth == 0 and how in ("list", "mapping")):
            return [self.text(flow=False) + self.comment()]
        if how == "flow":
            return (self.in_flow(1) + self.comment()).split("\n")
        if how == "block":
            head = self.one_of("|", "|-", "|+", "| # 注")
            lines = ["- 甲", "# 不是注", "", "  再缩进", "末"][
                : self.one_of(1, 2, 4, 5)
            ]
            own = [f"{' ' * (indent + 2)}{line}" if line else "" for line in lines]
            return [head, *own, *self.one_of([], [""], ["", ""])]
        if how == "list":
            inner = indent + self.one_of(0, 2, 4)
            return ["", *self.listed(inner, depth - 1)]
        return ["", *self.mapping(indent + self.one_of(2, 3), depth - 1)]

    def listed(self, indent: int, depth: int) -> list[str]:
        """A list of some entries."""
        lines: list[str] = []
        for _ in range(self.one_of(1, 2, 3)):
            lines += self.between(indent) if lines else []
            gap = " " * self.one_of(1, 1, 3)
            if depth and self.one_of(True, False):
                inner = self.mapping(indent + 1 + len(gap), depth - 1)
                inner[0] = inner[0].lstrip()
            else:
                inner = self.value(indent + 2, 0)
            lines += [f"{' ' * indent}-{gap}{inner[0]}", *inner[1:]]
        return lines

    def mapping(self, indent: int, depth: int) -> list[str]:
        """A mapping of some pairs."""
        lines: list[str] = []
        for _ in range(self.one_of(1, 2, 3)):
            lines += self.between(indent) if lines else []
            inner = self.value(indent, depth)
            head = f"{' ' * indent}{self.key()}:"
            lines += [f"{head} {inner[0]}".rstrip(), *inner[1:]]
        return lines

    def file(self) -> str:
        """A list of records with comments before, between and behind."""
        indent = self.one_of(0, 0, 2)
        lines = self.one_of([], ["# 头", ""])
        for _ in range(self.one_of(1, 2, 3)):
            inner = self.mapping(indent + 2, 3)
            lines = [*lines, f"{' ' * indent}- {inner[0].lstrip()}", *inner[1:]]
            lines += self.between(indent)
        end = self.one_of("", "\n", "\n\n", "\n# 尾\n", "\n# 尾")
        return str("\n".join(lines) + end).replace(
            "\n", self.one_of("\n", "\n", "\r\n")
        )


@given(st.integers(0, 2**32))
@settings(
    max_examples=int(os.environ.get("LXYZ_LAWS", "60")),
    derandomize="LXYZ_LAWS" not in os.environ,
    deadline=None,
)
def test_whatever_was_written(seed: int) -> None:
    """In every list of it: all bytes are still there, in order; it reads as before,
    with the new entries at the end of that list, here and for another parser."""
    data = Writer(Random(seed)).file().encode()  # noqa: S311 - no secret
    root = read(data)
    for path in lists_of(root):
        check(data, path)
    check(data, (), at_end=True)
