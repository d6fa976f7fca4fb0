"""The words of `nothing` in `vocabulary.yaml` as patterns: how a value says that there is
nothing behind it, and a record that there was no sitting, or that somebody did not do
what is written of him.

No word is looked for here, so what was not done must be something that a branch does.
"""

from __future__ import annotations

from functools import cached_property

from lxyz.base.late import late
from lxyz.vocabulary.phrases import Phrases, one_of, pattern

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
    return _MARK.split(text.strip(TAIL))[0].rstrip()


def parts(text: str) -> list[str]:
    """What a text says from mark to mark."""
    return [one.strip() for one in _MARK.split(text.strip(TAIL))]


class _Nothing(Phrases):
    """The words of `nothing` as patterns, each made when it is first asked for."""

    @pattern
    def hint(self) -> str:
        """A word of denial; what has none is not looked at any further."""
        names = ("not", "never", "off", "open", "moved", "owing", "except")
        return one_of((*self.words(*names), "待"))

    @pattern
    def asked(self) -> str:
        """是否: it is not told that there was none."""
        return f"{self['asked']}|{_PUT_OFF}"

    # --- a value that says that there is nothing -------------------------------

    @pattern
    def begins(self) -> str:
        """未核查…, 因故取消, 待定 at the beginning of a value, and not 未核查的党员."""
        of_others = f"(?![^，。；]*的{self['others']})"
        did, none = f"{self._did}{of_others}", f"(?:{self._off}|{self._still_open})$"
        return f"{self._why}(?:{did}|{none})"

    @pattern
    def ends(self) -> str:
        """…尚未研究, …取消, …待定 at the end of a value."""
        did = f"{self._did}{self['since']}?"
        return f"(?:{did}|{self._off}|{self._still_open})$"

    @pattern
    def open(self) -> str:
        """待定, 暂缺, 因故未定, and nothing else."""
        return f"{self['over']}?{self._still_open}"

    @cached_property
    def none(self) -> frozenset[str]:
        """无, 没有, and nothing else."""
        return frozenset(self.words("alone"))

    # --- a text on a sitting that there was none -------------------------------

    @pattern
    def sitting(self) -> str:
        """党课因故未开展; `what` was not held."""
        since = f"(?:{self['since']}|{self['sat_of']})?"
        sat = f"{self._no}{self['how']}?{self['sat']}{since}"
        return (
            f"(?!{self['talk']}){self['meant']}?(?P<what>.{{0,12}}?)"
            f"{self._why}(?:{sat}|{self._off}|{self._apart})$"
        )

    @pattern
    def alone(self) -> str:
        """所以本月会议未召开: a clause of nothing but the sitting."""
        was = f"(?:{self['was']}[于在]?{DAY}?的?)?"
        lead = f"{self['so']}?{self['this']}?{was}{self['it']}?"
        sat = f"{self._no}{self['how']}?{self['sat_alone']}{self['sat_of']}?"
        return f"{lead}{self._why}(?:{sat}|{self._off}|{self._apart})$"

    @pattern
    def subject(self) -> str:
        """本次会议, 7月8日的活动: the sitting, and nothing else."""
        named = f"{self['so']}|{self['this']}|{self['it']}|{self['was']}|{DAY}|[的于]"
        return f"(?:{named})*"

    @pattern
    def but(self) -> str:
        """其余照常, 改为各自看书后集中交流: there was a sitting."""
        return f"{self['but']}|{self['each']}.{{0,40}}{self['together']}"

    @pattern
    def reason(self) -> str:
        """因, 原定于."""
        return f"{self['why']}|{self['was']}"

    # --- how a sitting was made up for -----------------------------------------

    @pattern
    def made_up(self) -> str:
        """补, 后来; `moved`: 改到, `off`: 推迟到."""
        moved = f"(?!{self['each']})(?:(?P<moved>{self['moved']})|{self['made_up']})"
        return f"{moved}|(?P<off>{self['off']}[到至])"

    @pattern
    def held_on(self) -> str:
        """7月8日下午又召开."""
        return f"({DAY}){self['same_day']}?{self['again']}?{self['sat']}"

    @pattern
    def ahead(self) -> str:
        """拟, 改到, 7月8日: what follows is of another day."""
        return f"{self['yet']}|{self['moved']}|{DAY}"

    @pattern
    def was_to_be(self) -> str:
        """原定于7月8日, or the day at the beginning of a text."""
        return f"(?:^|{self['was']}[于在]?){DAY}"

    @pattern
    def was_today(self) -> str:
        """原定于今天."""
        return f"{self['was']}[于在]?{self['same_day']}"

    # --- a remark on what one or several persons did ---------------------------

    @pattern
    def owed(self) -> str:
        """本人因出差未交, 欠缴."""
        owed = f"(?:{self._why}{self._no}|待){self['owed']}$"
        return f"{self['self']}?(?:{owed}|{self['owing']})"

    @pattern
    def owed_by(self) -> str:
        """李娜、陈静除外, 李娜未交; `who` did not."""
        owed = f"{self['except']}|{self._why}{self._no}{self['owed']}|{self['owing']}"
        return f"(?P<who>[^因由]{{2,40}}?)(?:同志)?(?:{owed})$"

    @cached_property
    def unclear_words(self) -> tuple[str, ...]:
        """没, 另约: without any of them the patterns need not be made."""
        names = ("unmet", "sent_back", "unclear", "unclear_later")
        return ("未", "没", *self.words(*names))

    @pattern
    def unclear(self) -> str:
        """另约, 代为, 下次再谈."""
        later = f"{self['unclear_later']}(?=[^，。；]{{0,3}}{self['later_done']}|$)"
        return f"{self['unclear']}|{later}"

    @pattern
    def lacking(self) -> str:
        """没谈成, 李娜没来, 款未到账: a clause on the person or the deed, and not 孩子没考好."""
        of = f"(?:(?:因|由于).*|{self['self']}|.*{self['own']})?{self['also']}*"
        no = "(?:没有?|未)(?:来得及|能)?"
        return (
            f"(?:.*?{no}(?!{self['in_time']})[^的]{{0,2}}{self['deeds']}"
            f"|{of}{no}{self['needs']})[^的]{{0,3}}$"
            f"|{of}{no}{self['carried_out']}[成完到钱款]?$"
            f"|{of}{self['unmet']}|.*{self['sent_back']}"
        )

    @pattern
    def draft(self) -> str:
        """正在起草, 拟写, 起草中: a paper that is not there yet."""
        return f"{self['drafting']}{self['drafts']}(?:中|之中|阶段)?|{self['drafts']}中"

    # --- words that are compared as they are -----------------------------------

    @pattern
    def only_alone_study(self) -> str:
        """居家自学, 各自在“学习强国”上学习, 改为自学《准则》; not 先自学后集中."""
        what = "《[^》]*》|[^后再并和与、]{0,12}"
        return f"{self._how_alone}(?:自学|学习|阅读|看书|读书)(?:{what})$"

    @pattern
    def maybe_alone_study(self) -> str:
        """先自学后集中, 个人自学一小时; not 检查自学笔记, 解答自学中的问题."""
        return f"(?:先|主要)?{self._how_alone}{self['alone_study']}(?!中)"

    @cached_property
    def _how_alone(self) -> str:
        how = f"{self['alone_how']}|(?:在|用|通过)[^，。；]{{1,12}}?[上里中]?"
        return f"(?:{how}){{0,4}}"

    # --- parts of patterns, as texts -------------------------------------------

    @cached_property
    def _why(self) -> str:
        """因人数不足, or nothing, before what was not done."""
        return f"(?:{self['why']}[^，。；,;]{{0,16}}?)?"

    @cached_property
    def _no(self) -> str:
        """尚未, 从未; not 有没有."""
        return f"(?:(?<!有){self['still']}?{self['not']}|{self['never']})"

    @cached_property
    def _did(self) -> str:
        """尚未研究: not of what it was found out."""
        found = f"(?!{self['found']})"
        how = f"(?:{self['how']}|{self['apart']})?"
        return f"{self._no}{how}{self._verb}{found}"

    @cached_property
    def _verb(self) -> str:
        """What a branch does; of the verbs of `unless`, only where nothing of what is told
        there follows."""
        unless = self.lists["unless"].items()
        only = (f"{verb}(?!{one_of(after.split('、'))})" for verb, after in unless)
        return f"(?:{self['do']}|{'|'.join(only)})"

    @cached_property
    def _off(self) -> str:
        """因故取消, 流会, 改到下月, and not 研究取消, 心得交流会."""
        kept = "".join(f"(?<!{word})" for word in self.words("kept"))
        kept += "(?!(?<=交)流)"
        till = f"(?:[到至](?!{self['same_day']}).{{0,12}})?"
        moved = f"{self['moved']}(?:{self['yet']}|{DAY}).{{0,6}}"
        return f"{kept}{self['over']}?(?:{self['off']}{self['light']}?{till}|{moved})"

    @cached_property
    def _apart(self) -> str:
        """学习改为各自看书."""
        return f"{self['each']}.{{0,10}}"

    @cached_property
    def _still_open(self) -> str:
        """待定, 待支部研究, 未定."""
        whom = f"(?:[^，。；;的]{{0,8}}?{self['whom']}(?:再|统一|另行)?)?"
        waits = f"待(?!{self['other']}){whom}{self['wait']}"
        return f"(?:{self['open']}|(?<!{self['expect']}){waits})"


NOTHING = _Nothing("nothing")
