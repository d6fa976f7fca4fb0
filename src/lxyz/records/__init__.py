"""Documents to records: what people wrote, typed, with the place of every value.

`read_profile` reads `branch.yaml`, `read_records` every other file. What is wrong in a
field is a fault at its place and the field is left out; a record whose kind or date is
wrong is left out whole; the rest stands.
"""

from lxyz.records.asides import apart, left_open
from lxyz.records.branch import Profile
from lxyz.records.model import (
    Attendance,
    Filing,
    Item,
    Name,
    Names,
    Record,
    Reference,
    Step,
)
from lxyz.records.profile import read_profile
from lxyz.records.record import read_records

__all__ = [
    "Attendance",
    "Filing",
    "Item",
    "Name",
    "Names",
    "Profile",
    "Record",
    "Reference",
    "Step",
    "apart",
    "left_open",
    "read_profile",
    "read_records",
]
