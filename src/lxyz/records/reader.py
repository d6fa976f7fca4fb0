"""Reads the values of one file by the types that the vocabulary gives its keys.

A function that reads a type takes the Reader and the node as written and gives a plain
value, or None after a fault. No function guesses; what it refuses it shows in the right
spelling. `reads` enters it in the table of types.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeGuard

from lxyz.base.late import late
from lxyz.files import Mapping, Node, Scalar, Sequence
from lxyz.files.origin import Faults, Origin
from lxyz.files.slips import SHOWN, key_slip, marker, odd_blank
from lxyz.records.blanks import may_be_blank, without_blanks
from lxyz.records.model import Fields
from lxyz.vocabulary import Key, Vocabulary

Read = Callable[["Reader", Node], Any]
ReadOf = Callable[["Reader", Node, str], Any]
_READ: dict[str, Read] = {}
_READ_OF: dict[str, ReadOf] = {}
_WIDE = late("[：，]")
_DIGITS = late("[0-9]{11}")
_PRIVATE = late(r"(?<![0-9])(?:1[3-9][0-9]{9}|[0-9]{17}[0-9Xx])(?![0-9])")
_MOST_LIKES = 50
_FAMILIES = {
    "activity": "活动",
    "document": "文书",
    "persons": "人员表",
    "judgement": "确认、豁免、报送",
}
_EVERY_KIND: frozenset[str] = frozenset()
_MOST_KINDS = 5
_FEW = 8
"""If a context has no more keys than this, the fault of an unknown key lists them
all."""
_OPENING, _CLOSING = ("（", "("), ("）", ")")


def reads(*types: str) -> Callable[[Read], Read]:
    """Enters a function as the reader of these types."""

    def enter(read: Read) -> Read:
        for type_ in types:
            _READ[type_] = read
        return read

    return enter


def reads_of(type_: str) -> Callable[[ReadOf], ReadOf]:
    """Enters a function as the reader of `type_ of`, such as `one status`."""

    def enter(read: ReadOf) -> ReadOf:
        _READ_OF[type_] = read
        return read

    return enter


class Reader:
    """Reads the values of one file. What cannot be read is added to `faults`."""

    def __init__(self, file: str, faults: Faults, words: Vocabulary) -> None:
        self.file = file
        self.faults = faults
        self.words = words
        self.partly = False  # the value just read is not the whole of what was written
        self.meant: set[str] = set()  # keys that the value just refused was meant for
        self.likes = 0
        self._last: tuple[Mapping | None, str, frozenset[str]] = (None, "", frozenset())

    # --- faults ------------------------------------------------------------------

    def at(self, node: Node) -> Origin:
        """The place of a node."""
        return Origin(self.file, node.line, node.column)

    def refuse(self, node: Node, code: str, **values: object) -> None:
        """Writes down a fault at a node."""
        self.faults.add(code, self.at(node), **values)

    def refuse_in(self, node: Scalar, offset: int, code: str, **values: object) -> None:
        """Writes down a fault at the character `offset` of a text."""
        line, column = node.place(offset)
        self.faults.add(code, Origin(self.file, line, column), **values)

    def refuse_shape(self, node: Node, wanted: str, shown: str = "") -> None:
        """Adds the fault for a value of another shape than `wanted`; `shown` is how it
        should be written. If the text is a key with a wrong colon, that is the
        fault."""
        if isinstance(node, Scalar) and self.is_slip(node):
            return
        self.refuse(node, "F206", wanted=wanted, shown=shown)

    def is_slip(self, node: Scalar) -> bool:
        """Whether a text is `键：值` or `键:值`, which is then written down."""
        slip = key_slip(node.value[: SHOWN * 2]) if node.style == "plain" else None
        if slip is not None:
            self.refuse_in(node, slip.column, slip.code, **slip.values)
        return slip is not None

    def tell_missing(self, at: Origin, context: str, *slugs: str) -> None:
        """Writes down that keys which must be there are not, if there are any."""
        if slugs:
            names = "、".join(self.words.key_name(context, one) for one in slugs)
            self.faults.add("F205", at, key=names)

    def like(self, find: Callable[[], str]) -> str:
        """The suggestion that `find` makes; "" after the first 50 in a file, as they
        cost time."""
        self.likes += 1
        return find() if self.likes <= _MOST_LIKES else ""

    # --- texts -------------------------------------------------------------------

    def scalar(self, node: Node, wanted: str = "text") -> str | None:
        """The text of a value that must be one text; `wanted` names what it should be."""
        if not isinstance(node, Scalar):
            self.refuse(node, "F206", wanted=wanted)
            return None
        text = node.value
        if len(text) > 10 and self.is_private(node, text):
            return None
        return text.strip()

    def is_private(self, node: Scalar, text: str) -> bool:
        """Whether a text holds what looks like a telephone or an identity number."""
        if not _DIGITS.search(text):
            return False
        found = _PRIVATE.search(text)
        if found:
            self.refuse_in(node, found.start(), "F311")
        return found is not None

    def each(self, node: Node, read: Callable[[Node], Any]) -> tuple[Any, ...] | None:
        """The items of a list that can be read; None after a fault if the node is no
        list."""
        if not isinstance(node, Sequence):
            self.refuse_shape(node, "list")
            return None
        values = [read(item) for item in whole(node)]
        known = tuple(value for value in values if value is not None)
        if node.spoiled or len(known) < len(values):
            self.partly = True
        return known

    # --- mappings ----------------------------------------------------------------

    def fields(
        self, node: Mapping, context: str, serves: frozenset[str] = _EVERY_KIND
    ) -> Fields:
        """The fields of a mapping; `serves` are the families and kinds of its record."""
        fields, outer = Fields(), self.partly
        values, places, spoiled = fields.values, fields.places, fields.spoiled
        table = self.words.table(context, serves)
        for name in node.spoiled:
            key = table.get(name.strip())
            if key is not None:
                spoiled.add(key.slug)
            else:
                fields.broken = True
        for scalar, value in node.pairs:
            key = table.get(scalar.value) or table.get(scalar.value.strip())
            if key is None:
                if not self._belongs_to_spoiled(scalar, context, fields):
                    self.unknown(scalar, context, fields, node, serves)
                continue
            slug = key.slug
            if slug in places:
                first = places[slug][0]
                self.refuse(
                    scalar, "F203", key=scalar.value[:SHOWN], name=key.zh, first=first
                )
                values.pop(slug, None)
                spoiled.add(slug)
                continue
            places[slug] = scalar.line, scalar.column
            if scalar.value in node.spoiled:
                continue
            self.partly = False
            read = (_READ.get(key.type) or _compiled(key.type))(self, value)
            if read is None or self.partly:
                spoiled.add(slug)
                spoiled.update(self.meant)
                self.meant.clear()
            if read is not None and may_be_blank(key):
                read = self._without_blanks(key, scalar, read)
            if read is not None:
                values[slug] = read
        self.partly = outer
        return fields

    def _without_blanks(self, key: Key, scalar: Scalar, value: Any) -> Any:
        """A value without placeholders, for which warnings are added; None if nothing
        is left."""
        kept, blanks = without_blanks(key, value, self.at(scalar))
        for place, text in blanks:
            self.faults.warn("F426", place, text=text)
        return kept

    def unknown(
        self,
        scalar: Scalar,
        context: str,
        fields: Fields,
        within: Mapping,
        serves: frozenset[str],
    ) -> None:
        """Adds the fault for a key that is not known in this context. The key that was
        probably meant becomes spoiled, so that it is not reported as missing too."""
        in_braces = within.flow
        word = scalar.value.strip()[:SHOWN]
        meanings = self.words.keys(context, word)
        where = self.words.misplaced.get(context, {}).get(word, "")
        slip = odd_blank(scalar.value) or marker(scalar.value)
        if not in_braces:
            slip = slip or key_slip(scalar.value)
        if slip is not None:
            fields.broken = True
            self.refuse_in(scalar, slip.column, slip.code, **slip.values)
        elif meanings and not ("activity" in serves and where):
            found = {self._family(one) for key in meanings for one in key.serves}
            belongs = "、".join(sorted(found)[:_MOST_KINDS])
            more = len(found) if len(found) > _MOST_KINDS else 0
            self.refuse(scalar, "F204", key=word, belongs=belongs, more=more)
        elif where:
            fields.spoiled.update(self.words.named_in(where, context))
            self.refuse(scalar, "F202", key=word, where=where)
        elif in_braces and (wide := _WIDE.search(scalar.value)):
            fields.broken = True
            self.refuse_in(scalar, wide.start(), "F109", text=word[:40])
        else:
            like = self.like(lambda: self.words.key_like(context, word, serves))
            meant = {key.slug for key in self.words.keys(context, like)}
            if not meant.isdisjoint(self._written(within, context)):
                like, meant = "", set()  # the suggested key is there already
            fields.strange = True
            fields.spoiled.update(meant)
            keys = self.words.key_slugs(context).values()
            few = "、".join(one[0].zh for one in keys if len(keys) <= _FEW)
            self.refuse(scalar, "F201", key=word[:30], like=like, here=few)

    def _written(self, within: Mapping, context: str) -> frozenset[str]:
        """The English names that the keys of a mapping may mean. Kept for the last
        mapping, which may have many unknown keys."""
        mapping, where, found = self._last
        if mapping is not within or where != context:
            texts = (one.value.strip()[:SHOWN] for one, _ in within.pairs)
            found = frozenset(
                key.slug for text in texts for key in self.words.keys(context, text)
            )
            self._last = within, context, found
        return found

    def _belongs_to_spoiled(self, scalar: Scalar, context: str, fields: Fields) -> bool:
        """Whether an unknown key belongs, by its name, under a key that could not be
        read: `出席情况:` holds nothing because its keys are not indented. That fault is
        enough."""
        for slug in fields.spoiled:
            inner = _INNER.get(slug)
            if context == "record" and inner and self.words.keys(inner, scalar.value):
                return True
        return False

    def _family(self, one: str) -> str:
        return _FAMILIES.get(one) or self.words.kind_name(one)


# The keys of a record under which keys of another context stand.
_INNER = {
    "attendance": "attendance",
    "speakers": "speakers",
    "moved": "moved",
    "ballots": "ballots",
    "filings": "filing",
}


def whole(node: Sequence) -> list[Node]:
    """The items of a list in brackets; items that a comma inside a text's brackets has
    cut in two are joined again: [个人自评, 民主测评（人太少, 未测）]."""
    if not node.flow:
        return node.items
    found: list[Node] = []
    for item in node.items:
        last = found[-1] if found else None
        if _is_begun(last) and _is_plain(item) and last.line == item.line:
            blanks = item.column - last.column - len(last.value) - 1
            text = f"{last.value},{' ' * blanks}{item.value}"
            found[-1] = last._replace(value=text)
        else:
            found.append(item)
    return found


def _is_plain(node: Node | None) -> TypeGuard[Scalar]:
    return isinstance(node, Scalar) and node.style == "plain"


def _is_begun(node: Node | None) -> TypeGuard[Scalar]:
    """Whether a text opens more brackets than it closes."""
    return _is_plain(node) and (
        sum(map(node.value.count, _OPENING)) > sum(map(node.value.count, _CLOSING))
    )


def _compiled(type_: str) -> Read:
    """The reader of a type such as `one status`, entered in the table."""
    word, _, of = type_.partition(" ")
    read = _READ_OF[word]

    def compiled(reader: Reader, node: Node) -> Any:
        return read(reader, node, of)

    _READ[type_] = compiled
    return compiled
