"""has: a fact (a person, the branch) has these attributes; what is missing is a gap."""

from __future__ import annotations

import pytest

from ..trial import BRANCH, held, outcome, verdict, verdicts

LECTURE = "{for: fact, each: {kind: party-lecture}, has: %s, fold: no%s}"
STEPS = "{for: fact, each: {kind: democratic-evaluation}, has: {steps: {in_order: [自评, 互评, 测评]}}, fold: no}"


def said(has: str, more: str, rest: str = "") -> tuple[str, str, str, tuple[str, ...]]:
    """Outcome, need, have, and what is missing of a lecture that says this."""
    records = held("2016-05-05", more=f"attendance: all{', ' if more else ''}{more}")
    one = verdict(LECTURE % (has, rest), records)
    assert one.need is not None
    assert one.have is not None
    return one.outcome, one.need, one.have, one.missing


@pytest.mark.parametrize(
    ("has", "more", "wanted"),
    [
        ("{theme: some}", "theme: 初心", ("met", "1", "1", ())),
        ("{theme: some}", "", ("overdue", "1", "0", ("theme",))),
        (
            "{theme: some, place: some}",
            "place: 一楼",
            ("overdue", "2", "1", ("theme",)),
        ),
        (
            "{materials: {all: [甲, 乙, 丙]}}",
            "materials: 乙",
            ("overdue", "3", "1", ("materials:甲", "materials:丙")),
        ),
        ("{materials: {all: [甲, 乙]}}", "materials: 甲、乙", ("met", "2", "2", ())),
        (
            "{materials: {all: [甲], min: 2}}",
            "materials: 甲",
            ("overdue", "1", "0", ("materials",)),
        ),
        # What is needed elsewhere to know which record counts is here a gap.
        ("{minutes: {min: 180}}", "", ("overdue", "1", "0", ("minutes",))),
        ("{minutes: {min: 180}}", "time: 9:00-12:00", ("met", "1", "1", ())),
        ("{lecturer: {is: secretary}}", "", ("overdue", "1", "0", ("lecturer",))),
        # Not to be so is kept by what is not written; a bound is not.
        ("{lecturer: {not: [王敏]}}", "", ("met", "1", "1", ())),
        ("{lecturer: {not: [王敏], min: 1}}", "", ("overdue", "1", "0", ("lecturer",))),
        (
            "{lecturer: {not: [王敏]}}",
            "speakers: {lecturer: 王敏}",
            ("overdue", "1", "0", ("lecturer",)),
        ),
    ],
)
def test_what_is_asked(
    has: str, more: str, wanted: tuple[str, str, str, tuple[str, ...]]
) -> None:
    """Each word of a list counts, so that a gap can say which are missing."""
    assert said(has, more) == wanted


def test_late_never() -> None:
    """Where completing the record cures nothing it is missed, with its day."""
    records = held("2016-05-05")
    one = verdict(LECTURE % ("{theme: some}", ", late: never"), records)
    assert (one.outcome, str(one.until)) == ("missed", "2016-05-05")
    assert verdict(LECTURE % ("{theme: some}", ""), records).until is None
    assert (
        verdict(LECTURE % ("{theme: some}", ", late: ever"), records).outcome
        == "overdue"
    )


@pytest.mark.parametrize(
    ("has", "more", "wanted"),
    [
        # Written otherwise, nothing can make it so; not written, it may have been so.
        ("{minutes: {min: 180}}", "", "overdue"),
        ("{minutes: {min: 180}}", ", time: 14:00-16:00", "missed"),
        ("{minutes: {min: 180}}", ", time: 14:00-17:00", "met"),
        ("{keynote: {min: 2}}", "", "overdue"),
        ("{keynote: {min: 2}}", ", speakers: {keynote: 王敏}", "missed"),
        # One that is gone for good is enough.
        ("{minutes: {min: 180}, theme: some}", "", "missed"),
    ],
)
def test_late_never_and_nothing_written(has: str, more: str, wanted: str) -> None:
    """What nobody wrote down can still be, however it must have been then."""
    record = f"- {{kind: party-lecture, date: 2016-05-05, attendance: all{more}}}\n"
    one = verdict(LECTURE % (has, ", late: never"), record)
    assert one.outcome == wanted
    assert (one.until is None) == (wanted == "overdue")


