"""The styles of a document by name, with what a style inherits from the one it is based on.

Word, LibreOffice and Word in other languages give a style different ids (`Heading1`, `Titre1`,
`berschrift1`); the names of the built-in styles are the same in all of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jobshare_docs.docx_text.package import Package, W

BODY_LEVEL = 9  # the outline level of text that is no heading (ISO/IEC 29500-1, 17.3.1.20)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style as it is defined, before inheritance."""

    id: str
    name: str
    based_on: str
    outline: int | None
    numbering: tuple[str | None, int | None]


class Styles:
    """All paragraph styles of a document."""

    def __init__(self, package: Package) -> None:
        part = package.related(package.main, "styles")
        elements = [] if part is None else list(package.part(part).iter(W + "style"))
        of_paragraphs = [style for style in elements if style.get(W + "type") == "paragraph"]
        self._styles = {style.id: style for style in map(_style, of_paragraphs)}
        self._default = next(
            (e.get(W + "styleId", "") for e in of_paragraphs if is_on(e.get(W + "default"), "0")),
            "",
        )

    def name(self, style_id: str | None) -> str:
        """The style's name; the id itself where the document does not define it."""
        style = self._styles.get(style_id or self._default)
        return style.name if style else style_id or "Normal"

    def level(self, style_id: str | None) -> int | None:
        """The heading level that a style gives, from 1 to 9, or None for body text.

        A document's title heads no section, also where its style has an outline level, which a
        title needs for the bookmarks of a PDF.
        """
        for style in self._chain(style_id):
            if style.name.lower() == "title":
                return None
            if named := _level_by_name(style.name):
                return named
            if style.outline is not None:
                return heading_level(style.outline)
        return None if style_id in self._styles else _level_by_name(style_id or "")

    def numbering(self, style_id: str | None) -> tuple[str | None, int | None]:
        """The numbering id and the list level that a style gives, each None where it gives none."""
        number, level = None, None
        for style in self._chain(style_id):
            number = style.numbering[0] if number is None else number
            level = style.numbering[1] if level is None else level
        return number, level

    def _chain(self, style_id: str | None) -> Iterator[Style]:
        """The style and those it is based on; a circle of them ends where it closes."""
        met: set[str] = set()
        style = self._styles.get(style_id or self._default)
        while style and style.id not in met:
            yield style
            met.add(style.id)
            style = self._styles.get(style.based_on)


def value(element: etree._Element | None, path: str) -> str | None:
    """The `w:val` of the element at a path of names below, or None where there is none."""
    for name in path.split("/"):
        element = None if element is None else element.find(W + name)
    return None if element is None else element.get(W + "val")


def whole(text: str | None) -> int | None:
    """The number, or None where a document holds none or nonsense."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def is_on(text: str | None, absent: str = "1") -> bool:
    """Whether a switch is on: its `w:val`, which counts as on where the element has none."""
    return (absent if text is None else text) not in ("0", "false", "off")


def heading_level(outline: int) -> int | None:
    """The heading level of an outline level, which counts from nought."""
    return outline + 1 if 0 <= outline < BODY_LEVEL else None


def _style(element: etree._Element) -> Style:
    properties = element.find(W + "pPr")
    style_id = element.get(W + "styleId", "")
    return Style(
        id=style_id,
        name=value(element, "name") or style_id,
        based_on=value(element, "basedOn") or "",
        outline=whole(value(properties, "outlineLvl")),
        numbering=(value(properties, "numPr/numId"), whole(value(properties, "numPr/ilvl"))),
    )


def _level_by_name(name: str) -> int | None:
    found = re.fullmatch(r"heading ?([1-9])", name, re.IGNORECASE)
    return int(found[1]) if found else None
