"""Files to text with positions: what comes in is bytes, what goes out is a Document.

A document is a tree of `Scalar`, `Mapping`, `Sequence` in which every value is the
text that was written, with its line and column; or no tree, and faults that say why.
No YAML type is ever resolved: `007`, `2016.10`, `yes` stay text.
"""

from lxyz.files.find import branches, record_files
from lxyz.files.nodes import Mapping, Node, Scalar, Sequence
from lxyz.files.read import Document, read_bytes, read_document, read_text

__all__ = [
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "branches",
    "read_bytes",
    "read_document",
    "read_text",
    "record_files",
]
