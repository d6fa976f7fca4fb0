"""Names in texts: which are meant, and what is no name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lxyz.redact import Pseudonyms
from lxyz.redact.people import together
from lxyz.report import Person

PEOPLE = (
    Person("王芳", "党员01"),
    Person("王芳华", "党员02"),
    Person("欧阳高山", "党员03"),
    Person("买买提·吐尔逊", "党员04"),
    Person("Anna Li", "党员05"),
    Person("党课", "党员06"),
    Person("任重", "党员07"),
    Person("王", "党员08"),
    Person("大张伟", "党员09"),
    Person("小张伟", "党员10"),
    Person("孙丽2", "党员11"),
    Person("李"),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("王芳、王芳华", "党员01、党员02"),
        ("王芳和王芳华谈", "党员01和党员02谈"),
        ("心得体会-王芳.md", "心得体会-党员01.md"),
        ("王芳2016.md", "党员01-2016.md"),
        ("王　芳同志，王\u200b芳", "党员01同志，党员01"),
        ("王\ufe0f芳，王\U000e0100芳，王\u3164芳", "党员01，党员01，党员01"),
        ("王\u2061芳，王\u034f\u0301芳，王\u2800芳", "党员01，党员01，党员01"),
        ("xx\u2061Anna\u034f Li", "xx\u2061党员05"),
        ("买买提.吐尔逊、买买提・吐尔逊", "党员04、党员04"),
        ("ANNA LI，anna-li，Annali", "党员05，anna-li，党员05"),
        ("Anna Lim, Susanna Li", "Anna Lim, Susanna Li"),
        ("Ａｎｎａ　Ｌｉ到会", "党员05到会"),
        ("上党课一次", "上党课一次"),
        ("王，（王）", "党员08，（党员08）"),
        ("王庄、王某", "王庄、王某"),
        ("周书记、欧阳副主任、李老师", "周书记、某副主任、某老师"),
        ("任书记谈话；担任书记", "某书记谈话；担任书记"),
        ("大张伟、小张伟、张伟", "党员09、党员10、某某"),
        ("张主任、孙丽，孙丽2", "某主任、某某，党员11"),
        ("冯书记", "冯书记"),
        ("", ""),
    ],
)
def test_texts(text: str, told: str) -> None:
    """Whole names, the longest; a little word before a title is no surname."""
    assert Pseudonyms(PEOPLE).text(text) == told


def test_a_name_alone() -> None:
    """Where a person stands, his name is a name whatever it is a word of."""
    one = Pseudonyms(PEOPLE)
    assert one.person("党课") == "党员06"
    assert one.person("王 芳") == "党员01"
    assert one.person("第三组") == "第三组"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2016-06-24", "2016-06-24"),
        ("138" + "0" * 8, "…"),
        ("：", "："),
        ("党课、出席", "党员06、出席"),
        ("全体", "全体"),
        ("party-lecture", "party-lecture"),
        ("anna li", "…"),
        ("王芳、王芳华", "党员01、党员02"),
        ("王芳、赵六", "…"),
        ("bj-2016/dues-each-month", "bj-2016/dues-each-month"),
        ("主持人：赵六", "…"),
    ],
)
def test_quotes(text: str, told: str) -> None:
    """Of what could not be read only what is known to be no name."""
    assert Pseudonyms(PEOPLE).quoted(text) == told


ANY = st.text(
    st.one_of(
        st.sampled_from("王芳华大小·. 　\u200b（A1z|*\\"),
        st.characters(max_codepoint=0x2FFFF),
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@example(["·", " "], ["王·芳"])
@given(st.lists(ANY, max_size=6), st.lists(ANY, max_size=6))
def test_whatever_a_name_is(names: list[str], words: list[str]) -> None:
    """It ends, and what is no name stays as it was."""
    people = [Person(one, f"党员{number:02}") for number, one in enumerate(names, 1)]
    text = "".join((*words, *names))
    one = Pseudonyms(people)
    told = one.text(text)
    assert one.text(text) == told
    assert Pseudonyms(()).text(text) == unicodedata.normalize("NFC", text)
    one.quoted(text)


SIMPLE = st.text(st.sampled_from("王芳华明月丽"), min_size=2, max_size=4)


@settings(deadline=None)
@given(st.lists(SIMPLE, min_size=1, max_size=6), st.lists(SIMPLE, max_size=6))
def test_no_name_is_left(names: list[str], others: list[str]) -> None:
    """Wherever one stands, whatever stands around it."""
    people = [Person(one, f"党员{number:02}") for number, one in enumerate(names, 1)]
    told = Pseudonyms(people).text("".join((*others, *names, *others)))
    assert [name for name in names if name in told] == []


def test_nobody() -> None:
    """A branch that names nobody."""
    assert Pseudonyms(()).text("王芳") == "王芳"


def test_two_reports_together() -> None:
    """One person has one pseudonym in both, two have two."""
    new = (Person("甲乙", "党员01"), Person("丙丁", "党员02"), Person("赵"))
    old = (Person("丙丁", "党员01"), Person("戊己", "党员02"), Person("庚辛", "人员01"))
    assert together(new, (*old, Person("钱"))) == (
        *new,
        Person("戊己", "党员04"),
        Person("庚辛", "人员01"),
        Person("钱"),
    )
