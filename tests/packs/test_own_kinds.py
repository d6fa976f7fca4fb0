"""Kinds of record that a pack brings: from its file to verdict, plan, page and schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from lxyz.errors import PackError
from lxyz.fleet.branch import Options, check_branch
from lxyz.fleet.gather import kinds_of
from lxyz.packs.load import load_packs, read_pack
from lxyz.packs.ownkinds import kinds_in
from lxyz.plan import Ask, make_plan
from lxyz.report import BranchReport
from lxyz.vocabulary import OwnKind, vocabulary
from lxyz.workshop.cases import run_cases
from lxyz.workshop.lint import lint
from lxyz.workshop.schema_records import record_schema

Write = Callable[..., Path]

KINDS = """
kinds:
  政治生日: {like: theme-party-day, also: [过政治生日, political-birthday]}
  读书班: {like: collective-study}
  健康体检: {like: member-training}
  廉政承诺书: {like: thought-report}
implies: {读书班: [collective-study]}
"""
RULES = """
- {id: birthday, count: {of: {kind: 政治生日}, min: 2}}
- {id: study, count: {of: {kind: collective-study}}}
- {id: day, count: {of: {kind: theme-party-day}}}
- {id: class, count: {of: {kind: {all: [读书班, thematic-discussion]}}}}
- {id: class-theme, for: fact, each: {kind: 读书班}, has: {theme: some}, late: ever}
- {id: checkup, for: member, count: {of: {kind: 健康体检, as: about}}}
- {id: promise, for: member, count: {of: {kind: 廉政承诺书, as: owner}}}
- {id: planned, count: {of: {kind: plan-item, plans: 读书班}}}
- {id: none-such, modality: should, count: {of: {kind: 政治生日}, max: 3}}
"""
BRANCH = """\
名称: 第九党支部
规则包: ../trial-2016
支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}]
党员: [{姓名: 王敏、陈静, 起: 2014-11-20}]
"""
RECORDS = """\
- {类型: 过政治生日, 日期: 2016-02-03, 出席情况: 全体}
- {kind: political-birthday, date: 2016-06-06, attendance: all}
- 类型: 读书班、专题学习讨论
  日期: 2016-05-03
  主题: 初心
  出席情况: 全体
- {类型: 健康体检, 日期: 2016-04-04, 党员: 全体}
- {类型: 廉政承诺书, 日期: 2016-03-03, 党员: 王敏}
- 类型: 学习计划
  期间: 2016
  日期: 2016-01-10
  条目: [{时段: 2016-05, 类型: 读书班, 内容: 读书}]
"""


@pytest.fixture
def home(tmp_path: Path, write: Write) -> Path:
    """A branch beside the pack that brings the kinds."""
    write("trial-2016", RULES, KINDS)
    branch = tmp_path / "branch"
    branch.mkdir()
    (branch / "branch.yaml").write_text(BRANCH, "utf-8")
    (branch / "records.yaml").write_text(RECORDS, "utf-8")
    return branch


def checked(branch: Path, **options: object) -> BranchReport:
    """The report on a branch at the year's end."""
    asked = Options(date(2016, 12, 31))._replace(**options)  # type: ignore[arg-type]
    return check_branch(branch, asked)


def outcomes(report: BranchReport) -> dict[str, str]:
    """Outcomes by rule and, of members, name."""
    return {
        f"{one.rule.partition('/')[2]}{' ' + one.subject.name if one.subject.type == 'member' else ''}": (
            one.outcome.value
        )
        for one in report.verdicts
    }


def told(folder: Path) -> list[str]:
    """What is wrong in a pack."""
    try:
        return [one.text for one in read_pack(folder).problems]
    except PackError as error:
        return [str(error)]


def doubts(folder: Path) -> list[str]:
    """What lint says of it, but for the clauses, titles and cases that it has not."""
    lacks = ("trial-01", "cases.yaml", "kind is not used", "has the title of")
    found = [one.text for one in lint(read_pack(folder))]
    return [text for text in found if not any(one in text for one in lacks)]


