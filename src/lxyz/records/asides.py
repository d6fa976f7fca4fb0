"""Splits a step or an agenda item into its name and a remark: behind a colon,
`党性分析：王敏、李娜`, or in brackets, `民主测评（下午进行）`.

Brackets are cut off only if they tell when, how or led by whom it was done; other
brackets may change the meaning of the name (`民主测评（对支部班子）`). The words are `asides` in
`vocabulary.yaml` and `patterns.txt`.
"""

from __future__ import annotations

from lxyz.base.late import late
from lxyz.denial.denials import DENIALS
from lxyz.denial.texts import takes_back
from lxyz.vocabulary.phrases import Phrases, patterns

_CLOSING = ("）", ")")
_COLON = late("[：:]")
# A colon inside brackets does not split the name: 重温入党誓词（领誓人：王敏）
_BESIDE = late("((?:[^：:（(]|[（(][^（）()]*[）)])*)(?:[：:](.*))?")
_ASIDE = late("([^（(]+)[（(]([^（）()]{1,40})[）)]")


class _Asides(Phrases):
    """`plain`: brackets that only tell when, how or led by whom; `doubt`: brackets that
    may tell that it was not done."""

    plain, doubt = patterns(2)

    @property
    def _ahead(self) -> str:
        """下周, 择期: words for a time to come."""
        return DENIALS["later someday next kept_for"]


_ASIDES = _Asides("asides")


def apart(text: str) -> tuple[str, str]:
    """The name of a step or agenda item, and the remark on it ("" if none). A remark
    that denies it, `标签：未开展`, is left on the name."""
    name, said = _at_colon(text)
    if not name or (said and takes_back(said)):
        name, said = text.strip(), ""
    if not name.endswith(_CLOSING):
        return name, said
    found = _ASIDE.fullmatch(name)
    if found is None or takes_back(found[2]) or not _ASIDES.plain.fullmatch(found[2]):
        return name, said
    return found[1].strip(), said or found[2].strip()


def left_open(name: str) -> tuple[str, bool] | None:
    """The name of a step without brackets that are not understood (`民主测评（投影仪坏了）`), and
    whether these may say that it was not done; None if it has no such brackets."""
    found = _ASIDE.fullmatch(name) if name.endswith(_CLOSING) else None
    if found is None or takes_back(found[2]):
        return None
    return found[1].strip(), _ASIDES.doubt.search(found[2]) is not None


def _at_colon(text: str) -> tuple[str, str]:
    """The texts before and behind the first colon that is not in brackets."""
    if "：" not in text and ":" not in text:
        return text.strip(), ""
    found = _BESIDE.fullmatch(text) if "（" in text or "(" in text else None
    if found is not None:
        return found[1].strip(), (found[2] or "").strip()
    name, said = _COLON.split(text, maxsplit=1)
    return name.strip(), said.strip()
