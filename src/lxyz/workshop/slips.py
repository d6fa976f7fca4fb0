"""Mistakes that people make in their first pack: comparisons that do not fit the value,
records tied to nothing, and periods that never come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxyz.dates.spans import MONTHS, YEARS
from lxyz.facts.fact import CHANGES, ENTRIES, GUESTS, INSIDE, STANDING, UNMET
from lxyz.kinds.conditions import ROLES
from lxyz.kinds.sat_in import CATEGORY
from lxyz.packs.asked import is_of_members, kinds_of, patterns, roles_of
from lxyz.packs.model import Condition, Count, Pattern, Rule, Wanted, When
from lxyz.packs.number import number
from lxyz.packs.texts import place_of
from lxyz.verdicts import PERSONS
from lxyz.vocabulary import Vocabulary
from lxyz.workshop.days import OF_A_PERIOD

_ELSEWHERE = {
    "filings": "filed: yes | kind: filing, link: subject",
    "attendance": "present | excused | absent",
    "speakers": "lecturer | keynote | speaker",
    "grades": "kind: evaluation-grade, grade: excellent",
    "documents": "kind: study-summary, link: subject",
    "values": "value",
    **{
        name: f"which: {{{name}: …}}"
        for name in "state here_on hardship_in_year party_years group_leader".split()
    },
}
"""Keys of a record of which facts hold what they say under other names, and what is asked
of members alone."""
_OF_MEMBERS = {
    "leave": "state: leave",
    "from": "here_on | kind: member-joined",
    "until": "here_on | kind: member-left",
}
"""The same of a member's line in the profile."""
_PERSONS = ROLES - {"owner", "about", "to"} | {GUESTS}
_LISTS = frozenset("committee members groups posts steps decisions materials".split())
_SIZES = frozenset("days workdays minutes hours attachments issue_days".split())
_OF_A_PERSON = CHANGES | ENTRIES | {"candidate", "candidate-stage", UNMET}
_PERSONAL = frozenset(
    "persons heart-to-heart-talk thought-report reflection-note reflection-essay".split()
)
_ITEMS = frozenset("rectification problem plan-item plan-section".split())
"""What stands in a list, and no record can refer to by itself."""
_CLOSED = {
    "rectification": "rectification-closed",
    "problem": "problem-closed",
    "commitment": "commitment-closed",
    "assigned-task": "assigned-task-closed",
}
"""What can be closed, and the kind of that."""
_LEADS = frozenset(("组长", "党小组长"))
"""Who leads a group stands in the groups of the profile, not in the committee."""
_DAYS = {
    **{name: 366 * number for name, number in YEARS.items()},
    "half": 184,
    "quarter": 92,
    "two-months": 62,
    "month": 31,
    "two-weeks": 14,
    "week": 7,
}
_UNITS = {"d": 1.0, "wd": 1.4, "m": 30.0}
"""How many days one is, and no more."""


def slips(rule: Rule, words: Vocabulary) -> Iterator[str]:
    """What in a rule is surely intended otherwise, in words."""
    every = [one for one in (rule.each, *_tested(rule)) if one is not None]
    on_facts: list[Mapping[str, Wanted]] = []
    on_persons: list[Mapping[str, Wanted]] = [rule.which or {}, rule.except_ or {}]
    for one in every:
        (on_persons if is_of_members(one) else on_facts).append(one.wanted)
    (on_facts if rule.each is not None else on_persons).append(rule.has or {})
    for wanted in on_facts:
        yield from _elsewhere(wanted, _ELSEWHERE)
        yield from _compared(wanted)
        yield from _posts(wanted, words)
    for wanted in on_persons:
        yield from _elsewhere(wanted, _OF_MEMBERS)
        yield from _compared({k: v for k, v in wanted.items() if k in _LISTS})
        yield from _posts(wanted, words)
    if rule.count is not None:
        yield from _of_itself(rule, rule.count)
    yield from _of_whatever(rule)
    if rule.each is not None and (rule.count is not None or rule.cover is not None):
        for one in patterns(rule):
            yield from _tied(one, rule.each, words)
    yield from _off_the_roster(rule)
    if rule.attest in ("yes", "no", "some"):
        yield "attest is the question that a person answers"
    if isinstance(rule.when, When):
        yield from _never_comes(rule.when, rule)
        yield from _outside_in(rule.when)
        yield from _in_arrears(rule.when, rule, words)
    if rule.for_ in PERSONS and rule.count is not None:
        yield from _himself_among(rule, rule.count)
    if rule.for_ == "member" and rule.count is not None:
        yield from _with_himself(rule)


