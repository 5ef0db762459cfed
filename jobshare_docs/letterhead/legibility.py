"""Words of a letterhead made in Word that are hard to read, each with its place."""

import re
from collections.abc import Container, Iterator
from pathlib import Path

from jobshare_docs.letterhead.colours import (
    LEAST_CONTRAST,
    ON_SHADES,
    PAPER,
    contrast,
    readable_heading,
)
from jobshare_docs.letterhead.inks import Inks
from jobshare_docs.letterhead.own_document import stories
from jobshare_docs.letterhead.parts import Parts
from jobshare_docs.letterhead.styles import attribute, styles_by_name
from jobshare_docs.problems import Problem, ProblemsFound, Severity
from jobshare_docs.word_template.package import PartError, opened
from jobshare_docs.word_template.vocabulary import RUN, TEXT, Element, w

_DIGITS = re.compile(r"[0-9A-F]{6}")
_LONGEST = 40  # characters of the words that are quoted
_SHADES = ("shade a", "shade b", "shade both")
_FIRST_ROW = "w:tblStylePr[@w:type='firstRow']/"
_Pair = tuple[str, str]


def hard_to_read(letterhead: Path, house: Path) -> Iterator[Problem]:
    """A warning for each colour of words that stands out too little from what is behind it.

    Looked at are the header and footer of a letter, and those styles that templates in the style of
    `house` use. What is behind the words of a text box, or a picture, cannot be told.
    """
    try:
        parts = Parts(opened(letterhead))
        inks, used = Inks(parts), styles_by_name(Parts(opened(house)))
        found = [*_in_stories(parts, inks), *_in_styles(parts, inks, used)]
    except (PartError, ProblemsFound):
        return  # that is told where the letterhead is put on
    for place, pair in found:
        if all(map(_DIGITS.fullmatch, pair)) and contrast(*pair) < LEAST_CONTRAST:
            where = f"{letterhead}: {place}"
            yield Problem(where, _complaint(*pair), severity=Severity.WARNING)


def _in_stories(parts: Parts, inks: Inks) -> Iterator[tuple[str, _Pair]]:
    """The colours of the words in header and footer, each with the first words that have them."""
    for kind in ("header", "footer"):
        first: dict[_Pair, str] = {}
        for name in stories(parts, kind):
            for run in parts.tree(name).iter(RUN):
                words = "".join(text.text or "" for text in run.iter(TEXT)).strip()
                if words and next(run.iterancestors(w("txbxContent")), None) is None:
                    first.setdefault(inks.of_run(run), words[:_LONGEST])
        yield from ((f"{kind}, near '{words}'", pair) for pair, words in first.items())


def _in_styles(parts: Parts, inks: Inks, used: Container[str]) -> Iterator[tuple[str, _Pair]]:
    for name, style in styles_by_name(parts).items():
        if name in used:
            place = f"style '{name}'"
            ink, behind = inks.of_style(style)
            yield place, (ON_SHADES if name in _SHADES else ink, behind)
            yield f"{place}, first row", _of_first_row(style)


def _of_first_row(style: Element) -> _Pair:
    """The colours of the head of tables; without an ink of its own it is looked at elsewhere."""
    ink = attribute(style, f"{_FIRST_ROW}w:rPr/w:color", "val")
    shade = attribute(style, f"{_FIRST_ROW}w:tcPr/w:shd", "fill")
    return ink.upper(), shade.upper()


def _complaint(ink: str, behind: str) -> str:
    paper = "white" if behind == PAPER else f"#{behind}"
    found = f"contrast {contrast(ink, behind):.1f} to 1; {LEAST_CONTRAST} is asked for"
    better = (
        f"the nearest that will do: #{readable_heading(ink)}"
        if behind == PAPER
        else "choose colours farther apart"
    )
    return f"these words are hard to read: #{ink} on {paper} ({found}); {better}"
