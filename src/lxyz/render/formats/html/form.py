"""The format `html`: one self-contained page.

It opens from a disk: nothing is fetched, and the content security policy in its head
forbids it. The policy names style and script by their hash. So a script that somebody
put into a record could not run even if it were not escaped; it is escaped, too.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxyz import __version__
from lxyz.base.named import NamedTuple
from lxyz.render.form import Form, Run
from lxyz.render.formats.html.view import view
from lxyz.render.formats.html.year import LEFT, MONTH, ROW, TOP
from lxyz.render.formats.many import unread
from lxyz.render.page.style import Style
from lxyz.render.wording.heads import as_of_words, records_words
from lxyz.render.wording.periods import month_names
from lxyz.report import BranchReport, Totals

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent


class Part(NamedTuple):
    """What a branch adds to the page.

    - `name`: its name
    - `path`: its folder
    - `numbers`: its counts: kind of number, its name, how many
    - `unread`: why it could not be checked; empty if it was
    - `section`: its section, as HTML"""

    name: str
    path: str
    numbers: tuple[tuple[str, str, int], ...]
    unread: str
    section: str


def _part(branch: BranchReport, run: Run) -> Part:
    seen = view(branch, run)
    section = _templates().get_template("branch.html.j2")
    drawn = {"left": LEFT, "month": MONTH, "row": ROW, "top": TOP}
    text = section.render(
        branch=seen, anchor=_anchor(seen.path), **drawn, **_words(run.style)
    )
    why = unread(branch, run.style.lang)
    return Part(seen.name, seen.path, seen.numbers, why, text)


def _whole(parts: Iterable[Part], totals: Totals, style: Style) -> Iterator[str]:
    page = _templates().get_template("page.html.j2")
    css, script = _text("page.css"), _text("page.js")
    dated = as_of_words(totals.as_of, style.lang, today=totals.today)
    many = totals.branches > 1
    # One pass over all parts, which may lie on the disk.
    lines = [one._replace(section="") for one in parts] if many else []
    rows = sorted(lines, key=_rank)
    named = Counter(one.name for one in rows)
    only = "" if many else "".join(one.name for one in parts)
    yield from page.stream(
        parts=parts,
        rows=rows,
        alike={name for name, number in named.items() if number > 1},
        anchor=_anchor,
        many=many,
        only=only,
        css=css,
        script=script,
        css_hash=_hash(css),
        script_hash=_hash(script),
        dated=dated,
        version=__version__,
        **_words(style),
    )


def _rank(one: Part) -> tuple[object, ...]:
    """A sort key that puts the worst branch first, as in the format `text`."""
    if one.unread:
        return 0, one.path
    found = {kind: number for kind, _, number in one.numbers}
    heavy = ("error", "fault", "gap", "warning")
    return 1, *(-found[kind] for kind in heavy), one.path


html = Form(_part, _whole, attachments=True, escapes="xml")
"""The page of a run; of many branches a table first, then each of them."""


def _words(style: Style) -> dict[str, object]:
    """The functions and words for the templates: `say(中文, English)`, `records` (a
    number of records in words), and the language."""
    return {
        "records": lambda number: records_words(number, style.lang),
        "say": style.say,
        "lang": style.say("zh-Hans", "en"),
        "months": month_names(style.lang),
    }


@lru_cache(maxsize=1)
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _anchor(path: str) -> str:
    """The id of the section of a branch; it is the same in every report."""
    return "b-" + hashlib.sha256(path.encode("utf-8", "replace")).hexdigest()[:10]
