"""Records to facts: what is true of a branch, flat and uniform, for rules to ask.

A fact has a set of kinds, a level, a day, attributes, people by role and links. One
record gives one fact (never one per kind); whatever has its own date or belongs to one
person is a fact of its own, linked to the one it belongs to.
"""
