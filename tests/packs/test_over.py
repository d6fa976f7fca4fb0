"""Packs over packs: like, instead, set; each is judged on its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lxyz.errors import PackError
from lxyz.facts.fact import Facts
from lxyz.fleet.branch import Options, check_branch
from lxyz.packs.bind import bind
from lxyz.packs.load import load_packs, read_pack
from lxyz.packs.types import Aside, Pack
from lxyz.plan import Ask, make_plan

from ..trial import BRANCH, days_of, facts_of, held, judge

Write = Callable[..., Path]

UPPER = """
- {id: meet, count: {of: {kind: party-lecture}}, when: {every: quarter}}
- {id: advice, modality: should, count: {of: {kind: party-lecture}, min: 2}}
- {id: often, count: {of: {kind: party-lecture}, min: $many}}
- {id: window, count: {of: {kind: organization-life-meeting}}, when: {every: year, in: $window}}
- {id: has-theme, for: fact, each: {kind: party-lecture}, has: {theme: some}}
"""
PARAMS = """
params:
  many: {value: 2, source: tool}
  window: {value: {from: 10-01, to: 12-31}, source: text}
  open: {source: text}
  shut: {value: 1, source: tool, fixed: yes}
  effective_from: {value: 2016-01-01, source: text}
"""
LOCAL = {"extends": ["zb-2016"], "from": "2016-01-01"}
BY = "by: {org: 市委, doc: 一号文}"


@pytest.fixture
def over(write: Write) -> Callable[..., Path]:
    """A local pack over a superior one."""

    def written(rules: str = "", more: str = "", **head: object) -> Path:
        write("zb-2016", UPPER, PARAMS)
        return write("loc-2016", rules, more, **{**LOCAL, **head})

    return written


def told(folder: Path) -> list[str]:
    """What is wrong in a pack."""
    return [one.text for one in read_pack(folder).problems]


def places(folder: Path) -> list[str]:
    """The lines in which it stands."""
    lines = (folder / "pack.yaml").read_text("utf-8").splitlines()
    return [lines[one.line - 1] for one in read_pack(folder).problems]


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ("{id: r, like: zb-2016/meet, when: {every: month}}", ""),
        ("{id: r, like: zb-2016/meet}", ""),
        (
            "{id: r, like: zb-2016/meet, when: {every: year}}",
            "r: like zb-2016/meet, but looser",
        ),
        (
            "{id: r, like: zb-2016/meet, when: {every: week}}",
            "r: does not compare with zb-2016/meet: use instead",
        ),
        ("{id: r, like: zb-2016/advice, modality: must}", ""),
        ("{id: r, like: zb-2016/often, count: {min: 3}}", ""),
        (
            "{id: r, like: zb-2016/often, count: {min: 1}}",
            "r: like zb-2016/often, but looser",
        ),
        ("{id: r, like: zb-2016/window, when: {in: {from: 11-01, to: 12-31}}}", ""),
        ("{id: r, like: zb-2016/gone}", "r: like: no such rule: zb-2016/gone"),
        (
            "{id: r, like: bj-2016/meet}",
            "r: like: bj-2016/meet: not a pack this one extends",
        ),
        (
            "{id: r, like: zb-2016/meet, instead: zb-2016/meet}",
            "r: either like or instead",
        ),
        (f"{{id: r, like: zb-2016/meet, {BY}}}", "r: by belongs to instead"),
        (
            f"{{id: r, count: {{of: {{kind: party-lecture}}}}, {BY}}}",
            "r: by belongs to instead",
        ),
        (
            "{id: r, instead: zb-2016/meet, when: {every: year}}",
            "r: instead of a must (zb-2016/meet) needs by: {org, doc}",
        ),
        (
            "{id: r, instead: zb-2016/meet, when: {every: year}, by: 市委}",
            "r: instead of a must (zb-2016/meet) needs by: {org, doc}",
        ),
        (f"{{id: r, instead: zb-2016/meet, when: {{every: year}}, {BY}}}", ""),
        ("{id: r, instead: zb-2016/meet, when: {every: month}}", ""),
        ("{id: r, instead: zb-2016/advice, count: {min: 1}}", ""),
        (f"{{id: r, instead: zb-2016/has-theme, has: {{topic: some}}, {BY}}}", ""),
        (
            f"{{id: r, instead: zb-2016/has-theme, count: {{of: {{kind: filing, link: subject}}}}, {BY}}}",
            "",
        ),
    ],
)
def test_verbs(over: Callable[..., Path], rule: str, wrong: str) -> None:
    """A raise asks for more, a replacement says who allowed it; else it is no pack."""
    problems = told(over(rule))
    assert problems[:1] == ([wrong] if wrong else [])


def test_a_rule_by_its_differences(over: Callable[..., Path]) -> None:
    """What is not said is the other's; a span of its own period is taken whole, and so
    is another test."""
    pack = read_pack(
        over(f"""
