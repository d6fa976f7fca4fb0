"""Corners of rendering that no shipped pack reaches."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.packs.model import Rule
from lxyz.packs.part import part_of
from lxyz.render.page.layout import Page
from lxyz.render.page.style import Style
from lxyz.render.page.width import cut
from lxyz.render.page.yamltext import write
from lxyz.render.rule.asks import asks
from lxyz.render.rule.describe import condition, role_words
from lxyz.render.rule.dues import due_lines
from lxyz.render.rule.explain import _shown, explain
from lxyz.render.rule.tables import cases_table
from lxyz.render.rule.when import day_words, late_words, when_words
from lxyz.render.sample.profile import profile_sample
from lxyz.render.sample.windows import window_of
from lxyz.render.verdict.entries import Entry
from lxyz.render.verdict.entries import part_of as part_of_report
from lxyz.render.verdict.parts import due_head
from lxyz.render.verdict.telling import told_of
from lxyz.report import BranchReport
from lxyz.workshop.cases import Result

from ..trial import bound
from .conftest import make

DAY = date(2016, 9, 23)
RULE = {
    "id": "r",
    "title": "甲",
    "title_en": "A",
    "covers": ("a-01",),
    "modality": "must",
    "for": "branch",
    "count": {"of": {"kind": "party-lecture"}},
}


def test_a_gap_only_of_so_many_periods() -> None:
    """Broken by three months of the year in all."""
    rule = part_of(Rule, {**RULE, "when": {"every": "month"}, "fold": {"total": "3"}})
    assert "一年3期没有才算缺" in asks(rule, "zh")
    assert "3" in asks(rule, "en")


def test_a_field_that_is_another_one_or_none_of_it() -> None:
    """Who takes the minutes is not who is in the chair."""
    rule = part_of(
        Rule,
        {
            **RULE,
            "count": {"of": {"kind": "party-lecture", "recorder": {"apart": "host"}}},
        },
    )
    assert "“记录人”与“主持人”不同" in asks(rule, "zh")
    assert "“recorder” is not the same as host" in asks(rule, "en")


def test_values_of_parameters() -> None:
    """Windows and lists of a parameter on one line."""
    value = {"from": "06-15", "band": {"to": "07-31"}, "on": ("a", "b\x1b")}
    assert _shown(value) == "{from: 06-15, band: {to: 07-31}, on: [a, b\\u{1B}]}"


def test_a_page_of_nothing() -> None:
    """No texts in a row make no line; two blanks are one."""
    page = Page(Style())
    page.units([])
    page.blank()
    page.line("a")
    page.blank()
    page.blank()
    assert page.text() == "a\n\n"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("党支部", 6, "党支部"), ("党支部", 5, "党.."), ("\u0301" * 3, 0, "\u0301" * 3)],
)
def test_what_is_too_wide_ends_in_dots(text: str, width: int, shown: str) -> None:
    """A name that fits stays; one that does not ends in two dots."""
    assert cut(text, width) == shown


def test_a_list_holds_texts_and_mappings() -> None:
    """Texts and mappings; a list in a list has no place in a record."""
    assert write({"a": [{"b": "c"}, "d"]}) == ["a:", "  - b: c", "  - d"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_days_in_words(lang: str) -> None:
    """A month-day is told in the language."""
    assert day_words("06-30", lang) == ("6月30日" if lang == "zh" else "30 Jun")


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("+30d", "再过30天", "30 days more"),
        ("+2 months", "再过2个月", "2 months more"),
        ("+1 month", "再过1个月", "1 month more"),
        ("$late", "（参数 late）", "(parameter late)"),
    ],
)
def test_how_long_a_late_one_counts(text: str, chinese: str, english: str) -> None:
    """Days, months, or what a parameter says."""
    assert late_words(text, "zh") == chinese
    assert late_words(text, "en") == english


@pytest.mark.parametrize(
    ("day", "chinese"),
    [("7", "7日"), ("branch.fixed_day", "固定党日"), ("$day", "day")],
)
def test_a_fixed_day(day: str, chinese: str) -> None:
    """By its number, the branch's own, or a parameter."""
    rule = part_of(Rule, {**RULE, "when": {"every": "month", "day": day}})
    assert chinese in when_words(rule, "zh")
    assert when_words(rule, "en")


