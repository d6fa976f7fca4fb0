"""The words of records, in Chinese and in English (`vocabulary.yaml`), and the modules
that use them.

- `words`: kinds, keys and closed values
- `phrases`: phrases of minutes and remarks, and the patterns of `patterns.txt` made of
  them
- `worded`: a record put into the words of a language
- `alike`: comparison of words
- `written`: reads the file
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
