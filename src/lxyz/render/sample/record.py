"""A record that satisfies a rule, ready to copy: made from the rule's own test."""

from __future__ import annotations

from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import INSIDE, OF_PROFILE, PLAN_ITEMS, SPEAKING
from lxyz.packs.asked import (
    kinds_of,
    nth_of,
    patterns,
    refused_of,
    roles_of,
    same_of,
    words_of,
)
from lxyz.packs.model import Condition, Pattern, Rule
from lxyz.packs.types import Pack
from lxyz.render.page.yamltext import Value, write
from lxyz.render.sample.draft import Draft
from lxyz.render.sample.example import PEOPLE
from lxyz.render.sample.keys import put_all, put_wanted
from lxyz.render.sample.parts import (
    add_grade,
    add_plan_item,
    add_problem,
    add_step,
    complete,
    filed,
)
from lxyz.render.sample.profile import profile_sample
from lxyz.render.sample.windows import day_in, subject_day
from lxyz.render.wording.terms import term
from lxyz.vocabulary import OwnKind, Vocabulary, vocabulary
from lxyz.workshop.twin import twin

_NAME, _OTHER = PEOPLE[0], PEOPLE[2]
_LISTS = {
    "rectification": "rectification-list",
    "rectification-closed": "rectification-list",
    "problem": "problem-list",
    "problem-closed": "problem-list",
}
# What is the day of a key in the record it belongs to.
_DAYS_OF = {
    "commitment-check": ("commitment", "checks"),
    "commitment-closed": ("commitment", "closed_on"),
    "assigned-task-closed": ("assigned-task", "closed_on"),
}
_ROLE_KEYS = {"about": "members", "owner": "members", "from": "from", "to": "to"}
_TEXTS_OF_PERSONS = frozenset(
    "thought-report reflection-note reflection-essay personal-study-plan "
    "member-self-check".split()
)
_CANDIDATE = "许诺"


class Sample(NamedTuple):
    """A piece of YAML and the file it belongs to (empty: any record file)."""

    lines: list[str]
    file: str = ""


def sample(rule: Rule, rule_id: str, pack: Pack, lang: str = "zh") -> Sample | None:
    """A record that would satisfy the rule, after the record that calls for it where
    there is one; None if none can be shown. In English its keys and closed values are
    English."""
    if rule.attest is not None:
        return Sample(written(attestation(rule_id, int(pack.head.year)), lang))
    if rule.when == "now" or _is_of_profile(rule):
        day = subject_day(rule, pack)
        day = day if rule.each is not None else day_in(rule, pack, day)
        made = profile_sample(rule, day)
        lines = written(made, lang, "branch")
        return Sample(lines, "branch.yaml") if made else None
    words = vocabulary(pack.kinds)
    meant = patterns(rule)
    subject = subject_day(rule, pack)
    if rule.has is not None:
        draft = _record(meant[0], subject, rule, words)
        _tell(draft, rule, meant[0])
        return Sample(written(draft.value(), lang, own=pack.kinds))
    shown = _few_of(rule) or meant[0]
    draft = _record(shown, day_in(rule, pack, subject), rule, words, subject)
    _tell(draft, rule, shown)
    if rule.each is None:
        _not_with_himself(draft)
        return Sample(written(draft.value(), lang, own=pack.kinds))
    if rule.count is not None and rule.count.max == "0":
        first = _record(rule.each, subject, rule, words)
        return Sample(written(first.value(), lang, own=pack.kinds))
    return Sample(_pair(draft, rule, rule.each, meant[0], subject, lang, pack.kinds))


def _few_of(rule: Rule) -> Pattern | None:
    """Of what a share is taken that may be so large at most: one that is none of it."""
    count = rule.count
    if count is None or count.to is None or not (count.max or count.under):
        return None
    return None if kinds_of(count.to)[0] in OF_PROFILE else count.to


def _is_of_profile(rule: Rule) -> bool:
    """Whether branch.yaml, and no record, says what is asked for: of what is looked at
    itself, what it is; of what is counted, what that is."""
    asked = rule.each if rule.has is not None else patterns(rule)[0]
    return asked is not None and kinds_of(asked)[0] in OF_PROFILE


def written(
    value: dict[str, Value],
    lang: str,
    context: str = "record",
    own: tuple[OwnKind, ...] = (),
) -> list[str]:
    """The lines of a record (or of `branch.yaml`) made in Chinese, in a language; it may
    be of kinds that a pack brings."""
    return write(twin(value, context, own) if lang == "en" else value)


