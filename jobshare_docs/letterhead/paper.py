"""The paper of a template: its pages and, since they are of fixed width, its tables and tabs."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import accumulate, pairwise

from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.styles import NAMESPACES
from jobshare_docs.word_template.package import DOCUMENT_TYPES, STYLES_TYPE, WORD_TYPE, Package
from jobshare_docs.word_template.vocabulary import Element, w

_LANDSCAPE = "landscape"
_WITH_TABS = (
    *DOCUMENT_TYPES,
    STYLES_TYPE,
    *(WORD_TYPE + kind for kind in ("header+xml", "footer+xml")),
)
_MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")


def set_paper(
    parts: Parts, size: tuple[int, int], margins: Mapping[str, str] | None = None
) -> None:
    """Lay a template out for paper of a width and height in twentieths of a point.

    Its margins stay unless others are given; its tables become as wide as its text, and tabs that
    stood at the right edge stand there again. A negative top margin stays: with it the body begins
    at a fixed place, however tall the header, so that an address stands in an envelope's window.
    """
    if margins is None and _has_size(parts.package, size):
        return
    body = parts.tree(parts.package.document)
    sections = list(body.iter(w("sectPr")))
    before = [width for width in map(_text_width, sections) if width]
    for section in sections:
        _set_page(section, size, margins or {})
    after = [width for width in map(_text_width, sections) if width]
    if before and after and before[-1] != after[-1]:
        for name in parts.named(*_WITH_TABS):
            _fit(parts.tree(name), before[-1], after[-1])


def _has_size(package: Package, size: tuple[int, int]) -> bool:
    pages = map(page_of, package.tree(package.document).iter(w("sectPr")))
    return all(page is not None and page[0] == size for page in pages)


def page_of(section: Element) -> tuple[tuple[int, int], dict[str, str]] | None:
    """The size and the margins of a section's pages, upright; None where it does not say."""
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if page is None or margins is None:
        return None
    width, height = sorted((_number(page, "w"), _number(page, "h")))
    return (width, height), {key: margins.get(w(key), "0") for key in _MARGINS}


def _set_page(section: Element, size: tuple[int, int], margins: Mapping[str, str]) -> None:
    page, own_margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if page is None or own_margins is None:
        return
    width, height = reversed(size) if page.get(w("orient")) == _LANDSCAPE else size
    page.set(w("w"), str(width))
    page.set(w("h"), str(height))
    page.attrib.pop(w("code"), "")  # the printer's number of the old paper
    for key, margin in margins.items():
        if not own_margins.get(w(key), "").startswith("-"):
            own_margins.set(w(key), margin)


def _text_width(section: Element) -> int | None:
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if page is None or margins is None:
        return None
    return _number(page, "w") - sum(_number(margins, key) for key in ("left", "right", "gutter"))


def _fit(root: Element, before: int, after: int) -> None:
    for tab in root.iter(w("tab")):
        if tab.get(w("pos")) == str(before):
            tab.set(w("pos"), str(after))
    for table in root.iter(w("tbl")):
        _fit_table(table, Fraction(after, before))


def _fit_table(table: Element, scale: Fraction) -> None:
    """Scale a table and its columns; the rounded columns add up to the rounded table."""
    whole = table.find("w:tblPr/w:tblW", NAMESPACES)
    if whole is not None and whole.get(w("type")) == "dxa":
        whole.set(w("w"), str(round(_number(whole, "w") * scale)))
    _scale(table.iterfind("w:tblGrid/w:gridCol", NAMESPACES), scale)
    for row in table.iterfind("w:tr", NAMESPACES):
        _scale(row.iterfind("w:tc/w:tcPr/w:tcW[@w:type='dxa']", NAMESPACES), scale)


def _scale(columns: Iterable[Element], scale: Fraction) -> None:
    columns = list(columns)
    for column, width in zip(columns, _scaled(columns, scale), strict=True):
        column.set(w("w"), str(width))


def _scaled(columns: Iterable[Element], scale: Fraction) -> Iterator[int]:
    edges = accumulate((_number(column, "w") for column in columns), initial=0)
    return (right - left for left, right in pairwise(round(edge * scale) for edge in edges))


def _number(element: Element, name: str) -> int:
    """A number of twentieths of a point; Word itself writes whole ones."""
    written = element.get(w(name), "0")
    return int(written) if written.lstrip("-").isdecimal() else 0
