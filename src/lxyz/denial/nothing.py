"""The patterns by which a value says that there is nothing, a record that there was no
sitting, or a remark that somebody did not do something: the part `nothing` of
`vocabulary.yaml` and `patterns.txt`.

No rule gives a word to look for here. So only a verb for something that a branch does
makes a denial.
"""

from __future__ import annotations

from functools import cached_property

from lxyz.base.late import late
from lxyz.vocabulary.phrases import Phrases, one_of, patterns

TAIL = " 　）)。，,；;！!、"
"""Characters that are stripped from the ends of a text."""
# Blanks behind a mark are stripped later: a pattern for them would be slow on many
# blanks.
_MARK = late("[：:（(，,。；;！!\n]")
# A day or a month as minutes write it. 改为1.5小时 holds none.
DAY = (
    r"(?:(?:\d{4}[年./-])?\d{1,2}(?:月|[./-](?=\d{1,2}(?:[日号]|$)))\d{1,2}[日号]?"
    r"|\d{1,2}[日号月])"
)


def first_part(text: str) -> str:
    """The text up to its first punctuation mark. Nearly always a denial is complete
    there."""
    return _MARK.split(text.strip(TAIL))[0].rstrip()


def parts(text: str) -> list[str]:
    """The parts of a text between punctuation marks."""
    return [one.strip() for one in _MARK.split(text.strip(TAIL))]


class _Nothing(Phrases):
    """The patterns, the parts of them that are more than words (`_…`), and words that
    are compared as they are."""

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
        """The words that alone say that there is nothing: 无, 没有."""
        return frozenset(self.words("alone"))

    @cached_property
    def unclear_words(self) -> tuple[str, ...]:
        """Words for a quick test (没, 只, 另约): a text without any of them leaves nothing
        unclear, and needs no pattern."""
        names = ("unmet", "sent_back", "unclear", "unclear_later")
        return ("未", "没", "只", "仅", *self.words(*names))

    @property
    def _verb(self) -> str:
        """The verbs for what a branch does; those under `unless` only if none of the
        words listed there follows."""
        unless = self.lists["unless"].items()
        only = (f"{verb}(?!{one_of(after.split('、'))})" for verb, after in unless)
        return f"(?:{self['do']}|{'|'.join(only)})"

    @property
    def _not_kept(self) -> str:
        """A lookbehind against verbs that only talk of a denial: not 研究取消."""
        return "".join(f"(?<!{word})" for word in self.words("kept"))


NOTHING = _Nothing("nothing")
