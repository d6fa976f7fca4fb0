"""Cases: what comes out as expected, what differs and how, what is no case at all."""

from __future__ import annotations

import pytest

from lxyz.errors import PackError
from lxyz.render.said.problems import problem_sentence
from lxyz.workshop.cases import Result, run_cases, without_cases

from .conftest import Build

RULE = "id: lecture, count: {of: {kind: party-lecture}}"
SHARED = (
    "branch:\n  name: 样例支部\n  packs: [t-2016]\n  fixed_day: 7\n"
    "  members: [{name: 林晨、何苗, from: 2014-11-20}]\ncases:\n"
)
HELD = "records: [{kind: party-lecture, date: 2016-06-24, attendance: all}]"


def run(pack: Build, *cases: str, rule: str = RULE, **more: str) -> list[Result]:
    """The results of cases, each written as the inside of a flow mapping."""
    text = SHARED + "".join(f"- {{{case}}}\n" for case in cases)
    made = pack(rule, cases=text, **more)
    return run_cases(made, made.folder)


def wrong(pack: Build, case: str, rule: str = RULE) -> str:
    """What is wrong with one case; it is known in Chinese."""
    (result,) = run(pack, case, rule=rule)
    if result.wrong:
        assert problem_sentence(result.wrong, "zh")[0] in "PF", result.wrong
    return result.wrong


@pytest.mark.parametrize(
    "expect",
    [
        "met",
        "{outcome: met, need: 1, have: 1, level: none, due: 2016-12-31}",
        "{outcome: met, subject: 样例支部, span: 2016, folded: no}",
        "{outcome: met}",
    ],
)
def test_as_expected(pack: Build, expect: str) -> None:
    """Nothing is wrong with what comes out as it should."""
    case = f"rule: lecture, name: 有, as_of: 2016-12-31, {HELD}, expect: {expect}"
    (result,) = run(pack, case)
    assert result == Result("lecture", "有", 7, "met")


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ("missed", "outcome: met (样例支部 2016; have 1)"),
        ("{outcome: met, have: 2}", "have: 1 (样例支部 2016; have 1)"),
        ("{outcome: met, folded: yes}", "folded: no (样例支部 2016; have 1)"),
        ("{outcome: met, notes: band}", "notes:  (样例支部 2016; have 1)"),
        ("{outcome: met, subject: 甲}", "no verdict (of 1): 样例支部 2016 met"),
        ("{outcome: met, label: 甲}", "no verdict (of 1): 样例支部 2016 met"),
        ("{outcome: met, span: 2015}", "no verdict (of 1): 样例支部 2016 met"),
        ("{outcom: met}", "expect"),
        ("[met, late]", "expect"),
        ("{label: 甲}", "expect"),  # without an outcome anything would be as expected
    ],
)
def test_what_differs(pack: Build, expect: str, told: str) -> None:
    """The first difference, with what there is."""
    case = f"rule: lecture, name: 有, as_of: 2016-12-31, {HELD}, expect: {expect}"
    assert wrong(pack, case) == told


@pytest.mark.parametrize(
    ("expect", "told", "zh"),
    [
        (
            "met",
            "outcome: missed (样例支部 2016; have 0)",
            "P609 outcome 是 missed（样例支部 2016；已有 0）",
        ),
        (
            "{outcome: met, subject: 甲}",
            "no verdict (of 1): 样例支部 2016 missed",
            "P608 没有这样的判断（这条规则共 1 个：样例支部 2016 missed）",
        ),
    ],
)
def test_what_differs_and_why(pack: Build, expect: str, told: str, zh: str) -> None:
    """What is doubtful in its records is told beside it; where it fits, it is not."""
    unsaid = "records: [{kind: party-lecture, date: 2016-06-24}]"
    case = f"rule: lecture, name: 没写, as_of: 2017-01-01, {unsaid}, expect: {expect}"
    found = wrong(pack, case)
    assert found == f"{told}; line 7: F506 day=2016-06-24"
    assert problem_sentence(found, "zh").startswith(f"{zh}；第 7 行 F506 2016-06-24 ")
    assert wrong(pack, case.replace(expect, "missed")) == ""