- {{id: a, like: zb-2016/window, when: {{late: never}}}}
- {{id: b, instead: zb-2016/window, when: {{every: month}}, {BY}}}
- {{id: c, instead: zb-2016/has-theme, attest: 有没有主题, {BY}}}
""")
    )
    a, b, c = (raw.written for raw in pack.raws)
    assert a["when"] == {"every": "year", "in": "$window", "late": "never"}
    assert a["from"] == "2016-01-01"
    assert b["when"] == {"every": "month"}
    assert "has" not in c
    assert c["attest"] == "有没有主题"


def test_the_later_version_is_meant(write: Write) -> None:
    """A rule like one with versions is like the one that begins last."""
    write(
        "zb-2016",
        """
- {id: meet, to: 2016-06-30, count: {of: {kind: party-lecture}}, when: {every: month}}
- {id: meet, from: 2016-07-01, count: {of: {kind: party-lecture}}, when: {every: quarter}}
""",
    )
    local = write(
        "loc-2016", "{id: r, like: zb-2016/meet, when: {every: quarter}}", **LOCAL
    )
    assert told(local) == []


def test_a_number_of_the_tool_stays_one(over: Callable[..., Path]) -> None:
    """A rule like one that rests on a number of the tool rests on it too; moved by a
    document it stands in a text."""
    rule = "{id: r, like: zb-2016/often, title: 更多}"
    assert bind(read_pack(over(rule))).tools == {"r": ("many",)}
    own = "params: {many: {value: 3, source: text}}"
    assert bind(read_pack(over(rule, own))).tools == {"r": ()}
    moved = read_pack(over(rule, "set: {zb-2016/many: {value: 4, clause: 三}}"))
    assert bind(moved).tools == {"r": ()}
    assert bind(moved).values["many"] == "4"


@pytest.mark.parametrize(
    ("setting", "wrong"),
    [
        ("zb-2016/open: {value: 3, clause: 三}", ""),
        ("zb-2016/many: {value: 3, clause: 三}", ""),
        (
            "zb-2016/window: {value: {from: 12-01, to: 12-31}, clause: 三}",
            "set: zb-2016/window stands in the text: it needs by: {org, doc}",
        ),
        (f"zb-2016/window: {{value: {{to: 12-31}}, clause: 三, {BY}}}", ""),
        ("zb-2016/shut: {value: 3, clause: 三}", "set: zb-2016/shut is fixed"),
        ("zb-2016/gone: {value: 3, clause: 三}", "set: no such param: zb-2016/gone"),
        (f"zb-2016/effective_from: {{value: 2016-05-01, clause: 三, {BY}}}", ""),
        (
            f"zb-2016/effective_from: {{value: soon, clause: 三, {BY}}}",
            "set: effective_from: soon",
        ),
        (
            "b11-2016/gone: {value: 3, clause: 三}",
            "set: b11-2016/gone: not a pack this one extends",
        ),
    ],
)
def test_set(over: Callable[..., Path], setting: str, wrong: str) -> None:
    """What the superior left open may be filled; what stands in its text only by leave."""
    folder = over("", f"set: {{{setting}}}")
    assert told(folder) == ([wrong] if wrong else [])
    assert all(one.startswith('set: {"') for one in places(folder))


def test_a_chain_of_instead_is_refused(over: Callable[..., Path], write: Write) -> None:
    """A rule that is instead of another is not replaced again."""
    over("{id: r, instead: zb-2016/meet, when: {every: month}}")
    third = write("unit-2016", "{id: s, instead: loc-2016/r}", extends=["loc-2016"])
    assert told(third)[:1] == ["s: instead: loc-2016/r is itself instead of another"]


# --- in force together -----------------------------------------------------------


def in_force(*folders: Path) -> dict[str, Pack]:
    """Packs in force together, by id."""
    return {pack.id: pack for pack in load_packs(folders)}


def test_what_it_stands_on_is_in_force_too(over: Callable[..., Path]) -> None:
    """With a local pack the superior's is judged, as the local one sets it."""
    packs = in_force(
        over(
            "{id: r, instead: zb-2016/meet, when: {every: month}}",
            "set: {zb-2016/open: {value: 3, clause: 三}}",
        )
    )
    assert list(packs) == ["zb-2016", "loc-2016"]
    assert packs["zb-2016"].params["open"].value == "3"
    assert packs["zb-2016"].params["open"].fixed == "yes"
    assert packs["zb-2016"].aside == {"meet": (Aside("loc-2016/r", "2016-01-01"),)}
    assert packs["loc-2016"].above == ("zb-2016",)


