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
"""A mark for `Fact.unknown`: it is not known whether the sitting was held. Only its
attendance says so, and this could not be read or names nobody who is known."""
Roles = dict[str, frozenset[str]]
"""The names of people, by role (`present`, `lecturer`, `about` …). Two roles are
special:
- `unclear`: people of whom a record says both that they came (or spoke) and that they
  did not;
- `untold`: people of whom the attendance says nothing. It arises where the attendance
  names who was away, but nobody who came.
"""
PART = frozenset(("whole",))
"""A mark for `Fact.unknown`: the plan says that it covers only some months, so it is
not known whether it is the plan of the whole year."""
ATTENDED = frozenset(("present", "excused", "absent", "unstated"))
"""The roles of a person who should have been at a sitting."""
OURS = frozenset(("branch", "group"))
"""The levels of what the branch and its groups do themselves."""
GUESTS = "guests"
"""The attribute with the line of guests as written. A rule that asks it for a number
gets the number of people who sat in (`facts.guests`)."""
SPEAKING = ("lecturer", "keynote", "speaker")
"""The roles of people who speak at a sitting."""
LECTURES = frozenset(("party-lecture", "micro-lecture", "expert-lecture"))
"""The kinds of sitting at which somebody lectures, whether the record names him or
not."""
CAME = ATTENDED.union(SPEAKING)
"""All roles that tell whether a person was at a sitting."""
STANDING = frozenset(("member", "post", "group", "branch", "candidate"))
"""The kinds of facts about the profile that hold for a stretch of days, or always."""
CHANGES = frozenset(
    "post-taken post-left member-joined member-left leave-began leave-ended".split()
)
"""The kinds of facts about a day on which the profile changes (`facts.changes`)."""
LEAVES = frozenset(("leave-began", "leave-ended"))
"""The kinds of facts about the first and the last day of a member's long leave."""
PLAN_ITEMS = frozenset(("plan-item", "personal-plan-item"))
"""The kinds of items of plans; those of a person's own plan have both."""
ENTRIES = frozenset(("party-joined", "party-anniversary"))
"""The kinds of facts about the day on which a member joined the Party, and about its
anniversaries. They are made for one year at a time (`facts.entries`)."""
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
"""The kinds that no record can have: facts of these kinds are derived."""
INSIDE = frozenset(
    "filing step rectification-closed problem-closed commitment-check "
    "commitment-closed assigned-task-closed".split()
)
"""The kinds of facts that are written inside the record of another fact and belong to
it."""


def in_doubt(people: Roles, roles: tuple[str, ...]) -> frozenset[str]:
    """The people of whom it is not known whether they have any of these roles."""
    if "unclear" not in people and "untold" not in people:
        return NO_ONE  # true of nearly all facts
    unclear = NO_ONE if CAME.isdisjoint(roles) else people.get("unclear", NO_ONE)
    untold = NO_ONE if ATTENDED.isdisjoint(roles) else people.get("untold", NO_ONE)
    return unclear | untold


