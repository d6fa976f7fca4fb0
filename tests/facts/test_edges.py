"""Edges of facts: the day beside, the second telling, the last of a list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lxyz.facts.gathering import has_too_many

from .conftest import Make


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        *((one, "image") for one in "jpg jpeg png gif bmp webp heic tif tiff".split()),
        *((one, "text") for one in "doc docx txt md wps rtf odt ppt pptx".split()),
        ("JPG", "image"),
        ("DOCX", "text"),
        ("zip", "file"),
    ],
)
def test_what_an_attachment_is(make: Make, suffix: str, kind: str) -> None:
    """A picture or a text by its ending, in any case; all else is a file."""
    fact = make(
        f"类型: 党课\n日期: 2016-06-24\n出席情况: 全体\n附件: 一.{suffix}\n"
    ).one("party-lecture")
    assert kind in fact.attrs["evidence"]
    assert fact.attrs["evidence"] <= {kind, "file"}


@pytest.mark.parametrize(
    ("day", "told"), [("2016-12-30", ["F512"]), ("2016-12-31", []), ("2017-01-01", [])]
)
def test_a_planned_document_of_the_day_itself(
    make: Make, day: str, told: list[str]
) -> None:
    """Only what was planned for a day gone by is told of: the check is on the 31st."""
    made = make(f"类型: 学习总结\n日期: {day}\n状态: 计划\n")
    assert [code for code, _, _ in made.told] == told


def test_the_graded_after_one_graded_twice(make: Make) -> None:
    """Who is graded twice keeps the first; those after him, and after a name nobody
    knows, are graded all the same."""
    made = make("""
        类型: 评议等次
        日期: 2016-12-20
        等次:
          优秀: 王敏
          合格: 王民、王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、许诺、胡斌
        """)
    assert [code for code, _, _ in made.told] == ["F401", "F403"]
    grades = {
        name: one.attrs["grade"] for one in made.all for name in one.people["about"]
    }
    assert grades == {
        "王敏": "excellent",
        **dict.fromkeys(
            "陈静 李娜 郭芳 阿依古丽·艾山 周建国 许诺 胡斌".split(), "qualified"
        ),
    }


TOLD = "- {{类型: 党课, 日期: 2016-06-24, 出席情况: 全体, 地点: {}}}\n"


@pytest.mark.parametrize("places", ["甲乙", "乙甲"])
def test_which_telling_stands_does_not_hang_on_its_line(
    make: Make, places: str
) -> None:
    """Two tellings of one meeting: what they say decides, not where it stands."""
    made = make("".join(TOLD.format(place) for place in places))
    assert [code for code, _, _ in made.told] == ["F501"]
    assert made.one("party-lecture").attrs["place"] == "乙"


def test_candidates_alone_are_no_year(make: Make) -> None:
    """Those who wish to join stand in the profile; no record is of a year."""
    branch = """
        名称: 第九党支部
        规则包: bj-2016
        支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}]
        发展党员:
          - {姓名: 林晓, 阶段: 发展对象, 步骤: [{名称: 积极分子, 日期: 2015-03-01}]}
        党员: [{姓名: 王敏, 起: 2014-11-20}]
        """
    made = make("类型: 党课\n日期: 2016-06-24\n出席情况: 全体\n", branch=branch)
    (candidate,) = made.facts.of(["candidate"])
    assert (candidate.loose, candidate.date) == (True, None)
    assert candidate.attrs["steps"] == (("activist", date(2015, 3, 1), ""),)
    assert list(made.facts.years()) == [2016]


def test_a_commitment_told_twice_is_checked_as_one(make: Make) -> None:
    """Each telling brings a check; both are of the one commitment."""
    row = "类型: 承诺\n日期: 2016-03-05\n党员: 李娜\n目标: 值班\n检查日期: {}\n"
    made = make(row.format("2016-06-01"), row.format("2016-09-01"))
    commitment = made.one("commitment")
    assert [one.date for one in made.of("commitment-check")] == [
        date(2016, 6, 1),
        date(2016, 9, 1),
    ]
    assert all(one.links == (commitment,) for one in made.of("commitment-check"))


def test_what_one_telling_knows_is_known(make: Make) -> None:
    """A field that cannot be read in one file and can in the other is known."""
    row = "类型: 承诺\n日期: 2016-03-05\n党员: 李娜\n目标: 值班\n期限: {}\n"
    spoiled = row.format("年底")
    alone = make(spoiled, misread=("F304",))
    assert "due" in alone.one("commitment").unknown
    both = make(spoiled, row.format("2016-11-30"), misread=("F304",))
    assert both.one("commitment").unknown == frozenset()
    assert both.one("commitment").attrs["due"] == date(2016, 11, 30)


@pytest.mark.parametrize(
    ("name", "month", "day", "known"),
    [
        ("宋涛", "2016-05", "2016-06-20", True),  # left on 31 May, pays after it
        ("宋涛", "2016-06", "2016-06-01", False),
        ("宋涛", "2016-06", "2016-05-31", False),  # in advance, for a month too much
        ("许诺", "2016-06", "2016-05-20", True),  # joins on 1 June, pays before it
        ("许诺", "2016-05", "2016-06-02", False),
        ("许诺", "2016-05", "2016-05-31", False),
    ],
)
def test_dues_of_who_was_here_in_the_month(
    make: Make, name: str, month: str, day: str, *, known: bool
) -> None:
    """A person is looked up on the day of payment, or the nearest of the month."""
    made = make(
        f"类型: 交纳党费\n明细: [{{月份: {month}, 日期: {day}, 党员: {name}}}]\n"
    )
    assert bool(made.told) is not known


def test_all_others_of_another_item(make: Make) -> None:
    """Who has a row of his own for one item is of the others all the same."""
    made = make("""
        类型: 积分登记
        明细:
          - {日期: 2016-07-04, 项目: 甲, 分值: 8, 党员: 李娜}
          - {日期: 2016-07-04, 项目: 乙, 分值: 5, 党员: 全体}
        """)
    assert {
        one.attrs["value"]
        for one in made.all
        if "李娜" in one.people["about"] and one.attrs["item"] == "乙"
    } == {"5"}


def test_an_answer_without_a_note(make: Make) -> None:
    """Who answered, and nothing beside it."""
    made = make(
        "类型: 人工确认\n规则: bj-2016/dues-use\n日期: 2016-12-28\n由谁: 王敏\n结论: 是\n"
    )
    (answer,) = made.facts.judgements.attestations
    assert (answer.by, answer.note, answer.subject) == ("王敏", "", "")
    assert (answer.answer, answer.year) == (True, 2016)


MANY = "类型: 学习计划\n日期: 2016-01-01\n期间: 2016\n条目:\n"


@pytest.mark.parametrize(
    ("weekly", "single", "told", "kept"),
    [
        (96, 7, 0, 4999),
        (96, 8, 0, 5000),
        (96, 9, 1, 5000),
        (96, 60, 1, 5000),
        (97, 0, 1, 5000),
    ],
)
def test_as_many_items_of_plans_as_are_taken(
    make: Make, weekly: int, single: int, told: int, kept: int
) -> None:
    """Ninety-six for every week are 4992: with eight more all are taken, with nine one
    is not, and that is told once."""
    first = date(2016, 1, 1)
    lines = ["- {时段: 每周, 类型: 集体学习}\n"] * weekly
    lines += [
        f"- {{时段: {first + timedelta(days=number)}, 类型: 党课}}\n"
        for number in range(single)
    ]
    made = make(MANY + "".join(lines))
    assert [code for code, _, _ in made.told] == ["F510"] * told
    items = made.of("plan-item")
    assert len(items) == kept
    # Of as many as are taken there may have been more.
    assert has_too_many(made.facts.profile, items) is (kept == 5000)


@pytest.mark.parametrize(("items", "told"), [(4, 0), (5, 1)])
def test_as_many_items_of_the_plans_of_members(
    make: Make, items: int, told: int
) -> None:
    """What a hundred members plan for each week is more than any branch plans, and is
    taken, beside what the branch plans; five a week of each are too many."""
    names = "、".join(
        f"{a}{b}" for a in "赵钱孙李周吴郑王冯陈" for b in "一二三四五六七八九十"
    )
    branch = f"名称: 甲\n规则包: b\n党员:\n  - {{姓名: {names}, 起: 2010-01-01}}\n"
    own = "类型: 个人学习计划\n日期: 2016-01-01\n期间: 2016\n党员: 全体\n条目:\n"
    weekly = "- {时段: 每周, 类型: 自学}\n"
    made = make(
        own + weekly * items, MANY + weekly.replace("自学", "集体学习"), branch=branch
    )
    assert [code for code, _, _ in made.told] == ["F510"] * told
    kept, every = made.of("personal-plan-item"), made.of("plan-item")
    assert len(kept) == (25_000 if told else 52 * 100 * items)
    assert len(every) == len(kept) + 52
    assert has_too_many(made.facts.profile, every) is bool(told)


def test_a_misspelt_name_behind_a_known_one(make: Make) -> None:
    """Whoever it may mean is not made present, though the one before it is known."""
    made = make("""
        类型: 党课
        日期: 2016-06-24
        出席情况: {出席: 全体, 请假: 李娜（出差）、王民（病假）}
        """)
    assert [code for code, _, _ in made.told] == ["F401"]
    present = made.one("party-lecture").people["present"]
    assert "王敏" not in present
    assert "陈静" in present


def test_a_record_is_not_based_on_itself(make: Make) -> None:
    """A link to its own day and kind means another, or nothing."""
    made = make("类型: 党课\n日期: 2016-06-24\n出席情况: 全体\n依据: 2016-06-24 党课\n")
    assert [code for code, _, _ in made.told] == ["F505"]
    assert made.one("party-lecture").links == ()


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("目标: 值班", "目标: 值班", 1),
        ("目标: 值班", "目标: 走访", 2),
        ("目标: 值班", "措施: 按表", 1),
    ],
)
def test_two_commitments_of_one_day(
    make: Make, first: str, second: str, number: int
) -> None:
    """Two goals are two; one that says no goal is the one that does."""
    row = "类型: 承诺\n日期: 2016-03-05\n党员: 李娜\n"
    assert len(make(f"{row}{first}\n", f"{row}{second}\n").all) == number


def test_a_chain_of_names_is_parted_by_the_longest(make: Make) -> None:
    """Where a name begins another, the longer is meant."""
    branch = """
        名称: 第九党支部
        规则包: bj-2016
        支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}]
        党员: [{姓名: 王敏、司马、相如、司马相如, 起: 2014-11-20}]
        """
    made = make(
        "类型: 党课\n日期: 2016-06-24\n出席情况: {出席: 司马相如王敏}\n", branch=branch
    )
    assert made.values("F402")["parts"] == "司马相如、王敏"


def test_where_it_is_said_that_a_task_was_done(make: Make) -> None:
    """At the line of its day, not at the head of the record."""
    made = make("""
        类型: 交办任务
        日期: 2016-03-05
        党员: 李娜
        项目: 整理档案
        完成日期: 2016-04-01
        """)
    done = made.one("assigned-task-closed")
    assert (done.date, done.origin.line) == (date(2016, 4, 1), 5)


def test_a_misspelt_name_behind_a_guest(make: Make) -> None:
    """A guest who sent excuses is no one's misspelling; who comes after him may be."""
    made = make("""
        类型: 党课
        日期: 2016-06-24
        出席情况: {出席: 全体, 列席: 韩松, 请假: 韩松（出差）、王民（病假）}
        """)
    present = made.one("party-lecture").people["present"]
    assert "王敏" not in present
    assert "陈静" in present


