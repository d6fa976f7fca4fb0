"""Adds to the file of an existing plan what it lacks; what it says is not changed."""

from __future__ import annotations

from lxyz.base.named import NamedTuple
from lxyz.errors import UsageError
from lxyz.files import Document, Mapping, Sequence, read_text
from lxyz.files.edit import Text
from lxyz.plan import Plan
from lxyz.plan.document import STUDY_PLAN, more_items
from lxyz.plan.standing import is_study_plan
from lxyz.records import Record, read_records
from lxyz.render.page.yamltext import braces, write
from lxyz.render.plan.yaml import planned_records
from lxyz.vocabulary import vocabulary
from lxyz.vocabulary.worded import Value, worded


class Update(NamedTuple):
    """The file of a plan with what it lacked.

    - `data`: its new bytes
    - `records`: how many records are new in it
    - `items`: how many items of the study plan are new in it"""

    data: bytes
    records: int
    items: int


def updated(plan: Plan, data: bytes, document: Document) -> Update:
    """The file of an existing plan, with all that `plan` adds to it.

    `data` are the bytes of the file, `document` is what was read from them, without
    faults.

    Raises UsageError E226 if the file is a single record and no list, to which records
    could be added, E228 if the file would become too large to be read.
    """
    if not plan.drafts:
        return Update(data, 0, 0)
    root = document.root
    if not isinstance(root, Sequence):
        raise UsageError("E226", path=document.file)
    text = Text(data)
    lang = _language(root)
    added = 0
    stands = _study_plan(plan, document, root)
    if stands is not None:
        record, listed = stands
        own = any(one.fields.get("optional") == "yes" for one in record.items)
        items = [
            worded(one, lang, "item", plan.profile.kinds)
            for one in more_items(plan.drafts, plan.profile, plan.packs, own=own)
        ]
        _add(text, listed, items, as_braces=_in_braces(listed))
        added = len(items)
    records = planned_records(plan, lang)
    _add(text, root, records, as_braces=False, at_end=True)
    made = text.data()
    if any(one.level == "error" for one in read_text(made, document.file).faults):
        raise UsageError("E228", path=document.file)
    return Update(made, len(records), added)


def _add(
    text: Text,
    listed: Sequence,
    values: list[dict[str, Value]],
    *,
    as_braces: bool,
    at_end: bool = False,
) -> None:
    lines = [braces(one) for one in values]
    blocks = [[line] for line in lines] if as_braces else [write(one) for one in values]
    text.add(listed, blocks, lines, at_end=at_end)


def _in_braces(listed: Sequence) -> bool:
    """Whether the last entry is written in braces: new ones are written like it."""
    last = listed.items[-1]
    return isinstance(last, Mapping) and last.flow


def _language(root: Sequence) -> str:
    """The language of the records: that of their first key."""
    first = root.items[0]
    assert isinstance(first, Mapping)  # it was read without a fault
    return "en" if first.pairs[0][0].value.isascii() else "zh"


def _study_plan(
    plan: Plan, document: Document, root: Sequence
) -> tuple[Record, Sequence] | None:
    """The study plan of the year in the file, with its list of items.

    None if the file has none, or if the plan makes another one, which then holds the
    new items."""
    if any(STUDY_PLAN in draft.kinds for draft in plan.drafts):
        return None
    nodes = {(one.line, one.column): one for one in root.items}
    for record in read_records(document, vocabulary(plan.profile.kinds))[0]:
        node = nodes.get((record.origin.line, record.origin.column))
        if not isinstance(node, Mapping) or not is_study_plan(record, plan.year):
            continue
        for key, value in node.pairs:
            listed = (key.line, key.column) == record.places.get("items")
            if listed and isinstance(value, Sequence):
                return record, value
    return None
