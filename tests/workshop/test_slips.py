"""Slips of who writes his first pack: each is told of, what is like it and meant is not."""

from __future__ import annotations

import pytest

from .conftest import Build, told

LECTURE = "for: fact, each: {kind: party-lecture}"
ACTIVIST = "for: fact, each: {kind: candidate, stage: activist}, when: {every: month}"
YEAR = "when: {every: year}, count: {of: {kind: party-lecture"
SHARE = "count: {of: {kind: evaluation-grade, grade: excellent, level: member}, to: {kind: evaluation-grade, level: member}"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            f"{LECTURE}, has: {{filings: 机关党委}}",
            "filings is asked in other words: filed: yes | kind: filing, link: subject",
        ),
        (
            f"{YEAR}, attendance: some}}}}",
            "attendance is asked in other words: present | excused | absent",
        ),
        (
            "for: member, when: now, has: {leave: some}",
            "leave is asked in other words: state: leave",
        ),
        (
            "for: member, which: {from: some}, count: {of: {kind: thought-report, as: owner}}",
            "from is asked in other words: here_on | kind: member-joined",
        ),
        (
            "when: {every: two-years, first: 2014, from: 2015-11-16, to: 2016-03-31}, count: {of: {kind: party-lecture}}",
            "2015-11-16 and 2016-03-31 are of two periods: first: 2015",
        ),
        (
            "for: fact, each: {kind: points-register}, has: {values: {min: 60}}",
            "values is asked in other words: value",
        ),
        (
            "for: member, which: {post: 组长}, count: {of: {kind: thought-report, as: owner}}",
            "组长 is no post: group_leader: yes",
        ),
        (
            "for: member, when: {every: quarter}, count: {of: {kind: points-register, as: about}}",
            "points-register that comes after the quarter counts for nothing: write late: ever, or never",
        ),
        (
            f"{LECTURE}, has: {{present: {{min: 120%}}}}",
            "min 120%: more than the whole",
        ),
        (
            "count: {of: {kind: micro-lecture}, distinct: lecturer, to: {kind: member, level: member}, min: 3}",
            "min 3: more than the whole",
        ),
        (
            "for: fact, each: {kind: party-lecture}, when: {by: subject.due}, count: {of: {kind: quiz, link: subject}}",
            "party-lecture has no due",
        ),
        (
            f"{LECTURE}, has: {{lecturer: 王敏}}",
            "lecturer is persons, whom a pack does not name: 王敏",
        ),
        (f"{LECTURE}, has: {{present: 2/3}}", "present has a size: write {min: 2/3}"),
        ("when: now, has: {committee: 3}", "committee has a size: write {min: 3}"),
        (f"{LECTURE}, has: {{guests: 8}}", "guests has a size: write {min: 8}"),
        (
            f"{LECTURE}, has: {{guests: 群众}}",
            "guests is persons, whom a pack does not name: 群众",
        ),
        (
            f"{LECTURE}, has: {{guests: {{which: {{status: full}}, min: 8}}}}",
            "guests are no members: only which: {category: …} is known",
        ),
        (
            f"{LECTURE}, has: {{guests: {{is: member}}}}",
            "guests are no members: only which: {category: …} is known",
        ),
        (f"{LECTURE}, has: {{guests: {{which: {{category: 群众}}, min: 8}}}}", ""),
        (f"{LECTURE}, has: {{guests: {{min: 8}}}}", ""),
        (
            f"{LECTURE}, has: {{guest: {{min: 8}}}}",
            "guest is candidates alone: how many sat in is guests",
        ),
        (f"{LECTURE}, has: {{guest: some}}", ""),
        (f"{LECTURE}, has: {{moved: yes}}", ""),
        (f"{LECTURE}, has: {{outside_speaker: yes}}", ""),
        (
            f"{LECTURE}, has: {{outside_speaker: no}}",
            "no such outside_speaker: no (yes?)",
        ),
        (f"{LECTURE}, has: {{moved: always}}", "no such moved: always (yes、no?)"),
        (
            "when: {every: year}, count: {of: {kind: circular, members: some}}",
            "nobody stands as members in circular: perhaps owner、about",
        ),
        (
            f"{LECTURE}, when: {{before: subject}}, count: {{of: {{kind: circular, same: [members=present]}}}}",
            "nobody stands as members in circular: perhaps owner、about",
        ),
        (
            "for: fact, each: {kind: self-study}, has: {members: some}",
            "nobody stands as members in self-study: perhaps present、participant",
        ),
        ("when: now, has: {members: {min: 3}}", ""),
        ("for: group, when: now, has: {members: {min: 3}}", ""),
        (
            f"{YEAR}, minutes: 60}}}}",
            "minutes: 60 is no more and no less: perhaps {min: 60}",
        ),
        (
            "for: member, except: {post: 支部书记}, count: {of: {kind: thought-report, as: owner}}",
            "no such post: 支部书记 (书记?)",
        ),
        (
            "for: fact, each: {kind: post-taken, post: [书记, secretary, 党支部书记]}, has: {duties: some}",
            "",
        ),
        (
            "for: fact, each: {kind: post-taken, post: [支部书记, 党支部书记]}, has: {duties: some}",
            "no such post: 支部书记 (书记?)",
        ),
        (f"{SHARE}, max: 25}}", "max 25: a part of the whole: perhaps 25%"),
        (f"{SHARE}, over: 3/2}}", "over 3/2: a part of the whole: perhaps 3/2%"),
        (
            f"{LECTURE}, when: {{after: subject, within: 5d}}, count: {{of: {{kind: filing, recipient: 机关党委}}}}",
            "filing may be of any record: write link: subject, or same",
        ),
        (
            f"{ACTIVIST}, count: {{of: {{kind: heart-to-heart-talk}}}}",
            "heart-to-heart-talk may be of anybody: write same",
        ),
        (
            f"{ACTIVIST}, count: {{of: {{kind: heart-to-heart-talk, same: [to]}}}}",
            "nobody stands as to in candidate: perhaps about",
        ),
        (
            "when: {every: half, months: [6, 12]}, count: {of: {kind: party-lecture}}",
            "no half lies in these months: 6、12",
        ),
        (
            "when: {every: month, after: period, within: 60d}, count: {of: {kind: circular}}",
            "within 60d is more than a month",
        ),
        (
            "when: {every: quarter, after: period, within: 4m}, count: {of: {kind: circular}}",
            "within 4m is more than a quarter",
        ),
        (
            "when: {every: month, after: period, within: 23wd}, count: {of: {kind: circular}}",
            "within 23wd is more than a month",
        ),
        (
            "when: {every: month, after: period, within: 31d}, count: {of: {kind: circular}}",
            "",
        ),
        (
            "when: {every: year, by: 12-15, late: 12-10}, count: {of: {kind: party-lecture}}",
            "late 12-10 is before 12-15",
        ),
        (
            f"{LECTURE}, when: {{around: subject, from: -60d, to: -30d}}, count: {{of: {{kind: filing, link: subject}}}}",
            "-60d counts the other way",
        ),
        (
            f"{LECTURE}, when: {{around: subject, from: 60d, to: 9d, band: {{from: 30d, to: 5d}}}}, count: {{of: {{kind: filing, link: subject}}}}",
            "band lies inside its window",
        ),
        (
            f"{LECTURE}, when: {{before: subject, from: 60d, to: 1d, band: {{from: 30d, to: 2d}}}}, count: {{of: {{kind: filing, link: subject}}}}",
            "band lies inside its window",
        ),
        (
            f"{LECTURE}, when: {{after: subject, within: 9d, band: {{to: 5d}}}}, count: {{of: {{kind: filing, link: subject}}}}",
            "band lies inside its window",
        ),
        (
            "when: {every: year, from: 06-15, to: 07-15, band: {from: 06-20, to: 07-10}}, count: {of: {kind: party-lecture}}",
            "band lies inside its window",
        ),
        (
            "when: {every: year}, count: {of: {kind: filing}}",
            "filing may be of any record: write what",
        ),
        (
            "when: now, count: {of: {kind: party-lecture}}",
            "now is of the roster, which has no party-lecture: write every",
        ),
        ("when: now, count: {of: {kind: member, level: member}, min: 3}", ""),
        (
            "when: now, count: {of: {kind: candidate-stage, stage: applicant}}",
            "now is of the roster, which has no candidate-stage: write every",
        ),
        ("attest: yes", "attest is the question that a person answers"),
        (
            f"{ACTIVIST}, count: {{of: {{kind: thought-report}}}}",
            "thought-report may be of anybody: write same",
        ),
        (f"{ACTIVIST}, count: {{of: {{kind: thought-report, same: [about]}}}}", ""),
        (
            f"{LECTURE}, has: {{present: {{over: 1/2, of: members}}}}",
            "nobody stands as members in party-lecture: perhaps present、participant",
        ),
        (
            "for: fact, each: {kind: candidate-stage, stage: activist}, when: {before: subject, to: 6m}, count: {of: {kind: candidate-stage, stage: applicant}}",
            "candidate-stage may be of anybody: write same",
        ),
        (
            "for: fact, each: {kind: candidate-stage, stage: applicant}, when: {after: subject, within: 1m}, count: {of: {kind: heart-to-heart-talk}}",
            "heart-to-heart-talk may be of anybody: write same",
        ),
        (
            "for: fact, each: {kind: candidate-stage, stage: applicant}, when: {after: subject, within: 1m}, count: {of: {kind: heart-to-heart-talk, same: [to=about]}}",
            "",
        ),
        (
            "for: fact, each: {kind: candidate-stage, stage: full}, when: {before: subject, to: 1d}, count: {of: {kind: all-member-meeting}}",
            "",
        ),
    ],
)
def test_a_slip(pack: Build, rule: str, text: str) -> None:
    """It is told once for each."""
    found = [one for one in told(pack(f"id: r0, {rule}")) if "level" not in one]
    assert found[:1] == ([text] if text else [])