def test_records_of_them_are_judged(home: Path) -> None:
    """By any of their names, beside other kinds, in plans; only what `implies` says
    counts as another kind, not what they are written like."""
    report = checked(home)
    assert report.faults == ()
    assert outcomes(report) == {
        "birthday": "met",
        "study": "met",
        "day": "open",
        "class": "met",
        "class-theme": "met",
        "checkup 王敏": "met",
        "checkup 陈静": "met",
        "promise 王敏": "met",
        "promise 陈静": "open",
        "planned": "met",
        "none-such": "open",
    }
    class_ = next(one for one in report.verdicts if one.rule.endswith("/class"))
    assert [one.kinds for one in class_.records] == [("thematic-discussion", "读书班")]
    assert ("读书班", "thematic-discussion") in {
        tuple(sorted(one.kinds, reverse=True)) for one in report.sittings
    }


def test_what_is_no_kind_is_told(home: Path) -> None:
    """With the nearest, which may be one that the pack brings; an unknown key as well."""
    text = "- {类型: 读书般, 日期: 2016-05-04, 出席情况: 全体}\n- {类型: 健康体检, 日期: 2016-05-04, 党员: 王敏, 主持人: 王敏}\n"
    (home / "more.yaml").write_text(text, "utf-8")
    found = [(one.code, dict(one.values)) for one in checked(home).faults]
    assert [code for code, _ in found] == ["F301", "F204"]
    assert found[0][1]["like"] == "读书班"


@pytest.mark.parametrize(
    ("kinds", "wrong"),
    [
        ("读书班: {like: collective-study}", ""),
        (
            "党课: {like: collective-study}",
            "kinds: 党课 is a kind already: party-lecture",
        ),
        (
            "读书班: {like: collective-study, also: [上党课]}",
            "kinds: 上党课 is a kind already: party-lecture",
        ),
        ("培训: {like: collective-study}", "kinds: 培训 is too vague for a kind"),
        ("读书班: {like: study}", "kinds: no such kind: study (study-plan?)"),
        (
            "读书班: {like: 集体学习}",
            "kinds: no such kind: 集体学习 (collective-study?)",
        ),
        ("读书班: {like: plan-item}", "kinds: nothing is like plan-item"),
        ("读书班: {like: a/b}", "pattern"),
        ("读书班: {like: xyzxyz}", "kinds: no such kind: xyzxyz"),
        ("读书班: {like: waiver}", "kinds: nothing is like waiver"),
        ("读书班: {also: [读书会]}", "Field required"),
        ("reading-class: {like: collective-study}", "pattern"),
        ("读、书班: {like: collective-study}", "pattern"),
        ("读*班: {like: collective-study}", "pattern"),
        ("读书班: {like: collective-study, also: [reading-class, 读书会]}", ""),
        ("读书班: {like: collective-study, also: ['*']}", "pattern"),
        ("读书班: {like: collective-study, also: [读*会]}", "pattern"),
        ("读书班: {like: collective-study, also: [2016]}", "pattern"),
        (f"读书班: {{like: collective-study, also: [{'读' * 21}]}}", "pattern"),
        (
            "{读书班: {like: collective-study}, 读书会: {like: collective-study, also: [读书班]}}",
            "kinds: 读书班 is 读书班 already",
        ),
    ],
)
def test_what_may_be_a_kind(write: Write, kinds: str, wrong: str) -> None:
    """A new Chinese name, like something that records can be."""
    written = kinds if kinds.startswith("{") else f"{{{kinds}}}"
    found = told(write("trial-2016", "", f"kinds: {written}"))
    assert bool(found) is bool(wrong)
    assert wrong in " ".join(found)


