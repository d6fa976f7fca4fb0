"""A report without the names of people: `people_of` says who there is, in an order that
lasts, and `redacted` puts a pseudonym for each of them, wherever a report holds text.

It is done to the report, before any format sees it: what a format does not know, it
cannot tell, and identities and fingerprints are made of pseudonyms like all the rest.
"""

from __future__ import annotations

from lxyz.redact.people import people_of
from lxyz.redact.pseudonyms import Pseudonyms
from lxyz.redact.report import redacted, redacted_waiver

__all__ = ["Pseudonyms", "people_of", "redacted", "redacted_waiver"]
