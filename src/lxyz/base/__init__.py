"""What all else stands on, in place of what Python has: cheap at the start, and never
ending a run.

`named` are named tuples, `value` frozen values, and any as the key of a cache; `late`
are patterns compiled at first use, `there` asks the disk, `memory` tells the garbage
collector when to look, `asked` sees to it that who is asked to end leaves nothing behind.
"""
