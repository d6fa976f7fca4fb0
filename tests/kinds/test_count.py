"""count: at least so many, with what is on time, in the band, late; rounds of groups."""

from __future__ import annotations

import pytest

from ..trial import days_of, held, outcome, verdict, verdicts

LECTURE = "count: {of: {kind: party-lecture}"
QUARTER = f"{{{LECTURE}}}, when: {{every: year, from: 10-01, to: 11-30, band: {{from: 09-15, to: 12-15}}, late: next 02-last}}}}"


@pytest.mark.parametrize(
    ("day", "more", "wanted"),
    [
        ("2016-09-14", "", "missed"),
        ("2016-09-15", "", "met"),
        ("2016-09-30", "", "met"),
        ("2016-10-01", "", "met"),
        ("2016-11-30", "", "met"),
        ("2016-12-15", "", "met"),
        ("2016-12-16", "", "late"),
        ("2016-12-31", "", "late"),
        # After the year it must say for which year it counts.
        ("2017-01-01", "", "missed"),
        ("2017-01-01", ", counts_for: 2016", "late"),
        ("2017-02-28", ", counts_for: 2016", "late"),
        ("2017-03-01", ", counts_for: 2016", "missed"),
    ],
)
def test_on_time_in_the_band_late(day: str, more: str, wanted: str) -> None:
    """The first, the last and the outside day of each."""
    one = verdict(QUARTER, held(day, more=f"attendance: all{more}"), as_of="2017-12-31")
    assert one.outcome == wanted
    band = wanted == "met" and not "2016-10-01" <= day <= "2016-11-30"
    assert one.notes == (("band",) if band else ())
    assert one.level == {"missed": "error", "late": "warning"}.get(
        wanted, "warning" if band else "none"
    )


@pytest.mark.parametrize(
    ("days", "day", "wanted"),
    [
        ("from: 09-01, to: next 01-15", "2016-08-31", "missed"),
        ("from: 09-01, to: next 01-15", "2016-09-01", "met"),
        ("from: 09-01, to: next 01-15", "2017-01-01", "met"),
        ("from: 09-01, to: next 01-15", "2017-01-15", "met"),
        ("from: 09-01, to: next 01-15", "2017-01-16", "missed"),
        ("from: 01-15, to: next 01-14", "2017-01-14", "met"),
        ("from: 01-15, to: next 01-15", "2017-01-15", "missed"),
        ("by: next 01-15", "2016-12-31", "met"),
        ("by: next 01-15", "2017-01-01", "missed"),
    ],
)
def test_days_of_the_next_year(days: str, day: str, wanted: str) -> None:
    """They count by their date where no window of another year has them too."""
    rule = f"{{{LECTURE}}}, when: {{every: year, {days}, late: never}}}}"
    one = verdict(rule, held(day), as_of="2017-03-01")
    assert one.outcome == wanted
    assert (str(one.span.first), str(one.span.last)) == ("2016-01-01", "2016-12-31")


@pytest.mark.parametrize(
    ("as_of", "wanted", "level"),
    [
        ("2016-01-01", "open", "none"),
        ("2016-11-30", "open", "none"),
        ("2016-12-01", "open", "warning"),
        ("2016-12-15", "open", "warning"),
        ("2016-12-16", "overdue", "error"),
        ("2017-02-28", "overdue", "error"),
        ("2017-03-01", "missed", "error"),
    ],
)
def test_nothing_held(as_of: str, wanted: str, level: str) -> None:
    """Open to the end of the band, overdue while a late one counts, then missed."""
    one = verdict(QUARTER, as_of=as_of)
    assert (one.outcome, one.level) == (wanted, level)
    assert one.notes == (("soft",) if level == "warning" else ())
    assert (str(one.due), str(one.until)) == ("2016-11-30", "2017-02-28")
    assert (one.need, one.have) == ("1", "0")


