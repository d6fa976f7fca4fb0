"""What is planned and would count: items of plans, and records of a day to come."""

from __future__ import annotations

import pytest

from ..trial import days_of, held, outcome, verdict, verdicts


def plan(*items: str, kind: str = "study-plan", more: str = "") -> str:
    """A plan with items."""
    return f"- {{kind: {kind}, date: 2016-01-05, period: 2016{more}, items: [{', '.join(items)}]}}\n"


def item(when: str, kind: str = "party-lecture", more: str = "") -> str:
    """An item of a plan."""
    return f"{{when: {when}, kind: {kind}{', ' if more else ''}{more}}}"


LECTURE = "{count: {of: {kind: party-lecture%s}%s}, when: {every: year, to: 11-30, band: {to: 12-15}}}"
ONE = LECTURE % ("", "")


@pytest.mark.parametrize(
    ("when", "as_of", "wanted"),
    [
        ("2016-06", "2016-05-31", "planned"),
        ("2016-06", "2016-06-30", "planned"),
        # What was planned for a time that has passed plans nothing more.
        ("2016-06", "2016-07-01", "open"),
        ("2016-12-15", "2016-06-01", "planned"),
        ("2016-12-16", "2016-06-01", "open"),
        ("2016-12", "2016-12-15", "planned"),
        ("2016-12", "2016-12-16", "overdue"),
        ("2016-Q4", "2016-10-01", "planned"),
        # The plan is not there yet.
        ("2016-06", "2016-01-04", "open"),
        ("2016-06", "2016-01-05", "planned"),
    ],
)
def test_days(when: str, as_of: str, wanted: str) -> None:
    """From `as_of` to the end of the window, band included."""
    assert outcome(ONE, plan(item(when)), as_of=as_of) == wanted


def test_what_proves_it() -> None:
    """The item is shown, and what is still held counts beside it."""
    rule = LECTURE % ("", ", min: 2")
    one = verdict(rule, plan(item("2016-06")) + held("2016-03-01"), as_of="2016-05-31")
    assert (one.outcome, one.have, days_of(one)) == (
        "planned",
        "1",
        ["2016-03-01", "2016-06-01"],
    )
    assert outcome(rule, plan(item("2016-06")), as_of="2016-05-31") == "open"


@pytest.mark.parametrize(
    ("items", "days", "wanted"),
    [
        # Held in its days, an item plans nothing more.
        (["2016-06"], ["2016-06-05"], "open"),
        (["2016-06", "2016-09"], ["2016-06-05"], "planned"),
        # Held at another time, it is still to come.
        (["2016-06"], ["2016-03-05"], "planned"),
        # Each carries out one, the one that ends first.
        (
            ["2016-06-01..2016-06-30", "2016-06-01..2016-09-30"],
            ["2016-06-05"],
            "planned",
        ),
        (["2016-06", "2016-06"], ["2016-06-05", "2016-06-06"], "open"),
    ],
)
def test_what_was_carried_out(items: list[str], days: list[str], wanted: str) -> None:
    """Each held fact carries out one item."""
    rule = LECTURE % ("", f", min: {len(days) + 1}")
    records = plan(*(item(when) for when in items)) + held(*days)
    assert outcome(rule, records, as_of="2016-06-07") == wanted


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-04-30", "planned"),
        ("2016-05-01", "open"),
        ("2016-05-20", "open"),
        ("2016-06-01", "met"),
    ],
)
def test_an_item_of_two_months_is_one(day: str, wanted: str) -> None:
    """Carried out in May it plans nothing more for June."""
    rule = "{count: {of: {kind: party-lecture}}, when: {every: month}}"
    found = verdicts(
        rule, plan(item("2016-05-01..2016-06-30")) + held(day), as_of="2016-06-01"
    )
    assert {one.span.label: one.outcome for one in found}["2016-06"] == wanted


def test_moved_away_it_is_carried_out() -> None:
    """What was moved from the days of an item carries it out."""
    rule = LECTURE % ("", ", min: 2")
    records = plan(item("2016-06")) + held(
        "2016-05-20", more="attendance: all, moved: {from: 2016-06-10, reason: 防汛}"
    )
    assert outcome(rule, records, as_of="2016-05-31") == "open"
    records = plan(item("2016-06")) + held(
        "2016-05-20", more="attendance: all, moved: {from: 2016-05-10, reason: 防汛}"
    )
    assert outcome(rule, records, as_of="2016-05-31") == "planned"


def test_what_an_item_is_held_to() -> None:
    """Its topic and how it is done; the rest shows when it is held."""
    rule = LECTURE % (", topic: 甲, host: {is: secretary}", "")
    assert (
        outcome(rule, plan(item("2016-06", more="topic: 甲")), as_of="2016-05-31")
        == "planned"
    )
    assert (
        outcome(rule, plan(item("2016-06", more="topic: 乙")), as_of="2016-05-31")
        == "open"
    )
    assert outcome(rule, plan(item("2016-06")), as_of="2016-05-31") == "open"


