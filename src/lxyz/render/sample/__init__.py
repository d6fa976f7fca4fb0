"""A record that would satisfy a rule, as a person would write it."""
