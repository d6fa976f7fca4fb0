"""Who was at a sitting, and whether the attendance proves that it was held.

全体 means the roster of the day without members on long leave and those named as excused
or absent. A person of whom the record says nothing is neither present nor absent, and a
misspelt name makes nobody present.
"""

from __future__ import annotations

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import ATTENDED, NO_ONE, Roles
from lxyz.facts.naming import Naming
from lxyz.records import Attendance, Names, Record
from lxyz.vocabulary import folded_name


class Present(NamedTuple):
    """The people of a sitting by role (`roles`), and the roles whose people are not
    known (`unknown`)."""

    roles: Roles
    unknown: frozenset[str]


def present_at(people: Naming, record: Record, told: Attendance) -> Present:
    """The people in the roles expected, present, excused, absent, unstated and untold
    of an activity. If the branch has no roster, these roles are unknown."""
    if not people.known:
        return Present({}, frozenset({"present", "excused", "absent", "expected"}))
    return _Reading(people, record, told).present()


def nobody_came(record: Record, roles: Roles, unknown: frozenset[str]) -> bool:
    """Whether the attendance says that nobody came of those who should have come: 出席:
    无, 实到: 0, or 全体 while each of them is excused or absent. Not if it leaves anybody
    out, or could not be read."""
    told = record.attendance
    if told is None or told.guests or not roles.get("expected") or roles.get("present"):
        return False
    if told.present is None:
        if told.count == 0:
            return True
    elif told.present.nobody:
        return True
    elif told.present.people:
        return False
    return not ("unstated" in unknown or roles.get("unstated"))


def only_others_came(record: Record, roles: Roles) -> bool:
    """Whether all people named as present are on the roster, and none of them belongs
    to the group or committee whose sitting it was."""
    named = record.attendance.present if record.attendance else None
    there, expected = roles.get("present", NO_ONE), roles.get("expected", NO_ONE)
    if named is None or not expected or not 0 < len(named.people) <= len(there):
        return False
    return there.isdisjoint(expected)


def is_unproven(record: Record, roles: Roles) -> bool:
    """Whether only an attendance says that the sitting was held, and nobody can be
    taken as present from it: its names are on no roster, also stand among those who did
    not come, or could not be read."""
    told = record.attendance
    if record.status or roles.get("present") or roles.get("speaker"):
        return False
    if told is None:
        return True  # it could not be read, or it would not be held
    if told.count or told.guests:
        return False
    if told.present is None:
        return told.partly
    return bool(told.present.people) and not told.present.everyone


