"""Values that count just because they are written, but say that there is nothing: 措施:
待研究, 主题: 未定, 外出流动: 未核查.

A measure, a theme or a section counts whatever its words are, so it must be asked
whether it denies itself. (Where a rule looks for words, `texts` decides.) A value that
only speaks of something undone (督促未完成任务的党员, 没有调查就没有发言权) does not deny itself.
"""

from __future__ import annotations

from functools import lru_cache

from lxyz.denial.nothing import NOTHING, first_part
from lxyz.denial.texts import affirmed, may_deny

_TICKS = frozenset("√✓✔☑✅■○●×✗✘❌★☆")
_SHORT = 12
"""The most characters of a placeholder, with the marks around it."""


@lru_cache(maxsize=4096)
def keeps_place(text: str) -> bool:
    """Whether a text is only a placeholder: ——, 待定, （略）, XX. 无 is none, as it is an
    answer; nor is a tick."""
    if len(text) > _SHORT:
        return not any(one.isalnum() or one in _TICKS for one in text)
    bare = _bare(text)
    if not bare or bare in NOTHING.words("blank"):
        return True
    return bool(NOTHING.hint.search(bare) and NOTHING.open.fullmatch(bare))


def says_none(text: str) -> bool:
    """Whether a text is only a word that says that there is none: 无, 没有。, N/A."""
    return len(text) <= _SHORT and _bare(text) in NOTHING.none


def finds_no_problem(text: str) -> bool:
    """Whether a text in place of a problem says that there is none: 无, 未发现问题."""
    return says_none(text) or _bare(text) in NOTHING.words("no_problem")


def says_not_written(text: str) -> bool:
    """Whether a text about a document says that it is still to be written: 正在起草, 拟写."""
    if len(text) > _SHORT or not any(one in text for one in NOTHING.words("drafts")):
        return False  # nearly all, for which the pattern need not be compiled
    return NOTHING.draft.fullmatch(_bare(text)) is not None


def _bare(text: str) -> str:
    """A text without the punctuation marks around it. A tick is not removed."""
    if text.isalnum():
        return text  # nearly all
    said = [n for n, one in enumerate(text) if one.isalnum() or one in _TICKS]
    return text[said[0] : said[-1] + 1] if said else ""


def says_nothing(text: str, *, empty: bool = True) -> bool:
    """Whether a value says that there is nothing: 未核查, 结合尚未研究, 待定, or a placeholder.

    `empty`: whether 无 alone counts too. It does for a measure (there is none); it does
    not where it is an answer (nobody is away).
    """
    if keeps_place(text):
        return True
    first = first_part(text)
    if first in NOTHING.words("blank"):
        return True
    if first in NOTHING.none:
        return empty
    if not NOTHING.hint.search(first) or NOTHING.asked.search(text):
        return False
    if NOTHING.begins.match(first):
        return True
    if found := NOTHING.ends.search(first):
        return not first[: found.start()].endswith(NOTHING.words("to"))
    return may_deny(text) and affirmed(text) == ""
