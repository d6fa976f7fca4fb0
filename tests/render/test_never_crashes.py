"""Whatever stands in records, packs and file names: rendering never fails, and nothing
that a terminal would obey gets through."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lxyz.dates.spans import Span
from lxyz.files.origin import Fault, Origin
from lxyz.render import FORMATS, Style
from lxyz.render.diff.markdown import diff_lines, diff_markdown
from lxyz.render.diff.moment import Moment
from lxyz.render.diff.text import diff_part, diff_text
from lxyz.render.diff.value import diff_json, diff_value
from lxyz.render.form import Run
from lxyz.render.said.tables import table
from lxyz.report import NOWHERE, BranchReport, Earlier, Obstacle, PackUsed
from lxyz.verdicts import Evidence, Level, Outcome, Subject, Verdict

from ..whole import Report, in_full

pytestmark = pytest.mark.no_cover

PACK = Path(__file__).parent / "pack"
AS_OF = date(2016, 9, 30)
TEXT = st.one_of(
    st.text(st.characters(codec=None), max_size=12),
    st.sampled_from(
        [
            "\x1b[2K全部通过",
            "::error file=x::",
            "[/x][red]:warning:",
            "{name}",
            "\ud800",
            "%s",
            "\u202e",
            "2016-08",
            "2016-W60",
            "0000",
            "a|b",
            "\n::set-env",
            "##[add-mask]",
            "$x",
        ]
    ),
)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
ORIGIN = st.builds(Origin, TEXT, st.integers(1, 10**6), st.integers(1, 10**4))
RULES = st.one_of(
    TEXT,
    st.sampled_from(
        [
            "try-2016/" + name
            for name in (
                "study-monthly",
                "study-weekly",
                "dues",
                "tie",
                "steps",
                "texts",
                "opinions",
                "filed",
                "earnest",
                "ready/plan",
                "ready/survey",
                "share",
                "few",
                "nosuch",
                "dues~",
            )
        ]
    ),
)
EVIDENCE = st.builds(
    Evidence, ORIGIN, st.none() | DAYS, st.lists(TEXT, max_size=3).map(tuple), TEXT
)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
NOTES = st.lists(
    TEXT
    | st.sampled_from(
        ["param", "band", "why:no-fact", "leave:\x1b", "unset:x", "why:\x07"]
    ),
    max_size=3,
).map(tuple)
NUMBERS = st.none() | TEXT | st.sampled_from(["0", "1", "8", "≤2", "<3", "1/2"])
SUBJECTS = st.builds(
    Subject,
    st.sampled_from(
        ["branch", "group", "member", "leader", "secretary", "committee", "fact"]
    ),
    TEXT | st.sampled_from(["a+b@2016-01-01", "x@", "@@"]),
)
VERDICT = st.builds(
    Verdict,
    rule=RULES,
    covers=TEXTS,
    clause=TEXT,
    modality=st.sampled_from(["must", "should", "may", "goal"]),
    subject=SUBJECTS,
    span=st.builds(
        lambda a, b, label: Span(min(a, b), max(a, b), label), DAYS, DAYS, TEXT
    ),
    label=st.none() | TEXT,
    outcome=st.sampled_from(list(Outcome)),
    level=st.sampled_from(list(Level)),
    need=NUMBERS,
    have=NUMBERS,
    due=st.none() | DAYS,
    until=st.none() | DAYS,
    debtor=st.sampled_from(["branch", "committee-above"]),
    records=st.lists(EVIDENCE, max_size=2).map(tuple),
    near=st.lists(EVIDENCE, max_size=2).map(tuple),
    notes=NOTES,
    missing=TEXTS,
    failing=TEXTS,
    folded_into=st.none() | TEXT,
    event=TEXT,
)
FAULT = st.builds(
    Fault,
    TEXT | st.sampled_from(sorted(table("faults"))),
    TEXT,
    st.integers(1, 10**6),
    st.integers(1, 10**4),
    st.lists(
        st.tuples(
            TEXT | st.sampled_from(["why", "like", "shown", "key", "name"]), TEXT
        ),
        max_size=3,
    ).map(tuple),
    st.sampled_from(["error", "warning"]),
)
_PARTS: dict[str, Any] = {
    "path": TEXT,
    "name": TEXT,
    "year": st.sampled_from([0, 2016, 2017]),
    "packs": st.just(()),
    "faults": st.lists(FAULT, max_size=3).map(tuple),
    "records": st.integers(0, 3),
    "error": st.none()
    | st.builds(
        Obstacle,
        TEXT,
        st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
        st.just(2),
    ),
    "before": st.none(),
}
ONE = st.builds(
    BranchReport, **_PARTS, verdicts=st.lists(VERDICT, max_size=6).map(tuple)
)
OTHER = st.builds(
    BranchReport,
    **_PARTS,
    verdicts=st.lists(VERDICT, max_size=2).map(tuple),
    **dict.fromkeys(("ahead", "behind", "clashes", "listed"), st.just(())),
)
# Compared with a report that has some of its verdicts and faults, and others.
BRANCH = st.builds(
    lambda one, other, day, kept: one._replace(
        before=day
        and Earlier(
            other._replace(
                verdicts=(*one.verdicts[:kept], *other.verdicts),
                faults=(*one.faults[:kept], *other.faults),
            ),
            day,
        )
    ),
    ONE,
    OTHER | st.just(NOWHERE),
    st.none() | DAYS,
    st.integers(0, 3),
)
STYLE = st.builds(
    Style,
    st.sampled_from(["zh", "en"]),
    st.sampled_from([40, 80, 120]),
    st.just(value=False),
    st.booleans(),
    st.sampled_from([frozenset(), frozenset(("all",)), frozenset(("met",))]),
)


def checked(text: str) -> None:
    """No control character but the line ends that separate our own lines, and no line
    that a CI service would obey."""
    text.encode("utf-8")
    for char in text.replace("\n", ""):
        assert unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp"), repr(
            char
        )
    assert not re.search(r"^\s*::", text, re.MULTILINE)
    assert "##[" not in text


@settings(
    max_examples=100,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(
    st.lists(BRANCH, min_size=1, max_size=5),
    STYLE,
    st.booleans(),
    st.sampled_from(sorted(set(FORMATS) - {"text", "lines", "json"})),
)
def test_rendering_never_fails(
    branches: list[Any], style: Style, packed: bool, other: str
) -> None:
    """Rendering never fails."""
    used = (
        PackUsed("try-2016", "1", "\x1b", "\x1b", str(PACK) if packed else "/nowhere"),
    )
    report = Report(AS_OF, tuple(one._replace(packs=used) for one in branches))
    for name in ("text", "lines"):
        checked(in_full(name, report, style))
    in_full(other, report, style).encode("utf-8")
    made = in_full("json", report, style)
    made.encode("utf-8")
    for char in made.replace("\n", ""):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp"), repr(char)
    assert len(json.loads(made)["branches"]) == len(branches)


@settings(
    max_examples=100,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.lists(BRANCH, min_size=1, max_size=3), STYLE, st.booleans(), TEXT)
def test_what_changed_never_fails(
    branches: list[Any], style: Style, packed: bool, text: str
) -> None:
    """Whatever is compared with whatever."""
    used = (
        PackUsed("try-2016", "1", "\x1b", "\x1b", str(PACK) if packed else "/nowhere"),
    )
    run = Run(AS_OF, len(branches), style)
    sides = Moment("commit", text, AS_OF, text), Moment("report", text, AS_OF)
    listed = [one._replace(packs=used) for one in branches]
    checked("".join(diff_text([diff_part(b, run) for b in listed], *sides, style)))
    lines = [diff_lines(b, run) for b in listed]
    "".join(diff_markdown(lines, *sides, style)).encode("utf-8")
    made = "".join(diff_json([diff_value(b, run) for b in listed], *sides, style))
    made.encode("utf-8")
    assert len(json.loads(made)["branches"]) == len(branches)