@pytest.mark.parametrize(
    ("rule", "record", "told", "zh"),
    [
        (
            "count: {of: {kind: party-lecture, theme: 奋斗}}",
            "date: 2016-06-24, theme: 坚守, attendance: all",
            "counts but for theme",
            "这条只差 theme 不合要求",
        ),
        (
            "when: {every: year, by: 06-30, late: never}, count: {of: {kind: party-lecture}}",
            "date: 2016-07-01, attendance: all",
            "counts but for its day",
            "这条只差日子不在规定的日期里",
        ),
        (
            "for: secretary, count: {of: {kind: party-lecture, as: present}}",
            "date: 2016-06-24, attendance: {present: 何苗, absent: 林晨}",
            "counts, but the person is absent",
            "这条要的那个人是 absent",
        ),
        # What a rule is about is none of its subjects but for this.
        (
            "for: fact, each: {kind: party-lecture, theme: 奋斗}, has: {topic: some}",
            "date: 2016-06-24, theme: 坚守, attendance: all",
            "counts but for theme",
            "这条只差 theme 不合要求",
        ),
        (
            "for: fact, each: {kind: party-lecture, theme: 奋斗, topic: 甲}, has: {topic: some}",
            "date: 2016-06-24, theme: 坚守, attendance: all",
            "",
            "",
        ),
        # What was called off is told by nothing.
        (
            "count: {of: {kind: party-lecture}}",
            "date: 2016-06-24, status: cancelled, reason: 防汛",
            "",
            "",
        ),
    ],
)
def test_what_nearly_counts(
    pack: Build, rule: str, record: str, told: str, zh: str
) -> None:
    """The record that is nearest to what is asked, and by what it does not count."""
    case = (
        "rule: lecture, name: 差, as_of: 2017-01-01, expect: met, "
        "branch: {committee: [{name: 林晨, post: 书记, since: 2014-11-20}]}, "
        f"records: [{{kind: party-lecture, {record}}}]"
    )
    found = wrong(pack, case, f"id: lecture, {rule}")
    assert found.partition("; line 7: ")[2] == told
    assert problem_sentence(found, "zh").endswith(
        f"；第 7 行 P613 {zh}" if zh else "）"
    )


def test_a_rule_of_rows_is_named_with_its_row(pack: Build) -> None:
    """Each row is a rule of its own."""
    rule = "id: lecture, rows: [{id: a, n: 1}, {id: b, n: 2}], count: {of: {kind: party-lecture}, min: $n}"
    case = "rule: lecture, name: x, as_of: 2016-12-31, expect: met"
    told = "no such rule: each row is one: lecture/a、lecture/b"
    assert wrong(pack, case, rule) == told


def test_there_is_no_such_verdict(pack: Build) -> None:
    """Those that there are are told, the first of them; why one is of nobody, in words."""
    case = "rule: lecture, name: 无, as_of: 2016-12-31, expect: {outcome: met, subject: 甲}"
    monthly = f"{RULE}, when: {{every: month}}"
    told = "、".join(f"样例支部 2016-0{month} missed" for month in (1, 2, 3))
    assert wrong(pack, case, monthly) == f"no verdict (of 12): {told}、…"
    later = wrong(pack, case, f"{RULE}, years: [2017]")
    about = "样例支部 2016 not-applicable"
    assert later == f"no verdict (of 1): {about} why:other-year"
    assert problem_sentence(later, "zh") == (
        f"P608 没有这样的判断（这条规则共 1 个：{about} 只要求别的年度）"
    )
    differs = wrong(
        pack,
        case.replace("{outcome: met, subject: 甲}", "met"),
        f"{RULE}, years: [2017]",
    )
    assert differs == "outcome: not-applicable (case of 样例支部 2016 why:other-year)"
    assert problem_sentence(differs, "zh") == (
        "P609 outcome 是 not-applicable（样例支部 2016 只要求别的年度）"
    )


