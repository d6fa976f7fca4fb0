"""Plans of several branches: the people they share, each plan, and what a plan lost
because these people sit in another branch on a day."""

from __future__ import annotations

from lxyz.plan import Joint, Together
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style
from lxyz.render.plan.text import plan_text
from lxyz.render.said.faults import error_line
from lxyz.render.wording.number import some
from lxyz.render.wording.terms import sentence
from lxyz.render.wording.words import and_more, listed

_MOST = 6


def joint_head(together: Together, number: int, style: Style) -> str:
    """How many branches there are, and who is on the roster of more than one."""
    page = Page(style)
    shared = together.shared
    page.title(_said("head", style, number=number))
    if not shared:
        page.line(_said("apart", style))
    for one in shared:
        names = listed([clean(name) for name in one.branches], style.lang)
        page.item("info", _said("shared", style, name=clean(one.name), names=names))
    return defused(page.text())


def _said(key: str, style: Style, **values: object) -> str:
    return sentence("together", key, style.lang, **values)


def joint_text(one: Joint, style: Style) -> str:
    """The plan of one branch, and what it lost because of people that it shares; or why
    the branch has no plan."""
    if one.plan is not None:
        return plan_text(one.plan, style) + joint_gave(one, style)
    assert one.error is not None
    page = Page(style)
    said = error_line(one.error, style.lang)
    page.item("error", f"{clean(str(one.path))} {said}")
    return defused(page.text())


def joint_gave(one: Joint, style: Style) -> str:
    """What a plan leaves undone, or asks for besides, only because people that it
    shares sit elsewhere on a day; empty if it is as good as a plan made alone."""
    if not one.gave and not one.more:
        return ""
    page = Page(style)
    page.part(_said("gave", style))
    if one.more:
        sittings = some(one.more, "sitting")
        page.item("warning", _said("more", style, number=one.more, sittings=sittings))
    rules = list(dict.fromkeys(left.verdict.rule for left in one.gave))
    if rules:
        shown = listed([clean(rule) for rule in rules[:_MOST]], style.lang)
        rest = and_more(len(rules), _MOST, style.lang)
        page.item("warning", _said("unmet", style, rules=f"{shown}{rest}"))
    return defused(page.text())
