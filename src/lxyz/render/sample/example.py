"""Words and values that samples are filled with. All names are made up."""

from __future__ import annotations

from datetime import date

from lxyz.render.wording.terms import terms
from lxyz.render.wording.words import NAMING_KINDS, VALUES_UNDER
from lxyz.vocabulary import Key, vocabulary

PEOPLE = ("王敏", "陈静", "李娜", "赵强", "周建国", "郭芳", "刘洋", "何佳")


def word_of(name: str, word: str) -> str:
    """A word as records write it in Chinese."""
    if word in ("yes", "no"):
        return "是" if word == "yes" else "否"
    words = vocabulary()
    if name in NAMING_KINDS:
        return words.kind_name(word)
    return words.value_names.get(VALUES_UNDER.get(name, name), {}).get(word, word)


def example(name: str, key: Key, day: date) -> str:
    """A value for a key of which it is only asked that it be written."""
    if name in (known := terms("examples")):
        return known[name][0].replace("{year}", str(day.year))
    kind, _, values = key.type.partition(" ")
    names = vocabulary().value_names
    if kind in ("one", "some") and values in names:
        return next(iter(names[values].values()))
    return {
        "date": day.isoformat(),
        "dates": day.isoformat(),
        "int": "1",
        "number": "1",
        "name": PEOPLE[0],
        "names": PEOPLE[0],
        "period": str(day.year),
    }.get(kind, "写明")
