"""Reads `vocabulary.yaml` and files like it, in which every value is a text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=1)
def written() -> dict[str, Any]:
    """The content of `vocabulary.yaml`, all values as texts. Cached: callers must not
    change it."""
    return texts_of(Path(__file__).parent / "vocabulary.yaml")


def texts_of(path: Path) -> dict[str, Any]:
    """The content of a YAML file of words, all values as texts."""
    import yaml

    parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = _texts(parser(path.read_bytes()).get_event)
    return data


def _texts(get_event: Callable[[], Any]) -> Any:
    """The content of a YAML document, made from the parser's events. This takes less
    than half the time of a loader, which makes nodes first and resolves the type of
    each."""
    import yaml

    outer: list[list[Any]] = []
    inner: list[Any] = []
    while True:
        event = get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            inner.append(event.value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            outer.append(inner)
            inner = []
        elif kind is yaml.MappingEndEvent:
            made = dict(zip(inner[::2], inner[1::2], strict=True))
            inner = outer.pop()
            inner.append(made)
        elif kind is yaml.SequenceEndEvent:
            items, inner = inner, outer.pop()
            inner.append(items)
        elif kind is yaml.DocumentEndEvent:
            return inner[0]


def words_of(slug: str, entry: dict[str, Any]) -> tuple[str, ...]:
    """The words of an entry: the English one, the Chinese one, and the others that are
    accepted."""
    also: str = entry.get("also", "")
    return (slug, entry["zh"], *also.split("、")) if also else (slug, entry["zh"])
