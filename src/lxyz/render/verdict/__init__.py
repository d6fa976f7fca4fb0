"""Verdicts in words: what there is and is not, until when, and what to do."""
