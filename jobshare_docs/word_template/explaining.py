"""Saying in plain words what went wrong at a tag when it was filled."""

from collections.abc import Mapping
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError

from jobshare_docs.word_template.checking import nearest, readable
from jobshare_docs.word_template.limits import TooMuch
from jobshare_docs.word_template.printing import CannotPrint
from jobshare_docs.word_template.sandbox import Absent, MissingName, Sandbox
from jobshare_docs.word_template.tags import Tag

SHOWN_AT_MOST = 40
KINDS = {
    "str": "a text", "Prose": "a text", "NoneType": "nothing", "int": "a number",
    "Decimal": "a number", "Fraction": "a number", "float": "a number", "bool": "yes or no",
    "dict": "a block of names", "list": "a list", "tuple": "a list", "date": "a date",
    "time": "a time",
}  # fmt: skip


class FilterFailed(Exception):
    """A filter that could not work on a value."""

    def __init__(self, name: str, value: Any, error: Exception) -> None:
        super().__init__(str(error))
        self.name, self.value, self.error = name, value, error


def explained(error: Exception, values: Mapping[str, Any], tag: Tag, sandbox: Sandbox) -> str:
    """What went wrong at a tag, in plain words."""
    match error:
        case MissingName():
            return _missing(error, values, _written(tag, error.name, sandbox))
        case FilterFailed() if isinstance(error.value, Absent):
            return _missing(error.value.missing(), values, "")
        case FilterFailed():
            return f"the filter '{error.name}' cannot take {_shown(error.value)}: {error.error}"
        case CannotPrint() | TooMuch():
            return str(error)
        case RecursionError():
            return f"'{tag.text}' cannot be worked out: it holds too many lists in one another"
        case SecurityError() if "safely callable" in str(error):
            return f"'{tag.text}' is not allowed: it calls what a template may not call"
        case SecurityError():
            return f"'{tag.text}' is not allowed: {error}"
    return f"'{tag.text}' cannot be worked out: {error}"


def _missing(error: MissingName, values: Mapping[str, Any], written: str) -> str:
    owner = written.rpartition(".")[0] or "this"
    if error.at_top:
        return f"there is no '{error.name}'{nearest(error.name, values)}"
    if error.owner is None:
        return f"'{owner}' is empty, so there is no '{written or error.name}'"
    known = error.owner if isinstance(error.owner, Mapping) else ()
    return f"there is no '{written or error.name}'{nearest(error.name, known, owner + '.')}"


def _written(tag: Tag, name: str, sandbox: Sandbox) -> str:
    """The whole dotted name as the author wrote it, of which `name` is a part."""
    for node in sandbox.parse(readable(tag)).find_all((nodes.Getattr, nodes.Getitem)):
        dotted = _dotted(node)
        if dotted.endswith((f".{name}", f"[{name}]")):
            return dotted
    return ""


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        owner = _dotted(node.node)
        return owner and f"{owner}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        owner = _dotted(node.node)
        key = node.arg.value
        return owner and (f"{owner}.{key}" if isinstance(key, str) else f"{owner}[{key}]")
    return node.name if isinstance(node, nodes.Name) else ""


def _shown(value: Any) -> str:
    kind = KINDS.get(type(value).__name__, "this value")
    if value is None or not isinstance(value, str | int):
        return kind
    text = str(value)
    return f"'{text[:SHOWN_AT_MOST]}{'…' * (len(text) > SHOWN_AT_MOST)}', {kind}"
