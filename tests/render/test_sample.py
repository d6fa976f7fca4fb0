"""The records that `explain` offers are read without a fault, and satisfy their rule."""

import re
from datetime import date
from pathlib import Path

import pytest

from lxyz.facts.build import build_facts
from lxyz.files import read_text
from lxyz.files.origin import Fault
from lxyz.judge import judge_rule
from lxyz.kinds import World
from lxyz.packs.bind import Bound, bind
from lxyz.packs.load import find_pack, load_pack, shipped
from lxyz.packs.model import Rule
from lxyz.records import Record, read_profile, read_records
from lxyz.render.page.yamltext import scalar, write
from lxyz.render.sample import record
from lxyz.render.sample.record import Sample, attestation, sample, waiver
from lxyz.vocabulary import vocabulary

from .. import trial

PACKS = [
    *(find_pack(name) for name in shipped()),
    *sorted((Path(__file__).parents[1] / "packs").glob("*-mini")),
    Path(__file__).parent / "pack",
    Path(__file__).parent / "shapes",
]
PROFILE = (Path(record.__file__).parent / "branch.yaml").read_text("utf-8")
# One without a committee.
ALONE = re.sub(
    "(?s)committee:\n.*(?=groups)", "committee: 无\nsecretary: 王敏\n", PROFILE
)
# One record is not enough for these, or the roster above has no one to whom they apply.
NOT_BY_ONE = frozenset(
    """b11-2016/collective-study-weekly b11-2016/collective-study-weekly~
    bj-2016/regular-education bj-2016/dues-each-month bj-2016/collective-study-eight
    bj-2016/discussion-three bj-2016/member-activity-three bj-2016/leader-discussion-three
    bj-2016/criticism-earnest
    bj-2016/evaluation-grade-probationary bj-2016/disposition-prudent
    sd-2021/regular-education sd-2021/every-month-alive sd-2021/topics-listed~
    sd-2021/criticism-earnest sd-2021/disposition-prudent
    bj-2016/window-identity bj-2016/community-checkin cas-mini/keynotes-where-few-cadres
    cas-2016/criticism-earnest cas-2016/disposition-prudent cas-2016/evaluation-grounded
    cas-2016/evaluation-grade-probationary cas-2016/keynotes-where-few-cadres
    cas-2016/officer-trained
    nwupl-2018/activity-in-the-week nwupl-2018/committee-weekly
    nwupl-2018/commitment-of-members nwupl-2018/discussion-planned
    nwupl-2018/dues-each-month nwupl-2018/evaluation-grade-probationary
    nwupl-2018/group-meeting-regular nwupl-2018/identity-lived
    nwupl-2018/members-in-the-week nwupl-2018/mobile-branch-often
    nwupl-2018/often-studied/code~ nwupl-2018/often-studied/supervision~
    nwupl-2018/personal-plan-weekly nwupl-2018/responsible-rotates
    nwupl-2018/study-monthly-planned nwupl-2018/temporary-group
    nwupl-2018/vanguard-rotates
    nwupl-mini/committee-weekly nwupl-mini/responsible-rotates try-2016/study-weekly
    try-2016/study-eight shapes-2016/distinct
    shapes-2016/over shapes-2016/narrowed shapes-2016/run""".split()
)


CHINESE = {
    key.zh
    for context in vocabulary().contexts()
    for keys in vocabulary().key_slugs(context).values()
    for key in keys
}


def bound(folder: Path) -> Bound:
    """A pack with the days that it leaves open."""
    pack = load_pack(folder)
    first = f"{pack.head.year}-03-01"
    opened = [name for name, param in pack.params.items() if param.value is None]
    days = {name: "30d" if name.endswith("days") else first for name in opened}
    days = {
        name: "ever" if name.endswith("late") else day for name, day in days.items()
    }
    days.pop("many_members", None)
    return bind(pack, tuple(days.items()))


RULES = [
    (one, rule) for folder in PACKS for one in [bound(folder)] for rule in one.rules
]


def made(one: Bound, rule: Rule, lang: str) -> Sample:
    """The sample of a rule."""
    found = sample(rule, f"{one.pack.id}/{rule.id}", one.pack, lang)
    assert found is not None
    return found


