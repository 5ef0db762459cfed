"""How each type of a field is read: from an annotation to its reader."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Protocol, Union, get_args, get_origin

from jobshare_docs.blocks.block import Block, Field, fields_of
from jobshare_docs.blocks.telling import WRONG, At, data
from jobshare_docs.yaml_file.tree import Entry, Mapping, Node, Scalar, Sequence, is_given


class Reader(Protocol):
    """Reads one type of value."""

    def read(self, node: Node, at: At) -> Any:
        """The value, or WRONG after telling why it cannot be read."""


class Leaf(NamedTuple):
    """A text, read by a parser that raises ValueError in words for its author.

    `words` are all that it can read, in capitals or not, where they are few. `pattern` is a regular
    expression, in the form that JavaScript reads too, of all that it may be able to read.
    """

    parse: Callable[[str], Any]
    kind: str
    description: str
    words: tuple[str, ...] = ()
    pattern: str = ""

    def read(self, node: Node, at: At) -> Any:
        """The value that the parser makes of the text."""
        if not isinstance(node, Scalar):
            return at.other_kind(self.kind, node)
        return at.told(lambda: self.parse(node.text), node)


class Whole(NamedTuple):
    """A value of several forms, read as a whole from `str`, `list` and `dict`.

    `schema` makes the JSON Schema of these forms; without it they may be anything.
    """

    parse: Callable[[Any], Any]
    description: str
    schema: Callable[[], dict[str, Any]] = dict

    def read(self, node: Node, at: At) -> Any:
        """The value that the parser makes of the data."""
        return at.told(lambda: self.parse(data(node)), node)


class Also(NamedTuple):
    """Other spellings of a choice's words, turned into the words themselves.

    `pattern` is a regular expression of those spellings, in the form that JavaScript reads too.
    """

    spell: Callable[[str], str]
    pattern: str = ""


class First(NamedTuple):
    """A look at the whole value before it is read; it raises ValueError where that is vain."""

    look: Callable[[Any], None]


class Then(NamedTuple):
    """What becomes of a value after it is read; it raises ValueError where it cannot be."""

    make: Callable[[Any], Any]


class ShortFor(NamedTuple):
    """A text that stands for a block with this one key; `look` may refuse it as `First` does."""

    key: str
    look: Callable[[Any], None] = lambda text: None


class Choice(NamedTuple):
    """One of several words, in capitals or not, turned into a value by `make`."""

    words: tuple[str, ...]
    make: Callable[[str], Any]
    spell: Callable[[str], str] = str.strip
    pattern: str = ""

    def read(self, node: Node, at: At) -> Any:
        """The value of the word that stands there."""
        text = node.text.strip() if isinstance(node, Scalar) else None
        word = self.spell(text).casefold() if text is not None else None
        for known in self.words:
            if known.casefold() == word:
                return self.make(known)
        # Imported only now, since most answers are right and a command should start quickly.
        from jobshare_docs.blocks.wording import not_one_of

        return at.wrong(not_one_of(text, self.words))


class ListOf(NamedTuple):
    """A list of items of one type; those that cannot be read are left out."""

    item: Reader

    def read(self, node: Node, at: At) -> Any:
        """The items that could be read, in their order."""
        if not isinstance(node, Sequence):
            return at.other_kind("list", node)
        # A lone dash is a form that nobody filled in; beside others, an item is missing.
        if not is_given(node):
            return ()
        return tuple(
            value
            for index, item in enumerate(node.items)
            if (value := self._item(item, at.inside(index, item, item.place))) is not WRONG
        )

    def _item(self, node: Node, at: At) -> Any:
        if is_given(node):
            return self.item.read(node, at)
        if isinstance(node, Scalar):
            at.wrong("nothing stands behind this dash: write it or take it away")
        # An item with names and no values is a form that nobody filled in.
        return WRONG


class ValuesByKey(NamedTuple):
    """A block of free keys whose values are of one type."""

    value: Reader

    def read(self, node: Node, at: At) -> Any:
        """The values that could be read, by key."""
        if not isinstance(node, Mapping):
            return at.other_kind("block", node)
        read = {
            key: self.value.read(inner, at.inside(key, inner, place))
            for key, (place, inner) in node.entries.items()
            if is_given(inner)
        }
        return {key: value for key, value in read.items() if value is not WRONG}


class BlockOf(NamedTuple):
    """A block of named fields; what cannot be read of it is absent."""

    block: type[Block]

    def read(self, node: Node, at: At) -> Any:
        """The block, WRONG where it is none or lacks a field that it must have."""
        fields = fields_of(self.block)
        if not isinstance(node, Mapping):
            return at.other_kind("block", node, list(fields))
        values = {}
        for key, entry in node.entries.items():
            inner = at.inside(key, entry.value, entry.key)
            if key not in fields:
                _unknown(key, node, entry, inner, list(fields))
            elif is_given(entry.value) or isinstance(entry.value, Sequence):
                values[fields[key].name] = reader_of(fields[key].annotation).read(
                    entry.value, inner
                )
        return self._made(values, fields.values(), at)

    def _made(self, values: dict[str, Any], fields: Iterable[Field], at: At) -> Any:
        lacking = [one for one in fields if one.is_required and one.name not in values]
        for one in lacking:
            at._replace(path=(*at.path, one.key)).wrong(
                f"missing here: write '{one.key}:' and its value"
            )
        read = {name: value for name, value in values.items() if value is not WRONG}
        if lacking or any(one.is_required and one.name not in read for one in fields):
            return WRONG
        return self.block(**read)


class Looked(NamedTuple):
    """A reader with a look at the value before."""

    look: Callable[[Any], None]
    reader: Reader

    def read(self, node: Node, at: At) -> Any:
        """The value, WRONG where the look finds it vain."""
        if at.told(lambda: self.look(data(node)), node) is WRONG:
            return WRONG
        return self.reader.read(node, at)


class Made(NamedTuple):
    """A reader whose value is made into another."""

    make: Callable[[Any], Any]
    reader: Reader

    def read(self, node: Node, at: At) -> Any:
        """What the value is made into."""
        value = self.reader.read(node, at)
        return value if value is WRONG else at.told(lambda: self.make(value), node)


class Short(NamedTuple):
    """A block reader that takes a text for one of its keys."""

    short: ShortFor
    reader: BlockOf

    def read(self, node: Node, at: At) -> Any:
        """The block, also of a text alone."""
        if not isinstance(node, Scalar):
            return self.reader.read(node, at)
        if at.told(lambda: self.short.look(node.text), node) is WRONG:
            return WRONG
        block = Mapping({self.short.key: Entry(node.place, node)}, node.place)
        return self.reader.read(block, at)


@cache
def reader_of(annotation: Any) -> Reader:
    """The reader of a field's type; raises TypeError for a type that no reader reads."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        (only,) = (one for one in arguments if one is not NoneType)
        return reader_of(only)
    if origin is Literal:
        return Choice(arguments, str)
    if origin is tuple:
        return ListOf(reader_of(arguments[0]))
    if origin is dict:
        return ValuesByKey(reader_of(arguments[1]))
    if issubclass(annotation, Block):
        return BlockOf(annotation)
    if issubclass(annotation, StrEnum):
        return Choice(tuple(annotation), annotation)
    raise TypeError(f"no reader reads {annotation}")


