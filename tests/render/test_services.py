"""What CI services are given: places, identities, limits, and what is said where there
is no room."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from junitparser import JUnitXml

from lxyz.dates.spans import Span, month_span
from lxyz.files.origin import Fault, Origin
from lxyz.judge import Behind
from lxyz.render import FORMATS, Ground, Run, Style
from lxyz.render.formats import markdown, sarif
from lxyz.render.formats.github import MOST
from lxyz.render.formats.sheet import cell
from lxyz.report import BranchReport, Obstacle
from lxyz.report.baseline import ACCEPTED
from lxyz.verdicts import Clash, Outcome, Verdict

from ..whole import Report, in_full
from .conftest import AS_OF, BRANCH, USED, at, make, member
from .readers import READERS, Command, commands, paths_in

ZH, EN = Style(), Style("en")
ROOT = Ground("/r", "/r")


def results(made: str) -> list[dict[str, object]]:
    """The results of a SARIF log."""
    found: list[dict[str, object]] = json.loads(made)["runs"][0]["results"]
    return found


def prints(report: Report, ground: Ground = ROOT) -> list[str]:
    """The fingerprints in a Code Quality report."""
    run = Run(AS_OF, 1, ZH, ground=ground)
    form = FORMATS["gitlab"]
    parts = [form.part(one, run) for one in report.branches]
    made = "".join(form.whole(parts, report.totals(), ZH))
    return [one["fingerprint"] for one in json.loads(made)]


# ---------------------------------------------------------------- places

JULY = make("study-monthly", "missed", span=month_span(2016, 7), need="1", have="0")
DAY = date(2016, 7, 22)
ITEM = Behind(
    *(DAY, DAY, ("collective-study",), "", Origin("计划.yaml", 9, 3), "x", "九月"),
    optional=False,
    is_item=True,
)


def placed(verdict: Verdict, *items: Behind) -> str:
    """Where a gap is shown in a branch with these items of plans."""
    who = (
        ("group", "第二党小组", Origin("branch.yaml", 8, 5)),
        ("member", "李娜", Origin("branch.yaml", 12, 7)),
    )
    branch = BranchReport(
        "b", "样例支部", 2016, (USED,), (), (verdict,), 1, behind=items, listed=who
    )
    line = in_full("lines", Report(AS_OF, (branch,)), ZH)
    return line.partition(": ")[0].removeprefix("b/")


@pytest.mark.parametrize(
    ("verdict", "items", "place"),
    [
        (JULY, (ITEM,), "计划.yaml:9:3"),
        (JULY, (), "branch.yaml:1:1"),
        (JULY, (ITEM._replace(kinds=("party-lecture",)),), "branch.yaml:1:1"),
        (JULY, (ITEM._replace(group="第二党小组"),), "branch.yaml:1:1"),
        (JULY, (ITEM._replace(group="样例支部"),), "计划.yaml:9:3"),
        *(
            (JULY, (ITEM._replace(first=day, last=day),), place)
            for day, place in (
                (date(2016, 6, 30), "branch.yaml:1:1"),
                (date(2016, 7, 1), "计划.yaml:9:3"),
                (date(2016, 7, 31), "计划.yaml:9:3"),
                (date(2016, 8, 1), "branch.yaml:1:1"),
            )
        ),
        # Of two the later.
        (JULY, (ITEM, ITEM._replace(origin=Origin("x.yaml", 2))), "x.yaml:2:1"),
        (JULY._replace(near=(at("b.yaml", 2),)), (ITEM,), "b.yaml:2:1"),
        (JULY._replace(rule="try-2016/nosuch"), (ITEM,), "branch.yaml:1:1"),
        (make("steps", "missed"), (ITEM,), "branch.yaml:1:1"),
        (make("dues", "overdue", subject=member("李娜")), (), "branch.yaml:12:7"),
        (make("dues", "overdue", subject=member("王敏")), (), "branch.yaml:1:1"),
        (
            make("group-study", "missed", subject=BRANCH._replace(type="group")),
            (),
            "branch.yaml:1:1",
        ),
        (
            make(
                "group-study",
                "missed",
                subject=BRANCH._replace(type="group", name="第二党小组"),
            ),
            (),
            "branch.yaml:8:5",
        ),
    ],
)
def test_an_absence_has_a_place(
    verdict: Verdict, items: tuple[Behind, ...], place: str
) -> None:
    """At the item of a plan that called for it, else in the profile: at the line of the
    person or group, if it is about one."""
    assert placed(verdict, *items) == place


# ---------------------------------------------------------------- identity


def test_a_fingerprint_has_no_line_in_it(full: Report) -> None:
    """Lines, columns, messages and the day may change; folders and identities not."""
    (branch,) = full.branches
    moved = branch._replace(
        faults=tuple(
            one._replace(line=one.line + 7, column=1, values=(("more", "9"),))
            if one.code == "F506"
            else one._replace(line=99)
            for one in branch.faults
        ),
        verdicts=tuple(
            one._replace(
                records=tuple(
                    e._replace(origin=e.origin._replace(line=e.origin.line + 5))
                    for e in one.records
                )
            )
            for one in branch.verdicts
        ),
    )
    before, after = prints(full), prints(Report(AS_OF, (moved,)))
    assert len(set(before)) == len(before) > 8
    # One fault changed what it says; all others are the same as before.
    assert len(set(before) ^ set(after)) == 2


def test_alike_faults_of_a_file_are_told_apart() -> None:
    """By number, in their order; and those of another file or branch by themselves."""
    one = Fault("F101", "a.yaml", 1, 1, (("fixed", "主题: 甲"), ("more", "1")))
    other = one._replace(line=2, values=(("fixed", "主题: 甲"),))
    branch = BranchReport("b", "甲", 2016, (), (one, other, one), ())
    assert branch.fault_ids() == [
        "F101|甲|a.yaml|主题: 甲",
        "F101|甲|a.yaml|主题: 甲#2",
        "F101|甲|a.yaml|主题: 甲#3",
    ]


def test_two_branches_of_one_name(full: Report) -> None:
    """Their folders tell their findings apart, wherever lxyz was started."""
    (one,) = full.branches
    both = Report(AS_OF, (one, one._replace(path="branch-2")))
    found = prints(both)
    assert len(set(found)) == len(found)
    inside = both._replace(
        branches=(one._replace(path="../branch-1"), one._replace(path="."))
    )
    assert prints(inside, Ground("/r", "/r/branch-2")) == found


def test_both_languages_have_one_identity(full: Report) -> None:
    """Words differ, alerts do not."""
    chinese, english = (results(in_full("sarif", full, style)) for style in (ZH, EN))
    key = "partialFingerprints"
    assert [one[key] for one in chinese] == [one[key] for one in english]
    assert [one["message"] for one in chinese] != [one["message"] for one in english]


# ---------------------------------------------------------------- SARIF


def test_sarif_levels_go_by_modality(full: Report) -> None:
    """A gap of a must is an error, of a should a warning; what is the committee's
    above, or only informs, a note."""
    made = in_full("sarif", full, Style(show=frozenset(("all",))))
    level = {str(one["ruleId"]): one["level"] for one in results(made)}
    assert level["try-2016/lecture"] == "error"
    assert level["try-2016/study-weekly"] == "warning"
    assert level["try-2016/often"] == "note"
    assert level["try-2016/secretary"] == "note"
    assert level["try-2016/group-study"] == "note"
    assert (level["F101"], level["F506"]) == ("error", "warning")
    rules = {
        rule["id"]: rule
        for rule in json.loads(made)["runs"][0]["tool"]["driver"]["rules"]
    }
    assert rules["try-2016/lecture"]["defaultConfiguration"] == {"level": "error"}
    help_ = rules["try-2016/lecture"]["help"]
    assert "```yaml" in help_["markdown"]
    assert "类型: 党课" in help_["markdown"]
    assert "要求：" in help_["text"]


def test_sarif_paths_are_those_of_files() -> None:
    """Percent-encoded, and the same file again when decoded; from the root."""
    file = "活动/100% a#b?.yaml"
    fault = Fault("F007", file, 3, 2)
    branch = BranchReport("b 1", "甲", 2016, (), (fault,), ())
    run = Run(AS_OF, 1, ZH, ground=Ground("/r", "/r/各支部"))
    part = FORMATS["sarif"].part(branch, run)
    totals = Report(AS_OF, (branch,)).totals()
    made = "".join(FORMATS["sarif"].whole([part], totals, ZH))
    assert paths_in(made) == {f"各支部/b 1/{file}"}


def test_sarif_leaves_out_the_lightest(
    full: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says how many, where there are more than the services read."""
    whole = results(in_full("sarif", full, ZH))
    errors = [one for one in whole if one["level"] == "error"]
    monkeypatch.setattr(sarif, "MOST", len(errors) + 1)
    for style, word in ((ZH, "另有"), (EN, "left out")):
        made = in_full("sarif", full, style)
        assert [one["level"] for one in results(made)].count("error") == len(errors)
        assert len(results(made)) == len(errors) + 1
        invocation = json.loads(made)["runs"][0]["invocations"][0]
        (note,) = invocation["toolExecutionNotifications"]
        assert word in note["message"]["text"]
        assert str(len(whole) - len(errors) - 1) in note["message"]["text"]
    READERS["sarif"](in_full("sarif", full, ZH))


