"""Lint: each trap is told of, its neighbour that is meant is not."""

from __future__ import annotations

import time

import pytest

from lxyz.packs.load import read_pack
from lxyz.packs.types import MOST_PROBLEMS
from lxyz.render.said.problems import problem_sentence
from lxyz.workshop.lint import lint, remarks

from .conftest import Build, told

COUNT = "count: {of: {kind: party-lecture}}"
COVER = "covers: [t-2016-01], cover: {of: {kind: party-lecture}, tag: topic,"
EACH = "for: fact, each: {kind: party-lecture}"
LECTURES = "each: {kind: party-lecture}"
STUDY = "count: {of: {kind: collective-study}"


def test_a_sound_pack_has_none(pack: Build) -> None:
    """Nothing is told of what is as it should be."""
    assert told(pack(COUNT)) == []


def test_a_pack_without_cases(pack: Build) -> None:
    """That nobody has tried its rules is told."""
    made = pack(COUNT)
    (made.folder / "cases.yaml").unlink()
    assert told(made) == ["no cases.yaml: no rule was tried"]


@pytest.mark.no_cover
def test_a_rule_of_thousands_of_patterns(pack: Build) -> None:
    """Takes time that grows with their number."""
    several = ", ".join(f"{{kind: party-lecture, topic: 题{n}}}" for n in range(5000))
    made = pack(f"count: {{of: [{several}]}}")
    before = time.process_time()
    lint(made)
    assert time.process_time() - before < 15


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("branch: {name: 甲}\ncases: []\n", "F117 key=[]"),
        ("branch: {name: 甲}\ncases: 无\n", "branch and cases"),
        ("- 甲\n", "not a mapping"),
    ],
)
def test_cases_that_cannot_be_read(pack: Build, text: str, wanted: str) -> None:
    """Nor of a file of cases that is of no use anybody thinks that it was tried."""
    made = pack(COUNT)
    (made.folder / "cases.yaml").write_text(text, "utf-8")
    line = text.count("\n") if wanted.startswith("F") else 1
    found = [(one.file[-10:], one.line, one.text) for one in lint(made)]
    assert found == [("cases.yaml", line, wanted)]
    assert problem_sentence(wanted, "zh")[0] in "PF"


@pytest.mark.parametrize(
    ("rules", "wanted"),
    [
        (["{}, from: 2016-03-01"], ["2016-03-01"]),
        (["{}, when: {{every: year}}, from: 2016-03-01"], ["2016-03-01"]),
        (["{}, to: 2016-02-29", "{}, from: 2016-03-01"], []),
        (
            [
                "{}, to: 2017-02-28, from: 2017-01-01",
                "{}, from: 2016-03-01, to: 2016-12-31",
            ],
            ["2016-03-01"],
        ),
        (["{}, from: 2016-01-01"], []),
        (["{}, when: {{every: month}}, from: 2016-03-01"], []),
        (["{}, when: {{every: year, by: 06-30}}, from: 2016-03-01"], []),
    ],
)
def test_a_year_that_is_not_asked(
    pack: Build, rules: list[str], wanted: list[str]
) -> None:
    """What is due once a year and begins within one is not asked in that year."""
    made = pack(*(f"id: r0, {one.format(COUNT)}" for one in rules))
    assert told(made) == [
        f"not asked in the year in which it begins: {day}" for day in wanted
    ]


CAMPAIGN = "  from: 2016-03-01\n  to: 2016-06-20\n"


@pytest.mark.parametrize(
    ("rule", "never"),
    [
        ("when: {every: half}", True),
        ("when: {every: quarter}", False),
        ("when: {every: quarter}, since: 2016-07-01", True),
        ("when: {every: year, by: 02-28}", True),
        ("when: {every: year, from: 09-01, to: 09-30}", True),
        ("when: {every: year, from: 09-01, to: 09-30}, to: 2016-09-30", False),
        ("when: {every: year, from: 04-01, to: 04-30}, years: [2017]", True),
        ("when: {every: year, after: period, within: 1m}", True),
        ("when: {every: month, day: branch.fixed_day}", False),
        ("when: {every: three-years, first: 2015}", False),
        ("when: now", False),
        ("", False),
    ],
)
def test_what_is_never_due_in_the_days_of_a_pack(
    pack: Build, rule: str, never: bool
) -> None:
    """Of what is due on other days than those of its document nothing is ever asked."""
    test = "has: {term_over: no}" if "now" in rule else COUNT
    made = pack(", ".join(filter(None, (test, rule))), COUNT, more=CAMPAIGN)
    text = "can never apply: nothing of it falls due from 2016-03-01 to 2016-06-20"
    assert [one for one in told(made) if one.startswith("can ")] == [text] * never


@pytest.mark.parametrize(
    ("begins", "when", "doubted"),
    [
        ("2016-04-10", "{every: year, by: 06-30}", True),
        ("2016-04-10", "{every: year, by: 04-10}", True),
        # Nothing is due before it begins; the first day is written, or New Year.
        ("2016-04-10", "{every: year, by: 04-09}", False),
        ("2016-04-10", "{every: year, from: 04-10, to: 06-30}", False),
        ("2016-01-01", "{every: year, by: 06-30}", False),
        ("2016-04-10", "{every: half, by: 2-15}", False),
        ("2016-04-10", "{every: year, in: {from: 04-15, to: 06-30}}", False),
        ("2016-04-10", "{every: year, after: period, within: 5d}", False),
        ("2016-04-10", "{every: year, by: 06-30}, from: 2016-05-01", False),
    ],
)
def test_what_was_done_before_it_began(
    pack: Build, begins: str, when: str, doubted: bool
) -> None:
    """A day by which something is due in the year has no first day: it may have been
    before the document asks for anything."""
    head = f"  from: {begins}\n"
    made = pack(f"{COUNT}, when: {when}", COUNT, more=head)
    text = f"by counts what was done before {begins}, too: r0"
    assert [one for one in told(made) if one.startswith("by ")] == [text] * doubted
    if doubted:
        assert [one.line for one in lint(made) if "by counts" in one.text] == [8]


