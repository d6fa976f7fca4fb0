"""The words of `denials` in `vocabulary.yaml` as patterns: how a clause says that something
was not done, or is still to come.

Patterns are tried at the beginning of a clause, with what may lead to them (本月因故…), or
at its end; those that say `word` are searched for first, and spare the others.
"""

from __future__ import annotations

import re
from functools import cached_property

from lxyz.vocabulary.phrases import Phrases, one_of, phrases

PARTY_S = "党的"
"""党的历史 is a name, 学习党章的党员 is not."""


class _Denials:
    """The patterns, each made when it is first asked for."""

    # --- words that spare the patterns -----------------------------------------

    @cached_property
    def undone_word(self) -> re.Pattern[str]:
        """A word of denial, but for those that put off and for 不 (`now`)."""
        return re.compile(one_of(self._one.words("not", "none", "off")))

    @cached_property
    def ahead_word(self) -> re.Pattern[str]:
        """A word of what is to come, or was left out or only arranged."""
        names = ("later", "someday", "next", "kept_for", "meant", "coming", "omitted")
        words = self._one.words(*names, "after", "arranged", "condition")
        return re.compile(one_of((*words, "待", "略")))

    @cached_property
    def later_word(self) -> re.Pattern[str]:
        """What tells of what is still to come, or that it was left out."""
        one = self._one
        return re.compile(
            f"{one['later']}|{one['someday']}|{one['kept_for']}|{one['meant']}"
            f"|{one['coming']}[于在]?[0-9]|{self._awaited}|{one['omitted']}|{one['after']}"
        )

    @cached_property
    def to_come_word(self) -> re.Pattern[str]:
        """What tells of what is still to come, right before what that is."""
        one = self._one
        return re.compile(f"{self._coming}|{one['coming']}[于在]?[0-9]|{one['meant']}")

    @cached_property
    def condition_word(self) -> re.Pattern[str]:
        """如时间…, 视情况…."""
        return re.compile(self._one["condition"])

    @cached_property
    def arranged_word(self) -> re.Pattern[str]:
        """部署, 安排."""
        return re.compile(self._one["arranged"])

    @cached_property
    def now(self) -> re.Pattern[str]:
        """不, which denies only behind a `time`."""
        return re.compile(self._one["now"])

    @cached_property
    def time(self) -> re.Pattern[str]:
        """A time or a reason: 本次, 因."""
        return re.compile(one_of(self._one.words("when", "why")))

    # --- what was not done -----------------------------------------------------

    @cached_property
    def no(self) -> re.Pattern[str]:
        """未, right before the verb: 未开展…; `lead` is what led to it, `now` a mere 不."""
        no, now = self._no, f"{self._one['now']}{self._one['also']}*"
        return re.compile(
            f"(?P<lead>{self._lead})(?:{no}|(?P<now>{now}))(?={self._verb})"
        )

    @cached_property
    def right(self) -> re.Pattern[str]:
        """没有 or 无, right before the words themselves; `short` may have a verb behind it."""
        return re.compile(f"{self._lead}(?:(?P<short>{self._no})|{self._one['none']})")

    @cached_property
    def off(self) -> re.Pattern[str]:
        """因故取消; `lead` is what led to it."""
        return re.compile(f"(?P<lead>{self._lead}){self._one['off']}了?")

    @cached_property
    def bare(self) -> re.Pattern[str]:
        """A clause that is nothing but a denial: 本月未开展, 已取消, 无."""
        no = f"{self._no}{self._did}了?"
        off = f"(?:已经?)?{self._one['off']}{self._till}"
        return re.compile(f"{self._lead}(?:{no}|{off}|{self._one['none']})$")

    @cached_property
    def aside(self) -> re.Pattern[str]:
        """未学, in brackets behind what was not done, or behind a colon."""
        verb = f"(?:{self._one['short']}|{self._verb})"
        return re.compile(f"{self._lead}{self._no}{verb}了?$")

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """…未开展, …因故取消 at the end of a clause."""
        no = f"{self._lead}{self._no}(?:{self._verb}|{self._one['did']})了?"
        off = f"(?:{self._why}|已经?){self._one['off']}{self._till}"
        return re.compile(f"(?:{no}|{off})$")

    @cached_property
    def not_so(self) -> re.Pattern[str]:
        """…未讲, …已取消, …改到12月25日 at the end of a clause: whatever denies there."""
        verb = f"(?:{self._verb}|{self._one['did']}|{self._one['short']})"
        off = f"(?:已经?)?{self._one['off']}{self._till}"
        return re.compile(f"(?:{self._no}{verb}[了成]?|{off})$|{self._put_off}")

    # --- what is still to come, or only arranged -------------------------------

    @cached_property
    def coming(self) -> re.Pattern[str]:
        """拟于下月, before what is to be; `month` where it names one."""
        month = f"(?P<month>{self._one['coming']}[于在]?{self._month})"
        return re.compile(f"{self._lead}(?:{self._coming}|{month})再?")

    @cached_property
    def meant(self) -> re.Pattern[str]:
        """原定, right before the verb."""
        one = self._one
        return re.compile(
            f"{self._lead}{one['meant']}(?:{one['when']})?(?={self._verb})"
        )

    @cached_property
    def deferred(self) -> re.Pattern[str]:
        """A clause that is nothing but when something is to be: 下月安排, 留待下次会议."""
        ends = f"(?:{self._one['then']}|{self._one['noted']})?$"
        return re.compile(f"{self._lead}(?:{self._put_off}|{_BY}{self._ahead}{ends})")

    @cached_property
    def defers(self) -> re.Pattern[str]:
        """…由支委会下周研究确定, …改到12月25日进行 at the end of a clause."""
        return re.compile(self._put_off)

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """A day or a month to which it is put off; `moved` where it was to be earlier."""
        moved = f"(?P<moved>{self._one['kept_for']}[0-9])"
        return re.compile(f"{moved}|{self._one['coming']}[于在]?[0-9]")

    @cached_property
    def on_day(self) -> re.Pattern[str]:
        """放在一月, 1月10日进行, 改在10日群里投票, 次日: a clause of nothing but the day or month
        on which it is; `date` is a day of the same month, `next` the next one. A month
        without a word for that (安排活动（1月）) may be what is talked about."""
        one = self._one
        put = f"(?P<put>{one['kept_for']}|{one['coming']}?{one['put']}|{one['coming']})"
        month = "(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月"
        day = "(?:(?P<day>[0-9]{1,2})[日号]|[份底初])?"
        date = f"(?P<date>[0-9]{{1,2}})[日号]|(?P<next>{one['next_day']})"
        when = f"(?:(?:(?P<year>[0-9]{{4}})年)?{month}{day}|{date})"
        then = f"(?P<then>(?(put)[^的]{{0,4}}){one['then']})"
        bare = "(?(put)|(?(day)|(?(date)|(?(next)|(?!)))))"
        return re.compile(f"{put}?{when}(?:{then}|{bare})$")

    @cached_property
    def condition(self) -> re.Pattern[str]:
        """如时间允许: on what it hung that something was done."""
        return re.compile(f"{self._lead}{self._one['condition']}")

    @cached_property
    def arranged(self) -> re.Pattern[str]:
        """部署…, and not 部署并…."""
        one = self._one
        return re.compile(f"{self._lead}{one['arranged']}+[了好]?(?!{one['both']})")

    # --- what stands beside a denial -------------------------------------------

    @cached_property
    def reason(self) -> re.Pattern[str]:
        """因, 由于."""
        return re.compile(self._one["why"])

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """What is done, and said not to be: 开展, 学习."""
        return re.compile(self._verb)

    @cached_property
    def short(self) -> re.Pattern[str]:
        """The same in one letter: 学, 讲."""
        return re.compile(self._one["short"])

    @cached_property
    def of(self) -> re.Pattern[str]:
        """查摆, 督促: what was not done is talked about."""
        return re.compile(self._one["of"])

    @cached_property
    def about(self) -> re.Pattern[str]:
        """的, 问题 in what is denied: the clause is about it, or is a saying."""
        return re.compile(self._one["about"])

    @cached_property
    def instead(self) -> re.Pattern[str]:
        """改为: from here on the clause is of something else."""
        return re.compile(self._one["instead"])

    @cached_property
    def in_place(self) -> re.Pattern[str]:
        """代替: what there was in place of it."""
        return re.compile(self._one["in_place"])

    # --- words that are compared as they are -----------------------------------

    @cached_property
    def left_out(self) -> frozenset[str]:
        """What alone says that what stands before it was left out: 略."""
        return frozenset(self._one.words("left_out"))

    @cached_property
    def none(self) -> tuple[str, ...]:
        """What is no more than that there is none: 无."""
        return self._one.words("none")

    @cached_property
    def ends_put_off(self) -> tuple[str, ...]:
        """What a clause ends with that puts something off, if not with whom it waits for or
        who is to do it: what is to be done, or when."""
        names = ("then", "settle", "noted", "again", "later", "someday", "occasion")
        return (*self._one.words(*names, "omitted"), "上", "份")

    @cached_property
    def ends_undone(self) -> tuple[str, ...]:
        """What a clause ends with of which the denial stands at its end, if it does not
        tell to when it was put off."""
        return self._one.words("light", "did", "verbs", "short", "off")

    # --- parts of patterns, as texts -------------------------------------------

    @cached_property
    def _one(self) -> Phrases:
        return phrases("denials")

    @cached_property
    def _why(self) -> str:
        """因人数不足, up to what is denied."""
        return f"{self._one['why']}(?!{self._one['past']})[^的]{{1,12}}?"

    @cached_property
    def _lead(self) -> str:
        """What may stand before a denial: when, who, why."""
        often = f"(?:{self._one['when']}|{self._one['who']}){{0,3}}"
        return f"(?:{often}(?:{self._why})?{often})"

    @cached_property
    def _no(self) -> str:
        """未, 未能."""
        return f"{self._one['not']}{self._one['also']}*"

    @cached_property
    def _till(self) -> str:
        """Behind 取消 and 推迟: 推迟到下月."""
        return f"(?:了|[到至].{{1,8}}|{self._one['light']})?"

    @cached_property
    def _did(self) -> str:
        """What is said to be done of anything: 开展, 做."""
        return f"(?:{self._one['light']}|{self._one['did']})"

    @cached_property
    def _verb(self) -> str:
        """What is done of which nothing was (未学习; 未学习完 is another matter)."""
        return f"(?:{self._one['light']}|{self._one['verbs']})(?!{self._one['done']})"

    @cached_property
    def _month(self) -> str:
        """9月5日, 9月上旬."""
        return f"[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]?|{self._one['occasion']}|份)?"

    @cached_property
    def _coming(self) -> str:
        """拟于下月, 择期, 下次会议."""
        one = self._one
        return f"{one['coming']}[于在]?{one['later']}|{one['someday']}|{one['next']}"

    @cached_property
    def _awaited(self) -> str:
        """待元旦后, 留待大家到齐再."""
        one = self._one
        return (
            f"(?<!{one['before_await']})[留等]?待(?!{one['behind_await']})"
            "[^的]{1,14}[后再]"
        )

    @cached_property
    def _day(self) -> str:
        """下月, 下周例会上."""
        one = self._one
        return f"(?:{one['later']}|{one['someday']})(?:的?{one['occasion']})?上?"

    @cached_property
    def _ahead(self) -> str:
        """下月由支委会再, 拟于9月: when, and by whom."""
        one, coming = self._one, f"{self._one['coming']}[于在]?"
        day = f"(?:(?:{coming})?{self._day}|{coming}{self._month})"
        return f"{day}{_BY}{one['again']}*"

    @cached_property
    def _put_off(self) -> str:
        """由支委会下周研究确定, 留待下次会议, 改到12月25日进行 at the end of a clause."""
        one, again = self._one, f"{_BY}{self._one['again']}*"
        kept = f"{one['kept_for']}(?:{self._day}|{self._month}){again}"
        told = (
            f"{kept}{one['then']}{{0,2}}|{self._ahead}{one['then']}{{1,2}}"
            f"|{one['after']}{again}{one['settle']}"
        )
        day = f"{one['coming']}[于在]?(?:{self._day}|{self._month})"
        by = f"{_BY}(?:{told}|{day}|{one['someday']})"
        return f"(?:{by}|{self._awaited}[^的]{{0,14}}|{one['omitted']})$"


_BY = "(?:由[^的]{1,8}?)?"

DENIALS = _Denials()
