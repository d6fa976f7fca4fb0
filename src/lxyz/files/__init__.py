"""Files to text with positions: bytes come in, a Document goes out.

A document is a tree of `Scalar`, `Mapping` and `Sequence`. Every value is the text as
written, with its line and column. If nothing can be read there is no tree, and faults
say why. No YAML type is ever resolved: `007`, `2016.10` and `yes` stay texts.
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
