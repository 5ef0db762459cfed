"""Numbers, dates, money and lists as a page prints them."""

import subprocess
import sys
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest

from jobshare_docs.prose import Prose
from jobshare_docs.wording import FILTERS

DAY = date(2027, 1, 4)


@pytest.mark.parametrize(
    ("name", "value", "printed"),
    [
        ("long_date", DAY, "4 January 2027"),
        ("short_date", DAY, "4 Jan 2027"),
        ("short_date", date(2027, 9, 30), "30 Sep 2027"),
        ("day_and_month", DAY, "4 Jan"),
        ("weekday_date", DAY, "Monday, 4 January 2027"),
        ("time_of_day", time(8, 30), "8:30 a.m."),
        ("time_of_day", time(16, 45), "4:45 p.m."),
        ("time_of_day", time(12, 30), "12:30 p.m."),
        ("time_of_day", time(12), "12:00 noon"),
        ("time_of_day", time(0), "12:00 midnight"),
        ("rota_time", time(8, 30), "8:30"),
        ("rota_time", time(16, 45), "16:45"),
        ("dollars", 39200, "$39,200"),
        ("dollars", Decimal("39200.00"), "$39,200"),
        ("dollars", Decimal("39200.50"), "$39,200.50"),
        ("dollars", Fraction(1, 3), "$0.33"),
        ("dollars", Decimal("0.005"), "$0.01"),
        ("dollars", Decimal("0.004"), "$0"),
        ("dollars", Fraction(7840099, 1), "$7,840,099"),
        ("dollars", Decimal("-150"), "-$150"),
        ("dollars", Decimal("-0.005"), "-$0.01"),
        ("dollars", Decimal("99.995"), "$100"),
        ("percent", Fraction(1, 2), "50%"),
        ("percent", Fraction(1, 3), "33.33%"),
        ("percent", Fraction(2, 3), "66.67%"),
        ("percent", Decimal("0.125"), "12.5%"),
        ("percent", 1, "100%"),
        ("percent", Fraction(6, 5), "120%"),
        ("hours", Fraction(145, 8), "18.125"),
        ("hours", Fraction(29, 4), "7.25"),
        ("hours", Decimal("7.0"), "7"),
        ("hours", 40, "40"),
        ("hours", Fraction(1, 3), "0.333"),
        ("hours", Fraction(1, 16), "0.063"),
        ("clock", Fraction(29, 4), "7:15"),
        ("clock", Fraction(145, 24), "6:03"),
        ("clock", Fraction(36, 6), "6:00"),
        ("clock", Fraction(719, 120), "6:00"),
        ("listed", ["a", "b", "c"], "a, b and c"),
        ("listed", ["a", "b"], "a and b"),
        ("listed", ["a"], "a"),
        ("listed", [], ""),
        ("listed", ("R&D", None, 7), "R&D and 7"),
        ("listed", [DAY, date(2027, 7, 5)], "4 January 2027 and 5 July 2027"),
        ("ordinal", 1, "1st"),
        ("ordinal", 2, "2nd"),
        ("ordinal", 3, "3rd"),
        ("ordinal", 11, "11th"),
        ("ordinal", 22, "22nd"),
        ("in_hours", Fraction(1), "1 hour"),
        ("in_hours", Fraction(1, 2), "0.5 hours"),
        ("words", 0, "no"),
        ("words", 2, "two"),
        ("words", 12, "twelve"),
        ("words", 13, "13"),
        ("capitalized", "permanent", "Permanent"),
        ("capitalized", "élus de la section", "Élus de la section"),
        ("capitalized", "eHealth records", "eHealth records"),
        ("capitalized", "hr@health.example", "hr@health.example"),
        ("capitalized", "8 weeks", "8 weeks"),
        ("capitalized", "- by mail", "- by mail"),
        ("sentence", "per the governing agreement", "Per the governing agreement."),
        ("sentence", "Eight weeks from the notice.\n", "Eight weeks from the notice."),
        ("sentence", "Is it “as asked?”", "Is it “as asked?”"),
        ("sentence", "the manager (or the deputy)", "The manager (or the deputy)."),
        ("sentence", "write to hr@health.example", "Write to hr@health.example"),
        ("sentence", "These:\n\n- a letter\n- a card", "These:\n\n- a letter\n- a card"),
        ("sentence", "", ""),
    ],
)
def test_a_value_is_printed_in_words(name: str, value: object, printed: str) -> None:
    assert FILTERS[name](value) == printed


def test_a_text_of_markdown_stays_one_as_a_sentence() -> None:
    assert isinstance(FILTERS["sentence"](Prose("as *asked*")), Prose)


def test_a_number_carries_its_noun() -> None:
    assert FILTERS["counted"](1, "week", "weeks") == "1 week"
    assert FILTERS["counted"](2, "week", "weeks") == "2 weeks"


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_an_absent_value_prints_nothing(name: str) -> None:
    assert FILTERS[name](None) == ""


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("long_date", "4 January", "'4 January' is not a date"),
        ("long_date", datetime(2027, 1, 4, 8, 30), "'2027-01-04 08:30:00' is not a date"),
        ("short_date", True, "yes is not a date"),
        ("time_of_day", DAY, "'2027-01-04' is not a time of day"),
        ("dollars", "39200", "'39200' is not a number"),
        ("dollars", 39200.5, "'39200.5' is not a number"),
        ("dollars", False, "no is not a number"),
        ("percent", {"A": 1}, "a block is not a number"),
        ("hours", [1], "a list is not a number"),
        ("clock", "x" * 100, f"'{'x' * 39}…' is not a number"),
        ("listed", "abc", "'abc' is not a list"),
        ("listed", [{"name": "Dana"}], "a block in the list is no text"),
        ("ordinal", Fraction(1, 2), "'1/2' is not a whole number"),
        ("words", "two", "'two' is not a whole number"),
    ],
)
def test_a_value_of_another_kind_is_refused_in_plain_words(
    name: str, value: object, message: str
) -> None:
    with pytest.raises(TypeError) as refused:
        FILTERS[name](value)
    assert str(refused.value) == message


def test_a_number_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^NaN is not a number that can be written$"):
        FILTERS["dollars"](Decimal("NaN"))


def test_babel_waits_until_another_locale_is_written() -> None:
    program = (
        "import sys; from jobshare_docs.locale_text import written_in; "
        "from jobshare_docs.wording import dollars; dollars(1); print('babel' in sys.modules)\n"
        "with written_in('fr_CA'): print('babel' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout.split() == ["False", "True"], ran.stderr
