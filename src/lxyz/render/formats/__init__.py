"""The formats of a report, one function each."""
