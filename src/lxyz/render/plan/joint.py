"""Plans of several branches: whom they share, each plan, and what gave way for it."""

from __future__ import annotations

from lxyz.plan import Joint, Together
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style
from lxyz.render.plan.text import plan_text
from lxyz.render.said.faults import error_line
from lxyz.render.wording.number import some
from lxyz.render.wording.words import and_more, listed

_MOST = 6


def joint_head(together: Together, number: int, style: Style) -> str:
    """How many branches, and who is on the roster of more than one."""
    page = Page(style)
    shared = together.shared
    page.title(
        style.say(f"{number} 个支部一起排计划", f"{number} branches, planned together")
    )
    if not shared:
        page.line(
            style.say(
                "没有人同时在两个支部的名册上，各排各的",
                "nobody is on two rosters: each is planned as if alone",
            )
        )
    for one in shared:
        names = listed([clean(name) for name in one.branches], style.lang)
        name = clean(one.name)
        page.item(
            "info",
            style.say(
                f"{name}同时在{names}的名册上，同一天不排两处",
                f"{name} is on the rosters of {names}: never wanted twice on one day",
            ),
        )
    return defused(page.text())


def joint_text(one: Joint, style: Style) -> str:
    """The plan of one branch, and what gave way for the days of those it shares; or why
    it has none."""
    if one.plan is not None:
        return plan_text(one.plan, style) + joint_gave(one, style)
    assert one.error is not None
    page = Page(style)
    said = error_line(one.error, style.lang)
    page.item("error", f"{clean(str(one.path))} {said}")
    return defused(page.text())


def joint_gave(one: Joint, style: Style) -> str:
    """What a plan leaves, or asks more, only for the days on which somebody it shares
    sits elsewhere; nothing where it is as good as alone."""
    if not one.gave and not one.more:
        return ""
    page = Page(style)
    page.part(
        style.say(
            "为避开同一个人两处开会，让了路", "Gave way to those who sit elsewhere"
        )
    )
    if one.more:
        page.item(
            "warning",
            style.say(
                f"比单独排多开 {one.more} 次",
                f"{some(one.more, 'sitting')} more than alone",
            ),
        )
    rules = list(dict.fromkeys(left.verdict.rule for left in one.gave))
    if rules:
        shown = listed([clean(rule) for rule in rules[:_MOST]], style.lang)
        rest = and_more(len(rules), _MOST, style.lang)
        page.item(
            "warning",
            style.say(
                f"单独排办得到、一起排办不到：{shown}{rest}",
                f"met alone, but not together: {shown}{rest}",
            ),
        )
    return defused(page.text())
