"""The names of Word's XML that the engine speaks of, each said once."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
XML = "http://www.w3.org/XML/1998/namespace"


def w(name: str) -> str:
    """The name of a WordprocessingML element or attribute, as lxml spells it."""
    return f"{{{WORD}}}{name}"


PARAGRAPH, RUN, TEXT = w("p"), w("r"), w("t")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
PARAGRAPH_FORM, RUN_FORM = w("pPr"), w("rPr")
SECTION = w("sectPr")
VALUE, IDENTITY, NAME = w("val"), w("id"), w("name")
SPACE = f"{{{XML}}}space"
FIELD_CODE = w("instrText")
DRAWING_FORM = f"{{{DRAWING}}}docPr"

# what an element begins with: its form comes first, whatever is split or moved around it
FORMS = frozenset(
    w(name)
    for name in ("pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr")
)

# elements that hold runs and can be cut in two without any loss
INLINE_HOLDERS = frozenset(w(name) for name in ("r", "t", "hyperlink", "smartTag", "bdo", "dir"))

# elements whose content is paragraphs and tables
BLOCK_HOLDERS = frozenset(
    w(name)
    for name in ("body", "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
)


def kind(element: Element) -> str:
    """An element's name without its namespace; "tag" for a tag of a template."""
    return etree.QName(element).localname if isinstance(element.tag, str) else "tag"


def parent_of(element: Element) -> Element:
    """The parent of an element that is no root."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("a root has no parent")
    return parent


def value(element: Element | None) -> str:
    """The w:val of an element, or nothing."""
    return "" if element is None else element.get(VALUE, "")
