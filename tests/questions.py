"""Every question that the answers know, by its dotted name."""

from collections.abc import Iterator

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.blocks import Block
from jobshare_docs.blocks.block import fields_of
from jobshare_docs.blocks.readers import BlockOf, ListOf, reader_of


def questions() -> Iterator[str]:
    """Every dotted name that answers may hold, list items without their number."""
    for name, block in BLOCKS.items():
        yield from _questions(block, name)


def _questions(block: type[Block], name: str) -> Iterator[str]:
    for key, field in fields_of(block).items():
        dotted = f"{name}.{key}"
        inner = _block_of(reader_of(field.annotation))
        yield dotted
        if inner:
            yield from _questions(inner, dotted)


def _block_of(reader: object) -> type[Block] | None:
    while not isinstance(reader, BlockOf):
        reader = reader.item if isinstance(reader, ListOf) else getattr(reader, "reader", None)
        if reader is None:
            return None
    return reader.block
