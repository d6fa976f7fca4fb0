"""Texts that say that something was not done.

未开展批评和自我批评 names what there was none of; that must not count as having been
done. Only what is plain is taken for a denial: in one clause, right before what is
denied (没有…, 本月未召开…, 因故取消…, 拟于下月…) or right behind it (…未开展,
…：因故取消). The words are those of `denials` in `vocabulary.yaml`. A text of which it
is not plain says what it holds; what stands in quotes is a name and denies nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxyz.late import late
from lxyz.vocabulary import folded, written

# Quotes of bounded length: one that is never closed must not be sought for long.
_CLAUSE = late(
    "(?:“[^”]{0,99}”|《[^》]{0,99}》|「[^」]{0,99}」|『[^』]{0,99}』|〈[^〉]{0,99}〉"
    '|‘[^’]{0,99}’|"[^"]{0,99}"|[^,。.;:、!?()【】\\[\\]…—])+'
)
_QUOTES = str.maketrans(dict.fromkeys("“”‘’\"'「」『』《》〈〉"))
_OPENING = ("“", "‘", '"', "「", "『", "《", "〈")
_ASIDE = (":", "(", "—")
_PARTY_S = "党的"  # 党的历史 is a name, 学习党章的党员 is not
_NONE: frozenset[str] = frozenset()


class _Patterns(NamedTuple):
    """The words of `denials`, compiled. The first of them are tried at the beginning of
    a clause, with what may lead to them."""

    no: re.Pattern[str]
    right: re.Pattern[str]
    off: re.Pattern[str]
    coming: re.Pattern[str]
    bare: re.Pattern[str]
    behind: re.Pattern[str]
    any: re.Pattern[str]
    time: re.Pattern[str]
    verb: re.Pattern[str]
    short: re.Pattern[str]
    of: re.Pattern[str]
    about: re.Pattern[str]
    instead: re.Pattern[str]


@lru_cache(maxsize=1)
def told_in() -> dict[str, frozenset[str]]:
    """The keys whose texts tell what was done: `texts`, and those of them (`deeds`) of
    which what is still to come is none."""
    words = written()["denials"]
    return {name: frozenset(words[name].split("、")) for name in ("texts", "deeds")}


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    one = {
        name: f"(?:{'|'.join(sorted(text.split('、'), key=len, reverse=True))})"
        for name, text in written()["denials"].items()
    }
    why = f"{one['why']}(?!{one['past']})[^的]{{1,12}}?"
    often = f"(?:{one['when']}|{one['who']}){{0,3}}"
    lead = f"(?:{often}(?:{why})?{often})"
    no, off = f"{one['not']}{one['also']}*", one["off"]
    till = "(?:了|[到至].{1,8})?"
    verb = f"(?:{one['light']}|{one['verbs']})(?!{one['done']})"
    every = (one[name] for name in "not now none off later someday".split())
    return _Patterns(
        re.compile(
            f"(?P<lead>{lead})(?:{no}|(?P<now>{one['now']}{one['also']}*))(?={verb})"
        ),
        re.compile(f"{lead}(?:(?P<short>{no})|{one['none']})"),
        re.compile(f"(?P<lead>{lead}){off}了?"),
        re.compile(
            f"{lead}(?:{one['coming']}[于在]?{one['later']}|{one['someday']})再?"
        ),
        re.compile(f"{lead}(?:{no}{one['light']}了?|(?:已经?)?{off}{till})$"),
        re.compile(f"(.{{2,}}?)(?:{lead}{no}{verb}了?|(?:{why}|已经?){off}{till})$"),
        re.compile("|".join(every)),
        re.compile(f"{one['when']}|{one['why']}"),
        re.compile(verb),
        re.compile(one["short"]),
        re.compile(one["of"]),
        re.compile(one["about"]),
        re.compile(one["instead"]),
    )


def may_deny(text: str) -> bool:
    """Whether a text has any word of denial; nearly all have none."""
    return _patterns().any.search(text) is not None


def affirmed(
    text: str, named: frozenset[str] = _NONE, *, coming: bool = True
) -> str | None:
    """What a text says of things that were done, folded: without the clauses that deny
    them. None where it denies nothing.

    `named` are beginnings of the words that are looked for, plain: nothing but such a
    word makes 没有 and 无 a denial. `coming`: whether what is still to come counts as
    not done.
    """
    if not may_deny(text):
        return None
    form = folded(text.replace("\n", "；"))
    kept: list[str] = []
    denies, end = False, 0
    clauses = list(_CLAUSE.finditer(form))
    for one in clauses:
        clause, mark = one.group(), form[end : one.start()]
        end = one.end()
        if _patterns().bare.match(clause):
            denies = True
            # 民主评议：因故取消, and 民主评议，因故取消 where that is the whole text.
            if kept and (mark.endswith(_ASIDE) or len(clauses) == 2):
                kept.pop()
            continue
        left = _left(clause, named, coming=coming)
        denies = denies or left is not None
        kept.append(clause if left is None else left)
    return "".join(kept) if denies else None


def takes_back(text: str) -> bool:
    """Whether what is said of something begins with nothing but that it was not done."""
    first = _CLAUSE.search(folded(text))
    return first is not None and _patterns().bare.match(first.group()) is not None


def _left(clause: str, named: frozenset[str], *, coming: bool) -> str | None:
    """What a clause that denies says of something else (改为…); None where it denies
    nothing."""
    patterns = _patterns()
    denied = _denied(clause, named, coming=coming)
    if denied is None:
        behind = patterns.behind.match(clause)
        if behind is None or patterns.of.match(behind.group(1)):
            return None
        return ""
    if patterns.about.search(denied.replace(_PARTY_S, "")):
        return None
    other = patterns.instead.search(denied)
    return denied[other.start() :] if other else ""


def _denied(clause: str, named: frozenset[str], *, coming: bool) -> str | None:
    """What stands in a clause behind a denial that begins it; None where none does."""
    patterns = _patterns()
    if found := patterns.no.match(clause):
        if not found["now"] or patterns.time.search(found["lead"]):
            return clause[found.end() :]
    if found := patterns.right.match(clause):
        rest = clause[found.end() :]
        if _begins(rest, named):
            return rest
        if found["short"] and (short := patterns.short.match(rest)):
            rest = rest[short.end() :]
            if rest.startswith(_OPENING) or _begins(rest, named):
                return rest
    if found := patterns.off.match(clause):
        rest = clause[found.end() :]
        if patterns.time.search(found["lead"]) or patterns.verb.match(rest):
            return rest
    if coming and (found := patterns.coming.match(clause)):
        rest = clause[found.end() :]
        if patterns.verb.match(rest):
            return rest
    return None


def _begins(text: str, named: frozenset[str]) -> bool:
    return bool(named) and text.translate(_QUOTES).startswith(tuple(named))
