"""Every short key that a verdict can carry has its words in both languages."""

import re
from pathlib import Path

import pytest

from lxyz.dates.days import DateProblem, parse_date
from lxyz.render.rule.rulebook import rulebook
from lxyz.render.wording.terms import terms
from lxyz.render.wording.words import attribute, kind, near, note, value
from lxyz.report import PackUsed
from lxyz.verdicts import Outcome
from lxyz.vocabulary import vocabulary

SOURCE = Path(__file__).parents[2] / "src" / "lxyz"


def test_outcomes_modalities_and_subjects() -> None:
    """Outcomes modalities and subjects."""
    assert set(terms("outcomes")) == {outcome.value for outcome in Outcome} | {
        "folded",
        "faults",
        "clash",
    }
    assert set(terms("modalities")) == {"must", "should", "may", "goal"}
    from typing import get_args

    from lxyz.packs.texts import Who

    assert set(terms("subjects")) == set(get_args(Who))


def test_every_table_that_is_asked_for_is_there() -> None:
    """And each name in it has words in both languages, where not in one alone."""
    asked = {f"fault-{name}" for name in ("why", "wanted", "side", "apart")}
    for file in SOURCE.rglob("*.py"):
        words = r'\b(?:terms?|sentence)\(\s*"([a-z-]+)"'
        asked |= set(re.findall(words, file.read_text("utf-8")))
    text = (SOURCE / "render" / "wording" / "terms.txt").read_text("utf-8")
    assert asked == set(re.findall(r"(?m)^\[([a-z-]+)\]$", text))
    for name in asked:
        number = 1 if name in ("english-kinds", "examples") else 2
        assert {len(pair) for pair in terms(name).values()} == {number}, name


def test_every_sentence_is_told_and_every_one_told_is_there() -> None:
    """By its name, which stands in the code that tells it."""
    code = "".join(file.read_text("utf-8") for file in SOURCE.rglob("*.py"))
    names = set(terms("told"))
    assert set(re.findall(r'\btell\(\s*"([a-z-]+)"', code)) <= names
    assert {name for name in names if f'"{name}"' not in code} == set()


def test_every_reason_why_a_rule_has_no_case_has_words() -> None:
    """Every reason why a rule has no case has words."""
    force = (SOURCE / "judge" / "force.py").read_text(encoding="utf-8")
    whys = set(re.findall(r'return f?"([a-z-]+)[:"]', force))
    assert {"before-pack", "set-aside"} <= whys
    assert whys | {"no-fact", "condition"} <= set(terms("whys"))
    assert {f"no-{who}" for who in terms("subjects") if who != "fact"} <= set(
        terms("whys")
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("去年", "other"),
        ("6月24日", "year-missing"),
        ("20160624", "compact"),
        ("2016-06-24 14:00", "has-time"),
        ("42545", "excel"),
        ("2016-06-24至2016-06-26", "range"),
        ("2016-06-24、2016-07-01", "several"),
        ("24/06/2016", "order"),
        ("9999-12-31", "year"),
    ],
)
def test_reasons_of_dates_have_words(text: str, reason: str) -> None:
    """Reasons of dates have words."""
    with pytest.raises(DateProblem) as caught:
        parse_date(text)
    assert caught.value.reason == reason
    assert reason in terms("fault-why")


def test_no_reason_of_dates_is_without_words() -> None:
    """No reason of dates is without words."""
    source = "".join(
        file.read_text(encoding="utf-8") for file in (SOURCE / "dates").glob("*.py")
    )
    told_elsewhere = {"weekday", "no-such-day", "period", "time"}
    found = set(re.findall(r'DateProblem\(\s*"([a-z-]+)"', source))
    assert found - told_elsewhere <= set(terms("fault-why"))


def test_what_a_value_should_be_has_words() -> None:
    """What a value should be has words."""
    source = "".join(
        file.read_text(encoding="utf-8") for file in (SOURCE / "records").glob("*.py")
    )
    wanted = set(
        re.findall(r'(?:wanted=|refuse_shape\(\w+, |\.scalar\(\w+, )"([a-z]+)"', source)
    )
    assert "mapping" in wanted
    assert wanted <= set(terms("fault-wanted"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_keys_and_kinds_have_names(lang: str) -> None:
    """Keys and kinds have names."""
    assert attribute("sections", lang) == ("章节" if lang == "zh" else "sections")
    of = attribute("sources", lang, ("org-relation-check",))
    assert of == ("排查依据" if lang == "zh" else "sources")
    of = attribute("sources", lang, ("opinion-survey",))
    assert of == ("征求对象" if lang == "zh" else "sources")
    assert attribute("lecturer", lang) == ("主讲" if lang == "zh" else "lecturer")
    assert attribute("payer", lang) == ("由谁" if lang == "zh" else "by")
    assert kind("party-lecture", lang) == ("党课" if lang == "zh" else "Party lecture")
    assert kind("plan-item", lang) == ("计划项" if lang == "zh" else "plan item")


def test_attributes_of_facts_have_chinese_names() -> None:
    """Attributes of facts have Chinese names."""
    from lxyz.kinds.conditions import DESCRIPTIVE, SETS

    known = {
        slug
        for context in vocabulary().contexts()
        for slug in vocabulary().key_slugs(context)
    }
    for slug in (DESCRIPTIVE | SETS) & known:
        assert re.search("[\u3400-\u9fff]", attribute(slug, "zh")), slug


def test_a_closed_value_is_found_under_its_key() -> None:
    """The same word may be of several lists; a free word stays as it is."""
    assert value("thought", "zh", "aspects") == "思想"
    assert value("masses", "zh", "sources") == "群众"
    assert value("yes", "zh", "file_complete") == "是"
    assert value("self", "zh", "payer") == "本人"
    assert value("party-lecture", "zh", "what") == "党课"
    assert value("三严三实", "zh", "sections") == "三严三实"


def test_notes_and_near_misses_in_words() -> None:
    """Notes and near misses in words."""
    assert note("leave:驻外", "zh") == "长期请假：驻外"
    assert note("why:no-fact", "zh") == "没有这类记录"
    assert note("why:set-aside:local/x", "en") == "replaced by local/x"
    assert note("else:\x1b", "zh") == "else:\\u{1B}"
    assert near("outside", "zh") == "日期不在规定时间内"
    assert near("condition:topic", "zh") == "“专题”不合要求"
    assert near("kind:all-member-meeting", "zh") == "“类型”里没有“党员大会”"
    assert near("role:excused", "zh") == "当时请假"
    assert near("cancelled:防汛", "zh") == "取消了（防汛）"
    assert near("lecturer,minutes", "zh") == "没写清“主讲”、“分钟”"
    assert near("", "zh") == ""


@pytest.mark.parametrize("folder", ["", "没有"])
def test_rules_of_a_pack_that_is_not_there(tmp_path: Path, folder: str) -> None:
    """Their names stand for them: a report may be compared where its pack is gone."""
    where = str(tmp_path / folder) if folder else ""
    book = rulebook((PackUsed("gone-2016", "1", "试", "trial", where),))
    rule = "gone-2016/lecture"
    assert (book.title(rule, "zh"), book.cause(rule)) == (rule, rule)
    assert (book.rule(rule), book.pack_of(rule), book.remedy(rule, "zh")) == (
        None,
        None,
        "",
    )