@pytest.mark.parametrize(
    ("bounds", "number", "wanted", "need"),
    [
        ("", 0, "missed", "1"),
        ("", 1, "met", "1"),
        (", min: 3", 2, "missed", "3"),
        (", min: 3", 3, "met", "3"),
        (", over: 2", 2, "missed", "3"),
        (", over: 2", 3, "met", "3"),
        (", over: 1/2", 0, "missed", "1"),
        (", max: 2", 0, "met", "≤2"),
        (", max: 2", 2, "met", "≤2"),
        (", max: 2", 3, "missed", "≤2"),
        (", under: 2", 1, "met", "≤1"),
        (", under: 2", 2, "missed", "≤1"),
        (", min: 2, max: 3", 1, "missed", "2"),
        (", min: 2, max: 3", 2, "met", "2"),
        (", min: 2, max: 3", 3, "met", "2"),
        (", min: 2, max: 3", 4, "missed", "≤3"),
        (", over: 1, under: 3", 2, "met", "2"),
    ],
)
def test_bounds(bounds: str, number: int, wanted: str, need: str) -> None:
    """At least, over, at most, under."""
    records = held(*(f"2016-05-{day:02}" for day in range(1, number + 1)))
    one = verdict(f"{{{LECTURE}{bounds}}}}}", records)
    assert (one.outcome, one.need, one.have) == (wanted, need, str(number))


@pytest.mark.parametrize(
    ("bounds", "number", "as_of", "wanted"),
    [
        (", max: 2", 2, "2016-12-31", "open"),
        (", max: 2", 3, "2016-06-30", "missed"),
        (", min: 2, max: 3", 1, "2016-12-31", "open"),
        # Enough, but there may yet be too many.
        (", min: 2, max: 3", 2, "2016-12-31", "open"),
        (", min: 2, max: 3", 2, "2017-01-01", "met"),
    ],
)
def test_at_most_is_kept_only_at_the_end(
    bounds: str, number: int, as_of: str, wanted: str
) -> None:
    """A breach closes it at once, met comes with the end of the span."""
    records = held(*(f"2016-05-{day:02}" for day in range(1, number + 1)))
    assert outcome(f"{{{LECTURE}{bounds}}}}}", records, as_of=as_of) == wanted


MEMBERS = "{kind: member, level: member}"


@pytest.mark.parametrize(
    ("test", "wanted"),
    [
        ("of: {kind: post, post: 组织委员}", "met"),
        ("of: {kind: post, post: 宣传委员}", "overdue"),
        ("of: {kind: post}, max: 2", "met"),
        ("of: {kind: post}, max: 1", "overdue"),
        ("of: {kind: post}, min: 2, max: 3", "met"),
        ("of: {kind: post}, min: 1, max: 1", "overdue"),
        (f"of: {{kind: post}}, to: {MEMBERS}, min: 2/5", "met"),
        (f"of: {{kind: post}}, to: {MEMBERS}, over: 2/5", "overdue"),
        (f"of: {{kind: post}}, to: {MEMBERS}, max: 2/5", "met"),
        (f"of: {{kind: post}}, to: {MEMBERS}, under: 2/5", "overdue"),
    ],
)
def test_what_stands_is_not_waited_for(test: str, wanted: str) -> None:
    """What the profile has today is enough or not, in the midst of the year too; and it
    can be made good."""
    rule = f"{{when: now, count: {{{test}}}}}"
    assert outcome(rule, as_of="2016-09-01") == wanted


UNREAD = "- {kind: collective-study, date: 2016-0%d-01, status: held}\n"
PRESENT = "{for: secretary, count: {of: {kind: collective-study, as: present}%s}}"


@pytest.mark.parametrize(
    ("bounds", "known", "unknown", "wanted"),
    [
        ("", 0, 1, "undecidable"),
        ("", 1, 1, "met"),
        (", min: 3", 1, 1, "missed"),
        (", min: 3", 1, 2, "undecidable"),
        (", max: 1", 1, 1, "undecidable"),
        (", max: 2", 1, 1, "met"),
        (", min: 1, max: 1", 1, 1, "undecidable"),
        (", min: 2, max: 3", 1, 1, "undecidable"),
    ],
)
def test_what_is_not_known(bounds: str, known: int, unknown: int, wanted: str) -> None:
    """Records that do not say who was there may decide it either way."""
    records = held(
        *(f"2016-0{n}-15" for n in range(1, known + 1)), kind="collective-study"
    )
    records += "".join(UNREAD % n for n in range(1, unknown + 1))
    one = verdict(PRESENT % bounds, records)
    assert one.outcome == wanted
    assert one.missing == (("present",) if wanted == "undecidable" else ())


