"""Bytes to text: encodings, and files that are no text at all."""

from __future__ import annotations

import codecs

import pytest

from lxyz.files.decode import MOST_BYTES, decode
from lxyz.files.origin import Faults

STUDY = "类型: 集体学习\n日期: 2016-04-01\n主题: 学党章\n"


def told(data: bytes) -> tuple[str | None, list[tuple[str, int, int]]]:
    """The text, and code, line and column of each fault."""
    faults = Faults()
    text = decode(data, "x.yaml", faults)
    return text, [(fault.code, fault.line, fault.column) for fault in faults]


@pytest.mark.parametrize(
    "data",
    [
        STUDY.encode(),
        codecs.BOM_UTF8 + STUDY.encode(),
        STUDY.replace("\n", "\r\n").encode(),
        STUDY.replace("\n", "\r").encode(),
        STUDY.replace("\n", "\r\n", 1).encode(),
        codecs.BOM_UTF8 + STUDY.replace("\n", "\r\n").encode(),
    ],
)
def test_read_in_silence(data: bytes) -> None:
    """UTF-8 with or without BOM, any line ends."""
    assert told(data) == (STUDY, [])


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (STUDY.encode("gb18030"), ("F002", 1, 1)),
        (("kind: a\n" + STUDY).encode("gbk"), ("F002", 2, 1)),
        (("名: 䶮𠮷\n" + STUDY * 3).encode("gb18030"), ("F002", 1, 1)),
        (STUDY.encode("utf-16"), ("F003", 1, 1)),
        (codecs.BOM_UTF16_BE + STUDY.encode("utf-16-be"), ("F003", 1, 1)),
        (codecs.BOM_UTF16_LE + STUDY.encode("utf-16-le"), ("F003", 1, 1)),
    ],
)
def test_read_and_told_of(data: bytes, fault: tuple[str, int, int]) -> None:
    """Of another encoding that is certain nothing is lost."""
    text, faults = told(data)
    assert text is not None
    assert text.endswith(STUDY)
    assert faults == [fault]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        # known signatures
        (b"PK\x03\x04abc", ("F008", 1, 1)),
        (b"\xd0\xcf\x11\xe0abc", ("F008", 1, 1)),
        (b"%PDF-1.4", ("F008", 1, 1)),
        # encodings that are not guessed
        (STUDY.encode("big5", errors="ignore"), ("F004", 1, 1)),
        ("kind: café, Zürich\n".encode("latin-1"), ("F004", 1, 10)),
        (STUDY.encode("utf-16-le"), ("F004", 1, 1)),
        (STUDY.encode("utf-16-be"), ("F004", 1, 1)),
        (STUDY.encode("utf-32"), ("F004", 1, 1)),
        (codecs.BOM_UTF32_BE + STUDY.encode("utf-32-be"), ("F004", 1, 1)),
        (STUDY.encode("utf-32-le"), ("F004", 1, 1)),
        (STUDY.encode("utf-32-be"), ("F004", 1, 1)),
        (b"kind: \xff\n", ("F004", 1, 7)),
        # cut in a character
        (STUDY.encode()[:-2], ("F005", 3, 7)),
        (("\r\n" + STUDY).encode()[:-2], ("F005", 4, 7)),
        (codecs.BOM_UTF8 + "类".encode()[:2], ("F005", 1, 1)),
        (STUDY.encode("utf-16")[:-1], ("F005", 3, 8)),
        # zeros
        (b"kind: a\nda\x00te\n", ("F006", 2, 3)),
        (STUDY.encode() + b"\x00" * 3, ("F006", 4, 1)),
        (b"\x00" * 10, ("F006", 1, 1)),
        (b"\xff\x00\xff\x00\x00", ("F006", 1, 2)),
        (b"\x00\xd8\x00\x00\xff", ("F006", 1, 1)),
        # too much
        (b"a" * (MOST_BYTES + 1), ("F009", 1, 1)),
    ],
)
def test_not_read(data: bytes, fault: tuple[str, int, int]) -> None:
    """No text, or none that is certain."""
    assert told(data) == (None, [fault])


@pytest.mark.parametrize(
    ("data", "code", "what"),
    [
        (b"PK\x03\x04", "F008", "Excel/Word/zip"),
        (b"\xd0\xcf\x11\xe0", "F008", "Excel/Word (97-2003)"),
        (b"%PDF-1.4", "F008", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "F008", "PNG"),
        (b"\xff\xd8\xff\xe0", "F008", "JPEG"),
        (b"\x1f\x8b\x08", "F008", "gzip"),
        (b"Rar!\x1a\x07", "F008", "RAR"),
        (STUDY.encode("utf-16-le"), "F004", "UTF-16（无 BOM）"),
        (STUDY.encode("utf-32-be"), "F004", "UTF-32（无 BOM）"),
    ],
)
def test_what_it_is_instead(data: bytes, code: str, what: str) -> None:
    """A picture, a paper of another program, or the same in another encoding, is called
    what it is."""
    faults = Faults()
    assert decode(data, "x.yaml", faults) is None
    (fault,) = faults
    assert (fault.code, dict(fault.values)) == (code, {"what": what})


def test_a_megabyte_is_read() -> None:
    """The limit itself is within it."""
    assert told(b"a" * MOST_BYTES) == ("a" * MOST_BYTES, [])


@pytest.mark.parametrize(
    ("text", "read", "faults"),
    [
        ("主题: 学\u200b习\n", "主题: 学\xa0习\n", [(1, 6)]),
        ("a\n\ufeff日期: 2\n", "a\n日期: 2\n", [(2, 1)]),
        ("主题: \x1b[2K学\n", "主题: \ufffd[2K学\n", [(1, 5)]),
        ("主题: \x07学\n", "主题:  学\n", [(1, 5)]),
        ("内容: 甲\x0b乙\u2028丙\x0b\n", "内容: 甲 乙 丙 \n", [(1, 6), (1, 8)]),
        ("内容: 甲\ufffd乙\n", "内容: 甲 乙\n", [(1, 6)]),
        ("内容: 甲\u202e乙\x85\n", "内容: 甲\xa0乙 \n", [(1, 6), (1, 8)]),
        ("甲\u00ad", "甲 ", [(1, 2)]),
        (
            "未\u2062开\U000e0041展\u180e",
            "未\xa0开\xa0展 ",
            [(1, 2), (1, 4), (1, 6)],
        ),
        ("取\u200b\u2060消\u200b，", "取\xa0\xa0消 ，", [(1, 2), (1, 3)]),
        ("取\u3164消\u115f，", "取\xa0消 ，", [(1, 2), (1, 4)]),
        ("甲\ufdd0乙", "甲 乙", [(1, 2)]),
        ("阿依\u200d古丽", "阿依\u200d古丽", []),
        ("甲\t乙 丙\u3000丁", "甲\t乙 丙\u3000丁", []),
    ],
)
def test_what_nobody_sees(text: str, read: str, faults: list[tuple[int, int]]) -> None:
    """Told once of each, with a blank in its place, none at the start of a line, and
    none that gives the next character a meaning in YAML."""
    assert told(text.encode()) == (read, [("F010", *place) for place in faults])


def test_how_many_more() -> None:
    """Of one that is there three times two more are told of."""
    faults = Faults()
    decode("甲\u200b乙\u200b丙\u200b".encode(), "x.yaml", faults)
    (fault,) = faults
    assert dict(fault.values) == {"char": "U+200B", "more": "2"}
    assert fault.level == "warning"
