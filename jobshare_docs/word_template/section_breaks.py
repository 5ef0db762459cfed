"""Section breaks in a choice: where none of a choice's is printed, its last one stays.

Word keeps the form of a section in the paragraph that ends it: without that paragraph, what stands
before it takes the paper and the margins of what follows.
"""

from copy import deepcopy

from lxml import etree

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.ranges import END_ONCE_TARGET, ONCE_TARGET
from jobshare_docs.word_template.segments import segments
from jobshare_docs.word_template.vocabulary import (
    PARAGRAPH,
    PARAGRAPH_FORM,
    SECTION,
    Element,
    parent_of,
)


def keep_section_breaks(root: Element, blocks: list[Block]) -> None:
    """Let each block in which sections end print at least one section break."""
    within: dict[int, tuple[Block, list[Element]]] = {}
    for section, segment in segments(root, blocks, [SECTION]):
        if segment and parent_of(section).tag == PARAGRAPH_FORM:
            outermost = segment[0][0]
            within.setdefault(id(outermost), (outermost, []))[1].append(section)
    for number, (block, sections) in enumerate(within.values()):
        _keep_one(block, sections, f"section-{number}")


def _keep_one(block: Block, sections: list[Element], key: str) -> None:
    for section in sections:
        begin, end = _once(key)
        paragraph = next(section.iterancestors(PARAGRAPH))
        paragraph.addprevious(begin)
        paragraph.addprevious(end)
    body = parent_of(next(sections[-1].iterancestors(PARAGRAPH)))
    closing = block.closing.node
    after = next(e for e in (closing, *closing.iterancestors()) if e.getparent() is body)
    begin, end = _once(key)
    for each in (end, _paragraph_with(sections[-1]), begin):
        after.addnext(each)


def _once(key: str) -> tuple[Element, Element]:
    """The ends of what is printed only if nothing between such ends was printed before."""
    return etree.ProcessingInstruction(ONCE_TARGET, key), etree.ProcessingInstruction(
        END_ONCE_TARGET
    )


def _paragraph_with(section: Element) -> Element:
    paragraph = etree.Element(PARAGRAPH)
    etree.SubElement(paragraph, PARAGRAPH_FORM).append(deepcopy(section))
    return paragraph