@pytest.mark.parametrize(
    ("kind", "roles", "more", "wanted"),
    [
        ("party-lecture", "lecturer", "", "undecidable"),
        ("micro-lecture", "lecturer", ", speakers: {speaker: 陈静}", "undecidable"),
        ("party-lecture", "lecturer", ", speakers: {lecturer: 陈静}", "missed"),
        ("party-lecture", "lecturer", ", speakers: {lecturer: 王敏}", "met"),
        (
            "party-lecture",
            "lecturer",
            ", speakers: [{name: 张三, role: lecturer, from: 党校}]",
            "missed",
        ),
        # Somebody else is told in one of the roles; of a study nobody lectures.
        ("party-lecture", "[lecturer, host]", ", host: 陈静", "missed"),
        ("collective-study", "lecturer", "", "missed"),
    ],
)
def test_a_lecture_that_names_no_lecturer(
    kind: str, roles: str, more: str, wanted: str
) -> None:
    """Someone gave it: it may be anybody's, and the record can still say whose."""
    rule = f"{{for: secretary, count: {{of: {{kind: {kind}, as: {roles}}}}}}}"
    record = held("2016-05-05", kind=kind, more=f"attendance: all{more}")
    one = verdict(rule, record)
    assert one.outcome == wanted
    assert one.missing == (("lecturer",) if wanted == "undecidable" else ())


NEWCOMER = """
名称: 第九党支部
规则包: trial-2016
党小组: [{名称: 一组, 党员: 王敏}, {名称: 二组, 党员: 李娜、许诺}]
党员: [{姓名: 王敏、李娜, 起: 2014-11-20}, {姓名: 许诺, 起: %s}]
"""


@pytest.mark.parametrize(
    ("came", "roles", "since", "level"),
    [
        ("2016-09-01", "present", "", "warning"),
        ("2016-09-01", "present", "2016-08-31", "warning"),
        ("2016-09-01", "present", "2016-09-01", "error"),
        ("2016-09-01", "present", "2016-12-31", "error"),
        ("2016-09-01", "present", "2017-01-01", "warning"),
        # Of a group that is not his, and of his own.
        ("2016-09-01", "present", "2016-10-10, group: 一组", "warning"),
        ("2016-09-01", "present", "2016-10-10, group: 二组", "error"),
        # What he can do by himself, and who was there from the first day on.
        ("2016-09-01", "[present, participant]", "", "error"),
        ("2016-01-01", "present", "", "error"),
    ],
)
def test_who_came_after_all_was_held(
    came: str, roles: str, since: str, level: str
) -> None:
    """Nothing was held at which he could have been: it weighs no more than a warning."""
    rule = f"{{for: member, when: {{every: year}}, count: {{of: {{kind: collective-study, level: [branch, group], as: {roles}}}}}}}"
    who = "李娜" if "二组" in since else "王敏"
    row = f"- {{{{kind: collective-study, date: {{}}, attendance: {{{{present: {who}}}}}}}}}\n"
    records = row.format(since or "2016-01-10")
    found = verdicts(rule, records, branch=NEWCOMER % came, as_of="2017-02-01")
    one = next(one for one in found if one.subject.name == "许诺")
    assert (one.outcome, one.level) == ("missed", level)
    assert one.notes == ((f"came:{came}",) if level == "warning" else ())


@pytest.mark.parametrize(
    ("days", "notes", "level"),
    [
        (("2016-03-07", "2016-05-07"), ("away",), "warning"),
        (("2016-03-07", "2016-12-07"), (), "error"),
        ((), (), "error"),  # The branch held none: that is not his leave.
    ],
)
def test_who_was_on_leave_whenever_it_was_held(
    days: tuple[str, ...], notes: tuple[str, ...], level: str
) -> None:
    """He is back, and there was nothing to which he could have come."""
    rule = "{for: member, when: {every: year}, count: {of: {kind: party-lecture, as: present}}}"
    more = "attendance: {present: 王敏}"
    found = verdicts(rule, held(*days, more=more), as_of="2017-02-01")
    one = next(one for one in found if one.subject.name == "胡斌")
    assert (one.outcome, one.notes, one.level) == ("missed", notes, level)


