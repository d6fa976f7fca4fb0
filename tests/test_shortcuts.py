"""What is looked at before a pattern is: it answers as the pattern alone would."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lxyz.base.characters import FORMATS, JOINERS
from lxyz.dates.days import DateProblem, parse_date
from lxyz.dates.spans import month_span
from lxyz.denial import clauses
from lxyz.denial.denials import DENIALS
from lxyz.facts.partaking import PARTAKING
from lxyz.files import decode
from lxyz.files.origin import Faults
from lxyz.kinds import spelling, values
from lxyz.records import names
from lxyz.render.page import safe
from lxyz.vocabulary import folded, folded_name, written

_PLACES = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
_OTHER_DOTS = re.compile("[·•‧∙⋅・･]")
_BLANKS = re.compile(f"[\\s{FORMATS}{JOINERS}]+")
_NAMED = st.text(
    st.sampled_from("王李敏·•. 　\t()（）8８三十人名位个多等约、出差:《\u200b\ufeff"),
    max_size=8,
)


def test_what_is_hidden_in_a_file_is_never_passed() -> None:
    """Each character of the plane, alone in a line."""
    for one in _PLACES:
        faults = Faults()
        decode.decode(f"a: 甲{one}乙\n".encode(), "x.yaml", faults)
        assert bool(faults) == bool(decode._UNSEEN.search(one)) or one == "\0"


@given(st.text(max_size=12))
@example("集 体\u3000学\u200b习")
@example("\u00a0a\u2028b")
def test_words_are_folded_alike(text: str) -> None:
    """Blanks and what has no width go, wherever they are."""
    plain = unicodedata.normalize("NFKC", text)
    assert folded(text) == _BLANKS.sub("", plain).lower()


def test_each_character_is_folded_alike() -> None:
    """The same of each by itself, where no drawing reaches."""
    for one in _PLACES:
        plain = unicodedata.normalize("NFKC", f"甲{one}乙")
        assert folded(f"甲{one}乙") == _BLANKS.sub("", plain).lower(), hex(ord(one))
        dotted = _OTHER_DOTS.sub("·", _BLANKS.sub("", plain))
        if dotted[1:-1] == ".":  # 阿依.古丽; what makes two or three of them is no name
            dotted = "甲·乙"
        assert folded_name(f"甲{one}乙") == dotted, hex(ord(one))


@given(_NAMED)
@example("约8人")
@example("三十 名")
@example("王敏等 十位")
def test_a_number_of_people_ends_as_one(text: str) -> None:
    """Nothing that counts people is taken for a name for its last letter."""
    if text and names._COUNT.fullmatch(text):
        assert text[-1] in names._COUNT_ENDS


@given(_NAMED)
def test_names_are_told_by_their_letters(text: str) -> None:
    """A text of letters alone is a name; of others the patterns decide."""
    plain = text.strip()
    wrong = names._BAD.search(plain) or names._DATE.search(plain)
    assert names.is_name(text) == (0 < len(plain) <= 40 and not wrong)


@given(st.text(st.sampled_from("：: #a\n"), max_size=8))
def test_commands_are_defused_alike(text: str) -> None:
    """What is no command stays, and none is left."""
    told = safe._COMMAND.sub(r"\1\\u{3A}", text)
    assert safe.defused(text) == safe._OLD_COMMAND.sub(r"#\\u{23}", told)


@given(st.text(st.sampled_from("（(一十3３a、）)，. "), max_size=5))
def test_a_number_of_a_heading_begins_as_one(text: str) -> None:
    """What a heading is numbered with is taken off."""
    if values._NUMBERING.match(text):
        assert text[:1] in values._NUMBERS or text[:1].isdecimal()


@given(st.text(st.sampled_from("正处级领导干部()（）长职务"), max_size=8))
def test_ranks_are_folded_alike(text: str) -> None:
    """What stands in brackets does not count."""
    bare = spelling._OF_RANK.sub("", spelling._ASIDE.sub("", folded(text)))
    assert spelling.rank_of(text) == bare


_STEPS = st.lists(
    st.sampled_from(
        "由 请 每名 每位 全体 所有 各位 与会 党员 同志 人人 逐人 逐个 逐一 轮流 支部 支委 支委会 "
        "成员 委员 班子成员 书记 本人 分别 作 进行 党性分析 大会".split()
    ),
    max_size=5,
).map("".join)


@given(_STEPS)
def test_who_took_a_step_is_told_by_a_word(name: str) -> None:
    """Where none of the words is, no pattern finds anybody."""
    words = PARTAKING.words
    if PARTAKING.everybody.match(name):
        assert any(word in name for word in words("of_many"))
    if PARTAKING.committee.match(name):
        assert any(word in name for word in words("of_officers"))
    if PARTAKING.secretary.match(name):
        assert "书记" in name


_WORDS = [
    word
    for name, words in written()["denials"].items()
    if name not in ("texts", "deeds", "acts")
    for word in words.split("、")
]


@given(
    st.lists(
        st.sampled_from(
            [*_WORDS, "党课", "9月", "5日", "由", "支委会", "待", "后", "的"]
        ),
        max_size=6,
    ).map("".join)
)
@example("民主测评由支委会会后研究确定")
@example("拟于9月5日")
@example("待元旦后再议")
def test_a_denial_ends_as_one(text: str) -> None:
    """A clause whose words or end say that it denies nothing matches no denial."""
    clause = clauses.Clause(text, "")
    tail = max(2, len(text) - clauses._TAIL)
    if DENIALS.deferred.match(text) or DENIALS.defers.search(text, tail):
        assert clause.may_defer
    if DENIALS.not_so.search(text, tail):
        assert clause.may_defer or clause.may_end_undone
    if DENIALS.meant.match(text) or DENIALS.coming.match(text):
        assert clause.is_coming
        assert DENIALS.to_come_word.search(text)
    if DENIALS.condition.match(text):
        assert DENIALS.any_of("condition").search(text)
    if DENIALS.later_word.search(text):
        assert clauses.may_put_off(text)


def test_why_a_text_is_no_date_is_told_when_asked() -> None:
    """A text that may be something else costs nothing; asked twice, it says the same."""
    with pytest.raises(DateProblem) as raised:
        parse_date("2016年第二季度")
    assert (raised.value.reason, raised.value.shown) == ("other", "2016-06-24")
    with pytest.raises(DateProblem) as raised:
        parse_date("2016年6月")
    told = [(raised.value.reason, raised.value.shown) for _ in range(2)]
    assert told == [("day-missing", "2016-06-01")] * 2


def test_months_have_their_days() -> None:
    """To the last of the calendar, where no day follows."""
    ends = [(1999, 12, 31), (2000, 2, 29), (2100, 2, 28), (2016, 4, 30), (9999, 12, 31)]
    for year, month, day in ends:
        assert month_span(year, month).last.day == day
