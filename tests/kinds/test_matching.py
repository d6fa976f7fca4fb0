"""Patterns: which facts are meant, at which level, joined by what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.fleet.branch import Options, check_branch
from lxyz.kinds import dated
from lxyz.kinds.matching import Matcher
from lxyz.packs.model import Pattern

from ..trial import days_of, held, outcome, verdict, verdicts, world_of


@pytest.fixture(autouse=True, params=["one by one", "at once"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many facts are found as few are."""
    if request.param == "at once":
        monkeypatch.setattr(dated, "_FEW", -1)


def have(of: str, records: str, for_: str = "branch", more: str = "") -> str:
    """How many facts a pattern means."""
    one = verdict(f"{{for: {for_}, count: {{of: {of}, min: 99}}}}", records, more)
    assert one.have is not None
    return one.have


KINDS = held("2016-05-05", kind="[party-lecture, theme-party-day]") + held(
    "2016-05-06", kind="oath-review"
)


@pytest.mark.parametrize(
    ("of", "number"),
    [
        ("{kind: party-lecture}", "1"),
        ("{kind: [party-lecture, oath-review]}", "2"),
        ("{kind: [party-lecture, theme-party-day]}", "1"),
        ("{kind: {all: [party-lecture, theme-party-day]}}", "1"),
        ("{kind: {all: [party-lecture, oath-review]}}", "0"),
        ("{kind: party-activity-day}", "1"),
        ("{kind: theme-party-day}", "1"),
        ("[{kind: oath-review}, {kind: theme-party-day}]", "2"),
    ],
)
def test_kinds(of: str, number: str) -> None:
    """One, any, all; with what a kind implies, over several steps."""
    implies = "implies: {party-lecture: [expert-lecture], expert-lecture: [party-activity-day]}"
    assert have(of, KINDS, more=implies) == number


def test_all_kinds_in_two_records_of_one_sitting() -> None:
    """Each kind in the book of its kind: one sitting, counted once."""
    books = held("2016-05-05", kind="party-lecture") + held(
        "2016-05-05", kind="theme-party-day"
    )
    both = "{kind: {all: [party-lecture, theme-party-day]}}"
    assert have(both, books) == "1"
    apart = held("2016-05-05", kind="party-lecture") + held(
        "2016-05-06", kind="theme-party-day"
    )
    assert have(both, apart) == "0"


def test_what_implies_each_other() -> None:
    """Two kinds may each be the other."""
    implies = "implies: {theme-party-day: [party-activity-day], party-activity-day: [theme-party-day]}"
    records = held("2016-05-05", kind="theme-party-day") + held(
        "2016-06-05", kind="party-activity-day"
    )
    for kind in ("theme-party-day", "party-activity-day"):
        assert have(f"{{kind: {kind}}}", records, more=implies) == "2"


TWO_LECTURES = """
- {kind: party-lecture, date: 2016-05-05, attendance: all}
- {kind: party-lecture, date: 2016-06-06, host: 王敏, attendance: all}
- {kind: oath-review, date: 2016-05-05, attendance: all}
- {kind: oath-review, date: 2016-06-07, attendance: all}
"""


@pytest.mark.parametrize(
    ("of", "first", "second"),
    [
        # Another one, later, makes it good; unless it must be this very one.
        ("{kind: party-lecture, host: some}", "late", "met"),
        ("{kind: party-lecture, host: some, link: self}", "overdue", "met"),
        # Or one of the same day.
        ("{kind: oath-review}", "met", "late"),
        ("{kind: oath-review, same: [date]}", "met", "overdue"),
    ],
)
def test_the_record_itself_and_its_day(of: str, first: str, second: str) -> None:
    """What a record must say is made good by no other; what must be held on its day, by
    none of another day."""
    rule = f"{{for: fact, each: {{kind: party-lecture}}, when: {{during: subject}}, count: {{of: {of}}}}}"
    found = {one.span.label: one.outcome for one in verdicts(rule, TWO_LECTURES)}
    assert found == {"2016-05-05": first, "2016-06-06": second}


def test_what_has_no_day_is_held_on_none() -> None:
    """The profile stands; it is of no day."""
    rule = "{for: fact, each: {kind: party-lecture}, when: {during: subject}, count: {of: {kind: member, same: [date]}}}"
    assert "met" not in {one.outcome for one in verdicts(rule, TWO_LECTURES)}


LEVELS = (
    held("2016-05-05", kind="collective-study")
    + "- {kind: collective-study, group: 一组, date: 2016-05-06, attendance: all}\n"
    + "- {kind: reflection-essay, date: 2016-05-07, members: 李娜}\n"
)


