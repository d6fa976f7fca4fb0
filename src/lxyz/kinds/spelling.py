"""How the words of packs and of records are compared.

A topic is written with and without its quotes, a heading with a dash or a comma: marks
between words tell no two of them apart. An alias of a pack may leave a gap, `*`, for
what every branch writes differently: the month of 安排*月*活动. It may be a title by
itself, `^处分条例`, which is not in 公务员处分条例; and it may name what must not stand
before it: 重要讲话^院长.
"""

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
    """The form of a text for comparison only: folded, without quotes and the marks
    between words; a text of marks alone keeps them."""
    form = folded(text)
    return form.translate(_MARKS) or form


class Gapped(NamedTuple):
    """A form that leaves gaps, by the parts between them.

    No regular expression: with two gaps one goes through a text again from every place
    where the first part stands, and a value may be long.
    """

    parts: tuple[str, ...]

    def is_all_of(self, text: str) -> bool:
        """Whether a text is this form, whatever stands in its gaps."""
        first, *between, last = self.parts
        end = len(text) - len(last)
        if not text.startswith(first) or not text.endswith(last):
            return False
        at = _after(between, text, len(first), end)
        return 0 <= at <= end

    def meets(self, other: Gapped) -> bool:
        """Whether some text is both forms: what stands between their gaps may stand one
        behind the other, so that only their first and their last parts can differ."""
        firsts = sorted((self.parts[0], other.parts[0]), key=len)
        lasts = sorted((self.parts[-1], other.parts[-1]), key=len)
        return firsts[1].startswith(firsts[0]) and lasts[1].endswith(lasts[0])

    def is_in(self, text: str) -> bool:
        """Whether a text holds this form."""
        return _after(self.parts, text, 0, len(text)) >= 0


def _after(parts: Iterable[str], text: str, at: int, end: int) -> int:
    """Where a text goes on after parts that stand in it in this order, each as early as
    may be; -1 where they do not."""
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
    """Whether a text is a form that says what may stand before it, or, of titles,
    holds it: a title at its beginning or behind a word that is no part of it, another
    form behind none of the words that it bars from its clause."""
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
    """The parts between the gaps of a form, the first that is a word, and its bars."""
    known, *bars = form.lstrip(BAR).split(BAR)
    parts = known.split(GAP)
    return parts, next(filter(None, parts), ""), bars


def _is_begun(line: str, first: str, bars: list[str], *, alone: bool) -> bool:
    """Whether a form may begin in a clause or a title where its first word stands:
    behind no bar; and of a title that stands alone, behind nothing that is part of it."""
    at = line.find(first)
    if at < 0 or any(_is_barred(line[:at], bar) for bar in bars):
        return False
    while at >= 0:
        if not alone or _is_no_part(line[max(0, at - _LONGEST_LEAD) : at], line[0]):
            return True
        at = line.find(first, at + 1)
    return False


def _is_barred(before: str, bar: str) -> bool:
    """Whether a bar stands before a form, and not only who reads it out: 书记领学."""
    _, found, behind = before.rpartition(bar)
    return bool(found) and not behind.startswith(phrases("titles").words("reads"))


def _is_no_part(before: str, opening: str) -> bool:
    """Whether what a clause, or what is in 《》, begins with is no part of a title, as the
    number of a list or a year is none."""
    begun = before.removeprefix(_OPEN).rpartition("、")[2].rstrip("0123456789")
    leads = phrases("titles")
    if not begun or begun in leads.words("alone"):
        return True
    joins = () if opening == _OPEN else ("joins",)
    return begun.endswith(leads.words("lead", *joins))


def bare(form: str) -> str:
    """A form alone, without what it says of what stands before it."""
    return form.lstrip(BAR).partition(BAR)[0] if BAR in form else form


@lru_cache(maxsize=1024)
def gapped(forms: frozenset[str]) -> tuple[Gapped, ...]:
    """Those of some forms that leave a gap, whatever stands before them."""
    return tuple(
        Gapped(tuple(form.split(GAP)))
        for form in sorted(forms)
        if GAP in form and BAR not in form
    )


@lru_cache(maxsize=1024)
def sought(
    forms: frozenset[str],
) -> tuple[tuple[str, ...], tuple[Gapped, ...], tuple[str, ...]]:
    """The forms that are looked for: the words that may stand anywhere in a text
    (`*word*`, as most do), the others with a gap, and those that say what may stand
    before them."""
    gaps = gapped(forms)
    words = tuple(
        one.parts[1] for one in gaps if one.parts == ("", *one.parts[1:2], "")
    )
    others = tuple(one for one in gaps if one.parts != ("", *one.parts[1:2], ""))
    return words, others, tuple([form for form in forms if BAR in form])


@lru_cache(maxsize=4096)
def may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one text can be written that is a form of each of two words."""
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
    """What some forms begin with, behind a gap as well."""
    return frozenset(bare(form).strip(GAP).partition(GAP)[0] for form in forms) - {""}


_ASIDE = late(r"\([^()]*\)")
_OF_RANK = late("级?(?:领导干部|领导职务|领导|干部|实职|职务)?$")


@lru_cache(maxsize=1024)
def rank_of(text: str) -> str:
    """The form of a rank for comparison only: 正处, 正处级 and 正处级领导干部 are one;
    what stands in brackets does not count. 正处级非领导职务 is another."""
    form = folded(text)
    return _OF_RANK.sub("", _ASIDE.sub("", form) if "(" in form else form)
