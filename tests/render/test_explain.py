from pathlib import Path

import pytest

from lxyz.errors import UsageError
from lxyz.packs.load import find_pack, load_pack, rules_folder, shipped
from lxyz.packs.types import Pack, Problem
from lxyz.render.page.style import Style
from lxyz.render.page.width import columns
from lxyz.render.rule.explain import explain
from lxyz.render.rule.tables import (
    cases_table,
    problems_table,
    rules_table,
    trace_table,
)
from lxyz.vocabulary import texts_of
from lxyz.workshop.cases import Result
from lxyz.workshop.trace import trace

from ..trial import pack_text

ZH, EN = Style("zh", 80), Style("en", 80)


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The trial pack."""
    return load_pack(Path(__file__).parent / "pack")


def test_what_a_rule_asks(pack: Pack) -> None:
    """What a rule asks."""
    told = explain("try-2016/study-monthly", [pack], ZH)
    assert "要求    支部每月至少1次集体学习；各党小组都学过一轮也算一次。" in told
    assert "以2016年9月为例，9月1日至9月30日：达标" in told
    assert "10月1日起：错过，不能再补" in told
    assert "A26 各党小组都学过一轮，算支部一次" in told
    assert "一（01）  第01条  try-2016-01" in told
    assert "并入    try-2016/study-eight" in told
    assert "  类型: 集体学习\n  日期: 2016-09-23\n  出席情况: 全体\n" in told
    assert "  类型: 豁免\n  规则: try-2016/study-monthly\n" in told


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("after: subject, from: 11m, within: 12m", "2017-08-23"),
        ("after: subject, from: 10d", "2016-10-03"),
        ("before: subject, from: 3d, to: 0d", "2016-09-20"),
        ("before: subject, to: 12m", "2015-09-14"),
    ],
)
def test_a_sample_in_its_days(tmp_path: Path, when: str, day: str) -> None:
    """What is asked long after or shortly before has its day there."""
    rule = f"""{{for: fact, each: {{kind: quiz}}, when: {{{when}}},
                count: {{of: {{kind: party-lecture}}}}}}"""
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    told = explain("trial-2016/rule", [load_pack(tmp_path)], ZH)
    assert f"类型: 党课\n    日期: {day}" in told


def test_what_is_first_due_in_the_next_year(tmp_path: Path) -> None:
    """A report on a year stands in January: of the document's year, not of the one
    before it."""
    rule = """{for: branch, when: {every: year, after: period, within: 31d},
               count: {of: {kind: progress-report}}}"""
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    told = explain("trial-2016/rule", [load_pack(tmp_path)], ZH)
    assert "2017年1月1日至2017年1月31日：达标" in told
    assert "日期: 2017-01-16" in told


def test_a_sample_of_what_is_filed_is_of_what_calls_for_it(tmp_path: Path) -> None:
    """It is written inside the record that has to be filed, which says why."""
    rule = """{for: fact, each: {kind: stage-assessment, value: {under: 80}},
               when: {after: subject, within: 5wd},
               count: {of: {kind: filing, link: subject}}}"""
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    told = explain("trial-2016/rule", [load_pack(tmp_path)], ZH)
    assert "  分值: 79\n  报送:\n    机关党委: 2016-09-24\n" in told


def test_a_rule_of_several_years_has_its_days(tmp_path: Path) -> None:
    """Its days, and a waiver that is good on the day on which it is due."""
    rule = """{for: branch, when: {every: three-years, first: 2015},
               count: {of: {kind: party-lecture}}}"""
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    told = explain("trial-2016/rule", [load_pack(tmp_path)], ZH)
    assert "支部每三年（从2015年算起）至少1次党课。" in told
    assert "2015年1月1日至2017年12月31日：达标" in told
    assert "2018年1月1日起：错过，不能再补" in told
    assert "止: 2017-12-31" in told
    later = rule.replace("2015", "2018")
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "pack.yaml").write_text(pack_text(later), "utf-8")
    told = explain("trial-2016/rule", [load_pack(tmp_path / "later")], ZH)
    assert "2016年没有它的日期" in told
    assert "止: 2016-12-31" in told


def test_a_window_with_its_grace(pack: Pack) -> None:
    """A window with its grace."""
    told = explain("try-2016/lecture", [pack], ZH)
    assert "6月15日至7月15日：达标" in told
    assert "6月1日至7月31日：也算，带提醒" in told
    assert "8月1日起：错过，不能再补" in told
    assert "try-2016/july1 = {from: 06-15" in told


def test_the_day_from_which_a_rule_recurs_is_told() -> None:
    """Where the pack leaves it open, for without it nothing of the rule is judged."""
    b11 = load_pack(find_pack("b11-2016"))
    told = explain("b11-2016/collective-study-weekly", [b11], ZH)
    assert "b11-2016/effective_from = 没有设定" in told
    assert "effective_from" not in explain("b11-2016/dues-rate-set", [b11], ZH)


def test_people_are_counted_as_people() -> None:
    """In words of persons, of a candidate in the words of the roster."""
    bj = load_pack(find_pack("bj-2016"))
    assert "“支委会”至少3人。" in explain("bj-2016/committee-complete", [bj], ZH)
    assert "“步骤”依次有" in explain("bj-2016/candidate-stages/full", [bj], ZH)
    assert "记一条“换届选举”" in explain("bj-2016/election-on-time", [bj], ZH)


def test_each_shape_of_rule_has_its_sentence(pack: Pack) -> None:
    """Each shape of rule has its sentence."""
    sentences = {
        "dues": "每名党员每月至少1条交纳党费（本人的）。",
        "tie": "每名党员，以检查那天的名册为准：写有“组织关系”。",
        "steps": "每次组织生活会：“环节”依次有 党性分析、批评和自我批评；写有“主题”。",
        "texts": "支部，全年：集体学习的“学习材料”合起来要有 廉洁自律准则、处分条例（纪律处分条例 也算）（6月30日前）。",
        "opinions": "每次组织生活会，它之前60天内：至少1次征求意见",
        "share": "主题党日（“改期”写“否”）占主题党日的比例多于1/2",
        "few": "至多2次主题党日（“改期”写“是”）",
        "earnest": "由人确认，批评和自我批评是否严肃认真",
    }
    for name, sentence in sentences.items():
        told = explain(f"try-2016/{name}", [pack], Style("zh", 200))
        whole = "".join(line.strip() for line in told.splitlines())
        assert sentence.replace(" ", "") in whole.replace(" ", ""), name


def test_weight_is_told(pack: Pack) -> None:
    """Weight is told."""
    assert "缺了算缺项" in explain("try-2016/lecture", [pack], ZH)
    assert "缺了只提醒" in explain("try-2016/tie", [pack], ZH)
    assert "只作提示" in explain("try-2016/often", [pack], ZH)
    assert "上级党组织" in explain("try-2016/secretary", [pack], ZH)
    assert "没有设定" in explain("try-2016/filed", [pack], ZH)


def test_a_rule_may_be_named_without_its_pack_or_row(pack: Pack) -> None:
    """A rule may be named without its pack or row."""
    assert "try-2016/lecture  " in explain("lecture", [pack], ZH)
    told = explain("try-2016/ready", [pack], ZH)
    assert "try-2016/ready/plan" in told
    assert "try-2016/ready/survey" in told


def test_a_rule_may_be_named_by_its_title(pack: Pack) -> None:
    """Which is what a reader of a report sees first."""
    bj = load_pack(find_pack("bj-2016"))
    told = explain("每月集体学习", [bj, pack], ZH)
    assert told.startswith("bj-2016/collective-study-each-month  每月集体学习")
    assert explain("Elections on time", [bj], EN).startswith("bj-2016/election-on-time")
    with pytest.raises(UsageError) as error:
        explain("每月集体学系", [bj], ZH)
    assert error.value.values["like"] == "每月集体学习"


def test_no_such_rule_names_the_nearest(pack: Pack) -> None:
    """No such rule names the nearest."""
    with pytest.raises(UsageError) as caught:
        explain("try-2016/lectrue", [pack], ZH)
    assert caught.value.code == "E210"
    assert caught.value.values["like"] == "try-2016/lecture"


@pytest.mark.no_cover
@pytest.mark.parametrize("name", shipped())
def test_every_rule_of_every_pack_can_be_explained(name: str) -> None:
    """Every rule of every pack can be explained."""
    one = load_pack(find_pack(name))
    for raw in one.raws:
        for style in (ZH, EN):
            told = explain(f"{name}/{raw.id}", [one], style)
            assert "None" not in told
            for line in told.splitlines():
                assert columns(line) <= 80 or line.startswith("  "), line


@pytest.mark.parametrize("name", shipped())
def test_every_reading_has_its_line(name: str) -> None:
    """Every reading has its line."""
    one = load_pack(find_pack(name))
    used = {reading for raw in one.raws if raw.rule for reading in raw.rule.reading}
    used |= {param.reading for param in one.params.values() if param.reading}
    said = texts_of(rules_folder() / "readings.yaml")
    assert used <= set(said)
    assert all(one["zh"] and one["en"] for one in said.values())


@pytest.mark.parametrize("style", [ZH, EN])
def test_tables_name_each_rule_and_what_is_wrong(pack: Pack, style: Style) -> None:
    """Rules, clauses and cases of a pack, each with what is wrong with it."""
    listed = rules_table([pack], style)
    assert all(f"try-2016/{raw.id}" in listed for raw in pack.raws)
    traced = trace_table(pack, trace(pack), style)
    assert "try-2016-01" in traced
    assert "try-2016/study-monthly" in traced
    wrong = Result("lecture", "\x1b例", 3, "met", "missed")
    cases = cases_table(pack, [wrong], [("dues", "kept")], style)
    assert "cases.yaml:3" in cases
    assert "\x1b" not in cases
    assert "dues" in cases
    problems = problems_table(
        "try-2016", [Problem("pack.yaml", 7, "::error\x1b")], style
    )
    assert "pack.yaml:7" in problems
    assert "\x1b" not in problems
    assert "√" in problems_table("try-2016", [], style)


def test_tables_say_what_is_wrong(pack: Pack) -> None:
    """Tables say what is wrong."""
    one = trace(pack)[0]._replace(wrong="judged, but no rule covers it")
    assert "×" in trace_table(pack, [one], ZH)
    assert "不合的 1 条" in trace_table(pack, [one], ZH)
