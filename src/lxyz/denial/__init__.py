"""Texts that say that something was not done: what they name must not count as done.

Three questions, and no fourth: what is left of a text in which a word is looked for
(`texts`), whether a value that counts by being there says that there is nothing
(`values`), and what a text on a sitting names as not done of it (`undone`, and of the
whole of it `sittings` and `unheld`). The first and the last go by what each clause denies
(`clauses`). Words and patterns are data: `denials`, `nothing` and `undone` in
`vocabulary.yaml` and `patterns.txt`.
"""
