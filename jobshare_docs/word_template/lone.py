"""Tags that stand alone: in a paragraph they take it away, in a table row or a cell, that."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.flat_text import flat_text
from jobshare_docs.word_template.joining import PlacedTag, tag_nodes
from jobshare_docs.word_template.tags import Kind
from jobshare_docs.word_template.vocabulary import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_FORM,
    ROW,
    SECTION,
    TABLE,
    Element,
)

# which prefixes a tag may bear to take away a unit: none, or the one that says so
NOTED = {"tr": ROW, "tc": CELL}
PREFIXES = {ROW: ("", "tr"), CELL: ("tc",), PARAGRAPH: ("", "p")}

Tags = Mapping[Element, PlacedTag]


@dataclass(frozen=True, slots=True)
class Unit:
    """A row, cell or paragraph that holds nothing but tags."""

    element: Element
    tags: tuple[PlacedTag, ...]


def lift_lone_tags(root: Element, tags: Tags, blocks: Iterable[Block]) -> set[Element]:
    """Replace every row, cell and paragraph that holds tags alone by those tags, and return them.

    A unit goes only if the partners of all its tags stand alone too, in units beside it.
    """
    partners = {tag.node: block for block in blocks for tag in block.tags}
    lifted: set[Element] = set()
    for level in (ROW, CELL, PARAGRAPH):
        for unit in _that_may_go(list(_units(root, level, tags)), partners):
            _give_way(unit)
            lifted.update(placed.node for placed in unit.tags)
    return lifted


def drop_noted_units(root: Element, tags: Tags) -> None:
    """Take away every row and cell in which a note alone in its paragraph says so."""
    for node in list(tag_nodes(root)):
        level = NOTED.get(tags[node].tag.prefix) if tags[node].tag.kind is Kind.NOTE else None
        unit = next(node.iterancestors(level), None) if level else None
        parent = None if unit is None else unit.getparent()
        if unit is None or parent is None:
            continue
        if holds_tags_alone(next(node.iterancestors(PARAGRAPH)), tags):
            parent.remove(unit)


def holds_tags_alone(element: Element, tags: Tags) -> bool:
    """Whether an element has tags and no other text, picture or nested table."""
    found = [tags[node] for node in tag_nodes(element) if node in tags]
    if not found or any(placed.tag.kind is Kind.PRINT for placed in found):
        return False
    if element.tag != PARAGRAPH and next(element.iter(TABLE), None) is not None:
        return False
    return not any(flat_text(paragraph).text.strip() for paragraph in element.iter(PARAGRAPH))


def _units(root: Element, level: str, tags: Tags) -> Iterator[Unit]:
    for element in root.iter(level):
        found = tuple(tags[node] for node in tag_nodes(element) if node in tags)
        if not found or not all(placed.tag.prefix in PREFIXES[level] for placed in found):
            continue
        if holds_tags_alone(element, tags):
            yield Unit(element, found)


def _that_may_go(units: list[Unit], partners: Mapping[Element, Block]) -> list[Unit]:
    while True:
        home = {placed.node: unit.element for unit in units for placed in unit.tags}
        staying = [unit for unit in units if not _may_go(unit, home, partners)]
        if not staying:
            return units
        units = [unit for unit in units if unit not in staying]


def _may_go(unit: Unit, home: Mapping[Element, Element], partners: Mapping[Element, Block]) -> bool:
    parent = unit.element.getparent()
    blocks = [partners[placed.node] for placed in unit.tags if placed.node in partners]
    return all(
        placed.node in home and home[placed.node].getparent() is parent
        for block in blocks
        for placed in block.tags
    )


def _give_way(unit: Unit) -> None:
    for placed in unit.tags:
        placed.node.tail = None
        unit.element.addprevious(placed.node)
    parent = unit.element.getparent()
    if parent is None:
        return
    if unit.element.find(f"{PARAGRAPH_FORM}/{SECTION}") is None:
        parent.remove(unit.element)
        return
    # a paragraph that carries a section break stays, outside of what its tags open or close
    first = unit.tags[0].node
    for child in [child for child in unit.element if child.tag != PARAGRAPH_FORM]:
        unit.element.remove(child)
    if unit.tags[0].tag.word in ("if", "for", "with"):
        first.addprevious(unit.element)
