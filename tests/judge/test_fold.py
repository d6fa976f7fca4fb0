"""Several verdicts into one: spans of a year, runs of them, and what another explains."""

from __future__ import annotations

import pytest

from lxyz.judge import fold
from lxyz.verdicts import Level, Outcome, Verdict

from ..trial import BRANCH, days_of, held, verdict, verdicts

MONTHS = "count: {of: {kind: party-lecture}}, when: {every: month}"
WEEKS = "{count: {of: {kind: collective-study}}, when: {every: week}}"
DUES = "for: member, which: {status: probationary}, when: {every: month, late: ever}, count: {of: {kind: dues-payment, as: about}}"


def months(*numbers: int, day: int = 5) -> str:
    """A lecture in each of these months."""
    return held(*(f"2016-{number:02}-{day:02}" for number in numbers))


def paid(*rows: tuple[int, str]) -> str:
    """Dues of the one probationary member for months, each paid on a day."""
    return "".join(
        f"- {{kind: dues-payment, month: 2016-{month:02}, date: {day}, members: 许诺}}\n"
        for month, day in rows
    )


# --- a year ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fold", "number"),
    [("", 12), (", fold: no", 12), (", fold: year", 1), (", fold: {run: 3}", 1)],
)
def test_months_fold_where_it_is_said(fold: str, number: int) -> None:
    """Months and longer periods stand alone, unless a rule says otherwise."""
    assert len(verdicts(f"{{{MONTHS}{fold}}}")) == number


def test_what_was_excused_is_told_beside_what_failed() -> None:
    """With the gap of the year stands why one week of it is none; nothing is told of
    what was excused in a year without it."""
    waiver = (
        "- {kind: waiver, rule: trial-2016/rule, reason: 防汛, approved_by: 机关党委, "
        "date: 2016-07-01, from: 2016-07-18, until: 2016-07-24}\n"
    )
    one = verdict(WEEKS, waiver, as_of="2017-01-02")
    assert (one.outcome, one.need, len(one.failing)) == ("missed", "51", 51)
    assert "2016-W29" not in one.failing
    assert one.notes == ("waived:防汛", "approved:机关党委")
    assert verdict(WEEKS, as_of="2017-01-02").notes == ()


def test_of_what_was_late_only_the_late_records_are_told() -> None:
    """Among the dues of a year those that were paid after their month."""
    rows = [(month, f"2016-{month:02}-05") for month in range(6, 13)]
    rows[2], rows[5] = (8, "2016-09-09"), (11, "2016-12-01")
    one = verdict(f"{{{DUES}, fold: year}}", paid(*rows), as_of="2017-01-02")
    assert (one.outcome, one.need, one.have) == ("late", "7", "7")
    days = [str(record.date) for record in one.records]
    assert days == ["2016-09-09", "2016-12-01"]


def test_weeks_fold() -> None:
    """Weeks make one verdict, with those that fail; 2015 has 53 of them."""
    one = verdict(WEEKS, held("2016-01-04", "2017-01-01", kind="collective-study"))
    assert (one.outcome, one.need, one.have) == ("missed", "52", "2")
    assert one.failing[0] == "2016-W02"
    assert one.failing[-1] == "2016-W51"
    assert one.span.label == "2016"
    long = verdict(WEEKS, year=2020, as_of="2021-01-04")
    assert (long.need, long.failing[-1]) == ("53", "2020-W53")
    assert len(verdicts(f"{WEEKS[:-1]}, fold: no}}")) == 52


def test_what_each_record_must_have_folds() -> None:
    """A verdict of all lectures, with the days of those that lack it."""
    rule = "{for: fact, each: {kind: party-lecture}, has: {theme: some}}"
    records = held("2016-02-29", "2016-12-31") + held(
        "2016-06-24", more="attendance: all, theme: 初心"
    )
    one = verdict(rule, records)
    assert (one.outcome, one.need, one.have) == ("overdue", "3", "1")
    assert one.failing == ("2016-02-29", "2016-12-31")
    assert days_of(one) == ["2016-02-29", "2016-12-31"]
    assert one.missing == ("theme",)
    assert str(one.due) == "2016-02-29"
    assert one.subject.type == "branch"
    assert one.event == ""