def test_what_is_wrong_comes_alone(pack: Build) -> None:
    """Doubts wait until the pack can be read."""
    made = pack(f"{COUNT}, under: gone", "attest: x, when: {every: week}")
    assert [one.text for one in lint(made)] == ["r0: under: no such rule: gone"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        # covers
        (
            f"{COVER} all: [a, {{is: b, covers: [t-2016-01]}}, {{is: c, covers: [t-2]}}]}}",
            "item c: covers t-2, the rule does not",
        ),
        (
            "count: {of: {kind: micro-lecture}, distinct: topic, to: {kind: member, level: member}, min: 1/2}",
            "distinct with to counts persons: topic is no role",
        ),
        (
            "count: {of: {kind: member, level: member, posst: none}, min: 9}",
            "no such attribute of a member: posst (post?)",
        ),
        (
            "count: {of: {kind: member, level: member, leave: some}, min: 9}",
            "leave is asked in other words: state: leave",
        ),
        (
            "for: secretary, when: now, has: {party_year: {min: 3}}",
            "no such attribute of a member: party_year (party_years?)",
        ),
        (
            "count: {of: {kind: party-joined, years: 50}}",
            "party-joined has no years: only party-anniversary has",
        ),
        # words
        (
            "for: member, count: {of: {kind: party-lecture, as: lecturers}}",
            "no such role: lecturers (lecturer?)",
        ),
        (
            "count: {of: {kind: party-lecture, them: x}}",
            "no such attribute: them (theme?)",
        ),
        (f"{STUDY}, sum: minuts}}", "no such attribute: minuts (minutes?)"),
        (
            "cover: {of: {kind: collective-study}, tag: materialz, all: [党章]}",
            "no such attribute: materialz (materials?)",
        ),
        (
            "each: {kind: party-lecture}, has: {them: some}",
            "no such attribute: them (theme?)",
        ),
        (
            "each: {kind: party-lecture}, when: {after: subject, within: 3d}, count: {of: {kind: step, same: [theme = topik]}}",
            "no such attribute: topik (topic?)",
        ),
        (
            f"for: member, which: {{rankk: x}}, {STUDY[:-1]}, as: present}}}}",
            "no such attribute of a member: rankk (rank?)",
        ),
        (
            f"for: member, except: {{qqqqqqq: x}}, {STUDY[:-1]}, as: present}}}}",
            "no such attribute of a member: qqqqqqq",
        ),
        (
            f"{COUNT}, if: {{members: {{which: {{cadr: yes}}, min: 1}}}}",
            "no such attribute of a member: cadr (cadre?)",
        ),
        (
            "for: fact, each: {kind: attestation}, has: {answer: perhaps}",
            "no such answer: perhaps (yes、no?)",
        ),
        (
            "count: {of: {kind: party-lecture, status: helt}}",
            "no such status: helt (held?)",
        ),
        # whose
        (
            "count: {of: {kind: inspection}}",
            "an act of the committee above (inspection): write level",
        ),
        (
            "count: {of: {kind: reflection-essay}}",
            "for: branch on what members own (reflection-essay): write level",
        ),
        (
            "count: {of: {kind: group-meeting}}",
            "for: branch on what groups own (group-meeting): write level",
        ),
        (
            f"for: member, {COUNT}",
            "for: member, but not how he stands in the records: write as",
        ),
        (
            "for: fact, each: {kind: party-lecture}, when: {during: subject}, count: {of: [{kind: step, link: subject}, {kind: party-lecture, host: some}]}",
            "the next party-lecture would make this one good: write link: self",
        ),
        (
            "count: {of: {kind: party-lecture, link: subject}}",
            "link and same join to the fact of each, and there is no each",
        ),
        (
            "count: {of: {kind: party-lecture, same: [topic]}}",
            "link and same join to the fact of each, and there is no each",
        ),
        (
            "count: {of: {kind: party-lecture, as: lecturer}}",
            "for: branch: as asks nothing where the subject is no person",
        ),
        (
            f"{STUDY[:-1]}, level: group}}, min: 4}}",
            "level: group for a branch's number lets one group carry it: use rounds",
        ),
        # parts
        (f"{EACH}, has: {{approve: {{over: 1/2, of: vald}}}}", "no such attribute: vald (valid?)"),
        (f"{EACH}, has: {{approved: {{over: 1/2, of: valid}}}}", "no such attribute: approved (approve?)"),
        (f"{EACH}, has: {{approve: {{over: 1/2, of: approve}}}}", "approve of itself is all of it"),
        (
            f"{EACH}, has: {{approve: {{over: 1/2, of: theme}}}}",
            "theme is neither a number nor persons: of what part?",
        ),
        (
            f"{EACH}, has: {{approve: {{over: 1, of: valid}}}}",
            "approve: 1 of valid: more than the whole",
        ),
        (
            f"{EACH}, has: {{approve: {{min: 1/2, of: valid, which: {{status: full}}}}}}",
            "valid names no persons: is and which ask of persons",
        ),
        (
            f"{EACH}, has: {{present: {{min: 1, which: {{cadr: yes}}}}}}",
            "no such attribute of a member: cadr (cadre?)",
        ),
        (
            f"{EACH}, has: {{present: {{min: 1, which: {{cadre: maybe}}}}}}",
            "no such cadre: maybe (yes、no?)",
        ),
        (
            f"{EACH}, has: {{approve: {{min: 3, of: valid}}}}",
            "approve: 3 of valid: more than the whole",
        ),
        (
            "for: fact, each: {kind: study-summary}, has: {approve: {over: 1/2, of: valid}}",
            "study-summary has no approve",
        ),
        # days about a subject, and stages
        *(
            (
                f"{EACH}, when: {{{when}}}, count: {{of: {{kind: collective-study}}}}",
                f"nothing lies between {days}",
            )
            for when, days in (
                ("after: subject, from: 10d, within: 9d", "10d and 9d"),
                ("after: subject, from: 1m, within: 27d", "1m and 27d"),
                ("after: subject, from: 63d, within: 2m", "63d and 2m"),
                ("after: subject, from: 21d, within: 1wd", "21d and 1wd"),
                ("after: subject, from: 10d, to: 9d", "10d and 9d"),
                ("before: subject, from: 1d, to: 2d", "1d and 2d"),
                ("before: subject, from: 6m, to: 12m", "6m and 12m"),
            )
        ),
        (
            "for: fact, each: {kind: candidate-stage, stage: activst}, has: {about: some}",
            "no such stage: activst (activist?)",
        ),
        (
            f"{EACH}, has: {{contact: some}}",
            "party-lecture has no contact: only candidate、candidate-stage、member has",
        ),
        (
            "for: member, count: {of: {kind: member, level: member, as: introducer}, max: 3}",
            "member has no introducer: only candidate、candidate-stage has",
        ),
        (
            "for: fact, each: {kind: candidate}, when: {every: year}, count: {of: {kind: thought-report, same: [guest=about]}}",
            "thought-report has no guest: only activity has",
        ),
        # what stands
        *(
            (
                f"for: fact, each: {{kind: {kind}}}, when: {{{when}}}, count: {{of: {{kind: oath-review}}}}",
                f"the end of what stands: write kind: {instead}",
            )
            for kind, when, instead in (
                ("post", "after: subject.end, within: 3m", "post-left"),
                ("member", "before: subject.end", "member-left"),
            )
        ),
        *(
            (
                f"for: fact, each: {{kind: post-left}}, when: {{after: subject, within: 3m}}, count: {{of: {{kind: {kind}, same: [about]}}}}",
                f"{kind} counts only if it stands on the last day: write kind: {instead}",
            )
            for kind, instead in (("post", "post-taken"), ("member", "member-joined"))
        ),
        (
            "for: fact, each: {kind: group}, has: {members: {min: 3}}",
            "group has members on a day: write for: group, when: now",
        ),
        (
            "for: fact, each: {kind: branch}, has: {committee: {min: 3}}",
            "branch has committee on a day: write for: branch, when: now",
        ),
        # roles of sittings that name nobody as theirs
        (
            "for: member, count: {of: {kind: all-member-meeting, as: about}}",
            "nobody stands as about in all-member-meeting: perhaps present、participant",
        ),
        # nth
        (
            f"for: branch, {LECTURES}, nth: {{every: 1}}, has: {{topic: some}}",
            "nth: every 1 is each of them",
        ),
        (
            f"for: branch, {LECTURES}, nth: {{run: 1, of: {{kind: collective-study}}}}, has: {{topic: some}}",
            "nth: run 1 is each of them",
        ),
        (
            f"for: branch, {LECTURES}, nth: {{run: 3, of: {{kind: party-lecture}}}}, has: {{topic: some}}",
            "nothing breaks the row: of means no more than each",
        ),
        (
            "for: member, each: {kind: post}, nth: 2, has: {post: some}",
            "nth counts by days: post has none",
        ),
        (
            f"for: branch, {LECTURES}, nth: {{run: 3, of: {{kind: collective-study, grade: some}}}}, has: {{topic: some}}",
            "collective-study has no grade: only evaluation-grade has",
        ),
        (
            "for: member, each: {kind: party-lecture, as: absent}, nth: {run: 3, of: {kind: party-lecture, as: expected}}, when: {after: subject}, count: {of: {kind: collective-study}}",
            "for: member, but not how he stands in the records: write as",
        ),
        # worth
        (
            "count: {of: [{kind: party-lecture, worth: 2}, {kind: theme-party-day, worth: 2.0}], min: 2}",
            "all are worth 2: ask for another number instead",
        ),
        (
            "count: {of: [{kind: party-lecture}, {kind: theme-party-day, worth: 2}]}",
            "one of any is enough for min 1: worth says nothing",
        ),
        (
            "count: {of: [{kind: party-lecture}, {kind: party-lecture, topic: 甲, worth: 1/2}], min: 2}",
            "party-lecture counts as more anyway: worth 1/2 is never used",
        ),
        # numbers
        (f"{STUDY}, min: 3, max: 2}}", "min 3 over max 2: can never be kept"),
        (
            f"{COUNT}, if: {{members: {{min: 3, max: 1}}}}",
            "min 3 over max 1: can never be kept",
        ),
        (
            "count: {of: {kind: party-lecture, minutes: {min: 9, max: 1}}}",
            "min 9 over max 1: can never be kept",
        ),
        (
            f"for: leader, {STUDY[:-1]}, as: present}}}}",
            "for: leader, but the pack names no ranks (leaders)",
        ),
        (
            f"{COUNT}, years: [2014, 2015]",
            "can never apply: its years lie before the pack's",
        ),
        (
            f"{COUNT}, to: 2015-12-31",
            "can never apply: it ends before the pack's year",
        ),
        (
            f"{COUNT}, from: 2016-07-01, to: 2016-06-30",
            "can never apply: it ends before it begins",
        ),
        (f"{COUNT}, if: {{set: gone}}", "if.set: no such param: gone"),
        (
            "for: member, count: {of: {kind: party-lecture, as: present}, to: {kind: party-lecture}, min: 2/3}",
            "for: member: to counts what others held, too: write as",
        ),
        (
            "for: fact, each: {kind: party-lecture}, has: {lecturer: {min: 50%}}",
            "lecturer: a share is of those who should have been there",
        ),
        (
            "for: group, count: {of: {kind: group-meeting}}, if: {groups: no}",
            "can never apply: for: group where there are no groups",
        ),
        # days
        (
            f"when: {{every: month, after: period, within: -1d}}, {COUNT}",
            "nothing lies between period and -1d",
        ),
        (
            f"when: {{every: year, from: 07-01, to: 06-30}}, {COUNT}",
            "nothing lies between 07-01 and 06-30",
        ),
        (
            f"when: {{every: year, in: {{from: 02-30, to: 12-31}}}}, {COUNT}",
            "from: 02-30: no such day",
        ),
        (
            f"when: {{every: two-years, first: 2016}}, {COVER} all: [{{is: a, by: 06-30}}]}}",
            "by of a: 06-30: of several years a day needs its year",
        ),
        (
            f"when: {{every: week, to: 01-05}}, {COUNT}",
            "to: 01-05: a week has no month-days",
        ),
        (
            f"when: {{every: quarter, to: 04-05}}, {COUNT}",
            "to: 04-05: quarter has no month 4",
        ),
        (
            f"when: {{every: year, to: 07-15, band: {{to: 09-31}}}}, {COUNT}",
            "band.to: 09-31: no such day",
        ),
        (
            "when: {every: year}, cover: {of: {kind: collective-study}, tag: materials, all: [{is: 党章, by: 04-31}, 党规]}",
            "by of 党章: 04-31: no such day",
        ),
        (
            f"when: {{every: month, late: +30d}}, {COUNT}",
            "late in a period below a year lets one record serve two periods",
        ),
    ],
)  # fmt: skip
def test_a_trap(pack: Build, rule: str, text: str) -> None:
    """One trap, one text."""
    assert told(pack(rule)) == [text]