def test_long_leave_is_no_absence() -> None:
    """Of the share of sittings to which somebody came those in his leave are none."""
    rule = "{for: member, when: {every: year}, count: {of: {kind: party-lecture, as: present}, to: {kind: party-lecture, as: expected}, min: 2/3}}"
    records = held("2016-03-07", "2016-05-07", "2016-12-07")
    found = verdicts(rule, records, as_of="2017-02-01")
    one = next(one for one in found if one.subject.name == "胡斌")
    assert (one.outcome, one.have) == ("met", "1")


def test_any_of_several_patterns() -> None:
    """A record that fits two of them counts once."""
    rule = "{count: {of: [{kind: party-lecture}, {kind: theme-party-day}], min: 2}}"
    both = held("2016-05-05", kind="[party-lecture, theme-party-day]")
    assert verdict(rule, both).have == "1"
    assert verdict(rule, both + held("2016-06-05", kind="theme-party-day")).have == "2"


def test_nothing_of_the_committee_above_proves_no_gap() -> None:
    """Where no record of it is kept at all, its duties cannot be decided."""
    rule = "{count: {of: {kind: party-lecture, level: above}}}"
    one = verdict(rule)
    assert (one.outcome, one.missing) == ("undecidable", ("above-records",))
    # What the branch holds itself would do as well: that there is none is known.
    both = "{count: {of: [{kind: party-lecture, level: above}, {kind: oath-review}]}}"
    assert outcome(both) == "missed"
    branch = "名称: 第九党支部\n上级党组织: 机关党委\n规则包: trial-2016\n党员: [{姓名: 王敏, 起: 2014-11-20}]\n"
    study = "- {kind: collective-study, date: 2016-05-05, status: held, organizer: 机关党委}\n"
    assert outcome(rule, study, branch=branch) == "missed"


# --- rounds ----------------------------------------------------------------------


def group(name: str, *days: str) -> str:
    """Studies of a group."""
    return "".join(
        f"- {{kind: collective-study, group: {name}, date: {day}, attendance: all}}\n"
        for day in days
    )


ROUNDS = "{count: {of: {kind: collective-study}, rounds: group, min: %d}}"


@pytest.mark.parametrize(
    ("records", "have"),
    [
        ("", 0),
        (group("一组", "2016-05-01"), 0),
        (group("一组", "2016-05-01") + group("二组", "2016-05-31"), 1),
        # Not in the same month.
        (group("一组", "2016-04-30") + group("二组", "2016-05-01"), 0),
        (group("一组", "2016-05-01", "2016-05-08") + group("二组", "2016-05-31"), 1),
        (
            group("一组", "2016-05-01", "2016-05-08")
            + group("二组", "2016-05-30", "2016-05-31"),
            2,
        ),
        # With the branch's own, which is no group's.
        (
            group("一组", "2016-05-01")
            + group("二组", "2016-05-31")
            + held("2016-05-03", kind="collective-study"),
            2,
        ),
        (group("一组", "2016-02-29") + group("二组", "2016-02-01"), 1),
    ],
)
def test_rounds_of_groups(records: str, have: int) -> None:
    """For each month the least number of the groups' own sessions."""
    one = verdict(ROUNDS % 9, records)
    assert one.have == str(have)
    assert ("rounds" in one.notes) == (have > 0)


def test_a_round_is_proved_by_the_session_that_completes_it() -> None:
    """The last of them."""
    one = verdict(ROUNDS % 1, group("一组", "2016-05-20") + group("二组", "2016-05-03"))
    assert (one.outcome, days_of(one)) == ("met", ["2016-05-20"])


def planned(name: str, day: str) -> str:
    """A study that a group plans."""
    return (
        f"- {{kind: collective-study, group: {name}, date: {day}, status: planned}}\n"
    )


