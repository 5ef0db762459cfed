"""What a document says, as values: stories, paragraphs, tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands; `part` is `body`, `header`, `footer`, `footnote` or `endnote`."""

    part: str
    in_table: bool = False
    in_text_box: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it reads, every tracked change accepted.

    `style` is the style's name; `level` the heading level from 1 to 9, None for body text; `marker`
    the number or bullet that Word draws before it, '' where none; `depth` its list level from 0;
    `bookmark` the first bookmark in it that a person (or we) set. Tabs and line breaks are in
    `text` as they are; a link's address follows its words in angle brackets.
    """

    style: str
    level: int | None
    text: str
    place: Place
    marker: str = ""
    depth: int = 0
    bookmark: str | None = None

    @property
    def part(self) -> str:
        """The kind of part that holds it."""
        return self.place.part

    @property
    def in_table(self) -> bool:
        """Whether it stands in a table."""
        return self.place.in_table

    @property
    def in_text_box(self) -> bool:
        """Whether it stands in a text box."""
        return self.place.in_text_box


@dataclass(frozen=True, slots=True)
class Table:
    """A table by rows and cells; a cell that another spans or continues into is empty."""

    rows: list[list["Cell"]]


Block = Paragraph | Table
Cell = list[Block]


@dataclass(frozen=True, slots=True)
class Story:
    """A run of text of its own: the body, one header or footer, one note.

    `label` tells two of a kind apart: `first page`, the mark of a note.
    """

    part: str
    label: str
    blocks: list[Block]


def flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs with words, those in tables row by row."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from flat(cell)
        elif block.text.strip():
            yield block