@pytest.mark.parametrize(
    "rule",
    [
        "count: {of: {kind: 集体学习}}",
        "count: {of: [{kind: party-lecture}, {kind: [party-lecture, 集体学习]}]}",
        "count: {of: {kind: party-lecture}, to: {kind: 集体学习}, min: 1/2}",
        "count: {of: {kind: plan-item, root: 集体学习}}",
        "for: fact, each: {kind: 集体学习}, has: {theme: some}",
        "cover: {of: {kind: {all: [集体学习, party-lecture]}}, tag: materials, all: [党章]}",
    ],
)
def test_a_kind_of_the_vocabulary_goes_by_its_english_name(
    write: Write, rule: str
) -> None:
    """And a Chinese name that nobody brings is no kind: said where it stands."""
    (found,) = told(write("trial-2016", f"{{id: r, {rule}}}"))
    assert found == "r: no such kind: 集体学习 (collective-study?)"


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("count: {of: {kind: 龘龘龘}}", "龘龘龘"),
        ("count: {of: {kind: qqqqqqqq}}", "qqqqqqqq"),
        ("count: {of: {kind: party-lectur}}", "party-lectur (party-lecture?)"),
        ("count: {of: {kind: plan-itm}}", "plan-itm (plan-item?)"),
        ("count: {of: {kind: step, root: zzzzzzzz}}", "zzzzzzzz"),
        ("count: {of: {kind: plan-item, plans: zzzzzzzz}}", "zzzzzzzz"),
        ("count: {of: {kind: plan-item, plans: {all: [zzzzzzzz]}}}", "zzzzzzzz"),
        ("count: {of: {kind: plan-item, plans: {not: [zzzzzzzz]}}}", "zzzzzzzz"),
        ("count: {of: {kind: filing, what: 党课}}", "党课 (party-lecture?)"),
        (
            "for: fact, each: {kind: party-lecture}, has: {rests_on: [some, 党课]}",
            "党课 (party-lecture?)",
        ),
        ("cover: {of: {kind: party-lecture}, tag: kind, all: [zzzzzzzz]}", "zzzzzzzz"),
        (
            "cover: {of: {kind: plan-item}, tag: plans, all: [{any: [zzzzzzzz, party-lecture], label: 甲}]}",
            "zzzzzzzz",
        ),
        (
            "each: {kind: party-lecture}, nth: {run: 3, of: {kind: party-lectur}}, has: {topic: some}",
            "party-lectur (party-lecture?)",
        ),
    ],
)
def test_kinds_that_no_fact_has(write: Write, rule: str, kind: str) -> None:
    """A rule of them would never be met, or never apply: the pack cannot be used."""
    (found,) = told(write("trial-2016", f"{{id: r, {rule}}}"))
    assert found == f"r: no such kind: {kind}"


def test_what_is_wrong_with_a_kind_is_told_where_it_is_brought(write: Write) -> None:
    """Not once more by each rule that asks for it."""
    rule = "{id: r, count: {of: {kind: 读书班}}}"
    more = (
        "kinds: {读书班: {like: collectiv-study}}\nimplies: {读书班: [party-lecture]}"
    )
    found = told(write("trial-2016", rule, more))
    assert found == ["kinds: no such kind: collectiv-study (collective-study?)"]


def test_implied_kinds_there_are_none_of(write: Write) -> None:
    """They would imply nothing, in silence: the pack cannot be used. Each is told of at
    its place, with its nearest."""
    more = "implies: {party-lectur: [zzzzzzzzz, step], 党课: [site-visit]}"
    rule = "{id: r, count: {of: {kind: party-lecture}}}"
    pack = read_pack(write("trial-2016", rule, more))
    assert [one.text for one in pack.problems] == [
        "implies: no such kind: party-lectur (party-lecture?)",
        "implies: no such kind: zzzzzzzzz",
        "implies: no such kind: 党课 (party-lecture?)",
    ]
    lines = (pack.folder / "pack.yaml").read_text("utf-8").splitlines()
    assert all("implies" in lines[one.line - 1] for one in pack.problems)


