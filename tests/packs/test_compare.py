"""Which of two rules asks for more."""

from __future__ import annotations

import pytest

from lxyz.packs.compare import stricter

from ..trial import rule_of

LECTURE = "count: {of: {kind: party-lecture}"
MORE, LESS, SAME, UNLIKE = 1, -1, 0, None


def _count(bounds: str, more: str = "") -> str:
    return f"{{{LECTURE}{', ' if bounds else ''}{bounds}}}{more}}}"


@pytest.mark.parametrize(
    ("base", "rule", "wanted"),
    [
        ("", "", SAME),
        ("", "min: 1", SAME),
        ("min: 8", "min: 9", MORE),
        ("min: 1/2", "min: 60%", MORE),
        ("min: 60%", "min: 0.6", SAME),
        ("over: 1", "over: 2", MORE),
        ("over: 1", "over: 1, min: 3", MORE),
        ("max: 5", "max: 4", MORE),
        ("max: 5", "max: 6", LESS),
        ("max: 5", "max: 5, min: 1", MORE),
        ("under: 5", "under: 4", MORE),
        ("under: 5", "max: 4", UNLIKE),
        ("min: 2, max: 5", "min: 3, max: 6", UNLIKE),
        ("min: 2, max: 5", "min: 3, max: 4", MORE),
        ("min: 2", "min: $many", UNLIKE),
        ("min: $many", "min: $many", SAME),
        ("min: 2", "min: 2, sum: hours", UNLIKE),
    ],
)
def test_numbers(base: str, rule: str, wanted: int | None) -> None:
    """More at least, fewer at most; the other way about it is the other way about."""
    one, other = (rule_of(_count(text), PARAMS) for text in (base, rule))
    assert stricter(one, other) == wanted
    assert stricter(other, one) == (None if wanted is None else -wanted)


@pytest.mark.parametrize(
    ("base", "rule", "wanted"),
    [
        ("3", "3", SAME),
        # Of each more is asked than of every third, of these more than of the third.
        ("3", "", MORE),
        ("{every: 3}", "", MORE),
        ("{run: 3, of: {kind: party-lecture}}", "", MORE),
        ("3", "{every: 3}", MORE),
        ("6", "{every: 3}", MORE),
        ("{every: 6}", "{every: 3}", MORE),
        ("{every: 3}", "{every: 2}", UNLIKE),
        ("3", "{every: 2}", UNLIKE),
        ("3", "2", UNLIKE),
        ("$many", "{every: 3}", UNLIKE),
        ("3", "{every: $many}", UNLIKE),
        ("{run: 3, of: {kind: party-lecture}}", "{every: 3}", UNLIKE),
        ("{run: 3, of: {kind: party-lecture}}", "3", UNLIKE),
        (
            "{run: 3, of: {kind: party-lecture}}",
            "{run: 2, of: {kind: party-lecture}}",
            UNLIKE,
        ),
    ],
)
def test_of_which_records(base: str, rule: str, wanted: int | None) -> None:
    """Of more of the records asks for more."""
    one, other = (
        rule_of(
            "{for: member, each: {kind: party-lecture, as: absent}, has: {topic: some}"
            + (f", nth: {text}}}" if text else "}"),
            PARAMS,
        )
        for text in (base, rule)
    )
    assert stricter(one, other) == wanted
    assert stricter(other, one) == (None if wanted is None else -wanted)


@pytest.mark.parametrize(
    ("base", "rule", "bounds", "wanted"),
    [
        ("", "", "min: 2", SAME),
        ("", "worth: 1", "min: 2", SAME),
        ("worth: 2", "worth: 2.0", "min: 2", SAME),
        # What counts as less is harder to bring together, and harder to have too much of.
        ("worth: 2", "", "min: 2", MORE),
        ("worth: 2", "worth: 3/2", "min: 2", MORE),
        ("", "worth: 1/2", "", MORE),
        ("worth: 2", "", "max: 2", LESS),
        ("", "worth: 3", "max: 2", MORE),
        ("worth: 2", "worth: 3", "min: 2, max: 4", UNLIKE),
        ("worth: 2", "worth: $many", "min: 2", UNLIKE),
        ("worth: 2", "worth: 2, topic: 甲", "min: 2", UNLIKE),
    ],
)
def test_what_records_count_as(
    base: str, rule: str, bounds: str, wanted: int | None
) -> None:
    """With the same number, what counts as less asks for more; with at most so many, for
    less."""
    less = f", {bounds}" if bounds else ""
    listed = (f"{{kind: party-lecture{text and ', '}{text}}}" for text in (base, rule))
    one, other = (
        rule_of(
            f"{{count: {{of: [{{kind: collective-study}}, {last}]{less}}}}}", PARAMS
        )
        for last in listed
    )
    assert stricter(one, other) == wanted
    assert stricter(other, one) == (None if wanted is None else -wanted)


