"""How the words of packs and of records are compared.

A topic is written with and without its quotes, a heading with a dash or a comma: marks
between words tell no two of them apart. An alias of a pack may leave a gap, `*`, for
what every branch writes differently: the month of 安排*月*活动.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxyz.vocabulary import folded

GAP = "*"
_MARKS = str.maketrans(dict.fromkeys("“”‘’\"'「」『』《》〈〉、,。.;:!·—–-…()【】[]"))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The form of a text for comparison only: folded, without quotes and the marks
    between words; a text of marks alone keeps them."""
    form = folded(text)
    return form.translate(_MARKS) or form


@lru_cache(maxsize=1024)
def gapped(forms: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Those of some forms that leave a gap, as what finds them in a plain text."""
    return tuple(
        re.compile(".*".join(re.escape(part) for part in form.split(GAP)), re.DOTALL)
        for form in sorted(forms)
        if GAP in form
    )
