"""Reports as text: a format is what it makes of a branch, and of all of them."""

from __future__ import annotations

from lxyz.render.faults import error_sentence, fault_sentence
from lxyz.render.form import Form, Run
from lxyz.render.json_v1 import json_v1
from lxyz.render.lines import lines
from lxyz.render.style import Style
from lxyz.render.text import text

FORMATS: dict[str, Form] = {
    "text": text,
    "lines": lines,
    "json": json_v1,
}

__all__ = ["FORMATS", "Form", "Run", "Style", "error_sentence", "fault_sentence"]
