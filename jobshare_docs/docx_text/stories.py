"""The runs of text of a document in the order in which a person reads them."""

from collections.abc import Iterator

from lxml import etree

from jobshare_docs.docx_text.blocks import Block, Paragraph, Place, Story, flat
from jobshare_docs.docx_text.numbering import Numbering, lists_of
from jobshare_docs.docx_text.package import DocxError, Package, R, W
from jobshare_docs.docx_text.reading import Reader
from jobshare_docs.docx_text.styles import Styles
from jobshare_docs.docx_text.words import Surroundings

_PAGES = {"first": "first page", "even": "even pages"}


def paragraphs(document: bytes) -> list[Paragraph]:
    """Every paragraph of the document that has words: headers, body, notes, footers.

    Raises `DocxError` where the file is damaged or no Word document.
    """
    return [found for story in stories(document) for found in flat(story.blocks)]


def stories(document: bytes) -> list[Story]:
    """All that a document says: headers, body, footnotes, endnotes, footers."""
    return _Document(Package(document)).stories()


def body(document: bytes) -> list[Block]:
    """The body alone."""
    return _Document(Package(document)).body().blocks


class _Document:
    """An opened document and what its stories share: styles, lists, the notes met so far."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._root = package.part(package.main)
        self._styles = Styles(package)
        self._lists = lists_of(package)
        self._notes: dict[tuple[str, str], str] = {}

    def stories(self) -> list[Story]:
        body = self.body()  # read first: it says which notes there are
        return [
            *self._margins("header"),
            body,
            *self._notes_of("footnote"),
            *self._notes_of("endnote"),
            *self._margins("footer"),
        ]

    def body(self) -> Story:
        body = self._root.find(W + "body")
        if body is None:
            raise DocxError("this is no Word document: its main part has no body")
        return self._story(body, "body", "", self._package.main)

    def note_mark(self, kind: str, note_id: str) -> str:
        """The mark of a note, counted from one in the order of the text."""
        met = self._notes
        if (kind, note_id) not in met:
            count = 1 + sum(1 for other, _ in met if other == kind)
            met[kind, note_id] = f"[{'e' if kind == 'endnote' else ''}{count}]"
        return met[kind, note_id]

    def _story(self, root: etree._Element, part: str, label: str, name: str) -> Story:
        surroundings = Surroundings(self._package.relationships(name), self.note_mark)
        reader = Reader(self._styles, Numbering(self._lists), surroundings)
        return Story(part, label, list(reader.blocks(root, Place(part))))

    def _margins(self, kind: str) -> Iterator[Story]:
        """Each header or footer that a section names, once."""
        targets = self._package.relationships(self._package.main)
        met = set()
        for reference in self._root.iter(f"{W}{kind}Reference"):
            target = targets.get(reference.get(R + "id", ""))
            if target is not None and target.target not in met:
                met.add(target.target)
                label = _PAGES.get(reference.get(W + "type", ""), "")
                yield self._story(self._package.part(target.target), kind, label, target.target)

    def _notes_of(self, kind: str) -> Iterator[Story]:
        """The notes that the text refers to, in its order, also those that a note refers to."""
        name = self._package.related(self._package.main, f"{kind}s")
        if name is None:
            return
        notes = {note.get(W + "id"): note for note in self._package.part(name).iter(W + kind)}
        for (other, note_id), mark in list(self._notes.items()):
            if other == kind and note_id in notes:
                yield self._story(notes[note_id], kind, mark, name)
