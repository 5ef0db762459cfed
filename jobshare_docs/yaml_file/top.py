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


def not_a_block(root: Node) -> Problem:
    """The problem of a text or a list at the left edge."""
    file, line, column = root.place
    kind = "a text" if isinstance(root, Scalar) else "a list"
    message = f"{kind} stands here, where the name of a block belongs, such as 'position:'"
    near = traps.missing_space(root.text) if isinstance(root, Scalar) else None
    return Problem(file, near or message, line, column)
