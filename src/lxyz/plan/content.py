"""What an item of a plan says of what is to be done, and its form."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.plan.customs import customs, usual_form
from lxyz.plan.draft import Draft, Value
from lxyz.vocabulary import say, vocabulary

_PARTS = (
    ("theme", ("主题：", "theme: ")),
    ("topic", ("专题：", "topic: ")),
    ("materials", ("学习", "study ")),
    ("agenda", ("议程：", "agenda: ")),
    ("steps", ("环节：", "steps: ")),
    ("occasion", ("", "")),
    ("item", ("", "")),
    ("honour", ("", "")),
    ("site", ("基地：", "site: ")),
    ("sections", ("写明：", "sections: ")),
    ("from", ("谈话人：", "by ")),
    ("to", ("谈话对象：", "with ")),
)
"""Keys that say what a record is about, and the words before their values (zh, en)."""
_SPEAKING = ((True, ("主讲：", "lecturer: ")), (False, ("发言：", "speaking: ")))


def content(draft: Draft) -> str:
    """What is to be done, in one line of Chinese; at least the names of the kinds."""
    return "；".join(_details(draft, "zh")) or named(draft)


def named(draft: Draft) -> str:
    """The Chinese names of the kinds of a draft."""
    return "、".join(vocabulary().kind_name(kind) for kind in draft.kinds)


def details(draft: Draft, lang: str) -> str:
    """What is known of a draft beside its kinds, in one line.

    It names its members, unless they answer for it anyway. Texts of packs are not
    translated."""
    return say(lang, "；", "; ").join((*_members(draft, lang), *_details(draft, lang)))


def _members(draft: Draft, lang: str) -> Iterator[str]:
    """The members whose record a draft is, unless it is every member's alone."""
    named = str(draft.values.get("members", ""))
    if named in ("", "all", draft.values.get("responsible")):
        return
    names = [one for one in named.split("、") if one != "all"]
    who = say(lang, "、", ", ").join(names)
    if len(names) == named.count("、") + 1:
        yield say(lang, f"党员：{who}", f"members: {who}")
    else:
        yield say(lang, f"每名党员（含{who}）", f"of every member, {who} too")


def _details(draft: Draft, lang: str) -> Iterator[str]:
    values = draft.values
    between = say(lang, "、", ", ")
    if values.get("time"):
        time = str(values["time"])
        yield say(lang, vocabulary().word_names.get(time, time), time)
    if values.get("owner") == "branch":
        yield say(lang, "支部的", "of the branch")
    if values.get("members") == "all":
        yield say(lang, "每名党员", "of every member")
    if values.get("month") and values["month"] != f"{draft.day:%Y-%m}":
        yield str(values["month"])
    for key, words in _PARTS:
        if names := list(_names(values.get(key))):
            yield say(lang, *words) + between.join(names)
    spoken = [one for one in values.get("speakers", ()) if isinstance(one, dict)]
    for lectures, words in _SPEAKING:
        if names := [
            str(one["name"])
            for one in spoken
            if (one.get("role") == "lecturer") == lectures
        ]:
            yield say(lang, *words) + between.join(names)
    filed = [one for one in values.get("filings", ()) if isinstance(one, dict)]
    if filed:
        to = between.join(dict.fromkeys(one["to"] for one in filed))
        yield say(lang, f"报{to}", f"file with {to}")
    kinds = [kind for one in values.get("documents", ()) for kind in one["kind"]]
    if kinds:
        names = [
            say(lang, vocabulary().kind_name(kind), kind.replace("-", " "))
            for kind in dict.fromkeys(kinds)
        ]
        yield say(lang, "会后写", "afterwards: ") + between.join(names)


def _names(value: Value) -> Iterator[str]:
    """The names in a value: the items of a list, the keys of a mapping, or itself."""
    if not value:
        return
    for one in value if isinstance(value, list | dict) else [value]:
        yield one["name"] if isinstance(one, dict) else str(one)


def form(draft: Draft) -> list[str]:
    """The forms of a draft, else what is usual for its kind."""
    if given := draft.values.get("forms"):
        return list(given)
    if draft.family == "activity" and draft.group:
        return ["党小组会"]
    found = usual_form(draft.kinds)
    if found and not customs().together & {*draft.kinds}:
        return [found]
    return ["集中开展" if draft.family == "activity" else "书面"]