def _annotated(annotation: Any, notes: tuple[Any, ...]) -> Reader:
    """The reader of a type with notes on how it is read, of which the first may be the reader."""
    is_reader = isinstance(notes[0], Leaf | Whole)
    reader: Reader = notes[0] if is_reader else reader_of(annotation)
    for note in notes[1:] if is_reader else notes:
        reader = _noted(reader, note)
    return reader


def _noted(reader: Reader, note: Any) -> Reader:
    if isinstance(note, Also) and isinstance(reader, Choice):
        return reader._replace(spell=note.spell, pattern=note.pattern)
    if isinstance(note, First):
        return Looked(note.look, reader)
    if isinstance(note, Then):
        return Made(note.make, reader)
    if isinstance(note, ShortFor) and isinstance(reader, BlockOf):
        return Short(note, reader)
    raise TypeError(f"{reader} cannot be read with {note}")


def _unknown(key: str, node: Mapping, entry: Entry, at: At, known: list[str]) -> None:
    from jobshare_docs.blocks.wording import no_such_key, perhaps_a_text
    from jobshare_docs.names import nearest

    message = no_such_key(key, known)
    in_list = len(at.path) > 1 and isinstance(at.path[-2], int)
    hint = perhaps_a_text(node) if in_list and "nearest" not in message else ""
    at._replace(place=entry.key).wrong(message + hint, meant=nearest(key, known) or "")
