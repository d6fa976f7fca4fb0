"""Small tools that every other package of lxyz may use, and that use none of them.

Most stand in for a part of the standard library that is slow to import or that may end
a run with an exception:
- `named`: named tuples that are cheap to define;
- `value`: frozen values (in place of `dataclasses`), and caches keyed by identity;
- `late`: regular expressions that are compiled at first use;
- `there`: questions to the disk that never raise;
- `memory`: when the garbage collector looks;
- `asked`: SIGTERM and SIGHUP end the program as Ctrl-C does;
- `characters`: classes of characters for patterns;
- `tables`: tables written as plain text.
"""
