"""How a value says that there is nothing behind it, and a record that there was no
sitting, or that somebody did not do what is written of him: `nothing`, in the words of
`vocabulary.yaml` and the patterns of `patterns.txt`.

No word is looked for here, so what was not done must be something that a branch does.
"""

from __future__ import annotations

from functools import cached_property

from lxyz.base.late import late
from lxyz.vocabulary.phrases import Phrases, one_of, patterns

TAIL = " 　）)。，,；;！!、"
"""What may stand at the end of a text and says nothing."""
# Blanks are stripped behind them: a pattern would try each of many blanks to the end.
_MARK = late("[：:（(，,。；;！!\n]")
# A day, or a month, as minutes tell of one; 改为1.5小时 tells of none.
DAY = (
    r"(?:(?:\d{4}[年./-])?\d{1,2}(?:月|[./-](?=\d{1,2}(?:[日号]|$)))\d{1,2}[日号]?"
    r"|\d{1,2}[日号月])"
)


def first_part(text: str) -> str:
    """What a text says up to its first mark: nearly always all of what is denied."""
    return _MARK.split(text.strip(TAIL))[0].rstrip()


def parts(text: str) -> list[str]:
    """What a text says from mark to mark."""
    return [one.strip() for one in _MARK.split(text.strip(TAIL))]


class _Nothing(Phrases):
    """The patterns, with their parts that are more than words, and words that are
    compared as they are."""

    hint, asked = patterns(2)
    # a value that says that there is nothing
    begins, ends, open = patterns(3)
    # a text on a sitting that there was none
    sitting, alone, subject, but, reason = patterns(5)
    # how a sitting was made up for
    made_up, held_on, ahead, was_to_be, was_today = patterns(5)
    # a remark on what one or several persons did
    owed, owed_by, unclear, lacking, draft = patterns(5)
    only_alone_study, maybe_alone_study = patterns(2)
    _day = DAY

    @cached_property
    def none(self) -> frozenset[str]:
        """无, 没有, and nothing else."""
        return frozenset(self.words("alone"))

    @cached_property
    def unclear_words(self) -> tuple[str, ...]:
        """没, 只, 另约: without any of them the patterns need not be made."""
        names = ("unmet", "sent_back", "unclear", "unclear_later")
        return ("未", "没", "只", "仅", *self.words(*names))

    @property
    def _verb(self) -> str:
        """What a branch does; of the verbs of `unless`, only where nothing of what is told
        there follows."""
        unless = self.lists["unless"].items()
        only = (f"{verb}(?!{one_of(after.split('、'))})" for verb, after in unless)
        return f"(?:{self['do']}|{'|'.join(only)})"

    @property
    def _not_kept(self) -> str:
        """Not 研究取消."""
        return "".join(f"(?<!{word})" for word in self.words("kept"))


NOTHING = _Nothing("nothing")
