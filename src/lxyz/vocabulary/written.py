"""`vocabulary.yaml`, and files like it, as they are written."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=1)
def written() -> dict[str, Any]:
    """`vocabulary.yaml` as it is written, all values texts; not to be changed."""
    return texts_of(Path(__file__).parent / "vocabulary.yaml")


def texts_of(path: Path) -> dict[str, Any]:
    """A file of words as it is written, all values texts."""
    import yaml

    parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = _texts(parser(path.read_bytes()).get_event)
    return data


def _texts(get_event: Callable[[], Any]) -> Any:
    """What a document of texts holds, from its events: in less than half of the time in
    which a loader makes nodes of them first, and finds out the type of each."""
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
    """The words of an entry: the English word, the Chinese one, and what else is accepted."""
    also: str = entry.get("also", "")
    return (slug, entry["zh"], *also.split("、")) if also else (slug, entry["zh"])
