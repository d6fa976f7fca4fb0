"""Compares the words of packs with those of records.

Marks between words tell no two words apart: a topic is written with and without quotes,
a heading with a dash or a comma. An alias of a pack may leave a gap, `*`, for what
every branch writes differently: the month of 安排*月*活动. `^` before a form says that it is
a title by itself: `^处分条例` is not in 公务员处分条例. `^` after a form names what must not stand
before it: 重要讲话^院长."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.vocabulary import folded
from lxyz.vocabulary.phrases import phrases

GAP = "*"
BAR = "^"
_MARKS = str.maketrans(dict.fromkeys("“”‘’\"'「」『』《》〈〉、,。.;:!·—–-…()【】[]"))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The form of a text for comparison only: folded, without quotes and marks between
    words.

    A text of marks alone keeps them."""
    form = folded(text)
    return form.translate(_MARKS) or form


class Gapped(NamedTuple):
    """A form with gaps (`*`), as the parts between the gaps.

    No regular expression: with two gaps it would go through a text again from every
    place where the first part stands, and a value may be long."""

    parts: tuple[str, ...]

    def is_all_of(self, text: str) -> bool:
        """Whether a text as a whole is this form, whatever stands in the gaps."""
        first, *between, last = self.parts
        end = len(text) - len(last)
        if not text.startswith(first) or not text.endswith(last):
            return False
        at = _after(between, text, len(first), end)
        return 0 <= at <= end

    def meets(self, other: Gapped) -> bool:
        """Whether one text can be both forms.

        The middle parts of both can always stand one behind the other in it; so only
        the first parts and the last parts can contradict each other."""
        firsts = sorted((self.parts[0], other.parts[0]), key=len)
        lasts = sorted((self.parts[-1], other.parts[-1]), key=len)
        return firsts[1].startswith(firsts[0]) and lasts[1].endswith(lasts[0])

    def is_in(self, text: str) -> bool:
        """Whether a text contains this form somewhere."""
        return _after(self.parts, text, 0, len(text)) >= 0


def _after(parts: Iterable[str], text: str, at: int, end: int) -> int:
    """The position behind the last of some parts, found in this order from `at` to
    `end`.

    Each is taken as early as possible; -1 where one is not found."""
    for part in parts:
        at = text.find(part, at, end)
        if at < 0:
            return -1
        at += len(part)
    return at


_END = "\n"
_OPEN = "《"
_ENDS = str.maketrans(
    {_OPEN: _END + _OPEN, "〈": _END + _OPEN, **dict.fromkeys("》〉,;。", _END)}
)
_LONGEST_LEAD = 9
_INNER = str.maketrans(dict.fromkeys("“”‘’\"'「」『』.:!·—–-…()【】[]"))


def stands_in(form: str, text: str, *, within: bool) -> bool:
    """Whether a text is, or (`within`) contains, a form with `^`.

    A title by itself must begin the text or stand behind a word that is no part of a
    title. Any other form must not stand in a clause behind a word that it bars."""
    parts, first, bars = _read(form)
    whole = plain(text)
    if not first or first not in whole:
        return False
    if within or not parts[1:]:
        if _after(parts, whole, 0, len(whole)) < 0:
            return False
    elif not Gapped(tuple(parts)).is_all_of(whole):
        return False
    alone = form.startswith(BAR)
    ends = _ENDS | {ord(":"): _END} if alone else _ENDS
    lines = folded(text).translate(ends).translate(_INNER).split(_END)
    return any(_is_begun(line, first, bars, alone=alone) for line in lines)


@lru_cache(maxsize=256)
def _read(form: str) -> tuple[list[str], str, list[str]]:
    """A form taken apart: the parts between its gaps, its first word, and the words it
    bars."""
    known, *bars = form.lstrip(BAR).split(BAR)
    parts = known.split(GAP)
    return parts, next(filter(None, parts), ""), bars


def _is_begun(line: str, first: str, bars: list[str], *, alone: bool) -> bool:
    """Whether a form begins somewhere in a clause or title at its first word, as it
    may.

    No barred word stands before it; before a title by itself stands no part of a
    title."""
    at = line.find(first)
    if at < 0 or any(_is_barred(line[:at], bar) for bar in bars):
        return False
    while at >= 0:
        if not alone or _is_no_part(line[max(0, at - _LONGEST_LEAD) : at], line[0]):
            return True
        at = line.find(first, at + 1)
    return False


def _is_barred(before: str, bar: str) -> bool:
    """Whether a barred word stands before a form, and not only as the reader: 书记领学."""
    _, found, behind = before.rpartition(bar)
    return bool(found) and not behind.startswith(phrases("titles").words("reads"))


def _is_no_part(before: str, opening: str) -> bool:
    """Whether the text before a title is no part of it: a number, a year, a lead word.

    `opening` is the first mark of the clause; 《 says that the text stands in a
    title."""
    begun = before.removeprefix(_OPEN).rpartition("、")[2].rstrip("0123456789")
    leads = phrases("titles")
    if not begun or begun in leads.words("alone"):
        return True
    joins = () if opening == _OPEN else ("joins",)
    return begun.endswith(leads.words("lead", *joins))


def bare(form: str) -> str:
    """A form without `^` and the words it bars."""
    return form.lstrip(BAR).partition(BAR)[0] if BAR in form else form


@lru_cache(maxsize=1024)
def gapped(forms: frozenset[str]) -> tuple[Gapped, ...]:
    """The forms that have a gap and no `^`, taken apart."""
    return tuple(
        Gapped(tuple(form.split(GAP)))
        for form in sorted(forms)
        if GAP in form and BAR not in form
    )


@lru_cache(maxsize=1024)
def sought(
    forms: frozenset[str],
) -> tuple[tuple[str, ...], tuple[Gapped, ...], tuple[str, ...]]:
    """The forms sorted by how they are searched for.

    First the words that may stand anywhere in a text (`*word*`, most of them), then the
    other forms with a gap, then the forms with `^`."""
    gaps = gapped(forms)
    words = tuple(
        one.parts[1] for one in gaps if one.parts == ("", *one.parts[1:2], "")
    )
    others = tuple(one for one in gaps if one.parts != ("", *one.parts[1:2], ""))
    return words, others, tuple([form for form in forms if BAR in form])


@lru_cache(maxsize=4096)
def may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one text can be a form of each of two words."""
    return not one.isdisjoint(other) or any(
        _meet(bare(a), bare(b)) for a in one for b in other if GAP in a or GAP in b
    )


def _meet(one: str, other: str) -> bool:
    if GAP not in one:
        one, other = other, one
    form = Gapped(tuple(one.split(GAP)))
    if GAP not in other:
        return form.is_all_of(other)
    return form.meets(Gapped(tuple(other.split(GAP))))


@lru_cache(maxsize=1024)
def beginnings(forms: frozenset[str]) -> frozenset[str]:
    """The texts with which some forms begin, a gap before them left out."""
    return frozenset(bare(form).strip(GAP).partition(GAP)[0] for form in forms) - {""}


_ASIDE = late(r"\([^()]*\)")
_OF_RANK = late("级?(?:领导干部|领导职务|领导|干部|实职|职务)?$")


@lru_cache(maxsize=1024)
def rank_of(text: str) -> str:
    """The form of a rank (职级) for comparison only.

    正处, 正处级 and 正处级领导干部 are one; what stands in brackets does not count. 正处级非领导职务 is
    another rank."""
    form = folded(text)
    return _OF_RANK.sub("", _ASIDE.sub("", form) if "(" in form else form)