def test_lint_and_cases_know_them(write: Write) -> None:
    """Keys of what they are like are theirs; cases may hold such records."""
    folder = write("trial-2016", RULES, KINDS)
    assert doubts(folder) == []
    (folder / "cases.yaml").write_text(
        """\
branch: {name: 九, packs: [trial-2016], members: [{name: 王敏, from: 2014-11-20}]}
cases:
- rule: checkup
  name: 首尾
  as_of: 2017-01-01
  records: [{kind: 健康体检, date: $day, members: 王敏}]
  days: {2015-12-31: missed, 2016-01-01: met, 2016-12-31: met, 2017-01-01: missed}
""",
        "utf-8",
    )
    assert [one.wrong for one in run_cases(read_pack(folder), folder)] == [""] * 4


def test_lint_knows_what_they_have_not(write: Write) -> None:
    """A training has no topic of discussion; nobody presides over one."""
    rules = "{id: r, count: {of: {kind: 健康体检, level: member, host: some}}}"
    (found,) = doubts(write("trial-2016", rules, KINDS))
    assert found == "r: nobody stands as host in 健康体检: perhaps owner、about"


def test_a_pack_over_another_has_its_kinds(write: Write, tmp_path: Path) -> None:
    """Its own rules may ask for them; the same name for something else is refused."""
    write("zb-2016", "", "kinds: {读书班: {like: collective-study}}")
    head = {"extends": ["zb-2016"], "from": "2016-01-01"}
    lower = write("loc-2016", "{id: r, count: {of: {kind: 读书班}}}", "", **head)
    assert told(lower) == []
    assert [one.zh for one in kinds_in(load_packs((lower,)))] == ["读书班"]
    again = write(
        "lod-2016", "", "kinds: {读书会: {like: party-lecture, also: [读书班]}}", **head
    )
    assert told(again) == ["kinds: 读书班 is 读书班 already"]
    assert (tmp_path / "lod-2016").is_dir()


def test_two_packs_that_mean_different_things(home: Path, write: Write) -> None:
    """Cannot be in force together; two that mean the same can."""
    other = "../other-2016"
    (home / "branch.yaml").write_text(
        BRANCH.replace("../trial-2016", f"../trial-2016、{other}"), "utf-8"
    )
    rule = "{id: r, count: {of: {kind: 读书班}}}"
    write("other-2016", rule, "kinds: {读书班: {like: collective-study}}")
    assert checked(home).error is None
    # A pack is read once from a folder.
    (home / "branch.yaml").write_text(
        BRANCH.replace("../trial-2016", "../trial-2016、../third-2016"), "utf-8"
    )
    write("third-2016", rule, "kinds: {读书班: {like: party-lecture}}")
    report = checked(home)
    assert report.error == ("P006", (("pack", "third-2016"), ("kind", "读书班")), 2)


def test_checked_by_another_pack(home: Path) -> None:
    """The records are still of the kinds that the branch's own packs bring, and of those
    of the pack that is asked for."""
    report = checked(home, packs=("bj-2016",))
    assert [one.code for one in report.faults if one.level == "error"] == []
    assert [one.zh for one in kinds_of(home)][:1] == ["政治生日"]
    (home / "branch.yaml").write_text(
        BRANCH.replace("../trial-2016", "bj-2016"), "utf-8"
    )
    assert kinds_of(home) == ()
    pack = str(home.parent / "trial-2016")
    assert outcomes(checked(home, packs=(pack,)))["birthday"] == "met"
    (home / "branch.yaml").write_text("- 九\n", "utf-8")
    assert kinds_of(home) == ()


def test_a_pack_that_cannot_be_used_brings_none(home: Path, write: Write) -> None:
    """It is told of; which records are of its kinds cannot be known, nor that they are
    of none."""
    write("broken-2016", "{id: r, count: {of: {kind: 龘龘}}}", KINDS)
    (home / "branch.yaml").write_text(BRANCH.replace("trial", "broken"), "utf-8")
    report = checked(home)
    assert report.error is not None
    assert report.error[0] == "P002"
    assert "F301" not in {one.code for one in report.faults}