# ---------------------------------------------------------------- GitHub


def annotations(report: Report, style: Style = ZH) -> list[Command]:
    """The annotations of a report whose day is today."""
    return commands(in_full("github", report, style))


def many(number: int) -> list[Verdict]:
    """So many gaps of must, each of a rule of its own; the last is due first."""
    return [
        make(f"made-{n:02}", "overdue", need="1", have="0", due=date(2016, 8, 31 - n))
        for n in range(number)
    ]


@pytest.mark.parametrize(("number", "shown"), [(9, 9), (10, 10), (11, 9), (25, 9)])
def test_github_keeps_to_its_caps(
    number: int, shown: int, report_of: Callable[..., Report]
) -> None:
    """Ten of a level; of more, nine and how many are left, which the log lists."""
    report = report_of(*many(number))
    found = [one for one in annotations(report) if one.name == "error"]
    assert len([one for one in found if "file" in one.properties]) == shown
    assert len(found) <= MOST
    made = in_full("github", report, ZH)
    plain = [line for line in made.splitlines() if not line.startswith("::")]
    assert len(plain) == number - shown
    if plain:
        assert (
            found[-1].data
            == f"另有 {number - shown} 处没有标出（每级最多 10 处），见日志"
        )
        assert f"{number - shown} more" in annotations(report, EN)[-1].data
        assert all(line.startswith("branch-1/branch.yaml:1:1: ") for line in plain)
    first = found[0].data
    assert f"8月{31 - number + 1}日" in first, "due first, shown first"


