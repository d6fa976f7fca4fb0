"""Texts that say that something was not done.

未开展批评和自我批评 names what there was none of; that must not count as having been
done. Only what is plain is taken for a denial: in one clause, right before what is
denied (没有…, 本月未召开…, 因故取消…, 拟于下月…) or right behind it (…未开展,
…：因故取消). The words are those of `denials` in `vocabulary.yaml`. A text of which it
is not plain says what it holds; what stands in quotes is a name and denies nothing.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from lxyz.late import late, one_of
from lxyz.value import Value
from lxyz.vocabulary import fold, written

# Quotes of bounded length: one that is never closed must not be sought for long.
_CLAUSE = late(
    '(?:[^,。.;:、!?()【】\\[\\]…—“《「『〈‘"]+'
    "|“[^”]{0,99}”|《[^》]{0,99}》|「[^」]{0,99}」|『[^』]{0,99}』|〈[^〉]{0,99}〉"
    '|‘[^’]{0,99}’|"[^"]{0,99}"|[“《「『〈‘"])+'
)
_QUOTES = str.maketrans(dict.fromkeys("“”‘’\"'「」『』《》〈〉"))
_OPENING = ("“", "‘", '"', "「", "『", "《", "〈")
ASIDE = (":", "(", "—")
_PARTY_S = "党的"  # 党的历史 is a name, 学习党章的党员 is not
# What is done to it is what is looked for: 未查摆问题, 未通报对照检查情况
_OBJECT = late("(?:问题|情况)$")
_NONE: frozenset[str] = frozenset()
_LONGEST = 500
"""Texts of more letters are prose, and are not read for denials."""
_TAIL = 60
"""A denial behind what it denies stands in so many last letters of its clause."""


class _Patterns(Value):
    """The words of `denials` as patterns. The first of them are tried at the beginning of
    a clause, with what may lead to them."""

    no: re.Pattern[str]
    right: re.Pattern[str]
    off: re.Pattern[str]
    reason: re.Pattern[str]
    coming: re.Pattern[str]
    meant: re.Pattern[str]
    arranged: re.Pattern[str]
    bare: re.Pattern[str]
    behind: re.Pattern[str]
    not_so: re.Pattern[str]
    deferred: re.Pattern[str]
    defers: re.Pattern[str]
    dated: re.Pattern[str]
    aside: re.Pattern[str]
    condition: re.Pattern[str]
    undone: re.Pattern[str]
    ahead: re.Pattern[str]
    later: re.Pattern[str]
    to_come: re.Pattern[str]
    condition_word: re.Pattern[str]
    arranged_word: re.Pattern[str]
    now: re.Pattern[str]
    time: re.Pattern[str]
    verb: re.Pattern[str]
    led: re.Pattern[str]
    short: re.Pattern[str]
    of: re.Pattern[str]
    about: re.Pattern[str]
    instead: re.Pattern[str]


@lru_cache(maxsize=1)
def told_in() -> dict[str, frozenset[str]]:
    """The keys whose texts tell what was done: `texts`, those of them (`deeds`) of which
    what is still to come is none, and those (`acts`) of which what is only arranged is
    none."""
    words = written()["denials"]
    return {
        name: frozenset(words[name].split("、")) for name in ("texts", "deeds", "acts")
    }


_AHEAD = ("later", "someday", "next", "kept_for", "meant", "coming", "omitted", "after")


def _any_of(*names: str, more: tuple[str, ...] = ()) -> re.Pattern[str]:
    """One of the words under some names, each on its own: of a group of groups a search
    takes ten times as long, and nearly all texts have none."""
    words = [word for name in names for word in written()["denials"][name].split("、")]
    return late("|".join(sorted((*words, *more), key=len, reverse=True)))


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    one = {
        name: one_of(text.split("、")) for name, text in written()["denials"].items()
    }
    why = f"{one['why']}(?!{one['past']})[^的]{{1,12}}?"
    often = f"(?:{one['when']}|{one['who']}){{0,3}}"
    lead = f"(?:{often}(?:{why})?{often})"
    no, off = f"{one['not']}{one['also']}*", one["off"]
    till = f"(?:了|[到至].{{1,8}}|{one['light']})?"
    did = f"(?:{one['light']}|{one['did']})"
    verb = f"(?:{one['light']}|{one['verbs']})(?!{one['done']})"
    month = f"[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]?|{one['occasion']}|份)?"
    coming = f"{one['coming']}[于在]?{one['later']}|{one['someday']}|{one['next']}"
    awaited = (
        f"(?<!{one['before_await']})待(?!{one['behind_await']})[^的]{{1,14}}[后再]"
    )
    later = (
        f"{one['later']}|{one['someday']}|{one['kept_for']}|{one['meant']}"
        f"|{one['coming']}[于在]?[0-9]|{awaited}|{one['omitted']}|{one['after']}"
    )
    by = "(?:由[^的]{1,8}?)?"
    day = f"(?:{one['later']}|{one['someday']})(?:的?{one['occasion']})?上?"
    kept = f"{one['kept_for']}(?:{day}|{month}){by}{one['again']}*"
    ahead = f"(?:(?:{one['coming']}[于在]?)?{day}|{one['coming']}[于在]?{month})"
    ahead = f"{ahead}{by}{one['again']}*"
    # 由支委会下周研究确定, 留待下次会议, 改到12月25日进行
    put_off = f"{kept}{one['then']}{{0,2}}|{ahead}{one['then']}{{1,2}}"
    put_off = f"{put_off}|{one['after']}{by}{one['again']}*{one['settle']}"
    put_off = (
        f"(?:{by}(?:{put_off}|{one['coming']}[于在]?(?:{day}|{month})|{one['someday']})"
        f"|{awaited}[^的]{{0,14}}|{one['omitted']})$"
    )
    return _Patterns(
        no=late(
            f"(?P<lead>{lead})(?:{no}|(?P<now>{one['now']}{one['also']}*))(?={verb})"
        ),
        right=late(f"{lead}(?:(?P<short>{no})|{one['none']})"),
        off=late(f"(?P<lead>{lead}){off}了?"),
        reason=late(one["why"]),
        coming=late(f"{lead}(?:{coming}|(?P<month>{one['coming']}[于在]?{month}))再?"),
        meant=late(f"{lead}{one['meant']}(?:{one['when']})?(?={verb})"),
        arranged=late(f"{lead}{one['arranged']}+[了好]?(?!{one['both']})"),
        bare=late(f"{lead}(?:{no}{did}了?|(?:已经?)?{off}{till}|{one['none']})$"),
        behind=late(
            f"(?:{lead}{no}(?:{verb}|{one['did']})了?|(?:{why}|已经?){off}{till})$"
        ),
        not_so=late(
            f"(?:{no}(?:{verb}|{one['did']}|{one['short']})[了成]?"
            f"|(?:已经?)?{off}{till})$|{put_off}"
        ),
        deferred=late(
            f"{lead}(?:{put_off}|{by}{ahead}(?:{one['then']}|{one['noted']})?$)"
        ),
        defers=late(put_off),
        dated=late(f"(?P<moved>{one['kept_for']}[0-9])|{one['coming']}[于在]?[0-9]"),
        aside=late(f"{lead}{no}(?:{one['short']}|{verb})了?$"),
        condition=late(f"{lead}{one['condition']}"),
        undone=_any_of("not", "none", "off"),
        ahead=_any_of(*_AHEAD, "arranged", "condition", more=("待", "略")),
        later=late(later),
        to_come=late(f"{coming}|{one['coming']}[于在]?[0-9]|{one['meant']}"),
        condition_word=_any_of("condition"),
        arranged_word=late(one["arranged"]),
        now=_any_of("now"),
        time=_any_of("when", "why"),
        verb=late(verb),
        led=late(f"^{verb}"),
        short=late(one["short"]),
        of=late(one["of"]),
        about=late(one["about"]),
        instead=late(one["instead"]),
    )


@lru_cache(maxsize=1)
def _left_out() -> frozenset[str]:
    """What alone says that what stands before it was left out."""
    return frozenset(written()["denials"]["left_out"].split("、"))


@lru_cache(maxsize=1)
def _ends_put_off() -> tuple[str, ...]:
    """What a clause ends with that puts something off, if not with whom it waits for or
    who is to do it: what is to be done, or when."""
    words = written()["denials"]
    names = "then settle noted again later someday occasion omitted".split()
    ends = (word for name in names for word in words[name].split("、"))
    return (*ends, "上", "份")


@lru_cache(maxsize=1)
def _ends_undone() -> tuple[str, ...]:
    """What a clause ends with of which the denial stands at its end, if it does not tell
    to when it was put off."""
    words = written()["denials"]
    names = ("light", "did", "verbs", "short", "off")
    return tuple(word for name in names for word in words[name].split("、"))


@lru_cache(maxsize=1024)
def may_deny(text: str) -> bool:
    """Whether a text has any word of denial; nearly all have none."""
    if len(text) > _LONGEST:
        return False
    return _may_be_undone(text) or _may_put_off(text)


def _may_put_off(text: str) -> bool:
    """Whether a text has a word of what is to come, or was left out or only arranged."""
    return _patterns().ahead.search(text) is not None


def _may_be_undone(text: str) -> bool:
    """Whether a text has a word of denial, but for those that put off; 不 is one only
    behind a time or a reason."""
    patterns = _patterns()
    if patterns.undone.search(text):
        return True
    if not patterns.now.search(text):
        return False
    time = patterns.time.search(text)
    return time is not None and patterns.now.search(text, time.end()) is not None


def affirmed(
    text: str,
    named: frozenset[str] = _NONE,
    *,
    coming: bool = True,
    arranged: bool = False,
) -> str | None:
    """What a text says of things that were done, folded: without the clauses that deny
    them. None where it denies nothing.

    `named` are beginnings of the words that are looked for, plain: nothing but such a
    word makes 没有 and 无 a denial. `coming`: whether what is still to come counts as
    not done; `arranged`: whether what was only arranged (部署逆向测评) does.
    """
    if not may_deny(text):
        return None
    kept: list[tuple[str, str]] = []
    denies = False
    clauses = clauses_of(text)
    several = len(clauses)
    unsure = False
    for one in clauses:
        # 如时间允许，重温入党誓词: nobody says whether it was done
        follows = unsure and one.mark.endswith(",")
        unsure = coming and one.is_condition
        if unsure or follows:
            denies = True
            # 民主测评（如时间允许）
            if kept and unsure and one.mark.endswith(ASIDE):
                kept.pop()
            continue
        aside = one.is_aside or (coming and one.is_put_off(arranged))
        if one.is_bare or (aside and one.mark.endswith(ASIDE)):
            denies, mark = True, one.mark
            # 民主评议：因人数不足，未召开
            if kept and _patterns().reason.match(kept[-1][1]):
                mark = kept.pop()[0]
                several -= 1
            # 民主评议：因故取消, and 民主评议，因故取消 where that is the whole text.
            if kept and (mark.endswith(ASIDE) or several == 2):
                kept.pop()
            continue
        left = _left(one, named, coming=coming, arranged=arranged)
        denies = denies or left is not None
        kept.append((one.mark, one.text if left is None else left))
    return "".join(clause for _, clause in kept) if denies else None


def takes_back(text: str) -> bool:
    """Whether what is said of something begins with nothing but that it was not done, or
    is to be done another day, behind a reason in a clause of its own as well
    (因人数不足，未进行)."""
    text = text[:_LONGEST]
    if not may_deny(text):
        return False
    for one in clauses_of(text)[:2]:
        if one.is_bare or one.is_deferred or one.is_aside or one.is_condition:
            return True
        if not _patterns().reason.match(one.text):
            return False
    return False


class Clause:
    """A clause and the mark before it. What it denies is found out when it is asked for,
    and once: every rule asks for other words in it."""

    def __init__(self, text: str, mark: str) -> None:
        self.text = text
        self.mark = mark

    @cached_property
    def is_undone(self) -> bool:
        """Whether it may deny at all."""
        return _may_be_undone(self.text)

    @cached_property
    def is_bare(self) -> bool:
        """Whether it is nothing but a denial."""
        return self.is_undone and _is_bare(self.text)

    @cached_property
    def is_coming(self) -> bool:
        """Whether it may put off at all."""
        return _may_put_off(self.text) and bool(_patterns().later.search(self.text))

    @cached_property
    def may_defer(self) -> bool:
        """Whether it ends as what is put off does."""
        if not self.is_coming:
            return False
        text = self.text
        if text.endswith(_ends_put_off()) or text.rstrip("月日号")[-1:].isdecimal():
            return True
        return "由" in text[-9:] or "待" in text

    @cached_property
    def is_deferred(self) -> bool:
        """Whether it says of something nothing but that it is put off."""
        return self.may_defer and _is_deferred(self.text)

    @cached_property
    def is_dated(self) -> bool:
        """Whether it is put off to a day or a month, which may be that of the record."""
        return _patterns().dated.search(self.text) is not None

    @cached_property
    def is_moved(self) -> bool:
        """Whether it was moved to such a day (改到9月5日); 拟于9月 is still to come."""
        found = _patterns().dated.search(self.text)
        return found is not None and found["moved"] is not None

    @cached_property
    def is_aside(self) -> bool:
        """Whether it denies what stands before it, in brackets or behind a colon: 未学, 略."""
        if self.text in _left_out():
            return True
        return self.is_undone and _patterns().aside.match(self.text) is not None

    @cached_property
    def is_condition(self) -> bool:
        """Whether it tells on what it hung that something was done."""
        patterns = _patterns()
        if not patterns.condition_word.search(self.text):
            return False
        return patterns.condition.match(self.text) is not None

    def is_put_off(self, dated: bool) -> bool:
        """Whether it says nothing but when something is to be; `dated`: another day as
        well."""
        return self.is_deferred and (dated or not self.is_moved)

    @cached_property
    def done(self) -> str | None:
        """What it denies by a verb, whatever that is."""
        return _not_done(self.text) if self.is_undone else None

    @cached_property
    def maybe(self) -> tuple[str | None, str | None]:
        """What it denies by 没有 or 无 if that is looked for; and behind a short verb."""
        return _maybe(self.text) if self.is_undone else (None, None)

    @cached_property
    def off(self) -> str | None:
        """What it calls off."""
        return _called_off(self.text) if self.is_undone else None

    @cached_property
    def behind(self) -> bool:
        """Whether a denial ends it."""
        return self.is_undone and _ends(self.text, _patterns().behind)

    @cached_property
    def defers(self) -> bool:
        """Whether it ends with when it is to be."""
        return self.may_defer and _ends(self.text, _patterns().defers)

    @cached_property
    def may_end_undone(self) -> bool:
        """Whether it ends as what was not done, or called off, does."""
        if not self.is_undone:
            return False
        text = self.text.rstrip("了成")
        return text.endswith(_ends_undone()) or "到" in text[-9:] or "至" in text[-9:]

    @cached_property
    def stood(self) -> str | None:
        """What stands before the denial that ends it: 党课 in 党课未讲; None where it ends
        with none, or only speaks of one."""
        if not (self.may_defer or self.may_end_undone):
            return None
        found = _patterns().not_so.search(self.text, max(2, len(self.text) - _TAIL))
        if found is None:
            return None
        stood = self.text[: found.start()]
        led = _patterns().of.match(stood)
        return None if led and led.end() < len(stood) else stood

    @cached_property
    def not_done(self) -> tuple[str, ...]:
        """All that stands behind a denial that begins it, without the verb."""
        patterns = _patterns()
        told = (self.done, *self.maybe, self.off, self.later[0])
        return tuple(
            patterns.led.sub("", one, count=1)
            for one in told
            if one and not patterns.about.search(one.replace(_PARTY_S, ""))
        )

    @cached_property
    def later(self) -> tuple[str | None, bool]:
        """What it puts off, and whether by a verb: 拟于下月开展…, 拟于9月…."""
        is_to_come = self.is_coming and _patterns().to_come.search(self.text)
        return _put_off(self.text) if is_to_come else (None, False)

    @cached_property
    def arranged(self) -> str | None:
        """What it does no more than arrange."""
        is_arranged = _patterns().arranged_word.search(self.text)
        return _arranged(self.text) if is_arranged else None


@lru_cache(maxsize=256)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a text."""
    form = fold(text.replace("\n", "；"))
    found: list[Clause] = []
    end = 0
    for one in _CLAUSE.finditer(form):
        found.append(Clause(one.group(), form[end : one.start()]))
        end = one.end()
    return tuple(found)


