"""Parts: plain, frozen, and read as strictly as the pydantic models made of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from lxyz.packs.load import find_pack, load_pack, shipped
from lxyz.packs.model import Condition, Pattern, Rule, When
from lxyz.packs.pack import Clause, ClausesFile, PackFile
from lxyz.packs.part import Part, hints_of, part_of
from lxyz.packs.reading import made_of
from lxyz.packs.shape import model_of, troubles_of

WRITTEN = [raw.written for name in shipped() for raw in load_pack(find_pack(name)).raws]
MODELS = {part: model_of(part) for part in (Rule, When, Clause, PackFile)}


def same(part: Any, model: Any) -> bool:
    """Whether a part says what a model says, field by field."""
    if isinstance(part, Part):
        if type(part).__name__ != type(model).__name__:
            return False
        values = dict(model)
        if part.REST:
            extra = model.__pydantic_extra__
            values = {
                name: values[name] for name in hints_of(type(part)) if name != part.REST
            }
            values[part.REST] = extra
        return values.keys() == hints_of(type(part)).keys() and all(
            same(getattr(part, name), value) for name, value in values.items()
        )
    if isinstance(part, tuple):
        return len(part) == len(model) and all(map(same, part, model))
    if isinstance(part, dict):
        return part.keys() == model.keys() and all(
            same(value, model[key]) for key, value in part.items()
        )
    return bool(part == model) and not isinstance(model, BaseModel)


def agree(kind: type[Part], text: Any) -> bool:
    """Whether both readers take a text; they must take the same, as the same."""
    try:
        model = MODELS[kind].model_validate(text)
    except ValidationError:
        model = None
    try:
        part = part_of(kind, text)
    except ValueError:
        part = None
    assert (part is None) == (model is None), text
    assert part is None or same(part, model), text
    return part is not None


def test_of_what_is_shipped_both_say_the_same() -> None:
    """Every rule of every pack, and nothing of it is lost."""
    assert sum(agree(Rule, text) for text in WRITTEN) > 400


WORDS = st.sampled_from(
    "some none now year month 8 1/2 10% 06-30 2016-02-30 2016-02-29 $x 7d 3wd ever "
    "never +2 party-lecture Party subject subject.end last friday yes no must a/b a~ "
    "must\n from_ for_".split(" ")
)
VALUES = st.recursive(
    st.one_of(WORDS, st.none(), st.integers(0, 9), st.booleans(), st.text(max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(
                "kind every from to by in band all is any label min max of which wanted "
                "run total after REST check late day shift".split()
            ),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=6,
)


def places(text: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where in a text something could be changed."""
    found = [path]
    if isinstance(text, dict):
        found += [one for key in text for one in places(text[key], (*path, key))]
    elif isinstance(text, tuple):
        found += [one for n, x in enumerate(text) for one in places(x, (*path, n))]
    return found


def changed(text: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The text with another value at a place; Ellipsis takes away what is there."""
    if not path:
        return value
    key, *rest = path
    if isinstance(text, dict):
        made = {**text, key: changed(text.get(key), tuple(rest), value)}
        return {k: v for k, v in made.items() if v is not ...}
    inner = changed(text[key], tuple(rest), value)
    return tuple(x for x in (*text[:key], inner, *text[key + 1 :]) if x is not ...)


@settings(deadline=None)
@given(st.data())
def test_of_what_is_changed_both_say_the_same(data: st.DataObject) -> None:
    """One or two changes anywhere in a rule: both take it, or neither."""
    text: Any = data.draw(st.sampled_from(WRITTEN))
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from(places(text)[1:] or [()]))
        inner = text
        for key in path[:-1]:
            inner = inner[key]
        if path and isinstance(inner, dict) and data.draw(st.booleans()):
            path = (*path[:-1], data.draw(st.sampled_from([*inner, "new", "by", "to"])))
        text = changed(text, path, data.draw(st.one_of(VALUES, st.just(...))))
        if not isinstance(text, dict):
            break
    agree(Rule, text)


@settings(deadline=None)
@given(VALUES)
def test_of_anything_both_say_the_same(text: Any) -> None:
    """What is no rule at all is none to both."""
    for kind in (Rule, When, Clause, PackFile):
        agree(kind, text)


def test_a_part_as_plain_values() -> None:
    """All fields, given or not, in parts of parts too; some may be left out."""
    text = {"kind": ("a", "b"), "hours": {"min": "1"}}
    plain = part_of(Pattern, text).plain(without=("same", "root", "worth", "rule"))
    assert plain == {
        "kind": ("a", "b"),
        "level": None,
        "as_": None,
        "link": None,
        "wanted": {"hours": Condition(min="1").plain()},
    }


def test_what_is_refused_has_a_reason() -> None:
    """Nothing is refused without one; that would be a defect, not a problem."""
    assert made_of(When, {"every": "year"}) == (When(every="year"), [])
    made, told = made_of(When, {"every": "jahr"})
    assert made is None
    assert [keys for keys, _ in told] == [("every",)]
    with pytest.raises(AssertionError, match="well formed"):
        troubles_of(When, {"every": "year"})


def test_a_model_is_made_once() -> None:
    """However many rules of a pack are wrong: making one takes a hundred times as long
    as using it."""
    assert model_of(Rule) is model_of(Rule)


def test_what_is_spelt_nearly_right_is_told_first() -> None:
    """Even if a part beside it has a key of just that name."""
    found = dict(troubles_of(ClausesFile, {"clause": ()}))
    assert found[("clause",)].endswith("(clauses?)")
