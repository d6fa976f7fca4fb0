"""Values where it is only asked that there be one, and whether a word is said already."""

from __future__ import annotations

from datetime import date, timedelta

from lxyz.kinds.values import spelt
from lxyz.kinds.world import World
from lxyz.plan.draft import Draft
from lxyz.vocabulary import Key, vocabulary

EXAMPLES = {
    "theme": "支部主题活动",
    "topic": "做合格党员",
    "title": "学习体会",
    "materials": "党章",
    "forms": "集中学习",
    "content": "按计划进行",
    "measures": "明确责任人和期限，按月检查",
    "place": "会议室",
    "minutes": "60",
    "approved_by": "党员大会",
    "goal": "立足岗位，作出表率",
    "display": "党务公开栏",
    "problem": "学习不够深入",
    "duties": "按分工落实",
    "verified_by": "支委会",
    "value": "5",
}


def said(world: World, attribute: str, word: str, values: list[str]) -> bool:
    """Whether a word is among values, in one of its forms."""
    return spelt(world.forms(attribute, word), attribute, tuple(values))


def key_of(draft: Draft, slug: str, world: World) -> Key | None:
    """The key that records of these kinds have for a slug."""
    return vocabulary(world.profile.kinds).key_of(slug, tuple(draft.kinds))


def example(slug: str, key: Key, day: date) -> str:
    """A value where it is only asked that there be one."""
    if slug in EXAMPLES:
        return EXAMPLES[slug]
    if slug == "due":
        return str(min(day + timedelta(days=90), date(day.year, 12, 31)))
    kind, _, values = key.type.partition(" ")
    named = vocabulary().value_names.get(values)
    if kind in ("one", "some") and named:
        return next(iter(named))
    return {
        "date": str(day),
        "dates": str(day),
        "int": "1",
        "number": "1",
        "period": str(day.year),
    }.get(kind, "写明")
