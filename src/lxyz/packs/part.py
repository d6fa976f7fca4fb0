"""Parts of a pack: plain frozen values, whose declared fields are their whole shape.

`part_of` makes a part of plain texts, strictly. It takes a few milliseconds for a pack,
whereas importing pydantic alone takes as long as checking a branch. It says only that
something is wrong. What is wrong is found by the pydantic models that
`lxyz.packs.shape` makes from the same declarations, as is the JSON Schema."""

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
    """A value that may be written alone, as a list or not at all, as a tuple."""
    return one if isinstance(one, tuple) else () if one is None else (one,)


class Least:
    """Marks the type of a list that must have at least so many items."""

    def __init__(self, least: int) -> None:
        self.least = least


Some = Annotated[tuple[T, ...], Least(1)]
"""A list that is not empty."""


class Part(Value):
    """Base of all parts of a pack: no unknown key, no change afterwards.

    A field has its name in a pack without the underscore at the end (`from_`). One
    field may take all other keys (`REST`). Modules that declare parts do without `from
    __future__ import annotations`, as the declarations are read; one that names a part
    declared below it is completed there."""

    REST = ""

    def check(self) -> None:
        """Raises ValueError if the fields do not fit each other."""

    def plain(self, without: Collection[str] = ()) -> dict[str, Any]:
        """All fields, also those not given, as texts, tuples and dicts."""
        names = (name for name in self.names() if name not in without)
        return {name: _plain(getattr(self, name)) for name in names}


P = TypeVar("P", bound=Part)
Trouble = tuple[tuple[int | str, ...], str]
"""The keys at which something is wrong in a part, and a message that begins with them:
`when.to: String should …`."""


def hints_of(part: type[Part]) -> dict[str, Any]:
    """The types of a part's fields, as they are declared."""
    return dict(part.__annotations__)


def key_of(name: str) -> str:
    """The key in a pack for a field."""
    return name.rstrip("_")


def part_of(part: type[P], text: Any) -> P:
    """A part made of plain texts, tuples and dicts. Raises ValueError if they do not
    fit it."""
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
    """How a part is read.

    - `fields`: by key, the field and the reader of its value
    - `needed`: the fields that must be given
    - `rest`: the reader of the value of any other key; None: no other key may stand there
    """

    fields: dict[str, tuple[str, Reader]]
    needed: frozenset[str]
    rest: Reader | None


_TABLES: dict[type[Part], _Table] = {}
"""The table of each part, made when such a part is first read."""


def _made(part: type[Part]) -> _Table:
    hints = hints_of(part)
    rest = _reader(get_args(hints.pop(part.REST))[1]) if part.REST else None
    fields = {key_of(name): (name, _reader(hint)) for name, hint in hints.items()}
    needed = frozenset(name for name in hints if not hasattr(part, name))
    return _Table(fields, needed, rest)


def _reader(hint: Any) -> Reader:
    """The reader for a type: returns the value as it is in a part, or raises
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
    """The type of plain value as which a type is written; those of a union must
    differ."""
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