def test_one_alone_keeps_its_numbers() -> None:
    """Of a single record the number of its own conditions is told."""
    rule = "{for: fact, each: {kind: party-lecture}, has: {theme: some, topic: some}}"
    one = verdict(rule, held("2016-06-24"))
    assert (one.need, one.have) == ("2", "0")


@pytest.mark.parametrize(
    ("records", "as_of", "outcome", "have"),
    [
        (months(1, 2, 3), "2016-03-31", Outcome.OPEN, "3"),
        (months(1, 3), "2016-03-31", Outcome.MISSED, "2"),
        (months(*range(1, 13)), "2016-12-31", Outcome.MET, "12"),
    ],
)
def test_the_worst_stands(
    records: str, as_of: str, outcome: Outcome, have: str
) -> None:
    """What is missed before what is open, that before what is met."""
    one = verdict(f"{{{MONTHS}, fold: year}}", records, as_of=as_of)
    assert (one.outcome, one.need, one.have) == (outcome, "12", have)


def test_until_is_the_last_of_those_that_fail() -> None:
    """What can still be done ends with the last; for ever if one has no end."""
    window = "count: {of: {kind: party-lecture}}, when: {every: quarter, by: 1-20}, fold: year"
    one = verdict(f"{{{window}}}", as_of="2016-01-21")
    assert (one.outcome, str(one.due), str(one.until)) == (
        "overdue",
        "2016-01-20",
        "2016-03-31",
    )
    assert verdict(f"{{{DUES}, fold: year}}", as_of="2016-07-01").until is None


def test_what_is_excused_or_has_no_whole_is_not_counted() -> None:
    """Spans that are waived, or in which there is nothing to take a share of, are no
    part of the number."""
    waived = "- {类型: 豁免, 规则: trial-2016/rule, 日期: 2016-02-01, 止: 2016-02-29, 原因: 防汛, 审定人: 机关党委}\n"
    one = verdict(f"{{{MONTHS}, fold: year}}", months(1, *range(3, 13)) + waived)
    assert (one.outcome, one.need, one.have) == ("waived", "11", "11")
    assert "waived:防汛" in one.notes
    shares = "{count: {of: {kind: party-lecture, theme: some}, to: {kind: party-lecture}, min: 1}, when: {every: month}, fold: year}"
    one = verdict(shares, held("2016-05-05", more="attendance: all, theme: 初心"))
    assert (one.outcome, one.need, one.have) == ("met", "1", "1")


def test_each_subject_has_its_own() -> None:
    """Members and groups are folded apart."""
    rule = "{for: group, count: {of: {kind: group-meeting}}, when: {every: month}, fold: year}"
    found = verdicts(
        rule, "- {kind: group-meeting, group: 一组, date: 2016-05-05, attendance: all}"
    )
    assert [(one.subject.name, one.have) for one in found] == [
        ("一组", "1"),
        ("二组", "0"),
    ]


# --- runs ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fold", "kept", "outcome", "have", "failing"),
    [
        ("{run: 3}", (1, 2, 3, 4, 7, 8, 9, 10, 11, 12), "met", "2", ()),
        (
            "{run: 2}",
            (1, 2, 3, 4, 7, 8, 9, 10, 11, 12),
            "missed",
            "2",
            ("2016-05", "2016-06"),
        ),
        ("{run: 2}", tuple(range(1, 13)), "met", "0", ()),
        ("{run: 2}", (2, 4, 6, 8, 10, 12), "met", "1", ()),
        ("{run: 12}", (), "missed", "12", tuple(f"2016-{n:02}" for n in range(1, 13))),
        (
            "{total: 6}",
            (2, 4, 6, 8, 10, 12),
            "missed",
            "6",
            tuple(f"2016-{n:02}" for n in range(1, 13, 2)),
        ),
        ("{total: 7}", (2, 4, 6, 8, 10, 12), "met", "6", ()),
    ],
)
def test_in_a_row_or_in_all(
    fold: str, kept: tuple[int, ...], outcome: str, have: str, failing: tuple[str, ...]
) -> None:
    """Broken only by so many spans that were not kept."""
    one = verdict(f"{{{MONTHS}, fold: {fold}}}", months(*kept))
    assert (one.outcome, one.have, one.failing) == (outcome, have, failing)
    assert one.need == f"<{fold[fold.index(':') + 2 : -1]}"
    assert one.level == (Level.ERROR if outcome == "missed" else Level.NONE)


