import os

import pytest

from lxyz.render import Ground


@pytest.mark.parametrize(
    ("here", "folder", "shown"),
    [
        ("/repo", "branch-11", "branch-11/2016/a.yaml"),
        ("/repo", "branch-11/", "branch-11/2016/a.yaml"),
        ("/repo", "./branch-11", "branch-11/2016/a.yaml"),
        ("/repo", ".", "2016/a.yaml"),
        ("/repo/各支部", "branch-11", "各支部/branch-11/2016/a.yaml"),
        ("/repo/各支部", "../b", "b/2016/a.yaml"),
        ("/repo/各支部", "/repo/b", "b/2016/a.yaml"),
        ("/repo", "/elsewhere/b", "../elsewhere/b/2016/a.yaml"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of this table begin with /")
def test_paths_begin_at_the_root(here: str, folder: str, shown: str) -> None:
    """Wherever the program was started, and however the folder was given."""
    assert Ground("/repo", here).path(folder, "2016/a.yaml") == shown


def test_without_a_root_paths_stay() -> None:
    """As they were given, without `./`."""
    assert Ground().path("./b", "a.yaml") == "b/a.yaml"
    assert Ground().path(".") == "."


def test_another_drive_keeps_its_whole_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no relative path leads to keeps its whole path."""

    def none(path: str, start: str) -> str:
        raise ValueError(path, start)

    monkeypatch.setattr(os.path, "relpath", none)
    assert Ground("/repo", "/repo").path("/other/b") == "/other/b"
