"""One branch, or many: files → records → facts → verdicts → report."""
