"""A record that satisfies a rule, ready to copy: made from the rule's own test."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import OF_PROFILE
from lxyz.files import read_text
from lxyz.packs.asked import kinds_of, nth_of, patterns
from lxyz.packs.bind import bind
from lxyz.packs.model import Rule
from lxyz.packs.types import Pack
from lxyz.plan.single import Days, records_alone
from lxyz.records import Profile, read_profile
from lxyz.render.page.yamltext import write
from lxyz.render.sample.profile import profile_sample
from lxyz.render.sample.windows import day_in, subject_day, window_of
from lxyz.render.wording.terms import term
from lxyz.vocabulary import OwnKind, vocabulary
from lxyz.vocabulary.worded import Value, worded


class Sample(NamedTuple):
    """A sample.

    - `lines`: its lines of YAML
    - `file`: the file that it belongs to (empty: any record file)"""

    lines: list[str]
    file: str = ""


def sample(rule: Rule, rule_id: str, pack: Pack, lang: str = "zh") -> Sample | None:
    """A record that would satisfy a rule; None if none can be shown.

    If another record calls for it, that one comes first. In English, its keys and
    closed values are English."""
    if rule.attest is not None:
        return Sample(attestation(rule_id, int(pack.head.year), lang))
    if rule.when == "now" or _is_of_profile(rule):
        day = subject_day(rule, pack)
        day = day if rule.each is not None else day_in(rule, pack, day)
        said = profile_sample(rule, day)
        return (
            Sample(write(worded(said, lang, "branch")), "branch.yaml") if said else None
        )
    subject = subject_day(rule, pack)
    window = window_of(rule, pack) if rule.span is None or rule.span.every else None
    period = None if window is None else window.period
    days = Days(subject, day_in(rule, pack, subject), period)
    made = records_alone(rule, bind(pack), _branch(pack.kinds), days)
    return Sample(_lines(rule, made, lang, pack.kinds)) if made else None


def _lines(
    rule: Rule, records: list[dict[str, Value]], lang: str, own: tuple[OwnKind, ...]
) -> list[str]:
    """The lines of records, with the comments above them."""
    each = rule.each
    shown = [write(worded(_short(one), lang, own=own)) for one in records]
    if len(shown) == 2:
        given, wanted = map(_listed, shown)
        return [_given(rule, lang), *given, term("given", "wanted", lang), *wanted]
    if each is None or rule.has is not None:
        return shown[0]
    if each.rule is not None:
        return [term("given", "unmet", lang).format(rule=each.rule), *shown[0]]
    if kinds_of(each)[0] in OF_PROFILE:
        return [term("given", "there", lang), *shown[0]]
    return shown[0]


def _short(record: dict[str, Any]) -> dict[str, Any]:
    """A record in which a speaker or a filing is one line, if that says it all."""
    made = dict(record)
    for key, name, value in (("speakers", "role", "name"), ("filings", "to", "date")):
        several = [one for one in made.get(key, ()) if {*one} == {name, value}]
        if several and len(several) == len(made[key]):
            made[key] = {}
            for one in several:
                before = made[key].get(one[name])
                made[key][one[name]] = (
                    f"{before}、{one[value]}" if before else str(one[value])
                )
    return made


@lru_cache(maxsize=8)
def _branch(own: tuple[OwnKind, ...]) -> Profile:
    """The branch that the samples are about, with the kinds that a pack adds."""
    text = (Path(__file__).parent / "branch.yaml").read_bytes()
    profile, _ = read_profile(read_text(text, "branch.yaml"), vocabulary())
    assert profile is not None
    return profile.replace(kinds=own)


def _is_of_profile(rule: Rule) -> bool:
    """Whether what a rule asks for stands in branch.yaml and not in a record.

    For `has` the facts of `each` decide, for `count` the facts that are counted."""
    asked = rule.each if rule.has is not None else patterns(rule)[0]
    return asked is not None and kinds_of(asked)[0] in OF_PROFILE


def _given(rule: Rule, lang: str) -> str:
    """The comment that says that a record calls for another, or how many do."""
    if rule.nth is None:
        return term("given", "record", lang)
    many, way = nth_of(rule)
    if lang == "zh":
        return f"# 这样的{'连续' if way == 'run' else '满了'}{many}次："
    return f"# where there are {many} of this{' in a row' if way == 'run' else ''}:"


def _listed(lines: list[str]) -> list[str]:
    """The lines of a record as an item of a list, after `- `."""
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def attestation(rule_id: str, year: int, lang: str) -> list[str]:
    """An answer to an attest rule."""
    said = {
        "kind": ["attestation"],
        "rule": rule_id,
        "date": f"{year}-12-20",
        "by": "王敏",
        "answer": "yes",
    }
    return write(worded(said, lang))


def waiver(rule_id: str, year: int, last: int, lang: str) -> list[str]:
    """A waiver of a rule, given in `year` and valid to the end of the year `last`."""
    said = {
        "kind": ["waiver"],
        "rule": rule_id,
        "date": f"{year}-09-30",
        "reason": "写明原因",
        "approved_by": "机关党委",
        "until": f"{last}-12-31",
    }
    return write(worded(said, lang))
