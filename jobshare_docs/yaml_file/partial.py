"""A block with something wrong or not given: what is right becomes its model, the rest is told."""

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file.mistakes import Mistake, mistakes, unknown_key
from jobshare_docs.yaml_file.naming import Step, dotted_name, find, steps
from jobshare_docs.yaml_file.tree import Mapping, Node, Scalar, Sequence, is_given

_Model = TypeVar("_Model", bound=BaseModel)
_Path: TypeAlias = tuple[Step, ...]

# Each round leaves out what was wrong in the one before, which may bring other rules into play.
_MOST_ROUNDS = 8


def validated_in_part(
    model: type[_Model], node: Mapping, field: str
) -> tuple[_Model | None, list[Problem]]:
    """The model of what is right in a block, and what is wrong in it, as `validate` has it."""
    absent = list(_absent(node, ()))
    problems = [_problem(each, field) for each in _about_absent(model, node, absent)]
    left_out = set(absent)
    for _ in range(_MOST_ROUNDS):
        try:
            return model.model_validate(_plain(node, (), left_out)), problems
        except ValidationError as error:
            found = mistakes(model, node, error, left_out)
        problems += [_problem(each, field) for each in found if each.message]
        if any(not each.left_out for each in found):
            break
        left_out.update(each.left_out for each in found)
    return None, problems


def _plain(node: Node, path: _Path, left_out: set[_Path]) -> Any:
    """The node as `str`, `list` and `dict`, without what is left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        items = ((node.items[index], (*path, index)) for index in range(len(node.items)))
        return [_plain(item, at, left_out) for item, at in items if at not in left_out]
    return {
        key: _plain(entry.value, at, left_out)
        for key, entry in node.entries.items()
        if (at := (*path, key)) not in left_out
    }


def _absent(node: Node, path: _Path) -> Iterator[_Path]:
    """The paths of all names and dashes with nothing behind them, blocks of such names too."""
    if isinstance(node, Scalar):
        if not node.given:
            yield path
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _absent(item, (*path, index))
    else:
        for key, entry in node.entries.items():
            yield from _absent(entry.value, (*path, key))
        # A block with names and no values is a form that nobody filled in.
        if node.entries and path and not is_given(node):
            yield path


def _about_absent(model: type[BaseModel], node: Node, absent: list[_Path]) -> Iterator[Mistake]:
    for path in absent:
        if not isinstance(path[-1], int):
            found = unknown_key(model, node, path)
            if found:
                yield found
        elif not _is_unfilled(node, path):
            yield Mistake.of(
                node, path, "nothing stands behind this dash: write it or take it away"
            )


def _is_unfilled(node: Node, path: _Path) -> bool:
    """Whether an empty item is a block of names, or its list says nothing at all."""
    item, items = find(node, dotted_name(path)), find(node, dotted_name(path[:-1]))
    return isinstance(item, Mapping) or not is_given(items)


def _problem(mistake: Mistake, field: str) -> Problem:
    file, line, column = mistake.place
    name = dotted_name((*steps(field), *mistake.path))
    return Problem(file, mistake.message, line, column, name)