@pytest.mark.parametrize(
    ("roles", "more", "wanted"),
    [
        # Somebody else did it; nobody is named, and the record can still say it.
        ("lecturer", "attendance: all, speakers: {lecturer: 陈静}", "missed"),
        ("lecturer", "attendance: all", "overdue"),
        ("[host, lecturer]", "attendance: all, host: 陈静", "missed"),
        # Attendance is told: he is not among those who were there.
        ("present", "attendance: {excused: 王敏（出差）}", "missed"),
        ("[present, lecturer]", "attendance: {present: 陈静}", "missed"),
    ],
)
def test_late_never_and_a_person(roles: str, more: str, wanted: str) -> None:
    """A role that others were in is gone; one that nobody was written in is not."""
    rule = "{for: secretary, each: {kind: party-lecture}, late: never, has: {as: %s}}"
    one = verdict(rule % roles, held("2016-05-05", more=more))
    assert (one.outcome, one.missing) == (wanted, ("as",))


def evaluation(*steps: str) -> str:
    """An evaluation with steps."""
    return f"- {{kind: democratic-evaluation, date: 2016-12-05, attendance: all, steps: [{', '.join(steps)}]}}\n"


@pytest.mark.parametrize(
    ("steps", "outcome", "have", "missing"),
    [
        (("自评", "互评", "测评"), "met", "3", ()),
        (("自评", "测评"), "overdue", "2", ("steps:互评",)),
        # All there, in the wrong order.
        (("互评", "自评", "测评"), "overdue", "2", ("steps",)),
        # What stands in brackets is not understood.
        (("自评", "互评", "测评（用问卷星）"), "undecidable", "2", ("held",)),
    ],
)
def test_steps(
    steps: tuple[str, ...], outcome: str, have: str, missing: tuple[str, ...]
) -> None:
    """Which are not there, or that they stand in another order."""
    one = verdict(STEPS, evaluation(*steps))
    assert (one.outcome, one.need, one.have, one.missing) == (
        outcome,
        "3",
        have,
        missing,
    )


@pytest.mark.parametrize(
    ("as_of", "days", "rest", "wanted"),
    [
        ("2016-12-10", ("05", "15"), "", ("open", "2016-12-15")),
        ("2016-12-10", ("05", "15"), ", late: never", ("open", "2016-12-15")),
        ("2016-12-15", ("05", "15"), "", ("met", "2016-12-05")),
        # The day of what is asked for, not that of another.
        ("2016-12-10", ("15", "20"), "", ("open", "2016-12-20")),
        ("2016-12-16", ("15", "20"), "", ("open", "2016-12-20")),
        # Never in this order.
        ("2016-12-10", ("20", "15"), "", ("overdue", "2016-12-05")),
    ],
)
def test_steps_to_come(
    as_of: str, days: tuple[str, str], rest: str, wanted: tuple[str, str]
) -> None:
    """What the record puts on days to come is open until then."""
    later = [
        f"{{name: {name}, date: 2016-12-{day}}}"
        for name, day in zip(("互评", "测评"), days, strict=True)
    ]
    records = evaluation("自评", *later, "{name: 反馈, date: 2016-12-28}")
    one = verdict(STEPS.replace(", fold", f"{rest}, fold"), records, as_of=as_of)
    assert (one.outcome, str(one.due)) == wanted


def test_a_step_in_another_year_is_a_slip() -> None:
    """It is not waited for."""
    records = evaluation("自评", "互评", "{name: 测评, date: 2026-12-15}")
    one = verdict(STEPS, records, as_of="2016-12-10")
    assert (one.outcome, one.missing) == ("overdue", ("steps:测评",))


