"""How an entry is laid out in each part of the report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.files.origin import Fault, Origin
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean
from lxyz.render.page.style import symbol
from lxyz.render.rule.rulebook import base_of, folds
from lxyz.render.verdict.entries import Entry
from lxyz.render.verdict.findings import question
from lxyz.render.verdict.places import Places, at_line, belongs, lacking
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.rooms import begin_words, days_left, room_of
from lxyz.render.verdict.sentences import clauses, joined, near_words, title, whole
from lxyz.render.verdict.telling import Told
from lxyz.render.verdict.timing import timing
from lxyz.render.wording.number import some
from lxyz.render.wording.words import kinds, modality
from lxyz.verdicts import BINDING, Evidence, Outcome

_MOST = 3
_NAMES = 6


def full_entry(
    page: Page, entry: Entry, told: Told, places: Places, number: int
) -> None:
    """Adds an entry in full: what was found, since or until when, what to do, the
    clause, the place."""
    head = entry.head
    count = f"{number}. " if number else ""
    binding = told.aside(modality_of(entry, told))
    page.item(head.level.value, f"{count}{title(entry, told)}{binding}")
    what, when = clauses(entry, told), timing(entry, told)
    if len(what) <= 1:
        page.note(told.stops([*what, when]))
    else:
        for clause in [*what, when]:
            page.note(clause)
    todo = todo_of(entry, told)
    if todo:
        page.note(f"{symbol('do', page.style)} {todo}")
    _near(page, entry, told)
    sources(page, entry, told, where(entry, told, places))


def modality_of(entry: Entry, told: Told) -> str:
    """How binding an entry is, in a word, and whether nobody may waive it.

    Empty if the entry is about a parameter that is not set."""
    if "param" in entry.head.notes:
        return ""
    firm = told.say("不得豁免", "not to be waived")
    word = modality(entry.head.modality, told.lang)
    return told.commas([word, firm if entry.head.rule in told.firm else ""])


def todo_of(entry: Entry, told: Told) -> str:
    """What to do about an entry, in a sentence."""
    return joined([text for text in _remedies(entry, told) if text] or [""], told)


def _remedies(entry: Entry, told: Told) -> list[str]:
    """The remedies of an entry: that of its heaviest rule, or of all rows of a rule."""
    by_rule = {one.rule: remedy(one, told) for one in reversed(entry.verdicts)}
    texts = [by_rule[rule] for rule in entry.rules]
    lead = texts[0].partition("：")[0].partition(": ")[0]
    rows = all(text.startswith(lead) and text != lead for text in texts)
    return texts if rows and len(texts) > 1 else texts[:1]


def _near(page: Page, entry: Entry, told: Told) -> None:
    near = dict.fromkeys(
        text for one in entry.verdicts for text in near_words(one, told)
    )
    for text in list(near)[:_MOST]:
        page.note(told.say(f"差一点：{text}", f"nearly: {text}"))


def sources(page: Page, entry: Entry, told: Told, place: str = "") -> None:
    """Adds the clauses and the name of each rule, and the place, dimmed."""
    named = source_texts(entry, told)
    page.units([part for part in (place, *named) if part], colour="dim")


def source_texts(entry: Entry, told: Told) -> list[str]:
    """The clauses and name of each rule of an entry."""
    clauses_of: dict[str, list[str]] = {}
    for one in entry.verdicts:
        clauses_of.setdefault(one.rule, []).append(clean(one.clause))
    names: dict[tuple[str, str], int] = {}
    for rule in entry.rules:
        key = (told.row(list(dict.fromkeys(clauses_of[rule]))), base_of(rule) or rule)
        names[key] = names.get(key, 0) + 1
    return [
        f"{clause} {clean(name)}{_rows(number, told)}".strip()
        for (clause, name), number in names.items()
    ]


def _rows(number: int, told: Told) -> str:
    """How many rows of a rule the entry stands for, in words."""
    return told.say(f"（{number} 项）", f" ({number} rows)") if number > 1 else ""


def where(entry: Entry, told: Told, places: Places) -> str:
    """The place to show for an entry.

    It is that of the records that lack something, or of the record that it is about,
    or else where the missing record would be written."""
    is_near = any(one.near for one in entry.verdicts)
    found = [] if is_near else [one.origin for one in lacking(entry)]
    if found := found or [at for one in entry.verdicts for at in one.about]:
        return "  ".join(by_file(found, told)[:_MOST])
    if is_near or entry.head.outcome != Outcome.OVERDUE:
        return ""
    origin = belongs(entry, told.book, places)
    if origin is None:
        return ""
    return told.say(f"参照 {at_line(origin)}", f"see {at_line(origin)}")


def by_file(found: Iterable[Origin | Fault], told: Told) -> list[str]:
    """Places for a row: each file once, with the first of its lines."""
    lines: dict[str, list[int]] = {}
    for one in found:
        lines.setdefault(clean(one.file), []).append(one.line)
    return [_lines(*one, told) for one in lines.items()]


def _lines(file: str, numbers: list[int], told: Told) -> str:
    """A file with its first line numbers, and how many more there are."""
    several = sorted(set(numbers))
    shown = told.say("、", ",").join(map(str, several[:_MOST]))
    if len(several) > _MOST:
        shown += told.say(f" 等{len(several)}行", f" … {len(several)} lines")
    return f"{file}:{shown}"


def missed_entry(page: Page, entry: Entry, told: Told) -> None:
    """Adds what was not done, and the clause, in few lines: it can no longer be
    mended."""
    head = entry.head
    what = whole(entry, told)
    page.item(head.level.value, f"{title(entry, told)}{told.colon}{what}")
    _near(page, entry, told)
    todo = remedy(head, told)
    if todo and folds(told.book.rule(head.rule)):
        page.note(f"{symbol('do', page.style)} {todo}")
    sources(page, entry, told)


def due_day(page: Page, listed: list[Entry], told: Told) -> None:
    """Adds the entries that are due on one day, below the day; words that several share
    are said once."""
    due_head(page, listed[0], told)
    alike: dict[tuple[str, str], list[str]] = {}
    for entry in listed:
        names = alike.setdefault(_due(entry, told), [])
        names.append(title(entry, told))
    for (mark, what), names in alike.items():
        page.item(mark, f"{told.titles(names)}{told.colon}{what}")


def _due(entry: Entry, told: Told) -> tuple[str, str]:
    """The mark of an entry that is due, and its state in words: how many of how many
    are done, and the item of a plan."""
    planned = all(one.outcome == Outcome.PLANNED for one in entry.verdicts)
    what = told.stops(clauses(entry, told, _NAMES))
    room = room_of(entry)
    if room is not None and room.begin < room.last:
        what = told.stops([what, begin_words(room, told)])
    plan = next(
        (one for v in entry.verdicts for one in v.records if "plan-item" in one.kinds),
        None,
    )
    if plan is not None:
        item = at_line(plan.origin)
        what += told.say(f"；计划 {item}", f"; planned in {item}")
    return "planned" if planned else "open", what


def due_head(page: Page, entry: Entry, told: Told) -> None:
    """Adds the day on which the entries below are due, and how many days are left."""
    due = entry.due
    if due is not None:
        left = (due - told.as_of).days
        days = told.today
        if left < 0:  # a sitting may be held later, and is planned to be
            days = told.say("已过，仍在宽限内", "past, within the days of grace")
        elif left:
            working = days_left(due, told)
            days = told.say(f"还有{left}天", f"in {some(left, 'day')}")
            days = told.commas([days, working])
        page.line(f"{told.day(due)}{told.aside(days)}", "dim")


def short_entry(page: Page, entry: Entry, told: Told) -> None:
    """Adds an entry in one paragraph: title, what was found, rule."""
    head = entry.head
    text = whole(entry, told, _NAMES)
    level = head.level.value if head.level.value != "none" else "info"
    colon = told.colon if text else ""
    page.item(level, f"{title(entry, told)}{colon}{text}  {clean(entry.rules[0])}")


def question_of(entry: Entry, told: Told) -> str:
    """The question that a person has to answer, with one question mark."""
    asked = question(entry.head.rule, told)
    return f"{asked.rstrip('？?')}{told.say('？', '?')}"


def attest_lines(page: Page, listed: list[Entry], told: Told) -> None:
    """Adds a checklist: a box for each question, and one paragraph for the aims that
    bind nobody."""
    binding = [one for one in listed if one.head.modality in BINDING]
    aims = [one for one in listed if one not in binding]
    if page.style.shows("attest"):
        binding, aims = listed, []
    for entry in binding:
        page.item("box", f"{question_of(entry, told)}  {clean(entry.head.rule)}")
    if aims:
        page.note(aims_words(aims, told), first="")


def aims_words(aims: list[Entry], told: Told) -> str:
    """The aims that bind nobody, in a sentence."""
    # Some titles are lists themselves: 党员发展、教育、管理、服务.
    names = told.stops([told.book.title(one.head.rule, told.lang) for one in aims])
    return told.tell("aims", number=len(aims), names=names)


def met_entry(page: Page, entry: Entry, told: Told) -> None:
    """Adds a met duty with the records that prove it."""
    what = told.stops(clauses(entry, told, _NAMES))
    page.item("met", f"{title(entry, told)}{told.colon}{what}  {clean(entry.rules[0])}")
    alike: dict[tuple[str, str], list[int]] = {}
    for one in proofs(entry):
        when = f"{told.day(one.date)} " if one.date else ""
        named = kinds(frozenset(one.kinds), told.lang)
        at = alike.setdefault((clean(one.origin.file), f"{when}{named}"), [])
        at.append(one.origin.line)
    for (file, record), numbers in list(alike.items())[: 4 * _MOST]:
        page.note(f"{_lines(file, numbers, told)}  {record}", colour="dim")
    if len(alike) > 4 * _MOST:
        number = sum(map(len, alike.values()))
        text = told.say(f"……共 {number} 条", f"... {number} in all")
        page.note(text, colour="dim")


def remarks_part(page: Page, met: list[Entry], told: Told) -> None:
    """Adds the remarks that people wrote in the records that prove a duty, each once.

    The program understands only some free text; a person should read the rest."""
    found = dict.fromkeys(one for entry in met for one in proofs(entry))
    listed = [(one.origin, text) for one in found if (text := told.remark(one.origin))]
    if not listed:
        return
    page.part(told.part("remarks", len(listed), "条"))
    for origin, text in sorted(listed):
        page.item("info", f"{at_line(origin)}{told.colon}{text}")


def proofs(entry: Entry) -> list[Evidence]:
    """The records on which the verdicts of an entry are based, each once, by day and
    place."""
    found = dict.fromkeys(one for v in entry.verdicts for one in v.records)
    return sorted(found, key=lambda one: (one.date or date.min, one.origin))
