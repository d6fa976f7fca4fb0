"""What changed, in words that all formats share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxyz.change import BETTER, WORSE, Change, How
from lxyz.render.diff.seen import Group, Seen, groups, tallied
from lxyz.render.page.safe import clean
from lxyz.render.page.style import Style
from lxyz.render.said.faults import error_line, fault_sentence
from lxyz.render.verdict.sentences import clauses, name_of, title
from lxyz.render.verdict.telling import Told
from lxyz.render.verdict.timing import timing
from lxyz.render.wording.heads import gone_words
from lxyz.render.wording.periods import periods
from lxyz.render.wording.terms import term
from lxyz.render.wording.words import aside, listed

LISTED = (How.DONE, How.DUE, How.CAME, How.WENT, How.CHANGED)
"""Kinds of change that are no finding: a paragraph tells each."""
_NAMES = 6
_FEW = 3


def what(group: Group, found: Seen) -> str:
    """What a group of changes says: what was found on the new side and was not there
    before, or what was found on the old side and is gone."""
    entry, told = group.entry, found.told
    head = group.changes[0]
    if group.how in WORSE:
        parts = [*clauses(entry, told, _NAMES), timing(entry, told), _aside(head, told)]
        if group.how == How.UNDONE and head.old is not None:
            was = term("outcomes", head.old.outcome, told.lang)
            parts.append(told.say(f"原来{was}", f"was {was}"))
        return told.stops(parts)
    if group.is_now:
        return told.stops(clauses(entry, told, _NAMES))
    was = found.once.stops(clauses(entry, found.once, _NAMES))
    parts = [told.say(f"原来{_lead(was)}{was}", f"was: {was}")]
    if group.how == How.EASED and head.new and head.new.outcome != entry.head.outcome:
        now = term("outcomes", head.new.outcome, told.lang)
        parts.append(told.say(f"现在{now}", f"now {now}"))
    parts.append(_aside(head, told))
    return told.stops(parts)


def _lead(text: str) -> str:
    return " " if text[:1].isascii() and text[:1] else ""


def capital(text: str) -> str:
    """A text with a capital first letter, if the script has capitals."""
    return f"{text[:1].upper()}{text[1:]}"


def short(how: How, lang: str) -> str:
    """The kind of a change, in a few words."""
    return term("short-changes", how, lang) or term("changes", how, lang)


def _aside(change: Change, told: Told) -> str:
    """Why a duty is new, or is gone."""
    return term("changed-by", change.why, told.lang)


def count_words(numbers: Counter[str], style: Style) -> list[str]:
    """How many changes of each kind there are, those for the worse first."""
    made = []
    for side, kinds, chinese, english in (
        ("worse-side", WORSE, "变差", "worse"),
        ("better-side", BETTER, "变好", "better"),
    ):
        told = [
            f"{short(how, style.lang)} {numbers[how.value]}"
            for how in kinds
            if numbers[how.value]
        ]
        if told:
            head = style.say(
                f"{chinese} {numbers[side]} 件", f"{numbers[side]} {english}"
            )
            made.append(head + aside(listed(told, style.lang), style.lang))
    return made


def unread_words(found: Seen) -> str:
    """Why the branch of the new side cannot be judged."""
    branch, told = found.branch, found.told
    if branch.error is not None:
        return error_line(branch.error, told.lang)
    why = [fault_sentence(one, told.lang)[0] for one in branch.faults[:1]]
    head = told.say("branch.yaml 用不了", "its branch.yaml cannot be used")
    return told.colon.join([head, *why])


_MARKS = {How.DONE: "met", How.DUE: "open"}


def listed_words(found: Seen, most: int) -> Iterator[tuple[str, str]]:
    """(mark, text) for each kind of change that is no finding."""
    told, numbers = found.told, tallied(found)
    for how in LISTED:
        number = numbers[how.value]
        if not number:
            continue
        name = capital(term("changes", how, told.lang))
        head = told.say(f"{name} {number} 件", f"{name} ({number})")
        yield _MARKS.get(how, "info"), f"{head}{told.colon}{_names(found, how, most)}"


def _names(found: Seen, how: How, most: int) -> str:
    told = found.told
    drawn = groups(found, how)
    if how in (How.CAME, How.WENT):
        parts = []
        for words, listed in reasons(found, how):
            number = len(listed)
            if words:
                parts.append(told.say(f"{words} {number} 件", f"{number} {words}"))
                continue
            keys = {id(one) for one in listed}
            own = [one for one in drawn if id(one.changes[0]) in keys]
            parts.append(_row(*titles(own, found, most), found))
        return told.stops(parts)
    return _row(*titles(drawn, found, most), found)


def _row(names: list[str], left: int, found: Seen) -> str:
    told = found.told
    more = told.say(f"等，另有 {left} 项", f", and {left} more") if left else ""
    return told.titles(names) + more


def standing_words(found: Seen) -> list[str]:
    """What changed in the branch itself: founded, gone, moved, renamed, other packs,
    another year."""
    old, new, told = found.old.report, found.branch, found.told
    if old.is_absent:
        return [told.say("新的支部", "a new branch")]
    if new.is_absent:
        return [gone_words(told.lang)]
    made = []
    if old.name != new.name and old.year and new.year:
        name = clean(old.name)
        made.append(told.say(f"原名 {name}", f"was called {name}"))
    if old.year != new.year and old.year and new.year:
        years = f"{old.year} → {new.year}"
        made.append(told.tell("other-years", years=years))
    if old.is_unread or new.is_unread:
        return made
    packs = [{one.id: one.version for one in side.packs} for side in (old, new)]
    came = [f"{name} {v}" for name, v in packs[1].items() if name not in packs[0]]
    went = [f"{name} {v}" for name, v in packs[0].items() if name not in packs[1]]
    other = [
        f"{name} {packs[0][name]} → {v}"
        for name, v in packs[1].items()
        if packs[0].get(name, v) != v
    ]
    for (zh, en), packed in (
        (("新增规则包", "new pack"), came),
        (("去掉规则包", "pack gone"), went),
        (("规则包换版", "other version"), other),
    ):
        if packed:
            made.append(f"{told.say(zh, en)}{told.colon}{clean(told.row(packed))}")
    return made


def _when(group: Group, found: Seen) -> str:
    """The periods that a group is about, or the day up to which it is due."""
    told, due = found.told, group.entry.due
    if group.how == How.DUE and due:
        return told.say(f"{told.day(due)}前", f"by {told.day(due)}")
    labels = dict.fromkeys(one.span.label for one in group.entry.verdicts)
    return periods(tuple(labels), told.lang, told.year)


def _who(group: Group, told: Told) -> str:
    """The persons whose duty came or went, if they are few; else empty."""
    if group.how not in (How.CAME, How.WENT):
        return ""
    names = [name_of(one, told) for one in group.entry.verdicts]
    few = list(dict.fromkeys(name for name in names if name))
    return told.row(few) if len(few) <= _FEW else ""


def titles(listed: Iterable[Group], found: Seen, most: int) -> tuple[list[str], int]:
    """The titles of at most `most` groups, with period and persons, and how many groups
    are left out."""
    told = found.told
    made = []
    for one in listed:
        text = told.commas([_when(one, found), _who(one, told)])
        made.append(f"{title(one.entry, told)}{told.aside(text)}")
    made = list(dict.fromkeys(made))
    return made[:most], max(0, len(made) - most)


def reasons(found: Seen, how: How) -> Iterator[tuple[str, list[Change]]]:
    """Why duties came or went, in words, each with its changes; the most frequent
    reason first.

    The words are empty if records or days are the reason."""
    told = found.told
    drawn: dict[tuple[str, str], list[Change]] = {}
    for change in found.of(how):
        assert change.shown is not None
        name = change.shown.subject.name if change.why == "subject" else ""
        if change.why == "pack":
            name = change.shown.rule.partition("/")[0]
        drawn.setdefault((change.why, name), []).append(change)
    ordered = sorted(drawn.items(), key=lambda item: (-len(item[1]), item[0]))
    for (why, name), changes in ordered:
        yield term("came-of", why, told.lang).replace("{}", clean(name)), changes
