"""When something is asked, in a few words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack
from lxyz.render.rule.asks import wants
from lxyz.render.rule.dues import due_lines
from lxyz.render.rule.when import when_words
from lxyz.render.verdict.findings import item_name
from lxyz.render.wording.periods import period
from lxyz.render.wording.words import note

from ..trial import pack_text, rule_of


@pytest.mark.parametrize(
    ("when", "chinese", "english"),
    [
        ("{every: two-weeks}", "每两周", "every two weeks"),
        (
            "{every: three-years, first: 2016}",
            "每三年（从2016年算起）",
            "every three years (from 2016 on)",
        ),
        (
            "{every: two-years, first: $start}",
            "每两年（从参数 start 的年份算起）",
            "every two years (from parameter start on)",
        ),
        (
            "{every: month, months: [3, 12]}",
            "每月（只在3、12月）",
            "every month (only in Mar, Dec)",
        ),
        (
            "{every: month, after: period, within: 5d}",
            "每月结束后5天内",
            "within 5 days after every month",
        ),
        (
            "{every: quarter, after: period, within: 5wd}",
            "每季度结束后5个工作日内",
            "within 5 working days after every quarter",
        ),
        (
            "{every: half, after: period, within: 1m}",
            "每半年结束后1个月内",
            "within 1 month after every half-year",
        ),
        ("{every: week, day: monday}", "每周一", "every monday"),
        (
            "{after: subject, from: 1d, within: 9d}",
            "它之后9天内",
            "within 9 days after it",
        ),
        (
            "{after: subject, from: 11m, within: 12m}",
            "它之后11个月到12个月之间",
            "between 11 months and 12 months after it",
        ),
        (
            "{after: subject, from: 10d}",
            "它之后满10天、当年以内",
            "at least 10 days after it, within the year",
        ),
        (
            "{every: month, day: 5, roll: next-workday}",
            "每月5日（休息日顺延）",
            "every month on day 5 (or the next working day)",
        ),
        (
            "{every: month, day: 5, shift: 5wd}",
            "每月5日（可前后挪5个工作日）",
            "every month on day 5 (or up to 5 working days off)",
        ),
        # Inside a period below a year a month-day is counted from its beginning; of a
        # month the month goes without saying.
        (
            "{every: month, from: 1-11, to: 1-20}",
            "每月11日至20日",
            "every month from day 11 to day 20",
        ),
        ("{every: month, by: 1-last}", "每月月底前", "every month by the last day"),
        (
            "{every: quarter, by: 1-05}",
            "每季度第1个月5日前",
            "every quarter by day 5 of month 1",
        ),
        (
            "{every: two-months, from: 2-01, to: 2-last}",
            "每两个月第2个月1日至第2个月月底",
            "every two months from day 1 of month 2 to the last day of month 2",
        ),
        (
            "{every: half, from: 2016-03-01}",
            "2016年3月1日起每半年",
            "every half-year from 1 Mar 2016",
        ),
        # What names its year comes but once.
        (
            "{every: year, to: 2017-06-30}",
            "到2017年6月30日止每年",
            "every year by 30 Jun 2017",
        ),
        (
            "{every: year, from: 2016-03-01, to: 2017-06-30}",
            "2016年3月1日至2017年6月30日期间每年",
            "every year from 1 Mar 2016 to 30 Jun 2017",
        ),
        (
            "{every: year, from: 2016-03-01, to: 2016-06-30}",
            "2016年3月1日至2016年6月30日",
            "from 1 Mar 2016 to 30 Jun 2016",
        ),
        (
            "{every: two-years, first: 2016, from: 2016-03-01, to: 2017-06-30}",
            "2016年3月1日至2017年6月30日",
            "from 1 Mar 2016 to 30 Jun 2017",
        ),
        (
            "{every: two-years, first: 2016, by: 2017-06-30}",
            "到2017年6月30日止每两年（从2016年算起）",
            "every two years (from 2016 on) by 30 Jun 2017",
        ),
    ],
)
def test_each_time_has_its_words(when: str, chinese: str, english: str) -> None:
    """Each way to say it has its words."""
    start = "params: {start: {source: text}}"
    each = "for: fact, each: {kind: quiz}, " if "subject" in when else ""
    rule = rule_of(
        f"{{{each}when: {when}, count: {{of: {{kind: party-lecture}}}}}}", start
    )
    assert when_words(rule, "zh") == chinese
    assert when_words(rule, "en") == english


def test_two_weeks_by_their_label() -> None:
    """The label of two weeks is told as their numbers."""
    assert period("2016-W03/04", "zh", 2016) == "第3、4周"
    assert period("2016-W03/04", "en", 2016) == "weeks 3 and 4"


def test_the_weekday_of_a_record() -> None:
    """It has its words, as those of a span have."""
    rule = rule_of("{for: fact, each: {kind: quiz}, has: {weekday: {not: [monday]}}}")
    assert "“星期”不写 星期一" in wants(rule, "zh")
    assert "monday" in wants(rule, "en")


def test_so_many_of_a_list() -> None:
    """How many of a list are enough, and what would do as well."""
    rule = rule_of(
        "{cover: {of: {kind: collective-study}, tag: materials, all: [甲, 乙], min: 1}}"
    )
    assert "要有 至少1项：甲、乙" in wants(rule, "zh")
    assert "taken together: at least 1 of 甲, 乙" in wants(rule, "en")
    assert note("or:甲、乙", "zh") == "也可以是 甲、乙"


def test_items_that_are_kinds() -> None:
    """They are told by the name of the kind; others as they are written."""
    text = "{cover: {of: {kind: site-visit}, tag: %s, all: [site-visit]}}"
    kinds, forms = (rule_of(text % tag) for tag in ("kind", "forms"))
    assert item_name("site-visit", kinds, "zh") == "参观基地"
    assert item_name("site-visit", forms, "zh") == "site-visit"
    owners = rule_of(
        "{cover: {of: {kind: problem}, tag: owner, all: [branch, committee]}}"
    )
    assert item_name("committee", owners, "zh") == "支委会"
    assert item_name("committee", owners, "en") == "committee"
    assert item_name("甲", None, "zh") == "甲"
    assert note("or:site-visit、甲", "zh") == "也可以是 参观基地、甲"


@pytest.mark.parametrize(
    ("rule", "chinese", "english"),
    [
        (
            "{when: {every: month}, count: {of: {kind: party-lecture}, max: 2}}",
            "以2016年9月为例，9月1日至9月30日：过完没有超过就达标，超过即错过，不能再补",
            "Sep 2016, 1 Sep to 30 Sep: met when they are over, missed once there are more",
        ),
        (
            (
                "{for: fact, each: {kind: party-lecture}, when: {after: subject, from: 1d, within: 9d}, "
                "count: {of: {kind: party-lecture}, max: 0}}"
            ),
            "那段日期过完没有超过就达标，超过即错过，不能再补",
            "met when those days are over, missed once there are more",
        ),
        (
            "{for: fact, each: {kind: party-lecture}, when: {before: subject}, count: {of: {kind: circular, workdays: {min: 5}}}}",
            "结束日期也要在这段日期里；过了这段日期就是错过，不能再补",
            "its last day must lie in those days, too; after those days it is missed",
        ),
        # A share may fall again, and a least is to be reached in time.
        (
            "{when: {every: year}, count: {of: {kind: party-lecture}, min: 1, under: 3}}",
            "1月1日至12月31日：达标",
            "1 Jan to 31 Dec: in time",
        ),
        (
            "{when: {every: year}, count: {of: {kind: party-lecture}, to: {kind: quiz}, max: 1/2}}",
            "1月1日至12月31日：达标",
            "1 Jan to 31 Dec: in time",
        ),
        (
            "{when: {every: two-years, first: 2015}, count: {of: {kind: party-lecture}}}",
            "2015年1月1日至2016年12月31日：达标",
            "1 Jan 2015 to 31 Dec 2016: in time",
        ),
    ],
)
def test_days_in_which_it_is_kept(
    tmp_path: Path, rule: str, chinese: str, english: str
) -> None:
    """What is a limit is kept by the end of its days; of two years both are told."""
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    pack = load_pack(tmp_path)
    made = bind(pack).rules[0]
    assert due_lines(made, pack, "zh")[0] == chinese
    assert due_lines(made, pack, "en")[0] == english
