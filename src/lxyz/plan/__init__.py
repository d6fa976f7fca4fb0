"""The same rules read forward: what a branch would have to do for a year that passes.

    facts (what is so, and what the plan adds) → wishes (what the rules still want)
    → drafts (records to be) → facts …

until the rules want nothing that a plan can give. The judge is the oracle: whatever is
planned is read, and judged, as if it were a record, so that who carries the plan out is
judged without a gap, whatever the packs. No duty is known here by name.
"""

from lxyz.plan.draft import Draft
from lxyz.plan.joint import Joint, Together
from lxyz.plan.left import Left
from lxyz.plan.make import Ask, Plan, make_plan

__all__ = ["Ask", "Draft", "Joint", "Left", "Plan", "Together", "make_plan"]
