"""Lists as Word knows them: styles and numbering, with what a template lacks added to it."""

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from jobshare_docs import archive
from jobshare_docs.archive import Entry
from jobshare_docs.word_template.numbering import Numbering, numbering_of
from jobshare_docs.word_template.package import (
    PART_LABELS,
    TYPES_NAME,
    WORD_TYPE,
    Package,
    relationships_name,
)
from jobshare_docs.word_template.ranges import highest_drawing_id
from jobshare_docs.word_template.vocabulary import (
    CONTENT_TYPES,
    LINKS,
    RELATIONSHIPS,
    WORD,
    Element,
    value,
    w,
)

STYLES_TYPE, NUMBERING_TYPE = WORD_TYPE + "styles+xml", WORD_TYPE + "numbering+xml"
NUMBERING_NAME = "numbering.xml"
STYLE_NAMES = {"bullet": "List Bullet", "number": "List Number"}
LINK_STYLE = "hyperlink"
LEVELS = 9
INDENT = 360
BULLETS = "\N{BULLET}\N{WHITE BULLET}\N{BLACK SMALL SQUARE}"
NUMBER_FORMS = ("decimal", "lowerLetter", "lowerRoman")


@dataclass(frozen=True, slots=True)
class NewList:
    """A list to add: like the abstract list of `base` (bullet, number, or a list's number).

    `restarts` is the level that starts at one again; None for bullets.
    """

    base: str
    restarts: int | None


class HouseLists:
    """The list and link styles of a template, and its numbering with new lists added."""

    def __init__(self, package: Package) -> None:
        self._package = package

    @cached_property
    def _styles(self) -> Element | None:
        names = self._package.named(STYLES_TYPE)
        return self._package.tree(names[0]) if names else None

    @cached_property
    def _numbering(self) -> Element:
        names = self._package.named(NUMBERING_TYPE)
        if names:
            return self._package.tree(names[0])
        return etree.Element(w("numbering"), nsmap={"w": WORD})

    @cached_property
    def _style_ids(self) -> dict[str, str]:
        styles = [] if self._styles is None else self._styles.iter(w("style"))
        return {value(s.find(w("name"))).lower(): s.get(w("styleId"), "") for s in styles}

    @cached_property
    def _lists(self) -> Numbering:
        return numbering_of(self._package)

    @cached_property
    def first_free(self) -> int:
        """The first list number that the template leaves free."""
        numbers = [int(each.get(w("numId"), "0")) for each in self._numbering.iter(w("num"))]
        return max(numbers, default=0) + 1

    @cached_property
    def highest_drawing_id(self) -> int:
        """The highest id of a drawing in the template."""
        return highest_drawing_id(
            self._package.tree(name) for name in self._package.named(*PART_LABELS)
        )

    @property
    def link_style(self) -> str:
        """The id of the character style of links, or nothing where the template lacks it."""
        return self._style_ids.get(LINK_STYLE, "")

    def style(self, marker: str) -> str:
        """The id of the style for bulleted or numbered items."""
        name = STYLE_NAMES[marker]
        return self._style_ids.get(name.lower(), name.replace(" ", ""))

    def list_of_style(self, marker: str, level: int) -> str:
        """The number of the list that the style for such items has, if it has this level."""
        number, _ = self._lists.of_style.get(self.style(marker), ("", ""))
        return number if (number, str(level)) in self._lists.levels else ""

    def entries(self, lists: list[NewList]) -> dict[str, Entry]:
        """The entries that change where these lists are added: numbering, and what it needs."""
        name, *_ = self._package.named(NUMBERING_TYPE) or [self._numbering_name()]
        changed = {name: _xml(self._numbering_with(lists))}
        if name not in self._package.entries:
            changed |= self._registered(name)
        if self._styles is not None and (styles := self._styles_with(lists)) is not None:
            changed[self._package.named(STYLES_TYPE)[0]] = _xml(styles)
        return {name: archive.deflated(name, content) for name, content in changed.items()}

    def _numbering_name(self) -> str:
        return f"{self._package.document.rpartition('/')[0]}/{NUMBERING_NAME}".lstrip("/")

    def _numbering_with(self, lists: list[NewList]) -> Element:
        numbering = deepcopy(self._numbering)
        abstract = {base: self._abstract(numbering, base) for base in {n.base for n in lists}}
        last = numbering.find(w("numIdMacAtCleanup"))
        for place, new in enumerate(lists):
            num = _num(self.first_free + place, abstract[new.base], new.restarts)
            if last is None:
                numbering.append(num)
            else:
                last.addprevious(num)
        return numbering

    def _abstract(self, numbering: Element, base: str) -> str:
        """The id of the abstract list for `base`, added where it is the engine's own."""
        if base not in STYLE_NAMES:
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
        wanted = {new.base for new in lists if new.base in STYLE_NAMES}
        lacking = [m for m in sorted(wanted) if STYLE_NAMES[m].lower() not in self._style_ids]
        if not lacking or self._styles is None:
            return None
        styles = deepcopy(self._styles)
        for marker in lacking:
            styles.append(self._list_style(marker))
        return styles

    def _list_style(self, marker: str) -> Element:
        style = etree.Element(w("style"))
        style.set(w("type"), "paragraph")
        style.set(w("styleId"), self.style(marker))
        _child(style, "name", STYLE_NAMES[marker])
        if "normal" in self._style_ids:
            _child(style, "basedOn", self._style_ids["normal"])
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
        relation.set("Id", "rIdLists")
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
