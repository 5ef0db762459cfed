"""The one text that Jinja compiles: all parts with tags, every tag on a line of its own.

So whatever goes wrong at run time is known by its line, and its line is a tag with its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from jobshare_docs.word_template import laws, marks, ranges, restarts
from jobshare_docs.word_template.joining import PlacedTag, new_node, target
from jobshare_docs.word_template.moving import Moved
from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.sandbox import (
    BEGIN_BLOCK,
    BEGIN_PRINT,
    END_BLOCK,
    END_PRINT,
    LIST_FILTER,
    ONCE_FILTER,
)
from jobshare_docs.word_template.shapes import NUMBER_HERE, Shape, Use
from jobshare_docs.word_template.splitting import copied_shell
from jobshare_docs.word_template.stand_ins import StandIns
from jobshare_docs.word_template.tags import Kind, Tag
from jobshare_docs.word_template.vocabulary import (
    FIELD_CODE,
    LINKS,
    PARAGRAPH,
    PARAGRAPH_FORM,
    RUN,
    RUN_FORM,
    SECTION,
    TEXT,
    VALUE,
    WORD,
    Element,
    w,
)
from jobshare_docs.word_template.writing import Writer

NOTES_TARGET = "notes"
SILENT_WORDS = ("raw", "endraw")
LIST_NUMBER = w("numId")


@dataclass(frozen=True)
class Part:
    """A part with its tags lifted, ready to be written.

    `numbers` are the elements with an id that a render gives them: the attribute for it, and the
    engine's own expression. `restarted` are the items of numbered lists that start again in a loop,
    with the variable that holds the list's number; `stand_ins` are the tags in `attributes`, of
    elements with how each is printed; `notes` are those to write beside the references to them.
    """

    name: str
    root: Element
    tags: Mapping[Element, PlacedTag]
    numbers: Mapping[Element, tuple[str, str]] = field(default_factory=dict)
    restarted: Mapping[Element, str] = field(default_factory=dict)
    stand_ins: StandIns | None = None
    attributes: Mapping[Element, Use] = field(default_factory=dict)
    notes: Mapping[Element, tuple[Moved, Element]] = field(default_factory=dict)


@dataclass
class Lines:
    """The tags of a source by their line, from 1, and the shapes in which they print.

    `list_variables` hold the numbers of lists that start again, by the line of the item's tag.
    """

    tags: list[PlacedTag] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    list_variables: dict[int, str] = field(default_factory=dict)

    def code(self, placed: PlacedTag, shape: Shape | None = None) -> str:
        """A tag as Jinja reads it, on a new line."""
        tag = placed.tag
        if tag.kind is Kind.NOTE or tag.word in SILENT_WORDS:
            return ""
        self.tags.append(placed)
        self.shapes.append(shape or Shape(Use.TEXT, part=""))
        if tag.kind is Kind.PRINT:
            return f"{BEGIN_PRINT}\n{tag.code} {END_PRINT}"
        return f"{BEGIN_BLOCK}\n{tag.code} {END_BLOCK}"

    def own_code(self, expression: str, part: str) -> str:
        """An expression of the engine's own, printed as it is, for an attribute."""
        place = self.tags[-1].place if self.tags else Place("body")
        tag = Tag(Kind.PRINT, "", expression, "", 0, 0)
        return self.code(PlacedTag(tag, new_node(), place), Shape(Use.PROPERTY, part))

    @property
    def last_line(self) -> int:
        """The line of the tag whose code was made last; the first tag begins the second line."""
        return len(self.tags) + 1

    def at(self, line: int) -> PlacedTag:
        """The tag on a line; a line counts from 1, and what comes before any tag is on it."""
        return self.tags[max(line - 2, 0)]


