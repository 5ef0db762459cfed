"""Numbers, dates, money and lists in words, as a template's filters print them.

Dates, money and lists are written as the locale does in which one writes (`locale_text`); so are
hours and shares, which `schedule` rounds, in one place for the terminal and the page. Every filter
prints nothing for a value that is absent (None), as a bare tag does, and refuses a value of another
kind with a `TypeError` or `ValueError` in plain words.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from types import MappingProxyType

from jobshare_docs.locale_text import here, is_english
from jobshare_docs.schedule.clock import time_text
from jobshare_docs.schedule.figures import (
    clock_text,
    half_up,
    hours_text,
    share_text,
)

_SMALL_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_PLAIN_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*(?=[\s,;:.!?]|$)(?!\S*[@/])")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_ADDRESS = re.compile(r"(?:@|://)\S+$")
_CLOSING_MARKS, _STOPS = "\"'\u2019\u201d)*_", (".", "!", "?", ":", "\u2026")


def long_date(value: date) -> str:
    """A date with its month in full: `4 January 2027`."""
    return _date(value, "d MMMM y")


def short_date(value: date) -> str:
    """A date with its month cut short, for tables: `4 Jan 2027`."""
    return _date(value, "d MMM y")


def day_and_month(value: date) -> str:
    """A date without its year, for narrow cells: `4 Jan`."""
    return _date(value, "d MMM")


def date_without_year(value: date) -> str:
    """A date with its month in full but without its year: `4 January`."""
    return _date(value, "d MMMM")


def weekday_names(*, short: bool = False) -> tuple[str, ...]:
    """The names of the days of the week from Monday: `Monday`, or `Mon`."""
    return here().weekday_names(short=short)


def weekday_date(value: date) -> str:
    """A date with its weekday: `Monday, 4 January 2027`."""
    return _date(value, "EEEE, d MMMM y")


def time_of_day(value: time) -> str:
    """A time of day, on the twelve-hour clock in English: `8:30 a.m.`, `12:00 noon`."""
    if not isinstance(value, time):
        raise TypeError(f"{_quoted(value)} is not a time of day")
    if is_english() and value.replace(second=0, microsecond=0) in (time(0), time(12)):
        return "12:00 noon" if value.hour else "12:00 midnight"  # 12:00 p.m. is read both ways
    return here().time_text(value)


def rota_time(value: time) -> str:
    """A time on the twenty-four-hour clock, as the rota writes it: `8:30`, `16:45`."""
    if not isinstance(value, time):
        raise TypeError(f"{_quoted(value)} is not a time of day")
    return time_text(value)


def dollars(value: Decimal | Fraction | int) -> str:
    """An amount in dollars, half up to the cent, with cents only where it is not whole."""
    return here().money_text(half_up(_number(value) * 100))


def percent(value: Fraction | Decimal | int) -> str:
    """A share of full time in percent, to two places, half up: `50%`, `62.5%`."""
    return here().percent_text(share_text(_number(value)).rstrip("%"))


def hours(value: Fraction | Decimal | int) -> str:
    """A number of hours to three places, half up, without trailing zeros: `18.125`."""
    return here().number_text(hours_text(_number(value)))


def in_hours(value: Fraction | Decimal | int) -> str:
    """A number of hours with its noun: `1 hour`, `18.125 hours`."""
    return here().hours_text(hours_text(_number(value)))


def clock(value: Fraction | Decimal | int) -> str:
    """A number of hours as hours and minutes, rounded to the minute: `7:15`."""
    return clock_text(_number(value))


def listed(values: object) -> str:
    """Several things in one sentence: `a, b and c`; dates among them are written long."""
    if not isinstance(values, list | tuple):
        raise TypeError(f"{_quoted(values)} is not a list")
    return here().list_text(tuple(_item(value) for value in values if value is not None))


def ordinal(value: int) -> str:
    """A place in an order, in figures: `1st`, `2nd`, `11th`; without an ending but in English."""
    return here().ordinal_text(_whole(value))


def words(value: int) -> str:
    """A whole number in words up to twelve, in figures beyond: `two`, `13`; so in English alone."""
    is_small = 0 <= _whole(value) <= 12 and is_english()
    return _SMALL_NUMBERS[value] if is_small else str(value)


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
    if text.endswith(_STOPS):
        return False
    last = text.rpartition("\n")[2]
    if not last or _LIST_ITEM.match(last) or _ends_in_address(last):
        return False
    return not last.rstrip(_CLOSING_MARKS).endswith(_STOPS)


def _ends_in_address(line: str) -> bool:
    return ("@" in line or "://" in line) and _ADDRESS.search(line) is not None


def _date(value: object, pattern: str) -> str:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{_quoted(value)} is not a date")
    return here().date_text(value, pattern)


def _item(value: object) -> str:
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return long_date(value)
    raise TypeError(f"{_quoted(value)} in the list is no text")


def _number(value: object) -> Fraction:
    """The exact number; a float is refused, for it is not the figure that somebody wrote."""
    if type(value) is Fraction:  # as nearly all are
        return value
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