def test_github_shows_the_worst_first(full: Report) -> None:
    """Errors, then warnings; of each level faults first; one annotation a cause."""
    found = annotations(full)
    order = [("error", "warning", "notice").index(one.name) for one in found[1:]]
    assert order == sorted(order)
    assert found[0].name == "notice"
    assert "逾期 9" in found[0].data
    errors = [one for one in found if one.name == "error"]
    assert errors[0].properties["title"] == "F101"
    (dues,) = [one for one in found if "李娜" in one.data]
    assert "马骏" in dues.data
    assert dues.properties["file"] == "branch-1/branch.yaml"
    (above,) = [one for one in found if "try-2016/secretary" in one.data]
    assert above.name == "notice"


def test_github_rows_of_one_rule_are_one_annotation(full: Report) -> None:
    """The rules are counted behind the first."""
    assert any(one.data.endswith("等 2 条") for one in annotations(full))
    assert any(one.data.endswith("and 1 more") for one in annotations(full, EN))


def test_github_shows_what_was_asked_for(full: Report) -> None:
    """With --show all what is folded and met is a notice, within the cap."""
    style = Style(show=frozenset(("all",)))
    made = in_full("github", full, style)
    found = commands(made)
    assert [one.name for one in found].count("notice") == MOST
    assert "group-study" in made


# ---------------------------------------------------------------- JUnit


def test_junit_has_a_case_for_each_duty(full: Report) -> None:
    """Gaps fail, what cannot be told is an error, what is not due is skipped."""
    (suite,) = JUnitXml.fromstring(in_full("junit", full, ZH).encode())
    kinds: dict[str, str] = {}
    for case in suite:
        (kind,) = [type(one).__name__ for one in case.result] or ["passed"]
        kinds[case.name.split()[0]] = kind
    rules = {one.rule.partition("/")[2] for one in full.branches[0].verdicts}
    assert rules <= set(kinds)
    assert kinds["lecture"] == kinds["dues"] == kinds["study-weekly"] == "Failure"
    assert kinds["opinions"] == "Error"
    assert kinds["filed"] == "passed"
    for name in ("share", "few", "earnest", "often", "secretary", "study-eight"):
        assert kinds[name] == "Skipped", name
    assert kinds["activities/竞赛.yaml"] == "Failure"


def test_junit_tells_of_what_passed_late(full: Report) -> None:
    """The case passes; its output says what was late."""
    (suite,) = JUnitXml.fromstring(in_full("junit", full, EN).encode())
    (filed,) = [case for case in suite if case.name.startswith("filed ")]
    assert filed.system_out
    (above,) = [case for case in suite if case.name.startswith("secretary ")]
    assert "(the committee above)" in above.result[0].message


