"""Which choices and loops an element stands in, once every tag has its level."""

from collections.abc import Iterable, Iterator, Mapping

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.vocabulary import Element

# the blocks around an element, outermost first, each with the branch it is in
Segment = tuple[tuple[Block, int], ...]


def segments(
    root: Element, blocks: Iterable[Block], names: Iterable[str]
) -> Iterator[tuple[Element, Segment]]:
    """Every element of these names, in order, with its segment."""
    turning = {placed.node: block for block in blocks for placed in block.tags}
    wanted = frozenset(names)
    current: list[tuple[Block, int]] = []
    for element in root.iter():
        if element in turning:
            _turn(element, turning, current)
        elif element.tag in wanted:
            yield element, tuple(current)


def _turn(
    node: Element, turning: Mapping[Element, Block], current: list[tuple[Block, int]]
) -> None:
    block = turning[node]
    if len(block.tags) == 1 or block.word == "raw":
        return
    if node is block.opening.node:
        current.append((block, 0))
        return
    _, branch = current.pop()
    if node is not block.closing.node:
        current.append((block, branch + 1))


def loops(segment: Segment) -> list[Block]:
    """The loops of a segment, outermost first."""
    return [block for block, _ in segment if block.word == "for"]


def parting(one: Segment, other: Segment) -> Block:
    """The first block that is around one of two segments and not the other."""
    depth = next(
        (
            depth
            for depth, (a, b) in enumerate(zip(one, other, strict=False))
            if a[0] is not b[0] or a[1] != b[1]
        ),
        min(len(one), len(other)),
    )
    return (one if len(one) > depth else other)[depth][0]
