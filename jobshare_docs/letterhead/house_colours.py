"""The colours of a template, by what they are for, exchanged for others wherever they stand."""

import re
from collections.abc import Mapping

from jobshare_docs import archive
from jobshare_docs.archive import Entry
from jobshare_docs.letterhead.colours import tint
from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.styles import Styles, attribute, styles_by_name
from jobshare_docs.word_template.package import STYLES_TYPE, Package

# Where a template's styles show which colour it has for what: a style, a path in it, an attribute.
_SHOWN_BY = {
    "headings": ("title", "w:rPr/w:color", "val"),
    "lines": ("house table", "w:tblPr/w:tblBorders/w:insideH", "color"),
    "A": ("shade a", "w:rPr/w:shd", "fill"),
    "B": ("shade b", "w:rPr/w:shd", "fill"),
    "both": ("shade both", "w:rPr/w:shd", "fill"),
}
_TINT = ("house table", "w:tblStylePr[@w:type='firstRow']/w:tcPr/w:shd", "fill")
_DIGITS = re.compile(r"[0-9A-Fa-f]{6}")
# Where a theme's colour is named as well, Word takes that one.
_OF_THEME = re.compile(rb'\s\w+:theme(?:Color|Fill|Shade|Tint|FillShade|FillTint)="[^"]*"')


def with_colours(package: Package, colours: Mapping[str, str]) -> Package:
    """The package with the colours of these roles in the place of its own."""
    exchanged = _exchanged(Parts(package), colours)
    if not exchanged:
        return package
    entries = {name: _recoloured(each, exchanged) for name, each in package.entries.items()}
    return package._replace(entries=entries)


def colours_shown(parts: Parts) -> dict[str, str]:
    """The colours that a document's styles show, by what they are for."""
    styles = styles_by_name(parts)
    shown = {role: _shown(styles, *where) for role, where in _SHOWN_BY.items()}
    return {role: colour for role, colour in shown.items() if _DIGITS.fullmatch(colour)}


def _exchanged(parts: Parts, colours: Mapping[str, str]) -> dict[str, str]:
    """The new colour by the old one; the ink of the text is nobody's."""
    styles = styles_by_name(parts)
    wanted = {_shown(styles, *_SHOWN_BY[role]): new for role, new in colours.items()}
    if "headings" in colours:
        wanted[_shown(styles, *_TINT)] = tint(colours["headings"])
    ink = attribute(parts.one(STYLES_TYPE), "w:docDefaults/w:rPrDefault/w:rPr/w:color", "val")
    return {
        old: new for old, new in wanted.items() if _DIGITS.fullmatch(old) and old != ink.upper()
    }


def _shown(styles: Styles, style: str, path: str, name: str) -> str:
    return attribute(styles.get(style), path, name).upper()


def _recoloured(entry: Entry, exchanged: Mapping[str, str]) -> Entry:
    """A part with its colours exchanged, all at once: a new colour may be another role's old."""
    if not entry.name.endswith(".xml"):
        return entry
    colour = re.compile(f'"({"|".join(exchanged)})"'.encode(), re.IGNORECASE)
    element = re.compile(rb"<[^<>]*" + colour.pattern + rb"[^<>]*>", re.IGNORECASE)

    def new(found: re.Match[bytes]) -> bytes:
        return f'"{exchanged[found[1].decode().upper()]}"'.encode()

    def recoloured(found: re.Match[bytes]) -> bytes:
        return colour.sub(new, _OF_THEME.sub(b"", found[0]))

    content, count = element.subn(recoloured, archive.inflated(entry))
    return archive.deflated(entry.name, content) if count else entry
