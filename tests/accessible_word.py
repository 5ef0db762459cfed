"""What an accessible Word document keeps to: each rule says what breaks it.

The first rules are those of Word's own Accessibility Checker ("Rules for the Accessibility
Checker", Microsoft support); those after them ask for more.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from lxml import etree
from word_colours import Colours, W, ancestor, contrast, found, has_look, value

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TAG = re.compile(r"{[%{].*?[%}]}")
_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)\b|^image\d*$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?")
_TYPED_LIST = re.compile(r"([-*•–]|\(?[0-9a-z]{1,2}[.)])[ \t]\S")
_EMPTY_WORDS = {"click here", "here", "link", "this link", "more", "read more"}
_LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_TAG_SIGN = "\ue000"  # in the place of a template's tag: no document prints this sign
# Canada Post asks for two blanks before the postal code.
_REPEATED = re.compile(r"[^\S\t]{2}(?![A-Z]\d[A-Z] \d[A-Z]\d)|\t{2}|\n{2}")


class Word:
    """A document opened for looking at its XML."""

    def __init__(self, document: bytes) -> None:
        self.parts: dict[str, etree._Element] = {}
        if is_zipfile(BytesIO(document)):
            with ZipFile(BytesIO(document)) as archive:
                for name in archive.namelist():
                    if name.endswith(".xml"):
                        self.parts[name] = etree.fromstring(archive.read(name))
        self.stories = [root for name, root in self.parts.items() if _STORIES.fullmatch(name)]

    def all(self, *names: str) -> Iterator[etree._Element]:
        """The elements of these names in body, headers, footers and notes."""
        for story in self.stories:
            yield from story.iter(*(name if name[0] == "{" else W + name for name in names))


Rule = Callable[[Word], Iterator[str]]


def text(element: etree._Element) -> str:
    """The words in an element, a template's tags as one sign."""
    signs = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n"}
    nodes = element.iter(W + "t", *signs)
    return _TAG.sub(_TAG_SIGN, "".join(signs.get(str(node.tag), node.text or "") for node in nodes))


def rows_and_cells(table: etree._Element) -> list[list[etree._Element]]:
    return [row.findall(W + "tc") for row in table.findall(W + "tr")]


def pictures_have_a_text_in_their_place(word: Word) -> Iterator[str]:
    for drawing in word.all(_WP + "docPr"):
        said = drawing.get("descr", "").strip()
        decorative = [each.get("val") for each in drawing.iter(_DECORATIVE)]
        if not said and decorative not in (["1"], ["true"]):
            yield f"picture {drawing.get('name')!r} has none"
        if _FILE_NAME.search(said):
            yield f"a picture's text is a file's name: {said!r}"
    for shape in word.all(_V + "shape", _V + "rect", _V + "group"):
        if not shape.get("alt", "").strip():
            yield "an old drawing has none"


def tables_have_a_title_and_a_description(word: Word) -> Iterator[str]:
    for table in word.all("tbl"):
        for name in ("tblCaption", "tblDescription"):
            if not value(table, f"w:tblPr//w:{name}").strip():
                yield f"no {name}: {text(table)[:40]!r}"


def tables_have_a_header_row(word: Word) -> Iterator[str]:
    for table in word.all("tbl"):
        rows = table.findall(W + "tr")
        marked = [found(row, "w:trPr/w:tblHeader") is not None for row in rows]
        if not marked or not marked[0]:
            yield f"its first row is none: {text(table)[:40]!r}"
        if not has_look(found(table, "w:tblPr/w:tblLook"), "firstRow"):
            yield f"its style is not told of it: {text(table)[:40]!r}"
        if rows and any(not text(cell).strip() for cell in rows[0].findall(W + "tc")):
            yield f"a column has no heading: {text(rows[0])[:40]!r}"


def tables_are_simple(word: Word) -> Iterator[str]:
    for table in word.all("tbl"):
        if list(table.iter(*(W + n for n in ("gridSpan", "vMerge", "hMerge", "gridBefore")))):
            yield f"merged or split cells: {text(table)[:40]!r}"
        widths = {len(cells) for cells in rows_and_cells(table)}
        if _TAG_SIGN not in text(table) and widths != {
            len(table.findall(f"{W}tblGrid/{W}gridCol"))
        }:
            yield f"rows of {sorted(widths)} cells: {text(table)[:40]!r}"
        if ancestor(table, "tbl") is not None:
            yield f"a table in a table: {text(table)[:40]!r}"


def headings_are_there_and_do_not_leap(word: Word) -> Iterator[str]:
    headings = list(outline(word))
    if not headings:
        yield "no paragraph is a heading"
    for (before, _), (level, said) in zip([(0, ""), *headings], headings, strict=False):
        if level > before + 1:
            yield f"level {level} after {before}: {said!r}"
        if not said:
            yield f"a heading of level {level} has no words"


def outline(word: Word) -> Iterator[tuple[int, str]]:
    """The level, from 1, and the words of each paragraph that Word's navigation shows."""
    styles = {
        value(style, attribute="styleId"): style
        for style in word.parts["word/styles.xml"].iter(W + "style")
    }
    for paragraph in word.parts["word/document.xml"].iter(W + "p"):
        level = value(paragraph, "w:pPr/w:outlineLvl")
        style = value(paragraph, "w:pPr/w:pStyle")
        while not level and style in styles:
            level = value(styles[style], "w:pPr/w:outlineLvl")
            style = value(styles[style], "w:basedOn")
        if level and int(level) < 9:
            yield int(level) + 1, text(paragraph).strip()


