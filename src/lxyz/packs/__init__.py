"""Rule packs: the documents as data, read and checked.

What you want to change                               Module
----------------------------------------------------  ------------------------------
a word of the rule language                           `model`, `pattern`, `span`
how numbers, days and ids are written                 `texts`, `number`, `part`
the shape of `pack.yaml` and `clauses.yaml`           `pack`
where packs are found and how they are read           `load`, `reading`
how a pack is kept for the next run                   `compiled`
rows, tiers and parameters of a rule                  `expand`, `bind`
packs over packs: `extends`, `like`, `instead`        `over`, `compare`
kinds of record that a pack brings                    `ownkinds`
problems between the rules of a pack                  `check`, `bounds`
messages about a wrong shape, the JSON Schema         `shape`
what a pack is once it is read                        `types`
what a rule asks for, as plain values                 `asked`
"""
