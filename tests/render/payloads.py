"""What somebody may write into a record, a file name or a pack to make a report say or
do something else. Every format is shown all of it (`test_payloads.py`)."""

from __future__ import annotations

import pytest

PAYLOADS = {
    "ansi": "\x1b[2K\x1b[1A\x1b[32m全部通过\x1b[0m",
    "c1": "\x9b31m甲\x85乙",
    "control": "\x07\x08\x0b\x0c\x7f甲",
    "nul": "甲\x00乙",
    "bidi": "\u202e过通部全\u2066甲\u2069",
    "zero-width": "王\u200b敏\ufeff\u2060",
    "separators": "甲\u2028乙\u2029丙",
    "crlf": "甲\r\n乙\n丙\r丁",
    "surrogate": "甲\ud800乙\udfff",
    "nonchar": "甲\ufffe乙\uffff",
    "long": "长" * 9_000,
    "cdata": "]]>甲<![CDATA[",
    "script": "<script>alert(1)</script>",
    "script-end": "</script><img src=x onerror=alert(1)>",
    "comment": "<!-- 甲 --> --!>",
    "entity": "&xxe; &lt;b&gt; &#60;",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "pipe": "甲|乙||丙 |---|",
    "pipe-escaped": "甲\\|乙\\\\|丙",
    "backticks": "`甲` ``乙`` ```\n丙",
    "link": "[点我](javascript:alert(1))",
    "picture": "![甲](http://evil.example/x.png)",
    "autolink": "http://evil.example https://evil.example www.evil.example <http://a.b>",
    "reference": "[甲]: http://evil.example",
    "heading": "# 全部通过",
    "list": "- [x] 全部通过",
    "number": "1. 全部通过",
    "rule": "---",
    "underline": "===",
    "emphasis": "**甲** __乙__ ~~丙~~ *丁*",
    "mention": "@someone #12 GH-1",
    "formula": "=cmd|'/c calc'!A1",
    "formula-plus": "+1+cmd|' /C calc'!A0",
    "formula-minus": "-2+3",
    "formula-at": "@SUM(A1:A9)",
    "formula-tab": "\t=1+1",
    "formula-cr": "\r=1+1",
    "formula-wide": "＝1+1",
    "formula-blank": "  =1+1",
    "formula-semicolon": "甲;=1+1;@A1",
    "quotes": '甲","=1+1","',
    "command": "::error::伪造",
    "command-line": "甲\n::error file=a.yaml::伪造",
    "command-blank": "  ::stop-commands::x",
    "command-old": "##[error]伪造 ##vso[task.complete]",
    "percent": "%0A::warning::伪造%0D%25%3A%2C",
    "property": "甲,line=1::伪造",
    "shell": "$(id) `id` ${HOME} ; rm -rf /",
    "format": "{0} {{甲}} {name} %s %(a)s",
    "rich": "[/][red]:warning:",
    "backslash": "甲\\",
    "path": "../../etc/passwd",
    "windows": "C:\\甲\\乙",
    "template": "{% raw %}{{ 7*7 }}",
}

_COVERED = ("long", "number", "reference", "script")
EACH = [
    pytest.param(name, marks=() if name in _COVERED else pytest.mark.no_cover)
    for name in PAYLOADS
]
"""The names of all of them; so few are enough to measure which lines were run."""
