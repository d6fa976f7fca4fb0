"""Problems of packs are told with a code, in both languages, whatever they hold."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import lxyz
from lxyz.render.said.problems import problem_sentence
from lxyz.render.said.tables import rows, table

SOURCE = Path(lxyz.__file__).parent
CODE = re.compile(r"[PF]\d{3} ")


def raised() -> list[str]:
    """The texts of all ValueErrors of the models of packs, holes filled with `x`."""
    found = []
    for file in sorted((SOURCE / "packs").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                called = node.exc.func
                if isinstance(called, ast.Name) and called.id == "ValueError":
                    found.append(filled(node.exc.args[0]))
    return found


def filled(node: ast.expr) -> str:
    """A string, or an f-string with its holes filled."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.JoinedStr)
    parts = [one.value if isinstance(one, ast.Constant) else "x" for one in node.values]
    return "".join(str(part) for part in parts).replace(
        "here it is x", "here it is a month-day"
    )


@pytest.mark.parametrize("text", raised())
def test_what_models_refuse_is_known(text: str) -> None:
    """Every sentence of a model has its Chinese twin."""
    told = problem_sentence(f"rule: when: Value error, {text}", "zh")
    assert CODE.match(told), text
    assert "rule：when：" in told
    assert "Value error" not in told


@pytest.mark.parametrize("row", rows("problems"))
def test_each_is_found_again(row: tuple[str, ...]) -> None:
    """Filled with a word each sentence is found under its own code, with the word."""
    code, english, chinese, *better = row
    holes = set(re.findall(r"\{(\w+)\}", english))
    text = re.sub(r"\{(\w+)\}", "zz", english)
    for lang, template in (("zh", chinese), ("en", [english, *better][-1])):
        told = problem_sentence(f"r: {text}", lang)
        assert told.startswith(f"{code} r"), (told, text)
        assert told.count("zz") == len(re.findall(r"\{(\w+)\}", template))
    assert set(re.findall(r"\{(\w+)\}", chinese)) <= holes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lecture: foo: Extra inputs are not permitted", "P102 lecture：foo：这里没有这个键"),
        ("two: : Value error, exactly one of run, total", "P215 two：run、total 只写一个"),
        ("r: modality: Input should be 'must', 'may' or 'goal'", "P106 r：modality：只能是 'must'、'may'、'goal'"),
        ("pack.id: String should match pattern '^[a-z0-9][a-z0-9-]*$'", "P107 pack.id：写法不对，应为名字（小写字母、数字、连字符，不写路径）"),
        ("x: String should match pattern '^q$'", "P107 x：写法不对，应为^q$"),
        ("F101 more=0 fixed=pack: 甲", "F101 全角冒号“：”应为半角冒号加空格；改成 pack: 甲"),
        ("extends: up: r: under: no such rule: q", "P303 extends 的 up 不能用：P203 r：under 所写的规则没有：q"),
        ("extends: up: P004 (pack=./up, base=/a)", "P303 extends 的 up 不能用：P004 找不到规则包：./up 里没有 pack.yaml（从 /a 算起）"),
        ("extends: up: P002 (file=a, line=3, text=not a mapping, more=0)", "P303 extends 的 up 不能用：P002 规则包写法有误：a 第 3 行：P103 整个文件应是几行“键: 值”：pack.yaml 从 pack: 起，clauses.yaml 从 clauses: 起，cases.yaml 从 branch: 起（另有 0 处）"),
        ("line 4: F201 key=名", "P610 第 4 行 F201 不认识的键“名”；看看这一类记录有哪些键：docs/records.md"),
    ],
)  # fmt: skip
def test_the_code_and_the_place_come_first(text: str, told: str) -> None:
    """The code first, then the place in the rule, then what is wrong."""
    assert problem_sentence(text, "zh").startswith(told.partition("；看看")[0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("r: foo: Field required", "P101 r: foo: this key is missing"),
        (
            "x: String should match pattern '^[a-z0-9][a-z0-9-]*$'",
            "P107 x: not so written; it is a name (small letters, digits, hyphens; no path)",
        ),
        (
            "F007",
            "F007 the file is empty; see docs/from-document-to-pack.md; lxyz rules new makes one to begin with",
        ),
    ],
)
def test_what_pydantic_says_is_told_otherwise(text: str, told: str) -> None:
    """The English is what pydantic and the workshop say, grammars in words."""
    assert problem_sentence(text, "en") == told


@pytest.mark.parametrize(
    "text", ["", "quite new", "a: b: quite\x1b new", "F999 a=b", "P009 (a=b)"]
)
def test_what_is_not_known_stands_as_it_is(text: str) -> None:
    """Unknown texts pass, with nothing in them that a terminal would obey."""
    assert problem_sentence(text, "zh") == text.replace("\x1b", "\\u{1B}")


def test_every_grammar_has_a_pattern() -> None:
    """Each grammar of texts is found by its pattern, and every pattern is in words."""
    from typing import get_args

    from lxyz.packs import texts

    for name, chinese, english in rows("grammars"):
        field = get_args(getattr(texts, name))[1]
        text = f"x: String should match pattern '{field.pattern}'"
        assert chinese in problem_sentence(text, "zh")
        assert english in problem_sentence(text, "en")
    written = {name: get_args(getattr(texts, name)) for name in vars(texts)}
    assert table("grammars").keys() == {
        name
        for name, args in written.items()
        if len(args) > 1 and isinstance(args[1], texts.Form)
    }


def test_what_is_said_otherwise_of_packs() -> None:
    """Each sentence in place of another has one to stand for."""
    assert table("faults").keys() >= table("faults_of_packs").keys()
    assert problem_sentence("F001 why=denied", "zh") == (
        "F001 文件打不开（没有权限）；把文件本身放进来（不是链接、管道），确认您有读的权限"
    )
    assert problem_sentence("F117 key=rules", "zh") == (
        "F117 “rules”后面没有内容；写上内容，或者删去这一行"
    )
