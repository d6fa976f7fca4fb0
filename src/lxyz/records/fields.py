"""What a mapping held, before it becomes a record."""

from __future__ import annotations

from typing import Any


class Fields:
    """What a mapping held: values and places (line, column) by English key, and the keys
    whose value could not be read or not be read whole (`spoiled`); `broken` if it is
    not known which keys these are, `strange` if there were keys that are none."""

    __slots__ = ("broken", "places", "spoiled", "strange", "values")

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self.spoiled: set[str] = set()
        self.broken = False
        self.strange = False

    def lacks(self, key: str) -> bool:
        """Whether a key is simply not there: neither read nor faulty."""
        return key not in self.values and key not in self.spoiled and not self.broken
