"""What nearly counted: by its day, by one condition, as the person was away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lxyz.kinds import dated

from ..trial import BRANCH, held, verdict, verdicts


def near(rule: str, records: str, **said: object) -> list[tuple[str, str]]:
    """Day and reason of what is shown as near."""
    one = verdict(rule, records, **said)
    return [(str(record.date), record.why) for record in one.near]


@pytest.fixture(autouse=True, params=["one by one", "by their days"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few facts are looked at one by one, many by their days and persons: the same."""
    if request.param != "one by one":
        monkeypatch.setattr(dated, "_FEW", -1)


YEAR = "{count: {of: {kind: party-lecture%s}, min: 9}, when: %s}"
LAST = "{every: year, from: 10-01, to: 12-31}"


def test_by_its_day() -> None:
    """The nearest first, three at most; of the same period, or not far from a long one."""
    records = held("2016-02-01", "2016-08-20", "2016-09-30", "2016-09-29", "2017-01-05")
    assert near(YEAR % ("", LAST), records, as_of="2017-02-01") == [
        ("2016-09-30", "outside"),
        ("2016-09-29", "outside"),
        ("2017-01-05", "outside"),
    ]


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2017-03-03", True),
        ("2017-03-04", False),
        ("2016-01-01", True),
        ("2015-12-31", False),
    ],
)
def test_how_far(day: str, shown: bool) -> None:
    """Two months beside a long span; anywhere in its own period."""
    found = near(YEAR % ("", LAST), held(day), as_of="2017-12-31")
    assert bool(found) == shown


def test_the_weeks_beside_a_week_are_not_near() -> None:
    """Of short periods only what lies in the period itself."""
    rule = "{count: {of: {kind: party-lecture}}, when: {every: month, by: 1-10}}"
    found = {one.span.label: one.near for one in verdicts(rule, held("2016-03-20"))}
    assert found["2016-02"] == ()
    assert [str(one.date) for one in found["2016-03"]] == []  # it is late: it counts
    rule = "{count: {of: {kind: party-lecture}}, when: {every: month, by: 1-10}, late: never}"
    found = {one.span.label: one.near for one in verdicts(rule, held("2016-03-20"))}
    assert found["2016-02"] == ()
    assert [one.why for one in found["2016-03"]] == ["outside"]


def test_about_a_fact_there_is_no_period() -> None:
    """Then what is not far from its days."""
    rule = "{for: fact, each: {kind: oath-review}, when: {after: subject, within: 7d, late: never}, count: {of: {kind: party-lecture}}}"
    records = held("2016-05-05", kind="oath-review") + held("2016-05-20", "2016-07-14")
    assert near(rule, records) == [("2016-05-20", "outside")]


def test_by_one_condition() -> None:
    """What fails by one condition alone, before what lies outside."""
    rule = YEAR % (", theme: 初心, place: 一楼", LAST)
    records = (
        held("2016-11-01", more="attendance: all, theme: 使命, place: 一楼")
        + held("2016-11-02", more="attendance: all, theme: 使命, place: 二楼")
        + held("2016-09-30", more="attendance: all, theme: 初心, place: 一楼")
        + held("2016-09-01", more="attendance: all, theme: 使命, place: 一楼")
    )
    assert near(rule, records) == [
        ("2016-11-01", "condition:theme"),
        ("2016-09-30", "outside"),
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("name: 重温入党誓词", ["2016-11-02"]),
        ("name: [重温入党誓词, 志愿服务]", ["2016-11-02"]),
        ("name: {not: [研究本月学习安排]}", ["2016-11-01"]),
        ("name: 重温入党誓词, position: 7", []),
    ],
)
def test_a_step_of_quite_another_name_is_not_near(name: str, shown: list[str]) -> None:
    """One of nearly the right name is; what is no name of a step says nothing of it."""
    rule = YEAR.replace("party-lecture", "step") % (f", {name}", LAST)
    records = (
        "- {kind: committee-meeting, date: 2016-11-01, attendance: all, steps: [研究本月学习安排]}\n"
        "- {kind: committee-meeting, date: 2016-11-02, attendance: all, steps: [重温誓词]}\n"
    )
    assert [day for day, _ in near(rule, records)] == shown


def test_an_item_of_another_name_is_near() -> None:
    """Only of a step the name is what it is."""
    rule = YEAR.replace("party-lecture", "plan-item") % (", name: 重温誓词", LAST)
    item = "{when: 2016-11, kind: site-visit, name: 研究安排}"
    plan = f"- {{kind: study-plan, date: 2016-01-10, items: [{item}]}}\n"
    assert near(rule, plan) == [("2016-11-01", "condition:name")]