def test_the_longest_row_is_told() -> None:
    """Of several rows the longest."""
    one = verdict(f"{{{MONTHS}, fold: {{run: 2}}}}", months(1, 4, 8, 12))
    assert one.failing == ("2016-05", "2016-06", "2016-07")


def test_while_it_runs() -> None:
    """What is still to come leaves it open; a breach closes it at once."""
    rule = f"{{{MONTHS}, fold: {{run: 3}}}}"
    assert verdict(rule, as_of="2016-03-31").outcome == "open"
    assert verdict(rule, as_of="2016-03-31").level == Level.NONE
    assert verdict(rule, as_of="2016-04-01").outcome == "missed"
    assert verdict(rule, months(1), as_of="2016-04-01").outcome == "open"


@pytest.mark.parametrize(
    ("rows", "outcome", "have"),
    [
        # Paid in the row: it is broken there.
        ([(7, "2016-07-05"), (8, "2016-09-30"), (10, "2016-10-05")], "open", "1"),
        ([(6, "2016-06-05"), (7, "2016-07-05"), (8, "2016-09-30")], "open", "2"),
        # Paid on the last day of the row; a day later the row had ended.
        ([(6, "2016-08-31"), (7, "2016-08-31"), (8, "2016-08-31")], "open", "2"),
        ([(6, "2016-09-01"), (7, "2016-09-01"), (8, "2016-09-01")], "missed", "3"),
    ],
)
def test_arrears(rows: list[tuple[int, str]], outcome: str, have: str) -> None:
    """An arrear paid inside the row breaks it, one paid after its end does not."""
    one = verdict(f"{{{DUES}, fold: {{run: 3}}}}", paid(*rows), as_of="2016-11-15")
    assert (one.outcome, one.have) == (outcome, have)


def test_paying_late_does_not_make_a_breach_lighter() -> None:
    """Missed is an error of a must, whether it was paid in the end or not."""
    rows = [(6, "2016-09-01"), (7, "2016-09-01"), (8, "2016-09-01"), (9, "2016-09-05")]
    for told in (paid(*rows), ""):
        one = verdict(f"{{{DUES}, fold: {{run: 3}}}}", told, as_of="2016-10-01")
        assert (one.outcome, one.level) == ("missed", Level.ERROR)


def test_a_row_that_is_not_known() -> None:
    """Where the months that cannot be decided would make the row, neither can it."""
    unread = "- {kind: collective-study, date: 2016-%02d-05, status: held}\n"
    rule = "{for: member, which: {status: probationary}, count: {of: {kind: collective-study, as: present}}, when: {every: month}, fold: {run: 2}, modality: %s}"
    records = "".join(unread % month for month in range(6, 13))
    one = verdict(rule % "must", records)
    assert (one.outcome, one.level, one.missing) == (
        "undecidable",
        Level.WARNING,
        ("present",),
    )
    assert verdict(rule % "should", records).level == Level.INFO


# --- under -----------------------------------------------------------------------


def into(rules: str, records: str = "", **said: str) -> dict[str, str | None]:
    """By rule and span into what a gap is folded."""
    return {
        f"{one.rule.partition('/')[2]} {one.subject.name} {one.span.label}": one.folded_into
        for one in verdicts(rules, records, **said)
        if one.is_gap or one.outcome == Outcome.UNDECIDABLE
    }


LECTURE = "count: {of: {kind: party-lecture}}"


def test_a_gap_of_the_year_explains_those_of_its_parts() -> None:
    """Every quarter without a lecture, and the year without one: one finding."""
    found = into(f"""
- {{id: year, {LECTURE}}}
- {{id: quarter, under: year, {LECTURE}, when: {{every: quarter}}}}
""")
    root = "trial-2016/year|branch:第九党支部|2016|"
    assert found.pop("year 第九党支部 2016") is None
    assert set(found.values()) == {root}
    assert len(found) == 4


def test_a_part_explains_what_its_due_day_lies_in() -> None:
    """A missing quarter explains the year, whose span holds the day; not another."""
    found = into(
        f"""
- {{id: quarter, {LECTURE}, when: {{every: quarter}}}}
- {{id: two, under: quarter, count: {{of: {{kind: party-lecture}}, min: 4}}}}
- {{id: month, under: quarter, {LECTURE}, when: {{every: month}}}}
""",
        months(4, 7, 10),
    )
    quarter = "trial-2016/quarter|branch:第九党支部|2016-Q1|"
    assert found["two 第九党支部 2016"] == quarter
    # Due on 31 March, it explains March; not January, which was due before.
    assert found["month 第九党支部 2016-03"] == quarter
    assert found["month 第九党支部 2016-01"] is None
    assert found["month 第九党支部 2016-05"] is None


