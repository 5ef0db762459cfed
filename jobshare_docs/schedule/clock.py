"""Clock times, spans of worked time and lengths of time, as people write them."""

import re
from datetime import time
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from jobshare_docs.schedule.mistakes import Mistake, NotationError

MINUTES_A_DAY = 24 * 60

# A span that ends before it starts is a night shift only where it can hardly be anything else;
# "8:30-1:00" is a slip for 13:00, and "16:45-8:30" has its ends exchanged.
_NIGHT_STARTS_FROM = 15 * 60
_LONGEST_NIGHT = 12 * 60
_LONGEST_NIGHT_BREAK = 2 * 60

_CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?(?:\s*([ap])\.?\s?m\.?)?", re.IGNORECASE | re.ASCII)
_DASH = re.compile(r"\s*[-\u2013\u2014\u2212]\s*|\s+(?:to|until)\s+", re.IGNORECASE)
LENGTH = r"(\d{1,5})(?:\.(\d{1,9}))?|(\d{1,5}):([0-5]\d)(?::([0-5]\d))?"
"""A length of time as a regular expression."""

_LENGTH = re.compile(LENGTH, re.ASCII)


class Span(NamedTuple):
    """Worked time between two times of the clock, in minutes from midnight of the day it begins.

    The end of a night shift is past 24 * 60; the span belongs to the day on which it begins.
    """

    first: int
    last: int

    @property
    def minutes(self) -> int:
        """How long the span is, in minutes."""
        return self.last - self.first

    @property
    def hours(self) -> Fraction:
        """How long the span is, in hours."""
        return Fraction(self.minutes, 60)

    @property
    def start(self) -> time:
        """The time of the clock at which it begins."""
        return clock_of(self.first)

    @property
    def end(self) -> time:
        """The time of the clock at which it ends, midnight being 0:00."""
        return clock_of(self.last)


class _Clock(NamedTuple):
    minutes: int
    has_half: bool


def clock_of(minutes: int) -> time:
    """The time of the clock so many minutes after midnight, of this day or the next."""
    return time(minutes // 60 % 24, minutes % 60)


def minutes_of(clock: time) -> int:
    """The minutes since midnight."""
    return clock.hour * 60 + clock.minute


def parse_clock(text: str) -> time:
    """A time of the clock: `8:30`, `16:45`, `8:30 am`, `1 pm`; raises NotationError."""
    clock = _clock(text.strip(), 0)
    if clock.minutes == MINUTES_A_DAY:
        raise NotationError.of("24:00 is no time of day: write 0:00 for midnight")
    return clock_of(clock.minutes)


def parse_length(text: str) -> Fraction:
    """A length of time in hours: `7.25`, `7:15` or `7:15:30`; raises NotationError."""
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        from jobshare_docs.schedule.likely import likely_length  # only for a mistake

        better = likely_length(text.strip()) or "7.25 or 7:15"
        raise NotationError.of(f"'{text.strip()}' is not a length of time: write {better}")
    whole, decimals, hours, minutes, seconds = found.groups()
    if whole:
        return Fraction(f"{whole}.{decimals or 0}")
    return Fraction(int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0), 3600)


def parse_spans(text: str) -> tuple[Span, ...]:
    """The spans of one person's day: `8:30-13:00, 13:30-15:00`.

    En dashes, `to` and `8:30 am - 1 pm` are read too. A span that ends before it begins is a night
    shift if it begins at 15:00 or later and is at most twelve hours long; in `22:00-2:00,
    2:45-6:00` it goes on after a break. Raises NotationError with every span that cannot be read,
    or with those that overlap.
    """
    spans: list[Span] = []
    wrong: list[Mistake] = []
    for part in re.finditer(r"[^,;]+", text):
        if part.group().strip():
            try:
                spans.append(_span(part.group(), part.start()))
            except NotationError as error:
                wrong.extend(error.mistakes)
    if wrong:
        raise NotationError(wrong)
    if not spans:
        raise NotationError.of("no times found: write them as 8:30-13:00")
    return _apart(_through_the_night(spans))


