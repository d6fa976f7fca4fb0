"""The clauses of a text, and what each of them says was not done or is still to come.

A denial is plain if it stands right before what it denies (没有…, 本月未召开…, 因故取消…, 拟于下月…)
or right behind it (…未开展). Whether the denied words matter is decided in `texts` and
`undone`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cached_property, lru_cache

from lxyz.base.late import late
from lxyz.dates.days import cn_number
from lxyz.dates.spans import month_day
from lxyz.denial.denials import DENIALS, PARTY_S
from lxyz.vocabulary import fold

# Quotes of bounded length: one that is never closed must not be sought for long.
_CLAUSE = late(
    '(?:[^,。.;:、!?()【】\\[\\]…—“《「『〈‘"]+'
    "|“[^”]{0,99}”|《[^》]{0,99}》|「[^」]{0,99}」|『[^』]{0,99}』|〈[^〉]{0,99}〉"
    '|‘[^’]{0,99}’|"[^"]{0,99}"|[“《「『〈‘"])+'
)
ASIDE = (":", "(", "—")
"""Marks behind which a clause is a remark on the text before it: 党课（下次）."""
_DAY = timedelta(1)
_MONTHS = 12
_TAIL = 60
"""A denial at the end of a clause is looked for in its last 60 characters."""


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


def may_be_undone(text: str) -> bool:
    """Whether a text has a word by which something was not done (not one that only puts
    it off). 不 counts only behind a time or a reason."""
    if DENIALS.undone_word.search(text):
        return True
    if not DENIALS.now.search(text):
        return False
    time = DENIALS.time.search(text)
    return time is not None and DENIALS.now.search(text, time.end()) is not None


def may_put_off(text: str) -> bool:
    """Whether a text has a word by which something is still to come, was left out, or
    was only arranged."""
    return DENIALS.ahead_word.search(text) is not None


def has_denial(text: str) -> bool:
    """Whether a text has any word of `may_be_undone` or `may_put_off`. Nearly all texts
    have none."""
    return may_be_undone(text) or may_put_off(text)


def later_day(text: str, day: date) -> date | None:
    """The later day to which a remark (in brackets or behind a colon) moves the step
    before it: 逆向测评（放在一月）. None if there is no such remark.

    `day` is that of the sitting. A month without a day means its last day; a month
    without a year is the nearest such month.
    """
    if not ("月" in text or "日" in text or "号" in text or "天" in text):
        return None
    aside = False
    for one in clauses_of(text)[1:]:
        # 民主测评（票没带，改在13日进行）
        aside = one.is_aside or (aside and ")" not in one.mark)
        told = DENIALS.on_day.match(one.text) if aside else None
        if told is None:
            continue
        if told["next"]:
            return day + _DAY
        month = int(cn_number(told["month"])) if told["month"] else day.month
        number = int(told["day"] or told["date"] or 0)
        if not 1 <= month <= _MONTHS or (month == day.month and not number):
            continue
        if month > day.month + _MONTHS // 2 and not (told["put"] or told["then"]):
            continue  # of the year before
        year = int(told["year"] or day.year + (month < day.month - _MONTHS // 2))
        if year >= day.year and (meant := month_day(year, month, number or None)) > day:
            return meant
    return None


class Clause:
    """A clause in folded form (`text`), and the mark before it. What it denies is
    worked out at the first question and kept, as every rule asks for other words."""

    def __init__(self, text: str, mark: str) -> None:
        self.text = text
        self.mark = mark

    @property
    def is_aside(self) -> bool:
        """Whether it is a remark on the text before it: behind a colon, in brackets."""
        return self.mark.endswith(ASIDE)

    # --- what it says as a whole -----------------------------------------------

    @cached_property
    def is_undone(self) -> bool:
        """Whether it has a word by which something was not done."""
        return may_be_undone(self.text)

    @cached_property
    def is_bare(self) -> bool:
        """Whether it is a denial and nothing else: 因故未开展."""
        return self.is_undone and DENIALS.bare.match(self.text) is not None

    @cached_property
    def denies_before(self) -> bool:
        """Whether, as a remark in brackets or behind a colon, it denies the text before
        it: 未学, 略."""
        if self.text in DENIALS.words("left_out"):
            return True
        return self.is_undone and DENIALS.aside.match(self.text) is not None

    @property
    def is_not_done(self) -> bool:
        """Whether it says nothing but that it was not done: 未测, and not 略 or 无."""
        if not self.is_undone or self.text in DENIALS.words("none"):
            return False
        return self.is_bare or self.denies_before

    @cached_property
    def is_condition(self) -> bool:
        """Whether it is a condition for what was done: 如时间允许."""
        if not DENIALS.any_of("condition").search(self.text):
            return False
        return DENIALS.condition.match(self.text) is not None

    @cached_property
    def is_coming(self) -> bool:
        """Whether it has a word by which something is put off."""
        return may_put_off(self.text) and bool(DENIALS.later_word.search(self.text))

    @cached_property
    def is_deferred(self) -> bool:
        """Whether it only says that something is put off."""
        return self.may_defer and DENIALS.deferred.match(self.text) is not None

    @cached_property
    def is_dated(self) -> bool:
        """Whether it names the day or month to which something is put off. That may be
        the day of the record itself."""
        return DENIALS.dated.search(self.text) is not None

    @cached_property
    def is_moved(self) -> bool:
        """Whether it says that something was moved to a named day (改到9月5日). Something
        planned for then (拟于9月) was not moved."""
        found = DENIALS.dated.search(self.text)
        return found is not None and found["moved"] is not None

    def is_put_off(self, dated: bool) -> bool:
        """Whether it only says when something is to be done. `dated`: a move to a named
        day counts as well."""
        return self.is_deferred and (dated or not self.is_moved)

    def ends_aside(self, before: Clause, *, coming: bool, dated: bool) -> bool:
        """Whether it is the end of a remark that denies the text before the remark:
        表决票未印好，另行组织.

        `before` is the clause before it, which says what was missing or what was done
        instead. `coming`: it may also say that it is still to come; `dated`: or on
        which other day.
        """
        if not before.is_undone and not DENIALS.any_of("in_place").search(before.text):
            return False
        if self.is_bare or self.denies_before:
            return True
        return coming and self.is_put_off(dated)

    # --- what it denies at its beginning ---------------------------------------

    @cached_property
    def done(self) -> str | None:
        """The text behind a denial with a verb: 未开展…, 本月没有学习…; None if it does not
        begin so. Such a denial counts whatever follows."""
        found = DENIALS.no.match(self.text) if self.is_undone else None
        if found is None or (found["now"] and not DENIALS.time.search(found["lead"])):
            return None
        return self.text[found.end() :]

    @cached_property
    def maybe(self) -> tuple[str | None, str | None]:
        """The text behind a denial without a verb (没有…, 无…), and that behind a short
        one with its verb (没学…); each None if it does not begin so. These count as
        denials only if the text is what a rule looks for."""
        found = DENIALS.right.match(self.text) if self.is_undone else None
        if found is None:
            return None, None
        rest = self.text[found.end() :]
        short = DENIALS.any_of("short").match(rest) if found["short"] else None
        return rest, None if short is None else rest[short.end() :]

    @cached_property
    def off(self) -> str | None:
        """The text behind words that call something off: 因故取消…, 取消开展…; None if it does
        not begin so."""
        found = DENIALS.off.match(self.text) if self.is_undone else None
        if found is None:
            return None
        rest = self.text[found.end() :]
        is_plain = DENIALS.time.search(found["lead"]) or DENIALS.verb.match(rest)
        return rest if is_plain else None

    @cached_property
    def later(self) -> tuple[str | None, bool]:
        """The text behind words for a time to come (拟于下月开展…) or a plan (原定学习…), or
        None; and whether it is plainly put off. 拟于9月… is not plain: it may be the month
        of the record."""
        if not (self.is_coming and DENIALS.to_come_word.search(self.text)):
            return None, False
        if found := DENIALS.meant.match(self.text):
            return self.text[found.end() :], True
        if found := DENIALS.coming.match(self.text):
            rest = self.text[found.end() :]
            return rest, not found["month"] and DENIALS.verb.match(rest) is not None
        return None, False

    @cached_property
    def arranged(self) -> str | None:
        """The text behind words that only arrange something: 部署逆向测评; None if it does
        not begin so, or also does it: 部署并开展…."""
        if not DENIALS.any_of("arranged").search(self.text):
            return None
        found = DENIALS.arranged.match(self.text)
        return self.text[found.end() :] if found else None

    @cached_property
    def not_done(self) -> tuple[str, ...]:
        """All texts behind a denial at its beginning, of whatever sort, without their
        verb."""
        told = (self.done, *self.maybe, self.off, self.later[0])
        return tuple(
            _without_verb(one)
            for one in told
            if one and not DENIALS.any_of("about").search(one.replace(PARTY_S, ""))
        )

    @property
    def verb(self) -> str:
        """The verb behind a denial at its beginning if nothing follows the verb: 没有讨论;
        else ""."""
        return self.done if self.done and not _without_verb(self.done) else ""

    # --- what it denies at its end ---------------------------------------------

    @cached_property
    def behind(self) -> bool:
        """Whether it ends with a denial: …未开展, …因故取消."""
        return self.is_undone and self._ends_with(DENIALS.behind)

    @cached_property
    def may_defer(self) -> bool:
        """Whether its last characters may put something off: a quick test before the
        pattern."""
        if not self.is_coming:
            return False
        text = self.text
        if text.endswith(DENIALS.ends_put_off):
            return True
        is_dated = text.rstrip("月日号")[-1:].isdecimal()
        return is_dated or "由" in text[-9:] or "待" in text

    @cached_property
    def defers(self) -> bool:
        """Whether it ends with words for when it is to be done: …由支委会下周研究确定."""
        return self.may_defer and self._ends_with(DENIALS.defers)

    @cached_property
    def may_end_undone(self) -> bool:
        """Whether its last characters may deny something: a quick test before the
        pattern."""
        if not self.is_undone:
            return False
        text = self.text.rstrip("了成")
        return (
            text.endswith(DENIALS.ends_undone) or "到" in text[-9:] or "至" in text[-9:]
        )

    @cached_property
    def stood(self) -> str | None:
        """The text before the denial at its end: 党课 in 党课未讲; None if it ends with none,
        or only talks about one."""
        if not (self.may_defer or self.may_end_undone):
            return None
        before = self._before(DENIALS.not_so)
        if before is None:
            return None
        # 讨论未开展: a discussion was not held; 讨论党课未开展: they talked about it
        talk = DENIALS.any_of("of").match(before)
        return None if talk and talk.end() < len(before) else before

    def _ends_with(self, denial: re.Pattern[str]) -> bool:
        """Whether the clause ends with a denial that it does not only talk about."""
        before = self._before(denial)
        return before is not None and not DENIALS.any_of("of").match(before)

    def _before(self, denial: re.Pattern[str]) -> str | None:
        """The text before the denial at the end of the clause; None if there is
        none."""
        found = denial.search(self.text, max(2, len(self.text) - _TAIL))
        return None if found is None else self.text[: found.start()]


def _without_verb(text: str) -> str:
    verb = DENIALS.verb.match(text)
    return text[verb.end() :] if verb else text
