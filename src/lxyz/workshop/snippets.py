"""Skeletons that an editor offers where a record, or `branch.yaml`, begins.

They are made from the samples that `lxyz init` writes, so each is a valid record once
its gaps (`${1:…}`) are filled in. A day that is not filled in is no valid day, so an
editor marks it red.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from lxyz.base.late import late
from lxyz.vocabulary.worded import Value, worded

_HOME = Path(__file__).parent / "home"
_NAME = "姓名"
# The gaps in the places in which `lxyz init` writes an answer, or a day of the year.
_GAPS = (
    (late(r"%year%-\d\d-\d\d"), "年-月-日"),
    (late(r"%year%-\d\d"), "年-月"),
    (late(r"%year%"), "年"),
    (late(r"%(?:secretary|someone|everyone)%"), _NAME),
    (late(r"%(?:attested|waived)%"), "规则名"),
)
_GAP = late(r"\$\{(\d+):(.*)\}")

Snippet = dict[str, Any]


def record_snippets() -> list[Snippet]:
    """A snippet for each common kind of record, in Chinese and in English."""
    samples = {str(one["类型"]): one for one in _samples()}
    made = []
    for group, kinds in _told()["groups"].items():
        word, _, word_en = group.partition(" ")
        for kind in kinds:
            body = _gapped(samples[kind], count(1))
            told = worded(body, "en")
            made.append(_snippet(f"{word} {kind}", body, "整条记录，逐格填写"))
            label = f"{word_en} {told['kind']}"
            made.append(_snippet(label, _renamed(told), "a whole record, gap by gap"))
    return made


def branch_snippets() -> list[Snippet]:
    """The snippets of a whole `branch.yaml`."""
    body = _gapped(_told()["branch"], count(1))
    told = _renamed(worded(body, "en", "branch"))
    return [
        _snippet("支部 branch.yaml", body, "名册和设置，逐格填写"),
        _snippet("branch branch.yaml", told, "roster and settings, gap by gap"),
    ]


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    """The content of the file of snippets: groups, the branch, and texts for gaps."""
    told: dict[str, Any] = yaml.safe_load((_HOME / "snippets.yaml").read_text("utf-8"))
    return told


def _samples() -> list[dict[str, Value]]:
    """The samples, with placeholders for answers and days."""
    text = (_HOME / "samples.yaml").read_text("utf-8")
    for pattern, gap in _GAPS:
        text = pattern.sub(gap, text)
    found: list[dict[str, Value]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    return found


def _gapped(value: Any, numbers: Iterator[int], key: str = "") -> Any:
    """A record with numbered gaps in place of what differs from record to record."""
    if isinstance(value, dict):
        return {name: _gapped(one, numbers, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_gapped(one, numbers) for one in value]
    fixed = key == "类型" or value in _told()["fixed"].split()
    return value if fixed else f"${{{next(numbers)}:{value}}}"


def _renamed(value: Any, key: str = "") -> Any:
    """A record whose gaps say in English what goes there."""
    if isinstance(value, dict):
        return {name: _renamed(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, key) for one in value]
    gap = _GAP.fullmatch(str(value))
    return f"${{{gap[1]}:{_told()['english'].get(gap[2], key)}}}" if gap else value


def _snippet(label: str, body: dict[str, Value], told: str) -> Snippet:
    """A snippet that an editor lists before all keys."""
    return {"label": label, "sortText": f"0{label}", "description": told, "body": body}