def test_each_of_a_list_that_is_not_known_is_named() -> None:
    """Who was there is not said: of each of them it is asked."""
    has = "{present: {all: [王敏, 陈静]}}"
    one = verdict(LECTURE % (has, ""), held("2016-05-05", more="status: held"))
    assert (one.outcome, one.have) == ("undecidable", "0")
    assert one.missing == ("present:王敏", "present:陈静")


ROLE = "{for: secretary, each: {kind: party-lecture}, has: {as: %s}, fold: no}"


@pytest.mark.parametrize(
    ("roles", "attendance", "outcome"),
    [
        ("[present, excused]", "attendance: all", "met"),
        (
            "[present, excused]",
            "attendance: {present: 陈静, excused: 王敏（出差）}",
            "met",
        ),
        ("present", "attendance: {present: 陈静, excused: 王敏（出差）}", "overdue"),
        ("present", "attendance: {present: 陈静}", "overdue"),
        # Held is all that is known.
        ("[present, excused]", "status: held", "undecidable"),
        ("[present, lecturer]", "status: held", "undecidable"),
        ("lecturer", "status: held", "overdue"),
    ],
)
def test_how_a_person_stands_in_it(roles: str, attendance: str, outcome: str) -> None:
    """In one of these roles; not known where attendance is not told."""
    one = verdict(ROLE % roles, held("2016-05-05", more=attendance))
    assert one.outcome == outcome
    missing = {"met": (), "undecidable": ("present",)}
    assert one.missing == missing.get(outcome, ("as",))


# --- what stands -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "outcome", "missing"),
    [
        (
            "has: {secretary: some, committee: {min: 2}, members: {min: 5}, groups: {min: 2}}",
            "met",
            (),
        ),
        ("has: {weekly_slot: some}", "overdue", ("weekly_slot",)),
        ("has: {fixed_day: some}", "overdue", ("fixed_day",)),
        (
            "has: {posts: {all: [书记, 组织委员, 宣传委员]}}",
            "overdue",
            ("posts:宣传委员",),
        ),
        ("has: {term_over: no}", "undecidable", ("term_over",)),
    ],
)
def test_the_branch_as_it_stands(
    rule: str, outcome: str, missing: tuple[str, ...]
) -> None:
    """Its posts, people and groups of the day; a term of which nothing is known."""
    one = verdict(f"{{when: now, {rule}}}", as_of="2016-12-31")
    assert (one.outcome, one.missing) == (outcome, missing)


@pytest.mark.parametrize(
    ("as_of", "outcome"), [("2017-11-20", "met"), ("2017-11-21", "overdue")]
)
def test_the_term_of_office(as_of: str, outcome: str) -> None:
    """Its last day is still of the term."""
    branch = BRANCH + "换届日期: 2014-11-20\n固定党日: 7\n"
    one = verdict(
        "{when: now, has: {term_over: no, fixed_day: some}}",
        branch=branch,
        as_of=as_of,
        year=2017,
    )
    assert one.outcome == outcome


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("日期: 2016-11-10, 出席情况: 全体", "met"),
        ("日期: 2016-12-31, 出席情况: 全体", "met"),
        ("日期: 2012-11-10, 出席情况: 全体", "overdue"),
        ("日期: 2017-01-01, 出席情况: 全体", "overdue"),
        ("日期: 2016-11-10, 状态: 计划", "overdue"),
        ("日期: 2016-11-10, 党小组: 一组, 出席情况: 全体", "overdue"),
    ],
)
def test_a_term_begins_with_an_election_on_record(said: str, outcome: str) -> None:
    """Held by the day by the branch itself, though the profile has the one before."""
    one = verdict(
        "{when: now, has: {term_over: no}}",
        f"{{类型: 换届选举, {said}}}\n",
        branch=BRANCH + "换届日期: 2012-11-20\n",
        as_of="2016-12-31",
    )
    assert one.outcome == outcome