def test_a_person_in_one_of_several_roles() -> None:
    """Read as a list; what is the person's own is told apart from the others."""
    assert role_words("about", "zh") == "本人的"
    assert role_words(("owner", "about", "from"), "zh") == (
        "本人所写、写到本人的或本人找别人谈"
    )
    assert role_words(("owner", "about"), "en") == "by the person or of the person"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_condition_that_waits_for_a_parameter(lang: str) -> None:
    """What a key must say is set by the branch: that is said, not `$name`."""
    told = condition("topic", "$asked", lang)
    assert told == ("“专题”按参数" if lang == "zh" else "“topic” as the parameter says")


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        ("2016-12-31", "2017-02-01", True),
        ("2017-01-01", "2017-02-01", True),
        ("2015-11-01", "2016-01-01", True),
        ("2015-11-01", "2015-12-31", False),
    ],
)
def test_days_of_another_year(first: str, last: str, inside: bool) -> None:
    """A rule with full dates may ask nothing in the year of its pack: it is shown in the
    next one; of what was over before, it has no window, and that is told instead."""
    when = f"{{every: year, from: {first}, to: {last}}}"
    one = bound(f"{{when: {when}, count: {{of: {{kind: party-lecture}}}}}}")
    (rule,) = one.rules
    assert (window_of(rule, one.pack) is not None) is inside
    chinese, english = (due_lines(rule, one.pack, lang) for lang in ("zh", "en"))
    assert (chinese == ["2016年没有它的日期"]) is not inside
    assert (english == ["none of its days lie in 2016"]) is not inside


def test_a_rule_without_a_sample() -> None:
    """Where no record can be shown, the page has none, and the waiver still stands."""
    one = bound("{when: now, count: {of: {kind: party-lecture}}}")
    told = explain("rule", [one.pack], Style())
    assert "这样的记录算数" not in told
    assert told.count("可以豁免") == 1


@pytest.mark.parametrize(
    ("wanted", "stage", "steps"),
    [
        ("{stage: full}", "full", []),
        ("{stage: [probationary, full]}", "probationary", []),
        ("{stage: some}", "activist", []),
        ("{steps: {in_order: [activist, full]}}", "full", ["activist", "full"]),
        (
            "{steps: {all: [activist, full]}, stage: probationary}",
            "probationary",
            ["activist", "full"],
        ),
    ],
)
def test_a_candidate_as_a_rule_asks(wanted: str, stage: str, steps: list[str]) -> None:
    """At the stage that is asked for, or the last of the steps; no empty list."""
    one = bound(f"{{each: {{kind: candidate}}, has: {wanted}}}")
    (line,) = profile_sample(one.rules[0], date(2016, 9, 23))["candidates"]
    assert line["stage"] == stage
    assert [step["name"] for step in line.get("steps", [])] == steps


def test_a_case_that_expects_nothing() -> None:
    """A case that went wrong before its outcome was read: only what is wrong is told."""
    one = bound("{count: {of: {kind: party-lecture}}}")
    expecting = Result("rule", "甲", 3, "met", "as_of")
    told = cases_table(
        one.pack, [expecting, expecting._replace(expected="")], [], Style()
    )
    assert told.count("应为 met；") == 1
    assert told.count("cases.yaml:3") == 2


@pytest.mark.parametrize("outcome", ["open", "planned"])
def test_what_waits_and_weighs_is_to_be_done_now(outcome: str) -> None:
    """A record that counts only by the reader's grace is looked at before it is due."""
    verdict = make("dues", outcome, "warning", due=date(2016, 12, 31))
    assert part_of_report(verdict, date(2016, 9, 30)) == "now"


def test_no_day_no_head() -> None:
    """What is due on no day stands below none."""
    entry = Entry("next", (make("dues", "open", "none"),))
    page = Page(Style())
    due_head(
        page,
        entry,
        told_of(BranchReport("b", "甲", 2016, (), (), ()), date(2016, 9, 30), "zh"),
    )
    assert page.lines == []


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        (29, "9月29日（已过，仍在宽限内）", "29 Sep (past, within the days of grace)"),
        (30, "9月30日（今天）", "30 Sep (today)"),
    ],
)
def test_a_day_that_is_past(day: int, chinese: str, english: str) -> None:
    """What was moved, and is planned, is due on a day that is over."""
    entry = Entry("next", (make("dues", "planned", "none", due=date(2016, 9, day)),))
    for lang, text in (("zh", chinese), ("en", english)):
        page = Page(Style())
        report = BranchReport("b", "甲", 2016, (), (), ())
        due_head(page, entry, told_of(report, date(2016, 9, 30), lang))
        assert page.lines == [text]


def test_the_status_of_a_person() -> None:
    """Its values are called as on the roster, not by their English words."""
    assert condition("status", "probationary", "zh") == "“状态”写“预备”"
    assert condition("status", "probationary", "en") == "“status” says probationary"
