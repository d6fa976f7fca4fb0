"""For whom a record is made, and how each of them comes to stand in it."""

from __future__ import annotations

from datetime import date

import pytest

from ..trial import BRANCH
from .made import Make, kinds, said, told, whys

# In branch 第九党支部 王敏 is secretary, 陈静 on the committee, 胡斌 on leave from March
# to August, and 许诺 on the roster from June.
EACH = "{for: %s, count: {of: {%s}}}"


@pytest.mark.parametrize(
    ("whom", "pattern", "values"),
    [
        ("member", "kind: collective-study, as: present", "{}"),
        ("member", "kind: commendation, as: about", "{members: all}"),
        # It may be one sitting with others, and yet is told of whom it is.
        ("member", "kind: show-identity, as: about", "{members: all}"),
        ("member", "kind: show-identity, as: [about, present]", "{}"),
        ("member", "kind: party-spirit-analysis, as: participant", "{members: all}"),
        ("member", "kind: thought-report, as: owner", "{members: all}"),
        (
            "secretary",
            "kind: party-lecture, as: lecturer",
            "{speakers: [{name: 王敏, role: lecturer}]}",
        ),
        ("secretary", "kind: party-lecture, as: host", "{host: 王敏}"),
        (
            "secretary",
            "kind: party-lecture, as: [owner, speaker]",
            "{speakers: [{name: 王敏, role: speaker}]}",
        ),
        (
            "committee",
            "kind: collective-study, as: ordinary",
            "{capacity: {普通党员: 王敏、陈静}}",
        ),
        ("secretary", "kind: thought-report, as: owner", "{members: 王敏}"),
        ("secretary", "kind: heart-to-heart-talk, as: from", "{from: 王敏, to: 李娜}"),
        ("secretary", "kind: heart-to-heart-talk, as: to", "{from: 陈静, to: 王敏}"),
    ],
)
def test_roles(make: Make, whom: str, pattern: str, values: str) -> None:
    """One record, with the persons in the first role that it has."""
    plan = make(EACH % (whom, pattern))
    assert plan.left == ()
    assert [said(draft) for draft in plan.drafts] == [told(values)]


def test_no_such_role(make: Make) -> None:
    """A record that has none of the roles is not planned."""
    plan = make(EACH % ("member", "kind: collective-study, as: owner"))
    assert (kinds(plan), whys(plan)) == ([], ["unwritten"])


def test_leave_and_joining_at_a_sitting(make: Make) -> None:
    """Who is on leave is named beside 全体; nobody is there before he is a member."""
    plan = make(
        "{for: member, when: {every: year, to: 06-30},"
        " count: {of: {kind: collective-study, as: present}}}"
    )
    assert plan.left == ()
    assert [(str(d.day)[:7], said(d)) for d in plan.drafts] == [
        ("2016-06", told("{attendance: {present: all、胡斌}}"))
    ]


def test_leave_and_joining_on_paper(make: Make) -> None:
    """Who joins later has a paper of his own, and the others do not wait for it."""
    plan = make("{for: member, count: {of: {kind: personal-study-plan, as: owner}}}")
    assert plan.left == ()
    assert [(str(d.day), said(d)["members"]) for d in plan.drafts] == [
        ("2016-01-04", "all"),
        ("2016-06-01", "许诺"),
    ]


def test_dues_for_their_month(make: Make) -> None:
    """Dues are paid for the month in which they are asked for."""
    plan = make(
        "{for: member, when: {every: month}, since: 2016-11-01,"
        " count: {of: {kind: dues-payment, as: about, payer: self}}}"
    )
    assert plan.left == ()
    assert [said(d) for d in plan.drafts] == [
        told("{members: all, month: 2016-11, by: self}"),
        told("{members: all, month: 2016-12, by: self}"),
    ]


def test_two_who_are_apart(make: Make) -> None:
    """Where both are one person already, it is another sitting."""
    kind = "count: {of: {kind: committee-meeting, "
    plan = make(
        f"[{{id: one, {kind}host: {{is: secretary}}, recorder: {{is: secretary}}}}}}}},"
        f" {{id: two, {kind}recorder: {{apart: host}}}}}}}}]"
    )
    assert plan.left == ()
    told = [(draft.values["host"], draft.values["recorder"]) for draft in plan.drafts]
    assert sorted(told) == [("王敏", "王敏"), ("王敏", "陈静")]


