"""Every type of a field reads what people write, and says what to write instead."""

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from jobshare_docs.blocks import Leaf, reader_of
from jobshare_docs.prose import Prose
from jobshare_docs.values import (
    ClockTime,
    Count,
    Day,
    Email,
    Length,
    LinesText,
    Moment,
    Money,
    Number,
    ProseText,
    Share,
    Text,
    YesNo,
)

TYPES: dict[str, Any] = {
    "text": Text,
    "lines": LinesText,
    "prose": ProseText,
    "email": Email,
    "yes or no": YesNo,
    "day": Day,
    "time": ClockTime,
    "moment": Moment,
    "money": Money,
    "share": Share,
    "length": Length,
    "number": Number,
    "count": Count,
}


def leaf(kind: str) -> Leaf:
    reader = reader_of(TYPES[kind])
    assert isinstance(reader, Leaf)
    return reader


READ = [
    ("text", "  Nurse 3 ", "Nurse 3"),
    ("text", "Community\nHealth \n  Nurse\n", "Community Health Nurse"),
    ("text", "007", "007"),
    ("text", "No", "No"),
    ("lines", "200 Main Street  \nSelkirk\n", "200 Main Street\nSelkirk"),
    ("prose", "One.\n\n- two\n", Prose("One.\n\n- two")),
    ("prose", "Two:\n•\tone\n• two\n  ◦ inner", Prose("Two:\n- one\n- two\n  - inner")),
    ("prose", "\uf0b7\tone\no\ttwo", Prose("- one\n- two")),
    ("prose", "o Canada · or 5 • 6", Prose("o Canada · or 5 • 6")),
    ("email", "hr@interlake.example", "hr@interlake.example"),
    ("yes or no", "yes", True),
    ("yes or no", "True", True),
    ("yes or no", "NO", False),
    ("yes or no", "Y", True),
    ("yes or no", "n", False),
    ("yes or no", "false", False),
    ("day", "2027-01-04", date(2027, 1, 4)),
    ("day", "2027-1-4", date(2027, 1, 4)),
    ("day", "4 January 2027", date(2027, 1, 4)),
    ("day", "4th of January 2027", date(2027, 1, 4)),
    ("day", "4 Jan. 2027", date(2027, 1, 4)),
    ("day", "January 4, 2027", date(2027, 1, 4)),
    ("day", "sept 30 2027", date(2027, 9, 30)),
    ("day", "Monday, 4 January 2027", date(2027, 1, 4)),
    ("day", "29 February 2028", date(2028, 2, 29)),
    ("time", "8:30", time(8, 30)),
    ("time", "16:45", time(16, 45)),
    ("time", "8:30 am", time(8, 30)),
    ("time", "1 pm", time(13)),
    ("moment", "2026-12-02 10:00", datetime(2026, 12, 2, 10)),
    ("moment", "2026-12-02T10:00", datetime(2026, 12, 2, 10)),
    ("moment", "2026-12-02T10:00:00", datetime(2026, 12, 2, 10)),
    ("moment", "2 December 2026 at 1:30 pm", datetime(2026, 12, 2, 13, 30)),
    ("moment", "December 2, 2026, 1 pm", datetime(2026, 12, 2, 13)),
    ("money", "78400", Decimal("78400")),
    ("money", "78,400", Decimal("78400")),
    ("money", "78 400", Decimal("78400")),
    ("money", "78\u00a0400.50", Decimal("78400.50")),
    ("money", "$1,078,400.5", Decimal("1078400.5")),
    ("money", "0", Decimal(0)),
    ("share", "60", Fraction(3, 5)),
    ("share", "60%", Fraction(3, 5)),
    ("share", "60 %", Fraction(3, 5)),
    ("share", "0.6", Fraction(3, 5)),
    ("share", "3/5", Fraction(3, 5)),
    ("share", "1", Fraction(1)),
    ("share", "100", Fraction(1)),
    ("share", "1%", Fraction(1, 100)),
    ("share", "37.5", Fraction(3, 8)),
    ("length", "7.25", Fraction(29, 4)),
    ("length", "7:15", Fraction(29, 4)),
    ("length", "7:15:30", Fraction(7 * 3600 + 930, 3600)),
    ("number", "20", Decimal(20)),
    ("number", "7.5", Decimal("7.5")),
    ("count", "8", 8),
]


@pytest.mark.parametrize(("kind", "text", "expected"), READ)
def test_what_people_write_is_read(kind: str, text: str, expected: object) -> None:
    value = leaf(kind).parse(text)

    assert value == expected
    assert type(value) is type(expected)


