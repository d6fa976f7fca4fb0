"""A document to records: heads and rows, nested documents, what each kind must have."""

from __future__ import annotations

from typing import Any

from lxyz.files import Document, Mapping, Node, Scalar, Sequence
from lxyz.files.origin import Fault, Faults, Origin
from lxyz.records import closed, days, links, names, parts, sitting, texts
from lxyz.records.claims import affirm
from lxyz.records.making import build, require
from lxyz.records.model import Fields, Record
from lxyz.records.reader import Reader
from lxyz.vocabulary import Vocabulary

# Imported for the readers of types that they enter.
TYPES = (closed, days, links, names, parts, sitting, texts)
MOST_RECORDS = 2_000
LONGEST = 5 * 366
"""The most days between the first and the last day of a record: five years, the longest
term of office."""
# What proves that one sitting was held, or is its own story, may not stand in the head
# of a table of activities: one word would be a claim about fifty meetings.
_NOT_IN_HEAD = (
    "date end status moved reason attendance steps speakers evidence filings documents "
    "based_on content"
).split()
_NO_KINDS: tuple[str, ...] = ()
_ANY: frozenset[str] = frozenset()


def read_records(
    document: Document, words: Vocabulary, kinds: tuple[str, ...] = _NO_KINDS
) -> tuple[list[Record], list[Fault]]:
    """The records of a document in order, and the faults found in them.

    `kinds` are the kinds of a record that states none, where its place in a file says
    what it is. A record whose kind or day is not known comes without kinds, so that its
    names can still be looked up. The faults of the document itself (of its text) are
    not repeated.
    """
    faults = Faults()
    reader = _RecordReader(document.file, faults, words)
    reader.kinds = kinds
    root = document.root
    if isinstance(root, Mapping):
        reader.record(root, reader.found)
    elif isinstance(root, Sequence) and (second := _cut_up(root, words)):
        reader.refuse(second, "F128")
    elif isinstance(root, Sequence):
        for item in root.items:
            if isinstance(item, Mapping):
                reader.record(item, reader.found)
            else:
                reader.no_record(item)
    elif root is not None and not words.is_word("none", root.value):
        reader.no_record(root)  # a file of one text is refused earlier, in `files.read`
    if reader.count > MOST_RECORDS:
        faults.add(
            "F012", Origin(document.file), count=reader.count, limit=MOST_RECORDS
        )
    faults.cut()
    return reader.found, faults


def _cut_up(root: Sequence, words: Vocabulary) -> Node | None:
    """The second item of a list that is really one record, with a `- ` before each of
    its lines; None if it is none."""
    slugs: list[str] = []
    for item in root.items:
        if not isinstance(item, Mapping) or item.flow or len(item.pairs) != 1:
            return None
        meanings = words.keys("record", item.pairs[0][0].value)
        slugs += [key.slug for key in meanings[:1]]
    is_one = len(slugs) == len(set(slugs)) == len(root.items) > 1
    return root.items[1] if is_one and "kind" in slugs else None


