"""What Word lets stand only once or only whole: bookmarks, comments, fields, drawings' ids."""

from collections.abc import Iterator

from lxml import etree

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.lifting import Misplaced
from jobshare_docs.word_template.segments import Segment, loops, parting, segments
from jobshare_docs.word_template.vocabulary import DRAWING_FORM, IDENTITY, RUN, Element, kind, w

RANGE_NAMES = ("bookmark", "commentRange", "perm")
RANGE_ENDS = tuple(w(name + end) for name in RANGE_NAMES for end in ("Start", "End"))
COMMENT_REFERENCE = w("commentReference")
FIELD_MARK, FIELD_MARK_TYPE = w("fldChar"), w("fldCharType")
CONTROL_ID = w("sdtPr")
NOTE_REFERENCES = (w("footnoteReference"), w("endnoteReference"))

ONCE_TARGET, END_ONCE_TARGET = "once", "endonce"


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


def repeated_notes(root: Element, blocks: list[Block]) -> Iterator[Misplaced]:
    """The loops that would refer to one footnote several times, which Word does not."""
    said: set[int] = set()
    for _, segment in segments(root, blocks, NOTE_REFERENCES):
        if (around := loops(segment)) and id(around[-1]) not in said:
            said.add(id(around[-1]))
            opening = around[-1].opening
            yield Misplaced(
                opening,
                f"'{opening.tag.text}' repeats a footnote or endnote, and Word has each note only "
                "once; write it into the text, or put the note outside of the loop",
            )


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


def drawings_in_loops(root: Element, blocks: list[Block]) -> frozenset[Element]:
    """The drawings that need a new id in every round; content controls there lose theirs."""
    repeated = frozenset(
        element for element, segment in segments(root, blocks, [DRAWING_FORM]) if loops(segment)
    )
    for control, segment in segments(root, blocks, [CONTROL_ID]):
        identity = control.find(IDENTITY)
        if loops(segment) and identity is not None:
            control.remove(identity)
    return repeated


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
    unit.addprevious(etree.ProcessingInstruction(ONCE_TARGET, f"{kind(element)}-{id(element)}"))
    unit.addnext(etree.ProcessingInstruction(END_ONCE_TARGET))
