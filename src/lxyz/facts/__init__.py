"""Records to facts: what is true of a branch, in one flat form that rules can ask.

A fact has a set of kinds, a level, a day, attributes, people by role and links. One
record gives one fact, not one for each kind. What has a date of its own, or belongs to
one person, is a fact of its own with a link to the fact it belongs to.
"""
