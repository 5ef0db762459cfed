"""What goes from a part before its tags are read: marks of Word's own, and tracked changes."""

from lxml import etree

from jobshare_docs.word_template.vocabulary import (
    FIELD_CODE,
    PARAGRAPH,
    PARAGRAPH_FORM,
    ROW,
    RUN_FORM,
    TABLE,
    TEXT,
    WORD,
    Element,
    w,
)

# proofing and revision marks waste space, and paragraph ids would double in loops
MARKS = tuple(w(name) for name in ("proofErr", "lastRenderedPageBreak", "noProof", "rsid"))
REVISION_ATTRIBUTE = w("rsid")
PARAGRAPH_IDS = ("paraId", "textId")
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"

INSERTED = tuple(w(name) for name in ("ins", "moveTo"))
DELETED = tuple(w(name) for name in ("del", "moveFrom"))
CHANGE_RECORDS_NAMES = (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
)  # fmt: skip
CHANGE_RECORDS = tuple(w(name) for name in CHANGE_RECORDS_NAMES)
KEEPS_SPACE = frozenset((TEXT, FIELD_CODE, w("delText"), w("delInstrText")))


def tidy(root: Element) -> None:
    """Take out proofing marks, revision ids, paragraph ids, and white space between elements."""
    for element in list(root.iter(*MARKS)):
        _remove(element)
    for element in root.iter(etree.Element):
        _tidy_attributes(element)
        if _holds_only_space(element):
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None


def accept_changes(root: Element) -> bool:
    """Accept every tracked change; tells whether there was any."""
    changed = any(True for _ in root.iter(*INSERTED, *DELETED, *CHANGE_RECORDS))
    if not changed:
        return False
    _drop_deleted_rows(root)
    _join_deleted_paragraph_ends(root)
    for element in list(root.iter(*DELETED, *CHANGE_RECORDS)):
        _remove(element)
    for element in list(root.iter(*INSERTED)):
        _unwrap(element)
    return True


def _holds_only_space(element: Element) -> bool:
    """Whether an element's text is white space between elements, not white space meant as text."""
    if (element.text or "").strip() or element.tag in KEEPS_SPACE:
        return False
    return len(element) > 0 or str(element.tag).startswith(f"{{{WORD}}}")


def _tidy_attributes(element: Element) -> None:
    for name in element.attrib:
        if str(name).startswith(REVISION_ATTRIBUTE):
            del element.attrib[name]
    for name in PARAGRAPH_IDS:
        element.attrib.pop(f"{{{WORD_2010}}}{name}", "")


def _drop_deleted_rows(root: Element) -> None:
    for mark in list(root.iter(w("del"))):
        form = mark.getparent()
        row = form.getparent() if form is not None and form.tag == w("trPr") else None
        if row is not None:
            table = row.getparent()
            _remove(row)
            if table is not None and table.tag == TABLE and table.find(ROW) is None:
                _remove(table)


def _join_deleted_paragraph_ends(root: Element) -> None:
    """A paragraph whose end was deleted runs on into the next one, and takes its form."""
    for paragraph in list(root.iter(PARAGRAPH)):
        form = f"{PARAGRAPH_FORM}/{RUN_FORM}/"
        if paragraph.find(form + w("del")) is None and paragraph.find(form + w("moveFrom")) is None:
            continue
        following = paragraph.getnext()
        if following is None or following.tag != PARAGRAPH:
            continue
        at = 1 if following.find(PARAGRAPH_FORM) is not None else 0
        for child in reversed([child for child in paragraph if child.tag != PARAGRAPH_FORM]):
            following.insert(at, child)
        _remove(paragraph)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(element):
        parent.insert(at + 1, child)
    parent.remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
