"""How the laws are tried: many small branches, and no clock.

The same branches each time, so that a push does not fail for one that happened to be
drawn; `LXYZ_RANDOM=1` draws anew, `LXYZ_LAWS=2000 pytest tests/laws` looks longer besides.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "laws",
    max_examples=int(os.environ.get("LXYZ_LAWS", "40")),
    derandomize=os.environ.keys().isdisjoint(("LXYZ_LAWS", "LXYZ_RANDOM")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
