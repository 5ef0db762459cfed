"""A logo in the letterhead of a letter, in the line of the organization's name."""

from collections.abc import Iterator
from fractions import Fraction

from lxml import etree

from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.pictures import Picture
from jobshare_docs.letterhead.styles import styles_by_name
from jobshare_docs.word_template.house import House
from jobshare_docs.word_template.package import WORD_TYPE
from jobshare_docs.word_template.vocabulary import LINKS, RUN, Element, w

LETTERHEAD_STYLE = "letterhead"
_TALLEST, _WIDEST = 504_000, 1_980_000  # 14 and 55 mm, in English Metric Units
_SAID = "{{ organization.name }}"
_EMU_PER_PIXEL = 9_525  # at 96 to the inch, as Word takes a picture that does not say
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DRAWING = f"""
<w:r xmlns:w="{w("")[1:-1]}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}" xmlns:r="{LINKS}">
<w:tab/><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{{wide}}" cy="{{tall}}"/><wp:docPr id="{{number}}" name="Logo" descr="{{said}}"/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="{_PIC}"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{{number}}" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{{relation}}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{{wide}}" cy="{{tall}}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
"""


def add_logo(parts: Parts, logo: Picture) -> None:
    """Put a logo at the right end of each letterhead's first line, and the name in its place."""
    lines = list(letterhead_lines(parts))
    if not lines:
        return
    name = parts.add(f"word/media/logo.{logo.ending}", logo.content, logo.content_type)
    number = House(parts.package).highest_drawing_id
    for place, (header, line) in enumerate(lines, 1):
        relation = parts.relate(header, "image", name)
        _append(line, _run(logo, relation, number + place))


def letterhead_lines(parts: Parts) -> Iterator[tuple[str, Element]]:
    """The headers that hold a letterhead, by their part's name, and its first paragraph."""
    style = styles_by_name(parts).get(LETTERHEAD_STYLE)
    identity = None if style is None else style.get(w("styleId"))
    for name in parts.named(WORD_TYPE + "header+xml"):
        for paragraph in parts.tree(name).iter(w("p")):
            used = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
            if identity and used is not None and used.get(w("val")) == identity:
                yield name, paragraph
                break


def _append(paragraph: Element, run: Element) -> None:
    last = [each for each in paragraph if each.tag == RUN]
    if last:
        last[-1].addnext(run)
    else:
        paragraph.append(run)


def _run(logo: Picture, relation: str, number: int) -> Element:
    wide, tall = size_of(logo)
    written = _DRAWING.format(wide=wide, tall=tall, relation=relation, number=number, said=_SAID)
    return etree.fromstring("".join(written.split("\n")))


def size_of(logo: Picture) -> tuple[int, int]:
    """The width and height in which a logo stands, in English Metric Units: never enlarged."""
    wide, tall = logo.width * _EMU_PER_PIXEL, logo.height * _EMU_PER_PIXEL
    scale = min(Fraction(1), Fraction(_TALLEST, tall), Fraction(_WIDEST, wide))
    return max(1, round(wide * scale)), max(1, round(tall * scale))
