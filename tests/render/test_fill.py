from hypothesis import given
from hypothesis import strategies as st

from lxyz.render.wording.fill import fill


def test_holes_are_filled_and_parts_without_values_left_out() -> None:
    """Holes are filled and parts without values left out."""
    assert (
        fill("名册里没有“{name}”[[，是否 {like}？]]", {"name": "刘扬"})
        == "名册里没有“刘扬”"
    )
    assert (
        fill("{name}[[，是否 {like}？]]", {"name": "刘扬", "like": "刘洋"})
        == "刘扬，是否 刘洋？"
    )
    assert fill("{a}和{b}", {"a": "甲"}) == "甲和?"


def test_values_are_shown_not_obeyed() -> None:
    """Values are shown not obeyed."""
    assert (
        fill("{text}", {"text": "{other} [[{other}]] \x1b"})
        == "{other} [[{other}]] \\u{1B}"
    )


@given(st.dictionaries(st.sampled_from(["name", "like"]), st.text()))
def test_no_value_breaks_a_sentence(values: dict[str, str]) -> None:
    """No value breaks a sentence."""
    assert isinstance(fill("{name}[[ {like}]]", values), str)