def test_a_term_begins_with_the_last_election_on_record() -> None:
    """Of several, in whatever order they are told."""
    election = "- {类型: 换届选举, 日期: %s, 出席情况: 全体}\n"
    for days in (("2011-11-10", "2016-11-10"), ("2016-11-10", "2011-11-10")):
        one = verdict(
            "{when: now, has: {term_over: no}}",
            "".join(election % day for day in days),
            as_of="2016-12-31",
        )
        assert one.outcome == "met"


def test_an_old_election_on_record_ends_no_term() -> None:
    """The profile has a later one."""
    one = verdict(
        "{when: now, has: {term_over: no}}",
        "{类型: 换届选举, 日期: 2011-11-10, 出席情况: 全体}\n",
        branch=BRANCH + "换届日期: 2014-11-20\n",
        as_of="2016-12-31",
    )
    assert one.outcome == "met"


def test_without_a_secretary() -> None:
    """Nobody in office on the day."""
    branch = BRANCH.replace(
        "职务: 书记, 任职日期: 2014-11-20",
        "职务: 书记, 任职日期: 2014-11-20, 免职日期: 2016-12-30",
    )
    assert (
        verdict(
            "{when: now, has: {secretary: some}}", branch=branch, as_of="2016-12-30"
        ).outcome
        == "met"
    )
    one = verdict(
        "{when: now, has: {secretary: some}}", branch=branch, as_of="2016-12-31"
    )
    assert (one.outcome, one.missing) == ("overdue", ("secretary",))


def test_members_and_groups_as_they_stand() -> None:
    """Each member, each group, on the day."""
    found = verdicts("{for: member, when: now, has: {rank: some}}", as_of="2016-12-31")
    assert [one.subject.name for one in found if one.outcome == "met"] == ["胡斌"]
    rule = "{for: member, when: now, has: {about: {is: secretary}}}"
    found = verdicts(rule, as_of="2016-12-31")
    assert [one.subject.name for one in found if one.outcome == "met"] == ["王敏"]
    rule = "{for: group, when: now, has: {leader: some, members: {min: 3}}}"
    found = verdicts(rule, as_of="2016-12-31")
    assert {one.subject.name: one.missing for one in found} == {
        "一组": ("members",),
        "二组": (),
    }
    # In May one of them is not there yet.
    found = verdicts(rule, as_of="2016-05-31")
    assert {one.subject.name: one.missing for one in found}["二组"] == ("members",)
    branch = BRANCH.replace("组长: 陈静, ", "")
    found = verdicts(rule, as_of="2016-12-31", branch=branch)
    assert found[0].missing == ("leader", "members")
    found = verdicts("{for: group, when: now, has: {name: 一组}}", as_of="2016-12-31")
    assert [one.outcome for one in found] == ["met", "overdue"]


SHARE = "{for: fact, each: {kind: party-lecture}, has: {present: %s}, late: ever}"


@pytest.mark.parametrize(
    ("day", "there", "least", "wanted"),
    [
        # Three on the roster, and one on leave who is not counted unless he comes.
        ("2016-04-10", "王敏、陈静、李娜", "100%", "met"),
        ("2016-04-10", "王敏、陈静", "2/3", "met"),
        ("2016-04-10", "王敏、陈静", "67%", "overdue"),
        ("2016-04-10", "王敏、陈静、胡斌", "75%", "met"),
        ("2016-04-10", "王敏、陈静、胡斌", "76%", "overdue"),
        # Five from September on.
        ("2016-09-10", "王敏、陈静、李娜、胡斌", "80%", "met"),
        ("2016-09-10", "王敏、陈静、李娜", "80%", "overdue"),
    ],
)
def test_a_share_of_those_who_should_have_been_there(
    day: str, there: str, least: str, wanted: str
) -> None:
    """A number with a per cent sign is a share, not a fraction of one person."""
    records = held(day, more=f"attendance: {{present: {there}}}")
    assert outcome(SHARE % f"{{min: {least}}}", records) == wanted


