"""Finds names of people in texts by the words beside them, and words that only look
like names."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import Any

from lxyz.base.characters import HAN
from lxyz.vocabulary import texts_of
from lxyz.vocabulary.phrases import Phrases, patterns

_BODY_ENDS = "委部处科室办局厅组会院校队站所"
_GIVEN = "科会校"
"""Of these, what a given name ends with, too: 王晓会 is a person, 学生会 is none."""
_NEVER = frozenset(_BODY_ENDS + "支副正原任前老小各本党团的")


class _Names(Phrases):
    """The words of `names.yaml`, and the patterns made of them."""

    body, between, is_han, apart_by, called, name, apart = patterns(7)
    _han = HAN

    @cached_property
    def lists(self) -> dict[str, Any]:
        """All lists as they are written."""
        return texts_of(Path(__file__).parent / "names.yaml")


_NAMES = _Names("names")


def before_title() -> str:
    """The pattern of a title that follows a surname."""
    return f"(?=副?{_NAMES['titles']})"


def surname(name: str) -> str:
    """The surname of a Han name; empty for a name of another kind."""
    plain = "".join(name.split())
    if len(plain) < 2 or not _NAMES.is_han.fullmatch(plain):
        return ""
    return (
        plain[:2]
        if plain[:2] in _NAMES.words("compound") and len(plain) > 2
        else plain[0]
    )


def told_apart(name: str) -> str:
    """The name that two people have of whom one is called by this: 张伟 of 大张伟, of
    张伟2; empty for a name of another kind."""
    found = _NAMES.apart_by.fullmatch("".join(name.split()))
    return (found[1] or found[2]) if found else ""


def is_body(name: str) -> bool:
    """Whether a text in the place of a name is a body or a post: 党支部, 书记."""
    return _NAMES.body.search(name) is not None


def names_in(text: str) -> list[str]:
    """What may be names of people in a text that may name bodies as well, as one of
    who was there, or who approved, does."""
    found: list[str] = []
    for part in _NAMES.between.split(_NAMES.apart.sub(r"\1\2", text)):
        # 和 joins two names, and is in some: of 王芳和李娜 only the two are names.
        each = re.split("[和与及]", part)
        found += [one for one in (part, *each) if _may_be_name(one)]
    return list(dict.fromkeys(found))


def _may_be_name(part: str) -> bool:
    return bool(
        _NAMES.name.fullmatch(part)
        and not is_body(part)
        and (len(part) < 3 or part[-1] not in _BODY_ENDS or _is_given(part))
    )


def _is_given(part: str) -> bool:
    """Whether what ends like a body is a surname and a given name all the same: rather
    a body without its name than a person with it."""
    return len(part) == 3 and part[0] in _NAMES.lists["surnames"] and part[-1] in _GIVEN


def called_in(text: str) -> list[str]:
    """The surnames before a title in a text that may name people: 李 of 李书记."""
    return [one for one in _NAMES.called.findall(text) if one not in _NEVER]
