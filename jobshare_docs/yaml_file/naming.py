"""Dotted names, `duties.tasks[0].task`, and what they lead to in a tree."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jobshare_docs.yaml_file.tree import Mapping, Node, Place, Sequence

Step = str | int

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


@lru_cache(maxsize=1024)
def steps(dotted: str) -> tuple[Step, ...]:
    """The keys and list indices, from zero, that a dotted name is made of."""
    return tuple(int(found[1]) if found[1] else found[2] for found in _STEP.finditer(dotted))


def dotted_name(path: Iterable[Step]) -> str:
    """The name that `steps` takes apart."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).removeprefix(".")


def find(node: Node, dotted: str) -> Node | None:
    """The node that a dotted name leads to, or None where nothing stands there."""
    path = steps(dotted)
    trail = list(_trail(node, path))
    return trail[-1][1] if len(trail) > len(path) else None


def place_of(node: Node, dotted: str) -> Place:
    """The place of a value, else of the nearest block around it that exists.

    A block or list stands where its key does, since that is the line a reader looks for.
    """
    return list(_trail(node, steps(dotted)))[-1][0]


def name_at(node: Node, line: int, column: int) -> str:
    """The dotted name of the innermost value that begins at or before a place in the same file."""
    path: list[Step] = []
    while before := [
        (place, step, value)
        for step, place, value in _members(node)
        if (place.line, place.column) <= (line, column)
    ]:
        _, step, node = max(before, key=lambda member: member[0][1:])
        path.append(step)
    return dotted_name(path)


def _members(node: Node) -> Iterator[tuple[Step, Place, Node]]:
    if isinstance(node, Mapping):
        yield from ((key, entry.key, entry.value) for key, entry in node.entries.items())
    elif isinstance(node, Sequence):
        yield from ((index, item.place, item) for index, item in enumerate(node.items))


def _trail(node: Node, path: Iterable[Step]) -> Iterator[tuple[Place, Node]]:
    """The nodes on the way, as far as it leads, each with the place at which it is spoken of."""
    yield node.place, node
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            key, node = node.entries[str(step)]
            yield (key if isinstance(node, Mapping | Sequence) else node.place), node
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            yield node.place, node
        else:
            return
