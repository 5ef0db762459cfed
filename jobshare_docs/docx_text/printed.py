"""A document printed as plain text: headings marked, lists with their markers, tables in rows."""

from collections.abc import Iterator
from itertools import zip_longest

from jobshare_docs.docx_text.blocks import Block, Cell, Paragraph, Story, Table, flat
from jobshare_docs.docx_text.stories import stories

_COLUMN = " | "
_WIDEST = 60  # a cell longer than this runs on, and its column is as wide as the others need


def text(document: bytes) -> str:
    """The whole document as plain text, lines ending with `\\n`, the same for the same document.

    Headings begin with as many `#` as their level, list items with their number or `-`, headers,
    footers and notes with a mark in brackets; a link's address follows its words in `<>`; the
    cells of a table stand in columns between ` | `. Raises `DocxError` where the file is damaged
    or no Word document.
    """
    printed = [part for story in stories(document) if (part := "\n".join(_story(story)))]
    return "\n\n".join(printed) + "\n" if printed else ""


def _story(story: Story) -> Iterator[str]:
    """The lines of a story: its blocks with a blank line between, but not between list items."""
    mark = _mark(story)
    before: Block | None = None
    for block in story.blocks:
        lines = list(_lines(block))
        if not lines:
            continue
        if before is not None and not (mark or (_is_item(before) and _is_item(block))):
            yield ""
        yield from (f"{mark}{line}" for line in lines)
        before = block


def _mark(story: Story) -> str:
    if story.part == "body":
        return ""
    if story.part in ("footnote", "endnote"):
        return f"{story.label} "
    return f"[{', '.join(part for part in (story.part, story.label) if part)}] "


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.marker) and block.level is None


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _rows(block)
    elif block.text.strip():
        first, *more = block.text.split("\n")
        start = _start(block)
        yield f"{start}{first}".rstrip()
        yield from (f"{' ' * len(start) if block.marker else ''}{line}".rstrip() for line in more)


def _start(paragraph: Paragraph) -> str:
    """What a paragraph's first line begins with: the marks of a heading, a list item's marker."""
    marker = f"{paragraph.marker} " if paragraph.marker else ""
    if paragraph.level is not None:
        return f"{'#' * paragraph.level} {marker}"
    return "  " * paragraph.depth + marker if marker else ""


def _rows(table: Table) -> Iterator[str]:
    rows = [[_in_one_line(cell) for cell in row] for row in table.rows]
    columns = zip_longest(*rows, fillvalue="")
    widths = [max((len(cell) for cell in c if len(cell) <= _WIDEST), default=0) for c in columns]
    for row in rows:
        if any(row):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
            yield _COLUMN.join(cells).rstrip()


def _in_one_line(cell: Cell) -> str:
    """A cell's paragraphs in one line, so that a row is a line and every sentence stays whole."""
    return " / ".join(_words(paragraph) for paragraph in flat(cell))


def _words(paragraph: Paragraph) -> str:
    start = f"{paragraph.marker} " if paragraph.marker else ""
    return start + " / ".join(line.strip() for line in paragraph.text.split("\n"))
