"""The findings as workflow commands of GitHub Actions: annotations at the lines of a
pull request.

GitHub shows 10 errors, 10 warnings and 10 notices of a step and drops the others
without a word (actions/toolkit, docs/problem-matchers.md). So the worst come first, and
findings of one cause are one annotation. The last annotation says how many more there
are, and these are written to the log as plain lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import nsmallest
from typing import TYPE_CHECKING

from lxyz.base.named import NamedTuple
from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Origin
from lxyz.render.form import Form, Run
from lxyz.render.formats.found import is_shown, level_of
from lxyz.render.page.safe import clean, defused, shortened
from lxyz.render.page.style import Style
from lxyz.render.said.faults import error_sentence, fault_sentence
from lxyz.render.verdict.entries import Entry, entries
from lxyz.render.verdict.places import place
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.rooms import clash_names, clash_words
from lxyz.render.verdict.sentences import title, whole
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.wording.heads import (
    as_of_words,
    branches_words,
    gone_words,
    outcome_words,
)
from lxyz.render.wording.terms import sentence
from lxyz.report import BranchReport, Since, Totals

if TYPE_CHECKING:
    from lxyz.render.diff.since import News

MOST = 10
"""Annotations of one level that GitHub shows of a step."""
LONGEST = 4_000
_TITLE = 120
_CHANGES = 8
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class Note(NamedTuple):
    """An annotation.

    - `level`: error, warning or info
    - `is_old`: whether it was found at the time with which the branch is compared, too;
      new ones come first
    - `rank`: orders the annotations of a level by what they are about
    - `due`: the due day, as text
    - `path`, `line`, `column`: its place
    - `title`, `text`: what it says"""

    level: str
    is_old: bool
    rank: int
    due: str
    path: str
    line: int
    column: int
    title: str
    text: str


class Part(NamedTuple):
    """What a branch adds to the output.

    - `notes`: its annotations
    - `changes`: how much changed in it, in words; empty if it is not compared"""

    notes: list[Note]
    changes: str = ""


def _part(branch: BranchReport, run: Run) -> Part:
    if branch.before is None:
        return Part(list(_Notes(branch, run, None).all()))
    from lxyz.render.diff.since import News

    news = News(branch, run)
    return Part(list(_Notes(branch, run, news).all()), news.words())


class _Notes:
    """Makes the annotations of a branch; `news` is what is new in it, or None if it is
    not compared."""

    def __init__(self, branch: BranchReport, run: Run, news: News | None) -> None:
        self._branch, self._run, self._news = branch, run, news
        self._told = told_of(branch, run.as_of, run.style.lang, today=run.today)

    def all(self) -> Iterator[Note]:
        """All annotations: first the faults in the records, then the duties."""
        yield from self._troubles()
        found = entries(self._branch, self._told.book, self._run.as_of)
        for rank, (part, listed) in enumerate(found.items(), 3):
            if part != "folded" or self._run.style.shows("folded"):
                for entry in listed:
                    yield from self._of_entry(entry, rank)

    def _troubles(self) -> Iterator[Note]:
        branch, news, told = self._branch, self._news, self._told
        if branch.error is not None:
            texts = clean(branch.error.code), error_sentence(branch.error, told.lang)
            is_new = news is not None and news.is_unread
            yield self._note(Origin(BRANCH_FILE), ("error", 0), texts, is_new=is_new)
        for fault in branch.faults:
            said = "\n".join(part for part in fault_sentence(fault, told.lang) if part)
            texts = clean(fault.code), said
            is_new = news is not None and fault in news.faults
            yield self._note(fault.origin, (fault.level, 1), texts, is_new=is_new)
        for clash, verdicts in branch.clashing():
            origin = place(verdicts[0], branch, told.book)
            texts = clash_names(verdicts, told), clash_words(clash, told)
            is_new = news is not None and clash in news.clashes
            yield self._note(origin, ("warning", 2), texts, is_new=is_new)

    def _of_entry(self, entry: Entry, rank: int) -> Iterator[Note]:
        told, news = self._told, self._news
        shown = [one for one in entry.verdicts if is_shown(one, self._run.style)]
        fresh, before = news.split(shown) if news is not None else ([], shown)
        for verdicts, is_new in ((fresh, True), (before, False)):
            if verdicts:
                kept = entry._replace(verdicts=tuple(verdicts))
                origin = place(kept.head, self._branch, told.book)
                order, texts = (
                    (level_of(kept.head), rank),
                    (title(kept, told), _text(kept, told)),
                )
                yield self._note(origin, order, texts, kept.due, is_new=is_new)

    def _note(
        self,
        origin: Origin,
        order: tuple[str, int],
        texts: tuple[str, str],
        due: date | None = None,
        *,
        is_new: bool,
    ) -> Note:
        path = clean(self._run.ground.path(self._branch.path, origin.file))
        when = due.isoformat() if due else ""
        new = self._told.say("新增：", "New: ") if is_new else ""
        head, text = shortened(new + texts[0], _TITLE), shortened(texts[1], LONGEST)
        level, rank = order
        is_old = self._news is not None and not is_new
        where = path, origin.line, origin.column
        return Note(level, is_old, rank, when, *where, head, text)


def _text(entry: Entry, told: Told) -> str:
    """The lines of an annotation: what was found, what to do, and the rules."""
    rules = " ".join(f"{clean(entry.head.clause)} {clean(entry.rules[0])}".split())
    number = len(entry.rules)
    if number > 1:
        rules += told.say(f" 等 {number} 条", f" and {number - 1} more")
    lines = (whole(entry, told), remedy(entry.head, told), rules)
    return "\n".join(line for line in lines if line)


def _whole(parts: Iterable[Part], totals: Totals, style: Style) -> Iterator[str]:
    count: Counter[str] = Counter()
    best: dict[str, list[_Placed]] = {}
    for placed in _each(parts):
        level = placed[-1].level
        count[level] += 1
        kept = [*best.get(level, ()), placed]
        best[level] = nsmallest(MOST, kept, key=lambda one: one[:5])
    if not totals.today:
        yield _said("warning", as_of_words(totals.as_of, style.lang))
    yield _said("info", _summary(totals, style))
    if totals.since is not None:
        yield _said("info", _since(parts, totals.since, style))
    notices = 1 + (totals.since is not None)
    own = {"error": 0, "warning": int(not totals.today), "info": notices}
    shown = set()
    for level in _COMMANDS:
        room = MOST - own[level]
        if count[level] > room:
            room -= 1
        for one in best.get(level, [])[:room]:
            shown.add(one[3:5])
            yield _command(one[-1])
        if count[level] > room:
            yield _said(level, _more(count[level] - room, style))
    for one in _each(parts):
        if one[3:5] not in shown:
            note = one[-1]
            text = " ".join(note.text.split("\n"))
            at = f"{note.path}:{note.line}:{note.column}"
            yield defused(f"{at}: {note.title}: {text}\n")


_Placed = tuple[bool, int, str, int, int, Note]


def _each(parts: Iterable[Part]) -> Iterator[_Placed]:
    """The annotations, each with its sort key: whether it is new, its rank, its day,
    the number of its branch, its place in the branch."""
    for number, part in enumerate(parts):
        for index, one in enumerate(part.notes):
            yield one.is_old, one.rank, one.due, number, index, one


def _since(parts: Iterable[Part], since: Since, style: Style) -> str:
    """The lines that say with what the branches are compared, and how much changed in
    each."""
    lines = [clean(since.words)]
    told = [part.changes for part in parts if part.changes]
    gone = gone_words(style.lang)
    told += [f"{clean(name)}{style.say('：', ': ')}{gone}" for name, _ in since.gone]
    lines += told[:_CHANGES]
    more = len(told) - _CHANGES
    if more > 0:
        lines.append(style.say(f"另有 {more} 个支部有变化", f"{more} more branches"))
    if not told:
        lines.append(style.say("没有变化", "nothing has changed"))
    return "\n".join(lines)


def _more(number: int, style: Style) -> str:
    return sentence("heads", "not-annotated", style.lang, number=number, most=MOST)


def _summary(totals: Totals, style: Style) -> str:
    """A notice with the day, and how many verdicts there are of each outcome."""
    day = as_of_words(totals.as_of, style.lang, today=totals.today)
    branches = branches_words(totals.branches, style.lang)
    return "  ".join((day, branches, *outcome_words(totals.counts, style.lang)))


def _said(level: str, text: str) -> str:
    """An annotation without a place."""
    return f"::{_COMMANDS[level]} title=lxyz::{data(text)}\n"


def _command(note: Note) -> str:
    told = {
        "file": note.path,
        "line": str(note.line),
        "col": str(note.column),
        "title": note.title,
    }
    named = ",".join(f"{name}={_prop(text)}" for name, text in told.items() if text)
    return f"::{_COMMANDS[note.level]} {named}::{data(note.text)}\n"


def data(text: str) -> str:
    """Text after the second `::` of a command, as GitHub's runner unescapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _prop(text: str) -> str:
    """The value of a property of a command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


github = Form(_part, _whole)
"""Annotations, the worst first, then plain lines for what there was no room for."""
