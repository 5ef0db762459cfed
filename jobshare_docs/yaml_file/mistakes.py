"""What pydantic finds wrong, in plain words and at its place in the file."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError

from jobshare_docs.schedule.mistakes import NotationError
from jobshare_docs.yaml_file import wording
from jobshare_docs.yaml_file.models import keys_at
from jobshare_docs.yaml_file.naming import Step, dotted_name, find, place_of
from jobshare_docs.yaml_file.tree import Mapping, Node, Place, Scalar, Sequence, is_given
from jobshare_docs.yaml_file.validation import TextNeededError

_Path: TypeAlias = tuple[Step, ...]

_OF_KIND = {
    "string_type": "text",
    "list_type": "list",
    "tuple_type": "list",
    "set_type": "list",
    "frozen_set_type": "list",
    "iterable_type": "list",
    "dict_type": "block",
    "mapping_type": "block",
    "model_type": "block",
    "model_attributes_type": "block",
    "dataclass_type": "block",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a block; without what `left_out` leads to, the rest can be read.

    The message is empty where the reason was told before.
    """

    path: _Path
    place: Place
    message: str
    left_out: _Path

    @classmethod
    def of(cls, node: Node, path: _Path, message: str) -> "Mistake":
        """A mistake in the value that a path leads to."""
        return cls(path, place_of(node, dotted_name(path)), message, path)


@dataclass(frozen=True, slots=True)
class _Found:
    """One of pydantic's errors and the node it is about."""

    path: _Path
    node: Node
    details: dict[str, Any]
    rest: tuple[Step, ...]

    @property
    def needed(self) -> str | None:
        """What is needed where the error is one of kind alone: a text, a list or a block."""
        error = self.details.get("ctx", {}).get("error")
        if isinstance(error, TextNeededError):
            return error.kind
        return _OF_KIND.get(self.details["type"])


def mistakes(
    model: type[BaseModel], root: Mapping, error: ValidationError, left_out: Set[_Path]
) -> list[Mistake]:
    """The errors of one validation as mistakes, one for each thing that is wrong."""
    details = error.errors(include_url=False)
    every = [_located(root, dict(each), left_out) for each in details]
    return [mistake for found in _without_echoes(every) for mistake in _worded(model, root, found)]


def unknown_key(model: type[BaseModel], root: Node, path: _Path) -> Mistake | None:
    """The mistake that the last key of a path is, where its block knows no such key."""
    known = keys_at(model, path[:-1])
    key = str(path[-1])
    if not known or key in known:
        return None
    return _no_such_key(root, path, known)


def _no_such_key(root: Node, path: _Path, known: list[str]) -> Mistake:
    block = find(root, dotted_name(path[:-1]))
    assert isinstance(block, Mapping)
    message = wording.no_such_key(str(path[-1]), known)
    if len(path) > 1 and isinstance(path[-2], int) and "nearest" not in message:
        message += wording.perhaps_a_text(block)
    return Mistake(path, block.entries[str(path[-1])].key, message, path)


def _located(root: Node, details: dict[str, Any], left_out: Set[_Path]) -> _Found:
    """The error with the innermost node on its way; a union's tags in it lead nowhere."""
    path: _Path = ()
    node = root
    rest: tuple[Step, ...] = ()
    for step in details["loc"]:
        if isinstance(node, Mapping) and step in node.entries and (*path, step) not in left_out:
            path, node, rest = (*path, step), node.entries[step].value, ()
        elif isinstance(node, Sequence) and isinstance(step, int):
            index = _kept(node, path, left_out)[step]
            path, node, rest = (*path, index), node.items[index], ()
        else:
            rest = (*rest, step)
    return _Found(path, node, details, rest)


def _kept(node: Sequence, path: _Path, left_out: Set[_Path]) -> list[int]:
    return [index for index in range(len(node.items)) if (*path, index) not in left_out]


def _without_echoes(every: list[_Found]) -> Iterator[_Found]:
    """Without what a union says of members that were not meant: one word for each thing."""
    exact = [found for found in every if found.needed is None]
    told: set[_Path] = set()
    for found in every:
        if found.needed is not None:
            length = len(found.path)
            if found.path in told or any(each.path[:length] == found.path for each in exact):
                continue
            told.add(found.path)
        yield found


def _worded(model: type[BaseModel], root: Node, found: _Found) -> Iterator[Mistake]:
    path, details = found.path, found.details
    error = details.get("ctx", {}).get("error")
    if details["type"] == "extra_forbidden":
        yield _no_such_key(root, path, keys_at(model, path[:-1]))
    elif details["type"] == "missing":
        yield _missing(root, path, str(found.rest[-1]))
    elif isinstance(error, NotationError):
        yield from _in_notation(root, found, error)
    elif details["type"] in ("union_tag_invalid", "union_tag_not_found"):
        needed = wording.kinds(details.get("ctx", {}))
        yield Mistake.of(root, path, wording.of_other_kind(needed, found.node, []))
    elif found.needed:
        in_list = isinstance(path[-1], int) if path else False
        message = wording.of_other_kind(found.needed, found.node, keys_at(model, path), in_list)
        yield Mistake.of(root, path, message)
    else:
        yield Mistake.of(root, path, wording.message(details))


def _missing(root: Node, path: _Path, name: str) -> Mistake:
    """A key that is not there; nothing is said of one that was there and is wrong, and told so."""
    at = dotted_name((*path, name))
    message = "" if is_given(find(root, at)) else wording.missing(name)
    return Mistake((*path, name), place_of(root, at), message, path)


def _in_notation(root: Node, found: _Found, error: NotationError) -> Iterator[Mistake]:
    """Each mistake of a written week or time, at the very sign that is wrong."""
    for mistake in error.mistakes:
        path = (*found.path, *mistake.within)
        node = _descend(found.node, mistake.within)
        file, line, column = place_of(root, dotted_name(path))
        if isinstance(node, Scalar) and "\n" not in node.text:
            column += mistake.offset + node.quoted
        yield Mistake(path, Place(file, line, column), mistake.message, found.path)


def _descend(node: Node, keys: tuple[str, ...]) -> Node | None:
    for key in keys:
        if not isinstance(node, Mapping) or key not in node.entries:
            return None
        node = node.entries[key].value
    return node
