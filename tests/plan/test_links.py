"""Links between what is planned: written so that nobody can take one for another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxyz.dates.spans import Span
from lxyz.plan.draft import Draft
from lxyz.plan.links import refer
from lxyz.plan.standing import standing_plan

DAY = date(2016, 12, 5)
SPAN = Span(DAY, DAY)


def sitting(
    number: int, *kinds: str, group: str = "", of: tuple[int, ...] = ()
) -> Draft:
    """A sitting of the day, the so-manieth draft, which rests on others."""
    draft = Draft(kinds, DAY, "activity", SPAN, group)
    draft.number, draft.rests_on = number, of
    return draft


def referred(*drafts: Draft) -> list[dict[str, object]]:
    """The records of drafts with what each refers to."""
    records: list[dict[str, object]] = [{} for _ in drafts]
    refer(drafts, records)
    return records


def test_by_day_and_kind() -> None:
    """Where only one of the kind is on the day, a document inside it included."""
    first = sitting(1, "committee-meeting")
    first.values["documents"] = [{"kind": ["study-summary"], "date": DAY}]
    made = referred(first, sitting(2, "party-lecture", of=(1,)))
    assert made == [{}, {"based_on": ["2016-12-05 支委会"]}]


def test_by_the_group() -> None:
    """Two groups sit on one day."""
    one, two = (
        sitting(n, "group-meeting", group=g) for n, g in ((1, "一组"), (2, "二组"))
    )
    made = referred(one, two, sitting(3, "party-lecture", of=(2,)))
    assert made[2] == {"based_on": ["2016-12-05 党小组会 二组"]}


def test_by_an_id() -> None:
    """Two of the branch on one day: the one that is meant gets an id."""
    made = referred(
        sitting(1, "committee-meeting"),
        sitting(2, "committee-meeting"),
        sitting(3, "party-lecture", of=(2,)),
    )
    assert made == [{}, {"id": "P3"}, {"based_on": ["P3"]}]


def test_what_is_not_planned_any_more() -> None:
    """The plan does without it: nothing is referred to."""
    assert referred(sitting(3, "party-lecture", of=(7,))) == [{}]


def test_no_plan_stands_in_a_folder_that_is_none(tmp_path: Path) -> None:
    """It cannot be listed."""
    assert standing_plan(tmp_path / "nowhere", 2016) is None
