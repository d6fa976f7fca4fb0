"""Skeletons that an editor offers where a record, or `branch.yaml`, begins.

Made from the samples that `lxyz init` writes, so that each is a sound record once its
gaps are filled in: what differs from record to record stands in a gap (`${1:…}`), and a
day that was not filled in is no day, which is marked red.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from lxyz.base.late import late
from lxyz.workshop.twin import Value, twin

_HOME = Path(__file__).parent / "home"
_NAME = "姓名"
# What stands where `lxyz init` writes an answer, or a day of the year.
_GAPS = (
    (late(r"%year%-\d\d-\d\d"), "年-月-日"),
    (late(r"%year%-\d\d"), "年-月"),
    (late(r"%year%"), "年"),
    (late(r"%(?:secretary|someone|everyone)%"), _NAME),
    (late(r"%(?:attested|waived)%"), "规则名"),
)
_GAP = late(r"\$\{(\d+):(.*)\}")
# What such records say alike everywhere.
_FIXED = frozenset(
    "全体 本人 是 支委会 每月 书记 思想、组织、作风、纪律 "
    "个人自评 党员互评 民主测评 组织评定".split()
)
_ENGLISH = {
    "年-月-日": "yyyy-mm-dd",
    "年-月": "yyyy-mm",
    "年": "yyyy",
    _NAME: "name",
    "规则名": "rule",
}
_BRANCH: dict[str, Value] = {
    "名称": "支部名称",
    "上级党组织": "上级党组织",
    "规则包": "bj-2016",
    "支委会": [{_NAME: _NAME, "职务": "书记", "任职日期": "年-月-日"}],
    "党员": [{_NAME: _NAME, "起": "年-月-日"}],
}

Snippet = dict[str, Any]


def record_snippets() -> list[Snippet]:
    """One for each common kind, in Chinese and in English."""
    samples = {str(one["类型"]): one for one in _samples()}
    groups = yaml.safe_load((_HOME / "snippets.yaml").read_text("utf-8"))
    made = []
    for group, kinds in groups.items():
        word, _, word_en = group.partition(" ")
        for kind in kinds:
            body = _gapped(samples[kind], count(1))
            told = twin(body)
            made.append(_snippet(f"{word} {kind}", body, "整条记录，逐格填写"))
            label = f"{word_en} {told['kind']}"
            made.append(_snippet(label, _renamed(told), "a whole record, gap by gap"))
    return made


def branch_snippets() -> list[Snippet]:
    """A whole `branch.yaml`."""
    body = _gapped(_BRANCH, count(1))
    told = _renamed(twin(body, "branch"))
    return [
        _snippet("支部 branch.yaml", body, "名册和设置，逐格填写"),
        _snippet("branch branch.yaml", told, "roster and settings, gap by gap"),
    ]


def _samples() -> list[dict[str, Value]]:
    """The samples with what stands for an answer or a day."""
    text = (_HOME / "samples.yaml").read_text("utf-8")
    for pattern, gap in _GAPS:
        text = pattern.sub(gap, text)
    found: list[dict[str, Value]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    return found


def _gapped(value: Any, numbers: Iterator[int], key: str = "") -> Any:
    """A record with its gaps, numbered in order."""
    if isinstance(value, dict):
        return {name: _gapped(one, numbers, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_gapped(one, numbers) for one in value]
    fixed = key == "类型" or value in _FIXED
    return value if fixed else f"${{{next(numbers)}:{value}}}"


def _renamed(value: Any, key: str = "") -> Any:
    """The gaps of an English record: each says in English what goes there."""
    if isinstance(value, dict):
        return {name: _renamed(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, key) for one in value]
    gap = _GAP.fullmatch(str(value))
    return f"${{{gap[1]}:{_ENGLISH.get(gap[2], key)}}}" if gap else value


def _snippet(label: str, body: dict[str, Value], told: str) -> Snippet:
    """Listed before all keys: the keys go on where it has begun."""
    return {"label": label, "sortText": f"0{label}", "description": told, "body": body}
