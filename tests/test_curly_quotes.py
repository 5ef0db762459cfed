"""Curly quotes round a whole text, which a word processor made of straight ones."""

import pytest

from jobshare_docs.values.words import parse_lines, parse_prose, parse_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("“St. Boniface Branch”", "St. Boniface Branch"),
        ("‘St. Boniface Branch’", "St. Boniface Branch"),
        ("”St. Boniface Branch”", "St. Boniface Branch"),
        ("„St. Boniface Branch“", "St. Boniface Branch"),
        ("the “St. Boniface” branch", "the “St. Boniface” branch"),
        ("“St. Boniface” and “Norwood”", "“St. Boniface” and “Norwood”"),
        ("“St. Boniface” branch", "“St. Boniface” branch"),
        ("the nurses’", "the nurses’"),
        ("“”", "“”"),
    ],
)
def test_they_are_taken_away_where_they_hold_all_of_it(written: str, read: str) -> None:
    assert parse_text(written) == parse_prose(written) == parse_lines(written) == read
