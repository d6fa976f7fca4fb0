"""Reads the roster of a profile: the members, their days, their long leaves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.dates.spans import FOREVER
from lxyz.files.origin import Faults, Origin
from lxyz.records.branch import ALWAYS, Leave, Member
from lxyz.records.model import Fields, Item, Name, Names
from lxyz.records.reader import Reader
from lxyz.vocabulary import Vocabulary, folded_name

_OF_A_MEMBER = ("name", "from", "until", "status", "leave", "note")


class RosterReader(Reader):
    """Reads the members of a profile, and looks names up among them."""

    def __init__(self, file: str, faults: Faults, words: Vocabulary) -> None:
        super().__init__(file, faults, words)
        self.roster: dict[str, Member] = {}

    def need(self, held: Fields | Item, at: Origin, context: str, *slugs: str) -> bool:
        """Whether all these keys could be read; adds a fault for each that is not
        written."""
        for slug in slugs:
            if held.lacks(slug):
                self.tell_missing(at, context, slug)
        values = held.values if isinstance(held, Fields) else held.fields
        return all(slug in values for slug in slugs)

    def stay(self, item: Item, since: str) -> tuple[date, date]:
        """The first day (under the key `since`) and the last day (`until`) of an item.
        A last day before the first is a fault, and counts as not written."""
        first = item.fields.get(since, ALWAYS)
        last = item.fields.get("until", FOREVER)
        if last < first:
            self.faults.add("F511", item.origin)
            last = FOREVER
        return first, last

    def members(self, items: Iterable[Item]) -> Iterable[Member]:
        """The members; an item may name several."""
        for item in items:
            values = item.fields
            if not self.need(item, item.origin, "member", "name"):
                continue
            names: Names = values["name"]
            if names.everyone or names.nobody:
                word = self.words.word_names["all" if names.everyone else "none"]
                self.faults.add("F410", item.origin, name=word)
            if item.lacks("from") and names.people:
                told = names.people[0].text
                self.faults.warn("F702", item.origin, name=told)
            first, last = self.stay(item, "from")
            joined = values.get("party_since")
            if joined is not None and ALWAYS < first < joined:
                self.faults.warn("F712", item.origin, day=joined, first=first)
            leaves = tuple(self.leaves(values.get("leave", ())))
            for name in names.people:
                member = Member(
                    name=name.text,
                    origin=name.at(self.file),
                    first=first,
                    last=last,
                    status=values.get("status", "full"),
                    full_from=values.get("full_from"),
                    leaves=leaves,
                    attributes={
                        k: v for k, v in values.items() if k not in _OF_A_MEMBER
                    },
                    unread=item.spoiled,
                )
                if admitted := self.admitted(member):
                    yield admitted

    def admitted(self, member: Member) -> Member | None:
        """Puts a member on the roster; None after a fault if he is on it already in
        these days. A member who left may come back; he then keeps the spelling of his
        first line."""
        key = folded_name(member.name)
        earlier = self.roster.get(key)
        if earlier and earlier.last >= member.first and member.last >= earlier.first:
            first = earlier.origin.line
            self.faults.add("F703", member.origin, name=member.name, first=first)
            return None
        if earlier:
            member = member.replace(name=earlier.name)
        self.roster[key] = member
        return member

    def leaves(self, items: Iterable[Item]) -> Iterable[Leave]:
        """The long leaves. One whose first or last day cannot be read does not
        count."""
        for item in items:
            values = item.fields
            first, last = values.get("from"), values.get("until", FOREVER)
            if not self.need(item, item.origin, "leave", "reason", "from"):
                continue
            assert first is not None
            if last < first:
                self.faults.add("F511", item.origin)
            elif "until" not in item.spoiled:
                yield Leave(reason=values["reason"], first=first, last=last)

    def on_roster(self, name: Name) -> str:
        """A name as the roster writes it; if it is not there, the name as written,
        after a fault."""
        member = self.roster.get(folded_name(name.text))
        if member is not None:
            return member.name
        if self.roster:
            among = (one.name for one in self.roster.values())
            like = next((one for one in among if name.text in one.split()), "")
            self.faults.add("F705", name.at(self.file), name=name.text, like=like)
        return name.text