@pytest.mark.parametrize(
    "rule",
    [
        "count: {of: {kind: party-lecture, status: some}}",
        "for: fact, each: {kind: candidate, stage: activist}, has: {contact: {min: 1, max: 2}}",
        "for: member, count: {of: {kind: [candidate, member], as: contact}, max: 3}",
        "for: fact, each: {kind: candidate}, when: {every: year}, count: {of: {kind: party-lecture, same: [guest=about]}}",
        "count: {of: {kind: inspection, level: above}}",
        "count: {of: {kind: group-meeting, level: group}, min: 1}",
        f"{STUDY[:-1]}, level: group}}, min: 4, rounds: group}}",
        "count: {of: [{kind: collective-study, level: branch}, {kind: party-lecture}]}",
        "for: member, each: {kind: inspection, level: above}, when: {after: subject, within: 3d}, count: {of: {kind: step, link: subject}}",
        "for: group, count: {of: {kind: group-meeting}}, if: {groups: yes}",
        f"{COUNT}, if: {{members: {{which: {{cadre: yes}}, min: 1}}}}",
        f"{STUDY}, min: 2, max: 2}}",
        "count: {of: [{kind: party-lecture}, {kind: theme-party-day, worth: 2}], min: 2}",
        "count: {of: [{kind: party-lecture}, {kind: theme-party-day, worth: 2}], max: 2}",
        "count: {of: [{kind: party-lecture, worth: 2}, {kind: theme-party-day, worth: 3}], max: 1}",
        "count: {of: [{kind: party-lecture}, {kind: party-lecture, topic: 甲, worth: 3}], min: 3}",
        "count: {of: [{kind: party-lecture, topic: 乙}, {kind: party-lecture, topic: 甲, worth: 1/2}], min: 3}",
        "for: group, count: {of: [{kind: party-lecture, level: branch}, {kind: party-lecture, worth: 1/2}], min: 3}",
        "count: {of: [{kind: {all: [party-lecture, theme-party-day]}, worth: 1/2}, {kind: party-lecture}], min: 3}",
        *(
            f"{EACH}, when: {{{when}}}, count: {{of: {{kind: collective-study}}}}"
            for when in (
                "after: subject, from: 9d, within: 9d",
                "after: subject, from: 1m, within: 28d",
                "after: subject, from: 62d, within: 2m",
                "after: subject, from: 20d, within: 1wd",
                "after: subject, within: 1d",
                "after: subject, from: 1d",
                "before: subject, from: 2d, to: 2d",
                "before: subject, to: 12m",
                "around: subject, from: 1d, to: 9d",
                "during: subject",
            )
        ),
        "for: fact, each: {kind: candidate-stage, stage: [full, probationary]}, has: {about: some}",
        "for: fact, each: {kind: candidate, stage: some}, has: {name: some}",
        "for: fact, each: {kind: post-left}, when: {after: subject, within: 3m}, count: {of: {kind: post-taken, same: [post]}}",
        "for: fact, each: {kind: post}, when: {after: subject}, count: {of: {kind: secretary-training, same: [about]}}",
        "for: fact, each: {kind: party-lecture}, when: {before: subject}, count: {of: {kind: post, same: [about=lecturer]}}",
        "for: fact, each: {kind: activity-week}, when: {after: subject.end}, count: {of: {kind: oath-review}}",
        "for: fact, each: {kind: group}, has: {leader: some}",
        "for: member, each: {kind: party-anniversary, as: about, years: 50}, when: {every: month}, count: {of: {kind: show-identity, as: about}}",
        "for: member, which: {party_years: {under: 5}}, count: {of: {kind: thought-report, as: owner}}",
        "for: secretary, when: now, has: {party_years: {min: 3}}",
        "for: committee, except: {post: 书记}, count: {of: {kind: thought-report, as: owner}}",
        "for: member, which: {category: [青年, 骨干]}, except: {category: 青年}, count: {of: {kind: thought-report, as: owner}}",
        "for: member, which: {party_years: {under: 5}}, except: {party_years: 3}, count: {of: {kind: thought-report, as: owner}}",
        "count: {of: {kind: micro-lecture}, distinct: lecturer, to: {kind: member, level: member}, min: 1/2}",
        "count: {of: {kind: micro-lecture}, distinct: lecturer, to: {kind: member, level: member, post: none, state: active, group_leader: no, here_on: 07-10, about: {is: member}}, min: 1/2}",
        "for: fact, each: {kind: stage-assessment, value: {under: 80}}, when: {after: subject, within: 30d}, count: {of: {kind: rectification-list}}",
        "for: fact, each: {kind: self-study}, has: {participant: some}",
        "for: group, when: now, has: {members: {min: 3}}",
        "for: member, count: {of: {kind: self-study, as: about}}",
        "for: member, count: {of: {kind: all-member-meeting, as: [about, present]}}",
        f"for: branch, {LECTURES}, nth: 1, has: {{topic: some}}",
        f"{EACH}, has: {{approve: {{over: 1/2, of: valid}}}}",
        f"{EACH}, has: {{approve: {{over: 1/2, of: present, which: {{status: full}}}}}}",
        f"{EACH}, has: {{oppose: {{max: 3, of: valid}}, present: {{min: 4/5, of: expected}}}}",
        "count: {of: {kind: all-member-meeting}, sum: approve, min: 9}",
        f"for: branch, {LECTURES}, nth: {{every: 2}}, has: {{topic: some}}",
        "for: member, each: {kind: party-lecture, as: absent}, nth: {run: 3, of: {kind: party-lecture}}, when: {after: subject, within: 1m}, count: {of: {kind: heart-to-heart-talk, as: to}}",
        "for: group, each: {kind: group-meeting}, nth: {run: 3, of: {kind: [group-meeting, collective-study]}}, has: {topic: some}",
        f"{COUNT}, years: [2015, 2016]",
        f"when: {{every: year, by: 07-01}}, {COUNT}, from: 2016-07-01, to: 2016-07-01",
        f"when: {{every: year, from: 02-29, to: 02-29}}, {COUNT}",
        f"when: {{every: year, from: 12-01, to: next 01-31}}, {COUNT}",
        f"when: {{every: year, to: 12-last}}, {COUNT}",
        f"when: {{every: year, by: 2016-02-29}}, {COUNT}",
        f"when: {{every: quarter, to: 03-31}}, {COUNT}",
        f"when: {{every: month, day: 31}}, {COUNT}",
        f"when: {{every: month, day: first friday}}, {COUNT}",
        f"when: {{every: month, late: never}}, {COUNT}",
        "for: member, when: {every: month}, late: ever, count: {of: {kind: dues-payment, as: owner}}",
        "when: {every: year}, cover: {of: {kind: collective-study}, tag: materials, all: [{any: [党章, 党规], label: 二者之一}]}",
        "attest: 是否认真？, attest_en: Was it?",
    ],
)
def test_what_is_meant_is_no_trap(pack: Build, rule: str) -> None:
    """The first, the last and the neighbour of what is told of."""
    assert [one for one in told(pack(rule)) if "t-2016-01" not in one] == []


