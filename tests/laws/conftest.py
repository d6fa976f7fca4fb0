"""How the laws are tried: many small branches, and no clock.

`LXYZ_LAWS=2000 pytest tests/laws` looks longer.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "laws",
    max_examples=int(os.environ.get("LXYZ_LAWS", "40")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
