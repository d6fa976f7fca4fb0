"""Which kinds of a sitting that is written as held came about, by its own texts.

党员大会、党课 of which the minutes say 党课因主讲人出差未讲 was no party lecture, and what says
因故未开展 was not held at all. Only what is plain is left out; what may be said of this
sitting is told, and whether it came about is not known; what may be said of another one
is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.denial import (
    Named,
    called,
    is_made_up,
    leaves_unclear,
    leaves_unclear_by_whom,
    left_to_each,
    may_be_left_to_each,
    may_be_unheld,
    may_not_be_held,
    notes_none_done,
    notes_none_held,
    notes_not_by,
    says_not_written,
    says_nothing,
    tells_of_speech,
    undone_in,
    was_not_held,
)
from lxyz.facts.fact import NO_ONE
from lxyz.facts.gathering import Gathering
from lxyz.records import Names, Record, Step

_CLAUSES = late("[，,。；;！!\n]")
_SHOWN = 40
_NAME = 12
"""Letters of the longest name of a kind that minutes use."""
_DISCUSSION = frozenset(("thematic-discussion",))
_STUDY = "collective-study"
_DUES = "dues-payment"
_PAYER = frozenset(("payer",))
_MAIN = ("content", "title", "theme")
_TELLING = frozenset((*_MAIN, "agenda", "materials", "topic", "forms"))
"""The keys that tell what was done at a sitting."""
_LECTURES = frozenset(("party-lecture", "micro-lecture", "expert-lecture"))
Kinds = frozenset[str]


class _Told(NamedTuple):
    """What one text of a sitting says did not come about: kinds of it, kinds that it may
    mean, and other kinds (`others`); `alone`: it tells of nothing else; `by_one`: it only
    tells of what one person did not do."""

    kinds: Kinds
    maybe: Kinds
    others: Kinds
    alone: bool
    by_one: bool = False


_NONE = _Told(frozenset(), frozenset(), frozenset(), alone=False)


def came_about(gathering: Gathering, record: Record) -> tuple[str, ...]:
    """The kinds of a sitting that its texts do not say did not come about; none where it
    was not held. What is left out is told of."""
    for key, text in _texts(record):
        told = _told(gathering, record, text)
        found = told
        if not (told.kinds or told.maybe) and may_be_unheld(text):
            found = _unheld(gathering, record, key, text)
        if found.kinds:
            left = tuple(kind for kind in record.kinds if kind not in found.kinds)
            _tell(gathering, record, "F427" if left else "F425", key, text, found.kinds)
            return left
        if found.maybe:
            _doubt(gathering, record, key, text, found.maybe)
            continue
        if told.by_one:
            # 王敏没有讲: of a study that is none of it, of a lecture all there is
            if kinds := _done_by_one(record):
                _doubt(gathering, record, key, text, kinds)
            continue
        if _denies_all(gathering, record, key, text):
            if told.others:
                alone = told.alone and _tells_nothing_else(record, key)
                kinds = frozenset(record.kinds) if alone else told.others
                _doubt(gathering, record, key, text, kinds)
                continue
            _tell(gathering, record, "F425", key, text)
            return ()
        if doubted := _doubted(record, key, text):
            _doubt(gathering, record, key, text, doubted)
        elif _STUDY in record.kinds and may_be_left_to_each(text):
            # Where it is told who came, they may have read in one room.
            if record.attendance is not None or not left_to_each(text):
                _doubt(gathering, record, key, text, frozenset((_STUDY,)))
                continue
            left = tuple(kind for kind in record.kinds if kind != _STUDY)
            _tell(
                gathering,
                record,
                "F427" if left else "F425",
                key,
                text,
                frozenset((_STUDY,)),
            )
            return left
    return record.kinds


def tell_of_self_study(
    gathering: Gathering, record: Record, steps: tuple[Step, ...]
) -> None:
    """A warning for each step of which it is not known whether all studied together."""
    for step in steps:
        if is_left_to_each(step):
            key = "steps" if step in record.steps else "agenda"
            _doubt(gathering, record, key, step.name, frozenset((_STUDY,)))


def is_left_to_each(step: Step) -> bool:
    """Whether of a study of all it is told in brackets that each read for himself, be it
    in one room or not: 集中学习（居家自学）."""
    if "学习" not in step.name:
        return False
    name, _, aside = step.name.replace("(", "（").partition("（")
    return name.endswith("学习") and may_be_left_to_each(aside)


def undone_by(gathering: Gathering, record: Record) -> Kinds | None:
    """Those of the named persons who did not do what is written of them, by the remark on
    it (李娜、陈静除外, 李娜未交); None where nobody did (未交, of one person). Where it may be
    said of one of several, that is told, and it is not clear of whom it names, or of any."""
    names, note = record.members or record.people.get("to"), record.more.get("note")
    if not names:
        return None if _is_not_written(gathering, record) else NO_ONE
    if not note:
        return NO_ONE
    text = str(note)
    if who := frozenset(gathering.people.chain(notes_not_by(text))):
        _tell(gathering, record, "F429", "note", text, names="、".join(sorted(who)))
        return who
    if not notes_none_done(text):
        if leaves_unclear(text) and not _is_by_another(record):
            by_whom = _DUES in record.families and leaves_unclear_by_whom(text)
            kinds = frozenset(record.kinds)
            _tell(gathering, record, "F428", "note", text, kinds)
            doubted = _PAYER if by_whom else kinds
            gathering.doubt(record, doubted, _named_in(gathering, record, names, text))
        return NO_ONE
    if names.everyone or len(names.people) > 1:
        kinds = frozenset(record.kinds)
        _tell(gathering, record, "F428", "note", text, kinds)
        gathering.doubt(record, kinds, _named_in(gathering, record, names, text))
        return NO_ONE
    _tell(gathering, record, "F426", "note", text)
    return None


def _is_not_written(gathering: Gathering, record: Record) -> bool:
    """Whether a paper of the branch says of itself that it is still to be made, which is
    told; where it only leaves that open, that is told, and it is not clear."""
    for key in ("content", "note"):
        if key not in record.more:
            continue
        text = str(record.more[key])
        if says_not_written(text) or (
            len(text) <= _NAME and key == "content" and says_nothing(text)
        ):
            _tell(gathering, record, "F426", key, text)
            return True
        if leaves_unclear(text):
            _doubt(gathering, record, key, text, frozenset(record.kinds))
    return False


def _is_by_another(record: Record) -> bool:
    """Whether somebody else than the persons is written to have done it (由谁: 唐敏)."""
    who = record.more.get("by", "self")
    names = record.members.people if record.members else ()
    return who != "self" and who not in {one.text for one in names}


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """The texts of a sitting that may say that there was none, by their keys."""
    for key in _MAIN:
        if text := record.more.get(key):
            yield key, str(text)
    for text in record.more.get("agenda", ()):
        yield "agenda", text
    if forms := record.more.get("forms"):
        yield "forms", "、".join(forms)
    if text := record.more.get("note"):
        yield "note", str(text)


def _unheld(gathering: Gathering, record: Record, key: str, text: str) -> _Told:
    """The kinds of a sitting of which one text says that there was none of them, in words
    that are of sittings alone."""
    from lxyz.denial.unheld import kinds_of_places, unheld_in

    ours = frozenset(record.kinds)
    part = key == "agenda" and len(record.more[key]) > 1
    told = _NONE
    for name, doubt, in_form in unheld_in(text, record.day):
        if part and not name:
            continue  # of that item
        kinds = _of_name(gathering, ours, name)
        if doubt or (in_form and not kinds <= kinds_of_places()):
            told = told._replace(maybe=told.maybe | kinds)
        else:
            told = told._replace(kinds=told.kinds | kinds)
    return told


def _of_name(gathering: Gathering, ours: Kinds, name: str) -> Kinds:
    """Those of the kinds of a sitting that a name means: all of them where it is empty,
    and none where another sitting is named."""
    from lxyz.denial.unheld import called_for_short

    if not name:
        return ours
    kind = gathering.words.kind(name)
    named = called_for_short().get(name, frozenset())
    return ours & (named if kind is None else named | {kind})


def _denies_all(gathering: Gathering, record: Record, key: str, text: str) -> bool:
    """Whether a text says that a sitting did not come about, whatever it was."""
    if key in _MAIN:
        denied = was_not_held(text, record.date)
    elif key == "agenda" and len(record.more[key]) > 1:
        return False
    else:
        denied = notes_none_held(text, record.date)
    return denied and not _is_of_others(gathering, record, text)


def _is_of_others(gathering: Gathering, record: Record, text: str) -> bool:
    """Whether a text names a sitting of another kind by a word that is no kind's: 学习取消
    in the minutes of a committee."""
    from lxyz.denial.unheld import named_for_any

    ours = frozenset(record.kinds)
    return any(
        word in text and not _of_name(gathering, ours, word)
        for word in named_for_any()
        if gathering.words.kind(word) is None
    )


def _done_by_one(record: Record) -> Kinds:
    """The kinds of a record that are what one person does: lectures, and all of what the
    named persons did."""
    kinds = frozenset(record.kinds)
    return kinds if record.members else kinds & _LECTURES


def _tells_nothing_else(record: Record, key: str) -> bool:
    """Whether a record has, beside a text, nothing of what was done at the sitting."""
    told = record.steps or record.speakers
    return key in _MAIN and not told and not any(map(record.more.get, _TELLING - {key}))


def _first(text: str) -> str:
    """The first clause of a text."""
    return _CLAUSES.split(text, maxsplit=1)[0]


def _doubted(record: Record, key: str, text: str) -> Kinds:
    """The kinds of a sitting of which it is not plain that they came about."""
    if key not in _MAIN:
        return frozenset()
    day = record.date
    if may_not_be_held(text, day) or (
        was_not_held(text, day) and was_not_held(_first(text), day)
    ):
        return frozenset(record.kinds)
    return frozenset()


def _told(gathering: Gathering, record: Record, text: str) -> _Told:
    """The kinds of which one text says that they did not come about. What it tells of a
    kind elsewhere may be that it did."""
    told = undone_in(text)
    if told is None or not told.named or is_made_up(text, record.date):
        return _NONE
    ours, rest = frozenset(record.kinds), _kinds_in(gathering, told.rest)
    plain: set[str] = set()
    maybe: set[str] = set()
    persons = 0
    for named in told.named:
        kind, is_whole = _kind_named(gathering, named)
        if kind is None:
            persons += gathering.people.member(named.text) is not None
            if not record.speakers and not tells_of_speech(told.rest):
                plain.update(filter(None, (called().get(named.text),)))
        elif is_whole:
            (maybe if kind in rest else plain).add(kind)
        elif kind not in rest:
            maybe.add(kind)
    return _Told(
        ours & plain,
        ours & maybe,
        frozenset(plain - ours),
        alone=not told.rest,
        by_one=persons == len(told.named),
    )


def _kind_named(gathering: Gathering, named: Named) -> tuple[str | None, bool]:
    """The kind with whose name, the longest, a text ends, and whether it is plain that it
    is named."""
    for size in range(min(len(named.text), _NAME), 1, -1):
        if kind := gathering.words.kind(named.text[-size:]):
            return kind, named.behind_reason or size == len(named.text)
    return None, False


def _kinds_in(gathering: Gathering, text: str) -> set[str]:
    """The kinds whose names a text holds."""
    found = (
        gathering.words.kind(text[start : start + size])
        for start in range(len(text))
        for size in range(2, _NAME + 1)
    )
    return {kind for kind in found if kind}


def _tell(
    gathering: Gathering,
    record: Record,
    code: str,
    key: str,
    text: str,
    kinds: Kinds = frozenset(),
    names: str = "",
) -> None:
    """A warning of what one text says of a record."""
    named = [gathering.words.kind_name(one) for one in sorted(kinds)]
    gathering.faults.add(
        code,
        record.place(key),
        level="warning",
        text=text[:_SHOWN],
        kinds="、".join(named),
        names=names,
    )


def _doubt(
    gathering: Gathering,
    record: Record,
    key: str,
    text: str,
    kinds: Kinds,
) -> None:
    """A warning that one text of a record may say that there was none of these kinds,
    which is kept."""
    _tell(gathering, record, "F428", key, text, kinds)
    gathering.doubt(record, kinds)


def _named_in(
    gathering: Gathering, record: Record, names: Names, text: str
) -> frozenset[str]:
    """Those of several persons whom a text names; nobody where it names none of them."""
    members = (gathering.people.member(one.text) for one in names.people)
    several = {one.name for one in members if one}
    if names.everyone and record.date is not None:
        several |= gathering.people.roster(record.date)
    return frozenset(name for name in several if name in text)