def _through_the_night(spans: list[Span]) -> list[Span]:
    """The spans as they were written, one after a break past midnight being of the next day."""
    found = spans[:1]
    for span in spans[1:]:
        later = Span(span.first + MINUTES_A_DAY, span.last + MINUTES_A_DAY)
        goes_on = 0 <= later.first - found[-1].last <= _LONGEST_NIGHT_BREAK
        found.append(later if goes_on else span)
    return found


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    ordered = sorted(spans)
    for earlier, later in pairwise(ordered):
        if later.first < earlier.last:
            raise NotationError.of(
                f"{span_text(earlier)} and {span_text(later)} overlap: one person works once"
            )
    return tuple(ordered)


def span_text(span: Span) -> str:
    """The span as `8:30\u201313:00`, on the 24-hour clock."""
    return f"{time_text(span.start)}\u2013{time_text(span.end)}"


def time_text(clock: time) -> str:
    """The time as `8:30`, on the 24-hour clock."""
    return f"{clock.hour}:{clock.minute:02}"


def _span(text: str, offset: int) -> Span:
    offset += len(text) - len(text.lstrip())
    text = text.strip()
    ends = _DASH.split(text)
    if len(ends) != 2 or not all(ends):
        raise NotationError.of(f"'{text}' is not a span of time: write it as 8:30-13:00", offset)
    first, last = _ends(ends, (offset, offset + text.rindex(ends[1])))
    _refuse_two_readings(text, first, last, offset)
    return _ordered(text, first.minutes, last.minutes, offset)


def _ends(ends: list[str], offsets: tuple[int, int]) -> list[_Clock]:
    """The times at which a span begins and ends; raises NotationError with all that are wrong."""
    found: list[_Clock] = []
    wrong: list[Mistake] = []
    for text, offset, begins in zip(ends, offsets, ("", ends[0]), strict=True):
        try:
            found.append(_clock(text, offset, begins))
        except NotationError as error:
            wrong.extend(error.mistakes)
    if wrong:
        raise NotationError(wrong)
    return found


def _ordered(text: str, first: int, last: int, offset: int) -> Span:
    night = last < first
    if night and first >= _NIGHT_STARTS_FROM and last + MINUTES_A_DAY - first <= _LONGEST_NIGHT:
        return Span(first, last + MINUTES_A_DAY)
    if last > first:
        return Span(first, last)
    hint = ""
    if last < MINUTES_A_DAY // 2 < first:
        hint = f"; did you mean {time_text(clock_of(last))}-{time_text(clock_of(first))}?"
    elif last and last < MINUTES_A_DAY // 2:
        afternoon = time_text(clock_of(last + MINUTES_A_DAY // 2))
        hint = f"; for the afternoon write {afternoon}"
    raise NotationError.of(
        f"'{text}' ends before it begins{hint}"
        " (a night shift begins at 15:00 or later and is at most 12 hours long)",
        offset,
    )


def _refuse_two_readings(text: str, first: _Clock, last: _Clock, offset: int) -> None:
    """`1:00-5 pm` may begin in the night or in the afternoon; `8:30-1 pm` can only be morning."""
    if first.has_half or not last.has_half or not 60 <= first.minutes < MINUTES_A_DAY // 2:
        return
    if first.minutes + MINUTES_A_DAY // 2 < last.minutes:
        start = time_text(clock_of(first.minutes))
        raise NotationError.of(
            f"'{text}' can be read in two ways: write {start} am or {start} pm", offset
        )


def _clock(text: str, offset: int, begins: str = "") -> _Clock:
    """A time of the clock; `begins` is the time before it in a span, by which to guess."""
    found = _CLOCK.fullmatch(text)
    if not found or (found[2] is None and found[3] is None):
        from jobshare_docs.schedule.likely import likely_clock  # only for a mistake

        better = likely_clock(text, begins) or "it as 8:30 or 16:45"
        raise NotationError.of(f"'{text}' is not a time of day: write {better}", offset)
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").lower()
    if minute > 59 or hour * 60 + minute > MINUTES_A_DAY or (half and not 1 <= hour <= 12):
        message = f"there is no {text} on the clock: write a time such as 8:30 or 16:45"
        raise NotationError.of(message, offset)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return _Clock(hour * 60 + minute, bool(half))
