"""The formats of a report, a module each; `many` and `found` serve several of them.

What you want to change                               Module
----------------------------------------------------  ------------------------------
the report for people, its year at a glance           `text`, `strip`
the table of several branches                         `many`
Markdown; the page for a browser                      `markdown`, `html`
what counts as a finding, its level and identity      `found`
findings for editors, tables, CI services             `lines`, `sheet`, `sarif`,
                                                      `gitlab`, `github`, `junit`
JSON for programs                                     `json_v1`
"""
