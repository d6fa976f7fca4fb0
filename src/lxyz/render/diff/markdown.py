"""What changed, as Markdown: a table for each branch, what got worse first.

It is a page of its own, or the beginning of the summary of a CI job."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.change import BETTER, WORSE, Change, How
from lxyz.render.diff.moment import Moment, span_words
from lxyz.render.diff.seen import Group, Seen, gone_faults, groups, seen, tallied
from lxyz.render.diff.words import (
    capital,
    count_words,
    listed_words,
    short,
    standing_words,
    unread_words,
    what,
)
from lxyz.render.form import Run
from lxyz.render.page.markup import code, plain
from lxyz.render.page.style import Style, symbol
from lxyz.render.page.summary import MOST, heads, in_room, row
from lxyz.render.said.faults import fault_sentence
from lxyz.render.verdict.places import at_column, at_line, place
from lxyz.render.verdict.rooms import clash_names, clash_words
from lxyz.render.verdict.sentences import title
from lxyz.render.wording.heads import gone_words, year_words
from lxyz.report import BranchReport, Since

_ROWS = 100
_TITLES = 8


def diff_lines(branch: BranchReport, run: Run) -> list[str]:
    """The lines on what changed in a branch; none if nothing did."""
    return list(_lines(seen(branch, run), run))


def diff_markdown(
    parts: Iterable[list[str]], old: Moment, new: Moment, style: Style
) -> Iterator[str]:
    """The whole page, of at most 1 MiB."""
    words = span_words(old, new, style.lang)
    head = f"# lxyz diff\n\n{plain(capital(words))}\n\n"
    return in_room((head, *_branches(parts, style)), style, MOST)


def since_lines(
    parts: Iterable[list[str]], since: Since, style: Style
) -> Iterator[str]:
    """The part of a summary that says what changed."""
    yield f"## {style.say('这次改了什么', 'What changes')}\n\n{plain(since.words)}\n\n"
    for name, path in since.gone:
        yield f"**{plain(name)}** {code(path)} {gone_words(style.lang)}\n\n"
    yield from _branches(parts, style)


def _branches(parts: Iterable[list[str]], style: Style) -> Iterator[str]:
    none = True
    for lines in parts:
        for line in lines:
            none = False
            yield f"{line}\n"
    if none:
        yield style.say("没有变化。\n\n", "Nothing has changed.\n\n")


def _lines(found: Seen, run: Run) -> Iterator[str]:
    standing = standing_words(found)
    if not (standing or found.changes or found.branch.is_unread):
        return
    told, one = found.told, found.either
    folder = code(run.ground.path(one.path))
    yield f"### {plain(one.name or one.path)}"
    yield ""
    counted = told.stops(count_words(tallied(found), run.style))
    year = year_words(one.year, told.lang)
    yield " ".join(part for part in (folder, year, plain(counted)) if part)
    yield ""
    for text in standing:
        yield f"- {plain(text)}"
    if standing:
        yield ""
    if found.branch.is_absent:
        return
    if found.branch.is_unread and not found.of(How.UNREAD):
        yield f"**{plain(unread_words(found))}**"
        yield ""
    rows = list(_rows(found, run))
    if rows:
        yield from heads(
            told.say(
                ["", "变化", "任务", "情况", "位置"],
                ["", "change", "duty", "what", "place"],
            )
        )
        for cells in rows[:_ROWS]:
            yield row(cells)
        yield ""
        if len(rows) > _ROWS:
            left = len(rows) - _ROWS
            yield told.say(f"……另有 {left} 件", f"… {left} more")
            yield ""
    listed = [text for _, text in listed_words(found, _TITLES)]
    for text in listed:
        yield f"- {plain(text)}"
    if listed:
        yield ""


_Row = tuple[str, str, str, str, str]


def _rows(found: Seen, run: Run) -> Iterator[_Row]:
    for how in (*WORSE, *BETTER):
        if how != How.DONE:
            for one in groups(found, how):
                yield _group(one, found, run)
            gone = list(_gone_faults(found, how, run))
            yield from gone
            for change in found.of(how):
                if change.shown is None and not gone:
                    yield _other(change, found, run)


def _cells(how: How, level: str, texts: tuple[str, str, str], style: Style) -> _Row:
    """A row of the table.

    `texts` are the duty (Markdown), what was found (plain text) and the place
    (Markdown)."""
    name = "met" if how in BETTER else "info" if level == "none" else level
    duty, words, at = texts
    kind = capital(short(how, style.lang))
    return symbol(name, style), plain(kind), duty, plain(words), at


def _group(one: Group, found: Seen, run: Run) -> _Row:
    branch = found.branch if one.is_now else found.old.report
    told = found.told if one.is_now else found.once
    duty = f"**{plain(title(one.entry, told))}** {code(one.entry.rules[0])}"
    at = ""
    if one.is_now:
        origin = place(one.entry.head, branch, told.book)
        at = code(at_line(run.ground.seen(branch.path, origin)))
    return _cells(one.how, one.level.value, (duty, what(one, found), at), run.style)


def _other(change: Change, found: Seen, run: Run) -> _Row:
    """The row of a change that is not about a verdict."""
    told, branch = found.told, found.branch
    if change.fault is not None:
        fault = change.fault
        words = told.stops(list(fault_sentence(fault, told.lang)))
        at = at_column(run.ground.seen(branch.path, fault))
        texts = (code(fault.code), words, code(at))
    elif change.clash is not None:
        names = clash_names(change.verdicts, told)
        words = clash_words(change.clash, told) if change.how == How.CLASH else ""
        texts = (f"**{plain(names)}** {code(change.verdicts[0].rule)}", words, "")
    else:
        words = unread_words(found) if change.how == How.UNREAD else ""
        texts = ("", words, code(run.ground.path(branch.path)))
    return _cells(change.how, change.level.value, texts, run.style)


def _gone_faults(found: Seen, how: How, run: Run) -> Iterator[_Row]:
    for fault, number in gone_faults(found, how):
        words = fault_sentence(fault, found.told.lang)[0]
        if number > 1:
            more = f"，等 {number} 处", f", and {number - 1} more"
            words += found.told.say(*more)
        at = code(run.ground.path(found.branch.path, fault.file))
        yield _cells(how, fault.level, (code(fault.code), words, at), run.style)
