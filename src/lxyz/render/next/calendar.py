"""What comes due, as days of a calendar."""

from __future__ import annotations

from lxyz.render.form import Run
from lxyz.render.next.coming import Coming, coming
from lxyz.render.next.words import (
    head_words,
    place_words,
    sources_of,
    todo_words,
    what_words,
    who_of,
    why_words,
)
from lxyz.render.page.calendar import Event
from lxyz.render.page.safe import clean
from lxyz.render.verdict.telling import Told, told_of
from lxyz.report import BranchReport


def next_events(branch: BranchReport, run: Run, days: int) -> list[Event]:
    """The events of a branch; with its name if the run has several branches."""
    told = told_of(branch, run.as_of, run.style.lang)
    lead = f"{clean(branch.name)} " if run.branches > 1 else ""
    return [
        _event(one, branch.name, lead, told)
        for one in coming(branch, told.book, run.as_of, days)
    ]


def _event(one: Coming, branch: str, lead: str, told: Told) -> Event:
    head = f"{lead}{why_words(one, told)}{told.colon}{head_words(one, told)}"
    sources = [f"{clause} {rule}".strip() for clause, rule in sources_of(one)]
    todo, place = todo_words(one, told), place_words(one)
    text = [*what_words(one, told), todo, *sources, place]
    who = told.row([clean(name) for name in who_of(one)])
    return Event(
        (branch, *_which(one)), one.day, head, tuple(line for line in text if line), who
    )


def _which(one: Coming) -> tuple[str, ...]:
    """The key of an event: the duty and its span, or the place in the plan.

    A later export with the same key replaces the event in the calendar."""
    if one.ahead is not None:
        origin = one.ahead.origin
        label = one.ahead.label
        return ("plan", one.rule, origin.file, str(origin.line), label, one.ahead.group)
    assert one.entry is not None
    return ("duty", *one.entry.head.key())
