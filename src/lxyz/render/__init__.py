"""Reports as text: a format is what it makes of a branch, and of all of them."""

from __future__ import annotations

from lxyz.render.faults import error_sentence
from lxyz.render.form import Column, Form, Formats, Run, maker, said_day
from lxyz.render.ground import Ground
from lxyz.render.style import Style

# A format more is a line here: the module and the name of its `Form` in it.
FORMATS = Formats(
    {
        "text": "lxyz.render.text:text",
        "lines": "lxyz.render.lines:lines",
        "json": "lxyz.render.json_v1:json_v1",
        "html": "lxyz.render.html.form:html",
        "sarif": "lxyz.render.sarif:sarif",
        "junit": "lxyz.render.junit:junit",
        "github": "lxyz.render.github:github",
        "gitlab": "lxyz.render.gitlab:gitlab",
        "markdown": "lxyz.render.markdown:markdown",
        "csv": "lxyz.render.sheet:sheet",
    }
)
# The format that the ending of a file's name means, where none is named.
ENDINGS = {
    ".json": "json",
    ".html": "html",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".csv": "csv",
    ".txt": "text",
}

__all__ = [
    "ENDINGS",
    "FORMATS",
    "Column",
    "Form",
    "Ground",
    "Run",
    "Style",
    "error_sentence",
    "maker",
    "said_day",
]
