"""Times of the clock and lengths of time, as people write them."""

from datetime import time
from fractions import Fraction

import pytest

from jobshare_docs.schedule.clock import (
    MINUTES_A_DAY,
    Span,
    parse_clock,
    parse_length,
    parse_spans,
    span_text,
)
from jobshare_docs.schedule.mistakes import Mistake, NotationError


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("8:30", time(8, 30)),
        ("08:30", time(8, 30)),
        (" 16:45 ", time(16, 45)),
        ("8:30 am", time(8, 30)),
        ("8:30 a.m.", time(8, 30)),
        ("1 pm", time(13)),
        ("1PM", time(13)),
        ("12 am", time(0)),
        ("12:15 pm", time(12, 15)),
        ("0:00", time(0)),
    ],
)
def test_a_time_of_the_clock_is_read(text: str, clock: time) -> None:
    assert parse_clock(text) == clock


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("8.30", "'8.30' is not a time of day: write 8:30"),
        ("8h", "'8h' is not a time of day: write 8:00"),
        ("510", "'510' is not a time of day: write 5:10"),
        ("8", "'8' is not a time of day: write 8:00"),
        ("8:3", "'8:3' is not a time of day: write it as 8:30 or 16:45"),
        ("8:30m", "'8:30m' is not a time of day: write it as 8:30 or 16:45"),
        ("noon", "'noon' is not a time of day: write 12:00"),
        ("", "'' is not a time of day: write it as 8:30 or 16:45"),
        ("8:60", "there is no 8:60 on the clock: write a time such as 8:30 or 16:45"),
        ("25:00", "there is no 25:00 on the clock: write a time such as 8:30 or 16:45"),
        ("13:00 pm", "there is no 13:00 pm on the clock: write a time such as 8:30 or 16:45"),
        ("0:30 am", "there is no 0:30 am on the clock: write a time such as 8:30 or 16:45"),
        ("24:00", "24:00 is no time of day: write 0:00 for midnight"),
    ],
)
def test_what_is_no_time_of_the_clock_is_refused(text: str, message: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_clock(text)
    assert caught.value.mistakes == (Mistake(message),)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("7.25", Fraction(29, 4)),
        ("7", Fraction(7)),
        ("7:15", Fraction(29, 4)),
        ("7:15:30", Fraction(29, 4) + Fraction(1, 120)),
        ("0:45", Fraction(3, 4)),
        ("40", Fraction(40)),
        ("0", Fraction(0)),
    ],
)
def test_a_length_of_time_is_read_exactly(text: str, hours: Fraction) -> None:
    assert parse_length(text) == hours


@pytest.mark.parametrize(
    ("text", "better"),
    [
        *(
            (text, "7.25 or 7:15")
            for text in ("", "7:75", "-7", "1e3", "many", "7:15:60", "\u0667")
        ),
        ("7,25", "7.25"),
        ("7.25h", "7.25"),
        ("7 1/4 hours", "7.25"),
        ("7\u00bd", "7.5"),
        ("60 minutes", "1:00"),
        ("1 hour", "1:00"),
        ("2 hrs", "2:00"),
        ("two", "2"),
        ("two hours", "2:00"),
        ("an hour and a half", "1:30"),
        ("one and a half hours", "1:30"),
        ("half an hour", "0:30"),
        ("three quarters of an hour", "0:45"),
        ("45 min.", "0:45"),
    ],
)
def test_what_is_no_length_of_time_is_refused(text: str, better: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_length(text)
    message = f"'{text}' is not a length of time: write {better}"
    assert caught.value.mistakes == (Mistake(message),)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("8:30-13:00", ["8:30\u201313:00"]),
        ("8:30\u201313:00, 13:30\u201315:00", ["8:30\u201313:00", "13:30\u201315:00"]),
        ("13:30 to 15:00; 8:30 - 13:00", ["8:30\u201313:00", "13:30\u201315:00"]),
        ("8:30 am - 1 pm", ["8:30\u201313:00"]),
        ("8:30-1 pm", ["8:30\u201313:00"]),
        ("1 am - 5 pm", ["1:00\u201317:00"]),
        ("1 pm-4:45pm", ["13:00\u201316:45"]),
        ("8:30-12:00, 12:00-16:45,", ["8:30\u201312:00", "12:00\u201316:45"]),
        ("22:00-6:00", ["22:00\u20136:00"]),
        ("18:00-0:00", ["18:00\u20130:00"]),
        ("8:00-24:00", ["8:00\u20130:00"]),
    ],
)
def test_spans_are_read_and_put_in_order(text: str, spans: list[str]) -> None:
    assert [span_text(span) for span in parse_spans(text)] == spans


