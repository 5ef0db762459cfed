"""A located tree as YAML again: one form for the same values, which reads back as they were."""

import json
import re
from collections.abc import Iterator

from jobshare_docs.remembering import by_identity
from jobshare_docs.yaml_file.tree import Mapping, Node, Scalar, Sequence, is_given

_STEP = "  "
# A text that no reader could take for anything else: it begins with a letter or digit and has
# neither a colon nor a number sign, nor a space at its end.
_PLAIN = re.compile(r"[^\W_](?:[\w .,;()/+'’&%?!@-]*[\w.,;()/+'’&%?!])?")
_NO_VALUE = frozenset(("null", "Null", "NULL"))
_LINES = re.compile(r"(?! |\n)[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def written(tree: Mapping) -> str:
    """The tree as YAML, two spaces a level, each text as it was, without what is not given.

    Reading it and writing it again gives the same text.
    """
    return "".join(
        _written_block(key, entry.value)
        for key, entry in tree.entries.items()
        if is_given(entry.value)
    )


@by_identity(256)
def _written_block(key: str, value: Node) -> str:
    return "".join(f"{line}\n" for line in _named(f"{_on_one_line(key)}:", value))


def essence(tree: Mapping) -> str:
    """All that a tree says, as a text for a digest: the same for the same values, however written.

    Its signs between names and values can stand in no answer.
    """
    return "".join(
        f"{key}\x1f{_essence_of_block(entry.value)}\x1e" for key, entry in tree.entries.items()
    )


@by_identity(256)
def _essence_of_block(value: Node) -> str:
    return _essence(value)


def _essence(node: Node) -> str:
    """Empty for what is not given."""
    if isinstance(node, Scalar):
        return node.text if node.given else ""
    if isinstance(node, Sequence):
        said = "".join([f"{each}\x1e" for item in node.items if (each := _essence(item))])
        return said and f"\x1d{said}"
    said = "".join(
        [
            f"{key}\x1f{each}\x1e"
            for key, entry in node.entries.items()
            if (each := _essence(entry.value))
        ]
    )
    return said and f"\x1c{said}"


def _block(block: Mapping) -> Iterator[str]:
    for key, entry in block.entries.items():
        if is_given(entry.value):
            yield from _named(f"{_on_one_line(key)}:", entry.value)


def _named(name: str, node: Node) -> Iterator[str]:
    """The lines of a name and its value."""
    if isinstance(node, Scalar):
        first, *more = _text(node.text)
        yield f"{name} {first}"
        yield from _indented(more)
        return
    yield name
    yield from _indented(_block(node) if isinstance(node, Mapping) else _list(node))


def _list(items: Sequence) -> Iterator[str]:
    for item in items.items:
        if is_given(item):
            first, *more = _item(item)
            yield f"- {first}"
            yield from _indented(more)


def _item(node: Node) -> Iterator[str]:
    """The lines of an item, the first of which stands behind its dash."""
    if isinstance(node, Mapping):
        return _block(node)
    if isinstance(node, Sequence):
        return _list(node)
    return iter(_text(node.text))


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (_STEP + line if line else line for line in lines)


def _text(text: str) -> list[str]:
    """A text as lines: plain, as a block of its own lines, or in quotes."""
    body = text.removesuffix("\n")
    if "\n" in text and body and not body.endswith("\n") and _LINES.fullmatch(text):
        return ["|" if text.endswith("\n") else "|-", *body.split("\n")]
    return [_on_one_line(text)]


def _on_one_line(text: str) -> str:
    if _PLAIN.fullmatch(text) and text not in _NO_VALUE:
        return text
    escaped = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)
