"""A node as plain values, for what is no record: rule packs, parameters."""

from __future__ import annotations

from typing import Any

from lxyz.files import Node, Scalar, Sequence


def plain(node: Node) -> Any:
    """A node as texts, tuples and dicts."""
    if isinstance(node, Scalar):
        return node.value if node.style == "block" else node.value.strip()
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node.items)
    return {key.value: plain(value) for key, value in node.pairs}
