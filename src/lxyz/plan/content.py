"""What an item of a plan says is to be done, and in which form."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.plan.customs import customs, usual_form
from lxyz.plan.draft import Draft, Value
from lxyz.vocabulary import vocabulary

_PARTS = (
    ("theme", "主题：", "theme: "),
    ("topic", "专题：", "topic: "),
    ("materials", "学习", "study "),
    ("agenda", "议程：", "agenda: "),
    ("steps", "环节：", "steps: "),
    ("occasion", "", ""),
    ("item", "", ""),
    ("honour", "", ""),
    ("site", "基地：", "site: "),
    ("sections", "写明：", "sections: "),
    ("from", "谈话人：", "by "),
    ("to", "谈话对象：", "with "),
)
"""Keys of a record that say what it is about, with the words before their values."""
_SPEAKING = ((True, "主讲：", "lecturer: "), (False, "发言：", "speaking: "))


def content(draft: Draft) -> str:
    """What is to be done, in one line of Chinese; at least the name of its kinds."""
    return "；".join(_details(draft, english=False)) or named(draft)


def named(draft: Draft) -> str:
    """The Chinese names of the kinds of a draft."""
    return "、".join(vocabulary().kind_name(kind) for kind in draft.kinds)


def details(draft: Draft, lang: str) -> str:
    """What is known of it beside its kinds, in one line, with the members of whom it is
    but not those who answer for it anyway; texts stay in the words of their pack."""
    english = lang == "en"
    parts = (*_members(draft, english), *_details(draft, english))
    return ("; " if english else "；").join(parts)


def _members(draft: Draft, english: bool) -> Iterator[str]:
    """The members of whom it is, where it is not of each alone."""
    named = str(draft.values.get("members", ""))
    if named in ("", "all", draft.values.get("responsible")):
        return
    names = [one for one in named.split("、") if one != "all"]
    who = (", " if english else "、").join(names)
    if len(names) == named.count("、") + 1:
        yield f"members: {who}" if english else f"党员：{who}"
    else:
        yield f"of every member, {who} too" if english else f"每名党员（含{who}）"


def _details(draft: Draft, english: bool) -> Iterator[str]:
    values = draft.values
    between = ", " if english else "、"
    if values.get("time"):
        time = str(values["time"])
        yield time if english else vocabulary().word_names.get(time, time)
    if values.get("owner") == "branch":
        yield "of the branch" if english else "支部的"
    if values.get("members") == "all":
        yield "of every member" if english else "每名党员"
    if values.get("month") and values["month"] != f"{draft.day:%Y-%m}":
        yield str(values["month"])
    for key, zh, en in _PARTS:
        if names := list(_names(values.get(key))):
            yield (en if english else zh) + between.join(names)
    spoken = [one for one in values.get("speakers", ()) if isinstance(one, dict)]
    for lectures, zh, en in _SPEAKING:
        if names := [
            str(one["name"])
            for one in spoken
            if (one.get("role") == "lecturer") == lectures
        ]:
            yield (en if english else zh) + between.join(names)
    filed = [one for one in values.get("filings", ()) if isinstance(one, dict)]
    if filed:
        to = between.join(dict.fromkeys(one["to"] for one in filed))
        yield f"file with {to}" if english else f"报{to}"
    kinds = [kind for one in values.get("documents", ()) for kind in one["kind"]]
    if kinds:
        words = [
            kind.replace("-", " ") if english else vocabulary().kind_name(kind)
            for kind in dict.fromkeys(kinds)
        ]
        yield ("afterwards: " if english else "会后写") + between.join(words)


def _names(value: Value) -> Iterator[str]:
    """A value as the names in it: of a list those of its parts, of a mapping its keys."""
    if not value:
        return
    for one in value if isinstance(value, list | dict) else [value]:
        yield one["name"] if isinstance(one, dict) else str(one)


def form(draft: Draft) -> list[str]:
    """The form it has, else what is usual for its kind."""
    if given := draft.values.get("forms"):
        return list(given)
    if draft.family == "activity" and draft.group:
        return ["党小组会"]
    found = usual_form(draft.kinds)
    if found and not customs().together & {*draft.kinds}:
        return [found]
    return ["集中开展" if draft.family == "activity" else "书面"]
