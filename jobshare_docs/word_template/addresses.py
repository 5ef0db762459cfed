"""Tags outside of paragraphs: in the addresses of links and in the document's properties."""

import sys
from collections.abc import Iterator
from urllib.parse import unquote

from jobshare_docs.word_template.joining import PlacedTag
from jobshare_docs.word_template.package import PART_LABELS, Package
from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.shapes import Shape, Use
from jobshare_docs.word_template.source import Lines
from jobshare_docs.word_template.stand_ins import Mistake, StandIns
from jobshare_docs.word_template.vocabulary import RELATIONSHIPS, Element
from jobshare_docs.word_template.writing import Writer

PROPERTIES = "document properties"
PROPERTY_TYPES = [type for type, label in PART_LABELS.items() if label == PROPERTIES]
LABELS = {Use.ADDRESS: "link address", Use.PROPERTY: PROPERTIES}


class Addresses:
    """The relationships and properties of a template that have tags, read but not yet written."""

    def __init__(self, package: Package, mistake: Mistake) -> None:
        self._read = [each for each in _read(package, mistake) if each[3].tags]

    @property
    def tags(self) -> list[PlacedTag]:
        """All tags in them."""
        return [placed for *_, stand_ins in self._read for placed in stand_ins.tags]

    def sources(self, lines: Lines) -> dict[str, str]:
        """Their sources, with the code of their tags, by the part's name."""
        return {
            name: _source(Writer(root).part(), Shape(use, name), stand_ins, lines)
            for name, use, root, stand_ins in self._read
        }


def _read(package: Package, mistake: Mistake) -> Iterator[tuple[str, Use, Element, StandIns]]:
    """The parts that may hold such tags, each with a character in the place of every tag."""
    for name in package.entries:
        use = Use.ADDRESS if name.endswith(".rels") else Use.PROPERTY
        if use is Use.PROPERTY and package.types[name] not in PROPERTY_TYPES:
            continue
        root, stand_ins = package.tree(name), StandIns(mistake)
        place = Place(LABELS[use], order=sys.maxsize)
        _take_tags_out(root, use, stand_ins, place)
        yield name, use, root, stand_ins


def _take_tags_out(root: Element, use: Use, stand_ins: StandIns, place: Place) -> None:
    if use is Use.PROPERTY:
        for element in root.iter():
            element.text = stand_ins.without_tags(element.text or "", place) or None
        return
    for relation in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = relation.get("Target", "")
        # Word writes the braces of an address as %7B and %7D
        read = unquote(target) if "%7B" in target.upper() else target
        if "{" in read and (without := stand_ins.without_tags(read, place)) != read:
            relation.set("Target", without)


def _source(written: str, shape: Shape, stand_ins: StandIns, lines: Lines) -> str:
    return stand_ins.with_code(written, lambda placed: lines.code(placed, shape))