def nothing_floats(word: Word) -> Iterator[str]:
    names = (_WP + "anchor", "framePr", "txbxContent", "tblpPr", _V + "textbox")
    yield from (f"{etree.QName(each).localname}" for each in word.all(*names))


def no_blanks_are_repeated(word: Word) -> Iterator[str]:
    for paragraph in word.all("p"):
        if _REPEATED.search(text(paragraph)):
            yield repr(text(paragraph))


def text_stands_out_from_what_is_behind_it(word: Word) -> Iterator[str]:
    colours = Colours(word.parts["word/styles.xml"])
    for run in word.all("r"):
        if (
            run.find(W + "t") is None
            or value(ancestor(run, "p"), "w:pPr/w:pStyle") == "TemplateTag"
        ):
            continue  # a lone tag of a template is never printed
        ink, shade = colours.ink(run), colours.shade(run)
        if contrast(ink, shade) < _LEAST_CONTRAST:
            yield f"{ink} on {shade}, {contrast(ink, shade):.1f} to 1: {text(run)[:40]!r}"


def nobody_is_locked_out(word: Word) -> Iterator[str]:
    if not word.parts:
        yield "the file is encrypted, or no Word document"
        return
    settings = word.parts.get("word/settings.xml")
    for name in ("documentProtection", "writeProtection"):
        if found(settings, f"w:{name}") is not None:
            yield name
    yield from (f"locked: {text(lock)}" for lock in word.all("lock"))


def content_controls_have_a_title(word: Word) -> Iterator[str]:
    for control in word.all("sdt"):
        if not value(control, "w:sdtPr/w:alias").strip():
            yield repr(text(control)[:40])


def the_document_has_a_title(word: Word) -> Iterator[str]:
    core = word.parts.get("docProps/core.xml")
    title = "" if core is None else core.findtext(_DC + "title", "")
    if not title.strip():
        yield "no title"


def the_language_is_known(word: Word) -> Iterator[str]:
    styles = word.parts["word/styles.xml"]
    given = value(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    if not given:
        yield "the document names none"
    for element in (*styles.iter(W + "lang"), *word.all("lang")):
        if value(element) and not _LANGUAGE.fullmatch(value(element)):
            yield f"no language: {value(element)!r}"


def no_paragraph_is_empty(word: Word) -> Iterator[str]:
    for paragraph in word.all("p"):
        holds = list(paragraph.iter(W + "drawing", W + "fldChar", W + "sectPr", W + "pict"))
        if text(paragraph).strip() or holds or in_a_row_of_tags(paragraph):
            continue
        if not is_to_be_filled_in(paragraph):
            before = next(paragraph.itersiblings(W + "p", preceding=True), None)
            yield f"after {text(before)[-40:]!r}" if before is not None else "at the beginning"


def is_to_be_filled_in(paragraph: etree._Element) -> bool:
    """Whether its cell is one of a blank form: a row under a heading, with words in front alone."""
    row, cell = ancestor(paragraph, "tr"), ancestor(paragraph, "tc")
    if row is None or cell is None or found(row, "w:trPr/w:tblHeader") is not None:
        return False
    first, *others = row.findall(W + "tc")
    is_blank = not any(text(each).strip() for each in others)
    return is_blank and bool(text(first).strip()) and len(cell.findall(W + "p")) == 1


def in_a_row_of_tags(paragraph: etree._Element) -> bool:
    """Whether the row of a paragraph holds nothing but a tag, with which it is taken away."""
    row = ancestor(paragraph, "tr")
    return row is not None and text(row).strip() == _TAG_SIGN


def links_have_words_and_an_underline(word: Word) -> Iterator[str]:
    for link in word.all("hyperlink"):
        said = " ".join(text(link).split())
        if not said or said.lower() in _EMPTY_WORDS or re.match(r"(https?|ftp)://", said):
            yield f"says nothing of where it leads: {said!r}"
    styles = word.parts["word/styles.xml"].iter(W + "style")
    for style in styles:
        if value(style, attribute="styleId") == "Hyperlink" and not value(style, "w:rPr/w:u"):
            yield "a link is told by its colour alone"


def nothing_is_said_by_colour_alone(word: Word) -> Iterator[str]:
    for table in word.all("tbl"):
        shades = defaultdict(set)
        for row in rows_and_cells(table)[1:]:
            for cell in row:
                shades[text(cell).strip()].add(value(cell, "w:tcPr/w:shd", "fill"))
        for said, fills in shades.items():
            if not said and fills != {""}:
                yield f"an empty cell is shaded: {text(table)[:40]!r}"
            if said and _TAG_SIGN not in said and len(fills) > 1:
                yield f"{said!r} is shaded in {len(fills)} ways: {text(table)[:40]!r}"


def lists_are_lists(word: Word) -> Iterator[str]:
    for paragraph in word.all("p"):
        if _TYPED_LIST.match(text(paragraph)):
            yield repr(text(paragraph)[:40])


RULES: tuple[Rule, ...] = (
    pictures_have_a_text_in_their_place,
    tables_have_a_title_and_a_description,
    tables_have_a_header_row,
    tables_are_simple,
    headings_are_there_and_do_not_leap,
    nothing_floats,
    no_blanks_are_repeated,
    text_stands_out_from_what_is_behind_it,
    nobody_is_locked_out,
    content_controls_have_a_title,
    the_document_has_a_title,
    the_language_is_known,
    no_paragraph_is_empty,
    links_have_words_and_an_underline,
    nothing_is_said_by_colour_alone,
    lists_are_lists,
)