def _of_whatever(rule: Rule) -> Iterator[str]:
    """Filings without `what`, which may belong to any record of the branch."""
    if rule.for_ == "branch" and rule.each is None and rule.count is not None:
        for one in patterns(rule):
            if kinds_of(one) == ("filing",) and not one.wanted:
                yield "filing may be of any record: write what"


def _off_the_roster(rule: Rule) -> Iterator[str]:
    """Kinds that a rule asks for as of the day of the check (`now`), but that are no
    facts of the roster."""
    if rule.when != "now" or rule.each is not None:
        return
    for kind in dict.fromkeys(k for one in _tested(rule) for k in kinds_of(one)):
        if kind not in STANDING:
            yield f"now is of the roster, which has no {kind}: write every"


def _tested(rule: Rule) -> Iterator[Pattern]:
    if rule.count is not None or rule.cover is not None:
        yield from patterns(rule)
    if rule.count is not None and rule.count.to is not None:
        yield rule.count.to


def _elsewhere(names: Iterable[str], known: Mapping[str, str]) -> Iterator[str]:
    for name in names:
        if name in known:
            yield f"{name} is asked in other words: {known[name]}"


def _compared(wanted: Mapping[str, Wanted]) -> Iterator[str]:
    """Comparisons with a text of a key that holds persons, a list, or a measure."""
    for name, one in wanted.items():
        for word in (one,) if isinstance(one, str) else ():
            if word in ("some", "none") or word.startswith("$"):
                continue
            if name in _PERSONS and not _is_number(word):
                yield f"{name} is persons, whom a pack does not name: {word}"
            elif name in _PERSONS | _LISTS and _is_number(word):
                yield f"{name} has a size: write {{min: {word}}}"
            elif name in _SIZES and _is_number(word):
                yield f"{name}: {word} is no more and no less: perhaps {{min: {word}}}"
        if name == "guest" and isinstance(one, Condition) and any(one.limits):
            yield "guest is candidates alone: how many sat in is guests"
        if name == GUESTS and isinstance(one, Condition):
            if one.is_ is not None or not {*(one.which or ())} <= {CATEGORY}:
                yield "guests are no members: only which: {category: …} is known"


def _is_number(text: str) -> bool:
    return text[:1].isdecimal() and text.strip("0123456789./%") == ""


def _posts(wanted: Mapping[str, Wanted], words: Vocabulary) -> Iterator[str]:
    """Posts that are not written with their name in the vocabulary."""
    one = wanted.get("post")
    every = (one,) if isinstance(one, str) else one if isinstance(one, tuple) else ()
    for word in every:
        if word in _LEADS:
            yield f"{word} is no post: group_leader: yes"
        elif words.post(word) not in every:
            yield f"no such post: {word} ({words.post(word)}?)"


def _of_itself(rule: Rule, count: Count) -> Iterator[str]:
    """Shares of more than the whole, if what is counted is a part of it."""
    if count.to is None:
        return
    own = {kind for one in patterns(rule) for kind in kinds_of(one)}
    if not own <= set(kinds_of(count.to)):
        return
    for name in ("min", "max", "over", "under"):
        text = getattr(count, name)
        if text and not text.startswith("$") and number(text) > 1:
            if "%" not in text:
                yield f"{name} {text}: a part of the whole: perhaps {text}%"
            elif name != "min":
                yield f"{name} {text}: a part of the whole"


def _tied(pattern: Pattern, each: Pattern, words: Vocabulary) -> Iterator[str]:
    """Patterns without a link to the fact of `each`: their records may belong to
    another record, or to another person."""
    kinds = kinds_of(pattern)
    told = "、".join(kinds)
    if each.rule is None:
        yield from unlinked(pattern, each)
    if pattern.link or pattern.same or pattern.as_:
        return
    if INSIDE.issuperset(kinds) and "what" not in pattern.wanted:
        yield f"{told} may be of any record: write link: subject, or same"
    elif _OF_A_PERSON.issuperset(kinds_of(each)) and all(
        kind in _OF_A_PERSON or not _PERSONAL.isdisjoint(words.families((kind,)))
        for kind in kinds
    ):
        yield f"{told} may be of anybody: write same"


