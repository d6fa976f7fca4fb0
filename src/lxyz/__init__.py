"""lxyz judges a Party branch's year of plain-file records by rule packs.

    files → records → facts → verdicts → report

Files are read (text, with line numbers). Records are what people wrote, typed. Facts are
what is true of a branch, flat and uniform. Verdicts are what the rules say of the facts
as of a day. The report is the verdicts in order and counted.
"""

__version__ = "0.1.0"
