import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lxyz.render import Style
from lxyz.render.page.jsontext import json_schema
from lxyz.report import Obstacle
from lxyz.verdicts import Verdict

from ..whole import Report, in_full


def data(report: Report, lang: str = "zh") -> Any:
    """The report as JSON gives it."""
    return json.loads(in_full("json", report, Style(lang)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_report_fits_its_schema(full: Report, lang: str) -> None:
    """Report fits its schema."""
    schema = json_schema("report")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data(full, lang))


def test_schema_refuses_what_is_no_report(full: Report) -> None:
    """Schema refuses what is no report."""
    whole = data(full)
    whole["branches"][0]["verdicts"][0]["outcome"] = "fine"
    assert not Draft202012Validator(json_schema("report")).is_valid(whole)


def test_names_of_the_contract(full: Report) -> None:
    """Names of the contract."""
    whole = data(full)
    assert whole["schema"] == "lxyz.report/1"
    assert whole["as_of"] == "2016-09-30"
    assert whole["packs"] == [{"id": "try-2016", "version": "1.0", "title": "试行要求"}]
    assert whole["summary"]["overdue"] == 9
    one = next(
        v
        for v in whole["branches"][0]["verdicts"]
        if v["rule"] == "try-2016/study-monthly"
    )
    assert one["span"] == {"from": "2016-08-01", "to": "2016-08-31", "label": "2016-08"}
    assert (one["need"], one["have"]) == (1, 0)
    assert one["message"] == "每月集体学习：8月没有“集体学习”记录；8月31日已过"


def test_what_folds_names_the_id_of_its_cause(full: Report) -> None:
    """What folds names the id of its cause."""
    verdicts = data(full)["branches"][0]["verdicts"]
    folded = next(v for v in verdicts if v["folded_into"])
    assert folded["folded_into"] in {v["id"] for v in verdicts}


def test_only_words_differ_between_languages(full: Report) -> None:
    """Only words differ between languages."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            told = ("message", "remedy", "title", "hint", "lang")
            return {k: bare(v) for k, v in value.items() if k not in told}
        return [bare(one) for one in value] if isinstance(value, list) else value

    assert bare(data(full, "zh")) == bare(data(full, "en"))


def test_ratios_and_bounds_stay_text(
    verdict: Callable[..., Verdict], report_of: Callable[..., Report]
) -> None:
    """Ratios and bounds stay text."""
    one = verdict("share", "missed", need="1/2", have="1/3")
    made = data(report_of(one))["branches"][0]["verdicts"][0]
    assert (made["need"], made["have"]) == ("1/2", "1/3")


def test_lone_surrogates_and_what_a_terminal_obeys(
    verdict: Callable[..., Verdict], report_of: Callable[..., Report]
) -> None:
    """Lone surrogates and what a terminal obeys."""
    text = in_full(
        "json",
        report_of(verdict("lecture", "missed"), name="\ud800\x9b\u202e\n"),
        Style(),
    )
    text.encode("utf-8")
    assert not any(char in text for char in "\x9b\u202e")
    assert json.loads(text)["branches"][0]["name"] == "\\u{D800}\x9b\u202e\n"


def test_a_branch_that_could_not_be_judged(report_of: Callable[..., Report]) -> None:
    """A branch that could not be judged."""
    error = Obstacle("P001", (("pack", "x"), ("known", "y")), 2)
    one = data(report_of(error=error))["branches"][0]
    assert one["error"]["code"] == "P001"
    assert one["error"]["exit_code"] == 2
    assert "x" in one["error"]["message"]
