"""The words of `nothing` in `vocabulary.yaml` as patterns: how a value says that there is
nothing behind it, and a record that there was no sitting, or that somebody did not do
what is written of him.

No word is looked for here, so what was not done must be something that a branch does.
"""

from __future__ import annotations

import re
from functools import cached_property

from lxyz.base.late import late
from lxyz.vocabulary import written
from lxyz.vocabulary.phrases import Phrases, one_of, phrases

TAIL = " 　）)。，,；;！!、"
"""What may stand at the end of a text and says nothing."""
# Blanks are stripped behind them: a pattern would try each of many blanks to the end.
_MARK = late("[：:（(，,。；;！!\n]")
# A day, or a month, as minutes tell of one; 改为1.5小时 tells of none.
DAY = (
    r"(?:(?:\d{4}[年./-])?\d{1,2}(?:月|[./-](?=\d{1,2}(?:[日号]|$)))\d{1,2}[日号]?"
    r"|\d{1,2}[日号月])"
)
_PUT_OFF = "(?:预备|转正).*延期"  # of a candidate, not of what the value is about


def first_part(text: str) -> str:
    """What a text says up to its first mark: nearly always all of what is denied."""
    return _MARK.split(text.strip(TAIL), maxsplit=1)[0].rstrip()


def parts(text: str) -> list[str]:
    """What a text says from mark to mark."""
    return [one.strip() for one in _MARK.split(text.strip(TAIL))]


