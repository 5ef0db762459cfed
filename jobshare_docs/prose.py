"""Prose: the Markdown people write in their answers, as blocks of plainly formatted runs.

Only paragraphs, lists, emphasis and links mean anything; everything else is text as it stands.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LINK_SCHEMES = ("http://", "https://", "mailto:")
MARKDOWN_RULES = ("list", "emphasis", "link", "newline", "escape")

# Most prose is plain paragraphs: without one of these, Markdown has nothing more to say about it.
MAY_MEAN_SOMETHING = re.compile(r"[*_\[\\\r\0]|^\s*(?:[-+]|\d+[.)])\s| {2}\n", re.MULTILINE)
LIST_BEGINNINGS = "-+0123456789"
# words in bold that nobody could read otherwise: apart from other words, and plain within
LIST_OR_BREAK = re.compile(r"^\s*(?:[-+*]|\d+[.)])(?:\s|$)| {2}\n", re.MULTILINE)
BOLD = re.compile(r"(?:(?<=[ (])|^)\*\*(\w(?:[\w ,;:'’.-]*\w)?)\*\*(?=[ .,;:)!?]|$)")
PARTS = re.compile(r"\n(?:[ \t]*\n)+")
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
# a paragraph of nothing but marks, such as a dash for "none": no list without a single item
MARKS_ALONE = re.compile(
    r"(\A|\n[ \t]*\n)([ \t]*)(?=[-+*](?:[ \t]+[-+*])*[ \t]*(?:\n[ \t]*\n|\s*\Z))"
)
LIST_BEGINNING = re.compile(r"^(?:[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t])+", re.MULTILINE)
LISTS_AT_MOST = 100


class Prose(str):
    """Markdown text: a value of this type is printed as real paragraphs, lists and links."""

    __slots__ = ()


class Run(NamedTuple):
    """A piece of text in one form; `link` is an address or empty, a newline a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


class Block(NamedTuple):
    """A paragraph, or a paragraph of a list item.

    `marker` is "", "bullet" or "number"; `level` counts nested lists from 0; `list_number` tells
    the lists of one text apart; `number` is the item's place in its list, from 1, and 0 in a
    further paragraph of the same item.
    """

    runs: tuple[Run, ...]
    marker: str = ""
    level: int = 0
    list_number: int = 0
    number: int = 0


