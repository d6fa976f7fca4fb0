"""A branch as the page shows it: plain values in the words of the language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Fault, Origin
from lxyz.render.form import Run
from lxyz.render.formats.html.attached import Enclosed, enclosed, listed
from lxyz.render.formats.html.year import Picture, picture
from lxyz.render.page.safe import clean
from lxyz.render.said.faults import error_line, fault_sentence
from lxyz.render.verdict.actual import behind_lines
from lxyz.render.verdict.entries import SHOWN, Entry, entries
from lxyz.render.verdict.parts import (
    modality_of,
    proofs,
    question_of,
    source_texts,
    todo_of,
    where,
)
from lxyz.render.verdict.places import Places, at_column, at_line, places_of
from lxyz.render.verdict.rooms import clash_names, clash_words
from lxyz.render.verdict.sentences import clauses, near_words, title
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.verdict.timing import timing
from lxyz.render.wording.heads import as_of_words, branch_words
from lxyz.render.wording.terms import term, terms
from lxyz.render.wording.words import kinds
from lxyz.report import BranchReport
from lxyz.report.baseline import ACCEPTED
from lxyz.verdicts import Clash, Level, Verdict

_MORE = ("met", "later")
"""The parts that the page shows besides, behind all others."""
_WEIGHED = frozenset(("now", "missed", "undecidable"))


class Proof(NamedTuple):
    """A record that counts.

    - `what`: its kinds in words
    - `when`: its day
    - `where`: its file and line
    - `remark`: what people wrote beside it
    - `attached`: its attachments"""

    what: str
    when: str
    where: str
    remark: str = ""
    attached: tuple[Enclosed, ...] = ()


class Card(NamedTuple):
    """An entry as a card.

    - `level`: error, warning, info or none
    - `title`: its title
    - `modality`: how binding it is
    - `lines`: what was found
    - `todo`: what to do
    - `near`: records that nearly count
    - `place`: where it is shown
    - `sources`: the clauses and rules
    - `proofs`: the records that count

    `words` is the text in which a search looks."""

    level: str
    title: str
    modality: str = ""
    lines: tuple[str, ...] = ()
    todo: str = ""
    near: tuple[str, ...] = ()
    place: str = ""
    sources: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()

    @property
    def words(self) -> str:
        """All texts of the card as one."""
        texts = (self.title, self.modality, *self.lines, self.todo, *self.sources)
        return " ".join(texts).lower()


class Section(NamedTuple):
    """A part of the report: its name, its heading, its cards."""

    part: str
    title: str
    cards: tuple[Card, ...]


class Trouble(NamedTuple):
    """A fault in a record."""

    level: str
    place: str
    code: str
    text: str
    fix: str


class Row(NamedTuple):
    """A rule in the table of clauses.

    - `clause`, `title`, `modality`: of the rule
    - `outcomes`: each outcome, its name, how often it occurs
    - `rule`: the id of the rule"""

    clause: str
    title: str
    modality: str
    outcomes: tuple[tuple[str, str, int], ...]
    rule: str


class View(NamedTuple):
    """All that the page says of a branch.

    - `name`, `path`: its name and folder
    - `facts`: the texts below its name
    - `dated`: the day of the report, in words
    - `packs`: the packs by which it was judged
    - `error`: why it was not judged; empty if it was
    - `faults`: the faults in its records
    - `picture`: the picture of its year; None if there is none
    - `sections`: the parts of the report
    - `asked`: the questions for a person, each with its rule
    - `rows`: the table of clauses
    - `attached`: its attachments
    - `numbers`: the counts at the top: kind of number, its name, how many"""

    name: str
    path: str
    facts: tuple[str, ...]
    dated: str
    packs: tuple[str, ...]
    error: str
    faults: tuple[Trouble, ...]
    picture: Picture | None
    sections: tuple[Section, ...]
    asked: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    attached: tuple[Enclosed, ...]
    numbers: tuple[tuple[str, str, int], ...]


def view(branch: BranchReport, run: Run) -> View:
    """What the page says of a branch; every text is safe to show."""
    told = told_of(branch, run.as_of, run.style.lang, today=run.today)
    found = entries(branch, told.book, told.as_of)
    attached = enclosed(branch, told)
    return View(
        clean(branch.name or branch.path),
        clean(branch.path),
        tuple(one for one in branch_words(branch, told.lang) if one),
        as_of_words(run.as_of, told.lang, today=run.today),
        tuple(
            clean(f"{one.id} {one.version}  {told.say(one.title, one.title_en)}")
            for one in branch.packs
        ),
        "" if branch.error is None else error_line(branch.error, told.lang),
        tuple(_faults(branch.faults, told)),
        picture(branch, told),
        tuple(one for one in _sections(found, attached, branch, told) if one.cards),
        tuple((question_of(e, told), clean(e.head.rule)) for e in found["attest"]),
        _rows(branch, told),
        listed(attached),
        _numbers(found, branch, told),
    )


def _sections(
    found: dict[str, list[Entry]],
    attached: dict[Origin, tuple[Enclosed, ...]],
    branch: BranchReport,
    told: Told,
) -> Iterator[Section]:
    """The parts of the page in their order, also empty ones."""
    places = places_of(branch)
    for part in SHOWN:
        cards = [_card(one, told, places, attached) for one in found[part]]
        if part == "clash":
            cards = [_clash(*one, told) for one in branch.clashing()]
        yield Section(part, told.part(part), tuple(cards))
        if part == "clash":
            yield Section("behind", told.part("behind"), _behind(branch, told))
    accepted = [
        Card("none", one.text, todo=one.fix, place=one.place, sources=(one.code,))
        for one in _faults(branch.accepted_faults, told)
    ]
    yield Section(ACCEPTED, told.part("accepted-faults"), tuple(accepted))
    for part in _MORE:
        title = told.part(part)
        if part == "met":
            title = told.say("已达标，凭这些记录", "Met, by these records")
        cards = [_card(one, told, places, attached) for one in found[part]]
        yield Section(part, title, tuple(cards))


def _clash(clash: Clash, verdicts: list[Verdict], told: Told) -> Card:
    """A card for duties that can no longer all be done."""
    rules = tuple(dict.fromkeys(clean(one.rule) for one in verdicts))
    names, words = clash_names(verdicts, told), clash_words(clash, told)
    return Card("warning", names, lines=(words,), sources=rules)


def _behind(branch: BranchReport, told: Told) -> tuple[Card, ...]:
    """Cards for what was planned and has no record; the last says what to do."""
    lines = behind_lines(branch, told)
    todo = [""] * (len(lines) - 1) + [told.tell("behind-advice")]
    return tuple(
        Card(one.level, one.what, todo=fix, place=one.place)
        for one, fix in zip(lines, todo, strict=False)
    )


def _faults(faults: tuple[Fault, ...], told: Told) -> list[Trouble]:
    made = []
    for one in faults:
        sentence, fix = fault_sentence(one, told.lang)
        code = clean(one.code)
        made.append(Trouble(one.level, at_column(one), code, sentence, fix))
    return made


def _card(
    entry: Entry,
    told: Told,
    places: Places,
    attached: dict[Origin, tuple[Enclosed, ...]],
) -> Card:
    near = dict.fromkeys(
        text for one in entry.verdicts for text in near_words(one, told)
    )
    lines = [*clauses(entry, told), timing(entry, told)]
    if len(lines) == 2:
        lines = [told.stops(lines)]
    return Card(
        entry.level.value,
        title(entry, told),
        _weight(entry, told),
        tuple(line for line in lines if line),
        todo_of(entry, told) if entry.part not in ("met", "late", "waived") else "",
        tuple(near),
        where(entry, told, places),
        tuple(source_texts(entry, told)),
        tuple(
            Proof(
                kinds(frozenset(one.kinds), told.lang),
                told.day(one.date) if one.date else "",
                at_line(one.origin),
                told.remark(one.origin),
                attached.get(one.origin, ()),
            )
            for one in proofs(entry)
        ),
    )


def _weight(entry: Entry, told: Told) -> str:
    """How binding an entry is, in words, and its level if something is to be done: a
    colour alone does not tell it to everybody."""
    binding = modality_of(entry, told)
    bad = entry.level.value if entry.part in _WEIGHED else ""
    return told.commas((binding, term("levels", bad, told.lang)))


def _rows(branch: BranchReport, told: Told) -> tuple[Row, ...]:
    """Every rule of the packs, in the order of the document."""
    found: dict[str, Counter[str]] = {}
    heads: dict[str, Verdict] = {}
    for one in branch.verdicts:
        found.setdefault(one.rule, Counter())[one.outcome.value] += 1
        heads.setdefault(one.rule, one)
    packs = [pack.id for pack in branch.packs]

    def order(rule: str) -> tuple[object, ...]:
        """A sort key: by pack, then by the first entry of the document that a rule
        covers."""
        pack = rule.partition("/")[0]
        covers = heads[rule].covers[:1]
        numbers = [int(text) for text in re.findall("[0-9]+", "".join(covers))]
        return (*packs, pack).index(pack), numbers, rule

    return tuple(
        Row(
            clean(heads[rule].clause),
            told.book.title(rule, told.lang),
            heads[rule].modality,
            tuple(
                (name, term("outcomes", name, told.lang), counted[name])
                for name in terms("outcomes")
                if counted[name]
            ),
            clean(rule),
        )
        for rule, counted in sorted(found.items(), key=lambda one: order(one[0]))
    )


def _numbers(
    found: dict[str, list[Entry]], branch: BranchReport, told: Told
) -> tuple[tuple[str, str, int], ...]:
    """The counts at the top: kind of number, its name, how many."""
    gaps = sum(entry.level == Level.ERROR for entry in found["now"])
    return (
        ("error", told.say("现在要做，缺项", "to do now, gaps"), gaps),
        (
            "warning",
            told.say("现在要做，提醒", "to do now, warnings"),
            len(found["now"]) - gaps,
        ),
        ("open", told.say("30天内到期", "due in 30 days"), len(found["next"])),
        ("gap", told.say("错过", "missed"), len(found["missed"])),
        ("fault", told.say("记录要改", "records to fix"), len(branch.faults)),
        ("attest", told.say("需人工确认", "to attest"), len(found["attest"])),
        ("met", told.say("已达标", "met"), len(found["met"])),
    )
