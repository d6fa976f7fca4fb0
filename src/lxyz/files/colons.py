"""Wrong colons (`类型：党课`), the most usual mistake: one fault a file, with the number of
the others."""

from __future__ import annotations

from collections.abc import Callable

from lxyz.files.origin import Faults
from lxyz.files.slips import Slip, is_known_key, no_blank, wide_colon

_COLONS = {"F101": wide_colon, "F102": no_blank}


def together(lines: list[str], faults: Faults) -> None:
    """Keeps, of several faults for wrong colons, only the first of each code, with the
    number of the others."""
    for code, check in _COLONS.items():
        alike = [fault for fault in faults if fault.code == code]
        if len(alike) > 1:
            first = min(alike, key=lambda fault: (fault.line, fault.column))
            others = max(len(alike), _how_many(lines, check)) - 1
            values = {**dict(first.values), "more": str(others)}
            kept = first._replace(values=tuple(values.items()))
            faults[:] = [
                kept if f is first else f
                for f in faults
                if f is first or f.code != code
            ]


def _how_many(lines: list[str], check: Callable[[str], Slip | None]) -> int:
    """In how many lines a known key has a wrong colon."""
    slips = ((line, check(line)) for line in lines)
    return sum(
        1
        for line, slip in slips
        if slip and is_known_key(line[: slip.column].strip(" -"))
    )


def counted(
    lines: list[str], found: tuple[Slip, int] | None
) -> tuple[Slip, int] | None:
    """The slip that was found; for a wrong colon, with the number of other lines that
    have the same."""
    if found is None:
        return None
    slip, line = found
    if slip.code not in _COLONS:
        return found
    more = max(_how_many(lines, _COLONS[slip.code]) - 1, 0)
    return Slip(slip.code, slip.column, more=more, **slip.values), line
