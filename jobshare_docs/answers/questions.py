"""Every value that answers may hold, by its dotted key, with what reads it."""

from collections.abc import Iterator, Mapping

from jobshare_docs.blocks import Block, fields_of, reader_of
from jobshare_docs.blocks.readers import BlockOf, ListOf, Looked, Made, Reader, Short

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
