"""Customs: how a plan arranges kinds of record, read from `customs.yaml`.

That file alone names the kinds: what may be one sitting, what comes early or last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lxyz.base.named import NamedTuple


class Customs(NamedTuple):
    """How a plan arranges kinds of record.

    - `together`, `in_groups`: kinds that may be one sitting of the branch, of a group
    - `alone`: kinds of activity that are no sitting
    - `year_end`: kinds that look back on a year
    - `early`: kinds with which a year begins
    - `visited`: kinds to which a leading cadre of another branch comes
    - `received`: kinds that are done for the members they name
    - `own`: kinds that may be the branch's own action; the first that is planned is taken
    - `a_day`: of an attribute that is added up, how much one day holds
    - `forms`: the usual form of kinds that are neither sitting nor paper
    - `examples`: the value of a key where any would do
    - `new_years`: the first days of lunar years
    """

    together: frozenset[str]
    in_groups: frozenset[str]
    alone: frozenset[str]
    year_end: frozenset[str]
    early: frozenset[str]
    visited: frozenset[str]
    received: frozenset[str]
    own: tuple[str, ...]
    a_day: Mapping[str, int]
    forms: Mapping[str, str]
    examples: Mapping[str, str]
    new_years: tuple[date, ...]


@lru_cache(maxsize=1)
def customs() -> Customs:
    """The customs; read once."""
    import yaml

    text = (Path(__file__).parent / "customs.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    made: dict[str, Any] = {
        name: MappingProxyType(one) if isinstance(one, dict) else frozenset(one)
        for name, one in said.items()
    }
    made |= {name: tuple(said[name]) for name in ("own", "new_years")}  # in order
    return Customs(**made)


def usual_form(kinds: Iterable[str]) -> str:
    """The usual form of the first of these kinds that has one; empty for none."""
    usual = customs().forms
    return next((usual[kind] for kind in kinds if kind in usual), "")