def test_a_score_that_calls_for_nothing(make: Make) -> None:
    """Of an assessment that is planned nobody knows that it will be a bad one."""
    plan = make(
        "[{id: scored, when: {every: half}, since: 2016-07-01,"
        " count: {of: {kind: stage-assessment, value: some}}},"
        " {id: mended, for: fact, each: {kind: stage-assessment, value: {under: 80}},"
        " when: {after: subject, within: 15d}, count: {of: {kind: rectification-list}}}]"
    )
    assert [draft.kinds for draft in plan.drafts] == [["stage-assessment"]]


@pytest.mark.parametrize(
    ("paid", "months"),
    [
        ("", ["10", "11", "12"]),
        ("2016-11", ["10", "12"]),
        ("2016-09", ["10", "11", "12"]),
    ],
)
def test_dues_for_several_months(make: Make, paid: str, months: list[str]) -> None:
    """Of those of a quarter each is paid once, and for none that was paid before."""
    row = f"{{kind: dues-payment, date: 2016-09-30, month: {paid}, members: all, by: self}}"
    plan = make(
        "{for: member, when: {every: quarter, by: 1-10}, since: 2016-10-01,"
        " count: {of: {kind: dues-payment, as: about}, min: 3}}",
        f"- {row}\n" if paid else "",
    )
    assert plan.left == ()
    assert [said(d)["month"][5:] for d in plan.drafts] == months


@pytest.mark.parametrize(
    ("pattern", "talks"),
    [
        ("as: to", ["陈静 > 王敏", "王敏 > 李娜、胡斌、许诺、陈静"]),
        ("as: from", ["陈静 > 李娜", "李娜、王敏、胡斌、许诺 > 陈静"]),
        ("as: to, from: {is: secretary}", ["王敏 > 李娜、胡斌、许诺、陈静"]),
    ],
)
def test_talks(make: Make, pattern: str, talks: list[str]) -> None:
    """Nobody talks to himself; as few talks as may be."""
    plan = make(EACH % ("member", f"kind: heart-to-heart-talk, {pattern}"))
    assert sorted(f"{d.values['from']} > {d.values['to']}" for d in plan.drafts) == (
        sorted(talks)
    )
    left = [one.verdict.subject.name for one in plan.left]
    assert left == (["王敏"] if "secretary" in pattern else [])


ALONE = """
名称: 一人
规则包: trial-2016
党员:
  - {姓名: 王敏, 起: 2014-11-20}
"""


@pytest.mark.parametrize("role", ["from", "to"])
def test_nobody_to_talk_to(make: Make, role: str) -> None:
    """Where there is nobody else, the duty is told."""
    rule = EACH % ("member", f"kind: heart-to-heart-talk, as: {role}")
    plan = make(rule, branch=ALONE)
    assert (kinds(plan), whys(plan), plan.is_whole) == ([], ["nobody"], True)


@pytest.mark.parametrize(
    ("measure", "values"),
    [
        ("distinct: topic, min: 2", ["做合格党员", "做合格党员（2）"]),
        ("distinct: materials, min: 2", ["党章", "党章（2）"]),
        ("distinct: lecturer, min: 2", ["李娜", "王敏"]),
        ("distinct: responsible, min: 2", ["李娜", "王敏"]),
    ],
)
def test_different_ones(make: Make, measure: str, values: list[str]) -> None:
    """So many different ones, in as many sittings."""
    plan = make(f"{{count: {{of: {{kind: collective-study}}, {measure}}}}}")
    assert plan.left == ()
    found = [
        draft.values.get("topic")
        or "、".join(draft.values.get("materials", ()))
        or "、".join(one["name"] for one in draft.values.get("speakers", ()))
        or draft.values["responsible"]
        for draft in plan.drafts
    ]
    assert sorted(found) == sorted(values)


def test_different_persons_present(make: Make) -> None:
    """At a sitting all are wanted: one is enough for a share of those who were there."""
    rule = "{count: {of: {kind: volunteer-service}, distinct: present, to: {kind: member, level: member}, over: 1/2}}"
    plan = make(rule)
    assert (len(plan.drafts), plan.left) == (1, ())


def test_different_days(make: Make) -> None:
    """Each on a day of its own; a day has no second."""
    rule = "{when: {every: year, from: 03-07, to: 03-%s, late: never}, count: {of: {kind: collective-study}, distinct: date, min: 2}}"
    plan = make(rule % "08")
    assert [str(one.day) for one in plan.drafts] == ["2016-03-07", "2016-03-08"]
    assert plan.left == ()
    plan = make(rule % "07")
    assert (len(plan.drafts), len(plan.left)) == (1, 1)
    third = make(rule.replace("min: 2", "min: 3") % "08")
    assert (len(third.drafts), len(third.left)) == (1, 1)


