"""A line of a rota is read as people write it, and what cannot be read is said with its place."""

import pytest

from jobshare_docs.schedule.mistakes import Mistake, NotationError
from jobshare_docs.schedule.notation import parse_line

A, B, BOTH, NOBODY = frozenset("A"), frozenset("B"), frozenset("AB"), frozenset[str]()

FIVE_OR_SEVEN = (
    "and a week needs five (Monday to Friday) or seven (to Sunday):"
    " use - for a day on which nobody works"
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("A A AB B B", (A, A, BOTH, B, B)),
        ("a a ba b b", (A, A, BOTH, B, B)),
        ("A A A+B B B", (A, A, BOTH, B, B)),
        ("A A A&B B B", (A, A, BOTH, B, B)),
        ("A A A & B B B", (A, A, BOTH, B, B)),
        ("A A A + B B B", (A, A, BOTH, B, B)),
        ("A, A, AB, B, B", (A, A, BOTH, B, B)),
        ("  A   A\tAB  B B ", (A, A, BOTH, B, B)),
        ("A\u00a0A AB B B", (A, A, BOTH, B, B)),
        ("A A - B off", (A, A, NOBODY, B, NOBODY)),
        ("A A \u2013 \u2014 \u2212", (A, A, NOBODY, NOBODY, NOBODY)),
        ("A A B B B AB -", (A, A, B, B, B, BOTH, NOBODY)),
    ],
)
def test_a_line_is_read(text: str, cells: tuple[frozenset[str], ...]) -> None:
    assert parse_line(text) == cells


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("A A C B B", [("'C' is not one of A, B, AB, - (nobody)", 4)]),
        ("A X A B D", [
            ("'X' is not one of A, B, AB, - (nobody)", 2),
            ("'D' is not one of A, B, AB, - (nobody)", 8),
        ]),
        ("A A A & C B B", [("'A & C' is not one of A, B, AB, - (nobody)", 4)]),
        ("A A A & B &", [("'&' is not one of A, B, AB, - (nobody)", 10)]),
        ("AABBB", [(
            "'AABBB' is not one of A, B, AB, - (nobody):"
            " put a space between the days: A A B B B", 0,
        )]),
        ("A A A B \u0412", [
            (
                "'\u0412' is not one of A, B, AB, - (nobody):"
                " it holds the cyrillic capital letter ve, type it anew",
                8,
            )
        ]),
        ("A A AB B", [(f"4 cells found, {FIVE_OR_SEVEN}", 0)]),
        ("A A A A A B", [(f"6 cells found, {FIVE_OR_SEVEN}", 0)]),
        ("A", [(f"1 cell found, {FIVE_OR_SEVEN}", 0)]),
        ("", [(f"no cell found, {FIVE_OR_SEVEN}", 0)]),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_says_every_cell_and_its_place(
    text: str, mistakes: list[tuple[str, int]]
) -> None:
    with pytest.raises(NotationError) as caught:
        parse_line(text)
    assert caught.value.mistakes == tuple(Mistake(*mistake) for mistake in mistakes)
    assert str(caught.value) == "; ".join(message for message, _ in mistakes)
