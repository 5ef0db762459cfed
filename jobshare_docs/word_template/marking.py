"""Marking mistakes: a copy of a Word file with a comment of Word's at each of them."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.word_template.flat_text import flat_text, shown
from jobshare_docs.word_template.places import PlacedProblem, Spot
from jobshare_docs.word_template.tags import Tag, found_in
from jobshare_docs.word_template.vocabulary import PARAGRAPH, RUN, Element, w

TEXT_BOX = w("txbxContent")
AUTHOR, INITIALS = "jobshare-docs", "jd"


def marked(path: Path, problems: Iterable[Problem]) -> bytes:
    """The file with a comment for each problem, where it is; else at the first paragraph.

    Word allows comments in the body alone: what is wrong elsewhere is told at its beginning, with
    its place. Raises ProblemsFound where the file cannot be written again.
    """
    try:
        document = docx.Document(str(path))
        for problem in problems:
            _comment(document, path, problem)
        written = BytesIO()
        document.save(written)
    # python-docx lets through what its many readers raise
    except Exception as error:
        raise ProblemsFound([Problem(str(path), f"it cannot be marked: {error}")]) from error
    return written.getvalue()


def _comment(document: Document, path: Path, problem: Problem) -> None:
    spot = problem.spot if isinstance(problem, PlacedProblem) else None
    paragraph = None if spot is None else _paragraph(document, spot)
    runs = _runs_with(paragraph, spot.words) if spot and paragraph is not None else []
    said = problem.message
    if not runs:
        place = problem.where.removeprefix(str(path)).removeprefix(": ")
        said = f"{place}: {said}" if place else said
        runs = [_first_run(document)]
    comment = document.add_comment(runs, said, AUTHOR, INITIALS)
    # the same mistakes give the same bytes
    del comment._comment_elm.attrib[qn("w:date")]


def _paragraph(document: Document, spot: Spot) -> Element | None:
    if spot.part not in ("", str(document.part.partname).lstrip("/")):
        return None
    for number, paragraph in enumerate(document.element.iter(PARAGRAPH)):
        if number == spot.paragraph or (spot.paragraph is None and shown(paragraph) == spot.words):
            return _outside_of_text_boxes(paragraph)
    return None


def _outside_of_text_boxes(paragraph: Element) -> Element:
    """The paragraph on which a text box hangs: Word takes no comment inside one."""
    boxes = list(paragraph.iterancestors(TEXT_BOX))
    return next(boxes[-1].iterancestors(PARAGRAPH)) if boxes else paragraph


def _runs_with(paragraph: Element, words: str) -> list[Run]:
    """The runs that hold the tag in which the words are; those of the whole text where none is."""
    flat = flat_text(paragraph)
    start, end = _around(flat.text, words)
    holding = [
        run
        for piece in flat.pieces
        if piece.start < end and piece.end > start
        for run in piece.element.iterancestors(RUN)
        if isinstance(run, CT_R)
    ]
    whole = Paragraph(paragraph, None)  # type: ignore[arg-type]  # nothing is asked of either
    return [Run(run, whole) for run in holding]


def _around(text: str, words: str) -> tuple[int, int]:
    """Where the tag begins and ends in which the words are; the words, or the text, elsewhere."""
    if words not in text:
        return 0, len(text)
    start = text.index(words)
    tags = (tag for tag in found_in(text) if isinstance(tag, Tag))
    around = (tag for tag in tags if tag.start <= start < tag.end)
    return next(((tag.start, tag.end) for tag in around), (start, start + len(words)))


def _first_run(document: Document) -> Run:
    paragraph = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
    return paragraph.runs[0] if paragraph.runs else paragraph.add_run()
