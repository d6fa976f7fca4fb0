"""The help of a rule, or of the code of a fault, for SARIF: in a line, as plain text,
and in Markdown. It is made from the same texts as `lxyz explain`."""

from __future__ import annotations

import re
from functools import lru_cache

from lxyz.base.named import NamedTuple
from lxyz.packs.model import Rule
from lxyz.packs.types import Pack
from lxyz.render.page.markup import fenced, plain
from lxyz.render.page.safe import clean
from lxyz.render.rule.explain import samples, told_of_rule
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.said.tables import table
from lxyz.render.wording.fill import fill
from lxyz.vocabulary import say

_LONG = 2000


class Help(NamedTuple):
    """The help of a rule or code.

    - `title`: in a few words
    - `sentence`: in a sentence
    - `text`: at length, as plain text
    - `markdown`: at length, as Markdown
    - `modality`: how binding the rule is; empty for a code"""

    title: str
    sentence: str
    text: str
    markdown: str
    modality: str = ""


def rule_help(code: str, book: Rulebook, lang: str, *, named: bool) -> Help:
    """The help of a rule or of a code; for an unknown one, just its name.

    Records to copy hold made-up names, which somebody may have. They are left out
    unless `named`."""
    # A stricter tier (`id~`) has the words of its rule.
    rule = book.rule(code) or book.rule(code.removesuffix("~"))
    pack = book.pack_of(code)
    if rule is not None and pack is not None:
        return _of_rule(code, pack, rule, lang, book.title(code, lang), named=named)
    return _of_code(code, lang)


def _of_rule(
    code: str, pack: Pack, rule: Rule, lang: str, title: str, *, named: bool
) -> Help:
    if title == clean(code):
        title = clean(say(lang, rule.title, rule.title_en))
    colon = say(lang, "：", ": ")
    told = told_of_rule(code.removesuffix("~"), pack, rule, lang)
    texts, marks, before = [title], [f"**{plain(title)}**", ""], ""
    for label, text in told:
        before = label or before
        texts.append(f"{before}{colon}{text}")
        marks.append(f"- **{before}**{colon}{plain(text, _LONG)}")
    for head, lines in samples(code, rule, pack, lang) if named else ():
        marks += ["", plain(head) + colon.rstrip(), "", *fenced(lines)]
    return Help(title, told[0][1], "\n".join(texts), "\n".join(marks), rule.modality)


@lru_cache(maxsize=256)
def _of_code(code: str, lang: str) -> Help:
    """The sentence of a fault or error with its holes left open, and how to mend it."""
    said = table("faults").get(code)
    if said is None:
        chinese, english = table("errors").get(code, ("", ""))
        said = (chinese, "", english, "")
    sentence, fix = say(lang, said[:2], said[2:])
    holes = dict.fromkeys(re.findall(r"\{([a-z_]+)\}", sentence + fix), "…")
    sentence, fix = fill(sentence, holes) or clean(code), fill(fix, holes)
    text = "\n".join(part for part in (sentence, fix) if part)
    marks = "\n\n".join(plain(part, _LONG) for part in (sentence, fix) if part)
    return Help(sentence, sentence, text, marks)