PARAMS = "params: {many: {source: text}, day: {source: text}}"


@pytest.mark.parametrize(
    ("base", "rule", "wanted"),
    [
        ("{every: year}", "{every: month}", MORE),
        ("{every: half}", "{every: quarter}", MORE),
        ("{every: quarter}", "{every: two-months}", UNLIKE),
        ("{every: month}", "{every: week}", UNLIKE),
        ("{every: two-years, first: 2016}", "{every: year}", MORE),
        ("{every: four-years, first: 2016}", "{every: two-years, first: 2016}", MORE),
        ("{every: four-years, first: 2016}", "{every: two-years, first: 2017}", UNLIKE),
        (
            "{every: three-years, first: 2016}",
            "{every: two-years, first: 2016}",
            UNLIKE,
        ),
        ("{every: two-years, first: 2016}", "{every: two-years, first: 2016}", SAME),
        ("{every: two-years, first: 2016}", "{every: two-years, first: 2018}", UNLIKE),
        ("{every: year, by: 06-30}", "{every: year, to: 06-30}", SAME),
        ("{every: year, by: 06-30}", "{every: year, by: 6-29}", MORE),
        ("{every: year, by: 06-30}", "{every: year, by: 07-01}", LESS),
        ("{every: year, by: 02-28}", "{every: year, by: 02-last}", LESS),
        ("{every: year, by: next 01-31}", "{every: year, by: 12-31}", MORE),
        ("{every: year}", "{every: year, by: 12-01, late: never}", MORE),
        # By default it may then be late, as before it could not.
        ("{every: year}", "{every: year, by: 12-01}", UNLIKE),
        ("{every: year, by: 12-01}", "{every: year, by: 12-01, late: 12-31}", SAME),
        ("{every: year, from: 10-01}", "{every: year, from: 11-01}", MORE),
        ("{every: year, from: 10-01}", "{every: year, from: 11-01, to: 12-30}", UNLIKE),
        ("{every: year, from: 2016-10-01}", "{every: year, from: 11-01}", UNLIKE),
        ("{every: year, by: 06-30}", "{every: year, by: $day}", UNLIKE),
        ("{every: month, by: 1-05}", "{every: month, by: 1-03}", MORE),
        (
            "{every: year, in: {from: 06-01, to: 07-31}}",
            "{every: year, in: {from: 06-15, to: 07-15}}",
            MORE,
        ),
        (
            "{every: year, in: {from: 06-15, to: 07-15}}",
            "{every: year, from: 06-15, to: 07-15}",
            SAME,
        ),
        (
            "{every: year, to: 07-15, band: {to: 07-31}}",
            "{every: year, to: 07-15, band: {to: 07-20}}",
            MORE,
        ),
        (
            "{every: year, to: 07-15, band: {to: 07-31}}",
            "{every: year, to: 07-15, band: {from: 01-01, to: 07-31}}",
            LESS,
        ),
        (
            "{every: year, to: 07-15, band: {from: 01-01}}",
            "{every: year, to: 07-15, band: {to: 07-31}}",
            UNLIKE,
        ),
        (
            "{every: year, to: 07-15}",
            "{every: year, to: 07-15, band: {to: 07-31}}",
            LESS,
        ),
        ("{every: month, day: 7}", "{every: month, day: 8}", UNLIKE),
    ],
)
def test_periods(base: str, rule: str, wanted: int | None) -> None:
    """More often, and in fewer days, asks for more."""
    one, other = (
        rule_of(_count("", f", when: {text}"), PARAMS) for text in (base, rule)
    )
    assert stricter(one, other) == wanted
    assert stricter(other, one) == (None if wanted is None else -wanted)