@pytest.mark.parametrize(
    ("records", "number", "wanted"),
    [
        (planned("一组", "2016-06-05") + planned("二组", "2016-06-20"), 1, "planned"),
        (planned("一组", "2016-06-05") + planned("二组", "2016-06-20"), 2, "open"),
        # Of one group alone, or in different months, it is no round.
        (planned("一组", "2016-06-05"), 1, "open"),
        (planned("一组", "2016-06-05") + planned("二组", "2016-07-01"), 1, "open"),
        # What one group held, and the other plans.
        (group("一组", "2016-05-20") + planned("二组", "2016-05-31"), 1, "planned"),
        # With a round that was held, and what the branch plans.
        (
            group("一组", "2016-05-01")
            + group("二组", "2016-05-02")
            + planned("一组", "2016-06-05")
            + planned("二组", "2016-06-20")
            + "- {kind: collective-study, date: 2016-06-21, status: planned}\n",
            3,
            "planned",
        ),
        # A day that has gone by is not planned any more.
        (planned("一组", "2016-05-29") + planned("二组", "2016-05-31"), 1, "open"),
    ],
)
def test_rounds_to_come(records: str, number: int, wanted: str) -> None:
    """What the groups plan makes rounds as what they held does."""
    one = verdict(ROUNDS % number, records, as_of="2016-05-30")
    assert one.outcome == wanted
    if wanted == "planned":
        assert str(one.records[-1].date) >= "2016-05-31"


def test_without_groups_there_are_no_rounds() -> None:
    """Of a branch whose groups were dissolved before the month ended."""
    branch = """
名称: 第九党支部
规则包: trial-2016
党小组: [{名称: 一组, 党员: 王敏, 止: 2016-05-30}]
党员: [{姓名: 王敏, 起: 2014-11-20}]
"""
    assert verdict(ROUNDS % 9, group("一组", "2016-05-20"), branch=branch).have == "0"
    assert verdict(ROUNDS % 9, group("一组", "2016-04-20"), branch=branch).have == "1"


@pytest.mark.parametrize(
    ("day", "have"), [("2016-05-01", "0"), ("2016-05-02", "1"), ("2016-06-01", "1")]
)
def test_a_round_without_a_group_that_was_just_formed(day: str, have: str) -> None:
    """A group makes a round from its first whole month on; where all are new, at once."""
    branch = """
名称: 第九党支部
规则包: trial-2016
党小组: [{名称: 一组, 党员: 王敏}, {名称: 二组, 党员: 李娜, 起: %s}]
党员: [{姓名: 王敏、李娜, 起: 2014-11-20}]
"""
    one = group("一组", "2016-05-20")
    assert verdict(ROUNDS % 9, one, branch=branch % day).have == have
    new = (branch % "2016-05-02").replace("王敏}", "王敏, 起: 2016-05-03}")
    assert verdict(ROUNDS % 9, one, branch=new).have == "0"
    both = one + group("二组", "2016-05-21")
    assert verdict(ROUNDS % 9, both, branch=new).have == "1"


def test_rounds_of_a_declared_period() -> None:
    """A session that counts for the year is of the month of the window's first day."""
    rule = "{count: {of: {kind: collective-study}, rounds: group}, when: {every: year, late: next 02-last}}"
    records = "".join(
        f"- {{kind: collective-study, group: {name}, date: 2015-12-31, counts_for: 2016, attendance: all}}\n"
        for name in ("一组", "二组")
    )
    assert verdict(rule, records).have == "1"


def test_both_at_least_and_over() -> None:
    """Then the larger of the two is asked for."""
    assert verdict(f"{{{LECTURE}, min: 2, over: 4}}}}").need == "5"
    assert verdict(f"{{{LECTURE}, min: 9, over: 4}}}}").need == "9"


