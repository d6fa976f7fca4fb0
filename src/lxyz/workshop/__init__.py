"""The workshop of those who write packs: run its cases, trace its clauses, lint it."""
