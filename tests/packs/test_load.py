"""A pack folder to a pack: where it is found, and every problem with its line."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lxyz.errors import PackError
from lxyz.files import Document
from lxyz.packs import load
from lxyz.packs.bind import described
from lxyz.packs.load import find_pack, load_pack, read_pack, rules_folder, shipped
from lxyz.packs.types import MOST_PROBLEMS, Problem
from lxyz.render.said.problems import problem_sentence

from ..trial import HEAD

Write = Callable[..., Path]
LECTURE = "count: {of: {kind: party-lecture}}"
UNMET = "for: fact, each: {kind: unmet, rule: %s}"
_HEAD = (
    "pack: {" + ", ".join(f"{key}: '{value}'" for key, value in HEAD.items()) + "}\n"
)
_RULE = (
    "- {id: r, title: 甲, title_en: a, covers: [x-1], modality: must, for: branch,"
    " count: {of: {kind: party-lecture}}"
)


def told(folder: Path) -> list[tuple[str, int, str]]:
    """The problems of a pack: file, line, text."""
    return [
        (p.file.partition("/")[2], p.line, p.text) for p in read_pack(folder).problems
    ]


# --- where -----------------------------------------------------------------------


def test_a_shipped_pack() -> None:
    """By its id, wherever one stands."""
    assert find_pack("bj-2016", Path("/nowhere")) == rules_folder() / "bj-2016"


def test_a_pack_by_its_path(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the branch, a name alone also from where the program runs; absolute as well."""
    home = write("own-2016", f"{{{LECTURE}}}")
    assert find_pack("./own-2016", tmp_path).samefile(home)
    assert find_pack("own-2016", tmp_path).samefile(home)
    assert find_pack(str(home)).samefile(home)
    monkeypatch.chdir(tmp_path)
    assert find_pack("own-2016", tmp_path / "branch").samefile(home)
    assert find_pack("./own-2016").samefile(home)
    # A path that a branch names means one pack, wherever the program runs.
    with pytest.raises(PackError) as caught:
        find_pack("./own-2016", tmp_path / "branch")
    assert caught.value.code == "P004"
    # Nor is the file itself its folder, which is told.
    with pytest.raises(PackError) as caught:
        find_pack("own-2016/pack.yaml")
    assert (caught.value.code, caught.value.values["folder"]) == ("P004", "own-2016")
    # Nor is the working directory meant by no name at all.
    monkeypatch.chdir(tmp_path / "own-2016")
    with pytest.raises(PackError) as caught:
        find_pack("")
    assert caught.value.code == "P001"
    # A path is never taken for an id.
    with pytest.raises(PackError) as caught:
        find_pack("./bj-2016", tmp_path)
    assert caught.value.code == "P004"
    with pytest.raises(PackError) as caught:
        find_pack("bj-2061", tmp_path)
    assert caught.value.code == "P001"
    assert caught.value.values["known"] == "、".join(shipped())
    assert caught.value.values["like"] == "bj-2016"