@pytest.mark.parametrize(
    ("day", "wanted", "level", "notes"),
    [
        # 1 May 2016 is a Sunday, the 2nd a holiday.
        ("2016-04-24", "missed", "error", "rolled"),
        ("2016-04-25", "met", "warning", "band rolled"),
        ("2016-04-26", "met", "none", "rolled"),
        ("2016-05-01", "met", "none", "rolled"),
        ("2016-05-02", "met", "none", "rolled"),
        ("2016-05-03", "met", "none", "rolled"),
        ("2016-05-04", "met", "warning", "band rolled"),
        ("2016-05-05", "missed", "error", "rolled"),
    ],
)
def test_on_the_next_working_day(day: str, wanted: str, level: str, notes: str) -> None:
    """What was due on a day off is in time on the next working day (A4), with a note;
    a band beside that stays one."""
    days = "from: 04-26, to: 05-01, band: {from: 04-25, to: 05-04}"
    rule = f"{{{LECTURE}}}, when: {{every: year, {days}, roll: next-workday, late: never}}}}"
    one = verdict(rule, held(day), as_of="2016-12-31")
    assert (one.outcome, one.level) == (wanted, level)
    assert " ".join(sorted(note.partition(":")[0] for note in one.notes)) == notes


def test_one_on_the_next_working_day_and_one_after_it() -> None:
    """Both count; the later one is still beside its time."""
    days = "from: 04-26, to: 05-01, band: {from: 04-25, to: 05-04}"
    rule = f"{{{LECTURE}, min: 2}}, when: {{every: year, {days}, roll: next-workday, late: never}}}}"
    one = verdict(rule, held("2016-05-03", "2016-05-04"), as_of="2016-12-31")
    assert (one.outcome, one.level) == ("met", "warning")
    assert "band" in one.notes


@pytest.mark.parametrize(
    ("as_of", "outcome_"), [("2016-06-01", "open"), ("2017-01-01", "undecidable")]
)
def test_what_may_be_enough_while_there_is_time(as_of: str, outcome_: str) -> None:
    """It is told what is missing to know it, then and later; where it would not be
    enough either way, nothing is."""
    rule = "{for: member, each: {kind: organization-life-meeting}, when: {during: subject, band: {to: 30d}}, count: {of: {kind: step, link: subject, as: participant}}, fold: no}"
    rule = rule.replace("{during: subject, band: {to: 30d}}", "{every: year}")
    text = held(
        "2016-05-05",
        kind="organization-life-meeting",
        more="attendance: all, steps: 党性分析",
    )
    found = [
        one for one in verdicts(rule, text, as_of=as_of) if one.subject.name == "王敏"
    ]
    assert [(one.outcome, one.missing) for one in found] == [
        (outcome_, ("participant",))
    ]
    assert [one.why for one in found[0].near][:1] == ["participant"]
    two = rule.replace("as: participant}", "as: participant}, min: 2")
    found = [
        one
        for one in verdicts(two, text, as_of="2016-06-01")
        if one.subject.name == "王敏"
    ]
    assert [(one.outcome, one.missing) for one in found] == [("open", ())]


@pytest.mark.parametrize(
    ("more", "have"),
    [
        ("attendance: 陈静, based_on: 2016-04-01 党课", "1"),
        ("attendance: 陈静、李娜, host: 李娜, based_on: 2016-04-01 党课", "1"),
        # who was there is there again, or nothing is made up for
        ("attendance: 陈静、李娜, based_on: 2016-04-01 党课", "2"),
        ("attendance: 陈静", "2"),
        ("status: held, based_on: 2016-04-01 党课", "2"),
    ],
)
@pytest.mark.parametrize("rule", ["min: 2", "min: 2, rounds: group"])
def test_what_makes_up_is_not_one_more(rule: str, more: str, have: str) -> None:
    """A sitting for who was not at an earlier one (A40) is no other sitting of the
    branch; each who was at it was at one."""
    records = held(
        "2016-04-01", more="attendance: {present: 李娜, excused: 陈静（出差）}"
    )
    records += held("2016-05-06", more=more)
    test = f"{LECTURE}, {rule}}}, when: {{every: year}}"
    assert verdict(f"{{{test}}}", records).have == have
    own = "for: member, count: {of: {kind: party-lecture, as: present}}, when: {every: year}"
    met = [one for one in verdicts(f"{{{own}}}", records) if one.outcome == "met"]
    assert "陈静" in {one.subject.name for one in met} or "status" in more


