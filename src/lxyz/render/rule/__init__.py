"""A rule in words: what it asks, of whom, when; and lists of rules."""
