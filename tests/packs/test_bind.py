"""A pack with a branch's parameters to the rules it is judged by."""

from __future__ import annotations

from typing import Any

import pytest

from lxyz.errors import PackError

from ..trial import bound

RULES = """
- {id: a, count: {of: {kind: party-lecture}, min: $many}}
- {id: b, count: {of: {kind: party-lecture}}, when: {every: year, by: $last}}
- {id: c, count: {of: {kind: party-lecture}}, when: {every: year, in: $window}}
- {id: d, for: fact, each: {kind: party-lecture}, count: {of: {kind: filing, link: subject}}, when: {after: subject, within: $days}}
- {id: e, count: {of: {kind: party-lecture}}}
"""
PARAMS = """
params:
  many: {value: 8, source: tool}
  last: {source: text}
  window: {value: {from: 10-01, to: 12-31}, source: text}
  days: {value: 3wd, source: tool}
  effective_from: {value: 2016-04-01, source: text}
  shut: {value: 1, source: text, fixed: yes}
"""


def test_its_own_values() -> None:
    """What rests on the tool's numbers, what cannot be judged without."""
    found = bound(RULES, PARAMS)
    assert found.tools == {"a": ("many",), "b": (), "c": (), "d": ("days",)}
    assert found.needed == {"a": (), "b": (), "c": (), "d": ()}
    assert bound(RULES, PARAMS.replace("value: 8, ", "")).needed["a"] == ("many",)
    years = "{id: a, when: {every: two-years, first: $from}, attest: 甲}"
    found = bound(years, "params: {from: {source: text}}")
    assert found.needed == {"a": ("from",)}


@pytest.mark.parametrize(
    ("name", "value", "stands"),
    [
        ("many", "6", "6"),
        ("many", "６", "6"),
        ("last", "2016年6月30日", "2016-06-30"),
        ("last", "06-30", "06-30"),
        ("days", "5", "5wd"),
        ("days", "5d", "5d"),
        ("window", {"from": "11-01"}, {"from": "11-01"}),
        ("effective_from", "2016/5/1", "2016-05-01"),
    ],
)
def test_a_branchs_values(name: str, value: Any, stands: Any) -> None:
    """A bare number laid over days means such days, a day may be written in any way."""
    found = bound.__wrapped__(RULES, PARAMS, ((name, value),))
    assert found.values[name] == stands
    # What a branch has fixed is no number of the tool any more.
    assert all(name not in names for names in found.tools.values())


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("many", "多", "a: count.min"),
        ("many", ("1", "2"), "a: count.min"),
        ("effective_from", "四月", "effective_from: 四月"),
        ("effective_from", "2016-02-30", "effective_from: 2016-02-30"),
        ("effective_from", ("2016-04-01",), "effective_from: ("),
        ("shut", "2", "shut: fixed"),
        # Bounds between which no day lies would ask nothing any more.
        ("window", {"from": "12-31", "to": "11-01"}, "c: nothing lies between 12-31"),
        (
            "window",
            {"from": "2016-12-31", "to": "2016-11-01"},
            "c: nothing lies between",
        ),
        ("window", {"from": "02-30", "to": "11-01"}, "c: from: 02-30: no such day"),
    ],
)
def test_values_that_do_not_fit(name: str, value: Any, text: str) -> None:
    """A value that does not fit where it is used is refused with the place."""
    with pytest.raises(PackError) as caught:
        bound.__wrapped__(RULES, PARAMS, ((name, value),))
    assert caught.value.code == "P003"
    assert caught.value.values["text"].startswith(text)


def test_of_the_same_values_the_rules_are_made_once() -> None:
    """Binding is cheap the second time, and for nested values too."""
    from lxyz.packs.bind import bind

    pack = bound(RULES, PARAMS).pack
    own = (("window", {"from": "11-01", "to": "12-31"}),)
    assert bind(pack, own) is bind(pack, own)
    assert bind(pack) is not bind(pack, own)
