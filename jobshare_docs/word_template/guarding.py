"""Guarding a parsed template: every value printed, every loop, every joined text is watched."""

from typing import cast

from jinja2 import nodes

from jobshare_docs.word_template.limits import THOROUGH
from jobshare_docs.word_template.sandbox import (
    LOOP_FILTER,
    LOOP_NAMES,
    PASSED_FILTER,
    PRINT_FILTER,
    ROUNDS_FILTER,
    TEXT_FILTER,
    WEIGHED_FILTER,
)
from jobshare_docs.word_template.shapes import Use
from jobshare_docs.word_template.source import Lines


def guard(tree: nodes.Template, lines: Lines) -> nodes.Template:
    """A template in which every value printed, every loop and every joined text is watched."""
    _Guard(lines).watch_within(tree)
    return tree


class _Guard:
    def __init__(self, lines: Lines) -> None:
        self._list_variables = lines.list_variables
        texts = (at for at, shape in enumerate(lines.shapes, 2) if shape.use is Use.TEXT)
        self._texts = frozenset(texts)

    def watch_within(self, node: nodes.Node) -> None:
        for name in node.fields:
            child = getattr(node, name, None)
            if isinstance(child, nodes.Node):
                setattr(node, name, self._watched(child))
            elif isinstance(child, list):
                child[:] = [
                    self._watched(each) if isinstance(each, nodes.Node) else each for each in child
                ]

    def _watched(self, node: nodes.Node) -> nodes.Node:
        self.watch_within(node)
        match node:
            case nodes.Output():
                node.nodes = [self._printed(each) for each in node.nodes]
            case nodes.For():
                node.iter = _filtered(node.iter, ROUNDS_FILTER)
            case nodes.Concat():  # a ~ b: joined by the filter, which keeps within bounds
                return _filtered(nodes.List(node.nodes, lineno=node.lineno), "join")
            case nodes.Getattr(node=nodes.Name(name="loop") as loop) if node.attr in LOOP_NAMES:
                return _filtered(loop, LOOP_FILTER, nodes.Const(node.attr))
            case nodes.Filter() if node.name in THOROUGH and node.node is not None:
                node.node = _filtered(node.node, PASSED_FILTER)
            case nodes.Call(node=nodes.Getattr() as method):
                method.node = _filtered(method.node, PASSED_FILTER)
            case nodes.Compare():
                _weigh(node)
            case nodes.List() | nodes.Dict() | nodes.Tuple(ctx="load"):
                return node if _is_constant(node) else _filtered(node, WEIGHED_FILTER)
        return node

    def _printed(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            return node
        line = node.lineno
        variable = self._list_variables.get(line)
        number = [nodes.Name(variable, "load", lineno=line)] if variable else []
        name = TEXT_FILTER if line in self._texts else PRINT_FILTER
        return _filtered(node, name, nodes.Const(line), *number)


def _weigh(node: nodes.Compare) -> None:
    """Weigh what is compared, but not with a constant, which no list is as long as."""
    sides = [node.expr, *(operand.expr for operand in node.ops)]
    if not any(map(_is_constant, sides)):
        node.expr = _filtered(node.expr, WEIGHED_FILTER)
        for operand in node.ops:
            operand.expr = _filtered(operand.expr, WEIGHED_FILTER)


def _is_constant(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Const):
        return True
    inner = list(node.iter_child_nodes())
    return isinstance(node, nodes.Literal | nodes.Pair) and all(map(_is_constant, inner))


def _filtered(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Expr:
    return nodes.Filter(
        cast(nodes.Expr, node), name, list(arguments), [], None, None, lineno=node.lineno
    )