def _tell(draft: Draft, rule: Rule, pattern: Pattern) -> None:
    """What the test asks of the record itself; what it only refuses, the record need
    not say in other words than it says."""
    wanted = {
        name: one
        for name, one in (rule.has or {}).items()
        if name not in pattern.wanted or not refused_of(one)
    }
    if rule.cover is not None:
        word = rule.cover.items[0].words[0]
        if rule.cover.tag == "kind":
            draft.also(word)
        else:
            wanted[rule.cover.tag] = word
    count = rule.count
    if count is not None and count.distinct:
        wanted[count.distinct] = "some"
    elif count is not None and (measured := count.sum or count.mean):
        wanted[measured] = Condition(min=count.min, over=count.over)
    if kinds_of(pattern)[0] in PLAN_ITEMS or kinds_of(pattern)[0] in _LISTS:
        complete(draft, wanted)
    else:
        put_all(draft, wanted)


def _pair(
    draft: Draft,
    rule: Rule,
    each: Pattern,
    pattern: Pattern,
    subject: date,
    lang: str,
    own: tuple[OwnKind, ...],
) -> list[str]:
    """The record that calls for another, and that other."""
    kind, first_kind = kinds_of(pattern)[0], kinds_of(each)[0]
    known = first_kind in draft.words.kinds
    if pattern.link and kind == first_kind:
        return written(draft.value(), lang, own=own)
    if first_kind in OF_PROFILE:
        _name(draft, pattern, first_kind)
        _not_with_himself(draft)
        return [term("given", "there", lang), *written(draft.value(), lang, own=own)]
    if each.rule is not None:
        _not_with_himself(draft)
        told = term("given", "unmet", lang).format(rule=each.rule)
        return [told, *written(draft.value(), lang, own=own)]
    if pattern.link and kind not in INSIDE and known:
        draft.refer(kinds_of(each)[0], subject)
    _join(draft, pattern, each)
    if kind in INSIDE:
        if pattern.link and known:  # it is written inside the record that calls for it
            put_all(draft, each.wanted)
        return written(draft.value(), lang, own=own)
    first = _record(each, subject, rule, draft.words)
    _join(first, pattern, each)
    _not_with_himself(draft, first)
    given, wanted = _listed(first, lang, own), _listed(draft, lang, own)
    return [_given(rule, lang), *given, term("given", "wanted", lang), *wanted]


def _not_with_himself(draft: Draft, *others: Draft) -> None:
    """Where someone would talk with himself, it is another with whom he does, in all of
    what is shown."""
    made = draft.made
    if made.get("谈话人") is None or made["谈话人"] != made.get("谈话对象"):
        return
    made["谈话对象"] = _OTHER
    for one in others:
        one.made = {key: _renamed(value) for key, value in one.made.items()}


def _renamed(value: Value) -> Value:
    if isinstance(value, dict):
        return {_other(key): _renamed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one) for one in value]
    return _other(value)


def _other(text: str) -> str:
    return _OTHER if text == _NAME else text


def _name(draft: Draft, pattern: Pattern, of: str) -> None:
    """Names whom what the profile gives is about: who is no member yet sits in as a
    guest, and is talked to, or written of."""
    if not of.startswith("candidate"):
        return
    for role, _ in same_of(pattern):
        if role == "guest" and draft.activity:
            draft.made["出席情况"] = {"出席": "全体", "列席": _CANDIDATE}
        elif role == "to":
            draft.put("to", _CANDIDATE)
        elif role in ("about", "owner"):
            draft.put("members", _CANDIDATE)


def _given(rule: Rule, lang: str) -> str:
    """That there is such a record, or so many of them."""
    if rule.nth is None:
        return term("given", "record", lang)
    many, way = nth_of(rule)
    if lang == "zh":
        return f"# 这样的{'连续' if way == 'run' else '满了'}{many}次："
    return f"# where there are {many} of this{' in a row' if way == 'run' else ''}:"


def _listed(draft: Draft, lang: str, own: tuple[OwnKind, ...]) -> list[str]:
    """A record as an item of a list."""
    lines = written(draft.value(), lang, own=own)
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def _join(draft: Draft, pattern: Pattern, each: Pattern) -> None:
    """What a record must share with the one it is joined to."""
    wanted = each.wanted
    for own, other in same_of(pattern):
        if own == "to" and other == "about" and "谈话对象" in draft.made:
            draft.made.update({"谈话人": _OTHER, "谈话对象": _NAME})
            put_all(draft, pattern.wanted)
        if own in ("topic", "theme", "title", "materials"):
            word = wanted.get(own)
            put_wanted(
                draft,
                own,
                words_of(word)[0] if word is not None and words_of(word) else "some",
            )


