"""JSON that any encoding can hold, and without control characters for a terminal."""

from __future__ import annotations

import json
import re
from datetime import date
from json.encoder import encode_basestring, encode_basestring_ascii
from pathlib import Path
from typing import Any

from lxyz.base.characters import CONTROLS, FORMATS, JOINERS, LINE_ENDS
from lxyz.base.late import late

# Lone surrogates, which UTF-8 cannot encode, show as `\\u{…}`; control characters for a
# terminal are escaped as JSON allows (`json` itself escapes those below U+0020).
_SURROGATE = late("[\ud800-\udfff]")
_OBEYED = late(f"[{CONTROLS}{FORMATS}{JOINERS}{LINE_ENDS}]")
_OTHERS = late("[^\x00-\x7f]+")

# Made once: `json.dumps` with arguments makes an encoder for every value.
encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
"""A value as JSON in one line."""


def as_ascii(text: str, escapes: str) -> str:
    """A text of JSON (`json`), or of XML or HTML (`xml`), in ASCII alone, with the same
    meaning: it can be read as UTF-8, as GBK and in most other encodings."""
    if escapes == "xml":
        return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return _OTHERS.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return encode_basestring_ascii(found[0])[1:-1]


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of what a command writes as JSON: `report`, `diff` or `next`."""
    file = Path(__file__).parents[1] / "schemas" / f"{name}.schema.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def iso(day: date | None) -> str | None:
    """A day as `2016-06-24`; None stays None."""
    return None if day is None else day.isoformat()


def fields(values: dict[str, Any]) -> list[str]:
    """The lines `"name": value` of a JSON object, one for each value."""
    return [
        safe_json(f"{encoded(name)}: {encoded(value)}")
        for name, value in values.items()
    ]


def array(items: list[str]) -> str:
    """JSON values as an array, each on a line of its own."""
    lines = ",\n".join(items)
    return f"[\n{lines}\n]" if items else "[]"


def quoted(text: str) -> str:
    """A text as a JSON string (see `safe_json`)."""
    return safe_json(encode_basestring(text))


def safe_json(text: str) -> str:
    """A line of JSON with lone surrogates and control characters escaped.

    A printable line has none of them: that test comes first because it is quicker."""
    if text.isprintable():
        return text
    text = _SURROGATE.sub(lambda found: f"\\\\u{{{ord(found[0]):X}}}", text)
    return _OBEYED.sub(_escaped, text)
