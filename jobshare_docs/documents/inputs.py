"""A digest of all that a document is made from, to tell whether it would come out the same."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from jobshare_docs.answers.answers import Terms
from jobshare_docs.documents.catalogue import Kind
from jobshare_docs.stamp import digest
from jobshare_docs.version import VERSION
from jobshare_docs.yaml_file import Mapping, Node, Scalar


def digest_of_inputs(terms: Terms, kind: Kind, template: Path, addressed: str, day: date) -> str:
    """The digest of the blocks that a kind reads, its template, policy, date and this version."""
    identity = terms.policy.identity
    said = "\n".join(
        (VERSION, identity.name, identity.version, kind.name, addressed, day.isoformat())
    )
    read = (
        f"{block}: {text}"
        for block in kind.needs
        if block in terms.tree.entries
        for text in _texts(terms.tree.entries[block].value)
    )
    return digest([said.encode(), "\n".join(read).encode(), _content(template)])


@cache
def _content(template: Path) -> bytes:
    return template.read_bytes()


def _texts(node: Node) -> Iterator[str]:
    """Every key and text of a tree, in its order."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield f"{key}:"
            yield from _texts(entry.value)
    else:
        for item in node.items:
            yield "-"
            yield from _texts(item)
