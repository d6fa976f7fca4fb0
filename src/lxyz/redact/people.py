"""Who there is in the records of a branch, each with the pseudonym that stands for him.

A member of the roster is 党员01, 党员02 …: by the day on which he came, then by place in
the roster, so that who joins later comes behind, and who left and still is on the
roster (nobody is ever deleted from it) keeps his number. Anybody else whom a record
holds as a person is 人员01 …, by the day on which he is first named. They are numbers,
not digests: a digest of a name is guessed by trying the names there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lxyz.records import Profile, Record
from lxyz.records.model import Attendance, Item, Name
from lxyz.redact.titles import called_in, is_body, names_in
from lxyz.report import Person
from lxyz.vocabulary import Vocabulary, folded_name, vocabulary

_SAID = frozenset(("approved_by", "by", "helper", "verified_by", "delegates", "guests"))
"""Keys whose text names a person, or a body."""
_LISTED = ("candidates", "leaders")


def people_of(profile: Profile, records: Iterable[Record]) -> tuple[Person, ...]:
    """The people of a branch in order, members first.

    A person of whom only the surname is known (李书记) has that and no pseudonym."""
    came: dict[str, date] = {}
    written: dict[str, str] = {}
    for member in sorted(profile.members, key=lambda one: one.first):
        came.setdefault(folded_name(member.name), member.first)
        written.setdefault(folded_name(member.name), member.name)
    numbers = enumerate(written.values(), 1)
    found = [Person(name, f"党员{number:02}") for number, name in numbers]
    words = vocabulary(profile.kinds)
    others: set[str] = set()
    called: dict[str, None] = {}
    for day, name in _named(profile, records, called):
        key = folded_name(name)
        if key in others or (key in came and came[key] <= day):
            continue
        if not _is_name(name, words):
            continue
        # Who became a member later keeps his old number free, so that others keep theirs.
        others.add(key)
        if key not in came:
            found.append(Person(name, f"人员{len(others):02}"))
    return (*found, *(Person(one) for one in called))


def together(people: Iterable[Person], others: Iterable[Person]) -> tuple[Person, ...]:
    """The people of two reports on one branch.

    Who is in both has the pseudonym of the first report. Who is only in the second
    keeps his pseudonym there, or gets the next number."""
    found = {folded_name(one.name): one for one in people}
    taken = {one.pseudonym for one in found.values()}
    for one in others:
        if folded_name(one.name) in found:
            continue
        pseudonym, kind = one.pseudonym, one.pseudonym[:2]
        number = len(taken)
        while pseudonym and pseudonym in taken:
            number += 1
            pseudonym = f"{kind}{number:02}"
        taken.add(pseudonym)
        found[folded_name(one.name)] = Person(one.name, pseudonym)
    return tuple(found.values())


def _is_name(text: str, words: Vocabulary) -> bool:
    """Whether what a field for names holds is none of the words of records."""
    known = (
        not text
        or words.kind(text)
        or any(words.is_word(w, text) for w in words.word_names)
    )
    return not (known or is_body(text))


def _named(
    profile: Profile, records: Iterable[Record], called: dict[str, None]
) -> Iterator[tuple[date, str]]:
    """Every person named, from the profile first, then by day and place; surnames that
    stand alone before a title are `called`."""
    found: list[tuple[date, Name | str]] = []
    for officer in profile.officers:
        yield date.max, officer.name
    for group in profile.groups:
        yield from ((date.max, one) for one in (group.leader, *sorted(group.members)))
    for key in _LISTED:
        for item in profile.attributes.get(key, ()):
            yield date.max, item.fields.get("name", "")
    found.extend((date.max, one) for one in _in(profile.attributes))
    for record in sorted(records, key=lambda one: (one.date or date.max, one.origin)):
        found.extend((record.date or date.max, one) for one in _in(vars(record)))
    for day, one in found:
        if isinstance(one, Name):
            yield day, one.text
        else:
            yield from ((day, name) for name in names_in(one))
            called.update(dict.fromkeys(called_in(one)))


def _in(value: Any, key: str = "") -> Iterator[Name | str]:
    """The names in any part of a record, and the texts that may name people; `key` is
    that under which a text stands."""
    if isinstance(value, Name):
        yield value
    elif isinstance(value, str):
        if key in _SAID:
            yield value
    elif isinstance(value, Record):
        yield from _in(vars(value))
    elif isinstance(value, Attendance):
        yield from _in(value._asdict())
    elif isinstance(value, Item):
        yield from _in(value.fields)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _in(one, name)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _in(one, key)
