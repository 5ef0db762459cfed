"""What Word lets stand only once or only whole: bookmarks, comments, fields, drawings' ids."""

from collections.abc import Iterator
from itertools import count

from lxml import etree

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.lifting import Misplaced
from jobshare_docs.word_template.sandbox import SERIAL_FILTER
from jobshare_docs.word_template.segments import Segment, loops, parting, segments
from jobshare_docs.word_template.vocabulary import DRAWING_FORM, IDENTITY, RUN, Element, kind, w

RANGE_NAMES = ("bookmark", "commentRange", "perm")
RANGE_ENDS = tuple(w(name + end) for name in RANGE_NAMES for end in ("Start", "End"))
COMMENT_REFERENCE = w("commentReference")
FIELD_MARK, FIELD_MARK_TYPE = w("fldChar"), w("fldCharType")
CONTROL_ID = w("sdtPr")

ONCE_TARGET, END_ONCE_TARGET = "once", "endonce"
KEYS = count()  # no two alike, whatever part they stand in


def cut_fields(root: Element, blocks: list[Block]) -> Iterator[Misplaced]:
    """The blocks that would leave one half of a field without the other."""
    begun: list[Segment] = []
    for mark, segment in segments(root, blocks, [FIELD_MARK]):
        place = mark.get(FIELD_MARK_TYPE)
        if place == "begin":
            begun.append(segment)
        elif begun and begun[-1] != segment:
            opening = parting(begun.pop(), segment).opening
            yield Misplaced(
                opening,
                f"'{opening.tag.text}' cuts a field of Word's in two; put the whole field inside "
                "or outside",
            )
            return
        elif place == "end" and begun:
            begun.pop()


def keep_ranges_whole(root: Element, blocks: list[Block]) -> None:
    """Drop the ranges that a choice would cut; let those in loops stand in the first round only."""
    names = [*RANGE_ENDS, COMMENT_REFERENCE]
    found: dict[tuple[str, str], list[tuple[Element, Segment]]] = {}
    for element, segment in segments(root, blocks, names):
        key = (_range_name(element), element.get(IDENTITY, ""))
        found.setdefault(key, []).append((element, segment))
    for ends in found.values():
        whole = len({_identity(segment) for _, segment in ends}) == 1 and len(ends) > 1
        for element, segment in ends:
            if not whole:
                _drop(element)
            elif loops(segment):
                _only_once(element)


def drawings_in_loops(root: Element, blocks: list[Block]) -> dict[Element, tuple[str, str]]:
    """The drawings that need a new id in every round; content controls there lose theirs."""
    for control, segment in segments(root, blocks, [CONTROL_ID]):
        if loops(segment):
            _drop_identity(control)
    found = segments(root, blocks, [DRAWING_FORM])
    return {element: drawing_number() for element, segment in found if loops(segment)}


def drawing_number() -> tuple[str, str]:
    """The attribute for a drawing's id, and the expression for one that no other drawing has."""
    return "id", f"1|{SERIAL_FILTER}"


def drop_ranges(element: Element) -> None:
    """Drop all ranges within an element, and the ids of content controls."""
    for each in list(element.iter(*RANGE_ENDS, COMMENT_REFERENCE)):
        _drop(each)
    for control in element.iter(CONTROL_ID):
        _drop_identity(control)


def _drop_identity(control: Element) -> None:
    identity = control.find(IDENTITY)
    if identity is not None:
        control.remove(identity)


def _identity(segment: Segment) -> tuple[tuple[int, int], ...]:
    return tuple((id(block), branch) for block, branch in segment)


def _range_name(element: Element) -> str:
    name = kind(element).removesuffix("Start").removesuffix("End")
    return "comment" if name in ("commentRange", "commentReference") else name


def _drop(element: Element) -> None:
    parent = element.getparent()
    holder = None if parent is None else parent.getparent()
    if element.tag == COMMENT_REFERENCE and parent is not None and parent.tag == RUN:
        if holder is not None:
            holder.remove(parent)
    elif parent is not None:
        parent.remove(element)


def _only_once(element: Element) -> None:
    unit = element
    parent = element.getparent()
    if element.tag == COMMENT_REFERENCE and parent is not None:
        unit = parent
    unit.addprevious(etree.ProcessingInstruction(ONCE_TARGET, f"{kind(element)}-{next(KEYS)}"))
    unit.addnext(etree.ProcessingInstruction(END_ONCE_TARGET))
