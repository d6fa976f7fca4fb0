"""The shape of a rule: what fits together, and what is refused with its reason."""

from __future__ import annotations

import pytest

from lxyz.packs.model import Count, Rule
from lxyz.packs.pack import Clause
from lxyz.packs.part import part_of
from lxyz.packs.reading import made_of
from lxyz.packs.span import When

from ..trial import RULE, text_of


def _tuples(value: object) -> object:
    """Lists as the reader of packs gives them."""
    if isinstance(value, list):
        return tuple(_tuples(one) for one in value)
    if isinstance(value, dict):
        return {key: _tuples(one) for key, one in value.items()}
    return value


def wrong(rule: str) -> set[str]:
    """Why a rule is refused."""
    _, told = made_of(Rule, _tuples({**RULE, **text_of(rule)}))
    return {text.rpartition("Value error, ")[2] for _, text in told}


LECTURE = "count: {of: {kind: party-lecture}}"
EACH = "for: fact, each: {kind: party-lecture}"


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (f"{{{LECTURE}}}", ""),
        ("{}", "exactly one of count, has, cover, attest"),
        (
            f"{{{LECTURE}, covers: []}}",
            "covers: Tuple should have at least 1 item after validation, not 0",
        ),
        (
            f"{{{LECTURE}, attest: 做到没有}}",
            "exactly one of count, has, cover, attest",
        ),
        (f"{{for: fact, {LECTURE}}}", "for: fact needs each"),
        ("{has: {theme: some}}", "has needs each, or when: now"),
        ("{has: {secretary: some}, when: now}", ""),
        (
            f"{{{EACH}, has: {{theme: some}}, when: now}}",
            "when: now is of the profile, not of each",
        ),
        (
            f"{{{LECTURE}, when: {{after: subject}}}}",
            "a span relative to the subject needs each",
        ),
        (f"{{{LECTURE}, when: {{every: month, months: [2, 12]}}}}", ""),
        (
            f"{{{EACH}, {LECTURE}, when: {{after: subject, months: [2]}}}}",
            "months belong to every",
        ),
        (f"{{{LECTURE}, when: {{every: month, after: period, within: 5wd}}}}", ""),
        (
            f"{{{LECTURE}, when: {{every: month, after: period}}}}",
            "after: period needs every and within",
        ),
        (
            f"{{{LECTURE}, when: {{every: month, after: period, within: 5d, by: 1-05}}}}",
            "after: period has no other bounds",
        ),
        (
            f"{{{EACH}, {LECTURE}, when: {{every: month, after: period, within: 5d}}}}",
            "after: period closes a period, not a record: no each",
        ),
        (f"{{{LECTURE}, when: {{every: week, day: monday}}}}", ""),
        (
            f"{{{LECTURE}, when: {{every: month, day: monday}}}}",
            "a weekday is one of every week",
        ),
        (
            f"{{{LECTURE}, when: {{every: week, day: 5}}}}",
            "a fixed day is one of every month",
        ),
        # What may stand there is told.
        (
            f"{{{LECTURE}, if: {{members: {{under: 7}}}}}}",
            "if.members.under: Extra inputs are not permitted: which、min、max",
        ),
        (
            "{cover: {of: {kind: party-lecture}, tag: topic, all: [{is: a, bye: 06-30}]}}",
            "cover.all.0.bye: Extra inputs are not permitted (by?)",
        ),
        (
            "{cover: {of: {kind: party-lecture}, tag: topic, all: [{is: a, 期限: 06-30}]}}",
            "cover.all.0.期限: Extra inputs are not permitted: is、any、label、by、covers",
        ),
        # So is where it stands, of a key that is one of a part beside it.
        (
            "{count: {of: {kind: party-lecture}}, every: year}",
            "every: Extra inputs are not permitted: it stands in nth、when",
        ),
        (
            "{count: {of: {kind: party-lecture}}, min: 2}",
            "min: Extra inputs are not permitted: it stands in count、cover",
        ),
        (
            "{count: {of: {kind: party-lecture}}, when: {every: year, in: $gone}}",
            "when.in: $gone is not set, and stands for lines",
        ),
        # Keys of the pack's own are Chinese, shapes are not.
        (
            "{for: fact, each: {kind: party-lecture}, has: {主题: {zz: 3}}}",
            "has.主题.zz: Extra inputs are not permitted: all、not、min、max、over、under、is、which、in_order、field、apart、of",
        ),
        # One word, or a part.
        (
            "{for: fact, each: {kind: party-lecture, level: party}, has: {theme: some}}",
            "each.level: Input should be 'branch', 'group', 'member' or 'above'",
        ),
        (
            "{count: {of: {kind: party-lecture}}, when: month}",
            "when: Input should be 'now', or lines of every",
        ),
        (
            "{count: {of: {kind: party-lecture}}, fold: never}",
            "fold: Input should be 'year' or 'no', or lines of run",
        ),
        # One trouble, one text: that a condition is no text, and a span not `now`, is none.
        (
            f"{{{EACH}, has: {{host: {{is: secretery}}}}}}",
            "has.host.is: Input should be 'secretary', 'committee', 'leader', 'officer' or 'member'",
        ),
        (f"{{{LECTURE}, which: {{cadre: yes}}}}", "which and except narrow persons"),
        (
            f"{{{LECTURE}, for: group, except: {{cadre: yes}}}}",
            "which and except narrow persons",
        ),
        (f"{{{LECTURE}, for: member, except: {{cadre: yes}}}}", ""),
        (
            "{for: group, count: {of: {kind: group-meeting}, rounds: group}}",
            "rounds belong to a number of the branch",
        ),
        ("{count: {of: {kind: group-meeting}, rounds: group}}", ""),
        (
            "{count: {of: {kind: group-meeting}, rounds: group, sum: hours}}",
            "rounds make a plain number",
        ),
        (
            "{count: {of: {kind: group-meeting}, rounds: group, max: 3}}",
            "rounds make a plain number",
        ),
        (
            "{count: {of: {kind: group-meeting}, to: {kind: group-meeting}, sum: hours}}",
            "at most one of to, sum, distinct, mean; only distinct goes with to",
        ),
        (
            "{count: {of: {kind: party-lecture}, to: {kind: member}, distinct: lecturer, min: 1/2}}",
            "",
        ),
        (
            "{count: {of: {kind: party-lecture}, to: {kind: member}, distinct: lecturer, sum: hours}}",
            "at most one of to, sum, distinct, mean; only distinct goes with to",
        ),
        ("{count: {of: {kind: party-lecture, worth: 2}, min: 1, max: 3}}", ""),
        ("{count: {of: [{kind: party-lecture, worth: 1/2}], min: 3}}", ""),
        ("{count: {of: [{kind: party-lecture, worth: 0.25}], min: 3}}", ""),
        *(
            (
                f"{{count: {{of: [{{kind: party-lecture, worth: 2}}], {other}}}}}",
                "worth is of a plain number: min, max",
            )
            for other in (
                "over: 1",
                "under: 3",
                "sum: hours",
                "mean: hours",
                "distinct: lecturer",
                "rounds: group",
                "to: {kind: party-lecture}",
            )
        ),
        (
            "{count: {of: {kind: party-lecture}, to: {kind: party-lecture, worth: 2}}}",
            "worth belongs to what a count counts (of)",
        ),
        (
            "{cover: {of: {kind: party-lecture, worth: 2}, tag: topic, all: [甲]}}",
            "worth belongs to what a count counts (of)",
        ),
        (
            "{for: fact, each: {kind: party-lecture, worth: 2}, has: {topic: some}}",
            "worth belongs to what a count counts (of)",
        ),
        ("{cover: {of: {kind: party-lecture}, tag: topic, all: [{is: 甲}]}}", ""),
        (
            "{cover: {of: {kind: party-lecture}, tag: topic, all: [{any: [甲, 乙], label: 甲或乙}]}}",
            "",
        ),
        (
            "{cover: {of: {kind: party-lecture}, tag: topic, all: [{any: [甲, 乙]}]}}",
            "give `is`, or `any` with `label`",
        ),
        *(
            (f"{{{EACH}, has: {{approve: {{of: valid{more}}}}}}}", why)
            for more, why in (
                (", over: 1/2", ""),
                (", over: 1/2, which: {status: full}", ""),
                ("", "of needs min, max, over or under"),
                (", which: {status: full}", "of needs min, max, over or under"),
                (", min: 1/2, all: [甲]", "of goes with bounds and which alone"),
                (", min: 1/2, not: [甲]", "of goes with bounds and which alone"),
                (", min: 1/2, is: officer", "of goes with bounds and which alone"),
                (", min: 1/2, field: host", "of goes with bounds and which alone"),
                (", min: 1/2, apart: host", "of goes with bounds and which alone"),
                (", min: 1/2, in_order: [甲]", "of goes with bounds and which alone"),
            )
        ),
        *(
            (
                f"{{for: member, each: {{kind: party-lecture}}, nth: {nth}, has: {{topic: some}}{more}}}",
                text,
            )
            for nth, more, text in (
                ("1", "", ""),
                ("999", "", ""),
                ("{every: 3}", "", ""),
                ("{run: 3, of: {kind: party-lecture}}", "", ""),
                ("{}", "", "exactly one of every, run"),
                ("{every: 3, run: 3}", "", "exactly one of every, run"),
                ("{run: 3}", "", "run and of belong together"),
                (
                    "{every: 3, of: {kind: party-lecture}}",
                    "",
                    "run and of belong together",
                ),
                (
                    "{run: 3, of: {kind: party-lecture, link: subject}}",
                    "",
                    "nth.of stands alone: no link, no same",
                ),
                (
                    "{run: 3, of: {kind: party-lecture, same: [date]}}",
                    "",
                    "nth.of stands alone: no link, no same",
                ),
                (
                    "{run: 3, of: {kind: party-lecture, worth: 2}}",
                    "",
                    "worth belongs to what a count counts (of)",
                ),
                (
                    "3",
                    ", when: {by: subject.due}",
                    "nth counts by days: no subject.due",
                ),
                (
                    "3",
                    ", when: {after: subject.due, within: 3d}",
                    "nth counts by days: no subject.due",
                ),
            )
        ),
        (
            f"{{{EACH}, nth: 3, has: {{topic: some}}}}",
            "nth is of the records of a subject: each, not for: fact",
        ),
        (
            f"{{{LECTURE}, nth: 3}}",
            "nth is of the records of a subject: each, not for: fact",
        ),
        *(
            (rule % day, why)
            for rule in (
                "{for: member, which: {here_on: %s}, count: {of: {kind: party-lecture}}}",
                "{for: member, except: {here_on: %s}, count: {of: {kind: party-lecture}}}",
                "{if: {members: {which: {here_on: %s}, min: 1}}, count: {of: {kind: party-lecture}}}",
                "{count: {of: {kind: party-lecture, present: {which: {here_on: %s}, min: 1}}}}",
            )
            for day, why in (
                ("01-01", ""),
                ("02-29", ""),
                ("12-31", ""),
                ("$day", ""),
                ("02-30", "here_on is a day of the year"),
                ("13-01", "here_on is a day of the year"),
                ("00-10", "here_on is a day of the year"),
                ("02-last", "here_on is a day of the year"),
                ("2016-07-10", "here_on is a day of the year"),
                ("x", "here_on is a day of the year"),
                ("[07-10]", "here_on is a day of the year"),
            )
        ),
        (f"{{{LECTURE}, fold: {{run: 3}}}}", ""),
        (f"{{{LECTURE}, fold: {{run: 3, total: 3}}}}", "exactly one of run, total"),
        (f"{{{LECTURE}, fold: {{}}}}", "exactly one of run, total"),
        (f"{{{LECTURE}, from: 2016-02-29}}", ""),
        (f"{{{LECTURE}, from: 2015-02-29}}", "day is out of range for month"),
        (
            f"{{{LECTURE}, when: {{every: year, by: 2016-11-31}}}}",
            "day is out of range for month",
        ),
    ],
)
def test_rules(rule: str, why: str) -> None:
    """One test, and parts that fit each other."""
    assert why in wrong(rule) if why else not wrong(rule)