@pytest.mark.parametrize(
    "like",
    [slug for slug, one in vocabulary().kinds.items() if one.family != "judgement"],
)
def test_like_any_kind(like: str) -> None:
    """It has the keys of every kind that it is like, and its family."""
    words = vocabulary((OwnKind("某某会", like, ("某会",)),))
    table = words.table("record", words.families(("某某会",)))
    known = vocabulary()
    as_that = known.table("record", known.families((like,)))
    assert table == as_that
    assert words.kinds["某某会"].family == known.kinds[like].family
    assert words.kind("某会") == "某某会"
    assert known.kind("某会") is None


def test_like_kinds_of_every_family(home: Path, write: Write) -> None:
    """Records that say much are read, and judged, whatever they are like."""
    likes = "group-meeting study-plan rectification-list dues-payment commitment party-work-summary"
    names = ["某甲会", "某乙书", "某丙单", "某丁费", "某戊诺", "某己表"]
    kinds = dict(zip(names, likes.split(), strict=True))
    said = {name: {"like": like} for name, like in kinds.items()}
    rules = [
        {"id": f"r{n}", "count": {"of": {"kind": name, "level": ["branch", "member"]}}}
        for n, name in enumerate(kinds)
    ]
    write("trial-2017", json.dumps(rules), json.dumps({"kinds": said}))
    (home / "branch.yaml").write_text(
        BRANCH.replace("trial-2016", "trial-2017"), "utf-8"
    )
    (home / "records.yaml").write_text(
        """\
- {类型: 某甲会, 日期: 2016-02-03, 出席情况: 全体}
- {类型: 某乙书, 日期: 2016-02-03, 期间: 2016, 条目: [{时段: 2016-05, 类型: 党课}]}
- {类型: 某丙单, 日期: 2016-02-03, 条目: [{问题: 学得少, 主体: 支部, 措施: 多学}]}
- {类型: 某丁费, 日期: 2016-02-03, 月份: 2016-02, 党员: 全体}
- {类型: 某戊诺, 日期: 2016-02-03, 党员: 王敏, 目标: 多学}
""",
        "utf-8",
    )
    report = checked(home)
    assert report.error is None
    assert [one for one in report.faults if one.level == "error"] == []
    assert [one.outcome.value for one in report.verdicts] == ["met"] * 5 + ["open"]


def test_a_plan_has_them(home: Path) -> None:
    """What is lacking is planned, and once carried out nothing is."""
    (home / "records.yaml").unlink()
    plan = make_plan(home, Ask(date(2016, 1, 4), 2016))
    assert plan.left == ()
    kinds = sorted({kind for draft in plan.drafts for kind in draft.kinds})
    own = {"健康体检", "廉政承诺书", "政治生日", "读书班"}
    assert own < {*kinds}
    assert {*kinds} - own == {"study-plan", "theme-party-day", "thematic-discussion"}


def test_a_plan_is_written_in_either_language(home: Path) -> None:
    """Their names stay; the keys of their records are of the language."""
    from lxyz.render.page.style import Style
    from lxyz.render.plan.yaml import plan_yaml

    (home / "records.yaml").unlink()
    plan = make_plan(home, Ask(date(2016, 1, 4), 2016))
    english, chinese = (plan_yaml(plan, Style(lang)) for lang in ("en", "zh"))
    assert re.search(r"kind: 健康体检\n  date: \S+\n  members: all\n", english)
    assert re.search(r"类型: 健康体检\n  日期: \S+\n  党员: 全体\n", chinese)
    (home / "plan.yaml").write_text(chinese, "utf-8")
    assert checked(home, as_of=date(2016, 1, 4)).faults == ()


def test_assumed_records_of_them(home: Path, tmp_path: Path) -> None:
    """A plan that lies elsewhere is read like the branch's own files."""
    (home / "records.yaml").unlink()
    file = tmp_path / "plan.yaml"
    file.write_text(
        "- {类型: 读书班、专题学习讨论, 日期: 2016-12-31, 状态: 计划}\n", "utf-8"
    )
    report = checked(home, as_of=date(2016, 12, 30), assume=file)
    assert report.faults == ()
    assert outcomes(report)["class"] == "planned"


