"""Documents (plans, summaries, essays, lists) to facts, with their items; and
filings."""

from __future__ import annotations

from typing import Any

from lxyz.denial.values import finds_no_problem, says_nothing
from lxyz.facts.amiss import closed_before_it_was_found
from lxyz.facts.attributes import attributes, state_of
from lxyz.facts.fact import NO_ONE, Fact, kinds_in, owned_by
from lxyz.facts.gathering import Gathering
from lxyz.facts.plans import plan_item, plan_sections
from lxyz.facts.remarks import undone_by
from lxyz.records import Filing, Item, Names, Record

_REMARK = 12
"""The most characters of a remark that only says whether something was done."""
_LISTS = {"rectification-list": "rectification", "problem-list": "problem"}
"""The documents whose items are problems to be put right, with the kind of these items.
The items of any other document are plan items."""


def document(
    gathering: Gathering, record: Record, around: tuple[Fact, ...] = ()
) -> tuple[Fact, ...]:
    """Adds the fact of a document, or one for each person it belongs to, with items and
    filings; gives back these facts.

    `around` are the facts of the record in which the document is written: it is not
    shown before them, and takes their state.
    """
    if record.status == "cancelled":
        return ()
    shown, state = record.day, state_of(record)
    for outer in around:
        shown = max(shown, outer.date or shown)
        state = outer.state if state == "held" else state
    people = gathering.roles(record)
    without = undone_by(gathering, record)
    if without is None:
        return ()
    attrs = _attributes(record)
    owners = gathering.owners(record)
    if owners is not None:
        made = tuple(
            gathering.single(
                record,
                person,
                owned_by(person, people),
                attrs.copy(),
                state,
                around,
                shown,
            )
            for person in sorted(owners - without)
        )
    else:
        alone = gathering.common(
            record, people, attrs, state, around, shown, record.end
        )
        made = (alone,)
    for fact in made:
        _items(gathering, record, fact)
        plan_sections(gathering, record, fact)
        for one in record.filings:
            filing(gathering, one, fact, [])
    for inner in record.documents if made else ():
        document(gathering, inner, made)
    return made


def _attributes(record: Record) -> dict[str, Any]:
    """The attributes of a document, with those of its items together: their number,
    topics and aspects."""
    attrs = attributes(record)
    attrs["items"] = len(record.items)
    if "lists" in attrs:
        named = (word for word, who in record.more["lists"] if _has_names(who))
        attrs["named_lists"] = frozenset(named)
    if topics := _in_items(record, "topic"):
        attrs["topics"] = topics
    if aspects := _in_items(record, "aspect"):
        attrs["aspects"] = aspects | frozenset(attrs.get("aspects", ()))
    return attrs


def _has_names(who: Names) -> bool:
    """Whether a list names anybody: 失联: 无 and 失联: 暂无 do not."""
    return who.everyone or any(not one.text.endswith("无") for one in who.people)


def _in_items(record: Record, key: str) -> frozenset[Any]:
    return frozenset(one.fields[key] for one in record.items if key in one.fields)


def _items(gathering: Gathering, record: Record, fact: Fact) -> None:
    """Adds a fact for each item of a document."""
    kind = next((of for one, of in _LISTS.items() if one in record.families), None)
    for item in record.items:
        if kind is None:
            plan_item(gathering, item, record, fact)
        elif not _says_no_problem(item):
            _problem(gathering, item, kind, record, fact)


def _says_no_problem(item: Item) -> bool:
    """Whether an item only says that there is no problem; an item 无 has no fields
    left."""
    if not item.fields:
        return not item.spoiled
    return finds_no_problem(item.fields.get("problem", "问题"))


def _problem(
    gathering: Gathering, item: Item, kind: str, record: Record, fact: Fact
) -> None:
    """Adds the fact of a problem to be put right, and of its closing. Its day is that
    of the list, or the day on which it was found if that is later: a list is kept all
    year."""
    values = item.fields
    day = max(record.day, values.get("found_on", record.day))
    attrs = _of_problem(values)
    is_open = "closed_on" in attrs and _is_undone(attrs)
    if is_open:
        del attrs["closed_on"]
        said = str(attrs["note"])
        gathering.faults.warn("F426", item.origin, text=said)
    whose: dict[str, Any] = {}
    _, names = values.get("owner", ("", None))
    if (who := names or values.get("members")) is not None:
        owners = gathering.everybody(who, day, item.origin.file)
        people = {"owner": owners, "about": owners}
        whose = {"level": "member", "owner": "", "people": people}
    made = fact.part(kind, day, item.origin, period=record.period, attrs=attrs, **whose)
    gathering.add(made)
    gathering.references.refer_to(made, values.get("based_on", ()))
    if "closed_on" in attrs and not closed_before_it_was_found(values):
        gathering.add(_closing(made, kind))


def _of_problem(values: dict[str, Any]) -> dict[str, Any]:
    """The attributes of a problem: what the item of the list says."""
    attrs = {k: v for k, v in values.items() if k not in ("owner", "based_on")}
    if "aspect" in attrs:
        attrs["aspects"] = frozenset((attrs["aspect"],))
    body, _ = values.get("owner", ("", None))
    if body:
        attrs["owner"] = body
    elif "responsible" in values:
        # Only a text for who answers for it: the problem does not become his own.
        attrs["owner"] = "、".join(one.text for one in values["responsible"].people)
    return attrs


def _is_undone(item: dict[str, Any]) -> bool:
    """Whether the remark on an item begins by saying that it was not done: 未完成."""
    if "note" not in item:
        return False
    first = str(item["note"]).replace(",", "，").split("，", 1)[0]
    return len(first) <= _REMARK and says_nothing(first, empty=False)


def _closing(problem: Fact, kind: str) -> Fact:
    """The fact that a problem was put right, on its day `closed_on`."""
    told = ("verified_by", "aspect", "problem")
    return problem.part(
        f"{kind}-closed",
        problem.attrs["closed_on"],
        problem.origin,
        attrs={key: problem.attrs[key] for key in told if key in problem.attrs},
        people=problem.people,
    )


def filing(gathering: Gathering, one: Filing, fact: Fact, inside: list[Fact]) -> None:
    """Adds the fact of a filing (报送). It carries the fact of its record, and those
    documents in the record (`inside`) that are not dated later. Its period is that of
    the record: a plan is filed for its year. If its day cannot be read, `date` is
    unknown."""
    day = one.date
    carried = (
        fact,
        *(doc for doc in inside if doc.date and (day is None or doc.date <= day)),
    )
    made = fact.part(
        "filing",
        day,
        one.origin,
        unknown=NO_ONE if day is not None else frozenset({"date"}),
        period=fact.period,
        attrs={"recipient": one.to, "what": kinds_in(carried)},
        people={k: v for k, v in fact.people.items() if k in ("about", "owner")},
        links=carried,
    )
    gathering.add(made)


def filing_record(gathering: Gathering, record: Record) -> None:
    """Adds the fact of a filing that is a record of its own and refers to the records
    it carries."""
    recipient = record.more.get("to", "")
    fact = Fact(
        {"filing"},
        "branch",
        record.day,
        record.origin,
        attrs={"recipient": recipient, **attributes(record)},
        unknown=record.spoiled,
        state=state_of(record),
    )
    gathering.facts.append(fact)
    gathering.references.refer(fact, record)
