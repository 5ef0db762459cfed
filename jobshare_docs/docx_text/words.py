"""The words of one paragraph: its runs as they read with every tracked change accepted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from jobshare_docs.docx_text.package import R, Relationship, W, children
from jobshare_docs.docx_text.styles import below, is_on

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What is not on the page: properties, what a tracked change took away, and the reading aids (ruby)
# above a word.
_UNSEEN = {
    W + name
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "rt", "tblPr")
}
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
# Their results are reckoned anew whenever the pages are laid out, so they are no part of the words.
_RECKONED_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"}
RECKONED = "#"
SYMBOL = "\N{WHITE SQUARE}"


@dataclass(slots=True)
class Field:
    """A field of Word's while it is open: what it says to do, and whether its result has begun."""

    began: int
    instruction: str = ""
    in_result: bool = False

    @property
    def verb(self) -> str:
        """The field's name: `PAGE`, `HYPERLINK`."""
        words = self.instruction.split()
        return words[0].upper() if words else ""

    @property
    def hides(self) -> bool:
        """Whether words inside it are no words of the page, or none to be kept."""
        return not self.in_result or self.verb in _RECKONED_FIELDS

    @property
    def address(self) -> str:
        """Where a HYPERLINK field leads, outside the document."""
        quoted = self.instruction.split('"')
        is_outside = self.verb == "HYPERLINK" and len(quoted) > 2 and "\\l" not in quoted[0]
        return quoted[1] if is_outside else ""


@dataclass(slots=True)
class Surroundings:
    """What the words of a paragraph need to know of their document.

    `fields` are open ones: a field may begin in one paragraph and end in another. `note` gives the
    mark of a footnote or an endnote, by its kind and id.
    """

    relationships: Mapping[str, Relationship]
    note: Callable[[str, str], str]
    fields: list[Field] = field(default_factory=list)


class Words:
    """Gathers the words of a paragraph, with the text boxes and bookmarks that are met in it."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._around = surroundings
        self._pieces: list[str] = []
        self.text_boxes: list[etree._Element] = []
        self.bookmarks: list[str] = []

    @property
    def text(self) -> str:
        """All the words so far."""
        return "".join(self._pieces)

    def read(self, parent: etree._Element) -> None:
        """Read what is inside an element of a paragraph."""
        for tag, child in children(parent):
            if tag in _UNSEEN:
                continue
            if tag in _SIGNS:
                self._add(_SIGNS[tag])
            elif (reader := _READERS.get(tag)) is not None:
                reader(self, child)
            else:
                self.read(child)

    def _add(self, piece: str) -> None:
        if not any(open_field.hides for open_field in self._around.fields):
            self._pieces.append(piece)

    def _read_run(self, run: etree._Element) -> None:
        hidden = below(run, "rPr/vanish")
        if hidden is None or not is_on(hidden.get(W + "val")):
            self.read(run)
            return
        for tag, child in children(run):  # the marks of a field count although they are hidden
            if tag in (W + "fldChar", W + "instrText"):
                _READERS[tag](self, child)

    def _read_text(self, element: etree._Element) -> None:
        words = (element.text or "").translate({9: " ", 10: " ", 13: " "})
        self._add(words if element.get(_XML_SPACE) == "preserve" else words.strip(" "))

    def _read_symbol(self, element: etree._Element) -> None:
        self._add(_symbol(element.get(W + "char", "")))

    def _read_note(self, element: etree._Element) -> None:
        kind = str(element.tag).removeprefix(W).removesuffix("Reference")
        self._add(self._around.note(kind, element.get(W + "id", "")))

    def _read_bookmark(self, element: etree._Element) -> None:
        self.bookmarks.append(element.get(W + "name", ""))

    def _read_text_box(self, element: etree._Element) -> None:
        self.text_boxes.append(element)

    def _read_alternatives(self, element: etree._Element) -> None:
        """The first choice or else the fall-back: never both, for they say the same."""
        for name in ("Choice", "Fallback"):
            chosen = element.find(_MC + name)
            if chosen is not None:
                self.read(chosen)
                return

    def _read_link(self, element: etree._Element) -> None:
        began = len(self._pieces)
        self.read(element)
        target = self._around.relationships.get(element.get(R + "id", ""))
        if target is not None and target.external:
            self._add_address(target.target, began)

    def _add_address(self, address: str, began: int) -> None:
        """The address behind the words of a link, unless the words are the address."""
        said = "".join(self._pieces[began:]).strip()
        bare = address.removeprefix("mailto:")
        if said and said.rstrip("/") not in (address.rstrip("/"), bare):
            self._add(f" <{bare}>")

    def _read_simple_field(self, element: etree._Element) -> None:
        simple = Field(len(self._pieces), element.get(W + "instr", ""))
        if simple.verb in _RECKONED_FIELDS:
            self._add(RECKONED)
        else:
            self.read(element)

    def _read_field_mark(self, element: etree._Element) -> None:
        fields, mark = self._around.fields, element.get(W + "fldCharType")
        if mark == "begin":
            fields.append(Field(len(self._pieces)))
        elif fields and mark == "separate":
            fields[-1].in_result = True
        elif fields and mark == "end":
            self._close(fields.pop())

    def _close(self, closed: Field) -> None:
        if closed.verb in _RECKONED_FIELDS:
            self._add(RECKONED)
        elif closed.address:
            self._add_address(closed.address, closed.began)

    def _read_instruction(self, element: etree._Element) -> None:
        if self._around.fields and not self._around.fields[-1].in_result:
            self._around.fields[-1].instruction += element.text or ""


_READERS: Mapping[str, Callable[[Words, etree._Element], None]] = {
    W + "r": Words._read_run,
    W + "t": Words._read_text,
    _MATH_TEXT: Words._read_text,
    W + "sym": Words._read_symbol,
    W + "footnoteReference": Words._read_note,
    W + "endnoteReference": Words._read_note,
    W + "bookmarkStart": Words._read_bookmark,
    W + "txbxContent": Words._read_text_box,
    _MC + "AlternateContent": Words._read_alternatives,
    W + "hyperlink": Words._read_link,
    W + "fldSimple": Words._read_simple_field,
    W + "fldChar": Words._read_field_mark,
    W + "instrText": Words._read_instruction,
}


def _symbol(code: str) -> str:
    """The character of a symbol; a square for a place in a symbol font, which no other font has."""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
        return SYMBOL
    sign = chr(int(code, 16))
    return sign if sign.isprintable() else SYMBOL
