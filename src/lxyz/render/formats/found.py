"""The findings of a branch one by one, for formats in which each has a place, a level
and an identity of its own."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.base.named import NamedTuple
from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Origin
from lxyz.render.form import Run
from lxyz.render.page.safe import clean
from lxyz.render.page.style import Style
from lxyz.render.said.faults import error_sentence, fault_sentence
from lxyz.render.verdict.message import message
from lxyz.render.verdict.places import place
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.rooms import clash_sentence
from lxyz.render.verdict.telling import Told, told_of
from lxyz.report import BranchReport
from lxyz.verdicts import FINDINGS, HEAVY, Level, Outcome, Verdict, silent_tiers


class Found(NamedTuple):
    """One finding. Its texts are safe to print.

    - `level`: error, warning or info
    - `code`: the id of the rule, or the code of a fault or an error
    - `text`: what was found, in a sentence
    - `fix`: what to do about it; empty if nothing is to be said
    - `origin`: the place at which it is shown
    - `identity`: a text that stays the same when lines move; that of a verdict also
      when records move to other files
    - `verdict`: the verdict; None for faults and errors"""

    level: str
    code: str
    text: str
    fix: str
    origin: Origin
    identity: str
    verdict: Verdict | None = None


def found_in(branch: BranchReport, run: Run) -> Iterator[Found]:
    """The findings of a branch: why it was not judged, its faults, its verdicts, and
    its clashes (duties that can no longer all be done)."""
    yield from troubles_in(branch, run)
    told = told_of(branch, run.as_of, run.style.lang, today=run.today)
    silent = silent_tiers(branch.verdicts)
    for verdict in branch.verdicts:
        if verdict in silent or not is_shown(verdict, run.style):
            continue
        yield Found(
            level_of(verdict),
            clean(verdict.rule),
            message(verdict, told),
            remedy(verdict, told),
            place(verdict, branch, told.book),
            branch.id_of(verdict),
            verdict,
        )
    yield from clashes_in(branch, told)


def troubles_in(branch: BranchReport, run: Run) -> Iterator[Found]:
    """The findings that say why a branch was not judged, and those for its faults."""
    lang = run.style.lang
    if branch.error is not None:
        code, text = clean(branch.error.code), error_sentence(branch.error, lang)
        name = f"{branch.error.code}|{branch.name}"
        yield Found("error", code, text, "", Origin(BRANCH_FILE), name)
    for fault, name in zip(branch.faults, branch.fault_ids(), strict=True):
        sentence, fix = fault_sentence(fault, lang)
        code = clean(fault.code)
        yield Found(fault.level, code, sentence, fix, fault.origin, name)


def clashes_in(branch: BranchReport, told: Told) -> Iterator[Found]:
    """The findings for duties that can no longer all be done."""
    for clash, verdicts in branch.clashing():
        head = verdicts[0]
        keys = ["|".join(one.key()) for one in verdicts]
        yield Found(
            "warning",
            clean(head.rule),
            clash_sentence(clash, verdicts, told),
            "",
            place(head, branch, told.book),
            "|".join(("clash", branch.name, *keys)),
            head,
        )


def is_shown(verdict: Verdict, style: Style) -> bool:
    """Whether a verdict is a finding, or was asked for with `--show`."""
    if verdict.folded_into is not None:
        return style.shows("folded")
    if verdict.outcome in FINDINGS:
        return verdict.level in HEAVY or style.shows("all")
    if verdict.outcome in (Outcome.OPEN, Outcome.PLANNED):
        return verdict.level == Level.WARNING or style.shows("open")
    return style.shows(verdict.outcome.value)


def level_of(verdict: Verdict) -> str:
    """The level of a verdict as a finding: error, warning or info.

    It is info for what the committee above owes and for what is folded into another
    rule, so that no branch fails because of them."""
    if verdict.debtor != "branch" or verdict.folded_into is not None:
        return "info"
    return verdict.level.value if verdict.level != Level.NONE else "info"


def fingerprint(branch: BranchReport, run: Run, identity: str) -> str:
    """A digest of an identity: 64 hexadecimal digits, which show no name.

    The folder of the branch is part of it, because two branches may have one name."""
    from hashlib import sha256

    whole = f"{run.ground.path(branch.path)}\0{identity}"
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