def _left(
    clause: Clause, named: frozenset[str], *, coming: bool, arranged: bool
) -> str | None:
    """What a clause that denies says of something else (改为…); None where it denies
    nothing."""
    patterns = _patterns()
    denied = _denied(clause, named, coming=coming)
    if denied is None and arranged and not _begins(clause.text, named):
        denied = clause.arranged
    if denied is None:
        is_later = coming and clause.defers and (arranged or not clause.is_dated)
        return "" if clause.behind or is_later else None
    told = denied.replace(_PARTY_S, "")
    if _begins(denied, named):
        told = _OBJECT.sub("", told)
    if patterns.about.search(told):
        return None
    other = patterns.instead.search(denied)
    return denied[other.start() :] if other else ""


def _denied(clause: Clause, named: frozenset[str], *, coming: bool) -> str | None:
    """What stands in a clause behind a denial that begins it; None where none does."""
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
    later, is_done = clause.later
    return later if is_done or _begins(later, named) else None


def _is_bare(clause: str) -> bool:
    """Whether a clause is nothing but a denial."""
    return _patterns().bare.match(clause) is not None


def _is_deferred(clause: str) -> bool:
    """Whether a clause says of something nothing but that it is put off."""
    return _patterns().deferred.match(clause) is not None


def _not_done(clause: str) -> str | None:
    """What 未开展… and 本月没有学习… deny."""
    patterns = _patterns()
    found = patterns.no.match(clause)
    if found is None or (found["now"] and not patterns.time.search(found["lead"])):
        return None
    return clause[found.end() :]


