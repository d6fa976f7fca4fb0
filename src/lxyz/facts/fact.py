"""A fact, and all facts of a branch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span
from lxyz.facts.roster import Roster
from lxyz.files.origin import Origin
from lxyz.records import Profile

Told = TypeVar("Told")
NO_ONE: frozenset[str] = frozenset()
UNPROVEN = frozenset(("held",))
"""Of what is unknown: whether it was held, as what says so cannot be read."""
Roles = dict[str, frozenset[str]]
"""People by the role in which they stand; `unclear` are those of whom it is said both that
they came, or spoke, and that they did not; `untold` those of whom nothing is said where it
is told who was away, and of nobody that he came."""
PART = frozenset(("whole",))
"""Of what is unknown: whether a plan that is of some months is that of the year."""
ATTENDED = frozenset(("present", "excused", "absent", "unstated"))
"""How one may stand to a sitting at which he should have been."""
OURS = frozenset(("branch", "group"))
"""The levels of what the branch and its groups do themselves."""
GUESTS = "guests"
"""The line of guests as it is written; asked for a number, it is how many sat in."""
SPEAKING = ("lecturer", "keynote", "speaker")
"""The roles of who speaks at a sitting."""
LECTURES = frozenset(("party-lecture", "micro-lecture", "expert-lecture"))
"""The kinds at which someone lectures, whether he is named or not."""
CAME = ATTENDED.union(SPEAKING)
"""The roles of who may have been there."""
STANDING = frozenset(("member", "post", "group", "branch", "candidate"))
"""The kinds of the facts that the profile gives and that stand."""
CHANGES = frozenset(
    "post-taken post-left member-joined member-left leave-began leave-ended".split()
)
"""The kinds of the facts of days on which the profile changes."""
LEAVES = frozenset(("leave-began", "leave-ended"))
"""Those of the days on which a member went on long leave, or was back."""
PLAN_ITEMS = frozenset(("plan-item", "personal-plan-item"))
"""The kinds of items of plans, of the branch's and of persons' own."""
ENTRIES = frozenset(("party-joined", "party-anniversary"))
"""The kinds of the facts of the day on which a member joined the Party and of its
anniversaries, which are made for a year (`facts.entries`)."""
TERM_END = "term-end"
"""The kind of the fact of the last day of a term of office (`facts.terms`)."""
UNMET = "unmet"
"""The kind of the fact that a duty of another rule was not kept (`judge.unmet`)."""
OF_PROFILE = (
    STANDING | CHANGES | ENTRIES | {"activity-week", "candidate-stage", TERM_END}
)
DERIVED = OF_PROFILE.union(
    "step plan-item plan-section personal-plan-item rectification rectification-closed problem "
    "problem-closed commitment-check commitment-closed assigned-task-closed unmet".split()
)
"""All kinds that facts have beside those of the vocabulary."""
INSIDE = frozenset(
    "filing step rectification-closed problem-closed commitment-check "
    "commitment-closed assigned-task-closed".split()
)
"""What is told of inside another record, and belongs to it."""


def in_doubt(people: Roles, roles: tuple[str, ...]) -> frozenset[str]:
    """Of whom it is not known whether they stand in one of these roles."""
    if "unclear" not in people and "untold" not in people:
        return NO_ONE  # nearly all
    unclear = NO_ONE if CAME.isdisjoint(roles) else people.get("unclear", NO_ONE)
    untold = NO_ONE if ATTENDED.isdisjoint(roles) else people.get("untold", NO_ONE)
    return unclear | untold


class Fact:
    """One thing that is so. Not changed after the facts of a branch are built.

    `date`..`end` are the days of it, both included (None: it stands, with no day).
    `shown` is the first day on which the records tell of it. `period` is what it
    counts for, where that was said. `state` is `held`, `planned`, `cancelled` or
    `undone` (a sitting of which its own record says that it did not come about).
    `unknown` are attributes and roles of which nothing can be known, and those of its
    kinds of which it is not clear that they came about; an attribute that is simply not
    written is not in `attrs`. `links` are the facts it belongs or refers
    to. `owner` is the group of a fact of level `group`. `rank` and `key` are given when
    all facts are there, and `loose`: it may count on another day than its own, whatever
    its period, being moved from it, or something that stands.
    """

    __slots__ = (
        "attrs",
        "date",
        "end",
        "key",
        "kinds",
        "level",
        "links",
        "loose",
        "origin",
        "owner",
        "people",
        "period",
        "rank",
        "shown",
        "state",
        "twins",
        "unknown",
    )

    def __init__(
        self,
        kinds: Iterable[str],
        level: str,
        day: date | None,
        origin: Origin,
        *,
        owner: str = "",
        end: date | None = None,
        shown: date | None = None,
        period: Span | None = None,
        attrs: dict[str, Any] | None = None,
        people: Roles | None = None,
        unknown: frozenset[str] = NO_ONE,
        links: tuple[Fact, ...] = (),
        state: str = "held",
    ) -> None:
        self.kinds = frozenset(kinds)
        self.level = level
        self.date = day
        self.end = end if end is not None else day
        self.shown = shown if shown is not None else day
        self.origin = origin
        self.owner = owner
        self.period = period
        self.attrs = attrs if attrs is not None else {}
        self.people = people if people is not None else {}
        self.unknown = unknown
        self.links = links
        self.state = state
        self.key = ""
        self.rank = 0
        self.loose = False
        self.twins: tuple[Origin, ...] = ()

    def __repr__(self) -> str:
        return f"<Fact {'+'.join(sorted(self.kinds))} {self.date} {self.level}>"

    @property
    def day(self) -> date:
        """Its day, which all have but what stands, or what nobody has dated."""
        assert self.date is not None
        return self.date

    @property
    def label(self) -> str:
        """What its days are called: as the plan calls them of an item (2018-09), else its
        day; nothing where it has none."""
        return str(self.attrs.get("planned") or self.date or "")

    @property
    def last(self) -> date:
        """The last of its days, the first being `day`."""
        assert self.end is not None
        return self.end

    def part(self, kind: str, day: date | None, origin: Origin, **said: Any) -> Fact:
        """A fact of some kind that belongs to this one: of the same body and state, linked
        to it, and not told of before it, as far as nothing else is `said`. The day is None
        where it cannot be read."""
        assert self.shown is not None
        whole: dict[str, Any] = {
            "level": self.level,
            "owner": self.owner,
            "shown": self.shown if day is None else max(day, self.shown),
            "links": (self,),
            "state": self.state,
        }
        return Fact({kind}, day=day, origin=origin, **{**whole, **said})

    def says(self, name: str) -> bool:
        """Whether it is known what it says under a name."""
        return name in self.attrs and name not in self.unknown

    def refers_to(self, other: Fact) -> bool:
        """Whether it belongs or refers to the other, over however many links."""
        seen: set[int] = set()
        waiting = list(self.links)
        while waiting:
            fact = waiting.pop()
            if fact is other:
                return True
            if id(fact) not in seen:
                seen.add(id(fact))
                waiting.extend(fact.links)
        return False


def owned_by(person: str, people: Roles) -> Roles:
    """The people of what is of one person, beside those who have to do with it."""
    one = frozenset({person})
    return {**people, "about": one, "owner": one}


def kinds_in(facts: Iterable[Fact]) -> frozenset[str]:
    """All kinds that some facts are of."""
    return NO_ONE.union(*(fact.kinds for fact in facts))


def lacks_day_of(fact: Fact) -> str:
    """The key from which the day of a fact would follow, and which is not written, or
    of a filing not to be read; empty for all others."""
    if fact.date is not None:
        return ""
    if "filing" in fact.kinds:
        return "filings"
    if not fact.kinds.isdisjoint(ENTRIES):
        return "party_since"
    return "elected_on" if TERM_END in fact.kinds else ""


class Judgements(NamedTuple):
    """What people have judged: attestations and waivers, as records wrote them."""

    attestations: tuple[Attestation, ...] = ()
    waivers: tuple[Waiver, ...] = ()


class Attestation(NamedTuple):
    """A person's dated answer to an attest rule, for a year; `subject` is a member or
    empty."""

    rule: str
    date: date
    by: str
    answer: bool
    note: str
    subject: str
    year: int
    origin: Origin


class Waiver(NamedTuple):
    """A duty excused, on the day `given`: for these members (empty: all it is owed by),
    in these days."""

    rule: str
    members: frozenset[str]
    first: date
    last: date
    reason: str
    approved_by: str
    given: date
    origin: Origin

    def is_of(self, rule: str) -> bool:
        """Whether it is of this rule, or of all its rows; a pack is no rule."""
        return rule == self.rule or (
            "/" in self.rule and rule.startswith(f"{self.rule}/")
        )


class Facts:
    """All facts of a branch, in order of day, kind and content."""

    def __init__(
        self, profile: Profile, facts: list[Fact], judgements: Judgements
    ) -> None:
        self.profile = profile
        self.roster = Roster(profile)
        self.judgements = judgements
        self.by_kind: dict[str, list[Fact]] = {}
        self.by_key: dict[str, Fact] = {}
        every: list[Fact] = []
        for alike in _in_order(facts):
            first = alike[0]
            key = name = f"{'+'.join(sorted_kinds(first.kinds))}@{first.label}"
            stands = first.date is None or not first.kinds.isdisjoint(STANDING)
            for number, fact in enumerate(alike, 1):
                fact.rank = len(every)
                fact.loose = stands or "moved_from" in fact.attrs
                fact.key = key
                self.by_key[key] = fact
                every.append(fact)
                key = f"{name}#{number + 1}"
            for kind in first.kinds:
                self.by_kind.setdefault(kind, []).extend(alike)
        self.all = tuple(every)

    def _copy(self) -> Facts:
        other = object.__new__(Facts)
        vars(other).update(vars(self))
        return other

    def with_waivers(self, waivers: tuple[Waiver, ...]) -> Facts:
        """The same facts, with these waivers and no other."""
        other = self._copy()
        other.judgements = self.judgements._replace(waivers=waivers)
        return other

    def without(self, file: str, lines: Collection[int]) -> Facts:
        """The same facts, but for those of some lines of a file; all others, and what
        they are called, stay as they are."""
        gone = {
            fact.rank
            for fact in self.all
            if fact.origin.line in lines and fact.origin.file == file
        }
        other = self._copy()
        other.all = tuple(fact for fact in self.all if fact.rank not in gone)
        touched = {kind for rank in gone for kind in self.all[rank].kinds}
        other.by_kind = dict(self.by_kind)
        for kind in touched:
            facts = self.by_kind[kind]
            other.by_kind[kind] = [fact for fact in facts if fact.rank not in gone]
        return other

    def of(self, kinds: Iterable[str]) -> list[Fact]:
        """The facts of any of these kinds, each once, in order."""
        wanted = [self.by_kind[kind] for kind in kinds if kind in self.by_kind]
        if len(wanted) == 1:
            return wanted.pop()
        found = {fact.rank: fact for facts in wanted for fact in facts}
        return [found[rank] for rank in sorted(found)]

    def years(self) -> Iterator[int]:
        """The years for which there are records; the profile alone is none."""
        for fact in self.all:
            if fact.date is not None and fact.kinds.isdisjoint(OF_PROFILE):
                yield fact.period.first.year if fact.period else fact.date.year


def name_in_turn(facts: Iterable[Fact], rank: int) -> None:
    """Gives facts that are made for a year, in order, their keys, and ranks from one on."""
    same = Counter[str]()
    for fact in facts:
        name = f"{min(fact.kinds)}@{fact.date or ''}"
        same[name] += 1
        fact.key = name if same[name] == 1 else f"{name}#{same[name]}"
        fact.rank = rank
        rank += 1


@lru_cache(maxsize=1024)
def sorted_kinds(kinds: frozenset[str]) -> tuple[str, ...]:
    """Kinds in order: of many facts always the same few."""
    return tuple(sorted(kinds))


def _in_order(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """The facts of one day and the same kinds together (items of plans of the same days),
    by day, kind, then content: never by file, so that moving a record changes nothing.
    Content is only looked at where day and kind are the same."""
    alike: dict[tuple[date, tuple[str, ...], str], list[Fact]] = {}
    for fact in facts:
        days = fact.attrs.get("planned", "")
        key = (fact.date or date.min, sorted_kinds(fact.kinds), days)
        alike.setdefault(key, []).append(fact)
    # Items that recur share their people, who are put in order once.
    known: dict[int, tuple[Any, ...]] = {}

    def whose(fact: Fact) -> tuple[Any, ...]:
        people = fact.people
        named = known.get(id(people))
        if named is None:
            every = [(role, *sorted(people[role])) for role in sorted(people)]
            named = known[id(people)] = tuple(every)
        return fact.owner, named

    for _, several in sorted(alike.items()):
        yield several if len(several) == 1 else told_apart(several, whose, _content)


def told_apart(
    several: list[Told], whose: Callable[[Told], Any], content: Callable[[Told], Any]
) -> list[Told]:
    """Several in order of whose they are, which nearly always tells them apart: what
    they say is put into words only where it does not."""
    alike: dict[Any, list[Told]] = {}
    for one in several:
        alike.setdefault(whose(one), []).append(one)
    return [
        one
        for _, same in sorted(alike.items())
        for one in (sorted(same, key=content) if len(same) > 1 else same)
    ]


def _content(fact: Fact) -> tuple[Any, ...]:
    attrs = sorted((key, _stable(value)) for key, value in fact.attrs.items())
    return attrs, fact.origin


def _stable(value: Any) -> str:
    return str(sorted(map(str, value))) if isinstance(value, frozenset) else str(value)
