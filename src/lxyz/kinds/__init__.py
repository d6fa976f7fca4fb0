"""The tests of rules: four of them, one module each, over the same cases.

`TESTS` lists them by hand. A test takes a rule being judged (`Judging`) and returns the
function that settles a case: one verdict, or one for each item (cover). Whom a rule is
about, when, folding and waivers are the work of `judge`.

What you want to change                               Module
----------------------------------------------------  ------------------------------
a test: has, cover, attest                            `has`, `cover`, `attest`
a test: count, and at least so many                   `count`, `enough`, `worth`
at most so many, sums, means, shares                  `measures`
which facts a pattern means                           `meaning`, `matching`, `trial`
whose facts it means: branch, group, member           `levels`
a condition on a fact, its three values               `conditions`, `wanted`, `values`
a condition on a person                               `persons`, `sat_in`
how words are compared                                `spelling`, `lasting`, `values`
the days of a rule                                    `spans`, `relative`, `case`
whether a fact is in time, in the band, late          `placing`
what plans promise, and what carries it out           `planned`, `items`, `carried`
the records shown as nearly counting                  `near`
what records say was not done                         `denied`
what every verdict of a rule says alike               `judging`
look-ups made once, to be fast                        `world`, `dated`, `sayings`
"""

from lxyz.kinds.attest import attesting
from lxyz.kinds.count import counting
from lxyz.kinds.cover import covering
from lxyz.kinds.has import having
from lxyz.kinds.world import World

TESTS = {"count": counting, "has": having, "cover": covering, "attest": attesting}

__all__ = ["TESTS", "World"]
