"""What a file may hold at its left edge: named blocks."""

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.tree import Mapping, Node, Place, Scalar


def top_block(root: Node | None, where: str) -> tuple[Mapping | None, list[Problem]]:
    """The file as one block that begins on its first line, or why it is none."""
    if isinstance(root, Mapping) and root.entries:
        return Mapping(root.entries, Place(where, 1, 1), root.flow), []
    if root is None or isinstance(root, Mapping) or (isinstance(root, Scalar) and not root.given):
        message = "the file is empty: write the answers as lines of 'name: value'"
        return None, [Problem(where, message, 1, 1)]
    return None, [not_a_block(root)]


def joined(node: Node, other: Node) -> tuple[Node, list[Problem]]:
    """What stands at the left edge with what stands below it, and the names that come twice."""
    if not isinstance(node, Mapping) or not isinstance(other, Mapping):
        return other if isinstance(other, Mapping) else node, []
    twice = [
        _given_twice(name, entry.key, node.entries[name].key)
        for name, entry in other.entries.items()
        if name in node.entries
    ]
    return Mapping({**node.entries, **other.entries, **node.entries}, node.place, node.flow), twice


def _given_twice(name: str, place: Place, first: Place) -> Problem:
    message = traps.GIVEN_TWICE.format(name, first.line)
    return Problem(place.file, message, place.line, place.column, name)


def not_a_block(root: Node) -> Problem:
    """The problem of a text or a list at the left edge."""
    file, line, column = root.place
    kind = "a text" if isinstance(root, Scalar) else "a list"
    message = f"{kind} stands here, where the name of a block belongs, such as 'position:'"
    near = traps.missing_space(root.text) if isinstance(root, Scalar) else None
    return Problem(file, near or message, line, column)
