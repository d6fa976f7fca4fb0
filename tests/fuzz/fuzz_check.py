"""Coverage-guided fuzzing of a whole check: `python tests/fuzz/fuzz_check.py`.

Takes libFuzzer's arguments (`-max_total_time=60`). The first byte says what the rest is:
a record file of a small branch, its profile, or a rule pack of its own. Whatever they
are, the branch is told of, as a report of plain values that every format can print.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["lxyz"]):
    from lxyz.fleet.branch import Options, check_branch
    from lxyz.render import FORMATS, Run, Style
    from lxyz.report import Totals, outline

DAY = date(2016, 9, 30)
PROFILE = (
    "名称: 支部\n规则包: [./own]\n支委会: [{姓名: 王敏, 职务: 书记, 起: 2014-11-20}]\n"
    "党小组: [{名称: 第一党小组, 组长: 王敏, 党员: 王敏、陈静}]\n"
    "党员: [{姓名: 王敏、陈静、李娜, 起: 2014-11-20}]\n"
)
# Small, so that many inputs are tried: one rule of each test, folded and relative ones.
PACK = """\
pack: {id: own, version: '1.0', title: 甲, title_en: own, document: 甲, year: 2016}
params: {often: {value: 31d, source: tool}}
rules:
- {id: lecture, title: 党课, title_en: lecture, covers: [own-01], modality: must,
   for: branch, count: {of: {kind: party-lecture}, min: 2, rounds: group}}
- {id: present, title: 到会, title_en: there, covers: [own-02], modality: should,
   for: member, when: {every: month}, fold: year,
   count: {of: {kind: [collective-study, party-lecture], as: present}}}
- {id: filed, title: 报送, title_en: filed, covers: [own-03], modality: must, for: fact,
   each: {kind: party-lecture}, when: {after: subject, within: $often, late: ever},
   count: {of: {kind: filing, link: subject}}}
- {id: themed, title: 主题, title_en: themed, covers: [own-04], modality: must, for: fact,
   each: {kind: theme-party-day}, has: {theme: some, steps: {in_order: [自评, 互评]}}}
- {id: texts, title: 学习, title_en: texts, covers: [own-05], modality: must, for: group,
   cover: {of: {kind: collective-study}, tag: materials, all: [党章, {is: 准则, by: 06-30}]}}
- {id: asked, title: 问, title_en: asked, covers: [own-06], modality: may, for: branch,
   attest: 做到了吗, attest_en: was it done}
"""
FOLDER = Path(tempfile.mkdtemp(prefix="lxyz-fuzz-"))


def one_input(data: bytes) -> None:
    """Checks a branch in which one file is these bytes, and prints the report."""
    which, rest = (data[0] % 3, data[1:]) if data else (0, b"")
    (FOLDER / "own").mkdir(exist_ok=True)
    (FOLDER / "branch.yaml").write_bytes(rest if which == 1 else PROFILE.encode())
    (FOLDER / "x.yaml").write_bytes(rest if which == 0 else b"")
    (FOLDER / "own" / "pack.yaml").write_bytes(rest if which == 2 else PACK.encode())
    found = check_branch(FOLDER, Options(DAY))
    if found.error is not None and found.error.code.startswith("E7"):
        raise AssertionError(found.error)
    run, totals = Run(DAY, 1, Style()), Totals(DAY)
    totals.add(outline(found))
    for form in FORMATS.values():
        "".join(form.whole([form.part(found, run)], totals, Style()))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
