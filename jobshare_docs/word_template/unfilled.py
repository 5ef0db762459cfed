"""Tags where none are filled: in equations, charts and the like, they would be printed as they are.

A tag in a comment of Word's is a note to the editor, and nobody prints it.
"""

import sys
from collections.abc import Iterator, Mapping

from jobshare_docs import archive
from jobshare_docs.word_template.package import Package
from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.tags import Tag, found_in
from jobshare_docs.word_template.vocabulary import PARAGRAPH, TEXT, Element, w

MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
RUBY = w("ruby")
DRAWN = "application/vnd.openxmlformats-officedocument.drawingml."
PARTS = {f"{DRAWN}chart+xml": "chart", f"{DRAWN}diagramData+xml": "SmartArt picture"}
INSERTED = ("application/xhtml+xml", "text/html", "text/plain")

Unfilled = tuple[Place, str, str]


def in_paragraphs(root: Element, places: Mapping[Element, Place]) -> Iterator[Unfilled]:
    """The tags in equations, and in words with others above them."""
    texts: dict[Element, str] = {}
    for element in root.iter(MATH_TEXT, TEXT):
        paragraph = next(
            (each for each in element.iterancestors(PARAGRAPH) if each in places), None
        )
        seen = element.tag == TEXT and next(element.iterancestors(RUBY), None) is None
        if paragraph is not None and not seen:
            texts[paragraph] = texts.get(paragraph, "") + (element.text or "")
    for paragraph, text in texts.items():
        yield from _found(text, places[paragraph], "an equation or in words with others above them")


def in_parts(package: Package) -> Iterator[Unfilled]:
    """The tags in charts, in SmartArt and in files that Word inserts into the document."""
    for name, label in _labels(package):
        content = archive.inflated(package.entries[name])
        if b"{{" in content or b"{%" in content:
            text = content.decode(errors="replace")
            if label in PARTS.values():
                text = "".join(str(each) for each in package.tree(name).itertext())
            yield from _found(text, Place(label, order=sys.maxsize), f"a {label}")


def _labels(package: Package) -> Iterator[tuple[str, str]]:
    for name, type in package.types.items():
        if type in PARTS:
            yield name, PARTS[type]
        elif type.partition(";")[0] in INSERTED:
            yield name, "file inserted by Word"


def _found(text: str, place: Place, where: str) -> Iterator[Unfilled]:
    for tag in found_in(text):
        if isinstance(tag, Tag):
            yield (
                place,
                tag.text,
                f"'{tag.text}' stands in {where}, where no tag is filled; move it",
            )
