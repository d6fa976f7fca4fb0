"""A text for programs where the stream cannot carry every character: as ASCII, which is
the same in UTF-8, in GBK and wherever else it may be read."""

from __future__ import annotations

from json.encoder import encode_basestring_ascii

from lxyz.base.late import late

_OTHERS = late("[^\x00-\x7f]+")


def as_ascii(text: str, escapes: str) -> str:
    """JSON (`json`), or XML or HTML (`xml`), of the same meaning in ASCII alone."""
    if escapes == "xml":
        return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return _OTHERS.sub(lambda found: encode_basestring_ascii(found[0])[1:-1], text)
