"""Guarding a parsed template: every value printed, every loop, every joined text is watched."""

from collections.abc import Mapping
from typing import cast

from jinja2 import nodes

from jobshare_docs.word_template.sandbox import PRINT_FILTER, ROUNDS_FILTER


def guard(tree: nodes.Template, list_variables: Mapping[int, str]) -> nodes.Template:
    """A template in which every value printed, every loop and every joined text is watched.

    `list_variables` hold the numbers of lists that start again, by the line of the item's tag.
    """
    _Guard(list_variables).watch_within(tree)
    return tree


class _Guard:
    def __init__(self, list_variables: Mapping[int, str]) -> None:
        self._list_variables = list_variables

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
        return node

    def _printed(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            return node
        line = node.lineno
        variable = self._list_variables.get(line)
        number = [nodes.Name(variable, "load", lineno=line)] if variable else []
        return _filtered(node, PRINT_FILTER, nodes.Const(line), *number)


def _filtered(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Expr:
    return nodes.Filter(
        cast(nodes.Expr, node), name, list(arguments), [], None, None, lineno=node.lineno
    )
