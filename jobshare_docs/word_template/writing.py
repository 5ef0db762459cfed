"""Writing a tree as the text Jinja reads: XML, with the code of a tag where its node stands."""

from collections.abc import Iterable
from typing import ClassVar

from lxml import etree

from jobshare_docs.word_template.vocabulary import XML, Element

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


class Writer:
    """Writes the elements of one part, with that part's prefixes."""

    # prefixes that the engine's own pieces of XML use, whatever the part calls them
    ADDED: ClassVar[dict[str, str]] = {}

    def __init__(self, root: Element) -> None:
        self.root = root
        self._prefixes = _prefixes(root, self.ADDED)

    def part(self) -> str:
        """The whole part, with its declarations."""
        return DECLARATION + self._element(self.root, self._declarations())

    def element(self, element: Element) -> str:
        """An element with all it holds."""
        return self._element(element)

    def opening(self, element: Element) -> str:
        """The start tag of an element."""
        return f"<{self.name(element.tag)}{self.attributes(element)}>"

    def closing(self, element: Element) -> str:
        """The end tag of an element."""
        return f"</{self.name(element.tag)}>"

    def content(self, element: Element) -> str:
        """What an element holds."""
        return on_one_line(element.text or "") + "".join(map(self._with_tail, element))

    def all(self, elements: Iterable[Element]) -> str:
        """Several elements, one after the other."""
        return "".join(map(self.element, elements))

    def _with_tail(self, child: Element) -> str:
        return self.element(child) + on_one_line(child.tail or "")

    def _element(self, element: Element, declarations: str = "") -> str:
        start = f"<{self.name(element.tag)}{declarations}{self.attributes(element)}"
        content = self.content(element)
        return f"{start}>{content}{self.closing(element)}" if content else f"{start}/>"

    def name(self, name: str) -> str:
        """The name of an element or attribute with its prefix."""
        if not name.startswith("{"):
            return name
        namespace, _, local = name[1:].partition("}")
        prefix = self._prefixes[namespace]
        return f"{prefix}:{local}" if prefix else local

    def attributes(self, element: Element) -> str:
        """The attributes of an element, each after a space."""
        return "".join(
            f' {self.name(str(name))}="{escaped_attribute(str(value))}"'
            for name, value in element.attrib.items()
        )

    def _declarations(self) -> str:
        added = {prefix: namespace for namespace, prefix in self._prefixes.items()}
        declared = {**added, **{prefix or "": name for prefix, name in self.root.nsmap.items()}}
        return "".join(
            f' xmlns{":" + prefix if prefix else ""}="{namespace}"'
            for prefix, namespace in declared.items()
            if namespace != XML
        )


def escaped(text: str) -> str:
    """Text as XML holds it."""
    if "&" in text or "<" in text or ">" in text:  # most have none, and asking is quicker
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def on_one_line(text: str) -> str:
    """Text as XML holds it, always on one line: the lines of a source are those of its tags."""
    return escaped(text).replace("\n", "&#10;").replace("\r", "&#13;")


def escaped_attribute(text: str) -> str:
    """Text as an attribute of XML holds it, in double quotes; always on one line."""
    if text.isalnum():
        return text
    return on_one_line(text).replace('"', "&quot;").replace("\t", "&#9;")


def _prefixes(root: Element, added: dict[str, str]) -> dict[str, str]:
    """A prefix for every namespace under `root`: its own declarations first, then those within."""
    prefixes: dict[str, str] = {XML: "xml"}
    for prefix, namespace in root.nsmap.items():
        prefixes[namespace] = prefix or ""
    prefixes.update(added)
    for element in root.iter(etree.Element):
        for prefix, namespace in element.nsmap.items() if element.nsmap != root.nsmap else ():
            if namespace not in prefixes:
                taken = prefix is None or prefix in prefixes.values()
                prefixes[namespace] = f"ns{len(prefixes)}" if taken else str(prefix)
    return prefixes