def test_as_the_person_was_away() -> None:
    """How he was not there; not where that is what is asked."""
    rule = "{for: secretary, count: {of: {kind: party-lecture, as: %s}, min: 9}, when: {every: year, to: 11-30}}"
    records = held("2016-05-05", more="attendance: {excused: 王敏（出差）}") + held(
        "2016-05-06", more="attendance: {absent: 王敏}"
    )
    records += held("2016-05-07", more="attendance: {present: 陈静}")
    records += held("2016-12-05", more="attendance: {absent: 王敏}")
    found = near(rule % "present", records)
    assert found == [
        ("2016-05-05", "role:excused"),
        ("2016-05-06", "role:absent"),
        ("2016-05-07", "role:unstated"),
    ]
    assert near(rule % "[present, excused]", records) == found[1:]
    # Nor where it is not known whether he came.
    rule = rule.replace("to: 11-30", "from: 05-01") % "present"
    for said, shown in (("", [("2016-04-05", "outside")]), (", content: 王敏未到", [])):
        records = held("2016-04-05", more=f"attendance: all{said}")
        assert near(rule, records) == shown


def test_what_was_cancelled() -> None:
    """With its reason; of a group only its own."""
    records = (
        "- {kind: party-lecture, date: 2016-11-01, status: cancelled, reason: 防汛}\n"
    )
    assert near(YEAR % ("", LAST), records) == [("2016-11-01", "cancelled:防汛")]
    rule = "{for: group, count: {of: {kind: group-meeting}}}"
    records = "- {kind: group-meeting, group: 一组, date: 2016-11-01, status: cancelled, reason: 防汛}\n"
    found = verdicts(rule, records)
    assert [len(one.near) for one in found] == [1, 0]


def test_whose_it_was() -> None:
    """What a group or the committee above held where the branch has to; not with a
    condition that fails as well, nor where any will do."""
    rule = "{count: {of: {kind: collective-study%s}, min: 9}, when: {every: year, to: 11-30}}"
    records = (
        "- {kind: collective-study, date: 2016-05-05, group: 一组, theme: 初心, attendance: all}\n"
        "- {kind: collective-study, date: 2016-05-06, organizer: 机关党委, theme: 初心, attendance: all}\n"
        "- {kind: collective-study, date: 2016-05-07, organizer: 机关党委, theme: 使命, attendance: all}\n"
        "- {kind: collective-study, date: 2016-12-05, organizer: 机关党委, theme: 初心, attendance: all}\n"
    )
    branch = BRANCH + "unit: 机关党委\n"
    found = near(rule % ", theme: 初心", records, branch=branch)
    assert found == [("2016-05-05", "level:group"), ("2016-05-06", "level:above")]
    anyone = ", level: [branch, group, above]"
    assert near(rule % anyone, records, branch=branch) == []
    of_group = rule.replace("{count", "{for: group, count") % ", level: group"
    assert [one.near for one in verdicts(of_group, records, branch=branch)][1] == ()


def test_whose_it_was_comes_before_what_lay_outside() -> None:
    """Though its day, in the band, is farther off than that of one held too early."""
    rule = "{count: {of: {kind: collective-study}, min: 9}, when: {every: year, from: 03-01, to: 06-30, band: {to: 08-31}}}"
    own = held("2016-02-28", kind="collective-study")
    theirs = (
        "- {kind: collective-study, date: 2016-08-20, group: 一组, attendance: all}\n"
    )
    assert near(rule, own + theirs) == [
        ("2016-08-20", "level:group"),
        ("2016-02-28", "outside"),
    ]


def test_of_others_nothing_is_near() -> None:
    """A condition that fails in a record of which a person is no part."""
    rule = (
        "{for: secretary, count: {of: {kind: party-lecture, as: present, theme: 初心}}}"
    )
    assert near(rule, held("2016-05-05", more="attendance: all, theme: 使命")) == [
        ("2016-05-05", "condition:theme")
    ]
    others = "- {kind: reflection-essay, date: 2016-05-05, members: 李娜, topic: 甲}\n"
    rule = (
        "{for: secretary, count: {of: {kind: reflection-essay, as: about, topic: 乙}}}"
    )
    assert near(rule, others) == []


