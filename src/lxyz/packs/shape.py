"""The parts of a pack as pydantic models: what is wrong with a part, and the JSON
Schema.

The models are made from the declarations of the parts, so that a field, its type and
its checks are written once. Imported only for a wrong pack, or for the schema."""

from __future__ import annotations

import re
from typing import Annotated, Any, ForwardRef, Literal, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    create_model,
    model_validator,
)

from lxyz.packs.part import Least, Part, Trouble, hints_of, key_of
from lxyz.packs.texts import Form
from lxyz.vocabulary import nearest

_TEXTS = ("str", "constrained-str")
"""The names that pydantic gives to a text among several shapes."""


_MADE: dict[type[Part], type[BaseModel]] = {}
"""The model of each part, made once: making one takes far longer than using it, and many
rules of a pack may be wrong."""


def model_of(part: type[Part]) -> type[BaseModel]:
    """The pydantic model of a part: strict and frozen."""
    if part not in _MADE:
        _MADE[part] = _with_inner(part)
    return _MADE[part]


def _with_inner(part: type[Part]) -> type[BaseModel]:
    models: dict[str, type[BaseModel]] = {}
    parts, asked = [part], {part}
    for one in parts:
        inner: set[type[Part]] = set()
        models[one.__name__] = _model(one, inner)
        parts.extend(sorted(inner - asked, key=lambda each: each.__name__))
        asked |= inner
    for model in models.values():
        model.model_rebuild(_types_namespace=models)
    return models[part.__name__]


def _model(part: type[Part], inner: set[type[Part]]) -> type[BaseModel]:
    """The model of one part; the parts that it names are added to `inner`."""
    hints = hints_of(part)
    space: dict[str, Any] = {
        "model_config": ConfigDict(
            extra="allow" if part.REST else "forbid", frozen=True, strict=True
        )
    }
    if part.REST:
        rest = _typed(hints.pop(part.REST), inner)
        space["__annotations__"] = {"__pydantic_extra__": rest}
    base = type(part.__name__, (BaseModel,), space)

    def check(model: BaseModel) -> BaseModel:
        part(**{name: getattr(model, name) for name in hints}).check()
        return model

    validators: dict[str, Any] = {"check": model_validator(mode="after")(check)}
    fields: dict[str, Any] = {
        name: (_typed(hint, inner), Field(getattr(part, name, ...), alias=key_of(name)))
        for name, hint in hints.items()
    }
    return create_model(
        part.__name__,
        __base__=base,
        __doc__=part.__doc__,
        __validators__=validators,
        **fields,
    )


def _typed(hint: Any, inner: set[type[Part]]) -> Any:
    """The type of a field as pydantic needs it."""
    origin, args = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and issubclass(hint, Part):
        inner.add(hint)
        return ForwardRef(hint.__name__)
    if origin is None or origin is Literal:
        return hint
    if origin is Annotated:
        return _bounded(_typed(args[0], inner), args[1])
    made = tuple(_typed(one, inner) for one in args)
    if origin in (tuple, dict):
        return origin[made]
    return Union[made]  # noqa: UP007 - of types that are known only now


def _bounded(kind: Any, by: Form | Least) -> Any:
    if isinstance(by, Least):
        return Annotated[kind, Field(min_length=by.least)]
    told = Field(pattern=by.pattern)
    if not by.dated:
        return Annotated[kind, told]
    return Annotated[kind, told, AfterValidator(by.read)]


def troubles_of(part: type[Part], text: Any) -> list[Trouble]:
    """What is wrong with texts that are no such part.

    Where a value may have several shapes, only the deepest troubles are told: the shape
    that was meant fits best."""
    try:
        model_of(part).model_validate(text)
    except ValidationError as error:
        return _told(part, error)
    raise AssertionError(f"{part.__name__}: refused, though it is well formed")


def _told(part: type[Part], error: ValidationError) -> list[Trouble]:
    found: dict[tuple[int | str, ...], list[Trouble]] = {}
    for one in error.errors():
        loc, last = one["loc"], one["loc"][:0]
        if one["type"] == "extra_forbidden":  # a key, whatever it looks like
            loc, last = loc[:-1], loc[-1:]
        shapes = [n for n, part in enumerate(loc) if not _is_key(part)]
        outer = loc[: shapes[0]] if shapes else (*loc, *last)
        keys = (*(part for part in loc if _is_key(part)), *last)
        message = one["msg"]
        if "valid dictionary" in message and str(one["input"]).startswith("$"):
            message = f"{one['input']} is not set, and stands for lines"
        elif "dictionary or instance" in message:
            message += f": {'、'.join(_hints(part, keys))}"
        if last:
            message += _instead(str(last[0]), _hints(part, keys[:-1]))
        told = f"{'.'.join(str(each) for each in keys)}: {message}"
        found.setdefault(outer, []).append((keys, told))
    result: list[Trouble] = []
    for every in found.values():
        listed = every
        if any("Value error" in text for _, text in listed):
            # This shape was meant and its keys do not fit each other: that the value has
            # no other shape either helps nobody.
            listed = [one for one in every if "Input should be" not in one[1]]
        deepest = max(len(keys) for keys, _ in listed)
        meant = [one for one in listed if len(one[0]) == deepest]
        # What is wrong in the shape that the value has goes before other shapes.
        inside = [one for one in meant if "Input should be a valid" not in one[1]]
        dictionary = any("valid dictionary" in text for _, text in meant)
        if len(inside) == 1 and dictionary and "Input should be '" in inside[0][1]:
            keys, told = inside[0]  # one word, or a part: its first key shows which
            inside = [(keys, f"{told}, or lines of {next(iter(_hints(part, keys)))}")]
        result.extend(inside or meant)
    return result


def _instead(key: str, hints: dict[str, Any]) -> str:
    """A hint at what may be meant by an unknown key.

    It is the part beside it that has such a key, or a key that is like it; else all
    keys."""
    beside = [
        name
        for name, hint in hints.items()
        if any(key in map(key_of, hints_of(one)) for one in _parts_in(hint, dict))
    ]
    # Where a part beside it has this very key, only a plain misspelling goes before that.
    like = nearest(key, hints, 0.55 if not beside else 0.85)
    if beside and not like:
        return f": it stands in {'、'.join(beside)}"
    return f" ({like}?)" if like else f": {'、'.join(hints)}"


def _hints(part: type[Part], keys: tuple[int | str, ...]) -> dict[str, Any]:
    """The keys that may stand at a place in a part, with their types."""
    for key in keys:
        if isinstance(key, int):
            continue  # an item of a list is told by the type of the list
        hints = {key_of(name): hint for name, hint in hints_of(part).items()}
        part = next(iter(_parts_in(hints.get(key))), part)
    return {key_of(n): hint for n, hint in hints_of(part).items() if n != part.REST}


def _parts_in(hint: Any, without: type | None = None) -> list[type[Part]]:
    """The parts that a type names, without those inside of the generic type
    `without`."""
    if isinstance(hint, type) and issubclass(hint, Part):
        return [hint]
    inner = () if get_origin(hint) is without else get_args(hint)
    return [one for each in inner for one in _parts_in(each, without)]


def _is_key(part: int | str) -> bool:
    """Whether a piece of an error's place is a key or an index, not the name of a
    shape.

    Names of shapes are English and no words of a pack."""
    if isinstance(part, int) or not part.isascii():
        return True
    return part not in _TEXTS and re.fullmatch(r"[a-z][a-z0-9_/-]*", part) is not None