@lru_cache(maxsize=4096)
def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and list items of a Markdown text, in order."""
    if not text.strip():
        return ()
    if not MAY_MEAN_SOMETHING.search(text):
        return tuple(Block((Run(words),)) for words in _paragraphs(text))
    if (simple := _simple_blocks(text)) is not None:
        return simple
    if _is_nested_too_deep(text):
        return tuple(Block((Run(words),)) for words in _paragraphs(text))
    return tuple(_blocks(_markdown().parse(MARKS_ALONE.sub(r"\1\2\\", text))))


def plain_words(text: str) -> str | None:
    """The words of a text on one line in which no character means anything; None for any other."""
    if "*" in text or "_" in text or "[" in text or "\\" in text or "\n" in text or "\r" in text:
        return None
    words = text.strip()
    return None if words[:1] in LIST_BEGINNINGS and words else words


def plain(text: str) -> str:
    """A Markdown text for the terminal: paragraphs apart, items on lines with their marks."""
    lines: list[str] = []
    previous: Block | None = None
    for block in blocks(text):
        if previous and not (block.marker and previous.marker):
            lines.append("")
        lines.append(_mark(block) + "".join(_plain_run(run) for run in block.runs))
        previous = block
    return "\n".join(lines)


def mark(block: Block) -> str:
    """What stands before an item where it cannot be a real list: a bullet, its number, nothing."""
    if not block.number:
        return ""
    return f"{block.number}. " if block.marker == "number" else "\N{BULLET} "


def _mark(block: Block) -> str:
    shown = "- " if block.marker == "bullet" and block.number else mark(block)
    return "  " * block.level + (shown or "  " * bool(block.marker))


def _plain_run(run: Run) -> str:
    address = run.link.removeprefix("mailto:")
    return f"{run.text} ({run.link})" if run.link and run.text != address else run.text


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # here: most answers never need it

    # each list and each item of one is a level, and what is nested deeper would be left out
    markdown = MarkdownIt("zero", {"maxNesting": 2 * LISTS_AT_MOST + 2})
    markdown.enable(list(MARKDOWN_RULES))
    markdown.validateLink = lambda url: url.lower().startswith(LINK_SCHEMES)  # type: ignore[method-assign]  # its documented hook
    return markdown


def _is_nested_too_deep(text: str) -> bool:
    """Whether there may be more lists in lists than anybody writes: each takes two characters."""
    longest = max((len(found.expandtabs(4)) for found in LIST_BEGINNING.findall(text)), default=0)
    return longest > 2 * LISTS_AT_MOST


class _List:
    """A list while its items are read."""

    def __init__(self, marker: str, identity: int) -> None:
        self.marker, self.identity = marker, identity
        self.items = 0
        self.item_begun = self.item_holds_text = False


def _paragraphs(text: str) -> Iterator[str]:
    """The words of each paragraph of a text, on one line."""
    for paragraph in BLANK_LINES.split(text.strip()):
        yield " ".join(line.strip() for line in paragraph.split("\n"))


def _simple_blocks(text: str) -> tuple[Block, ...] | None:
    """The blocks of a text that holds nothing but paragraphs, lists of dashes and words in bold.

    Most of what is marked at all is no more than that, and Markdown's library takes long to load
    and to read it. None where there is anything that this could read otherwise than it does.
    """
    found: list[Block] = []
    lists = items = 0
    for part in filter(str.strip, PARTS.split(text.rstrip().lstrip("\n"))):
        listed = _dashed(part)
        # what is indented after an item is more of it
        if listed is None and (LIST_OR_BREAK.search(part) or (items and part[:1].isspace())):
            return None
        lists += listed is not None and not items
        items = 0 if listed is None else items
        for words in listed or (" ".join(line.strip() for line in part.split("\n")),):
            items += listed is not None
            runs = _bold_runs(words)
            if runs is None:
                return None
            found.append(Block(runs, "bullet", 0, lists, items) if items else Block(runs))
    return tuple(found)


def _dashed(part: str) -> list[str] | None:
    """The items of a list of dashes, one on each line; None where that is not all there is."""
    lines = part.split("\n")
    is_list = all(line.startswith("- ") and line[2:3].strip() for line in lines)
    return [line[2:] for line in lines] if is_list else None


def _bold_runs(words: str) -> tuple[Run, ...] | None:
    """The runs of words of which some stand between `**`; None where anything else may be meant."""
    pieces = BOLD.split(words.strip())
    plain, bold = pieces[::2], pieces[1::2]
    if any(MAY_MEAN_SOMETHING.search(piece) for piece in (plain[0], *bold)):
        return None
    if LIST_OR_BREAK.match(plain[0]):
        return None
    if any(character in piece for piece in plain[1:] for character in "*_[\\\r\0"):
        return None
    runs = (Run(piece, bool(place % 2)) for place, piece in enumerate(pieces))
    return tuple(run for run in runs if run.text)


def _blocks(tokens: "Iterable[Token]") -> Iterator[Block]:
    lists: list[_List] = []
    seen = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            seen += 1
            lists.append(_List("bullet" if token.type.startswith("b") else "number", seen))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            lists[-1].items += 1
            lists[-1].item_begun = lists[-1].item_holds_text = False
        elif token.type == "list_item_close" and not lists[-1].item_holds_text:
            yield _block((), lists)
        elif token.type == "inline":
            yield _block(tuple(_runs(token.children or ())), lists)


def _block(runs: tuple[Run, ...], lists: list[_List]) -> Block:
    if not lists:
        return Block(runs)
    inner = lists[-1]
    number = 0 if inner.item_begun else inner.items
    inner.item_begun = True
    for each in lists:
        each.item_holds_text = True
    return Block(runs, inner.marker, len(lists) - 1, inner.identity, number)


def _runs(tokens: "Iterable[Token]") -> Iterator[Run]:
    bold = italic = 0
    link, shown = "", True
    for token in tokens:
        if token.type == "link_close" and not shown:  # a link without words shows its address
            yield Run(link.removeprefix("mailto:"), bold > 0, italic > 0, link)
        ends, begins = token.type == "link_close", token.type == "link_open"
        shown = ends or (not begins and (shown or bool(token.content.strip())))
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        link = _link(token, link)
        text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        if text and shown:
            yield Run(text, bold > 0, italic > 0, link)


def _link(token: "Token", current: str) -> str:
    if token.type == "link_open":
        address: Any = token.attrGet("href")
        return str(address)
    return "" if token.type == "link_close" else current
