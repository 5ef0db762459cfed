"""A block of the tree into its model; what is wrong is told and left out, the rest is kept."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file.tree import Mapping, Node, Scalar, Sequence

_Model = TypeVar("_Model", bound=BaseModel)


class TextNeededError(ValueError):
    """Raised by a parser of text that is given a list or a block; `kind` is what it wants."""

    def __init__(self, kind: str = "text") -> None:
        self.kind = kind
        super().__init__(f"{kind} is needed here")


class _NotGivenError(Exception):
    """Raised where a block holds a name with nothing behind it."""


def validate(model: type[_Model], node: Mapping, field: str) -> tuple[_Model | None, list[Problem]]:
    """The block as its model, and what is wrong in it, each with its place and dotted name.

    `field` names the block itself. What is wrong is left out of the model, which is None only where
    the block as a whole cannot be one. A name without a value is as good as absent.
    """
    try:
        return model.model_validate(_data(node)), []
    except (ValidationError, _NotGivenError):
        # Imported only now, since most answers are right and a command should start quickly.
        from jobshare_docs.yaml_file.partial import validated_in_part

        return validated_in_part(model, node, field)


def kind_of(value: Any) -> str:
    """The kind of what stands in a file, to tell a union's members apart: text, list or block."""
    if isinstance(value, list | tuple):
        return "list"
    return "block" if isinstance(value, dict | BaseModel) else "text"


def _data(node: Node) -> Any:
    """The node as `str`, `list` and `dict`."""
    if isinstance(node, Scalar):
        if not node.given:
            raise _NotGivenError
        return node.text
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    if not node.entries:
        raise _NotGivenError
    return {key: _data(entry.value) for key, entry in node.entries.items()}
