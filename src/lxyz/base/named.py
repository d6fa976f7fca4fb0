"""`NamedTuple`, used like that of `typing`, but cheaper to define.

`typing.NamedTuple` makes each class twice and compiles its constructor from a text
while the module is imported. For the hundred such classes of a plain check this is a
twentieth of the work. Here each class is made once, and its constructor is compiled at
the first call. mypy sees `typing.NamedTuple`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter as field_at

    class _Made(type):
        """Metaclass: the annotated names of a class become the fields of a tuple."""

        def __new__(mcs, name, bases, body):
            if NamedTuple not in bases:
                return super().__new__(
                    mcs, name, bases, body
                )  # a subclass of a named tuple: it has no fields of its own
            made = super().__new__(mcs, name, bases, body | {"__slots__": ()})
            fields = tuple(made.__annotations__)
            made._fields = made.__match_args__ = fields
            made._field_defaults = {one: body[one] for one in fields if one in body}
            for number, one in enumerate(fields):
                setattr(made, one, field_at(number, ""))
            return made

        @property
        def __signature__(cls):
            """For `inspect.signature`, before the constructor is compiled."""
            from inspect import Signature, signature

            whole = signature(_constructor(_owner(cls)))
            return Signature(list(whole.parameters.values())[1:])

    class _Base(tuple):
        """The methods that all named tuples have."""

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
        """The class that declares the fields: `kind` itself or the nearest base of
        it."""
        return next(one for one in kind.__mro__ if "_fields" in vars(one))

    def _constructor(owner):
        """A `__new__` whose parameters are the fields of a class.

        A general `*args, **kwargs` would be slower, and some tuples are made by the
        hundred thousand. No field name begins with `_`, so none clashes with `_cls` and
        `_new`.
        """
        names = "".join(f"{one}, " for one in owner._fields)
        made = eval(  # noqa: S307 - only of names in our own source
            f"lambda _cls, {names}: _new(_cls, ({names}))", {"_new": tuple.__new__}
        )
        made.__defaults__ = tuple(owner._field_defaults.values())
        made.__annotations__ = owner.__annotations__
        return made

    NamedTuple = None
    NamedTuple = _Made("NamedTuple", (_Base,), {"__slots__": ()})

__all__ = ["NamedTuple"]
