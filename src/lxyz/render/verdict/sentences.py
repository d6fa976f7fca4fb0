"""Verdicts in words: for whom, in which period, and what was found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.facts.fact import STANDING
from lxyz.packs.asked import is_of_itself, kinds_of
from lxyz.packs.model import Rule, When
from lxyz.render.page.safe import clean
from lxyz.render.rule.rulebook import base_of, folds
from lxyz.render.verdict.entries import Entry
from lxyz.render.verdict.findings import MANY, finding
from lxyz.render.verdict.places import at_line
from lxyz.render.verdict.telling import Told
from lxyz.render.verdict.timing import timing
from lxyz.render.wording.periods import periods
from lxyz.render.wording.words import kind, kinds, near, note
from lxyz.verdicts import PERSONS, Outcome, Verdict

_QUIET = frozenset(("rounds", "leave", "why", "by", "param", "accepted", "about"))
_ABOUT = "about:"
_RECORD = ("记录", "record")
"""What the fact of a rule with `each` is called where it may be of many kinds."""
_NOTHING_MORE = frozenset(("没有记录", "还没有记录", "no record", "no record yet"))
"""What is found where nothing of these kinds followed on one of them."""
_EVERYONE = 8


def alone(verdict: Verdict, told: Told) -> tuple[str, str, str]:
    """The words of one verdict: what it is about, what was found (without the name of
    the subject), and what else there is to say."""
    entry = Entry("", (verdict,))
    ((labels, found, _),) = _merged(entry, told)
    line = _row(labels, found, [], entry, told, 0)
    rest = told.stops([*_notes(entry, told), timing(entry, told)])
    return title(entry, told), line, rest


def title(entry: Entry, told: Told) -> str:
    """The title of an entry; the rows of one rule are named together."""
    head = entry.head
    if _unset(entry):
        names = told.params(head)
        return told.say(f"参数 {names} 没有设定", f"Parameter {names} is not set")
    titles = [told.book.title(rule, told.lang) for rule in entry.rules]
    if len(titles) > 1 and base_of(head.rule):
        return joined(titles, told)
    return titles[0]


def _unset(entry: Entry) -> bool:
    """Whether an entry is about a parameter that is not set."""
    return "param" in entry.head.notes and entry.part == "undecidable"


def joined(texts: list[str], told: Told) -> str:
    """Texts in a row; a beginning that all share, up to a colon, is said once."""
    texts = list(dict.fromkeys(texts))
    start, found, _ = texts[0].partition("：")
    if not found:
        start, found, _ = texts[0].partition(": ")
    lead = start + found
    if found and all(text.startswith(lead) for text in texts):
        return lead + told.row([text.removeprefix(lead) for text in texts])
    return told.titles(texts)


def clauses(entry: Entry, told: Told, most: int = 0) -> list[str]:
    """What was found: a clause for each group of subjects with the same finding.

    With `most`, a list of more names than that becomes their number."""
    if _unset(entry):
        about = told.titles([told.book.title(rule, told.lang) for rule in entry.rules])
        return [told.say(f"无法判断：{about}", f"cannot be told without it: {about}")]
    rows: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for labels, text, name in _merged(entry, told):
        names = rows.setdefault((labels, text), [])
        if name and name not in names:
            names.append(name)
    made = [
        _row(labels, text, names, entry, told, most)
        for (labels, text), names in rows.items()
    ]
    made.extend(_notes(entry, told))
    return [text for text in made if text]


def whole(entry: Entry, told: Told, most: int = 0) -> str:
    """What was found, and until or since when it is due, in a sentence."""
    return told.stops([*clauses(entry, told, most), timing(entry, told)])


def _row(
    labels: tuple[str, ...],
    text: str,
    names: list[str],
    entry: Entry,
    told: Told,
    most: int,
) -> str:
    rule = told.book.rule(entry.head.rule)
    phrase = periods(labels, told.lang, told.year) if labels else ""
    noun = _subject_noun(entry.head.rule, rule, told) if phrase else ""
    if noun == told.say(*_RECORD) and text in _NOTHING_MORE:
        line = told.say(f"{phrase}以后{text}", f"{text} after {phrase}")
    elif told.lang == "en":
        about = f"{noun} of {phrase}" if noun else phrase
        line = f"{text} ({about})" if about else text
    else:
        outcome = entry.head.outcome
        of = ""
        if phrase and outcome == Outcome.LATE:
            of = "，" if noun else "的，"
        elif phrase and outcome in (Outcome.UNDECIDABLE, Outcome.WAIVED):
            of = "，"
        line = f"{phrase}的{noun}{of}{text}" if noun else f"{phrase}{of}{text}"
    if not names:
        return line
    person = entry.head.subject.type in PERSONS
    everyone = person and len(names) == told.persons.get(entry.head.rule)
    if (most and len(names) > most) or (everyone and len(names) > _EVERYONE):
        every = everyone and told.say("全部", "all ")
        return line + told.say(
            f"（{every or ''}{len(names)}人）", f" ({every or ''}{len(names)} people)"
        )
    many = person and len(names) >= MANY
    number = told.say(f"（{len(names)}人）", f" ({len(names)})") if many else ""
    return f"{line}{number}{told.colon}{told.row(names)}"


def _subject_noun(rule_id: str, rule: Rule | None, told: Told) -> str:
    """The name of the fact that a rule with `each` is about; empty for other rules.

    If that is a duty that was not kept, its title is given, too."""
    if rule is None or rule.each is None:
        return ""
    slugs = kinds_of(rule.each)
    if len(slugs) > 2:
        return told.say(*_RECORD)
    noun = told.say("或", " or ").join(kind(slug, told.lang) for slug in slugs)
    followed = f"{rule_id.partition('/')[0]}/{rule.each.rule}"
    if rule.each.rule is None or told.book.rule(followed) is None:
        return noun
    name = told.book.title(followed, told.lang)
    return f"{noun}{told.say(f'“{name}”', f' ({name})')}"


def _merged(entry: Entry, told: Told) -> list[tuple[tuple[str, ...], str, str]]:
    """(labels of periods, text, name) for each subject.

    What several rules or items say of the same subject and period is said once."""
    if len(entry.verdicts) == 1:
        (one,) = entry.verdicts
        labels = sorted(filter(None, _labels(one, told)))
        return [(tuple(labels), finding([one], told), name_of(one, told))]
    found: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in _sharpest(entry, told):
        for label in _labels(verdict, told):
            found.setdefault((verdict.subject.name, label), []).append(verdict)
    alike: dict[tuple[str, str], list[str]] = {}
    for (_, label), verdicts in found.items():
        key = (name_of(verdicts[0], told), finding(verdicts, told))
        alike.setdefault(key, []).append(label)
    return [
        (tuple(sorted(filter(None, dict.fromkeys(labels)))), text, name)
        for (name, text), labels in alike.items()
    ]


def _sharpest(entry: Entry, told: Told) -> list[Verdict]:
    """The verdicts of an entry, without those on a whole year if another verdict on the
    same subject, with the same outcome, names shorter periods."""
    close = {
        (one.subject.name, one.outcome)
        for one in entry.verdicts
        if one.span.days < 360 and not folds(told.book.rule(one.rule))
    }
    return [
        one
        for one in entry.verdicts
        if one.failing
        or not folds(told.book.rule(one.rule))
        or (one.subject.name, one.outcome) not in close
    ]


def _labels(verdict: Verdict, told: Told) -> list[str]:
    """The labels of the periods, or of the days of facts, that a verdict is about."""
    fact = verdict.subject.name if verdict.subject.type == "fact" else verdict.event
    rule = told.book.rule(verdict.rule)
    if fact and _stands(rule) and rule is not None and isinstance(rule.when, When):
        return list(dict.fromkeys(verdict.failing)) or [verdict.span.label]
    if fact:
        return _of_facts([fact.rpartition("@")[2].partition("#")[0]], told)
    asked = verdict.outcome == Outcome.ATTEST or "param" in verdict.notes
    if asked or _stands(rule):
        return [""]
    return _of_facts(verdict.failing, told) or [verdict.span.label]


def _of_facts(labels: Iterable[str], told: Told) -> list[str]:
    """The labels of facts, each once; an item of a plan may be of the whole year
    (全年)."""
    year = {f"{told.year}": told.say("全年", "all year")}
    return [year.get(label, label) for label in dict.fromkeys(labels)]


def _stands(rule: Rule | None) -> bool:
    """Whether a rule is about what the profile says, so that the day means nothing."""
    if rule is None:
        return False
    each = kinds_of(rule.each) if rule.each is not None else ()
    return rule.when == "now" or not STANDING.isdisjoint(each)


def name_of(verdict: Verdict, told: Told) -> str:
    """The name of a verdict's subject, for a list of names.

    It is empty for the branch itself. For a fact it is the person whom a fact of the
    profile is about, and else empty."""
    if verdict.subject.type == "fact":
        # The person whom a fact of the profile is about stands in a note.
        whom = (text for text in verdict.notes if text.startswith(_ABOUT))
        return clean("".join(text.removeprefix(_ABOUT) for text in whom))
    if verdict.subject.type == "branch" or "param" in verdict.notes:
        return ""
    name = clean(verdict.subject.name)
    if any(text.startswith("leave:") for text in verdict.notes):
        return f"{name}{told.say('（长期请假）', ' (on leave)')}"
    return name


def _notes(entry: Entry, told: Told) -> list[str]:
    if entry.head.outcome in (Outcome.NOT_APPLICABLE, Outcome.WAIVED, Outcome.MISSED):
        return []
    texts = dict.fromkeys(text for one in entry.verdicts for text in one.notes)
    carried = [text for text in texts if text.startswith("rolled:")]
    if len(carried) > 1:  # A reader could not tell which day belongs to which.
        whole = dict.fromkeys(carried, "carried-on")
        texts = dict.fromkeys(whole.get(text, text) for text in texts)
    elif carried:
        day = date.fromisoformat(carried[0].partition(":")[2])
        shown = {carried[0]: f"rolled:{told.day(day)}"}
        texts = dict.fromkeys(shown.get(text, text) for text in texts)
    return [
        note(text, told.lang) for text in texts if text.partition(":")[0] not in _QUIET
    ]


def near_words(verdict: Verdict, told: Told) -> list[str]:
    """The records that nearly counted, each with why it does not.

    If a record is itself what the rule is about, the finding says that already, and it
    is left out."""
    itself = is_of_itself(told.book.rule(verdict.rule))
    made = []
    for one in verdict.near:
        if itself and one.origin in verdict.about:
            continue
        when = told.day(one.date) if one.date else ""
        names = f"{told.say('', ' ')}{kinds(one.kinds[:3], told.lang)}"
        what = told.commas([when + names, near(one.why, told.lang)])
        made.append(f"{at_line(one.origin)} {what}")
    return made
