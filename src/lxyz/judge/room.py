"""How much time is left: the last day to do and to begin each duty, and duties that
clash.

It is worked out for every duty that can still be done. Duties clash where each can
still be done, but no longer all. All of it follows from the verdicts and from what the
rules ask beforehand; only what is proved is said. Several sittings of one kind are
assumed to be on working days of their own, and that is said with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import DAY, shift
from lxyz.dates.workdays import add_workdays, workdays
from lxyz.judge.duty import Duty, Sitting, duty_of, sittings_of
from lxyz.judge.prior import Priors, last_day, roomiest
from lxyz.kinds import World
from lxyz.kinds.worth import at_least, worths
from lxyz.packs.model import Pattern
from lxyz.packs.number import number
from lxyz.verdicts import WAITS, Before, Clash, Outcome, Room, Verdict


class _Demand(NamedTuple):
    """So many sittings up to a day.

    - `last`, `number`: the day, and how many
    - `forms`: the words that tell which sittings (empty: any of the kind)
    - `verdict`: the verdict that asks for them
    """

    last: date
    number: int
    forms: frozenset[str]
    verdict: Verdict


def with_room(
    verdicts: Sequence[Verdict], worlds: Sequence[World], priors: Priors
) -> tuple[list[Verdict], tuple[Clash, ...]]:
    """The verdicts, each with the time it has left, and the clashes between them."""
    rooms = _Rooms(worlds, priors)
    made = [rooms.of(one) for one in verdicts]
    return made, tuple(rooms.clashes())


class _Rooms:
    """The rooms of one branch on one day."""

    def __init__(self, worlds: Sequence[World], priors: Priors) -> None:
        self.priors = priors
        self.as_of = priors.as_of
        self._duties = {
            world.pack.full_id(rule.id): (rule, world)
            for world in worlds
            for rule in world.bound.rules
        }
        self._known: dict[str, Duty | None] = {}
        self._demands: dict[tuple[object, ...], list[_Demand]] = {}
        self._shut: list[Clash] = []

    def of(self, verdict: Verdict) -> Verdict:
        """A verdict with its room; unchanged where nothing can be done any more."""
        outcome = verdict.outcome
        if outcome in WAITS:
            last = verdict.due
            if last is None or last < self.as_of:
                last = verdict.until
        elif outcome is Outcome.OVERDUE:
            last = verdict.until
        else:
            return verdict
        if last is None or last < self.as_of:
            return verdict
        duty = self._duty(verdict.rule)
        return verdict if duty is None else self._with(verdict, last, duty)

    def _with(self, verdict: Verdict, last: date, duty: Duty) -> Verdict:
        number = 1 if duty.folded else _lacking(verdict, duty.asked)
        subject = verdict.subject
        group = subject.name if subject.type == "group" else ""
        lasts = group, number, last, verdict.until
        found = duty.rooms.get(lasts)
        if found is None:
            found = duty.rooms[lasts] = self._room(duty, *lasts)
        room, shut = found
        if verdict.folded_into is None and not duty.folded:
            if shut is not None:
                self._shut.append(shut._replace(keys=(verdict.key(),)))
            if duty.counted and verdict.outcome is not Outcome.PLANNED:
                self._demand(verdict, duty, number, group)
        return verdict._replace(room=room)

    def _room(
        self, duty: Duty, group: str, number: int, last: date, until: date | None
    ) -> tuple[Room, Clash | None]:
        """The room up to a day, and a clash where what must come before can no longer
        be done.

        `until` is the last day on which a record counts at all."""
        begin = end = last_day(self.as_of, last)
        if duty.counted and number > 1:
            begin = _nth_last(last, number)
        before: tuple[Before, ...] = ()
        shut = None
        sittings = list(sittings_of(duty.rule, group))
        if sittings:
            ways = [self.priors.begin(one, end) for one in sittings]
            first, before = roomiest(ways)
            begin = min(begin, first)
            shut = None if until is None else self._order(sittings, until)
        return Room(end, begin, self._up_to(begin), number, before), shut

    def _up_to(self, last: date) -> int:
        """The number of working days from the day of the check to a day, both
        included."""
        return len(workdays(self.as_of, last))

    def _duty(self, name: str) -> Duty | None:
        """The duty of a rule by its full id; None where nothing has to be done by a
        day."""
        if name not in self._known:
            found = self._duties.get(name)
            self._known[name] = None if found is None else duty_of(*found)
        return self._known[name]

    # --- order -------------------------------------------------------------------

    def _order(self, sittings: list[Sitting], last: date) -> Clash | None:
        """The clash that none of some sittings can be held any more after what must
        come first."""
        found = [self.priors.shut(one, last) for one in sittings]
        shut = [one for one in found if one is not None]
        if len(shut) < len(found):
            return None
        since = max(one[0] for one in shut)
        rules = tuple(dict.fromkeys(rule for one in shut for rule in one[1]))
        return Clash("order", (), since, last, rules=rules)

    # --- days --------------------------------------------------------------------

    def _demand(self, verdict: Verdict, duty: Duty, number: int, group: str) -> None:
        last = verdict.until
        if last is None:
            return
        listed = verdict.label if duty.rule.cover is not None else None
        forms = duty.forms.get(listed, frozenset())
        kinds = frozenset(one.kinds for one in sittings_of(duty.rule, group))
        if forms:
            key: tuple[object, ...] = (kinds, group, duty.attribute)
        elif number > 1:
            key = (kinds, group, verdict.key())
        else:
            return
        made = _Demand(last, number, forms, verdict)
        self._demands.setdefault(key, []).append(made)

    def clashes(self) -> Iterator[Clash]:
        """The clashes: first those of order, then those of days."""
        yield from self._shut
        for demands in self._demands.values():
            yield from self._crowded(demands)

    def _crowded(self, demands: list[_Demand]) -> Iterator[Clash]:
        """The first clash of demands of one kind, by their last days, that have too few
        days."""
        taken: set[str] = set()
        row: list[_Demand] = []
        for one in sorted(demands, key=lambda demand: demand.last):
            if not taken.isdisjoint(one.forms):
                continue  # one sitting may serve both
            taken |= one.forms
            row.append(one)
            number, left = sum(each.number for each in row), self._up_to(one.last)
            if number > left:
                keys = tuple(each.verdict.key() for each in row)
                since = _nth_last(one.last, number) + DAY
                yield Clash("days", keys, since, one.last, number, left)
                return


def _nth_last(last: date, number: int) -> date:
    """The working day from which `number` working days are left up to `last`, both
    included."""
    return add_workdays(shift(last, 1), -number).day


def _lacking(verdict: Verdict, asked: tuple[Pattern, ...]) -> int:
    """How many records are still lacking; the fewest that can do, where worths
    differ."""
    need, have = verdict.need, verdict.have
    if need is None or have is None or verdict.is_limit:
        return 1
    if worths(asked) is not None:
        return at_least(number(need) - number(have), asked)
    return int(need) - int(have) if need.isdecimal() and have.isdecimal() else 1
