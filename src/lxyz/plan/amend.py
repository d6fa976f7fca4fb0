"""Changes drafts that exist for a wish: completes them, adds an item or a part, puts
off.

Each function says whether something was done; what cannot be done changes nothing."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from lxyz.dates.spans import Span, shift
from lxyz.dates.workdays import next_workday
from lxyz.facts.attributes import ballots, weekday_name
from lxyz.facts.fact import PLAN_ITEMS, Fact
from lxyz.packs.asked import attributes_of, kinds_of, roles_in, words_of
from lxyz.plan import inside
from lxyz.plan.ahead import Asked
from lxyz.plan.board import Board
from lxyz.plan.cast import cast_of, owners, while_there
from lxyz.plan.days import EARLY, weekdays_of
from lxyz.plan.document import PERSONAL, STUDY_PLAN, add_item, demand
from lxyz.plan.draft import Draft, MisfitError, joined
from lxyz.plan.fill import put
from lxyz.plan.fulfil import unsaid
from lxyz.plan.roles import stand
from lxyz.plan.wish import Wish
from lxyz.vocabulary import vocabulary

_REPORT = "progress-report"
"""The kind of paper that is filed where a rule does not say which."""
_EVALUATION = "democratic-evaluation"
_STEP = "step"
_OF_PERSONS = {"evaluation-grade": _EVALUATION, "commitment-check": "commitment"}
"""Parts about persons, with the kind of record in which each stands."""


def _replace(board: Board, old: Draft, new: Draft, wish: Wish) -> bool:
    if new.says(old):
        return False
    new.serves[wish.key] = wish.rule_id
    board.replace(old, new)
    return True


def complete_record(board: Board, wish: Wish) -> bool:
    """Adds what a record itself must say; only to drafts, not to what a person
    wrote."""
    fact = wish.case.fact
    draft = board.draft_of(fact)
    if draft is None or fact is None:
        return False
    changed = draft.copy()
    _to_weekday(board, changed, draft, wish)
    complete(changed, fact, wish)
    return _replace(board, draft, changed, wish)


def paper_inside(board: Board, wish: Wish) -> bool:
    """Adds what a rule asks of a paper that stands inside a planned record already."""
    draft = board.draft_of(wish.case.fact)
    if draft is None or wish.pattern.link != "subject":
        return False
    changed = draft.copy()
    try:
        _complete_paper(changed, wish)
    except MisfitError:
        return False
    return _replace(board, draft, changed, wish)


def _to_weekday(board: Board, changed: Draft, draft: Draft, wish: Wish) -> None:
    """Moves a sitting that must be on certain weekdays to such a day, within its
    days."""
    wanted = weekdays_of((wish.rule.has or {}).get("weekday", ()))
    if not wanted or weekday_name(draft.day) in wanted:
        return
    changed.weekdays = wanted
    changed.day = board.day_for(changed, draft.within, moved=draft)


def say(board: Board, wish: Wish) -> None:
    """Adds to a planned record what it must say before others can refer to it.

    Example: the topic of a discussion, before which a study of the same topic must
    come."""
    fact = wish.case.fact
    draft = board.draft_of(fact)
    if draft is None or fact is None or fact.kinds.isdisjoint(draft.kinds):
        return
    names = unsaid(wish, draft)
    if not names:
        return
    changed = draft.copy()
    cast = cast_of(wish.world, draft.day, wish.persons)
    for name in names:
        put(changed, name, "some", cast, wish.world)
    if not changed.says(draft):
        board.replace(draft, changed)


def plan_item(board: Board, wish: Wish, start: date, asked: Asked) -> bool:
    """Adds an item to a plan: to the study plan, or to the plans of its persons.

    Where there is no such plan, and none is `asked` for, one is made for the item."""
    own = kinds_of(wish.pattern)[0] == "personal-plan-item"
    root = wish.pattern.root or (PERSONAL if own else STUDY_PLAN)
    done = False
    for draft in [one for one in board.drafts if root in one.kinds]:
        if own and owners(draft, wish.world).isdisjoint(wish.persons):
            continue
        changed = _in_time(board, draft, start, wish.case.window.inside.last)
        add_item(changed, wish, board.draft_of(wish.case.fact))
        done = _replace(board, draft, changed, wish) or done
    if done:
        return True
    if own:
        return _own_plan(board, wish, start, asked.persons)
    return root not in asked.kinds and _whole_plan(board, wish, root)


def _whole_plan(board: Board, wish: Wish, root: str) -> bool:
    """Adds a plan of the branch, for an item that a rule asks of such a plan.

    Nothing is done where a plan exists in the records: a person adds the item to
    that."""
    if wish.world.of(wish.world.kinds(root)) or not wish.spans or wish.case.group:
        return False
    span = wish.spans[0]
    draft = Draft((root,), span.first, "document", span)
    draft.values["period"] = str(wish.world.year)
    draft.day = board.day_for(draft, span, part=EARLY)
    # The plan gets an item for every draft; this one is only added for another kind.
    wanted = words_of(attributes_of(wish.pattern).get("plans", ()))
    if not any({*wanted} & {*one.kinds} for one in board.drafts):
        add_item(draft, wish, board.draft_of(wish.case.fact))
    draft.serves[wish.key] = wish.rule_id
    board.add(draft)
    return True


def _own_plan(board: Board, wish: Wish, start: date, asked: frozenset[str]) -> bool:
    """Adds a plan of their own for persons who have none and are asked for none.

    Who joins after the day for such plans owes the items of the weeks that are left."""
    there = {
        name
        for fact in wish.world.of(wish.world.kinds(PERSONAL))
        for name in fact.people.get("owner", ())
    }
    for draft in board.drafts:
        if PERSONAL in draft.kinds:
            there |= owners(draft, wish.world)
    lacking = tuple(name for name in wish.persons if name not in there | asked)
    wanted = while_there(wish._replace(persons=lacking), start, waits=True)
    if not lacking or not wanted.spans:
        return False
    # The plan is dated before the span where they have joined by then: it must hold
    # the whole span.
    known = [wish.world.facts.roster.named(name) for name in lacking]
    joined_on = [one.first for one in known if one is not None]
    day = min(max(start, *joined_on), wanted.spans[0].last)
    draft = Draft((PERSONAL,), day, "document", Span(day, day))
    draft.values["members"] = joined(lacking)
    add_item(draft, wanted)
    draft.serves[wish.key] = wish.rule_id
    board.add(draft)
    return True


def _in_time(board: Board, draft: Draft, start: date, last: date) -> Draft:
    """A copy of a plan, moved earlier if it would come too late for an item."""
    changed = draft.copy()
    first = max(draft.within.first, start)
    if first <= last < draft.day:
        span = Span(first, last)
        changed.day = board.day_for(draft, span, part=EARLY, moved=draft)
    return changed


def add_part(board: Board, wish: Wish) -> bool:
    """Adds a part to the record that the wish is about.

    A wish about no draft may be for a part of any fitting record: a list that is
    closed, a step, a grade, a check, a filing."""
    draft = board.draft_of(wish.case.fact)
    whole = [] if draft is None else [draft]
    first = kinds_of(wish.pattern)[0]
    if draft is None and first.endswith("-closed"):
        kind = inside.LISTS.get(first.removesuffix("-closed"), "")
        whole = [one for one in board.drafts if kind in one.kinds]
    if draft is None and first == _STEP:
        whole = _to_have_step(board, wish)
    if draft is None and first in _OF_PERSONS:
        whole = _of_them(board, wish, _OF_PERSONS[first])
    if draft is None and first == "filing":
        what = words_of(attributes_of(wish.pattern).get("what", ()))
        whole = [d for d in board.drafts if not {*what}.isdisjoint(d.kinds)]
        if wish.persons:
            them = {*wish.persons}
            whole = [d for d in whole if them & owners(d, wish.world)]
        else:
            whole = _to_file(board, wish, whole, what)
    done = False
    for draft in whole:
        changed = draft.copy()
        inside.add_part(changed, wish, cast_of(wish.world, draft.day, wish.persons))
        if first == _STEP and wish.case.fact is None:
            changed.keep_in(wish.spans[0])
        done = _replace(board, draft, changed, wish) or done
    return done


def _of_them(board: Board, wish: Wish, kind: str) -> list[Draft]:
    """The planned records of a kind in which a part about the persons of a wish can
    stand.

    They are dated by the last day of the wish. Of an evaluation it is the first in its
    days, of other kinds those of these persons."""
    last, them = wish.spans[0].last, {*wish.persons}
    planned = sorted(
        (one for one in board.drafts if kind in one.kinds and one.day <= last),
        key=lambda one: one.day,
    )
    if kind == _EVALUATION:
        return [one for one in planned if one.day in wish.spans[0]][:1]
    return [one for one in planned if them & owners(one, wish.world)]


def _to_have_step(board: Board, wish: Wish) -> list[Draft]:
    """The sitting for a step that may stand in any sitting of a kind (`root`).

    It is the one in the days of the wish that serves the least; none without a
    `root`."""
    if wish.pattern.root is None:
        return []
    roots, span = wish.world.kinds(wish.pattern.root), wish.spans[0]
    able = [
        one
        for one in board.drafts
        if one.day in span
        and one.is_own
        and one.group == wish.case.group
        and not roots.isdisjoint(one.kinds)
        and wish.key not in one.serves
    ]
    return sorted(able, key=lambda one: (len(one.serves), one.day))[:1]


def _to_file(
    board: Board, wish: Wish, those: list[Draft], what: list[str]
) -> list[Draft]:
    """The paper for a filing that is about no record.

    It is the last of `those` that no other case of the rule files; else one is
    added."""
    last = wish.spans[0].last
    free = [
        one
        for one in those
        if one.day <= last and wish.rule_id not in one.serves.values()
    ]
    if free:
        return [max(free, key=lambda one: one.day)]
    kind = what[0] if what else _REPORT
    known = vocabulary(wish.world.profile.kinds).kinds
    if kind not in known or known[kind].family != "document":
        return []
    span = wish.spans[0]
    paper = Draft((kind,), span.last, "document", span)
    paper.day = board.day_for(paper, span)
    board.add(paper)
    return [paper]


def postpone(board: Board, wish: Wish, start: date) -> bool:
    """Puts a planned record off, where no working day is left for what must come before
    it.

    It is moved no farther than all that it serves allows."""
    draft = board.draft_of(wish.case.fact)
    last = wish.case.window.inside.last
    first = next_workday(start).day
    if draft is None or wish.rule.count is None or last >= first:
        return False
    span = Span(shift(first, (draft.day - last).days), draft.within.last)
    if span.first > span.last:
        return False
    changed = draft.copy()
    try:
        changed.day = board.day_for(draft, span, part=EARLY, moved=draft)
    except MisfitError:
        return False
    board.replace(draft, changed)
    return True


def complete(draft: Draft, fact: Fact, wish: Wish) -> None:
    """Adds what a wish asks of a fact to the draft from which the fact comes.

    Raises MisfitError if it cannot; the draft is then half changed."""
    if fact.kinds & PLAN_ITEMS:
        demand(draft, wish)
        return
    if not fact.kinds.isdisjoint(inside.LISTS):
        for item in draft.values["items"]:
            inside.complete(item, wish, draft.day)
        return
    cast = cast_of(wish.world, draft.day, wish.persons)
    target = draft if fact.kinds & set(draft.kinds) else _inner(draft, fact.kinds)
    for name, wanted in (wish.rule.has or {}).items():
        if name == "as":
            stand(target, roles_in(wanted), cast)
        elif name not in ballots():  # people say how votes were cast
            put(target, name, wanted, cast, wish.world)


def _complete_paper(draft: Draft, wish: Wish) -> None:
    """Adds what a wish asks of a paper to the paper inside a draft.

    Raises MisfitError if it cannot, or there is no such paper; the draft is then half
    changed."""
    kinds = (wish.world.kinds(kind) for kind in kinds_of(wish.pattern))
    target = _inner(draft, frozenset().union(*kinds))
    cast = cast_of(wish.world, draft.day, wish.persons)
    for name, wanted in attributes_of(wish.pattern).items():
        put(target, name, wanted, cast, wish.world)


def _inner(draft: Draft, kinds: AbstractSet[str]) -> Draft:
    """A document inside an activity as a draft of its own; changes go to the activity.

    Raises MisfitError where there is none of these kinds."""
    for one in draft.values.get("documents", ()):
        if kinds & set(one["kind"]):
            target = Draft(one["kind"], draft.day, "document", draft.within)
            target.values = one
            return target
    raise MisfitError(min(kinds))
