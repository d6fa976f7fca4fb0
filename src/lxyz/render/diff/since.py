"""Which findings of a branch are new since the time with which it is compared."""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.change import WORSE, How
from lxyz.render.diff.seen import seen, tallied
from lxyz.render.diff.words import count_words, standing_words
from lxyz.render.form import Run
from lxyz.render.page.safe import clean
from lxyz.report import BranchReport
from lxyz.verdicts import Verdict


class News:
    """What is new in a branch.

    A gap in several weeks is split if only some of the weeks are new."""

    def __init__(self, branch: BranchReport, run: Run) -> None:
        self._seen, self._run = seen(branch, run), run
        worse = [one for one in self._seen.changes if one.how in WORSE]
        keyed = zip(branch.fault_keys(), branch.faults, strict=True)
        keys = {one.key for one in worse if one.how == How.FAULT}
        self.faults = [fault for key, fault in keyed if key in keys]
        self.clashes = [one.clash for one in worse if one.clash is not None]
        self._fresh: dict[tuple[str, ...], list[Verdict]] = {}
        for one in worse:
            if one.shown is not None:
                self._fresh.setdefault(one.shown.key(), []).append(one.shown)
        self.is_unread = any(one.how == How.UNREAD for one in worse)

    def split(self, verdicts: Iterable[Verdict]) -> tuple[list[Verdict], list[Verdict]]:
        """The new verdicts among some, and those that were there before.

        A verdict of which only some periods are new is in both, with its own periods
        in each."""
        fresh: list[Verdict] = []
        before: list[Verdict] = []
        for one in verdicts:
            mine = self._fresh.get(one.key(), [])
            fresh += mine
            told = {label for each in mine for label in each.failing}
            left = tuple(label for label in one.failing if label not in told)
            if not mine:
                before.append(one)
            elif told and left:
                before.append(one._replace(failing=left))
        return fresh, before

    def words(self) -> str:
        """A line on how much changed; empty if nothing did."""
        found, style = self._seen, self._run.style
        parts = [*standing_words(found), *count_words(tallied(found), style)]
        name = clean(found.either.name or found.either.path)
        told = found.told
        return f"{name}{told.colon}{told.stops(parts)}" if parts else ""
