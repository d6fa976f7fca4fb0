"""How a plan arranges kinds of record: what may be one sitting, what comes early or
last. The kinds are named in `customs.yaml`, nowhere else."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Customs(NamedTuple):
    """Kinds that may be one sitting of the branch (`together`) or of a group
    (`in_groups`), that look back on a year, and that one begins with; `own` are those
    that a branch's own action may be, the first that is planned anyway."""

    together: frozenset[str]
    in_groups: frozenset[str]
    year_end: frozenset[str]
    early: frozenset[str]
    own: tuple[str, ...]


@lru_cache(maxsize=1)
def customs() -> Customs:
    """The customs, read at the first call."""
    import yaml

    text = (Path(__file__).parent / "customs.yaml").read_text(encoding="utf-8")
    said: dict[str, list[str]] = yaml.safe_load(text)
    own = tuple(said.pop("own"))
    return Customs(**{name: frozenset(kinds) for name, kinds in said.items()}, own=own)
