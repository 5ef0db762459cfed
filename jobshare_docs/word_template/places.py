"""Where in a Word file something is: Word has no lines, so the part, the heading and the words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jobshare_docs.problems import Problem
from jobshare_docs.word_template.flat_text import shown
from jobshare_docs.word_template.vocabulary import (
    NAME,
    PARAGRAPH,
    PARAGRAPH_FORM,
    Element,
    value,
    w,
)

QUOTED_AT_MOST = 60
HEADING_AT_MOST = 80


class Spot(NamedTuple):
    """Where a mark can be set: words in a paragraph of a part ("word/footer1.xml").

    Paragraphs count from 0 in the part as it is in the file. Without a part it is the body, without
    a number the first paragraph that says nothing but the words.
    """

    words: str
    part: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class PlacedProblem(Problem):
    """A problem of which it is known where a mark for it can be set."""

    spot: Spot | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """The part of the file ("body"), the nearest heading above, and the paragraph's text.

    `order` counts the paragraphs of a file, so that mistakes can be told in its order; `name` and
    `number` are those of its `Spot`.
    """

    part: str
    heading: str = ""
    paragraph: str = ""
    order: int = field(default=0, compare=False)
    name: str = field(default="", compare=False)
    number: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return self.near("")

    def near(self, words: str) -> str:
        """The place in words, with the part of the paragraph around `words` quoted."""
        said = [self.part]
        if self.heading:
            said.append(f'under "{excerpt(self.heading, "", HEADING_AT_MOST)}"')
        if self.paragraph:
            said.append(f'near "{excerpt(self.paragraph, words)}"')
        return ", ".join(said)

    def problem(self, file: str, words: str, message: str) -> Problem:
        """A problem here, near `words`; what the message itself quotes is not said twice."""
        place = self
        if self.paragraph == " ".join(words.split()) and words in message:
            place = Place(self.part, self.heading)
        spot = Spot(words, self.name, self.number) if self.name else None
        return PlacedProblem(f"{file}: {place.near(words)}", message, spot=spot)


def excerpt(text: str, words: str, most: int = QUOTED_AT_MOST) -> str:
    """The part of `text` around `words`, cut between words, with … where it was cut."""
    if len(text) <= most:
        return text
    middle = max(text.find(" ".join(words.split())), 0) + len(words) // 2
    start = max(0, min(middle - most // 2, len(text) - most))
    end = min(len(text), start + most)
    if start:
        start = min(text.find(" ", start) + 1 or start, middle)
    if end < len(text):
        end = max(text.rfind(" ", 0, end), middle)
    return "… " * bool(start) + text[start:end].strip() + " …" * (end < len(text))


def headings(styles: Element | None) -> frozenset[str]:
    """The ids of the styles that make a heading: built-in by name, or based on one that is."""
    if styles is None:
        return frozenset()
    found: set[str] = set()
    known = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    for identity in known:
        if any(_is_heading(known[ancestor]) for ancestor in _line(identity, known)):
            found.add(identity)
    return frozenset(found)


def numbered_paragraphs(root: Element) -> dict[Element, int]:
    """The paragraphs of a part with their numbers, while it is as it is in the file."""
    return {paragraph: number for number, paragraph in enumerate(root.iter(PARAGRAPH))}


def places(
    numbers: Mapping[Element, int],
    part: str,
    name: str,
    heading_styles: frozenset[str],
    first: int,
) -> dict[Element, Place]:
    """The place of every paragraph of a part, as its text stands before tags are joined.

    `first` is the order of the part's first paragraph.
    """
    heading = ""
    found: dict[Element, Place] = {}
    for paragraph, number in numbers.items():
        text = shown(paragraph)
        found[paragraph] = Place(part, heading, text, first + number, name, number)
        style = value(paragraph.find(f"{PARAGRAPH_FORM}/{w('pStyle')}"))
        if style in heading_styles and text:
            heading = text
    return found


def _line(identity: str, known: dict[str, Element]) -> Iterator[str]:
    """A style and those it is based on; a circle ends where it began."""
    seen: set[str] = set()
    while identity in known and identity not in seen:
        seen.add(identity)
        yield identity
        identity = value(known[identity].find(w("basedOn")))


def _is_heading(style: Element) -> bool:
    return value(style.find(NAME)).lower().startswith("heading ")
