"""What a pack can say that is allowed and yet surely not meant.

Each check names the trap it guards against; they were all met when the first rules were
written. What is wrong with a rule on its own stands in `doubts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxyz.files import Node
from lxyz.packs.bind import EFFECTIVE, Bound, bind
from lxyz.packs.expand import used
from lxyz.packs.model import Rule
from lxyz.packs.reading import line_of, read
from lxyz.packs.types import Pack, Problem
from lxyz.vocabulary import vocabulary
from lxyz.workshop.doubts import doubts
from lxyz.workshop.trace import unaccounted

# What two rules may differ in and still ask the same.
_WORDS = frozenset(
    "id title title_en covers reading remedy remedy_en attest_en under waivable".split()
)


def lint(pack: Pack) -> list[Problem]:
    """All that is wrong or doubtful in a pack; what is wrong, alone, if anything is."""
    if pack.problems:
        return list(pack.problems)
    bound, words = bind(pack), vocabulary()
    problems = [
        Problem(pack.file, raw.line, f"{rule.id}: {text}")
        for rule, raw in zip(bound.rules, pack.raws, strict=True)
        for text in doubts(rule, bound, words)
    ]
    problems.extend(_identical(bound))
    problems.extend(_unused(pack))
    problems.extend(unaccounted(pack))
    return problems


def remarks(pack: Pack) -> list[Problem]:
    """What is as it should be and still worth knowing: parameters that a branch, or the
    committee above, has to set before their rules can be judged."""
    root = read(pack.folder / "pack.yaml", []).root
    found = []
    for name, param in pack.params.items():
        if param.value is None:
            rules = [raw.id for raw in pack.raws if name in _named_by(raw.written)]
            if name == EFFECTIVE:
                rules.append("since")
            text = f"param is not set: {name} ({'、'.join(dict.fromkeys(rules))})"
            found.append(Problem(pack.file, _line(root, name), text))
    return found


def _identical(bound: Bound) -> Iterator[Problem]:
    """Rules that ask the same of the same, twice."""
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


def _unused(pack: Pack) -> Iterator[Problem]:
    """Parameters that no rule uses."""
    named = {name for raw in pack.raws for name in _named_by(raw.written)}
    root = read(pack.folder / "pack.yaml", []).root
    for name in pack.params:
        if name not in named and name != EFFECTIVE:
            text = f"param is not used: {name}"
            yield Problem(pack.file, _line(root, name), text)


def _named_by(written: dict[str, Any]) -> set[str]:
    """The parameters a rule names, as `$name` or under `if: {set: …}`."""
    if_ = written.get("if")
    set_ = {str(if_["set"])} if isinstance(if_, dict) and "set" in if_ else set()
    return used(written) | set_


def _line(root: Node | None, name: str) -> int:
    assert root is not None
    return line_of(root, ("params", name))
