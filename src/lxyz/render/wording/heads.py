"""What a report says of itself: its day and year, its branch, and how many there are of
each outcome."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lxyz.render.wording.number import some
from lxyz.render.wording.terms import sentence, term
from lxyz.report import BranchReport, Totals
from lxyz.vocabulary import say

_IN_ALL = "合计（一人一期算一项）：", "In all (of each person and period): "


def as_of_words(as_of: date, lang: str, *, today: bool = False) -> str:
    """The day of a report in words.

    If it is not today, the words say so: nobody should pass a gate with an old day
    unnoticed. They never say which day today is, so that the same input gives the same
    bytes."""
    aside = "" if today else say(lang, "（不是今天）", " (not today)")
    return say(lang, f"截至 {as_of}", f"as of {as_of}") + aside


def year_words(year: int, lang: str) -> str:
    """The year of a report in words; an empty text if it has no year."""
    return "" if not year else say(lang, f"{year}年度", f"year {year}")


def branch_words(branch: BranchReport, lang: str) -> list[str]:
    """What a report first says of its branch.

    These are the year (maybe empty), how many records were read, how many findings its
    baseline accepts, and whether names are pseudonyms."""
    told = [year_words(branch.year, lang), records_words(branch.records, lang)]
    if number := branch.accepted:
        accepted = f"{number} accepted by the baseline"
        told.append(say(lang, f"基线接受 {number} 处", accepted))
    if branch.redacted:
        told.append(redacted_words(lang))
    if branch.only:
        told.append(only_words(branch.only, lang))
    return told


def gone_words(lang: str) -> str:
    """Says that a branch is no longer there."""
    return say(lang, "这个支部没有了", "this branch is gone")


def only_words(number: int, lang: str) -> str:
    """Says that a report is about `number` files only, not about the whole branch."""
    files = some(number, "changed file")
    return sentence("heads", "only", lang, number=number, files=files)


def records_words(number: int, lang: str) -> str:
    """How many records were read, in words."""
    return say(lang, f"{number} 条记录", some(number, "record"))


def clear_words(branch: BranchReport, lang: str) -> str:
    """Says that a branch, or those of its files that were checked, lacks nothing
    except what its baseline accepts."""
    if lang == "en":
        but = " but what the baseline accepted" if branch.accepted else ""
        return (
            f"No gap found in {'these files' if branch.only else 'the records'}{but}."
        )
    where = "这些文件里" if branch.only else "记录中"
    return f"{'除基线接受的以外，' if branch.accepted else ''}{where}未发现缺口。"


def redacted_words(lang: str) -> str:
    """Says that a report has pseudonyms in place of names."""
    return say(lang, "人名已换成代号", "names are pseudonyms")


def faults_words(number: int, lang: str) -> str:
    """Says that the records have so many faults, for pages that do not list them."""
    things = some(number, "thing")
    return sentence("heads", "faults", lang, number=number, things=things)


def outcome_words(counts: Mapping[str, int], lang: str) -> list[str]:
    """How many verdicts there are of each outcome that occurs.

    `counts` is by outcome, as `lxyz.report.tally` returns it."""
    return [f"{term('outcomes', name, lang)} {n}" for name, n in counts.items() if n]


def branches_words(number: int, lang: str) -> str:
    """How many branches, in words."""
    return say(lang, f"{number} 个支部", some(number, "branch"))


def called(name: str, path: str) -> str:
    """The name of a branch; with its folder too, if that says more than the name."""
    return f"{name}  {path}" if path not in (name, ".") else name


def counts_words(counts: Mapping[str, int], lang: str, branches: int = 1) -> list[str]:
    """The counts of all outcomes, met included, as texts that should not be broken.

    If there are several branches, their number comes first."""
    shown = outcome_words(counts, lang)
    if branches > 1:
        shown.insert(0, branches_words(branches, lang))
    first, *rest = shown or [say(lang, "没有", "nothing")]
    return [f"{say(lang, *_IN_ALL)}{first}", *rest]


def totals_words(totals: Totals, lang: str) -> str:
    """The counts of a whole run on one line, however long.

    The number of branches that could not be judged comes first."""
    counted = counts_words(totals.counts, lang, totals.branches)
    if totals.unread:
        unread = f"没能检查 {totals.unread} 个支部", f"not checked {totals.unread}"
        counted.insert(0, say(lang, *unread))
    return "  ".join(counted)
