"""What a template has of its own that a render must go along with: list and link styles, ids."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from jobshare_docs.word_template.numbering import Numbering, numbering_of
from jobshare_docs.word_template.package import (
    NUMBERING_TYPE,
    PART_LABELS,
    STYLES_TYPE,
    Package,
    relationships_name,
)
from jobshare_docs.word_template.vocabulary import (
    DRAWING_FORM,
    RELATIONSHIPS,
    WORD,
    Element,
    value,
    w,
)

LIST_STYLES = {"bullet": "List Bullet", "number": "List Number"}
LINK_STYLE = "hyperlink"


class NewList(NamedTuple):
    """A list to add: like the abstract list of `base` (bullet, number, or a list's number).

    `restarts` is the level that starts at one again; None for bullets.
    """

    base: str
    restarts: int | None


class House:
    """The styles, lists and drawing ids of a template; each is read when it is asked for."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._link_ids: dict[str, str] = {}

    @cached_property
    def styles(self) -> Element | None:
        """The styles of the template."""
        names = self.package.named(STYLES_TYPE)
        return self.package.tree(names[0]) if names else None

    @cached_property
    def numbering(self) -> Element:
        """The numbering of the template, empty where it has none."""
        names = self.package.named(NUMBERING_TYPE)
        if names:
            return self.package.tree(names[0])
        return etree.Element(w("numbering"), nsmap={"w": WORD})

    @cached_property
    def style_ids(self) -> dict[str, str]:
        """The ids of the styles, by their names in small letters."""
        styles = [] if self.styles is None else self.styles.iter(w("style"))
        return {value(s.find(w("name"))).lower(): s.get(w("styleId"), "") for s in styles}

    @cached_property
    def _lists(self) -> Numbering:
        return numbering_of(self.package)

    @cached_property
    def first_free(self) -> int:
        """The first list number that the template leaves free."""
        numbers = [int(each.get(w("numId"), "0")) for each in self.numbering.iter(w("num"))]
        return max(numbers, default=0) + 1

    @cached_property
    def highest_drawing_id(self) -> int:
        """The highest id of a drawing in the template."""
        roots = (self.package.tree(name) for name in self.package.named(*PART_LABELS))
        found = (form.get("id", "") for root in roots for form in root.iter(DRAWING_FORM))
        return max((int(each) for each in found if each.isdecimal()), default=0)

    def link_ids(self, part: str) -> str:
        """The beginning of the ids of links that a render adds to a part."""
        if part not in self._link_ids:
            self._link_ids[part] = self.free_relation(part, "rIdLink")
        return self._link_ids[part]

    def free_relation(self, part: str, begin: str) -> str:
        """The beginning of relationship ids that no id of a part has; `begin` if it can be."""
        name = relationships_name(part)
        if name not in self.package.entries:
            return begin
        relations = self.package.tree(name).iter(f"{{{RELATIONSHIPS}}}Relationship")
        return free_name(begin, [relation.get("Id", "") for relation in relations])

    @property
    def link_style(self) -> str:
        """The id of the character style of links, or nothing where the template lacks it."""
        return self.style_ids.get(LINK_STYLE, "")

    def style(self, marker: str) -> str:
        """The id of the style for bulleted or numbered items."""
        name = LIST_STYLES[marker]
        if name.lower() in self.style_ids:
            return self.style_ids[name.lower()]
        return free_name(name.replace(" ", ""), self.style_ids.values())

    def list_of_style(self, marker: str, level: int) -> str:
        """The number of the list that the style for such items has, if it has this level."""
        number, _ = self._lists.of_style.get(self.style(marker), ("", ""))
        return number if (number, str(level)) in self._lists.levels else ""


def free_name(begin: str, taken: Iterable[str]) -> str:
    """`begin`, longer by as much as it takes for no taken name to begin with it."""
    while any(each.startswith(begin) for each in taken):
        begin += "_"
    return begin