@pytest.mark.parametrize(
    ("of", "number"),
    [
        ("{kind: collective-study}", "1"),
        ("{kind: collective-study, level: branch}", "1"),
        ("{kind: collective-study, level: group}", "1"),
        ("{kind: collective-study, level: [branch, group]}", "2"),
        ("{kind: reflection-essay}", "0"),
        ("{kind: reflection-essay, level: member}", "1"),
        ("{kind: collective-study, level: above}", "0"),
    ],
)
def test_levels(of: str, number: str) -> None:
    """By default those of the subject: of the branch its own."""
    assert have(of, LEVELS) == number


def test_levels_of_groups_and_persons() -> None:
    """A group means its own; a person who stands in a role is meant at any level."""
    found = verdicts(
        "{for: group, count: {of: {kind: collective-study}, min: 9}}", LEVELS
    )
    assert {one.subject.name: one.have for one in found} == {"一组": "1", "二组": "0"}
    found = verdicts(
        "{for: member, count: {of: {kind: collective-study, as: present}, min: 9}}",
        LEVELS,
    )
    assert {one.subject.name: one.have for one in found} == {
        "王敏": "2", "陈静": "2", "李娜": "1", "胡斌": "0", "许诺": "0",
    }  # fmt: skip
    # Whom it is about, where the pattern says no role, does not matter.
    found = verdicts(
        "{for: member, count: {of: {kind: collective-study}, min: 9}}", LEVELS
    )
    assert {one.have for one in found} == {"2"}


def test_a_group_and_what_is_the_branchs() -> None:
    """With `level: branch` a group is served by what all did together."""
    rule = "{for: group, count: {of: {kind: collective-study, level: [branch, group]}, min: 9}}"
    assert {one.subject.name: one.have for one in verdicts(rule, LEVELS)} == {
        "一组": "2",
        "二组": "1",
    }


# --- root and links --------------------------------------------------------------

PLAN = "- {kind: %s, date: 2016-01-05, period: 2016, items: [{when: 2016-05, kind: party-lecture}]}\n"


def test_root() -> None:
    """Items of a plan of that kind."""
    records = PLAN % "study-plan"
    assert have("{kind: plan-item, root: study-plan}", records) == "1"
    assert have("{kind: plan-item, root: party-work-plan}", records) == "0"
    # What has no whole has no root.
    assert have("{kind: party-lecture, root: study-plan}", held("2016-05-05")) == "0"


LINKED = "{for: fact, each: {kind: party-lecture}, when: {after: subject}, count: {of: {kind: %s, link: subject}}, fold: no}"
TWO = held("2016-05-05", "2016-06-05")


@pytest.mark.parametrize(
    ("summary", "outcomes"),
    [
        ("依据: 2016-05-05 党课", ["met", "missed"]),
        ("依据: 2016-06-05 党课", ["missed", "met"]),
        # It may belong to either: nobody knows.
        ("", ["undecidable", "undecidable"]),
    ],
)
def test_links(summary: str, outcomes: list[str]) -> None:
    """A record refers to the fact of `each`; one that refers to nothing is a doubt."""
    said = f", {summary}" if summary else ""
    records = TWO + f"- {{类型: 学习总结, 日期: 2016-06-06, 期间: 2016{said}}}\n"
    rule = LINKED.replace(
        "when: {after: subject}", "when: {after: subject, late: never, to: 99d}"
    )
    found = verdicts(rule % "study-summary", records)
    assert [one.outcome for one in found] == outcomes
    assert {one.missing for one in found if one.outcome == "undecidable"} <= {
        ("based_on",)
    }


def test_a_fact_serves_itself() -> None:
    """A record that has both kinds is its own partner; another of the same kind that
    refers to nothing is not."""
    records = held("2016-05-05", kind="[party-lecture, oath-review]") + held(
        "2016-06-05"
    )
    found = verdicts(LINKED % "oath-review", records)
    assert [one.outcome for one in found] == ["met", "overdue"]
    found = verdicts(LINKED % "party-lecture", TWO)
    assert [one.outcome for one in found] == ["met", "met"]


CHAINED = (
    TWO
    + """
- {类型: 学习总结, 日期: 2016-06-06, 期间: 2016, 依据: 2016-05-05 党课}
- {类型: 学习总结, 日期: 2016-06-07, 期间: 2016, 依据: 2016-06-06 学习总结}
- {类型: 学习总结, 日期: 2016-06-08, 期间: 2016}
- {类型: 学习总结, 日期: 2016-06-09, 期间: 2016, 题目: 体会, 依据: 2016-06-05 党课}
- {类型: 学习总结, 日期: 2016-06-10, 期间: 2016, 题目: 体会}
- {类型: 学习总结, 日期: 2016-06-11, 期间: 2016, 依据: [2016-05-05 党课, 2016-06-06 学习总结]}
- {类型: 党课, 日期: 2016-07-05, 出席情况: 全体, 依据: 2016-05-05 党课}
"""
)


