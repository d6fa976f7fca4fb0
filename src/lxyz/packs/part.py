"""Parts of a pack: plain frozen values, whose declared fields are their whole shape.

A part is made of plain texts by `part_of`, strictly, which takes a few milliseconds for
a pack where importing pydantic alone takes as long as checking a branch. It says only
that something is wrong; what is wrong, and the JSON Schema, are said by the pydantic
models that `lxyz.packs.shape` makes from the same declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from lxyz.base.named import NamedTuple
from lxyz.base.value import Value
from lxyz.packs.texts import RefusedError

Reader = Callable[[Any], Any]
T = TypeVar("T")


def listed(one: T | tuple[T, ...] | None) -> tuple[T, ...]:
    """What may be written as one, as a list, or not at all."""
    return one if isinstance(one, tuple) else () if one is None else (one,)


class Least:
    """Says of a list that it has so many items at least."""

    def __init__(self, least: int) -> None:
        self.least = least


Some = Annotated[tuple[T, ...], Least(1)]
"""A list that is not empty."""


class Part(Value):
    """Base of all parts of a pack: nothing unknown, nothing changed afterwards.

    In a pack a field goes by its name without the underscore at its end (`from_`). One
    field may take every other key there is (`REST`). Modules that declare parts do
    without `from __future__ import annotations`: the declarations are read, and one that
    names what stands below it is completed there.
    """

    REST = ""

    def check(self) -> None:
        """Raises ValueError if the fields do not fit each other."""

    def plain(self, without: Collection[str] = ()) -> dict[str, Any]:
        """All fields, those not given too, as texts, tuples and dicts."""
        names = (name for name in self.names() if name not in without)
        return {name: _plain(getattr(self, name)) for name in names}


P = TypeVar("P", bound=Part)
Trouble = tuple[tuple[int | str, ...], str]
"""Where in a part something is wrong, and what: `when.to: String should …`."""


def hints_of(part: type[Part]) -> dict[str, Any]:
    """The types of a part's fields, as they are declared."""
    return dict(part.__annotations__)


def key_of(name: str) -> str:
    """How a field is called in a pack."""
    return name.rstrip("_")


def part_of(part: type[P], text: Any) -> P:
    """A part made of plain texts, tuples and dicts. Raises ValueError if they are not
    what the part may be."""
    table = _TABLES.get(part)
    if table is None:
        table = _TABLES[part] = _made(part)
    if type(text) is not dict:
        raise RefusedError(part.__name__)
    values: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for key, value in text.items():
        field = table.fields.get(key)
        if field is not None:
            values[field[0]] = field[1](value)
        elif table.rest is not None:
            rest[_text(key)] = table.rest(value)
        else:
            raise RefusedError(f"{part.__name__}: {key}")
    if rest:
        values[part.REST] = rest
    if not table.needed <= values.keys():
        raise RefusedError(part.__name__)
    made = part(**values)
    made.check()
    return made


class _Table(NamedTuple):
    """By key: a field and what reads its value; the fields without which there is no
    part; what reads the value of any other key, if one may stand there."""

    fields: dict[str, tuple[str, Reader]]
    needed: frozenset[str]
    rest: Reader | None


_TABLES: dict[type[Part], _Table] = {}
"""Made when a part of their kind is first read."""


def _made(part: type[Part]) -> _Table:
    hints = hints_of(part)
    rest = _reader(get_args(hints.pop(part.REST))[1]) if part.REST else None
    fields = {key_of(name): (name, _reader(hint)) for name, hint in hints.items()}
    needed = frozenset(name for name in hints if not hasattr(part, name))
    return _Table(fields, needed, rest)


def _reader(hint: Any) -> Reader:
    """What reads a value of a type: gives it back as it is in a part, else raises
    ValueError."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        readers = {_kind(one): _reader(one) for one in inner}
        assert len(readers) == len(inner), hint
        return _one_of(readers)
    if origin is Literal:
        return _word_of(frozenset(inner))
    if origin is Annotated:
        if isinstance(inner[1], Least):
            return _enough(_reader(inner[0]), inner[1].least)
        read: Reader = inner[1].read
        return read
    if origin is tuple:
        return _items(_reader(inner[0]))
    if origin is dict:
        return _pairs(_reader(inner[0]), _reader(inner[1]))
    if isinstance(hint, type) and issubclass(hint, Part):
        return lambda value: part_of(hint, value)
    return {str: _text, Any: _as_it_is, NoneType: _as_it_is}[hint]


def _kind(hint: Any) -> type:
    """Which kind of plain value a type is written as; those of a choice differ."""
    origin = get_origin(hint) or hint
    if origin in (str, Literal, Annotated):
        return str
    return dict if issubclass(origin, Part) else origin


def _one_of(readers: dict[type, Reader]) -> Reader:
    def read(value: Any) -> Any:
        reader = readers.get(type(value))
        if reader is None:
            raise RefusedError(type(value))
        return reader(value)

    return read


def _word_of(words: frozenset[str]) -> Reader:
    def read(value: Any) -> Any:
        if _text(value) not in words:
            raise RefusedError(value)
        return value

    return read


def _items(reader: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not tuple:
            raise RefusedError(type(value))
        return tuple([reader(one) for one in value])

    return read


def _enough(reader: Reader, least: int) -> Reader:
    def read(value: Any) -> Any:
        if len(reader(value)) < least:
            raise RefusedError(value)
        return value

    return read


def _pairs(key: Reader, inner: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise RefusedError(type(value))
        return {key(name): inner(one) for name, one in value.items()}

    return read


def _text(value: Any) -> Any:
    if type(value) is not str:
        raise RefusedError(type(value))
    return value


def _as_it_is(value: Any) -> Any:
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return value.plain()
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value