def test_words_of_the_pack(pack: Build) -> None:
    """Nearly a word of the pack is told of; the word itself, its alias and a word far
    from all are not."""
    words = "words:\n  materials: {中国共产党章程: [党章全文]}\n"
    rule = "count: {{of: {{kind: collective-study, materials: {}}}}}"
    assert told(pack(rule.format("中国共产党章呈"), more=words)) == [
        "materials: 中国共产党章呈 is spelt nearly like 中国共产党章程"
    ]
    for word in ("中国共产党章程", "党章全文", "防汛知识", "some"):
        assert told(pack(rule.format(word), more=words)) == []
    words = "words: {steps: {批评和自我批评: [批评与自评]}}\n"
    step = "count: {of: {kind: step, name: 批评与自我批评}}"
    assert told(pack(step, more=words)) == [
        "name: 批评与自我批评 is spelt nearly like 批评和自我批评"
    ]
    listed = "count: {of: {kind: step, name: {all: [批评与自我批评]}}}"
    assert len(told(pack(listed, more=words))) == 1


def test_two_rules_that_ask_the_same(pack: Build) -> None:
    """Whatever they are called; two attest rules may."""
    attest = "attest: 是否？, attest_en: Is it?"
    made = pack(COUNT, f"{COUNT}, title: 乙", attest, attest)
    assert told(made) == ["r1: asks the same as r0"]
    assert lint(made)[0].line == 10


def test_rules_of_one_title(pack: Build) -> None:
    """Told once for each title, of the rows of a rule, too; not of its tiers, nor of the
    versions of a rule."""
    alike = "title: 丙, count: {of: {kind: party-lecture}"
    rows = f"id: r0, {alike}, min: $n}}, rows: [{{id: a, n: 1}}, {{id: b, n: 2}}]"
    soft = f"{alike}, min: 4}}, soft: {{count: {{min: 5}}}}"
    assert told(pack(rows)) == ["r0/b: has the title of r0/a"]
    assert told(pack(soft)) == []
    assert told(pack(rows, soft)) == ["r0/b: has the title of r0/a"]
    assert told(pack(soft, rows.replace("r0", "r1"))) == ["r1/a: has the title of r0"]
    old, new = f"id: r0, {alike}}}, to: 2016-06-30", f"id: r0, {alike}}}"
    assert [
        one for one in told(pack(old, f"{new}, from: 2016-07-01")) if "title" in one
    ] == []