def test_an_odd_spelling_is_told_once(make: Make) -> None:
    """However often it is written: here the first sign is that of a radical."""
    branch = """
        名称: 第九党支部
        规则包: bj-2016
        支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}]
        党员: [{姓名: 王敏、高山, 起: 2014-11-20}]
        """
    rows = [
        f"- {{类型: 党课, 日期: 2016-06-{day}, 出席情况: {{出席: \u2fbc山}}}}\n"
        for day in (23, 24)
    ]
    made = make("".join(rows), branch=branch)
    assert [code for code, _, _ in made.told] == ["F418"]
    assert all("高山" in one.people["present"] for one in made.of("party-lecture"))


@pytest.mark.parametrize(("honours", "told"), [("甲", []), ("甲乙", ["F507"])])
def test_two_records_of_many_persons(make: Make, honours: str, told: list[str]) -> None:
    """One record of sixty is meant whole, as far as links go; two are told of."""
    names = "、".join(
        f"{one}{two}" for one in "赵钱孙李周吴" for two in "一二三四五六七八九十"
    )
    branch = f"""
        名称: 第九党支部
        规则包: bj-2016
        支委会: [{{姓名: 赵一, 职务: 书记, 任职日期: 2014-11-20}}]
        党员: [{{姓名: {names}, 起: 2014-11-20}}]
        """
    row = "- {{类型: 表彰, 日期: 2016-04-15, 党员: 全体, 荣誉: {}}}\n"
    link = "- {类型: 支委会, 日期: 2016-05-01, 状态: 已开展, 依据: 2016-04-15 表彰}\n"
    made = make("".join(row.format(one) for one in honours) + link, branch=branch)
    assert [code for code, _, _ in made.told] == told
    assert len(made.one("committee-meeting").links) == 50