@pytest.mark.parametrize("mode", ["collective", "individual"])
@pytest.mark.parametrize(
    ("more", "said"),
    [("", "collective"), ("mode: 集体", "collective"), ("mode: 个人", "individual")],
)
def test_how_it_is_to_be_done(mode: str, more: str, said: str) -> None:
    """What each is to read for himself plans no study of all, nor the reverse."""
    rule = f"{{when: {{every: year}}, count: {{of: {{kind: collective-study, mode: {mode}}}}}}}"
    records = plan(item("2016-10", kind="collective-study", more=more))
    wanted = "planned" if said == mode else "open"
    assert outcome(rule, records, as_of="2016-06-01") == wanted


def test_kinds_with_what_they_imply() -> None:
    """A planned discussion plans a study, where it is one; and is carried out by one."""
    implies = "implies: {thematic-discussion: [collective-study]}"
    rule = "{count: {of: {kind: collective-study}, min: 2}}"
    planned = plan(
        item("2016-06", "thematic-discussion"), item("2016-06", "collective-study")
    )
    assert outcome(rule, planned, implies, as_of="2016-05-31") == "planned"
    done = held("2016-06-01", kind="thematic-discussion")
    assert outcome(rule, planned + done, implies, as_of="2016-06-02") == "planned"
    done += held("2016-06-02", kind="oath-review")
    assert outcome(rule, planned + done, implies, as_of="2016-06-02") == "planned"


COVER = "{cover: {of: {kind: thematic-discussion}, tag: topic, all: [甲, 乙]}}"


def test_items_of_a_list() -> None:
    """An item plans the topic it names; one that names none may be any."""
    found = verdicts(
        COVER,
        plan(item("2016-06", "thematic-discussion", "topic: 甲")),
        as_of="2016-05-31",
    )
    assert [(one.label, one.outcome) for one in found] == [
        ("乙", "open"),
        ("甲", "planned"),
    ]
    record = (
        "- {kind: thematic-discussion, date: 2016-06-05, topic: 甲, status: planned}\n"
    )
    found = verdicts(COVER, record, as_of="2016-05-31")
    assert [(one.label, one.outcome) for one in found] == [
        ("乙", "open"),
        ("甲", "planned"),
    ]


# --- whose it is -----------------------------------------------------------------


def test_items_of_members() -> None:
    """A plan of a member's own is his."""
    records = "- {kind: personal-study-plan, date: 2016-01-05, period: 2016, members: 李娜, items: [{when: 2016-06, kind: self-study}]}\n"
    rule = "{for: member, count: {of: {kind: self-study, as: about}}}"
    found = verdicts(rule, records, as_of="2016-05-31")
    assert {one.subject.name: one.outcome for one in found}["李娜"] == "planned"
    assert {one.subject.name: one.outcome for one in found}["王敏"] == "open"
    # What another member did in those days carries out none of it.
    records += (
        "- {kind: self-study, date: 2016-06-10, members: 王敏, attendance: 王敏}\n"
    )
    found = verdicts(rule, records, as_of="2016-06-20")
    assert {one.subject.name: one.outcome for one in found}["李娜"] == "planned"


def test_items_of_groups() -> None:
    """Of one group, or of all of them."""
    rule = "{for: group, count: {of: {kind: group-meeting}}}"
    every = plan("{when: 每月, kind: group-meeting}", kind="study-plan")
    assert {one.outcome for one in verdicts(rule, every, as_of="2016-05-31")} == {
        "planned"
    }
    one = plan("{when: 每月, kind: group-meeting, group: 一组}", kind="study-plan")
    found = verdicts(rule, one, as_of="2016-05-31")
    assert [(v.subject.name, v.outcome) for v in found] == [
        ("一组", "planned"),
        ("二组", "open"),
    ]


def test_items_of_the_branch_where_its_sessions_count_for_groups() -> None:
    """What the branch itself is to hold is planned for each of them."""
    rule = "{for: group, count: {of: {kind: collective-study, level: [branch, group]}}}"
    records = plan(item("2016-06", "collective-study"))
    found = verdicts(rule, records, as_of="2016-05-31")
    assert [one.outcome for one in found] == ["planned", "planned"]


@pytest.mark.parametrize(
    ("record", "wanted"),
    [
        (
            "{kind: group-meeting, group: 一组, date: 2016-06-05, status: planned}",
            ["planned", "open"],
        ),
        # To come, whatever its attendance says: it does not exist yet.
        (
            "{kind: group-meeting, group: 一组, date: 2016-06-05, status: held}",
            ["open", "open"],
        ),
        (
            "{kind: group-meeting, group: 一组, date: 2016-05-30, status: planned}",
            ["open", "open"],
        ),
    ],
)
def test_records_of_a_day_to_come(record: str, wanted: list[str]) -> None:
    """Planned and later than `as_of`; of a group its own."""
    found = verdicts(
        "{for: group, count: {of: {kind: group-meeting}}}",
        f"- {record}\n",
        as_of="2016-05-31",
    )
    assert [one.outcome for one in found] == wanted


