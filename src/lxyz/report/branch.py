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
    """A pack by which a branch was judged.

    - `id`, `version`, `title`, `title_en`: as in the pack
    - `folder`: where its words are found
    - `words`: of a pack that is not here, the titles of its rules, as far as known
    """

    id: str
    version: str
    title: str
    title_en: str
    folder: str
    words: tuple[tuple[str, str], ...] = ()


class Person(NamedTuple):
    """Somebody whom the records name, and the pseudonym that replaces him.

    Without a pseudonym, `name` is a surname of which no more is known."""

    name: str
    pseudonym: str = ""


class Attached(NamedTuple):
    """An attachment of a record.

    - `record`: the place of the record
    - `path`: the path as written there
    - `state`, `size`, `sha256`: what is there of it (`lxyz.files.digests.Held`)
    """

    record: Origin
    path: str
    state: str
    size: int | None = None
    sha256: str = ""


class Obstacle(NamedTuple):
    """The error that kept a branch from being judged, as a value.

    - `code`, `values`: those of the `LxyzError`
    - `exit_code`: the exit code of a run in which every branch fails so
    """

    code: str
    values: tuple[tuple[str, str], ...]
    exit_code: int


def obstacle(error: LxyzError) -> Obstacle:
    """An error as a value."""
    return Obstacle(error.code, tuple(error.values.items()), error.exit_code)


class BranchReport(NamedTuple):
    """What was found in one branch.

    - `path`: its path, as given or found
    - `name`, `year`: the branch, and the year checked
    - `packs`: the packs by which it was judged
    - `faults`, `verdicts`: what was found
    - `records`: how many records it has
    - `error`: what kept it from being judged at all
    - `ahead`: what its plans and dated records still hold, in order of day
    - `clashes`: duties that can no longer all be done
    - `behind`: what was planned and has no record
    - `listed`: where members (`member`) and groups (`group`) stand in the profile
    - `accepted`: how many findings its baseline took in
    - `accepted_faults`: those of them that are faults
    - `before`: the earlier report with which it is compared, if asked for
    - `people`: the persons it names, found only where pseudonyms are asked for
    - `redacted`: names in it are replaced by pseudonyms
    - `attached`: the attachments of its records, looked at only for formats that show them
    - `unwaivable`: the rules that nobody may waive
    - `sittings`: what was held in the year
    - `remarks`: what people wrote beside records, by the place of the record
    - `only`: the number of files to which it is limited (0: it is of the whole branch)
    """

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
        """Whether there is no such branch: one side of a comparison (`NOWHERE`)."""
        return not self.path

    @property
    def is_unread(self) -> bool:
        """Whether the branch exists, but could not be judged."""
        return self.error is not None or not (self.year or self.is_absent)

    def refuses(self, rule: str) -> bool:
        """Whether nobody may waive a rule, or some row of its table."""
        names = self.unwaivable
        return any(one == rule or one.startswith(f"{rule}/") for one in names)

    def id_of(self, verdict: Verdict) -> str:
        """The stable identity of a verdict: rule, branch, subject, span, label."""
        rule, *rest = verdict.key()
        return "|".join((rule, self.name, *rest))

    def clashing(self) -> list[tuple[Clash, list[Verdict]]]:
        """The clashes, each with its verdicts in this report; clashes without any are
        left out."""
        by_key = {one.key(): one for one in self.verdicts} if self.clashes else {}
        found = [
            (clash, [by_key[key] for key in clash.keys if key in by_key])
            for clash in self.clashes
        ]
        return [(clash, verdicts) for clash, verdicts in found if verdicts]

    def only_in(self, files: frozenset[str]) -> BranchReport:
        """The report limited to some files, named from the branch.

        It keeps the faults in them and the verdicts about something lacking in their
        records. A record that does not exist at all belongs to no file."""

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
        """The key of each fault (or each accepted one), in order: the same in another
        run.

        A key is code, file and what was written, but no line. Equal keys are numbered,
        those of accepted faults first."""
        seen: Counter[str] = Counter()
        found = []
        for fault in (*self.accepted_faults, *self.faults):
            # Numbers may count what stands elsewhere, and would change with that.
            said = (text for _, text in fault.values if not text.isdecimal())
            plain = "|".join((fault.code, fault.file, *said))
            seen[plain] += 1
            found.append(plain if seen[plain] == 1 else f"{plain}#{seen[plain]}")
        number = len(self.accepted_faults)
        return found[:number] if accepted else found[number:]

    def fault_ids(self, *, accepted: bool = False) -> list[str]:
        """The identity of each fault among all branches: its key with the branch's
        name."""
        parts = (key.partition("|") for key in self.fault_keys(accepted=accepted))
        return [f"{code}|{self.name}|{rest}" for code, _, rest in parts]


class Earlier(NamedTuple):
    """An earlier report on a branch, and the day on which it was judged."""

    report: BranchReport
    as_of: date


NOWHERE = BranchReport("", "", 0, (), (), ())
"""The report on a branch that is not there: before it was founded, after it was closed."""