def test_a_pack_set_by_another_is_not_for_a_branch_to_move(
    over: Callable[..., Path],
) -> None:
    """A parameter that is fixed cannot be laid over."""
    upper = in_force(over("", "set: {zb-2016/many: {value: 3, clause: 三}}"))["zb-2016"]
    with pytest.raises(PackError) as caught:
        bind(upper, (("many", "1"),))
    assert caught.value.values == {"pack": "zb-2016", "text": "many: fixed"}


@pytest.mark.parametrize(
    ("rule", "more", "text"),
    [
        (
            "{id: r, instead: zb-2016/meet, when: {every: month}}",
            "",
            "instead: zb-2016/meet: loc-2016/r",
        ),
        ("", "set: {zb-2016/open: {value: 3, clause: 三}}", "set: zb-2016/open"),
    ],
)
def test_two_that_say_so_of_the_same(
    over: Callable[..., Path], write: Write, rule: str, more: str, text: str
) -> None:
    """Two local packs cannot both replace a rule, or set a parameter."""
    one, other = over(rule, more), write("district-2016", rule, more, **LOCAL)
    with pytest.raises(PackError) as caught:
        load_packs((one, other))
    assert caught.value.code == "P003"
    assert caught.value.values == {"pack": "district-2016", "text": text}


def test_a_value_that_does_not_fit(over: Callable[..., Path]) -> None:
    """A parameter set to what its rule cannot use ends the run, with the rule."""
    with pytest.raises(PackError) as caught:
        load_packs((over("", "set: {zb-2016/many: {value: 多, clause: 三}}"),))
    assert caught.value.values["text"].startswith("often: count.min")


def test_the_same_id_twice(write: Write, tmp_path: Path) -> None:
    """A pack named over two paths is one; two of one id are none."""
    one = write("zb-2016", UPPER, PARAMS)
    assert list(in_force(one, tmp_path / "." / "zb-2016" / ".." / "zb-2016")) == [
        "zb-2016"
    ]
    other = write("zb-other", UPPER, PARAMS)
    (other / "pack.yaml").write_text((one / "pack.yaml").read_text("utf-8"), "utf-8")
    with pytest.raises(PackError) as caught:
        load_packs((one, other))
    assert caught.value.code == "P007"


# --- judged ----------------------------------------------------------------------


def _outcomes(folder: Path, facts: Facts, year: int = 2016) -> dict[str, list[str]]:
    """Outcomes by rule."""
    found: dict[str, list[str]] = {}
    for pack in load_packs((folder,)):
        for one in judge(facts, bind(pack), year, date(2017, 1, 1)):
            found.setdefault(one.rule, []).append(one.outcome)
    return found


def test_raised(over: Callable[..., Path]) -> None:
    """Both are judged: what is raised leaves the other as it is."""
    found = _outcomes(
        over("{id: r, like: zb-2016/meet, when: {every: month}}"),
        facts_of(held("2016-01-05", "2016-04-05", "2016-07-05", "2016-10-05")),
    )
    assert found["zb-2016/meet"] == ["met"] * 4
    assert found["loc-2016/r"].count("met") == 4
    assert found["loc-2016/r"].count("missed") == 8


@pytest.mark.parametrize(
    ("days", "upper", "local"),
    [
        # For ever: the other only says that it is set aside.
        ("", ["not-applicable"], 12),
        # Spans that begin before its day stay the other's, later ones are its own.
        ("from: 2016-07-01", ["missed", "missed"], 6),
        ("from: 2016-04-02", ["missed", "missed"], 8),
        ("to: 2016-06-30", ["missed", "missed"], 6),
        ("to: 2016-12-31", ["not-applicable"], 12),
        ("from: 2017-01-01", ["missed"] * 4, 1),
    ],
)
def test_replaced(
    over: Callable[..., Path], days: str, upper: list[str], local: int
) -> None:
    """Each day is governed by one of the two, and by one alone."""
    more = f", {days}" if days else ""
    folder = over(f"{{id: r, instead: zb-2016/meet, when: {{every: month}}{more}}}")
    found = _outcomes(folder, facts_of())
    assert found["zb-2016/meet"] == upper
    assert len(found["loc-2016/r"]) == local


