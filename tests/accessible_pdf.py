"""What an accessible PDF keeps to: each rule says what breaks it.

They follow PDF/UA-1 (ISO 14289-1) as far as a program can look at it, and ask that the PDF says
what its Word document says, in the same order. They are no certificate: veraPDF, which looks at
every clause, comes from none of the places that the tests install from; run it on a PDF by hand.
"""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from accessible_word import Word, outline
from word_colours import value

from jobshare_docs.docx_text import paragraphs

_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
_HEADING = re.compile(r"H([1-6])")
_LINES_AND_SHADES = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"}
_PAINTS = {"Tj", "TJ", "'", '"', "Do", "EI"} | _LINES_AND_SHADES


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the Word document that it was made from."""

    path: Path
    document: bytes

    def open(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)


Rule = Callable[[Printed], Iterator[str]]


def it_is_tagged(printed: Printed) -> Iterator[str]:
    with printed.open() as pdf:
        if not pdf.Root.get("/MarkInfo", {}).get("/Marked", False):
            yield "it does not say that it is"
        if "/StructTreeRoot" not in pdf.Root:
            yield "it has no structure"


def everything_there_is_tagged_or_an_artifact(printed: Printed) -> Iterator[str]:
    with printed.open() as pdf:
        for number, page in enumerate(pdf.pages, 1):
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += (operator in ("BDC", "BMC")) - (operator == "EMC")
                if operator in _PAINTS and depth == 0:
                    yield f"page {number}: {operator}"
                    break


def its_title_is_shown_and_is_the_documents(printed: Printed) -> Iterator[str]:
    with printed.open() as pdf:
        if not pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
            yield "the window shows the file's name"
        core = Word(printed.document).parts["docProps/core.xml"]
        wanted = core.findtext("{http://purl.org/dc/elements/1.1/}title")
        with pdf.open_metadata() as metadata:
            if metadata.get("dc:title") != wanted:
                yield f"the title is {metadata.get('dc:title')!r}"


def its_language_is_the_documents(printed: Printed) -> Iterator[str]:
    styles = Word(printed.document).parts["word/styles.xml"]
    wanted = value(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    with printed.open() as pdf:
        if str(pdf.Root.get("/Lang", "")) != wanted:
            yield f"it is {str(pdf.Root.get('/Lang', ''))!r}, not {wanted!r}"


def it_says_that_it_is_for_all(printed: Printed) -> Iterator[str]:
    with printed.open() as pdf, pdf.open_metadata() as metadata:
        if metadata.get(_UA) != "1":
            yield "PDF/UA is not claimed"


def its_fonts_are_in_it(printed: Printed) -> Iterator[str]:
    with printed.open() as pdf:
        for page in pdf.pages:
            for font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values():
                inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                described = inner.get("/FontDescriptor", pikepdf.Dictionary())
                if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys()):
                    yield f"{font.BaseFont}"
                if "/ToUnicode" not in font:
                    yield f"{font.BaseFont} cannot be read aloud"


def its_bookmarks_are_the_headings(printed: Printed) -> Iterator[str]:
    wanted = [_letters(said) for _, said in outline(Word(printed.document))]
    with printed.open() as pdf, pdf.open_outline() as bookmarks:
        found = [_letters(re.sub(r"^\d+ ", "", item.title)) for item in _flat(bookmarks.root)]
    if found != wanted:
        yield f"{found} instead of {wanted}"


def _flat(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _flat(item.children)


def its_headings_do_not_leap(printed: Printed) -> Iterator[str]:
    before = 0
    for kind in (str(element.S)[1:] for element in _structure(printed)):
        found = _HEADING.fullmatch(kind)
        if found:
            level = int(found[1])
            if level > before + 1:
                yield f"level {level} after {before}"
            before = level
    if not before:
        yield "there is none"


def its_tables_have_headings_and_its_pictures_a_text(printed: Printed) -> Iterator[str]:
    for element in _structure(printed):
        kind = str(element.S)
        if kind == "/Table" and not any(str(each.S) == "/TH" for each in _under(element)):
            yield "a table has no heading"
        if kind in ("/Figure", "/Formula") and not str(element.get("/Alt", "")).strip():
            yield "a picture has no text in its place"


def its_links_say_where_they_lead(printed: Printed) -> Iterator[str]:
    with printed.open() as pdf:
        for number, page in enumerate(pdf.pages, 1):
            links = [each for each in page.obj.get("/Annots", []) if each.Subtype == "/Link"]
            for link in links:
                if "/StructParent" not in link:
                    yield f"page {number}: a link that is not tagged"


def it_is_read_in_the_order_of_the_text(printed: Printed) -> Iterator[str]:
    """What a screen reader reads, by the tags, is the body of the document and nothing else."""
    body = [each for each in paragraphs(printed.document) if each.part == "body"]
    # Our reading of a document says '-' for every bullet.
    marked = ((each.marker.replace("-", "•"), each.text) for each in body)
    wanted = _letters(" ".join(f"{marker} {_without_addresses(text)}" for marker, text in marked))
    shown = ["pdfinfo", "-struct-text", str(printed.path)]
    told = subprocess.run(shown, check=True, capture_output=True, encoding="utf-8").stdout
    lines = (line.strip() for line in told.splitlines())
    found = _letters(" ".join(line[1:-1] for line in lines if line.startswith('"')))
    if found != wanted:
        same = next((n for n, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), -1)
        place = slice(max(same - 20, 0), same + 60)
        yield f"{found[place]!r} instead of {wanted[place]!r}"


def _without_addresses(text: str) -> str:
    """Our reading of a document puts the address of a link behind its words."""
    return re.sub(r" <(?:https?://|mailto:)[^<> ]+>", "", text)


def _letters(text: str) -> str:
    """Without blanks: where a line breaks, and at which hyphen, is no part of the text."""
    return re.sub(r"[\s­​_]+", "", text)


def _structure(printed: Printed) -> Iterator[pikepdf.Dictionary]:
    with printed.open() as pdf:
        if "/StructTreeRoot" in pdf.Root:
            yield from _under(pdf.Root.StructTreeRoot)


def _under(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _under(kid)


RULES: tuple[Rule, ...] = (
    it_is_tagged,
    everything_there_is_tagged_or_an_artifact,
    its_title_is_shown_and_is_the_documents,
    its_language_is_the_documents,
    it_says_that_it_is_for_all,
    its_fonts_are_in_it,
    its_bookmarks_are_the_headings,
    its_headings_do_not_leap,
    its_tables_have_headings_and_its_pictures_a_text,
    its_links_say_where_they_lead,
    it_is_read_in_the_order_of_the_text,
)