def unlinked(pattern: Pattern, each: Pattern) -> Iterator[str]:
    """Links to something that no record can refer to, or that has no such part."""
    kinds = kinds_of(pattern)
    if pattern.link == "self" and INSIDE.issuperset(kinds):
        if INSIDE.isdisjoint(kinds_of(each)):
            yield f"link: self is the record of each, which is no {'、'.join(kinds)}: link: subject"
    if pattern.link != "subject":
        return
    if INSIDE.isdisjoint(kinds):
        if _ITEMS.issuperset(kinds_of(each)):
            yield f"link: {'、'.join(kinds)} cannot refer to an item of a list"
        return
    wholes = [one for one in kinds_of(each) if one in _CLOSED]
    for one in wholes:
        named = set(kinds) & set(_CLOSED.values())
        if named and _CLOSED[one] not in named:
            yield f"link: a {one} is closed by {_CLOSED[one]}"


def _in_arrears(when: When, rule: Rule, words: Vocabulary) -> Iterator[str]:
    """Rules without `late` about records that count for a period, whatever their day.

    If such a record comes after the period, it would be missing for ever."""
    of_period = when.every is not None and when.every not in YEARS and not when.after
    if not of_period or rule.late or when.late or when.in_ or when.before:
        return
    for pattern in _tested(rule):
        kinds = kinds_of(pattern)
        if not any(OF_A_PERIOD.isdisjoint(words.families((one,))) for one in kinds):
            told = "、".join(kinds)
            yield f"{told} that comes after the {when.every} counts for nothing: write late: ever, or never"
            return


def _himself_among(rule: Rule, count: Count) -> Iterator[str]:
    """Counts of different persons that would include the person himself."""
    for one in patterns(rule):
        if count.distinct in roles_of(one) and len(roles_of(one)) > 1:
            yield f"distinct: {count.distinct} counts the person himself: leave it out of as"
            return


def _with_himself(rule: Rule) -> Iterator[str]:
    """Talks of the secretary with each member: the secretary would have to talk with
    himself."""
    narrowed = {**(rule.which or {}), **(rule.except_ or {})}
    if "post" in narrowed or "posts" in narrowed:
        return
    for one in patterns(rule):
        by = one.wanted.get("from")
        if (
            isinstance(by, Condition)
            and by.is_ == "secretary"
            and "to" in roles_of(one)
        ):
            yield "the secretary would have to talk with himself: write except"
            return


def _never_comes(when: When, rule: Rule) -> Iterator[str]:
    """Periods that never come: they lie outside the months named, or are over before
    the previous one is due; and late days before the due day."""
    length = MONTHS.get(when.every or "")
    if when.months and length is not None:
        named = {int(one) for one in when.months if one.isdecimal()}
        begins = range(1, 13, length)
        if not any(named >= set(range(first, first + length)) for first in begins):
            yield f"no {when.every} lies in these months: {'、'.join(when.months)}"
    if when.after == "period" and _at_least(when.within) > _DAYS[when.every or ""]:
        yield f"within {when.within} is more than a {when.every}"
    due, late = when.by or when.to or "", rule.late or when.late or ""
    last, until = place_of(due), place_of(late)
    if when.every == "year" and last and until and until < last:
        yield f"late {late} is before {due}"


def _outside_in(when: When) -> Iterator[str]:
    """Negative distances from the subject, which turn a window inside out; and days of
    grace that lie inside their window."""
    far = (when.from_, when.to, when.within)
    if when.every is None:
        yield from (
            f"{one} counts the other way" for one in far if one and one[0] == "-"
        )
    if when.band is None:
        return
    # Whether a greater value makes the window narrower, at its first and last end.
    first = when.every is not None or when.after is not None
    last = when.before is not None
    narrower = [
        _is_beyond(text, other) if greater else _is_beyond(other, text)
        for text, other, greater in (
            (when.band.from_, when.from_, first),
            (when.band.to, when.to or when.within, last),
        )
        if text
    ]
    if narrower and all(narrower):
        yield "band lies inside its window"


def _at_least(text: str | None) -> float:
    """How many days a distance is at least; 0 of one that a parameter holds."""
    unit = (text or "").lstrip("0123456789")
    return int((text or "").removesuffix(unit) or 0) * _UNITS.get(unit, 0)


def _is_beyond(text: str | None, other: str | None) -> bool:
    """Whether a month-day, or a number of days, is greater than another."""
    own, of = place_of(text or ""), place_of(other or "")
    return own is not None and of is not None and own > of