def test_why_it_is_set_aside(over: Callable[..., Path]) -> None:
    """The rule set aside answers by which other."""
    folder = over("{id: r, instead: zb-2016/meet, when: {every: month}}")
    packs = in_force(folder)
    (one,) = (
        v
        for v in judge(facts_of(), bind(packs["zb-2016"]), 2016, date(2017, 1, 1))
        if v.rule == "zb-2016/meet"
    )
    assert one.notes == ("why:set-aside:loc-2016/r",)


def test_a_pack_without_a_first_day(write: Write) -> None:
    """A local pack that says no first day stands from the beginning."""
    write("zb-2016", UPPER, PARAMS)
    rule = "{id: r, instead: zb-2016/meet, when: {every: month}}"
    folder = write("loc-2016", rule, extends=["zb-2016"])
    assert in_force(folder)["zb-2016"].aside == {"meet": (Aside("loc-2016/r"),)}
    assert _outcomes(folder, facts_of())["zb-2016/meet"] == ["not-applicable"]


def test_a_branch_is_judged_so(over: Callable[..., Path], tmp_path: Path) -> None:
    """The program itself puts a pack over those it stands on."""
    over("{id: r, instead: zb-2016/meet, when: {every: month}}")
    home = tmp_path / "branch"
    home.mkdir()
    (home / "branch.yaml").write_text(
        BRANCH.replace("trial-2016", "../loc-2016"), "utf-8"
    )
    report = check_branch(home, Options(date(2016, 12, 31), 2016))
    assert [pack.id for pack in report.packs] == ["zb-2016", "loc-2016"]
    (aside,) = (one for one in report.verdicts if one.rule == "zb-2016/meet")
    assert aside.notes == ("why:set-aside:loc-2016/r",)


# --- what nobody may waive -------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("zb-2016/meet", ""),
        ("zb-2016/gone", "unwaivable: no such rule: zb-2016/gone"),
        ("zb-2016/mee", "unwaivable: no such rule: zb-2016/mee"),
        ("loc-2016/r", "unwaivable: loc-2016/r: not a pack this one extends"),
    ],
)
def test_unwaivable(over: Callable[..., Path], name: str, wrong: str) -> None:
    """Rules of packs that it extends; its own it marks itself."""
    folder = over("{id: r, like: zb-2016/meet}", f"unwaivable: {{{name}: 三}}")
    assert told(folder) == ([wrong] if wrong else [])
    assert all(one.startswith('unwaivable: {"') for one in places(folder))


def test_unwaivable_in_force(write: Write) -> None:
    """All rows of a rule, and its stricter tier, are meant; no other; by whom is said.
    Two packs may say it of one rule."""
    rows = """
- {id: dues, rows: [{id: a, n: 1}, {id: b, n: 2}], count: {of: {kind: party-lecture}, min: $n}}
- {id: dues-more, count: {of: {kind: party-lecture}}, soft: {count: {min: 3}}}
- {id: own, waivable: no, count: {of: {kind: party-lecture}, min: 4}}
"""
    write("zb-2016", rows)
    said = "unwaivable: {zb-2016/dues: 三}"
    one = write("loc-2016", "", said, extends=["zb-2016"])
    packs = in_force(one)
    firm = bind(packs["zb-2016"]).firm
    assert {name: by.strip() for name, by in firm.items()} == {
        "zb-2016/dues/a": "loc-2016 三",
        "zb-2016/dues/b": "loc-2016 三",
        "zb-2016/own": "zb-2016",
    }
    other = write(
        "unit-2016",
        "",
        "unwaivable: {zb-2016/dues: 四, zb-2016/dues-more: 四}",
        extends=["zb-2016"],
    )
    firm = bind(in_force(one, other)["zb-2016"]).firm
    assert firm["zb-2016/dues/a"] == "loc-2016 三"
    assert firm["zb-2016/dues-more"] == "unit-2016 四"
    assert firm["zb-2016/dues-more~"] == "unit-2016 四"
    assert bind(in_force(other.parent / "zb-2016")["zb-2016"]).firm.keys() == {
        "zb-2016/own"
    }


