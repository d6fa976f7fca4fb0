"""The words of `denials` in `vocabulary.yaml` as patterns: how a clause says that something
was not done, or is still to come.

Patterns are tried at the beginning of a clause, with what may lead to them (本月因故…), or
at its end; those that say `word` are searched for first, and spare the others.
"""

from __future__ import annotations

from functools import cached_property

from lxyz.vocabulary.phrases import Phrases, one_of, pattern

PARTY_S = "党的"
"""党的历史 is a name, 学习党章的党员 is not."""


class _Denials(Phrases):
    """The patterns, each made when it is first asked for."""

    # --- words that spare the patterns -----------------------------------------

    @pattern
    def undone_word(self) -> str:
        """A word of denial, but for those that put off and for 不 (`now`)."""
        return one_of(self.words("not", "none", "off"))

    @pattern
    def ahead_word(self) -> str:
        """A word of what is to come, or was left out or only arranged."""
        names = ("later", "someday", "next", "kept_for", "meant", "coming", "omitted")
        words = self.words(*names, "after", "arranged", "condition")
        return one_of((*words, "待", "略"))

    @pattern
    def later_word(self) -> str:
        """What tells of what is still to come, or that it was left out."""
        return (
            f"{self['later']}|{self['someday']}|{self['kept_for']}|{self['meant']}"
            f"|{self['coming']}[于在]?[0-9]|{self._awaited}|{self['omitted']}|{self['after']}"
        )

    @pattern
    def to_come_word(self) -> str:
        """What tells of what is still to come, right before what that is."""
        return f"{self._coming}|{self['coming']}[于在]?[0-9]|{self['meant']}"

    @pattern
    def now(self) -> str:
        """不, which denies only behind a `time`."""
        return self["now"]

    @pattern
    def time(self) -> str:
        """A time or a reason: 本次, 因."""
        return one_of(self.words("when", "why"))

    # --- what was not done -----------------------------------------------------

    @pattern
    def no(self) -> str:
        """未, right before the verb: 未开展…; `lead` is what led to it, `now` a mere 不."""
        no, now = self._no, f"{self['now']}{self['also']}*"
        return f"(?P<lead>{self._lead})(?:{no}|(?P<now>{now}))(?={self._verb})"

    @pattern
    def right(self) -> str:
        """没有 or 无, right before the words themselves; `short` may have a verb behind it."""
        return f"{self._lead}(?:(?P<short>{self._no})|{self['none']})"

    @pattern
    def off(self) -> str:
        """因故取消; `lead` is what led to it."""
        return f"(?P<lead>{self._lead}){self['off']}了?"

    @pattern
    def bare(self) -> str:
        """A clause that is nothing but a denial: 本月未开展, 已取消, 无."""
        no = f"{self._no}{self._did}了?"
        off = f"(?:已经?)?{self['off']}{self._till}"
        return f"{self._lead}(?:{no}|{off}|{self['none']})$"

    @pattern
    def aside(self) -> str:
        """未学, in brackets behind what was not done, or behind a colon."""
        verb = f"(?:{self['short']}|{self._verb})"
        return f"{self._lead}{self._no}{verb}了?$"

    @pattern
    def behind(self) -> str:
        """…未开展, …因故取消 at the end of a clause."""
        no = f"{self._lead}{self._no}(?:{self._verb}|{self['did']})了?"
        off = f"(?:{self._why}|已经?){self['off']}{self._till}"
        return f"(?:{no}|{off})$"

    @pattern
    def not_so(self) -> str:
        """…未讲, …已取消, …改到12月25日 at the end of a clause: whatever denies there."""
        verb = f"(?:{self._verb}|{self['did']}|{self['short']})"
        off = f"(?:已经?)?{self['off']}{self._till}"
        return f"(?:{self._no}{verb}[了成]?|{off})$|{self._put_off}"

    # --- what is still to come, or only arranged -------------------------------

    @pattern
    def coming(self) -> str:
        """拟于下月, before what is to be; `month` where it names one."""
        month = f"(?P<month>{self['coming']}[于在]?{self._month})"
        return f"{self._lead}(?:{self._coming}|{month})再?"

    @pattern
    def meant(self) -> str:
        """原定, right before the verb."""
        return f"{self._lead}{self['meant']}(?:{self['when']})?(?={self._verb})"

    @pattern
    def deferred(self) -> str:
        """A clause that is nothing but when something is to be: 下月安排, 留待下次会议."""
        ends = f"(?:{self['then']}|{self['noted']})?$"
        return f"{self._lead}(?:{self._put_off}|{_BY}{self._ahead}{ends})"

    @pattern
    def defers(self) -> str:
        """…由支委会下周研究确定, …改到12月25日进行 at the end of a clause."""
        return self._put_off

    @pattern
    def dated(self) -> str:
        """A day or a month to which it is put off; `moved` where it was to be earlier."""
        moved = f"(?P<moved>{self['kept_for']}[0-9])"
        return f"{moved}|{self['coming']}[于在]?[0-9]"

    @pattern
    def on_day(self) -> str:
        """放在一月, 1月10日进行, 改在10日群里投票, 次日: a clause of nothing but the day or month
        on which it is; `date` is a day of the same month, `next` the next one. A month
        without a word for that (安排活动（1月）) may be what is talked about."""
        coming = self["coming"]
        put = f"(?P<put>{self['kept_for']}|{coming}?{self['put']}|{coming})"
        month = "(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月"
        day = "(?:(?P<day>[0-9]{1,2})[日号]|[份底初])?"
        date = f"(?P<date>[0-9]{{1,2}})[日号]|(?P<next>{self['next_day']})"
        when = f"(?:(?:(?P<year>[0-9]{{4}})年)?{month}{day}|{date})"
        then = f"(?P<then>(?(put)[^的]{{0,4}}){self['then']})"
        bare = "(?(put)|(?(day)|(?(date)|(?(next)|(?!)))))"
        return f"{put}?{when}(?:{then}|{bare})$"

    @pattern
    def condition(self) -> str:
        """如时间允许: on what it hung that something was done."""
        return f"{self._lead}{self['condition']}"

    @pattern
    def arranged(self) -> str:
        """部署…, and not 部署并…."""
        return f"{self._lead}{self['arranged']}+[了好]?(?!{self['both']})"

    # --- what stands beside a denial -------------------------------------------

    @pattern
    def verb(self) -> str:
        """What is done, and said not to be: 开展, 学习."""
        return self._verb

    # --- words that are compared as they are -----------------------------------

    @cached_property
    def ends_put_off(self) -> tuple[str, ...]:
        """What a clause ends with that puts something off, if not with whom it waits for or
        who is to do it: what is to be done, or when."""
        names = ("then", "settle", "noted", "again", "later", "someday", "occasion")
        return (*self.words(*names, "omitted"), "上", "份")

    @cached_property
    def ends_undone(self) -> tuple[str, ...]:
        """What a clause ends with of which the denial stands at its end, if it does not
        tell to when it was put off."""
        return self.words("light", "did", "verbs", "short", "off")

    # --- parts of patterns, as texts -------------------------------------------

    @cached_property
    def _why(self) -> str:
        """因人数不足, up to what is denied."""
        return f"{self['why']}(?!{self['past']})[^的]{{1,12}}?"

    @cached_property
    def _lead(self) -> str:
        """What may stand before a denial: when, who, why."""
        often = f"(?:{self['when']}|{self['who']}){{0,3}}"
        return f"(?:{often}(?:{self._why})?{often})"

    @cached_property
    def _no(self) -> str:
        """未, 未能."""
        return f"{self['not']}{self['also']}*"

    @cached_property
    def _till(self) -> str:
        """Behind 取消 and 推迟: 推迟到下月."""
        return f"(?:了|[到至].{{1,8}}|{self['light']})?"

    @cached_property
    def _did(self) -> str:
        """What is said to be done of anything: 开展, 做."""
        return f"(?:{self['light']}|{self['did']})"

    @cached_property
    def _verb(self) -> str:
        """What is done of which nothing was (未学习; 未学习完 is another matter)."""
        return f"(?:{self['light']}|{self['verbs']})(?!{self['done']})"

    @cached_property
    def _month(self) -> str:
        """9月5日, 9月上旬."""
        return f"[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]?|{self['occasion']}|份)?"

    @cached_property
    def _coming(self) -> str:
        """拟于下月, 择期, 下次会议."""
        return (
            f"{self['coming']}[于在]?{self['later']}|{self['someday']}|{self['next']}"
        )

    @cached_property
    def _awaited(self) -> str:
        """待元旦后, 留待大家到齐再."""
        return (
            f"(?<!{self['before_await']})[留等]?待(?!{self['behind_await']})"
            "[^的]{1,14}[后再]"
        )

    @cached_property
    def _day(self) -> str:
        """下月, 下周例会上."""
        return f"(?:{self['later']}|{self['someday']})(?:的?{self['occasion']})?上?"

    @cached_property
    def _ahead(self) -> str:
        """下月由支委会再, 拟于9月: when, and by whom."""
        coming = f"{self['coming']}[于在]?"
        day = f"(?:(?:{coming})?{self._day}|{coming}{self._month})"
        return f"{day}{_BY}{self['again']}*"

    @cached_property
    def _put_off(self) -> str:
        """由支委会下周研究确定, 留待下次会议, 改到12月25日进行 at the end of a clause."""
        again = f"{_BY}{self['again']}*"
        kept = f"{self['kept_for']}(?:{self._day}|{self._month}){again}"
        told = (
            f"{kept}{self['then']}{{0,2}}|{self._ahead}{self['then']}{{1,2}}"
            f"|{self['after']}{again}{self['settle']}"
        )
        day = f"{self['coming']}[于在]?(?:{self._day}|{self._month})"
        by = f"{_BY}(?:{told}|{day}|{self['someday']})"
        return f"(?:{by}|{self._awaited}[^的]{{0,14}}|{self['omitted']})$"


_BY = "(?:由[^的]{1,8}?)?"

DENIALS = _Denials("denials")
