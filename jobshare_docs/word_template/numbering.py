"""The lists of a template: their numbers and levels, and those that styles have."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from jobshare_docs.word_template.package import NUMBERING_TYPE, STYLES_TYPE, Package
from jobshare_docs.word_template.vocabulary import PARAGRAPH_FORM, Element, value, w

NOT_COUNTED = ("bullet", "none")


class Numbering(NamedTuple):
    """The lists of a template: each list's number with each of its levels, and those of styles.

    `counted` are the levels with numbers, `levels` those with bullets too.
    """

    counted: frozenset[tuple[str, str]] = frozenset()
    levels: frozenset[tuple[str, str]] = frozenset()
    of_style: Mapping[str, tuple[str, str]] = MappingProxyType({})

    def list_of(self, paragraph: Element) -> tuple[str, str] | None:
        """The number and level of the list a paragraph is an item of, if it is numbered."""
        form = paragraph.find(PARAGRAPH_FORM)
        if form is None:
            return None
        found = _numbered(form) or self.of_style.get(value(form.find(w("pStyle"))))
        return found if found in self.counted else None


def numbering_of(package: Package) -> Numbering:
    """The numbered lists of a template."""
    names = package.named(NUMBERING_TYPE)
    if not names:
        return Numbering()
    forms = dict(_levels(package.tree(names[0])))
    counted = frozenset(level for level, form in forms.items() if form not in NOT_COUNTED)
    styles = package.named(STYLES_TYPE)
    of_style = _of_styles(package.tree(styles[0])) if styles else {}
    return Numbering(counted, frozenset(forms), of_style)


def _numbered(form: Element) -> tuple[str, str] | None:
    number = form.find(f"{w('numPr')}/{w('numId')}")
    if number is None:
        return None
    return value(number), value(form.find(f"{w('numPr')}/{w('ilvl')}")) or "0"


def _levels(numbering: Element) -> Iterator[tuple[tuple[str, str], str]]:
    """The number and level of every list, with the form of its numbers."""
    levels = {
        abstract.get(w("abstractNumId"), ""): list(abstract.iter(w("lvl")))
        for abstract in numbering.iter(w("abstractNum"))
    }
    for num in numbering.iter(w("num")):
        for level in levels.get(value(num.find(w("abstractNumId"))), ()):
            form = value(level.find(w("numFmt")))
            yield (num.get(w("numId"), ""), level.get(w("ilvl"), "0")), form


def _of_styles(styles: Element) -> dict[str, tuple[str, str]]:
    known = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    found: dict[str, tuple[str, str]] = {}
    for identity, style in known.items():
        numbered = next(_up(style, known), None)
        if numbered:
            found[identity] = numbered
    return found


def _up(style: Element | None, known: dict[str, Element]) -> Iterator[tuple[str, str]]:
    """The numbering of a style, then that of what it is based on; circles end."""
    for _ in range(len(known)):
        if style is None:
            return
        form = style.find(PARAGRAPH_FORM)
        if form is not None and (found := _numbered(form)):
            yield found
        style = known.get(value(style.find(w("basedOn"))))
