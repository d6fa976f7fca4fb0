"""`branch.yaml` to a profile: who is on the roster, in office, in a group.

Nobody is ever deleted from the profile: members have `from` and `until`, posts `since`
and `until`, all days included. The types of it stand in `branch`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from typing import Any

from lxyz.base.late import late
from lxyz.dates.spans import FOREVER, Span, month_day
from lxyz.files import Document, Mapping
from lxyz.files.origin import Fault, Faults, Origin
from lxyz.files.slips import SHOWN
from lxyz.records.branch import SECRETARY, Group, Member, Officer, Profile, overlap
from lxyz.records.model import Fields, Item, Names
from lxyz.records.roster import RosterReader
from lxyz.vocabulary import Vocabulary, folded_name

_HELD = (
    "name unit packs params fixed_day members committee groups exemptions waivers "
    "secretary candidates note"
).split()
_BESIDE = ("until", "contact", "introducer")
_MOST_TERM = 5
_MOST_MEMBERS, _MOST_GROUPS = 300, 30
"""The most members and groups in one year. A branch has some fifty members; more would
take too long, as every rule judges every member, and every group month by month."""
_MOST_POSTS = 300
"""The most posts in a profile, past ones included: each secretary is compared with all
others."""
_AND = late("[、，,；;和]")


def read_profile(
    document: Document, words: Vocabulary
) -> tuple[Profile | None, list[Fault]]:
    """The profile in `branch.yaml`, and the faults in it.

    The profile is None if the file holds no mapping, or more members, posts or groups
    than a branch can have. A member without `from` counts as always on the roster, and
    the warning F702 says so.
    """
    faults = Faults()
    if not isinstance(document.root, Mapping):
        if not any(fault.level == "error" for fault in document.faults):
            faults.add("F701", Origin(document.file))
        return None, faults
    reader = _ProfileReader(document.file, faults, words)
    profile = reader.profile(document.root)
    faults.cut()
    return profile, faults


def _most_in_a_year(those: Iterable[Member | Group]) -> int:
    """The largest number of members or groups that were there in one year, not
    necessarily at the same time."""
    turns: Counter[int] = Counter()
    for one in those:
        turns[one.first.year] += 1
        turns[one.last.year + 1] -= 1
    return max(accumulate(turns[year] for year in sorted(turns)), default=0)


class _ProfileReader(RosterReader):
    """Reads the mapping in `branch.yaml` into a Profile."""

    def profile(self, node: Mapping) -> Profile | None:
        """The profile; None if it has more members, posts or groups than a branch can
        have."""
        fields = self.fields(node, "branch")
        values = fields.values
        self.need(fields, self.at(node), "branch", "name", "packs")
        if values.get("packs") == ():
            self.faults.add("F711", self.at(node))
        read = tuple(self.members(values.get("members", ())))
        posts, listed = values.get("committee", ()), values.get("groups", ())
        if (
            self.are_too_many(fields, "members", _most_in_a_year(read), _MOST_MEMBERS)
            or self.are_too_many(fields, "committee", len(posts), _MOST_POSTS)
            or self.are_too_many(fields, "groups", len(listed), _MOST_MEMBERS)
        ):
            return None
        members = tuple(map(self.in_touch, read))
        groups = tuple(self.groups(listed, members))
        if self.are_too_many(fields, "groups", _most_in_a_year(groups), _MOST_GROUPS):
            return None
        if not members and fields.lacks("members"):
            self.faults.warn("F709", self.at(node))
        officers = tuple(self.officers(posts, members))
        first, last = self.stay(Item(values, self.at(node)), "from")
        years = values.get("term_years")
        if years is not None and not 1 <= years <= _MOST_TERM:
            at = Origin(self.file, *fields.places["term_years"])
            self.faults.add("F723", at, count=years, limit=_MOST_TERM)
            del values["term_years"]
        return Profile(
            name=values.get("name", ""),
            origin=self.at(node),
            first=first,
            last=last,
            unit=values.get("unit", ""),
            packs=tuple(dict.fromkeys(values.get("packs", ()))),
            params=values.get("params", ()),
            fixed_days=values.get("fixed_day", ()),
            members=members,
            officers=self.with_secretary(officers, members, values.get("secretary")),
            groups=groups,
            exemptions=tuple(self.exemptions(values.get("exemptions", ()), members)),
            attributes={
                **_attributes(values),
                **self.candidates(values.get("candidates", ())),
            },
            unread=frozenset(fields.spoiled),
            waivers=values.get("waivers"),
        )

    def are_too_many(self, fields: Fields, slug: str, count: int, most: int) -> bool:
        """Whether a count is above its limit; adds a fault at the key `slug` if so."""
        if count <= most:
            return False
        at = Origin(self.file, *fields.places[slug])
        key = self.words.key_name("branch", slug)
        self.faults.add("F722", at, key=key, count=count, limit=most)
        return True

    def officers(
        self, items: Iterable[Item], members: tuple[Member, ...]
    ) -> Iterable[Officer]:
        """The officers. A post ends at the latest when its holder leaves the roster."""
        led: list[Officer] = []
        for item in items:
            values = item.fields
            if not self.need(item, item.origin, "officer", "name", "post"):
                continue
            name = self.on_roster(values["name"].people[0])
            if meant := self.words.posts_meant(values["post"]):
                said, text = "、".join(meant), values["post"][:SHOWN]
                self.faults.warn("F725", item.origin, text=text, like=said)
            first, last = self.stay(item, "since")
            made = Officer(
                name=name,
                post=self.words.post(values["post"]),
                origin=item.origin,
                duties=values.get("duties", ""),
                first=first,
                last=min(last, _end_of(name, members)),
            )
            if made.post == SECRETARY:
                self._one_leads(made, led)
                led.append(made)
            yield made

    def _one_leads(self, made: Officer, led: list[Officer]) -> None:
        """Warns of two secretaries at the same time; one day, on which one follows the
        other, is allowed."""
        for one in led:
            if overlap(one, made) and one.name != made.name:
                self.faults.warn(
                    "F715",
                    made.origin,
                    name=made.name,
                    other=one.name,
                    day=max(one.first, made.first),
                )
                return

    def with_secretary(
        self,
        officers: tuple[Officer, ...],
        members: tuple[Member, ...],
        written: Names | None,
    ) -> tuple[Officer, ...]:
        """The officers, with the one written under `secretary` if no post names a
        secretary in office. If one does, the names must agree; else a fault is
        added."""
        if written is None:
            return officers
        name = written.people[0]
        current = [o for o in officers if o.post == SECRETARY and o.last == FOREVER]
        at = name.at(self.file)
        if not current:
            known = self.on_roster(name)
            last = _end_of(known, members)
            return (
                *officers,
                Officer(name=known, post=SECRETARY, origin=at, last=last),
            )
        if folded_name(current[0].name) != folded_name(name.text):
            self.faults.add("F704", at, name=name.text, other=current[0].name)
        return officers

    def groups(
        self, items: tuple[Item, ...], members: tuple[Member, ...]
    ) -> Iterable[Group]:
        """The party groups. Their members stand in the group, or each member names his
        group."""
        own: dict[str, set[str]] = {}
        for member in members:
            if group := member.attributes.get("group"):
                own.setdefault(group, set()).add(member.name)
        named = {item.fields.get("name") for item in items}
        found: dict[str, list[Group]] = {}
        made_before: list[Group] = []
        for member in members:
            if (
                member.attributes.get("group")
                and member.attributes["group"] not in named
            ):
                self.faults.add("F413", member.origin, group=member.attributes["group"])
        for item in items:
            values = item.fields
            if not self.need(item, item.origin, "group", "name"):
                continue
            names: Names | None = values.get("members")
            leader: Names | None = values.get("leader")
            listed = {self.on_roster(name) for name in (names.people if names else ())}
            first, last = self.stay(item, "from")
            made = Group(
                name=values["name"],
                origin=item.origin,
                leader=self.on_roster(leader.people[0]) if leader else "",
                members=frozenset(listed | own.get(values["name"], set())),
                first=first,
                last=last,
            )
            alike = found.setdefault(made.name, [])
            days = Span(made.first, made.last)
            twin = next((one for one in alike if _meets(one, days)), None)
            if twin is not None:  # a sitting would belong to both
                line = twin.origin.line
                self.faults.add("F714", made.origin, group=made.name, first=line)
                continue
            alike.append(made)
            self._in_one_group(made, made_before)
            made_before.append(made)
            yield made

    def _in_one_group(self, made: Group, before: list[Group]) -> None:
        """Warns of members who are in two groups that end on the same day. If one group
        ended earlier, they may have moved to the other."""
        for one in before:
            both = sorted(one.members & made.members)
            if both and one.last == made.last:
                self.faults.warn(
                    "F716",
                    made.origin,
                    names="、".join(both),
                    group=one.name,
                    other=made.name,
                )

    def in_touch(self, member: Member) -> Member:
        """The member with the names under `contact` replaced by names of the roster."""
        named: Names | None = member.attributes.get("contact")
        if named is None:
            return member
        contact = {"contact": self.named(named)}
        return member.replace(attributes={**member.attributes, **contact})

    def named(self, names: Names) -> frozenset[str]:
        """The names that are on the roster; adds a fault for each that is not."""
        found = frozenset(map(self.on_roster, names.people))
        return found & {one.name for one in self.roster.values()}

    def candidates(self, items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
        """The candidates for membership. If `until` lies before a stage was reached, it
        is a fault and is dropped."""
        found: list[Item] = []
        for item in items:
            until = item.fields.get("until", FOREVER)
            steps = item.fields.get("steps", ())
            if any(step.fields.get("date", until) > until for step in steps):
                self.faults.add("F511", item.origin)
                until = FOREVER
            fields = {k: v for k, v in item.fields.items() if k not in _BESIDE}
            if until < FOREVER:
                fields["until"] = until
            if "name" in fields:
                fields["name"] = fields["name"].people[0].text
            for role in ("contact", "introducer"):
                if role in item.fields:
                    fields[role] = self.named(item.fields[role])
            found.append(item._replace(fields=fields))
        return {"candidates": tuple(found)} if found else {}

    def exemptions(
        self, items: Iterable[Item], members: tuple[Member, ...]
    ) -> Iterable[tuple[Span, str]]:
        """The spans in which no recurrent duty applies, each with its reason.

        An exemption that members of the branch approved themselves is a fault and does
        not count. One without approver counts, with a warning (A14).
        """
        known = {folded_name(one.name) for one in members}
        for item in items:
            values = item.fields
            span: Span | None = values.get("period")
            first: date | None = values.get("from")
            if span is None and first is not None:
                last = values.get("until", first)
                if last < first:
                    self.faults.add("F511", item.origin)
                    continue
                span = Span(first, last)
            reason: str = values.get("reason", "")
            approver: str = values.get("approved_by", "")
            if span is not None and reason:
                if item.lacks("approved_by"):
                    self.faults.warn("F719", item.origin)
                if known.issuperset(map(folded_name, _AND.split(approver))):
                    self.faults.add("F524", item.origin, name=approver)
                    continue
                yield span, reason
            elif item.lacks("reason") or (item.lacks("period") and item.lacks("from")):
                self.tell_missing(item.origin, "exemption", "period", "reason")


def _meets(group: Group, days: Span) -> bool:
    """Whether a group exists on any of these days."""
    return group.first <= days.last and days.first <= group.last


def _attributes(values: dict[str, Any]) -> dict[str, Any]:
    """The fields of the profile that have no name in `Profile`, and `term_end`."""
    attributes = {key: value for key, value in values.items() if key not in _HELD}
    elected = values.get("elected_on")
    if elected:
        attributes["term_end"] = term_end(elected, values.get("term_years"))
    return attributes


def term_end(elected: date, years: int | None) -> date:
    """The last day of the term of office that began with an election; `years` is its
    length (None: 3)."""
    return month_day(elected.year + (years or 3), elected.month, elected.day)


def _end_of(name: str, members: tuple[Member, ...]) -> date:
    """The last day on which a person is on the roster; FOREVER if he never is."""
    return max((one.last for one in members if one.name == name), default=FOREVER)
