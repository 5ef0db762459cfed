"""Texts, addresses, and yes or no."""

import re
from typing import Annotated, TypeAlias

from jobshare_docs.blocks import Leaf
from jobshare_docs.prose import Prose
from jobshare_docs.yaml_file.traps import BULLETS, without_curly_quotes

_LINE_END = re.compile(r"\s*\n\s*")
_BULLET = re.compile(rf"^([ \t]*)(?:[{BULLETS}]\s*|o\t)(?=\S)", re.MULTILINE)
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+")
_BOOLEANS = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}


def parse_text(text: str) -> str:
    """The text on one line."""
    return _LINE_END.sub(" ", without_curly_quotes(text.strip()))


def parse_lines(text: str) -> str:
    """The text with its lines as they are, as an address has them."""
    return "\n".join(line.rstrip() for line in without_curly_quotes(text.strip()).split("\n"))


def parse_prose(text: str) -> Prose:
    """The text as Markdown; the bullets of a word processor are those of a list."""
    words = without_curly_quotes(text.strip())
    if words.isascii() and "\t" not in words:
        return Prose(words)
    return Prose(_BULLET.sub(r"\1- ", words))


def parse_email(text: str) -> str:
    """An e-mail address; raises ValueError where it is none."""
    text = text.strip()
    if not _EMAIL.fullmatch(text):
        raise ValueError(f"'{text}' is no e-mail address: write one, such as name@company.example")
    return text


def parse_yes_no(text: str) -> bool:
    """`yes`, `no`, `y`, `n`, `true` or `false`, in capitals or not; raises ValueError."""
    answer = _BOOLEANS.get(text.strip().lower())
    if answer is None:
        raise ValueError(f"'{text.strip()}' is neither yes nor no: write yes or no")
    return answer


Text: TypeAlias = Annotated[
    str,
    Leaf(parse_text, "text", "Text on one line."),
]
LinesText: TypeAlias = Annotated[
    str,
    Leaf(parse_lines, "text", "Text, line by line, as in an address."),
]
ProseText: TypeAlias = Annotated[
    Prose,
    Leaf(
        parse_prose,
        "text",
        "Text: paragraphs, lists, **bold**, *italic* and [links](https://…) in Markdown.",
    ),
]
Email: TypeAlias = Annotated[
    str,
    Leaf(parse_email, "an e-mail address", "An e-mail address.", pattern=_EMAIL.pattern),
]
YesNo: TypeAlias = Annotated[
    bool,
    Leaf(parse_yes_no, "yes or no", "yes or no.", words=tuple(_BOOLEANS)),
]