def test_chains_end_at_the_root() -> None:
    """What explains is told once, at the end of the chain."""
    found = into(f"""
- {{id: a, {LECTURE}}}
- {{id: b, under: a, count: {{of: {{kind: party-lecture}}, min: 2}}}}
- {{id: c, under: b, count: {{of: {{kind: party-lecture}}, min: 3}}}}
""")
    root = "trial-2016/a|branch:第九党支部|2016|"
    assert list(found.values()) == [None, root, root]


def test_a_gap_of_the_branch_explains_those_of_all() -> None:
    """Of its groups, its members, and its records."""
    found = into(
        f"- {{id: a, {LECTURE}}}\n"
        f"- {{id: b, under: a, {PRESENT % 'party-lecture'}}}\n"
        "- {id: c, under: a, for: group, count: {of: {kind: group-meeting}}}\n"
        "- {id: d, under: a, for: fact, each: {kind: oath-review}, has: {theme: some}, fold: no}\n",
        held("2016-05-05", kind="oath-review"),
    )
    root = "trial-2016/a|branch:第九党支部|2016|"
    assert len(found) == 5
    assert [one for one in found.values() if one] == [root] * 4


def test_what_is_met_explains_nothing() -> None:
    """A gap stands alone where the other rule is kept."""
    found = into(
        f"- {{id: a, {LECTURE}}}\n- {{id: b, under: a, count: {{of: {{kind: party-lecture}}, min: 2}}}}",
        months(1),
    )
    assert found == {"b 第九党支部 2016": None}


PRESENT = (
    "for: member, which: {status: probationary}, count: {of: {kind: %s, as: present}}"
)


def test_what_cannot_be_decided_explains_what_cannot_either() -> None:
    """The same unread record is asked for once; it explains no gap."""
    rules = (
        f"- {{id: a, {PRESENT % 'collective-study'}}}\n"
        f"- {{id: b, under: a, {PRESENT % 'collective-study'}}}\n"
        f"- {{id: c, under: a, {PRESENT % 'party-lecture'}}}\n"
    )
    found = into(
        rules, held("2016-07-01", kind="collective-study", more="status: held")
    )
    assert found["b 许诺 2016"] == "trial-2016/a|member:许诺|2016|"
    assert found["c 许诺 2016"] is None


def test_a_stricter_tier_is_told_only_of_what_is_met() -> None:
    """Where the rule itself is open or late, its stricter tier says nothing more."""
    rule = "{id: a, count: {of: {kind: party-lecture}}, when: {every: year, by: 06-30}, soft: {when: {by: 03-31, late: never}}}"

    def tier(records: str, as_of: str) -> Verdict:
        return next(
            v for v in verdicts(rule, records, as_of=as_of) if v.rule.endswith("~")
        )

    root = "trial-2016/a|branch:第九党支部|2016|"
    assert tier("", "2016-05-01").folded_into == root
    assert tier("", "2016-12-01").folded_into == root
    assert tier(held("2016-07-01"), "2016-12-01").folded_into == root
    assert tier(held("2016-05-01"), "2016-12-01").folded_into is None


GROUPS = (
    "{id: meet, for: group, count: {of: {kind: group-meeting}}, when: {every: year}}"
)


@pytest.mark.parametrize(
    ("child", "folded", "alone"),
    [
        # A gap of a group explains those of its members, not of others'.
        (
            "for: member, count: {of: {kind: group-meeting, as: present}}",
            "李娜",
            "王敏",
        ),
        (
            "for: member, count: {of: {kind: group-meeting, as: present}}",
            "许诺",
            "陈静",
        ),
        # A group explains no other group.
        ("for: group, count: {of: {kind: group-meeting}, min: 2}", "二组", "一组"),
    ],
)
def test_whom_a_group_explains(child: str, folded: str, alone: str) -> None:
    """一组 met once (with nobody of it there); 二组 never did."""
    record = "- {kind: group-meeting, group: 一组, date: 2016-09-05, attendance: {absent: 王敏、陈静, guests: 上级1人}}"
    found = into(f"- {GROUPS}\n- {{id: child, under: meet, {child}}}", record)
    assert found[f"child {folded} 2016"] == "trial-2016/meet|group:二组|2016|"
    assert found[f"child {alone} 2016"] is None


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Verdict]:
    """The children that are held against a gap, one for each time."""
    looked: list[Verdict] = []
    is_enough = fold._is_enough

    def counted(parent: Verdict, child: Verdict) -> bool:
        looked.append(child)
        return is_enough(parent, child)

    monkeypatch.setattr(fold, "_is_enough", counted)
    return looked