@pytest.mark.parametrize(
    ("written", "like"),
    [
        ("王书记", "王敏"),
        ("阿依副书记", "阿依古丽·艾山"),
        ("书记", ""),
        ("钱书记", ""),  # nobody's
        ("王书记甲", ""),
    ],
)
def test_a_surname_with_a_post(make: Make, written: str, like: str) -> None:
    """Whom it may mean is asked; who was there stays unknown."""
    made = make(f"类型: 党课\n日期: 2016-06-24\n出席情况: {written}\n")
    assert made.values("F401") == {"name": written, "like": like}


def test_a_name_that_says_who_came(make: Make) -> None:
    """It is not corrected to a name, which would turn it round."""
    lines = "李娜请假 李娜出差 李娜没来 其余参加 其余都来了 除李娜外都去了 除李娜外全体"
    for line in (*lines.split(), "除李娜", "全体除李娜"):
        made = make(f"类型: 党课\n日期: 2016-06-24\n出席情况: {line}\n")
        assert made.values("F401") == {"name": line, "apart": "attendance"}


def test_a_name_that_says_that_nobody_met(make: Make) -> None:
    """It is asked to say so where that is said; of 所有人 it is asked for 全体."""
    for line in ("未召开", "因故取消"):
        made = make(f"类型: 党课\n日期: 2016-06-24\n出席情况: {line}\n")
        assert made.values("F401") == {"name": line, "apart": "unheld"}
    for line in ("所有人", "都到了"):
        made = make(f"类型: 党课\n日期: 2016-06-24\n出席情况: {line}\n")
        assert made.values("F401") == {"name": line, "like": "全体"}