def test_what_is_run_together(pack: Build) -> None:
    """A wide comma parts nothing: told of a list of one text, which no word of the pack
    is."""
    cover = "cover: {of: {kind: collective-study}, tag: materials, all: [%s]}"
    words = "words:\n  materials: {党章: [%s], 学党章，坚定信念: [坚定信念]}\n"
    for item, alias, wanted in (
        ("党章，党规", "章程", ["one text: 党章，党规"]),
        (
            "党章、党规",
            "章程；党的章程",
            ["one text: 党章、党规", "words: one text: 章程；党的章程"],
        ),
        ("学党章，坚定信念", "章程", []),
        ("{any: [党章，党规], label: 一}", "章程", ["one text: 党章，党规"]),
        ("学党章，坚定信念甲, 党章", "章程，甲, 章程", []),
        ("党章", "章程", []),
    ):
        assert told(pack(cover % item, more=words % alias)) == wanted
    rows = "rows: [{id: a, t: [党章，党规]}, {id: b, t: [党章，党规]}]"
    study = "when: {every: year}, count: {of: {kind: collective-study, materials: $t}}"
    assert [
        one
        for one in told(pack(f"id: r0, title: $id, {study}, {rows}"))
        if "same" not in one
    ] == ["one text: 党章，党规"]


def test_of_very_many_problems_the_first_are_told(pack: Build) -> None:
    """Those of one rule, too."""
    idle = "".join(f"  idle{n}: {{value: 3, source: text}}\n" for n in range(700))
    asked = ", ".join(f"topic{n}: x" for n in range(700))
    for made in (
        pack(COUNT, more=f"params:\n{idle}"),
        pack(f"count: {{of: {{kind: party-lecture, {asked}}}}}"),
    ):
        problems = lint(made)
        assert len(problems) == MOST_PROBLEMS + 1
        assert problems[-1].text == f"more than {MOST_PROBLEMS} problems"


def test_parameters(pack: Build) -> None:
    """One that no rule uses is told of with its line; one without a value is worth a
    remark, the day on which a document takes force included."""
    more = (
        "params:\n"
        "  idle: {value: 3, source: text}\n"
        "  least: {source: text}\n"
        "  asked: {value: yes, source: text}\n"
        "  effective_from: {source: text}\n"
    )
    made = pack(f"{STUDY}, min: $least}}", f"{COUNT}, if: {{set: asked}}", more=more)
    assert [(one.line, one.text) for one in lint(made)] == [
        (9, "param is not used: idle")
    ]
    assert [(one.line, one.text) for one in remarks(made)] == [
        (10, "param is not set: least (r0)"),
        (12, "param is not set: effective_from (since)"),
    ]
    for one in (*lint(made), *remarks(made)):
        assert "参数" in problem_sentence(one.text, "zh")


def test_what_nothing_uses(pack: Build) -> None:
    """A kind that no rule asks for, nor anything that counts as another; a value of a row
    that no text of its rule names, nor says anything by itself."""
    more = (
        "kinds:\n"
        "  读书班: {like: collective-study}\n"
        "  读书会: {like: collective-study}\n"
        "  政治生日: {like: show-identity}\n"
        "implies: {读书会: [collective-study]}\n"
        "params: {lives: {value: 政治生日, source: text}}\n"
    )
    rows = "rows: [{id: one, title: 乙, n: 2}, {id: two, n: 3, m: 4}]"
    birthday = "count: {of: {kind: $lives}}"
    made = pack(f"id: r0, title: 甲, {STUDY}, min: $n}}, {rows}", birthday, more=more)
    assert [(one.line, one.text) for one in lint(made)] == [
        (9, "kind is not used: 读书班"),
        (15, "r0: value of a row is not used: m"),
    ]


def test_a_reading_that_nobody_knows(pack: Build) -> None:
    """Its number stands in no list: of a rule, of a parameter."""
    more = "params:\n  least: {value: 3, source: text, reading: A999}\n"
    made = pack(f"{STUDY}, min: $least}}, reading: [A3, A0]", more=more)
    assert [(one.line, one.text) for one in lint(made)] == [
        (11, "r0: no such reading: A0"),
        (9, "least: no such reading: A999"),
    ]


def test_a_year_before_it_begins(pack: Build) -> None:
    """The year of which a document speaks is none before its first day."""
    made = pack(f"{COUNT}, when: {{every: month}}", more="  from: 2017-03-01\n")
    found = [(one.line, one.text) for one in lint(made)]
    assert (7, "year: 2016 is before it begins") in found


def test_worth_by_a_parameter(pack: Build) -> None:
    """Of what is not set nothing is said."""
    rule = "count: {of: [{kind: party-lecture, worth: $much}], min: 2}"
    assert told(pack(rule, more="params: {much: {source: text}}\n")) == []
    (text,) = told(pack(rule, more="params: {much: {value: 2, source: text}}\n"))
    assert text == "all are worth 2: ask for another number instead"


@pytest.mark.parametrize(
    ("modality", "wrong"),
    [("must", False), ("should", False), ("may", True), ("goal", True)],
)
def test_what_needs_no_waiver(pack: Build, modality: str, *, wrong: bool) -> None:
    """What only informs fails nobody, so that nobody would waive it."""
    found = told(pack(f"modality: {modality}, waivable: no, {COUNT}"))
    text = "waivable: what only informs needs no waiver"
    assert (text in found) is wrong


# --- what can never be -------------------------------------------------------------