REFUSED = [
    ("yes or no", "ja", "'ja' is neither yes nor no: write yes or no"),
    ("yes or no", "on", "'on' is neither yes nor no: write yes or no"),
    ("yes or no", "1", "'1' is neither yes nor no: write yes or no"),
    ("email", "hr at x", "'hr at x' is no e-mail address: write one, such as name@company.example"),
    ("email", "a@b", "'a@b' is no e-mail address: write one, such as name@company.example"),
    (
        "day",
        "04/01/2027",
        "'04/01/2027' can be 4 January 2027 or 1 April 2027: write 2027-01-04 or 2027-04-01",
    ),
    ("day", "25/12/2027", "'25/12/2027' is not written as dates are here: write 2027-12-25"),
    ("day", "2027/01/04", "'2027/01/04' is not written as dates are here: write 2027-01-04"),
    (
        "day",
        "4.1.27",
        "'4.1.27' can be 4 January 2027 or 1 April 2027: write 2027-01-04 or 2027-04-01",
    ),
    ("day", "99/99/2027", "'99/99/2027' is not a date: write it as 2027-01-04 or 4 January 2027"),
    ("day", "2027-02-30", "there is no day 30: February 2027 has 28 days"),
    ("day", "31 April 2027", "there is no day 31: April 2027 has 30 days"),
    ("day", "2027-13-01", "there is no month 13: write year, month and day, as in 2027-01-04"),
    ("day", "0027-01-04", "the year 27 is out of range: write one from 1900 to 2199"),
    ("day", "4 Janvier 2027", "'Janvier' is no month: write the date as 4 January 2027"),
    (
        "day",
        "Tuesday 4 January 2027",
        "'Tuesday 4 January 2027': 4 January 2027 is a Monday; mend the weekday or the date",
    ),
    ("day", "86400", "'86400' is not a date: write it as 2027-01-04 or 4 January 2027"),
    ("day", "soon", "'soon' is not a date: write it as 2027-01-04 or 4 January 2027"),
    ("moment", "2026-12-02", "the time is missing: write it as 2026-12-02 10:00"),
    (
        "moment",
        "2 Dec 2026 soon",
        "'2 Dec 2026 soon' is not a date with a time: write it as 2026-12-02 10:00",
    ),
    ("moment", "2026-02-30 10:00", "there is no day 30: February 2026 has 28 days"),
    ("money", "-5", "'-5' is less than nothing: write the amount without a sign"),
    ("money", "$-5", "'$-5' is less than nothing: write the amount without a sign"),
    ("money", "78.400", "'78.400' can be read in two ways: write 78,400 or 78.40"),
    (
        "money",
        "78400.505",
        "'78400.505' has more than two decimals: write dollars and cents, 78400.50",
    ),
    ("money", "78400,50", "'78400,50' has a comma before the decimals: write 78400.50"),
    ("money", "78 400,50", "'78 400,50' has a comma before the decimals: write 78400.50"),
    ("money", "7,84,00", "'7,84,00' is not an amount of money: write it as 78400 or 78,400.50"),
    ("money", "$78k", "'$78k' is not an amount of money: write it as 78400 or 78,400.50"),
    ("money", "1e5", "'1e5' is not an amount of money: write it as 78400 or 78,400.50"),
    ("money", "nan", "'nan' is not an amount of money: write it as 78400 or 78,400.50"),
    ("money", "٧٨", "'٧٨' is not an amount of money: write it as 78400 or 78,400.50"),
    ("share", "0", "a share of nothing is no share: write it as 60, 60% or 0.6"),
    ("share", "150", "'150' is more than the whole: write a share of at most 100%"),
    ("share", "1.5", "'1.5' is more than the whole; for 1.5% write the sign too"),
    ("share", "50/50", "'50/50' is not the share of one person: write it as 60, 60% or 0.6"),
    ("share", "1/0", "'1/0' is not the share of one person: write it as 60, 60% or 0.6"),
    ("share", "half", "'half' is not a share: write it as 60, 60% or 0.6"),
    ("number", "-1", "'-1' is less than nothing: write a number without a sign"),
    ("number", "7,5", "'7,5' has a comma before the decimals: write 7.5"),
    ("number", "many", "'many' is not a number: write it as 20 or 7.5"),
    ("count", "7.5", "'7.5' is not whole: write a whole number, such as 5"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), REFUSED)
def test_what_cannot_be_read_is_told_with_what_to_write(
    kind: str, text: str, expected: str
) -> None:
    with pytest.raises(ValueError) as refused:
        leaf(kind).parse(text)

    assert str(refused.value) == expected


@pytest.mark.parametrize(
    ("kind", "text"), [("length", "7:75"), ("time", "7:75"), ("time", "25:00"), ("time", "24:00")]
)
def test_there_are_24_hours_of_60_minutes(kind: str, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        leaf(kind).parse(text)


@pytest.mark.parametrize("kind", TYPES)
def test_an_editor_is_told_what_each_leaf_is(kind: str) -> None:
    assert leaf(kind).kind
    assert leaf(kind).description.endswith(".")