def test_their_names_are_nobody(home: Path) -> None:
    """Where a name is looked for, that of a kind is none."""
    text = "- {类型: 政治生日, 日期: 2016-05-04, 出席情况: 全体, 主持人: 读书班}\n"
    (home / "more.yaml").write_text(text, "utf-8")
    assert "读书班" not in {one.name for one in checked(home, redact=True).people}


def test_the_schema_for_editors_has_them(home: Path) -> None:
    """Their names are offered, their keys taken and those of others marked."""
    schema = record_schema(kinds_of(home))
    marks = jsonschema.Draft7Validator(schema)
    good = {"类型": "健康体检", "日期": "2016-04-04", "党员": "全体"}
    assert list(marks.iter_errors(good)) == []
    assert list(marks.iter_errors({**good, "类型": "健康体验"}))
    assert list(marks.iter_errors({**good, "议程": "学习"}))
    assert list(jsonschema.Draft7Validator(record_schema()).iter_errors(good))


def test_records_like_others_are_read_like_them(home: Path, write: Write) -> None:
    """What such a record holds makes the same facts; what is of the committee above is,
    and what there is one of for a person and month is one, on whatever day it is told."""
    said = {
        "某问题单": "problem-list",
        "某承诺": "commitment",
        "某任务": "assigned-task",
        "某定级": "evaluation-grade",
        "某月费": "dues-payment",
        "某中心组": "central-group-study",
        "某会": "committee-meeting",
        "某自修": "self-study",
        "某小组会": "group-meeting",
    }
    counts = {
        "problem": "{kind: problem, level: [branch, member]}",
        "check": "{kind: commitment-check, level: member}",
        "closed": "{kind: assigned-task-closed, level: member}",
        "grade": "{kind: 某定级, level: member, grade: qualified}",
        "no-other": "{kind: evaluation-grade, level: member}",
        "month": "{kind: 某月费, level: member}",
        "above": "{kind: 某中心组, level: above}",
        "officers": "{kind: 某会, present: {max: 1}}",
        "alone": "{kind: 某自修, mode: individual}",
        "planned-alone": "{kind: plan-item, plans: 某自修, mode: individual}",
    }
    least = {"month": "min: 2"}
    rules = ", ".join(
        f"{{id: {name}, count: {{of: {of}, {least.get(name, 'min: 1')}}}}}"
        for name, of in counts.items()
    )
    groups = "{id: groups, count: {of: {kind: plan-item, plans: 某小组会, level: group}, min: 2}}"
    kinds = json.dumps({"kinds": {name: {"like": like} for name, like in said.items()}})
    write("trial-2017", f"[{rules}, {groups}]", kinds)
    (home / "branch.yaml").write_text(
        BRANCH.replace("trial-2016", "trial-2017")
        + "党小组: [{名称: 一组, 组长: 王敏, 成员: 王敏}, {名称: 二组, 组长: 陈静, 成员: 陈静}]\n",
        "utf-8",
    )
    (home / "records.yaml").write_text(
        """\
- {类型: 某问题单, 日期: 2016-02-03, 条目: [{问题: 学得少, 主体: 支部}]}
- {类型: 某承诺, 日期: 2016-02-03, 党员: 王敏, 目标: 多学, 检查日期: 2016-05-06}
- {类型: 某任务, 日期: 2016-02-03, 党员: 王敏, 内容: 多学, 完成日期: 2016-05-06}
- {类型: 某定级, 日期: 2016-02-03, 等次: {合格: 王敏、陈静}}
- {类型: 某月费, 日期: 2016-02-03, 月份: 2016-02, 党员: 王敏}
- {类型: 某月费, 日期: 2016-02-04, 月份: 2016-02, 党员: 王敏}
- {类型: 某中心组, 日期: 2016-02-03, 状态: 已开展}
- {类型: 某会, 日期: 2016-02-04, 出席情况: 全体}
- {类型: 某自修, 日期: 2016-02-04, 出席情况: 全体}
- 类型: 学习计划
  期间: 2016
  日期: 2016-01-01
  条目: [{时段: 2016-05, 类型: 某自修}, {时段: 每季度, 类型: 某小组会}]
""",
        "utf-8",
    )
    report = checked(home)
    assert [(one.code, one.line, one.values) for one in report.faults] == []
    assert outcomes(report) == {
        **dict.fromkeys([*counts, "groups"], "met"),
        "no-other": "open",
        "month": "open",
    }


