"""Named tuples of our own making: in all that is asked of them as those of `typing`."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing

import pytest

from lxyz.base.named import NamedTuple


class Own(NamedTuple):
    """A day of a branch."""

    day: int
    who: str = "王敏"
    kinds: frozenset[str] = frozenset()

    def told(self) -> str:
        """What it says."""
        return f"{self.day} {self.who}"


class Typed(typing.NamedTuple):
    """A day of a branch."""

    day: int
    who: str = "王敏"
    kinds: frozenset[str] = frozenset()


class Later(Own):
    """One of its own kind that is no other tuple."""

    __slots__ = ()

    def told(self) -> str:
        """What it says, and more."""
        return f"{super().told()}!"


BOTH = pytest.mark.parametrize("kind", [Own, Typed, Later])


@BOTH
def test_made_by_place_or_by_name(kind: typing.Any) -> None:
    """What is not told is as the class says."""
    assert kind(3) == kind(day=3) == (3, "王敏", frozenset())
    assert kind(3, "陈静", frozenset("a")) == kind(3, kinds=frozenset("a"), who="陈静")
    made = kind(3)
    assert (made.day, made.who, made[0], len(made)) == (3, "王敏", 3, 3)
    day, *_ = made
    assert (day, hash(made)) == (3, hash((3, "王敏", frozenset())))


@BOTH
@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        ((1, "a", frozenset(), 4), {}),
        ((1,), {"day": 2}),
        ((1,), {"where": 2}),
    ],
)
def test_not_made_otherwise(kind: typing.Any, values: tuple, named: dict) -> None:
    """Too few, too many, twice, or of a name it has not; nor is one made before."""
    for _ in range(2):
        with pytest.raises(TypeError):
            kind(*values, **named)


@BOTH
def test_changed_in_a_copy_alone(kind: typing.Any) -> None:
    """`_replace` gives another of its class, and knows no other names."""
    made = kind(3)
    other = made._replace(who="陈静")
    assert (type(other), other, made.who) == (kind, (3, "陈静", frozenset()), "王敏")
    with pytest.raises((TypeError, ValueError), match="where"):
        made._replace(where=1)
    for name in ("day", "where"):
        with pytest.raises(AttributeError):
            setattr(made, name, 4)
    assert not hasattr(made, "__dict__")


@BOTH
def test_sent_copied_and_shown(kind: typing.Any) -> None:
    """To another process and back; and as its values by name."""
    made = kind(3, kinds=frozenset("a"))
    for sent in (
        pickle.loads(pickle.dumps(made)),  # noqa: S301 - our own value
        copy.copy(made),
        copy.deepcopy(made),
    ):
        assert (type(sent), sent) == (kind, made)
    assert made._asdict() == {"day": 3, "who": "王敏", "kinds": frozenset("a")}
    assert repr(made) == f"{kind.__name__}(day=3, who='王敏', kinds=frozenset({{'a'}}))"


def test_fields_of_any_name() -> None:
    """Also those by which its constructor could call something."""

    class Odd(NamedTuple):
        new: int
        cls: int
        tuple: int
        self: int

    assert Odd(new=1, cls=2, tuple=3, self=4)._replace(new=5) == (5, 2, 3, 4)
    assert Odd(1, 2, 3, 4)._asdict() == {"new": 1, "cls": 2, "tuple": 3, "self": 4}


def test_what_it_takes_is_known_before_one_is_made() -> None:
    """To whoever asks, as to tests that make values of it: its fields and defaults."""

    class New(NamedTuple):
        day: int
        who: str = "王敏"

    for kind in (New, type("Newer", (New,), {})):
        for _ in range(2):
            told = inspect.signature(kind).parameters.values()
            assert [(one.name, one.default) for one in told] == [
                ("day", inspect.Parameter.empty),
                ("who", "王敏"),
            ]
            assert kind(3).day == 3


def test_what_is_said_of_the_class() -> None:
    """Its fields, their defaults and types, its methods and its docstring."""
    for name in ("_fields", "_field_defaults", "__match_args__", "__doc__"):
        assert getattr(Own, name) == getattr(Typed, name)
    assert typing.get_type_hints(Own) == typing.get_type_hints(Typed)
    assert (Own(3).told(), Later(3).told()) == ("3 王敏", "3 王敏!")
    assert not isinstance(Own(3), Later)
    match Own(3):
        case Own(day, who=who):
            assert (day, who) == (3, "王敏")
