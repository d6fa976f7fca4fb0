"""cover: the union of a tag holds every item of a list; one case an item."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.dates.spans import year_span
from lxyz.facts.fact import Fact
from lxyz.files.origin import Origin
from lxyz.fleet.branch import Options, check_branch
from lxyz.kinds.cover import _has
from lxyz.kinds.dated import Hit
from lxyz.kinds.trial import Hits
from lxyz.verdicts import Verdict

from ..trial import held, outcome, verdict, verdicts, world_of

YEAR = year_span(2016)

WORDS = "words: {topic: {学党章: [专题一]}}"


def rule(
    all_: str,
    tag: str = "topic",
    when: str = "{every: year, late: 12-31}",
    of: str = "{kind: thematic-discussion}",
) -> str:
    """A rule that covers a list."""
    return f"{{cover: {{of: {of}, tag: {tag}, all: {all_}}}, when: {when}}}"


def talk(day: str, said: str) -> str:
    """A discussion."""
    return f"- {{kind: thematic-discussion, date: {day}, attendance: all, {said}}}\n"


def by_item(text: str, records: str = "", **said: object) -> dict[str | None, Verdict]:
    """Verdicts by item."""
    return {one.label: one for one in verdicts(text, records, WORDS, **said)}


def test_each_item_is_a_case() -> None:
    """A record may serve several; aliases count; what nobody did is missing by name."""
    records = talk("2016-03-01", "topic: 专题一") + talk(
        "2016-05-01", "topic: 学系列讲话"
    )
    found = by_item(
        rule(
            "[学党章, 学系列讲话, {is: 做合格党员}, {any: [学准则, 学条例], label: 准则或条例}]"
        ),
        records,
    )
    assert {label: one.outcome for label, one in found.items()} == {
        "学党章": "met",
        "学系列讲话": "met",
        "做合格党员": "missed",
        "准则或条例": "missed",
    }
    assert found["做合格党员"].missing == ("做合格党员",)
    assert found["准则或条例"].missing == ("准则或条例",)
    assert found["学党章"].need == "1"


def test_any_of_an_item() -> None:
    """One of its words is enough."""
    text = rule("[{any: [学准则, 学条例], label: 准则或条例}]")
    assert (
        by_item(text, talk("2016-03-01", "topic: 学条例"))["准则或条例"].outcome
        == "met"
    )


@pytest.mark.parametrize(
    ("when", "day", "wanted"),
    [
        ("{every: year, late: 12-31}", "2016-01-01", "met"),
        ("{every: year, late: 12-31}", "2016-04-30", "met"),
        ("{every: year, late: 12-31}", "2016-05-01", "late"),
        ("{every: year, late: 12-31}", "2016-12-31", "late"),
        ("{every: year, late: 12-31}", "2017-01-01", "missed"),
        # Not written: to the end of the period. Never stays never.
        ("{every: year}", "2016-05-01", "late"),
        ("{every: year, late: never}", "2016-04-30", "met"),
        ("{every: year, late: never}", "2016-05-01", "missed"),
        ("{every: year, in: {to: 12-31, late: never}}", "2016-05-01", "missed"),
        ("{every: year, late: +30d}", "2016-05-30", "late"),
        ("{every: year, late: +30d}", "2016-05-31", "missed"),
    ],
)
def test_an_item_with_a_day_of_its_own(when: str, day: str, wanted: str) -> None:
    """On time to its day; how late one counts is counted from there."""
    text = rule("[{is: 学党章, by: 04-30}]", when=when)
    one = by_item(text, talk(day, "topic: 学党章"))["学党章"]
    assert one.outcome == wanted
    assert str(one.due) == "2016-04-30"


def test_of_the_whole_rule_late_is_never() -> None:
    """`late` of the rule itself holds for its items too."""
    text = (
        rule("[{is: 学党章, by: 04-30}]", when="{every: year}")[:-1] + ", late: never}"
    )
    assert (
        by_item(text, talk("2016-05-01", "topic: 学党章"))["学党章"].outcome == "missed"
    )


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2016-04-30", "open"),
        ("2016-05-01", "overdue"),
        ("2016-12-31", "overdue"),
        ("2017-01-01", "missed"),
    ],
)
def test_nothing_held(as_of: str, wanted: str) -> None:
    """Open to its own day."""
    found = by_item(rule("[{is: 学党章, by: 04-30}, 学系列讲话]"), as_of=as_of)
    assert found["学党章"].outcome == wanted


def test_a_day_that_is_not_set_is_dropped() -> None:
    """Then the window of the rule stands, with a note."""
    text = rule("[{is: 学党章, by: $day}]")
    one = verdict(
        text, talk("2016-12-31", "topic: 学党章"), "params: {day: {source: text}}"
    )
    assert (one.outcome, one.notes) == ("met", ("unset:day",))
    text = rule("[{is: $word}]")
    one = verdict(text, "", "params: {word: {source: text}}")
    assert (one.outcome, one.missing) == ("undecidable", ("word",))
    text = "{cover: {of: {kind: thematic-discussion}, tag: topic, all: [{is: 学党章, by: 04-30}]}, for: fact, each: {kind: thematic-discussion}, when: {during: subject}}"
    # About a fact an item has no day of its own: its window is the fact's.
    one = verdict(text, talk("2016-12-31", "topic: 学党章"))
    assert (one.outcome, str(one.due)) == ("met", "2016-12-31")


def test_spelt_nearly_so() -> None:
    """A tag spelt nearly like the item is shown; not of one that is met."""
    records = talk("2016-03-01", "topic: 学系列讲活") + talk(
        "2016-04-01", "topic: 别的"
    )
    one = by_item(rule("[学系列讲话]"), records)["学系列讲话"]
    assert one.outcome == "missed"
    assert (str(one.near[0].date), one.near[0].why) == (
        "2016-03-01",
        "similar:学系列讲活",
    )


def test_another_word_is_no_slip() -> None:
    """What is a word of the pack itself was not meant to be the item, however like it."""
    text = rule("[党组工作条例]", "materials")
    words = "words: {materials: {党组工作条例: [中国共产党党组工作条例], 纪律处分条例: [中国共产党纪律处分条例]}}"
    records = talk("2016-03-01", "materials: 《中国共产党纪律处分条例》")
    (one,) = verdicts(text, records, words)
    assert one.near == ()
    (one,) = verdicts(text, records.replace("纪律", "组工"), words)
    assert [shown.why for shown in one.near] == ["similar:中国共产党组工处分条例"]
    (one,) = verdicts(text, records.replace("纪律处分", "党员权利保障"), words)
    assert one.near == ()  # alike are only the words that most begin and end with


def test_materials_by_their_titles() -> None:
    """A title that holds the word counts; of a list each is looked at."""
    records = talk(
        "2016-03-01", "materials: 《中国共产党廉洁自律准则》《关于纪律处分的条列》"
    )
    found = by_item(rule("[廉洁自律准则, 纪律处分条例]", "materials"), records)
    assert found["廉洁自律准则"].outcome == "met"
    assert found["纪律处分条例"].outcome == "missed"


def test_kinds_and_plans() -> None:
    """`kind` covers by kinds, `plans` by what items of a plan plan; both with what a
    kind implies."""
    implies = "implies: {thematic-discussion: [collective-study]}"
    text = rule(
        "[collective-study, party-lecture]",
        "kind",
        of="{kind: [thematic-discussion, party-lecture]}",
    )
    found = {
        v.label: v.outcome
        for v in verdicts(text, talk("2016-03-01", "topic: 甲"), implies)
    }
    assert found == {"collective-study": "met", "party-lecture": "missed"}
    plan = "- {kind: study-plan, date: 2016-01-05, period: 2016, items: [{when: 2016-03, kind: thematic-discussion}]}\n"
    text = rule("[collective-study, party-lecture]", "plans", of="{kind: plan-item}")
    found = {v.label: v.outcome for v in verdicts(text, plan, implies)}
    assert found == {"collective-study": "met", "party-lecture": "missed"}


def test_a_tag_that_cannot_be_read() -> None:
    """Then it is not known whether the item is there."""
    fact = Fact(
        {"thematic-discussion"},
        "branch",
        None,
        Origin("a.yaml", 1, 1),
        unknown=frozenset({"topic"}),
    )
    assert _has(world_of(), fact, "topic", ("学党章",)) is None
    assert _has(world_of(), fact, "theme", ("学党章",)) is False
    for hit in (Hit(fact, True), Hit(fact, False, ("topic",))):
        every = Hits([hit])
        assert every.such(lambda _: None, "topic").all == [Hit(fact, False, ("topic",))]
        assert every.such(lambda _: False, "topic").all == []
        assert every.such(lambda _: True, "topic").all == [hit]
        assert every.sure == hit.sure


def test_persons_as_a_tag() -> None:
    """A role may be the tag: everyone of a list has spoken."""
    records = talk("2016-03-01", "speakers: {keynote: 王敏、陈静}")
    found = by_item(rule("[王敏, 李娜]", "keynote"), records)
    assert {name: one.outcome for name, one in found.items()} == {
        "王敏": "met",
        "李娜": "missed",
    }


# --- so many of a list -------------------------------------------------------------


def some(least: int, records: str, **said: object) -> dict[str | None, str]:
    """The outcomes of three items of which so many are enough, by item."""
    text = (
        "{cover: {of: {kind: [volunteer-service, site-visit, publicity]}, tag: kind, "
        f"all: [volunteer-service, site-visit, publicity], min: {least}}}}}"
    )
    return {one.label: one.outcome for one in verdicts(text, records, **said)}


ALL = ("volunteer-service", "site-visit", "publicity")


@pytest.mark.parametrize(
    ("done", "wanted"),
    [
        ("", ("missed", "missed", "not-applicable")),
        ("c", ("missed", "not-applicable", "met")),
        ("ac", ("met", "not-applicable", "met")),
        ("abc", ("met", "met", "met")),
    ],
)
def test_so_many_of_a_list(done: str, wanted: tuple[str, ...]) -> None:
    """Any two of three: no more are missing than are wanted, and more is no fault."""
    kinds = dict(zip("abc", ALL, strict=True))
    records = "".join(held("2016-05-05", kind=kinds[one]) for one in done)
    assert some(2, records) == dict(zip(ALL, wanted, strict=True))


def test_what_would_do_as_well() -> None:
    """Of what is missing it is said which others would do."""
    text = rule("[甲, 乙, 丙], min: 1").replace("late: 12-31", "late: never")
    found = by_item(text, talk("2016-05-01", "topic: 丁"))
    assert (found["甲"].outcome, found["甲"].notes) == ("missed", ("or:乙、丙",))
    assert found["乙"].notes == ("why:enough-others",)
    done = by_item(text, talk("2016-05-01", "topic: 乙"))
    assert (done["乙"].outcome, done["乙"].notes) == ("met", ())


@pytest.mark.parametrize("kind", ["party-lecture", "quiz"])
def test_an_item_of_a_plan_of_either_kind(kind: str) -> None:
    """Any of its kinds is enough."""
    rule = "{cover: {of: {kind: plan-item}, tag: plans, all: [{any: [party-lecture, quiz], label: 其一}]}}"
    plan = f"- {{kind: study-plan, date: 2016-01-05, period: 2016, items: [{{when: 2016-06, kind: {kind}}}]}}\n"
    assert outcome(rule, plan) == "met"
    other = plan.replace(kind, "collective-study")
    assert outcome(rule, other) == "missed"


@pytest.mark.parametrize(
    ("aspects", "sources", "style", "discipline", "supervised"),
    [
        ("思想、组织、作风和纪律", "党员、服务对象", "undecidable", "undecidable", "undecidable"),
        ("思想、组织、作风、纪律、廉洁", "群众、服务对象", "met", "met", "met"),
        ("思想、组织、作风", "党员", "met", "overdue", "missed"),
    ],
)  # fmt: skip
def test_what_is_read_in_part(
    tmp_path: Path,
    aspects: str,
    sources: str,
    style: str,
    discipline: str,
    supervised: str,
) -> None:
    """The part that is read holds what it holds; the rest may hold the others."""
    profile = "名称: 第五党支部\n规则包: bj-2016\n党员:\n  - {姓名: 田野、白雪, 起: 2014-03-10}\n"
    records = (
        f"- {{类型: 组织生活会, 日期: 2016-12-16, 查摆方面: {aspects}, 出席情况: 全体}}\n"
        f"- {{类型: 征求意见, 日期: 2016-12-01, 征求对象: {sources}, 状态: 已开展}}\n"
    )
    (tmp_path / "branch.yaml").write_text(profile, "utf-8")
    (tmp_path / "records.yaml").write_text(records, "utf-8")
    found = check_branch(tmp_path, Options(date(2017, 2, 1), 2016)).verdicts
    shown = {(one.rule, one.label): one.outcome for one in found}
    assert shown["bj-2016/life-meeting-aspects", "作风"] == style
    assert shown["bj-2016/life-meeting-aspects", "纪律"] == discipline
    assert shown["bj-2016/under-supervision", None] == supervised
