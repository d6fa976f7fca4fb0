"""Plans of a made-up branch, to be written in every format."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxyz.dates.spans import Span
from lxyz.plan import Draft, Left, Plan

from ..trial import bound, profile_of

DAY = date(2016, 6, 24)
SPAN = Span(DAY, DAY)
RULE = "{id: lecture, title: 讲党课, title_en: A lecture, count: {of: {kind: party-lecture}}}"


def a_plan(*drafts: Draft, left: tuple[Left, ...] = (), **more: Any) -> Plan:
    """A plan of a made-up branch."""
    plan = Plan("第九|支部", profile_of(), 2016, DAY, (bound(RULE),), drafts, left, ())
    return plan._replace(**more)


def a_draft(*kinds: str, group: str = "", **values: Any) -> Draft:
    """A sitting on the day."""
    draft = Draft(kinds or ["party-lecture"], DAY, "activity", SPAN, group)
    draft.values.update(values)
    return draft
