"""The parts of a .docx, found by their relationships; nothing is fetched and nothing expanded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from jobshare_docs.archive import ArchiveError, Entry, entries, inflated
from jobshare_docs.part_xml import PartXmlError, root_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# Word's "Strict Open XML Document" says the same with other namespaces (ISO/IEC 29500-1).
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}
_FOREIGN = {
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
}


class DocxError(ValueError):
    """The file is damaged or no Word document; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points at: another part's name or, where `external`, an address."""

    kind: str
    target: str
    external: bool


class Package:
    """An opened .docx: its parts by name, read when they are asked for.

    Part names are compared without regard to case, as the packaging convention says
    (ISO/IEC 29500-2, 6.2.2.3).
    """

    def __init__(self, document: bytes) -> None:
        self._entries = {entry.name.lower(): entry for entry in _opened(document)}
        self.main = self._main_part()

    def part(self, name: str) -> etree._Element:
        """The root element of a part; a missing or damaged one is a `DocxError`."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise DocxError(f"the part '{name}' is missing: the document is damaged")
        return parsed(name, _content(entry))

    def related(self, name: str, kind: str) -> str | None:
        """The name of the first part of this kind that a part points at, where it is there."""
        for relationship in self.relationships(name).values():
            if relationship.kind == kind and relationship.target.lower() in self._entries:
                return relationship.target
        return None

    def relationships(self, name: str) -> dict[str, Relationship]:
        """A part's relationships by id; `name` is empty for those of the whole package."""
        folder, _, base = name.rpartition("/")
        rels = join(folder, "_rels", f"{base}.rels")
        if rels.lower() not in self._entries:
            return {}
        return {
            element.get("Id", ""): _relationship(element, dirname(name))
            for element in self.part(rels).iter(_RELATIONSHIP)
        }

    def _main_part(self) -> str:
        main = self.related("", "officeDocument")
        if main is None:
            raise DocxError("this is an archive, but no Word document is in it")
        for start, what in _FOREIGN.items():
            if main.startswith(start):
                raise DocxError(f"this is {what}, no Word document: save it as .docx")
        return main


def parsed(name: str, content: bytes) -> etree._Element:
    """The root element of a part; a damaged one, or one with a document type, is a `DocxError`."""
    try:
        return root_of(content)
    except PartXmlError as error:
        raise DocxError(f"the part '{name}' {error}") from error


def children(element: Iterable[etree._Element]) -> Iterator[tuple[str, etree._Element]]:
    """The child elements with their tags; comments and processing instructions say nothing."""
    for child in element:
        if isinstance(child.tag, str):
            yield child.tag, child


def _opened(document: bytes) -> list[Entry]:
    try:
        found = entries(document)
    except ArchiveError as error:
        raise DocxError(str(error)) from error
    if any(entry.name == "content.xml" for entry in found):
        raise DocxError(f"this is {_FOREIGN['content.xml']}, no Word document: save it as .docx")
    return found


def _content(entry: Entry) -> bytes:
    try:
        content = inflated(entry)
    except ArchiveError as error:
        raise DocxError(str(error)) from error
    for strict, transitional in _STRICT.items():
        content = content.replace(strict, transitional)
    return content


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    if not external:
        target = normpath(join("/", folder, unquote(target))).lstrip("/")
    return Relationship(element.get("Type", "").rpartition("/")[2], target, external)
