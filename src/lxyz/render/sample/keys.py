"""The keys of a draft, set to what conditions want."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from lxyz.dates.workdays import add_workdays
from lxyz.facts.attributes import WRITTEN_AS
from lxyz.packs.asked import guests_of, least, most, words_of
from lxyz.packs.model import Condition, Wanted
from lxyz.render.page.yamltext import Value
from lxyz.render.sample.draft import SPEAKERS, Draft
from lxyz.render.sample.example import PEOPLE, example, word_of

_BALLOTS = 10
_LONGEST = 366
# What the rest of the record says already.
_SAID = frozenset(("present", "excused", "absent", "on_slot"))


def put_all(draft: Draft, wanted: dict[str, Wanted]) -> None:
    """Sets all that conditions want."""
    for name, one in wanted.items():
        if one != "none" and name not in _SAID:
            put_wanted(draft, name, one)


def put_wanted(draft: Draft, name: str, wanted: Wanted) -> None:
    """Sets the key of an attribute to what would satisfy the condition."""
    if name in draft.words.key_slugs("ballots"):
        _ballots(draft, name, wanted)
        return
    if name == "guests":
        draft.made["出席情况"] = {"出席": "全体", "列席": guests_of(wanted)}
        return
    slug = WRITTEN_AS.get(name, name)
    words = [word_of(name, word) for word in words_of(wanted)]
    special = _SPECIAL.get(slug)
    if special is not None:
        of = name if name in _PAIRS else slug
        special(draft, of, words, least(wanted) or most(wanted))
        return
    key = draft.key(slug)
    if key is not None:
        number = least(wanted) or most(wanted)
        text = "、".join(words) or (str(number) if number else "")
        draft.put(slug, text or example(name, key, draft.day))


# --- keys whose value is not one line: (draft, key, words, at least) ------------------


def _ballots(draft: Draft, name: str, wanted: Wanted) -> None:
    """Ballots of which enough, or few enough, are of one sort."""
    keys = draft.words.key_slugs("ballots")
    number = max(_BALLOTS, least(wanted))
    few = isinstance(wanted, Condition) and not (wanted.min or wanted.over)
    said = draft.made.get("票数")
    made = dict(said) if isinstance(said, dict) else {}
    for slug in ("issued", "returned", "valid"):
        made.setdefault(keys[slug][0].zh, str(number))
    made[keys[name][0].zh] = "0" if few else str(number)
    draft.put("ballots", made)


_PAIRS = {
    "sections": ("自学要求", "写明内容"),
    "lists": ("失联", "无"),
    "named_lists": ("失联", PEOPLE[2]),
    "capacity": ("普通党员", PEOPLE[0]),
}


def _pairs(draft: Draft, name: str, words: list[str], *_: object) -> None:
    word, said = _PAIRS[name]
    draft.put(WRITTEN_AS.get(name, name), dict.fromkeys(words or [word], said))


def _steps(draft: Draft, _name: str, words: list[str], *_: object) -> None:
    draft.put("steps", [*words] or ["批评和自我批评"])


def _spoken(draft: Draft, name: str, _words: list[str], number: int) -> None:
    draft.put("speakers", {SPEAKERS[name]: "、".join(PEOPLE[: max(1, number)])})


def _minutes(draft: Draft, *_: object) -> None:
    draft.put("speakers", [{"姓名": PEOPLE[0], "角色": "主讲", "分钟": "25"}])


def _from_outside(draft: Draft, *_: object) -> None:
    guest: Value = {"姓名": PEOPLE[-1], "角色": "主讲", "来自": "市委党校"}
    draft.put("speakers", [guest])


def _as(draft: Draft, _name: str, words: list[str], *_: object) -> None:
    if "ordinary" in words:
        draft.put("capacity", {"普通党员": PEOPLE[0]})


def _people(draft: Draft, name: str, _words: list[str], number: int) -> None:
    key = "members" if name == "participant" else name
    draft.put(key, "、".join(PEOPLE[: max(1, number)]))


def _disposition(draft: Draft, _name: str, words: list[str], *_: object) -> None:
    word = words[0] if words else "教育帮助"
    draft.put("disposition", {word: PEOPLE[0]} if draft.activity else word)


def _entries(draft: Draft, name: str, words: list[str], number: int) -> None:
    numbered: list[Value] = [f"第{n}条" for n in range(1, max(1, number) + 1)]
    draft.put(name, [*words] or numbered)


def _items(draft: Draft, _name: str, _words: list[str], number: int) -> None:
    draft.made["条目"] = [{"名称": f"第{n}项"} for n in range(1, max(1, number) + 1)]


def _moved(draft: Draft, _name: str, words: list[str], *_: object) -> None:
    if words != ["否"]:
        before = draft.day - timedelta(days=1)
        draft.put("moved", {"原定日期": before.isoformat(), "原因": "写明原因"})


def _issued(draft: Draft, *_: object) -> None:
    draft.put("issued_on", draft.day.isoformat())


def _days(draft: Draft, _name: str, _words: list[str], number: int) -> None:
    last = draft.day + timedelta(days=min(max(1, number), _LONGEST) - 1)
    draft.put("end", last.isoformat())


def _workdays(draft: Draft, _name: str, _words: list[str], number: int) -> None:
    before = draft.day - timedelta(days=1)
    last = add_workdays(before, min(max(1, number), _LONGEST)).day
    draft.put("end", last.isoformat())


def _filed(draft: Draft, *_: object) -> None:
    draft.put("filings", {"机关党委": draft.day.isoformat()})


def _evidence(draft: Draft, _name: str, words: list[str], number: int) -> None:
    folder = f"materials/{draft.day}"
    files = {"image": f"{folder}/现场.jpg", "text": f"{folder}/记录.docx"}
    listed: list[Value] = [files.get(word, f"{folder}/{word}.pdf") for word in words]
    while len(listed) < max(1, number):
        listed.append(f"{folder}/附件{len(listed) + 1}.jpg")
    draft.put("evidence", listed)


_SPECIAL: dict[str, Callable[[Draft, str, list[str], int], None]] = {
    **dict.fromkeys(_PAIRS, _pairs),
    "steps": _steps,
    **dict.fromkeys(SPEAKERS, _spoken),
    "speaker_minutes": _minutes,
    "outside_speaker": _from_outside,
    "as": _as,
    **dict.fromkeys(("responsible", "host", "recorder"), _people),
    **dict.fromkeys(("members", "participant"), _people),
    "disposition": _disposition,
    "positive": _entries,
    "negative": _entries,
    "items": _items,
    "filed": _filed,
    "issue_days": _issued,
    "days": _days,
    "workdays": _workdays,
    "moved": _moved,
    "evidence": _evidence,
}
