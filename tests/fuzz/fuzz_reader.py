"""Coverage-guided fuzzing of the reader: `python tests/fuzz/fuzz_reader.py`.

Takes libFuzzer's arguments (`-max_total_time=60`). Any bytes whatever must give
documents, records and faults: an exception, or a fault outside the file, is a crash.
"""

import sys
from datetime import date

import atheris

with atheris.instrument_imports(include=["lxyz"]):
    from lxyz.facts.build import build_facts
    from lxyz.files import read_text
    from lxyz.records import read_profile, read_records
    from lxyz.vocabulary import vocabulary

WORDS = vocabulary()
PROFILE, _ = read_profile(
    read_text(
        "名称: 支部\n规则包: bj-2016\n党员: [{姓名: 王敏、陈静, 起: 2014-11-20}]\n".encode(),
        "branch.yaml",
    ),
    WORDS,
)


def one_input(data: bytes) -> None:
    """Reads bytes as a record file and as a profile, and puts the records together."""
    document = read_text(data, "x.yaml")
    lines = data.count(b"\n") + data.count(b"\r") + data.count(b"\x00\n") + 2
    faults = list(document.faults)
    if document.root is not None:
        records, found = read_records(document, WORDS)
        faults += found
        if PROFILE is not None:
            faults += build_facts(PROFILE, records, WORDS, date(2016, 9, 30))[1]
        read_profile(document, WORDS)
    for fault in faults:
        if not (1 <= fault.line <= lines and fault.column >= 1):
            raise AssertionError(fault)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