def test_a_rule_like_one_that_nobody_may_waive(write: Write) -> None:
    """Is none either, and may not say otherwise."""
    write("zb-2016", "{id: meet, waivable: no, count: {of: {kind: party-lecture}}}")
    assert bind(
        read_pack(write("loc-2016", "{id: r, like: zb-2016/meet}", **LOCAL))
    ).firm
    looser = "{id: s, like: zb-2016/meet, waivable: yes}"
    assert told(write("unit-2016", looser, **LOCAL)) == [
        "s: like zb-2016/meet, but looser"
    ]


IN_ITS_DAYS = """
- {id: three, count: {of: {kind: party-lecture}, min: 2}}
- {id: late, count: {of: {kind: quiz}}, when: {every: year, late: ever}}
- {id: by, count: {of: {kind: quiz}}, when: {every: year, by: 10-31}}
- {id: own, from: '2016-01-01', count: {of: {kind: quiz}}}
- {id: each, for: fact, each: {kind: party-lecture}, has: {theme: some}}
- {id: asked, attest: 做到没有}
"""


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        ({"from": "2016-03-01"}, "2016-03-01", "2016-12-31"),
        ({"to": "2016-09-30"}, "2016-01-01", "2016-09-30"),
        ({"from": "2016-03-01", "to": "2016-09-30"}, "2016-03-01", "2016-09-30"),
        ({"from": "2016-03-01", "to": "2017-06-30"}, "2016-03-01", "2016-12-31"),
        ({"from": "2016-01-01", "to": "2016-12-31"}, "2016-01-01", "2016-12-31"),
    ],
)
def test_what_takes_a_whole_year_takes_the_days_of_its_document(
    write: Write, days: dict[str, str], first: str, last: str
) -> None:
    """In the year in which a document begins, or ends, it asks for what is due once a
    year within its days, and a person is asked; else it would ask for nothing."""
    pack = read_pack(write("own-2016", IN_ITS_DAYS, **days))
    records = held("2016-02-29", "2016-03-01", "2016-09-30", "2016-10-01")
    found = judge(facts_of(records), bind(pack), 2016, date(2017, 1, 1))
    by_rule = {one.rule.partition("/")[2]: one for one in found}
    assert set(by_rule) == {"three", "late", "by", "own", "each", "asked"}
    whole = [by_rule[name] for name in ("three", "late", "own")]
    assert {one.span.label for one in whole} == {"2016"}
    assert [str(one.due) for one in whole] == [last, last, "2016-12-31"]
    kept = ("2016-02-29", "2016-03-01", "2016-09-30", "2016-10-01")
    assert days_of(by_rule["three"]) == [one for one in kept if first <= one <= last]
    assert by_rule["three"].until is None or str(by_rule["three"].until) == last
    assert by_rule["late"].outcome == "overdue"
    assert by_rule["asked"].outcome == "attest"


@pytest.mark.parametrize("days", [{}, {"from": "2016-03-01"}])
def test_an_item_is_late_whenever_its_document_begins(
    write: Write, days: dict[str, str]
) -> None:
    """After its own last day an item of a list may be made good in the year, whether
    or not the document asks for it from the first day of that."""
    cover = "{of: {kind: party-lecture}, tag: topic, all: [{is: 甲, by: 06-30}]}"
    pack = read_pack(write("own-2016", f"{{id: one, cover: {cover}}}", **days))
    (one,) = judge(facts_of(""), bind(pack), 2016, date(2016, 9, 30))
    assert (one.outcome, str(one.due), str(one.until)) == (
        "overdue",
        "2016-06-30",
        "2016-12-31",
    )


