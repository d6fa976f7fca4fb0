"""Sentences with holes: `{name}` is filled in, `[[…]]` stands only if all its holes
can be filled. Nothing that a value holds can break a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxyz.base.late import late
from lxyz.render.page.safe import clean

_HOLE = late(r"\{([a-z_]+)\}")
_PART = late(r"\[\[(.*?)\]\]")


def fill(template: str, values: Mapping[str, str]) -> str:
    """The sentence with the values in its holes; a hole without a value shows `?`."""

    def part(found: re.Match[str]) -> str:
        inner = found[1]
        whole = all(values.get(name) for name in _HOLE.findall(inner))
        return inner if whole else ""

    def hole(found: re.Match[str]) -> str:
        return clean(values.get(found[1]) or "?")

    return _HOLE.sub(hole, _PART.sub(part, template))
