"""At most so many: what a plan keeps, what it cannot mend, and what it does not look at."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import date

import pytest

from lxyz.plan.limits import Limits
from lxyz.render.page.style import Style
from lxyz.render.plan.text import plan_text

from .made import Make, whys

MOST = "{id: most, when: {every: month}, count: {of: {kind: party-lecture}, max: 1}}"


def test_no_more_in_a_month_than_a_rule_allows(make: Make) -> None:
    """Four lectures in a quarter are spread over its months, and three are all it has."""
    plan = make(
        f"""
        - {MOST}
        - {{id: three, when: {{every: quarter}},
           count: {{of: {{kind: party-lecture}}, min: 3}}}}
        """
    )
    assert plan.left == ()
    months = Counter(one.day.month for one in plan.drafts)
    assert months == dict.fromkeys(range(1, 13), 1)


@pytest.mark.parametrize("bounds", ["min: 1, max: 2", "min: 2, max: 2", "max: 1"])
def test_at_least_and_at_most(make: Make, bounds: str) -> None:
    """What is planned so often as is asked for is enough, open as the limit is."""
    plan = make(
        f"{{id: some, when: {{every: year}}, count: {{of: {{kind: site-visit}}, {bounds}}}}}"
    )
    least = bounds[5] if bounds.startswith("min") else "0"
    assert (plan.left, len(plan.drafts)) == ((), int(least))


def test_no_more_in_several_years(make: Make) -> None:
    """What was held in a year before fills the years of a limit."""
    rules = """
        - {id: most, when: {every: two-years, first: 2015},
           count: {of: {kind: party-lecture}, max: 1}}
        - {id: one, when: {every: year}, count: {of: {kind: party-lecture}}}
        """
    assert len(make(rules).drafts) == 1
    plan = make(rules, "- {类型: 党课, 日期: 2015-06-05, 出席情况: 全体}\n")
    assert (plan.drafts, whys(plan)) == ((), ["conflict"])


def test_what_is_due_once_in_several_years(make: Make) -> None:
    """It is planned in the year at hand, unless it was held."""
    rule = """{id: one, when: {every: two-years, first: 2015},
               count: {of: {kind: party-lecture}}}"""
    assert [one.day.year for one in make(rule).drafts] == [2016]
    assert [one.day.year for one in make(rule.replace("2015", "2016")).drafts] == [2016]
    lecture = "- {类型: 党课, 日期: 2015-06-05, 出席情况: 全体}\n"
    assert make(rule, lecture).drafts == ()


def test_one_more_than_a_rule_allows_is_a_clash(make: Make) -> None:
    """Neither rule is met by breaking the other."""
    plan = make(
        f"""
        - {MOST}
        - {{id: two, when: {{every: year, from: 03-01, to: 03-31, late: never}},
           count: {{of: {{kind: party-lecture}}, min: 2}}}}
        """
    )
    assert [one.verdict.rule for one in plan.left] == ["trial-2016/two"]
    assert whys(plan) == ["conflict"]


def test_what_is_too_much_already_is_lost(make: Make) -> None:
    """No record mends it, and none is planned for it."""
    plan = make(
        MOST,
        """
        - {类型: 党课, 日期: 2016-01-05, 出席情况: 全体}
        - {类型: 党课, 日期: 2016-01-06, 出席情况: 全体}
        """,
        as_of="2016-02-01",
    )
    assert plan.drafts == ()
    assert whys(plan) == ["lost"]


def test_what_is_held_counts(make: Make) -> None:
    """A lecture on record fills its month for the branch; a group's is its own."""
    plan = make(
        """
        - {id: most, when: {every: half}, count: {of: {kind: party-lecture}, under: 2}}
        - {id: a, when: {every: half}, count: {of: {kind: party-lecture}}}
        - {id: b, when: {every: year, to: 06-30}, count: {of: {kind: site-visit}}}
        """,
        "- {类型: 党课、参观基地, 日期: 2016-01-02, 出席情况: 全体}",
    )
    assert plan.left == ()
    assert [one.day.month > 6 for one in plan.drafts] == [True]


def test_days_between_two(make: Make) -> None:
    """Ten days lie between two discussions, before and after."""
    plan = make(
        """
        - {id: apart, for: fact, each: {kind: thematic-discussion},
           when: {after: subject, from: 1d, within: 9d},
           count: {of: {kind: thematic-discussion}, max: 0}}
        - {id: monthly, when: {every: month}, count: {of: {kind: thematic-discussion}}}
        - {id: more, when: {every: quarter},
           count: {of: {kind: thematic-discussion}, min: 4}}
        """
    )
    assert plan.left == ()
    days = sorted(one.day for one in plan.drafts)
    assert len(days) == 16
    assert min((b - a).days for a, b in itertools.pairwise(days)) >= 10


APART = """
    - {id: twice, count: {of: {kind: democratic-evaluation}, min: 2}}
    - {id: apart, for: fact, each: {kind: democratic-evaluation},
       when: {after: subject, from: 1d, %s}, count: {of: {kind: democratic-evaluation}, max: 0}}
"""


@pytest.mark.parametrize("within", ["to: 5m", "within: 100wd"])
def test_months_between_two(make: Make, within: str) -> None:
    """What may not be there within months, or working days, is planned after them."""
    plan = make(APART % within, as_of="2016-06-06")
    assert plan.left == ()
    first, second = sorted(one.day for one in plan.drafts)
    assert (second - first).days > 140


