"""The located tree: what a YAML file says, as text, each value with its place."""

from typing import NamedTuple, TypeAlias

_ABSENT = frozenset(("", "~", "null"))


class Place(NamedTuple):
    """Where something stands: a file as its user named it, line and column from one."""

    file: str
    line: int
    column: int


class Scalar(NamedTuple):
    """A text; `quoted` is true for everything but a plain value, block texts included."""

    text: str
    quoted: bool
    place: Place

    @property
    def given(self) -> bool:
        """Whether something was written: nothing, `~` and `null` are not, nor is an empty text."""
        text = self.text.strip()
        return bool(text) and (self.quoted or text not in _ABSENT)


class Sequence(NamedTuple):
    """A list; `flow` is true for one written in brackets."""

    items: "tuple[Node, ...]"
    place: Place
    flow: bool = False


class Entry(NamedTuple):
    """A value in a block, and the place of the key that names it."""

    key: Place
    value: "Node"


class Mapping(NamedTuple):
    """A block: values by key, in the order in which they stand."""

    entries: dict[str, Entry]
    place: Place
    flow: bool = False


Node: TypeAlias = Scalar | Sequence | Mapping


def is_given(node: Node | None) -> bool:
    """Whether a value is there and says something; an empty list or block does not."""
    if isinstance(node, Scalar):
        return node.given
    if isinstance(node, Sequence):
        return any(is_given(item) for item in node.items)
    return node is not None and any(is_given(entry.value) for entry in node.entries.values())
