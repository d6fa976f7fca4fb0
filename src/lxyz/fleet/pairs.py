"""Branches at two times: each is checked twice, or read back, and compared."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

from lxyz.base.named import NamedTuple
from lxyz.files.find import BRANCH_FILE
from lxyz.files.read import read_document
from lxyz.fleet.branch import named_report
from lxyz.fleet.many import Asked, guarded
from lxyz.records import read_profile
from lxyz.redact import redacted
from lxyz.report import NOWHERE, BranchReport, Earlier, Obstacle
from lxyz.vocabulary import vocabulary


class _Named(Asked):
    """A branch to be checked with the names of its people.

    Two reports that are compared get their pseudonyms together."""

    def report(self) -> BranchReport:
        """The report."""
        return named_report(self.path, self.options)


class Kept(NamedTuple):
    """A branch as a stored report has it."""

    earlier: Earlier

    @property
    def path(self) -> str:
        """Its folder, as the report names it."""
        return self.earlier.report.path

    def name(self) -> str:
        """Its name."""
        return self.earlier.report.name

    def look(self, year: int = 0) -> Earlier:
        """The report and its day; its year cannot be changed."""
        del year
        return self.earlier


class There(NamedTuple):
    """A branch in a folder.

    - `asked`: what is asked of it
    - `path`: the folder that is shown; another than that in which it lies, if that is a copy
    """

    asked: Asked
    path: str

    def name(self) -> str:
        """Its name in its profile; empty where that cannot be read."""
        document = read_document(self.asked.path / BRANCH_FILE, BRANCH_FILE)
        profile, _ = read_profile(document, vocabulary())
        return "" if profile is None else profile.name

    def look(self, year: int = 0) -> Earlier:
        """The report, for a year if one is given, and its day; it never names the
        copy."""
        path, options = self.asked
        if year:
            options = options._replace(year=year)
        report = guarded(_Named(path, options))._replace(path=self.path)
        error = report.error
        if options.copy is not None and error is not None:
            lead = str(options.copy.root) + os.sep
            shown = tuple((name, text.replace(lead, "")) for name, text in error.values)
            report = report._replace(error=error._replace(values=shown))
        return Earlier(report, options.as_of)


Side = Kept | There


class Pair(NamedTuple):
    """A branch at two times.

    - `old`, `new`: its two sides; None where it is not there
    - `by_new`: both are judged for the year of the new report

    Both sides are judged for one year, as duties of two years have nothing in common.
    It is that of the old report by default: a year whose records are gone must not be
    passed over."""

    old: Side | None
    new: Side | None
    by_new: bool = False

    def report(self) -> BranchReport:
        """The new report, with the old one in it."""
        old = self.old.look() if self.old else None
        new = self.new.look() if self.new else None
        if (
            self.old
            and self.new
            and old
            and new
            and old.report.year
            and new.report.year
        ):
            if self.by_new or isinstance(self.new, Kept):
                old = self._again(self.old, old, new.report.year)
            else:
                new = self._again(self.new, new, old.report.year)
        if new is None:
            assert old is not None
            made = NOWHERE._replace(before=old)
        else:
            made = new.report._replace(before=old or Earlier(NOWHERE, new.as_of))
        return redacted(made) if self._redacts else made

    @staticmethod
    def _again(side: Side, seen: Earlier, year: int) -> Earlier:
        """A side as it was seen, or judged again for another year."""
        return seen if seen.report.year == year else side.look(year)

    @property
    def _redacts(self) -> bool:
        sides = (self.old, self.new)
        there = [one.asked.options for one in sides if isinstance(one, There)]
        return any(options.redact for options in there)

    def broken(self, error: Obstacle) -> BranchReport:
        """A report with nothing but an error, compared with nothing."""
        side = self.new or self.old
        assert side is not None
        return BranchReport(side.path, side.path, 0, (), (), (), 0, error)


def paired(old: Sequence[Side], new: Sequence[Side]) -> list[Pair]:
    """The branches of both times in pairs: by folder, else by a name that only one has.

    In the order of the new ones; those that are gone come last."""
    partner: dict[int, int] = {}
    left = set(range(len(old)))
    for key in (_folder, _name):
        mine = {
            number: key(one) for number, one in enumerate(new) if number not in partner
        }
        there = {number: key(old[number]) for number in left}
        named, at = Counter(mine.values()), Counter(there.values())
        where = {name: number for number, name in there.items()}
        for number, name in mine.items():
            if name and named[name] == at[name] == 1:
                partner[number] = where[name]
                left.discard(where[name])
    both = [
        Pair(old[partner[number]] if number in partner else None, one)
        for number, one in enumerate(new)
    ]
    return both + [Pair(old[number], None) for number in sorted(left)]


def _folder(side: Side) -> str:
    return os.path.abspath(side.path)  # noqa: PTH100 - no link is followed


def _name(side: Side) -> str:
    return side.name()
