"""One branch, or many: files → records → facts → verdicts → report."""

from lxyz.fleet.branch import Options, check_branch
from lxyz.fleet.doubts import nothing_asked
from lxyz.fleet.find import branches_with, files_of, find_branches, must_open
from lxyz.fleet.gather import (
    bound_packs,
    kinds_of,
    packs_of,
    path_from,
    read_branch,
    records_in,
)
from lxyz.fleet.many import Asked, Task, each, workers

__all__ = [
    "Asked",
    "Options",
    "Task",
    "bound_packs",
    "branches_with",
    "check_branch",
    "each",
    "files_of",
    "find_branches",
    "kinds_of",
    "must_open",
    "nothing_asked",
    "packs_of",
    "path_from",
    "read_branch",
    "records_in",
    "workers",
]
