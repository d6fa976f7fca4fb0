"""Named tuples as those of `typing`, without their price at the start.

`typing.NamedTuple` makes each class twice and compiles its constructor from a text, all
when a module is imported: for the hundred classes of a plain check that is a twentieth
of its work. Here a class is made once, and its constructor when it is first called.
For those who write and read code, and for mypy, nothing is different.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter as field_at

    class _Made(type):
        """Makes of the annotated names of a class the fields of a tuple."""

        def __new__(mcs, name, bases, body):
            if NamedTuple not in bases:
                return super().__new__(mcs, name, bases, body)  # one of its own kind
            made = super().__new__(mcs, name, bases, body | {"__slots__": ()})
            fields = tuple(made.__annotations__)
            made._fields = made.__match_args__ = fields
            made._field_defaults = {one: body[one] for one in fields if one in body}
            for number, one in enumerate(fields):
                setattr(made, one, field_at(number, ""))
            return made

        @property
        def __signature__(cls):
            """For who asks what it takes before one is made."""
            from inspect import Signature, signature

            whole = signature(_constructor(_owner(cls)))
            return Signature(list(whole.parameters.values())[1:])

    class _Base(tuple):
        """What all of them have in common."""

        __slots__ = ()
        _fields = ()

        def __new__(cls, /, *values, **named):
            owner = _owner(cls)
            owner.__new__ = staticmethod(_constructor(owner))
            return cls(*values, **named)

        def _replace(self, /, **changes):
            made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no {', '.join(changes)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            told = zip(self._fields, self, strict=True)
            given = ", ".join(f"{name}={value!r}" for name, value in told)
            return f"{type(self).__name__}({given})"

    def _owner(kind):
        """The class that has the fields, of one that may stand on it."""
        return next(one for one in kind.__mro__ if "_fields" in vars(one))

    def _constructor(owner):
        """A function with the fields of a class as its parameters: nothing that takes
        them in general is as quick, and some are made by the hundred thousand. No field
        begins with `_`."""
        names = "".join(f"{one}, " for one in owner._fields)
        made = eval(  # noqa: S307 - of names in our own source
            f"lambda _cls, {names}: _new(_cls, ({names}))", {"_new": tuple.__new__}
        )
        made.__defaults__ = tuple(owner._field_defaults.values())
        made.__annotations__ = owner.__annotations__
        return made

    NamedTuple = None
    NamedTuple = _Made("NamedTuple", (_Base,), {"__slots__": ()})

__all__ = ["NamedTuple"]
