"""The usual locale, which is at hand, writes as Babel does."""

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import jobshare_docs
from jobshare_docs.locale_text.through_babel import ThroughBabel
from jobshare_docs.locale_text.usual import LOCALE, Usual

BABEL = ThroughBabel(LOCALE)
USUAL = Usual()
WORDING = Path(jobshare_docs.__file__).parent / "wording.py"
PATTERNS = re.findall(r'_date\(value, "([^"]+)"\)', WORDING.read_text("utf-8"))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_date_of_four_years(pattern: str) -> None:
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(4 * 366)]
    wrong = [day for day in days if USUAL.date_text(day, pattern) != BABEL.date_text(day, pattern)]
    assert len(PATTERNS) == 5
    assert wrong == []


@given(some.dates(), some.sampled_from(PATTERNS))
def test_a_date_of_any_year(day: date, pattern: str) -> None:
    assert USUAL.date_text(day, pattern) == BABEL.date_text(day, pattern)


def test_every_minute_of_the_day() -> None:
    for hour in range(24):
        for minute in range(60):
            moment = time(hour, minute)
            assert USUAL.time_text(moment) == BABEL.time_text(moment)


@pytest.mark.parametrize("short", [True, False])
def test_the_days_of_the_week(short: bool) -> None:
    assert USUAL.weekday_names(short=short) == BABEL.weekday_names(short=short)


@given(some.integers(-(10**12), 10**12))
def test_any_amount_of_money(cents: int) -> None:
    assert USUAL.money_text(cents) == BABEL.money_text(cents)


@given(some.lists(some.text()).map(tuple))
def test_any_list(items: tuple[str, ...]) -> None:
    assert USUAL.list_text(items) == BABEL.list_text(items)


@given(some.integers(0, 999_000).map(lambda thousandths: f"{thousandths / 1000:g}"))
def test_any_number_of_hours_below_a_thousand(number: str) -> None:
    assert USUAL.number_text(number) == BABEL.number_text(number)
    assert USUAL.percent_text(number)[:-1] == BABEL.number_text(number)
    noun = "hour" if number == "1" else "hours"
    assert USUAL.hours_text(number) == f"{number} {noun}" == BABEL.hours_text(number)


@given(some.integers(1, 10_000))
def test_any_place_in_an_order(place: int) -> None:
    assert USUAL.ordinal_text(place) == BABEL.ordinal_text(place)
