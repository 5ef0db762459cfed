"""A package whose parts are being changed."""

from lxml import etree

from jobshare_docs import archive
from jobshare_docs.word_template.package import (
    TYPES_NAME,
    Package,
    relationships_name,
)
from jobshare_docs.word_template.vocabulary import CONTENT_TYPES, LINKS, RELATIONSHIPS, Element

_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

_NO_RELATIONSHIPS = f'<Relationships xmlns="{RELATIONSHIPS}"/>'


class Parts:
    """The parts of a package, each read when it is asked for, and written once at the end."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._trees: dict[str, Element] = {}
        self._new: dict[str, tuple[bytes, str]] = {}

    def tree(self, name: str) -> Element:
        """The root of a part, to be changed in place."""
        if name not in self._trees:
            self._trees[name] = self.package.tree(name)
        return self._trees[name]

    def named(self, *content_types: str) -> list[str]:
        """The names of the parts of these content types."""
        return self.package.named(*content_types)

    def one(self, content_type: str) -> Element | None:
        """The root of the first part of a content type, None where there is none."""
        names = self.named(content_type)
        return self.tree(names[0]) if names else None

    def add(self, name: str, content: bytes, content_type: str) -> str:
        """Add a part; the name it got, which no other part has."""
        stem, _, ending = name.rpartition(".")
        number = 1
        while (free := f"{stem}{number}.{ending}") in self.package.entries or free in self._new:
            number += 1
        self._new[free] = (content, content_type)
        return free

    def relations(self, part: str) -> Element:
        """The relationships of a part, empty where it had none."""
        name = relationships_name(part)
        if name not in self._trees and name not in self.package.entries:
            self._trees[name] = etree.fromstring(_NO_RELATIONSHIPS)
        return self.tree(name)

    def relate(self, part: str, kind: str, target: str, *, outside: bool = False) -> str:
        """Relate a part to another or to an address; the id of the relationship."""
        relations = self.relations(part)
        taken = {each.get("Id") for each in relations}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdOwn{n}" not in taken)
        relation = etree.SubElement(relations, f"{{{RELATIONSHIPS}}}Relationship")
        relation.set("Id", f"rIdOwn{number}")
        relation.set("Type", f"{LINKS}/{kind}")
        relation.set("Target", target if outside else f"/{target}")
        if outside:
            relation.set("TargetMode", "External")
        return f"rIdOwn{number}"

    def changed(self) -> Package:
        """The package with everything as it is now."""
        if not self._trees and not self._new:
            return self.package
        self._list_types()
        entries, types = dict(self.package.entries), dict(self.package.types)
        for name, root in self._trees.items():
            entries[name] = archive.deflated(name, _written(root))
            types.setdefault(name, _RELATIONSHIPS_TYPE)
        for name, (content, content_type) in self._new.items():
            entries[name] = archive.deflated(name, content)
            types[name] = content_type
        return Package(self.package.where, entries, types)

    def _list_types(self) -> None:
        for name, (_, content_type) in self._new.items():
            listed = etree.SubElement(self.tree(TYPES_NAME), f"{{{CONTENT_TYPES}}}Override")
            listed.set("PartName", f"/{name}")
            listed.set("ContentType", content_type)


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
