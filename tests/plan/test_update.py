"""A plan that stands, changed by hand, gets what it lacks then: all of it, and once."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lxyz.files import read_document
from lxyz.plan import Ask, Plan, make_plan
from lxyz.render.page.style import Style
from lxyz.render.plan.update import Update, updated
from lxyz.render.plan.yaml import plan_yaml

from ..whole import records
from .branches import Shape, branch_at
from .made import Make

SHAPES = (
    Shape(("bj-2016",)),
    Shape(("cas-2016", "bj-2016"), members=5, groups=True),
    Shape(("b11-2016", "bj-2016"), leader=True, leave=True),
    Shape(("cas-2016",), committee=False, members=3),
)


def added(plan: Plan, file: Path) -> Update:
    """Adds to the file of a plan what it lacks."""
    data = file.read_bytes()
    made = updated(plan, data, read_document(file, file.name))
    file.write_bytes(made.data)
    return made


def by_hand(text: str, random: Random) -> str:
    """The plan after somebody has been at it: records struck out, comments put in,
    lines of another system."""
    head, *parts = text.split("\n- ")
    kept = [one for n, one in enumerate(parts) if n == 0 or random.random() < 0.8]
    lines = "\n- ".join([head, *kept]).split("\n")
    for _ in range(5):
        place = random.randrange(len(lines))
        lines.insert(place, random.choice(["", "# 我加的", "      # - 类型: 党课"]))
    ending = random.choice(["\n", "\r\n"])
    text = ending.join(lines)
    return text if random.random() < 0.5 else text.rstrip("\r\n")


@given(st.sampled_from(SHAPES), st.integers(0, 2**32))
@settings(
    max_examples=int(os.environ.get("LXYZ_PLANS", "4")),
    derandomize="LXYZ_PLANS" not in os.environ,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a plan takes a second
)
def test_what_was_struck_out_comes_back(shape: Shape, seed: int) -> None:
    """Whatever was struck out: what is left stands, and what is lacking then comes; a
    second time there is nothing to add. Nothing is left that the first plan had met."""
    with TemporaryDirectory() as name:
        branch = branch_at(Path(name) / "支部", shape)
        ask = Ask(date(shape.year, 1, 1), shape.year)
        first = make_plan(branch, ask)
        file = branch / "计划.yaml"
        text = by_hand(plan_yaml(first, Style()), Random(seed))  # noqa: S311 - no secret
        file.write_bytes(text.encode())
        before = records(file)
        standing = ask._replace(standing=file)
        plan = make_plan(branch, standing)
        assert plan.is_whole
        made = added(plan, file)
        rest = iter(file.read_bytes().splitlines())
        assert all(line in rest for line in text.encode().splitlines())
        after = records(file)
        assert len(after) == len(before) + made.records
        for old, new in zip(before, after, strict=False):
            assert (new.kinds, new.date, new.group) == (old.kinds, old.date, old.group)
            assert [i.fields for i in new.items][: len(old.items)] == [
                i.fields for i in old.items
            ]
        again = make_plan(branch, standing)
        assert again.drafts == ()
        # (what is not known before it is held is a record to be completed then)
        told = {one.verdict.rule for one in first.left}
        left = {one.verdict.rule for one in again.left if one.why != "record"}
        assert left <= told


def test_a_plan_with_nothing_in_it(tmp_path: Path) -> None:
    """It provides for nothing, and is told of."""
    branch = branch_at(tmp_path / "支部", SHAPES[0])
    (tmp_path / "空.yaml").write_text("# 还没有\n", "utf-8")
    ask = Ask(date(2016, 1, 1), 2016)
    plan = make_plan(branch, ask._replace(standing=tmp_path / "空.yaml"))
    assert [(one.code, one.file) for one in plan.faults] == [("F007", "../空.yaml")]
    assert len(plan.drafts) == len(make_plan(branch, ask).drafts)


def test_a_study_plan_that_is_missing(make: Make, tmp_path: Path) -> None:
    """It comes with the items of what is added; the items of another stay as they are."""
    plan = make(
        """
        - {id: a, count: {of: {kind: study-plan}, min: 2}}
        - {id: b, count: {of: {kind: party-lecture}}}
        """,
        "- 类型: 学习计划\n  日期: 2016-01-04\n  条目:\n    - {时段: 每月}\n",
    )
    file = tmp_path / "计划.yaml"
    file.write_text(
        "- 类型: 学习计划\n  日期: 2016-01-04\n  条目: [{时段: 每月}]\n", "utf-8"
    )
    made = added(plan, file)
    assert (made.records, made.items) == (2, 0)
    old, new, lecture = records(file)
    assert len(old.items) == 1
    assert [one.fields["kind"] for one in new.items] == [
        ("party-lecture",),
        ("collective-study",),  # a place for what the branch chooses itself
    ]
    assert lecture.kinds == ("party-lecture",)
