"""Reports as text: one plain function a format, from a report and a style."""

from __future__ import annotations

from collections.abc import Callable

from lxyz.render.faults import error_sentence, fault_sentence
from lxyz.render.json_v1 import json_v1
from lxyz.render.lines import lines
from lxyz.render.style import Style
from lxyz.render.text import text
from lxyz.report import Report

FORMATS: dict[str, Callable[[Report, Style], str]] = {
    "text": text,
    "lines": lines,
    "json": json_v1,
}

__all__ = ["FORMATS", "Style", "error_sentence", "fault_sentence"]
