"""The report as Markdown, for the summary of a CI job or a comment.

What is to be done now comes first. Text of records is shown as it was written: nothing
in it becomes HTML or a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Fault
from lxyz.render.form import Form, Run
from lxyz.render.formats.many import Counted, count_heads, counts, in_rank
from lxyz.render.page.markup import code, plain
from lxyz.render.page.style import Style
from lxyz.render.page.summary import MOST, heads, in_room, row
from lxyz.render.said.faults import error_sentence, fault_sentence
from lxyz.render.verdict.actual import behind_lines
from lxyz.render.verdict.entries import SHOWN, Entry, entries
from lxyz.render.verdict.findings import question
from lxyz.render.verdict.parts import aims_words
from lxyz.render.verdict.places import at_column, at_line, place
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.rooms import clash_sentence
from lxyz.render.verdict.sentences import title, whole
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.wording.heads import (
    as_of_words,
    branch_words,
    branches_words,
    clear_words,
    outcome_words,
)
from lxyz.render.wording.terms import term, terms
from lxyz.render.wording.words import modality
from lxyz.report import BranchReport, Totals, tally
from lxyz.verdicts import BINDING, Clash, Verdict

_TABLES = frozenset(("now", "missed", "undecidable"))
"""The parts of which it is said in columns what to do, and where."""
_TABLE = MOST // 2
_LONG = 1_500
_ROWS = 50
"""Rows of a table that only informs."""


class Part(NamedTuple):
    """What a branch adds to the report.

    - `row`: its row in the table of branches
    - `lines`: its own lines
    - `changes`: the lines that say what changed in it; empty if it is not compared"""

    row: Counted
    lines: list[str]
    changes: list[str]


def _part(branch: BranchReport, run: Run) -> Part:
    row = counts(branch, run.as_of, run.style)
    return Part(row, list(_branch(branch, run)), _changes(branch, run))


def _changes(branch: BranchReport, run: Run) -> list[str]:
    if branch.before is None:
        return []
    from lxyz.render.diff.markdown import diff_lines

    return diff_lines(branch, run)


def _branch(branch: BranchReport, run: Run) -> Iterator[str]:
    told = told_of(branch, run.as_of, run.style.lang, today=run.today)
    yield f"## {plain(branch.name or branch.path)}"
    yield ""
    day = as_of_words(run.as_of, told.lang, today=run.today)
    year, *others = branch_words(branch, told.lang)
    packs = [f"{pack.id} {pack.version}" for pack in branch.packs]
    facts = (year, day, *others, *packs)
    yield f"{code(run.ground.path(branch.path))} {plain(told.commas(facts))}"
    yield ""
    if branch.error is not None:
        text = error_sentence(branch.error, told.lang)
        yield f"**{plain(text, _LONG)}** {code(branch.error.code)}"
        yield ""
    lines = _faults(branch.faults, branch, run, told)
    yield from _section("faults", branch.faults, told, lines)
    found = entries(branch, told.book, run.as_of)
    gaps = found["now"] or found["missed"] or found["undecidable"]
    if branch.verdicts and not gaps and not branch.faults:
        yield clear_words(branch, told.lang)
        yield ""
    for part in SHOWN:
        if part == "clash":
            clashing = branch.clashing()
            yield from _section(part, clashing, told, _clashes(clashing, told))
            yield from _section("behind", branch.behind, told, _behind(branch, told))
            continue
        if part in _TABLES:
            lines = _table(found[part], branch, run, told)
        else:
            lines = _list(found[part], told)
        yield from _section(part, found[part], told, lines)
    lines = _faults(branch.accepted_faults, branch, run, told)
    yield from _section("accepted-faults", branch.accepted_faults, told, lines)
    yield from _section("attest", found["attest"], told, _attest(found["attest"], told))
    counted = "  ".join(outcome_words(tally((branch,)), told.lang))
    yield f"{told.say('合计', 'In all')}{told.colon}{plain(counted)}"
    yield ""


def _section(
    part: str, listed: Sized, told: Told, lines: Iterable[str]
) -> Iterator[str]:
    """A heading with the number of entries, and the lines below it; nothing if there
    are no entries."""
    if listed:
        yield f"### {told.part(part)}{told.aside(str(len(listed)))}"
        yield ""
        yield from lines
        yield ""


def _faults(
    faults: tuple[Fault, ...], branch: BranchReport, run: Run, told: Told
) -> Iterator[str]:
    yield from heads(
        told.say(["位置", "问题", "改法"], ["place", "what is wrong", "how to fix it"])
    )
    for fault in faults:
        sentence, fix = fault_sentence(fault, told.lang)
        at = code(at_column(run.ground.seen(branch.path, fault)))
        yield row((f"{at} {code(fault.code)}", plain(sentence), plain(fix)))


def _table(
    listed: list[Entry], branch: BranchReport, run: Run, told: Told
) -> Iterator[str]:
    """A table of entries: duty, what is lacking, what to do, where."""
    yield from heads(
        told.say(
            ["#", "任务", "情况", "怎么办", "位置"],
            ["#", "duty", "what is lacking", "what to do", "place"],
        )
    )
    for number, entry in enumerate(listed, 1):
        weighs = modality(entry.head.modality, told.lang)
        level = term("levels", entry.level.value, told.lang)
        clause = plain(entry.head.clause)
        rule = f"{clause} {code(entry.rules[0])}".strip()
        duty = f"**{plain(title(entry, told))}** {weighs} {level} {rule}"
        what = plain(whole(entry, told))
        origin = place(entry.head, branch, told.book)
        at = code(at_line(run.ground.seen(branch.path, origin)))
        yield row((str(number), duty, what, plain(remedy(entry.head, told)), at))


def _list(listed: list[Entry], told: Told) -> Iterator[str]:
    for entry in listed[:_ROWS]:
        what = whole(entry, told, 6)
        colon = told.colon if what else ""
        yield f"- {plain(title(entry, told))}{colon}{plain(what)} {code(entry.rules[0])}"
    if len(listed) > _ROWS:
        yield f"- {told.say(f'……共 {len(listed)} 件', f'… {len(listed)} in all')}"


def _clashes(clashing: list[tuple[Clash, list[Verdict]]], told: Told) -> Iterator[str]:
    """Duties that can no longer all be done."""
    for clash, verdicts in clashing:
        text = clash_sentence(clash, verdicts, told)
        yield f"- {plain(text)} {code(verdicts[0].rule)}"


def _behind(branch: BranchReport, told: Told) -> Iterator[str]:
    """What was planned and has no record."""
    for one in behind_lines(branch, told):
        yield f"- {plain(one.what)} {code(one.place)}"
    yield ""
    yield plain(told.tell("behind-advice"))


def _attest(listed: list[Entry], told: Told) -> Iterator[str]:
    """The checklist of questions that a person has to answer."""
    binding = [one for one in listed if one.head.modality in BINDING]
    for entry in binding:
        rule = entry.head.rule
        yield f"- [ ] {plain(question(rule, told))} {code(rule)}"
    if aims := [one for one in listed if one not in binding]:
        yield f"\n{plain(aims_words(aims, told))}"


def _whole(parts: Iterable[Part], totals: Totals, style: Style) -> Iterator[str]:
    return in_room(_pages(parts, totals, style), style, MOST)


def _pages(parts: Iterable[Part], totals: Totals, style: Style) -> Iterator[str]:
    day = as_of_words(totals.as_of, style.lang, today=totals.today)
    yield f"# lxyz {plain(day)}\n\n"
    if totals.since is not None:
        from lxyz.render.diff.markdown import since_lines

        lines = since_lines((part.changes for part in parts), totals.since, style)
        yield from in_room(lines, style, MOST // 2)
    if totals.branches > 1:
        yield from _branches((part.row for part in parts), style)
    for part in parts:
        for line in part.lines:
            yield f"{line}\n"


def _branches(rows: Iterable[Counted], style: Style) -> Iterator[str]:
    """The table of branches, the worst first, in at most half the room of the
    summary."""
    names = [style.say("支部", "branch")]
    names += count_heads(style.lang)
    yield "".join(f"{line}\n" for line in heads([*names, ""]))
    room = _TABLE
    ordered = in_rank(rows)
    for number, one in enumerate(ordered):
        cells = [plain(one.name or one.path)]
        cells += [
            "" if one.unread else str(one.numbers[key]) for key in terms("counts")
        ]
        cells.append(plain(one.unread) or code(one.path))
        line = f"{row(cells)}\n"
        room -= len(line.encode("utf-8", "backslashreplace"))
        if room < 0:
            left = len(ordered) - number
            more = branches_words(left, style.lang)
            yield f"\n{style.say(f'另有 {more}', f'{more} more')}\n"
            break
        yield line
    yield "\n"


markdown = Form(_part, _whole)
"""A summary in Markdown, of 1 MiB at most."""
