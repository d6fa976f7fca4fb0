"""Verdicts and faults in order and counted: what a run found, as plain values."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from lxyz.facts import Fact, Facts
from lxyz.judge import Behind
from lxyz.judge.duty import Sitting
from lxyz.judge.prior import Priors, last_day
from lxyz.origin import Fault, Origin
from lxyz.verdicts import Before, Clash, Level, Outcome, Verdict

FAIL_ON = ("must", "should", "overdue", "fault", "never")


class PackUsed(NamedTuple):
    """A pack a branch was judged by; `folder` is where its words are found. Of one that
    is not here, `words` are the titles of its rules, as far as they are known."""

    id: str
    version: str
    title: str
    title_en: str
    folder: str
    words: tuple[tuple[str, str], ...] = ()


class Ahead(NamedTuple):
    """Something planned and not yet held: the kinds, and the last day planned for it
    (a plan may say a month, or a quarter).

    `first` is the first of its days, `label` how the plan calls them, `who` is
    responsible for it, `what` it is about; `group` the group whose it is. `before` is
    what must come before it and is not there yet, if it is on its last day.
    """

    kinds: tuple[str, ...]
    day: date
    first: date = date.min
    label: str = ""
    who: tuple[str, ...] = ()
    what: str = ""
    group: str = ""
    origin: Origin = Origin("")
    before: tuple[Before, ...] = ()


class Person(NamedTuple):
    """Somebody whom the records name, and the pseudonym that stands for him; without
    one, `name` is a surname of which no more is known."""

    name: str
    pseudonym: str = ""


class Attached(NamedTuple):
    """An attachment: the place of the record to which it belongs, its path as written
    there, and what is there of it (`lxyz.files.digests.Held`)."""

    record: Origin
    path: str
    state: str
    size: int | None = None
    sha256: str = ""


class BranchReport(NamedTuple):
    """What was found in one branch; `accepted` is how many findings its baseline took
    in. `path` is as it was given or found; `error` is the
    code (and words) of what kept the branch from being judged at all; `ahead` is what
    its plans and dated records still hold, in order of day; `clashes` are duties that can
    no longer all be done; `behind` is what was planned and has no record; `listed` says
    where in the profile its members (`member`) and groups (`group`) stand; `before` is
    the report with which this one is to be compared, if one was asked for. `people` are
    those it names, found only where pseudonyms are asked for; `redacted`: there are
    pseudonyms for names in it. `attached` are the attachments of its records, looked at
    only where a format shows them. `unwaivable` are the rules that nobody may waive."""

    path: str
    name: str
    year: int
    packs: tuple[PackUsed, ...]
    faults: tuple[Fault, ...]
    verdicts: tuple[Verdict, ...]
    records: int = 0
    error: tuple[str, tuple[tuple[str, str], ...], int] | None = None
    ahead: tuple[Ahead, ...] = ()
    clashes: tuple[Clash, ...] = ()
    behind: tuple[Behind, ...] = ()
    listed: tuple[tuple[str, str, Origin], ...] = ()
    accepted: int = 0
    before: Earlier | None = None
    people: tuple[Person, ...] = ()
    redacted: bool = False
    attached: tuple[Attached, ...] = ()
    unwaivable: tuple[str, ...] = ()

    @property
    def is_absent(self) -> bool:
        """Whether there is no such branch: one side of a comparison (see `NOWHERE`)."""
        return not self.path

    @property
    def is_unread(self) -> bool:
        """Whether it is there and could not be judged."""
        return self.error is not None or not (self.year or self.is_absent)

    def refuses(self, rule: str) -> bool:
        """Whether nobody may waive a rule, or the rows of which it is."""
        names = self.unwaivable
        return any(one == rule or one.startswith(f"{rule}/") for one in names)

    def id_of(self, verdict: Verdict) -> str:
        """The stable identity of a verdict: rule, branch, subject, span, label."""
        rule, *rest = verdict.key()
        return "|".join((rule, self.name, *rest))

    def clashing(self) -> list[tuple[Clash, list[Verdict]]]:
        """The clashes, each with its verdicts."""
        by_key = {one.key(): one for one in self.verdicts} if self.clashes else {}
        found = [
            (clash, [by_key[key] for key in clash.keys if key in by_key])
            for clash in self.clashes
        ]
        return [(clash, verdicts) for clash, verdicts in found if verdicts]

    def only_in(self, files: frozenset[str]) -> BranchReport:
        """What is wrong with these files (named from the branch), or lacking in a record
        of theirs, as if nothing else had been asked; what is not there at all is no
        matter of any file."""

        def about(one: Verdict) -> bool:
            touched = one.near
            if one.missing or not one.is_gap:
                touched += one.records
            return any(record.origin.file in files for record in touched)

        return self._replace(
            faults=tuple(one for one in self.faults if one.file in files),
            verdicts=tuple(one for one in self.verdicts if about(one)),
            clashes=(),
            behind=(),
        )

    def fault_keys(self) -> list[str]:
        """What makes each fault the same in another run, within its branch, in their
        order: code, file and what was written, but no line; alike ones in one file are
        numbered."""
        seen: Counter[str] = Counter()
        found = []
        for fault in self.faults:
            # Numbers count what stands elsewhere: they move when that is mended.
            said = (text for _, text in fault.values if not text.isdecimal())
            plain = "|".join((fault.code, fault.file, *said))
            seen[plain] += 1
            found.append(plain if seen[plain] == 1 else f"{plain}#{seen[plain]}")
        return found

    def fault_ids(self) -> list[str]:
        """The stable identity of each fault: its key, with the branch."""
        parts = (key.partition("|") for key in self.fault_keys())
        return [f"{code}|{self.name}|{rest}" for code, _, rest in parts]


class Earlier(NamedTuple):
    """An earlier report on a branch, and the day on which it was judged."""

    report: BranchReport
    as_of: date


NOWHERE = BranchReport("", "", 0, (), (), ())
"""The report on a branch that is not there: before it was founded, after it was closed."""


def ahead(
    facts: Facts, as_of: date, priors: Priors, done: frozenset[int] = frozenset()
) -> tuple[Ahead, ...]:
    """What the branch and its groups have planned for `as_of` or later: items of plans
    (but for those that are carried out, `done`, and what each does alone), and records
    of a day to come."""
    found: set[Ahead] = set()
    for fact in facts.all:
        if fact.end is None or fact.end < as_of or fact.level == "member":
            continue
        if "plan-item" in fact.kinds:
            if fact.rank in done or fact.attrs["mode"] == "individual":
                continue
            kinds = frozenset(fact.attrs["plans"])
        elif fact.state == "planned":
            kinds = fact.kinds
        else:
            continue
        found.add(_planned(fact, kinds, as_of, priors))
    return tuple(sorted(found, key=lambda one: (one.day, *one)))


_ABOUT = ("theme", "topic", "content", "title")
_HOSTS = ("responsible", "lecturer", "host")


def _planned(fact: Fact, kinds: frozenset[str], as_of: date, priors: Priors) -> Ahead:
    assert fact.date is not None
    assert fact.end is not None
    before: tuple[Before, ...] = ()
    sitting = Sitting(kinds, fact.owner)
    if priors.concern((sitting,)):
        day = last_day(max(fact.date, as_of), fact.end)
        _, before = priors.begin(sitting, day)
    who = next((fact.people[role] for role in _HOSTS if fact.people.get(role)), ())
    what = next((fact.attrs[name] for name in _ABOUT if fact.attrs.get(name)), "")
    return Ahead(
        tuple(sorted(kinds)),
        fact.end,
        fact.date,
        str(fact.attrs.get("planned", fact.date)),
        tuple(sorted(who)),
        str(what),
        fact.owner,
        fact.origin,
        before,
    )


def listed(facts: Facts) -> tuple[tuple[str, str, Origin], ...]:
    """Where in the profile each member and each group stands first."""
    found: dict[tuple[str, str], Origin] = {}
    for fact in facts.all:
        if "member" in fact.kinds:
            for name in fact.people.get("about", ()):
                found.setdefault(("member", name), fact.origin)
        elif "group" in fact.kinds:
            found.setdefault(("group", fact.owner), fact.origin)
    return tuple(sorted((*key, origin) for key, origin in found.items()))


class Report(NamedTuple):
    """What a run found, in a fixed order of branches."""

    as_of: date
    branches: tuple[BranchReport, ...]

    def totals(self) -> Totals:
        """All branches added up."""
        totals = Totals(self.as_of)
        for branch in self.branches:
            totals.add(outline(branch))
        return totals

    def summary(self) -> dict[str, int]:
        """How many verdicts of each outcome, folded ones apart, and how many faults."""
        return self.totals().counts

    def exit_code(self, fail_on: str = "must") -> int:
        """See `Totals.exit_code`."""
        return self.totals().exit_code(fail_on)


class Outline(NamedTuple):
    """What the end of a run must know of a branch whose report is gone: `error` is the
    exit code of what kept it from being judged, `fails` the thresholds at which it
    fails; `redacted`: nothing in it is to look like the name of a person."""

    year: int
    packs: tuple[PackUsed, ...]
    counts: dict[str, int]
    error: int | None
    fails: frozenset[str]
    redacted: bool = False


def outline(branch: BranchReport) -> Outline:
    """The outline of a branch."""
    return Outline(
        branch.year,
        branch.packs,
        tally((branch,)),
        branch.error[2] if branch.error else None,
        frozenset(name for name in FAIL_ON[:-1] if fails(branch, name)),
        branch.redacted,
    )


class Since(NamedTuple):
    """With what the branches of a run are compared, in words, and those that were there
    then and are gone: (name, folder)."""

    words: str
    gone: tuple[tuple[str, str], ...] = ()


class Totals:
    """What a run found in all. Branches are added one by one and none is kept, so that
    the memory of a run does not grow with them. `today` is False where the day was
    asked for and is another than today; `since` says with what each branch is compared,
    if it is."""

    def __init__(
        self, as_of: date, *, today: bool = True, since: Since | None = None
    ) -> None:
        self.as_of = as_of
        self.today = today
        self.since = since
        self.branches = 0
        self.redacted = False
        self.packs: dict[tuple[str, str], PackUsed] = {}
        self.counts = tally(())
        self._latest = 0
        self._errors: Counter[int] = Counter()
        self._failing: set[str] = set()

    def add(self, branch: Outline) -> None:
        """One branch more."""
        self.branches += 1
        self._latest = max(self._latest, branch.year)
        self.packs.update(((pack.id, pack.version), pack) for pack in branch.packs)
        for name, number in branch.counts.items():
            self.counts[name] += number
        if branch.error is not None:
            self._errors[branch.error] += 1
        self._failing |= branch.fails
        self.redacted = self.redacted or branch.redacted

    @property
    def year(self) -> int:
        """The latest year that was checked, else that of the day."""
        return self._latest or self.as_of.year

    def exit_code(self, fail_on: str = "must") -> int:
        """0: nothing at or above the threshold; 1: findings; 2: a pack that could not
        be used; 3: no branch could be read."""
        if self._errors and self._errors.total() == self.branches:
            return max(self._errors)
        if self._errors[2]:
            return 2
        if fail_on == "never":
            return 0
        return int(bool(self._errors) or fail_on in self._failing)


def tally(branches: tuple[BranchReport, ...]) -> dict[str, int]:
    """The counts of a summary."""
    counts = {outcome.value: 0 for outcome in Outcome}
    counts.update(folded=0, faults=0)
    for branch in branches:
        seen = Counter(
            v.outcome.value for v in branch.verdicts if v.folded_into is None
        )
        for outcome, number in seen.items():
            counts[outcome] += number
        counts["folded"] += sum(v.folded_into is not None for v in branch.verdicts)
        counts["faults"] += len(branch.faults)
    return counts


def fails(branch: BranchReport, fail_on: str) -> bool:
    """Whether a branch is at or above the threshold.

    must: an error of any kind, a fault among them; should: warnings too; overdue: only
    what is overdue and an error, and faults; fault: only faults. Folded verdicts and
    duties of the committee above never fail a branch.
    """
    if any(fault.level == "error" for fault in branch.faults):
        return True
    if fail_on == "should" and branch.faults:
        return True
    if fail_on == "fault":
        return False
    levels = (Level.ERROR, Level.WARNING) if fail_on == "should" else (Level.ERROR,)
    return any(
        verdict.level in levels
        and verdict.folded_into is None
        and verdict.debtor == "branch"
        and (fail_on != "overdue" or verdict.outcome == Outcome.OVERDUE)
        for verdict in branch.verdicts
    )