@pytest.mark.parametrize(
    ("base", "rule", "wanted"),
    [
        ("after: subject, within: 30d", "after: subject, within: 7d", MORE),
        ("after: subject, within: 30d", "after: subject, to: 30d", SAME),
        ("after: subject", "after: subject, within: 7d", MORE),
        ("after: subject, from: 1d", "after: subject, from: 2d", MORE),
        ("after: subject, within: 3wd", "after: subject, within: 2wd", UNLIKE),
        ("after: subject", "after: subject.end", UNLIKE),
        ("before: subject, from: 60d", "before: subject, from: 30d", MORE),
        ("before: subject, from: 60d", "before: subject, from: 90d", LESS),
        ("before: subject, to: 1d", "before: subject, to: 3d", MORE),
        ("before: subject, to: 1d", "before: subject, to: 0d", LESS),
        (
            "around: subject, from: 60d, to: 30d",
            "around: subject, from: 30d, to: 20d",
            MORE,
        ),
        ("after: subject", "after: subject, late: ever", SAME),
        ("before: subject", "before: subject, late: never", SAME),
        ("by: subject.due", "by: subject.due, late: never", MORE),
        ("after: subject", "{every: year}", UNLIKE),
    ],
)
def test_days_about_a_subject(base: str, rule: str, wanted: int | None) -> None:
    """Days before a subject are counted backwards."""
    one, other = (
        rule_of(
            _count(
                "",
                ", for: fact, each: {kind: rectification}, when: "
                + (text if text.startswith("{") else f"{{{text}}}"),
            )
        )
        for text in (base, rule)
    )
    assert stricter(one, other) == wanted
    assert stricter(other, one) == (None if wanted is None else -wanted)


@pytest.mark.parametrize(
    ("base", "rule", "wanted"),
    [
        ("ever", "never", MORE),
        ("ever", "12-31", MORE),
        ("never", "12-31", LESS),
        ("12-31", "next 02-last", LESS),
        ("+30d", "+10d", MORE),
        ("+1 month", "+2 months", LESS),
        ("+30d", "+1 month", UNLIKE),
        ("+30d", "12-31", UNLIKE),
    ],
)
def test_late(base: str, rule: str, wanted: int | None) -> None:
    """The less late one counts, the more is asked."""
    one, other = (
        rule_of(_count("", f", when: {{every: year, by: 06-30, late: {text}}}"))
        for text in (base, rule)
    )
    assert stricter(one, other) == wanted
    assert stricter(other, one) == (None if wanted is None else -wanted)


@pytest.mark.parametrize(
    ("base", "rule", "wanted"),
    [
        ("modality: should", "modality: must", MORE),
        ("modality: should", "modality: goal", LESS),
        ("except: {state: leave}", "modality: must", MORE),
        ("except: {state: leave}", "except: {cadre: yes}", UNLIKE),
        ("except: {state: leave}", "except: {state: leave}, title: 别的", SAME),
        ("which: {cadre: yes}", "modality: must", UNLIKE),
        ("debtor: committee-above", "modality: must", UNLIKE),
        ("fold: {run: 6}", "fold: year", MORE),
        ("fold: {run: 6}", "fold: {run: 3}", MORE),
        ("fold: {total: 6}", "fold: {total: 6}", SAME),
        ("fold: {run: 6}", "fold: {total: 6}", UNLIKE),
        ("fold: no", "fold: year", SAME),
    ],
)
def test_weight_exceptions_folds(base: str, rule: str, wanted: int | None) -> None:
    """A heavier word, fewer exceptions, and fewer spans to break it ask for more."""
    one, other = (
        rule_of(f"{{for: member, when: {{every: month}}, {LECTURE}}}, {text}}}")
        for text in (base, rule)
    )
    assert stricter(one, other) == wanted
    assert stricter(other, one) == (None if wanted is None else -wanted)


@pytest.mark.parametrize(
    "bounds",
    [
        "max: 12",
        "under: 12",
        "min: 1/2, to: {kind: party-lecture}",
        "mean: hours, min: 3",
    ],
)
def test_of_other_days_at_most_says_nothing(bounds: str) -> None:
    """Twelve at most in a month are more than twelve at most in a year."""
    one, other = (
        rule_of(_count(bounds, f", when: {{every: {every}}}"))
        for every in ("year", "month")
    )
    assert stricter(one, other) is None
    assert stricter(one, one) == 0


def test_other_tests_must_be_the_same() -> None:
    """What is asked for besides a number is the same, or the rules do not compare."""
    full = rule_of("{for: member, when: now, has: {status: full}}")
    some = rule_of("{for: member, when: now, has: {status: some}}")
    yearly = rule_of("{for: member, attest: 做到了没有}")
    assert stricter(full, full) == 0
    assert stricter(full, some) is None
    assert stricter(full, yearly) is None
    assert (
        stricter(yearly, rule_of("{for: member, attest: 做到了没有, attest_en: done}"))
        == 0
    )


def test_waivers() -> None:
    """A rule that nobody may waive asks for more."""
    one, other = rule_of(_count("")), rule_of(_count("", ", waivable: no"))
    assert stricter(one, other) == MORE
    assert stricter(other, one) == LESS
