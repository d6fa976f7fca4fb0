"""Days, spans and periods: how people write them, and the calendar.

A `Span` holds its first and its last day, both included, everywhere in lxyz. Nothing
here reads the clock. `dateutil.parser` is never used: it guesses.
"""
