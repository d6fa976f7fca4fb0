"""Runs `cases.yaml`: records in, one expected outcome out, for each case and day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.base.there import is_file
from lxyz.dates.days import DateProblem, parse_date
from lxyz.errors import PackError
from lxyz.facts.build import build_facts
from lxyz.files import Document, Mapping, Node, Scalar, Sequence, read_document
from lxyz.files.nodes import plain
from lxyz.files.origin import Fault
from lxyz.judge import judge_one
from lxyz.kinds import World
from lxyz.kinds.levels import subject_levels
from lxyz.kinds.matching import Matcher
from lxyz.packs.bind import bind
from lxyz.packs.reading import DEPTH, coded
from lxyz.packs.types import Pack, Problem
from lxyz.records import Record, read_profile, read_records
from lxyz.verdicts import WORST, Outcome, Verdict
from lxyz.vocabulary import nearest, vocabulary

_MOST = 3
KEPT = frozenset(("met", "late", "planned"))
MISSED = frozenset(("overdue", "missed"))
_KEYS = frozenset("rule name as_of year branch records days expect".split())
_LACKS = {
    "condition": "counts but for ",
    "outside": "counts but for its day",
    "role": "counts, but the person is ",
}
_SHAPES = {"records": Sequence, "days": Mapping, "branch": Mapping, "year": Scalar}
_OUTCOMES = ("", *(one.value for one in Outcome))
_NONE = ("无", "none")
_COMPARED = ("outcome", "need", "have", "level", "due", "until", "folded", "notes")
_EXPECTED = frozenset((*_COMPARED, "label", "subject", "span", "fault"))


class Result(NamedTuple):
    """A case that was run on a day.

    - `rule`: the rule it tests
    - `name`: the name of the case
    - `line`: its line in `cases.yaml`
    - `expected`: the expected outcome
    - `wrong`: what differed; empty if nothing did"""

    rule: str
    name: str
    line: int
    expected: str
    wrong: str = ""


def run_cases(pack: Pack, folder: Path) -> list[Result]:
    """The results of all cases of a pack.

    Raises PackError P002 if `cases.yaml` cannot be used."""
    shared, cases = _read(folder, pack)
    return [result for one in cases.items for result in _run(pack, shared, one)]


def unreadable(pack: Pack) -> list[Problem]:
    """Why no case of a pack can be run: `cases.yaml` is missing or cannot be used."""
    if not is_file(pack.folder / "cases.yaml"):
        return [Problem(pack.file, 1, "no cases.yaml: no rule was tried")]
    try:
        _read(pack.folder, pack)
    except PackError as error:
        values = error.values
        return [Problem(values["file"], int(values["line"]), values["text"])]
    return []


def _read(folder: Path, pack: Pack) -> tuple[Mapping, Sequence]:
    """The branch that the cases share, and the cases.

    A fault in this branch would be in every case, so it is reported once, here. A key
    that it lacks is no fault here: a case may add it."""
    if not is_file(folder / "cases.yaml"):
        raise PackError("P005", file=f"{folder.name}/cases.yaml")
    document = read_document(
        folder / "cases.yaml", f"{folder.name}/cases.yaml", most_depth=DEPTH
    )
    root = document.root
    if not isinstance(root, Mapping) or document.faults:
        first = document.faults[0] if document.faults else None
        line, text = (first.line, coded(first)) if first else (1, "not a mapping")
        raise PackError("P002", file=document.file, line=line, text=text, more=0)
    shared = _child(root, "branch")
    cases = _child(root, "cases")
    if not isinstance(shared, Mapping) or not isinstance(cases, Sequence):
        raise PackError(
            "P002", file=document.file, line=1, text="branch and cases", more=0
        )
    of_any_day = _with_day(shared, f"{pack.head.year}-12-31")
    faults = read_profile(
        Document("branch.yaml", of_any_day, ()), vocabulary(pack.kinds)
    )[1]
    later = ("F205", "F7")  # a missing key, and faults between files
    errors = [f for f in faults if f.level == "error" and not f.code.startswith(later)]
    if errors:
        line, text, more = errors[0].line, coded(errors[0]), len(errors) - 1
        raise PackError("P002", file=document.file, line=line, text=text, more=more)
    return shared, cases


def _child(node: Mapping, name: str) -> Node | None:
    return next((value for key, value in node.pairs if key.value == name), None)


def _text(node: Mapping, name: str, default: str = "") -> str:
    child = _child(node, name)
    return child.value if isinstance(child, Scalar) else default


def _run(pack: Pack, shared: Mapping, case: Node) -> list[Result]:
    if not isinstance(case, Mapping):
        return [Result("?", "", case.line, "", "not a case")]
    rule, name = _text(case, "rule"), _text(case, "name")
    unknown = [key.value for key, _ in case.pairs if key.value not in _KEYS]
    if unknown:
        return [Result(rule, name, case.line, "", f"no such key: {'、'.join(unknown)}")]
    for key, shape in _SHAPES.items():
        given = _child(case, key)
        none = key == "records" and _text(case, key) in _NONE
        if not (given is None or none or isinstance(given, shape)):
            return [Result(rule, name, given.line, "", f"{key}: not of its form")]
    days = _child(case, "days")
    expect = _child(case, "expect")
    if isinstance(days, Mapping) and expect is None:
        return [_one(pack, shared, case, key.value, value) for key, value in days.pairs]
    if expect is None or days is not None:
        return [Result(rule, name, case.line, "", "expect or days")]
    return [_one(pack, shared, case, "", expect)]


def _one(pack: Pack, shared: Mapping, case: Mapping, day: str, expect: Node) -> Result:
    rule, name = _text(case, "rule"), _text(case, "name")
    wanted = plain(expect)
    if isinstance(wanted, str):
        wanted = {"outcome": wanted}
    title = f"{name}（{day}）" if day else name
    said = wanted.keys() if isinstance(wanted, dict) else frozenset[str]()
    if said.isdisjoint(_COMPARED) or not _EXPECTED.issuperset(said):
        return Result(rule, title, case.line, "", "expect")
    result = Result(rule, title, case.line, str(wanted.get("outcome", "")))
    if result.expected not in _OUTCOMES:
        known = "、".join(_OUTCOMES[1:])
        return result._replace(wrong=f"no such outcome: {known}")
    ids = [raw.id for raw in pack.raws]
    if rule not in ids:
        rows = "、".join(one for one in ids if one.startswith(f"{rule}/"))
        told = f": each row is one: {rows}" if rows else ""
        if not rows and (like := nearest(rule, ids)):
            told = f", but {like}"
        return result._replace(wrong=f"no such rule{told}")
    year = _text(case, "year", pack.head.year)
    try:
        as_of = parse_date(_text(case, "as_of", "").replace("$day", day))
    except DateProblem:
        return result._replace(wrong="as_of")
    if not re.fullmatch(r"\d{4}", year):
        return result._replace(wrong="year")
    try:
        world, faults = _world(pack, shared, case, day, as_of, int(year))
    except PackError as error:
        return result._replace(wrong=str(error))
    errors = [f for f in faults if f.level == "error"]
    if world is None or (errors and "fault" not in wanted):
        return result._replace(wrong=f"line {errors[0].line}: {coded(errors[0])}")
    verdicts = judge_one(rule, world)
    wrong, near = _differs(f"{pack.id}/{rule}", verdicts, wanted)
    if wrong:
        near = _doubted(faults) or near or _no_subject(wrong, rule, world)
    world.let_go()
    return result._replace(wrong=wrong and f"{wrong}{near}")


def _doubted(faults: list[Fault]) -> str:
    """The doubtful places in the records of a case: often they are why these do not
    count."""
    own = [fault for fault in faults if fault.file == "cases.yaml"]
    return f"; line {own[0].line}: {coded(own[0])}" if own else ""


def _nearly(one: Verdict) -> str:
    """Why the record that nearly counts does not count."""
    for near in one.near:
        what, _, name = near.why.partition(":")
        if what in _LACKS:
            return f"; line {near.origin.line}: {_LACKS[what]}{name}"
    return ""


def _no_subject(wrong: str, name: str, world: World) -> str:
    """Why the rule is about none of the records, told for the nearest record; empty if
    that is not what is `wrong`."""
    rule = next(one for one in world.bound.rules if one.id == name)
    if rule.each is None or "why:no-" not in wrong:
        return ""
    levels = subject_levels(rule.for_, rule.each)
    for miss in Matcher(world, rule.each, levels).misses("", None).all:
        return f"; line {miss.fact.origin.line}: {_LACKS['condition']}{miss.why}"
    return ""


def _world(
    pack: Pack, shared: Mapping, case: Mapping, day: str, as_of: date, year: int
) -> tuple[World | None, list[Fault]]:
    words = vocabulary(pack.kinds)
    own = _child(case, "branch")
    profile_node = _laid_over(shared, own) if isinstance(own, Mapping) else shared
    document = Document("branch.yaml", _with_day(profile_node, day), ())
    profile, faults = read_profile(document, words)
    if profile is None:
        return None, faults
    profile = profile.replace(kinds=pack.kinds)
    records_node = _child(case, "records")
    records: list[Record] = []
    if isinstance(records_node, Sequence):
        document = Document("cases.yaml", _with_day(records_node, day), ())
        records, found = read_records(document, words)
        faults.extend(found)
    facts, found = build_facts(profile, records, words, as_of)
    faults.extend(found)
    own_params = tuple(
        (name.partition("/")[2], value)
        for name, value, _ in profile.params
        if name.partition("/")[0] == pack.id and name.partition("/")[2] in pack.params
    )
    return World(facts, bind(pack, own_params), year, as_of), faults


def _laid_over(base: Mapping, over: Mapping) -> Mapping:
    """The shared profile with some keys replaced; 无 takes one out."""
    made = Mapping(base.line, base.column, base.flow)
    replaced = {key.value for key, _ in over.pairs}
    made.pairs = [pair for pair in base.pairs if pair[0].value not in replaced]
    for key, value in over.pairs:
        if not (isinstance(value, Scalar) and value.value in _NONE):
            made.pairs.append((key, value))
    return made


def _with_day(node: Node, day: str) -> Node:
    if not day:
        return node
    if isinstance(node, Scalar):
        value = node.value.replace("$day", day)
        return Scalar(value, node.line, node.column, node.style, node.indent)
    if isinstance(node, Sequence):
        items = Sequence(node.line, node.column, node.flow)
        items.items = [_with_day(item, day) for item in node.items]
        return items
    made = Mapping(node.line, node.column, node.flow)
    made.spoiled = node.spoiled
    made.pairs = [(key, _with_day(value, day)) for key, value in node.pairs]
    return made


def _differs(
    rule: str, verdicts: list[Verdict], wanted: dict[str, Any]
) -> tuple[str, str]:
    """What differs from the expected outcome (empty if nothing does), and why the
    record that nearly counts does not."""
    found = [
        one
        for one in verdicts
        if one.rule == rule
        and wanted.get("label") in (None, one.label)
        and wanted.get("subject") in (None, one.subject.name)
        and wanted.get("span") in (None, one.span.label)
    ]
    if not found:
        every = [_case(one) for one in verdicts if one.rule == rule]
        there = "、".join(every[:_MOST])
        more = "、…" if len(every) > _MOST else ""
        return f"no verdict (of {len(every)}): {there}{more}", ""
    real = [one for one in found if one.outcome != "not-applicable"] or found
    worst = min(real, key=lambda one: WORST.index(one.outcome))
    for key in _COMPARED:
        if key not in wanted:
            continue
        if key == "folded":
            got = "yes" if worst.folded_into else "no"
        elif key == "notes":
            got = "、".join(worst.notes)
            if all(str(note) in got for note in _listed(wanted[key])):
                continue
        else:
            value = getattr(worst, key)
            got = getattr(value, "value", value)
        if str(wanted[key]) != str(got):
            return f"{key}: {got} ({_known(worst)})", _nearly(worst)
    return "", ""


def _case(one: Verdict) -> str:
    """A verdict in words: its subject and span, its outcome, and the reason if it
    applies to nobody."""
    return " ".join((_about(one), one.outcome.value, *_whys(one)))


def _known(one: Verdict) -> str:
    """A verdict in words: its subject and span, what there is and what is missing."""
    about = " ".join((_about(one), *_whys(one)))
    have = "" if one.have is None else f"; have {one.have}"
    missing = f", missing {'、'.join(one.missing)}" if one.missing else ""
    return f"{about}{have}{missing}" if have else f"case of {about}"


def _about(one: Verdict) -> str:
    return f"{one.subject.name} {one.span.label} {one.label or ''}".strip()


def _whys(one: Verdict) -> list[str]:
    return [note for note in one.notes if note.startswith("why:")]


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def without_cases(pack: Pack, results: list[Result]) -> list[tuple[str, str]]:
    """Rules that lack a kept or a missed case, as (rule, what it lacks).

    For an attest rule the missed case is one with the answer `no` (overdue). For a
    stricter tier `id~` it may be one with a planned record that does not keep it.
    """
    expected: dict[str, set[str]] = {raw.id: set() for raw in pack.raws}
    for result in results:
        expected.get(result.rule, set()).add(result.expected)
    lacking = []
    for rule, outcomes in expected.items():
        if not outcomes & KEPT:
            lacking.append((rule, "kept"))
        if not outcomes & MISSED:
            lacking.append((rule, "missed"))
    return lacking
