"""The catalogue: every code of the source has its sentences, and no other."""

import ast
import re
from pathlib import Path

import pytest

from lxyz.errors import LxyzError, PackError
from lxyz.files.origin import Fault
from lxyz.render.said.faults import error_sentence, fault_sentence, with_fix
from lxyz.render.said.tables import table

FAULTS, ERRORS = table("faults"), table("errors")
SOURCE = Path(__file__).parents[2] / "src" / "lxyz"
_CODE = re.compile(r"""["']([FEP]\d{3})["']""")
_HAN = re.compile("[\u3400-\u9fff]")
_HOLE = re.compile(r"\{([a-z_]+)\}")


def used() -> set[str]:
    """All codes that the source (but for the catalogue) speaks of."""
    found: set[str] = set()
    for file in SOURCE.rglob("*.py"):
        if file.parent.name != "said":
            found |= set(_CODE.findall(file.read_text(encoding="utf-8")))
    return found


def test_every_code_has_its_sentences_and_no_other() -> None:
    """Every code has its sentences and no other."""
    assert used() == set(FAULTS) | set(ERRORS)


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_each_fault_is_said_in_both_languages(code: str) -> None:
    """Each fault is said in both languages."""
    zh, zh_fix, en, en_fix = FAULTS[code]
    assert _HAN.search(zh) or not _HOLE.sub("", zh)
    assert zh_fix
    assert en
    assert en_fix
    for text in (zh, zh_fix, en, en_fix):
        assert text.count("[[") == text.count("]]")
        assert not text.endswith(("。", "."))


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_each_error_is_said_in_both_languages(code: str) -> None:
    """Each error is said in both languages."""
    zh, en = ERRORS[code]
    assert _HAN.search(zh)
    assert en


def calls() -> dict[str, set[str]]:
    """The names of the values that the source gives with each code."""
    found: dict[str, set[str]] = {}
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for one in node.args:
                    if isinstance(one, ast.Constant) and _CODE.fullmatch(
                        f'"{one.value}"'
                    ):
                        names = {word.arg for word in node.keywords if word.arg}
                        if getattr(node.func, "attr", "") == "tell":
                            names |= {"text", "kinds"}  # it gives them by place
                        found.setdefault(str(one.value), set()).update(names)
    return found


def test_sentences_ask_for_no_value_that_is_never_given() -> None:
    """Sentences ask for no value that is never given."""
    given = calls()
    # Their code, or their values, are worked out before they are given.
    computed = set(
        "F101 F102 F110 F125 F304 F305 F306 F403 F404 F425 F427 F601 F602 F603 E207".split()
    )
    for code, said in {**FAULTS, **ERRORS}.items():
        holes = {name for text in said for name in _HOLE.findall(text)}
        if code not in computed:
            assert holes <= given.get(code, set()), code


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", sorted(FAULTS))
def test_a_fault_without_values_still_speaks(code: str, lang: str) -> None:
    """A fault without values still speaks."""
    sentence, _ = fault_sentence(Fault(code, "a.yaml", 1, 1), lang)
    assert sentence
    assert not _HOLE.search(sentence)
    assert "[[" not in sentence


def fault(code: str, **values: str) -> Fault:
    """A fault with these values."""
    return Fault(code, "a.yaml", 1, 1, tuple(values.items()))


def test_the_repaired_line_is_shown() -> None:
    """The repaired line is shown."""
    sentence, fix = fault_sentence(fault("F101", fixed="类型: 党课", more="6"), "zh")
    assert sentence == "全角冒号“：”应为半角冒号加空格"
    assert fix == "改成 类型: 党课（本文件还有 6 处同样的）"
    assert (
        "还有"
        not in fault_sentence(fault("F101", fixed="类型: 党课", more="0"), "zh")[1]
    )