def test_junit_says_that_records_are_sound(report_of: Callable[..., Report]) -> None:
    """A suite is never empty."""
    for style, name in ((ZH, "记录没有写错"), (EN, "no fault in the records")):
        (suite,) = JUnitXml.fromstring(in_full("junit", report_of(), style).encode())
        assert [case.name for case in suite] == [name]


def test_junit_names_stay(full: Report) -> None:
    """The day and what is found change no name, so that a service knows a case again."""
    (branch,) = full.branches
    settled = branch._replace(
        faults=(),
        verdicts=tuple(one._replace(outcome=Outcome.MET) for one in branch.verdicts),
    )
    names = []
    for one in (branch, settled):
        root = in_full("junit", Report(AS_OF, (one,)), ZH)
        (suite,) = JUnitXml.fromstring(root.encode())
        names.append({c.name for c in suite if "try-2016" in (c.classname or "")})
    assert names[0] == names[1]


# ---------------------------------------------------------------- Markdown, CSV


def test_markdown_keeps_to_its_size(
    full: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What there is no room for is left out at a line's end, and that is said."""
    whole = in_full("markdown", full, ZH)
    for room in (len(whole.encode()) - 1, 900):
        monkeypatch.setattr(markdown, "MOST", room)
        for style, word in ((ZH, "以下没有列出"), (EN, "was left out")):
            made = in_full("markdown", full, style)
            if style == ZH or room == 900:
                assert word in made
                assert len(made.encode()) < room + 200
            READERS["markdown"](made)


def test_markdown_lists_no_more_branches_than_fit(
    report_of: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worst first; of the others it says how many there are."""
    report = report_of(*many(2), number=20)
    monkeypatch.setattr(markdown, "_TABLE", 300)
    assert "另有 1" in in_full("markdown", report, ZH)
    assert "branches more" in in_full("markdown", report, EN)


def test_markdown_names_the_aims_that_bind_nobody(
    full: Report, report_of: Callable[..., Report]
) -> None:
    """Counted with what a person attests, as in the text."""
    made = in_full("markdown", full, ZH)
    assert "### 需人工确认（2）" in made
    assert "\n目标（1项，自己衡量）：" in made
    assert "\naims \\(1\\): " in in_full("markdown", full, EN)
    asked = [v for v in full.branches[0].verdicts if v.outcome == Outcome.ATTEST]
    duty = next(v for v in asked if v.modality != "goal")
    assert "目标（" not in in_full("markdown", report_of(duty), ZH)


def test_markdown_says_how_bad_a_gap_is_and_by_which_clause(full: Report) -> None:
    """In the words of the summary of the report, and of the document."""
    made, english = (in_full("markdown", full, style) for style in (ZH, EN))
    assert "** 必须 缺项 一（04） `try-2016/lecture`" in made
    assert "** must gap 一（04） `try-2016/lecture`" in english


def test_markdown_has_no_noughts_for_what_was_not_checked(
    report_of: Callable[..., Report],
) -> None:
    """Why it was not stands there alone."""
    wrong = report_of(error=Obstacle("E700", (("what", "x"),), 70), year=0)
    both = Report(AS_OF, (*report_of().branches, *wrong.branches))
    line = in_full("markdown", both, ZH).splitlines()[4]
    assert "没能检查" in line
    assert "| 0 |" not in line


def test_markdown_says_that_nothing_was_found(report_of: Callable[..., Report]) -> None:
    """But never that a branch is qualified."""
    met = make("study-monthly", "met", "none")
    assert "记录中未发现缺口" in in_full("markdown", report_of(met), ZH)
    assert "No gap found" in in_full("markdown", report_of(met), EN)


def test_markdown_cuts_lists_that_only_inform(report_of: Callable[..., Report]) -> None:
    """Fifty, and how many there are."""
    late = [
        make(f"made-{n}", "late", "warning", need="1", have="1", due=AS_OF)
        for n in range(51)
    ]
    made = in_full("markdown", report_of(*late), ZH)
    assert "……共 51 件" in made
    assert "51 in all" in in_full("markdown", report_of(*late), EN)
    assert made.count("made-") == 100, "title and rule of fifty"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (7, "7"),
        (date(2016, 9, 30), "2016-09-30"),
        ("党课", "党课"),
        ("=1", "'=1"),
        (" -1", "' -1"),
        ("＠x", "'＠x"),
        ("a;=1;b; @c", "a;'=1;b;' @c"),
        ("a=1", "a=1"),
        ("a\tb", "a\\u{9}b"),
        ("长" * 9_000, "长" * 7_999 + "…"),
    ],
)
def test_no_cell_is_a_formula(value: object, shown: str) -> None:
    """What a spreadsheet would reckon begins with an apostrophe."""
    assert cell(value) == shown


def test_the_table_says_whose_it_is(full: Report) -> None:
    """What is folded, or for the committee above, in both languages."""
    made = in_full("csv", full, ZH)
    assert "归并入 try-2016/study-monthly" in made
    assert "上级党组织办" in made
    english = in_full("csv", full, EN)
    assert "folded into try-2016/study-monthly" in english
    assert "the committee above" in english
    assert made.count("\r\n") == len(full.branches[0].verdicts) + 2 + 1


@pytest.mark.parametrize("name", READERS)
def test_what_no_longer_fits_is_told(
    name: str, report_of: Callable[..., Report]
) -> None:
    """Duties that can no longer all be done, in every format; no identity is shared."""
    open_ = make("study-eight", "open", "none", need="8", have="5", due=AS_OF)
    (branch,) = report_of(open_).branches
    clash = Clash("days", (open_.key(),), AS_OF, date(2016, 12, 31), 3, 2)
    report = Report(AS_OF, (branch._replace(clashes=(clash,)),))
    for style, word in ((ZH, "只剩2个工作日"), (EN, "2 working days left")):
        texts = READERS[name](in_full(name, report, style))
        assert any(word in one for one in texts)
    assert len(set(prints(report))) == 1


def test_what_a_baseline_accepted_fails_nothing(
    report_of: Callable[..., Report],
) -> None:
    """It is no finding of a service, and is listed where everything is."""
    gap = make("lecture", "missed", "none", need="1", have="0", notes=(ACCEPTED,))
    (branch,) = report_of(gap).branches
    report = Report(AS_OF, (branch._replace(accepted=2),))
    assert prints(report) == []
    assert results(in_full("sarif", report, ZH)) == []
    assert {one.name for one in annotations(report)} == {"notice"}
    for style, word in ((ZH, "已接受（基线）"), (EN, "accepted (baseline)")):
        for name in ("junit", "markdown", "csv"):
            made = in_full(name, report, style)
            assert word in made.replace("Accepted", "accepted"), name
            READERS[name](made)
    (suite,) = JUnitXml.fromstring(in_full("junit", report, ZH).encode())
    assert (suite.failures, suite.errors, suite.skipped) == (0, 0, 1)
    assert "基线接受 2 处" in in_full("markdown", report, ZH)
    assert "2 accepted by the baseline" in in_full("markdown", report, EN)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_fault_that_a_baseline_accepted_is_listed(
    name: str, report_of: Callable[..., Report]
) -> None:
    """For people, under a head of its own; nothing is lacking but what was accepted."""
    fault = Fault("F305", "2016/乱.yaml", 2, 5, (("text", "2016-02-30"),))
    (branch,) = report_of(make("lecture", "met", "none", need="1", have="1")).branches
    none = Report(AS_OF, (branch,))
    report = Report(AS_OF, (branch._replace(accepted=1, accepted_faults=(fault,)),))
    for style, head, clear in (
        (ZH, "写错的记录，已接受（基线）", "除基线接受的以外，记录中未发现缺口。"),
        (EN, "Faults in records, accepted", "No gap found in the records but what"),
    ):
        made = in_full(name, report, style)
        assert head in made
        assert "2016-02-30" in made
        assert name == "html" or clear in made
        assert head not in in_full(name, none, style)


def test_an_item_about_something_else_is_passed_over() -> None:
    """Of the items of a plan the one of the right kind, whatever comes after it."""
    other = ITEM._replace(kinds=("party-lecture",), origin=Origin("x.yaml"))
    assert placed(JULY, ITEM, other) == "计划.yaml:9:3"


def test_help_of_what_is_not_known(report_of: Callable[..., Report]) -> None:
    """A rule whose pack is gone, and codes of errors and of nothing we know."""
    one = make("study-monthly", "missed", span=Span(AS_OF, AS_OF, "x"))
    error = Obstacle("P001", (("pack", "x"), ("known", "y")), 2)
    fault = Fault("F999", "a.yaml", 1, 1)
    tier = make("lecture~", "missed", "warning")
    report = report_of(one, tier, error=error, faults=(fault,))
    gone = report._replace(branches=(report.branches[0]._replace(packs=()),))
    for style in (ZH, EN):
        for each in (report, gone):
            READERS["sarif"](in_full("sarif", each, style))
