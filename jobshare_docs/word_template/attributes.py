"""Tags in attributes: a simple field's instruction, a watermark, what is said of a picture."""

from collections.abc import Mapping

from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.shapes import Use
from jobshare_docs.word_template.stand_ins import StandIns
from jobshare_docs.word_template.vocabulary import (
    DRAWING_FORM,
    PARAGRAPH,
    TABLE,
    VALUE,
    Element,
    w,
)

PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
VECTORS = "urn:schemas-microsoft-com:vml"
SIMPLE_FIELD = w("fldSimple")
# the attributes that a person writes, by the element that has them
WRITTEN = {
    SIMPLE_FIELD: (w("instr"),),
    DRAWING_FORM: ("descr", "title"),
    f"{{{PICTURE}}}cNvPr": ("descr", "title"),
    f"{{{VECTORS}}}shape": ("alt", "title"),
    f"{{{VECTORS}}}textpath": ("string",),
    w("hyperlink"): (w("tooltip"),),
    w("tblCaption"): (VALUE,),
    w("tblDescription"): (VALUE,),
}


def take_tags_out(
    root: Element, places: Mapping[Element, Place], stand_ins: StandIns
) -> dict[Element, Use]:
    """Put a character in the place of every tag in an attribute; the elements that had one."""
    found: dict[Element, Use] = {}
    for element in root.iter(*WRITTEN):
        place = _place(element, places)
        for name in WRITTEN[str(element.tag)] if place else ():
            written = element.get(name, "")
            without = stand_ins.without_tags(written, place) if place else written
            if without != written:
                element.set(name, without)
                is_field = element.tag == SIMPLE_FIELD
                found[element] = Use.FIELD_CODE if is_field else Use.ATTRIBUTE
    return found


def _place(element: Element, places: Mapping[Element, Place]) -> Place | None:
    """The place of the paragraph around an element; for a table's, of the first one in that."""
    around = (places[each] for each in element.iterancestors(PARAGRAPH) if each in places)
    within = (each for table in element.iterancestors(TABLE) for each in table.iter(PARAGRAPH))
    return next(around, None) or next((places[each] for each in within if each in places), None)
