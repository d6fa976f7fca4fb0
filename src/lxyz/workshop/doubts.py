"""What may be wrong with a single rule: unknown words, wrong levels, numbers that
cannot be kept, conditions that can never apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.kinds.conditions import ROLES
from lxyz.kinds.spelling import plain
from lxyz.packs.asked import (
    every_word,
    is_of_members,
    is_subject,
    kinds_of,
    levels_of,
    named_patterns,
    patterns,
    roles_of,
    same_of,
    which_in,
)
from lxyz.packs.bind import Bound
from lxyz.packs.model import Condition, Pattern, Rule, Wanted, When
from lxyz.verdicts import BINDING, PERSONS
from lxyz.vocabulary import Vocabulary, nearest
from lxyz.workshop.days import days, never_due, served_by_the_next
from lxyz.workshop.numbers import bounds, worths
from lxyz.workshop.subjects import follows, nths, stands

DERIVED = frozenset(
    "name position recipient what plans planned mode moved moved_reason on_slot payer "
    "grade speaker_minutes longest_speaker issue_days outside_speaker written_sections named_lists wording attachments "
    "period filed rests_on topics post posts term_end term_over state secretary committee groups "
    "leader form steps value fixed_day members guests kind weekday days workdays years run".split()
)
_PERSONAL = frozenset(
    "state post posts status hardship hardship_in_year group group_leader name "
    "here_on party_years".split()
)
_MEMBERS_OWN = frozenset(
    "commitment self-study rectification heart-to-heart-talk thought-report "
    "reflection-note reflection-essay personal-study-plan member-self-check dues-payment "
    "evaluation-grade".split()
)
_BOUNDS = frozenset("min max over under sum distinct mean".split())
_GROUPS_OWN = frozenset(("group-meeting",))


def doubts(rule: Rule, bound: Bound, words: Vocabulary) -> Iterator[str]:
    """What is doubtful in a rule, in words."""
    yield from _unknown_roles(rule, words)
    yield from _unknown_attributes(rule, words)
    for name, wanted in _conditions(rule):
        yield from _misspelt(name, wanted, bound)
    yield from _levels(rule, words)
    yield from _joined_to_nothing(rule)
    yield from _another(rule)
    yield from _carried(rule)
    yield from days(rule, named_patterns(rule), words)
    yield from bounds(rule, _conditions(rule))
    yield from worths(rule, bound)
    yield from served_by_the_next(rule, bound)
    yield from nths(rule)
    yield from stands(rule)
    yield from follows(rule, bound)
    yield from _items(rule)
    yield from _never(rule, bound)
    if rule.waivable == "no" and rule.modality not in BINDING:
        yield "waivable: what only informs needs no waiver"


# --- words -----------------------------------------------------------------------


def _unknown_roles(rule: Rule, words: Vocabulary) -> Iterator[str]:
    """Roles that nobody can stand in."""
    for pattern in named_patterns(rule):
        for role in roles_of(pattern):
            if role not in ROLES:
                yield _like("role", role, ROLES, words)


def _unknown_attributes(rule: Rule, words: Vocabulary) -> Iterator[str]:
    """Attributes that no fact, or no member, has."""
    known = _attributes(words)
    named = [name for one in named_patterns(rule) for name in _named(one)]
    if rule.count is not None:
        measured = (rule.count.sum, rule.count.mean, rule.count.distinct)
        named.extend(name for name in measured if name)
    if rule.cover is not None:
        named.append(rule.cover.tag)
    of_person = rule.each is None and rule.for_ in PERSONS
    named.extend(name for name in rule.has or {} if name != "as" and not of_person)
    conditions = (one for _, one in _conditions(rule) if isinstance(one, Condition))
    beside = (name for one in conditions for name in (one.of, one.field, one.apart))
    named.extend(filter(None, beside))
    for name in dict.fromkeys(named):
        if name in _BOUNDS:
            yield f"{name} stands beside of, not in it"
        elif name not in known:
            yield _like("attribute", name, known, words)
    members = frozenset(words.key_slugs("member")) | _PERSONAL | {"about"}
    asked = [rule.which or {}, rule.except_ or {}]
    asked.extend(one.wanted for one in named_patterns(rule) if is_of_members(one))
    asked.append(rule.has if rule.has and of_person else {})
    asked.append(rule.if_.members.which if rule.if_ and rule.if_.members else {})
    asked.extend(which_in(_conditions(rule)))
    for name in dict.fromkeys(name for one in asked for name in one):
        if name not in members:
            yield _like("attribute of a member", name, members, words)


def _attributes(words: Vocabulary) -> frozenset[str]:
    """The names of all attributes that a fact can have."""
    contexts = ("record", "item", "member", "branch", "step", "candidate", "ballots")
    keys = (key for context in contexts for key in words.key_slugs(context))
    return DERIVED | ROLES | frozenset(keys)


def no_attribute(name: str, words: Vocabulary) -> str:
    """Says that no fact has an attribute, and which one may be meant; empty if some
    fact has it."""
    known = _attributes(words)
    return "" if name in known else _like("attribute", name, known, words)


def _like(what: str, word: str, known: Iterable[str], words: Vocabulary) -> str:
    """Says that there is no such word, and which one may be meant: that of a Chinese
    key, or the most similar one."""
    listed = sorted(known)
    keys = (key for one in words.contexts() for key in words.keys(one, word))
    meant = next((key.slug for key in keys if key.slug in listed), "")
    near = meant or nearest(word, listed)
    return f"no such {what}: {word}" + (f" ({near}?)" if near else "")


def _named(pattern: Pattern) -> Iterator[str]:
    """The attributes of facts that a pattern names; those of members are left out."""
    if not is_of_members(pattern):
        yield from pattern.wanted
    for pair in same_of(pattern):
        yield from dict.fromkeys(pair)


def _conditions(rule: Rule) -> Iterator[tuple[str, Wanted]]:
    """Every condition of a rule on facts."""
    for pattern in named_patterns(rule):
        yield from pattern.wanted.items()
    yield from (rule.has or {}).items()


def _misspelt(name: str, wanted: Wanted, bound: Bound) -> Iterator[str]:
    """Words that look like one of the pack's own words but differ."""
    own = bound.pack.words.get("steps" if name == "name" else name, {})
    others = [word for word in every_word(wanted) if word not in (*own, "some", "none")]
    if not others:
        return
    forms = {plain(form) for word, more in own.items() for form in (word, *more)}
    listed = sorted(forms)
    for word in others:
        if plain(word) not in forms and (near := nearest(plain(word), listed, 0.8)):
            yield f"{name}: {word} is spelt nearly like {near}"


