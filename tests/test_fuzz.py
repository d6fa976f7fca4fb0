"""No input of any bytes breaks the reader: every one is a document, or a fault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lxyz.facts.build import build_facts
from lxyz.files import read_text
from lxyz.records import read_profile, read_records
from lxyz.vocabulary import vocabulary

WORDS = vocabulary()
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "branch-11"
FILES = [path.read_bytes() for path in sorted(EXAMPLE.rglob("*.yaml"))]
PROFILE, _ = read_profile(
    read_text((EXAMPLE / "branch.yaml").read_bytes(), "branch.yaml"), WORDS
)
PIECES = st.sampled_from(
    "类型: 党课\n|日期: 2016-06-24\n|出席情况: 全体\n|- |  |[|]|{|}|,|: |：|，|? |\\||>|'|\"|&a|*a|!x|"
    "%|@|`|#|\n|\t|\u3000|---\n|...\n|<<: |~|明细:\n|时间: 14:00|文书:|“|”|﹁|\ufeff|\x00".split(
        "|"
    )
)


def whole(data: bytes) -> None:
    """Reads bytes in every way there is; every fault has a place in them."""
    document = read_text(data, "x.yaml")
    faults = list(document.faults)
    if document.root is None:
        assert faults
    else:
        records, found = read_records(document, WORDS)
        assert PROFILE is not None
        faults += found
        faults += build_facts(PROFILE, records, WORDS, date(2016, 9, 30))[1]
        faults += read_profile(document, WORDS)[1]
    lines = (
        len(
            data.decode(
                "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8",
                "replace",
            ).splitlines()
        )
        + 1
    )
    for fault in faults:
        assert 1 <= fault.line <= max(lines, 1), fault
        assert fault.column >= 1, fault


@pytest.mark.no_cover
@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"? ")
@example(b"[" * 2000)
@example(b"{a: " * 2000)
@example(b"- " * 2000)
@example(b"a: &x [*x]\n")
def test_any_bytes(data: bytes) -> None:
    """Bytes of any kind."""
    whole(data)


@pytest.mark.no_cover
@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_any_pieces_of_yaml(pieces: list[str]) -> None:
    """What YAML is made of, in any order."""
    whole("".join(pieces).encode())


@pytest.mark.no_cover
@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(FILES),
    st.lists(
        st.tuples(st.integers(0, 5000), st.binary(max_size=6)), min_size=1, max_size=4
    ),
)
def test_any_damage_to_real_files(data: bytes, damage: list[tuple[int, bytes]]) -> None:
    """Real records with bytes changed here and there."""
    for place, bytes_ in damage:
        at = place % (len(data) + 1)
        data = data[:at] + bytes_ + data[at + len(bytes_) :]
    whole(data)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"{a: " * 50_000,
        b"- " * 100_000,
        b"a: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (n, n) for n in range(30)),
        b"a: " + b"x" * 900_000,
        b"".join(b"k%d: v\n" % n for n in range(60_000)),
        ("姓名: " + "王敏、" * 60_000).encode(),
        "类型：党课\n".encode() * 30_000,
        b"\n" * 900_000,
        b"'" * 300_000,
        ("- 类型: 党课\n  日期: 2016-06-24\n" * 3_000).encode(),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_large_and_deep(data: bytes) -> None:
    """Bombs and giants are refused or read, without a crash of the interpreter."""
    whole(data)
