"""Dates, money, lists and numbers as a locale writes them, through Babel.

Babel is imported where the first of them is written, so that a command that writes none does not
wait for it. What was written once is remembered: a batch writes the same few dates and salaries in
every document.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

LOCALE = "en_CA"
"""The locale in which one writes where no other is named."""

CURRENCY = "CAD"

_LOCALE: ContextVar[str] = ContextVar("locale", default=LOCALE)
_ORDINAL_ENDINGS = {"one": "st", "two": "nd", "few": "rd", "other": "th"}


@contextmanager
def written_in(locale: str) -> Iterator[None]:
    """Let everything within be written as a locale does, such as `fr_CA`."""
    before = _LOCALE.set(locale)
    try:
        yield
    finally:
        _LOCALE.reset(before)


def is_usual() -> bool:
    """Whether one writes in the usual locale, for which numbers need no Babel."""
    return _LOCALE.get() == LOCALE


def is_english() -> bool:
    """Whether one writes English, of which some words are known that Babel does not have."""
    return _LOCALE.get().startswith("en")


def date_text(day: date, pattern: str) -> str:
    """A date by a pattern of Babel's."""
    return _date(day, pattern, _LOCALE.get())


def time_text(moment: time) -> str:
    """A time of day; in English on the twelve-hour clock."""
    return _time(moment, "h:mm a" if is_english() else "short", _LOCALE.get())


def weekday_names(*, short: bool) -> tuple[str, ...]:
    """The names of the days of the week from Monday."""
    return _weekdays(short, _LOCALE.get())


def money_text(cents: int) -> str:
    """An amount of so many cents, which are left out where it is whole."""
    return _money(cents, _LOCALE.get())


def list_text(items: tuple[str, ...]) -> str:
    """Several texts in one sentence."""
    return _list(items, _LOCALE.get())


def number_text(number: str) -> str:
    """A number that is written with a point."""
    return _number(number, _LOCALE.get())


def percent_text(number: str) -> str:
    """A percentage, given as a number that is written with a point."""
    return _percent(number, _LOCALE.get())


def hours_text(number: str) -> str:
    """A number of hours, which is written with a point, with its noun."""
    return _hours(number, _LOCALE.get())


def ordinal_text(place: int) -> str:
    """A place in an order, in figures: `2nd`; Babel knows no endings, so only English has them."""
    from babel import Locale

    form = Locale.parse(_LOCALE.get()).ordinal_form(place)
    return f"{place}{_ORDINAL_ENDINGS[form]}" if is_english() else str(place)


@lru_cache(maxsize=1024)
def _date(day: date, pattern: str, locale: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=locale)


@lru_cache(maxsize=256)
def _time(moment: time, pattern: str, locale: str) -> str:
    from babel.dates import format_time

    return format_time(moment, pattern, locale=locale)


@lru_cache(maxsize=16)
def _weekdays(short: bool, locale: str) -> tuple[str, ...]:
    from babel.dates import get_day_names

    names = get_day_names("abbreviated" if short else "wide", locale=locale)
    return tuple(names[day] for day in range(7))


@lru_cache(maxsize=1024)
def _money(cents: int, locale: str) -> str:
    from babel import Locale
    from babel.numbers import format_currency

    pattern = str(Locale.parse(locale).currency_formats["standard"].pattern)
    if not cents % 100:
        pattern = pattern.replace(".00", "")
    amount = Decimal(cents).scaleb(-2)
    return format_currency(amount, CURRENCY, pattern, locale=locale, currency_digits=False)


@lru_cache(maxsize=1024)
def _list(items: tuple[str, ...], locale: str) -> str:
    from babel.lists import format_list

    return format_list(items, locale=locale)


@lru_cache(maxsize=1024)
def _number(number: str, locale: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(Decimal(number), "#,##0.###", locale=locale)


@lru_cache(maxsize=1024)
def _percent(number: str, locale: str) -> str:
    from babel import Locale
    from babel.numbers import format_percent

    pattern = str(Locale.parse(locale).percent_formats[None].pattern).replace("0", "0.##", 1)
    return format_percent(Decimal(number) / 100, pattern, locale=locale)


@lru_cache(maxsize=1024)
def _hours(number: str, locale: str) -> str:
    from babel.units import format_unit

    return format_unit(Decimal(number), "duration-hour", format="#,##0.###", locale=locale)
