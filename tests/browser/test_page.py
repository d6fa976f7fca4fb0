"""The page in a real browser: headless Chromium, driven by Playwright.

Needs the `browser` extra and a Chromium (`/usr/bin/chromium`, or LXYZ_CHROMIUM).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lxyz.fleet.branch import Options
from lxyz.render import Style

from ..whole import check, in_full

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="no playwright: the page is NOT tested in a browser"
)
CHROMIUM = os.environ.get("LXYZ_CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium: the page is NOT tested in a browser"
)
EXAMPLES = Path(__file__).parents[2] / "examples"
# Nothing is looked up or fetched by the browser itself.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = ((1280, "light"), (820, "dark"), (390, "light"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The page of one branch with gaps, and of two branches without names; both with
    their attachments."""
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, branches in (("one", ["branch-11"]), ("two", ["branch-11", "exemplary"])):
        options = Options(date(2016, 9, 30), redact=name == "two", attachments=True)
        report = check([EXAMPLES / one for one in branches], options)
        file = folder / f"{name}.html"
        file.write_text(in_full("html", report, Style()), "utf-8")
        made[name] = file.as_uri()
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser without a window."""
    with sync_api.sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield one
        one.close()


@pytest.fixture
def opened(browser: Any, pages: dict[str, str]) -> Iterator[Any]:
    """Opens a page at a width; at the end it must have asked for nothing else, and have
    said nothing on its console."""
    asked: list[str] = []
    told: list[str] = []

    def opening(name: str, width: int = 1280, scheme: str = "light") -> Any:
        size = {"width": width, "height": 900}
        page = browser.new_page(viewport=size, color_scheme=scheme)
        page.on("request", lambda one: asked.append(one.url))
        page.on("console", lambda one: told.append(one.text))
        page.on("pageerror", lambda one: told.append(str(one)))
        page.goto(pages[name])
        return page

    yield opening
    assert set(asked) <= set(pages.values())
    assert told == []


@pytest.mark.parametrize(("width", "scheme"), WIDTHS)
@pytest.mark.parametrize("name", ["one", "two"])
def test_it_opens_and_fits(opened: Any, name: str, width: int, scheme: str) -> None:
    """Nothing runs out at the side; the year is drawn; the filter is there."""
    page = opened(name, width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("svg.year").count() == (1 if name == "one" else 2)
    assert page.locator("#filter").is_visible()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 23, 27)")


def test_the_day_of_the_report_is_in_sight(opened: Any) -> None:
    """On a phone the year begins where the report stands, its lines still named."""
    page = opened("one", 390)
    year = page.locator(".pictured")
    seen = year.evaluate("x => [x.scrollLeft, x.scrollLeft + x.clientWidth]")
    today = year.evaluate("x => x.dataset.today * x.scrollWidth")
    assert 0 < seen[0] < today < seen[1]
    assert page.locator(".names").bounding_box()["x"] == year.bounding_box()["x"]
    assert opened("one").locator(".pictured").evaluate("x => x.scrollLeft") == 0


def test_it_finds_and_filters(opened: Any) -> None:
    """Words narrow, each more; boxes choose; empty again shows all."""
    page = opened("one")
    shown = page.locator("[data-words]:not([hidden])")
    every = shown.count()
    page.fill("#find", "党费")
    dues = shown.count()
    assert 0 < dues < every
    assert page.locator("#found").text_content() == f"{dues} 项"
    assert all(
        "党费" in one
        for one in shown.evaluate_all("all => all.map(x => x.dataset.words)")
    )
    page.check("#filter input[value=gap]")
    assert 0 < shown.count() < dues
    page.fill("#find", "没有这样的话")
    assert (shown.count(), page.locator(".part:visible").count()) == (0, 0)
    page.fill("#find", "")
    page.uncheck("#filter input[value=gap]")
    assert shown.count() == every
    assert page.locator("#found").text_content() == ""


def test_attachments_are_found(opened: Any) -> None:
    """By their path or their digest; what is on paper says all of each digest."""
    page = opened("one", 390)
    listed = page.locator(".enclosed li:not([hidden])")
    every = listed.count()
    assert every > 20
    page.fill("#find", "签到表")
    some = listed.count()
    assert 0 < some < every
    digest = listed.first.locator(".digest").text_content()
    assert len(digest) == 64
    page.fill("#find", digest[:12])
    assert listed.count() >= 1
    page = opened("one", 390)
    assert page.locator(".enclosed").is_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".enclosed").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".enclosed").is_hidden()


def test_it_tells_no_names(opened: Any) -> None:
    """Neither in its text, nor in titles, nor in what a search looks through."""
    page = opened("two")
    source = page.content()
    for name in ("王敏", "陈静", "马骏", "周建国", "胡斌"):
        assert name not in source
    page.fill("#find", "党员24")
    assert page.locator("[data-words]:not([hidden])").count() > 0


def test_it_prints(opened: Any, tmp_path: Path) -> None:
    """A report on one branch is some pages of A4, the checklist and clauses unfolded."""
    page = opened("one")
    page.pdf(path=tmp_path / "visit.pdf", format="A4")
    pages = (tmp_path / "visit.pdf").read_bytes().count(b"/Type /Page\n")
    assert 3 <= pages <= 20
    assert page.locator("details.part[open]").count() == 0  # as it was


def test_it_can_be_used_by_everyone(opened: Any) -> None:
    """Axe finds no violation, folded parts open, in light and dark."""
    axe = os.environ.get("LXYZ_AXE")
    if not axe:
        pytest.skip("no axe-core (LXYZ_AXE): accessibility is NOT tested")
    for width, scheme in WIDTHS:
        page = opened("two", width, scheme)
        page.evaluate(
            "document.querySelectorAll('details').forEach(x => x.open = true)"
        )
        page.evaluate(Path(axe).read_text("utf-8"))
        found = page.evaluate(
            "axe.run().then(r => r.violations.map(v => [v.id, v.nodes[0].html]))"
        )
        assert found == []
