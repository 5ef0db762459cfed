"""Any locale, through Babel.

What was written once is remembered: a batch writes the same few dates and salaries in every
document.
"""

from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

CURRENCY = "CAD"

_ORDINAL_ENDINGS = {"one": "st", "two": "nd", "few": "rd", "other": "th"}


class ThroughBabel:
    """A locale by its name, such as `fr_CA`."""

    def __init__(self, locale: str) -> None:
        self.locale = locale

    @property
    def _is_english(self) -> bool:
        return self.locale.startswith("en")

    def date_text(self, day: date, pattern: str) -> str:
        """A date by a pattern."""
        return _date(day, pattern, self.locale)

    def time_text(self, moment: time) -> str:
        """A time of day; in English on the twelve-hour clock."""
        return _time(moment, "h:mm a" if self._is_english else "short", self.locale)

    def weekday_names(self, *, short: bool) -> tuple[str, ...]:
        """The names of the days of the week from Monday."""
        return _weekdays(short, self.locale)

    def money_text(self, cents: int) -> str:
        """An amount of so many cents, which are left out where it is whole."""
        return _money(cents, self.locale)

    def list_text(self, items: tuple[str, ...]) -> str:
        """Several texts in one sentence."""
        return _list(items, self.locale)

    def number_text(self, number: str) -> str:
        """A number with the locale's own marks."""
        return _number(number, self.locale)

    def percent_text(self, number: str) -> str:
        """A percentage."""
        return _percent(number, self.locale)

    def hours_text(self, number: str) -> str:
        """A number of hours with its noun."""
        return _hours(number, self.locale)

    def ordinal_text(self, place: int) -> str:
        """A place in an order; Babel knows no endings, so only English has them."""
        form = Locale.parse(self.locale).ordinal_form(place)
        return f"{place}{_ORDINAL_ENDINGS[form]}" if self._is_english else str(place)


@lru_cache(maxsize=1024)
def _date(day: date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=locale)


@lru_cache(maxsize=256)
def _time(moment: time, pattern: str, locale: str) -> str:
    return format_time(moment, pattern, locale=locale)


@lru_cache(maxsize=16)
def _weekdays(short: bool, locale: str) -> tuple[str, ...]:
    names = get_day_names("abbreviated" if short else "wide", locale=locale)
    return tuple(names[day] for day in range(7))


@lru_cache(maxsize=1024)
def _money(cents: int, locale: str) -> str:
    pattern = str(Locale.parse(locale).currency_formats["standard"].pattern)
    if not cents % 100:
        pattern = pattern.replace(".00", "")
    amount = Decimal(cents).scaleb(-2)
    return format_currency(amount, CURRENCY, pattern, locale=locale, currency_digits=False)


@lru_cache(maxsize=1024)
def _list(items: tuple[str, ...], locale: str) -> str:
    return format_list(items, locale=locale)


@lru_cache(maxsize=1024)
def _number(number: str, locale: str) -> str:
    return format_decimal(Decimal(number), "#,##0.###", locale=locale)


@lru_cache(maxsize=1024)
def _percent(number: str, locale: str) -> str:
    pattern = str(Locale.parse(locale).percent_formats[None].pattern).replace("0", "0.##", 1)
    return format_percent(Decimal(number) / 100, pattern, locale=locale)


@lru_cache(maxsize=1024)
def _hours(number: str, locale: str) -> str:
    return format_unit(Decimal(number), "duration-hour", format="#,##0.###", locale=locale)
