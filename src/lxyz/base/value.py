"""Frozen values, used like frozen dataclasses but cheaper; and caches keyed by
identity.

To import `dataclasses` (which imports `inspect` and more) and to make half a dozen
classes with it takes a tenth of the time of checking one branch.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, dataclass_transform

Kept = TypeVar("Kept")


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Value:
    """Base class of frozen values.

    The annotated names of a class are its fields; they are given by keyword. A default
    is an attribute of the class, which nobody changes. Two values are equal if they are
    of the same class and all fields are equal.
    """

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of the fields in order: those of the base classes come first."""
        kinds = cls.__mro__[-2::-1]
        return tuple(name for kind in kinds for name in kind.__annotations__)

    def replace(self, **changes: Any) -> Self:
        """A copy of this value in which some fields have other values."""
        return type(self)(**{**vars(self), **changes})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.names())

    def __hash__(self) -> int:
        # Only the fields that are str: others may be dicts, which have no hash.
        told = [getattr(self, name) for name in self.names()]
        return hash((type(self), *(one for one in told if isinstance(one, str))))

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({given})"


class Once:
    """A cache of what was computed from an object (a part of a rule, say), by its
    identity.

    An equal object does not share the entry. The cache keeps the object alive, so its
    `id` cannot be given to another one.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[str, int], tuple[object, Any]] = {}

    def made(self, what: str, of: object, make: Callable[[], Kept]) -> Kept:
        """The result for the object `of`; `make` is called only the first time. `what`
        names everything else the result depends on."""
        key = (what, id(of))
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = of, make()
        made: Kept = found[1]
        return made

    def forget(self) -> None:
        """Empties the cache: each result is computed again when it is next asked
        for."""
        self._made.clear()


class Same(Generic[Kept]):
    """A key for dicts and caches that compares a value by identity, not by equality.

    It keeps the value alive, so its `id` cannot be given to another one.
    """

    __slots__ = ("value",)

    def __init__(self, value: Kept) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
