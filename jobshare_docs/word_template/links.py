"""Relationships: the addresses that links in prose add to a part."""

from collections.abc import Mapping

from lxml import etree

from jobshare_docs import archive
from jobshare_docs.archive import Entry
from jobshare_docs.word_template.package import parsed
from jobshare_docs.word_template.vocabulary import LINKS, RELATIONSHIPS


def relationships_with(base: bytes | Entry | None, links: Mapping[str, str]) -> bytes:
    """A part's relationships with links added; `links` gives the id of each address."""
    if isinstance(base, Entry):
        root = parsed(archive.inflated(base), base.name)
    elif base:
        root = parsed(base, "relationships")
    else:
        root = parsed(f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode(), "relationships")
    for address, identity in links.items():
        relation = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship")
        relation.set("Id", identity)
        relation.set("Type", f"{LINKS}/hyperlink")
        relation.set("Target", address)
        relation.set("TargetMode", "External")
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