GRADES = "count: {of: {kind: evaluation-grade, level: member}"
AFTER = "when: {after: subject, within: 9d}"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            f"{EACH}, has: {{grade: some}}",
            "party-lecture has no grade: only evaluation-grade has",
        ),
        ("count: {of: {kind: study-summary, hours: some}}", "study-summary has no hours"),
        (
            f"{EACH}, has: {{theme: yes}}",
            "theme says more than yes or no: write some, or none",
        ),
        (
            f"{EACH}, has: {{present: {{min: 0.8}}}}",
            "present 0.8 is less than one: perhaps 80%",
        ),
        (
            "for: member, which: {state: leave, rank: 处级}, except: {state: leave}, count: {of: {kind: thought-report, as: owner}}",
            "can never apply: who is meant is excepted",
        ),
        (
            "for: secretary, except: {post: 书记}, count: {of: {kind: thought-report, as: owner}}",
            "can never apply: who is meant is excepted",
        ),
        (
            "for: committee, except: {post: some}, count: {of: {kind: thought-report, as: owner}}",
            "can never apply: who is meant is excepted",
        ),
        (
            "for: member, except: {state: [leave, active]}, count: {of: {kind: thought-report, as: owner}}",
            "can never apply: who is meant is excepted",
        ),
        (
            "for: member, which: {category: 青年, rank: 处级}, except: {category: [青年, 离退休], rank: [处级, 局级]}, count: {of: {kind: thought-report, as: owner}}",
            "can never apply: who is meant is excepted",
        ),
        (
            f"{EACH}, has: {{count: {{min: 3}}}}",  # of an item of a list
            "party-lecture has no count",
        ),
        (
            "count: {of: {kind: study-summary}, sum: value, min: 3}",
            "study-summary has no value",
        ),
        ("count: {of: {kind: study-summary, problem: some}}", "study-summary has no problem"),
        (
            "count: {of: {kind: study-summary}, sum: hours, min: 3}",
            "study-summary has no hours",
        ),
        (
            "for: member, count: {of: {kind: dues-payment, as: lecturer}}",
            "nobody stands as lecturer in dues-payment: perhaps owner、about",
        ),
        (
            "for: member, count: {of: {kind: self-study, as: owner}}",
            "nobody stands as owner in self-study: perhaps present、participant",
        ),
        (
            "count: {of: {kind: filing, to: 机关党委}}",
            "nobody stands as to in filing: perhaps recipient、owner",
        ),
        (
            "for: member, count: {of: {kind: heart-to-heart-talk, as: owner}}",
            "nobody stands as owner in heart-to-heart-talk: perhaps from、to",
        ),
        (
            "count: {of: {kind: {all: [party-lecture, study-plan]}}}",
            "no record is of all these kinds: party-lecture、study-plan",
        ),
        (
            "count: {of: {kind: party-lecture, status: held}}",
            "status: only what was held is looked at; status: cancelled is all to ask",
        ),
        (
            "count: {of: {kind: party-lecture, minutes: 90分钟}}",
            "minutes is a number: 90分钟",
        ),
        (
            f"{EACH}, has: {{theme: {{is: secretary}}}}",
            "theme names no persons: is and which ask of persons",
        ),
        (
            f"{EACH}, has: {{theme: {{min: 3}}}}",
            "theme is one text, which has no size: min, max …",
        ),
        (f"{GRADES[:-1]}, grade: excelent}}}}", "no such grade: excelent (excellent?)"),
        (
            "count: {of: {kind: party-lecture, moved: {not: [maybe]}}}",
            "no such moved: maybe (yes、no?)",
        ),
        (
            "count: {of: {kind: party-lecture, weekday: fryday}}",
            "no such weekday: fryday (friday?)",
        ),
        (
            "count: {of: {kind: party-lecture, evidence: images}}",
            "no such evidence: images (image?)",
        ),
        (
            f"{EACH}, {AFTER}, count: {{of: {{kind: study-summary, same: [hours=theme]}}}}",
            "study-summary has no hours",
        ),
        (
            f"{EACH}, {AFTER}, count: {{of: {{kind: study-summary, same: [theme=month]}}}}",
            "party-lecture has no month",
        ),
        (
            "for: member, which: {status: probation}, count: {of: {kind: thought-report, as: owner}}",
            "no such status: probation (probationary?)",
        ),
        (
            "for: member, except: {state: abroad}, count: {of: {kind: thought-report, as: owner}}",
            "no such state: abroad (leave、active?)",
        ),
        (
            f"{COUNT}, if: {{members: {{which: {{cadre: maybe}}, min: 1}}}}",
            "no such cadre: maybe (yes、no?)",
        ),
        (
            f"{STUDY}, to: {{kind: member}}, min: 1/15}}",
            "member is of level member, which is not counted: write level",
        ),
        (
            "count: {of: {kind: hardship-assistance, about: {which: {hardship: yes}}}}",
            "hardship-assistance is of level member, which is not counted: write level",
        ),
        *(
            (told, "heart-to-heart-talk is of level member, which is not counted: write level")
            for told in (
                f"{EACH}, {AFTER}, count: {{of: {{kind: heart-to-heart-talk, to: {{is: secretary}}}}}}",
                f"for: branch, each: {{kind: heart-to-heart-talk}}, {AFTER}, {COUNT}",
                f"for: member, each: {{kind: heart-to-heart-talk}}, {AFTER}, count: {{of: {{kind: reflection-essay, as: owner}}}}",
            )
        ),
        (
            f"{EACH}, {AFTER}, count: {{of: {{kind: party-lecture}}}}",
            "the record counts itself: write from: 1d",
        ),
        (
            f"{STUDY}, min: 80%}}",
            "a share of what? write to, or a number",
        ),
        (
            f"{STUDY}, to: {{kind: collective-study}}, max: 130%}}",
            "max 130%: a part of the whole",
        ),
        (
            f"{STUDY}, to: {{kind: collective-study}}, min: 130%}}",
            "min 130%: more than the whole",
        ),
        (
            f"{EACH}, has: {{present: {{min: 80}}}}",
            "present 80 is so many persons: perhaps 80%",
        ),
        (
            f"{STUDY}, mean: present, min: 90}}",
            "present 90 is so many persons: perhaps 90%",
        ),
        (
            "when: now, has: {term_over: never}",
            "no such term_over: never (yes、no?)",
        ),
        (
            "for: fact, each: {kind: party-lecture, host: none}, has: {host: some}",
            "host: each means no such record: can never be kept",
        ),
        (
            "for: fact, each: {kind: party-lecture, host: some}, has: {host: some}",
            "host: each means no other: has asks for nothing",
        ),
        (
            "for: fact, each: {kind: party-lecture, minutes: {max: 60}}, has: {minutes: {over: 60}}",
            "minutes: each means no such record: can never be kept",
        ),
        (
            "for: fact, each: {kind: party-lecture, minutes: {min: 60}}, has: {minutes: {max: 45}}",
            "minutes: each means no such record: can never be kept",
        ),
        (f"{EACH}, has: {{days: 三天}}", "days is a number: 三天"),
        (
            f"{STUDY}, to: {{kind: party-lecture}}, min: 130%}}",
            "min 130%: more than the whole",
        ),
        (f"{STUDY}, min: 0}}", "min 0 asks for nothing"),
        (f"{STUDY}, sum: theme, min: 3}}", "theme is no number to add up"),
        (f"{STUDY}, min: 5, under: 5}}", "min 5 and under 5: can never be kept"),
        (f"{STUDY}, under: 0}}", "under 0: can never be kept"),
        (f"{STUDY}, over: 5, max: 5}}", "over 5 and max 5: can never be kept"),
        (
            f"{EACH}, has: {{host: {{over: 3, under: 3}}}}",
            "over 3 and under 3: can never be kept",
        ),
        (f"{COVER} all: [a, {{is: a}}]}}", "item twice: a"),
        (f"{COVER} all: [a, b], min: 3}}", "min 3 of 2 items"),
        (
            f"{COUNT}, fold: {{run: 3}}",
            "fold: 3 in a year of 1: can never be broken",
        ),
        (
            f"{COUNT}, when: {{every: quarter}}, fold: {{total: 5}}",
            "fold: 5 in a year of 4: can never be broken",
        ),
        (f"{COUNT}, soft: {{count: {{min: 1}}}}", "soft asks for no more"),
    ],
)  # fmt: skip
def test_what_can_never_be(pack: Build, rule: str, text: str) -> None:
    """A rule that nothing, or anything, would keep is told of; by one text."""
    assert told(pack(rule)) == [text]