def test_of_another_subject_nothing_is_near() -> None:
    """What is joined to another fact is not near this one."""
    rule = "{for: fact, each: {kind: thematic-discussion}, when: {every: year}, count: {of: {kind: oath-review, same: [topic], theme: 初心}}, fold: no}"
    records = (
        "- {kind: thematic-discussion, date: 2016-05-05, attendance: all, topic: 甲}\n"
        "- {kind: thematic-discussion, date: 2016-06-05, attendance: all, topic: 乙}\n"
        "- {kind: oath-review, date: 2016-07-05, attendance: all, topic: 乙, theme: 使命}\n"
    )
    found = verdicts(rule, records)
    assert [[record.why for record in one.near] for one in found] == [
        [],
        ["condition:theme"],
    ]


def test_before_a_short_span_there_is_nothing() -> None:
    """What has not begun has nothing near; a long one shows what came too early."""
    month = "{count: {of: {kind: party-lecture}}, when: {every: year, from: 10-10, to: 10-20}}"
    assert near(month, held("2016-09-20"), as_of="2016-10-09") == []
    assert near(month, held("2016-09-20"), as_of="2016-10-10") == [
        ("2016-09-20", "outside")
    ]
    assert near(YEAR % ("", LAST), held("2016-09-20"), as_of="2016-09-30") == [
        ("2016-09-20", "outside")
    ]


def test_what_has_no_day_is_never_near() -> None:
    """The profile's facts."""
    assert near("{count: {of: {kind: branch, name: 别的}}}", "") == []
    rule = "{for: fact, each: {kind: oath-review}, when: {before: subject}, count: {of: {kind: branch, name: 别的}}}"
    assert near(rule, held("2016-05-05", kind="oath-review")) == []


def test_told_once() -> None:
    """A record that nearly fits two patterns is shown for the first reason."""
    rule = "{count: {of: [{kind: party-lecture, theme: 甲}, {kind: party-lecture, theme: 乙}]}}"
    assert near(rule, held("2016-05-05", more="attendance: all, theme: 丙")) == [
        ("2016-05-05", "condition:theme")
    ]


def test_told_once_though_outside_for_two() -> None:
    """Two patterns that mean the same record."""
    rule = "{count: {of: [{kind: party-lecture}, {kind: party-lecture, theme: some}]}, when: {every: year, from: 10-01, to: 12-31, late: never}}"
    records = held("2016-09-05", more="attendance: all, theme: 甲")
    assert near(rule, records, as_of="2017-02-01") == [("2016-09-05", "outside")]


def test_by_one_of_several_kinds() -> None:
    """Whichever it lacks; what lacks two, or fails besides, is of something else."""
    kinds = "{all: [party-lecture, oath-review, all-member-meeting]}"
    rule = YEAR % ("", LAST)
    rule = rule.replace("{kind: party-lecture", f"{{theme: 初心, kind: {kinds}")
    more = "attendance: all, theme: %s"
    records = (
        held("2016-12-01", kind="[党课, 党员大会]", more=more % "初心")
        + held("2016-12-03", kind="[重温入党誓词, 党员大会]", more=more % "初心")
        + held("2016-12-05", kind="[党课, 重温入党誓词]", more=more % "初心")
        + held("2016-12-07", kind="党课", more=more % "初心")
        + held("2016-12-09", kind="[党课, 党员大会]", more=more % "使命")
    )
    assert near(rule, records) == [
        ("2016-12-01", "kind:oath-review"),
        ("2016-12-03", "kind:party-lecture"),
        ("2016-12-05", "kind:all-member-meeting"),
    ]


def test_of_several_kinds_only_what_concerns_the_case() -> None:
    """On its days, of the person, belonging to the record it is about."""
    kinds = "{all: [party-lecture, oath-review]}"
    lecture = held("2016-05-05", "2016-06-05", kind="party-lecture")
    month = f"{{when: {{every: month}}, count: {{of: {{kind: {kinds}}}}}, late: never}}"
    found = {
        one.span.label: [x.why for x in one.near] for one in verdicts(month, lecture)
    }
    assert [label for label, why in found.items() if why] == ["2016-05", "2016-06"]
    of_person = f"{{for: member, when: {{every: year}}, count: {{of: {{kind: {kinds}, as: present}}}}}}"
    told = held("2016-05-05", kind="party-lecture", more="attendance: 王敏")
    found = {
        one.subject.name: [x.why for x in one.near] for one in verdicts(of_person, told)
    }
    assert {name for name, why in found.items() if not why} == {"许诺"}  # came in June
    topic = f"{{for: fact, each: {{kind: all-member-meeting}}, when: {{every: year}}, count: {{of: {{kind: {kinds}, same: [topic]}}}}}}"
    records = held(
        "2016-05-01", kind="all-member-meeting", more="attendance: all, topic: 甲"
    )
    records += held(
        "2016-05-05", kind="party-lecture", more="attendance: all, topic: 甲"
    )
    records += held(
        "2016-05-06", kind="party-lecture", more="attendance: all, topic: 乙"
    )
    assert near(topic, records) == [("2016-05-05", "kind:oath-review")]


