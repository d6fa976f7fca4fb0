"""At which hours two bodies sit that hold something of one kind on one day."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.spans import Span
from lxyz.plan.draft import Draft
from lxyz.plan.links import tell_hours

DAY = date(2016, 12, 30)
SPAN = Span(DAY, DAY)


def draft(kinds: str, *, above: bool = False, day: int = 30, group: str = "") -> Draft:
    """A sitting in December."""
    made = Draft(kinds.split(), DAY.replace(day=day), "activity", SPAN, group)
    if above:
        made.values["organizer"] = "机关党委"
    return made


ABOVE = draft("party-lecture quiz", above=True)


@pytest.mark.parametrize(
    ("other", "times"),
    [
        (draft("collective-study quiz"), ["morning", "afternoon"]),
        (draft("collective-study"), [None, None]),
        (draft("quiz", day=31), [None, None]),
        (draft("quiz", group="一组"), [None, None]),
        # That it is always of the committee above need not be said.
        (draft("central-group-study quiz"), [None, None]),
    ],
)
def test_hours(other: Draft, times: list[str | None]) -> None:
    """Said only where one would be taken for the other, whichever comes first."""
    for drafts in ([ABOVE, other], [other, ABOVE]):
        records = [one.record() for one in drafts]
        tell_hours(drafts, records)
        told = {id(d): r.get("time") for d, r in zip(drafts, records, strict=True)}
        assert [told[id(one)] for one in (ABOVE, other)] == times


def test_papers_have_none() -> None:
    """Two of one kind on a day are papers of two."""
    papers = [
        Draft(["commitment"], DAY, "document", SPAN),
        Draft(["commitment"], DAY, "document", SPAN),
    ]
    records = [one.record() for one in papers]
    tell_hours(papers, records)
    assert not any("time" in one for one in records)