def test_notes_expected(pack: Build) -> None:
    """All that are named must be among those there are."""
    band = "{every: year, from: 06-15, to: 07-15, band: {from: 06-01, to: 07-31}}"
    held = "records: [{kind: party-lecture, date: 2016-07-20, attendance: all}]"
    case = (
        f"rule: lecture, name: 带, as_of: 2016-12-31, {held}, expect: {{notes: {{}}}}"
    )
    rule = f"{RULE}, when: {band}"
    assert wrong(pack, case.replace("{}", "band"), rule) == ""
    assert wrong(pack, case.replace("{}", "[band]"), rule) == ""
    assert wrong(pack, case.replace("{}", "[band, soft]"), rule).startswith(
        "notes: band"
    )


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("rule: gone, name: x, as_of: 2016-12-31, expect: met", "no such rule"),
        (
            "rule: lectures, name: x, as_of: 2016-12-31, expect: met",
            "no such rule, but lecture",
        ),
        ("rule: lecture, name: x, expect: met", "as_of"),
        ("rule: lecture, name: x, as_of: 2016-13-01, expect: met", "as_of"),
        ("rule: lecture, name: x, as_of: 2016-12-31, year: 16, expect: met", "year"),
        ("rule: lecture, name: x, as_of: 2016-12-31", "expect or days"),
        ("rule: lecture, nam: x, expect: met", "no such key: nam"),
        (
            "rule: lecture, name: x, as_of: 2016-12-31, expect: met, days: {2016-05-01: met}",
            "expect or days",
        ),
        (
            "rule: lecture, name: x, as_of: 2016-12-31, expect: failed",
            "no such outcome: met、late、planned、open、overdue、missed、waived、not-applicable、undecidable、attest",
        ),
    ],
)
def test_what_is_no_case(pack: Build, case: str, told: str) -> None:
    """Told, never passed over."""
    assert wrong(pack, case) == told


def test_a_text_is_no_case(pack: Build) -> None:
    """An item that is no mapping counts as wrong."""
    made = pack(RULE, cases=f"{SHARED}- 有\n")
    (result,) = run_cases(made, made.folder)
    assert (result.line, result.wrong) == (7, "not a case")


def test_days_run(pack: Build) -> None:
    """`$day` is each day in turn, in records, as_of and the profile."""
    lecture = "{kind: party-lecture, date: $day, attendance: all}"
    results = run(
        pack,
        f"rule: lecture, name: 天, as_of: 2017-01-01, records: [{lecture}],"
        " days: {2015-12-31: missed, 2016-01-01: met, 2016-12-31: met}",
        "rule: lecture, name: 到, as_of: $day,"
        " days: {2016-12-31: open, 2017-01-01: missed}",
        "rule: lecture, name: 册, as_of: 2016-12-31,"
        " branch: {fixed_day: $day}, days: {7: open}",
    )
    assert [one.wrong for one in results] == [""] * 6
    assert results[0].name == "天（2015-12-31）"


def test_the_year_of_a_case(pack: Build) -> None:
    """Another year than the pack's, where the case says so."""
    late = "records: [{kind: party-lecture, date: 2018-06-24, attendance: all}]"
    case = f"rule: lecture, name: 后, as_of: 2018-12-31, {late}, expect: met"
    assert wrong(pack, case).startswith("outcome: ")
    assert wrong(pack, f"year: 2018, {case}") == ""


def test_the_profile_of_a_case(pack: Build) -> None:
    """Keys are replaced, 无 takes one out, what is not named stays."""
    rule = "id: slot, when: now, late: ever, has: {fixed_day: some}"
    asked = "rule: slot, name: x, as_of: 2016-12-31"
    assert wrong(pack, f"{asked}, expect: met", rule) == ""
    assert (
        wrong(pack, f"{asked}, branch: {{fixed_day: 无}}, expect: overdue", rule) == ""
    )
    other = f"{asked}, branch: {{name: 乙}}, expect: {{outcome: met, subject: 乙}}"
    assert wrong(pack, other, rule) == ""


