"""What is worked out of a bound pack once, for all branches that are judged by it.

It is kept by the identity of the bound pack, not by its value: a branch with parameters
of its own has a bound pack of its own, and a pack that was read anew is another one."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from lxyz.base.value import Once, Same
from lxyz.kinds.spelling import gapped, plain
from lxyz.packs.bind import Bound
from lxyz.packs.types import Pack

Made = TypeVar("Made")


class Lasting:
    """The lasting tables of one bound pack: they hold nothing of a branch, a day or a
    fact."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._implying: dict[str, list[str]] = {}
        for kind, others in pack.implies.items():
            for other in others:
                self._implying.setdefault(other, []).append(kind)
        self._kinds: dict[str, frozenset[str]] = {}
        self._forms: dict[tuple[str, str], frozenset[str]] = {}
        self.made = Once().made
        self._words = {
            attribute: {
                plain(form): word
                for word, aliases in words.items()
                for form in (word, *aliases)
            }
            for attribute, words in pack.words.items()
        }

    def kinds(self, kind: str) -> frozenset[str]:
        """This kind and all kinds that imply it in the pack, directly or through
        others.

        A fact of any of them is also of this kind."""
        found = self._kinds.get(kind)
        if found is None:
            waiting, reached = [kind], {kind}
            while waiting:
                for also in self._implying.get(waiting.pop(), ()):
                    if also not in reached:
                        reached.add(also)
                        waiting.append(also)
            found = self._kinds[kind] = frozenset(reached)
        return found

    def forms(self, attribute: str, word: str) -> frozenset[str]:
        """All forms of a word that a rule names for an attribute: itself and its
        aliases, `plain`."""
        key = (attribute, word)
        found = self._forms.get(key)
        if found is None:
            found = self._forms[key] = self.forms_of(attribute, word)
        return found

    def forms_of(self, attribute: str, text: str) -> frozenset[str]:
        """All forms of any text, such as one of a record; not kept, unlike those of
        `forms`.

        They are the text, the words that it is a form of, and their aliases, all
        `plain`. The name of a step is looked up as a word of `steps`."""
        named = "steps" if attribute == "name" else attribute
        words = self.pack.words.get(named, {})
        meant = self.meant(named, plain(text))
        aliases = (alias for word in meant for alias in words[word])
        return frozenset(map(plain, (text, *meant, *aliases)))

    def meant(self, attribute: str, form: str) -> list[str]:
        """The words of the pack that a text is a form of; `form` is the text made
        `plain`."""
        known = self._words.get(attribute, {})
        if form in known:
            return [known[form]]
        words = self.pack.words.get(attribute, {})
        return [
            word
            for word, aliases in words.items()
            if any(one.is_all_of(form) for one in gapped(frozenset(aliases)))
        ]


def lasting(bound: Bound) -> Lasting:
    """The lasting tables of a bound pack, made once."""
    return _lasting(Same(bound))


@lru_cache(maxsize=64)
def _lasting(bound: Same[Bound]) -> Lasting:
    return Lasting(bound.value.pack)
