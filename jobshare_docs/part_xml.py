"""The XML of a Word file's parts, read without entities, network or document type."""

from lxml import etree


class PartXmlError(ValueError):
    """A part whose XML is damaged, or has a document type; the message goes on from its name."""


def root_of(content: bytes, *, notes: bool = True) -> etree._Element:
    """The root element of a part, without comments and instructions unless `notes`.

    Raises PartXmlError: a part with a document type could define entities, which Word never does.
    """
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