def test_a_fault_in_a_case(pack: Build) -> None:
    """A record that is wrong makes the case wrong, unless it is about the fault."""
    bad = "records: [{kind: party-lecture, date: 2016-6-31, attendance: all}]"
    case = f"rule: lecture, name: 坏, as_of: 2016-12-31, {bad}, expect: "
    assert wrong(pack, f"{case}open").startswith("line 7: F305 ")
    assert wrong(pack, f"{case}{{outcome: open, fault: yes}}") == ""


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("records: 没有", "records"),
        ("records: {kind: party-lecture}", "records"),
        ("days: 2016-12-31", "days"),
        ("branch: 无", "branch"),
        ("year: [2016]", "year"),
    ],
)
def test_a_part_of_another_form(pack: Build, given: str, key: str) -> None:
    """It was left out, and the case was as expected for want of it."""
    case = f"rule: lecture, name: 缺, as_of: 2017-01-01, {given}, expect: missed"
    assert wrong(pack, case) == f"{key}: not of its form"
    none = "rule: lecture, name: 缺, as_of: 2017-01-01, records: 无, expect: missed"
    assert wrong(pack, none) == ""


def test_parameters_of_a_case(pack: Build) -> None:
    """The branch of a case sets them; a value that does not fit is the case's fault."""
    rule = f"{RULE[:-1]}, min: $least}}"
    more = "params: {least: {value: 1, source: text}}\n"

    def told(value: str) -> str:
        params = f"branch: {{params: {{t-2016/least: {value}, other/x: 3}}}}"
        case = f"rule: lecture, name: 参, as_of: 2016-12-31, {params}, {HELD}"
        (result,) = run(pack, f"{case}, expect: met", rule=rule, more=more)
        return result.wrong

    assert told("1") == ""
    assert told("2").startswith("outcome: open")
    assert told("许多").startswith("P003")
    assert problem_sentence(told("许多"), "zh").startswith(
        "P003 规则包 t-2016 的参数不合用"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "F007"),
        ("- 3\n", "not a mapping"),
        ("branch：甲\n", "F101 more=0 fixed=branch: 甲"),
        ("cases: [1]\n", "branch and cases"),
        ("branch: {name: 甲}\ncases: 3\n", "branch and cases"),
        # Wrong in every case, and told once; what it lacks, a case may have.
        (
            "branch: {name: 甲, packs: t-2016, comittee: 书记}\ncases: [{rule: a}]\n",
            "F201 key=comittee like=committee here=",
        ),
    ],
)
def test_a_file_of_no_use(pack: Build, text: str, code: str) -> None:
    """Code and place, as an error of the pack."""
    made = pack(RULE, cases=text or "\n")
    with pytest.raises(PackError) as raised:
        run_cases(made, made.folder)
    assert raised.value.code == "P002"
    assert raised.value.values["file"] == "t-2016/cases.yaml"
    assert raised.value.values["text"] == code


def test_no_file_at_all(pack: Build) -> None:
    """Without cases.yaml there is nothing to run, and that is said."""
    made = pack(RULE)
    (made.folder / "cases.yaml").unlink()
    with pytest.raises(PackError) as raised:
        run_cases(made, made.folder)
    assert raised.value.code == "P005"


@pytest.mark.parametrize("expect", ["met", "{outcome: met, fault: F722}"])
def test_a_branch_that_is_none(pack: Build, expect: str) -> None:
    """More members than a branch has: there is nothing to judge, whatever is expected."""
    crowd = ", ".join(
        f"{{name: 林{chr(0x4E00 + n)}, from: 2014-11-20}}" for n in range(301)
    )
    case = f"rule: lecture, name: 多, as_of: 2016-12-31, branch: {{members: [{crowd}]}}"
    told = wrong(pack, f"{case}, {HELD}, expect: {expect}")
    assert told.partition(": ")[2].startswith("F722")


def test_rules_without_cases(pack: Build) -> None:
    """Each rule wants a kept and a missed case; every outcome of either kind will do."""
    made = pack(RULE, f"id: two, {RULE.partition(', ')[2]}, title: 乙")
    kept, missed = Result("lecture", "", 1, "late"), Result("lecture", "", 1, "overdue")
    assert without_cases(made, [kept, missed]) == [("two", "kept"), ("two", "missed")]
    assert ("lecture", "missed") in without_cases(made, [kept])
    assert ("lecture", "kept") in without_cases(made, [missed])
