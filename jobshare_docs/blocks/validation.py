"""A block of the tree into its value; what is wrong is told and left out, the rest is kept."""

from typing import TypeVar

from jobshare_docs.blocks.block import Block
from jobshare_docs.blocks.readers import BlockOf
from jobshare_docs.blocks.telling import WRONG, At
from jobshare_docs.problems import Problem
from jobshare_docs.remembering import by_identity
from jobshare_docs.yaml_file.naming import steps
from jobshare_docs.yaml_file.tree import Mapping

_Block = TypeVar("_Block", bound=Block)


@by_identity(256)
def validate(block: type[_Block], node: Mapping, field: str) -> tuple[_Block | None, list[Problem]]:
    """The block as its value, and what is wrong in it, each with its place and dotted name.

    `field` names the block itself. What is wrong is left out of the value, which is None only where
    a field that it must have cannot be read. A name without a value is as good as absent.
    """
    problems: list[Problem] = []
    value = BlockOf(block).read(node, At(steps(field), node.place, problems))
    return (None if value is WRONG else value), problems
