"""Reports as text: each format says what it writes of one branch, and of all branches.

What you want to change                               Module or folder
----------------------------------------------------  -------------------------------
which formats there are; what a format must define    this module, `form`
a format of `lxyz check`: text, JSON, HTML …          `formats`
what a verdict says: heading, sentence, remedy        `verdict`
the part of a report in which a verdict stands        `verdict.entries`
`lxyz diff`, and what changed in the other formats    `diff`
`lxyz next`                                           `next`
`lxyz plan`, in each of its formats                   `plan`
`lxyz explain`, `lxyz rules …`                        `rule`
the sample record of a rule                           `sample`
sentences of faults, errors and problems of packs     `said` (and its tables)
`lxyz fix`, `lxyz init`, `lxyz waivers`               `mended`, `settled`, `waived`
words for keys, kinds, values, periods, counts        `wording` (and `terms.txt`)
widths, colours, escaping, YAML, JSON, calendars      `page`
"""

from __future__ import annotations

from lxyz.render.form import Column, Form, Formats, Ground, Run, maker
from lxyz.render.page.style import Style
from lxyz.render.said.faults import error_sentence
from lxyz.render.wording.heads import as_of_words

# To add a format, add a line here: its name, its module, the name of its `Form` there.
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
# The format for the ending of a file's name, if no format is named.
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