def test_inside_a_wheel_the_rules_lie_in_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`lxyz/rules` if it is there, else `rules` beside `src`."""
    file = tmp_path / "src" / "lxyz" / "packs" / "load.py"
    monkeypatch.setattr(load, "__file__", str(file))
    assert rules_folder() == tmp_path / "rules"
    assert shipped() == []
    (tmp_path / "src" / "lxyz" / "rules" / "x-2016").mkdir(parents=True)
    assert rules_folder() == tmp_path / "src" / "lxyz" / "rules"
    assert shipped() == []
    (rules_folder() / "x-2016" / "pack.yaml").touch()
    assert shipped() == ["x-2016"]


# --- what is wrong ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "F007"),
        ("- 一\n- 二\n", 1, "not a mapping"),
        ("pack: {id: x-2016}\n", 1, "pack.version: Field required"),
        (f"{_HEAD}other: 1\n", 2, "other: Extra inputs are not permitted"),
        (f"{_HEAD}rules: 无\n", 2, "rules: Input should be a valid tuple"),
        (f"{_HEAD}rules:\n- 一\n", 3, "rules.0: Input should be a valid dictionary"),
    ],
)
def test_no_pack_at_all(write: Write, text: str, line: int, said: str) -> None:
    """A file that no pack can be made of ends the run, with its place."""
    folder = write("x-2016", plain=text)
    for read in (read_pack, load_pack):
        with pytest.raises(PackError) as caught:
            read(folder)
        assert caught.value.code == "P002"
        assert caught.value.values["file"] == "x-2016/pack.yaml"
        assert caught.value.values["line"] == str(line)
        assert caught.value.values["text"].startswith(said)


def test_problems_of_rules_have_their_lines(write: Write) -> None:
    """Each rule is told of at its own line, and the first ends the run."""
    folder = write(
        "x-2016",
        plain=f"{_HEAD}rules:\n{_RULE}}}\n{_RULE}, when: {{every: day}}}}\n{_RULE}, under: q}}\n"
        f"{_RULE}, which: {{cadre: yes}}}}\n",
    )
    problems = told(folder)
    assert {(line, text.partition(":")[0]) for _, line, text in problems} == {
        (4, "r"),
        (6, "r"),
        (5, "id twice"),
        (5, "r"),
    }
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert caught.value.values["line"] == "4"
    assert caught.value.values["more"] == str(len(problems) - 1)


@pytest.mark.parametrize(
    ("nth", "wrong"),
    [
        ("0", ["r: nth: String should match pattern"]),
        ("{every: 0}", ["r: nth.every: String should match pattern"]),
        ("{run: 3}", ["r: nth: Value error, run and of belong together"]),
        ("{every: 2, of: [x]}", ["r: nth.of: Input should be a valid dictionary"]),
        (
            "[3]",
            [
                "r: nth: Input should be a valid string",
                "r: nth: Input should be a valid dictionary",
            ],
        ),
    ],
)
def test_what_may_have_several_shapes(write: Write, nth: str, wrong: list[str]) -> None:
    """Of the shape that it has is told what is wrong, and no shape by its own name."""
    each = "for: member, each: {kind: party-lecture, as: absent}"
    folder = write("x-2016", f"{{id: r, {each}, nth: {nth}, has: {{theme: some}}}}")
    found = [text for _, _, text in told(folder)]
    assert len(found) == len(wrong)
    for text, begin in zip(found, wrong, strict=True):
        assert text.startswith(begin)


def test_faults_of_the_text_are_problems(write: Write) -> None:
    """A fault in a pack is told with its code and line; the rest is read."""
    folder = write("x-2016", plain=f"{_HEAD}leaders: []\nrules:\n{_RULE}}}\n")
    assert told(folder) == [("pack.yaml", 2, "nothing stands here")]


@pytest.mark.parametrize(
    ("rules", "more", "wrong"),
    [
        (f"[{{id: a, {LECTURE}}}, {{id: a, {LECTURE}}}]", "", "id twice: a"),
        (
            f"[{{id: a, to: 2016-06-30, {LECTURE}}}, {{id: a, from: 2016-06-30, {LECTURE}}}]",
            "",
            "id twice: a",
        ),
        (
            f"[{{id: a, to: 2016-06-30, {LECTURE}}}, {{id: a, from: 2016-07-01, {LECTURE}}}]",
            "",
            "",
        ),
        (f"{{id: a, under: b, {LECTURE}}}", "", "a: under: no such rule: b"),
        (
            f"[{{id: a, under: b, {LECTURE}}}, {{id: b, under: c, {LECTURE}}}, {{id: c, under: a, {LECTURE}}}]",
            "",
            "under in a circle: a → b → c → a",
        ),
        (f"{{id: a, under: a, {LECTURE}}}", "", "under in a circle: a → a"),
        (
            f"{{id: a, under: {{b: c}}, {LECTURE}}}",
            "",
            "a: under: Input should be a valid string",
        ),
        (
            f"{{id: a~, {LECTURE}}}",
            "",
            "a~: id: String should match pattern '^[a-z0-9][a-z0-9-]*$'",
        ),
        (
            f"{{id: a, rows: [{{id: b~}}], {LECTURE}}}",
            "",
            "a: id: String should match pattern '^[a-z0-9][a-z0-9-]*$'",
        ),
        (f"{{id: a, rows: x, {LECTURE}}}", "", "a: rows: Input should be a valid list"),
        (
            f"{{id: a, rows: [{{id: b}}, {{n: 2}}], {LECTURE}}}",
            "",
            "a: rows.id: Field required",
        ),
        (
            f"{{id: a, rows: [x], {LECTURE}}}",
            "",
            "a: rows: Input should be a valid dict",
        ),
        # A rule that only leads into a circle is not told of again.
        (
            f"[{{id: z, under: a, {LECTURE}}}, {{id: a, under: b, {LECTURE}}}, {{id: b, under: a, {LECTURE}}}]",
            "",
            "under in a circle: a → b → a",
        ),
        (
            "{id: a, count: {of: {kind: party-lecture}, min: $many}}",
            "",
            "a: no such param: $many",
        ),
        # What comes before a period.
        *(
            (f"{{id: a, when: {{{when}}}, {LECTURE}}}", "", wrong)
            for when, wrong in (
                ("every: month, before: period, by: 1-25", ""),
                ("every: year, before: period, from: 12-01, to: 12-31", ""),
                ("before: period", "a: when: Value error, exactly one of every, after"),
                *(
                    (
                        f"every: month, before: period, {more}",
                        "a: when: Value error, before: period goes with from, to, by alone",
                    )
                    for more in (
                        "day: 3",
                        "roll: next-workday",
                        "band: {from: 1-01, to: 1-02}",
                        "after: period, within: 1d",
                    )
                ),
                (
                    "every: two-years, first: 2016, before: period",
                    "a: when: Value error, several years have no other bounds",
                ),
            )
        ),
        (
            f"{{id: a, for: fact, each: {{kind: quiz}}, when: {{every: month, before: period}}, {LECTURE}}}",
            "",
            "a: : Value error, before: period is before a period, not a record: no each",
        ),
        # What follows a duty that was not kept.
        (f"[{{id: a, {LECTURE}}}, {{id: b, {UNMET % 'a'}, {LECTURE}}}]", "", ""),
        (
            f"[{{id: b, {UNMET % 'a'}, {LECTURE}}}, {{id: a, {LECTURE}}}]",
            "",
            "b: unmet: no such rule before this one: a",
        ),
        (
            f"{{id: b, {UNMET % 'b'}, {LECTURE}}}",
            "",
            "b: unmet: no such rule before this one: b",
        ),
        (
            (
                f"[{{id: a, to: '2016-12-31', {LECTURE}}}, {{id: b, {UNMET % 'a'}, {LECTURE}}}, "
                f"{{id: a, from: '2017-01-01', {UNMET % 'b'}, {LECTURE}}}]"
            ),
            "",
            "a: unmet: b follows it",
        ),
        *(
            (
                f"[{{id: r0, {LECTURE}}}, "
                + ", ".join(
                    f"{{id: r{one}, {UNMET % f'r{one - 1}'}, {LECTURE}}}"
                    for one in range(1, 1 + long)
                )
                + "]",
                "",
                wrong,
            )
            for long, wrong in (
                (9, ""),
                (10, "r10: unmet: more than 9 follow one on the other"),
            )
        ),
        *(
            (
                f"[{{id: a, {first}}}, {{id: b, {UNMET % 'a'}, {LECTURE}}}]",
                "",
                "b: unmet: a asks for nothing to be done: count with min, cover",
            )
            for first in (
                "attest: 是否, attest_en: Is it",
                "when: now, has: {secretary: some}",
                "count: {of: {kind: expert-lecture}, max: 2}",
                "count: {of: {kind: expert-lecture}, under: 2}",
            )
        ),
        (
            f"{{id: b, for: fact, each: {{kind: unmet}}, {LECTURE}}}",
            "",
            "b: each: Value error, kind: unmet and rule belong together",
        ),
        (
            f"{{id: b, for: fact, each: {{kind: quiz, rule: a}}, {LECTURE}}}",
            "",
            "b: each: Value error, kind: unmet and rule belong together",
        ),
        *(
            (
                f"[{{id: a, {LECTURE}}}, {{id: b, {told}}}]",
                "",
                f"b: {where}: Value error, unmet is what a rule is about: each",
            )
            for where, told in (
                ("count", "count: {of: {kind: unmet, rule: a}}"),
                (
                    "count",
                    "count: {of: {kind: quiz}, to: {kind: unmet, rule: a}, max: 1/2}",
                ),
                (
                    "",
                    "cover: {of: [{kind: quiz}, {kind: unmet, rule: a}], tag: theme, all: [甲]}",
                ),
                (
                    "",
                    f"each: {{kind: quiz}}, nth: {{run: 2, of: {{kind: unmet, rule: a}}}}, {LECTURE}",
                ),
            )
        ),
        (
            f"[{{id: a, {LECTURE}}}, {{id: b, {UNMET % 'a'}, has: {{theme: some}}}}]",
            "",
            "b: : Value error, unmet is followed by something to do: count, cover",
        ),
        *(
            (
                f"[{{id: a, {LECTURE}}}, {{id: b, {UNMET % 'a'}, when: {{{when}}}, {LECTURE}}}]",
                "",
                "b: : Value error, unmet is known afterwards: after, every"
                if wrong
                else "",
            )
            for when, wrong in (
                ("before: subject", True),
                ("around: subject, from: 1d, to: 1d", True),
                ("during: subject", True),
                ("by: subject.due", True),
                ("after: subject, within: 3d", False),
                ("every: month", False),
            )
        ),
        (
            "{id: a, count: {of: {kind: party-lecture}, min: $many}}",
            "params: {many: {value: $more, source: text}, more: {value: 2, source: text}}",
            "params.many: names another param",
        ),
        # More than a branch can do, or a program can count day by day.
        ("{id: a, count: {of: {kind: party-lecture}, min: 9999}}", "", ""),
        (
            "{id: a, count: {of: {kind: party-lecture}, min: 10000}}",
            "",
            "a: count.min: String should match pattern",
        ),
        (
            "{id: a, count: {of: {kind: party-lecture}, min: $many}}",
            "params: {many: {source: tool}}",
            "",
        ),
        (
            "{id: a, count: {of: {kind: party-lecture}, min: $many}}",
            "params: {many: {value: 多, source: tool}}",
            "a: count.min: String should match pattern",
        ),
    ],
)
def test_between_rules(write: Write, rules: str, more: str, wrong: str) -> None:
    """Ids, versions, parameters, and what is folded into what."""
    problems = [one.text for one in read_pack(write("x-2016", rules, more)).problems]
    assert len(problems) == bool(wrong)
    assert not wrong or problems[0].startswith(wrong)


def test_of_very_many_problems_the_first_are_told(write: Write) -> None:
    """Nothing is looked for beyond them, and that there are more is said."""
    rules = f"- {{{_RULE[3:]}, rows: ["
    rules += ", ".join("{id: x, max: -1}" for _ in range(MOST_PROBLEMS + 9)) + "]}\n"
    rules = rules.replace("party-lecture}}", "party-lecture}, max: $max}")
    kinds = ", ".join(f"kind-{number}" for number in range(MOST_PROBLEMS + 9))
    unknown = f"{_RULE}}}\n".replace("party-lecture", f"[{kinds}]")
    more = "set: {" + ", ".join(f"b/{n}: 1" for n in range(MOST_PROBLEMS + 9)) + "}\n"
    for folder in (write("x-2016", rules * 2), write("y-2016", unknown)):
        problems = [one.text for one in read_pack(folder).problems]
        assert len(problems) == MOST_PROBLEMS + 1
        assert problems[-1] == f"more than {MOST_PROBLEMS} problems"
        assert f"{MOST_PROBLEMS} 处" in problem_sentence(problems[-1], "zh")
    with pytest.raises(PackError) as caught:
        load_pack(write("z-2016", rules, more))
    assert caught.value.values["more"] == str(MOST_PROBLEMS)


# --- clauses ---------------------------------------------------------------------

_ENTRY = "{id: x-1, clause: 一（二）, subject: 甲, actor: branch, modality: must, checkable: yes, became: judged}"


def test_clauses(write: Write) -> None:
    """The clause of a rule is that of the first entry it covers."""
    folder = write("x-2016", f"{{covers: [x-9, x-1], {LECTURE}}}")
    (folder / "clauses.yaml").write_text(f"clauses:\n- {_ENTRY}\n", "utf-8")
    pack = read_pack(folder)
    assert pack.problems == ()
    assert pack.clauses.lines == {"x-1": 2}
    assert pack.clauses.clause_of(("x-9", "x-1")) == "一（二）"
    assert pack.clauses.clause_of(("x-9",)) == ""


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        (f"clauses:\n- {_ENTRY}\n- {_ENTRY}\n", 3, "id twice: x-1"),
        (
            f"clauses:\n- {_ENTRY[:-1]}, other: 1}}\n",
            2,
            "clauses.0.other: Extra inputs",
        ),
        ("clauses: 无\n", 1, "clauses: Input should be a valid tuple"),
        ("- 一\n", 1, "not a mapping"),
        ("\t一: 1\n", 1, "F103"),
    ],
)
def test_clauses_at_fault(write: Write, text: str, line: int, wrong: str) -> None:
    """What is wrong there is told with its line; the rules are still read."""
    folder = write("x-2016", f"{{{LECTURE}}}")
    (folder / "clauses.yaml").write_text(text, "utf-8")
    (problem,) = read_pack(folder).problems
    assert problem._replace(text="") == Problem("x-2016/clauses.yaml", line, "")
    assert problem.text.startswith(wrong)


# --- extends ---------------------------------------------------------------------


def _extending(write: Write, id_: str, *names: str) -> Path:
    return write(id_, f"{{id: {id_}, {LECTURE}}}", extends=list(names))


def test_extends(write: Write) -> None:
    """Packs over packs over packs; each is named once."""
    _extending(write, "a-2016")
    _extending(write, "b-2016", "a-2016")
    assert read_pack(_extending(write, "c-2016", "b-2016")).above == (
        "a-2016",
        "b-2016",
    )


def test_one_that_is_listed_again_is_not_read_again(write: Write) -> None:
    """A pack that is named many times is told of each time, and read once."""
    write("a-2016")
    folder = _extending(write, "b-2016", *["a-2016"] * 3)
    texts = [one.text for one in read_pack(folder).problems]
    assert texts == ["extends: a-2016: a-2016 twice"] * 2


def test_each_pack_is_read_once(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many ways lead to it: else the ways would double with each pack."""
    for number in range(5):
        for side in "ab":
            names = [f"a{number + 1}-2016", f"b{number + 1}-2016"] * (number < 4)
            _extending(write, f"{side}{number}-2016", *names)
    folder = _extending(write, "top-2016", "a0-2016", "b0-2016")
    texts: list[str] = []
    read = load.read

    def counted(path: Path, problems: list[Problem]) -> Document:
        texts.append(path.parent.name)
        return read(path, problems)

    monkeypatch.setattr(load, "read", counted)
    assert len(load.read_pack(folder).problems) == 2
    assert len(texts) == len(set(texts)) == 11


