"""Finding tags in a paragraph's text, and reading each as the code it stands for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

PREFIX = re.compile(r"(p|tr|tc|r)\s+(?=[^\W]|[\"'“‘(\[{])")
OPENING = re.compile(r"\{[{%#]|\{_[{%]|[%}]_\}")
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
DOUBLE_QUOTES, SINGLE_QUOTES = '"“”„‟«»', "'‘’‚‛"
END_RAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")


class Kind(Enum):
    """What a tag is for: to print a value, to choose or repeat, or a note to the editor."""

    PRINT = "{{"
    BLOCK = "{%"
    NOTE = "{#"


CLOSING = {Kind.PRINT: "}}", Kind.BLOCK: "%}", Kind.NOTE: "#}"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at text[start:end] of its paragraph, with the white space that its dashes take.

    `text` is what the author wrote, `code` what Jinja reads: without prefix, dashes that take
    white space, curly quotes and no-break spaces. `prefix` is p, tr, tc, r or nothing.
    """

    kind: Kind
    text: str
    code: str
    prefix: str
    start: int
    end: int

    @property
    def holds_tab(self) -> bool:
        """Whether a tab key was struck inside the tag, where it does not count as text."""
        return self.kind is Kind.PRINT and "\t" in self.text.strip()

    @property
    def word(self) -> str:
        """The first word of a block tag: if, endfor, set …"""
        found = re.match(r"\w+", self.code)
        return found.group() if found and self.kind is Kind.BLOCK else ""


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A tag that begins at `start` and never ends; `text` is its beginning."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Underscore:
    """The mark in `{_{ name }_}`, which prints as `{{ name }}`: what is at `start` goes away."""

    start: int


Found = Tag | Unclosed | Underscore


def found_in(text: str, in_raw: bool = False) -> Iterator[Found]:
    """The tags of a text in order; `in_raw` where a raw block began in an earlier paragraph."""
    position = 0
    while position < len(text):
        found = _next_raw_end(text, position) if in_raw else _next(text, position)
        if found is None:
            return
        yield found
        position = found.end if isinstance(found, Tag) else found.start + 2
        if isinstance(found, Tag) and found.word in ("raw", "endraw"):
            in_raw = found.word == "raw"


def _next(text: str, position: int) -> Found | None:
    opening = OPENING.search(text, position)
    if opening is None:
        return None
    if "_" in opening.group():
        return Underscore(opening.start() + 1)
    kind = Kind(opening.group())
    end = _end(text, opening.end(), kind)
    if end is None:
        return Unclosed(text[opening.start() :][:40].strip(), opening.start())
    return _tag(kind, text, opening.start(), end)


def _next_raw_end(text: str, position: int) -> Tag | None:
    found = END_RAW.search(text, position)
    return _tag(Kind.BLOCK, text, found.start(), found.end()) if found else None


def _end(text: str, position: int, kind: Kind) -> int | None:
    """Where a tag ends: outside of quoted text and of brackets, before another tag begins."""
    closing = CLOSING[kind]
    if kind is Kind.NOTE:
        end = text.find(closing, position)
        return end + 2 if end >= 0 else None
    depth = 0
    while position < len(text):
        character = text[position]
        if depth <= 0 and text.startswith(closing, position):
            return position + 2
        if text.startswith(("{{", "{%"), position):
            return None
        quoted = _quoted(text, position) if character in DOUBLE_QUOTES + SINGLE_QUOTES else None
        if kind is Kind.PRINT:
            depth += {"{": 1, "}": -1}.get(character, 0)
        position = quoted.end if quoted else position + 1
    return None


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quoted text: what is between the quotes, and where it ends."""

    inner: str
    end: int


def _quoted(text: str, start: int) -> _Quoted | None:
    """The quoted text that begins here; None where nothing closes it within the tag."""
    opening = text[start]
    quotes = DOUBLE_QUOTES if opening in DOUBLE_QUOTES else SINGLE_QUOTES
    end = _closing_quote(text, start + 1, opening if opening in "\"'" else quotes)
    if end is None:  # straight at one end, curly at the other: Word changed one of them
        end = _closing_quote(text, start + 1, quotes)
    return None if end is None else _Quoted(text[start + 1 : end], end + 1)


def _closing_quote(text: str, position: int, quotes: str) -> int | None:
    while position < len(text):
        if text[position] in quotes and not _is_apostrophe(text, position):
            return position
        position += 2 if text[position] == "\\" else 1
    return None


def _is_apostrophe(text: str, position: int) -> bool:
    """Whether the curly quote here stands between letters, as in “it’s”."""
    around = text[position - 1 : position + 2]
    return (
        text[position] == "’" and len(around) == 3 and around[0].isalnum() and around[2].isalnum()
    )


def _tag(kind: Kind, text: str, start: int, end: int) -> Tag:
    inner = text[start + 2 : end - 2]
    takes_before, takes_after = _is_dash(inner[:1]), len(inner) > 1 and _is_dash(inner[-1:])
    inner = inner[takes_before : len(inner) - takes_after]
    prefix = PREFIX.match(inner)
    code = inner[prefix.end() :] if prefix else inner
    return Tag(
        kind,
        text[start:end],
        straight(code),
        prefix.group(1) if prefix else "",
        len(text[:start].rstrip()) if takes_before else start,
        len(text) - len(text[end:].lstrip()) if takes_after else end,
    )


def _is_dash(character: str) -> bool:
    return character.translate(DASHES) == "-"


def straight(code: str) -> str:
    """A tag's code with straight quotes, plain spaces and plain dashes outside of quoted text."""
    pieces: list[str] = []
    position = 0
    while position < len(code):
        character = code[position]
        quoted = _quoted(code, position) if character in DOUBLE_QUOTES + SINGLE_QUOTES else None
        if quoted:
            pieces.append(_requoted(quoted.inner, character))
            position = quoted.end
        else:
            pieces.append(_plain(character))
            position += 1
    return "".join(pieces).strip()


def _plain(character: str) -> str:
    if character in ZERO_WIDTH:
        return ""
    return " " if character.isspace() else character.translate(DASHES)


def _requoted(inner: str, opening: str) -> str:
    inner = inner.replace("\t", "").replace("\n", " ")
    quote = '"' if opening in DOUBLE_QUOTES else "'"
    return quote + re.sub(rf"(?<!\\){quote}", rf"\\{quote}", inner) + quote