@pytest.mark.parametrize("link", ["subject", "self"])
@pytest.mark.parametrize("kind", ["study-summary", "party-lecture"])
def test_what_may_belong_to_a_fact_is_had_at_once(link: str, kind: str) -> None:
    """Of all facts those are left out that cannot belong to it, and none besides; of
    those that nearly are meant, all that do belong to it are there."""
    world = world_of(CHAINED)
    matcher = Matcher(world, Pattern(kind=kind, link=link), None)
    wanted = Pattern(kind=kind, link=link, wanted={"topic": "体会"})
    nearly = Matcher(world, wanted, None)
    for anchor in world.of(frozenset(("party-lecture",))):
        parts = matcher.parts("", anchor)
        had = sorted(
            (one.fact for part in parts for one in part.all), key=lambda fact: fact.rank
        )
        every = [one.fact for one in matcher.hits("", None).all]
        may = [one for one in every if matcher.joined(one, anchor, []) is not False]
        assert had == [one for one in every if one in had]
        assert [one for one in had if one in may] == may
        missed = [one.fact for one in nearly.misses("", None).all]
        assert [
            one.fact
            for one in nearly.misses("", anchor).all
            if nearly.joined(one.fact, anchor, []) is True
        ] == [one for one in missed if nearly.joined(one, anchor, []) is True]


# --- joins -----------------------------------------------------------------------

SAME = "{for: fact, each: {kind: thematic-discussion}, when: {every: year}, count: {of: {kind: %s, same: [%s]}}, fold: no}"


def talk(
    said: str = "", kind: str = "thematic-discussion", day: str = "2016-05-05"
) -> str:
    """A discussion, or what goes with it."""
    return f"- {{kind: {kind}, date: {day}, attendance: all{', ' if said else ''}{said}}}\n"


@pytest.mark.parametrize(
    ("same", "one", "other", "wanted"),
    [
        ("topic", "topic: 甲", "topic: 甲", "met"),
        ("topic", "topic: 甲", "topic: 乙", "missed"),
        ("topic", "topic: 学党章", "topic: 专题一", "met"),
        ("topic", "topic: 甲", "", "missed"),
        # The subject lacks it: that is a doubt.
        ("topic", "", "topic: 甲", "undecidable"),
        ("theme=topic", "topic: 甲", "theme: 甲", "met"),
        ("host = lecturer", "speakers: {lecturer: 王敏、陈静}", "host: 王敏", "met"),
        ("host=lecturer", "speakers: {lecturer: 陈静}", "host: 王敏", "missed"),
        ("host=lecturer", "speakers: {lecturer: 陈静}", "", "undecidable"),
        ("materials", "materials: 《甲》《乙》", "materials: 《乙》", "met"),
        ("materials", "materials: 《党章》", "materials: 《党章通读》", "met"),
        ("materials", "materials: 《党章通读》", "materials: 《党章》", "missed"),
        ("topic", "topic: 七一活动", "topic: 七一的活动", "met"),
        ("topic", "topic: 学党章", "topic: 二、专题一", "met"),
        ("topic, theme", "topic: 甲, theme: 乙", "topic: 甲, theme: 乙", "met"),
        ("topic, theme", "topic: 甲, theme: 乙", "topic: 甲, theme: 丙", "missed"),
    ],
)
def test_same(same: str, one: str, other: str, wanted: str) -> None:
    """What both say is compared, sets by what they share, with the pack's aliases."""
    records = talk(one) + talk(other, "oath-review", "2016-05-06")
    words = "words: {topic: {学党章: [专题一], 七一活动: [七一*活动]}}"
    assert outcome(SAME % ("oath-review", same), records, words) == wanted


@pytest.mark.parametrize(
    ("of", "one", "other", "lacks"),
    [
        ("oath-review, same: [topic]", "", "topic: 甲", "thematic-discussion"),
        ("oath-review, same: [host]", "host: 王敏", "", "oath-review"),
        # What both lack is said of what would be counted.
        ("oath-review, same: [host]", "", "", "oath-review"),
    ],
)
def test_who_lacks_what_is_to_be_the_same(
    of: str, one: str, other: str, lacks: str
) -> None:
    """The one of the two that does not say it is named."""
    records = talk(one) + talk(other, "oath-review", "2016-05-06")
    rule = SAME.replace(", same: [%s]", "") % of
    found = verdict(rule, records)
    assert found.outcome == "undecidable"
    assert [one.kinds for one in found.near] == [(lacks,)]


