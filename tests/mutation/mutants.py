"""The small faults that can be put into a module, one at a time.

Every fault is one changed node of the syntax tree: what a hand slips into by mistake, or
what a test would have to notice. Left out is what no test can or should see: docstrings,
annotations, `__all__`, decorators (caches, slots) and assertions for the type checker.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_LEFT_OUT = {"annotation", "returns", "decorator_list", "type_params"}
_TOLD_ABOVE = (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Constant)


# A node's place: the fields, and the places in lists, that lead to it from the module.
_Path = tuple[tuple[str, int | None], ...]
# What is done to a node: takes a copy of it, gives what stands there instead.
_Change = Callable[[Any], ast.AST]


@dataclass(frozen=True)
class Mutant:
    """One fault: where it stands, what kind it is, what was there and what is now."""

    line: int
    kind: str
    was: str
    now: str
    source: str
    path: _Path
    change: _Change

    def tree(self) -> ast.Module:
        """The module with the fault in it."""
        tree = ast.parse(self.source)
        _put(tree, self.path, self.change(_at(tree, self.path)))
        return ast.fix_missing_locations(tree)


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its text."""
    tree = ast.parse(source)
    for path in _paths(tree):
        node = _at(tree, path)
        for kind, change in _changes(node, path[-1][0]):
            now = ast.unparse(ast.fix_missing_locations(change(deepcopy(node))))
            line: int = getattr(node, "lineno", 0)
            yield Mutant(line, kind, ast.unparse(node), now, source, path, change)


def _at(tree: ast.AST, path: _Path) -> ast.AST:
    node = tree
    for field, index in path:
        held = getattr(node, field)
        node = held if index is None else held[index]
    return node


def _put(tree: ast.AST, path: _Path, new: ast.AST) -> None:
    field, index = path[-1]
    parent = _at(tree, path[:-1])
    if index is None:
        setattr(parent, field, new)
    else:
        getattr(parent, field)[index] = new


def _paths(node: ast.AST, path: _Path = ()) -> Iterator[_Path]:
    for field, held in ast.iter_fields(node):
        if field in _LEFT_OUT:
            continue
        for index, child in enumerate(held if isinstance(held, list) else [held]):
            if not isinstance(child, ast.AST) or _silent(child):
                continue
            below = (*path, (field, index if isinstance(held, list) else None))
            yield below
            yield from _paths(child, below)


def _silent(node: ast.AST) -> bool:
    """Whether nothing below is to be changed."""
    match node:
        case ast.Assert() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(value=ast.Constant(value=str())):
            return True  # a docstring
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
    return False


def _changes(  # noqa: C901, PLR0912 - one table of what can be changed, and how
    node: ast.AST, field: str
) -> Iterator[tuple[str, _Change]]:
    """What can be done to a node that stands in a field of another."""
    match node:
        case ast.Compare(ops=ops):
            for place in range(len(ops)):
                yield "compare", partial(_compared, place=place)
        case ast.BinOp(op=op) if type(op) in _COUNTED:
            yield "operator", _counted
        case ast.AugAssign(op=op) if type(op) in _COUNTED:
            yield "operator", _counted
            yield "statement", _nothing
        case ast.BoolOp():
            yield "and/or", _joined
        case ast.UnaryOp(op=ast.Not()):
            yield "not", lambda one: one.operand
        case ast.Constant(value=bool()):
            yield "constant", lambda one: ast.Constant(not one.value)
        case ast.Constant(value=int()):
            yield "constant", lambda one: ast.Constant(one.value + 1)
            yield "constant", lambda one: ast.Constant(one.value - 1)
        case ast.Constant(value=str()):
            yield "constant", lambda one: ast.Constant(f"{one.value}~")
        case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
            yield "call", _called
        case ast.Return(value=value) if value is not None and not _plain(value):
            yield "return", lambda _: ast.Return(ast.Constant(None))
        case ast.Expr() | ast.Raise() | ast.Delete():
            yield "statement", _nothing
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "statement", _nothing
        case ast.Continue():
            yield "statement", lambda _: ast.Break()
        case ast.Break():
            yield "statement", lambda _: ast.Continue()
    if field in {"test", "ifs"} and not isinstance(node, _TOLD_ABOVE):
        yield "condition", lambda one: ast.UnaryOp(ast.Not(), one)


def _plain(node: ast.AST) -> bool:
    """None already, or a yes or no that is changed as such."""
    return isinstance(node, ast.Constant) and node.value in (None, False, True)


def _nothing(_: ast.AST) -> ast.AST:
    return ast.Pass()


def _compared(node: ast.Compare, place: int) -> ast.AST:
    node.ops[place] = _COMPARED[type(node.ops[place])]()
    return node


def _counted(node: ast.BinOp | ast.AugAssign) -> ast.AST:
    node.op = _COUNTED[type(node.op)]()
    return node


def _joined(node: ast.BoolOp) -> ast.AST:
    node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    return node


def _called(node: ast.Call) -> ast.AST:
    assert isinstance(node.func, ast.Name)
    node.func.id = _CALLED[node.func.id]
    return node
