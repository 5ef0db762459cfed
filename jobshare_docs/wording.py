"""Numbers, dates, money and lists in words, as a template's filters print them.

Babel is imported where the first filter needs it, so that a command that prints nothing does not
wait for it. Hours and shares are put in words by `schedule`, in one place for the terminal and the
page. Every filter prints nothing for a value that is absent (None), as a bare tag does, and refuses
a value of another kind with a `TypeError` or `ValueError` in plain words.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, wraps
from types import MappingProxyType

from jobshare_docs.schedule.clock import time_text
from jobshare_docs.schedule.figures import (
    clock_text,
    counted_hours,
    half_up,
    hours_text,
    share_text,
)

LOCALE = "en_CA"
CURRENCY = "CAD"

_SMALL_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_PLAIN_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*(?=[\s,;:.!?]|$)(?!\S*[@/])")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_ADDRESS = re.compile(r"(?:@|://)\S+$")
_CLOSING_MARKS, _STOPS = "\"'\u2019\u201d)*_", (".", "!", "?", ":", "\u2026")
_ORDINAL_ENDINGS = {"one": "st", "two": "nd", "few": "rd", "other": "th"}


def long_date(value: date) -> str:
    """A date with its month in full: `4 January 2027`."""
    return _date(value, "d MMMM y")


def short_date(value: date) -> str:
    """A date with its month cut short, for tables: `4 Jan 2027`."""
    return _date(value, "d MMM y")


def day_and_month(value: date) -> str:
    """A date without its year, for narrow cells: `4 Jan`."""
    return _date(value, "d MMM")


def weekday_date(value: date) -> str:
    """A date with its weekday: `Monday, 4 January 2027`."""
    return _date(value, "EEEE, d MMMM y")


def time_of_day(value: time) -> str:
    """A time on the twelve-hour clock as Canada writes it: `8:30 a.m.`, `12:00 noon`."""
    if not isinstance(value, time):
        raise TypeError(f"{_quoted(value)} is not a time of day")
    if value.replace(second=0, microsecond=0) in (time(0), time(12)):
        return "12:00 noon" if value.hour else "12:00 midnight"  # 12:00 p.m. is read both ways
    from babel.dates import format_time

    return format_time(value, "h:mm a", locale=LOCALE)


def rota_time(value: time) -> str:
    """A time on the twenty-four-hour clock, as the rota writes it: `8:30`, `16:45`."""
    if not isinstance(value, time):
        raise TypeError(f"{_quoted(value)} is not a time of day")
    return time_text(value)


def dollars(value: Decimal | Fraction | int) -> str:
    """An amount in dollars, half up to the cent, with cents only where it is not whole."""
    return _amount(half_up(_number(value) * 100))


@lru_cache(maxsize=1024)  # a batch writes the same few salaries in many documents
def _amount(cents: int) -> str:
    from babel.numbers import format_currency

    pattern = "¤#,##0.00" if cents % 100 else "¤#,##0"
    amount = Decimal(cents).scaleb(-2)
    return format_currency(amount, CURRENCY, pattern, locale=LOCALE, currency_digits=False)


def percent(value: Fraction | Decimal | int) -> str:
    """A share of full time in percent, to two places, half up: `50%`, `62.5%`."""
    return share_text(_number(value))


def hours(value: Fraction | Decimal | int) -> str:
    """A number of hours to three places, half up, without trailing zeros: `18.125`."""
    return hours_text(_number(value))


def in_hours(value: Fraction | Decimal | int) -> str:
    """A number of hours with its noun: `1 hour`, `18.125 hours`."""
    return counted_hours(_number(value))


def clock(value: Fraction | Decimal | int) -> str:
    """A number of hours as hours and minutes, rounded to the minute: `7:15`."""
    return clock_text(_number(value))


def listed(values: object) -> str:
    """Several things in one sentence: `a, b and c`; dates among them are written long."""
    if not isinstance(values, list | tuple):
        raise TypeError(f"{_quoted(values)} is not a list")
    return _list(tuple(_item(value) for value in values if value is not None))


@lru_cache(maxsize=1024)  # as dates are
def _list(items: tuple[str, ...]) -> str:
    from babel.lists import format_list

    return format_list(items, locale=LOCALE)


def ordinal(value: int) -> str:
    """A place in an order, in figures: `1st`, `2nd`, `11th`."""
    from babel import Locale

    return f"{_whole(value)}{_ORDINAL_ENDINGS[Locale.parse(LOCALE).ordinal_form(value)]}"


def words(value: int) -> str:
    """A whole number in words up to twelve, in figures beyond: `two`, `13`."""
    return _SMALL_NUMBERS[value] if 0 <= _whole(value) <= 12 else str(value)


def counted(value: int, one: str, many: str) -> str:
    """A whole number with its noun: `1 | counted("week", "weeks")` is `1 week`."""
    return f"{_whole(value)} {one if value == 1 else many}"


def capitalized(value: str) -> str:
    """A text that begins with a capital letter, unless its first word is written in its own way.

    `per the agreement` is `Per the agreement`; an address (`hr@health.example`) and a name such as
    `eHealth` stay. A text of Markdown stays one.
    """
    if not isinstance(value, str):
        raise TypeError(f"{_quoted(value)} is no text")
    found = _PLAIN_WORD.match(value)
    if found is None or not found[0].islower():
        return value
    return type(value)(value[:1].upper() + value[1:])


def sentence(value: str) -> str:
    """A text as a sentence of its own: a capital letter first, and one full stop at its end."""
    text = capitalized(value).rstrip()
    return type(value)(text + "." if _wants_stop(text) else text)


def _wants_stop(text: str) -> bool:
    """Whether a text ends in words: not in a mark, an address or an item of a list."""
    last = text.rpartition("\n")[2]
    if not last or _LIST_ITEM.match(last) or _ADDRESS.search(last):
        return False
    return not last.rstrip(_CLOSING_MARKS).endswith(_STOPS)


def _date(value: object, pattern: str) -> str:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{_quoted(value)} is not a date")
    return _formatted(value, pattern)


@lru_cache(maxsize=1024)  # a batch writes the same few dates in every document
def _formatted(day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=LOCALE)


def _item(value: object) -> str:
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return long_date(value)
    raise TypeError(f"{_quoted(value)} in the list is no text")


def _number(value: object) -> Fraction:
    """The exact number; a float is refused, for it is not the figure that somebody wrote."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise TypeError(f"{_quoted(value)} is not a number")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{value} is not a number that can be written")
    return Fraction(value)


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{_quoted(value)} is not a whole number")
    return value


def _quoted(value: object) -> str:
    """The value as a message shows it: short, and never with Python's own notation of an object."""
    if isinstance(value, Mapping):
        return "a block"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = str(value)
    return f"'{shown}'" if len(shown) <= 40 else f"'{shown[:39]}…'"


def _nothing_for_none(write: Callable[..., str]) -> Callable[..., str]:
    @wraps(write)
    def filtered(value: object, *rest: object) -> str:
        return "" if value is None else write(value, *rest)

    return filtered


_ALL: tuple[Callable[..., str], ...] = (
    *(long_date, short_date, day_and_month, weekday_date, time_of_day, rota_time),
    *(dollars, percent, hours, in_hours, clock),
    *(listed, ordinal, words, counted, capitalized, sentence),
)

FILTERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {write.__name__: _nothing_for_none(write) for write in _ALL}
)
