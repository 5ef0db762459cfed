"""The typeface of a template: its theme's, which its styles go by."""

from lxml import etree

from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.styles import NAMESPACES
from jobshare_docs.word_template.package import STYLES_TYPE, WORD_TYPE
from jobshare_docs.word_template.vocabulary import VALUE, Element, w

_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_FONTS_TYPE = WORD_TYPE + "fontTable+xml"
_FALLBACK = "Calibri"


def set_typeface(parts: Parts, name: str) -> None:
    """Let headings and text have this typeface, or Calibri where the machine lacks it."""
    theme = parts.one(_THEME_TYPE)
    for latin in () if theme is None else theme.iterfind(".//a:fontScheme/*/a:latin", NAMESPACES):
        latin.set("typeface", name)
        latin.attrib.pop("panose", "")
    styles = parts.one(STYLES_TYPE)
    defaults = "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts"
    fonts = None if styles is None else styles.find(defaults, NAMESPACES)
    if fonts is not None and (theme is None or w("ascii") in fonts.attrib):
        _name(fonts, name)
    listed = parts.one(_FONTS_TYPE)
    if listed is not None:
        _list(listed, name)


def _name(fonts: Element, name: str) -> None:
    for key in ("ascii", "hAnsi"):
        fonts.attrib.pop(w(f"{key}Theme"), "")
        fonts.set(w(key), name)


def _list(fonts: Element, name: str) -> None:
    """Name a typeface to take in its place, in the list of those that the document uses."""
    if name in (each.get(w("name")) for each in fonts):
        return
    font = etree.SubElement(fonts, w("font"))
    font.set(w("name"), name)
    etree.SubElement(font, w("altName")).set(VALUE, _FALLBACK)
