"""All that verdicts say has words in both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lxyz.render.rule.rulebook import rulebook
from lxyz.render.verdict.message import message
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.terms import terms
from lxyz.render.wording.words import near
from lxyz.report import PackUsed
from lxyz.verdicts import Verdict

_HAN = re.compile("[\u3400-\u9fff]")
_NAMES = re.compile(r"[a-z0-9-]+/[a-z_-]+|参数 [a-z_]+|branch\.yaml|lxyz")
SEEN = {"bj-2016": {"band", "by", "leave"}, "b11-2016": {"param", "waived"}}
"""Notes that some packs' cases are sure to give."""


def check_words(verdicts: Sequence[Verdict], folder: Path) -> None:
    """Of notes, near misses and sentences of the verdicts of a pack in a folder."""
    notes = {text for one in verdicts for text in one.notes}
    names = {text.partition(":")[0] for text in notes}
    assert SEEN.get(folder.name, set()) | {"why"} <= names
    assert names <= set(terms("notes"))
    whys = {text.split(":")[1] for text in notes if text.startswith("why:")}
    assert whys <= set(terms("whys"))
    for why in {near_.why for one in verdicts for near_ in one.near}:
        name, found, _ = why.partition(":")
        assert not found or name in terms("nears")
        assert _HAN.search(near(why, "zh"))
    used = (PackUsed(folder.name, "1", "", "", str(folder)),)
    for lang in ("zh", "en"):
        told = Told(lang, date(2016, 12, 31), 2016, rulebook(used))
        for one in verdicts:
            check_sentence(one, told)


def check_sentence(one: Verdict, told: Told) -> None:
    """Chinese sentences hold no English word but names of rules and parameters, and
    what the packs themselves say; no sentence has a hole."""
    text = message(one, told) + remedy(one, told)
    assert not re.search(r"\{|\[\[|None", text), text
    if told.lang == "zh":
        words = told.book.title(one.rule, "zh") + told.book.remedy(one.rule, "zh")
        rest = _NAMES.sub("", text)
        left = {word for word in re.findall("[a-z]{3,}", rest) if word not in words}
        assert not left, (left, text)
