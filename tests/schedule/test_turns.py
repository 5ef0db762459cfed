"""The turns of a cycle: from when to when somebody works until the other takes over."""

from datetime import date
from fractions import Fraction

import pytest

from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.turns import cycle_on, turns_ending
from jobshare_docs.schedule.week import Week
from jobshare_docs.schedule.writing import WeekText, parse_week

MONDAY = date(2027, 1, 4)


def cycle(*weeks: WeekText, begins: date | None = MONDAY) -> Cycle:
    return Cycle(
        weeks=tuple[Week, ...](parse_week(week) for week in weeks),
        full_time_day=Fraction(29, 4),
        full_time_days=5,
        first_week_begins=begins,
    )


def told(found: Cycle, begins: date = MONDAY) -> list[str]:
    """Each turn as `A 4 Jan to 6 Jan`, with its half of the day, and + where both are there."""
    return [
        f"{turn.who} {turn.first.date.day}{turn.first.half or ''}"
        f"-{turn.last.date.day}{turn.last.half or ''}{'+' * turn.together}"
        for turn in turns_ending(found, begins)
    ]


@pytest.mark.parametrize(
    ("weeks", "turns"),
    [
        (["A A A A A", "B B B B B"], ["A 4-8", "B 11-15"]),
        (["B B B A A", "A A A B B"], ["B 4-6", "A 7-13"]),
        (["A A B B B"], ["A 4-5", "B 6-8"]),
        (["A A AB B B", "A A B B -"], ["A 4-6+", "B 6-8", "A 11-12", "B 13-14"]),
        ([{"am": "A A A B B", "pm": "A A B B B"}], ["A 4-6am", "B 6pm-8"]),
        ([{"Mon": "A", "Tue": {"A": "8:30-12:00", "B": "11:30-16:00"}}], ["A 4-5+", "B 5-5"]),
        (["A - - - B"], ["A 4-4", "B 8-8"]),
    ],
)
def test_a_turn_ends_where_the_other_takes_over(weeks: list[WeekText], turns: list[str]) -> None:
    assert told(cycle(*weeks)) == turns


def test_half_days_hand_over_twice_a_day() -> None:
    found = told(cycle({"am": "A A A A A", "pm": "B B B B B"}))
    assert found[:3] == ["A 4am-4am", "B 4pm-4pm", "A 5am-5am"]
    assert len(found) == 10


def test_a_later_round_begins_with_a_turn_that_began_before() -> None:
    assert told(cycle("B B B A A", "A A A B B"), date(2027, 1, 18)) == ["B 14-20", "A 21-27"]


def test_who_works_every_day_hands_over_to_nobody() -> None:
    assert told(cycle("A AB A A A")) == ["B 5-5+"]
    assert told(cycle("A A A A A")) == []


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2026, 11, 22), MONDAY),
        (date(2027, 1, 17), MONDAY),
        (date(2027, 1, 18), date(2027, 1, 18)),
        (date(2027, 2, 10), date(2027, 2, 1)),
    ],
)
def test_the_round_that_holds_a_date(day: date, begins: date) -> None:
    assert cycle_on(cycle("A A A A A", "B B B B B"), day) == begins


def test_a_week_without_a_first_date_begins_on_its_monday() -> None:
    assert cycle_on(cycle("A A B B B", begins=None), date(2027, 1, 7)) == MONDAY
