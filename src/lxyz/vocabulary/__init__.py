"""The words of records, in Chinese and in English: `vocabulary.yaml`, and what knows it.

`words` are kinds, keys and closed values, `phrases` what minutes and remarks say (their
patterns are those of `patterns.txt`);
`alike` compares words, `written` reads the file.
"""

from lxyz.vocabulary.alike import Likes, fold, folded, folded_name, legible, nearest
from lxyz.vocabulary.words import (
    Key,
    OwnKind,
    Said,
    Vocabulary,
    kind_entries,
    say,
    vocabulary,
)
from lxyz.vocabulary.written import texts_of, words_of, written

__all__ = [
    "Key",
    "Likes",
    "OwnKind",
    "Said",
    "Vocabulary",
    "fold",
    "folded",
    "folded_name",
    "kind_entries",
    "legible",
    "nearest",
    "say",
    "texts_of",
    "vocabulary",
    "words_of",
    "written",
]
