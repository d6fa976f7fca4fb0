"""Sittings whose own text says that there was none: 本周停学一次, 并入12月2日一起学,
不算正式会议, 拟于10月组织学习.

It is looked for clause by clause, and a clause counts only as a whole: what it is about,
why, and that it was none. What it is about (学习, 支委会, or nothing named) is handed
back; whether that is the sitting at hand is not decided here. Where the text tells of
another form instead (未能成行，改为线上), or that something broke off, it is in doubt.
The words are those of `unheld.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxyz.base.late import late
from lxyz.base.value import Value
from lxyz.denial.nothing import DAY, NOTHING
from lxyz.denial.sittings import is_made_up, is_on, words_of_unheld
from lxyz.vocabulary import fold, texts_of, written
from lxyz.vocabulary.phrases import one_of

_MOST = 8
"""Clauses of a text that are looked at."""
_CLAUSES = late("[,;!?。\n]")
_ENDS = " )(\u3000"


Unheld = tuple[str, bool, bool]
"""What was not held, by what it is called there; an empty name is the sitting itself.
Whether it is in doubt, for it may have been in part; and whether it was in another form."""
Form = tuple[re.Pattern[str], re.Pattern[str]]
"""How a clause may say it, and before that letters without which none says it so: a
pattern of many words takes long to compile, and most texts need none."""


class _Patterns(Value):
    forms: tuple[Form, ...]
    broken_off: Form
    not_done: Form
    asked: re.Pattern[str]
    unsure: re.Pattern[str]
    planned: re.Pattern[str]
    few: re.Pattern[str]
    not_yet: re.Pattern[str]
    shifted: re.Pattern[str]
    before: re.Pattern[str]
    ahead: re.Pattern[str]
    headed: re.Pattern[str]
    lead: re.Pattern[str]
    general: re.Pattern[str]
    parts: re.Pattern[str]
    this: re.Pattern[str]
    form: re.Pattern[str]
    rest: re.Pattern[str]
    later: re.Pattern[str]
    made: re.Pattern[str]
    day: re.Pattern[str]


_TO = "[0-9下次明年节假月以另改择他翌隔第上]"
"""Letters with which another day begins."""
_LETTERS = "开展进召举组安实学讲办去搞成集"
"""Letters with which a word begins for that a sitting was held."""


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    """The words, read when a text first may tell of such a thing: few do."""
    return texts_of(Path(__file__).parent / "unheld.yaml")


@lru_cache(maxsize=1)
def called_for_short() -> dict[str, frozenset[str]]:
    """Kinds by what a sitting of them is called beside the names of the kind."""
    short = _words()["short"]
    return {name: frozenset(kinds.split("、")) for name, kinds in short.items()}


@lru_cache(maxsize=1)
def words_for_any() -> tuple[str, ...]:
    """Words that `values` takes for any sitting: 会议, 活动, 学习."""
    return tuple(written()["nothing"]["it"].split("、"))


@lru_cache(maxsize=1)
def named_for_any() -> tuple[str, ...]:
    """Those of them that are for sittings of some kinds: 学习."""
    general = frozenset(_words()["general"].split("、"))
    return tuple(one for one in words_for_any() if one not in general)


@lru_cache(maxsize=1)
def kinds_of_places() -> frozenset[str]:
    """Kinds of which going there is all: in another form there was none."""
    return frozenset(_words()["places"].split("、"))


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = _words()
    one = {
        name: one_of(text.split("、"))
        for name, text in words.items()
        if isinstance(text, str)
    }
    why = "(?:(?:因|由于)[^的]{0,16}?)?"
    what = f"(?P<what>(?!{one['talk']})[^因由未没不无]{{0,16}}?)"
    led = f"{what}{why}{one['in_fact']}?"
    obj = "(?P<obj>.{0,10}?)"
    some_day = f"(?P<day>{one['late']}|{DAY}).{{0,14}}"
    tail = f"(?:{one['light']}|{one['times']}|[到至于]{one['late']}.{{0,8}})?"
    tail = f"{tail}{one['told_later']}?"
    forms = {
        "(?:没有?|无|未[安设]).{0,5}[议学活任安研]": f"(?P<what>{one['this']}支?部?){one['without']}{one['to_do']}",
        f"(?:[未没无]|不[能出上]|来不)[^,;。，；]{{0,5}}[{_LETTERS}]": (
            f"{led}{one['no']}{one['how']}?{one['sat']}{one['since']}?{obj}"
        ),
        f"不再?[{_LETTERS}]": f"{led}(?P<now>不|暂不|不再){one['sat']}{obj}",
        one["off"]: f"{led}{one['over']}?{one['off']}(?:{tail}|了?{obj})",
        f"[改排放推挪移调补留并][在到至于待]?{_TO}": (
            f"{led}(?:{one['move']}|改(?=[0-9])){some_day}"
        ),
        "并[入到至]|归入|合到": f"{led}{one['into']}了?{some_day}",
        f"[与和同跟]{_TO}[^;。；]{{0,16}}(?:合|一[并起同]|套|同时)": (
            f"{led}{one['with']}{some_day}{one['joined']}.{{0,6}}"
        ),
        "[日周月次期后天年][再另补]": f"{led}{one['late']}[再另补][^了过到]{{1,6}}",
        "作废|误[记录]|错记|重复|[记写]重|不[算作计][数正一次]": f"{one['record']}?{one['is']}?{one['void']}",
        "[不非](?:是|属于?)?[本我]?支部": f"{what}{one['not_ours']}",
        "无人|没有?人": f"{what}{one['nobody']}",
        "支部[未没无]": f"{what}{one['not_we']}",
        "[间期][另待未]": f"{what}{one['when_open']}",
    }
    return _Patterns(
        forms=tuple((late(has), late(form)) for has, form in forms.items()),
        broken_off=(
            late("中[止断]|终止|完成"),
            late(f"{led}{one['over']}?{one['broken']}"),
        ),
        not_done=(
            late("[未没有][征发收制张拍印]"),
            late(f"{led}{one['no']}{one['doing']}"),
        ),
        asked=late(one["asked"]),
        planned=late(
            f"(?:{one['who']})?{one['plan']}(?P<day>{one['late']}|{DAY}份?)"
            f".{{0,4}}?{one['light']}?(?P<obj>.{{0,16}})"
        ),
        unsure=late(one["unsure"]),
        few=late(
            f"[^;。]{{0,6}}{one['few']},(?:[^。]*[,;])?(?:{one['apart']}|{one['off']})[.。]?$"
        ),
        before=late(one["before"]),
        ahead=late(one["ahead"]),
        headed=late(f"^{one['headed']}:"),
        lead=late(
            f"^(?:{one['so']}|{one['this']}|{one['was']}|{one['who']}|{DAY}|[的于在])+"
        ),
        general=late(one["general"]),
        parts=late(f"(?<=.){one['parts']}$"),
        this=late(f"{one['this']}|{one['in_fact']}"),
        form=late(f"{one['form']}[^,;。]*|以[^,;。]{{1,12}}{one['instead']}"),
        rest=late(f"{one['rest']}[^,;。]{{1,8}}了"),
        later=late(f"{one['late']}再(?!(?:{one['again']})$).{{2}}"),
        made=late(
            f"{one['form']}[^,;。]*|{one['yet_to']}|补[在到至于]?(?={one['late']})"
            f"|{one['with']}{one['late']}"
            f"|{one['late']}[已再]?[^,;。]{{0,2}}补"
        ),
        not_yet=late(f"[^的]{{0,10}}{one['not_yet']}[^的]{{1,5}}"),
        shifted=_shifted(words["shifted"]),
        day=late(DAY),
    )


def _shifted(of: dict[str, str]) -> re.Pattern[str]:
    """A clause of nothing but when a sitting is to be instead, 往后推一周, 改下周, and before
    it why."""
    till, persons = (one_of(of[name].split("、")) for name in ("till", "persons"))
    why = f"(?:(?!.*{persons})[^,]*,)?"
    return late(f"{why}(?=.*[{of['shift']}])(?=.*{till})[{of['letters']}]+")


def unheld_in(text: str, day: date) -> Iterator[Unheld]:
    """What a text on a sitting of a day says was not held."""
    patterns = _patterns()
    told = patterns.headed.sub("", fold(text))
    if patterns.asked.search(told) or _made_up(told, day):
        if patterns.unsure.search(told):
            yield "", True, False
        return
    clauses = [
        patterns.headed.sub("", one.strip(_ENDS)) for one in _CLAUSES.split(told)
    ]
    clauses = [one for one in clauses if one][:_MOST]
    for number, clause in enumerate(clauses):
        name = _of_clause(clause, day)
        if name is None:
            continue
        if name or _is_of_all(clauses, number):
            is_part = patterns.rest.search(told) is not None
            yield name, is_part, patterns.form.search(told) is not None
    if patterns.few.search(told):
        yield "", False, False
    if len(clauses) == 1 and (name := _planned(clauses[0], day)) is not None:
        yield name, False, False
    yield from _in_doubt(clauses)


def _made_up(text: str, day: date) -> bool:
    """Whether a text tells, from the clause on that may deny, how it was made up for on
    its day, or right before it that it was to be on another one (原定7月1日，因大雨改期);
    another form (改为线上) does not tell that."""
    words = (word for several in words_of_unheld() for word in several)
    first = min((text.find(word) for word in words if word in text), default=0)
    begin = max(text.rfind(mark, 0, first) for mark in ",;。")
    before = max(text.rfind(mark, 0, max(begin, 0)) for mark in ",;。")
    if _was_to_be(text[before + 1 : max(begin, 0)], day):
        return True
    return is_made_up(_patterns().made.sub("", text[begin + 1 :]), day)


def _was_to_be(clause: str, day: date) -> bool:
    """Whether a clause tells nothing but on which other day it was to be."""
    found = NOTHING.was_to_be.fullmatch(clause)
    return found is not None and not is_on(found.group(), day)


def _of_clause(clause: str, day: date) -> str | None:
    """What a clause says was not held, as it is called there; None where it says so of
    nothing."""
    patterns = _patterns()
    for letters, form in patterns.forms:
        found = letters.search(clause) and form.fullmatch(clause)
        if not found:
            continue
        told = found.groupdict()
        if (when := told.get("day")) and _is_this(when, day):
            continue
        name = _named(told.get("what") or "", told.get("obj") or "")
        if name is None:
            continue
        # 不 is of what is to be where neither a time nor what it is of is told
        if told.get("now") and not name and not patterns.this.search(clause):
            continue
        return name
    return None


def _is_this(told: str, day: date) -> bool:
    """Whether a day that is told is that of the sitting."""
    found = _patterns().day.match(told)
    return found is not None and is_on(found.group(), day)


def _named(what: str, obj: str) -> str | None:
    """What was not held: what stands behind the verb, else what stands before it; None
    where both name something."""
    what, obj = _plain(what), _plain(obj)
    if what and obj:
        return None
    return obj or what


def _plain(name: str) -> str:
    """A name without when, who and the word for any sitting."""
    patterns = _patterns()
    name = patterns.parts.sub("", patterns.lead.sub("", name))
    return "" if patterns.general.fullmatch(name) else name


def _is_of_all(clauses: list[str], number: int) -> bool:
    """Whether a clause that names nothing is of the whole sitting: it tells when, comes
    first, behind what only leads to it, or is the second of two and not of what comes
    next."""
    patterns = _patterns()
    if number == 0 or patterns.this.search(clauses[number]):
        return True
    if all(patterns.before.search(one) for one in clauses[:number]):
        return True
    if patterns.later.match(clauses[number]):
        return False  # 讨论了计划，改天再定稿
    core = [one for one in clauses if not patterns.ahead.match(one)]
    return number == 1 and (len(clauses) == 2 or len(core) <= 1)


def _planned(clause: str, day: date) -> str | None:
    """What the only clause of a text is to be, on another day."""
    found = _patterns().planned.fullmatch(clause)
    if found is None or _is_this(found["day"], day):
        return None
    name = _plain(found["obj"])
    return next((one for one in called_for_short() if name.startswith(one)), name)


def _denies(clause: str) -> bool:
    """Whether a clause has a word of denial: 未再继续."""
    return "未" in clause or "没" in clause


def _in_doubt(clauses: list[str]) -> Iterator[Unheld]:
    """What broke off, or was not done yet. Where that is not named it is the sitting only
    in the first clause, and where it broke off in the last, but for what was not done then:
    not 记录由何佳整理，尚未印发."""
    patterns = _patterns()
    for number, clause in enumerate(clauses):
        is_first, is_last = number == 0, all(map(_denies, clauses[number + 1 :]))
        for (letters, form), is_of_all in (
            (patterns.broken_off, is_first or is_last),
            (patterns.not_done, is_first),
        ):
            if found := letters.search(clause) and form.fullmatch(clause):
                if (name := _plain(found["what"])) or is_of_all:
                    yield name, True, False
    if len(clauses) == 1 and patterns.not_yet.fullmatch(clauses[0]):
        yield "", True, False
    if _is_shifted(clauses):
        yield "", True, False


def _is_shifted(clauses: list[str]) -> bool:
    """Whether all that is told, but for why, is to what other time a sitting was put."""
    patterns = _patterns()
    if not all(map(patterns.before.search, clauses[:-1])):
        return False
    return patterns.shifted.fullmatch(",".join(clauses)) is not None
