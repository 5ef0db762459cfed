"""Reads one story of a document: its paragraphs and tables, every tracked change accepted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from jobshare_docs.docx_text.blocks import Block, Cell, Paragraph, Place, Table
from jobshare_docs.docx_text.numbering import Numbering
from jobshare_docs.docx_text.package import W, children
from jobshare_docs.docx_text.styles import Styles, below, heading_level, value, whole
from jobshare_docs.docx_text.words import Surroundings, Words

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Elements that stand around others and print nothing themselves.
_WRAPPERS = {
    *(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")),
    *(_MC + name for name in ("Choice", "Fallback")),
}
_WORDS_OWN_BOOKMARKS = ("_GoBack", "_Toc", "_Ref", "_Hlk", "_heading")
_MAXIMUM_SPAN = 63  # the most columns that a table of Word's has


class Reader:
    """Reads one story: counts its lists, and carries what a deleted paragraph mark leaves over."""

    def __init__(self, styles: Styles, numbering: Numbering, surroundings: Surroundings) -> None:
        self._styles = styles
        self._numbering = numbering
        self._surroundings = surroundings
        self._words = Words(surroundings)

    def blocks(self, parent: Iterable[etree._Element], place: Place) -> Iterator[Block]:
        """The paragraphs and tables inside an element of the text."""
        for tag, child in children(parent):
            if tag == W + "p":
                yield from self._paragraph(child, place)
            elif tag == W + "tbl":
                yield from self._left_over(place)
                yield from self._table(child, replace(place, in_table=True))
            elif tag == W + "bookmarkStart":
                self._words.bookmarks.append(child.get(W + "name", ""))
            elif tag in _WRAPPERS:
                yield from self.blocks(child, place)
            elif tag == _MC + "AlternateContent":
                yield from self.blocks(list(child)[:1], place)
        yield from self._left_over(place)

    def _paragraph(self, element: etree._Element, place: Place) -> Iterator[Block]:
        self._words.read(element)
        if not _mark_is_deleted(element):  # else its words run on into the next paragraph
            yield from self._finished(below(element, "pPr"), place)

    def _left_over(self, place: Place) -> Iterator[Block]:
        """Words whose paragraph mark was deleted although no paragraph follows to take them."""
        if self._words.text:
            yield from self._finished(None, place)

    def _finished(self, properties: etree._Element | None, place: Place) -> Iterator[Block]:
        words, self._words = self._words, Words(self._surroundings)
        yield self._described(properties, words, place)
        for text_box in words.text_boxes:
            yield from self.blocks(text_box, replace(place, in_text_box=True))

    def _described(
        self, properties: etree._Element | None, words: Words, place: Place
    ) -> Paragraph:
        style_id = value(properties, "pStyle") or ""
        style = self._styles.inherited(style_id)
        outline = whole(value(properties, "outlineLvl"))
        own = below(properties, "numPr")
        number, level = value(own, "numId"), whole(value(own, "ilvl"))
        marker, depth = self._numbering.marker(
            style.number if number is None else number,
            style.list_level if level is None else level,
            style_id,
        )
        return Paragraph(
            style=style.name,
            level=style.level if outline is None else heading_level(outline),
            text=words.text.strip(" \n"),
            place=place,
            marker=marker,
            depth=depth,
            bookmark=_own_bookmark(words.bookmarks),
        )

    def _table(self, element: etree._Element, place: Place) -> Iterator[Block]:
        rows = [
            self._row(row, place)
            for row in _inside(element, "tr")
            if below(row, "trPr/del") is None
        ]
        if rows:
            yield Table(rows)

    def _row(self, row: etree._Element, place: Place) -> list[Cell]:
        cells: list[Cell] = [[] for _ in range(_span(value(row, "trPr/gridBefore"), 0))]
        for cell in _inside(row, "tc"):
            properties = below(cell, "tcPr")
            if below(properties, "cellDel") is not None:
                continue
            merged = below(properties, "vMerge")
            continues = merged is not None and merged.get(W + "val") != "restart"
            cells.append([] if continues else list(self.blocks(cell, place)))
            cells.extend([] for _ in range(_span(value(properties, "gridSpan"), 1) - 1))
        return cells


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also those inside content controls."""
    for tag, child in children(parent):
        if tag == W + name:
            yield child
        elif tag in _WRAPPERS:
            yield from _inside(child, name)


def _span(text: str | None, absent: int) -> int:
    number = whole(text)
    return absent if number is None else min(max(number, 0), _MAXIMUM_SPAN)


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    mark = below(paragraph, "pPr/rPr")
    return any(below(mark, name) is not None for name in ("del", "moveFrom"))


def _own_bookmark(names: Iterable[str]) -> str | None:
    return next((name for name in names if not name.startswith(_WORDS_OWN_BOOKMARKS)), None)
