"""How a plan arranges kinds of record: what may be one sitting, what comes early or
last. The kinds are named in `customs.yaml`, nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lxyz.base.named import NamedTuple


class Customs(NamedTuple):
    """Kinds that may be one sitting of the branch (`together`) or of a group
    (`in_groups`), or are none (`alone`), that look back on a year (`year_end`), and that
    one begins with (`early`); `own` are those that a branch's own action may be, the
    first that is planned anyway; `visited` those that a leading cadre of another branch
    comes to, `received` those that are done for the members they name; `a_day` is how
    much of something that is added up one day holds; `forms` how things are usually done
    that are no sitting and no paper; `examples` what is written where anything would do;
    `new_years` are the first days of lunar years."""

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
    """The customs, read at the first call."""
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
    """How one of these kinds is usually done; nothing where that is not said."""
    usual = customs().forms
    return next((usual[kind] for kind in kinds if kind in usual), "")
