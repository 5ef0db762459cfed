"""The XML of a Word file's parts, read without entities, network or document type."""

from typing import TYPE_CHECKING

from jobshare_docs.archive import ArchiveError, Entry, deflated, inflated

if TYPE_CHECKING:
    from lxml import etree


class PartXmlError(ValueError):
    """A part whose XML is damaged, or has a document type; the message goes on from its name."""


def root_of(content: bytes, *, notes: bool = True) -> "etree._Element":
    """The root element of a part, without comments and instructions unless `notes`.

    Raises PartXmlError: a part with a document type could define entities, which Word never does.
    """
    from lxml import etree  # most commands read no part

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=not notes,
        remove_pis=not notes,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PartXmlError(f"is damaged: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise PartXmlError("has a document type, which no Word document has")
    return root


def root_in(part: Entry) -> "etree._Element":
    """The root element of an entry of a Word file; raises ArchiveError."""
    try:
        return root_of(inflated(part))
    except PartXmlError as error:
        raise ArchiveError(f"the part '{part.name}' {error}") from error


def entry_of(name: str, root: "etree._Element") -> Entry:
    """The entry of a Word file that holds that element."""
    from lxml import etree

    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return deflated(name, content)
