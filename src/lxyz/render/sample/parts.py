"""Parts that a record holds: plan items, problems, steps, filings, grades."""

from __future__ import annotations

from datetime import date

from lxyz.packs.asked import kinds_of, least, most, roles_of, words_of
from lxyz.packs.model import Pattern, Wanted
from lxyz.render.page.yamltext import Value
from lxyz.render.sample.draft import Draft
from lxyz.render.sample.example import PEOPLE, example, word_of
from lxyz.vocabulary import Vocabulary, vocabulary


def add_plan_item(draft: Draft, pattern: Pattern) -> None:
    """A plan item, or the line of a list in which a member stands."""
    wanted = dict(pattern.wanted)
    planned = wanted.pop("planned", None)
    when = planned if isinstance(planned, str) and planned != "some" else ""
    plans = wanted.pop("plans", None)
    kinds = words_of(plans) if plans is not None else []
    names = [draft.words.kind_name(kind) for kind in kinds or ["collective-study"]]
    line: dict[str, Value] = {
        "时段": when or f"{draft.day:%Y-%m}",
        "类型": "、".join(names),
    }
    if "about" in roles_of(pattern):
        line = {"名称": "政策宣传岗", "党员": PEOPLE[0]}
    line.update(_fields(wanted, draft.day))
    draft.made["条目"] = [line]


def add_problem(draft: Draft, pattern: Pattern, *, closed: bool, own: bool) -> None:
    """An item of a rectification or problem list; `own`: of a member."""
    wanted = dict(pattern.wanted)
    wanted.pop("problem", None)
    wanted.pop("owner", None)
    line: dict[str, Value] = {
        "问题": "集中学习形式单一",
        "主体": PEOPLE[0]
        if own or pattern.level == "member" or pattern.as_
        else "支部",
        "措施": "每季安排一次现场学习",
        "期限": f"{draft.day.year}-12-31",
    }
    line.update(_fields(wanted, draft.day))
    if closed:
        line["销号日期"] = draft.day.isoformat()
    draft.made["条目"] = [line]


def complete(draft: Draft, wanted: dict[str, Wanted]) -> None:
    """What the item must say besides."""
    items = draft.made.get("条目")
    line = items[0] if isinstance(items, list) and items else None
    if not isinstance(line, dict):
        return
    plans = wanted.get("plans")
    if plans is not None and words_of(plans):
        line["类型"] = draft.words.kind_name(words_of(plans)[0])
    for name, one in wanted.items():
        for key, value in _fields({name: one}, draft.day).items():
            if one != "some" or key not in line:
                line[key] = value


def _fields(wanted: dict[str, Wanted], day: date) -> dict[str, Value]:
    keys = vocabulary().key_slugs("item")
    line: dict[str, Value] = {}
    for name, one in wanted.items():
        found = keys.get(name)
        if not found or one == "none":
            continue
        words = [word_of(name, word) for word in words_of(one)]
        number = least(one) or most(one)
        if not words and name == "responsible":
            words = list(PEOPLE[: max(1, number)])
        elif not words and number:
            words = [str(number)]
        line[found[0].zh] = "、".join(words) or example(name, found[0], day)
    return line


def add_step(draft: Draft, pattern: Pattern) -> None:
    """A step of a sitting with who took part."""
    wanted = pattern.wanted
    named = words_of(wanted.get("name", ())) or ["个人自评"]
    one: dict[str, Value] = {"名称": named[0]}
    if pattern.as_ is not None or "participant" in wanted:
        one["参加人"] = "全体"
    draft.put("steps", [one])


def filed(
    pattern: Pattern, day: date, each: Pattern | None, words: Vocabulary
) -> Draft:
    """A record that was filed; a document of an activity stands inside it."""
    wanted = pattern.wanted
    known = words.kinds
    what = next((w for w in words_of(wanted.get("what", ())) if w in known), "")
    outer = kinds_of(each)[:1] if each is not None else ()
    draft = Draft(outer or (what or "study-summary",), day, words)
    if outer and what and known[what].family == "document":
        inner: dict[str, Value] = {"类型": known[what].zh, "日期": day.isoformat()}
        draft.put("documents", [inner])
    named = words_of(wanted.get("recipient", ())) or ["机关党委"]
    draft.put("filings", {named[0]: day.isoformat()})
    return draft


def add_grade(draft: Draft, pattern: Pattern) -> None:
    """The grade of a person."""
    wanted = pattern.wanted
    named = words_of(wanted.get("grade", ())) or ["qualified"]
    draft.put("grades", {word_of("grade", named[0]): PEOPLE[0]})
