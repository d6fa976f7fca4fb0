"""What a pattern can never mean: attributes that its records cannot have, words that
are not in a closed list, sums of texts, a record that counts for itself.

Impossible numbers are found in `numbers`, misspelt words in `doubts`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxyz.dates.days import WEEKDAYS
from lxyz.facts.fact import STANDING
from lxyz.kinds.conditions import DESCRIPTIVE, ROLES
from lxyz.kinds.levels import counted_levels, subject_levels
from lxyz.packs.asked import (
    every_word,
    is_subject,
    kinds_of,
    named_patterns,
    patterns,
    same_of,
    wants_all,
    which_in,
)
from lxyz.packs.model import Condition, Pattern, Rule, Wanted, When
from lxyz.vocabulary import Vocabulary, nearest
from lxyz.workshop.having import OF, STAGES, lacking, nobody_as
from lxyz.workshop.numbers import ONE_TEXT, listed_twice, numbers, runs, shares

_YES_NO = (
    "moved on_slot filed optional cadre hardship hardship_in_year "
    "file_complete group_leader term_over".split()
)
_CLOSED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_YES_NO, ("yes", "no")),
    "outside_speaker": ("yes",),  # the others are `none`: their record says nothing
    "weekday": WEEKDAYS,
    "state": ("leave", "active"),
    "evidence": ("image", "text", "file"),
}
_VALUES = {
    "status": "status",
    "answer": "answer",
    "grade": "grade",
    "mode": "mode",
    "aspects": "aspect",
    "sources": "source",
}
_NUMBERS = frozenset(
    "days workdays issue_days speaker_minutes longest_speaker attachments value items position years run".split()
)
_SIZED = frozenset(("int", "number"))
_DESCRIBES = DESCRIPTIVE - {"owner", "name"}
_SAID = ("yes", "no", "true", "false", "是", "否", "有", "无")
_POSTS: dict[str, Wanted] = {"secretary": "书记", "committee": "some"}
"""What post those have whom a rule is for."""
_LEVELS = {"member": "member", "group": "group"}


def nonsense(rule: Rule, words: Vocabulary) -> Iterator[str]:
    """What in a rule can never be true, in words."""
    every = named_patterns(rule)
    for pattern in every:
        yield from lacking(pattern, pattern.wanted, words)
        yield from nobody_as(pattern, words)
        yield from _together(pattern, words)
        yield from _state(pattern, words)
        yield from _stage(pattern, words)
    yield from _shared(rule, words)
    if rule.cover is not None:
        for pattern in patterns(rule):
            yield from lacking(pattern, (rule.cover.tag,), words)
    if rule.has is not None and rule.each is not None:
        own = [name for name in rule.has if name != "as"]
        parts = (one.of for one in rule.has.values() if isinstance(one, Condition))
        own.extend(name for name in parts if name in OF or name == "members")
        yield from lacking(rule.each, own, words)
    if rule.each is not None and isinstance(rule.when, When):
        if "subject.due" in rule.when.anchors:
            yield from lacking(rule.each, ("due",), words)
    asked = (*(one.wanted for one in every), rule.has or {})
    conditions = [pair for one in asked for pair in one.items()]
    for name, wanted in conditions:
        yield from _condition(name, wanted, words)
    members = rule.if_.members.which if rule.if_ and rule.if_.members else {}
    persons = (rule.which, rule.except_, members, *which_in(conditions))
    for which in persons:
        for name, wanted in (which or {}).items():
            yield from _closed(name, wanted, words, "member")
            if name == "party_years" and not isinstance(wanted, Condition):
                yield from _no_number(name, wanted)
    if rule.except_ and all(
        _is_all(rule, name, wanted, words) for name, wanted in rule.except_.items()
    ):
        yield "can never apply: who is meant is excepted"
    yield from _levels(rule, words)
    yield from _itself(rule)
    yield from numbers(rule, [wanted for _, wanted in conditions])
    yield from _summed(rule, words)
    yield from listed_twice(rule)
    yield from runs(rule)
    if rule.attest is not None and rule.when is not None:
        yield "attest asks once a year: when is not looked at"


def _shared(rule: Rule, words: Vocabulary) -> Iterator[str]:
    """Keys that a record must share with the fact of `each`, but that one of the two
    cannot have."""
    for pattern in patterns(rule):
        for own, other in same_of(pattern):
            yield from lacking(pattern, (own,), words)
            if rule.each is not None:
                yield from lacking(rule.each, (other,), words)


# --- kinds and states ---------------------------------------------------------


def _together(pattern: Pattern, words: Vocabulary) -> Iterator[str]:
    """Patterns that ask for several kinds which no single record can have."""
    kinds = kinds_of(pattern)
    families = {words.kinds[k].family if k in words.kinds else "" for k in kinds}
    if wants_all(pattern) and "" not in families and len(families) > 1:
        yield f"no record is of all these kinds: {'、'.join(kinds)}"


def _state(pattern: Pattern, words: Vocabulary) -> Iterator[str]:
    """Conditions on `status` that make no sense: a rule looks only at records of what
    was held, or with `cancelled` at what was called off."""
    status = pattern.wanted.get("status")
    if status is None or not STANDING.isdisjoint(kinds_of(pattern)):
        return
    held = words.value_names["status"]
    if status != "cancelled" and (not isinstance(status, str) or status in held):
        yield "status: only what was held is looked at; status: cancelled is all to ask"


def _stage(pattern: Pattern, words: Vocabulary) -> Iterator[str]:
    """Unknown stages on the way into the Party; the stages of other things are free
    text."""
    if STAGES.issuperset(kinds_of(pattern)) and "stage" in pattern.wanted:
        names = words.value_names["stage"]
        yield from _unlisted("stage", pattern.wanted["stage"], tuple(names), names)


# --- conditions ------------------------------------------------------------------


def _condition(name: str, wanted: Wanted, words: Vocabulary) -> Iterator[str]:
    yield from _closed(name, wanted, words, "record")
    if isinstance(wanted, Condition):
        yield from shares(name, wanted, words)
    keys = words.key_slugs("record").get(name, ())
    types = {key.type.partition(" ")[0] for key in keys}
    if name in _NUMBERS and not types:
        types = {"number"}  # worked out, and written by nobody
    if name in ROLES or not types or (name in _NUMBERS and not types <= _SIZED):
        return
    if not isinstance(wanted, Condition):
        if name == "run" and "0" in every_word(wanted):
            yield "run 0: can never be kept"
        if types <= _SIZED:
            yield from _no_number(name, wanted)
        elif (
            wanted in _SAID
            and name not in _CLOSED
            and types.isdisjoint(("one", "some"))
        ):
            yield f"{name} says more than yes or no: write some, or none"
        return
    persons = wanted.is_ is not None or wanted.which is not None
    if persons and name in _DESCRIBES:
        yield f"{name} names no persons: is and which ask of persons"
    if any(wanted.limits) and types <= ONE_TEXT:
        yield f"{name} is one text, which has no size: min, max …"


def _no_number(name: str, wanted: Wanted) -> Iterator[str]:
    """Words where a number is asked."""
    for word in every_word(wanted):
        known = word in ("some", "none") or word.startswith("$")
        if not known and not word.replace(".", "").isdecimal():
            yield f"{name} is a number: {word}"


def _closed(
    name: str, wanted: Wanted, words: Vocabulary, context: str
) -> Iterator[str]:
    """Words that are not in the closed list of their key."""
    known, names = _known(name, words, context)
    if known:
        yield from _unlisted(name, wanted, known, names)


def _known(
    name: str, words: Vocabulary, context: str
) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """The words of the closed list of a key, and their Chinese names; empty if its text
    is free."""
    named = _VALUES.get(name, "")
    types = [key.type for key in words.key_slugs(context).get(name, ())]
    values = words.value_names.get(named) if all(named in t for t in types) else None
    if name == "status":  # what is asked of a fact may be that of a member, too
        own = words.value_names["member-status"]
        values = own if context == "member" else {**(values or {}), **own}
    return tuple(values) if values else _CLOSED.get(name, ()), values or {}


def _unlisted(
    name: str, wanted: Wanted, known: tuple[str, ...], names: Mapping[str, str]
) -> Iterator[str]:
    """Words that are not among the known ones, each with the one that may be meant.

    `names` are the Chinese names of the known words."""
    slugs = {zh: slug for slug, zh in names.items()}
    for word in every_word(wanted):
        if word in ("some", "none") or word.startswith("$") or word in known:
            continue
        near = slugs.get(word) or nearest(word, known) or "、".join(known)
        yield f"no such {name}: {word} ({near}?)"


def _is_all(rule: Rule, name: str, wanted: Wanted, words: Vocabulary) -> bool:
    """Whether a condition on persons holds for all persons that the rule is for."""
    meant = (rule.which or {}).get(name)
    if meant is None and name == "post":
        meant = _POSTS.get(rule.for_)
    if meant is None:
        meant = _known(name, words, "member")[0] or None
    if meant is None or isinstance(meant, Condition) or isinstance(wanted, Condition):
        return meant == wanted
    return {*every_word(meant)} <= {*every_word(wanted)}


# --- whose, and which ------------------------------------------------------------


def _levels(rule: Rule, words: Vocabulary) -> Iterator[str]:
    """Patterns for the records of the branch that mean facts of members or groups.

    Facts of the profile and tables of persons never belong to the branch itself; only a
    commitment may."""
    for pattern in named_patterns(rule):
        meant = subject_levels if is_subject(pattern, rule) else counted_levels
        levels = meant(rule.for_, pattern)
        if pattern.level or levels is None:
            continue
        for kind in kinds_of(pattern):
            own = words.families((kind,))
            level = _LEVELS.get(kind)
            if "persons" in own and "commitment" not in own:
                level = "member"
            if level is not None and level not in levels:
                yield f"{kind} is of level {level}, which is not counted: write level"


def _itself(rule: Rule) -> Iterator[str]:
    """Rules in which a record would count for itself."""
    when, test = rule.when, rule.count
    if rule.each is None or test is None or not isinstance(when, When):
        return
    begins = when.after == "subject" and when.from_ in (None, "0d")
    if not begins or (test.max is None and test.under is None and test.to is not None):
        return
    for pattern in patterns(rule):
        same = not set(kinds_of(pattern)).isdisjoint(kinds_of(rule.each))
        more = {k: v for k, v in pattern.wanted.items() if rule.each.wanted.get(k) != v}
        apart = pattern.link is not None or pattern.as_ is not None or more
        if same and not apart and "status" not in rule.each.wanted:
            yield "the record counts itself: write from: 1d"
            return


# --- sums ------------------------------------------------------------------------


def _summed(rule: Rule, words: Vocabulary) -> Iterator[str]:
    """Attributes that a count adds up or distinguishes (`distinct`), but that are no
    number, or that its records cannot have."""
    count = rule.count
    if count is None:
        return
    measured = count.sum or count.mean
    if measured and measured not in ROLES and measured not in _NUMBERS:
        keys = words.key_slugs("record").get(measured, ())
        if keys and all(key.type.partition(" ")[0] in ONE_TEXT for key in keys):
            yield f"{measured} is no number to add up"
    named = [one for one in (measured, count.distinct) if one and one not in ROLES]
    for pattern in patterns(rule):
        yield from lacking(pattern, named, words)
