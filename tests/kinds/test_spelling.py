"""Words compared: quotes and marks aside, and aliases that leave a gap."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.kinds.spelling import beginnings, gapped, plain, rank_of, sought
from lxyz.kinds.values import may_share, spelt


@pytest.mark.parametrize(
    "text",
    [
        "学讲话，增强“四个意识”",
        "《学讲话、增强四个意识》",
        "学讲话 增强‘四个意识’",
        "学讲话——增强「四个意识」。",
    ],
)
def test_quotes_and_marks_tell_nothing_apart(text: str) -> None:
    """A topic is the same with and without its quotes, a heading with a dash."""
    assert plain(text) == "学讲话增强四个意识"


def test_other_words_stay_apart() -> None:
    """Marks aside, what is another word stays one."""
    assert plain("学党章") != plain("学党规")
    assert plain("第1卷") == plain("第１卷") != plain("第2卷")
    assert plain("学~党章") != plain("学党章")


def test_of_marks_alone_something_is_left() -> None:
    """Or it would be like any other."""
    assert plain("——") == "——"


def test_a_gap_stands_for_anything_or_nothing() -> None:
    """What every branch writes differently."""
    (gap,) = gapped(frozenset(("安排*月*活动", "部署当月工作")))
    assert gap.is_all_of(plain("安排7月份支部活动"))
    assert gap.is_all_of("安排月活动")
    assert not gap.is_all_of("安排活动")
    assert not gap.is_all_of("安排7月活动的情况")


@pytest.mark.parametrize(
    ("form", "text", "wanted"),
    [
        # Parts that would share a letter are not both there; side by side they are.
        ("甲*甲", "甲", False),
        ("甲*甲", "甲甲", True),
        ("甲*乙*甲", "甲乙甲", True),
        ("甲乙*乙甲", "甲乙甲", False),
        ("甲*乙*乙甲", "甲乙甲", False),
        ("甲*乙*乙甲", "甲乙乙甲", True),
    ],
)
def test_no_letter_counts_twice(form: str, text: str, *, wanted: bool) -> None:
    """Each part begins where the one before it ended."""
    (gap,) = gapped(frozenset((form,)))
    assert gap.is_all_of(text) is wanted
    assert gap.is_in(text) is wanted


def test_what_else_an_alias_holds_is_meant_as_written() -> None:
    """Signs of regular expressions have no meaning."""
    (gap,) = gapped(frozenset(("c+*",)))
    assert gap.is_all_of("c+x")
    assert not gap.is_all_of("ccx")


@given(
    st.lists(st.text("甲乙", max_size=2), min_size=2, max_size=4).map("*".join),
    st.text("甲乙丙", max_size=8),
)
def test_gaps_mean_what_they_mean_in_patterns(form: str, text: str) -> None:
    """As a regular expression would find them."""
    (gap,) = gapped(frozenset((form,)))
    pattern = re.compile(form.replace("*", ".*"))
    assert gap.is_all_of(text) == bool(pattern.fullmatch(text))
    assert gap.is_in(text) == bool(pattern.search(text))


def test_gaps_in_a_long_text() -> None:
    """Many beginnings without an end are gone through once: looked at from each of them,
    a million letters would take hours."""
    (gap,) = gapped(frozenset(("*学党章*学党规*学讲话*",)))
    text = "学党章学党规" * 170_000
    assert not gap.is_all_of(text)
    assert not gap.is_in(text)
    assert gap.is_all_of(f"{text}学讲话")


def test_a_gap_in_headings_and_materials() -> None:
    """A heading is meant whole, its number aside; a title may hold the words."""
    forms = frozenset(("安排*月*活动",))
    assert spelt(forms, "agenda", frozenset(("1.安排7月活动",)))
    assert not spelt(forms, "agenda", frozenset(("听取安排7月活动的报告",)))
    volumes = frozenset(("治国理政*二卷",))
    assert spelt(volumes, "materials", frozenset(("谈治国理政（第一、二卷）",)))
    assert not spelt(volumes, "materials", frozenset(("谈治国理政（第一卷）",)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("正处", "正处级"),
        ("正处级干部", "正处级"),
        ("处级领导干部", "处级"),
        ("副处级（2015年起）", "副处级"),
        ("正 科 级", "正科级"),
    ],
)
def test_a_rank_by_its_other_names(one: str, other: str) -> None:
    """With and without 级, as a cadre, with a note in brackets."""
    assert rank_of(one) == rank_of(other)
    assert other.startswith(rank_of(one))
    assert spelt(frozenset((other,)), "rank", one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("正处级非领导职务", "正处级"), ("副处级", "正处级"), ("处长", "处级")],
)
def test_other_ranks_stay_apart(one: str, other: str) -> None:
    """What is no leading rank, another one, and a post, which says no rank (A38)."""
    assert rank_of(one) != rank_of(other)
    assert not spelt(frozenset((other,)), "rank", one)


@pytest.mark.parametrize(
    ("alias", "title", "wanted"),
    [
        ("党章", "学习党章和党规", True),
        ("党章", "党章", True),
        ("党", "学习党章和党规", False),
        ("党", "党", True),
    ],
)
def test_a_single_letter_is_in_nearly_every_title(
    alias: str, title: str, *, wanted: bool
) -> None:
    """A title holds an alias of two letters or more; one letter must be all of it."""
    found = spelt(frozenset((alias,)), "materials", frozenset((title,)))
    assert found is wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("甲", "甲", True),
        ("甲", "乙", False),
        ("甲乙", "*乙", True),
        ("*乙", "甲乙", True),
        ("甲", "*乙", False),
        ("*甲*", "*乙*", True),
        ("甲*", "*乙", True),
        ("甲*", "乙*", False),
        ("甲*", "甲乙*", True),
        ("*甲", "*乙", False),
        ("*甲", "*乙甲", True),
        ("甲*丙*乙", "甲*丁*乙", True),
        ("甲*乙", "甲*丙", False),
        # With its number and without.
        ("十*甲", "乙*甲", True),
        ("一甲", "甲", True),
        ("*一甲", "甲", True),
        ("十一甲", "一甲", True),
        ("百甲", "甲", False),
        ("一甲乙", "乙", False),
        ("一", "甲*", False),
    ],
)
def test_two_words_in_one_text(one: str, other: str, wanted: bool) -> None:
    """Wherever a text can be written that is both; see the law below."""
    words = frozenset((one,)), frozenset((other,))
    assert may_share(*words, "topic") is wanted
    assert may_share(*words[::-1], "topic") is wanted
    if "一" not in one and "十" not in one:
        assert may_share(*words, "theme") is wanted


_FORMS = st.text("甲乙一*", min_size=1, max_size=4).filter(lambda one: one.strip("*"))


@given(one=_FORMS, other=_FORMS, text=st.text("甲乙一.", min_size=1, max_size=6))
def test_a_text_of_both_words_is_proof(one: str, other: str, text: str) -> None:
    """Whatever text is found to be both, it was said that there may be one."""
    words = frozenset((one,)), frozenset((other,))
    for key in ("topic", "theme"):
        if all(spelt(forms, key, text) for forms in words):
            assert may_share(*words, key)


@given(one=_FORMS, other=_FORMS)
def test_where_there_may_be_a_text_there_is(one: str, other: str) -> None:
    """All that is between the gaps of one, and then of the other, is such a text."""
    words = frozenset((one,)), frozenset((other,))
    first, *mine, last = one.split("*") if "*" in one else (one, "")
    start, *theirs, end = other.split("*") if "*" in other else (other, "")
    text = "".join(
        (max(first, start, key=len), *mine, *theirs, max(last, end, key=len))
    )
    if may_share(*words, "theme") and "*" in one and "*" in other:
        assert all(spelt(forms, "theme", text) for forms in words)


@given(
    st.frozensets(
        st.lists(st.text("甲乙", max_size=2), min_size=1, max_size=4).map("*".join),
        max_size=4,
    ),
    st.text("甲乙丙", max_size=6),
)
def test_what_is_sought_is_all_that_leaves_a_gap(
    forms: frozenset[str], text: str
) -> None:
    """A word anywhere is what a gap on either side of it means."""
    words, others, careful = sought(forms)
    assert not careful
    every = any(one.is_all_of(text) for one in gapped(forms))
    quick = any(one in text for one in words)
    assert every == (quick or any(one.is_all_of(text) for one in others))
    assert len(words) + len(others) == len(gapped(forms))


_TITLE = frozenset(("^处分条例",))
_SPEECH = frozenset(("总书记*讲话^在", "重要讲话^书记^院长"))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("处分条例", True),
        ("《处分条例》", True),
        ("学习处分条例第六章", True),
        ("新修订的《处分条例》", True),
        ("准则、处分条例", True),
        ("廉洁自律准则和处分条例", True),
        ("《〈处分条例〉释义》", True),
        ("《党章、处分条例》", True),
        ("新处分条例", True),
        ("1.处分条例", True),
        ("（2）处分条例", True),
        ("2015版处分条例", True),
        ("学习内容：处分条例", True),
        ("再学处分条例", True),
        ("中央新颁布的处分条例", True),
        ("结合处分条例谈体会", True),
        ("公务员处分条例，处分条例", True),
        ("公务员处分条例", False),
        ("《行政机关公务员处分条例》", False),
        ("《奖励和处分条例》", False),
        ("更新处分条例", False),
        ("处分决定", False),
    ],
)
def test_a_title_by_itself(text: str, held: bool) -> None:
    """It stands at the beginning of a title, or behind a word that is no part of one."""
    assert spelt(_TITLE, "materials", (text,)) == held
    assert spelt(_TITLE, "materials", frozenset((text, "党章"))) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("重要讲话", True),
        ("《总书记在科技创新大会、两院院士大会上的讲话》", True),
        ("院党组书记传达总书记重要讲话", True),
        ("院长的报告；重要讲话", True),
        ("支部书记带领学习七一重要讲话", True),
        ("院长领学重要讲话精神", True),
        ("院长重要讲话", False),
        ("传达院长重要讲话", False),
        ("《校长在学习总书记指示会上的讲话》", False),
        ("书记在传达总书记指示会上的讲话", False),
        ("书记传达学习七一重要讲话", True),
        ("市委书记、市长的重要讲话", False),
        ("讲话", False),
        ("讲话和总书记的文章", False),
    ],
)
def test_what_must_not_stand_before_a_form(text: str, held: bool) -> None:
    """Whose speech it is stands before it, in its clause or title."""
    assert spelt(_SPEECH, "materials", (text,)) == held


def test_a_whole_text_with_what_must_not_stand_before() -> None:
    """Where a text is compared as a whole, its gaps are those of the form."""
    forms = frozenset(("*讲话*意识^党章", "宣誓^不", "^*", "^"))
    assert spelt(forms, "topic", ("学习讲话，增强意识",))
    assert not spelt(forms, "topic", ("学习党章和讲话，增强意识",))
    assert not spelt(forms, "topic", ("学习讲话",))
    assert spelt(_SPEECH, "topic", ("总书记在七一大会上的讲话",))
    assert not spelt(_SPEECH, "topic", ("学习总书记在七一大会上的讲话",))
    assert not spelt(_SPEECH, "topic", ("总书记的讲话精神",))
    assert spelt(forms, "topic", ("宣誓",))
    assert beginnings(forms) == {"讲话", "宣誓"}
    assert may_share(forms, frozenset(("学*讲话*意识",)), "topic")