@pytest.mark.parametrize(
    "rule",
    [
        "count: {of: {kind: party-lecture, status: cancelled}, max: 2}",
        "for: member, each: {kind: learning-check, as: about, value: {under: 60}}, when: {after: subject, within: 30d}, count: {of: {kind: member-training, as: about}}",
        f"{STUDY}, mean: present, min: 80%}}",
        f"{STUDY}, sum: present, min: 80}}",
        f"{STUDY}, sum: minutes, min: $gone}}",
        f"{STUDY}, to: {{kind: party-lecture}}, min: 3/2}}",
        f"{STUDY}, min: 0, max: 3}}",
        f"{GRADES}, to: {{kind: evaluation-grade, level: member}}, min: 30%, under: 1/2}}",
        f"{STUDY}, to: {{kind: member, level: member}}, min: 1/15}}",
        f"{EACH}, when: {{after: subject, from: 1d, within: 9d}}, {COUNT}",
        f"{EACH}, {AFTER}, count: {{of: {{kind: party-lecture, theme: 甲}}}}",
        f"{EACH}, {AFTER}, count: {{of: {{kind: step, link: subject}}}}",
        f"{EACH}, {AFTER}, count: {{of: {{kind: party-lecture}}, to: {{kind: site-visit}}, min: 1/2}}",
        f"{COUNT}, when: {{every: week}}, fold: {{run: 6}}",
        f"{EACH}, has: {{minutes: {{min: 90}}, host: {{is: secretary}}}}",
        f"{EACH}, has: {{minutes: some}}",
        f"{EACH}, has: {{present: {{min: 40, max: 80}}}}",
        "for: fact, each: {kind: party-lecture, minutes: {min: 60}}, has: {minutes: {max: 90}}",
        "for: fact, each: {kind: party-lecture, minutes: {min: 60}}, has: {minutes: some}",
        "for: fact, each: {kind: learning-check, value: 优秀}, has: {value: [优秀]}",
        "count: {of: {kind: party-lecture, minutes: $gone, moved: $gone}}",
        "for: fact, each: {kind: org-relation-check}, has: {sources: [党员名册]}",
        "for: member, count: {of: {kind: filing, as: owner}}",
        "for: fact, each: {kind: member, status: probationary}, has: {about: some}",
        f"{COUNT}, soft: {{count: {{min: 2}}}}",
        f"{COVER} all: [a, b, {{any: [c, d], label: e}}], min: 2}}",
    ],
)  # fmt: skip
def test_what_can_be(pack: Build, rule: str) -> None:
    """Its neighbour is not told of."""
    gone = "params: {gone: {source: text}}\n"
    found = told(pack(rule, more=gone)) if "$gone" in rule else told(pack(rule))
    assert found == []


def test_attest_with_days(pack: Build) -> None:
    """It is asked once a year, and of each record that it is about."""
    made = pack(COUNT, "attest: 好不好, when: {every: quarter}")
    assert told(made) == ["r1: attest asks once a year: when is not looked at"]
    assert told(pack(COUNT, f"{EACH}, attest: 好不好")) == []


def test_a_kind_that_implies_itself(pack: Build) -> None:
    """It says nothing."""
    more = "implies: {party-lecture: [step], site-visit: [site-visit]}\n"
    assert told(pack(COUNT, more=more)) == ["implies: site-visit is itself"]


def test_words_that_mean_two(pack: Build) -> None:
    """An alias of two words is told of, unless rules ask for each, and no list for both."""
    more = "words: {thema: {甲: [乙]}, topic: {甲: [丙], 乙: [丙, 乙]}}\n"
    twins = ["words: no such attribute: thema (theme?)", "words: 丙 is of 甲 and of 乙"]
    one, other = (f"count: {{of: {{kind: party-lecture, topic: {t}}}}}" for t in "甲乙")
    unasked = "words: no rule asks: topic"
    assert told(pack(COUNT, more=more)) == [twins[0], unasked, twins[1]]
    assert told(pack(one, more=more)) == twins
    assert told(pack(one, other, more=more)) == twins[:1]
    both = f"{COVER} all: [甲, 乙]}}"
    assert told(pack(both, more=more)) == twins


ITEM = "for: fact, each: {kind: %s}, when: {after: subject, within: 9d}, count: {of: {kind: %s, link: subject}}"
DUES = "for: member, when: {every: month, late: ever}, count: {of: {kind: dues-payment, as: about}}"
FOLLOWS = "each: {kind: unmet, rule: r0%s}, when: {after: subject, within: 1m}, count: {of: {%s}}"
TALK = "kind: heart-to-heart-talk, as: to"
REPORT = "kind: progress-report"


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (DUES, f"for: member, {FOLLOWS % (', as: about, run: 3', TALK)}", []),
        (DUES, f"for: fact, {FOLLOWS % (', run: 6', REPORT)}", []),
        (DUES, f"for: branch, {FOLLOWS % ('', REPORT)}", []),
        (
            ITEM % ("rectification", "rectification-closed"),
            f"for: fact, {FOLLOWS % ('', f'{REPORT}, link: subject')}",
            ["link: progress-report cannot refer to an item of a list"],
        ),
        (
            DUES,
            f"for: fact, {FOLLOWS % (', run: 0', REPORT)}",
            ["run 0: can never be kept"],
        ),
        (
            DUES,
            f"for: member, {FOLLOWS % ('', TALK)}",
            ["every member would owe it for each r0: write as"],
        ),
        (
            DUES,
            f"for: member, {FOLLOWS % (', as: absent', TALK)}",
            ["r0 is the duty of a person: write as: about"],
        ),
        (
            DUES,
            f"for: fact, {FOLLOWS % ('', 'kind: heart-to-heart-talk')}",
            [
                "heart-to-heart-talk is of level member, which is not counted: write level",
                "heart-to-heart-talk may be of anybody: write same",
            ],
        ),
        (
            DUES,
            f"for: group, {FOLLOWS % ('', 'kind: group-meeting')}",
            ["every group would owe it for each r0: for: branch, or fact"],
        ),
        (
            DUES,
            f"for: fact, {FOLLOWS % ('', REPORT + ', link: subject')}",
            ["link: r0 is about no record"],
        ),
        (
            COUNT,
            f"for: member, {FOLLOWS % (', as: about', TALK)}",
            ["r0 is the duty of no person: as: about asks for one"],
        ),
        (
            "for: group, count: {of: {kind: group-meeting}}",
            f"for: branch, {FOLLOWS % ('', REPORT)}",
            ["r0 is a duty of groups, which is not counted: write level: group"],
        ),
        (
            "for: group, count: {of: {kind: group-meeting}}",
            f"for: branch, {FOLLOWS % (', level: group', REPORT)}",
            [],
        ),
        (
            "for: fact, each: {kind: all-member-meeting}, when: {after: subject, within: 5d}, count: {of: {kind: filing, link: subject}}",
            f"for: fact, {FOLLOWS % (', run: 2', REPORT + ', link: subject')}",
            ["run: r0 is about each record, of which none is in a row"],
        ),
    ],
)
def test_what_follows_a_duty(
    pack: Build, first: str, second: str, wanted: list[str]
) -> None:
    """Whose duty it was, and of what, is to fit what follows."""
    assert [one.removeprefix("r1: ") for one in told(pack(first, second))] == wanted


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (
            "count: {of: {kind: evaluation-grade, level: member, grade: 基本合格}}",
            "basic",
        ),
        (
            "for: member, which: {status: 预备}, count: {of: {kind: party-lecture, as: present}}",
            "probationary",
        ),
        (
            "for: fact, each: {kind: candidate-stage, stage: 预备党员}, has: {about: some}",
            "probationary",
        ),
        ("count: {of: {kind: plan-item, mode: 个人}}", "individual"),
    ],
)
def test_a_value_by_its_chinese_name(pack: Build, rule: str, wanted: str) -> None:
    """The word to write is the one that it is the name of, not one spelt like it."""
    (one,) = told(pack(rule))
    assert one.endswith(f"({wanted}?)")


