"""What a text says was done, without what it denies. Rules look for words in the rest.

未开展批评和自我批评 names something that was not done, so it must not count as done. Only a plain
denial is taken out; otherwise the text counts as it stands. Words in quotes are a name
and deny nothing.
"""

from __future__ import annotations

from functools import lru_cache

from lxyz.base.late import late
from lxyz.denial.clauses import ASIDE, Clause, clauses_of, has_denial
from lxyz.denial.denials import DENIALS, PARTY_S
from lxyz.vocabulary.phrases import phrases

_QUOTES = str.maketrans(dict.fromkeys("“”‘’\"'「」『』《》〈〉"))
_OPENING = ("“", "‘", '"', "「", "『", "《", "〈")
# The object of a verb that a rule looks for: 未查摆问题, 未通报对照检查情况
_OBJECT = late("(?:问题|情况)$")
_NONE: frozenset[str] = frozenset()
_LONGEST = 500
"""A text of more characters is prose: denials are not looked for in it."""


@lru_cache(maxsize=1)
def told_in() -> dict[str, frozenset[str]]:
    """The keys whose texts tell what was done (`texts`); those under which something
    still to come is not done (`deeds`); those under which something only arranged is
    not done (`acts`)."""
    words = phrases("denials").words
    return {name: frozenset(words(name)) for name in ("texts", "deeds", "acts")}


@lru_cache(maxsize=1024)
def may_deny(text: str) -> bool:
    """Whether a text that is short enough has any word of denial."""
    return len(text) <= _LONGEST and has_denial(text)


def affirmed(
    text: str,
    named: frozenset[str] = _NONE,
    *,
    coming: bool = True,
    arranged: bool = False,
) -> str | None:
    """A text without the clauses that deny something, in folded form; None if it denies
    nothing.

    `named` are the beginnings of the words that a rule looks for: 没有 and 无 deny only
    what begins with one of them. `coming`: whether what is still to come counts as not
    done; `arranged`: whether what was only arranged (部署逆向测评) does.
    """
    if not may_deny(text):
        return None
    clauses = clauses_of(text)
    kept: list[tuple[str, str]] = []  # what is said, with the mark before it
    denies = unsure = False
    for one in clauses:
        # 如时间允许，重温入党誓词: it is not known whether this was done
        follows = unsure and one.mark.endswith(",")
        unsure = coming and one.is_condition
        if unsure or follows:
            denies = True
            # 民主测评（如时间允许）
            if kept and unsure and one.is_aside:
                kept.pop()
        elif _ends_aside(one, clauses, coming=coming, arranged=arranged):
            # 民主测评：表决票未印好，另行组织
            denies = True
            kept.clear()
        elif (beside := _is_beside(one, kept)) or _only_denies(
            one, coming=coming, arranged=arranged
        ):
            denies = True
            _take_back(kept, one.mark, len(clauses), beside=beside)
        else:
            left = _left(one, named, coming=coming, arranged=arranged)
            denies = denies or left is not None
            kept.append((one.mark, one.text if left is None else left))
    return "".join(said for _, said in kept) if denies else None


def takes_back(text: str) -> bool:
    """Whether a remark on something begins by saying that it was not done, or is to be
    done another day; a clause with the reason may come first (因人数不足，未进行; 人太少，未测)."""
    text = text[:_LONGEST]
    if not may_deny(text):
        return False
    clauses = clauses_of(text)
    for one in clauses[:2]:
        if one.is_bare or one.is_deferred or one.denies_before or one.is_condition:
            return True
        if not DENIALS.any_of("why").match(one.text):
            break
    if len(clauses) != 2:
        return False
    # 人太少，未测; 表决票未印好，另行组织
    return clauses[1].is_not_done or clauses[1].ends_aside(
        clauses[0], coming=True, dated=False
    )


def _only_denies(clause: Clause, *, coming: bool, arranged: bool) -> bool:
    """Whether a clause only says that something was not done; as a remark, that the
    text before it was not."""
    if clause.is_bare:
        return True
    if not clause.is_aside:
        return False
    return clause.denies_before or (coming and clause.is_put_off(arranged))


def _ends_aside(
    clause: Clause, clauses: tuple[Clause, ...], *, coming: bool, arranged: bool
) -> bool:
    """Whether a clause is the last of three and denies the first; the second, in
    brackets or behind a colon, says why, or what was done instead."""
    if len(clauses) != 3 or clause is not clauses[2] or not clauses[1].is_aside:
        return False
    return clause.ends_aside(clauses[1], coming=coming, dated=arranged)


def _is_beside(clause: Clause, kept: list[tuple[str, str]]) -> bool:
    """Whether a clause denies the text before a colon, with a reason between:
    民主测评：人太少，未测."""
    if len(kept) < 2 or clause.is_aside or not clause.is_not_done:
        return False
    return kept[-1][0].endswith(ASIDE)


def _take_back(
    kept: list[tuple[str, str]], mark: str, several: int, *, beside: bool
) -> None:
    """Removes from `kept` what a denying clause takes back: the reason before it
    (always if `beside`), and the text before its mark. `several` is the number of
    clauses."""
    # 民主评议：因人数不足，未召开
    if kept and (beside or DENIALS.any_of("why").match(kept[-1][1])):
        mark = kept.pop()[0]
        several -= 1
    # 民主评议：因故取消, and 民主评议，因故取消 where that is the whole text.
    if kept and (mark.endswith(ASIDE) or several == 2):
        kept.pop()


def _left(
    clause: Clause, named: frozenset[str], *, coming: bool, arranged: bool
) -> str | None:
    """What is left of a clause that denies something: what was done instead (改为…), or
    ""; None if it denies nothing."""
    denied = _denied(clause, named, coming=coming)
    if denied is None and arranged and not _begins(clause.text, named):
        denied = clause.arranged
    if denied is None:
        is_later = coming and clause.defers and (arranged or not clause.is_dated)
        return "" if clause.behind or is_later else None
    told = denied.replace(PARTY_S, "")
    if _begins(denied, named):
        told = _OBJECT.sub("", told)
    if DENIALS.any_of("about").search(told):
        return None
    other = DENIALS.any_of("instead").search(denied)
    return denied[other.start() :] if other else ""


def _denied(clause: Clause, named: frozenset[str], *, coming: bool) -> str | None:
    """The text that a clause denies by its beginning; None if it denies none that
    way."""
    if clause.done is not None:
        return clause.done
    maybe, short = clause.maybe
    if _begins(maybe, named):
        return maybe
    if short is not None and (short.startswith(_OPENING) or _begins(short, named)):
        return short
    if clause.off is not None:
        return clause.off
    if not coming:
        return None
    later, is_plain = clause.later
    return later if is_plain or _begins(later, named) else None


def _begins(text: str | None, named: frozenset[str]) -> bool:
    if not named or text is None:
        return False
    return text.translate(_QUOTES).startswith(tuple(named))
