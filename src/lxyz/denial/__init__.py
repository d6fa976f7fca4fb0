"""Texts that say that something was not done: what they name must not count as done.

Two questions, and no third: what is left of a text in which a word is looked for
(`clauses`), and whether a value that counts by being there says that there is nothing
(`values`). The words of both are data: `denials` and `nothing` in `vocabulary.yaml`.
"""

from lxyz.denial.clauses import affirmed, may_deny, takes_back, told_in
from lxyz.denial.values import notes_none_held, says_nothing, was_not_held

__all__ = [
    "affirmed",
    "may_deny",
    "notes_none_held",
    "says_nothing",
    "takes_back",
    "told_in",
    "was_not_held",
]