@pytest.mark.parametrize("bounds", ["min: 2, max: 3", "over: 1, under: 4"])
def test_no_more_different_ones_than_are_asked_for(make: Make, bounds: str) -> None:
    """The least of them, and not all there may be."""
    plan = make(
        f"{{count: {{of: {{kind: collective-study}}, distinct: topic, {bounds}}}}}"
    )
    assert (len(plan.drafts), plan.left) == (2, ())


def test_more_different_ones_than_there_are(make: Make) -> None:
    """Nobody is invented."""
    plan = make(
        "{count: {of: {kind: collective-study}, distinct: lecturer, min: 2}}",
        branch=ALONE,
    )
    assert (len(plan.drafts), whys(plan)) == (1, ["nobody"])


ABOVE = "上级党组织: 机关党委"


def test_what_the_committee_above_holds(make: Make) -> None:
    """It is organised by the body above, and is no sitting of the branch; who has to be
    there is named."""
    rule = "{for: secretary, count: {of: {kind: party-lecture, level: above, as: present}}}"
    assert whys(make(rule)) == ["unwritten"]  # nobody says who is above
    plan = make(
        rule,
        branch=ALONE.replace("规则包", f"{ABOVE}\n规则包").replace(
            "党员:", "支委会: [{姓名: 王敏, 职务: 书记, 起: 2014-11-20}]\n党员:"
        ),
    )
    assert plan.left == ()
    assert [said(d) for d in plan.drafts] == [
        told("{organizer: 机关党委, attendance: {present: 王敏}}")
    ]
    assert plan.sittings == 0


def test_a_paper_of_each_group(make: Make) -> None:
    """That of one group is none of another, nor of the branch."""
    plan = make(
        """
        - {id: each, for: group, when: {every: half}, count: {of: {kind: progress-report}}}
        - {id: own, when: {every: half}, count: {of: {kind: progress-report}}}
        - {id: any, when: {every: half},
           count: {of: {kind: progress-report, level: [branch, group]}}}
        """
    )
    assert plan.left == ()
    assert sorted(one.group for one in plan.drafts) == [
        "",
        "",
        "一组",
        "一组",
        "二组",
        "二组",
    ]


JOINED = """
    名称: 甲
    规则包: trial-2016
    党员:
      - {姓名: 王敏, 起: 2010-01-01, 入党日期: 1996-05-21}
      - {姓名: 李娜, 起: 2010-01-01, 入党日期: 1999-05-04}
      - {姓名: 陈静, 起: 2010-01-01, 入党日期: 2000-12-31}
"""


def test_anniversaries_of_a_month(make: Make) -> None:
    """One record for those of a month, and nothing else to be done."""
    plan = make(
        "{for: member, each: {kind: party-anniversary, as: about}, when: {every: month}, "
        "count: {of: {kind: post-contribution, as: about}}}",
        branch=JOINED,
    )
    assert plan.left == ()
    found = [(draft.day.month, draft.values["members"]) for draft in plan.drafts]
    assert sorted(found) == [(5, "李娜、王敏"), (12, "陈静")]


@pytest.mark.parametrize(("bound", "number"), [("min: 1/2", 2), ("over: 2/3", 3)])
def test_a_share_of_persons(make: Make, bound: str, number: int) -> None:
    """As many of the members as are needed, each another one."""
    plan = make(
        "{when: {every: year}, count: {of: {kind: micro-lecture}, distinct: lecturer, "
        f"to: {{kind: member, level: member}}, {bound}}}}}",
        branch=JOINED,
    )
    assert plan.left == ()
    names = {one["name"] for draft in plan.drafts for one in draft.values["speakers"]}
    assert (len(plan.drafts), len(names)) == (number, number)


@pytest.mark.parametrize("lecturer", ["王敏", "李娜", "陈静"])
@pytest.mark.parametrize(
    "measure", ["min: 2", "to: {kind: member, level: member}, min: 2/3"]
)
def test_another_than_who_did_it(make: Make, lecturer: str, measure: str) -> None:
    """Who lectured before is not asked again where another is needed."""
    plan = make(
        f"{{count: {{of: {{kind: micro-lecture}}, distinct: lecturer, {measure}}}}}",
        f"- {{kind: micro-lecture, date: 2016-01-04, attendance: all, speakers: {{lecturer: {lecturer}}}}}",
        branch=JOINED,
        as_of="2016-02-01",
    )
    assert plan.left == ()
    (draft,) = plan.drafts
    assert draft.values["speakers"][0]["name"] != lecturer