@pytest.mark.parametrize(
    ("text", "minutes", "is_night"),
    [("22:00-6:00", 480, True), ("18:00-0:00", 360, False), ("15:00-3:00", 720, True)],
)
def test_a_night_shift_runs_through_midnight(text: str, minutes: int, is_night: bool) -> None:
    (span,) = parse_spans(text)
    assert (span.minutes, span.last > MINUTES_A_DAY) == (minutes, is_night)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("22:00-2:00, 2:45-6:00", [(1320, 1560), (1605, 1800)]),
        ("18:30-23:30, 0:15-6:30", [(1110, 1410), (1455, 1830)]),
        ("20:00-23:00, 23:30-2:00, 2:30-6:00", [(1200, 1380), (1410, 1560), (1590, 1800)]),
        ("0:15-6:30, 18:30-23:30", [(15, 390), (1110, 1410)]),
        ("18:00-22:00, 6:00-10:00", [(360, 600), (1080, 1320)]),
    ],
)
def test_a_night_with_a_break_goes_on_after_midnight(
    text: str, spans: list[tuple[int, int]]
) -> None:
    assert [(span.first, span.last) for span in parse_spans(text)] == spans


def test_both_ends_of_a_span_are_told() -> None:
    with pytest.raises(NotationError) as caught:
        parse_spans("8-12, 13.15-16h45")
    assert [(one.message, one.offset) for one in caught.value.mistakes] == [
        ("'8' is not a time of day: write 8:00", 0),
        ("'12' is not a time of day: write 12:00", 2),
        ("'13.15' is not a time of day: write 13:15", 6),
        ("'16h45' is not a time of day: write 16:45", 12),
    ]


@pytest.mark.parametrize(
    ("text", "better"),
    [("9:00-5", "17:00"), ("8:30-4.45", "16:45"), ("13:00-5", "17:00"), ("22:00-6", "6:00")],
)
def test_the_end_of_a_day_is_guessed_by_its_beginning(text: str, better: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_spans(text)
    assert caught.value.mistakes[0].message.endswith(f"is not a time of day: write {better}")


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("5.15 am", "5:15 am"),
        ("4.45PM", "4:45 pm"),
        ("4h45 p.m.", "4:45 pm"),
        ("13.15 pm", "13:15"),
    ],
)
def test_a_dot_beside_am_or_pm_is_told_as_a_colon(text: str, better: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_clock(text)
    assert caught.value.mistakes == (Mistake(f"'{text}' is not a time of day: write {better}"),)


def test_a_span_knows_its_times_and_hours() -> None:
    span = Span(8 * 60 + 30, 13 * 60)
    assert (span.start, span.end, span.hours) == (time(8, 30), time(13), Fraction(9, 2))


NIGHT = " (a night shift begins at 15:00 or later and is at most 12 hours long)"


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("8:30", "'8:30' is not a span of time: write it as 8:30-13:00", 0),
        ("8:30-", "'8:30-' is not a span of time: write it as 8:30-13:00", 0),
        ("8:30-9:00-10:00", "'8:30-9:00-10:00' is not a span of time: write it as 8:30-13:00", 0),
        ("", "no times found: write them as 8:30-13:00", 0),
        (" , ", "no times found: write them as 8:30-13:00", 0),
        ("8:30-13", "'13' is not a time of day: write 13:00", 5),
        (
            "8:30-13:00, 14:00 - 15:99",
            "there is no 15:99 on the clock: write a time such as 8:30 or 16:45",
            20,
        ),
        (
            "8:30-1:00",
            "'8:30-1:00' ends before it begins; for the afternoon write 13:00" + NIGHT,
            0,
        ),
        ("13:00-12:30", "'13:00-12:30' ends before it begins" + NIGHT, 0),
        (
            "16:45-8:30",
            "'16:45-8:30' ends before it begins; did you mean 8:30-16:45?" + NIGHT,
            0,
        ),
        (
            "9:00-9:00",
            "'9:00-9:00' ends before it begins; for the afternoon write 21:00" + NIGHT,
            0,
        ),
        (
            "8:30-13:00, 12:00-15:00",
            "8:30\u201313:00 and 12:00\u201315:00 overlap: one person works once",
            0,
        ),
        ("1:00-5 pm", "'1:00-5 pm' can be read in two ways: write 1:00 am or 1:00 pm", 0),
    ],
)
def test_spans_that_cannot_be_read_say_why_and_where(text: str, message: str, offset: int) -> None:
    with pytest.raises(NotationError) as caught:
        parse_spans(text)
    assert caught.value.mistakes == (Mistake(message, offset),)


def test_all_mistakes_in_spans_come_at_once() -> None:
    with pytest.raises(NotationError) as caught:
        parse_spans("8:30-13, 9:00-8:99")
    assert caught.value.mistakes == (
        Mistake("'13' is not a time of day: write 13:00", 5),
        Mistake("there is no 8:99 on the clock: write a time such as 8:30 or 16:45", 14),
    )
