"""Footnotes and endnotes to which a choice or a loop refers: written where they are referred to.

Word keeps notes in a part of their own, each once, by a number. Where every document has all of
them they stay there. Else a note is written beside each reference to it, so that it is there as
often as that, sees what the tags there see, and is numbered anew; a render moves it to its part
(`moving`). The numbers follow one another, since some programs count on it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from lxml import etree

from jobshare_docs.word_template.blocks import Block
from jobshare_docs.word_template.lifting import Misplaced
from jobshare_docs.word_template.moving import Moved
from jobshare_docs.word_template.package import WORD_TYPE
from jobshare_docs.word_template.ranges import drawing_number, drop_ranges
from jobshare_docs.word_template.sandbox import NOTE_FILTER
from jobshare_docs.word_template.segments import Segment, loops, segments
from jobshare_docs.word_template.source import NOTES_TARGET, Part
from jobshare_docs.word_template.vocabulary import DRAWING_FORM, IDENTITY, Element, w

NOTES = {w(moved.value): moved for moved in Moved}
REFERENCES = {w(f"{moved.value}Reference"): moved for moved in Moved}
TYPES = {f"{WORD_TYPE}{moved.value}s+xml": moved for moved in Moved}

References = Mapping[Element, Segment]


def in_blocks(root: Element, blocks: list[Block]) -> dict[Moved, References]:
    """All references to notes, of the kinds of which any stands in a choice or a loop."""
    found: dict[Moved, dict[Element, Segment]] = {}
    for reference, segment in segments(root, blocks, REFERENCES):
        found.setdefault(REFERENCES[str(reference.tag)], {})[reference] = segment
    return {moved: of_kind for moved, of_kind in found.items() if any(of_kind.values())}


def across_notes(blocks: Iterable[Block]) -> Iterator[Misplaced]:
    """The blocks that open in one note and close in another: each note stands for itself."""
    for block in blocks:
        around = [next(placed.node.iterancestors(*NOTES), None) for placed in block.tags]
        if any(each is not around[0] for each in around):
            tags = " and ".join(f"'{placed.tag.text}'" for placed in block.tags)
            yield Misplaced(
                block.opening, f"{tags} stand in different notes; close it in the note it opens in"
            )


def beside_references(
    document: Part, part: Part, moved: Moved, references: References
) -> tuple[Part, Part]:
    """The document and the part of its notes, with the notes beside the references to them."""
    known = {note.get(IDENTITY): note for note in part.root if note.tag in NOTES}
    found = {ref: note for ref in references if (note := known.get(ref.get(IDENTITY))) is not None}
    part.root.append(etree.ProcessingInstruction(NOTES_TARGET, moved.name))
    staying = [note for note in known.values() if note not in found.values()]
    next_number = f"'{moved.value}'|{NOTE_FILTER}({_first_free(staying)})"
    same_number = f"'{moved.value}'|{NOTE_FILTER}"
    numbers = dict.fromkeys(found.values(), (IDENTITY, same_number))
    for note in {note for reference, note in found.items() if loops(references[reference])}:
        drop_ranges(note)
        numbers |= {drawing: drawing_number() for drawing in note.iter(DRAWING_FORM)}
    return (
        replace(
            document,
            numbers={**document.numbers, **dict.fromkeys(found, (IDENTITY, next_number))},
            notes={**document.notes, **{ref: (moved, note) for ref, note in found.items()}},
        ),
        replace(part, numbers={**part.numbers, **numbers}),
    )


def take_out(document: Part) -> None:
    """Take the notes that stand beside references out of their part, once its writer knows them."""
    for _, note in document.notes.values():
        if (holder := note.getparent()) is not None:
            holder.remove(note)


def _first_free(notes: Iterable[Element]) -> int:
    """The number after those of the notes that stay in their part, such as separators."""
    numbers = [0]
    for note in notes:
        with suppress(ValueError):  # damaged
            numbers.append(int(note.get(IDENTITY, "")))
    return max(numbers) + 1
