"""Which of several records a rule is about, in words; and a sample of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack
from lxyz.render.page.style import Style
from lxyz.render.rule.asks import asks
from lxyz.render.rule.explain import explain
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.sample.record import sample
from lxyz.render.wording.words import note
from lxyz.report import PackUsed

from ..trial import outcome, pack_text, rule_of

ABSENT = (
    "{for: member, each: {kind: [all-member-meeting, party-lecture], as: absent}, nth: %s, "
    "when: {after: subject, within: 1m}, count: {of: {kind: heart-to-heart-talk, as: to}}}"
)


@pytest.mark.parametrize(
    ("nth", "zh", "en"),
    [
        (
            "3",
            "每名党员，就一年里第3次党员大会或党课（本人缺席），它之后1个月内：至少1条谈心谈话（别人找本人谈）。",
            "each member, for number 3 of the all-member meetings or Party lectures (the person being absent) in the year, within 1 month after it: at least 1 heart-to-heart talk (with the person).",
        ),
        (
            "{every: 3}",
            "每名党员，就一年里每满3次党员大会或党课（本人缺席），它之后1个月内：至少1条谈心谈话（别人找本人谈）。",
            "each member, for every 3 all-member meetings or Party lectures (the person being absent) in the year, for the last of them, within 1 month after it: at least 1 heart-to-heart talk (with the person).",
        ),
        (
            "{run: 3, of: {kind: party-lecture}}",
            "每名党员，就一年里连续3次党员大会或党课（本人缺席）（在党课里连着数），它之后1个月内：至少1条谈心谈话（别人找本人谈）。",
            "each member, for 3 all-member meetings or Party lectures (the person being absent) in a row in the year (among all Party lectures), for the last of them, within 1 month after it: at least 1 heart-to-heart talk (with the person).",
        ),
        (
            "$many",
            "每名党员，就一年里第（参数 many）次党员大会或党课（本人缺席），它之后1个月内：至少1条谈心谈话（别人找本人谈）。",
            "each member, for number (parameter many) of the all-member meetings or Party lectures (the person being absent) in the year, within 1 month after it: at least 1 heart-to-heart talk (with the person).",
        ),
    ],
)
def test_what_it_asks(nth: str, zh: str, en: str) -> None:
    """Of whom, after which of them."""
    rule = rule_of(ABSENT % nth, "params: {many: {source: text}}")
    assert asks(rule, "zh") == zh
    assert asks(rule, "en") == en


@pytest.mark.parametrize(
    ("nth", "zh", "en"),
    [
        ("3", "# 这样的满了3次：", "# where there are 3 of this:"),
        (
            "{run: 2, of: {kind: party-lecture}}",
            "# 这样的连续2次：",
            "# where there are 2 of this in a row:",
        ),
    ],
)
def test_the_sample_says_how_many(tmp_path: Path, nth: str, zh: str, en: str) -> None:
    """One of them is shown, and that there are so many."""
    (tmp_path / "pack.yaml").write_text(pack_text(ABSENT % nth), "utf-8")
    pack = load_pack(tmp_path)
    for lang, line in (("zh", zh), ("en", en)):
        told = explain("trial-2016/rule", [pack], Style(lang, 100))
        assert line in told


@pytest.mark.parametrize(
    ("role", "lines"),
    [
        ("absent", ["    出席情况:", "      出席: 其余", "      缺席: 王敏"]),
        (
            "excused",
            ["    出席情况:", "      出席: 其余", "      请假:", "        王敏: 病假"],
        ),
    ],
)
def test_the_sample_is_of_somebody_who_was_away(
    tmp_path: Path, role: str, lines: list[str]
) -> None:
    """It can be copied: with it, what is asked is asked of him, and done."""
    rule = (ABSENT % "1").replace("absent", role)
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    pack = load_pack(tmp_path)
    made = sample(bind(pack).rules[0], "trial-2016/rule", pack)
    assert made is not None
    text = "\n".join(made.lines)
    assert "\n".join(line.removeprefix("  ") for line in lines) in text
    assert outcome(rule, text) == "met"


def test_why_there_is_none() -> None:
    """Fewer than so many; never in a row."""
    assert note("why:no-nth:3", "zh") == "一年里没有满3次"
    assert note("why:no-nth:3", "en") == "there are fewer than 3 in the year"
    assert note("why:no-run:3", "zh") == "一年里没有连续3次"
    assert note("why:no-run:3", "en") == "there are no 3 in a row in the year"


def test_rules_about_others_of_the_same_are_told_apart(tmp_path: Path) -> None:
    """The third and the fifth are not of one cause."""
    rules = "\n".join(
        f"- {ABSENT.replace('{for', f'{{id: r{number}, for', 1) % nth}"
        for number, nth in enumerate(("3", "5", "{every: 3}", "3"))
    )
    (tmp_path / "pack.yaml").write_text(pack_text(rules), "utf-8")
    book = Rulebook((PackUsed("trial-2016", "1", "试", "trial", str(tmp_path)),))
    causes = [book.cause(f"trial-2016/r{number}") for number in range(4)]
    assert len(set(causes)) == 3
    assert causes[0] == causes[3]
