"""Numbered lists in loops: which start again in each round, and which count on.

A list starts again in each round of the innermost loop whose body holds something besides that
list; a loop around the list item alone counts on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.package import WORD_TYPE, Package
from jobshare_docs.word_template.segments import Segment, loops, segments
from jobshare_docs.word_template.vocabulary import (
    PARAGRAPH,
    PARAGRAPH_FORM,
    VALUE,
    Element,
    value,
    w,
)

STYLES_TYPE, NUMBERING_TYPE = WORD_TYPE + "styles+xml", WORD_TYPE + "numbering+xml"
NOT_COUNTED = ("bullet", "none")
BEFORE_NUMBERING = frozenset(
    w(name)
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
START_LIST_TARGET = "list"
VARIABLE = "_list_"


@dataclass
class Numbering:
    """The lists of a template: each list's number with each of its levels, and those of styles.

    `counted` are the levels with numbers, `levels` those with bullets too.
    """

    counted: frozenset[tuple[str, str]] = frozenset()
    levels: frozenset[tuple[str, str]] = frozenset()
    of_style: dict[str, tuple[str, str]] = field(default_factory=dict)

    def list_of(self, paragraph: Element) -> tuple[str, str] | None:
        """The number and level of the list a paragraph is an item of, if it is numbered."""
        form = paragraph.find(PARAGRAPH_FORM)
        if form is None:
            return None
        found = _numbered(form) or self.of_style.get(value(form.find(w("pStyle"))))
        return found if found in self.counted else None


def numbering_of(package: Package) -> Numbering:
    """The numbered lists of a template."""
    names = package.named(NUMBERING_TYPE)
    if not names:
        return Numbering()
    forms = dict(_levels(package.tree(names[0])))
    counted = frozenset(level for level, form in forms.items() if form not in NOT_COUNTED)
    styles = package.named(STYLES_TYPE)
    of_style = _of_styles(package.tree(styles[0])) if styles else {}
    return Numbering(counted, frozenset(forms), of_style)


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


def _numbered(form: Element) -> tuple[str, str] | None:
    number = form.find(f"{w('numPr')}/{w('numId')}")
    if number is None:
        return None
    return value(number), value(form.find(f"{w('numPr')}/{w('ilvl')}")) or "0"


def _levels(numbering: Element) -> Iterator[tuple[tuple[str, str], str]]:
    """The number and level of every list, with the form of its numbers."""
    levels = {
        abstract.get(w("abstractNumId"), ""): list(abstract.iter(w("lvl")))
        for abstract in numbering.iter(w("abstractNum"))
    }
    for num in numbering.iter(w("num")):
        for level in levels.get(value(num.find(w("abstractNumId"))), ()):
            form = value(level.find(w("numFmt")))
            yield (num.get(w("numId"), ""), level.get(w("ilvl"), "0")), form


def _of_styles(styles: Element) -> dict[str, tuple[str, str]]:
    known = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    found: dict[str, tuple[str, str]] = {}
    for identity, style in known.items():
        numbered = next(_up(style, known), None)
        if numbered:
            found[identity] = numbered
    return found


def _up(style: Element | None, known: dict[str, Element]) -> Iterator[tuple[str, str]]:
    """The numbering of a style, then that of what it is based on; circles end."""
    for _ in range(len(known)):
        if style is None:
            return
        form = style.find(PARAGRAPH_FORM)
        if form is not None and (found := _numbered(form)):
            yield found
        style = known.get(value(style.find(w("basedOn"))))