@pytest.mark.parametrize(
    "rule",
    [
        f"{LECTURE}, has: {{filed: yes, lecturer: some, host: none, present: {{min: 2/3}}}}",
        f"{YEAR}, lecturer: {{is: secretary}}}}}}",
        f"{YEAR}, lecturer: $who}}}}",
        f"{YEAR}, minutes: {{min: 60}}, attachments: some}}}}",
        "for: member, which: {post: 书记, state: leave}, when: now, has: {party_years: 3}",
        "for: member, when: now, has: {posts: some}",
        "for: member, when: {every: quarter, late: ever}, count: {of: {kind: points-register, as: about}}",
        "count: {of: {kind: heart-to-heart-talk, level: member}, to: {kind: member, level: member}, min: 3}",
        f"{LECTURE}, has: {{present: {{min: 100%}}}}",
        "when: {every: two-years, first: 2015, from: 2015-11-16, to: 2016-03-31}, count: {of: {kind: party-lecture}}",
        "when: {every: two-years, first: 2015, by: 2016-03-31}, count: {of: {kind: party-lecture}}",
        "for: fact, each: {kind: rectification}, when: {by: subject.due}, count: {of: {kind: rectification-closed, link: subject}}",
        f"{SHARE}, max: 25%}}",
        f"{SHARE}, max: $most}}",
        f"{SHARE}, max: 1}}",
        "count: {of: {kind: heart-to-heart-talk, level: member}, to: {kind: member, level: member}, min: 2}",
        f"{LECTURE}, when: {{after: subject, within: 5d}}, count: {{of: {{kind: filing, link: subject}}}}",
        f"{LECTURE}, when: {{after: subject, within: 5d}}, count: {{of: {{kind: filing, what: study-summary}}}}",
        f"{LECTURE}, when: {{after: subject, within: 5d}}, count: {{of: {{kind: collective-study}}}}",
        f"{ACTIVIST}, count: {{of: {{kind: heart-to-heart-talk, same: [to=about]}}}}",
        f"{ACTIVIST}, count: {{of: {{kind: committee-meeting}}}}",
        "when: {every: half, months: [7, 8, 9, 10, 11, 12]}, count: {of: {kind: party-lecture}}",
        "when: {every: quarter, months: [4, 5, 6]}, count: {of: {kind: party-lecture}}",
        "when: {every: month, months: [6, 12]}, count: {of: {kind: party-lecture}}",
        "when: {every: year, by: 12-15, late: 12-last}, count: {of: {kind: party-lecture}}",
        "when: {every: year, by: 12-15, late: next 02-last}, count: {of: {kind: party-lecture}}",
        "when: {every: year, by: 12-15, late: +10d}, count: {of: {kind: party-lecture}}",
        "when: {every: year, by: 2016-12-15, late: 12-10}, count: {of: {kind: party-lecture}}",
        "when: {every: year}, cover: {of: {kind: collective-study}, tag: materials, all: [党章]}",
        f"{LECTURE}, when: {{around: subject, from: 60d, to: 0d, band: {{from: 90d, to: 0d}}}}, count: {{of: {{kind: filing, link: subject}}}}",
        f"{LECTURE}, when: {{before: subject, from: 60d, to: 1d, band: {{to: 0d}}}}, count: {{of: {{kind: filing, link: subject}}}}",
        f"{LECTURE}, when: {{after: subject, band: {{to: 31d}}}}, count: {{of: {{kind: filing, link: subject}}}}",
        "when: {every: year, from: 06-15, to: 07-15, band: {from: 06-20, to: 07-31}}, count: {of: {kind: party-lecture}}",
        "when: {every: year}, count: {of: {kind: filing, what: study-plan}}",
    ],
)
def test_no_slip(pack: Build, rule: str) -> None:
    """What is like one of these and meant as it is."""
    params = "params: {who: {source: text}, most: {source: text}}\n"
    found = told(pack(rule, more=params if "$" in rule else ""))
    assert [one for one in found if "param" not in one and "level" not in one] == []


