"""Guarding a parsed template: every value printed, every loop, every joined text is watched."""

from typing import cast

from jinja2 import nodes

from jobshare_docs.word_template.sandbox import PRINT_FILTER, ROUNDS_FILTER


def guard(tree: nodes.Template) -> nodes.Template:
    """A template in which every value printed, every loop and every joined text is watched."""
    _watch_within(tree)
    return tree


def _watch_within(node: nodes.Node) -> None:
    for name in node.fields:
        child = getattr(node, name, None)
        if isinstance(child, nodes.Node):
            setattr(node, name, _watched(child))
        elif isinstance(child, list):
            child[:] = [_watched(each) if isinstance(each, nodes.Node) else each for each in child]


def _watched(node: nodes.Node) -> nodes.Node:
    _watch_within(node)
    match node:
        case nodes.Output():
            node.nodes = [_printed(each) for each in node.nodes]
        case nodes.For():
            node.iter = _filtered(node.iter, ROUNDS_FILTER)
        case nodes.Concat():  # a ~ b: joined by the filter, which keeps within bounds
            return _filtered(nodes.List(node.nodes, lineno=node.lineno), "join")
    return node


def _printed(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        return node
    return _filtered(node, PRINT_FILTER, nodes.Const(node.lineno))


def _filtered(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Expr:
    return nodes.Filter(
        cast(nodes.Expr, node), name, list(arguments), [], None, None, lineno=node.lineno
    )
