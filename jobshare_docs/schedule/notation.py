"""One line of a rota: who works on each day of a week, `"A A AB B B"`."""

import re
import unicodedata

from jobshare_docs.schedule.mistakes import Mistake, NotationError

PEOPLE = ("A", "B")

Who = frozenset[str]
"""Who works: none, one or both of the two letters."""

NOBODY: Who = frozenset()
BOTH: Who = frozenset(PEOPLE)

_CELLS: dict[str, Who] = {
    "A": frozenset("A"),
    "B": frozenset("B"),
    "AB": BOTH,
    "BA": BOTH,
    "OFF": NOBODY,
} | dict.fromkeys("-\u2013\u2014\u2212", NOBODY)  # Word turns a hyphen into one of these dashes

# `A & B` is one cell: a sign between two cells joins them, whatever the spaces around it.
_CELL = re.compile(r"[^\s,&+]+(?:\s*[&+]\s*[^\s,&+]+)*|[&+]")
# Typed in a word processor, the quotes around a line become part of it.
_CURLY_QUOTES = re.compile("[\u201c\u201d\u201e\u2018\u2019\u201a]")
_EITHER_SIGN = re.compile(r"[AB][/\\|][AB]", re.IGNORECASE)
_JOINT = re.compile(r"[\s&+]")


def parse_cell(text: str) -> Who:
    """Who works on one day: `A`, `B`, `AB` (also `A+B`, `A & B`), `-` or `off`."""
    return parse_cells(text, wanted=(1,))[0]


def parse_line(text: str) -> tuple[Who, ...]:
    """Who works on each day of a week, Monday first: five cells, or seven to Sunday.

    Raises NotationError with every cell that cannot be read and its offset, or the wrong number.
    """
    return parse_cells(text, wanted=(5, 7))


def parse_cells(text: str, wanted: tuple[int, ...]) -> tuple[Who, ...]:
    """The cells of a text, of which there must be one of the wanted numbers."""
    found = list(_CELL.finditer(_CURLY_QUOTES.sub(" ", text)))
    cells = [_CELLS.get(_JOINT.sub("", cell.group()).upper()) for cell in found]
    wrong = [
        Mistake(_not_a_cell(match.group()), match.start())
        for match, cell in zip(found, cells, strict=True)
        if cell is None
    ]
    if wrong:
        raise NotationError(wrong)
    if len(cells) not in wanted:
        raise NotationError.of(_wrong_number(len(cells), wanted))
    return tuple(cell for cell in cells if cell is not None)


def _not_a_cell(text: str) -> str:
    return f"'{text}' is not one of A, B, AB, - (nobody){_hint(text)}"


def _hint(text: str) -> str:
    foreign = [letter for letter in text if letter.isalpha() and not letter.isascii()]
    if foreign:
        name = unicodedata.name(foreign[0], "a letter of another alphabet").lower()
        return f": it holds the {name}, type it anew"
    if len(text) in (5, 7) and set(text.upper()) <= set("AB-"):
        return f": put a space between the days: {' '.join(text.upper())}"
    if _EITHER_SIGN.fullmatch(text):
        return ": write AB for a day on which both work, or am and pm where they halve it"
    if text.isalpha() and len(set(text.upper()) - set(PEOPLE)) > 1:
        return ": the rota knows the employees as A and B, not by name"
    return ""


def _wrong_number(found: int, wanted: tuple[int, ...]) -> str:
    cells = "no cell" if found == 0 else "1 cell" if found == 1 else f"{found} cells"
    if wanted == (1,):
        return f"{cells} found, and a day needs one: A, B, AB or - (nobody)"
    return (
        f"{cells} found, and a week needs five (Monday to Friday) or seven (to Sunday):"
        " use - for a day on which nobody works"
    )