class _Nothing:
    """The words of `nothing` as patterns, each made when it is first asked for."""

    @cached_property
    def hint(self) -> re.Pattern[str]:
        """A word of denial; what has none is not looked at any further."""
        names = ("not", "never", "off", "open", "moved", "owing", "except")
        return re.compile(one_of((*self._one.words(*names), "待")))

    @cached_property
    def asked(self) -> re.Pattern[str]:
        """是否: it is not told that there was none."""
        return re.compile(f"{self._one['asked']}|{_PUT_OFF}")

    # --- a value that says that there is nothing -------------------------------

    @cached_property
    def begins(self) -> re.Pattern[str]:
        """未核查…, 因故取消, 待定 at the beginning of a value, and not 未核查的党员."""
        of_others = f"(?![^，。；]*的{self._one['others']})"
        did, none = f"{self._did}{of_others}", f"(?:{self._off}|{self._still_open})$"
        return re.compile(f"{self._why}(?:{did}|{none})")

    @cached_property
    def ends(self) -> re.Pattern[str]:
        """…尚未研究, …取消, …待定 at the end of a value."""
        did = f"{self._did}{self._one['since']}?"
        return re.compile(f"(?:{did}|{self._off}|{self._still_open})$")

    @cached_property
    def open(self) -> re.Pattern[str]:
        """待定, 暂缺, 因故未定, and nothing else."""
        return re.compile(f"{self._one['over']}?{self._still_open}")

    # --- a text on a sitting that there was none -------------------------------

    @cached_property
    def sitting(self) -> re.Pattern[str]:
        """党课因故未开展; `what` was not held."""
        one = self._one
        since = f"(?:{one['since']}|{one['sat_of']})?"
        sat = f"{self._no}{one['how']}?{one['sat']}{since}"
        return re.compile(
            f"(?!{one['talk']}){one['meant']}?(?P<what>.{{0,12}}?)"
            f"{self._why}(?:{sat}|{self._off}|{self._apart})$"
        )

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """所以本月会议未召开: a clause of nothing but the sitting."""
        one = self._one
        was = f"(?:{one['was']}[于在]?{DAY}?的?)?"
        lead = f"{one['so']}?{one['this']}?{was}{one['it']}?"
        sat = f"{self._no}{one['how']}?{one['sat_alone']}{one['sat_of']}?"
        return re.compile(f"{lead}{self._why}(?:{sat}|{self._off}|{self._apart})$")

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """本次会议, 7月8日的活动: the sitting, and nothing else."""
        one = self._one
        named = f"{one['so']}|{one['this']}|{one['it']}|{one['was']}|{DAY}|[的于]"
        return re.compile(f"(?:{named})*")

    @cached_property
    def part(self) -> re.Pattern[str]:
        """议题, 环节: one of several of a sitting."""
        return re.compile(self._one["parts"])

    @cached_property
    def but(self) -> re.Pattern[str]:
        """其余照常, 改为各自看书后集中交流: there was a sitting."""
        one = self._one
        return re.compile(f"{one['but']}|{one['each']}.{{0,40}}{one['together']}")

    @cached_property
    def reason(self) -> re.Pattern[str]:
        """因, 原定于."""
        return re.compile(f"{self._one['why']}|{self._one['was']}")

    @cached_property
    def meant(self) -> re.Pattern[str]:
        """原定, 本次, before what was not held."""
        return re.compile(self._one["meant"])

    # --- how a sitting was made up for -----------------------------------------

    @cached_property
    def made_up(self) -> re.Pattern[str]:
        """补, 后来; `moved`: 改到, `off`: 推迟到."""
        one = self._one
        moved = f"(?!{one['each']})(?:(?P<moved>{one['moved']})|{one['made_up']})"
        return re.compile(f"{moved}|(?P<off>{one['off']}[到至])")

    @cached_property
    def same_day(self) -> re.Pattern[str]:
        """当天, 下午."""
        return re.compile(self._one["same_day"])

    @cached_property
    def held_on(self) -> re.Pattern[str]:
        """7月8日下午又召开."""
        one = self._one
        return re.compile(f"({DAY}){one['same_day']}?{one['again']}?{one['sat']}")

    @cached_property
    def ahead(self) -> re.Pattern[str]:
        """拟, 改到, 7月8日: what follows is of another day."""
        return re.compile(f"{self._one['yet']}|{self._one['moved']}|{DAY}")

    @cached_property
    def yet(self) -> re.Pattern[str]:
        """拟, 下月: what is still to be."""
        return re.compile(self._one["yet"])

    @cached_property
    def day(self) -> re.Pattern[str]:
        """7月8日."""
        return re.compile(DAY)

    @cached_property
    def was_to_be(self) -> re.Pattern[str]:
        """原定于7月8日, or the day at the beginning of a text."""
        return re.compile(f"(?:^|{self._one['was']}[于在]?){DAY}")

    @cached_property
    def was_today(self) -> re.Pattern[str]:
        """原定于今天."""
        return re.compile(f"{self._one['was']}[于在]?{self._one['same_day']}")

    # --- a remark on what one or several persons did ---------------------------

    @cached_property
    def owed(self) -> re.Pattern[str]:
        """本人因出差未交, 欠缴."""
        one = self._one
        owed = f"(?:{self._why}{self._no}|待){one['owed']}$"
        return re.compile(f"{one['self']}?(?:{owed}|{one['owing']})")

    @cached_property
    def owed_by(self) -> re.Pattern[str]:
        """李娜、陈静除外, 李娜未交; `who` did not."""
        one = self._one
        owed = f"{one['except']}|{self._why}{self._no}{one['owed']}|{one['owing']}"
        return re.compile(f"(?P<who>[^因由]{{2,40}}?)(?:同志)?(?:{owed})$")

    @cached_property
    def unclear_words(self) -> tuple[str, ...]:
        """没, 另约: without any of them the patterns need not be made."""
        names = ("unmet", "sent_back", "unclear", "unclear_later")
        return ("未", "没", *self._one.words(*names))

    @cached_property
    def handed_over(self) -> tuple[str, ...]:
        """Those of them that only tell of by whom: 代交."""
        return self._one.words("handed_over")

    @cached_property
    def clear(self) -> re.Pattern[str]:
        """模拟: no word of what is to be."""
        return re.compile(self._one["clear"])

    @cached_property
    def unclear(self) -> re.Pattern[str]:
        """另约, 代为, 下次再谈."""
        one = self._one
        later = f"{one['unclear_later']}(?=[^，。；]{{0,3}}{one['later_done']}|$)"
        return re.compile(f"{one['unclear']}|{later}")

    @cached_property
    def lacking(self) -> re.Pattern[str]:
        """没谈成, 李娜没来, 款未到账: a clause on the person or the deed, and not 孩子没考好."""
        one = self._one
        of = f"(?:(?:因|由于).*|{one['self']}|.*{one['own']})?{one['also']}*"
        no = "(?:没有?|未)(?:来得及|能)?"
        return re.compile(
            f"(?:.*?{no}(?!{one['in_time']})[^的]{{0,2}}{one['deeds']}"
            f"|{of}{no}{one['needs']})[^的]{{0,3}}$"
            f"|{of}{no}{one['carried_out']}[成完到钱款]?$"
            f"|{of}{one['unmet']}|.*{one['sent_back']}"
        )

    @cached_property
    def made_good(self) -> re.Pattern[str]:
        """用电话谈的."""
        return re.compile(self._one["made_good"])

    @cached_property
    def draft(self) -> re.Pattern[str]:
        """正在起草, 拟写, 起草中: a paper that is not there yet."""
        one = self._one
        return re.compile(
            f"{one['drafting']}{one['drafts']}(?:中|之中|阶段)?|{one['drafts']}中"
        )

    # --- words that are compared as they are -----------------------------------

    @cached_property
    def none(self) -> frozenset[str]:
        """无, 没有."""
        return frozenset(self._one.words("alone"))

    @cached_property
    def alone_study(self) -> tuple[str, ...]:
        """自学, 各自."""
        return self._one.words("alone_study")

    @cached_property
    def only_alone_study(self) -> re.Pattern[str]:
        """居家自学, 各自在“学习强国”上学习, 改为自学《准则》; not 先自学后集中."""
        what = "《[^》]*》|[^后再并和与、]{0,12}"
        return re.compile(f"{self._how_alone}(?:自学|学习|阅读|看书|读书)(?:{what})$")

    @cached_property
    def maybe_alone_study(self) -> re.Pattern[str]:
        """先自学后集中, 个人自学一小时; not 检查自学笔记, 解答自学中的问题."""
        return re.compile(
            f"(?:先|主要)?{self._how_alone}{self._one['alone_study']}(?!中)"
        )

    @cached_property
    def _how_alone(self) -> str:
        how = f"{self._one['alone_how']}|(?:在|用|通过)[^，。；]{{1,12}}?[上里中]?"
        return f"(?:{how}){{0,4}}"

    @cached_property
    def gathered(self) -> tuple[str, ...]:
        """集体自学, 领学, 讨论."""
        return self._one.words("gathered")

    @cached_property
    def blank(self) -> frozenset[str]:
        """未填, 略, XX."""
        return frozenset(self._one.words("blank"))

    @cached_property
    def to(self) -> tuple[str, ...]:
        """督促, 给: what follows is said to others."""
        return self._one.words("to")

    # --- parts of patterns, as texts -------------------------------------------

    @cached_property
    def _one(self) -> Phrases:
        return phrases("nothing")

    @cached_property
    def _why(self) -> str:
        """因人数不足, or nothing, before what was not done."""
        return f"(?:{self._one['why']}[^，。；,;]{{0,16}}?)?"

    @cached_property
    def _no(self) -> str:
        """尚未, 从未; not 有没有."""
        return (
            f"(?:(?<!有){self._one['still']}?{self._one['not']}|{self._one['never']})"
        )

    @cached_property
    def _did(self) -> str:
        """尚未研究: not of what it was found out."""
        found = f"(?!{self._one['found']})"
        how = f"(?:{self._one['how']}|{self._one['apart']})?"
        return f"{self._no}{how}{self._verb}{found}"

    @cached_property
    def _verb(self) -> str:
        """What a branch does; of the verbs of `unless`, only where nothing of what is told
        there follows."""
        unless: dict[str, str] = written()["nothing"]["unless"]
        only = (
            f"{verb}(?!{one_of(after.split('、'))})" for verb, after in unless.items()
        )
        return f"(?:{self._one['do']}|{'|'.join(only)})"

    @cached_property
    def _off(self) -> str:
        """因故取消, 流会, 改到下月, and not 研究取消, 心得交流会."""
        one = self._one
        kept = "".join(f"(?<!{word})" for word in one.words("kept"))
        kept += "(?!(?<=交)流)"
        till = f"(?:[到至](?!{one['same_day']}).{{0,12}})?"
        moved = f"{one['moved']}(?:{one['yet']}|{DAY}).{{0,6}}"
        return f"{kept}{one['over']}?(?:{one['off']}{one['light']}?{till}|{moved})"

    @cached_property
    def _apart(self) -> str:
        """学习改为各自看书."""
        return f"{self._one['each']}.{{0,10}}"

    @cached_property
    def _still_open(self) -> str:
        """待定, 待支部研究, 未定."""
        one = self._one
        whom = f"(?:[^，。；;的]{{0,8}}?{one['whom']}(?:再|统一|另行)?)?"
        waits = f"待(?!{one['other']}){whom}{one['wait']}"
        return f"(?:{one['open']}|(?<!{one['expect']}){waits})"


NOTHING = _Nothing()
