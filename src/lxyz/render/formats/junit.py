"""The duties as JUnit XML: a suite for each branch, a test case for each rule.

A gap of what must or should be done is a failure. An undecidable verdict is an error,
and so is a fault in a record. A rule that applies to nobody, is not yet due, is waived
or is for a person to attest is skipped, with the reason. The name of a test case never
changes, so that a service can show its history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Fault
from lxyz.render.form import Form, Run
from lxyz.render.page.safe import clean, defused, shortened
from lxyz.render.page.style import Style
from lxyz.render.said.faults import error_sentence, fault_sentence, with_fix
from lxyz.render.verdict.entries import Entry
from lxyz.render.verdict.places import at_column, place
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.rooms import clash_sentence
from lxyz.render.verdict.sentences import whole
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.wording.heads import as_of_words, redacted_words
from lxyz.render.wording.terms import term
from lxyz.report import BranchReport, Totals
from lxyz.report.baseline import ACCEPTED
from lxyz.verdicts import DONE, GAPS, HEAVY, WORST, Outcome, Verdict
from lxyz.vocabulary import say

LONGEST = 1_000


def _part(branch: BranchReport, run: Run) -> str:
    suite = ET.Element("testsuite", name=clean(branch.name or branch.path))
    properties = ET.SubElement(suite, "properties")
    path = clean(run.ground.path(branch.path))
    told = {
        "as_of": as_of_words(run.as_of, run.style.lang, today=run.today),
        "year": str(branch.year),
        "path": path,
        "packs": " ".join(f"{clean(p.id)} {clean(p.version)}" for p in branch.packs),
    }
    if branch.redacted:
        told["names"] = redacted_words(run.style.lang)
    words = told_of(branch, run.as_of, run.style.lang, today=run.today)
    clashes = [
        clash_sentence(one, verdicts, words) for one, verdicts in branch.clashing()
    ]
    if clashes:
        told["no_room"] = words.stops(clashes)
    for name, value in told.items():
        ET.SubElement(properties, "property", name=name, value=value)
    cases = [*_records(branch, run), *_rules(branch, run, words)]
    suite.extend(cases)
    for name, tag in (("failures", "failure"), ("errors", "error")):
        suite.set(name, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    suite.set("tests", str(len(cases)))
    ET.indent(suite)
    # A CI log may show the file: no line of it may be a command there.
    return defused(ET.tostring(suite, encoding="unicode") + "\n")


def _case(branch: BranchReport, group: str, name: str) -> ET.Element:
    place = f"{clean(branch.name or branch.path)}.{group}"
    return ET.Element("testcase", classname=place, name=name)


def _records(branch: BranchReport, run: Run) -> Iterator[ET.Element]:
    """A test case for each file with faults; one for all records if there are none."""
    lang = run.style.lang
    group = say(lang, "记录", "records")
    if branch.error is not None:
        case = _case(branch, group, BRANCH_FILE)
        text = error_sentence(branch.error, lang)
        _put(case, "error", clean(branch.error.code), text, text)
        yield case
    by_file: dict[str, list[Fault]] = {}
    for fault in branch.faults:
        by_file.setdefault(fault.file, []).append(fault)
    for file, faults in by_file.items():
        case = _case(branch, group, clean(file))
        lines = []
        for fault in faults:
            text = with_fix(*fault_sentence(fault, lang), lang)
            at = at_column(run.ground.seen(branch.path, fault))
            lines.append(f"{at}: {clean(fault.code)}: {text}")
        _put(case, "failure", clean(faults[0].code), lines[0], "\n".join(lines))
        yield case
    if branch.error is None and not by_file:
        name = say(lang, "记录没有写错", "no fault in the records")
        yield _case(branch, group, name)


def _rules(branch: BranchReport, run: Run, told: Told) -> Iterator[ET.Element]:
    by_rule: dict[str, list[Verdict]] = {}
    for verdict in branch.verdicts:
        by_rule.setdefault(verdict.rule, []).append(verdict)
    for rule, verdicts in by_rule.items():
        pack, _, short = clean(rule).partition("/")
        title = told.book.title(rule.removesuffix("~"), told.lang)
        case = _case(branch, pack, f"{short} {title}")
        _judge(case, verdicts, branch, run, told)
        yield case


def _judge(
    case: ET.Element,
    verdicts: list[Verdict],
    branch: BranchReport,
    run: Run,
    told: Told,
) -> None:
    """Adds to a test case what became of the verdicts of its rule."""
    owed = [v for v in verdicts if v.folded_into is None and v.debtor == "branch"]
    gaps = [v for v in owed if v.outcome in GAPS and v.level in HEAVY]
    unclear = [v for v in owed if v.outcome == Outcome.UNDECIDABLE and v.level in HEAVY]
    for tag, found in (("failure", gaps), ("error", unclear)):
        if found:
            said = _said(found, told)
            places = dict.fromkeys(place(v, branch, told.book) for v in found)
            at = [at_column(run.ground.seen(branch.path, one)) for one in places]
            lines = [said, remedy(found[0], told), clean(found[0].clause), *at]
            text = "\n".join(line for line in lines if line)
            worst = min(found, key=lambda v: HEAVY.index(v.level))
            _put(case, tag, f"{worst.outcome} {worst.level}", said, text)
            return
    if any(v.outcome in DONE and v.folded_into is None for v in verdicts):
        # The case passed. What was late, or a gap that binds nobody, is still told.
        for outcome in (Outcome.LATE, *GAPS):
            listed = [v for v in owed if v.outcome == outcome]
            if listed:
                ET.SubElement(case, "system-out").text = _said(listed, told)
        return
    worst = min(verdicts, key=lambda v: WORST.index(v.outcome))
    alike = [v for v in verdicts if v.outcome == worst.outcome]
    name = "folded" if worst.folded_into is not None else worst.outcome.value
    why = term("outcomes", name, told.lang)
    if ACCEPTED in worst.notes:
        why = told.say(f"已接受（基线），{why}", f"accepted (baseline), {why}")
    if worst.debtor != "branch":
        why += told.say("（上级党组织办）", " (the committee above)")
    said = told.colon.join(text for text in (why, _said(alike, told)) if text)
    ET.SubElement(case, "skipped", message=shortened(said, LONGEST))


def _said(verdicts: list[Verdict], told: Told) -> str:
    entry = Entry("", tuple(verdicts))
    return whole(entry, told)


def _put(case: ET.Element, tag: str, kind: str, message: str, text: str) -> None:
    found = ET.SubElement(case, tag, type=kind, message=shortened(message, LONGEST))
    found.text = text


def _whole(parts: Iterable[str], totals: Totals, style: Style) -> Iterator[str]:
    day = "" if totals.today else f" {as_of_words(totals.as_of, style.lang)}"
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="lxyz{day}">\n'
    yield from parts
    yield "</testsuites>\n"


junit = Form(_part, _whole, escapes="xml")
"""JUnit XML, for the test pages of CI services."""
