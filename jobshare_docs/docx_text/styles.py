"""The styles of a document by name, with what a style inherits from the one it is based on.

Word, LibreOffice and Word in other languages give a style different ids (`Heading1`, `Titre1`,
`berschrift1`); the names of the built-in styles are the same in all of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from jobshare_docs.docx_text.package import Package, W

_VALUE = W + "val"
BODY_LEVEL = 9  # the outline level of text that is no heading (ISO/IEC 29500-1, 17.3.1.20)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style as it is defined, before inheritance."""

    id: str
    name: str
    based_on: str
    outline: int | None
    number: str | None
    list_level: int | None


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a paragraph has from its style: the style's name, a heading level from 1 to 9 (None for
    body text), the id of a list and the level in it (each None where the style gives none)."""

    name: str
    level: int | None
    number: str | None
    list_level: int | None


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
        self._inherited: dict[str, Inherited] = {}

    def inherited(self, style_id: str) -> Inherited:
        """What paragraphs of a style have from it; '' is the style of those that name none."""
        if style_id not in self._inherited:
            chain = list(self._chain(style_id))
            self._inherited[style_id] = Inherited(
                # a style that the document does not define has only its id for a name
                chain[0].name if chain else style_id or "Normal",
                _level(chain) if chain else _level_by_name(style_id),
                next((style.number for style in chain if style.number is not None), None),
                next((style.list_level for style in chain if style.list_level is not None), None),
            )
        return self._inherited[style_id]

    def _chain(self, style_id: str) -> Iterator[Style]:
        """The style and those it is based on; a circle of them ends where it closes."""
        met: set[str] = set()
        style = self._styles.get(style_id or self._default)
        while style and style.id not in met:
            yield style
            met.add(style.id)
            style = self._styles.get(style.based_on)


def value(element: etree._Element | None, path: str) -> str | None:
    """The `w:val` of the element at a path of names below, or None where there is none."""
    found = below(element, path)
    return None if found is None else found.get(_VALUE)


def below(element: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at a path of names below: `pPr/numPr`."""
    for tag in _tags(path):
        if element is None:
            return None
        element = next(element.iterchildren(tag), None)
    return element


@cache
def _tags(path: str) -> tuple[str, ...]:
    return tuple(W + name for name in path.split("/"))


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
        number=value(properties, "numPr/numId"),
        list_level=whole(value(properties, "numPr/ilvl")),
    )


def _level(chain: Iterable[Style]) -> int | None:
    """The heading level of a style and those it is based on.

    A document's title heads no section, also where its style has an outline level, which a title
    needs for the bookmarks of a PDF.
    """
    for style in chain:
        if style.name.lower() == "title":
            return None
        if named := _level_by_name(style.name):
            return named
        if style.outline is not None:
            return heading_level(style.outline)
    return None


def _level_by_name(name: str) -> int | None:
    found = re.fullmatch(r"heading ?([1-9])", name, re.IGNORECASE)
    return int(found[1]) if found else None
