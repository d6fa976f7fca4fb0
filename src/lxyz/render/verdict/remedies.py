"""What to do about a verdict."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lxyz.files.find import BRANCH_FILE
from lxyz.packs.asked import counted_kinds, patterns
from lxyz.packs.model import Rule
from lxyz.render.page.safe import clean
from lxyz.render.rule.describe import pattern
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.words import attribute, is_of_member
from lxyz.verdicts import Outcome, Verdict

_SETTLED = frozenset(
    (Outcome.MET, Outcome.LATE, Outcome.WAIVED, Outcome.NOT_APPLICABLE)
)


def remedy(verdict: Verdict, told: Told) -> str:
    """What to do about a verdict, in words; empty if there is nothing to do.

    For an undecidable verdict it is what to write. For others it is the remedy of the
    pack, or else one made from the rule's test."""
    if verdict.outcome in _SETTLED:
        return ""
    if verdict.outcome == Outcome.UNDECIDABLE:
        return _complete(verdict, told)
    if verdict.outcome == Outcome.ATTEST:
        return told.tell("attest")
    text = _of_rule(verdict.rule, told.lang, told.book)
    return _from_now_on(text, told) if verdict.outcome == Outcome.MISSED else text


def _from_now_on(text: str, told: Told) -> str:
    """What to do about a duty that can no longer be made good: keep it next time."""
    if not text or text.startswith(("往后", "From now on")):
        return text
    return told.say(f"往后，{text}", f"From now on, {text[0].lower()}{text[1:]}")


@lru_cache(maxsize=4096)
def _of_rule(rule_id: str, lang: str, book: Rulebook) -> str:
    """The remedy of a rule: that of its pack, or else one made from the rule's test."""
    own, rule = book.remedy(rule_id, lang), book.rule(rule_id)
    told = Told(lang, date.min, 0, book)
    return own if own or rule is None else _generated(rule, told)


def _generated(rule: Rule, told: Told) -> str:
    meant = patterns(rule)
    if rule.attest is not None:
        return told.say("改好后重新确认", "put it right and attest again")
    if rule.when == "now":
        return told.say("在 branch.yaml 里补上", "complete branch.yaml")
    if rule.has is not None and rule.late == "never":
        return told.say(
            "每次都照这一条办，当时就记下",
            "keep to it each time, and record it at once",
        )
    if rule.has is not None or not meant:
        return told.say("在这条记录里补上", "complete the record")
    if rule.cover is not None:
        key = attribute(rule.cover.tag, told.lang, counted_kinds(rule))
        return told.tell("make-up", key=key)
    return told.tell("hold", record=pattern(meant[0], told.lang))


def _set_params(verdict: Verdict, told: Told) -> str:
    """How to set the parameters without which a verdict is undecidable."""
    pack = told.book.pack_of(verdict.rule)
    shown = []
    for name, whole in zip(verdict.missing, told.names_of_params(verdict), strict=True):
        one = pack.params.get(name) if pack is not None else None
        meant = told.say(one.title, one.title_en) if one is not None else None
        shown.append(f"{whole}: …{told.aside(clean(meant or ''))}")
    return told.tell("set-params", params=told.row(shown))


def _complete(verdict: Verdict, told: Told) -> str:
    if "param" in verdict.notes:
        return _set_params(verdict, told)
    if verdict.missing == ("above-records",):
        return told.tell("ask-above")
    names = told.unwritten([verdict])
    if not names:
        return ""
    keys = [name.partition(":")[0] for name in verdict.missing if name]
    files = {one.origin.file for one in (*verdict.records, *verdict.near)}
    of_profile = files == {BRANCH_FILE} or not (files or verdict.subject.type == "fact")
    zh, en = (
        (f" {BRANCH_FILE} ", f"in {BRANCH_FILE}")
        if of_profile or is_of_member(keys)
        else ("所列记录", "in the record")
    )
    return told.say(f"在{zh}里写清“{names}”", f"write {names} {en}")
