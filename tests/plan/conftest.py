from pathlib import Path

import pytest

from .made import Make, make_in


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Plans by tiny packs."""
    return make_in(tmp_path)
