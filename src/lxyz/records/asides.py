"""The name of a step or of a point of an agenda, and what is said of it: behind a colon,
`党性分析：王敏、李娜`, or in brackets, `民主测评（下午进行）`.

In brackets may stand what makes another thing of it (`民主测评（对支部班子）`); only what
tells no more than when, how and led by whom is taken from the name. The words are
`asides` in `vocabulary.yaml` and `patterns.txt`.
"""

from __future__ import annotations

from lxyz.base.late import late
from lxyz.denial.denials import DENIALS
from lxyz.denial.texts import takes_back
from lxyz.vocabulary.phrases import Phrases, patterns

_CLOSING = ("）", ")")
_COLON = late("[：:]")
# A colon in brackets is of what stands there: 重温入党誓词（领誓人：王敏）
_BESIDE = late("((?:[^：:（(]|[（(][^（）()]*[）)])*)(?:[：:](.*))?")
_ASIDE = late("([^（(]+)[（(]([^（）()]{1,40})[）)]")


class _Asides(Phrases):
    """What in brackets tells only when, how, and led by whom; what may tell that it was
    not done."""

    plain, doubt = patterns(2)

    @property
    def _ahead(self) -> str:
        """下周, 择期: when it is to be."""
        return DENIALS["later someday next kept_for"]


_ASIDES = _Asides("asides")


def apart(text: str) -> tuple[str, str]:
    """A name and what is said of it; what is explained away, `标签：未开展`, keeps its
    explanation."""
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
    """The name of a step without what stands in brackets behind it and is not understood
    (`民主测评（投影仪坏了）`), and whether that may say that it was not done; None where there
    is nothing of the kind."""
    found = _ASIDE.fullmatch(name) if name.endswith(_CLOSING) else None
    if found is None or takes_back(found[2]):
        return None
    return found[1].strip(), _ASIDES.doubt.search(found[2]) is not None


def _at_colon(text: str) -> tuple[str, str]:
    """What stands before the first colon that is not in brackets, and behind it."""
    if "：" not in text and ":" not in text:
        return text.strip(), ""
    found = _BESIDE.fullmatch(text) if "（" in text or "(" in text else None
    if found is not None:
        return found[1].strip(), (found[2] or "").strip()
    name, said = _COLON.split(text, maxsplit=1)
    return name.strip(), said.strip()
