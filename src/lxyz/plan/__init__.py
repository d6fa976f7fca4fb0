"""The planner: what a branch has to do in a year, so that the rules find it met.

    facts (of the records and the plan) → wishes (what the rules still want)
    → drafts (records to be) → facts …

It goes round until the rules want nothing more that a plan can give. The judge is the
oracle: what is planned is read and judged as if it were a record, so whoever carries
the plan out has no gap, whatever the packs. No duty is known here by name.

What you want to change                               Module
----------------------------------------------------  -------------------------------
the whole run, what a plan is                         `make`, `ground`, `judged`
what the rules still want                             `wish`, `lacking`
how a wish is served: new, joined, changed            `arrange`, `join`, `amend`
what a record to be says                              `draft`, `fulfil`, `fill`
keys of a record with a value of their own shape      `special`, `roles`, `inside`
values made up, topics of the documents, links        `example`, `prescribed`, `links`
on which day, with whom                               `days`, `board`, `attend`, `cast`
sittings that serve several wishes                    `ahead`, `demand`, `fitting`
what rules allow at most                              `limits`
leaving out what is not needed, proving the number    `lean`, `bound`
what a plan leaves, which duties clash                `left`, `conflict`
the study plan that is filed, who answers for what    `document`, `content`, `turns`
a study plan that the branch has already              `standing`
plans of several branches with people in common       `joint`
examples of records for one rule                      `single`
customs, such as which kinds are one sitting          `customs` (and `customs.yaml`)
"""

from lxyz.plan.draft import Draft
from lxyz.plan.joint import Joint, Together
from lxyz.plan.left import Left
from lxyz.plan.make import Ask, Plan, make_plan

__all__ = ["Ask", "Draft", "Joint", "Left", "Plan", "Together", "make_plan"]