def test_each_child_is_held_against_few(looked: list[Verdict]) -> None:
    """Of many groups and their members as many pairs are looked at, not all with all."""
    names = [f"王{chr(0x4E00 + number)}" for number in range(30)]
    branch = "名称: 九\n规则包: trial-2016\n党员:\n" + "".join(
        f"- {{姓名: {name}, 起: 2014-11-20, 党小组: {name}组}}\n" for name in names
    )
    branch += "党小组:\n" + "".join(f"- {{名称: {name}组}}\n" for name in names)
    rules = f"- {GROUPS}\n" + "".join(
        f"- {{id: {name}, under: meet, for: {name}, count: {{of: {{kind: group-meeting{of}}}, min: 2}}}}\n"
        for name, of in (("member", ", as: present"), ("group", ""))
    )
    found = verdicts(rules, branch=branch)
    folded = {one.subject.name: one.folded_into for one in found if one.folded_into}
    assert folded == {
        whose: f"trial-2016/meet|group:{name}组|2016|"
        for name in names
        for whose in (name, f"{name}组")
    }
    assert len(looked) == 2 * len(names)


def test_the_first_of_many_alike_explains(looked: list[Verdict]) -> None:
    """Of the gaps that many sittings of a day leave one is held against each child."""
    each = "each: {kind: collective-study}, fold: no"
    rules = f"""
- {{id: theme, {each}, has: {{theme: some}}}}
- {{id: topic, under: theme, {each}, has: {{topic: some}}}}
"""
    records = "\n".join(
        f"- {{kind: collective-study, date: 2016-09-05, time: '{hour:02}:00-{hour:02}:30', attendance: all}}"
        for hour in range(20)
    )
    found = verdicts(rules, records)
    told = [one for one in found if one.rule == "trial-2016/theme"]
    assert len(told) == 20
    (into,) = {one.folded_into for one in found if one.rule == "trial-2016/topic"}
    assert into == "|".join(told[0].key())
    assert len(looked) == 20


def test_a_group_explains_the_branch_and_its_records() -> None:
    """Whose group it is, and what the group itself recorded."""
    rules = f"""
- {GROUPS.replace("{kind: group-meeting}", "{kind: group-meeting, theme: some}")}
- {{id: all, under: meet, count: {{of: {{kind: group-meeting}}, rounds: group}}}}
- {{id: each, under: meet, for: fact, each: {{kind: group-meeting}}, has: {{theme: some}}, fold: no}}
"""
    records = "- {kind: group-meeting, group: 二组, date: 2016-09-05, attendance: all}"
    found = into(rules, records)
    assert found["all 第九党支部 2016"] == "trial-2016/meet|group:一组|2016|"
    assert (
        found["each group-meeting@2016-09-05 2016-09-05"]
        == "trial-2016/meet|group:二组|2016|"
    )


def test_a_record_of_another_group_is_not_explained() -> None:
    """By whose it is, on the day of the case its members."""
    rules = (
        "- {id: a, for: group, count: {of: {kind: group-meeting}}}\n"
        "- {id: b, under: a, for: member, count: {of: {kind: party-lecture, as: lecturer}}, which: {status: probationary}}\n"
    )
    meeting = "- {kind: group-meeting, group: %s, date: 2016-05-05, attendance: all}\n"
    child = "b 许诺 2016"
    assert into(rules, meeting % "一组")[child] == "trial-2016/a|group:二组|2016|"
    assert into(rules, meeting % "二组")[child] is None


