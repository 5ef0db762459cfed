"""Numbered lists in loops: which start again in each round, and which count on.

A list starts again in each round of the innermost loop whose body holds something besides that
list; a loop around the list item alone counts on.
"""

from collections.abc import Iterator

from lxml import etree

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.numbering import Numbering
from jobshare_docs.word_template.segments import Segment, loops, segments
from jobshare_docs.word_template.vocabulary import PARAGRAPH, PARAGRAPH_FORM, VALUE, Element, w

BEFORE_NUMBERING = frozenset(
    w(name)
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
START_LIST_TARGET = "list"
VARIABLE = "_list_"


def restarted_items(root: Element, blocks: list[Block], numbering: Numbering) -> dict[Element, str]:
    """The paragraphs whose list starts again in some loop, with the variable of its number.

    Leaves a node at the beginning of each such loop, where the new list is made.
    """
    inside = list(_paragraphs(root, blocks, numbering))
    contents: dict[int, set[str]] = {}
    for _, list_number, _, segment in inside:
        for loop in loops(segment):
            contents.setdefault(id(loop), set()).add(list_number)
    found: dict[Element, str] = {}
    begun: set[tuple[int, str]] = set()
    for paragraph, list_number, level, segment in inside:
        around = [loop for loop in loops(segment) if contents[id(loop)] != {list_number}]
        if not list_number or not around:
            continue
        _renumber(paragraph, list_number, level)
        found[paragraph] = VARIABLE + list_number
        if (id(around[-1]), list_number) not in begun:
            begun.add((id(around[-1]), list_number))
            node = etree.ProcessingInstruction(START_LIST_TARGET, f"{list_number} {level}")
            around[-1].opening.node.addnext(node)
    return found


def _paragraphs(
    root: Element, blocks: list[Block], numbering: Numbering
) -> Iterator[tuple[Element, str, str, Segment]]:
    """Every paragraph in a loop, with its list's number and level, or nothing where it has none."""
    for paragraph, segment in segments(root, blocks, [PARAGRAPH]):
        if loops(segment):
            list_number, level = numbering.list_of(paragraph) or ("", "")
            yield paragraph, list_number, level, segment


def _renumber(paragraph: Element, list_number: str, level: str) -> None:
    """Give a paragraph a number of its own list, where it has that from its style."""
    form = paragraph.find(PARAGRAPH_FORM)
    if form is None or form.find(w("numPr")) is not None:
        return
    numbering = etree.Element(w("numPr"))
    etree.SubElement(numbering, w("ilvl")).set(VALUE, level)
    etree.SubElement(numbering, w("numId")).set(VALUE, list_number)
    form.insert(sum(child.tag in BEFORE_NUMBERING for child in form), numbering)