def test_packs_one_on_the_other_without_end(write: Write) -> None:
    """Nine may stand on one another."""
    for number in range(11):
        _extending(write, f"a{number}-2016", *[f"a{number - 1}-2016"] * (number > 0))
    folder = write("a10-2016").parent
    assert read_pack(folder / "a9-2016").problems == ()
    _extending(write, "a10-2016", "a9-2016")
    (problem,) = read_pack(folder / "a10-2016").problems
    assert problem.text.endswith("extends: a0-2016: more than 9 on one another")


def test_a_pack_that_cannot_be_used_is_read_once(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many branches use it."""
    folder = write("x-2016", "- {id: r, colour: red}\n").parent
    with pytest.raises(PackError) as first:
        load_pack(folder)
    monkeypatch.setattr(load, "read_pack", None)
    with pytest.raises(PackError) as again:
        load_pack(folder)
    assert again.value is first.value


@pytest.mark.no_cover
def test_a_long_chain_of_rules(write: Write) -> None:
    """Each rule under the one before it, and the first under the last: told once, and in
    time that grows with their number."""
    rules = "".join(
        f"- {{id: r{n}, under: r{(n - 1) % 3000}, {LECTURE}}}\n" for n in range(3000)
    )
    before = time.process_time()
    (problem,) = read_pack(write("x-2016", rules)).problems
    assert time.process_time() - before < 15
    assert problem.text.startswith("under in a circle: r0 → r2999 → ")


@pytest.mark.parametrize(
    ("more", "head", "text"),
    [
        ("params:\n  effective_from: {value: 很快, source: text}", {}, "effective_from: 很快"),
        ("params:\n  often: {value: 1, source: text}\n  many: {value: $often, source: text}", {}, "params.many: names another param"),
        ("", {"from": "2016-12-31", "to": "2016-01-01"}, "pack: it ends before it begins"),
    ],
)  # fmt: skip
def test_what_a_head_says(
    write: Write, more: str, head: dict[str, str], text: str
) -> None:
    """A day that is none, a parameter of another, an end before the beginning: told where
    it stands."""
    folder = write("x-2016", f"{{id: r, {LECTURE}}}", more, **head)
    (problem,) = read_pack(folder).problems
    assert problem.text == text
    lines = (folder / "pack.yaml").read_text("utf-8").splitlines()
    place = "to" if head else text.partition(":")[0].removeprefix("params.")
    assert place in lines[problem.line - 1]


def test_a_folder_that_is_no_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is a folder's is told of as one without pack.yaml, not as unknown."""
    (tmp_path / "zz-2016").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PackError) as caught:
        find_pack("zz-2016")
    assert caught.value.code == "P004"