@pytest.mark.parametrize(
    ("first", "second", "have"),
    [
        # another kind than the first was
        ("collective-study", "collective-study, party-lecture", "1"),
        ("collective-study, party-lecture", "collective-study, party-lecture", "1"),
        ("party-lecture", "party-lecture", "1"),
    ],
)
def test_what_makes_up_for_something_else_is_one(
    first: str, second: str, have: str
) -> None:
    """A lecture held with the study that makes up for a study is a lecture; it counts
    once where the first was one."""
    more = "attendance: {present: 李娜, excused: 陈静（出差）}"
    records = held("2016-04-01", kind=f"[{first}]", more=more)
    kind = first.partition(",")[0]
    more = f"attendance: 陈静, based_on: 2016-04-01 {kind}"
    records += held("2016-05-06", kind=f"[{second}]", more=more)
    one = verdict(f"{{{LECTURE}}}, when: {{every: year}}}}", records)
    assert (one.outcome, one.have) == ("met", have)


def test_the_sitting_of_another_group_is_its_own() -> None:
    """A group that rests its sitting on that of another makes up for nothing."""
    records = held("2016-04-01", more="group: 一组, attendance: all")
    records += held(
        "2016-05-06",
        more="group: 二组, attendance: all, based_on: 2016-04-01 党课 一组",
    )
    rule = f"{{for: group, {LECTURE}}}, when: {{every: year}}}}"
    assert {one.outcome for one in verdicts(rule, records)} == {"met"}


def test_who_leads_both_makes_up_for_nothing_alone() -> None:
    """A committee of which only who leads and who records came, twice."""
    more = "host: 王敏, recorder: 陈静, attendance: 王敏、陈静"
    records = held("2016-04-01", kind="committee-meeting", more=more)
    more += ", based_on: 2016-04-01 支委会"
    records += held("2016-05-06", kind="committee-meeting", more=more)
    test = "count: {of: {kind: committee-meeting}, min: 2}, when: {every: year}"
    assert verdict(f"{{{test}}}", records).outcome == "met"


def test_nobody_is_asked_to_where_only_those_who_lead_were_again() -> None:
    """Who was at the first need not be at what those who led it held after it."""
    who = "host: 王敏, recorder: 陈静, attendance"
    records = held("2016-04-01", more=f"{who}: 王敏、陈静、李娜")
    more = f"{who}: 王敏、陈静, based_on: 2016-04-01 党课"
    records += held("2016-05-06", more=more)
    each = "for: member, each: {kind: party-lecture}, has: {as: present}"
    found = [
        one.outcome
        for one in verdicts(f"{{{each}}}", records)
        if one.subject.name == "李娜"
    ]
    assert "met" in found
    assert "missed" not in found


# --- very many ------------------------------------------------------------------------

DAYS = tuple(f"2016-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(300))


@pytest.mark.parametrize(("number", "shown"), [(200, 200), (201, 200), (300, 200)])
def test_of_very_many_the_first_and_the_last_prove_it(number: int, shown: int) -> None:
    """And a note tells how many there are, so that nobody takes these for all."""
    days = DAYS[:number]
    one = verdict(f"{{{LECTURE}, min: 8}}}}", held(*days), as_of="2016-12-31")
    assert (one.outcome, one.have) == ("met", str(number))
    told = [str(proof.date) for proof in one.records]
    assert told == [*days[: shown // 2], *days[-shown // 2 :]]
    assert one.notes == ((f"proofs:{number}",) if number > shown else ())


@pytest.mark.parametrize(
    ("as_of", "wanted"), [("2016-12-31", "open"), ("2017-01-01", "undecidable")]
)
@pytest.mark.parametrize(("number", "shown"), [(200, 200), (201, 200)])
def test_of_very_many_doubtful_ones_the_first_and_the_last_are_told(
    as_of: str, wanted: str, number: int, shown: int
) -> None:
    """While there is time, too."""
    day = "- {kind: collective-study, date: %s, status: held}\n"
    records = "".join(day % one for one in DAYS[:number])
    one = verdict(PRESENT % ", min: 3", records, as_of=as_of)
    assert (one.outcome, len(one.near)) == (wanted, shown)
    assert one.notes == ((f"doubts:{number}",) if number > shown else ())
