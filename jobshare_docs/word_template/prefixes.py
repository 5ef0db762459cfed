"""Prefixes: a tag that claims a paragraph, a row or a cell must have it to itself."""

from collections.abc import Iterable, Iterator

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.flat_text import shown
from jobshare_docs.word_template.joining import PlacedTag, tag_nodes
from jobshare_docs.word_template.lifting import Misplaced, repeats_rows
from jobshare_docs.word_template.lone import Tags, holds_tags_alone
from jobshare_docs.word_template.tags import Kind
from jobshare_docs.word_template.vocabulary import CELL, PARAGRAPH, ROW, Element

UNITS = {"p": (PARAGRAPH, "paragraph"), "tr": (ROW, "table row"), "tc": (CELL, "table cell")}


def misplaced_prefixes(
    root: Element, tags: Tags, blocks: Iterable[Block], lifted: set[Element]
) -> Iterator[Misplaced]:
    """Tags whose prefix claims a paragraph, row or cell that also holds something else.

    `lifted` are those that stood alone and took theirs away.
    """
    repeating = {placed.node for block in blocks if repeats_rows(block) for placed in block.tags}
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
    return alone and not any(shown(paragraph) for paragraph in unit.iter(PARAGRAPH))


def _what_shares(placed: PlacedTag, unit: Element, name: str, tags: Tags) -> str:
    if placed.tag.kind is not Kind.PRINT and holds_tags_alone(unit, tags):
        return (
            f"'{placed.tag.text}' takes its {name} away, but the tag it belongs with "
            f"is not alone in a {name} beside it"
        )
    words = " ".join(filter(None, (_with_tags(each, tags) for each in unit.iter(PARAGRAPH))))
    other = " ".join(words.replace(" ".join(placed.tag.text.split()), " ", 1).split())
    return (
        f"'{placed.tag.text}' takes its whole {name} away, which also holds '{other}'; "
        f"give the tag a {name} of its own, or take '{placed.tag.prefix}' out"
    )


def _with_tags(paragraph: Element, tags: Tags) -> str:
    place = next((tags[node].place for node in tag_nodes(paragraph) if node in tags), None)
    return place.paragraph if place else shown(paragraph)
