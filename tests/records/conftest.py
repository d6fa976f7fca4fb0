"""From texts to records, through the real reader of files."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from lxyz.files import read_text
from lxyz.files.origin import Fault
from lxyz.records import Profile, Record, read_profile, read_records
from lxyz.vocabulary import vocabulary


class Read(NamedTuple):
    """What came of a text: records (those of a kind), the rest of them, faults."""

    records: list[Record]
    others: list[Record]
    faults: list[Fault]

    @property
    def told(self) -> list[tuple[int, int, str]]:
        """Line, column and code of every fault, in order of place."""
        return sorted((one.line, one.column, one.code) for one in self.faults)

    @property
    def one(self) -> Record:
        """The only record, read without a fault."""
        assert self.told == []
        (record,) = self.records
        return record

    def values(self, code: str) -> dict[str, str]:
        """What fills in the sentence of the only fault of a code."""
        (fault,) = [one for one in self.faults if one.code == code]
        return dict(fault.values)


@pytest.fixture
def read() -> Callable[..., Read]:
    """Reads the records of a text."""

    def reading(text: str, file: str = "x.yaml") -> Read:
        document = read_text(text.encode(), file)
        records, faults = read_records(document, vocabulary())
        known = [record for record in records if record.kinds]
        others = [record for record in records if not record.kinds]
        return Read(known, others, [*document.faults, *faults])

    return reading


class Branch(NamedTuple):
    """What came of a profile: it, if there is one, and the faults in it."""

    profile: Profile | None
    faults: list[Fault]

    @property
    def told(self) -> list[tuple[int, int, str]]:
        """Line, column and code of every fault, in order of place."""
        return sorted((one.line, one.column, one.code) for one in self.faults)

    @property
    def sound(self) -> Profile:
        """The profile, read without a fault."""
        assert self.told == []
        assert self.profile is not None
        return self.profile


@pytest.fixture
def branch() -> Callable[[str], Branch]:
    """Reads a profile."""

    def reading(text: str) -> Branch:
        document = read_text(text.encode(), "branch.yaml")
        profile, faults = read_profile(document, vocabulary())
        return Branch(profile, [*document.faults, *faults])

    return reading
