"""What a pack says that is allowed and yet surely not intended.

Each check names the mistake that it finds; all of them were made when the first rules
were written. What is wrong with a single rule is found in `doubts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from lxyz.files import Node
from lxyz.files.nodes import plain
from lxyz.packs.bind import EFFECTIVE, Bound, bind
from lxyz.packs.compare import stricter
from lxyz.packs.expand import ROW_SAYS, used
from lxyz.packs.load import rules_folder, usurps
from lxyz.packs.model import Rule
from lxyz.packs.over import is_of_a_whole_year
from lxyz.packs.reading import line_of, read
from lxyz.packs.types import MOST_PROBLEMS, Pack, Problem, Problems
from lxyz.vocabulary import Vocabulary, folded, texts_of, vocabulary
from lxyz.workshop.cases import unreadable
from lxyz.workshop.doubts import doubts, no_attribute
from lxyz.workshop.sense import nonsense
from lxyz.workshop.slips import slips
from lxyz.workshop.trace import unaccounted

_ALSO = {"steps": "name"}
"""Under what else words are asked: the name of a step is one of `steps`."""
_MARKS = frozenset("，、；")
_MOST = MOST_PROBLEMS + 1  # of one rule, too
# Keys in which two rules may differ and still ask for the same thing.
_WORDS = frozenset(
    "id title title_en covers reading remedy remedy_en attest_en under waivable".split()
)


def lint(pack: Pack) -> list[Problem]:
    """The errors of a pack; if it has none, all that is doubtful in it."""
    if pack.problems:
        return list(pack.problems)
    bound, words = bind(pack), vocabulary(pack.kinds)
    problems = Problems()
    problems.extend(
        Problem(pack.file, raw.line, f"{rule.id}: {text}")
        for rule, raw in zip(bound.rules, pack.raws, strict=True)
        for text in dict.fromkeys(islice(_of_rule(rule, bound, words), _MOST))
    )
    if usurps(pack):
        text = f"id: {pack.id} is the name of a shipped pack"
        problems.append(Problem(pack.file, 1, text))
    if (pack.head.from_ or "")[:4] > pack.head.year:
        line = line_of(_root(pack), ("pack", "year"))
        text = f"year: {pack.head.year} is before it begins"
        problems.append(Problem(pack.file, line, text))
    problems.extend(_unread(pack))
    problems.extend(_softer(bound))
    problems.extend(_twins(pack, words))
    problems.extend(_identical(bound))
    problems.extend(_named_alike(pack))
    problems.extend(_run_together(pack))
    problems.extend(_unused(pack))
    problems.extend(unaccounted(pack))
    problems.extend(_half_asked(bound))
    problems.extend(_counted_before(pack))
    problems.extend(unreadable(pack))
    return problems


def _of_rule(rule: Rule, bound: Bound, words: Vocabulary) -> Iterator[str]:
    """What is doubtful in a rule by itself."""
    return chain(doubts(rule, bound, words), nonsense(rule, words), slips(rule, words))


def remarks(pack: Pack) -> list[Problem]:
    """What is no mistake, but worth knowing: parameters that a branch, or the committee
    above, has to set before their rules can be judged."""
    root = _root(pack)
    found = []
    for name, param in pack.params.items():
        if param.value is None:
            rules = [raw.id for raw in pack.raws if name in _named_by(raw.written)]
            if name == EFFECTIVE:
                rules.append("since")
            text = f"param is not set: {name} ({'、'.join(dict.fromkeys(rules))})"
            found.append(Problem(pack.file, _line(root, name), text))
    return found


def _softer(bound: Bound) -> Iterator[Problem]:
    """Stricter tiers (`soft`) that ask for no more than their rule."""
    pack = bound.pack
    rules = {rule.id: rule for rule in bound.rules}
    for rule, raw in zip(bound.rules, pack.raws, strict=True):
        if not rule.id.endswith("~"):
            continue
        base = rules[rule.id.removesuffix("~")]
        sign = stricter(base, rule.replace(modality=base.modality))
        if sign is not None and sign <= 0:
            yield Problem(pack.file, raw.line, f"{base.id}: soft asks for no more")


def _twins(pack: Pack, words: Vocabulary) -> Iterator[Problem]:
    """Kinds that imply themselves, and aliases of two words, or of words that no rule
    asks for."""
    root = _root(pack)
    lists = [_texts(raw.written.get("cover")) for raw in pack.raws]
    asked = set().union(*(_texts(raw.written) for raw in pack.raws))
    for kind, also in pack.implies.items():
        if kind in also:
            line = line_of(root, ("implies", kind))
            yield Problem(pack.file, line, f"implies: {kind} is itself")
    for attribute, named in pack.words.items():
        line = line_of(root, ("words", attribute))
        if told := no_attribute(attribute, words):
            yield Problem(pack.file, line, f"words: {told}")
        elif asked.isdisjoint((attribute, _ALSO.get(attribute, attribute))):
            yield Problem(pack.file, line, f"words: no rule asks: {attribute}")
        seen: dict[str, str] = {}
        for word, aliases in named.items():
            for form in (word, *aliases):
                first = seen.setdefault(folded(form), word)
                if first != word and not _asked_apart({first, word}, asked, lists):
                    text = f"words: {form} is of {first} and of {word}"
                    yield Problem(pack.file, line, text)


def _asked_apart(both: set[str], asked: set[str], lists: list[set[str]]) -> bool:
    """Whether rules ask for each of two words, but no list asks for both.

    Then an alias of both words does no harm."""
    return both <= asked and not any(both <= each for each in lists)


def _texts(value: Any) -> set[str]:
    """All texts in a rule as it was written, its keys too."""
    if isinstance(value, dict):
        return set(value).union(*map(_texts, value.values()))
    if isinstance(value, (tuple, list)):
        return set().union(*map(_texts, value))
    return {str(value)}


def _identical(bound: Bound) -> Iterator[Problem]:
    """Rules that ask the same thing of the same persons twice."""
    pack = bound.pack
    seen: dict[str, Rule] = {}
    for rule, raw in zip(bound.rules, pack.raws, strict=True):
        if rule.attest is not None:
            continue
        asked = repr(rule.plain(_WORDS))
        first = seen.setdefault(asked, rule)
        if first.id != rule.id:
            text = f"{rule.id}: asks the same as {first.id}"
            yield Problem(pack.file, raw.line, text)


def _named_alike(pack: Pack) -> Iterator[Problem]:
    """Rules with the same title, which a report cannot tell apart; each title is
    reported once.

    Versions of a rule and its tiers have one name, and may have one title."""
    seen: dict[str, set[str]] = {}
    for raw in pack.raws:
        title, name = str(raw.written.get("title")), raw.id.removesuffix("~")
        others = seen.setdefault(title, set())
        if len(others) == 1 and name not in others:
            text = f"{name}: has the title of {min(others)}"
            yield Problem(pack.file, raw.line, text)
        others.add(name)


def _run_together(pack: Pack) -> Iterator[Problem]:
    """Lists with a single text that contains a wide comma: a wide comma separates
    nothing in a pack.

    A text that the pack explains as a word is intended."""
    known = set(chain.from_iterable(pack.words.values()))
    lists = [(raw.line, raw.id, raw.written) for raw in pack.raws]
    lists.append((line_of(_root(pack), ("words",)), "words", pack.words))
    found = (
        Problem(pack.file, line, f"{name.partition('/')[0]}: one text: {text}")
        for line, name, value in lists
        for text in _alone(value)
        if text not in known and not _MARKS.isdisjoint(text)
    )
    yield from dict.fromkeys(found)


def _alone(value: Any) -> Iterator[str]:
    """The texts that are the only item of a list, at any depth."""
    if isinstance(value, dict):
        value = [*value.values()]
    elif isinstance(value, (tuple, list)) and len(value) == 1:
        yield from (one for one in value if isinstance(one, str))
    if isinstance(value, (tuple, list)):
        yield from chain.from_iterable(map(_alone, value))


def _half_asked(bound: Bound) -> Iterator[Problem]:
    """Yearly rules that come into force within a year, with no earlier version.

    A year belongs to the version in force at its beginning, so no rule asks for
    anything in that year.
    """
    raws = bound.pack.raws
    ends = {(raw.id, raw.rule.to) for raw in raws if raw.rule and raw.rule.to}
    for rule, raw in zip(bound.rules, raws, strict=True):
        begins = rule.from_ or "-01-01"
        if begins.endswith("-01-01") or not is_of_a_whole_year(raw.written):
            continue
        if not any(name == raw.id and last < begins for name, last in ends):
            text = f"{rule.id}: not asked in the year in which it begins: {begins}"
            yield Problem(bound.pack.file, raw.line, text)


def _counted_before(pack: Pack) -> Iterator[Problem]:
    """Rules with a due day in the year (`by`), in a document that is in force only from
    a later day than New Year: what was done since New Year would count for them."""
    day = pack.head.from_
    if day is None or day.endswith("-01-01"):
        return
    found = []
    for raw in pack.raws:
        when = raw.written.get("when")
        if not isinstance(when, dict) or raw.written.get("from", day) != day:
            continue
        due = f"{day[:5]}{when.get('by', '')}"
        if when.get("every") == "year" and "from" not in when and day <= due:
            found.append(raw.id)
    if found:
        root = _root(pack)
        told = "、".join(dict.fromkeys(found))
        text = f"by counts what was done before {day}, too: {told}"
        yield Problem(pack.file, line_of(root, ("pack", "from")), text)


def _unread(pack: Pack) -> Iterator[Problem]:
    """Numbers of readings that `readings.yaml` does not have."""
    known = texts_of(rules_folder() / "readings.yaml")
    named = [
        (raw.line, f"{raw.id}: ", one)
        for raw in pack.raws
        for one in raw.written.get("reading", ())
    ]
    root = _root(pack)
    named.extend(
        (_line(root, name), f"{name}: ", param.reading)
        for name, param in pack.params.items()
        if param.reading is not None
    )
    for line, lead, one in named:
        if one not in known:
            yield Problem(pack.file, line, f"{lead}no such reading: {one}")


def _unused(pack: Pack) -> Iterator[Problem]:
    """Parameters, kinds and values of rows that no rule uses."""
    named = {name for raw in pack.raws for name in _named_by(raw.written)}
    root = _root(pack)
    text = plain(root)
    rules, implied = text.get("rules", ()), text.get("implies", {})
    asked = _texts((rules, implied, text.get("params", {})))
    for kind in text.get("kinds", ()):
        if kind not in asked:
            line = line_of(root, ("kinds", kind))
            yield Problem(pack.file, line, f"kind is not used: {kind}")
    for number, rule in enumerate(rules):
        taken = {"id", *ROW_SAYS, *used({**rule, "rows": ""})}
        for row, values in enumerate(rule.get("rows", ())):
            for key in values:
                if key not in taken:
                    line = line_of(root, ("rules", number, "rows", row, key))
                    told = f"{rule['id']}: value of a row is not used: {key}"
                    yield Problem(pack.file, line, told)
    for name in pack.params:
        if name not in named and name != EFFECTIVE:
            text = f"param is not used: {name}"
            yield Problem(pack.file, _line(root, name), text)


def _named_by(written: dict[str, Any]) -> set[str]:
    """The parameters a rule names, as `$name` or under `if: {set: …}`."""
    if_ = written.get("if")
    set_ = {str(if_["set"])} if isinstance(if_, dict) and "set" in if_ else set()
    return used(written) | set_


def _root(pack: Pack) -> Node:
    root = read(pack.folder / "pack.yaml", Problems()).root
    assert root is not None
    return root


def _line(root: Node, name: str) -> int:
    return line_of(root, ("params", name))