def test_same_kind() -> None:
    """Kinds are compared with what they imply, on either side."""
    implies = "implies: {thematic-discussion: [collective-study]}"
    plan = "- {kind: study-plan, date: 2016-01-05, period: 2016, items: [{when: 2016-05, kind: %s}]}\n"
    rule = "{for: fact, each: {kind: plan-item}, when: {during: subject}, count: {of: {kind: [collective-study, party-lecture], same: [kind=plans]}}, fold: no}"
    assert outcome(rule, plan % "collective-study" + talk(), implies) == "met"
    assert outcome(rule, plan % "party-lecture" + talk(), implies) == "overdue"
    back = SAME % ("plan-item", "plans=kind")
    assert outcome(back, plan % "collective-study" + talk(), implies) == "met"
    assert outcome(back, plan % "party-lecture" + talk(), implies) == "missed"
    both = SAME % ("[collective-study, party-lecture]", "kind")
    assert (
        outcome(both, talk() + talk("", "party-lecture", "2016-05-06"), implies)
        == "met"
    )


def test_a_side_that_cannot_be_read() -> None:
    """What is there and cannot be read is a doubt on either side."""
    from lxyz.facts.fact import Fact
    from lxyz.files.origin import Origin
    from lxyz.kinds.matching import Matcher
    from lxyz.packs.model import Pattern
    from lxyz.packs.part import part_of

    from ..trial import world_of

    matcher = Matcher(
        world_of(), part_of(Pattern, {"kind": "oath-review", "same": ("topic",)}), None
    )
    place = Origin("a.yaml", 1, 1)
    anchor = Fact({"thematic-discussion"}, "branch", None, place, attrs={"topic": "甲"})
    partner = Fact({"oath-review"}, "branch", None, place, unknown=frozenset({"topic"}))
    missing: list[str] = []
    assert matcher.joined(partner, anchor, missing) is None
    assert missing == ["topic"]


def test_a_sure_match_beats_a_doubtful_one() -> None:
    """A fact that one pattern means for sure and another perhaps is meant."""
    rule = "{for: secretary, count: {of: [{kind: party-lecture, as: present}, {kind: party-lecture, level: branch}]}}"
    one = verdict(rule, held("2016-05-05", more="status: held"))
    assert (one.outcome, days_of(one)) == ("met", ["2016-05-05"])


@pytest.mark.parametrize(
    ("day", "wanted"),
    [("2016-05-10", "met"), ("2016-05-24", "met"), ("2016-05-25", "late")],
)
def test_what_was_cancelled(day: str, wanted: str) -> None:
    """A cancelled meeting is a subject, and only where the pattern says so; what was
    held does not count as cancelled."""
    rules = """
        {for: fact, each: {kind: [all-member-meeting, committee-meeting], status: cancelled},
         when: {after: subject, within: 14d},
         count: {of: {kind: [all-member-meeting, committee-meeting], same: [kind]}}}
    """
    records = (
        "- {kind: all-member-meeting, date: 2016-05-10, status: cancelled, reason: 防汛}\n"
        + held("2016-05-12", kind="committee-meeting")
        + held(day, kind="all-member-meeting")
    )
    assert outcome(rules, records) == wanted


def test_how_often_something_was_cancelled() -> None:
    """At most two in a year."""
    rule = "{count: {of: {kind: party-lecture, status: cancelled}, max: 2}}"
    row = "- {{kind: party-lecture, date: 2016-0{}-10, status: cancelled, reason: 防汛}}\n"
    three = "".join(row.format(n) for n in (3, 4, 5))
    assert outcome(rule, three) == "missed"
    assert outcome(rule, row.format(3) + held("2016-04-10", "2016-05-10")) == "met"


def test_on_which_weekday() -> None:
    """A meeting is of a weekday: 6 May 2016 is a Friday."""
    rule = "{for: fact, each: {kind: party-lecture}, has: {weekday: friday}}"
    assert outcome(rule, held("2016-05-06")) == "met"
    assert outcome(rule, held("2016-05-07")) == "overdue"


