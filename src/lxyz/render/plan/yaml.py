"""A plan as YAML: the study plan that is filed, and every record that it calls for,
ready to be completed when the sitting was held."""

from __future__ import annotations

from typing import Any

from lxyz.plan import Draft, Plan
from lxyz.plan.document import STUDY_PLAN, records_of
from lxyz.render.page.safe import clean
from lxyz.render.page.style import Style
from lxyz.render.page.yamltext import write
from lxyz.render.plan.words import sittings
from lxyz.render.wording.terms import term, terms
from lxyz.vocabulary.worded import Value, worded

# Keys with a value that is known only afterwards: left for the person to write.
_LATER = frozenset(("grades", "evidence", "checks", "closed_on", "verified_by"))


def plan_yaml(plan: Plan, style: Style) -> str:
    """The plan as a list of records; a plan with nothing in it is only a comment."""
    packs = "、".join(bound.pack.id for bound in plan.packs)
    lines = [
        clean(term("plan-heads", line, style.lang)).format(
            name=clean(plan.branch), year=plan.year, day=plan.as_of, packs=packs
        )
        for line in terms("plan-heads")
    ]
    if plan.bound is not None:
        lines.insert(1, f"# {sittings(plan, style.lang)}")
    for record in planned_records(plan, style.lang):
        text = write(record)
        lines.extend(f"{'  ' if n else '- '}{line}" for n, line in enumerate(text))
    return "\n".join(lines) + "\n"


def planned_records(plan: Plan, lang: str) -> list[dict[str, Value]]:
    """The records of a plan as they stand before they are carried out, the study plan
    first, in the words of a language."""
    made = records_of(plan.drafts, plan.profile)
    pairs = sorted(
        zip(plan.drafts, made, strict=True),
        key=lambda one: STUDY_PLAN not in one[0].kinds,
    )
    return [
        worded(_planned(draft, record), lang, own=plan.profile.kinds)
        for draft, record in pairs
    ]


def _planned(draft: Draft, record: dict[str, Any]) -> dict[str, Any]:
    """A record as it stands before it is carried out: as planned, without what is known
    only afterwards. The study plan is done once it is written, so it is not planned."""
    if STUDY_PLAN in draft.kinds:
        return record
    kept = {key: value for key, value in record.items() if key not in _LATER}
    if "items" in kept:
        kept["items"] = [
            {key: value for key, value in item.items() if key not in _LATER}
            for item in kept["items"]
        ]
    if kept.get("attendance") == "all":
        del kept["attendance"]
    return {**kept, "status": "planned"}
