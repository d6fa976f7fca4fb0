"""How a clause says that something was not done, or is still to come: `denials`, in the
words of `vocabulary.yaml` and the patterns of `patterns.txt`."""

from __future__ import annotations

from functools import cached_property

from lxyz.vocabulary.phrases import Phrases, patterns

PARTY_S = "党的"
"""党的历史 is a name, 学习党章的党员 is not."""


class _Denials(Phrases):
    """The patterns, and words that are compared as they are."""

    # words that are searched for first, and spare the others
    undone_word, ahead_word, later_word, to_come_word, now, time = patterns(6)
    # what was not done
    no, right, off, bare, aside, behind, not_so = patterns(7)
    # what is still to come, or only arranged
    coming, meant, deferred, defers, dated, on_day, condition, arranged = patterns(8)
    # what stands beside a denial
    verb, reason = patterns(2)

    @cached_property
    def ends_put_off(self) -> tuple[str, ...]:
        """What a clause ends with that puts something off, if not with whom it waits for or
        who is to do it: what is to be done, or when."""
        names = ("then", "settle", "noted", "again", "later", "someday", "occasion")
        return (*self.words(*names, "omitted"), "上", "份")

    @cached_property
    def ends_undone(self) -> tuple[str, ...]:
        """What a clause ends with of which the denial stands at its end, if it does not
        tell to when it was put off."""
        return self.words("light", "did", "verbs", "short", "off")


DENIALS = _Denials("denials")
