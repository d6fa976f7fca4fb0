"""Reports as text: a format is what it makes of a branch, and of all of them."""

from __future__ import annotations

from lxyz.render.form import Column, Form, Formats, Ground, Run, maker
from lxyz.render.page.style import Style
from lxyz.render.said.faults import error_sentence
from lxyz.render.wording.heads import as_of_words

# A format more is a line here: the module and the name of its `Form` in it.
FORMATS = Formats(
    {
        "text": "lxyz.render.formats.text:text",
        "lines": "lxyz.render.formats.lines:lines",
        "json": "lxyz.render.formats.json_v1:json_v1",
        "html": "lxyz.render.formats.html.form:html",
        "sarif": "lxyz.render.formats.sarif:sarif",
        "junit": "lxyz.render.formats.junit:junit",
        "github": "lxyz.render.formats.github:github",
        "gitlab": "lxyz.render.formats.gitlab:gitlab",
        "markdown": "lxyz.render.formats.markdown:markdown",
        "csv": "lxyz.render.formats.sheet:sheet",
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
    "as_of_words",
    "error_sentence",
    "maker",
]
