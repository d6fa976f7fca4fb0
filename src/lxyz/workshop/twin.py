"""The English twin of a record: the same record with English keys and closed values.

What people write in their own words (names, topics, titles) stays as it is.
"""

from __future__ import annotations

from lxyz.vocabulary import Key, OwnKind, vocabulary

Value = str | list["Value"] | dict[str, "Value"]
_ALL = ("names", "attendance", "value-names")
PLACEHOLDERS = {
    "写明": "to be written",
    "写明内容": "the text itself",
    "写明原因": "the reason",
    "正常": "regular",
}
"""What samples say where only something has to be said."""
# Types of which the parts, or the items, are read in a context of their own.
_PARTS = {"attendance": "attendance", "speakers": "speakers"}
_ITEMS = {"records": "record", "steps": "step", "speakers": "speaker"}


def twin(
    value: dict[str, Value], context: str = "record", own: tuple[OwnKind, ...] = ()
) -> dict[str, Value]:
    """A record, or a part of one (`context`), in English; of the kinds of the vocabulary
    and those that a pack brings, which have no English name."""
    words = vocabulary(own)
    kinds = value.get("类型", "")
    named = [words.kind(one) for one in str(kinds).split("、")]
    serves = words.families(tuple(one for one in named if one))
    table = words.table(context, serves)
    made: dict[str, Value] = {}
    for name, inner in value.items():
        key = table.get(name)
        made[key.slug if key else name] = _value(key, inner, own) if key else inner
    return made


def _value(key: Key, value: Value, own: tuple[OwnKind, ...]) -> Value:
    kind, _, what = key.type.partition(" ")
    if isinstance(value, str):
        return _text(kind, what, value)
    if isinstance(value, list):
        context = what if kind == "list" else _ITEMS.get(kind, "")
        return [
            twin(one, context, own) if isinstance(one, dict) and context else one
            for one in value
        ]
    context = what if kind == "map" else _PARTS.get(kind, "")
    if context:
        return twin(value, context, own)
    closed = vocabulary().value if what else None
    return {
        (closed and closed(what, name)) or name: _text(kind, "", one)
        if isinstance(one, str)
        else one
        for name, one in value.items()
    }


def _text(kind: str, what: str, text: str) -> Value:
    """A value of one line; several kinds or closed values are a list."""
    words = vocabulary()
    for slug in ("all", "none"):
        if kind in _ALL and words.is_word(slug, text):
            return slug
    parts = text.split("、")
    if kind == "kinds":
        found: list[Value] = [words.kind(one) or one for one in parts]
    elif kind in ("one", "some", "by", "owner"):
        found = [words.value(what or kind, one) or one for one in parts]
    elif kind == "refs":
        day, _, named = text.partition(" ")
        return f"{day} {words.kind(named) or named}".strip()
    else:
        return PLACEHOLDERS.get(text, text)
    return found[0] if len(found) == 1 else found
