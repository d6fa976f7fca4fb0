"""Who was there: 全体 is the roster of the day less those on leave and those named
elsewhere; nobody is present or absent by silence, nor present by a slip of the pen.
"""

from __future__ import annotations

from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import ATTENDED, NO_ONE, Roles
from lxyz.facts.naming import Naming
from lxyz.records import Attendance, Names, Record
from lxyz.vocabulary import folded_name


class Present(NamedTuple):
    """Who was there: roles of an activity, and those of which nothing is known."""

    roles: Roles
    unknown: frozenset[str]


class People(Naming):
    """The people of a branch's records."""

    def look_up(self, record: Record) -> None:
        """Tells of names that are on no roster, in a record that is good for nothing
        else: its kind or its day is not known."""
        if not self.known:
            return
        there = record.attendance
        named = [record.members, record.without, *record.people.values()]
        named += [
            names for _, names in (*record.grades, *record.more.get("capacity", ()))
        ]
        if there is not None:
            named += [there.present, there.excused, there.absent]
        named += [Names((one.name,)) for one in record.speakers if not one.source]
        guests = there.guests if there is not None else ""
        for names in named:
            for name in names.people if names is not None else ():
                if folded_name(name.text) not in self.known and name.text not in guests:
                    self.tell_unknown(name, record.origin.file)

    def attendance(self, record: Record, attendance: Attendance, day: date) -> Present:
        """Roles expected, present, excused, absent, unstated of an activity."""
        if not self.known:
            return Present({}, frozenset({"present", "excused", "absent", "expected"}))
        file, guests = record.origin.file, attendance.guests
        base, leave = self.base(record, day), self.on_leave(day)
        before = len(self.faults)
        stated: dict[str, str] = {}
        excused, quiet = self._excused(stated, attendance.excused, day, file, guests)
        absent = quiet | self._state(
            stated, attendance.absent, "absent", day, file, guests
        )
        present = self._state(stated, attendance.present, "present", day, file, guests)
        unread = len(self.faults) > before
        without = self.many(record.without, day, file) if record.without else NO_ONE
        doubtful: frozenset[str] | None = NO_ONE
        nobody_known, untold = False, NO_ONE
        if attendance.present and attendance.present.everyone:
            doubtful = self._doubtful(record, attendance)
            present |= base - leave - excused - absent - without - (doubtful or NO_ONE)
        elif attendance.absent and attendance.absent.everyone:
            # 缺席: 其余 says it of each who is not named otherwise.
            if unread or attendance.partly or "except" in record.spoiled:
                doubtful = None
            else:
                absent |= base - leave - excused - present - without
        elif attendance.present and attendance.present.people and not present:
            nobody_known = True  # whom those names mean: 出席情况: 线上参加
        elif attendance.present is None and not unread:
            away = excused | absent | without
            present |= _others(record, attendance, base, leave, away)
            untold = (
                NO_ONE if present else self._untold(attendance, base - leave - away)
            )
            if untold and not (attendance.excused or attendance.absent):
                return Present({"expected": base}, ATTENDED)
        excused |= (leave & base) - present - absent - excused
        roles = {
            "expected": base,
            "excused": frozenset(excused),
            "absent": frozenset(absent),
        }
        self._expected(attendance, base, leave)
        if doubtful is None:
            return Present(roles, frozenset({"present", "unstated"}))
        roles["present"] = frozenset(present)
        if nobody_known:
            return Present(roles, frozenset({"present", "unstated"}))
        roles["unstated"] = base - present - excused - absent
        if untold:
            roles["untold"] = untold
        if attendance.present is not None and not unread:
            self._count(attendance, base, present)
        return Present(roles, frozenset({"present"}) if untold else NO_ONE)

    def _untold(self, attendance: Attendance, others: frozenset[str]) -> frozenset[str]:
        """Of whom nobody knows whether they came, where nobody is said to have: 应到 8，
        实到 5，请假 刘洋（出差）. That numbers do not say it is told."""
        if not others or attendance.count == 0:
            return NO_ONE
        if attendance.count:
            level = "warning" if attendance.excused or attendance.absent else "error"
            self.faults.add("F424", attendance.origin, level=level)
        return others

    def _doubtful(
        self, record: Record, attendance: Attendance
    ) -> frozenset[str] | None:
        """Whom 全体 may not make present, as a name among those left out is on no roster
        and may mean them; None where nobody knows whom."""
        if attendance.partly or "except" in record.spoiled:
            return None
        found: frozenset[str] = NO_ONE
        for names in (attendance.excused, attendance.absent, record.without):
            for name in names.people if names else ():
                if folded_name(name.text) in self.known:
                    continue
                if name.text in attendance.guests:
                    continue
                meant = self.meant(name.text)
                if not meant:
                    return None
                found |= meant
        return found

    def _excused(
        self,
        stated: dict[str, str],
        names: Names | None,
        day: date,
        file: str,
        guests: str,
    ) -> tuple[set[str], set[str]]:
        """Who is excused, and who says no reason and so counts as absent."""
        excused = self._state(stated, names, "excused", day, file, guests)
        quiet: set[str] = set()
        told: set[str] = set()
        for name in names.people if names else ():
            member = self.known.get(folded_name(name.text))
            if member is None or member.name in told:
                continue
            told.add(member.name)
            if not name.reason and member.name in excused:
                at = name.at(file)
                self.faults.add("F405", at, level="warning", name=name.text)
                quiet.add(member.name)
        return excused - quiet, quiet

    def _state(
        self,
        stated: dict[str, str],
        names: Names | None,
        state: str,
        day: date,
        file: str,
        guests: str,
    ) -> set[str]:
        """The people of one state; who is in two of them is a fault and stays in the
        first."""
        found: set[str] = set()
        surely, is_excused = self.surely(day), state == "excused"
        for name in names.people if names else ():
            person: str | None = name.text
            if person not in surely:
                person = self.one(name, day, file, guests, excused=is_excused)
            if person is None:
                continue
            earlier = stated.setdefault(person, state)
            if person not in found and earlier == state:
                found.add(person)
                continue
            at = name.at(file)
            if person in found:
                self.faults.add("F403", at, name=person)
            else:
                self.faults.add("F404", at, name=person, state=state, other=earlier)
        return found

    def _expected(
        self, attendance: Attendance, base: frozenset[str], leave: frozenset[str]
    ) -> None:
        """The control number 应到 against the roster, with or without those on leave."""
        expected = attendance.expected
        if expected is None or expected in (len(base), len(base - leave)):
            return
        members = [m for m in self.profile.members if m.name in base]
        newest = max(members, key=lambda m: m.first, default=None)
        self.faults.add(
            "F407",
            attendance.origin,
            written=expected,
            roster=len(base),
            leave=len(leave & base),
            newest=newest.name if newest else "",
        )

    def _count(
        self, attendance: Attendance, base: frozenset[str], present: set[str]
    ) -> None:
        """The control number 实到 against the names."""
        count, named = attendance.count, len(present & base)
        if count is not None and count != named:
            self.faults.add("F417", attendance.origin, written=count, named=named)


def _others(
    record: Record,
    attendance: Attendance,
    base: frozenset[str],
    leave: frozenset[str],
    away: set[str],
) -> frozenset[str]:
    """Who came where only who did not is named, or nobody, and the numbers leave no doubt:
    应到 5，实到 4，缺席 刘洋. Nobody where they do."""
    if attendance.count is None:
        return NO_ONE
    rest = base - leave - away
    due = (None, len(base), len(base - leave))
    if (
        attendance.partly
        or "except" in record.spoiled
        or attendance.expected not in due
    ):
        return NO_ONE
    return rest if len(rest) == attendance.count else NO_ONE
