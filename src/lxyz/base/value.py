"""Frozen values: what `dataclasses` would make, without its price at the start.

Importing `dataclasses` (with `inspect` and the parser of Python) and making half a dozen
classes by it takes a tenth of the time in which a branch is checked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, dataclass_transform

Kept = TypeVar("Kept")


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Value:
    """Base of frozen values: fields are what a class annotates, given by name.

    A default is an attribute of the class, which nobody changes. Equal are values of
    one class that say the same.
    """

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The fields, in order: those of the classes that it stands on first."""
        kinds = cls.__mro__[-2::-1]
        return tuple(name for kind in kinds for name in kind.__annotations__)

    def replace(self, **changes: Any) -> Self:
        """The same with other values in some fields."""
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
        # Of the texts alone: other fields may be dicts.
        told = [getattr(self, name) for name in self.names()]
        return hash((type(self), *(one for one in told if isinstance(one, str))))

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({given})"


class Once:
    """What is made once of a very thing, such as a part of a rule, and kept with it: no
    other that says the same, or that comes to stand in its place, is taken for it."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, int], tuple[object, Any]] = {}

    def made(self, what: str, of: object, make: Callable[[], Kept]) -> Kept:
        """What was made of the thing; `what` names all else it rests on."""
        key = (what, id(of))
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = of, make()
        made: Kept = found[1]
        return made

    def forget(self) -> None:
        """It is made again when it is asked for."""
        self._made.clear()


class Same(Generic[Kept]):
    """Stands for this very value, and for no other that says the same. It keeps it alive,
    so that none can ever be taken for it."""

    __slots__ = ("value",)

    def __init__(self, value: Kept) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
