"""A rule in words: what it asks, of whom, when; and lists of rules.

What you want to change                               Module
----------------------------------------------------  ------------------------------
the page of `lxyz explain`                            `explain`
its sentence: of whom, when, what                     `asks`, `when`, `describe`
when a rule is due, overdue, missed                   `dues`
titles and remedies looked up by rule id              `rulebook`
help of a rule or code in SARIF                       `help`
the tables of `lxyz rules …`                          `tables`
"""
