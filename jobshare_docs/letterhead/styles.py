"""A template's styles, found by the names that Word shows."""

from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.word_template.package import STYLES_TYPE
from jobshare_docs.word_template.vocabulary import Element, value, w

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
Styles = dict[str, Element]


def styles_by_name(parts: Parts) -> Styles:
    """The styles of a template by their names in small letters."""
    root = parts.one(STYLES_TYPE)
    return {} if root is None else named_styles(root)


def named_styles(root: Element) -> Styles:
    """The styles in a part of styles, by their names in small letters."""
    return {value(style.find(w("name"))).lower(): style for style in root.iter(w("style"))}


def attribute(element: Element | None, path: str, name: str) -> str:
    """An attribute of Word's namespace somewhere in an element; nothing where it is not there."""
    found = None if element is None else element.find(path, NAMESPACES)
    return "" if found is None else found.get(w(name), "")