@pytest.mark.parametrize(
    ("when", "wanted"),
    [("2016-04", "open"), ("2016-05", "planned"), ("2016-06", "planned")],
)
def test_an_item_of_a_plan_to_come(when: str, wanted: str) -> None:
    """An item of a plan that is to be made is to come as long as its month is."""
    rule = "{count: {of: {kind: plan-item, root: study-plan, optional: yes}}}"
    records = f"""
- kind: study-plan
  date: 2016-05-31
  period: 2016
  status: planned
  items: [{{when: {when}, kind: site-visit, content: 参观, optional: yes}}]
"""
    assert outcome(rule, records, as_of="2016-05-31") == wanted


def test_records_of_persons_to_come() -> None:
    """Where somebody is named it is his; where nobody is, anybody's."""
    rule = "{for: member, count: {of: {kind: party-lecture, as: lecturer}}}"
    named = "- {kind: party-lecture, date: 2016-06-05, status: planned, speakers: {lecturer: 王敏}}\n"
    found = {
        one.subject.name: one.outcome
        for one in verdicts(rule, named, as_of="2016-05-31")
    }
    assert (found["王敏"], found["陈静"]) == ("planned", "open")
    nobody = "- {kind: party-lecture, date: 2016-06-05, status: planned}\n"
    assert {one.outcome for one in verdicts(rule, nobody, as_of="2016-05-31")} == {
        "planned"
    }
    rule = "{for: member, count: {of: {kind: party-lecture, level: branch}}}"
    assert {one.outcome for one in verdicts(rule, nobody, as_of="2016-05-31")} == {
        "planned"
    }


def test_what_must_have_the_same() -> None:
    """An item plans what follows a fact only if both say the same; a link is written
    when it is held."""
    rule = "{for: fact, each: {kind: thematic-discussion}, when: {after: subject}, count: {of: {kind: oath-review, %s}}, fold: no}"
    records = (
        "- {kind: thematic-discussion, date: 2016-05-05, attendance: all, topic: 甲}\n"
    )
    for topic, wanted in (("甲", "planned"), ("乙", "open")):
        planned = plan(item("2016-06", "oath-review", f"topic: {topic}"))
        assert (
            outcome(rule % "same: [topic]", records + planned, as_of="2016-05-31")
            == wanted
        )
    planned = plan(item("2016-06", "oath-review"))
    assert (
        outcome(rule % "link: subject", records + planned, as_of="2016-05-31") == "open"
    )


@pytest.mark.parametrize(
    ("of", "more", "wanted"),
    [
        ("{kind: party-lecture, theme: 甲}", "theme: 甲", "planned"),
        ("{kind: party-lecture, theme: 甲}", "theme: 乙", "open"),
        # What is not said yet may still come.
        ("{kind: party-lecture, lecturer: {is: secretary}}", "theme: 乙", "planned"),
        ("{kind: party-lecture, level: group}", "theme: 甲", "open"),
    ],
)
def test_records_to_come_that_are_meant(of: str, more: str, wanted: str) -> None:
    """A record of a day to come is held to the pattern as far as it says anything."""
    record = f"- {{kind: party-lecture, date: 2016-06-05, status: planned, {more}}}\n"
    assert outcome(f"{{count: {{of: {of}}}}}", record, as_of="2016-05-31") == wanted


def test_what_carries_an_item_out_is_of_the_same_group_and_time() -> None:
    """Another group's meeting, or one that counts for another year, does not."""
    rule = "{for: group, count: {of: {kind: group-meeting}, min: 2}}"
    records = plan("{when: 2016-06, kind: group-meeting, group: 一组}")
    other = "- {kind: group-meeting, group: 二组, date: 2016-06-01, attendance: all}\n"
    earlier = (
        "- {kind: group-meeting, group: 一组, date: 2016-05-01, attendance: all}\n"
    )
    found = verdicts(rule, records + other + earlier, as_of="2016-06-02")
    assert [(v.subject.name, v.outcome) for v in found] == [
        ("一组", "planned"),
        ("二组", "open"),
    ]
    own = "- {kind: group-meeting, group: 一组, date: 2016-06-01, attendance: all%s}\n"
    found = verdicts(rule, records + own % "", as_of="2016-06-02")
    assert found[0].outcome == "open"
    last_year = own % ", counts_for: 2015"
    found = verdicts(rule, records + earlier + last_year, as_of="2016-06-02")
    assert found[0].outcome == "planned"
