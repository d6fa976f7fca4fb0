"""Values that stand for something just by being there, and say that there is nothing:
措施: 待研究, 主题: 未定, 外出流动: 未核查.

Of the words that rules look for `texts` decides. Here no word is looked for: a measure,
a theme or a section is one whatever it says. What merely speaks of something undone
(督促未完成任务的党员, 没有调查就没有发言权) does not say it of itself.
"""

from __future__ import annotations

from lxyz.denial.nothing import NOTHING, first_part
from lxyz.denial.texts import affirmed, may_deny

_TICKS = frozenset("√✓✔☑○●×✗✘★☆")


def says_nothing(text: str, *, empty: bool = True) -> bool:
    """Whether a value says that there is nothing behind it: 未核查, 结合尚未研究, 待定.

    `empty`: 无 alone says so too (no measure), as it does not where it is an answer
    (nobody is away); and so do mere marks (~, /, ——, 《》) that are no ticks. 未填 and 待填
    are no answers.
    """
    if not any(one.isalnum() or one in _TICKS for one in text):
        return empty
    first = first_part(text)
    if first in NOTHING.blank:
        return True
    if first in NOTHING.none:
        return empty
    if not NOTHING.hint.search(first) or NOTHING.asked.search(text):
        return False
    if NOTHING.begins.match(first):
        return True
    if found := NOTHING.ends.search(first):
        return not first[: found.start()].endswith(NOTHING.to)
    return may_deny(text) and affirmed(text) == ""