def test_extends_at_fault(write: Write) -> None:
    """None there, a circle, one that is faulty itself, one that comes twice."""
    _extending(write, "a-2016", "c-2016")
    write("bad-2016", f"{{id: r, under: q, {LECTURE}}}")
    write("none-2016", plain="- 一\n")
    _extending(write, "d-2016")
    _extending(write, "e-2016", "d-2016")
    _extending(write, "b-2016", "a-2016")
    folder = _extending(
        write,
        "c-2016",
        "b-2016",
        "bad-2016",
        "none-2016",
        "gone-2016",
        "d-2016",
        "e-2016",
    )
    texts = [one.text for one in read_pack(folder).problems]
    assert texts[0] == "extends: b-2016: extends: a-2016: extends in a circle: c-2016"
    assert texts[1] == "extends: bad-2016: r: under: no such rule: q"
    assert texts[2].startswith("extends: none-2016: P002")
    assert texts[3].startswith("extends: gone-2016: P001")
    assert texts[4] == "extends: e-2016: d-2016 twice"
    assert len(texts) == 5


# --- titles ----------------------------------------------------------------------


def test_described(write: Write) -> None:
    """Rules by their full names, with the pack's own parameters."""
    folder = write(
        "x-2016",
        "{id: r, title: 不少于$many次, count: {of: {kind: party-lecture}, min: $many}}",
        "params: {many: {value: 8, source: text}}",
    )
    assert described(load_pack(folder))["x-2016/r"].title == "不少于8次"
