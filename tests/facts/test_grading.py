"""What an evaluation decides of each member: who is left out, whom it is of."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import Make

ALL = "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、胡斌、许诺"


def test_who_is_not_graded(make: Make) -> None:
    """A warning at the grades, that names each of them."""
    made = make("类型: 评议等次\n日期: 2016-12-20\n等次: {合格: 王敏、陈静、李娜}\n")
    assert made.told == [("F409", 3, 1)]
    assert made.levels("F409") == ["warning"]
    assert set(made.values("F409")["names"].split("、")) == (
        set(ALL.split("、")) - {"王敏", "陈静", "李娜"}
    )


@pytest.mark.parametrize(
    ("names", "told", "misread"),
    [
        (ALL, [], ()),
        ("王敏、王民", ["F401"], ()),
        ("王敏、李娜郭芳", ["F402"], ()),
        ("王敏、“李娜”", [], ("F410",)),
    ],
)
def test_nobody_is_left_out_where_somebody_is_unknown(
    make: Make, names: str, told: list[str], misread: tuple[str, ...]
) -> None:
    """A name that nobody knows may be any of those who are not graded."""
    text = f"类型: 评议等次\n日期: 2016-12-20\n等次: {{合格: {names}}}\n"
    made = make(text, misread=misread)
    assert [code for code, _, _ in made.told] == told


def test_an_unknown_name_elsewhere_hides_nobody(make: Make) -> None:
    """Who is left out of the grades is told, whatever else is wrong in the records."""
    made = make(
        "类型: 党课\n日期: 2016-01-04\n责任人: 王民\n状态: 已开展\n",
        "类型: 评议等次\n日期: 2016-12-20\n等次: {合格: 王敏}\n",
    )
    assert [code for code, _, _ in made.told] == ["F401", "F409"]


def test_grades_of_a_planned_evaluation(make: Make) -> None:
    """Share its state, its period and its day."""
    made = make(f"""
        类型: 民主评议党员
        计入年度: 2016
        日期: 2017-01-05
        等次: {{合格: {ALL}}}
        处置类型: {{教育帮助: 李娜}}
        """)
    evaluation = made.one("democratic-evaluation")
    found = [*made.of("evaluation-grade"), *made.of("member-disposition")]
    assert len(found) == 9
    for fact in found:
        assert (fact.state, fact.date) == ("planned", date(2017, 1, 5))
        assert fact.period.label == "2016"
        assert fact.links == (evaluation,)


def test_whom_a_disposition_is_of(make: Make) -> None:
    """Each is owner of his own, told where the names stand."""
    made = make(
        "类型: 民主评议党员\n日期: 2016-12-20\n出席情况: 全体\n"
        "处置类型:\n  限期改正: 李娜\n  教育帮助: 郭芳\n"
    )
    found = {
        tuple(one.people["owner"]): (one.attrs["disposition"], one.origin.line)
        for one in made.of("member-disposition")
    }
    assert found == {("李娜",): ("限期改正", 5), ("郭芳",): ("教育帮助", 6)}
    assert all(
        one.people["about"] == one.people["owner"]
        for one in made.of("member-disposition")
    )


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "{合格: 王敏、陈静、李娜、郭芳}",
            "{合格: 阿依古丽·艾山、周建国、胡斌、许诺}",
            [],
        ),
        (f"{{合格: {ALL}}}", "{合格: 李娜}", []),
        (f"{{合格: {ALL}}}", "{优秀: 李娜}", [("李娜", "优秀", "合格")]),
        (
            "{合格: 王敏、陈静、周建国、郭芳、阿依古丽·艾山、胡斌、许诺, 不定等次: 李娜}",
            "{合格: 李娜}",
            [],
        ),
    ],
)
def test_two_tables_of_one_year(
    make: Make, first: str, second: str, told: list[tuple[str, str, str]]
) -> None:
    """Nobody is left out whom the other names; a second grade must be that given before."""
    table = "类型: 评议等次\n日期: 2016-12-{}\n等次: {}\n"
    made = make(table.format(15, first), table.format(20, second))
    found = made.values("F433") if told else None
    assert [code for code, _, _ in made.told] == ["F433"] * len(told)
    for name, grade, other in told:
        assert found is not None
        assert (found["name"], found["grade"], found["other"]) == (name, grade, other)
        assert made.levels("F433") == ["warning"]


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (("06-20", "12-20"), []),
        (("06-20", "06-20"), ["F433"]),
        (("", "06-20"), ["F433"]),
    ],
)
def test_grades_of_two_evaluations(
    make: Make, of: tuple[str, str], told: list[str]
) -> None:
    """May differ, where each says of which it is."""
    held = "类型: 民主评议党员\n日期: 2016-{}\n出席情况: 全体\n"
    table = "类型: 评议等次\n日期: 2016-12-3{}\n等次: {{{}: {}}}\n{}"
    tables = [
        table.format(number, grade, ALL, day and f"依据: 2016-{day} 民主评议党员\n")
        for number, (grade, day) in enumerate(zip(("合格", "优秀"), of, strict=True))
    ]
    made = make(*(held.format(day) for day in ("06-20", "12-20")), *tables)
    assert sorted({code for code, _, _ in made.told}) == told
