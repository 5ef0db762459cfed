"""Word's laws: a cell ends with a paragraph, a table keeps a row or goes, two tables stand apart.

Where a choice could break one, a mark is left at compile time; what is rendered is looked at only
there (`marks`).
"""

from lxml import etree

from jobshare_docs.word_template.joining import NODE_NAME, PlacedTag, target
from jobshare_docs.word_template.lone import Tags
from jobshare_docs.word_template.marks import Mark
from jobshare_docs.word_template.tags import Kind
from jobshare_docs.word_template.vocabulary import (
    BLOCK_HOLDERS,
    CELL,
    FORMS,
    PARAGRAPH,
    ROW,
    SECTION,
    TABLE,
    Element,
    w,
)

MARK_TARGET = "mark"
SHELLS = {TABLE: ROW, ROW: CELL}
OPENING_WORDS, CLOSING_WORDS = ("if", "for", "with"), ("endif", "endfor", "endwith")
BETWEEN_BLOCKS = frozenset(w(name) for name in ("bookmarkStart", "bookmarkEnd", "sectPr"))


def mark(root: Element, tags: Tags) -> None:
    """Leave a mark wherever a choice or a loop could leave a holder without what it must hold."""
    for element in list(root.iter(*SHELLS)):
        if not any(child.tag == SHELLS[element.tag] for child in _certain(element, tags)):
            _mark_shell(element)
    for table in list(root.iter(TABLE)):
        if _may_touch_another(table, tags):
            table.addprevious(_node(Mark.TABLE_STANDS_APART))
    for element in list(root.iter(*BLOCK_HOLDERS)):
        if len(element) and not _ends_rightly(element, tags):
            _mark_end(element)


def _may_touch_another(table: Element, tags: Tags) -> bool:
    """Whether a choice or a loop, or a paragraph that may go, stands directly before a table.

    Two tables with nothing between them are one to Word.
    """
    previous = table.getprevious()
    while previous is not None and target(previous) == MARK_TARGET:
        previous = previous.getprevious()
    if previous is None:
        return False
    return previous in tags or (previous.tag == PARAGRAPH and _may_go(previous, tags))


def _may_go(paragraph: Element, tags: Tags) -> bool:
    """Whether a paragraph goes where its tag prints nothing."""
    return any(tags[node].tag.prefix == "p" for node in paragraph.iter(etree.PI) if node in tags)


def _certain(element: Element, tags: Tags) -> list[Element]:
    """The children that every choice and number of rounds leaves in place."""
    found: list[Element] = []
    depth = 0
    for child in element:
        depth += _step(tags[child]) if child in tags else 0
        if not depth and isinstance(child.tag, str):
            found.append(child)
    return found


def _step(placed: PlacedTag) -> int:
    if placed.tag.kind is not Kind.BLOCK:
        return 0
    return (placed.tag.word in OPENING_WORDS) - (placed.tag.word in CLOSING_WORDS)


def _ends_rightly(holder: Element, tags: Tags) -> bool:
    """Whether a holder ends with a paragraph for certain; outside of cells a table will do."""
    last = next((child for child in reversed(holder) if child.tag not in BETWEEN_BLOCKS), None)
    if last is not None and last in tags and tags[last].tag.word == "endif":
        return _branches_end_rightly(last, tags)
    if last is None or last not in _certain(holder, tags):
        return False
    if last.tag != PARAGRAPH:
        return holder.tag != CELL
    return not _may_go(last, tags)


def _branches_end_rightly(closing: Element, tags: Tags) -> bool:
    """Whether a choice has an `else`, and every branch certainly ends with a paragraph."""
    words = [""]
    turn = closing
    while words[-1] != "if":
        last = turn.getprevious()
        if last is None or last.tag != PARAGRAPH or _may_go(last, tags):
            return False
        turn = _turn_before(last, tags)
        words.append(tags[turn].tag.word)
    return "else" in words


def _turn_before(element: Element, tags: Tags) -> Element:
    """The tag that begins the branch of a choice in which an element stands."""
    depth = 0
    for each in element.itersiblings(preceding=True):
        if each not in tags or tags[each].tag.kind is not Kind.BLOCK:
            continue
        if not depth and tags[each].tag.word in ("if", "elif", "else"):
            return each
        depth -= _step(tags[each])
    raise ValueError("a branch begins with a tag")


def _mark_end(holder: Element) -> None:
    section = holder.find(SECTION)
    if section is not None and holder[-1] is section:
        section.addprevious(_node(Mark.ENDS_WITH_PARAGRAPH))
    else:
        holder.append(_node(Mark.ENDS_WITH_PARAGRAPH))


def _mark_shell(element: Element) -> None:
    element.addprevious(_node(Mark.SHELL_BEGINS))
    element.addnext(_node(Mark.SHELL_ENDS))
    forms = [child for child in element if child.tag in FORMS]
    element.insert(len(forms), _node(Mark.SHELL_CONTENT))


def _node(mark: Mark) -> Element:
    return etree.ProcessingInstruction(MARK_TARGET, mark.name)


assert MARK_TARGET != NODE_NAME