class _Reading:
    """An attendance compared with the roster of its day.

    - `base`: the people who should have been there, members on long leave included
    - `leave`: the members on long leave that day
    - `excused`, `absent`, `came`: the people it names in each state
    - `is_read`: whether all these names could be resolved
    - `without`: the people whom the record leaves out of 全体
    - `is_partly`: whether a part of what it says about absence could not be read
    """

    def __init__(self, people: Naming, record: Record, told: Attendance) -> None:
        self.people = people
        self.record = record
        self.told = told
        self.base = people.base(record, record.day)
        self.leave = people.on_leave(record.day)
        self._stated: dict[str, str] = {}
        before, file = len(people.faults), record.origin.file
        self.excused = self._named(told.excused, "excused")
        self.absent = self._without_reason()
        self.excused -= self.absent
        self.absent |= self._named(told.absent, "absent")
        self.came = self._named(told.present, "present")
        self.is_read = len(people.faults) == before
        self.without = (
            people.many(record.without, record.day, file) if record.without else NO_ONE
        )
        self.is_partly = told.partly or "except" in record.spoiled

    def present(self) -> Present:
        """The people by role, and the roles that are not known."""
        named, told = self.told.present, self.told
        is_known = self._takes_all()
        untold = self._untold()
        away = self.leave - self.came
        expected = self.base - away if away else self.base
        if untold and not (told.excused or told.absent):
            return Present({"expected": expected}, ATTENDED)
        self.excused |= (self.leave & self.base) - self.came - self.absent
        roles = {
            "expected": expected,
            "excused": frozenset(self.excused),
            "absent": frozenset(self.absent),
        }
        self._check_expected()
        # 出席情况: 线上参加 stands where names should, and means nobody in particular.
        is_read = self.came or not (named and named.people) or named.everyone
        if not (is_known and is_read):
            return Present(roles, frozenset({"present", "unstated"}))
        roles["present"] = frozenset(self.came)
        roles["unstated"] = self.base - self.came - self.excused - self.absent
        if named is not None and self.is_read:
            self._check_count()
        if not untold:
            return Present(roles, NO_ONE)
        return Present({**roles, "untold": untold}, frozenset({"present"}))

    # --- whom it names -----------------------------------------------------------

    def _named(self, names: Names | None, state: str) -> set[str]:
        """The people whom the attendance names in one state. A person who is named in
        two states is a fault and stays in the first."""
        found: set[str] = set()
        people, day, file = self.people, self.record.day, self.record.origin.file
        surely = people.surely(day)
        for name in names.people if names else ():
            person: str | None = name.text
            if person not in surely:
                guests = self.told.guests
                person = people.one(name, day, file, guests, state)
            if person is None:
                continue
            earlier = self._stated.setdefault(person, state)
            if earlier != state:
                at, other = name.at(file), earlier
                people.faults.add("F404", at, name=person, state=state, other=other)
                continue
            if person in found:
                people.faults.add("F403", name.at(file), name=person)
            found.add(person)
        return found

    def _without_reason(self) -> set[str]:
        """The people who are excused without a reason: they count as absent. Adds a
        warning for each."""
        quiet: set[str] = set()
        told: set[str] = set()
        for name in self.told.excused.people if self.told.excused else ():
            member = self.people.known.get(folded_name(name.text))
            if member is None or member.name in told:
                continue
            told.add(member.name)
            if not name.reason and member.name in self.excused:
                at = name.at(self.record.origin.file)
                self.people.faults.warn("F405", at, name=name.text)
                quiet.add(member.name)
        return quiet

    # --- whom it does not name ---------------------------------------------------

    def _others(self) -> frozenset[str]:
        """The people who should have been there and are not named in any state."""
        named = self.excused | self.absent | self.came
        return self.base - self.leave - self.without - named

    def _takes_all(self) -> bool:
        """Adds to `came` (for 全体) or `absent` (for 缺席: 其余) all who are not named
        otherwise. False if it is not known who these are."""
        told = self.told
        if told.present and told.present.everyone:
            doubtful = self._doubtful()
            if doubtful is None:
                return False
            self.came |= self._others() - doubtful
        elif told.absent and told.absent.everyone:
            if self.is_partly or not self.is_read:
                return False
            self.absent |= self._others()
        return True

    def _doubtful(self) -> frozenset[str] | None:
        """The people whom 全体 may not make present; None if it is not known who they
        are.

        They are those whom an unknown name among the people who did not come may mean
        (a misspelt name), and those of whom a text beside 全体 says that they did not
        come.
        """
        if self.is_partly:
            return None
        found: frozenset[str] = NO_ONE
        told, people = self.told, self.people
        for names in (told.present, told.excused, told.absent, self.record.without):
            for name in names.people if names else ():
                if folded_name(name.text) in people.known or name.text in told.guests:
                    continue
                if names is told.present:
                    meant = people.left_out(name.text)
                else:
                    meant = people.meant(name.text) or None
                if meant is None:
                    return None
                found |= meant
        return found

    def _untold(self) -> frozenset[str]:
        """The people of whom it is not known whether they came, because the attendance
        names nobody as present: 应到 8，实到 5，请假 刘洋（出差）. Adds a warning or fault: numbers
        do not say who came.

        If the numbers leave no doubt (应到 5，实到 4，缺席 刘洋), all others are taken as
        present.
        """
        told = self.told
        if told.present is not None:
            return NO_ONE
        if told.count == 0 or (told.absent and told.absent.everyone):
            return NO_ONE
        others = self._others()
        if not self.is_read:
            return others  # a name on no roster may mean any of them
        if told.count == len(others) and self._is_expected() and not self.is_partly:
            self.came |= others
            return NO_ONE
        if others and told.count:
            level = "warning" if told.excused or told.absent else "error"
            self.people.faults.add("F424", told.origin, level=level)
        return others

    # --- its numbers -------------------------------------------------------------

    def _is_expected(self) -> bool:
        """Whether 应到 is missing or equals the number of those who should come, with or
        without members on long leave."""
        due = (None, len(self.base), len(self.base - self.leave))
        return self.told.expected in due

    def _check_expected(self) -> None:
        """Adds a fault if the control number 应到 does not fit the roster."""
        if self._is_expected():
            return
        members = [m for m in self.people.profile.members if m.name in self.base]
        newest = max(members, key=lambda m: m.first, default=None)
        self.people.faults.add(
            "F407",
            self.told.origin,
            written=self.told.expected,
            roster=len(self.base),
            leave=len(self.leave & self.base),
            newest=newest.name if newest else "",
        )

    def _check_count(self) -> None:
        """Adds a fault if the control number 实到 is not the number of people who
        came."""
        count, named = self.told.count, len(self.came & self.base)
        if count is not None and count != named:
            at = self.told.origin
            self.people.faults.add("F417", at, written=count, named=named)
