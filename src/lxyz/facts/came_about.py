"""Which kinds of a sitting came about, by the texts of its own record.

A record of the kinds 党员大会、党课 may be marked as held while its minutes say 党课因主讲人出差未讲:
then it is no party lecture. A record that says 因故未开展 was not held at all. A kind is
left out only if the text is plain, and a warning says so. If the text is not plain, the
kind stays but counts as unknown, and a warning says that too.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.denial.english import in_chinese
from lxyz.denial.sittings import (
    is_made_up,
    left_to_each,
    may_be_left_to_each,
    may_be_only,
    may_be_unheld,
    may_not_be_held,
    notes_none_held,
    was_not_held,
)
from lxyz.denial.texts import may_deny
from lxyz.denial.undone import (
    Named,
    called,
    gave_place_in,
    speeches,
    tells_of_speech,
    undone_in,
)
from lxyz.facts.fact import LECTURES
from lxyz.facts.gathering import Gathering
from lxyz.facts.undone_steps import BESIDE, is_any_of, undone_names
from lxyz.records import Record, Step

_CLAUSES = late("[，,。；;！!\n]")
_NAME = 12
"""Characters in the longest name of a kind that minutes use."""
_STUDY = frozenset(("collective-study",))
_MAIN = ("content", "title", "theme")
_TELLING = frozenset((*_MAIN, "agenda", "materials", "topic", "forms"))
"""The keys under which a record tells what was done at the sitting."""
_NAMES = ("title", "theme")
"""The keys for the name of a sitting. Behind the name may stand in brackets what became
of it: 走进社区（因雨取消）."""
_OPENING = late("[（(]")
_IN_A_ROW = late("[和与及、]")
Kinds = frozenset[str]
_NONE: Kinds = frozenset()


class _Told(NamedTuple):
    """What one text of a sitting says did not come about.

    - `kinds`: kinds of the sitting that it plainly denies
    - `maybe`: kinds of the sitting that it may deny
    - `others`: kinds it denies that are not kinds of the sitting
    - `rest`: the clauses that deny nothing
    - `by_one`: everything it denies is the name of a member (王敏没有讲)
    - `of_speech`: everything it denies is a speech (主题发言没有进行)
    """

    kinds: Kinds = _NONE
    maybe: Kinds = _NONE
    others: Kinds = _NONE
    rest: str = ""
    by_one: bool = False
    of_speech: bool = False


def came_about(
    gathering: Gathering, record: Record, steps: tuple[Step, ...]
) -> tuple[str, ...]:
    """The kinds of a sitting without those that its texts deny; empty if they deny the
    whole sitting. Adds a warning for what is left out. `steps` are its steps."""
    sitting = _Sitting(gathering, record, steps)
    for key, text in _texts(record):
        undone = sitting.undone(key, text)
        if undone is not None:
            left = tuple(one for one in record.kinds if undone and one not in undone)
            gathering.tell(record, "F427" if left else "F425", key, text, undone)
            return left
    return record.kinds


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """The texts of a sitting that may deny it or a part of it, each with its key."""
    for key in _MAIN:
        if text := record.more.get(key):
            yield key, str(text)
    for text in record.more.get("agenda", ()):
        yield "agenda", text
    for step in record.steps:
        yield "steps", step.name
    if forms := record.more.get("forms"):
        yield "forms", "、".join(forms)
    if text := record.more.get("note"):
        yield "note", str(text)


class _Sitting:
    """A sitting that is marked as held; its methods compare its texts with its
    kinds."""

    def __init__(
        self, gathering: Gathering, record: Record, steps: tuple[Step, ...]
    ) -> None:
        self.gathering = gathering
        self.record = record
        self.steps = steps
        self.kind_of = gathering.words.kind
        self.kinds = frozenset(record.kinds)

    def undone(self, key: str, text: str) -> Kinds | None:
        """The kinds of the sitting that a text denies; an empty set if it denies the
        whole sitting; None if it denies nothing plainly. Adds a warning for what it may
        deny."""
        written, text = text, in_chinese(text)
        told = self._told(text)
        found = told
        if key != "steps" and not (told.kinds or told.maybe) and may_be_unheld(text):
            found = self._unheld(key, text)
        if found.kinds:
            return found.kinds
        if key == "steps" or self._is_of_steps(key):
            return None
        if found.maybe:
            doubtful = found.maybe
        elif told.of_speech:
            # 主题发言没有进行: of a discussion the speeches may be all there was
            doubtful = self.kinds.intersection(called().values())
        elif told.by_one:
            # 王敏没有讲: a study may go on without him, a lecture may not
            doubtful = self.kinds if self.record.members else self.kinds & LECTURES
        elif self._denies_all(key, text):
            if not told.others:
                return self._denied(key, text)
            alone = not told.rest and self._tells_nothing_beside(key)
            doubtful = self.kinds if alone else told.others
        elif self._may_deny_all(key, text):
            # 党员大会未开，只组织了学习: the text says that the study took place
            doubtful = told.others if self._named_in(told.rest) else self.kinds
        elif self.kinds >= _STUDY and may_be_left_to_each(text):
            # With an attendance it stays in doubt: they may have read in one room.
            if self.record.attendance is None and left_to_each(text):
                return _STUDY
            doubtful = _STUDY
        else:
            doubtful = self._beside_only(text)
        if doubtful:
            self.gathering.leave_open(self.record, key, written, doubtful)
        return None

    # --- what a text denies by name ----------------------------------------------

    def _told(self, text: str) -> _Told:
        """What a text denies by the name of a kind, a speech or a person. A kind that
        the other clauses name too is only doubtful: they may say that it came about."""
        told = undone_in(text)
        # 党课改为看录像: another form of it, or none
        gone = (self._of_name(one.text) for one in gave_place_in(text) if one.text)
        maybe = set(_NONE.union(*gone))
        if told is None or not told.named or is_made_up(text, self.record.date):
            return _Told(maybe=frozenset(maybe))
        rest = self._kinds_in(told.rest)
        plain: set[str] = set()
        persons = 0
        for named in told.named:
            kind, is_whole = self._kind_named(named)
            if kind is None:
                persons += self.gathering.people.member(named.text) is not None
                if not tells_of_speech(told.rest):
                    found = maybe if self.record.speakers else plain
                    found.update(filter(None, (called().get(named.text),)))
            elif is_whole:
                (maybe if kind in rest else plain).add(kind)
            elif kind not in rest:
                maybe.add(kind)
        return _Told(
            self.kinds & plain,
            self.kinds & maybe,
            frozenset(plain - self.kinds),
            rest=told.rest,
            by_one=persons == len(told.named),
            of_speech=speeches().issuperset(one.text for one in told.named),
        )

    def _kind_named(self, named: Named) -> tuple[str | None, bool]:
        """The kind whose name ends a text (the longest such name), or None; and whether
        it is plain that the kind is meant: nothing else stands before its name but a
        reason."""
        end = named.text[-_NAME:]
        for start in range(len(end)):
            if kind := self.kind_of(end[start:]):
                return kind, named.behind_reason or end[start:] == named.text
        return None, False

    def _kinds_in(self, text: str) -> set[str]:
        """The kinds whose names a text holds."""
        found = (
            self.kind_of(text[start : start + size])
            for start in range(len(text))
            for size in range(2, _NAME + 1)
        )
        return {kind for kind in found if kind}

    # --- what it denies in words that are of sittings alone ----------------------

    def _unheld(self, key: str, text: str) -> _Told:
        """The kinds of the sitting that a text denies with words used only of sittings
        (停学一次, 改为线上参观)."""
        from lxyz.denial.unheld import kinds_of_places, tells_of_afar, unheld_in

        places = self.kinds & kinds_of_places()
        told = _Told(places if places and tells_of_afar(text) else _NONE)
        if key in _NAMES:
            text = _OPENING.sub("，", text)
        for name, doubt, in_form in unheld_in(text, self.record.day):
            if not name and self._is_of_an_item(key):
                continue
            kinds = self._of_name(name)
            is_form = in_form and not kinds <= kinds_of_places()
            if doubt or is_form or (not name and self._begins_with_another(text)):
                told = told._replace(maybe=told.maybe | kinds)
            else:
                told = told._replace(kinds=told.kinds | kinds)
        return told

    def _begins_with_another(self, text: str) -> bool:
        """Whether the first of several clauses names a sitting of another kind: what
        follows may be of that one (本月党课未讲的原因是下雨，改到下周)."""
        first, *rest = _CLAUSES.split(text)
        return bool(rest) and not self._kinds_in(first) <= self.kinds

    def _of_name(self, name: str) -> Kinds:
        """The kinds of the sitting that a name means: all if the name is empty, none if
        it is the name of another kind."""
        from lxyz.denial.unheld import called_for_short

        if not name:
            return self.kinds
        kind, named = self.kind_of(name), called_for_short().get(name, _NONE)
        return self.kinds & (named if kind is None else named | {kind})

    def _is_of_steps(self, key: str) -> bool:
        """Whether everything that a text denies is a step of the sitting."""
        if key not in BESIDE or not self.steps:
            return False
        names = undone_names(self.record, key)
        return bool(names) and all(
            any(is_any_of((name,), step) for step in self.steps) for name in names
        )

    def _beside_only(self, text: str) -> Kinds:
        """The doubtful kinds where a text says that only one thing was done (只开了党员大会):
        all kinds of the sitting but the one named there and those that its other
        clauses name."""
        if len(self.kinds) == 1 or not may_be_only(text):
            return _NONE
        from lxyz.denial.unheld import only_in

        clauses = _CLAUSES.split(text)
        for clause in filter(only_in, clauses):
            named = [self._of_name(one) for one in _IN_A_ROW.split(only_in(clause))]
            if all(named):
                rest = (one for one in clauses if one != clause and not may_deny(one))
                return self.kinds.difference(*named, *map(self._own_in, rest))
        return _NONE

    def _own_in(self, text: str) -> Kinds:
        """The kinds of the sitting that a text names, in full or for short."""
        return self.kinds & self._kinds_in(text) | self._named_in(text)

    def _named_in(self, text: str) -> Kinds:
        """The kinds of the sitting that a text names by a short name."""
        from lxyz.denial.unheld import called_for_short

        named = (self._of_name(word) for word in called_for_short() if word in text)
        return _NONE.union(*named)

    # --- what it denies of the whole of it ---------------------------------------

    def _denied(self, key: str, text: str) -> Kinds:
        """What a text denies that reads as a denial of the whole sitting. If each
        denying clause names kinds of the sitting, only these (党员大会开了，学习改为各自看书); else an
        empty set, for the whole."""
        day = self.record.date
        clauses = [one for one in _CLAUSES.split(text) if was_not_held(one, day)]
        named = [self._named_alone(one) for one in clauses if key != "agenda"]
        return _NONE.union(*named) if all(named) else _NONE

    def _named_alone(self, clause: str) -> Kinds:
        """The kinds of the sitting that a clause names for short; none if the clause
        also has a word for sittings in general (会议, 活动)."""
        from lxyz.denial.unheld import named_for_any, words_for_any

        general = set(words_for_any()).difference(named_for_any())
        if any(word in clause for word in general):
            return _NONE
        return self._named_in(clause)

    def _denies_all(self, key: str, text: str) -> bool:
        """Whether a text plainly says that the sitting did not come about, without
        naming its kind."""
        if self._is_of_an_item(key):
            return False
        denies = was_not_held if key in _MAIN else notes_none_held
        return denies(text, self.record.date) and not self._is_of_others(text)

    def _tells_of_both(self, text: str) -> bool:
        """Whether a text denies only other kinds, and tells of the sitting's own in
        another clause: 学习文件三份，党课改到下周另讲."""
        clauses = _CLAUSES.split(text)
        denying = [one for one in clauses if was_not_held(one, self.record.date)]
        if not 0 < len(denying) < len(clauses):
            return False
        if any(self._own_in(one) or not self._kinds_in(one) for one in denying):
            return False
        return any(self._own_in(one) for one in clauses if one not in denying)

    def _is_of_an_item(self, key: str) -> bool:
        """Whether a text is one of several items of an agenda, so that it tells only of
        that item."""
        return key == "agenda" and len(self.record.more[key]) > 1

    def _is_of_others(self, text: str) -> bool:
        """Whether a text denies a sitting of another kind, named by a general word:
        学习取消 in the minutes of a committee meeting."""
        from lxyz.denial.unheld import named_for_any

        return self._tells_of_both(text) or any(
            word in text and not self._of_name(word)
            for word in named_for_any()
            if self.kind_of(word) is None
        )

    def _may_deny_all(self, key: str, text: str) -> bool:
        """Whether a text leaves it open whether the sitting came about."""
        if key not in _MAIN:
            return False
        day = self.record.date
        if may_not_be_held(text, day):
            return True
        if not was_not_held(text, day):
            return False
        return was_not_held(_CLAUSES.split(text)[0], day)

    def _tells_nothing_beside(self, key: str) -> bool:
        """Whether the record says nothing, except under `key`, of what was done at the
        sitting."""
        record = self.record
        told = record.steps or record.speakers
        return key in _MAIN and not (
            told or any(map(record.more.get, _TELLING - {key}))
        )
