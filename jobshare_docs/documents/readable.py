"""What the reader of a document may know of the answers: all that it is made from, or carries."""

from collections.abc import Callable, Collection

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.documents.catalogue import Kind
from jobshare_docs.remembering import by_identity
from jobshare_docs.yaml_file import Entry, Mapping, Node

_Path = tuple[str, ...]

_PAY = "full_time_salary"
_TELEPHONE = "phone"
_LOGO = ("organization", "logo")  # the name of a file that nobody else has
_OTHER_WORK = ("purpose", "other_paid_work")
_OWN_TERMS = ("confirmation", "employees")


def readable(tree: Mapping, kind: Kind, addressed: str | None = None) -> Mapping:
    """The blocks that a document of this kind embeds or, where it embeds none, is made from.

    Nobody's pay is among them but that of the one addressed, nor is a partner's own terms, a
    telephone number of an employee, or other work; a worksheet is its own reader's alone.
    """
    names = kind.embeds or tuple(kind.needs)
    blocks = {
        name: Entry(tree.entries[name].key, _block(tree.entries[name].value, name, kind, addressed))
        for name in _in_order(names)
        if name in tree.entries
    }
    return Mapping(blocks, tree.place)


@by_identity(256)
def _block(node: Node, name: str, kind: Kind, addressed: str | None) -> Node:
    return _shown(node, _hidden(kind, addressed), (name,))


def _in_order(names: Collection[str]) -> tuple[str, ...]:
    """The names in the order of the blocks; those of a policy's own sections come last."""
    known = [name for name in BLOCKS if name in names]
    return (*known, *(name for name in names if name not in BLOCKS))


def _hidden(kind: Kind, addressed: str | None) -> Callable[[_Path], bool]:
    if kind.embeds:
        return _is_private
    if "worksheet" in kind.needs:
        return _is_shown
    return lambda path: _is_of_another(path, addressed)


def _is_shown(path: _Path) -> bool:
    return False


def _is_private(path: _Path) -> bool:
    return path[-1] in (_PAY, _TELEPHONE) or path in (_OTHER_WORK, _LOGO)


def _is_of_another(path: _Path, addressed: str | None) -> bool:
    if path == _OTHER_WORK or (path[0] == "employees" and path[-1] == _TELEPHONE):
        return True
    if path[:2] == _OWN_TERMS and len(path) == len(_OWN_TERMS) + 1:
        return path[-1] != addressed
    if path[-1] != _PAY:
        return False
    return addressed is None or (path[0] == "employees" and path[1] != addressed)


def _shown(node: Node, hidden: Callable[[_Path], bool], path: _Path) -> Node:
    if not isinstance(node, Mapping):
        return node
    entries: dict[str, Entry] = {}
    for key, entry in node.entries.items():
        inside = (*path, key)
        if not hidden(inside):
            is_block = isinstance(entry.value, Mapping)
            entries[key] = (
                Entry(entry.key, _shown(entry.value, hidden, inside)) if is_block else entry
            )
    return Mapping(entries, node.place)
