"""Frozen values with named fields, and how each is read from a located tree."""

from jobshare_docs.blocks.block import Block, Field, fields_of
from jobshare_docs.blocks.readers import Also, First, Leaf, ShortFor, Then, Whole, reader_of
from jobshare_docs.blocks.telling import TextNeededError
from jobshare_docs.blocks.validation import validate

__all__ = [
    "Also",
    "Block",
    "Field",
    "First",
    "Leaf",
    "ShortFor",
    "TextNeededError",
    "Then",
    "Whole",
    "fields_of",
    "reader_of",
    "validate",
]