def test_several_years_take_the_days_of_their_document(write: Write) -> None:
    """A campaign of two calendar years asks once for what is due once in both; what was
    before its first day, or after its last, is not of it."""
    rule = "{id: once, count: {of: {kind: party-lecture}, min: 2}, when: {every: two-years, first: 2016}}"
    pack = read_pack(
        write("own-2016", rule, **{"from": "2016-09-15", "to": "2017-06-30"})
    )
    records = held("2016-09-14", "2016-09-15", "2017-06-30", "2017-07-01")
    for year in (2016, 2017):
        (one,) = judge(facts_of(records), bind(pack), year, date(2017, 7, 1))
        assert (one.outcome, str(one.due)) == ("met", "2017-06-30")
        assert days_of(one) == ["2016-09-15", "2017-06-30"]
        (one,) = judge(facts_of(""), bind(pack), year, date(2017, 7, 1))
        assert (one.outcome, one.level) == ("missed", "error")
        (one,) = judge(facts_of(""), bind(pack), year, date(2017, 6, 30))
        assert one.outcome == "open"
    (one,) = judge(facts_of(records), bind(pack), 2018, date(2018, 12, 31))
    assert one.outcome == "not-applicable"


def test_the_years_after_the_one_in_which_a_document_begins(write: Write) -> None:
    """They are asked for in whole, the last one to its last day."""
    days = {"from": "2016-03-01", "to": "2018-06-30"}
    pack = read_pack(write("own-2016", IN_ITS_DAYS, **days))
    for year, last in ((2017, "2017-12-31"), (2018, "2018-06-30")):
        records = held(f"{year}-01-01", f"{year}-06-30")
        found = judge(facts_of(records), bind(pack), year, date(year + 1, 1, 1))
        one = next(one for one in found if one.rule == "own-2016/three")
        assert (one.outcome, str(one.due)) == ("met", last)


CAMPAIGN = """
- {id: monthly, count: {of: {kind: party-lecture}}, when: {every: month}}
- {id: look-back, to: '2016-12-31', for: fact, each: {kind: study-summary}, when: {after: subject, within: 2m}, count: {of: {kind: party-member-activity}}}
"""


@pytest.mark.parametrize(
    ("year", "months", "codes"),
    [(2016, 9, []), (2017, 0, ["F713"]), (2018, 0, ["F713"])],
)
def test_a_document_that_ends(
    write: Write, tmp_path: Path, year: int, months: int, codes: list[str]
) -> None:
    """What a campaign asks ends with it, but for what says that it goes on; that nothing
    is asked any more is told."""
    write("own-2016", CAMPAIGN, to="2016-09-30")
    branch = tmp_path / "b"
    branch.mkdir()
    text = BRANCH.replace("规则包: trial-2016", "规则包: ../own-2016")
    (branch / "branch.yaml").write_text(text, "utf-8")
    record = f"- {{类型: 学习总结, 日期: {year}-10-08}}\n"
    (branch / "x.yaml").write_text(record, "utf-8")
    report = check_branch(branch, Options(date(year, 12, 31), year=year))
    found = [one for one in report.verdicts if one.outcome != "not-applicable"]
    asked = [one.rule.partition("/")[2] for one in found]
    assert asked == ["look-back"] * (year == 2016) + ["monthly"] * months
    assert [one.code for one in report.faults] == codes
    plan = make_plan(branch, Ask(date(year, 12, 31), year))
    assert [one.code for one in plan.faults] == codes


def test_a_pack_without_rules(write: Write, tmp_path: Path) -> None:
    """Asks nothing, which is told; not so where it only sets what another left open."""
    write("own-2016", "", "leaders: [处级]")
    write("zb-2016", UPPER, PARAMS)
    setting = "set: {zb-2016/many: {value: 4, clause: 三}}"
    write("loc-2016", "", setting, extends=["zb-2016"])
    branch = tmp_path / "b"
    branch.mkdir()

    def told(pack: str) -> list[tuple[str, str]]:
        text = BRANCH.replace("规则包: trial-2016", f"规则包: ../{pack}")
        (branch / "branch.yaml").write_text(text, "utf-8")
        report = check_branch(branch, Options(date(2016, 12, 31)))
        assert report.error is None
        return [(one.code, one.level) for one in report.faults]

    assert told("own-2016") == [("F717", "error")]
    assert told("loc-2016") == []


def test_one_that_goes_on_beside_it(write: Write, tmp_path: Path) -> None:
    """Where another pack asks something of the year, nothing is told."""
    write("own-2016", CAMPAIGN, to="2016-09-30")
    write("all-2016", "{count: {of: {kind: party-lecture}}}")
    branch = tmp_path / "b"
    branch.mkdir()
    text = BRANCH.replace("规则包: trial-2016", "规则包: ../own-2016、../all-2016")
    (branch / "branch.yaml").write_text(text, "utf-8")
    report = check_branch(branch, Options(date(2017, 12, 31), year=2017))
    assert report.faults == ()
