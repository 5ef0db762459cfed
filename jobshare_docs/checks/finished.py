"""Whether a finished document, also one edited in Word, still has all that it needs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jobshare_docs import stamp
from jobshare_docs.checks.headings import Found, State, out_of_order, sections_found
from jobshare_docs.checks.marking import MARKED
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.docx_text import Paragraph, paragraphs, sections
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_DRAFT_BOX = "draft box"
_DRAFT_MARK = "draft mark"
_SHOWN = 60


class FinishedDocument(NamedTuple):
    """What a check of a document found: its kind, its sections where it has any, its problems."""

    kind: str | None
    edited: bool
    sections: tuple[Found, ...]
    problems: tuple[Problem, ...]


def check_document(path: Path, document: bytes, policy: Policy) -> FinishedDocument:
    """A finished document's sections and problems; raises DocxError where it is no Word document.

    A document that this program did not make is never called complete, whatever it holds.
    """
    mark = stamp.read(document)
    kind = CATALOGUE.get(mark.kind) if mark else None
    outline = sections_found(sections(document), policy)
    proposal = kind.has_sections if kind else _looks_like_proposal(outline)
    found = _unwritten(outline, document) if proposal else ()
    problems = [*_foreign(path, mark), *_sections(path, found), *_left_over(path, document, mark)]
    edited = mark is not None and not stamp.is_untouched(document)
    return FinishedDocument(mark.kind if mark else None, edited, found, tuple(problems))


def is_template(document: bytes) -> bool:
    """Whether a Word file is a template: it has tags, and no mark of having been made from one.

    A template's marked copy is one too. Raises DocxError where it is no Word document.
    """
    mark = stamp.read(document)
    if mark is not None and mark.kind != MARKED:
        return False
    return any(_TAG.search(paragraph.text) for paragraph in paragraphs(document))


def _looks_like_proposal(outline: list[Found]) -> bool:
    return 2 * sum(one.state is not State.MISSING for one in outline) >= len(outline)


def _unwritten(outline: list[Found], document: bytes) -> tuple[Found, ...]:
    """The sections, those told to be written in which a box of the draft is left."""
    heading, boxed = "", set()
    for paragraph in paragraphs(document):
        if paragraph.level == 1:
            heading = paragraph.text.strip()
        if paragraph.style.casefold() == _DRAFT_BOX and paragraph.part == "body":
            boxed.add(heading)
    return tuple(
        one._replace(state=State.UNWRITTEN)
        if one.state is State.COMPLETE and one.heading in boxed
        else one
        for one in outline
    )


def _foreign(path: Path, mark: stamp.Stamp | None) -> Iterator[Problem]:
    if mark is None:
        yield Problem(
            str(path),
            "jobshare-docs did not make this file, so it cannot be called complete: make the"
            " document from its answers, or read it through yourself",
        )


def _sections(path: Path, found: tuple[Found, ...]) -> Iterator[Problem]:
    misplaced = {one.key for one in out_of_order(found)}
    for one in found:
        where = f'{path}: body, under "{one.heading}"' if one.heading else f"{path}: body"
        if one.state is State.MISSING:
            yield Problem(where, f"the section '{one.title}' is missing: add its heading and text")
        elif one.state is State.RENAMED:
            yield Problem(where, f"the heading of '{one.title}' was changed: write it as it was")
        elif one.state is State.EMPTY:
            yield Problem(
                where, "nothing follows this heading: write it, or say that there is none"
            )
        if one.key in misplaced:
            yield Problem(
                where, "this section stands out of order: move it after the one before it"
            )


def _left_over(path: Path, document: bytes, mark: stamp.Stamp | None) -> Iterator[Problem]:
    heading, changed = "", _changed_sections(document, mark)
    for paragraph in paragraphs(document):
        if paragraph.level == 1:
            heading = paragraph.text.strip()
        where = _where(path, paragraph, heading)
        style = paragraph.style.casefold()
        if style in (_DRAFT_BOX, _DRAFT_MARK):
            yield Problem(where, f"left from the draft: {_short(paragraph.text)}; fill it in")
        elif heading in changed or paragraph.part != "body" or changed == _EVERYWHERE:
            for tag in _TAG.findall(paragraph.text):
                yield Problem(
                    where, f"'{_short(tag)}' is a template's tag: write what it stands for"
                )


_EVERYWHERE = frozenset({None})


def _changed_sections(document: bytes, mark: stamp.Stamp | None) -> frozenset[str | None]:
    """The headings under which words differ from what was made: a tag elsewhere is an answer's."""
    if mark is None or not mark.text:
        return _EVERYWHERE if mark is None or not stamp.is_untouched(document) else frozenset()
    return frozenset(stamp.changed_sections(document))


def _where(path: Path, paragraph: Paragraph, heading: str) -> str:
    under = f', under "{heading}"' if heading and paragraph.part == "body" else ""
    return f"{path}: {paragraph.part}{under}"


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
