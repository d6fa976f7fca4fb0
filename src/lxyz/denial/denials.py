"""The patterns by which a clause says that something was not done or is still to come:
the part `denials` of `vocabulary.yaml` and `patterns.txt`."""

from __future__ import annotations

from functools import cached_property

from lxyz.vocabulary.phrases import Phrases, patterns

PARTY_S = "党的"
"""Removed from a text before 的 is looked for, which marks an attribute (学习党章的党员): in
党的历史 it is a part of a name."""


class _Denials(Phrases):
    """The patterns, and lists of words for quick tests."""

    # quick tests: without these words the patterns below need not be tried
    undone_word, ahead_word, later_word, to_come_word, now, time = patterns(6)
    # what was not done
    no, right, off, bare, aside, behind, not_so = patterns(7)
    # what is still to come, or only arranged
    coming, meant, deferred, defers, dated, on_day, condition, arranged = patterns(8)
    # what stands beside a denial
    verb, reason = patterns(2)

    @cached_property
    def ends_put_off(self) -> tuple[str, ...]:
        """The endings of a clause that puts something off: what is to be done, or when.
        `Clause.may_defer` knows the endings with a person."""
        names = ("then", "settle", "noted", "again", "later", "someday", "occasion")
        return (*self.words(*names, "omitted"), "上", "份")

    @cached_property
    def ends_undone(self) -> tuple[str, ...]:
        """The endings of a clause with a denial at its end. `Clause.may_end_undone`
        knows those with a date."""
        return self.words("light", "did", "verbs", "short", "off")


DENIALS = _Denials("denials")
