"""Joining tags: each becomes one node in the tree, where it began, whatever cut it in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from jobshare_docs.word_template.flat_text import FlatText, field_code, flat_text, remove_if_empty
from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.tags import Found, Kind, Tag, Unclosed, Underscore, found_in
from jobshare_docs.word_template.vocabulary import PARAGRAPH, Element, kind, w

NODE_NAME = "tag"
CONTROL = w("sdt")


@dataclass(eq=False, frozen=True, slots=True)
class PlacedTag:
    """A tag, its node in the tree (a processing instruction, moved when lifted), its place."""

    tag: Tag
    node: Element
    place: Place


@dataclass(frozen=True, slots=True)
class Broken:
    """A tag that never ends, and its place."""

    unclosed: Unclosed
    place: Place


class Prose(NamedTuple):
    """The text of a paragraph with the tags in it; `in_raw` where a raw block began before it."""

    place: Place
    text: str
    found: list[Found]
    in_raw: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """The tags of a part by node, the broken ones, its text, and whether this changed at all."""

    tags: dict[Element, PlacedTag]
    broken: list[Broken]
    prose: list[Prose]
    changed: bool


def join_tags(root: Element, places: dict[Element, Place]) -> Joined:
    """Put a node for every tag of a part into its tree."""
    placed: dict[Element, PlacedTag] = {}
    broken: list[Broken] = []
    prose: list[Prose] = []
    changed = False
    in_raw = False
    for paragraph in list(root.iter(PARAGRAPH)):
        for text in (field_code(paragraph), flat_text(paragraph)):
            if "{" not in text.text and not in_raw and "_}" not in text.text:
                prose.append(Prose(places[paragraph], text.text, [], in_raw))
                continue
            found = list(found_in(text.text, in_raw))
            prose.append(Prose(places[paragraph], text.text, found, in_raw))
            in_raw = _still_raw(found, in_raw)
            changed = changed or bool(found)
            _unbind(paragraph)
            for tag in reversed(found):
                if isinstance(tag, Unclosed):
                    broken.append(Broken(tag, places[paragraph]))
                else:
                    placed.update(_join(tag, text, places[paragraph]))
            _clean(text, paragraph)
    return Joined(placed, broken, prose, changed)


def _unbind(paragraph: Element) -> None:
    """Untie content controls with tags from what they show, which would come in the place of these.

    Word shows the document's title, or data of its own, in such a control whenever it is opened.
    """
    around = [*paragraph.iterancestors(CONTROL), *paragraph.iter(CONTROL)]
    for form in (form for control in around for form in control.iterchildren(w("sdtPr"))):
        for child in [child for child in form if kind(child) == "dataBinding"]:
            form.remove(child)


def tag_nodes(root: Element) -> Iterator[Element]:
    """The nodes of tags under `root`, in the order of the document."""
    return (node for node in root.iter(etree.PI) if target(node) == NODE_NAME)


def target(node: Element) -> str:
    """What a node that is no element is for."""
    return str(getattr(node, "target", ""))


def new_node() -> Element:
    """A node that stands for a tag."""
    return etree.ProcessingInstruction(NODE_NAME)


def _join(found: Tag | Underscore, text: FlatText, place: Place) -> dict[Element, PlacedTag]:
    if isinstance(found, Underscore):
        text.take(found.start)
        return {}
    node = new_node()
    text.put(node, found.start, found.end)
    return {node: PlacedTag(found, node, place)}


def _still_raw(found: list[Found], in_raw: bool) -> bool:
    for tag in found:
        if isinstance(tag, Tag) and tag.kind is Kind.BLOCK and tag.word in ("raw", "endraw"):
            in_raw = tag.word == "raw"
    return in_raw


def _clean(text: FlatText, paragraph: Element) -> None:
    for piece in text.pieces:
        if piece.text and piece.element.getparent() is not None:
            remove_if_empty(piece.element, paragraph)
