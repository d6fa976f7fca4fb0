"""Texts that say that something was not done: what they name must not count as done.

Three questions, and no fourth: what is left of a text in which a word is looked for
(`texts`), whether a value that counts by being there says that there is nothing
(`values`), and what a text on a sitting names as not done of it (`undone`, and of the
whole of it `sittings` and `unheld`). The first and the last go by what each clause denies
(`clauses`). Words and patterns are data: `denials`, `nothing` and `undone` in
`vocabulary.yaml` and `patterns.txt`.
"""

from lxyz.denial.clauses import later_day
from lxyz.denial.sittings import (
    is_made_up,
    leaves_unclear,
    leaves_unclear_by_whom,
    left_to_each,
    may_be_left_to_each,
    may_be_only,
    may_be_unheld,
    may_not_be_held,
    notes_none_done,
    notes_none_held,
    notes_not_by,
    was_not_held,
)
from lxyz.denial.texts import affirmed, may_deny, takes_back, told_in
from lxyz.denial.undone import (
    Named,
    called,
    speeches,
    talks_of,
    tells_of_other_time,
    tells_of_speech,
    undone_in,
)
from lxyz.denial.values import (
    finds_no_problem,
    keeps_place,
    says_none,
    says_not_written,
    says_nothing,
)

__all__ = [
    "Named",
    "affirmed",
    "called",
    "finds_no_problem",
    "is_made_up",
    "keeps_place",
    "later_day",
    "leaves_unclear",
    "leaves_unclear_by_whom",
    "left_to_each",
    "may_be_left_to_each",
    "may_be_only",
    "may_be_unheld",
    "may_deny",
    "may_not_be_held",
    "notes_none_done",
    "notes_none_held",
    "notes_not_by",
    "says_none",
    "says_not_written",
    "says_nothing",
    "speeches",
    "takes_back",
    "talks_of",
    "tells_of_other_time",
    "tells_of_speech",
    "told_in",
    "undone_in",
    "was_not_held",
]
