"""Verdicts in words: what was found, until when a duty is due, and what to do."""