def test_a_group_explains_those_who_were_of_it_when_it_was_due() -> None:
    """Though it was dissolved before the year was over."""
    gone = BRANCH.replace(
        "{名称: 二组, ", "{名称: 二组, 起: 2015-01-01, 止: 2016-09-30, "
    )
    found = into(
        "- {id: a, for: group, when: {every: year, by: 06-30}, count: {of: {kind: group-meeting}}}\n"
        "- {id: b, under: a, for: member, which: {status: probationary}, when: {every: year, by: 06-30}, "
        "count: {of: {kind: group-meeting, as: present}}}\n",
        branch=gone,
    )
    assert found["b 许诺 2016"] == "trial-2016/a|group:二组|2016|"


def test_a_person_is_one_whatever_he_is_called() -> None:
    """The secretary's gap explains the member's, not those of others."""
    found = into(
        "- {id: a, for: secretary, count: {of: {kind: party-lecture, as: lecturer}}}\n"
        "- {id: b, under: a, for: member, count: {of: {kind: party-lecture, as: lecturer}, min: 2}}\n"
    )
    assert found["b 王敏 2016"] == "trial-2016/a|secretary:王敏|2016|"
    assert found["b 陈静 2016"] is None


def test_a_person_explains_nothing_of_a_branch() -> None:
    """A member's gap is not the branch's."""
    found = into(
        "- {id: a, for: secretary, count: {of: {kind: party-lecture, as: lecturer}}}\n"
        f"- {{id: b, under: a, {LECTURE}}}\n"
    )
    assert found["b 第九党支部 2016"] is None


def test_a_row_that_is_just_long_enough_is_not_known() -> None:
    """Two doubtful months make a row of two, one does not."""
    rule = "{for: member, which: {status: probationary}, count: {of: {kind: collective-study, as: present}}, when: {every: month}, fold: {run: 2}}"
    unread = "- {kind: collective-study, date: 2016-%02d-05, status: held}\n"

    def judged(*doubtful: int) -> str:
        rest = [f"2016-{n:02}-05" for n in range(6, 13) if n not in doubtful]
        records = "".join(unread % month for month in doubtful)
        return verdict(rule, records + held(*rest, kind="collective-study")).outcome

    assert judged(7, 8) == "undecidable"
    assert judged(7, 9) == "met"


TALK = "count: {of: {kind: party-lecture, as: lecturer}%s}"


@pytest.mark.parametrize(
    ("whole", "part", "names"),
    [
        ("member", "committee", {"王敏", "陈静"}),
        ("committee", "member", {"王敏", "陈静"}),
        ("member", "leader", {"胡斌"}),
        ("leader", "member", {"胡斌"}),
        ("member", "secretary", {"王敏"}),
        ("secretary", "leader", set()),
    ],
)
def test_by_whatever_name_a_rule_calls_a_person(
    whole: str, part: str, names: set[str]
) -> None:
    """His own gap explains his own; nobody else's does."""
    found = verdicts(
        f"- {{id: a, for: {whole}, {TALK % ''}}}\n"
        f"- {{id: b, under: a, for: {part}, {TALK % ', min: 2'}}}\n",
        "",
        "leaders: [处级]",
    )
    into = {one.subject.name: one.folded_into for one in found if one.folded_into}
    assert into == {name: f"trial-2016/a|{whole}:{name}|2016|" for name in names}


def test_a_folded_year_is_of_no_single_record() -> None:
    """In the report it is called by the rule, the branch and the year."""
    one = verdict(
        "{for: member, each: {kind: collective-study, as: present}, has: {theme: some}, which: {status: probationary}}",
        held("2016-07-05", "2016-08-05", kind="collective-study"),
    )
    assert one.key() == ("trial-2016/rule", "member:许诺", "2016", "")


def test_one_day_of_the_profile_explains_another() -> None:
    """The day on which a member joined is no record, and no group's."""
    about = "for: fact, each: {kind: party-joined}, when: {after: subject, within: %s}"
    found = verdicts(
        f"- {{id: trained, {about % '6m'}, count: {{of: {{kind: member-training, same: [about]}}}}}}\n"
        f"- {{id: talk, {about % '6m'}, under: trained, count: {{of: {{kind: heart-to-heart-talk, same: [to=about]}}}}}}",
        branch="名称: 甲\n规则包: trial-2016\n"
        "党员: [{姓名: 王敏, 起: 2016-03-01, 入党日期: 2016-03-01}]\n",
    )
    assert [(one.rule, one.folded_into is None) for one in found] == [
        ("trial-2016/talk", False),
        ("trial-2016/trained", True),
    ]
