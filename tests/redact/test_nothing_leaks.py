"""With `--redact`, no output of any format says a name, or depends on one."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from lxyz.fleet.accept import waivers_of
from lxyz.fleet.branch import Options
from lxyz.redact import Pseudonyms
from lxyz.redact.titles import names_in
from lxyz.render import FORMATS, Run, Style
from lxyz.render.next.calendar import next_events
from lxyz.render.next.json import next_branch, next_json
from lxyz.render.next.text import next_text
from lxyz.render.page.calendar import calendar
from lxyz.render.waived import waivers_page
from lxyz.report import Person

from ..whole import check, in_full
from .branch import NEUTRAL, ODD, write

DAY = date(2016, 9, 30)
SHOWN = frozenset(
    ("all", "met", "open", "folded", "waived", "attest", "not-applicable")
)
LETTERS = st.sampled_from("王李芳华娜高山党员委书记阳明月任和")
DRAWN = st.text(LETTERS, min_size=2, max_size=4)


def outputs(names: tuple[str, ...], *, redact: bool = True) -> dict[str, str]:
    """What every format says of the branch with these people, in both languages, and
    so what comes due, and its waivers."""
    options = Options(DAY, redact=redact)
    with TemporaryDirectory() as folder:
        branch = write(Path(folder), names)
        report = check([branch], options)
        _, waived = waivers_of(branch, options)
    # Where the branch lies is the test's, not the branch's.
    report = report._replace(
        branches=tuple(
            one._replace(path=Path(one.path).name) for one in report.branches
        )
    )
    told = {}
    for lang in ("zh", "en"):
        style = Style(lang=lang, show=SHOWN)
        for name in FORMATS:
            told[f"{name} {lang}"] = in_full(name, report, style)
        (one,) = report.branches
        run = Run(DAY, 1, style)
        told[f"next text {lang}"] = next_text(one, run, 92)
        told[f"next json {lang}"] = next_json([next_branch(one, run, 92)], run, 92)
        events = next_events(one, run, 92)
        told[f"next ics {lang}"] = calendar("x", events, DAY).decode()
        told[f"waivers {lang}"] = waivers_page(one, waived, DAY, style)
    return told


@cache
def plain() -> dict[str, str]:
    """The same with names that are nowhere in lxyz's own words."""
    return outputs(NEUTRAL)


def test_the_branch_tells_its_names() -> None:
    """Without it, the names are in the outputs: the tests below can fail."""
    told = outputs(NEUTRAL, redact=False)
    assert sum(NEUTRAL[1] in text for text in told.values()) == len(told)
    for name in NEUTRAL[:4]:
        assert name in told["text zh"], name
    assert NEUTRAL[5] in told["html zh"]


def test_no_name_is_told() -> None:
    """The pseudonyms are there in place of them, in every format."""
    for form, text in plain().items():
        assert not [name for name in NEUTRAL if name in text], form
        assert "党员03" in text, form


def test_it_says_so() -> None:
    """Whoever reads the report is told that the names are not real."""
    for form in ("text", "html", "markdown", "junit", "next text", "waivers"):
        assert "人名已换成代号" in plain()[f"{form} zh"]
        assert "names are pseudonyms" in plain()[f"{form} en"]
    for form in ("json", "next json"):
        assert '"redacted": true' in plain()[f"{form} zh"]


# Not shrunk: every try is a whole run of every format.
@pytest.mark.no_cover
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.generate),
)
@example(["委委", "王芳华", "李娜", "王芳", "书王明月", "党委", "学习"])
@example(["委委", "王芳华", "李娜", "王芳", "书王明月", "王晓会", "李一科"])
@given(
    st.lists(
        st.one_of(st.sampled_from(ODD), DRAWN),
        min_size=7,
        max_size=7,
        unique_by=lambda name: "".join(name.split()),
    )
)
def test_no_odd_name_is_told(names: list[str]) -> None:
    """But for words of records that somebody's name is: what is there is there whatever
    people are called."""
    told = outputs(tuple(names))
    # Who approves and who sits in may be bodies, and what reads as one is told as it is.
    names = names[:5] + [one for one in names[5:] if names_in(one)]
    names = [one for one in names if Pseudonyms([Person(one, "x")]).text(one) == "x"]
    for form, text in told.items():
        own = plain()[form]
        leaked = [name for name in names if name in text and name not in own]
        assert not leaked, (form, leaked)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "names",
    [
        ("万万", "万万一", "万方", "丘明", "丘明月", "东方白", "东明"),
        ("王芳", "王芳华", "王芳芳", "王高山", "王高山水", "王高山石", "王高强"),
        ("辛庚", "己戊", "戊丁", "丁丙", "丙乙", "乙甲", "甲子"),
        ("Anna Li", "Bob", "Cy Ng", "Dora", "Eve", "Fred", "Guy"),
    ],
)
def test_what_is_told_does_not_depend_on_names(names: tuple[str, ...]) -> None:
    """The same bytes: no order, place, length, digest or identity tells of a name."""
    assert outputs(names) == plain()