# --- levels ----------------------------------------------------------------------


def _levels(rule: Rule, words: Vocabulary) -> Iterator[str]:
    """Patterns without a `level`, although the default (whose records are meant) is
    surely not intended."""
    person = rule.for_ in PERSONS
    for pattern in named_patterns(rule):
        if pattern.level or pattern.link or pattern.same or pattern.as_:
            continue
        kinds = kinds_of(pattern)
        above = [k for k in kinds if k in words.kinds and words.kinds[k].level]
        if above and (not person or is_subject(pattern, rule)):
            yield f"an act of the committee above ({'、'.join(above)}): write level"
        for whose, own in (("members", _MEMBERS_OWN), ("groups", _GROUPS_OWN)):
            owned = "、".join(k for k in kinds if _is_owned(own, k, words))
            if owned and rule.for_ == "branch" and not is_subject(pattern, rule):
                yield f"for: branch on what {whose} own ({owned}): write level"
    if person and rule.count is not None:
        base = rule.count.to
        if base is not None and not (base.as_ or base.link or base.same):
            yield f"for: {rule.for_}: to counts what others held, too: write as"
        own_patterns = [
            one for one in named_patterns(rule) if not is_subject(one, rule)
        ]
        if not any(one.as_ or one.link or one.same for one in own_patterns):
            yield f"for: {rule.for_}, but not how he stands in the records: write as"


def _is_owned(own: frozenset[str], kind: str, words: Vocabulary) -> bool:
    """Whether a kind is one of `own`, or is written like one of them.

    Not so for kinds of persons alone: their level is clear without being written."""
    families = words.families((kind,))
    persons = "persons" in families and "commitment" not in families
    return bool(own & families) and not persons


def _joined_to_nothing(rule: Rule) -> Iterator[str]:
    """Patterns that compare with a subject, in rules without one: this asks nothing."""
    joined = [one for one in named_patterns(rule) if one.link or one.same]
    if rule.each is None and not all(is_subject(one, rule) for one in joined):
        yield "link and same join to the fact of each, and there is no each"
    if any(is_subject(one, rule) for one in joined):
        yield "link and same join what is counted to the fact of each: not in each itself"
    if rule.for_ not in PERSONS and any(one.as_ for one in named_patterns(rule)):
        yield f"for: {rule.for_}: as asks nothing where the subject is no person"


def _another(rule: Rule) -> Iterator[str]:
    """A rule whose gap in one record would be made good by the next record of that
    kind."""
    when, test = rule.when, rule.count
    if rule.each is None or test is None or not isinstance(when, When):
        return
    if when.during is None or "never" in (rule.late, when.late):
        return
    about = frozenset(kinds_of(rule.each))
    for pattern in patterns(rule):
        own = sorted(about.intersection(kinds_of(pattern)))
        if own and pattern.link is None and not pattern.same and pattern.as_ is None:
            kinds = "、".join(own)
            yield f"the next {kinds} would make this one good: write link: self"
            return


def _carried(rule: Rule) -> Iterator[str]:
    """Counts in which one busy group could keep the rule for the whole branch."""
    test = rule.count
    if rule.for_ != "branch" or rule.each is not None or test is None or test.to:
        return
    for pattern in patterns(rule):
        groups = "group" in levels_of(pattern)
        if groups and test.rounds is None and test.min not in (None, "1"):
            yield "level: group for a branch's number lets one group carry it: use rounds"


# --- the whole rule --------------------------------------------------------------


def _items(rule: Rule) -> Iterator[str]:
    """Entries of the document that only an item covers and not the rule: the trace
    would not show the rule there."""
    for item in rule.cover.items if rule.cover is not None else ():
        for entry in item.covers:
            if entry not in rule.covers:
                yield f"item {item.name}: covers {entry}, the rule does not"


def _never(rule: Rule, bound: Bound) -> Iterator[str]:
    """Rules that can never apply."""
    year, if_ = int(bound.pack.head.year), rule.if_
    if rule.for_ == "leader" and not bound.pack.leaders:
        yield "for: leader, but the pack names no ranks (leaders)"
    if rule.years is not None and all(int(one) < year for one in rule.years):
        yield "can never apply: its years lie before the pack's"
    if rule.to is not None and rule.to < f"{year:04}-01-01":
        yield "can never apply: it ends before the pack's year"
    if rule.from_ and rule.to and rule.to < rule.from_:
        yield "can never apply: it ends before it begins"
    yield from never_due(rule, bound)
    if if_ is not None and if_.set is not None and if_.set not in bound.values:
        yield f"if.set: no such param: {if_.set}"
    if if_ is not None and rule.for_ == "group" and if_.groups == "no":
        yield "can never apply: for: group where there are no groups"
