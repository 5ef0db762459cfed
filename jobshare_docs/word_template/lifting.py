"""Lifting: every pair of block tags is brought to a level at which its tags are siblings.

Then every choice and every number of rounds gives well-formed XML. A pair that opens in one
paragraph and closes in another, beside other text, stays where it is if both stand at the same
depth in the same kinds of elements: what one round leaves open, the next one closes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.joining import PlacedTag, tag_nodes
from jobshare_docs.word_template.splitting import paragraph_of, put_after, put_before, raised
from jobshare_docs.word_template.vocabulary import (
    BLOCK_HOLDERS,
    CELL,
    FORMS,
    PARAGRAPH,
    ROW,
    TABLE,
    Element,
    kind,
)


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A tag that cannot do what it says where it stands."""

    placed: PlacedTag
    message: str


def lift(root: Element, blocks: Iterable[Block]) -> list[Misplaced]:
    """Bring the tags of every block to one level; the tags for which there is none."""
    wrong: list[Misplaced] = []
    for block in blocks:
        if any(placed.node.getparent() is None for placed in block.tags):
            continue
        if block.word != "raw" and not _lifted(block):
            wrong.append(_crossing(block))
    return wrong or list(_out_of_order(root, blocks))


def _lifted(block: Block) -> bool:
    level = _common_ancestor(block)
    if all(placed.node.getparent() is level for placed in block.tags):
        return True
    if level.tag in (ROW, TABLE) and repeats_rows(block):
        return _around_rows(block, level)
    if level.tag == ROW:
        return _around_cells(block, level)
    if _is_inline(level):
        return all(raised(placed.node, level) for placed in block.tags)
    return _halves_join(block, level)


def _common_ancestor(block: Block) -> Element:
    lines = [list(placed.node.iterancestors())[::-1] for placed in block.tags]
    common = [step[0] for step in zip(*lines, strict=False) if all(e is step[0] for e in step)]
    deepest: Element = common[-1]
    return deepest


def _child_holding(level: Element, node: Element) -> Element:
    return next(e for e in (node, *node.iterancestors()) if e.getparent() is level)


def _content(element: Element) -> list[Element]:
    return [child for child in element if child.tag not in FORMS and isinstance(child.tag, str)]


def repeats_rows(block: Block) -> bool:
    """Whether a block runs from the first cell of a row to the last cell of that row or another."""
    if len(block.tags) != 2 or any(placed.node.getparent() is None for placed in block.tags):
        return False
    level = _common_ancestor(block)
    cells = [next(placed.node.iterancestors(CELL), None) for placed in block.tags]
    first, last = (_place_in_row(cell, level) for cell in cells)
    return first is not None and last is not None and first[0] == 0 and last[1] == -1


def _place_in_row(cell: Element | None, level: Element) -> tuple[int, int] | None:
    """A cell's place in its row from either end; None where the row is not at this level."""
    row = None if cell is None else cell.getparent()
    if cell is None or row is None or (row is not level and row.getparent() is not level):
        return None
    cells = _content(row)
    return cells.index(cell), cells.index(cell) - len(cells)


def _around_rows(block: Block, level: Element) -> bool:
    rows = [
        level if level.tag == ROW else _child_holding(level, placed.node) for placed in block.tags
    ]
    put_before(block.opening.node, rows[0])
    put_after(block.closing.node, rows[-1])
    return True


def _around_cells(block: Block, row: Element) -> bool:
    for placed in block.tags[:-1]:
        put_before(placed.node, _child_holding(row, placed.node))
    put_after(block.closing.node, _child_holding(row, block.closing.node))
    return True


def _is_inline(level: Element) -> bool:
    """Whether an element is a paragraph or within one, not a text box that hangs on it."""
    around = (e for e in (level, *level.iterancestors()) if e.tag in (PARAGRAPH, *BLOCK_HOLDERS))
    nearest = next(around, None)
    return nearest is not None and nearest.tag == PARAGRAPH


def _halves_join(block: Block, level: Element) -> bool:
    """Whether the tags stand at the same depth in the same kinds of elements, in paragraphs."""
    lines: set[tuple[str, ...]] = set()
    for placed in block.tags:
        if next(placed.node.iterancestors(PARAGRAPH), None) is None:
            return False
        if not raised(placed.node, paragraph_of(placed.node)):
            return False
        line = [kind(e) for e in placed.node.iterancestors()]
        lines.add(tuple(line[: len(line) - 1 - sum(1 for _ in level.iterancestors())]))
    return len(lines) == 1


def _out_of_order(root: Element, blocks: Iterable[Block]) -> Iterator[Misplaced]:
    """Blocks that cross each other once every tag has its level."""
    owner = {placed.node: block for block in blocks for placed in block.tags}
    open_blocks: list[Block] = []
    for node in tag_nodes(root):
        block = owner.get(node)
        if block is None or len(block.tags) == 1:
            continue
        if node is block.opening.node:
            open_blocks.append(block)
        elif not open_blocks or open_blocks[-1] is not block:
            yield _crossing(block)
            return
        elif node is block.closing.node:
            open_blocks.pop()


def _crossing(block: Block) -> Misplaced:
    others = " and ".join(f"'{placed.tag.text}'" for placed in block.tags[1:])
    return Misplaced(
        block.opening,
        f"'{block.opening.tag.text}' and {others} stand in different kinds of places (a paragraph, "
        "a table cell, a text box, a content control); put them in paragraphs of one cell, or in "
        "cells of one row",
    )
