"""Which sittings carry out which items of a plan."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from lxyz.facts.fact import Fact
from lxyz.files.origin import Origin
from lxyz.kinds.carried import carries, given_out

from ..trial import held, outcome, verdicts
from .test_planned import item, plan

CARRIED = "{for: fact, each: {kind: plan-item, root: study-plan}, when: {during: subject}, count: {of: {kind: [party-lecture, collective-study], same: [kind=plans]}}}"
MONTHS = plan(item("2016-04"), item("2016-05"), item("2016-06"))


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        # The session of May is that of May, and makes good none of April.
        (("2016-05-31",), ("overdue", "met", "overdue")),
        (("2016-06-01",), ("overdue", "overdue", "met")),
        # A second one in a month is left over, for the first that was missed.
        (("2016-05-01", "2016-05-31"), ("late", "met", "overdue")),
        (("2016-07-01", "2016-07-02"), ("late", "late", "overdue")),
        (("2016-04-01", "2016-07-02"), ("met", "late", "overdue")),
        (("2016-04-30", "2016-04-29"), ("met", "overdue", "overdue")),
    ],
)
def test_each_session_carries_out_one_item(
    days: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    """What carries out an item in its days does not make good another besides."""
    records = MONTHS + "".join(held(day) for day in days)
    found = verdicts(CARRIED, records, as_of="2016-12-31")
    assert tuple(one.outcome for one in found) == wanted


@pytest.mark.parametrize(
    ("of", "alone"), [("2015", "overdue"), ("2016-03", "overdue"), ("2016-04", "late")]
)
def test_what_counts_for_another_time_makes_nothing_good(of: str, alone: str) -> None:
    """It leaves the item to what is held after it."""
    stranger = held("2016-05-01", more=f"counts_for: {of}, attendance: all")
    records = plan(item("2016-04")) + stranger
    assert outcome(CARRIED, records, as_of="2016-12-31") == alone
    assert outcome(CARRIED, records + held("2016-05-02"), as_of="2016-12-31") == "late"


def test_what_a_paper_is_about_is_no_other_time() -> None:
    """The summary of the first quarter, planned for April and written in May."""
    rule = CARRIED.replace("party-lecture", "study-summary")
    records = plan(item("2016-04", "study-summary"))
    records += "- {kind: study-summary, date: 2016-05-05, period: 2016-Q1}\n"
    assert outcome(rule, records, as_of="2016-12-31") == "late"


def test_items_of_another_plan_or_kind_wait_for_their_own() -> None:
    """Each plan is carried out by all that is held; another kind of session is none."""
    records = MONTHS + plan(item("2016-03", "collective-study")) + held("2016-05-31")
    found = verdicts(CARRIED, records, as_of="2016-12-31")
    outcomes = {one.span.label: one.outcome for one in found}
    assert outcomes == {
        "2016-03": "overdue",
        "2016-04": "overdue",
        "2016-05": "met",
        "2016-06": "overdue",
    }
    records = plan(item("2016-03")) + plan(item("2016-03"), kind="party-work-plan")
    rule = CARRIED.replace(", root: study-plan", "")
    found = verdicts(rule, records + held("2016-04-01"), as_of="2016-12-31")
    assert [one.outcome for one in found] == ["late", "late"]


def test_what_an_item_follows_is_not_the_plan_it_is_of() -> None:
    """It is made good like the others of its own."""
    above = "- {kind: party-work-plan, date: 2016-01-02, period: 2016}\n"
    records = plan(item("2016-04", more="based_on: 2016-01-02 党建工作计划"))
    records += above + held("2016-05-02")
    assert outcome(CARRIED, records, as_of="2016-12-31") == "late"


def test_a_session_of_another_group_is_left_to_it() -> None:
    """An item of one group is carried out by that group."""
    meeting = "- {kind: group-meeting, group: %s, date: %s, attendance: all}\n"
    rule = "{for: fact, each: {kind: plan-item}, when: {during: subject}, count: {of: {kind: group-meeting, same: [kind=plans]}}}"
    records = plan(item("2016-04", "group-meeting", "group: 一组"))
    late, other = meeting % ("一组", "2016-05-03"), meeting % ("二组", "2016-05-02")
    assert outcome(rule, records + other + late, as_of="2016-12-31") == "late"
    # One of the branch by either, where the rule takes what groups held.
    rule = rule.replace("group-meeting", "group-meeting, level: [branch, group]")
    records = plan(item("2016-04", "group-meeting"))
    assert outcome(rule, records + other, as_of="2016-12-31") == "late"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        # What says nothing of what it is about is no plan to read a text.
        ("", "open"),
        ("responsible: 王敏", "open"),
        ("content: 党史", "planned"),
        ("content: 学习党史、军史", "planned"),
        ("materials: 党史、党章", "planned"),
        ("content: 分组讨论, materials: 党史", "planned"),
        ("theme: 党史", "planned"),
        ("content: 党章", "open"),
        ("materials: 党章", "open"),
        ("place: 纪念馆", "open"),
    ],
)
def test_what_an_item_is_about(said: str, wanted: str) -> None:
    """It plans no study of something else, nor one that says nothing."""
    rule = (
        "{count: {of: {kind: collective-study, materials: 党史}}, when: {every: year}}"
    )
    told = plan(item("2016-06", "collective-study", said))
    assert outcome(rule, told, as_of="2016-05-31") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("content: 党章, theme: 通读", "planned"), ("content: 党章", "open")],
)
def test_all_that_is_asked_of_an_item(said: str, wanted: str) -> None:
    """One of two things it is to be about is not enough."""
    rule = "{count: {of: {kind: collective-study, materials: 党章, theme: 通读}}, when: {every: year}}"
    told = plan(item("2016-06", "collective-study", said))
    assert outcome(rule, told, as_of="2016-05-31") == wanted


@pytest.mark.parametrize(
    ("theme", "said", "wanted"),
    [
        # A party day is planned, but not that it is to be one of publicity.
        ("文明创建宣传", "", "open"),
        ("文明创建宣传", "responsible: 王敏", "open"),
        ("文明创建宣传", "theme: 文明创建宣传", "planned"),
        ("文明创建宣传", "content: 文明创建宣传", "planned"),
        ("文明创建宣传", "content: 党史", "open"),
        ("some", "", "open"),
        ("some", "theme: 党史", "planned"),
        ("{not: [文明创建宣传]}", "", "planned"),
        ("{not: [文明创建宣传]}", "theme: 文明创建宣传", "open"),
    ],
)
def test_the_theme_of_an_item(theme: str, said: str, wanted: str) -> None:
    """One that says no theme plans none, as what is held without one has none."""
    rule = f"{{count: {{of: {{kind: theme-party-day, theme: {theme}}}}}, when: {{every: year}}}}"
    told = plan(item("2016-06", "theme-party-day", said))
    assert outcome(rule, told, as_of="2016-05-31") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"), [("place: 纪念馆", "planned"), ("content: 党章", "open")]
)
def test_where_an_item_is_to_be(said: str, wanted: str) -> None:
    """A study is no visit to a base, unless its place says so."""
    rule = "{count: {of: {kind: collective-study, site: 纪念馆}}, when: {every: year}}"
    told = plan(item("每月", "collective-study", said))
    assert outcome(rule, told, as_of="2016-05-31") == wanted


@pytest.mark.parametrize("key", ["forms", "steps"])
@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("", "open"),
        ("content: 党章", "open"),
        ("form: 集中学习", "open"),
        ("form: 通读", "planned"),
        ("form: [集中学习, 通读]", "planned"),
        ("content: 通读", "planned"),
        ("content: 学习党章；环节：通读、交流", "planned"),
        ("content: 党章, topic: 通读", "planned"),
        ("content: 不通读", "open"),
    ],
)
def test_what_is_to_be_done(key: str, said: str, wanted: str) -> None:
    """A study that says nothing of it is no plan to read a text through."""
    rule = f"{{count: {{of: {{kind: collective-study, {key}: 通读}}}}, when: {{every: year}}}}"
    told = plan(item("每月", "collective-study", said))
    assert outcome(rule, told, as_of="2016-05-31") == wanted


BOTH = "{when: {every: year}, count: {of: {kind: {all: [%s]}}}}"
MAY = "when: 2016-05-10, kind: "


@pytest.mark.parametrize(
    "kinds", ["party-lecture, oath-review", "oath-review, party-lecture"]
)
@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        ([item("2016-05", "[oath-review, party-lecture]")], "planned"),
        ([item("2016-05", "party-lecture")], "open"),
        ([item("2016-05", "oath-review")], "open"),
        # What is planned for the same days may be one sitting.
        (
            [item("2016-05-10", "party-lecture"), item("2016-05-10", "oath-review")],
            "planned",
        ),
        (
            [item("2016-05-10", "party-lecture"), item("2016-05-11", "oath-review")],
            "open",
        ),
        ([item("2016-05", "party-lecture"), item("2016-05", "oath-review")], "planned"),
        ([item("2016-05", "party-lecture"), item("2016-Q2", "oath-review")], "open"),
        (
            [
                item("2016-05-10", "party-lecture"),
                item("2016-05-10", "oath-review", "group: 一组"),
            ],
            "open",
        ),
    ],
)
def test_a_sitting_of_several_kinds(kinds: str, items: list[str], wanted: str) -> None:
    """Is planned as all of them, whichever the rule names first."""
    assert outcome(BOTH % kinds, plan(*items), as_of="2016-02-01") == wanted


GUIDED = "{when: {every: year}, count: {of: {kind: party-lecture, delegates: some}}}"


@pytest.mark.parametrize(
    ("items", "records", "wanted"),
    [
        ([item("2016-Q4")], "", "planned"),
        # Held without what the rule asks for: the item has had its sitting.
        ([item("2016-Q4")], held("2016-11-16"), "open"),
        ([item("2016-Q4")], held("2016-09-16"), "planned"),
        ([item("2016-Q4")], held("2016-09-16", "2016-11-16"), "open"),
        ([item("2016-Q4")], "- {kind: party-lecture, date: 2016-11-16}\n", "planned"),
        ([item("2016-Q4"), item("2016-12")], held("2016-11-16"), "planned"),
        ([item("2016-Q4"), item("2016-12")], held("2016-11-16", "2016-12-01"), "open"),
        (
            [item("2016-12")],
            held("2016-12-01", more="attendance: all, group: 一组"),
            "planned",
        ),
        # What was about something else was another sitting.
        (
            [item("2016-Q4", more="topic: 甲")],
            held("2016-11-16", more="attendance: all, topic: 乙"),
            "planned",
        ),
        (
            [item("2016-Q4", more="topic: 甲")],
            held("2016-11-16", more="attendance: all, topic: 甲"),
            "open",
        ),
        ([item("2016-Q4", more="topic: 甲")], held("2016-11-16"), "open"),
        # It was the one that names what it was about, be that due later.
        (
            [item("2016-11"), item("2016-Q4", more="topic: 甲")],
            held("2016-11-16", more="attendance: all, topic: 甲")
            + held("2016-12-01", kind="oath-review"),
            "open",
        ),
    ],
)
def test_what_was_held_without_what_is_asked(
    items: list[str], records: str, wanted: str
) -> None:
    """An item that was carried out plans nothing more, whatever was lacking then."""
    as_of = "2016-12-20" if "2016-12" in records else "2016-11-20"
    assert outcome(GUIDED, plan(*items) + records, as_of=as_of) == wanted


def test_what_one_group_held_of_what_the_branch_planned() -> None:
    """It is over for that group, whatever was lacking; the other may still hold it."""
    rule = "{for: group, when: {every: year}, count: {of: {kind: collective-study, level: [branch, group], delegates: some}}}"
    records = plan(item("2016-Q4", "collective-study")) + held(
        "2016-11-16", kind="collective-study", more="attendance: all, group: 一组"
    )
    found = verdicts(rule, records, as_of="2016-11-20")
    assert [one.outcome for one in found] == ["open", "planned"]


def test_who_was_not_there_when_it_was_held() -> None:
    """The session that was planned is over for him, too."""
    rule = "{for: member, when: {every: year}, count: {of: {kind: party-lecture, as: present}}, fold: no}"
    records = plan(item("2016-Q4")) + held(
        "2016-11-16", more="attendance: {present: all, absent: 李娜}"
    )
    found = {
        one.subject.name: one.outcome.value
        for one in verdicts(rule, records, as_of="2016-11-20")
    }
    assert found["王敏"] == "met"
    assert found["李娜"] == "open"


def test_the_proof_of_an_item_is_what_carries_it_out() -> None:
    """Each item is proven by its own sitting, not by all of its days."""
    records = plan(item("2016-04"), item("2016-04"))
    found = verdicts(CARRIED, records + held("2016-04-05") + held("2016-04-06"))
    assert [[str(one.date) for one in each.records] for each in found] == [
        ["2016-04-05"],
        ["2016-04-06"],
    ]


@pytest.mark.parametrize(
    ("second", "about", "wanted"),
    [
        ("content: 乙", "甲", "undecidable"),
        ("content: 乙", "甲、乙", "met"),
        ("content: 甲", "甲", "met"),
        ("content: 乙, optional: yes", "甲", "met"),
        ("", "甲", "met"),
    ],
)
def test_one_sitting_for_two_items(second: str, about: str, wanted: str) -> None:
    """It may have been the other as well, if it was about both or nothing sets them
    apart."""
    records = plan(item("2016-04", more="content: 甲"), item("2016-04", more=second))
    found = verdicts(
        CARRIED,
        records + held("2016-04-05", more=f"topic: {about}, attendance: all"),
        as_of="2016-12-31",
    )
    assert {one.outcome for one in found} == {"met", wanted}


def test_where_an_item_asks_for_more_than_one_all_of_its_days_count() -> None:
    """What carries out one is not kept from another: one each would never be two."""
    rule = CARRIED.replace("same: [kind=plans]}", "same: [kind=plans]}, min: 2")
    records = plan(item("2016-04"), item("2016-04")) + held("2016-04-05")
    assert (
        outcome(rule, plan(item("2016-04")) + held("2016-04-05"), as_of="2016-12-31")
        == "overdue"
    )
    found = verdicts(rule, records + held("2016-04-06"), as_of="2016-12-31")
    assert [one.outcome for one in found] == ["met", "met"]


def test_items_that_fit_alike_are_given_out_as_each_by_itself() -> None:
    """Each fact has the first item in order that fits it and is left."""
    draw, first = Random(7), date(2016, 1, 1)  # noqa: S311 - no secret

    def made(rank: int, days: int, *plans: str) -> Fact:
        """A fact of a day, or an item that ends so many days after."""
        day = first + timedelta(draw.randrange(9))
        fact = Fact(
            {"item"}, "branch", day, Origin("a.yaml", rank, 1), attrs={"plans": plans}
        )
        fact.rank, fact.end = rank, day + timedelta(draw.randrange(days))
        return fact

    for _ in range(50):
        items = [made(n, 4, draw.choice("ab")) for n in range(12)]
        items.sort(key=lambda one: (one.end, one.rank))
        facts = [made(20 + n, 1, draw.choice("ab")) for n in range(9)]

        def fits(fact: Fact, one: Fact) -> bool:
            return fact.attrs["plans"] == one.attrs["plans"] and carries(fact, one)

        left, wanted = list(items), {}
        for fact in facts:
            able = [one for one in left if fits(fact, one)]
            if able:
                left.remove(able[0])
                wanted[fact.rank] = able[0]
        assert given_out(facts, items, fits) == wanted
        assert items == left
