"""Lifting: every pair of block tags is brought to a level at which its tags are siblings.

Then every choice and every number of rounds gives well-formed XML. A pair that opens in one
paragraph and closes in another, beside other text, stays where it is if both stand at the same
depth in the same kinds of elements: what one round leaves open, the next one closes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.flat_text import shown
from jobshare_docs.word_template.joining import PlacedTag, tag_nodes
from jobshare_docs.word_template.lone import Tags, holds_tags_alone
from jobshare_docs.word_template.splitting import paragraph_of, put_after, put_before, raised
from jobshare_docs.word_template.tags import Kind
from jobshare_docs.word_template.vocabulary import (
    CELL,
    FORMS,
    PARAGRAPH,
    ROW,
    TABLE,
    Element,
    kind,
)

UNITS = {"p": (PARAGRAPH, "paragraph"), "tr": (ROW, "table row"), "tc": (CELL, "table cell")}


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A tag that cannot do what it says where it stands."""

    placed: PlacedTag
    message: str


def lift(root: Element, tags: Tags, blocks: Iterable[Block]) -> list[Misplaced]:
    """Bring the tags of every block to one level; the tags for which there is none."""
    wrong: list[Misplaced] = []
    for block in blocks:
        if any(placed.node.getparent() is None for placed in block.tags):
            continue
        if block.word != "raw" and not _lifted(block):
            wrong.append(_crossing(block))
    return wrong or list(_out_of_order(root, blocks))


def misplaced_prefixes(
    root: Element, tags: Tags, blocks: Iterable[Block], lifted: set[Element]
) -> Iterator[Misplaced]:
    """Tags whose prefix claims a paragraph, row or cell that also holds something else.

    `lifted` are those that stood alone and took theirs away.
    """
    repeating = {placed.node for block in blocks if _repeats_row(block) for placed in block.tags}
    for node in tag_nodes(root):
        placed = tags[node]
        if placed.tag.prefix not in UNITS or node in repeating | lifted:
            continue
        level, name = UNITS[placed.tag.prefix]
        unit = next(node.iterancestors(level), None)
        if unit is None:
            yield Misplaced(
                placed, f"'{placed.tag.text}' stands in no {name}; take '{placed.tag.prefix}' out"
            )
        elif not _claims_rightly(placed, unit, tags):
            yield Misplaced(placed, _what_shares(placed, unit, name, tags))


def _claims_rightly(placed: PlacedTag, unit: Element, tags: Tags) -> bool:
    if placed.tag.kind is not Kind.PRINT:
        return False
    alone = list(tag_nodes(unit)) == [placed.node]
    return alone and not any(shown(paragraph) for paragraph in _paragraphs(unit))


def _what_shares(placed: PlacedTag, unit: Element, name: str, tags: Tags) -> str:
    if placed.tag.kind is not Kind.PRINT and holds_tags_alone(unit, tags):
        return (
            f"'{placed.tag.text}' takes its {name} away, but the tag it belongs with "
            f"is not alone in a {name} beside it"
        )
    words = " ".join(filter(None, (_with_tags(each, tags) for each in _paragraphs(unit))))
    other = " ".join(words.replace(" ".join(placed.tag.text.split()), " ", 1).split())
    return (
        f"'{placed.tag.text}' takes its whole {name} away, which also holds '{other}'; "
        f"give the tag a {name} of its own, or take '{placed.tag.prefix}' out"
    )


def _paragraphs(unit: Element) -> Iterator[Element]:
    return unit.iter(PARAGRAPH)


def _with_tags(paragraph: Element, tags: Tags) -> str:
    place = next((tags[node].place for node in tag_nodes(paragraph) if node in tags), None)
    return place.paragraph if place else shown(paragraph)


def _lifted(block: Block) -> bool:
    level = _common_ancestor(block)
    if all(placed.node.getparent() is level for placed in block.tags):
        return True
    if level.tag == ROW:
        return _around_cells(block, level)
    if level.tag == TABLE and _spans_rows(block, level):
        return _around_rows(block, level)
    if any(ancestor.tag == PARAGRAPH for ancestor in (level, *level.iterancestors())):
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


def _repeats_row(block: Block) -> bool:
    if any(placed.node.getparent() is None for placed in block.tags):
        return False
    level = _common_ancestor(block)
    return (level.tag == ROW or level.tag == TABLE) and _first_to_last(block, level)


def _first_to_last(block: Block, level: Element) -> bool:
    """Whether a block runs from the first cell of a row to the last cell of that row or another."""
    if len(block.tags) != 2:
        return False
    cells = [next(placed.node.iterancestors(CELL), None) for placed in block.tags]
    if cells[0] is None or cells[1] is None:
        return False
    rows = [cell.getparent() for cell in cells if cell is not None]
    return all(row is not None and row.tag == ROW for row in rows) and (
        _content(rows[0])[0] is cells[0] and _content(rows[1])[-1] is cells[1]  # type: ignore[arg-type]  # rows are there
    )


def _spans_rows(block: Block, table: Element) -> bool:
    return _first_to_last(block, table)


def _around_rows(block: Block, table: Element) -> bool:
    first = _child_holding(table, block.opening.node)
    last = _child_holding(table, block.closing.node)
    put_before(block.opening.node, first)
    put_after(block.closing.node, last)
    return True


def _around_cells(block: Block, row: Element) -> bool:
    if _first_to_last(block, row):
        put_before(block.opening.node, row)
        put_after(block.closing.node, row)
        return True
    for placed in block.tags[:-1]:
        put_before(placed.node, _child_holding(row, placed.node))
    put_after(block.closing.node, _child_holding(row, block.closing.node))
    return True


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
        "a table cell, a text box); put them in paragraphs of one cell, or in cells of one row",
    )
