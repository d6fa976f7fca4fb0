"""The titles that were studied, where a record names them elsewhere than under 学习材料:
议程: 领学《中国共产党章程》.

Only plain clauses count: they begin with a verb for reading or studying, and neither
arrange a study (布置学习…) nor tell how one went (学习《…》情况). The words are `studied` in
`vocabulary.yaml` and `patterns.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.base.late import late
from lxyz.denial.texts import affirmed
from lxyz.records import Record
from lxyz.vocabulary.phrases import Phrases, patterns

_TITLE = late("《((?:[^《》]|《[^《》]{0,99}》){1,99})》")
_CLAUSE = late("(?:《(?:[^《》]|《[^《》]{0,99}》){0,99}》|[^，,。；;！!\n])+")
_LONGEST = 2000
_WORDS = 40


class _Studied(Phrases):
    """The pattern of a clause that says that something was studied."""

    (clause,) = patterns(1)


_STUDIED = _Studied("studied")


def studied(record: Record) -> Iterator[str]:
    """The titles that, by its agenda, steps, theme, title or content, were studied.

    A title without 《》 counts on the agenda, among the steps, and in a theme or title of
    one clause (not 学习党章党规，做合格党员); elsewhere only behind 通读.
    """
    listed = (*record.more.get("agenda", ()), *(step.name for step in record.steps))
    for item in listed:
        yield from _titles(item, loose=True)
    for key in ("theme", "title", "content"):
        text = str(record.more.get(key, ""))[:_LONGEST]
        is_all = key != "content" and _CLAUSE.fullmatch(text) is not None
        yield from _titles(text, loose=is_all)


def _titles(text: str, *, loose: bool) -> Iterator[str]:
    may_be = loose or "《" in text or "通读" in text
    if not may_be or ("学" not in text and "读" not in text):
        return  # true of most texts
    for one in _CLAUSE.finditer(text):
        clause = one.group()
        found = _STUDIED.clause.match(clause)
        if found is None or affirmed(clause) is not None:
            continue
        what = found["what"]
        titles = _TITLE.findall(what) if "《" in what else []
        if _STUDIED.any_of("about").search(_TITLE.sub("", what) if titles else what):
            continue
        yield from titles
        bare = what.strip(" 　：:、")
        if (loose or found["whole"]) and not titles and 2 <= len(bare) <= _WORDS:
            yield bare