def test_of_many_the_first_of_the_days() -> None:
    """Of those in the days the first, though one before them is nearly in time."""
    rule = "{for: secretary, count: {of: {kind: party-lecture, theme: 初心, as: present}, min: 9}, when: {every: year, from: 03-10, to: 11-30, band: {from: 03-01}}}"
    days = [f"2016-03-{day:02}" for day in range(1, 31)]
    records = held(*days, more="attendance: all, theme: 使命")
    assert near(rule, records) == [
        ("2016-03-10", "condition:theme"),
        ("2016-03-11", "condition:theme"),
        ("2016-03-12", "condition:theme"),
    ]


def test_the_nearest_of_very_many() -> None:
    """Of a day before that as of one after, those of one day in their order."""
    days = [f"2016-0{month}-{day:02}" for month in (8, 9) for day in range(1, 30)]
    after = [f"2017-01-{day:02}" for day in range(1, 31)]
    rule = YEAR % ("", "{every: year, from: 10-02, to: 12-31, late: never}")
    same = (f"attendance: all, time: '0{n}:00-0{n}:30'" for n in (6, 7, 8))
    last = "".join(held("2016-09-30", more=more) for more in same)
    records = held(*days) + last + held(*after)
    found = near(rule, records, as_of="2017-02-01")
    assert found == [("2017-01-01", "outside"), *[("2016-09-30", "outside")] * 2]
    (one,) = verdicts(rule, records, as_of="2017-02-01")
    assert [near_.origin.line for near_ in one.near] == [62, 59, 60]


@pytest.mark.parametrize("many", [3, 4, 70])
def test_what_more_than_are_shown_lack_is_near_in_none(many: int) -> None:
    """Of records of many kinds: every one of them is of something else; what came on
    another day, or nearly fits by itself, is shown all the same."""
    kinds = "[party-lecture, collective-study, oath-review]"
    wide = YEAR.replace("party-lecture", kinds) % (", theme: 初心, place: 一楼", LAST)
    days = [str(date(2016, 10, 8) + timedelta(n)) for n in range(many)]
    records = held(*days, more="attendance: all, theme: 使命, place: 一楼")
    records += held("2016-12-25", more="attendance: all, theme: 初心, place: 二楼")
    records += held("2016-09-05", more="attendance: all, theme: 初心, place: 一楼")
    found = near(wide, records)
    if many == 3:
        assert found == [(day, "condition:theme") for day in days]
    else:
        assert found == [("2016-12-25", "condition:place"), ("2016-09-05", "outside")]
    narrow = YEAR % (", theme: 初心, place: 一楼", LAST)
    assert near(narrow, records) == [(day, "condition:theme") for day in days[:3]]


def test_what_is_not_written_at_all() -> None:
    """A key that the record does not have; not what follows from others."""
    rule = YEAR % (", theme: 初心", LAST)
    assert near(rule, held("2016-11-01")) == [("2016-11-01", "theme")]
    rule = YEAR % (", weekday: monday", LAST)
    assert near(rule, held("2016-11-01")) == [("2016-11-01", "condition:weekday")]


def test_what_was_cancelled_of_another_sort_is_not_near() -> None:
    """It would not have counted, had it been held."""
    rule = YEAR % (", theme: 初心", LAST)
    records = "- {kind: party-lecture, date: 2016-11-01, status: cancelled, reason: 防汛, theme: %s}\n"
    assert near(rule, records % "使命") == []
    assert near(rule, records % "初心") == [("2016-11-01", "cancelled:防汛")]


def test_who_was_away_is_told_that_first() -> None:
    """Where one pattern asks for what the sitting does not say and another does not."""
    rule = "{for: secretary, count: {of: [{kind: party-lecture, as: present, place: 一楼}, {kind: party-lecture, as: present}]}}"
    records = held(
        "2016-05-05", more="attendance: {present: 陈静, excused: 王敏（出差）}"
    )
    assert near(rule, records) == [("2016-05-05", "role:excused")]