class SourceWriter(Writer):
    """Writes a part as source: XML with the code of its tags."""

    ADDED: ClassVar[dict[str, str]] = {WORD: "w", LINKS: "r"}

    def __init__(self, part: "Part", lines: Lines) -> None:
        super().__init__(part.root)
        self.part_name, self.tags, self.lines = part.name, part.tags, lines
        self.numbers, self.restarted = part.numbers, part.restarted
        self.notes, self.writers = part.notes, dict[Moved, SourceWriter]()
        self.stand_ins, self.with_tags = part.stand_ins, part.attributes

    def element(self, element: Element) -> str:
        """An element, a paragraph that one value fills, or the code of a tag."""
        if not isinstance(element.tag, str):
            return self._node(element)
        if element.tag == PARAGRAPH and (node := _only_print(element, self.tags)) is not None:
            return self._paragraph_of(node, element)
        written = super().element(element)
        moved, note = self.notes.get(element, (None, None))
        if moved is None or note is None:
            return written
        return written + moved.beside(self.writers[moved].element(note))

    def attributes(self, element: Element) -> str:
        """The attributes of an element, with the code of tags that stand in them."""
        written = self._attributes(element)
        use = self.with_tags.get(element)
        if use is None or self.stand_ins is None:
            return written
        shape = Shape(use, self.part_name)
        return self.stand_ins.with_code(written, lambda placed: self.lines.code(placed, shape))

    def _paragraph_of(self, node: Element, paragraph: Element) -> str:
        """The code of the tag that alone fills a paragraph."""
        shape = self._paragraph_shape(paragraph, node)
        code = self.lines.code(self.tags[node], shape)
        if shape.in_new_list:
            self.lines.list_variables[self.lines.last_line] = self.restarted[paragraph]
        return code

    def _attributes(self, element: Element) -> str:
        """The attributes of an element, one of them with the number that a render gives it."""
        if element in self.numbers:
            return self._with(element, *self.numbers[element])
        number = element.getparent() if element.tag == LIST_NUMBER else None
        item = next(number.iterancestors(PARAGRAPH)) if number is not None else None
        if item is not None and item in self.restarted and element.get(VALUE) != NUMBER_HERE:
            return self._with(element, VALUE, self.restarted[item])
        return super().attributes(element)

    def _with(self, element: Element, name: str, expression: str) -> str:
        """An element's attributes, one of them with the value of an expression of the engine's."""
        rest = copied_shell(element)
        rest.attrib.pop(name, "")
        code = self.lines.own_code(expression, self.part_name)
        return f'{super().attributes(rest)} {self.name(name)}="{code}"'

    def _node(self, node: Element) -> str:
        text = node.text or ""
        match target(node):
            case laws.MARK_TARGET:
                return marks.Mark[text].written
            case ranges.ONCE_TARGET:
                return f"{BEGIN_BLOCK}if '{text}'|{ONCE_FILTER} {END_BLOCK}"
            case ranges.END_ONCE_TARGET:
                return f"{BEGIN_BLOCK}endif {END_BLOCK}"
            case name if name == NOTES_TARGET:
                return Moved[text].place
            case restarts.START_LIST_TARGET:
                number, level = text.split()
                variable = restarts.VARIABLE + number
                made = f"'{number}'|{LIST_FILTER}({level})"
                return f"{BEGIN_BLOCK}set {variable} = {made} {END_BLOCK}"
        placed = self.tags[node]
        return self.lines.code(
            placed, self._text_shape(node) if placed.tag.kind is Kind.PRINT else None
        )

    def _text_shape(self, node: Element) -> Shape:
        parent = node.getparent()
        if parent is not None and parent.tag == FIELD_CODE:
            return Shape(Use.FIELD_CODE, self.part_name)
        return Shape(Use.TEXT, self.part_name, run_form=self._run_form(node))

    def _paragraph_shape(self, paragraph: Element, node: Element) -> Shape:
        run = next(node.iterancestors(RUN))
        form = paragraph.find(PARAGRAPH_FORM)
        in_new_list = paragraph in self.restarted
        if in_new_list:
            _leave_number_open(paragraph)
        children = [
            child for child in paragraph if isinstance(child.tag, str) and child is not form
        ]
        at = children.index(run)
        return Shape(
            Use.PARAGRAPH,
            self.part_name,
            run_form=self._run_form(node),
            opening=self.opening(paragraph),
            form=self.all(child for child in _children(form) if child.tag != SECTION),
            section=self.all(child for child in _children(form) if child.tag == SECTION),
            before=self.all(children[:at]),
            after=self.all(children[at + 1 :]),
            may_go=self.tags[node].tag.prefix == "p",
            in_new_list=in_new_list,
            once=_once(paragraph),
        )

    def _run_form(self, node: Element) -> str:
        run = next(node.iterancestors(RUN), None)
        form = None if run is None else run.find(RUN_FORM)
        return "" if form is None else self.element(form)


def _leave_number_open(paragraph: Element) -> None:
    """Let a render put the number of a list in, which starts again with this item."""
    for number in paragraph.iter(LIST_NUMBER):
        number.set(VALUE, NUMBER_HERE)


def _once(paragraph: Element) -> str:
    """The key of what stands in this paragraph in the first round of a loop only."""
    nodes = (child for child in paragraph if target(child) == ranges.ONCE_TARGET)
    return next((node.text or "" for node in nodes), "")


def _children(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)


def _is_beside_text(child: Element) -> bool:
    """Whether a child of a paragraph is its form, a mark of a range, or the sign of a comment."""
    if not isinstance(child.tag, str):
        return target(child) in (ranges.ONCE_TARGET, ranges.END_ONCE_TARGET)
    if child.tag == RUN:
        return any(each.tag == ranges.COMMENT_REFERENCE for each in child)
    return child.tag in (PARAGRAPH_FORM, *ranges.RANGE_ENDS)


def _only_print(paragraph: Element, tags: Mapping[Element, PlacedTag]) -> Element | None:
    """The tag that alone makes up a paragraph's content, if it prints."""
    content = [child for child in paragraph if not _is_beside_text(child)]
    if len(content) != 1 or content[0].tag != RUN:
        return None
    texts = [child for child in content[0] if child.tag != RUN_FORM]
    if len(texts) != 1 or texts[0].tag != TEXT or texts[0].text or len(texts[0]) != 1:
        return None
    node = texts[0][0]
    prints = node in tags and tags[node].tag.kind is Kind.PRINT
    return node if prints and not node.tail else None
