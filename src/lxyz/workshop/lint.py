"""What a pack can say that is allowed and yet surely not meant.

Each check names the trap it guards against; they were all met when the first rules were
written.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lxyz.kinds.conditions import ROLES
from lxyz.kinds.values import number
from lxyz.packs.bind import Bound, bind
from lxyz.packs.model import Condition, Count, KindAll, Pattern, Rule, When
from lxyz.packs.types import Pack, Problem
from lxyz.vocabulary import Vocabulary, nearest, vocabulary
from lxyz.workshop.trace import unaccounted

# Kinds that facts have beside those of the vocabulary.
DERIVED = frozenset(
    "step plan-item personal-plan-item rectification rectification-closed problem "
    "problem-closed commitment-check member post group branch candidate attendance".split()
)
_MEMBERS_OWN = frozenset(
    "commitment self-study rectification heart-to-heart-talk thought-report "
    "reflection-note reflection-essay personal-study-plan member-self-check dues-payment "
    "evaluation-grade".split()
)
_SUBJECT_RELATIVE = ("after", "before", "around", "during")


def lint(pack: Pack) -> list[Problem]:
    """All that is wrong or doubtful in a pack: problems of form first."""
    problems = list(pack.problems)
    if problems:
        return problems
    bound = bind(pack)
    words = vocabulary()
    file = f"{pack.folder.name}/pack.yaml"
    for rule, raw in zip(bound.rules, pack.raws, strict=True):
        problems.extend(
            Problem(file, raw.line, f"{rule.id}: {text}")
            for text in _doubts(rule, bound, words)
        )
    problems.extend(Problem(file, 1, text) for text in _cycles(bound))
    problems.extend(Problem(file, 1, text) for text in _unused(pack))
    problems.extend(unaccounted(pack))
    return problems


def _patterns(rule: Rule) -> Iterator[Pattern]:
    if rule.each is not None:
        yield rule.each
    for test in (rule.count, rule.cover):
        if test is not None:
            yield from test.of if isinstance(test.of, tuple) else (test.of,)
    if rule.count is not None and rule.count.to is not None:
        yield rule.count.to


def _kinds(pattern: Pattern) -> tuple[str, ...]:
    kind = pattern.kind
    if isinstance(kind, KindAll):
        return kind.all
    return (kind,) if isinstance(kind, str) else kind


def _doubts(rule: Rule, bound: Bound, words: Vocabulary) -> Iterator[str]:
    known = set(words.kinds) | DERIVED | set(bound.pack.implies)
    attributes = _attributes(words)
    for pattern in _patterns(rule):
        for kind in _kinds(pattern):
            if kind not in known:
                yield f"no such kind: {kind} ({nearest(kind, known)})"
        for attribute in pattern.__pydantic_extra__ or {}:
            if attribute not in attributes:
                yield f"no such attribute: {attribute} ({nearest(attribute, attributes)})"
    for attribute in rule.has or {}:
        if attribute not in attributes and attribute != "as":
            yield f"no such attribute: {attribute} ({nearest(attribute, attributes)})"
    yield from _levels(rule)
    yield from _spans(rule)
    yield from _bounds(rule)
    if rule.for_ == "leader" and not bound.pack.leaders:
        yield "for: leader, but the pack names no ranks (leaders)"
    if (
        rule.if_ is not None
        and rule.if_.set is not None
        and rule.if_.set not in bound.values
    ):
        yield f"if.set: no such param: {rule.if_.set}"
    if rule.years is not None and all(
        year < bound.pack.head.year for year in rule.years
    ):
        yield "can never apply: its years lie before the pack's"


def _attributes(words: Vocabulary) -> frozenset[str]:
    """All attributes and roles that a fact can have."""
    keys = {
        key
        for context in ("record", "item", "member", "branch", "step")
        for key in words.key_slugs(context)
    }
    derived = (
        "name position recipient what plans planned mode moved on_slot payer grade "
        "speaker_minutes longest_speaker outside_speaker written_sections attachments "
        "period filed topics post posts term_end term_over state secretary committee "
        "groups leader form steps kind"
    ).split()
    return frozenset(keys) | frozenset(derived) | ROLES


def _levels(rule: Rule) -> Iterator[str]:
    """A rule for the branch on what members or groups own must say whose it means."""
    if rule.for_ != "branch" or rule.each is not None:
        return
    for pattern in _patterns(rule):
        if pattern.level is None and pattern.as_ is None:
            owned = _MEMBERS_OWN.intersection(_kinds(pattern))
            if owned:
                yield f"for: branch on what members own ({'、'.join(sorted(owned))}): write level"
        levels = (
            (pattern.level,) if isinstance(pattern.level, str) else pattern.level or ()
        )
        carried = (
            "group" in levels and rule.count is not None and rule.count.rounds is None
        )
        if (
            carried
            and isinstance(rule.count, Count)
            and rule.count.min not in (None, "1")
        ):
            yield "level: group for a branch's number lets one group carry it: use rounds"


def _spans(rule: Rule) -> Iterator[str]:
    when = rule.when
    if not isinstance(when, When):
        return
    late = rule.late or when.late
    short = when.every not in (None, "year")
    if short and late not in (None, "never") and rule.each is None:
        own = {kind for pattern in _patterns(rule) for kind in _kinds(pattern)}
        if not own <= {"dues-payment", "points-register"}:
            yield "late in a period below a year lets one record serve two periods"
    inner = when.in_ or when
    for text in (inner.from_, when.by, inner.to):
        if (
            text
            and "-" in text
            and not text.startswith(("-", "$"))
            and text[:4].isdigit() is False
        ):
            month = int(text.removeprefix("next ").split("-")[0])
            if not 1 <= month <= 12:
                yield f"no such month: {text}"
    if when.every is None and rule.each is None:
        yield "a span about a fact needs each"


def _bounds(rule: Rule) -> Iterator[str]:
    parts: list[Count | Condition] = [rule.count] if rule.count is not None else []
    for pattern in _patterns(rule):
        parts.extend(
            value
            for value in (pattern.__pydantic_extra__ or {}).values()
            if isinstance(value, Condition)
        )
    for part in parts:
        low = number(part.min) if part.min else None
        high = number(part.max) if part.max else None
        if isinstance(low, Fraction) and isinstance(high, Fraction) and low > high:
            yield f"min {part.min} over max {part.max}: can never be kept"


def _cycles(bound: Bound) -> Iterator[str]:
    under = {rule.id: rule.under for rule in bound.rules if rule.under}
    for start, parent in under.items():
        seen: list[str] = [start]
        at: str | None = parent
        while at is not None and at not in seen:
            seen.append(at)
            at = under.get(at)
        if at == start:
            yield f"under in a circle: {' → '.join([*seen, start])}"


def _unused(pack: Pack) -> Iterator[str]:
    used = {name for raw in pack.raws for name in raw.params}
    used |= {
        str(raw.written["if"].get("set"))
        for raw in pack.raws
        if isinstance(raw.written.get("if"), dict)
    }
    for name in pack.params:
        if name not in used and name != "effective_from":
            yield f"param is not used: {name}"