class Fact:
    """One thing that happened, stands or is planned. Not changed after `build_facts`.

    - `kinds`: the kinds of record that it counts as
    - `level`: whose it is: `branch`, `group`, `member`, `above` (the committee above)
      or `elsewhere` (another branch)
    - `owner`: the name of the group, if the level is `group`
    - `date`, `end`: its first and last day, both included; None if the day is not
      known, or (of what stands) if it has no such day
    - `shown`: the first day on which the records tell of it
    - `period`: the period that it counts for, if a record says so
    - `state`: `held`, `planned`, `cancelled`, or `undone` (the sitting's own record
      says that it did not come about)
    - `attrs`: attributes by English name; one that is not written is absent
    - `people`: names by role
    - `unknown`: attributes and roles whose value cannot be known; those of its kinds
      that may not have come about; `held` (`UNPROVEN`) and `whole` (`PART`)
    - `links`: the facts that it belongs or refers to
    - `origin`, `twins`: where it is written, and where it is written again

    `Facts` fills in the rest when all facts are known:
    - `key`: its name in reports, unique in the branch
    - `rank`: its number in the order of all facts
    - `loose`: it may count in a period that does not hold its date, because it was
      moved from another day, or because it stands
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
        """Its first day. Only for facts that have one: see `date`."""
        assert self.date is not None
        return self.date

    @property
    def label(self) -> str:
        """The text for its days: for an item of a plan as the plan names them
        (2018-09), else its date; "" if it has none."""
        return str(self.attrs.get("planned") or self.date or "")

    @property
    def last(self) -> date:
        """Its last day, included. Only for facts that have a day: see `end`."""
        assert self.end is not None
        return self.end

    def part(self, kind: str, day: date | None, origin: Origin, **said: Any) -> Fact:
        """A new fact that belongs to this one (a step, a filing) and links to it.

        Level, owner and state are those of this fact; it is not shown before this fact
        is. `said` are arguments of `Fact` that replace these. `day` is None where it
        cannot be read.
        """
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
        """Whether it has an attribute of that name whose value is known."""
        return name in self.attrs and name not in self.unknown

    def refers_to(self, other: Fact) -> bool:
        """Whether it links to the other fact, directly or over other facts."""
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
    """The roles of a fact that is one person's own: `people`, with the person as
    `about` and `owner`."""
    one = frozenset({person})
    return {**people, "about": one, "owner": one}


def kinds_in(facts: Iterable[Fact]) -> frozenset[str]:
    """The kinds of all these facts together."""
    return NO_ONE.union(*(fact.kinds for fact in facts))


def lacks_day_of(fact: Fact) -> str:
    """The key that would give the day of a fact without a day: of the profile for
    entries and terms (not written there), `filings` for a filing (its day cannot be
    read). "" for every other fact."""
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
    """A person's answer to a rule that asks for an attestation.

    - `rule`: the id of the rule
    - `date`, `by`: when it was given, and by whom
    - `answer`, `note`: yes or no, and the remark on it
    - `subject`: the member it is about; "" if it is about the branch
    - `year`: the year it is given for
    """

    rule: str
    date: date
    by: str
    answer: bool
    note: str
    subject: str
    year: int
    origin: Origin


class Waiver(NamedTuple):
    """The duty of a rule is excused for some days.

    - `rule`: the id of the rule, or of a row of it
    - `members`: the members who are excused; empty: all who owe the duty
    - `first`, `last`: the days in which it is excused, both included
    - `given`: the day on which it was granted
    """

    rule: str
    members: frozenset[str]
    first: date
    last: date
    reason: str
    approved_by: str
    given: date
    origin: Origin

    def is_of(self, rule: str) -> bool:
        """Whether it excuses this rule. A waiver for a rule `pack/rule` also excuses
        its rows `pack/rule/row`; one that names only a pack excuses nothing."""
        return rule == self.rule or (
            "/" in self.rule and rule.startswith(f"{self.rule}/")
        )


class Facts:
    """All facts of a branch, in order of day, kind and content (`all`); also by kind
    and by key, with the profile, its roster, and the judgements."""

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
        """A copy with these waivers in place of the written ones."""
        other = self._copy()
        other.judgements = self.judgements._replace(waivers=waivers)
        return other

    def without(self, file: str, lines: Collection[int]) -> Facts:
        """A copy without the facts written in these lines of a file. All other facts
        keep their keys and ranks."""
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
        """The facts that are of any of these kinds, each once, in order of rank."""
        wanted = [self.by_kind[kind] for kind in kinds if kind in self.by_kind]
        if len(wanted) == 1:
            return wanted.pop()
        found = {fact.rank: fact for facts in wanted for fact in facts}
        return [found[rank] for rank in sorted(found)]

    def years(self) -> Iterator[int]:
        """The year of each fact that has a day and does not come from the profile (a
        year may come several times)."""
        for fact in self.all:
            if fact.date is not None and fact.kinds.isdisjoint(OF_PROFILE):
                yield fact.period.first.year if fact.period else fact.date.year


def name_in_turn(facts: Iterable[Fact], rank: int) -> None:
    """Gives keys and ranks, counted from `rank` on, to facts that are made for one
    year."""
    same = Counter[str]()
    for fact in facts:
        name = f"{min(fact.kinds)}@{fact.date or ''}"
        same[name] += 1
        fact.key = name if same[name] == 1 else f"{name}#{same[name]}"
        fact.rank = rank
        rank += 1


@lru_cache(maxsize=1024)
def sorted_kinds(kinds: frozenset[str]) -> tuple[str, ...]:
    """Kinds in order. Cached: many facts share few sets of kinds."""
    return tuple(sorted(kinds))


def _in_order(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """The facts in order of day, kinds and content, in lists of the same day and kinds.

    (For items of plans: of the same planned days.) The file is not part of the order,
    so that moving a record to another file changes nothing; it decides only between
    facts whose content is equal.
    """
    alike: dict[tuple[date, tuple[str, ...], str], list[Fact]] = {}
    for fact in facts:
        days = fact.attrs.get("planned", "")
        key = (fact.date or date.min, sorted_kinds(fact.kinds), days)
        alike.setdefault(key, []).append(fact)
    # Items of a plan that recur share one dict of people: it is sorted once.
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
    """Several things in the order of `whose`, then of `content`. `content` is
    expensive, so it is called only where `whose` is equal."""
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