ONCE = "count: {of: {kind: dues-payment, as: about}}"
FROM = "kind: heart-to-heart-talk, as: %s, from: {is: secretary}"


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (
            f"for: member, when: {{every: month}}, {ONCE}",
            "dues-payment that comes after the month counts for nothing: write late: ever, or never",
        ),
        (f"for: member, when: {{every: month, late: never}}, {ONCE}", ""),
        (f"for: member, when: {{every: month}}, late: ever, {ONCE}", ""),
        (
            f"for: member, when: {{every: month, by: 1-10}}, {ONCE}",
            "dues-payment that comes after the month counts for nothing: write late: ever, or never",
        ),
        (f"for: member, when: {{every: month, by: 1-10, late: ever}}, {ONCE}", ""),
        (f"{EACH}, has: {{present: {{min: 0}}}}", "min 0 asks for nothing"),
        (f"{EACH}, has: {{present: {{min: 0, max: 9}}}}", ""),
        (
            f"{EACH}, has: {{theme: 有}}",
            "theme says more than yes or no: write some, or none",
        ),
        (
            f"for: member, which: {{party_years: 5年}}, {ONCE}",
            "party_years is a number: 5年",
        ),
        (f"for: member, which: {{party_years: 50}}, {ONCE}", ""),
        (f"for: member, which: {{party_years: {{under: 5}}}}, {ONCE}", ""),
        (
            "for: fact, each: {kind: party-lecture, same: [topic]}, has: {theme: some}",
            "link and same join what is counted to the fact of each: not in each itself",
        ),
        (
            f"{EACH}, {AFTER}, count: {{of: {{kind: filing, link: self}}}}",
            "link: self is the record of each, which is no filing: link: subject",
        ),
        (
            "for: fact, each: {kind: filing}, has: {recipient: some}",
            "",
        ),
        (
            f"for: fact, each: {{kind: filing}}, {AFTER}, count: {{of: {{kind: filing, link: self, recipient: 党委}}}}",
            "",
        ),
        # What is of a person alone has one level; what may be the branch's has two.
        (
            f"for: fact, each: {{kind: heart-to-heart-talk}}, {AFTER}, {COUNT}",
            "",
        ),
        (
            "count: {of: {kind: heart-to-heart-talk}}",
            "heart-to-heart-talk is of level member, which is not counted: write level",
        ),
        (
            "count: {of: {kind: self-study}}",
            "for: branch on what members own (self-study): write level",
        ),
        (
            "count: {of: [{kind: party-lecture, min: 1}, {kind: micro-lecture}]}",
            "min stands beside of, not in it",
        ),
        (
            "cover: {of: {kind: party-lecture}, tag: topics, all: [甲]}",
            "party-lecture has no topics: only document has",
        ),
        ("cover: {of: {kind: study-plan}, tag: topics, all: [甲]}", ""),
        (
            "for: fact, each: {kind: committee-meeting}, has: {present: {min: 2/3, of: committee}}",
            "committee-meeting has no committee: only branch has",
        ),
        ("when: now, has: {committee: {min: 3}, term_over: no}", ""),
        (f"for: member, when: {{every: year}}, {ONCE}", ""),
        (
            f"for: member, when: {{every: year}}, count: {{of: {{{FROM % 'to'}}}}}",
            "the secretary would have to talk with himself: write except",
        ),
        (
            f"for: member, except: {{post: 书记}}, when: {{every: year}}, count: {{of: {{{FROM % 'to'}}}}}",
            "",
        ),
        (
            "for: member, when: {every: year}, count: {of: {kind: heart-to-heart-talk, as: to, from: some}}",
            "",
        ),
        (
            ITEM % ("rectification", "progress-report"),
            "link: progress-report cannot refer to an item of a list",
        ),
        (
            ITEM % ("problem", "rectification-closed"),
            "link: a problem is closed by problem-closed",
        ),
        (ITEM % ("problem", "problem-closed"), ""),
        (ITEM % ("commitment", "[commitment-check, commitment-closed]"), ""),
        (ITEM % ("commitment", "commitment-check"), ""),
        (
            "for: fact, each: {kind: reflection-essay, state: leave}, has: {theme: some}",
            "state is asked in other words: which: {state: …}",
        ),
        (
            "count: {of: {kind: candidate-stage, stage: probationary, category: 青年}}",
            "candidate-stage has no category",
        ),
        (
            "for: fact, each: {kind: post-left, status: full}, when: {after: subject, within: 3m}, count: {of: {kind: post-taken, same: [post]}}",
            "post-left has no status",
        ),
        (
            "for: fact, each: {kind: term-end, workdays: some}, when: {before: subject, to: 1m}, count: {of: {kind: branch-election}}",
            "",
        ),
        (
            "for: member, count: {of: {kind: heart-to-heart-talk, as: [from, to]}, distinct: to, min: 3}",
            "distinct: to counts the person himself: leave it out of as",
        ),
        (
            "for: member, count: {of: {kind: heart-to-heart-talk, as: from}, distinct: to, min: 3}",
            "",
        ),
        (ITEM % ("rectification", "rectification-closed"), ""),
        (ITEM % ("rectification-list", "progress-report"), ""),
    ],
)
def test_slips_of_a_newcomer(pack: Build, rule: str, wanted: str) -> None:
    """What is done late, by whom it cannot be done, and what cannot be referred to."""
    assert told(pack(rule)) == [one for one in (wanted,) if one]


def test_the_name_of_a_shipped_pack(pack: Build) -> None:
    """Reports could not tell the two apart."""
    rule = "when: {every: year}, count: {of: {kind: party-lecture}}"
    made = pack(rule)
    text = (made.folder / "pack.yaml").read_text("utf-8")
    for name, doubted in (("bj-2016", True), ("t-2016", False)):
        (made.folder / "pack.yaml").write_text(text.replace("t-2016", name), "utf-8")
        found = [one.text for one in lint(read_pack(made.folder))]
        assert (f"id: {name} is the name of a shipped pack" in found) is doubted
