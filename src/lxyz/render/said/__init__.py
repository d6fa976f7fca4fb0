"""Sentences for codes: faults of files and records, problems of packs, errors of the
command line."""
