"""One verdict in one sentence, worked out once for verdicts that differ only in the
person or group."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lxyz.files.origin import Origin
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.verdict.sentences import alone, name_of
from lxyz.render.verdict.telling import Told
from lxyz.verdicts import Evidence, Level, Subject, Verdict

Words = tuple[str, str, str]
"""What a verdict is about, what there is and is not, what else there is to say."""


def message(verdict: Verdict, told: Told) -> str:
    """The sentence of a verdict: what it is about, what was found, and for whom."""
    said = alike(verdict)
    words = worded(said, told.lang, told.as_of, told.year, told.book)
    return in_words(words, verdict, told)


def in_words(words: Words, verdict: Verdict, told: Told) -> str:
    """The sentence of a verdict: words that it shares with others (`worded`), and the
    name of its own subject."""
    head, line, rest = words
    if name := name_of(verdict, told):
        line = f"{line}{told.colon}{name}"
    text = told.stops([line, rest])
    return f"{head}{told.colon}{text}" if text else head


@lru_cache(maxsize=2048)
def worded(one: Verdict, lang: str, as_of: date, year: int, book: Rulebook) -> Words:
    """The words that are the same in the sentences of all verdicts equal by `alike`."""
    return alone(one, Told(lang, as_of, year, book))


def alike(one: Verdict) -> Verdict:
    """A verdict without what its sentence does not depend on.

    Left out are the subject's name, the places of its records (their days stay), and
    what explains it. Verdicts that become equal so share their words."""
    subject = one.subject
    days = dict.fromkeys([record.date for record in one.records])
    return one._replace(
        subject=subject if subject.type == "fact" else _of_type(subject.type),
        records=tuple([_of_day(day) for day in days]),
        near=(),
        about=(),
        folded_into=None,
        at_most=Level.ERROR,
    )


@lru_cache(maxsize=16)
def _of_type(type_: str) -> Subject:
    return Subject(type_, "")


@lru_cache(maxsize=1024)
def _of_day(day: date | None) -> Evidence:
    return Evidence(Origin(""), day, ())