def _maybe(clause: str) -> tuple[str | None, str | None]:
    """What 没有… and 无… may deny; and 没学…, behind its verb."""
    patterns = _patterns()
    found = patterns.right.match(clause)
    if found is None:
        return None, None
    rest = clause[found.end() :]
    short = patterns.short.match(rest) if found["short"] else None
    return rest, None if short is None else rest[short.end() :]


def _called_off(clause: str) -> str | None:
    """What 因故取消… and 取消开展… call off."""
    patterns = _patterns()
    if found := patterns.off.match(clause):
        rest = clause[found.end() :]
        if patterns.time.search(found["lead"]) or patterns.verb.match(rest):
            return rest
    return None


def _put_off(clause: str) -> tuple[str | None, bool]:
    """What 拟于下月开展… puts off, and what 原定学习… was to be; and whether it is plain
    that it does."""
    patterns = _patterns()
    if found := patterns.meant.match(clause):
        return clause[found.end() :], True
    if found := patterns.coming.match(clause):
        rest = clause[found.end() :]
        return rest, not found["month"] and patterns.verb.match(rest) is not None
    return None, False


def _arranged(clause: str) -> str | None:
    """What 部署逆向测评 only arranges; 部署并开展… does it as well."""
    found = _patterns().arranged.match(clause)
    return clause[found.end() :] if found else None


def _ends(clause: str, denial: re.Pattern[str]) -> bool:
    """Whether a clause ends as …未开展, …因故取消 and …下周研究确定 do."""
    found = denial.search(clause, max(2, len(clause) - _TAIL))
    return found is not None and not _patterns().of.match(clause[: found.start()])


def _begins(text: str | None, named: frozenset[str]) -> bool:
    if not named or text is None:
        return False
    return text.translate(_QUOTES).startswith(tuple(named))
