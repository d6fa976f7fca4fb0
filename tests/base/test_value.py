"""Frozen values, and patterns that are compiled late."""

from __future__ import annotations

import pickle
import re

import pytest

from lxyz.base.late import late
from lxyz.base.value import Same
from lxyz.files.origin import Origin
from lxyz.records.branch import ALWAYS, Group, Officer

AT = Origin("branch.yaml", 3, 5)


def test_nothing_is_changed_afterwards() -> None:
    """A value is frozen; what it is with other values is another one."""
    group = Group(name="第一党小组", origin=AT)
    with pytest.raises(AttributeError, match="Group is frozen: leader"):
        group.leader = "陈静"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Group is frozen: name"):
        del group.name
    led = group.replace(leader="陈静")
    assert (group.leader, led.leader, led.name) == ("", "陈静", "第一党小组")
    assert group.first == ALWAYS


def test_equal_is_what_says_the_same() -> None:
    """A default said is a default; a value of another class is never equal."""
    one, said = Group(name="甲", origin=AT), Group(name="甲", origin=AT, leader="")
    assert one == said
    assert hash(one) == hash(said)
    assert one != one.replace(leader="陈静")
    assert one != Officer(name="甲", post="书记", origin=AT)
    assert one != "甲"
    assert Group(name="甲", origin=AT, members=frozenset(("王敏",))) != one
    assert repr(Group(name="甲", origin=AT)) == f"Group(name='甲', origin={AT!r})"


def test_a_value_goes_to_another_process_and_back() -> None:
    """Workers hand over what they made."""
    group = Group(name="甲", origin=AT, members=frozenset(("王敏",)))
    assert pickle.loads(pickle.dumps(group)) == group  # noqa: S301 - our own


def test_a_pattern_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not before, and once; it does what the compiled one does."""
    compiled: list[str] = []
    real = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    pattern = late("([a-z])+", re.IGNORECASE)
    assert compiled == []
    assert [pattern.sub("x", text) for text in ("Ab1", "2")] == ["x1", "2"]
    assert compiled == ["([a-z])+"]
    found = pattern.fullmatch("aB")
    assert found is not None
    assert found[1] == "B"
    assert pattern.pattern == "([a-z])+"


def test_a_key_is_of_one_value_alone() -> None:
    """Values that say the same have keys of their own."""
    one, other = [1], [1]
    assert Same(one) == Same(one)
    assert Same(one) != Same(other)
    assert Same(one) != one
    assert len({Same(one), Same(one), Same(other)}) == 2
