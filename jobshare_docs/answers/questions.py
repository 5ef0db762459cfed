"""Every value that answers may hold, by its dotted key, with what reads it."""

from collections.abc import Iterator, Mapping

from jobshare_docs.answers.form_filling import as_yaml
from jobshare_docs.blocks import Block, fields_of, reader_of
from jobshare_docs.blocks.readers import BlockOf, Choice, Leaf, ListOf, Looked, Made, Reader, Short
from jobshare_docs.blocks.telling import At
from jobshare_docs.values.words import parse_lines, parse_prose
from jobshare_docs.yaml_file import read_bytes

_EACH = "[]"


def readers_of(blocks: Mapping[str, type[Block]]) -> Iterator[tuple[str, Reader]]:
    """Each dotted key with its reader, blocks and lists before what they hold.

    `[]` stands for each item of a list: `duties.tasks[].task`.
    """
    for name, block in blocks.items():
        yield from _within(BlockOf(block), name)


def _within(reader: Reader, key: str) -> Iterator[tuple[str, Reader]]:
    yield key, reader
    while isinstance(reader, Looked | Made | Short):
        reader = reader.reader
    if isinstance(reader, ListOf):
        yield from _within(reader.item, key + _EACH)
    elif isinstance(reader, BlockOf):
        for name, field in fields_of(reader.block).items():
            yield from _within(reader_of(field.annotation), f"{key}.{name}")


def mistake_in(text: str, reader: Reader) -> str | None:
    """What is wrong with a text as the answer to a question, None where nothing is."""
    tree, problems = read_bytes(f"answer: {as_yaml(text)}\n".encode(), "")
    if tree is not None and not problems:
        node = tree.entries["answer"].value
        reader.read(node, At((), node.place, problems))
    return problems[0].message if problems else None


def words_of(reader: Reader) -> tuple[str, ...]:
    """The words that a question may be answered with, none where any text may be."""
    while isinstance(reader, Looked | Made):
        reader = reader.reader
    if isinstance(reader, Choice | Leaf):
        return tuple(map(str, reader.words))
    return ()


def has_lines(reader: Reader) -> bool:
    """Whether the lines of a text are kept, and not made one."""
    if isinstance(reader, Looked | Made):
        return has_lines(reader.reader)
    if isinstance(reader, Short):
        field = fields_of(reader.reader.block)[reader.short.key]
        return has_lines(reader_of(field.annotation))
    return isinstance(reader, Leaf) and reader.parse in (parse_prose, parse_lines)
