"""Makes a Record of the fields that were read from a mapping."""

from __future__ import annotations

from typing import Any

from lxyz.files.origin import Origin
from lxyz.records.model import Fields, Record
from lxyz.records.reader import Reader
from lxyz.vocabulary import Vocabulary

REQUIRED = {
    "heart-to-heart-talk": ("from", "to"),
    "dues-payment": ("members", "month"),
    "attestation": ("rule", "by", "answer"),
    "waiver": ("rule", "reason", "approved_by"),
    "filing": ("of",),
    "commendation": ("members",),
    "hardship-assistance": ("members",),
    "evaluation-grade": ("grades",),
    "group-meeting": ("group",),
}
_DIRECT = frozenset(Record.names()) - {
    "kinds",
    "origin",
    "family",
    "families",
    "more",
    "places",
}
_PEOPLE = ("from", "to", "host", "recorder", "responsible")
_RENAMED = frozenset(
    ("kind", "moved", "counts_for", "month", "period", "owner", "except")
)


def require(
    reader: Reader, kinds: tuple[str, ...], fields: Fields, origin: Origin
) -> None:
    """Adds a fault for each field that the kinds of a record require and that is not
    written, and marks it as spoiled."""
    missing = [
        key for kind in kinds for key in REQUIRED.get(kind, ()) if fields.lacks(key)
    ]
    if fields.values.get("status") == "cancelled" and fields.lacks("reason"):
        missing.append("reason")
    for slug in dict.fromkeys(missing):
        name = reader.words.key_name("record", slug, reader.words.families(kinds))
        at = fields.places.get(slug)  # where it is left blank
        reader.faults.add("F205", Origin(reader.file, *at) if at else origin, key=name)
        fields.spoiled.add(slug)


def build(
    words: Vocabulary,
    kinds: tuple[str, ...],
    fields: Fields,
    origin: Origin,
    documents: tuple[Record, ...],
    table: int,
) -> Record:
    """The record of these fields; `documents` are the records inside it, `table` as in
    Record."""
    made: dict[str, Any] = {}
    more: dict[str, Any] = {}
    people: dict[str, Any] = {}
    for key, value in fields.values.items():
        if key in _PEOPLE and hasattr(value, "people"):
            people[key] = value
        elif key in _DIRECT and key not in _RENAMED:
            made[key] = value
        elif key not in _RENAMED:
            more[key] = value
    _rename(fields.values, made)
    return Record(
        kinds=kinds,
        family=words.kinds[kinds[0]].family if kinds else "",
        families=words.families(kinds),
        origin=origin,
        documents=documents,
        people=people,
        more=more,
        places=fields.places,
        spoiled=frozenset(fields.spoiled),
        table=table,
        **made,
    )


def _rename(values: dict[str, Any], made: dict[str, Any]) -> None:
    """Adds to `made` the fields that Record has under another name or in another
    form."""
    if moved := values.get("moved"):
        made["moved_from"] = moved.get("from")
        made["moved_reason"] = moved.get("reason", "")
    for key in ("counts_for", "month", "period"):
        if key in values:
            made["period"] = values[key]
    if "owner" in values:
        made["owner_body"], made["owner"] = values["owner"]
    if "except" in values:
        made["without"] = values["except"]