@pytest.mark.parametrize(
    ("record", "like"),
    [
        ("类型: 党课\n日期: 2016-06-24\n出席情况: {请假: 李娜出差}\n", "李娜（出差）"),
        ("类型: 党课\n日期: 2016-06-24\n主持人: 李娜出差\n状态: 已开展\n", "李娜"),
        ("类型: 党课\n日期: 2016-06-24\n出席情况: {出席: 全体参加}\n", "全体"),
        ("类型: 党课\n日期: 2016-06-24\n出席情况: 全提\n", "全体"),
        ("类型: 心得体会\n日期: 2016-06-24\n党员: 李娜出差\n", "李娜"),
        ("类型: 评议等次\n日期: 2016-06-24\n等次: {合格: 李娜出差}\n", "李娜"),
    ],
)
def test_a_reason_is_thought_of_behind_who_is_excused(
    make: Make, record: str, like: str
) -> None:
    """Anywhere else what stands behind a name is no reason."""
    assert make(record).values("F401")["like"] == like


@pytest.mark.parametrize(("most", "kept"), [(1, 1), (2, 2), (3, 2), (4, 3)])
def test_as_many_persons_as_are_told_of(
    make: Make, monkeypatch: pytest.MonkeyPatch, most: int, kept: int
) -> None:
    """What is over them is told once, by day, and not taken."""
    monkeypatch.setattr("lxyz.facts.build._MOST", most)
    branch = "名称: 甲\n规则包: b\n党员: [{姓名: 王敏、陈静, 起: 2010-01-01}]\n"
    dues = "- {类型: 交纳党费, 日期: 2016-0%d-08, 党员: 全体, 月份: 2016-0%d}\n"
    made = make("".join(dues % (month, month) for month in (3, 2, 1, 4)), branch=branch)
    assert [code for code, _, _ in made.told] == ["F526"]
    assert len(made.of("dues-payment")) == 2 * kept


@pytest.mark.parametrize(("most", "kept"), [(2, 1), (3, 2), (4, 2), (5, 3)])
def test_as_many_steps_as_are_listed(
    make: Make, monkeypatch: pytest.MonkeyPatch, most: int, kept: int
) -> None:
    """What is over them is told once, by day, and not taken; of three sittings with two
    steps, one agenda item, and two materials."""
    monkeypatch.setattr("lxyz.facts.build._MOST_LISTED", most)
    sitting = "- {类型: 集体学习, 日期: 2016-0%d-08, 出席情况: 全体, %s}\n"
    lists = ["学习材料: [党章, 准则]", "环节: [领学, 讨论]", "议题: [领学]"]
    made = make("".join(sitting % (4 - at, one) for at, one in enumerate(lists, 1)))
    assert [code for code, _, _ in made.told] == ["F527"] * (kept < 3)
    assert len(made.of("collective-study")) == kept
