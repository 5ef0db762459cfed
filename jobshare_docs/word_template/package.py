"""Reading the package: a template's file as entries and parts, checked before anything is used."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jobshare_docs import archive
from jobshare_docs.archive import ArchiveError, Entry
from jobshare_docs.part_xml import PartXmlError, root_of
from jobshare_docs.problems import Problem, ProblemsFound, Severity
from jobshare_docs.word_template.vocabulary import CONTENT_TYPES, RELATIONSHIPS, WORD, Element

TYPES_NAME = "[Content_Types].xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT_TYPES = (WORD_TYPE + "document.main+xml",)
TEMPLATE_TYPE = WORD_TYPE + "template.main+xml"
STYLES_TYPE, NUMBERING_TYPE = WORD_TYPE + "styles+xml", WORD_TYPE + "numbering+xml"

# what a person calls the parts in which tags are read
PART_LABELS = {
    WORD_TYPE + "document.main+xml": "body",
    WORD_TYPE + "header+xml": "header",
    WORD_TYPE + "footer+xml": "footer",
    WORD_TYPE + "footnotes+xml": "footnote",
    WORD_TYPE + "endnotes+xml": "endnote",
    "application/vnd.openxmlformats-package.core-properties+xml": "document properties",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml": "document properties",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml": "document properties",
}
# relationships that make Word fetch from elsewhere when the document is opened
FETCHING = ("image", "attachedTemplate", "oleObject", "frame", "subDocument", "externalLinkPath")


class PartError(ValueError):
    """A part of the package that cannot be used, in plain words and with a next step."""


class Package(NamedTuple):
    """A .docx: its entries by name, in their order, and the content type of each."""

    where: str
    entries: dict[str, Entry]
    types: dict[str, str]

    def tree(self, name: str) -> Element:
        """The XML of a part; raises PartError."""
        try:
            return parsed(archive.inflated(self.entries[name]), name)
        except ArchiveError as error:
            raise PartError(str(error)) from error

    def named(self, *content_types: str) -> list[str]:
        """The names of the parts of these content types, in the order of the archive."""
        return [name for name in self.entries if self.types.get(name) in content_types]

    @property
    def document(self) -> str:
        """The name of the main part."""
        return self.named(*DOCUMENT_TYPES)[0]


def opened(path: str | Path) -> Package:
    """The package of a .docx file; raises ProblemsFound with one clear problem."""
    try:
        return _package(str(path), _read(Path(path)))
    except (ArchiveError, PartError) as error:
        raise ProblemsFound([Problem(str(path), str(error))]) from error


def parsed(content: bytes, name: str) -> Element:
    """The tree of an XML part; no entities, no network, no document type. Raises PartError."""
    try:
        return root_of(content, notes=False)
    except PartXmlError as error:
        raise PartError(f"'{name}' in it {error}; open it in Word and save it again") from error


def refuse_strict(root: Element) -> None:
    """Refuse a part in the "Strict" form of the format, which has names of its own."""
    if not str(root.tag).startswith(f"{{{WORD}}}"):
        raise PartError(
            "it is saved in another form of the format; save it as 'Word Document (*.docx)', "
            "not as 'Strict Open XML'"
        )


def relationships_name(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def warnings(package: Package) -> Iterator[Problem]:
    """What the package itself gives reason to warn of: relationships that fetch from elsewhere."""
    for name in package.entries:
        if not name.endswith(".rels"):
            continue
        for relation in package.tree(name).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            fetched = relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") == "External" and fetched in FETCHING:
                target = relation.get("Target", "")
                yield Problem(
                    package.where,
                    f"Word will fetch '{target}' whenever a document made from this is opened; "
                    "put it into the template itself",
                    severity=Severity.WARNING,
                )


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise ArchiveError("this is a folder; name the .docx file in it")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ArchiveError("there is no such file; check the name") from error
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise ArchiveError(f"{reason.lower()}; close it in Word or ask for access") from error


def _package(where: str, document: bytes) -> Package:
    entries = {entry.name: entry for entry in archive.entries(document)}
    if TYPES_NAME not in entries:
        raise PartError("this is an archive but not a Word document; save it in Word as a .docx")
    package = Package(where, entries, {})
    types = _types(package.tree(TYPES_NAME), entries)
    _refuse_other_kinds(set(types.values()))
    return Package(where, entries, types)


def _types(listing: Element, entries: dict[str, Entry]) -> dict[str, str]:
    by_name, by_ending = {}, {}
    for item in listing.iter(f"{{{CONTENT_TYPES}}}*"):
        if item.get("PartName"):
            by_name[item.get("PartName", "").lstrip("/").lower()] = item.get("ContentType", "")
        elif item.get("Extension"):
            by_ending[item.get("Extension", "").lower()] = item.get("ContentType", "")
    return {
        name: by_name.get(name.lower()) or by_ending.get(name.rpartition(".")[2].lower(), "")
        for name in entries
    }


def _refuse_other_kinds(types: set[str]) -> None:
    if any("macroEnabled" in type or "vbaProject" in type for type in types):
        raise PartError("it holds macros, which are never run here; save it in Word as a .docx")
    if TEMPLATE_TYPE in types:
        raise PartError("this is a Word template (.dotx); save it in Word as a .docx")
    if not types.intersection(DOCUMENT_TYPES):
        raise PartError("this is not a Word document; save it in Word as a .docx")