def test_reasons_are_translated() -> None:
    """Reasons are translated."""
    one = fault("F304", text="6月24日", why="year-missing", shown="2016-06-24")
    assert fault_sentence(one, "zh")[0] == "日期“6月24日”缺年份"
    assert fault_sentence(one, "en")[0] == "the date “6月24日” lacks the year"
    assert (
        "星期五"
        in fault_sentence(
            fault("F306", text="2016-06-24 星期四", shown="星期五"), "zh"
        )[0]
    )
    assert "Friday" in fault_sentence(fault("F306", text="x", shown="星期五"), "en")[0]
    two = fault("F404", name="刘洋", state="present", other="excused")
    assert fault_sentence(two, "zh")[0] == "刘洋 又在“出席”又在“请假”，按“请假”算"


def test_an_example_is_no_correction() -> None:
    """A day that there is not has no right spelling: what is shown is an example."""
    one = fault("F304", text="20161301", why="compact", shown="2016-06-24")
    assert fault_sentence(one, "zh")[1] == "写成 2016-06-24 的样子"
    two = fault("F304", text="20160624", why="compact", shown="2016-06-24")
    assert fault_sentence(two, "zh")[1] == "写成 2016-06-24"


def test_english_has_english_keys_and_kinds() -> None:
    """English has English keys and kinds."""
    assert (
        fault_sentence(fault("F205", key="姓名、职务"), "en")[0]
        == "“name, post” is missing"
    )
    assert (
        "party-lecture"
        in fault_sentence(fault("F301", word="党刻", like="党课"), "en")[0]
    )
    asked = fault("F302", word="会议", asked="写 党员大会、支委会、党小组会")
    assert fault_sentence(asked, "en") == (
        "“会议” may mean several kinds",
        "write the exact kind: all-member-meeting, committee-meeting, group-meeting",
    )
    where = fault("F202", key="请假", where="“请假”写在“出席情况”下面，缩进两格")
    assert "attendance" in fault_sentence(where, "en")[1]
    where = fault("F202", key="present", where="attendance: {present: all}")
    assert [fault_sentence(where, lang)[1] for lang in ("zh", "en")] == [
        "attendance: {present: all}",
        "use attendance: {present: all} instead, or leave it out",
    ]


def test_a_date_that_cannot_be_read_gets_an_example_not_a_guess() -> None:
    """A date that cannot be read gets an example not a guess."""
    one = fault("F304", text="去年", why="other", shown="2016-06-24")
    assert fault_sentence(one, "zh")[1] == "写成 2016-06-24 的样子"


def test_an_unknown_code_shows_its_values() -> None:
    """An unknown code shows its values."""
    assert fault_sentence(fault("F999", a="1", b="\x1b"), "zh") == (
        "F999 a=1、b=\\u{1B}",
        "",
    )
    assert error_sentence(LxyzError("E999", a="1"), "en") == "E999 a=1"


def test_errors_in_both_languages() -> None:
    """Errors in both languages."""
    error = PackError("P001", pack="x", known="bj-2016")
    assert error_sentence(error, "zh") == (
        "找不到规则包“x”（现有：bj-2016；自己的规则包写文件夹路径）"
    )
    assert error_sentence(error, "en").startswith("no rule pack “x”")
    more = PackError("P002", file="a", line=3, text="t", more=0)
    assert error_sentence(more, "zh") == "规则包写法有误：a 第 3 行：t"


@pytest.mark.parametrize(
    ("sentence", "fix", "lang", "said"),
    [
        ("缺“日期”", "补上", "zh", "缺“日期”；补上"),
        ("是否 甲？", "改成 甲", "zh", "是否 甲？改成 甲"),
        ("no date", "write it", "en", "no date; write it"),
        ("is it a?", "write a", "en", "is it a? write a"),
        ("缺“日期”", "", "zh", "缺“日期”"),
    ],
)
def test_a_sentence_with_its_fix(sentence: str, fix: str, lang: str, said: str) -> None:
    """In one line; a question has its mark already."""
    assert with_fix(sentence, fix, lang) == said


def test_a_key_where_there_are_few() -> None:
    """Which there are is said: the way out of it is not the note."""
    one = Fault(
        "F201",
        "a.yaml",
        1,
        1,
        (("key", "领学"), ("like", ""), ("here", "主讲、主题发言")),
    )
    assert fault_sentence(one, "zh")[1].startswith("这里只写 主讲、主题发言；删去")
    assert "there are lecturer, keynote here" in fault_sentence(one, "en")[1]