def test_too_few_months_between_two(make: Make) -> None:
    """Both duties are told, and that the one of them is a limit; it is not left to the
    year after, where nothing would mend it."""
    plan = make(APART % "to: 5m", as_of="2016-09-01")
    assert [(one.why, one.verdict.rule) for one in plan.left] == [
        ("conflict", "trial-2016/twice")
    ]
    (clash,) = plan.clashes
    assert [(one.rule, one.number, one.days is None) for one in clash.duties] == [
        ("trial-2016/twice", 2, False),
        ("trial-2016/apart", 0, True),
    ]
    assert "限定了次数或间隔" in plan_text(plan, Style())
    assert "it limits how many, or how soon" in plan_text(plan, Style(lang="en"))


def test_what_is_missed_is_not_for_the_year_after(make: Make) -> None:
    """One more than there may be is not mended by what comes later."""
    plan = make(
        """
        - {id: twice, count: {of: {kind: democratic-evaluation, theme: 甲}, min: 2}}
        - {id: apart, for: fact, each: {kind: democratic-evaluation},
           when: {after: subject, from: 1d, to: 5m},
           count: {of: {kind: democratic-evaluation, theme: 甲}, max: 0}}
        """,
        as_of="2016-09-01",
    )
    assert {(one.why, one.verdict.rule) for one in plan.left} == {
        ("conflict", "trial-2016/apart")
    }


def test_a_limit_of_other_months(make: Make) -> None:
    """At most one in May says nothing of March."""
    plan = make(
        """
        - {id: a, when: {every: month, months: [3]}, count: {of: {kind: party-lecture}, min: 3}}
        - {id: b, when: {every: month, months: [5]}, count: {of: {kind: party-lecture}, max: 1}}
        """
    )
    assert plan.left == ()
    assert [one.day.month for one in plan.drafts] == [3, 3, 3]


@pytest.mark.parametrize(
    "rule",
    [
        "{count: {of: {kind: party-lecture}, max: $most}}",
        "{count: {of: {kind: party-lecture, theme: 甲}, max: 0}}",
        "{when: {every: year, to: 06-30}, count: {of: {kind: party-lecture}, max: 0}}",
        (
            "{for: fact, each: {kind: party-lecture}, when: {before: subject, from: 9d}, "
            "count: {of: {kind: party-lecture}, max: 0}}"
        ),
        (
            "{for: fact, each: {kind: party-lecture}, when: {after: subject}, "
            "count: {of: {kind: party-lecture}, max: 0}}"
        ),
        (
            "{for: fact, each: {kind: party-lecture}, when: {after: subject, within: $most}, "
            "count: {of: {kind: party-lecture}, max: 0}}"
        ),
        (
            "{for: fact, each: {kind: party-lecture}, when: {after: subject, within: 3d}, "
            "count: {of: {kind: party-lecture}, max: 1}}"
        ),
        "{count: {of: {kind: party-lecture}, to: {kind: site-visit}, max: 0}}",
        "{modality: may, count: {of: {kind: party-lecture}, max: 0}}",
        "{when: {every: month, months: [5]}, count: {of: {kind: party-lecture}, max: 0}}",
        "{if: {members: {min: 90}}, count: {of: {kind: party-lecture}, max: 0}}",
        "{years: [2015], count: {of: {kind: party-lecture}, max: 0}}",
        "{since: 2016-09-05, when: {every: month}, count: {of: {kind: party-lecture}, max: 0}}",
        "{from: 2016-09-05, count: {of: {kind: party-lecture}, max: 0}}",
        "{to: 2016-02-05, count: {of: {kind: party-lecture}, max: 0}}",
    ],
)
def test_what_hangs_on_more_is_not_looked_at(make: Make, rule: str) -> None:
    """Only plain limits keep a day from being chosen."""
    plan = make(rule, more="params: {most: {source: text}}")
    limits = Limits(plan.packs)
    day = date(2016, 3, 1)
    sat = (("party-lecture",), day, "")
    assert limits.are_kept(sat, [sat])


def test_no_more_rounds_than_there_are(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the records of the last round call for is left, and told, not served."""
    rules = """
        - {id: one, when: {every: year}, count: {of: {kind: party-lecture}}}
        - {id: minuted, each: {kind: party-lecture}, for: fact,
           when: {before: subject, from: 30d, to: 1d}, count: {of: {kind: site-visit}}}
        """
    assert (make(rules).left, len(make(rules).drafts)) == ((), 2)
    monkeypatch.setattr("lxyz.plan.ground._ROUNDS", 1)
    plan = make(rules)
    assert len(plan.drafts) == 1
    assert len(plan.left) == 1


def test_an_attribute_asked_for_as_what_it_is_not(make: Make) -> None:
    """A rule that takes a list for a text is never met, and ends no plan."""
    plan = make(
        """{id: filed, each: {kind: party-lecture}, for: fact, has: {filings: sent}}""",
        "- {类型: 党课, 日期: 2016-12-05, 状态: 计划}\n",
    )
    assert plan.drafts == ()
    plan = make(
        """
        - {id: one, when: {every: year}, count: {of: {kind: party-lecture}}}
        - {id: filed, each: {kind: party-lecture}, for: fact, has: {filings: sent}}
        """
    )
    assert len(plan.drafts) == 1
