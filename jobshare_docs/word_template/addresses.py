"""Tags outside of paragraphs: in the addresses of links and in the document's properties."""

import sys
from collections.abc import Callable
from urllib.parse import unquote

from jobshare_docs.word_template.joining import PlacedTag, new_node
from jobshare_docs.word_template.package import PART_LABELS, Package
from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.shapes import Shape, Use
from jobshare_docs.word_template.source import Lines
from jobshare_docs.word_template.tags import Kind, Tag, Unclosed, found_in
from jobshare_docs.word_template.vocabulary import RELATIONSHIPS, Element
from jobshare_docs.word_template.writing import Writer

Mistake = Callable[[Place, str, str], None]
# a character for private use stands for a tag while the tree is written
FIRST_STAND_IN = 0xF0000
PROPERTIES = "document properties"


def attribute_sources(package: Package, lines: Lines, mistake: Mistake) -> dict[str, str]:
    """The sources of the relationships and properties that have tags, by the part's name."""
    sources: dict[str, str] = {}
    properties = [type for type, label in PART_LABELS.items() if label == PROPERTIES]
    for name in package.entries:
        use = Use.ADDRESS if name.endswith(".rels") else Use.PROPERTY
        if use is Use.PROPERTY and package.types[name] not in properties:
            continue
        root = package.tree(name)
        texts = _Texts(name, use, lines, mistake)
        texts.read(root)
        if texts.tags:
            sources[name] = texts.written(root)
    return sources


class _Texts:
    """The texts of one such part that may hold tags."""

    def __init__(self, name: str, use: Use, lines: Lines, mistake: Mistake) -> None:
        self.name, self.use, self.lines, self.mistake = name, use, lines, mistake
        self.place = Place("link address" if use is Use.ADDRESS else PROPERTIES, order=sys.maxsize)
        self.tags: list[PlacedTag] = []

    def read(self, root: Element) -> None:
        """Put a character in the place of every tag."""
        if self.use is Use.PROPERTY:
            for element in root.iter():
                element.text = self._without_tags(element.text or "") or None
            return
        for relation in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
            target = relation.get("Target", "")
            # Word writes the braces of an address as %7B and %7D
            read = unquote(target) if "%7B" in target.upper() else target
            if "{" in read and (without := self._without_tags(read)) != read:
                relation.set("Target", without)

    def written(self, root: Element) -> str:
        """The part as source, with the code of its tags."""
        text = Writer(root).part()
        for number, placed in enumerate(self.tags):
            code = self.lines.code(placed, Shape(self.use, self.name))
            text = text.replace(chr(FIRST_STAND_IN + number), code)
        return text

    def _without_tags(self, text: str) -> str:
        for tag in reversed(list(found_in(text))):
            if isinstance(tag, Tag) and tag.kind is not Kind.BLOCK:
                stand_in = chr(FIRST_STAND_IN + len(self.tags))
                self.tags.append(PlacedTag(tag, new_node(), self.place))
                text = text[: tag.start] + stand_in + text[tag.end :]
            elif isinstance(tag, Tag | Unclosed):
                self._refuse(tag)
        return text

    def _refuse(self, tag: Tag | Unclosed) -> None:
        if isinstance(tag, Unclosed):
            self.mistake(self.place, tag.text, f"'{tag.text}' is never closed")
        else:
            self.mistake(
                self.place, tag.text, f"'{tag.text}' cannot stand here; choose inside the tag: "
                "{{ a if x else b }}"
            )  # fmt: skip