ANCHOR = "exactly one of every, after, before, around, during, by: subject.due"


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("{every: year}", ""),
        ("{by: subject.due}", ""),
        ("{}", ANCHOR),
        ("{every: year, after: subject}", ANCHOR),
        ("{after: subject, by: subject.due}", ANCHOR),
        ("{every: year, from: 7d}", "from: 7d: here it is a month-day"),
        ("{every: year, band: {to: 7d}}", "band.to: 7d: here it is a month-day"),
        ("{after: subject, from: 10-01}", "from: 10-01: here it is days, such as 7d"),
        ("{after: subject, from: $days}", ""),
        ("{around: subject, from: 7d}", "around needs from and to"),
        ("{around: subject, to: 7d}", "around needs from and to"),
        ("{after: subject, by: 06-30}", "in, day, by belong to every"),
        ("{after: subject, day: 7}", "in, day, by belong to every"),
        ("{after: subject, in: {to: 06-30}}", "in, day, by belong to every"),
        ("{before: subject, within: 7d}", "within belongs to after"),
        ("{every: month, day: 7, to: 06-30}", "a fixed day has no other bounds"),
        (
            "{every: year, by: 06-30, to: 07-30}",
            "to and by say the same day: write one",
        ),
        ("{every: year, from: 05-01, by: 06-30}", ""),
        ("{by: subject.due, to: 7d}", ""),
        ("{every: year, in: {to: 06-30}, from: 05-01}", "in has no other bounds"),
        ("{every: year, in: {to: 06-30}, late: never}", ""),
        ("{every: two-years, first: 2016}", ""),
        ("{every: two-years, first: $start, late: next 01-31}", ""),
        (
            "{every: two-years}",
            "every several years needs first: the year it begins in",
        ),
        (
            "{every: year, first: 2016}",
            "first belongs to every: two-years … five-years",
        ),
        (
            "{after: subject, first: 2016}",
            "first belongs to every: two-years … five-years",
        ),
        ("{every: two-years, first: 2016, from: 2016-03-01, to: 2017-06-30}", ""),
        ("{every: two-years, first: 2016, by: 2017-06-30}", ""),
        (
            "{every: two-years, first: 2016, from: $start}",
            "several years have no other bounds",
        ),
        (
            "{every: two-years, first: 2016, by: 06-30}",
            "several years have no other bounds",
        ),
        (
            "{every: two-years, first: 2016, day: 7}",
            "several years have no other bounds",
        ),
        (
            "{every: two-years, first: 2016, after: period, within: 5d}",
            "several years have no other bounds",
        ),
        ("{every: year, day: 7}", "a fixed day is one of every month"),
        ("{every: month, shift: 3d}", "shift and needs belong to day"),
        ("{every: month, needs: moved}", "shift and needs belong to day"),
        ("{every: month, day: 7, shift: 3d, needs: moved}", ""),
        ("{every: month, same: month}", "same belongs to a span about a subject"),
    ],
)
def test_spans(when: str, why: str) -> None:
    """A period, or days about a subject; words that belong together are together."""
    _, told = made_of(When, text_of(when))
    assert [text.removeprefix(": Value error, ") for _, text in told] == [why][
        : len(why)
    ]


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("{every: year, by: 12-31}", True),
        ("{every: year, by: 02-last}", True),
        ("{every: year, by: 13-01}", False),
        ("{every: year, by: 0-10}", False),
        ("{every: year, by: 06-32}", False),
        ("{every: year, by: 06-00}", False),
        ("{every: month, day: 31}", True),
        ("{every: month, day: 32}", False),
        ("{every: month, day: 0}", False),
        ("{every: month, day: last friday}", True),
        ("{every: month, day: fifth friday}", False),
        ("{every: year, late: next 02-last}", True),
        ("{every: year, late: +2 months}", True),
        ("{every: year, late: +2 weeks}", False),
        ("{every: year, late: +9999 months}", True),
        ("{every: year, late: +10000 months}", False),
        ("{after: subject, within: 9999d}", True),
        ("{after: subject, within: 10000d}", False),
        ("{every: month, day: 7, shift: 9999d}", True),
        ("{every: month, day: 7, shift: 10000d}", False),
        ("{after: subject, within: 3wd}", True),
        ("{after: subject, within: 3 days}", False),
        ("{every: fortnight}", False),
    ],
)
def test_grammars(when: str, fits: bool) -> None:
    """Days, month-days and fixed days are a closed grammar: there is no month 13."""
    made, told = made_of(When, text_of(when))
    assert (made is not None, not told) == (fits, fits)


