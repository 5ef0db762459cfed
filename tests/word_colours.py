"""The colours that Word prints a run in: its ink and the shade behind it, as hexadecimal digits.

Where a colour comes from, the nearest first: the run, its character style, the paragraph, its
style, the table's style for that row or column, the document's defaults (ISO/IEC 29500-1, 17.7.2).
"""

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NS = {"w": W[1:-1]}
BLACK, WHITE = "000000", "FFFFFF"


def found(element: etree._Element | None, path: str) -> etree._Element | None:
    return None if element is None else element.find(path, _NS)


def value(element: etree._Element | None, path: str = ".", attribute: str = "val") -> str:
    node = found(element, path)
    return "" if node is None else node.get(W + attribute, "")


def ancestor(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(W + name), None)


class Colours:
    """The colours of the runs of a document with these styles."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {value(e, attribute="styleId"): e for e in styles.iter(W + "style")}
        self._defaults = found(styles, "w:docDefaults/w:rPrDefault/w:rPr")

    def ink(self, run: etree._Element) -> str:
        """The colour of the letters; 'auto' is black, which Word turns white on a dark shade."""
        looked_at = (*self._near(run), *self._of_table(run), self._defaults)
        inks = (value(each, "w:color") for each in looked_at)
        chosen = next((ink for ink in inks if ink), "auto")
        if chosen != "auto":
            return chosen
        return max(BLACK, WHITE, key=lambda ink: contrast(ink, self.shade(run)))

    def shade(self, run: etree._Element) -> str:
        """The colour behind the letters; the page is white."""
        cell = ancestor(run, "tc")
        cells = () if cell is None else (found(cell, "w:tcPr"), *self._of_table(run, "w:tcPr"))
        shades = (value(each, "w:shd", "fill") for each in (*self._near(run, True), *cells))
        return next((shade for shade in shades if shade not in ("", "auto")), WHITE)

    def _near(self, run: etree._Element, behind: bool = False) -> Iterator[etree._Element | None]:
        """The properties of a run and its paragraph, those of their styles after their own."""
        properties = found(run, "w:rPr")
        paragraph = found(ancestor(run, "p"), "w:pPr")
        yield properties
        yield from (found(e, "w:rPr") for e in self._chain(value(properties, "w:rStyle")))
        if behind:
            yield paragraph
        for style in self._chain(value(paragraph, "w:pStyle")):
            yield from (found(style, "w:rPr"), found(style, "w:pPr") if behind else None)

    def _of_table(
        self, run: etree._Element, kind: str = "w:rPr"
    ) -> Iterator[etree._Element | None]:
        """What the style of the table says for the row and the column of a run."""
        table, row, cell = (ancestor(run, name) for name in ("tbl", "tr", "tc"))
        if table is None or row is None or cell is None:
            return
        look = found(table, "w:tblPr/w:tblLook")
        is_first = {"firstRow": row.getprevious(), "firstColumn": cell.getprevious()}
        for style in self._chain(value(table, "w:tblPr/w:tblStyle")):
            for name, before in is_first.items():
                if has_look(look, name) and _begins(before, name):
                    part = name.replace("Column", "Col")
                    yield found(style, f"w:tblStylePr[@w:type='{part}']/{kind}")
            yield found(style, f"w:tblStylePr[@w:type='wholeTable']/{kind}")
            yield found(style, kind)

    def _chain(self, name: str) -> Iterator[etree._Element]:
        """A style and those it is based on."""
        while name in self._styles:
            yield self._styles[name]
            name = value(self._styles[name], "w:basedOn")


_LOOKS = {"firstRow": 0x0020, "firstColumn": 0x0080}
"""Bits of the number that every Word reads (ISO/IEC 29500-4, 14.3.11)."""


def has_look(look: etree._Element | None, name: str) -> bool:
    """Whether a table is told to show its first row or column as such."""
    said = value(look, attribute=name)
    if said:
        return said in ("1", "true", "on")
    return bool(int(value(look) or "0", 16) & _LOOKS[name])


def _begins(before: etree._Element | None, name: str) -> bool:
    """Whether nothing of its own kind stands before a row or cell."""
    return before is None or before.tag != W + {"firstRow": "tr", "firstColumn": "tc"}[name]


def contrast(ink: str, paper: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it: from 1 to 21."""
    dark, light = sorted((_luminance(ink), _luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
