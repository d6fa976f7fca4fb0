"""A plan by a tiny pack, made in the test, for the branch of tests/trial.py."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

from lxyz.plan import Ask, Draft, Plan, make_plan

from ..trial import BRANCH, pack_text, text_of

Make = Callable[..., Plan]


def make_in(folder: Path) -> Make:
    """Makes plans for branches in a folder: rules, records, other keys of the pack."""
    count = iter(range(100))

    def made(
        rules: str,
        records: str = "",
        more: str = "",
        *,
        branch: str = BRANCH,
        as_of: str = "2016-01-04",
        year: int = 2016,
    ) -> Plan:
        # A pack is read once from a folder: every one has its own.
        pack = folder / str(next(count)) / "trial-2016"
        home = pack.parent / "branch"
        for one in (pack, home):
            one.mkdir(parents=True)
        (pack / "pack.yaml").write_text(pack_text(rules, more), "utf-8")
        (home / "branch.yaml").write_text(dedent(branch).lstrip("\n"), "utf-8")
        if records:
            (home / "records.yaml").write_text(dedent(records), "utf-8")
        return make_plan(home, Ask(date.fromisoformat(as_of), year, (str(pack),)))

    return made


def said(draft: Draft) -> dict[str, Any]:
    """What a draft says beside who is responsible, with every scalar a text."""
    return {
        key: _plain(value)
        for key, value in draft.values.items()
        if key != "responsible"
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return str(value)


def kinds(plan: Plan) -> list[str]:
    """The drafts of a plan by their kinds, in order of day."""
    return ["+".join(draft.kinds) for draft in plan.drafts]


def whys(plan: Plan) -> list[str]:
    """Why something is left, each once."""
    return sorted({one.why for one in plan.left})


def told(text: str) -> Any:
    """An expected value as YAML, all scalars texts."""
    return text_of(text)
