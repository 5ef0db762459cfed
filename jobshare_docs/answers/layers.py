"""One layer of the answers: a YAML file, or a document made earlier, which carries its answers."""

import os
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from jobshare_docs.names import listed
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import Entry, Mapping, Node, Place, Scalar, Sequence, read, read_bytes

_WORD = ".docx"
_CARRIES_NONE = (
    "this document carries no answers: only a proposal does, unless it was made with --no-embed;"
    " name the YAML file that it was made from"
)
_EDITED = (
    "the text was edited since the document was made, {where}, and what it carries does not say so:"
    " put the changes into the answers, or use --ignore-edits to take what it carries all the same"
)
_CANNOT_TELL = (
    "nothing in this document says whether its text was edited since it was made: read it through"
    " beside what 'jobshare-docs answers' prints, and use --ignore-edits"
)


class Layer(NamedTuple):
    """What one file says, None where it cannot be read, and what is wrong in it."""

    file: str
    tree: Mapping | None
    problems: tuple[Problem, ...] = ()


def layer(file: str | os.PathLike[str], ignore_edits: bool = False) -> Layer:
    """The layer of a file; one of a .docx is refused where its text was edited.

    `ignore_edits` takes what such a document carries all the same.
    """
    name = os.fspath(file)
    if not is_document(name):
        tree, problems = read(name)
        return Layer(name, tree, tuple(problems))
    try:
        return layer_of(Path(name).read_bytes(), name, ignore_edits)
    except OSError:
        return Layer(name, None, tuple(read(name)[1]))  # which says why it cannot be read


def layer_of(content: bytes, file: str, ignore_edits: bool = False) -> Layer:
    """The same of what a file holds; `file` is what its mistakes name."""
    if not is_document(file):
        tree, problems = read_bytes(content, file)
        return Layer(file, tree, tuple(problems))
    from jobshare_docs.archive import ArchiveError  # most answers are YAML
    from jobshare_docs.embedded_answers import answers_in

    try:
        text = answers_in(content)
    except ArchiveError as error:
        return _refused(file, str(error))
    wrong = _CARRIES_NONE if text is None else None if ignore_edits else edits(content)
    return _refused(file, wrong) if wrong else _of_document(text or "", file)


def is_document(file: str) -> bool:
    """Whether a file is named as a Word document is."""
    return file.lower().endswith(_WORD)


def edits(document: bytes) -> str | None:
    """What speaks against taking the answers of a document whose text was edited; None: nothing."""
    from jobshare_docs import stamp

    try:
        headings = stamp.changed_sections(document)
    except ValueError:
        return _CANNOT_TELL
    return _EDITED.format(where=_places(headings)) if headings else None


def _places(headings: list[str]) -> str:
    return listed(
        [f"under '{heading}'" if heading else "before the first section" for heading in headings]
    )


def _refused(file: str, message: str) -> Layer:
    return Layer(file, None, (Problem(file, message),))


def _of_document(text: str, file: str) -> Layer:
    """What the text says; a line in it would be one of a file that nobody has."""
    tree, problems = read_bytes(text.encode(), file)
    nowhere = Place(file, 0, 0)
    return Layer(
        file,
        None if tree is None else _placed_block(tree, nowhere),
        tuple(replace(problem, line=None, column=None) for problem in problems),
    )


def _placed(node: Node, place: Place) -> Node:
    if isinstance(node, Scalar):
        return Scalar(node.text, node.quoted, place)
    if isinstance(node, Sequence):
        return Sequence(tuple(_placed(item, place) for item in node.items), place)
    return _placed_block(node, place)


def _placed_block(block: Mapping, place: Place) -> Mapping:
    entries = {
        key: Entry(place, _placed(entry.value, place)) for key, entry in block.entries.items()
    }
    return Mapping(entries, place)
