"""Facts × a pack to verdicts, in order, one at least for each rule."""

from __future__ import annotations

from ..trial import held, verdicts

RULES = """
- {id: b, count: {of: {kind: party-lecture}}, when: {every: quarter}}
- {id: a, for: leader, count: {of: {kind: party-lecture}}}
- {id: c, weak: yes, count: {of: {kind: oath-review}}}
- {id: d, count: {of: {kind: oath-review}, min: $many}}
"""


def test_every_rule_answers_in_order() -> None:
    """By rule, subject, span; silence is never read as met."""
    found = verdicts(
        RULES, held("2016-05-05"), "params: {many: {value: 1, source: tool}}"
    )
    assert [
        (one.rule.partition("/")[2], one.span.label, one.outcome) for one in found
    ] == [
        ("a", "2016", "not-applicable"),
        ("b", "2016-Q1", "missed"),
        ("b", "2016-Q2", "met"),
        ("b", "2016-Q3", "missed"),
        ("b", "2016-Q4", "missed"),
        ("c", "2016", "missed"),
        ("d", "2016", "missed"),
    ]


def test_a_number_of_the_tool_makes_no_gap() -> None:
    """Weak evidence and the tool's numbers warn at most; what the branch has set itself
    is no number of the tool."""
    params = "params: {many: {value: 1, source: tool}}"
    found = {one.rule: one.level for one in verdicts(RULES, "", params)}
    assert found["trial-2016/b"] == "error"
    assert found["trial-2016/c"] == "warning"
    assert found["trial-2016/d"] == "warning"
    own = {
        one.rule: one.level for one in verdicts(RULES, "", params, own=(("many", "2"),))
    }
    assert own["trial-2016/d"] == "error"
