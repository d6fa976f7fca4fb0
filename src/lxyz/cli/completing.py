"""What the shell offers while a command is typed (`lxyz --install-completion`).

Asked for only when somebody presses the key: nothing here costs a check anything.
"""

from __future__ import annotations

from typing import Any


def words(metavar: str) -> dict[str, Any]:
    """The metavar of an option that takes one of a few words, `a|b|c`, and these as what
    is offered."""
    known = metavar.split("|")

    def offered(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return {"metavar": metavar, "autocompletion": offered}


def pack_names(incomplete: str) -> list[str]:
    """The packs that are shipped; of one's own, the shell knows the folders."""
    from lxyz.packs.load import shipped

    return [name for name in shipped() if name.startswith(incomplete)]


def rule_names(incomplete: str) -> list[tuple[str, str]]:
    """The rules of the packs that are shipped, with their titles; first the packs."""
    from lxyz.packs.bind import bind
    from lxyz.packs.load import find_pack, load_pack, shipped

    name, slash, _ = incomplete.partition("/")
    if not slash:
        return [(f"{one}/", "") for one in shipped() if one.startswith(name)]
    return [
        (f"{name}/{rule.id}", rule.title)
        for one in shipped()
        if one == name
        for rule in bind(load_pack(find_pack(one))).rules
        if f"{name}/{rule.id}".startswith(incomplete)
    ]
