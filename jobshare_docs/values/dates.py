"""Days, times of day, and both together."""

import re
from calendar import monthrange
from datetime import date, datetime, time
from typing import Annotated, TypeAlias

from jobshare_docs.blocks import Leaf
from jobshare_docs.locale_text.usual import MONTHS
from jobshare_docs.schedule.clock import parse_clock
from jobshare_docs.schedule.week import WEEKDAYS

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_FIRST_LIKELY_YEAR = 2020  # where two digits are all that is written of it
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_WEEKDAY = r"(?:(?P<weekday>[A-Za-z]{3,9})\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_IN_WORDS = (
    re.compile(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})", re.ASCII),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})", re.ASCII),
)
_NUMBERS = re.compile(r"(\d{1,4})[/. -](\d{1,2})[/. -](\d{1,4})", re.ASCII)
_CLOCK = r"\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_MOMENT = re.compile(rf"(.*?\d)(?:T|,?\s+(?:at\s+)?)({_CLOCK})(?::00)?", re.ASCII | re.IGNORECASE)

# The same without names, as a schema has it, and a time of day as its words and figures may stand.
_SOME_DAY = "|".join(re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in (_ISO, *_IN_WORDS))
_SOME_TIME = r"\d{1,2}:\d\d(?:\s*[apAP]\.?\s?[mM]\.?)?|\d{1,2}\s*[apAP]\.?\s?[mM]\.?"


def parse_day(text: str) -> date:
    """A date: `2027-01-04`, `4 January 2027` or `January 4, 2027`; raises ValueError.

    A weekday before it has to be the right one. A date in figures alone is refused unless the year
    leads, since `04/01/2027` is two days.
    """
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    for form in _IN_WORDS:
        found = form.fullmatch(text)
        if found:
            return _in_words(text, found)
    figures = _NUMBERS.fullmatch(text)
    if figures:
        raise ValueError(_both_readings(text, *(int(part) for part in figures.groups())))
    raise ValueError(f"'{text}' is not a date: write it as 2027-01-04 or 4 January 2027")


def parse_moment(text: str) -> datetime:
    """A date and a time: `2026-12-02 10:00`, `2 December 2026 at 1 pm`; raises ValueError."""
    text = text.strip()
    found = _MOMENT.fullmatch(text)
    if found:
        return datetime.combine(parse_day(found[1]), parse_clock(found[2]))
    day = parse_day(text) if _ISO.fullmatch(text) else None
    if day:
        raise ValueError(f"the time is missing: write it as {day.isoformat()} 10:00")
    raise ValueError(f"'{text}' is not a date with a time: write it as 2026-12-02 10:00")


def _in_words(text: str, found: re.Match[str]) -> date:
    month = _number_of(found["month"], MONTHS)
    if not month:
        raise ValueError(f"'{found['month']}' is no month: write the date as 4 January 2027")
    day = _date(int(found["year"]), month, int(found["day"]))
    weekday = found["weekday"]
    if weekday and _number_of(weekday, WEEKDAYS) != day.isoweekday():
        right = f"{day.day} {MONTHS[month - 1]} {day.year} is a {WEEKDAYS[day.weekday()]}"
        raise ValueError(f"'{text}': {right}; mend the weekday or the date")
    return day


def _number_of(name: str, names: tuple[str, ...]) -> int:
    """The number, from one, of the name that this is or begins; zero where it is none."""
    ranks = (rank for rank, each in enumerate(names, 1) if _begins(each, name))
    return next(ranks, 0)


def _begins(whole: str, start: str) -> bool:
    return whole.lower().startswith(start.lower()) or (whole, start.lower()) == (
        "September",
        "sept",
    )


def _date(year: int, month: int, day: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"the year {year} is out of range: write one from 1900 to 2199")
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}: write year, month and day, as in 2027-01-04")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise ValueError(f"there is no day {day}: {MONTHS[month - 1]} {year} has {last} days")
    return date(year, month, day)


def _both_readings(text: str, first: int, second: int, third: int) -> str:
    """What a date in figures may mean, each reading as it should be written."""
    readings = [(first, second, third)] if first > 31 else _short_readings(first, second, third)
    days = list(dict.fromkeys(day for reading in readings for day in _existing(*reading)))
    if not days:
        return f"'{text}' is not a date: write it as 2027-01-04 or 4 January 2027"
    if len(days) == 1:
        return f"'{text}' is not written as dates are here: write {days[0].isoformat()}"
    words = " or ".join(f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in days)
    return f"'{text}' can be {words}: write {' or '.join(day.isoformat() for day in days)}"


def _short_readings(first: int, second: int, third: int) -> list[tuple[int, int, int]]:
    """The readings of a date whose year may be written in two digits, and in any place."""
    if third > 99:
        return [(third, second, first), (third, first, second)]
    year, leading = third + 2000, first + 2000
    readings = [(year, second, first), (year, first, second), (leading, second, third)]
    return [one for one in readings if one[0] >= _FIRST_LIKELY_YEAR] or readings[:2]


def _existing(year: int, month: int, day: int) -> list[date]:
    try:
        return [_date(year, month, day)]
    except ValueError:
        return []


Day: TypeAlias = Annotated[
    date,
    Leaf(parse_day, "a date", "A date: 2027-01-04 or 4 January 2027.", pattern=_SOME_DAY),
]
ClockTime: TypeAlias = Annotated[
    time,
    Leaf(parse_clock, "a time of day", "A time of day: 8:30 or 16:45.", pattern=_SOME_TIME),
]
Moment: TypeAlias = Annotated[
    datetime,
    Leaf(parse_moment, "a date with a time", "A date with a time: 2026-12-02 10:00."),
]