class _RecordReader(Reader):
    """Reads the records of one file, at most `MOST_RECORDS` of them."""

    def __init__(self, file: str, faults: Faults, words: Vocabulary) -> None:
        super().__init__(file, faults, words)
        self.found: list[Record] = []
        self.tables = 0
        self.count = 0
        self.kinds = _NO_KINDS
        self.warned = False

    def record(self, node: Mapping, records: list[Record]) -> None:
        """Adds the record (or the rows) that a mapping holds."""
        kinds = self.kinds_of(node, self.kinds)
        if kinds is None:
            return
        fields = self.fields(node, "record", self.words.families(kinds))
        rows: Node | None = fields.values.pop("rows", None)
        if rows is None:
            if "rows" not in fields.spoiled:
                self.finish(kinds, fields, self.at(node), records, 0)
            return
        fields.values.pop("kind", None)
        if self.words.kinds[kinds[0]].family == "activity":
            self.check_head(fields)
        self.tables += 1
        if isinstance(rows, Scalar):
            self.refuse_shape(rows, "list")
            return
        for row in [rows] if isinstance(rows, Mapping) else rows.items:
            if isinstance(row, Mapping):
                self.row(row, kinds, fields, records)
            else:
                self.refuse_shape(row, "mapping")

    def no_record(self, item: Node) -> None:
        """Adds the fault for something that stands where a record should; for `类型：党课`
        that of its colon."""
        if isinstance(item, Sequence):
            self.refuse(item, "F120", text="")
        elif isinstance(item, Scalar) and not self.is_slip(item):
            self.refuse(item, "F120", text=item.value[:40])

    def check_head(self, head: Fields) -> None:
        """Refuses in the head of a table of activities what each row must say itself.
        Rows that then lack a day get no fault of their own, and give no record."""
        for key in _NOT_IN_HEAD:
            if key in head.places:
                name = self.words.key_name("record", key)
                at = Origin(self.file, *head.places.pop(key))
                self.faults.add("F502", at, key=name)
                head.values.pop(key, None)
                head.spoiled.discard(key)
                if key == "date":
                    head.spoiled.add(key)
                elif key in ("attendance", "status"):
                    # Refused here, the rows say nothing: told once is enough.
                    head.spoiled.add("status")

    def row(
        self, node: Mapping, kinds: tuple[str, ...], head: Fields, records: list[Record]
    ) -> None:
        """Adds the record of one row, with what it takes from the head."""
        own_kinds = self.kinds_of(node, kinds)
        if own_kinds is None:
            return
        own = self.fields(node, "record", self.words.families(own_kinds))
        if "rows" in own.places:
            self.faults.add("F503", Origin(self.file, *own.places["rows"]))
            own.values.pop("rows", None)
        row = Fields()
        row.values = {**head.values, **own.values}
        row.places = {**head.places, **own.places}
        row.spoiled = (head.spoiled - own.places.keys()) | own.spoiled
        row.broken = own.broken
        for key in own.places.keys() - own.values.keys():
            row.values.pop(key, None)
        self.finish(own_kinds, row, self.at(node), records, self.tables)

    def kinds_of(
        self, node: Mapping, inherited: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        """The kinds of a record; None (with a fault) if it has none that are known. The
        other fields of such a record are looked through all the same."""
        written = [pair for pair in node.pairs if pair[0].value in self.words.kind_keys]
        lost = bool(node.spoiled & self.words.kind_keys)
        if len(written) > 1:
            self.without_dash(node)
            return None
        if (
            lost and written
        ):  # two records in one: it is not known which field belongs to which
            return None
        kinds = inherited or None
        if written:
            kinds = closed.kinds(self, written[0][1])
        if kinds is None or lost:
            self.look_through(node, without_kind=not written and not lost)
            return None
        return kinds

    def look_through(self, node: Mapping, *, without_kind: bool) -> None:
        """Finds what is wrong in a record (and its rows) beside its kind."""
        rest = Mapping(node.line, node.column, node.flow)
        table = self.words.table("record", _ANY)
        rest.pairs = [
            p for p in node.pairs if self.can_be_read_alone(p[0].value, table)
        ]
        rest.spoiled = node.spoiled
        fields = self.fields(rest, "record")
        if without_kind and fields.lacks("kind") and fields.places:
            self.tell_missing(self.at(node), "record", "kind")
        self.keep_names(fields, self.at(node))
        for key, value in node.pairs:
            if key.value.strip() in self.words.row_keys and isinstance(value, Sequence):
                for row in value.items:
                    if isinstance(row, Mapping):
                        self.look_through(row, without_kind=False)

    def keep_names(self, fields: Fields, origin: Origin) -> None:
        """Adds a record without kinds, so that its names are looked up."""
        if len(self.found) < 2 * MOST_RECORDS:
            fields.values.pop("documents", None)
            self.found.append(build(self.words, (), fields, origin, (), 0))

    def can_be_read_alone(self, word: str, table: dict[str, Any]) -> bool:
        """Whether a key means the same in every record, or nothing."""
        key = table.get(word.strip())
        if key is None:
            return not self.words.keys("record", word)
        return key.slug not in ("kind", "rows", "documents")

    def without_dash(self, node: Mapping) -> None:
        """Two records in one, the second in the other language: `- ` is missing."""
        table = self.words.table("record", _ANY)
        keys = [scalar for scalar, _ in node.pairs]
        slugs = [
            table[key.value].slug if key.value in table else key.value for key in keys
        ]
        second = next(n for n, slug in enumerate(slugs) if slug in slugs[:n])
        self.refuse(keys[second], "F125", key=keys[second].value, first=keys[0].line)

    def warn_of_sums(self, fields: Fields) -> None:
        """Warns, once a file, of the amount that somebody paid as dues: it tells what
        he earns, and what was pushed to a repository cannot be taken back."""
        if "amount" in fields.places and not self.warned:
            self.warned = True
            at = Origin(self.file, *fields.places["amount"])
            name = self.words.key_name("record", "amount")
            self.faults.warn("F312", at, key=name)

    def finish(
        self,
        kinds: tuple[str, ...],
        fields: Fields,
        origin: Origin,
        records: list[Record],
        table: int,
    ) -> None:
        """Adds the record that the fields make, unless its date is missing."""
        require(self, kinds, fields, origin)
        self.warn_of_sums(fields)
        if "date" not in fields.values:
            if fields.lacks("date"):
                self.tell_missing(origin, "record", "date")
            self.keep_names(fields, origin)
            return
        self.count += 1
        if self.count > MOST_RECORDS:
            return
        values = fields.values
        self.check_end(fields)
        if values.get("status") != "cancelled":
            affirm(self, values, fields.places)
        documents: list[Record] = []
        if (nested := values.pop("documents", None)) is not None:
            self.nested(nested, documents)
        records.append(
            build(self.words, kinds, fields, origin, tuple(documents), table)
        )

    def check_end(self, fields: Fields) -> None:
        """Drops, with a fault, a last day that lies before the first or more than five
        years after it."""
        first, last = fields.values["date"], fields.values.get("end")
        if last is None or 0 <= (last - first).days <= LONGEST:
            return
        code = "F511" if last < first else "F515"
        self.faults.add(code, Origin(self.file, *fields.places["end"]))
        del fields.values["end"]
        fields.spoiled.add("end")

    def nested(self, node: Node, documents: list[Record]) -> None:
        """Reads the records inside a record."""
        items = node.items if isinstance(node, Sequence) else [node]
        for item in items:
            if isinstance(item, Mapping):
                self.record(item, documents)
            elif not (
                isinstance(item, Scalar) and self.words.is_word("none", item.value)
            ):
                self.refuse_shape(item, "mapping")
