"""The answers that a document carries: a custom XML part of Word, known by its namespace.

Other programs may give the part another name when they save the document; its text they keep.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import count

from jobshare_docs.archive import ArchiveError, Entry, deflated, entries
from jobshare_docs.part_xml import entry_of, root_in

NAMESPACE = "urn:jobshare-docs:answers"
_FOLDER = "customXml/"
_TYPES, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM_ID = "{7B1F3C52-0E4D-4B7B-9A55-6A0C2E5D9F10}"  # any, as long as no other part has it
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ESCAPED = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def with_answers(parts: Sequence[Entry], text: str | None) -> list[Entry]:
    """The parts of a document with this text as its answers; None: with no answers at all.

    Answers that the template was made with are not kept. Raises `ArchiveError` for what is no
    Word document.
    """
    present = next((part for part in parts if _is_answers(part)), None)
    if present is not None:
        new = _part(present.name, text or "")
        return [new if part is present else part for part in parts]
    return list(parts) if text is None else _added(parts, text)


def answers_in(document: bytes) -> str | None:
    """The text of the answers that a document carries, None where it carries none.

    Raises `ArchiveError` for what is no .docx.
    """
    for part in entries(document):
        if _is_answers(part):
            return "".join(map(str, root_in(part).itertext())).strip() or None
    return None


def _is_answers(part: Entry) -> bool:
    return part.name.startswith(_FOLDER) and part.name.endswith(".xml") and _has_namespace(part)


# A template's own parts are the same for every document made from it.
@lru_cache(maxsize=16)
def _has_namespace(part: Entry) -> bool:
    try:
        return root_in(part).tag == f"{{{NAMESPACE}}}answers"
    except ArchiveError:
        return False


def _added(parts: Sequence[Entry], text: str) -> list[Entry]:
    names = frozenset(part.name for part in parts)
    number = next(n for n in count(1) if f"{_FOLDER}item{n}.xml" not in names)
    links = _links_of_main_part(parts)
    known = [
        _with_content_types(part, number)
        if part.name == _TYPES
        else _with_relationship(part, number)
        if part.name == links
        else part
        for part in parts
    ]
    if links not in names:
        known.append(_with_relationship(_no_relationships(links), number))
    return [*known, _part(f"{_FOLDER}item{number}.xml", text), *_beside(number)]


def _part(name: str, text: str) -> Entry:
    content = f'<answers xmlns="{NAMESPACE}" xml:space="preserve">{text.translate(_ESCAPED)}'
    return deflated(name, f"{_DECLARATION}{content}</answers>".encode())


@lru_cache(maxsize=16)
def _beside(number: int) -> tuple[Entry, Entry]:
    """What every custom part has beside it: its properties, and the link to them."""
    properties = (
        f'<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    link = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps{number}.xml"/>'
        "</Relationships>"
    )
    return (
        deflated(f"{_FOLDER}itemProps{number}.xml", f"{_DECLARATION}{properties}".encode()),
        deflated(f"{_FOLDER}_rels/item{number}.xml.rels", f"{_DECLARATION}{link}".encode()),
    )


def _links_of_main_part(parts: Iterable[Entry]) -> str:
    """The name of the part that holds the relationships of the document's body."""
    listed = next((part for part in parts if part.name == _RELATIONSHIPS), None)
    if listed is None:
        raise ArchiveError(f"this is no Word document: '{_RELATIONSHIPS}' is missing in it")
    return _links_name(listed)


@lru_cache(maxsize=16)
def _links_name(relationships: Entry) -> str:
    for link in root_in(relationships):
        if link.get("Type", "").endswith("/relationships/officeDocument"):
            folder, _, name = link.get("Target", "").lstrip("/").rpartition("/")
            return f"{folder}/_rels/{name}.rels".lstrip("/")
    raise ArchiveError("this is no Word document: nothing says which part is its body")


def _no_relationships(name: str) -> Entry:
    return deflated(name, f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())


@lru_cache(maxsize=16)
def _with_content_types(types: Entry, number: int) -> Entry:
    root = root_in(types)
    for name, kind in (
        (f"item{number}", "application/xml"),
        (f"itemProps{number}", _PROPERTIES_TYPE),
    ):
        override = root.makeelement(f"{{{_PACKAGE}/content-types}}Override")
        override.set("PartName", f"/{_FOLDER}{name}.xml")
        override.set("ContentType", kind)
        root.append(override)
    return entry_of(types.name, root)


@lru_cache(maxsize=16)
def _with_relationship(relationships: Entry, number: int) -> Entry:
    root = root_in(relationships)
    link = root.makeelement(f"{{{_PACKAGE}/relationships}}Relationship")
    link.set("Id", "rIdAnswers")
    link.set("Type", f"{_OFFICE}/relationships/customXml")
    link.set("Target", f"../{_FOLDER}item{number}.xml")
    root.append(link)
    return entry_of(relationships.name, root)