@pytest.mark.parametrize(
    ("which", "there", "wanted"),
    [
        ("which: {rank: 处级}, ", "王敏", "overdue"),
        ("which: {rank: 处级}, ", "胡斌", "met"),
        ("which: {rank: 局级}, ", "王敏", "met"),  # of nobody all were there
        ("is: secretary, ", "王敏", "met"),
    ],
)
def test_a_share_of_some_of_them(which: str, there: str, wanted: str) -> None:
    """With which it is one of those so meant."""
    records = held("2016-09-10", more=f"attendance: {{present: {there}}}")
    assert outcome(SHARE % f"{{{which}min: 100%}}", records) == wanted


def test_a_share_where_nobody_was_named() -> None:
    """What does not say who came cannot be judged."""
    records = held("2016-09-10", more="status: held")
    assert outcome(SHARE % "{min: 80%}", records) == "undecidable"


@pytest.mark.parametrize(
    ("said", "as_of", "outcome"),
    [
        ("public: 2016-05-20", "2016-05-20", "met"),
        ("public: 2016-05-20", "2016-05-19", "overdue"),
        ("checks: [2016-05-20, 2016-06-20]", "2016-05-20", "met"),
        ("checks: [2016-05-20, 2016-06-20]", "2016-05-19", "overdue"),
    ],
)
def test_what_is_done_on_a_day_still_to_come(
    said: str, as_of: str, outcome: str
) -> None:
    """Is not done yet."""
    what = said.partition(":")[0]
    one = verdict(
        f"{{for: fact, each: {{kind: commitment}}, has: {{{what}: some}}, fold: no}}",
        f"{{kind: commitment, date: 2016-05-05, members: 王敏, {said}}}\n",
        as_of=as_of,
    )
    assert one.outcome == outcome


@pytest.mark.parametrize(
    ("day", "outcome"), [("2016-12-31", "met"), ("2017-01-01", "undecidable")]
)
def test_an_election_still_to_come(day: str, outcome: str) -> None:
    """Begins no term, and of the one before nobody knows."""
    one = verdict(
        "{when: now, has: {term_over: no}}",
        branch=BRANCH + f"换届日期: {day}\n",
        as_of="2016-12-31",
    )
    assert one.outcome == outcome


@pytest.mark.parametrize(
    ("there", "outcomes"),
    [
        # One of three came (胡斌 is on leave); nobody knows who.
        (
            "{expected: 4, count: 1, excused: 李娜（出差）}",
            {"王敏": "undecidable", "陈静": "undecidable", "李娜": "met"},
        ),
        (
            "{expected: 4, count: 1, absent: 李娜}",
            {"王敏": "undecidable", "陈静": "undecidable", "李娜": "missed"},
        ),
        ("{absent: 李娜}", {"王敏": "undecidable", "李娜": "missed"}),
        ("{present: 陈静, absent: 李娜}", {"王敏": "missed", "陈静": "met"}),
    ],
)
def test_of_whom_nothing_is_said_beside_numbers(
    there: str, outcomes: dict[str, str]
) -> None:
    """Nobody is away by silence: where no one is said to have come he may have."""
    rule = "{for: member, each: {kind: party-lecture}, has: {as: [present, excused]}, late: never, fold: no}"
    records = held("2016-04-15", kind="party-lecture", more=f"attendance: {there}")
    found = {one.subject.name: str(one.outcome) for one in verdicts(rule, records)}
    assert {name: found[name] for name in outcomes} == outcomes
    count = "{for: member, when: {every: year}, count: {of: {kind: party-lecture, as: present}}}"
    later = verdicts(count, records, as_of="2017-12-31")
    doubted = {one.subject.name for one in later if one.outcome == "undecidable"}
    assert doubted == {name for name, told in found.items() if told == "undecidable"}
