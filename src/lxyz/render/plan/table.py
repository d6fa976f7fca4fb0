"""A plan as the rows of the table that is filed (时间, 内容, 形式, 责任人, 备注), and as that
table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.plan import Plan
from lxyz.plan.document import STUDY_PLAN, items, records_of
from lxyz.render.page.markup import plain
from lxyz.render.page.style import Style
from lxyz.render.page.summary import heads, row
from lxyz.render.plan.words import sittings
from lxyz.render.wording.words import kinds
from lxyz.vocabulary import say, vocabulary

HEADS = {
    "zh": ("时间", "内容", "形式", "责任人", "备注"),
    "en": ("When", "What", "How", "Who", "Note"),
}


class Row(NamedTuple):
    """A row of the table; its texts are as the records have them.

    - `when`: a day, or words for a month or a rhythm
    - `what`: the content
    - `form`: the form of the sitting
    - `who`: the persons who are responsible
    - `note`: remarks"""

    when: date | str
    what: str
    form: str
    who: str
    note: str


def heading(plan: Plan, lang: str) -> str:
    """The heading above the table."""
    return say(
        lang,
        f"{plan.branch} {plan.year}年学习计划表",
        f"{plan.branch} {plan.year}: study plan",
    )


def rows(plan: Plan, lang: str) -> Iterator[Row]:
    """A row for each item of the plan, in its order."""
    for item in _items(plan):
        what = kinds(tuple(item["kind"]), lang)
        content, form, who = item["content"], item["form"], str(item["responsible"])
        named = "、".join(vocabulary().kind_name(one) for one in item["kind"])
        note = [str(item.get("group", ""))]
        if item.get("optional") == "yes":
            note.append(say(lang, "自选", "own choice"))
        between = say(lang, "；", "; ")
        yield Row(
            _when(item["when"], lang),
            what if content == named else f"{what}{between}{content}",
            form if isinstance(form, str) else "、".join(form),
            say(lang, "全体", "all") if who == "all" else who,
            " ".join(part for part in note if part),
        )


def _items(plan: Plan) -> list[dict[str, Any]]:
    """The items of the study plan that the plan makes; if it makes none, items made of
    what is planned."""
    for record in records_of(plan.drafts, plan.profile):
        if STUDY_PLAN in record["kind"]:
            return list(record["items"])
    return items(plan.drafts, plan.profile)


def _when(when: date | str, lang: str) -> date | str:
    """A day or a month as it is written; a rhythm in words of the language."""
    if isinstance(when, date) or lang == "en":
        return when
    words: dict[str, str] = vocabulary().word_names
    return words.get(when, when)


_LONG = 4_000


def plan_markdown(plan: Plan, style: Style) -> str:
    """The plan as a Markdown table."""
    lang = style.lang
    lines = [f"# {_cell(heading(plan, lang))}", ""]
    if plan.bound is not None:
        lines += [sittings(plan, lang), ""]
    lines += heads([*HEADS[lang]])
    lines += [row(_cell(str(one)) for one in each) for each in rows(plan, lang)]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A text on one line, escaped so that it stays in its cell."""
    return plain(" ".join(text.split()), _LONG)