def read(found: Sample) -> tuple[list[Record], list[Fault]]:
    """The records in a sample, and the faults in it."""
    document = read_text("\n".join(found.lines).encode(), found.file or "a.yaml")
    if found.file:
        faults = read_profile(document, vocabulary())[1]
        told = [fault for fault in faults if fault.code not in ("F705", "F709")]
        asked = ("名称", "规则包")
        alone = [f for f in told if dict(f.values).get("key") not in asked]
        return [], [*document.faults, *alone]
    records, faults = read_records(document, vocabulary())
    return records, [*document.faults, *faults]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("one", "rule"), RULES, ids=[f"{one.pack.id}/{rule.id}" for one, rule in RULES]
)
def test_sample_is_a_valid_record_that_counts(
    one: Bound, rule: Rule, lang: str
) -> None:
    """Sample is a valid record that counts; the twin has no Chinese key."""
    found = made(one, rule, lang)
    records, faults = read(found)
    assert not faults
    keys = {line.partition(":")[0].strip(" -") for line in found.lines if ":" in line}
    assert not (lang == "en" and keys & CHINESE)
    if found.file or f"{one.pack.id}/{rule.id}" in NOT_BY_ONE:
        return
    alone = rule.if_ is not None and rule.if_.committee == "no"
    branch = (ALONE if alone else PROFILE).encode()
    profile, faults = read_profile(read_text(branch, "branch.yaml"), vocabulary())
    assert profile is not None
    assert not faults
    year = int(one.pack.head.year)
    as_of = date(year + 2, 1, 1)
    facts, _ = build_facts(profile, records, vocabulary(), as_of)
    verdicts = judge_rule(rule, World(facts, one, year, as_of))
    assert {"met", "late"} & {verdict.outcome.value for verdict in verdicts}


ITEM = "{for: fact, each: {kind: %s}, has: {%s}}"
TALK = (
    "{for: fact, each: {kind: %s}, when: {after: subject, within: 1m}, "
    "count: {of: {kind: heart-to-heart-talk, same: [to=%s]}}}"
)
SHOWN = (
    ITEM % ("plan-item", "mode: some, minutes: {max: 30}, responsible: {min: 2}"),
    ITEM % ("plan-item", "place: some, found_on: some, materials: {all: [甲, 乙]}"),
    ITEM % ("rectification", "problem: 甲, aspect: some, count: {min: 2}"),
    ITEM % ("collective-study", "weekday: [monday, tuesday]"),
    ITEM % ("all-member-meeting", "ballots: some"),
    ITEM % ("party-lecture", "moved: no"),
    TALK % ("party-lecture", "lecturer"),
    TALK % ("evaluation-grade", "about"),
    "{count: {of: {kind: rectification-closed}}}",
    "{for: member, count: {of: {kind: commitment, as: [present, about]}}}",
    "{for: fact, each: {kind: committee-meeting}, has: {recorder: {apart: host}}}",
    "{count: {of: {kind: committee-meeting, recorder: {apart: host}, host: {is: secretary}}}}",
)
NOT_SHOWN = (
    "{count: {of: {kind: plan-section}}}",
    "{count: {of: {kind: party-lecture, month: some}}}",
    "{count: {of: {kind: party-lecture, speakers: {min: 20}}}}",
    "{for: fact, each: {kind: party-lecture, moved: yes}, has: {moved: no}}",
    "{when: {every: year, from: 07-15, to: 08-25}, count: {of: {kind: party-lecture}, max: 0}}",
)


@pytest.mark.parametrize("rule", [*SHOWN, *NOT_SHOWN])
def test_a_sample_counts_or_there_is_none(rule: str) -> None:
    """Of what no shipped pack asks."""
    one = trial.bound(rule)
    found = sample(one.rules[0], "trial-2016/rule", one.pack)
    assert (found is None) == (rule in NOT_SHOWN)
    if found is not None:
        text = "\n".join(found.lines)
        told = {one.outcome for one in trial.verdicts(rule, text, branch=PROFILE)}
        assert "met" in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_waivers_and_attestations_are_valid(lang: str) -> None:
    """In both languages."""
    for lines in (waiver("a/b", 2016, 2018, lang), attestation("a/b", 2016, lang)):
        records, faults = read(Sample(lines))
        assert len(records) == 1
        assert not faults


def test_yaml_as_a_person_would_write_it() -> None:
    """YAML as a person would write it."""
    assert write({"a": "x", "b": ["y", {"c": "z", "d": ["e"]}], "f": {"g": "h"}}) == [
        "a: x",
        "b:",
        "  - y",
        "  - c: z",
        "    d:",
        "      - e",
        "f:",
        "  g: h",
    ]
    assert scalar("《党章》") == "《党章》"
    assert scalar("a: b") == '"a: b"'
    assert scalar('"x"') == '"\\"x\\""'
    assert scalar("") == '""'
    assert scalar("\x1b") == "\\u{1B}"
