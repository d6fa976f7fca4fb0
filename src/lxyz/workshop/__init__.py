"""Tools for people who write packs, and for those who start a branch.

What you want to change                               Module
----------------------------------------------------  ------------------------------
`lxyz rules lint`, and what compares several rules    `lint`
what is doubtful in a single rule                     `doubts`, `sense`, `slips`
- its numbers, its days, what it is about             `numbers`, `days`, `subjects`
- what records of a kind can have                     `having`
`lxyz rules test`, `lxyz rules trace`                 `cases`, `trace`
`lxyz rules new`                                      `scaffold` (and `new/`)
`lxyz init`; from where its CI installs lxyz          `home` (and `home/`), `address`
`lxyz fix`                                            `mend`
schema of packs                                       `schema`
schemas of records; their keys by kind; snippets      `schema_records`,
                                                      `schema_kinds`, `snippets`
"""