def _record(
    pattern: Pattern,
    day: date,
    rule: Rule,
    words: Vocabulary,
    outer: date | None = None,
) -> Draft:
    """The record of a pattern on a day; one inside another is of that day in it, while
    the `outer` one has a day of its own."""
    slugs = kinds_of(pattern)
    kinds = slugs[:1] if isinstance(pattern.kind, (str, tuple)) else slugs
    first = kinds[0]
    if first in _LISTS:
        draft = Draft((_LISTS[first],), day, words)
        own = rule.for_ == "member"
        add_problem(draft, pattern, closed=first.endswith("-closed"), own=own)
    elif first == "step":
        draft = Draft(_sitting(rule, words), day, words)
        add_step(draft, pattern)
    elif first == "filing":
        draft = filed(pattern, day, rule.each, words)
        if rule.each is not None and pattern.link:
            draft.day = outer or day
            draft.made["日期"] = draft.day.isoformat()
        if pattern.as_ is not None:
            draft.put("members", _NAME)
    elif "evaluation-grade" in words.families((first,)):
        draft = Draft(kinds, day, words)
        add_grade(draft, pattern)
    elif first in PLAN_ITEMS:
        draft = Draft((pattern.root or "study-plan",), day, words)
        add_plan_item(draft, pattern)
        if "about" not in roles_of(pattern):
            _persons(draft, pattern, rule)
    else:
        parent, key = _DAYS_OF.get(first, ("", ""))
        draft = Draft((parent,) if parent else kinds, day, words)
        if parent:
            draft.put(key, day.isoformat())
            if rule.when is not None and rule.when != "now" and rule.when.by:
                draft.put("due", day.isoformat())
        _persons(draft, pattern, rule)
        put_all(draft, pattern.wanted)
    return draft


def _sitting(rule: Rule, words: Vocabulary) -> tuple[str, ...]:
    """The kind of sitting that a step is one of."""
    each = kinds_of(rule.each)[:1] if rule.each is not None else ()
    known = each and each[0] in words.kinds
    return each if known else ("democratic-evaluation",)


def _persons(draft: Draft, pattern: Pattern, rule: Rule) -> None:
    """Whose record it is, and in which role the person stands."""
    levels = (pattern.level,) if isinstance(pattern.level, str) else pattern.level or ()
    roles = (pattern.as_,) if isinstance(pattern.as_, str) else pattern.as_ or ()
    if (
        levels[:1] == ("group",)
        or rule.for_ == "group"
        or "group-meeting" in draft.families
    ):
        draft.put("group", "第一党小组")
    if levels[:1] == ("above",):
        draft.put("organizer", "机关党委")
    if roles[:1] in (("absent",), ("excused",)) and draft.activity:
        draft.away(_NAME, excused=roles[0] == "excused")
        return
    for role in roles:
        if role in SPEAKING:
            draft.speaker(role, _NAME)
            return
        if role in _ROLE_KEYS and draft.put(_ROLE_KEYS[role], _NAME):
            break
    if not _TEXTS_OF_PERSONS.isdisjoint(draft.families) and "branch" not in levels:
        draft.put("members", _NAME)
    if "heart-to-heart-talk" in draft.families:
        known = rule.each is not None and rule.each.as_ is not None and "to" in roles
        draft.put("from", _OTHER if known else _NAME)
        draft.put("to", _NAME if known else _OTHER)
    elif "persons" in draft.families:
        whole = levels == ("branch",) or "commitment" in draft.families
        branch = whole and "branch" in levels
        draft.put("owner" if branch else "members", "支部" if branch else _NAME)


def attestation(rule_id: str, year: int) -> dict[str, Value]:
    """An answer to an attest rule."""
    return {
        "类型": "人工确认",
        "规则": rule_id,
        "日期": f"{year}-12-20",
        "由谁": _NAME,
        "结论": "是",
    }


def waiver(rule_id: str, year: int, last: int) -> dict[str, Value]:
    """A waiver of a rule, given in a year and good to the end of another."""
    return {
        "类型": "豁免",
        "规则": rule_id,
        "日期": f"{year}-09-30",
        "原因": "写明原因",
        "审定人": "机关党委",
        "止": f"{last}-12-31",
    }