def test_what_is_not_known_to_have_been_held(tmp_path: Path) -> None:
    """All that says so is an attendance of names on no roster: it is neither held nor
    not, until that is mended."""
    profile = (
        "名称: 甲\n规则包: bj-2016\n书记: 王敏\n党员: [{姓名: 王敏, 起: 2015-01-01}]\n"
    )
    (tmp_path / "branch.yaml").write_text(profile, "utf-8")
    text = "{类型: 集体学习, 日期: 2024-03-05, 出席情况: 全提}\n"
    (tmp_path / "学习.yaml").write_text(text, "utf-8")
    report = check_branch(tmp_path, Options(date(2024, 12, 31)))
    found = [
        (one.outcome, one.missing)
        for one in report.verdicts
        if one.rule == "bj-2016/collective-study-each-month"
        and one.span.label == "2024-03"
    ]
    assert found == [("undecidable", ("attendance",))]


def test_a_plan_of_a_part_of_the_year() -> None:
    """It is not known to be that of the year."""
    rule = "{count: {of: {kind: study-plan}}, when: {every: year}}"
    plan = "- {kind: study-plan, date: 2016-03-01, period: 2016-03}\n"
    one = verdict(rule, plan, as_of="2017-01-01")
    assert (one.outcome, one.missing) == ("undecidable", ("period",))
    assert outcome(rule, plan.replace("2016-03}", "2016}")) == "met"


def test_a_kind_that_is_not_clear_to_have_come_about() -> None:
    """What asks for that kind cannot be told; for another one of the sitting it can."""
    rule = "{count: {of: {kind: %s}}, when: {every: year}}"
    sitting = "- {kind: [collective-study, party-lecture], date: 2016-03-01, attendance: all, note: 自学}\n"
    one = verdict(rule % "collective-study", sitting, as_of="2017-01-01")
    assert (one.outcome, one.missing) == ("undecidable", ("held",))
    assert outcome(rule % "party-lecture", sitting) == "met"
    assert outcome(rule % "[collective-study, party-lecture]", sitting) == "met"
    both = rule % "{all: [party-lecture, collective-study]}"
    assert outcome(both, sitting) == "undecidable"
    told = sitting.replace("note:", "status: held, note:")
    assert outcome(rule % "collective-study", told) == "met"


@pytest.mark.parametrize("asked", ["present", "[present, excused]"])
def test_who_is_said_to_have_come_and_not_to(asked: str) -> None:
    """He may have been there: nobody can tell."""
    each = "{for: secretary, each: {kind: party-lecture}, has: {as: AS}}"
    count = "{for: secretary, count: {of: {kind: party-lecture, as: AS}}, when: {every: year}}"
    sitting = (
        "- {kind: party-lecture, date: 2016-03-01, attendance: all, note: 王敏未到}\n"
    )
    for rule in (each, count):
        one = verdict(rule.replace("AS", asked), sitting, as_of="2017-01-01")
        assert (one.outcome, one.missing) == ("undecidable", ("present",))
    assert outcome(count.replace("AS", "host"), sitting) == "missed"


PAID = (
    f"{{日期: 2024-{month:02}-05, 党员: 王敏, 月份: 2024-{month:02}}}"
    for month in range(1, 13)
    if month != 3
)
DUES = (
    f"{{类型: 交纳党费, 明细: [{{日期: 2024-03-05, 党员: 王敏%s}}, {', '.join(PAID)}]}}"
)


@pytest.mark.parametrize(
    ("rule", "text", "missing"),
    [
        ("dues-each-month", DUES % ", 月份: 2024-13", "month"),
        ("dues-each-month", DUES % "", "month"),
        (
            "study-plan",
            "{类型: 学习计划, 日期: 2024-01-05, 期间: 二〇二四, 条目: [{时段: 每月, 类型: 集体学习}]}",
            "period",
        ),
        (
            "life-meeting",
            "{类型: 组织生活会, 日期: 2024-12-05, 计入年度: 上年, 出席情况: 全体}",
            "counts_for",
        ),
    ],
)
def test_for_which_time_it_is_cannot_be_read(
    tmp_path: Path, rule: str, text: str, missing: str
) -> None:
    """Its own day says nothing of that: it may be for another month, or year."""
    profile = (
        "名称: 甲\n规则包: bj-2016\n书记: 王敏\n党员: [{姓名: 王敏, 起: 2015-01-01}]\n"
    )
    (tmp_path / "branch.yaml").write_text(profile, "utf-8")
    (tmp_path / "记录.yaml").write_text(f"{text}\n", "utf-8")
    report = check_branch(tmp_path, Options(date(2024, 12, 31)))
    found = {
        (one.outcome, one.missing)
        for one in report.verdicts
        if one.rule == f"bj-2016/{rule}" and one.span.label in ("2024-03", "2024")
    }
    assert ("undecidable", (missing,)) in found or ("open", (missing,)) in found
    assert not {outcome for outcome, _ in found} & {"met", "late"}
