"""The kinds of rule: four tests, one file each, over the same cases.

`TESTS` is the list, by hand. A test makes of a rule being judged the function that
settles its cases, each with its verdicts (cover: one for each item); everything else
(whom, when, folding, waivers) is the judge's.
"""

from lxyz.kinds.attest import attesting
from lxyz.kinds.count import counting
from lxyz.kinds.cover import covering
from lxyz.kinds.has import having
from lxyz.kinds.world import World

TESTS = {"count": counting, "has": having, "cover": covering, "attest": attesting}

__all__ = ["TESTS", "World"]
