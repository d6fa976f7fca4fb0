"""The run over one branch or many: files → records → facts → verdicts → report."""