def test_one_of_those_of_whom_it_is_a_share(make: Make) -> None:
    """Of the officers, where it is the officers who are asked."""
    plan = make(
        "{count: {of: {kind: party-lecture}, distinct: lecturer, to: {kind: post}, min: 1}}",
        "- {kind: party-lecture, date: 2016-01-04, attendance: all, speakers: {lecturer: 王敏}}",
        branch=JOINED.replace(
            "党员:",
            "支委会: [{姓名: 王敏, 职务: 书记, 起: 2014-11-20}, {姓名: 陈静, 职务: 委员, 起: 2014-11-20}]\n    党员:",
        ),
        as_of="2016-02-01",
    )
    assert plan.left == ()
    (draft,) = plan.drafts
    assert [one["name"] for one in draft.values["speakers"]] == ["陈静"]


def test_another_topic_than_there_was(make: Make) -> None:
    """What the records have already is not planned again."""
    plan = make(
        "{count: {of: {kind: collective-study}, distinct: topic, min: 2}}",
        "- {kind: collective-study, date: 2016-01-04, attendance: all, topic: 做合格党员}",
        as_of="2016-02-01",
    )
    assert plan.left == ()
    (draft,) = plan.drafts
    assert draft.values["topic"] == "做合格党员（2）"


LEAVES = """
名称: 第九党支部
规则包: trial-2016
支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}]
党员:
  - {姓名: 王敏、陈静, 起: 2014-11-20}
  - {姓名: 胡斌, 起: 2014-11-20, 长期请假: {原因: 驻外, 起: 2016-03-01, 止: 2016-12-31}}
  - {姓名: 许诺, 起: 2014-11-20, 止: 2016-07-08}
"""
DUES = "{for: member, when: {every: month, months: [6], late: ever}, count: {of: {kind: dues-payment, as: about}}}"


def test_arrears_of_who_left_and_of_who_is_away(make: Make) -> None:
    """They are paid at once, by everybody who owes them: 全体 is who is there."""
    plan = make(DUES, branch=LEAVES, as_of="2016-07-11")
    (paid,) = plan.drafts
    assert paid.values["members"] == "all、胡斌、许诺"
    assert str(paid.day) == "2016-07-11"
    assert {(one.verdict.subject.name, one.why) for one in plan.left} == {
        (name, "late") for name in ("王敏", "陈静", "胡斌", "许诺")
    }


def test_who_is_late_and_who_cannot_be(make: Make) -> None:
    """Of one duty each person is told as it is for him."""
    plan = make(
        "{for: member, when: {every: year, to: 06-30, late: 12-31}, count: {of: {kind: collective-study, as: present}}}",
        branch=LEAVES,
        as_of="2016-08-01",
    )
    assert {one.verdict.subject.name: one.why for one in plan.left} == {
        "王敏": "late",
        "陈静": "late",
        "胡斌": "late",
        "许诺": "unwritten",
    }


def test_a_group_of_which_nobody_is_there(make: Make) -> None:
    """It meets when somebody is; in months in which nobody is, that is told."""
    rule = "{for: group, when: {every: %s}, count: {of: {kind: group-meeting}}}"
    branch = BRANCH.replace("李娜、胡斌、许诺}", "胡斌、许诺}")
    quarters = make(rule % "quarter", branch=branch)
    assert quarters.left == ()
    second = [one.day for one in quarters.drafts if one.group == "二组"]
    assert len(second) == 4
    assert second[0] < date(2016, 3, 1)
    assert second[1] >= date(2016, 6, 1)
    months = make(rule % "month", branch=branch)
    assert whys(months) == ["nobody"]
    assert len(months.left) == 3
    assert len(months.drafts) == 12 + 9


def test_who_is_not_called_to_a_sitting_studies_elsewhere(make: Make) -> None:
    """What the committee has planned is no study of a member who is not on it."""
    plan = make(
        """
        - {id: a, when: {every: year, from: 12-01}, count: {of: {kind: committee-meeting}}}
        - {id: b, for: member, which: {rank: 处级}, when: {every: year, from: 12-01},
           count: {of: {kind: [committee-meeting, collective-study], as: present}}}
        """
    )
    assert plan.left == ()
    assert sorted(kinds(plan)) == ["collective-study", "committee-meeting"]
    both = make(
        """
        - {id: a, when: {every: year, from: 12-01}, count: {of: {kind: committee-meeting}}}
        - {id: b, for: secretary, when: {every: year, from: 12-01},
           count: {of: {kind: [committee-meeting, collective-study], as: present}}}
        """
    )
    assert kinds(both) == ["committee-meeting"]
