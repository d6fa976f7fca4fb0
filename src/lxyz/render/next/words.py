"""What comes due, in words that every format uses: what, until when, who, what to do,
and the clauses."""

from __future__ import annotations

from lxyz.render.next.coming import Coming
from lxyz.render.page.safe import clean
from lxyz.render.verdict.entries import Entry
from lxyz.render.verdict.places import at_line
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.rooms import room_words
from lxyz.render.verdict.sentences import clauses, title
from lxyz.render.verdict.telling import Told
from lxyz.render.verdict.timing import timing
from lxyz.render.wording.periods import period
from lxyz.render.wording.terms import term
from lxyz.render.wording.words import and_more, kinds
from lxyz.report import Ahead
from lxyz.verdicts import PERSONS

_NAMES = 6


def why_words(one: Coming, told: Told) -> str:
    """Why something stands on its day."""
    return term("coming", one.why, told.lang)


def head_words(one: Coming, told: Told) -> str:
    """What is to be kept in mind, in a few words."""
    ahead = one.ahead
    if ahead is None:
        assert one.entry is not None
        return title(one.entry, told)
    if one.why == "before":
        return told.book.title(one.rule, told.lang)
    return kinds(ahead.kinds, told.lang) + told.aside(clean(ahead.group))


def what_words(one: Coming, told: Told) -> list[str]:
    """What was found of it, or is planned: clauses in order."""
    ahead = one.ahead
    if ahead is not None and one.why == "before":
        names = kinds(ahead.kinds, told.lang)
        return [told.tell("before-planned", names=names, days=_days(ahead, told))]
    if ahead is not None:
        days = _days(ahead, told) if ahead.first != ahead.day else ""
        parts = [clean(ahead.what), days, _who_words(ahead, told)]
        if one.entry is not None:
            titles = [told.book.title(rule, told.lang) for rule in one.entry.rules]
            named = told.row(titles[:3]) + and_more(len(titles), 3, told.lang)
            parts.append(told.say(f"为了：{named}", f"for: {named}"))
        return [part for part in parts if part]
    entry = one.entry
    assert entry is not None
    until = timing(entry, told) if one.why == "overdue" else _until(one, entry, told)
    return [part for part in (*clauses(entry, told, _NAMES), until) if part]


def _until(one: Coming, entry: Entry, told: Told) -> str:
    """The due day, if it stands on its day for another reason."""
    if one.why != "begin":
        return ""
    due = entry.due
    words = room_words(entry, told)
    when = told.say(f"{told.day(due)}到期", f"due {told.day(due)}") if due else ""
    return told.commas((when, words))


def _days(ahead: Ahead, told: Told) -> str:
    if ahead.first == ahead.day:
        return told.day(ahead.day)
    return period(ahead.label, told.lang, told.year)


def who_of(one: Coming) -> tuple[str, ...]:
    """Who has to do it: those responsible, or the persons and groups it is about; empty
    if it is for the branch."""
    if one.ahead is not None:
        return one.ahead.who
    assert one.entry is not None
    subjects = (each.subject for each in one.entry.verdicts)
    names = (s.name for s in subjects if s.type in PERSONS or s.type == "group")
    return tuple(dict.fromkeys(names))


def _who_words(ahead: Ahead, told: Told) -> str:
    """Who is responsible for what is planned."""
    if not ahead.who:
        return ""
    names = told.row([clean(name) for name in ahead.who[:_NAMES]])
    return told.say(f"责任人 {names}", f"responsible: {names}")


def todo_words(one: Coming, told: Told) -> str:
    """What to do."""
    if one.ahead is not None or one.entry is None:
        return ""
    return remedy(one.entry.head, told)


def sources_of(one: Coming) -> list[tuple[str, str]]:
    """The rules, each with its clause."""
    if one.why == "before":
        return [(clean(one.clause), clean(one.rule))]
    if one.entry is None:
        return []
    found = {each.rule: each.clause for each in reversed(one.entry.verdicts)}
    return [(clean(found[rule]), clean(rule)) for rule in one.entry.rules]


def place_words(one: Coming) -> str:
    """The file and line of what is planned; empty if nothing is."""
    return at_line(one.ahead.origin) if one.ahead else ""
