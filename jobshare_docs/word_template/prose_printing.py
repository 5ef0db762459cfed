"""Prose in Word: real paragraphs and lists where it fills a paragraph, line breaks in a line."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from lxml import etree

from jobshare_docs.prose import Block, Prose, Run, blocks, mark
from jobshare_docs.word_template.rendering import Rendering
from jobshare_docs.word_template.shapes import Shape
from jobshare_docs.word_template.vocabulary import WORD, w
from jobshare_docs.word_template.writing import escaped_attribute

Escape = Callable[[str], str]

LINE_BREAK = "<w:r><w:br/></w:r>"
BEGIN_TEXT, END_RUN = '<w:t xml:space="preserve">', "</w:t></w:r>"
INDENT = 360
DEEPEST = 8  # Word's lists have nine levels; what is nested deeper stands on the last

# the order in which Word wants what the engine adds, among all that may stand in a w:rPr
FORM_ORDER_NAMES = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish",
    "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight",
    "u",
)  # fmt: skip
FORM_ORDER = tuple(w(name) for name in FORM_ORDER_NAMES)


def in_line(value: Prose, shape: Shape, rendering: Rendering, escape: Escape) -> str:
    """Prose in the middle of a sentence, within a w:t: its blocks are set apart by line breaks."""
    found = blocks(value)
    if len(found) == 1 and not found[0].marker and _is_plain(found[0].runs):
        return escape("".join(run.text for run in found[0].runs))
    lines = [_runs(_marked(block), shape, rendering, escape) for block in found]
    return f"{END_RUN}{LINE_BREAK.join(lines)}<w:r>{shape.run_form}{BEGIN_TEXT}"


def in_paragraphs(value: Prose, shape: Shape, rendering: Rendering, escape: Escape) -> str:
    """Prose that fills a paragraph: one paragraph for each of its blocks, in that one's form."""
    found = blocks(value)
    if not found:
        return "" if shape.may_go else shape.paragraph(shape.run(""))
    numbers: dict[int, int] = {}
    written: list[str] = []
    for block in found:
        form = _list_form(block, numbers, rendering) if block.marker else shape.form
        first, last = block is found[0], block is found[-1]
        content = _runs(block.runs, shape, rendering, escape)
        written.append(shape.one_of_several(form, content, first, last))
    return "".join(written)


def _is_plain(runs: Iterable[Run]) -> bool:
    return not any(run.bold or run.italic or run.link for run in runs)


def _marked(block: Block) -> tuple[Run, ...]:
    return (Run("    " * block.level + mark(block)), *block.runs) if block.marker else block.runs


def _runs(runs: Iterable[Run], shape: Shape, rendering: Rendering, escape: Escape) -> str:
    return "".join(_run(run, shape, rendering, escape) for run in runs)


def _run(run: Run, shape: Shape, rendering: Rendering, escape: Escape) -> str:
    if not (run.bold or run.italic or run.link):  # as most are
        return f"<w:r>{shape.run_form}{BEGIN_TEXT}{escape(run.text)}{END_RUN}"
    link_style = rendering.house.link_style if run.link else ""
    form = formed(shape.run_form, run.bold, run.italic, bool(run.link), link_style)
    written = f"<w:r>{form}{BEGIN_TEXT}{escape(run.text)}{END_RUN}"
    if not run.link:
        return written
    identity = escaped_attribute(rendering.link(shape.part, run.link))
    return f'<w:hyperlink r:id="{identity}" w:history="1">{written}</w:hyperlink>'


def _list_form(block: Block, numbers: dict[int, int], rendering: Rendering) -> str:
    """The form of an item; the further paragraphs of an item are indented and have no number."""
    style = escaped_attribute(rendering.house.style(block.marker))
    level = min(block.level, DEEPEST)
    if block.list_number not in numbers:
        numbers[block.list_number] = rendering.list_number(block.marker, level)
    number = numbers[block.list_number] if block.number else 0
    indent = "" if block.number else f'<w:ind w:left="{INDENT * (level + 1)}" w:firstLine="0"/>'
    level = level if block.number else 0
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f'<w:pStyle w:val="{style}"/>{numbering}{indent}'


@lru_cache(maxsize=512)
def formed(run_form: str, bold: bool, italic: bool, link: bool, link_style: str) -> str:
    """A run's form with what Markdown adds to it, each child in the place Word wants."""
    added = {"b": bold, "bCs": bold, "i": italic, "iCs": italic}
    names = [name for name, wanted in added.items() if wanted]
    if not names and not link:
        return run_form
    form = _parsed(run_form)
    for name in names:
        _add(form, w(name), "")
    if link and link_style:
        _add(form, w("rStyle"), link_style)
    elif link:
        _add(form, w("color"), "0563C1")
        _add(form, w("u"), "single")
    return _written(form)


def _parsed(run_form: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:w="{WORD}">{run_form or "<w:rPr/>"}</x>')[0]


def _written(form: etree._Element) -> str:
    text = etree.tostring(form, encoding="unicode")
    return text.replace(f' xmlns:w="{WORD}"', "", 1)


def _add(form: etree._Element, name: str, value: str) -> None:
    for present in form.findall(name):
        form.remove(present)
    rank = FORM_ORDER.index(name)
    before = [child for child in form if child.tag in FORM_ORDER[:rank]]
    child = etree.Element(name)
    if value:
        child.set(w("val"), value)
    form.insert(form.index(before[-1]) + 1 if before else 0, child)
