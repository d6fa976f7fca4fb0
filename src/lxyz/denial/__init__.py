"""Texts that say that something was not done: what they name must not count as done.

The modules answer three questions:
- `texts`: what does a text still say, without the clauses that deny something? Rules
  look for words in the rest.
- `values`: does a value that counts just because it is written say that there is
  nothing?
- `undone`, `sittings`, `unheld`: what does a text about a sitting say was not done: a
  part of it, or the whole?

`clauses` says what each clause of a text denies. Words and patterns are data:
`denials`, `nothing` and `undone` in `vocabulary.yaml` and `patterns.txt`, and
`unheld.yaml`.
"""
