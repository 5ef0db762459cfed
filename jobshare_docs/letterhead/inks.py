"""The colour that words of a Word file are printed in, and the one behind them.

The nearest property wins: of the words, of their character style, of their paragraph, of its style
and those it is based on, of their cell, of the document (ISO/IEC 29500-1, 17.7.2). Word picks an
automatic colour itself, and what the styles of tables say of a header's words is not looked at.
"""

from collections.abc import Iterator, Sequence

from jobshare_docs.letterhead.colours import PAPER
from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.styles import NAMESPACES, attribute
from jobshare_docs.word_template.package import STYLES_TYPE
from jobshare_docs.word_template.vocabulary import CELL, PARAGRAPH, Element, value, w

_AUTOMATIC = ("", "auto")
# The colours of Word's marker pen (ISO/IEC 29500-1, 17.18.40).
_MARKER = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080",
    "darkCyan": "008080", "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080",
    "darkRed": "800000", "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0",
    "magenta": "FF00FF", "red": "FF0000", "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip


class Inks:
    """The colours that a Word file's styles give to words."""

    def __init__(self, parts: Parts) -> None:
        root = parts.one(STYLES_TYPE)
        styles = () if root is None else root.iter(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in styles}
        self._usual = next((i for i, s in self._styles.items() if _is_usual(s)), "")
        self._ink = attribute(root, "w:docDefaults/w:rPrDefault/w:rPr/w:color", "val")

    def of_run(self, run: Element) -> tuple[str, str]:
        """The ink of a run and what is behind it, as digits; an empty ink is Word's own choice."""
        paragraph = next(run.iterancestors(PARAGRAPH), None)
        cells = (each.find("w:tcPr", NAMESPACES) for each in run.iterancestors(CELL))
        named = value(run.find("w:rPr/w:rStyle", NAMESPACES))
        form = None if paragraph is None else paragraph.find("w:pPr", NAMESPACES)
        of_form = None if form is None else form.find("w:pStyle", NAMESPACES)
        styles = (*self._based(named), *self._based(value(of_form) or self._usual))
        looks = (run.find("w:rPr", NAMESPACES), *_looks(styles, "w:rPr"))
        behind = (*looks, form, *_looks(styles, "w:pPr"), *cells)
        return self._chosen(looks), _behind(behind)

    def of_style(self, style: Element) -> tuple[str, str]:
        """The same of words in a style."""
        styles = list(self._based(style.get(w("styleId"), "")))
        looks = list(_looks(styles, "w:rPr"))
        return self._chosen(looks), _behind([*looks, *_looks(styles, "w:pPr")])

    def _chosen(self, looks: Sequence[Element | None]) -> str:
        inks = (attribute(each, "w:color", "val") for each in looks)
        ink = next((each for each in inks if each), self._ink)
        return "" if ink in _AUTOMATIC else ink.upper()

    def _based(self, name: str) -> Iterator[Element]:
        """A style and those it is based on, each once."""
        seen = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name].find("w:basedOn", NAMESPACES))


def _is_usual(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")


def _looks(styles: Sequence[Element], path: str) -> Iterator[Element | None]:
    return (style.find(path, NAMESPACES) for style in styles)


def _behind(looks: Sequence[Element | None]) -> str:
    """The nearest shade or marker; white where there is none."""
    for each in looks:
        marker = _MARKER.get(attribute(each, "w:highlight", "val"))
        shade = marker or attribute(each, "w:shd", "fill")
        if shade not in _AUTOMATIC:
            return shade.upper()
    return PAPER
