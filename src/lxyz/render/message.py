"""One verdict in one sentence: worked out once for all that differ only in whose it is."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lxyz.origin import Origin
from lxyz.render.rulebook import Rulebook
from lxyz.render.sentences import alone, name_of
from lxyz.render.telling import Told
from lxyz.verdicts import Evidence, Level, Subject, Verdict


def message(verdict: Verdict, told: Told) -> str:
    """One verdict in one sentence."""
    said = _said(verdict)
    head, line, rest = _worded(said, told.lang, told.as_of, told.year, told.book)
    if name := name_of(verdict, told):
        line = f"{line}{told.colon}{name}"
    text = told.stops([line, rest])
    return f"{head}{told.colon}{text}" if text else head


@lru_cache(maxsize=2048)
def _worded(
    one: Verdict, lang: str, as_of: date, year: int, book: Rulebook
) -> tuple[str, str, str]:
    return alone(one, Told(lang, as_of, year, book))


def _said(one: Verdict) -> Verdict:
    """Of a verdict only what its sentence tells: neither whose it is nor where the
    records stand, only their days."""
    subject = one.subject
    return Verdict(
        one.rule,
        (),
        "",
        "",
        subject if subject.type == "fact" else Subject(subject.type, ""),
        one.span,
        one.label,
        one.outcome,
        Level.NONE,
        one.need,
        one.have,
        one.due,
        one.until,
        records=tuple([_of_day(record.date) for record in one.records]),
        notes=one.notes,
        missing=one.missing,
        failing=one.failing,
        event=one.event,
        room=one.room,
    )


@lru_cache(maxsize=1024)
def _of_day(day: date | None) -> Evidence:
    return Evidence(Origin(""), day, ())
