"""What was found in one branch, as a plain value."""

from __future__ import annotations

from collections import Counter
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.errors import LxyzError
from lxyz.files.origin import Fault, Origin
from lxyz.judge import Behind
from lxyz.report.beside import Ahead
from lxyz.verdicts import Clash, Evidence, Verdict


class PackUsed(NamedTuple):
    """A pack a branch was judged by; `folder` is where its words are found. Of one that
    is not here, `words` are the titles of its rules, as far as they are known."""

    id: str
    version: str
    title: str
    title_en: str
    folder: str
    words: tuple[tuple[str, str], ...] = ()


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


class Obstacle(NamedTuple):
    """What kept a branch from being judged, as a value: the code and the words of an
    `LxyzError`, and the exit code of a run that comes to nothing else."""

    code: str
    values: tuple[tuple[str, str], ...]
    exit_code: int


def obstacle(error: LxyzError) -> Obstacle:
    """The same as a value."""
    return Obstacle(error.code, tuple(error.values.items()), error.exit_code)


class BranchReport(NamedTuple):
    """What was found in one branch; `accepted` is how many findings its baseline took
    in, `accepted_faults` those of them that are faults. `path` is as it was given or
    found; `error` is what kept the branch from being judged at all; `ahead` is what its
    plans and dated records still hold, in order of day, and `sittings` what was held in
    the year; `clashes` are duties that can no longer all be done; `behind` is what was
    planned and has no record; `listed` says where in the profile its members (`member`)
    and groups (`group`) stand; `before` is the report with which this one is to be compared, if one was asked for. `people` are
    those it names, found only where pseudonyms are asked for; `redacted`: there are
    pseudonyms for names in it. `attached` are the attachments of its records, looked at
    only where a format shows them. `unwaivable` are the rules that nobody may waive.
    `remarks` are what people wrote beside records, by the places of these.
    `only`: of how many files alone it tells (0: of the whole branch)."""

    path: str
    name: str
    year: int
    packs: tuple[PackUsed, ...]
    faults: tuple[Fault, ...]
    verdicts: tuple[Verdict, ...]
    records: int = 0
    error: Obstacle | None = None
    ahead: tuple[Ahead, ...] = ()
    clashes: tuple[Clash, ...] = ()
    behind: tuple[Behind, ...] = ()
    listed: tuple[tuple[str, str, Origin], ...] = ()
    accepted: int = 0
    accepted_faults: tuple[Fault, ...] = ()
    before: Earlier | None = None
    people: tuple[Person, ...] = ()
    redacted: bool = False
    attached: tuple[Attached, ...] = ()
    unwaivable: tuple[str, ...] = ()
    sittings: tuple[Evidence, ...] = ()
    remarks: tuple[tuple[Origin, str], ...] = ()
    only: int = 0

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
            accepted_faults=tuple(
                one for one in self.accepted_faults if one.file in files
            ),
            verdicts=tuple(one for one in self.verdicts if about(one)),
            clashes=(),
            behind=(),
            only=len(files),
        )

    def fault_keys(self, *, accepted: bool = False) -> list[str]:
        """What makes each fault (or each that was accepted) the same in another run,
        within its branch, in their order: code, file and what was written, but no line;
        alike ones in one file are numbered, after those that were accepted."""
        seen: Counter[str] = Counter()
        found = []
        for fault in (*self.accepted_faults, *self.faults):
            # Numbers count what stands elsewhere: they move when that is mended.
            said = (text for _, text in fault.values if not text.isdecimal())
            plain = "|".join((fault.code, fault.file, *said))
            seen[plain] += 1
            found.append(plain if seen[plain] == 1 else f"{plain}#{seen[plain]}")
        number = len(self.accepted_faults)
        return found[:number] if accepted else found[number:]

    def fault_ids(self, *, accepted: bool = False) -> list[str]:
        """The stable identity of each of them: its key, with the branch."""
        parts = (key.partition("|") for key in self.fault_keys(accepted=accepted))
        return [f"{code}|{self.name}|{rest}" for code, _, rest in parts]


class Earlier(NamedTuple):
    """An earlier report on a branch, and the day on which it was judged."""

    report: BranchReport
    as_of: date


NOWHERE = BranchReport("", "", 0, (), (), ())
"""The report on a branch that is not there: before it was founded, after it was closed."""
