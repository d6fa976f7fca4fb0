"""What changed, for people: what got worse first, then what is better, in few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxyz.base.named import NamedTuple
from lxyz.change import BETTER, WORSE, Change, How
from lxyz.files.origin import Fault
from lxyz.render.diff.moment import Moment, span_words
from lxyz.render.diff.seen import Seen, gone_faults, groups, seen, tallied
from lxyz.render.diff.words import (
    LISTED,
    capital,
    count_words,
    listed_words,
    standing_words,
    unread_words,
    what,
)
from lxyz.render.form import Run
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style
from lxyz.render.said.faults import fault_sentence
from lxyz.render.verdict.places import at_column
from lxyz.render.verdict.rooms import clash_names, clash_sentence
from lxyz.render.verdict.sentences import title
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.heads import year_words
from lxyz.render.wording.terms import sentence, term
from lxyz.report import BranchReport

DETAILED = 5
"""Branches that are told of in full."""
_TITLES = 8
_ROWS = 12


class Part(NamedTuple):
    """What a branch adds.

    - `name`, `path`: its name and folder
    - `numbers`: how many changes of each kind there are
    - `text`: its own lines
    - `is_news`: whether there is something to tell"""

    name: str
    path: str
    numbers: Counter[str]
    text: str
    is_news: bool


def diff_part(branch: BranchReport, run: Run) -> Part:
    """A branch with what changed in it."""
    found = seen(branch, run)
    page = Page(run.style)
    standing = standing_words(found)
    one = found.either
    name, path = clean(one.name or one.path), clean(one.path)
    year = year_words(one.year, page.style.lang)
    heads = dict.fromkeys(part for part in (name, path, year) if part)
    page.title("  ".join(heads))
    for text in standing:
        page.item("", text, mark="*")
    numbers = tallied(found)
    page.units(count_words(numbers, run.style), first="")
    if branch.is_unread and not found.of(How.UNREAD):
        page.item("error", unread_words(found))
    if not branch.is_absent:
        for how in (*WORSE, *BETTER):
            if how not in LISTED:
                _kind(page, found, how)
        _listed(page, found)
    is_news = bool(found.changes or standing or branch.is_unread)
    return Part(name, path, numbers, page.text(), is_news)


def _kind(page: Page, found: Seen, how: How) -> None:
    """Adds the changes of a kind, an item each; of many only the heaviest."""
    listed, told = found.of(how), found.told
    if not listed:
        return
    drawn, most = groups(found, how), _most(page)
    gone = gone_faults(found, how)
    number = len(drawn) + sum(number for _, number in gone) or len(listed)
    page.part(told.head(capital(term("changes", how, told.lang)), number))
    for one in drawn[:most]:
        mark = "met" if how in BETTER else one.level.value
        text = f"{title(one.entry, told)}{told.colon}{what(one, found)}"
        rule = clean(one.entry.rules[0])
        page.item("info" if mark == "none" else mark, text, tail=f"  {rule}")
    for change in () if gone else listed[:most]:
        _other(page, change, found)
    left = (len(drawn) or len(gone) or len(listed)) - most
    if left > 0:
        page.note(told.say(f"……另有 {left} 件", f"... {left} more"), colour="dim")
    _gone_faults(page, gone, told)


def _gone_faults(page: Page, gone: list[tuple[Fault, int]], told: Told) -> None:
    """Adds the faults that are gone, a line for each code."""
    for fault, number in gone:
        text = f"{clean(fault.file)} {fault_sentence(fault, told.lang)[0]}"
        more = told.say(f"，等 {number} 处", f", and {number - 1} more")
        page.item(
            "met", text + (more if number > 1 else ""), tail=f"  {clean(fault.code)}"
        )


def _most(page: Page) -> int:
    return 10_000 if page.style.shows("all") else _ROWS


def _other(page: Page, change: Change, found: Seen) -> None:
    """Adds a change that is not about a verdict."""
    told = found.told
    if change.how == How.UNREAD:
        page.item("error", unread_words(found))
    elif change.how == How.READ:
        page.item("met", told.say("能检查了", "it can be checked now"))
    elif change.fault is not None:
        fault = change.fault
        sentence, fix = fault_sentence(fault, told.lang)
        place = f"{at_column(fault)} {clean(fault.code)}"
        page.item(change.level.value, f"{place} {told.stops([sentence, fix])}")
    elif change.clash is not None:
        if change.how == How.CLASH:
            said = clash_sentence(change.clash, change.verdicts, told)
            page.item("warning", said)
        else:
            page.item("met", clash_names(change.verdicts, told))


def _listed(page: Page, found: Seen) -> None:
    """Adds the changes that are no findings: a paragraph for each kind."""
    made = list(listed_words(found, _TITLES if _most(page) == _ROWS else 10_000))
    if made:
        page.blank()
    for mark, text in made:
        page.item(mark, text)


def diff_text(
    parts: Iterable[Part], old: Moment, new: Moment, style: Style
) -> Iterator[str]:
    """The whole text: the two sides, the branches with changes, how many have none."""
    listed = list(parts)
    news = sorted((one for one in listed if one.is_news), key=_rank)
    page = Page(style)
    page.line(span_words(old, new, style.lang), "head")
    detailed = len(news) <= DETAILED or style.shows("all")
    if len(listed) > 1:
        page.line(_branches(news, len(listed), style))
    if not detailed:
        page.blank()
        for one in news:
            level = "error" if one.numbers["worse-side"] else "met"
            called = one.name if one.name == one.path else f"{one.name}  {one.path}"
            page.item(level, called)
            page.units(count_words(one.numbers, style))
        page.blank()
        text = "看细节：--path 支部文件夹，或 --show all"
        page.line(style.say(text, "in full: --path FOLDER, or --show all"), "dim")
    yield defused(page.text())
    for one in news if detailed else ():
        yield defused(f"\n{one.text}")
    if not news:
        yield style.say("没有变化。\n", "Nothing has changed.\n")


def _rank(one: Part) -> tuple[object, ...]:
    return (-one.numbers["worse-side"], -one.numbers["better-side"], one.path)


def _branches(news: list[Part], number: int, style: Style) -> str:
    worse = sum(bool(one.numbers["worse-side"]) for one in news)
    same = number - len(news)
    numbers = {"number": number, "worse": worse, "same": same}
    return sentence("heads", "compared", style.lang, **numbers)
