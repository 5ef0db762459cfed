"""A paragraph's text as one string, whatever runs and marks Word has cut it into."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from jobshare_docs.word_template.vocabulary import (
    FIELD_CODE,
    FORMS,
    INLINE_HOLDERS,
    PARAGRAPH,
    RUN,
    SPACE,
    TEXT,
    Element,
    kind,
    w,
)

# what stands in the text for elements that are no text: white space where they are white space
CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
OBJECT = "\ufffc"
OBJECTS = frozenset((
    "drawing", "pict", "object", "sym", "fldChar", "footnoteReference", "endnoteReference",
    "pgNum", "commentReference", "oMath", "oMathPara", "fldSimple", "AlternateContent",
    "ruby",
))  # fmt: skip
PAGE_BREAKS = ("page", "column")


@dataclass(frozen=True, slots=True)
class Piece:
    """An element that gives some of the text: a w:t with all of its own, or one character."""

    element: Element
    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the piece ends in the paragraph's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class FlatText:
    """The text of a paragraph and the pieces it is made of."""

    text: str
    pieces: tuple[Piece, ...]

    def put(self, node: Element, start: int, end: int) -> None:
        """Take text[start:end] out and put `node` in its place, in the run where it began.

        Pieces are changed from the end of the paragraph to its beginning, so that offsets hold.
        """
        touched = [piece for piece in self.pieces if piece.start < end and piece.end > start]
        for piece in reversed(touched[1:]):
            _take_out(piece, 0, end - piece.start)
        first = touched[0]
        _take_out(first, start - first.start, end - first.start, node)

    def take(self, start: int) -> None:
        """Take one character out."""
        for piece in self.pieces:
            if piece.start <= start < piece.end:
                _take_out(piece, start - piece.start, start - piece.start + 1)


def flat_text(paragraph: Element) -> FlatText:
    """The text of a paragraph without that of text boxes in it, and without field codes."""
    return _assembled(_text_elements(paragraph))


def field_code(paragraph: Element) -> FlatText:
    """The field codes of a paragraph, as one text."""
    return _assembled(element for element in _own_elements(paragraph) if element.tag == FIELD_CODE)


def shown(paragraph: Element) -> str:
    """A paragraph's text for a reader: objects left out, white space as spaces."""
    return " ".join(flat_text(paragraph).text.replace(OBJECT, " ").split())


def _text_elements(paragraph: Element) -> Iterator[Element]:
    for element in _own_elements(paragraph):
        name = kind(element)
        if element.tag == TEXT or name in OBJECTS or (name in CHARACTERS and _in_run(element)):
            yield element


def _in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == RUN


def _own_elements(element: Element) -> Iterator[Element]:
    """The elements of a paragraph in order, not those of paragraphs or forms within it."""
    for child in element:
        if child.tag == PARAGRAPH or child.tag in FORMS:
            continue
        yield child
        if kind(child) not in OBJECTS or kind(child) == "fldSimple":
            yield from _own_elements(child)


def _assembled(elements: Iterable[Element]) -> FlatText:
    pieces: list[Piece] = []
    position = 0
    for element in elements:
        piece = Piece(element, position, _characters(element))
        pieces.append(piece)
        position = piece.end
    return FlatText("".join(piece.text for piece in pieces), tuple(pieces))


def _characters(element: Element) -> str:
    if element.tag in (TEXT, FIELD_CODE):
        # text after a tag that was joined into its element is that tag's tail
        pieces = (element.text, *(child.tail for child in element))
        return "".join(piece for piece in pieces if piece).replace("\n", " ")
    if kind(element) in OBJECTS or element.get(w("type")) in PAGE_BREAKS:
        return OBJECT
    return CHARACTERS[kind(element)]


def _take_out(piece: Piece, start: int, end: int, node: Element | None = None) -> None:
    """Take piece.text[start:end] out of its element, as far as it goes, for `node`."""
    element = piece.element
    if element.tag not in (TEXT, FIELD_CODE):
        _take_out_character(piece, node)
        return
    text = element.text or ""
    element.text = text[:start]
    if node is None:
        element.text += text[end:]
        _keep_spaces(element)
        return
    node.tail = text[end:]
    element.insert(0, node)
    _keep_spaces(element)


def _take_out_character(piece: Piece, node: Element | None) -> None:
    parent = piece.element.getparent()
    if parent is None or piece.text == OBJECT:
        return
    if node is None:
        parent.remove(piece.element)
        return
    text = etree.SubElement(parent, TEXT)
    parent.replace(piece.element, text)
    text.append(node)


def _keep_spaces(element: Element) -> None:
    if element.tag == TEXT:
        element.set(SPACE, "preserve")


def remove_if_empty(element: Element, within: Element) -> None:
    """Remove an element that holds nothing any more, then what held it, up to `within`."""
    while element is not within and element.tag in INLINE_HOLDERS and _is_empty(element):
        parent = element.getparent()
        if parent is None:
            return
        parent.remove(element)
        element = parent


def _is_empty(element: Element) -> bool:
    return not element.text and all(child.tag in FORMS and not child.tail for child in element)
