"""New lists, added to a template's numbering, with the styles and parts that it lacks for them."""

from copy import deepcopy

from lxml import etree

from jobshare_docs import archive
from jobshare_docs.archive import Entry
from jobshare_docs.word_template.house import LIST_STYLES, House, NewList
from jobshare_docs.word_template.package import (
    NUMBERING_TYPE,
    STYLES_TYPE,
    TYPES_NAME,
    relationships_name,
)
from jobshare_docs.word_template.vocabulary import (
    CONTENT_TYPES,
    LINKS,
    RELATIONSHIPS,
    Element,
    value,
    w,
)

NUMBERING_NAME = "numbering.xml"
LEVELS = 9
INDENT = 360
BULLETS = "\N{BULLET}\N{WHITE BULLET}\N{BLACK SMALL SQUARE}"
NUMBER_FORMS = ("decimal", "lowerLetter", "lowerRoman")


class ListWriter:
    """Adds lists to the numbering of a template, and what they need that it lacks."""

    def __init__(self, house: House) -> None:
        self._house, self._package = house, house.package

    def entries(self, lists: list[NewList]) -> dict[str, Entry]:
        """The entries that change where these lists are added: numbering, and what it needs."""
        name, *_ = self._package.named(NUMBERING_TYPE) or [self._numbering_name()]
        changed = {name: _xml(self._numbering_with(lists))}
        if name not in self._package.entries:
            changed |= self._registered(name)
        if self._house.styles is not None and (styles := self._styles_with(lists)) is not None:
            changed[self._package.named(STYLES_TYPE)[0]] = _xml(styles)
        return {name: archive.deflated(name, content) for name, content in changed.items()}

    def _numbering_name(self) -> str:
        return f"{self._package.document.rpartition('/')[0]}/{NUMBERING_NAME}".lstrip("/")

    def _numbering_with(self, lists: list[NewList]) -> Element:
        numbering = deepcopy(self._house.numbering)
        abstract = {base: self._abstract(numbering, base) for base in {n.base for n in lists}}
        last = numbering.find(w("numIdMacAtCleanup"))
        for place, new in enumerate(lists):
            num = _num(self._house.first_free + place, abstract[new.base], new.restarts)
            if last is None:
                numbering.append(num)
            else:
                last.addprevious(num)
        return numbering

    def _abstract(self, numbering: Element, base: str) -> str:
        """The id of the abstract list for `base`, added where it is the engine's own."""
        if base not in LIST_STYLES:
            num = next(n for n in numbering.iter(w("num")) if n.get(w("numId")) == base)
            return value(num.find(w("abstractNumId")))
        known = list(numbering.findall(w("abstractNum")))
        identity = 1 + max((int(each.get(w("abstractNumId"), "0")) for each in known), default=-1)
        added = _abstract_list(identity, base)
        if known:
            known[-1].addnext(added)
        else:
            pictures = numbering.findall(w("numPicBullet"))
            numbering.insert(len(pictures), added)
        return str(identity)

    def _styles_with(self, lists: list[NewList]) -> Element | None:
        wanted = {new.base for new in lists if new.base in LIST_STYLES}
        lacking = [m for m in sorted(wanted) if LIST_STYLES[m].lower() not in self._house.style_ids]
        if not lacking or self._house.styles is None:
            return None
        styles = deepcopy(self._house.styles)
        for marker in lacking:
            styles.append(self._list_style(marker))
        return styles

    def _list_style(self, marker: str) -> Element:
        style = etree.Element(w("style"))
        style.set(w("type"), "paragraph")
        style.set(w("styleId"), self._house.style(marker))
        _child(style, "name", LIST_STYLES[marker])
        if "normal" in self._house.style_ids:
            _child(style, "basedOn", self._house.style_ids["normal"])
        _child(style, "uiPriority", "99")
        _child(style, "unhideWhenUsed")
        _child(_child(style, "pPr"), "contextualSpacing")
        return style

    def _registered(self, name: str) -> dict[str, bytes]:
        """The content types and the document's relationships with a new numbering part in them."""
        types = self._package.tree(TYPES_NAME)
        override = etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", NUMBERING_TYPE)
        relations_name = relationships_name(self._package.document)
        relations = self._package.tree(relations_name)
        relation = etree.SubElement(relations, f"{{{RELATIONSHIPS}}}Relationship")
        relation.set("Id", self._house.free_relation(self._package.document, "rIdLists"))
        relation.set("Type", f"{LINKS}/numbering")
        relation.set("Target", NUMBERING_NAME)
        return {TYPES_NAME: _xml(types), relations_name: _xml(relations)}


def _num(number: int, abstract: str, restarts: int | None) -> Element:
    num = etree.Element(w("num"))
    num.set(w("numId"), str(number))
    _child(num, "abstractNumId", abstract)
    if restarts is not None:
        override = _child(num, "lvlOverride")
        override.set(w("ilvl"), str(restarts))
        _child(override, "startOverride", "1")
    return num


def _abstract_list(identity: int, marker: str) -> Element:
    abstract = etree.Element(w("abstractNum"))
    abstract.set(w("abstractNumId"), str(identity))
    _child(abstract, "multiLevelType", "hybridMultilevel")
    for level in range(LEVELS):
        abstract.append(_level(level, marker))
    return abstract


def _level(level: int, marker: str) -> Element:
    element = etree.Element(w("lvl"))
    element.set(w("ilvl"), str(level))
    bulleted = marker == "bullet"
    _child(element, "start", "1")
    _child(element, "numFmt", "bullet" if bulleted else NUMBER_FORMS[level % 3])
    _child(element, "lvlText", BULLETS[level % 3] if bulleted else f"%{level + 1}.")
    _child(element, "lvlJc", "left")
    indent = _child(_child(element, "pPr"), "ind")
    indent.set(w("left"), str(INDENT * (level + 1)))
    indent.set(w("hanging"), str(INDENT))
    return element


def _child(parent: Element, name: str, val: str | None = None) -> Element:
    child = etree.SubElement(parent, w(name))
    if val is not None:
        child.set(w("val"), val)
    return child


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
