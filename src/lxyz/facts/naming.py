"""Names to people: which member a written name means on a day.

A name that is neither on the roster of the day nor in the line of guests is a fault,
which shows the nearest name.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lxyz.base.characters import DOTS
from lxyz.base.late import late
from lxyz.denial.sittings import notes_none_held
from lxyz.facts.fact import NO_ONE
from lxyz.facts.roster import Roster
from lxyz.files.origin import Faults, Origin
from lxyz.records import Name, Names, Profile, Record
from lxyz.records.branch import Member
from lxyz.vocabulary import Likes, folded_name, vocabulary
from lxyz.vocabulary.phrases import Phrases

_SPACING = late(rf"[\s{DOTS}.．]+")
_AND = str.maketrans(dict.fromkeys("和与及跟\t"))
_BETWEEN = late(r"[、，,；;\n（）()：:和]")
_EVERYONE = ("全", "所有", "大家", "都到", "均到", "到齐")
"""How a text begins that may be a misspelt 全体."""
_REST = ("其余", "其他")
_BUT = "除"
_SOME = late("支委|委员|班子|组长|干部|正式|预备|在岗|在职|在家|在校|离退休|小组")
"""Words for a part of the members: 全体支委 does not mean everybody."""
_ABSENCE = Phrases("absence")


def _is_guest(part: str, name: str) -> bool:
    """Whether a part of a line of guests is this name, alone or behind a stage of
    admission: 许诺, 积极分子许诺."""
    stage = part.removesuffix(name)
    known = vocabulary().value
    return part == name or (stage != part and known("stage", stage) is not None)


def _tells_attendance(text: str, *, of_sitting: bool) -> bool:
    """Whether a text in place of a name tells of attendance: 刘洋请假, 其余参加. Under 出席 of a
    sitting (`of_sitting`) also 刘洋出差, 除刘洋外, 其余到会."""
    keys = vocabulary().table("attendance", frozenset())
    if any(word in text for word in keys if not word.isascii()):
        return True
    return of_sitting and (text.startswith(_REST) or _leaves_out(text))


def _leaves_out(text: str) -> bool:
    """Whether a text in place of a name says who did not come: 刘洋请假, 除刘洋."""
    return _BUT in text or tells_away(text)


def tells_away(text: str) -> bool:
    """Whether a text about a person says that he was away: 出差, 没来."""
    return any(word in text for word in _away())


@lru_cache(maxsize=1)
def _away() -> tuple[str, ...]:
    words = _ABSENCE.words
    denied = (no + word for no in words("not") for word in words("come"))
    return (*words("away"), *words("busy"), *denied)


def _is_more(name: Name, like: str) -> bool:
    """Whether a text begins with the name `like` and goes on without brackets: 李娜出差."""
    return name.text.startswith(like) and not name.reason


class Naming:
    """Resolves written names against the roster of a day; what cannot be resolved goes
    to `faults`. `known` holds the members by folded name; it is empty if the profile
    lists none."""

    def __init__(self, profile: Profile, faults: Faults) -> None:
        self.profile = profile
        self.faults = faults
        self.known = {folded_name(member.name): member for member in profile.members}
        self._written = {member.name for member in self.known.values()}
        self.spans: dict[str, list[tuple[date, date]]] = {}
        for member in profile.members:
            spans = self.spans.setdefault(folded_name(member.name), [])
            spans.append((member.first, member.last))
        self._longest = max(map(len, self.known), default=0)
        self.spellings = list(dict.fromkeys(m.name for m in profile.members))
        self._standing = Roster(profile)
        self._candidates = {
            folded_name(name): name
            for one in profile.attributes.get("candidates", ())
            if (name := one.fields.get("name"))
        }
        self._with_leaves = [member for member in profile.members if member.leaves]
        self._rosters: dict[date, frozenset[str]] = {}
        self._surely: dict[date, frozenset[str]] = {}
        self._leaves: dict[date, frozenset[str]] = {}
        self._spellings: set[str] = set()
        self._like = Likes(self.spellings, 0.5).of

    # --- who could be meant ------------------------------------------------------

    def roster(self, day: date) -> frozenset[str]:
        """The names on the roster on a day."""
        if day not in self._rosters:
            self._rosters[day] = self._standing.on(day).names
        return self._rosters[day]

    def member(self, name: str) -> Member | None:
        """The member of that name (blanks and dots aside), on whatever day."""
        return self._standing.named(name)

    def surely(self, day: date) -> frozenset[str]:
        """The names of the roster of a day, for a quick test: a text that is one of
        them means that member and need not be resolved. Nearly all texts are."""
        if day not in self._surely:
            self._surely[day] = self.roster(day) & self._written
        return self._surely[day]

    def on_leave(self, day: date) -> frozenset[str]:
        """The names of the members on long leave on a day."""
        if day not in self._leaves:
            self._leaves[day] = frozenset(
                m.name for m in self._with_leaves if m.is_on(day) and m.leave_on(day)
            )
        return self._leaves[day]

    def base(self, record: Record, day: date) -> frozenset[str]:
        """The people whom 全体 can mean in a record: the members of its group, the
        committee in office (for a committee meeting), or the roster; members on long
        leave included."""
        roster = self.roster(day)
        if record.group:
            return self.of_group(record.group, day)
        if (
            "committee-meeting" in record.families
            and "all-member-meeting" not in record.families
        ):
            return self.profile.committee(day) or roster
        return roster

    def of_group(self, group: str, day: date) -> frozenset[str]:
        """The people of the roster who are in a group on a day. If the profile has no
        such group that day, the whole roster: any of them may be in it."""
        groups = self.profile.groups_on(day)
        return self.roster(day).intersection(
            *(one.members for one in groups if one.name == group)
        )

    # --- who is meant ------------------------------------------------------------

    def one(
        self,
        name: Name,
        day: date,
        file: str,
        guests: str = "",
        state: str = "",
    ) -> str | None:
        """The person whom a name means on a day, as the roster writes it; None after a
        fault.

        `guests` is the line of guests: a name in it stands as it is. `state` is the
        state under which the name is written in an attendance; under `excused` the
        fault may suggest brackets for the reason. In a branch without a roster every
        name stands as it is.
        """
        if not self.known:
            return name.text
        if name.text in self.surely(day):
            return name.text
        key = folded_name(name.text)
        at = name.at(file)
        member = self.known.get(key)
        is_on = member and any(first <= day <= last for first, last in self.spans[key])
        if not is_on and name.text in guests:
            return name.text
        if member is None:
            self.tell_unknown(name, file, state)
            return None
        if not is_on:
            self._not_that_day(member.name, key, day, at)
            return None
        self._spelt(name.text, member.name, at)
        return member.name

    def _candidate(self, text: str, day: date) -> str | None:
        """The candidate whom a name means, if he is not a member on that day; else
        None."""
        return (
            None if self.is_on(text, day) else self._candidates.get(folded_name(text))
        )

    def guests(self, text: str, day: date) -> frozenset[str]:
        """The candidates whom a line of guests names, also behind their stage
        (积极分子许诺)."""
        if not self._candidates or not text:
            return NO_ONE
        parts = [folded_name(part) for part in _BETWEEN.split(text)]
        return frozenset(
            name
            for key, name in self._candidates.items()
            if not self.is_on(name, day) and any(_is_guest(one, key) for one in parts)
        )

    def _not_that_day(self, name: str, key: str, day: date, at: Origin) -> None:
        """Adds a fault for a member who was not on the roster yet, or not any more."""
        first, last = min(self.spans[key], key=lambda span: _distance(span, day))
        came = first > day
        self.faults.add(
            "F411",
            at,
            name=name,
            day=day,
            since=first if came else last,
            side="from" if came else "until",
        )

    def _spelt(self, text: str, name: str, at: Origin) -> None:
        """Warns once of a name that looks like the one on the roster but has other
        characters (Kangxi radicals, full-width letters, zero width). Blanks and dots
        may differ."""
        if text in self._spellings or _SPACING.sub("", text) == _SPACING.sub("", name):
            return
        self._spellings.add(text)
        self.faults.warn("F418", at, name=text, other=name)

    def look_up(self, record: Record) -> None:
        """Adds faults for the unknown names in a record that gives no fact, because its
        kind or day is not known."""
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

    def tell_unknown(self, name: Name, file: str, state: str = "") -> None:
        """Adds the fault for a name that is not on the roster. It says what the text
        may be: several names without a separator, a misspelt name, or no name at
        all."""
        at = name.at(file)
        parts = self.chain(name.text)
        if len(parts) > 1:
            self.faults.add("F402", at, name=name.text, parts="、".join(parts))
            return
        like = self._like(name.text) or self._called(name.text)
        is_all = name.text.startswith(_EVERYONE if not like else "全体")
        if is_all and _BUT not in name.text and not _SOME.search(name.text):
            like = "全体"  # 全体党员, 全提
        elif apart := self._no_name(name.text, state):
            self.faults.add("F401", at, name=name.text, apart=apart)
            return
        elif state == "excused" and like and _is_more(name, like):
            like = f"{like}（{name.text.removeprefix(like).strip()}）"
        elif _BUT in name.text:
            like = ""  # 除李娜外全体 does not mean her
        self.faults.add("F401", at, name=name.text, like=like)

    def _no_name(self, text: str, state: str) -> str:
        """What a text is that stands for a name but is none: `attendance` (it says who
        came), `unheld` (it says that nothing was held, 未召开), `body` (a group), or
        ""."""
        if state != "excused":
            if _tells_attendance(text, of_sitting=state == "present"):
                return "attendance"
            if notes_none_held(text):
                return "unheld"
        is_body = self._is_body(text) or _SOME.search(text) is not None
        return "body" if is_body else ""

    def _is_body(self, text: str) -> bool:
        """Whether a text is the name of a group of the branch, or of a body such as
        支委会."""
        if any(group.name == text for group in self.profile.groups):
            return True
        return vocabulary().value("owner", text) is not None

    def _called(self, text: str) -> str:
        """The only member with the surname before a post (王书记: 王敏), or ""."""
        lead = vocabulary().before_post(text)
        if not lead:
            return ""
        found = [name for name in self.spellings if name.startswith(lead)]
        return found[0] if len(found) == 1 else ""

    def meant(self, text: str) -> frozenset[str]:
        """The members whom an unknown name may mean: all names that it is a chain of,
        or the one it is most like; nobody if several are equally like it."""
        if parts := self.chain(text):
            return frozenset(parts)
        if not self._like(text):
            return NO_ONE
        from difflib import SequenceMatcher

        alike = {
            name: SequenceMatcher(None, name, text).ratio() for name in self.spellings
        }
        most = max(alike.values())
        found = frozenset(name for name, like in alike.items() if like == most)
        return found if len(found) == 1 else NO_ONE

    def left_out(self, text: str) -> frozenset[str] | None:
        """The members who did not come, by a text that stands for a name: 刘洋请假. Empty
        if it does not say that anybody stayed away; None if it does not say who
        (一人请假)."""
        if not _leaves_out(text):
            return NO_ONE
        text = folded_name(text)
        named = (one.name for key, one in self.known.items() if key in text)
        return frozenset(named) or None

    def begins(self, text: str) -> bool:
        """Whether a text begins with the name of a member."""
        return folded_name(text).startswith(tuple(self.known))

    def chain(self, text: str) -> list[str]:
        """The members' names of which a text is a chain (王敏李娜, 王敏和李娜), 和 and marks left
        aside; [] if anything else stands in it."""
        whole = folded_name(text.replace("以及", "").translate(_AND))
        if whole[:1].isalnum() and not whole.startswith(tuple(self.known)):
            return []
        # For each place at which a chain may begin: its first name, and the place of
        # the rest.
        chains: dict[int, tuple[str, int]] = {len(whole): ("", 0)}
        for start in reversed(range(len(whole))):
            if not whole[start].isalnum() and start + 1 in chains:
                chains[start] = chains[start + 1]
            for end in range(min(len(whole), start + self._longest), start, -1):
                member = self.known.get(whole[start:end])
                if member is not None and end in chains:
                    chains[start] = member.name, end
                    break
        found: list[str] = []
        name, rest = chains.get(0, ("", 0))
        while name:
            found.append(name)
            name, rest = chains[rest]
        return found

    def is_on(self, name: str, day: date) -> bool:
        """Whether a name is on the roster of a day."""
        spans = self.spans.get(folded_name(name), ())
        return any(first <= day <= last for first, last in spans)

    def many(
        self,
        names: Names,
        day: date,
        file: str,
        everyone: frozenset[str] = NO_ONE,
        guests: str = "",
        *,
        candidates: bool = False,
    ) -> frozenset[str]:
        """The people of a names field on a day. `everyone` are the people whom 全体
        means; `guests` as in `one`; `candidates`: whether it may name candidates for
        membership. A name written twice is a fault."""
        found: set[str] = set()
        surely = self.surely(day)
        for name in names.people:
            text = name.text
            person = text if text in surely else None
            if person is None and candidates:
                person = self._candidate(text, day)
            if person is None:
                person = self.one(name, day, file, guests)
            if person is None:
                continue
            if person in found:
                at = name.at(file)
                self.faults.add("F403", at, name=person)
            found.add(person)
        return frozenset(found | everyone) if names.everyone else frozenset(found)


def _distance(span: tuple[date, date], day: date) -> int:
    """How many days a day lies outside a span."""
    return max((span[0] - day).days, (day - span[1]).days)
