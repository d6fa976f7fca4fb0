"""Rules as written, made into rules as judged: rows, parameters, the stricter tier.

It works on plain texts before the models see a rule, so that a rule says the same
whether a number stands in it or in a parameter."""

from __future__ import annotations

from typing import Any

from lxyz.base.late import late

ROW_SAYS = tuple("title title_en covers years reading remedy remedy_en".split())
"""Keys of a row that become keys of its rule, unless the rule names them as `$key`."""
_WORD = late(r"\$([a-z][a-z0-9_]*)")


def table_trouble(rule: dict[str, Any]) -> str:
    """What is wrong with the table of a rule (`rows`); empty if nothing is."""
    table = rule.get("rows", ())
    if not isinstance(table, tuple):
        return "rows: Input should be a valid list"
    if not all(isinstance(row, dict) for row in table):
        return "rows: Input should be a valid dictionary"
    if not all("id" in row for row in table):
        return "rows.id: Field required"
    return ""


def rows(rule: dict[str, Any]) -> list[dict[str, Any]]:
    """One rule for each row of a rule's table; `$key` in any text becomes the row's
    value.

    The table must be well formed (`table_trouble`)."""
    table = rule.get("rows")
    if table is None:
        return [rule]
    made = []
    for row in table:
        values = dict(row)
        one = {key: put(value, values) for key, value in rule.items() if key != "rows"}
        one["id"] = f"{rule.get('id', '')}/{values.pop('id', '')}"
        for key in ROW_SAYS:
            if key in values and f"${key}" not in str(rule.get(key, "")):
                one[key] = values[key]
        made.append(one)
    return made


def soft(rule: dict[str, Any]) -> list[dict[str, Any]]:
    """The rule and, if it has a `soft` part, the rule tightened by it.

    The latter has the id `id~` and the modality `should`, so that it only warns."""
    tier = rule.get("soft")
    hard = {key: value for key, value in rule.items() if key != "soft"}
    if not isinstance(tier, dict):
        return [hard]
    tight = merged(hard, tier)
    tight["id"] = f"{hard.get('id', '')}~"
    tight["modality"] = "should"
    tight["under"] = hard.get("id", "")
    if "title" not in tier:
        tight["title"] = f"{hard.get('title', '')}（从严）"
        tight["title_en"] = f"{hard.get('title_en', '')} (stricter)"
    tight.pop("remedy", None)
    tight.pop("remedy_en", None)
    return [hard, tight]


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """A mapping with another laid over it, at every depth."""
    made = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(made.get(key), dict)
        made[key] = merged(made[key], value) if both else value
    return made


def put(value: Any, values: dict[str, Any]) -> Any:
    """A value with `$name` replaced by its value, at every depth.

    A text that is only `$name` becomes the value itself, of any type; inside a longer
    text the value becomes text. Names without a value stay."""
    if isinstance(value, str):
        if "$" not in value:
            return value
        whole = _WORD.fullmatch(value)
        if whole:
            return values.get(whole[1], value)
        return _WORD.sub(lambda m: str(values.get(m[1], m[0])), value)
    if isinstance(value, dict):
        return {key: put(inner, values) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(put(inner, values) for inner in value)
    return value


def used(value: Any) -> set[str]:
    """The names of parameters that a rule uses."""
    found: set[str] = set()
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            if "$" in one:
                found.update(_WORD.findall(one))
        elif isinstance(one, dict):
            left.extend(one.values())
        elif isinstance(one, tuple):
            left.extend(one)
    return found
