"""Rules as written to rules as judged: rows, the softer tier, parameters."""

from __future__ import annotations

from lxyz.packs.expand import merged, put, rows, soft, used


def test_without_a_table_a_rule_is_one() -> None:
    """No rows: the rule itself."""
    rule = {"id": "r", "title": "甲"}
    assert rows(rule) == [rule]


def test_rows() -> None:
    """A rule for each row; `$key` becomes the row's value, whatever it is."""
    rule = {
        "id": "r",
        "title": "七一：$what",
        "covers": ("$entry",),
        "count": {"of": "$of", "min": "1"},
        "rows": (
            {
                "id": "a",
                "what": "党课",
                "entry": "x-1",
                "of": {"kind": "party-lecture"},
            },
            {
                "id": "b",
                "what": "誓词",
                "entry": "x-2",
                "of": ({"kind": "oath-review"},),
                "years": ("2016",),
            },
        ),
    }
    a, b = rows(rule)
    assert (a["id"], a["title"], a["covers"]) == ("r/a", "七一：党课", ("x-1",))
    assert a["count"] == {"of": {"kind": "party-lecture"}, "min": "1"}
    assert b["count"]["of"] == ({"kind": "oath-review"},)
    assert b["years"] == ("2016",)
    assert "rows" not in a
    assert "years" not in a


def test_a_row_has_a_title_of_its_own() -> None:
    """What a row says of itself stands in place of the rule's, unless that uses it."""
    table = ({"id": "a", "title": "甲", "covers": ("x-1",)},)
    (one,) = rows({"id": "r", "title": "都：$title", "covers": ("x-0",), "rows": table})
    assert one["title"] == "都：甲"
    assert one["covers"] == ("x-1",)


def test_without_a_tier_a_rule_is_one() -> None:
    """No soft tier: the rule itself, without the word."""
    assert soft({"id": "r"}) == [{"id": "r"}]
    assert soft({"id": "r", "soft": "无"}) == [{"id": "r"}]


def test_the_tier() -> None:
    """The same rule tightened: deeply merged, only warning, under the other."""
    hard, tight = soft(
        {
            "id": "r",
            "title": "甲",
            "title_en": "a",
            "modality": "must",
            "remedy": "补",
            "when": {"every": "month"},
            "count": {"of": {"kind": "party-lecture"}, "min": "1"},
            "soft": {
                "when": {"day": "7", "shift": "3d"},
                "count": {"of": {"theme": "some"}},
            },
        }
    )
    assert "soft" not in hard
    assert hard["modality"] == "must"
    assert (tight["id"], tight["under"], tight["modality"]) == ("r~", "r", "should")
    assert tight["when"] == {"every": "month", "day": "7", "shift": "3d"}
    assert tight["count"] == {
        "of": {"kind": "party-lecture", "theme": "some"},
        "min": "1",
    }
    assert (tight["title"], tight["title_en"]) == ("甲（从严）", "a (stricter)")
    assert "remedy" not in tight


def test_a_tier_with_a_title_and_a_span_of_its_own() -> None:
    """Its title stands; what the rule does not say is taken whole."""
    _, tight = soft(
        {"id": "r", "title": "甲", "soft": {"title": "乙", "when": {"every": "month"}}}
    )
    assert (tight["title"], tight["when"]) == ("乙", {"every": "month"})
    assert "title_en" not in tight


def test_merged() -> None:
    """Mappings are laid over each other deeply, everything else is replaced."""
    base = {"a": {"x": "1", "y": "2"}, "b": ("1",), "c": "1"}
    assert merged(base, {"a": {"y": "3"}, "b": ("2",), "c": {"z": "1"}}) == {
        "a": {"x": "1", "y": "3"},
        "b": ("2",),
        "c": {"z": "1"},
    }
    assert base["a"] == {"x": "1", "y": "2"}


def test_parameters() -> None:
    """`$name` alone becomes the value, inside a text its text; unknown names stay."""
    values = {"n": "8", "w": {"from": "10-01"}}
    said = {"min": "$n", "title": "不少于$n次", "in": "$w", "other": ("$gone", "x")}
    assert put(said, values) == {
        "min": "8",
        "title": "不少于8次",
        "in": {"from": "10-01"},
        "other": ("$gone", "x"),
    }
    assert put(8, values) == 8
    assert used(said) == {"n", "w", "gone"}
    assert used(8) == set()
