"""How many of each outcome a run found, in a line."""

from __future__ import annotations

from collections.abc import Mapping

from lxyz.render.wording.terms import OUTCOMES
from lxyz.render.wording.words import pick
from lxyz.report import Totals

_IN_ALL = "合计（一人一期算一项）：", "In all (of each person and period): "


def counts_words(counts: Mapping[str, int], lang: str, branches: int = 1) -> list[str]:
    """Everything counted, met ones included, in parts none of which should be broken;
    first how many branches, if several. `counts` is by outcome, as `lxyz.report.tally`
    gives it."""
    shown = [f"{pick(OUTCOMES[name], lang)} {n}" for name, n in counts.items() if n]
    if branches > 1:
        shown.insert(0, pick((f"{branches} 个支部", f"{branches} branches"), lang))
    first, *rest = shown or [pick(("没有", "nothing"), lang)]
    return [f"{pick(_IN_ALL, lang)}{first}", *rest]


def totals_words(totals: Totals, lang: str) -> str:
    """The counts of a whole run in one line, however long; and first of all how many
    branches nothing is known of."""
    counted = counts_words(totals.counts, lang, totals.branches)
    if totals.unread:
        unread = f"没能检查 {totals.unread} 个支部", f"not checked {totals.unread}"
        counted.insert(0, pick(unread, lang))
    return "  ".join(counted)
