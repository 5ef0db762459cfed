"""The names a template uses, with loop variables told as what they run over."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.sandbox import PASSED_FILTER, ROUNDS_FILTER, WEIGHED_FILTER
from jobshare_docs.word_template.source import Lines


@dataclass(frozen=True, slots=True)
class Field:
    """A name a template uses, "duties.tasks[].task", and where it does so first."""

    name: str
    place: Place


Scope = dict[str, str]
SAME_LIST = ("sort", "reverse", "unique", "list", ROUNDS_FILTER, PASSED_FILTER, WEIGHED_FILTER)
BUILT_IN = ("loop", "range", "namespace")


def fields(tree: nodes.Template, lines: Lines) -> tuple[Field, ...]:
    """The fields of a compiled template, each once, in the order of the document."""
    found: dict[str, Field] = {}
    for name, line in names(tree, {}):
        found.setdefault(name, Field(name, lines.at(line).place))
    return tuple(found.values())


def names(node: nodes.Node, scope: Scope) -> Iterator[tuple[str, int]]:
    """The dotted names in a part of a template with their lines; what it sets joins the scope."""
    if isinstance(node, nodes.For):
        yield from _names_of_loop(node, scope)
    elif isinstance(node, nodes.With):
        yield from _names_within(node, scope)
    elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
        yield from names(node.node, scope)
        scope[node.target.name] = _dotted(node.node, scope)
    elif isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem) and (
        name := _dotted(node, scope)
    ):
        yield name, node.lineno
    elif not isinstance(node, nodes.Name) or node.name not in (*scope, *BUILT_IN):
        for child in node.iter_child_nodes():
            yield from names(child, scope)


def _names_of_loop(loop: nodes.For, scope: Scope) -> Iterator[tuple[str, int]]:
    yield from names(loop.iter, scope)
    inner = dict(scope)
    over = _dotted(loop.iter, scope)
    for target in loop.target.find_all(nodes.Name):
        inner[target.name] = ""
    if isinstance(loop.target, nodes.Name):
        inner[loop.target.name] = over and f"{over}[]"
    for child in (loop.test, *loop.body, *loop.else_):
        if child is not None:
            yield from names(child, inner)


def _names_within(block: nodes.With, scope: Scope) -> Iterator[tuple[str, int]]:
    inner = dict(scope)
    for target, value in zip(block.targets, block.values, strict=True):
        yield from names(value, scope)
        if isinstance(target, nodes.Name):
            inner[target.name] = _dotted(value, scope)
    for child in block.body:
        yield from names(child, inner)


def _dotted(node: nodes.Node, scope: Scope) -> str:
    """The dotted name of an expression, or nothing where it is not simply a name."""
    if isinstance(node, nodes.Name):
        if node.name in BUILT_IN or node.name.startswith("_") or node.ctx != "load":
            return ""
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        owner = _dotted(node.node, scope)
        return owner and f"{owner}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        owner = _dotted(node.node, scope)
        return owner and (
            f"{owner}.{node.arg.value}" if isinstance(node.arg.value, str) else f"{owner}[]"
        )
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _dotted(node.node, scope) if node.name in SAME_LIST else ""
    return ""