def test_numbers() -> None:
    """Whole numbers, fractions, shares; nothing is divided by nothing."""
    for text in ("0", "8", "0.5", "1/2", "10%", "$many"):
        assert (
            part_of(Count, {"of": {"kind": "party-lecture"}, "min": text}).min == text
        )
    for text in ("-1", "1/0", "half", "", "8 "):
        assert made_of(Count, {"of": {"kind": "party-lecture"}, "min": text})[0] is None


@pytest.mark.parametrize("test", ["count", "has", "cover", "attest"])
def test_the_test_of_a_rule(test: str) -> None:
    """Each of the four is known by its name."""
    said = {
        "count": f"{{{LECTURE}}}",
        "has": f"{{{EACH}, has: {{theme: some}}}}",
        "cover": "{cover: {of: {kind: party-lecture}, tag: topic, all: [甲]}}",
        "attest": "{attest: 做到没有}",
    }[test]
    assert part_of(Rule, _tuples({**RULE, **text_of(said)})).test == test


@pytest.mark.parametrize(
    ("became", "why", "fits"),
    [
        ("judged", None, True),
        ("attest", None, True),
        ("definition", "词汇", True),
        ("definition", None, False),
        ("above", None, False),
        ("not-judged", None, False),
    ],
)
def test_what_is_not_judged_says_why(became: str, why: str | None, fits: bool) -> None:
    """A clause that no rule judges has a reason."""
    entry = {
        "id": "x-1", "clause": "一", "subject": "甲", "actor": "branch",
        "modality": "must", "checkable": "yes", "became": became, "why": why,
    }  # fmt: skip
    if fits:
        assert part_of(Clause, entry).why == why
    else:
        with pytest.raises(ValueError, match="why is required"):
            part_of(Clause, entry)
