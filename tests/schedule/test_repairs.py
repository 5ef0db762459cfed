"""What brings a total that is over the cap back to it."""

from fractions import Fraction

import pytest
from rota import BOTH, cycle

from jobshare_docs.schedule.cycle import Extra, Per
from jobshare_docs.schedule.reckoning import reckon
from jobshare_docs.schedule.repairs import ShorterDays, ShorterOverlap, repairs
from jobshare_docs.schedule.writing import WeekText


def test_nothing_is_to_be_repaired_under_the_cap() -> None:
    assert repairs(reckon(cycle("A A A B B"))) == ()


def test_three_days_each_need_shorter_days_or_half_an_overlap_day() -> None:
    days, overlap = repairs(reckon(cycle("A A AB B B")))
    assert days == ShorterDays(
        fitting=Fraction(145, 24), to_the_minute=Fraction(362, 60), is_shared=True
    )
    assert str(days) == "shorten the worked day (hours_per_day: 6:02, or fit for the exact length)"
    assert isinstance(overlap, ShorterOverlap)
    assert (overlap.cut, overlap.overlap) == (Fraction("7.25"), Fraction("7.25"))
    assert str(overlap) == (
        "halve the overlap: each works half of Wednesday (7.25 hours less a week)"
    )


@pytest.mark.parametrize(
    "week",
    [
        {"am": "A A A B B", "pm": "A A B B B"},
        {"Mon": "A", "Tue": "A", "Wed": {"am": "A", "pm": "B"}, "Thu": "B", "Fri": "B"},
    ],
)
def test_halving_the_overlap_day_is_exactly_the_cap(week: WeekText) -> None:
    assert reckon(cycle(week)).hours_over == 0


def test_the_shorter_day_keeps_to_the_cap_and_a_minute_more_does_not() -> None:
    shorter = repairs(reckon(cycle("A A AB B B")))[0]
    assert isinstance(shorter, ShorterDays)
    for minutes, over in ((0, False), (1, True)):
        length = shorter.to_the_minute + Fraction(minutes, 60)
        assert reckon(cycle("A A AB B B", hours_per_day=length)).is_over_cap is over


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        (
            ["A A AB B B", "A A AB B B"],
            "halve the overlap: each works half of Wednesday of week 1; Wednesday of week 2"
            " (14.5 hours less in the 2 weeks)",
        ),
        (
            [{"am": "A A AB AB B", "pm": "A A B B -"}],
            "shorten the overlap by 3.625 of its 7.25 hours a week"
            " (Wednesday morning; Thursday morning)",
        ),
    ],
)
def test_an_overlap_is_shortened_by_what_is_over(weeks: list[WeekText], said: str) -> None:
    assert said in [str(repair) for repair in repairs(reckon(cycle(*weeks)))]


def test_a_whole_day_together_is_shortened_too_where_half_of_it_is_more_than_needed() -> None:
    extra = Extra("meeting", BOTH, Fraction(1), Per.CYCLE)
    _, overlap = repairs(reckon(cycle("A A AB B B", "A A B B -", extras=(extra,))))
    assert str(overlap) == (
        "shorten the overlap by 2 of its 7.25 hours in the 2 weeks (Wednesday of week 1)"
    )


def test_an_overlap_too_short_to_help_is_not_offered() -> None:
    extra = Extra("on call", BOTH, Fraction(5), Per.WEEK)
    (only,) = repairs(reckon(cycle("A A A B B", extras=(extra,))))
    assert isinstance(only, ShorterDays)
    assert only.fitting == Fraction("5.25")


def test_days_all_in_times_of_the_clock_have_no_length_to_shorten() -> None:
    times = {"A": "8:30-16:30", "B": "8:30-16:30"}
    (only,) = repairs(reckon(cycle(dict.fromkeys(["Mon", "Tue", "Wed"], times))))
    assert isinstance(only, ShorterOverlap)
    assert (only.cut, only.overlap) == (Fraction("11.75"), Fraction(24))


def test_where_nothing_else_helps_hours_are_to_be_taken_away() -> None:
    night = "22:00-6:00"
    days = {"Mon": {"A": night}, "Tue": {"A": night}, "Wed": {"B": night}, "Thu": {"B": night}}
    (only,) = repairs(reckon(cycle(days | {"Fri": {"B": "9:00-17:00"}})))
    assert str(only) == "take 3:45 hours a week away from the rota"