TERMS = (
    "rows: [{id: spring, a: 03-01, b: 07-15}, {id: autumn, a: 09-01, b: %s}], "
    "when: {every: year, from: $a, to: $b%s}, count: {of: {kind: party-lecture}}"
)


@pytest.mark.parametrize(
    ("rule", "doubted"),
    [
        (TERMS % ("12-31", ""), True),
        (TERMS % ("next 01-15", ""), True),
        (TERMS % ("12-31", ", late: never"), False),
        (TERMS % ("12-31", ", late: 08-31"), False),
        (TERMS % ("12-31", "") + ", late: never", False),
        # By a day, from the beginning of the period on; to its end; of other records.
        (TERMS.replace("from: $a, to: $b", "by: $b") % ("12-31", ""), False),
        (TERMS.replace("from: $a, to: $b", "from: $a") % ("12-31", ""), False),
        (TERMS.replace("from: $a, to: $b", "to: $a") % ("$unset", ""), False),
        (
            TERMS.replace("autumn,", "autumn, k: quiz,")
            .replace("spring,", "spring, k: party-lecture,")
            .replace("kind: party-lecture}", "kind: $k}")
            % ("12-31", ""),
            False,
        ),
        (
            (
                "rows: [{id: a, p: month, a: 1-01, b: 1-10}, {id: b, p: quarter, a: 1-11, b: 1-20}], "
                "when: {every: $p, from: $a, to: $b}, count: {of: {kind: party-lecture}}"
            ),
            False,
        ),
    ],
)
def test_what_the_next_stretch_would_serve(
    pack: Build, rule: str, doubted: bool
) -> None:
    """Of two terms of a year the second must not make good the first."""
    text = (
        "r0/spring: what is done in the days of r0/autumn is late for these: "
        "write late: never"
    )
    every = told(pack(f"id: r0, {rule}"))
    found = [one for one in every if "is late for these" in one]
    assert found == ([text] if doubted else [])
