"""What `check` says of a finished document: its sections, and where its text was edited."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from jobshare_docs import stamp
from jobshare_docs.checks.finished import FinishedDocument
from jobshare_docs.checks.headings import Found, State
from jobshare_docs.cli.painting import state
from jobshare_docs.documents.templates import Templates
from jobshare_docs.docx_text.differences import Difference, differences
from jobshare_docs.policy.policy import Policy
from jobshare_docs.remaking import remade

_WIDTH = 32
_FRONT = "before the first section"


def section_lines(found: FinishedDocument, document: bytes) -> Iterator[str]:
    """A line for each section: there, empty, renamed or missing, and whether its text was edited.

    Then what else was edited, and how to see it.
    """
    edited = edited_headings(document)
    for one in found.sections:
        text = ", text edited" if one.heading and one.heading in edited else ""
        yield f"  {one.title:<{_WIDTH}}{state(_state(one))}{text}"
    headings = {name for one in found.sections for name in (one.heading, one.title)}
    for heading in edited:
        if heading not in headings:
            yield f"  {heading or _FRONT:<{_WIDTH}}text edited"
    if edited:
        yield "  --diff prints what differs from the answers it was made from"


def _state(one: Found) -> str:
    return f"renamed to '{one.heading}'" if one.state is State.RENAMED else one.state.value


def edited_headings(document: bytes) -> list[str]:
    """The headings under which the text is no longer what was made; none where nothing tells."""
    try:
        return stamp.changed_sections(document)
    except ValueError:
        return []


def difference_lines(
    path: Path, document: bytes, policy: Policy, templates: Templates
) -> Iterator[str]:
    """What the text says now (+) and what the answers gave (-); raises ProblemsFound."""
    again = remade(path, document, policy, templates)
    found = differences(again.document, document)
    if not again.is_exact:
        yield (
            f"{path}: made with another version, template or policy than these, so that some of"
            " what follows may be theirs"
        )
    if not found:
        yield f"{path}: its text is what its answers give"
    for heading, group in groupby(found, key=lambda one: one.heading):
        yield f"{path}: {heading or _FRONT}"
        for one in group:
            yield from _signed(one)


def _signed(difference: Difference) -> Iterator[str]:
    for sign, texts in (("-", difference.gone), ("+", difference.new)):
        for text in texts:
            yield from (f"{sign} {line}" for line in text.split("\n"))