def test_a_plan_has_what_such_records_must_say(home: Path, write: Write) -> None:
    """A talk has two who talk, dues their month, an act of the committee above its
    organizer; `explain` shows the same."""
    said = {
        "某谈": "heart-to-heart-talk",
        "某月费": "dues-payment",
        "某中心组": "central-group-study",
    }
    rules = """\
[{id: talk, for: member, count: {of: {kind: 某谈, as: to}}},
 {id: dues, for: member, when: {every: half}, count: {of: {kind: 某月费, as: about}}},
 {id: above, count: {of: {kind: 某中心组, level: above}}},
 {id: group, for: member, count: {of: {kind: 某中心组, as: present}}}]
"""
    kinds = json.dumps({"kinds": {name: {"like": like} for name, like in said.items()}})
    write("trial-2017", rules, kinds)
    (home / "branch.yaml").write_text(
        BRANCH.replace("trial-2016", "trial-2017").replace(
            "20}]\n党", "20}, {姓名: 陈静, 职务: 组织委员, 任职日期: 2014-11-20}]\n党"
        )
        + "上级党组织: 机关党委\n",
        "utf-8",
    )
    (home / "records.yaml").unlink()
    plan = make_plan(home, Ask(date(2016, 1, 4), 2016))
    assert plan.left == ()
    of = {kind: [d for d in plan.drafts if d.kinds == [kind]] for kind in said}
    assert all({"from", "to"} <= one.values.keys() for one in of["某谈"])
    assert [one.values["month"][:4] for one in of["某月费"]] == ["2016", "2016"]
    assert {one.values.get("organizer") for one in of["某中心组"]} == {"机关党委"}
    assert all(of.values())


def test_lint_knows_what_they_are_like(write: Write) -> None:
    """It asks no more, and no less, of them than of the kinds that they are like."""
    said = {
        "某谈": "heart-to-heart-talk",
        "某月费": "dues-payment",
        "某承诺": "commitment",
        "某定级": "evaluation-grade",
        "某小组会": "group-meeting",
        "某中心组": "central-group-study",
    }
    rules = [
        "for: member, count: {of: {kind: %s, as: to}}|某谈",
        "for: member, count: {of: {kind: %s, as: present}}|某谈",
        "for: member, when: {every: month, late: ever}, count: {of: {kind: %s, as: about}}|某月费",
        "for: member, count: {of: {kind: %s, as: about, payer: self}}|某月费",
        "for: fact, each: {kind: %s, level: member}, has: {public: 'yes', goal: some}|某承诺",
        "for: fact, each: {kind: %s, level: member}, has: {grade: some}|某定级",
        "for: fact, each: {kind: %s, level: member}, has: {issued: some}|某定级",
        "count: {of: {kind: %s}}|某小组会",
        "count: {of: {kind: %s}}|某中心组",
    ]
    for number, text in enumerate(rules):
        rule, _, own = text.partition("|")
        found = []
        for kind in (said[own], own):
            folder = write(
                f"trial-{number}{len(found)}",
                f"{{id: r, {rule % kind}}}",
                json.dumps({"kinds": {own: {"like": said[own]}}}),
            )
            found.append([one.replace(kind, "…") for one in doubts(folder)])
        assert found[0] == found[1], text
